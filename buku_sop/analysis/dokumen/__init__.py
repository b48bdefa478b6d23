"""Documents across SOPs: who makes, needs, hands on and keeps them."""

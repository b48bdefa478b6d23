"""How SOPs refer to each other, as links and as a network."""

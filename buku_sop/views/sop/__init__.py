"""The page of an SOP: identity, table of steps, what is to be confirmed, and proposals from it."""

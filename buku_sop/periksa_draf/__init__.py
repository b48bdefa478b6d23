"""Drafts that are checked against the documents they were imported from: doubts, pictures, the drawing beside them."""

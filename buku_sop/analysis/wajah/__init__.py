"""The face of a handbook: whether colours can serve, and the palettes that follow from two of them."""

"""A comparison of SOPs of several offices, as page, text and data."""

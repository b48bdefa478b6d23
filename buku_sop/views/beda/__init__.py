"""What changed between two revisions, as page, comment, text and data."""

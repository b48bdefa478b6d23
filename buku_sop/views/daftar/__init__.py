"""Index pages: offices, roles, documents, regulations, abbreviations, and the home page."""

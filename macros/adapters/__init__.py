"""Only the hook's old place, for a `mkdocs.yml` that names it."""

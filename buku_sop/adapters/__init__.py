"""The only code that touches the world: MkDocs, the command line, files, npm, Typst, git, and links to the forge."""

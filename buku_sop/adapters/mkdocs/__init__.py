"""What MkDocs needs of us: pages without Markdown, assets, and the build that swaps."""

"""What MkDocs needs of us: pages without Markdown, assets, the build that swaps, and the offline edition."""

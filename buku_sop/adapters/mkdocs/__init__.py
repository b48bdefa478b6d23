"""What MkDocs needs of us: pages without Markdown, assets, the build that exchanges, and the offline edition."""

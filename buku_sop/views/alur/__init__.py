"""The flow drawn: in table cells, as Mermaid, and in words."""

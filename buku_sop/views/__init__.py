"""Facts become text: HTML, Mermaid, JSON, Markdown. No view works out a fact of its own."""

"""HTML that a macro puts into a hand-written page, carried past Markdown.

A macro returns a placeholder; the hook puts the HTML there when Markdown is done. So Markdown cannot
misread what the data says, and what the data says is never read by Jinja.
"""

from __future__ import annotations

import re
import secrets


class Inserts:
    """The pieces of one build."""

    def __init__(self) -> None:
        self._token = secrets.token_hex(16)
        self._pieces: list[str] = []
        self._pattern = re.compile(rf'<div data-sisipan="{self._token}-(\d+)"></div>')

    def keep(self, html: str) -> str:
        """Keep a piece and return the Markdown that stands for it: a block of its own."""
        self._pieces.append(html)
        return f'\n\n<div data-sisipan="{self._token}-{len(self._pieces) - 1}"></div>\n\n'

    def fill(self, html: str) -> str:
        """Put the pieces into a page."""
        return self._pattern.sub(lambda match: self._pieces[int(match[1])], html)

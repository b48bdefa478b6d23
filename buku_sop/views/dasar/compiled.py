"""Templates compiled once for as long as the program runs: each state of the site has an environment of its own."""

from __future__ import annotations

from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in memory, by their name and their text."""

    _kept: ClassVar[dict[str, tuple[str, bytes]]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what the same text was compiled to."""
        checksum, code = self._kept.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a text was compiled to; only the newest of each template."""
        self._kept[bucket.key] = bucket.checksum, bucket.bytecode_to_string()

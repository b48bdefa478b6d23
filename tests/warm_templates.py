"""Compiled templates that the commands of `tests.warm` share: every small handbook compiles the same forty."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

_SETTINGS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
    "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized", "is_async",
    "undefined", "finalize", "autoescape",
)  # fmt: skip


def share(folder: Path) -> None:
    """Let each environment of Jinja made from here on keep there what it compiles, also one that keeps it in memory."""
    made = Environment.__init__

    def make(self: Environment, *arguments: Any, **settings: Any) -> None:
        made(self, *arguments, **settings)
        self.bytecode_cache = Shared(folder)

    Environment.__init__ = make  # type: ignore[method-assign]


class Shared(BytecodeCache):
    """Files by what a template says and how its environment compiles, whatever folder it lies in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return what a template was compiled to, with its own place, or an empty bucket."""
        how = [name, source, type(environment).__qualname__, sorted(environment.filters)]
        how += [sorted(environment.extensions), sorted(environment.tests)]
        how += [
            getattr(getattr(environment, s), "__qualname__", getattr(environment, s))
            for s in _SETTINGS
        ]
        key = hashlib.sha256(repr(how).encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        if bucket.code and filename:
            bucket.code = _lying_at(filename, bucket.code)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the file, if there is one."""
        try:
            bucket.bytecode_from_string((self._folder / bucket.key).read_bytes())
        except FileNotFoundError:
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the file whole, whoever else writes it."""
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
            file.write(bucket.bytecode_to_string())
        Path(file.name).replace(self._folder / bucket.key)


def _lying_at(filename: str, code: CodeType) -> CodeType:
    parts = (_lying_at(filename, c) if isinstance(c, CodeType) else c for c in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(parts))

"""Assertions rewritten once for all processes of the tests: in a new clone each of them would rewrite the same files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from _pytest.assertion import rewrite
from _pytest.assertion.rewrite import assertstate_key

from tests.paths import TESTS


def rewrite_all(config: pytest.Config) -> int:
    """Rewrite each file of tests of which pytest keeps nothing that fits, with all cores; return how many.

    What comes of it is what pytest's own hook for imports makes, and finds there when it imports them.
    """
    if not hasattr(os, "fork") or assertstate_key not in config.stash:
        return 0
    left = [f for f in sorted(TESTS.rglob("test_*.py")) if _kept(f) is None]
    if len(left) < 20:  # whoever works on some of them
        return 0
    global _config
    _config = config
    number = os.cpu_count() or 1
    with ProcessPoolExecutor(number, mp_context=get_context("fork")) as pool:
        list(pool.map(_rewrite_some, [left[n::number] for n in range(number)]))
    return len(left)


_config: pytest.Config


def _place(file: Path) -> Path:
    return rewrite.get_cache_dir(file) / (file.name[:-3] + rewrite.PYC_TAIL)


def _kept(file: Path) -> object:
    return rewrite._read_pyc(file, _place(file))


def _rewrite_some(files: Sequence[Path]) -> None:
    for file in files:
        source, code = rewrite._rewrite_test(file, _config)
        if rewrite.try_makedirs(_place(file).parent):
            rewrite._write_pyc(_config.stash[assertstate_key], code, source, _place(file))

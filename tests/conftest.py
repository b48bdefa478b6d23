"""Settings of all tests, and how many made-up examples they try."""

from __future__ import annotations

import compileall
import gc
import math
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.paths import ROOT
from tests.rewritten import rewrite_all
from tests.warm import FRESH, first_environment

# One browser for all tests of a process: a second would be refused beside it.
pytest_plugins = ("tests.chromium",)

# The same examples everywhere, and no verdict that depends on how busy a machine is.
settings.register_profile(
    "rumah",
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("semua", settings.get_profile("rumah"), max_examples=500)
settings.load_profile("rumah")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make test-semua` ask for everything: what `make test` leaves out only repeats a kind that it tries."""
    parser.addoption(
        "--semua", action="store_true", help="try all made-up flows, and eight times the examples"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Try more examples, and start each command anew, where everything is asked for; compile the engine once for all.

    Where the machine forbids compiled modules to be kept, each of the hundreds would compile it again.
    """
    if config.getoption("--semua"):
        settings.load_profile("semua")
        os.environ[FRESH] = "1"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    first_environment()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for package in ("buku_sop", "macros"):
            compileall.compile_dir(ROOT / package, quiet=1, workers=0)
        if config.getoption("numprocesses", None):
            rewrite_all(config)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, and leave out what is marked for `make test-semua` alone."""
    items.sort(key=_turn)
    if config.getoption("--semua"):
        return
    later = pytest.mark.skip(
        reason="another sample of its kind is tried; this one in make test-semua"
    )
    for item in items:
        if item.get_closest_marker("semua"):
            item.add_marker(later)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Look for no waste while collecting, whose results stay: a fifth of the time of each process that collects."""
    if "PYTEST_XDIST_WORKER" in os.environ or not session.config.getoption("numprocesses", None):
        gc.disable()


def pytest_collection_finish() -> None:
    """Let what was collected, which stays to the end, not be looked through for waste again and again."""
    gc.enable()
    gc.collect()
    gc.freeze()


FIRST = (
    "site",
    "paket",
    "ci",
    "sunting",
    "adapters",
    "test_buku_terbuka.py",
    "layout",
    "views",
    "fuzz",
    "analysis",
)
"""Folders in the order in which they take long, before all others: no process is left with a long file at the end."""


def _turn(item: pytest.Item) -> int:
    folder = item.path.relative_to(ROOT / "tests").parts[0]
    return FIRST.index(folder) if folder in FIRST else len(FIRST)


@pytest.fixture(scope="session")
def semua(request: pytest.FixtureRequest) -> bool:
    """Whether everything is asked for."""
    return bool(request.config.getoption("--semua"))


@pytest.fixture(autouse=True)
def _unhurried(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no command say how far it is where a test reads what it says: that is said after seconds, which a busy machine takes."""
    with pytest.MonkeyPatch.context() as patched:
        if "capsys" in request.fixturenames:
            patched.setattr("buku_sop.adapters.kemajuan.DIAM", math.inf)
        yield


@pytest.fixture(scope="session")
def bersama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

"""Settings of all tests, and how many made-up examples they try."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples everywhere, and no verdict that depends on how busy a machine is.
settings.register_profile(
    "rumah", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("semua", settings.get_profile("rumah"), max_examples=500)
settings.load_profile("rumah")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make test-semua` ask for everything: what `make test` leaves out only repeats a kind that it tries."""
    parser.addoption(
        "--semua", action="store_true", help="try all made-up flows, and five times the examples"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Try more examples where everything is asked for."""
    if config.getoption("--semua"):
        settings.load_profile("semua")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked for `make test-semua` alone."""
    if config.getoption("--semua"):
        return
    later = pytest.mark.skip(
        reason="another sample of its kind is tried; this one in make test-semua"
    )
    for item in items:
        if item.get_closest_marker("semua"):
            item.add_marker(later)


@pytest.fixture(scope="session")
def semua(request: pytest.FixtureRequest) -> bool:
    """Whether everything is asked for."""
    return bool(request.config.getoption("--semua"))


@pytest.fixture(scope="session")
def bersama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

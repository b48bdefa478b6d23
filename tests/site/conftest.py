"""A real Chromium for the tests of the site, with every other host out of reach."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

expect.set_options(timeout=30_000)  # how long a busy machine may take is no verdict

# The shell is the same browser without its windows, and takes a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that SOP_CHROMIUM names, or one on PATH, or Playwright's own."""
    found = (path for name in NAMES if (path := shutil.which(name)))
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SOP_CHROMIUM") or next(found, None), args=arguments
        )
        yield browser
        browser.close()

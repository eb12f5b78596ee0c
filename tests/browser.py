"""The Chromium that is installed on this machine, for tests that look at pages as a reader would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from neo4j_server import absent
from playwright.sync_api import Browser, expect, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The run's one browser; each test opens its own page in it."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        absent("No Chromium: install the package chromium to run the tests that look at pages.")
    expect.set_options(
        timeout=30_000
    )  # ms: a machine that shares its run among several processes may take its time
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_QUIET))
        yield browser
        browser.close()

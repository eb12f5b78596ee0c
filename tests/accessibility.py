"""What axe-core says of a page, for every test that opens one."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def serious_faults(page: Page, *, frames: bool = True) -> list[str]:
    """What axe-core calls serious or critical, each with where it is; ``frames`` says whether it looks into frames."""
    found = Axe().run(page, options={"iframes": frames}).response["violations"]
    return [
        f"{fault['id']}: {fault['nodes'][0]['html'][:160]}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]

"""The pages made from the code say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.reference import pages

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("place", sorted(pages()))
def test_the_page_is_up_to_date(place: str) -> None:
    written = (ROOT / place).read_text(encoding="utf-8")
    assert written == pages()[place], "run: python -m scrgraph.reference"

"""The demo's ten chronologies in the formats that agencies send."""

from __future__ import annotations

import sys
from pathlib import Path

AS_SENT = Path(__file__).resolve().parent / "cases" / "demo_as_sent"


def files_as_sent(folder: Path) -> list[Path]:
    """Ten files in at least six formats, without a code column, in a folder that is made."""
    sys.path.insert(0, str(AS_SENT))
    try:
        from make_demo_sources import make_all
    finally:
        sys.path.remove(str(AS_SENT))
    folder.mkdir(parents=True)
    return sorted(make_all(folder))

"""A small review folder with a few findings, read in a moment, with ``hostile`` at the end of what sources hold."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from scrgraph.review.folder import ReviewFolder

#: Text that would run as code wherever it is not escaped.
HOSTILE = (
    '<script>window.PWNED=1</script>"><img src=x onerror="window.PWNED=1"></script>'
    '<script>window.PWNED=1</script><a href="javascript:window.PWNED=1">x</a>'
)
_HEADINGS = ("Date", "Event type", "To", "About", "Child seen", "What happened")
_FILES = {
    "health visiting.csv": (
        (
            "3/5/2018",
            "referral",
            "Children's Social Care",
            "Tamsin Orchard",
            "",
            "Referred: bruise on the arm",
        ),
        ("9/5/2018", "visit", "", "Tamsin Orchard", "no", "Visited, nobody in"),
        (
            "20/6/2018",
            "referral",
            "Children's Social Care",
            "Tamsin Orchard",
            "",
            "Referred again, no word back",
        ),
    ),
    "children's social care.csv": (
        ("1/4/2018", "visit", "", "Tamsin Orchard", "yes", "Visited at home, seen and well"),
        ("21/9/2018", "visit", "", "Tamsin Orchard", "no", "Visited, not seen"),
    ),
}


def few_findings(folder: Path, hostile: str = "") -> Path:
    """A new review of two agencies' files; returns its folder."""
    review = ReviewFolder.create(folder, f"Tamsin{hostile}")
    for name, rows in _FILES.items():
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(_HEADINGS)
        writer.writerows((*row[:-1], row[-1] + hostile) for row in rows)
        path = folder.parent / name
        path.write_text(text.getvalue(), encoding="utf-8")
        review.add([path], agency=f"{path.stem.title()}{hostile[:30]}")
    return folder

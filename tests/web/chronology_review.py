"""A small invented review for the chronology screen: two agencies, sixty rows, one of them hostile."""

from __future__ import annotations

import csv
from pathlib import Path

from scrgraph.review.folder import ReviewFolder

HOSTILE = '<img src=x onerror="window.PWNED=1"><script>window.PWNED=1</script>'
_POLICE = (
    ("Date", "People", "Event", "What happened", "To", "Child seen", "Seen alone"),
    ("1 March 2018", "Ivo; Mother", "Incident", "Shouting heard from the flat", "", "yes", "no"),
    ("2 March 2018", "Ivo", "Referral", "Form sent about the shouting", "Social Care", "", ""),
    ("early 2018", "Mother", "Contact", f"Statement {HOSTILE}", "", "", ""),
    ("", "Mother", "Contact", "An undated rare bird", "", "no", ""),
)
_CARE = ("Date", "People", "What happened")


def chronology_review(folder: Path) -> Path:
    """Write it, and return its folder."""
    review = ReviewFolder.create(folder, "A small review")
    care = [
        (f"{1 + n % 28} May 20{10 + n // 28}", "Ivo", f"Home visit number {n}, Ivo seen") for n in range(55)
    ]
    for name, rows in (("police.csv", _POLICE), ("care.csv", (_CARE, *care))):
        path = folder.parent / name
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
        review.add([path], agency={"police.csv": "Police", "care.csv": "Social Care"}[name])
    settings = review.settings_path.read_text(encoding="utf-8")
    period = "detailed = { from = 2018-01-01, to = 2018-12-31 } # agreed\n"
    review.settings_path.write_text(
        settings.replace("[review]\n", f"[review]\n{period}", 1), encoding="utf-8"
    )
    return folder

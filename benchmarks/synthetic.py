"""Synthetic chronologies for measuring: ten agencies' own files about one invented family, from a seed."""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

AGENCIES = {
    "social_care.csv": "Northmere Children's Social Care",
    "police.csv": "Northmere Police",
    "gp.csv": "Harbour Lane Surgery",
    "midwifery.csv": "Northmere Midwifery",
    "health_visiting.csv": "Northmere Health Visiting",
    "hospital.csv": "Northmere General Hospital",
    "school.csv": "Tidewell Primary School",
    "housing.csv": "Northmere Housing",
    "probation.csv": "Northmere Probation",
    "mental_health.csv": "Northmere Adult Mental Health",
}
PEOPLE = ("Rowan", "Finn", "Skye", "Mother", "Father", "Mr Tranter", "Mr Pell", "Grandmother")
COLUMNS = (
    "Date",
    "Agency",
    "Worker",
    "Person",
    "Event type",
    "To",
    "From",
    "Child seen",
    "Details",
    "Outcome",
)
_CONTACTS = ("visit", "contact", "medical", "incident", "missed appointment")


def write_review(folder: Path, rows: int, *, seed: int = 1, dropped: float = 0.2) -> list[Path]:
    """Write about ``rows`` rows over ten files; one baton in five rows, of which ``dropped`` leave no receipt."""
    chance = random.Random(seed)  # noqa: S311
    lines: dict[str, list[tuple[str, ...]]] = {file: [] for file in AGENCIES}
    first, days = dt.date(2010, 1, 1), max(365, rows)
    files = list(AGENCIES)
    while sum(map(len, lines.values())) < rows:
        file = chance.choice(files)
        day = first + dt.timedelta(days=chance.randrange(days))
        people = "; ".join(chance.sample(PEOPLE, chance.randint(1, 2)))
        worker = f"Worker {chance.randint(1, 4)}"
        if chance.random() < 0.2:
            other = chance.choice([name for name in files if name != file])
            details = "Concern about the family passed on by telephone"
            lines[file].append(
                (
                    day.isoformat(),
                    AGENCIES[file],
                    worker,
                    people,
                    "referral",
                    AGENCIES[other],
                    "",
                    "",
                    details,
                    "",
                )
            )
            if chance.random() >= dropped:
                received = day + dt.timedelta(days=chance.randint(0, 6))
                outcome = chance.choice(("Home visit", "NFA", ""))
                details = "Call from the other agency"
                row = (received.isoformat(), AGENCIES[other], worker, people, "referral received", "")
                lines[other].append((*row, AGENCIES[file], "", details, outcome))
        else:
            seen = chance.choice(("yes", "no", ""))
            row = (day.isoformat(), AGENCIES[file], worker, people, chance.choice(_CONTACTS), "", "")
            lines[file].append((*row, seen, "Routine entry of about the usual length for a chronology", ""))
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in lines.items():
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([COLUMNS, *sorted(content)])
    return [folder / file for file in files]

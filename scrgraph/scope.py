"""The scope of a review put right in review.toml: its title, incident, children, nation, area, reader and periods.

Each is a decision of the kind ``review-detail`` that says what stood there before and what stands there now, so that it
can be taken back.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from scrgraph.coding.free_text.encoder.network import reader_of_new_reviews
from scrgraph.model.vocabulary import Reader
from scrgraph.review.check import NATIONS
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.settings import PeriodSettings, ReviewSection
from scrgraph.review.settings_edits import say_of_review, set_period

REVIEW = "review-detail"
#: What can be put right, with what it is called.
FIELDS = {
    "title": "title",
    "incident_date": "date of the incident",
    "index_children": "child or children under review",
    "nation": "nation",
    "area": "area",
    "reader": "reader of rows without codes",
    "detailed": "detailed period",
    "summary": "summary period",
}
Period = Literal["detailed", "summary"]
_PERIODS: tuple[Period, ...] = ("detailed", "summary")
_ARROW, _TO, _BETWEEN = " → ", " to ", "; "


def scope_now(folder: ReviewFolder) -> dict[str, str]:
    """What review.toml says of each field, as it is written in a decision; empty where it says nothing."""
    review = folder.settings().review
    return {field: _written(review, field) for field in FIELDS}


def scope_change(folder: ReviewFolder, field: str, was: str, now: str) -> tuple[str, str, str]:
    """Kind, subject and value of the decision that puts one field right; ``was`` is what the author saw there.

    Raises ``ReviewError`` for what cannot stand there, and where it was changed meanwhile.
    """
    if field not in FIELDS:
        raise ReviewError(f"“{field}” of a review cannot be put right here.")
    now, stands = " ".join(now.split()), scope_now(folder)[field]
    if "→" in now or len(now) > 300:
        raise ReviewError("That is too long, or has an arrow in it. Write it without.")
    if field == "nation" and now not in NATIONS:
        raise ReviewError(f"The nation is one of {', '.join(NATIONS)}, whose time limits are known.")
    if field == "reader":
        _can_read(now)
    if field == "incident_date" or field in _PERIODS:
        _days(now)
    if stands not in (was.strip(), now):
        raise ReviewError(
            f"The {FIELDS[field]} was changed to “{stands}” meanwhile. Nothing was changed now; load the page again."
        )
    if stands == now:
        raise ReviewError(f"The {FIELDS[field]} is “{stands}” already. Nothing was changed.")
    return REVIEW, field, f"{stands}{_ARROW}{now}".strip()


def carry_out(folder: ReviewFolder, decision: Decision) -> None:
    """Write into review.toml what a decision says. Raises ``ReviewError``."""
    was, now = _both(decision)
    _write(folder, decision.subject, was, now)


def take_back(folder: ReviewFolder, decision: Decision) -> None:
    """Have review.toml say again what it said before. Raises ``ReviewError`` where it was changed since."""
    was, now = _both(decision)
    _write(folder, decision.subject, now, was)


def _both(decision: Decision) -> tuple[str, str]:
    was, arrow, now = f" {decision.value} ".partition(_ARROW)
    if not arrow or decision.subject not in FIELDS:
        raise ReviewError(f"“{decision.subject}”, “{decision.value}” says nothing of a review's scope.")
    return was.strip(), now.strip()


def _write(folder: ReviewFolder, field: str, was: str, now: str) -> None:
    stands = scope_now(folder)[field]
    if stands not in (was, now):
        raise ReviewError(
            f"The {FIELDS[field]} is “{stands}” by now, so this was not done. Undo what was changed after it first."
        )
    for period in _PERIODS:
        if field == period:
            set_period(folder.settings_path, period, *_days(now))
            return
    value: str | dt.date | tuple[str, ...] | None = now
    if field == "incident_date":
        value = _days(now)[0]
    elif field == "reader":
        value = None if now == Reader.WORDS else now
    elif field == "index_children":
        value = tuple(name.strip() for name in now.split(_BETWEEN.strip()) if name.strip())
    say_of_review(folder.settings_path, **{field: value})


def _written(review: ReviewSection, field: str) -> str:
    value = getattr(review, field)
    if isinstance(value, PeriodSettings):
        return f"{value.from_ or ''}{_TO}{value.to or ''}".strip() if value.from_ or value.to else ""
    if field == "reader":
        return str(value or Reader.WORDS)
    if isinstance(value, tuple):
        return _BETWEEN.join(value)
    return "" if value is None else str(value)


def _can_read(reader: str) -> None:
    if reader not in list(Reader):
        raise ReviewError(f"Rows are read by one of: {', '.join(Reader)}.")
    if reader == Reader.ENCODER and reader_of_new_reviews() is not Reader.ENCODER:
        raise ReviewError(
            'What runs the encoder is not installed here. Install it with: pip install "scrgraph[encoder]" - then '
            "start the workbench again. Nothing was changed."
        )


def _days(written: str) -> tuple[dt.date | None, dt.date | None]:
    """One day, or two with ``to`` between them of which either may be missing, each as 2019-03-14."""
    first, _, last = f" {written} ".partition(_TO)
    try:
        days = [dt.date.fromisoformat(one.strip()) if one.strip() else None for one in (first, last)]
    except ValueError:
        raise ReviewError(f"“{written}” is no day as in 2019-03-14. Nothing was changed.") from None
    return days[0], days[1]

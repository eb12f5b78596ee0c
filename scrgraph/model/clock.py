"""Clocks: how long a stage may take, on whose authority, and what became of each one that ran."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate

Unit = Literal["working days", "days", "weeks", "months", "gestation"]


class Clock(Thing):
    """One limit: from one stage to another, for a kind of thing, between two days, in one nation.

    ``standing`` is ``national`` (statutory guidance), ``local`` (to be checked against local procedures) or
    ``set by the author`` (from review.toml). ``limit`` is a count of ``unit``, or words for ``gestation``.
    """

    baton_kind: str
    from_stage: str
    to_stage: str
    limit: str
    unit: Unit
    applies_from: dt.date | None = None
    applies_to: dt.date | None = None
    nation: str = "England"
    authority: str
    standing: str = "national"


class Deadline(Thing):
    """One clock that ran for one thing of the review: when it began, when it was due and when it was met.

    ``verdict`` is ``in time``, ``late``, ``possibly late`` (it depends on how a date is read), ``no record
    found``, ``cannot tell`` or ``not due``. ``days_over`` are calendar days after the due day, at the least.
    ``applies_to`` is the label and id of the thing, such as ``("Baton", "csc.csv#4")``.
    """

    deadline_id: str
    what: str
    limit: str
    authority: str
    standing: str
    applies_to: tuple[str, str]
    agency_id: str = ""
    about: tuple[str, ...] = ()
    starts: PartialDate
    due: PartialDate
    met: PartialDate = PartialDate()
    verdict: str
    days_over: int | None = None
    entry_ids: tuple[str, ...]

"""Clocks: how long a stage may take, on whose authority, and what became of each one that ran."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, Self

from pydantic import field_validator, model_validator

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate

Unit = Literal["working days", "days", "weeks", "months", "gestation"]
Standing = Literal["national", "local", "set by the author"]

_SINGULAR = {"working day": "working days", "day": "days", "week": "weeks", "month": "months"}
_BY_WEEK = re.compile(r"by week (\d{1,2}) of pregnancy")
_BEFORE_DUE = re.compile(r"(\d{1,2}) (month|week)s? before the due date")


class Clock(Thing):
    """One limit: from one stage to another, for a kind of thing, between two days, in one nation.

    ``limit`` is a count of ``unit``, or words for ``gestation``: ``by week 20 of pregnancy``, ``3 months before
    the due date``. ``standing`` is ``national`` (statutory guidance), ``local`` (to be checked against local
    procedures) or ``set by the author`` (from review.toml). An empty ``nation`` means the review's own.
    """

    baton_kind: str
    from_stage: str = ""
    to_stage: str
    limit: str
    unit: Unit
    applies_from: dt.date | None = None
    applies_to: dt.date | None = None
    nation: str = ""
    authority: str
    standing: Standing = "national"

    @field_validator("limit", mode="before")
    @classmethod
    def _limit_as_text(cls, limit: object) -> object:
        return str(limit) if isinstance(limit, int) and not isinstance(limit, bool) else limit

    @field_validator("unit", mode="before")
    @classmethod
    def _unit_as_plural(cls, unit: object) -> object:
        return _SINGULAR.get(unit, unit) if isinstance(unit, str) else unit

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if self.unit == "gestation":
            if not (_BY_WEEK.fullmatch(self.limit) or _BEFORE_DUE.fullmatch(self.limit)):
                raise ValueError(
                    f"the limit '{self.limit}' cannot be read. With unit = \"gestation\" write it like "
                    "'by week 20 of pregnancy' or '3 months before the due date'."
                )
        elif not re.fullmatch(r"[1-9]\d{0,3}", self.limit):
            raise ValueError(
                f"the limit '{self.limit}' is not a whole number of {self.unit}. Write it like 10."
            )
        if self.applies_from and self.applies_to and self.applies_to < self.applies_from:
            raise ValueError(
                f"it applies to {self.applies_to}, which is before {self.applies_from}. Swap the two."
            )
        return self

    @property
    def timed(self) -> tuple[str, str, str]:
        """What it times: the kind of thing and the two stages."""
        return (self.baton_kind, self.from_stage, self.to_stage)

    @property
    def count(self) -> int:
        """The number in ``limit``: of ``unit``, or of weeks or months for ``gestation``."""
        found = re.search(r"\d+", self.limit)
        return int(found.group()) if found else 0

    @property
    def gestation(self) -> Literal["week", "weeks before", "months before"] | None:
        """How a limit of unit ``gestation`` counts; ``None`` for the other units."""
        if self.unit != "gestation":
            return None
        before = _BEFORE_DUE.fullmatch(self.limit)
        if before is None:
            return "week"
        return "months before" if before.group(2) == "month" else "weeks before"

    @property
    def limit_words(self) -> str:
        """The limit as people say it: ``1 working day``, ``3 months``, ``by week 20 of pregnancy``."""
        if self.unit == "gestation":
            return self.limit
        return f"{self.limit} {self.unit if self.count != 1 else self.unit.removesuffix('s')}"

    @property
    def standing_words(self) -> str:
        """The standing as it is shown: a local figure always says that it is to be checked."""
        return "local: to be checked" if self.standing == "local" else self.standing

    def runs_on(self, day: dt.date) -> bool:
        """Whether it applied to what began on ``day``."""
        return (self.applies_from is None or self.applies_from <= day) and (
            self.applies_to is None or day <= self.applies_to
        )


class Deadline(Thing):
    """One clock that ran for one thing of the review: when it began, when it was due and when it was met.

    ``verdict`` is ``in time``, ``late``, ``possibly late`` (it depends on how a date is read), ``no record
    found``, ``cannot tell`` or ``not due``. ``days_over`` are calendar days after the due day, at the least.
    ``standing`` is ``national``, ``local: to be checked`` or ``set by the author``. ``applies_to`` is the label
    and id of the thing, such as ``("Baton", "csc.csv#4")``.
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

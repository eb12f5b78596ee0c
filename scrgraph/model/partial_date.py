"""A date as a chronology gives it: an interval of days, with what was written and how it was read."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import model_validator

from scrgraph.model.base import Thing

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: dt.date) -> str:
    """A day as people here write it: ``14 March 2008``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


class PartialDate(Thing):
    """An interval of calendar days, both ends included; both ends ``None`` when no date was given.

    ``written`` is the text of the source, unchanged; ``how`` says in words how it was read; ``about`` is the date
    in words that an approximate one was widened from; ``doubt`` says what speaks against it, such as a weekday that
    does not agree. Raises
    ``ValueError`` when only one end is given or the ends are the wrong way round.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    written: str = ""
    how: str = ""
    about: str = ""
    doubt: str = ""

    @model_validator(mode="after")
    def _ends_agree(self) -> Self:
        if (self.earliest is None) != (self.latest is None):
            raise ValueError("a date has both an earliest and a latest day, or neither")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"earliest day {self.earliest} is after latest day {self.latest}")
        return self

    @classmethod
    def day(cls, day: dt.date, written: str = "", how: str = "a single day") -> PartialDate:
        """The date that is exactly ``day``."""
        return cls(earliest=day, latest=day, written=written or day.isoformat(), how=how)

    @property
    def known(self) -> bool:
        """Whether the source gave any date at all."""
        return self.earliest is not None

    @property
    def exact(self) -> bool:
        """Whether this is a single day."""
        return self.earliest is not None and self.earliest == self.latest

    def certainly_before(self, other: PartialDate) -> bool:
        """Whether every possible day of this date comes before every possible day of ``other``."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Whether some possible day of this date comes before some possible day of ``other``."""
        return self.earliest is not None and other.latest is not None and self.earliest < other.latest

    def __str__(self) -> str:
        """The date for people, in British order: ``14 March 2008``, ``March 2008``, ``about 2008``."""
        if self.earliest is None or self.latest is None:
            return "no date given"
        if self.about:
            return f"about {self.about}"
        return span_in_words(self.earliest, self.latest)


def span_in_words(earliest: dt.date, latest: dt.date) -> str:
    """An interval of days as people write it, shortened where it is a whole month or year."""
    if earliest == latest:
        return in_words(earliest)
    starts_month, ends_month = earliest.day == 1, (latest + dt.timedelta(days=1)).day == 1
    if starts_month and ends_month and earliest.year == latest.year:
        if earliest.month == latest.month:
            return f"{MONTHS[earliest.month - 1]} {earliest.year}"
        if (earliest.month, latest.month) == (1, 12):
            return str(earliest.year)
        return f"{MONTHS[earliest.month - 1]} to {MONTHS[latest.month - 1]} {latest.year}"
    return f"between {in_words(earliest)} and {in_words(latest)}"

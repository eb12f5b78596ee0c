"""Dates told as the age of the oldest child under review: of the model, and those that a text writes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.people import Person
from scrgraph.pseudonyms.child_clock import BIRTH, age_told, in_ages
from scrgraph.pseudonyms.fields import word_data
from scrgraph.pseudonyms.shifted_dates import Shift
from scrgraph.pseudonyms.spans import Span, without_overlap
from scrgraph.review.errors import ReviewError

#: Letters before a date that may tell how its age is to be joined to them ("on", "from").
_LEAD = 80
_YEAR, _MONTH = 360, 27
_IN = re.compile(r"\b(?:in|during) $", re.IGNORECASE)
_WORDS = word_data("times_of_year.toml")
_TIMES = tuple(
    (instead, re.compile(rf"\b(?:{'|'.join(patterns)})\b", 0 if instead == "[weekday]" else re.IGNORECASE))
    for instead, patterns in (("[weekday]", _WORDS["weekdays"]), ("[time of year]", _WORDS["times"]))
)


class Ages(Shift):
    """Moves days so that a child is born on the first day of its own clock; texts tell ages in place of dates.

    Weekdays are not kept. Words for weekdays and for times of the year are taken out of texts.
    """

    how = "told as an age"

    def __init__(self, born: dt.date) -> None:
        super().__init__(BIRTH - born)

    def spans(self, text: str, near: dt.date | None) -> Iterator[Span]:
        """Every date in a text with the age in its place, and every weekday and time of the year that stands alone."""
        dates = [_as_age(text, span) for span in super().spans(text, near)]
        times = [
            Span(match.start(), match.end(), instead, "date")
            for instead, pattern in _TIMES
            for match in pattern.finditer(text)
        ]
        dates = [span for span in dates if not (span.doubtful and any(_touch(span, one) for one in times))]
        yield from without_overlap(times, dates)

    def _about(self, date: PartialDate) -> str:
        """Of a month, a year and an approximate date only the middle is told."""
        if date.earliest is None or date.latest is None:
            return ""
        days = (date.latest - date.earliest).days
        if not date.about and days < _MONTH:
            return ""
        middle = self.day(date.earliest + (date.latest - date.earliest) // 2)
        return self._roughly(middle, days).removeprefix("about ")

    def _span(self, earliest: dt.date, latest: dt.date) -> str:
        return in_ages(super()._span(earliest, latest))

    def _roughly(self, middle: dt.date, days: int) -> str:
        if days < _YEAR:
            return f"about {age_told(middle, 'about ', roughly=True)[1]}"
        years = middle.year - BIRTH.year
        if years > 0:
            return f"about age {years}"
        before = (BIRTH - middle).days // 365
        if before > 0:
            return f"about {before} year{'s' * (before != 1)} before birth"
        return "about the year before birth" if middle < BIRTH else "about the first year of life"

    def _year_left_out(self, earliest: dt.date, latest: dt.date) -> str:
        if earliest == latest:
            return in_words(earliest)
        return self._roughly(earliest + (latest - earliest) // 2, _MONTH)


def _as_age(text: str, span: Span) -> Span:
    """The span with the words before it that its age takes in."""
    lead = text[max(0, span.start - _LEAD) : span.start]
    if span.instead.startswith("about ") and (within := _IN.search(lead)):
        instead = span.instead if span.instead.endswith("birth") else f"at {span.instead}"
        if within[0][0].isupper():
            instead = instead[:1].upper() + instead[1:]
        return span._replace(start=span.start - len(within[0]), instead=instead)
    told = in_ages(f"{lead}{span.instead}")
    same = next(
        (at for at, pair in enumerate(zip(told, lead, strict=False)) if pair[0] != pair[1]), len(lead)
    )
    return span._replace(start=span.start - (len(lead) - same), instead=told[same:])


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def told_by(people: Sequence[Person]) -> Person:
    """The child by whose age days are told: the oldest of those under review whose day of birth is known.

    Raises ``ReviewError`` with the next step where there is none.
    """
    born = [person for person in people if person.index_child and person.born.earliest]
    if not born:
        raise ReviewError(
            "Dates cannot be told as ages: the day of birth of no child under review is known. Name the child under "
            "index_children in review.toml, write the day under born in people.csv, and try again; or ask for dates "
            "kept or shifted."
        )
    return min(born, key=lambda person: (person.born.earliest or dt.date.max, person.person_id))


def clock_note(called: str, several: bool) -> str:
    """What the title of the copy says of its days; ``called`` is the child's pseudonym."""
    return f"days told as the age of {called}" + (", the oldest" if several else "")

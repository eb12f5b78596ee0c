"""Two dates with something between them: ``Nov 2006 - Jan 2007``, ``3-5 June 2017``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from scrgraph.model.partial_date import in_words
from scrgraph.temporal.date_words import PART, WEEKDAY, UnreadableDate
from scrgraph.temporal.reading import Reading, joined
from scrgraph.temporal.single_date import read_single

_BETWEEN = re.compile(r"between (.+) and (.+)")
_FROM = re.compile(r"from (?=.+(?: to | until | till |-))")
_AND = re.compile(r"\s*[&+]\s*")
_JOINS = re.compile(r" (?:to|until|till|or|and) | - | / |[-/]")
#: Days joined by "and" are read as the days from one to the other where they lie no further apart than this.
_DAYS_OF_AND = 7
#: A span over the end of a year that gives its year once is no longer than this.
_DAYS_OVER_NEW_YEAR = 184
_LEADING_PART = re.compile(rf"({PART})[- ](\S.*)")
_BARE_PART = re.compile(PART)
_BARE_DAY = re.compile(rf"(?:{WEEKDAY},? )?\d{{1,2}}")
_NUMBERS = re.compile(r"[\d/.-]+")


def read_span(text: str, default_year: int | None) -> Reading | None:
    """The days from the first date in ``text`` to the second, or ``None`` when it is no pair of dates.

    What the first date leaves out (its month or year) is taken from the second. Raises ``UnreadableDate``
    when one of the two cannot be, they are the wrong way round, or the text can be cut in two ways.
    """
    found: dict[tuple[object, object], Reading] = {}
    refused: UnreadableDate | None = None
    text = _AND.sub(" and ", text)
    for left, right, alike in _pairs(text):
        try:
            reading = _read_pair(left, right, alike, default_year)
        except UnreadableDate as reason:
            refused = refused or reason
            continue
        if reading and " and " in text and not _BETWEEN.fullmatch(text):
            reading = _both(reading)
        if reading:
            found[reading.earliest, reading.latest] = reading
    if len(found) > 1:
        raise UnreadableDate("it can be read as more than one pair of dates; write both in full")
    if found:
        return next(iter(found.values()))
    if refused:
        raise refused
    return None


def _pairs(text: str) -> Iterator[tuple[str, str, bool]]:
    """Every way of cutting ``text`` in two at a word or sign that joins dates.

    The third value says that both must be of one kind: a stroke or a dash without spaces joins two days, two
    months or two years.
    """
    between = _BETWEEN.fullmatch(text)
    if between:
        yield between[1], between[2], False
        return
    text = _FROM.sub("", text, count=1)
    for join in _JOINS.finditer(text):
        left, right = text[: join.start()].strip(), text[join.end() :].strip()
        sign = join[0].strip()
        if not left or not right or (sign == join[0] and (sign in left or sign in right)):
            continue
        yield left, right, sign == "/" or sign == join[0]


def _read_pair(left: str, right: str, alike: bool, default_year: int | None) -> Reading | None:
    last = read_single(right, default_year)
    if last is None:
        return None
    first = _read_first(left, right, last)
    if first is None or (alike and first.unit != last.unit):
        return None
    if first.earliest > last.latest:
        before = _year_before(left, right, first, last)
        if before:
            return before
        raise UnreadableDate(
            f"it ends on {in_words(last.latest)}, before it begins on {in_words(first.earliest)}; "
            "write the year of both"
        )
    unit = min(first.unit, last.unit, key=("day", "month", "year").index)
    notes = [reading.how.partition("; ")[2] for reading in (first, last)]
    how = "; ".join(["any day from the first date to the second", *filter(None, notes)])
    return Reading(first.earliest, last.latest, unit, how, doubt=joined(first.doubt, last.doubt))


def _both(reading: Reading) -> Reading:
    """Two dates joined by "and": what happened on each is not told apart, which is sound for days close by."""
    days = (reading.latest - reading.earliest).days
    if reading.unit == "day" and days > _DAYS_OF_AND:
        raise UnreadableDate("it gives more than one date; give each a row of its own")
    if days <= 1 or reading.unit != "day":
        return reading
    return replace(reading, doubt=joined(reading.doubt, "it names two days, not the time between them"))


def _year_before(left: str, right: str, first: Reading, last: Reading) -> Reading | None:
    """``28 Dec - 3 Jan 2009``: the first day is of the year before, as no year is written with it."""
    if re.search(r"\d{4}|'\d\d", left):
        return None
    try:
        begins = read_single(left, last.latest.year - 1)
    except UnreadableDate:
        return None
    if (
        begins is None
        or (last.latest - begins.earliest).days > _DAYS_OVER_NEW_YEAR
        or begins.earliest == first.earliest
    ):
        return None
    how = f"any day from the first date to the second; the first is taken as in {begins.earliest.year}"
    unit = min(begins.unit, last.unit, key=("day", "month", "year").index)
    return Reading(begins.earliest, last.latest, unit, how, doubt=joined(begins.doubt, last.doubt))


def _read_first(left: str, right: str, last: Reading) -> Reading | None:
    """The first date of a pair, completed from the second."""
    if _BARE_DAY.fullmatch(left):
        if last.unit != "day" or last.earliest != last.latest:
            return None
        return read_single(f"{left}/{last.latest.month}/{last.latest.year}", None)
    if re.fullmatch(r"\d{1,2}[-/.]\d{1,2}", left) and not (_NUMBERS.fullmatch(right) and last.unit == "day"):
        return None
    part = _LEADING_PART.fullmatch(right)
    if _BARE_PART.fullmatch(left) and part:
        return read_single(f"{left} {part[2]}", last.latest.year)
    return read_single(left, last.latest.year)

"""Two dates with something between them: ``Nov 2006 - Jan 2007``, ``3-5 June 2017``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrgraph.model.partial_date import in_words
from scrgraph.temporal.date_words import PART, WEEKDAY, UnreadableDate
from scrgraph.temporal.single_date import Reading, read_single

_BETWEEN = re.compile(r"between (.+) and (.+)")
_FROM = re.compile(r"from (?=.+(?: to | until | till |-))")
_JOINS = re.compile(r" (?:to|until|till|or) | - | / |[-/]")
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
    for left, right, alike in _pairs(text):
        try:
            reading = _read_pair(left, right, alike, default_year)
        except UnreadableDate as reason:
            refused = refused or reason
            continue
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
        raise UnreadableDate(
            f"it ends on {in_words(last.latest)}, before it begins on {in_words(first.earliest)}; "
            "write the year of both"
        )
    unit = min(first.unit, last.unit, key=("day", "month", "year").index)
    notes = [reading.how.partition("; ")[2] for reading in (first, last)]
    how = "; ".join(["any day from the first date to the second", *filter(None, notes)])
    return Reading(first.earliest, last.latest, unit, how)


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

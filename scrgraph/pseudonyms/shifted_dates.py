"""Dates moved by one number of days: of the model, and those that a text writes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from scrgraph.model.partial_date import MONTHS, PartialDate, in_words, span_in_words
from scrgraph.pseudonyms.spans import Span
from scrgraph.temporal.date_words import MONTH, PART, WEEKDAY
from scrgraph.temporal.read_date import LONGEST, NoYearGiven, UnreadableDate, read_date

_MOST_WORDS = 8
#: Days between the first and the last day of a whole month, at least and at most, and of what is told as a year.
_MONTH, _YEAR = (27, 31), 360
_SEASON = r"(?:spring|summer|autumn|winter)"
_STARTS = re.compile(
    rf"(?:\d|{MONTH}\b|{WEEKDAY}\b|{PART}\b|{_SEASON}\b|christmas|xmas|easter|boxing|new\b|good\b|between\b|from\b|w/|week\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_BEFORE, _AFTER = "(['\"“‘[", ".,;:)]'\"”’?!"
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\s*(?:hrs?|hours|h)\b", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_MONTH_ALONE = re.compile(rf"({MONTH})\.?", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:in|due|since|until|till|by|for|from|of|early|mid|late|end|last|next|this|during|to|resume)\s+$",
    re.IGNORECASE,
)
_ALSO_WORDS = frozenset({"may", "march", "mar", "sun", "sat"})


class Shift:
    """Moves days ``by`` one time, so that each keeps its distance from every other; by whole weeks, its weekday too."""

    #: How a moved date was read, as the copy tells it.
    how = "moved with all dates of this copy"

    def __init__(self, by: dt.timedelta) -> None:
        self._by = by

    def day(self, day: dt.date) -> dt.date:
        """The day in the copy."""
        return day + self._by

    def date(self, date: PartialDate) -> PartialDate:
        """The date in the copy: what was written is put in words, as the writing itself would tell the day."""
        if date.earliest is None or date.latest is None:
            return date.model_copy(update={"written": "[date]"}) if date.written else date
        earliest, latest = self.day(date.earliest), self.day(date.latest)
        about = self._about(date)
        words = f"about {about}" if about else self._span(earliest, latest)
        return PartialDate(
            earliest=earliest,
            latest=latest,
            written=words,
            how=self.how,
            about=about,
            doubt=self.within(date.doubt, date.earliest),
        )

    def within(self, text: str, near: dt.date | None) -> str:
        """A text of the program with its dates moved."""
        pieces, place = [], 0
        for span in self.spans(text, near):
            pieces += [text[place : span.start], span.instead]
            place = span.end
        return "".join([*pieces, text[place:]])

    def spans(self, text: str, near: dt.date | None) -> Iterator[Span]:
        """Every date in a text with the moved one; ``near`` is a day by which the year of "12 March" is known.

        A date without a year stands as ``[date]`` where nothing tells its year. "3/4" and "May" may be no dates: they
        stay, and are given as doubtful spans that change nothing.
        """
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            start = words[at].start() + len(words[at][0]) - len(words[at][0].lstrip(_BEFORE))
            step = 1
            if _STARTS.match(text, start):
                ends = [word.end() for word in words[at : at + _MOST_WORDS]]
                read = _longest(text, start, tuple(ends))
                if read is not None:
                    end, date = read
                    instead = self._instead(text, start, end, date)
                    if instead:
                        yield Span(start, end, instead, "date")
                        step = sum(1 for one in ends if one <= end or one - end <= 3) or 1
                elif span := self._without_year(text, start, ends, near):
                    yield span
                    step = sum(1 for one in ends if one - 2 <= span.end) or 1
            at += step

    def _about(self, date: PartialDate) -> str:
        """What an approximate date lies about, moved; empty for one that is not approximate."""
        return self.within(date.about, date.earliest).removeprefix("about ") if date.about else ""

    def _span(self, earliest: dt.date, latest: dt.date) -> str:
        """Moved days in words."""
        return span_in_words(earliest, latest)

    def _roughly(self, middle: dt.date, days: int) -> str:
        """A moved month or year, of which only the middle is still told."""
        return f"about {middle.year}" if days >= _YEAR else f"about {MONTHS[middle.month - 1]} {middle.year}"

    def _year_left_out(self, earliest: dt.date, latest: dt.date) -> str:
        """Moved days of which the text gives no year."""
        if earliest == latest:
            return in_words(earliest).rpartition(" ")[0]
        if (latest - earliest).days > _MONTH[1]:
            return f"from {MONTHS[earliest.month - 1]} to {MONTHS[latest.month - 1]}"
        return MONTHS[(earliest + (latest - earliest) // 2).month - 1]

    def _instead(self, text: str, start: int, end: int, date: PartialDate) -> str:
        if date.earliest is None or date.latest is None:
            return ""
        if _BARE_YEAR.fullmatch(text[start:end]) and (
            _CLOCK.match(text, end) or text[:start].endswith(("£", "$"))
        ):
            return ""
        if date.exact:
            return in_words(self.day(date.earliest))
        days = (date.latest - date.earliest).days
        if days >= _YEAR or _MONTH[0] <= days <= _MONTH[1]:
            return self._roughly(self.day(date.earliest + (date.latest - date.earliest) // 2), days)
        return span_in_words(self.day(date.earliest), self.day(date.latest))

    def _without_year(self, text: str, start: int, ends: list[int], near: dt.date | None) -> Span | None:
        """A day or a month that gives no year."""
        for end in reversed([_trimmed(text, start, end) for end in ends[:4]]):
            piece = text[start:end]
            month = _MONTH_ALONE.fullmatch(piece)
            if month and not month[0][0].isupper():
                continue
            if month and month[1].lower() in _ALSO_WORDS and not _LEADS.search(text[:start]):
                return Span(start, end, piece, "date", doubtful=True)
            if not month and not _needs_year(piece):
                continue
            numeric = _DAY_AND_MONTH.fullmatch(piece)
            if numeric and "." in piece:
                continue
            if numeric and not (piece[0] == "0" or numeric[2][0] == "0" or int(numeric[1]) > 12):
                return Span(start, end, piece, "date", doubtful=True)
            year = near.year if near else _year_in(text, end)
            if year is None:
                return Span(start, end, "[date]", "date")
            date = _nearest(piece, near or dt.date(year, 7, 1), year, fixed=near is None)
            if date is None or date.earliest is None or date.latest is None:
                continue
            words = self._year_left_out(self.day(date.earliest), self.day(date.latest))
            return Span(start, end, words, "date")
        return None


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _AFTER:
        end -= 1
    return end


@lru_cache(maxsize=65_536)
def _read(piece: str) -> PartialDate | None:
    try:
        date = read_date(piece)
    except UnreadableDate:
        return None
    return date if date.known else None


@lru_cache(maxsize=65_536)
def _needs_year(piece: str) -> bool:
    try:
        read_date(piece)
    except NoYearGiven:
        return True
    except UnreadableDate:
        return bool(_DAY_AND_MONTH.fullmatch(piece)) and _reads_with_year(piece)
    return False


def _reads_with_year(piece: str) -> bool:
    try:
        return read_date(piece, default_year=2000).known
    except UnreadableDate:
        return False


def _longest(text: str, start: int, ends: tuple[int, ...]) -> tuple[int, PartialDate] | None:
    """The longest piece that is a date, and of it no more than gives the same days: no time of day."""
    found: tuple[int, PartialDate] | None = None
    for end in reversed(ends):
        end = _trimmed(text, start, end)
        if end - start > LONGEST or end <= start or ";" in text[start:end]:
            continue
        date = _read(text[start:end])
        if date is None:
            continue
        if found is None:
            found = end, date
        elif (date.earliest, date.latest) == (found[1].earliest, found[1].latest):
            found = end, found[1]
    return found


def _year_in(text: str, place: int) -> int | None:
    """The year written next after a place, else the last before it."""
    after = _BARE_YEAR.search(text, place)
    before = [match[0] for match in _BARE_YEAR.finditer(text, 0, place)]
    return int(after[0]) if after else int(before[-1]) if before else None


def _nearest(piece: str, near: dt.date, year: int, fixed: bool) -> PartialDate | None:
    """The piece in the year in which it lies nearest to ``near``."""
    read: list[tuple[int, PartialDate]] = []
    for one in (year,) if fixed else (year, year - 1, year + 1):
        try:
            date = read_date(piece, default_year=one)
        except UnreadableDate:
            continue
        if date.earliest:
            read.append((abs((date.earliest - near).days), date))
    return min(read, key=lambda pair: pair[0])[1] if read else None

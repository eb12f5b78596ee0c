"""A date at the beginning of a text that says more: ``12/3/07 HV``, ``On 3/6/07 mother rang``."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import NamedTuple

from scrgraph.model.partial_date import PartialDate
from scrgraph.temporal.date_words import MONTH, WEEKDAY
from scrgraph.temporal.read_date import LONGEST, UnreadableDate, read_date


class LeadingDate(NamedTuple):
    """The date that a text begins with, as it is written there, and what follows it."""

    date: PartialDate
    written: str
    rest: str


#: A date of one day takes no more words than this: "on Tues 3rd of June 2007 at 2.30 pm".
_MOST_WORDS = 10
_WIDEST_DAYS = 31
_MAY_BEGIN = re.compile(rf"\W{{0,3}}(?:on |the |date:? |{WEEKDAY}\b|{MONTH}\b|[\doli])", re.IGNORECASE)
#: What a date, with its time, is made of; the first other word ends it.
_OF_A_DATE = re.compile(
    rf"[\W_]*(?:\S*\d\S*|{WEEKDAY}|{MONTH}|on|the|of|at|and|to|or|in|between|from|since|date|early|mid|late|beginning"
    r"|start|middle|end|spring|summer|autumn|winter|[ap]\.?m|hrs|hours|hr|h|approx|about|around|circa|ca?|morning"
    r"|afternoon|evening|night|lunchtime|noon|midday|midnight|onwards?|ongoing|present|now|w/?[cbe]|week|commencing"
    r"|ending|christmas|xmas|new|year|easter|day|eve|boxing|good|st|nd|rd|th)?[\W_]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_PARTED = re.compile(r"^[\s,;:.\-–—|]+")
#: What may not follow: the date would go on, or be part of a number, a span or a sentence about another day.
_GOES_ON = re.compile(
    rf"[\d/&+]|(?:to|until|till|and|or|onwards?|ongoing|present|now|saw|was|is|were|date)\b"
    rf"|(?:{WEEKDAY}|{MONTH}|spring|summer|autumn|winter)\b(?=[ .,']*\d)",
    re.IGNORECASE,
)
_JOINED_ON = re.compile(
    rf"((?:\d{{1,4}}[-/.]){{2}}\d{{2,4}}|\d(?:{MONTH})\d{{2,4}})(?=[A-Za-z(:;,])", re.IGNORECASE
)
#: Words that end no date but may begin what follows: "3/6/07 St Mary's rang".
_NAMES = frozenset({"eve", "st"})
#: Weekdays that are other words too: "3/6/07 Sat with mother".
_ALSO_WORDS = frozenset({"sat", "sun", "wed", "mon"})
_PARTS_TEXT = re.compile(r"[:\-–—|;\t\n]")


def leading_date(text: str, *, default_year: int | None = None) -> LeadingDate | None:
    """The day that ``text`` begins with, where words follow that are no part of it; else ``None``.

    A month or a span of at most 31 days counts only where a colon or dash parts it from the words. The longest
    beginning that can be read is taken; a time of day after the date goes with it.
    """
    head = text.lstrip()[: LONGEST + 1]
    if not _MAY_BEGIN.match(head):
        return None
    joined = _JOINED_ON.match(head)
    ends = [word.end() for word in takewhile(_may_be_of_a_date, islice(_WORD.finditer(head), _MOST_WORDS))]
    if joined:
        ends = [joined.end(), *(end for end in ends if end > joined.end())]
    start = len(text) - len(text.lstrip())
    for end in reversed(ends):
        written = head[:end]
        try:
            date = read_date(written.rstrip(" ,;:-–—|"), default_year=default_year)
        except UnreadableDate:
            continue
        if date.earliest is None or date.latest is None:
            continue
        after = text[start + end :]
        last = written.split()[-1].casefold()
        if last in _NAMES or (last in _ALSO_WORDS and date.doubt):
            continue
        rest = _PARTED.sub("", after)
        if not rest:
            continue
        if _GOES_ON.match(rest) or (date.latest - date.earliest).days > _WIDEST_DAYS:
            return None
        gap = written[-1:] + after[: len(after) - len(rest)]
        if not date.exact and not _PARTS_TEXT.search(gap):
            return None
        if not any(letter.isalpha() for letter in rest):
            return None
        return LeadingDate(date, written.strip(" ,;:-–—|"), rest)
    return None


def _may_be_of_a_date(word: re.Match[str]) -> bool:
    return _OF_A_DATE.fullmatch(word[0]) is not None

"""The date that a line of running text begins with, told apart from a date in the middle of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scrgraph.temporal.date_words import MONTH, PART, WEEKDAY
from scrgraph.temporal.read_date import UnreadableDate, read_date

_DAY = r"\d{1,2}(?!\d)(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|'?\d\d(?![\d:]|\.\d|\s?[ap]\.?m|\s?hrs))"
_NUMERIC = (
    r"\d{1,2}\s?(?P<join>[./-])\s?\d{1,2}\s?(?P=join)\s?'?\d{2,4}(?!\d)"
    r"|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{4}/\d\d/\d\d(?!\d)"
)
_WORDS = (
    rf"(?:the\s)?{_DAY}(?:\s+of)?[\s./-]*{MONTH}(?![a-z])\.?,?[\s./-]?\s*{_YEAR}"
    rf"|{MONTH}\.?\s+{_DAY},?\s+(?:19|20)\d\d(?!\d)"
)
_WHOLE = rf"(?:{_NUMERIC}|{_WORDS})"
_MONTH_YEAR = (
    rf"{MONTH}(?![a-z])\.?(?:\s?[/-]\s?{MONTH}(?![a-z])\.?)?(?:,?\s+(?:of\s)?|\s?[/-]\s?|\s?')"
    r"(?:(?:19|20)\d\d|\d\d)(?![\d/.:]\d|\d)"
)
_SEASON = r"(?:spring|summer|autumn|winter)(?:\s+of)?\s+(?:19|20)\d\d(?:/\d{1,4})?(?!\d)"
_PARTLY = (
    rf"(?:{PART}[- ](?:in )?)?(?:{_MONTH_YEAR}|{_SEASON}|(?:19|20)\d\d(?![\d/.:-]\d|\d))"
    r"|\d{1,2}/(?:19|20)\d\d(?!\d)"
)
_YEARLESS = rf"(?:the\s)?{_DAY}(?:\s+of)?[\s./-]*{MONTH}(?![a-z])\.?|\d{{1,2}}/\d{{1,2}}(?![\d/.])"
_DAY_ALONE = r"(?:the\s)?\d{1,2}(?!\d)(?:st|nd|rd|th)?(?![\d/.,]|:\d)"
_TO = r"\s*(?:-|–|—|to|until|and|&|/)\s*"
_APPROXIMATE = (
    r"(?:(?:\?+|~|c\.|c(?=\s)|circa|approx(?:imately)?\.?|about|around|w/?[cbe]"
    r"|week (?:commencing|beginning|ending))\s*:?\s*)?"
)
_FROM = r"(?:(?:from|between)\s+)?"
_DAYNAME = rf"(?:{WEEKDAY}\b\.?,?\s+(?:the\s)?)?"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)(?:\s?(?:[ap]\.?m\b\.?|hrs|hours|h\b))?|\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\d{4}\s?(?:hrs|hours|h\b)|[ap]m\b)"
)
_TIME = rf"(?P<time>(?:,?\s*(?:at\s+|@\s*)?|T)\(?{_CLOCK}(?:{_TO}{_CLOCK})?\)?)?"
_FORMS = tuple(
    (kind, re.compile(rf"(?P<date>{_APPROXIMATE}{form}\??(?:\s?\(?{WEEKDAY}\b\)?)?){_TIME}", re.IGNORECASE))
    for kind, form in (
        (
            "span",
            rf"{_FROM}{_DAYNAME}(?:{_DAY}|{_YEARLESS}|{_WHOLE}){_TO}{_DAYNAME}{_WHOLE.replace('join', 'join2')}",
        ),
        ("day", rf"{_DAYNAME}{_WHOLE}"),
        ("partial", _PARTLY),
        ("yearless", rf"{_DAYNAME}(?:{_YEARLESS})"),
        ("day alone", rf"{_DAYNAME}{_DAY_ALONE}"),
        ("month", rf"{MONTH}(?![a-z])\.?"),
    )
)
#: No date with its time and what stands round it is longer than this many letters.
_LONGEST = 160
_LEAD = re.compile(
    r"[\s>]*(?:(?:[•●▪■◦·*–—-]|o(?=\s)|\(?\d{1,3}[.)](?=\s)|\(?[a-z]\)(?=\s))[\s]+)?(?:\*\*|__|#{1,6}\s+)?",
    re.ASCII,
)
_SEPARATOR = re.compile(
    r"\s*(?:\*\*|__)\s*(?:[-–—:;|=>]+\s*)?|\s*(?:[-–—:;|=>]+|\t|\s{2,}|[.,](?=\s|$)|$)\s*(?:\*\*|__)?\s*"
)
_CLOSE = {"[": "]", "(": ")"}
_GOES_ON = re.compile(
    r"(?:and|or|when|where|which|but|as|with|who|after|before|for|by|in|to|until|that|while|because|was|were|is|had|has"
    r"|due|at which|on which|then|onwards|they|she|he|following|from)\b"
)
_LEADS_ON = re.compile(
    r"(?:\b(?:on|of|since|dated|from|until|till|by|before|after|the|and|or|for|in|between|to|about|around|at|is|was|born"
    r"|dob|d\.o\.b\.?|edd|due|week|commencing|beginning|ending|than|date)|[(&/-])[\s:]*$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;\"'”’)\]]\s*$")
_PARTS = re.compile(rf"({MONTH})|((?:19|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True)
class LineDate:
    """A date at the start of a line: ``day``, ``span``, ``partial``, ``yearless``, ``day alone`` or ``month``.

    ``month`` and ``year`` are as written, empty where the line does not give them; ``rest`` is what follows.
    """

    written: str
    rest: str
    kind: str
    month: str = ""
    year: str = ""

    def stands(self, month: str, year: str) -> bool:
        """Whether it is a date, below headings that give this month and year: a day or month alone needs them."""
        return (
            bool(year) and (bool(month) or self.kind == "month")
            if self.kind in {"day alone", "month"}
            else True
        )

    @property
    def is_heading(self) -> bool:
        """Whether the line is no more than a month or a year, for the days below it."""
        return not self.rest and (self.kind == "month" or (self.kind == "partial" and bool(self.year)))

    def completed(self, month: str, year: str) -> str:
        """The date with what a heading above it gives."""
        if self.kind == "yearless" and year:
            return f"{self.written}{'/' if '/' in self.written and not self.month else ' '}{year}"
        if self.kind == "month":
            return f"{self.written} {year}"
        return f"{self.written} {month} {year}" if self.kind == "day alone" else self.written


def date_at_start(line: str, before: str = "") -> LineDate | None:
    """The date ``line`` begins with, after a bullet, number or weekday at most; ``None`` when it begins with none.

    ``before`` is the line right above it: where that one breaks off ("seen on"), or this one goes on ("and again"), the
    date stands in the middle of a sentence and begins nothing.
    """
    lead = _LEAD.match(line)
    text = line[lead.end() :] if lead else line
    head = text[:_LONGEST]
    opened = text[:1] if text[:1] in _CLOSE else ""
    for kind, form in _FORMS:
        match = form.match(head, len(opened))
        if not match or (opened and not text.startswith(_CLOSE[opened], match.end())):
            continue
        found = _found(kind, match, text[match.end() + len(opened) :], bool(opened))
        if found and not _in_a_sentence(found, text, before[-_LONGEST:]):
            return found
    return None


def _found(kind: str, match: re.Match[str], after: str, enclosed: bool) -> LineDate | None:
    separator = _SEPARATOR.match(after[:_LONGEST])
    if after[:1].isalnum() or (after[:1] in "/'%£" and after):
        return None
    rest = after[separator.end() :] if separator else after.lstrip()
    if kind in {"partial", "yearless"} and not (separator or enclosed or rest[:1].isupper()):
        return None
    if kind == "month" and rest:
        return None
    if kind == "day alone" and not (
        (separator and separator[0].strip(" *_.,")) or "\t" in after[:1] or not rest
    ):
        return None
    written, time = match["date"].strip(), (match["time"] or "").strip(" ,")
    if time:
        if _readable(match[0].strip()):
            written = match[0].strip()
        else:
            rest = f"{time} {rest}".strip()
    parts = _PARTS.findall(written)
    month = next((word for word, _ in parts if word), "")
    year = next((number for _, number in parts if number), "")
    return LineDate(written, rest.strip(), kind, month, year)


def _readable(written: str) -> bool:
    try:
        return read_date(written).known
    except UnreadableDate:
        return False


def _in_a_sentence(found: LineDate, text: str, before: str) -> bool:
    """Whether the date is part of a sentence that began above, or of one that goes on after it."""
    if _LEADS_ON.search(before):
        return True
    goes_on = bool(_GOES_ON.match(found.rest)) and found.rest == text[len(text) - len(found.rest) :]
    plain_space = not re.search(r"[-–—:;|\t]\s*$", text[: len(text) - len(found.rest)])
    return bool(before) and goes_on and plain_space and not _ENDED.search(before)

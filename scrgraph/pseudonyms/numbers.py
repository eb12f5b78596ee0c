"""Telephone numbers, postcodes, addresses on the net, dates of birth and case numbers, known by how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrgraph.coding.free_text.mentions import vocabulary
from scrgraph.coding.words import normal
from scrgraph.pseudonyms.spans import Span

_DAY = r"(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?[ -]?[A-Z][a-z]{2,8}[ ,-]*\d{2,4})"
_NUMBER_OF = (
    r"(?:NHS|case|crime|log|incident|hospital|patient|pupil|client|custody|reference|ref|UPN|URN|PNC|CRN|NINO|NI|LCS|ICS"
    r"|SystmOne|EMIS|RiO|MRN|CHI)"
)
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("number", r"(?i:\bNHS(?: ?(?:no|number|num)\b)?)[:. ]*(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)"),
        ("number", r"(?<![\w/-])(\d{3}[ -]\d{3}[ -]\d{4})(?![\w/-])"),
        ("e-mail address", r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"),
        ("web address", r"(?:https?://|www\.)[^\s<>\"]+"),
        ("date of birth", rf"(?i:\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[: ]*)({_DAY})"),
        (
            "number",
            rf"\b(?i:{_NUMBER_OF})(?i: ?(?:no|number|num|nos|ref|id)\b\.?| ?#|:)[:. ]*([A-Z]{{0,5}}[-/ ]?\d[\w/-]*)",
        ),
        ("number", r"(?<![\w/-])([A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D])\b"),
        ("number", r"(?<![\w/-])(\d{2}(?:\d{2})?/\d{4,7}[A-Z])\b"),
        (
            "phone number",
            r"(?<![\w+/-])((?:\+44[ -]?(?:\(0\)[ -]?)?\d{2,4}|\(?0\d{2,4}\)?)[ -]?\d{3,4}[ -]?\d{3,4})(?![\w/]|-\d)",
        ),
        (
            "phone number",
            r"(?<![\w+/-])((?:\+44 ?7|07)\d{3}[ -]?(?:\d{6}|\d{3}[ -]\d{3}|\d{2}[ -]\d{2}[ -]\d{2}))(?!\w)",
        ),
        ("number", r"(?<![\w/.£-])(\d{10})(?![\w/-])"),
        ("postcode", r"\b((?:[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]?) ?\d[A-Z]{2})\b"),
        ("postcode", r"\b((?:[a-pr-uwyz][a-hk-y]?\d[a-hjkpstuw\d]?) \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})\b"),
    )
)
_STREET = re.compile(
    r"(?:(?:[Ff]lat|[Rr]oom) \d{1,4}\w?,? )?(?:\d{1,4}[A-Za-z]?,? )?"
    r"(?P<name>(?:[A-Z][\w'’-]+ ){1,2})"
    r"(?:Street|Road|Rd|Lane|Avenue|Ave|Crescent|Terrace|Drive|Close|Gardens|Grove|Mews)\b"
)
_HOUSE_NUMBER = re.compile(
    r"(?:(?:flat|room|unit|apartment) ?\d{1,4}\w?,? )?\d{1,4}[A-Za-z]?,? $", re.IGNORECASE
)


def number_spans(text: str) -> Iterator[Span]:
    """Everything in the text that looks like such a number; the words before it stay."""
    if not any(letter.isdigit() or letter in "@:." for letter in text):
        return
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1 if pattern.groups else 0)
            yield Span(start, end, f"[{kind}]", kind)


def street_spans(text: str) -> Iterator[Span]:
    """Streets that no household of the review has: a capitalised word before Street, Road and the like."""
    for match in _STREET.finditer(text):
        words = [word for word in match["name"].split() if normal(word) not in vocabulary()]
        if words:
            yield Span(match.start(), match.end(), "[address]", "address", doubtful=True)


def with_house_number(text: str, start: int) -> int:
    """Where an address that has a street at ``start`` begins, with the number of the house before it."""
    before = text[max(0, start - 30) : start]
    found = _HOUSE_NUMBER.search(before)
    return start - (len(before) - found.start()) if found else start

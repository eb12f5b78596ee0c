"""The words dates are written with, and the text of a date cell made plain before it is read."""

from __future__ import annotations

import re
import unicodedata

FIRST_YEAR, LAST_YEAR = 1900, 2100

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)"
)
PART = (
    r"(?:early|mid|late|(?:the )?(?:beginning|start) of|(?:the )?middle of|(?:the )?end of"
    r"|beginning|start|middle|end)"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: First month of each season; a season lasts three months.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

#: What people write in a date cell when they have no date.
NOT_GIVEN = frozenset(
    {
        "", "unknown", "n/k", "nk", "not known", "undated", "not dated", "no date", "no date given",
        "not given", "not recorded", "not stated", "date unknown", "date not known", "date not recorded",
        "n/a", "na", "none", "?", "??", "???", "-", "--", "tbc", "blank",
    }
)  # fmt: skip

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DASHES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’ʼ`´′", "'") | dict.fromkeys("“”„‟″〃", '"')
)
_DIGITS = str.maketrans("oli", "011")
_ORDINAL = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th)\b(?:\s+of\b)?")
_FULL_STOP_AFTER_WORD = re.compile(rf"\b({MONTH}|{WEEKDAY}|approx|est)\.(?=\s|\d|$)")

_BEFORE = re.compile(
    r"(?:\?+|~|c\.|ca\.|(?:c|ca)(?=\s|\d)|circa\b|approximately\b|approx\b|about\b|around\b|roughly\b"
    r"|estimated\b|est\b|on or about\b|on or around\b)\s*"
)
_AFTER = re.compile(r"\s*(?:\?+|\(\?+\)|\(?(?:approximately|approx|estimated|est)\)?)$")

_AT = r"(?:(?:at|@)\s*)?(?:(?:approx\.?|about|around|c\.)\s*)?"
_DASHED = r"(?:,|\s?[-;:])?\s+"
_HOURS = r"(?:hrs|hours|hr|h)\b"
_HALF = r"\(?(?:[ap]\.?m\.?|morning|afternoon|evening|eve|night|overnight|lunchtime|midday|noon|midnight)\)?"
_HOUR_AND_MINUTE = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_CLOCK = re.compile(
    rf"""(?:
        (?<=\d)(?:t|,?\s+{_AT})\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?\s*(?:z|[+-]\d{{2}}:?\d{{2}})?\s*(?:[ap]\.?m\.?|{_HOURS})?
      | ,?\s+{_AT}\(?{_HOUR_AND_MINUTE}\s*(?:-|to)\s*{_HOUR_AND_MINUTE}\s*(?:[ap]\.?m\.?|{_HOURS})?\)?
      | ,?\s+{_AT}\d{{1,2}}\s*(?:[ap]\.?m\.?)?\s*(?:-|to)\s*\d{{1,2}}\s*(?:[ap]\.?m\.?)
      | ,?\s+\({_AT}{_HOUR_AND_MINUTE}\s*(?:[ap]\.?m\.?|{_HOURS})?\)
      | {_DASHED}{_AT}\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:[ap]\.?m\.?)
      | {_DASHED}{_AT}(?:\d{{1,2}}[:.]?\d{{2}})\s*{_HOURS}
      | \s-\s+{_AT}(?:[01]?\d|2[0-3]):[0-5]\d
      | ,?\s*(?:at\s+|@\s*)\d{{1,2}}[:.]\d{{2}}
      | (?<=\d),?\s+{_HOUR_AND_MINUTE}
      | {_DASHED}(?:in\s+the\s+)?{_HALF}
    )$""",
    re.VERBOSE,
)
_CLOCK_FIRST = re.compile(
    rf"^(?:{_AT}(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?|{_HOURS})?|\d{{4}}\s*{_HOURS}"
    rf"|\d{{1,2}}\s*[ap]\.?m\.?)|{_HALF})(?:,|\s+on)?\s+(?=\S)"
)
_LETTER_FOR_DIGIT = re.compile(r"(?<![^\W_])(?=[\doli]*[oli])[\doli]*\d[\doli]*(?![^\W\d_])")
_LABEL = re.compile(r"(?:(?:date|on|dated)(?::\s*|\s+)|'+)(?=\S)")


class UnreadableDate(ValueError):
    """A written date that cannot be read without guessing; the message is the reason, in plain words."""


class NoYearGiven(UnreadableDate):
    """A date that gives its day or month and no year."""


def month_number(word: str) -> int:
    """The number of a month written in letters, 1 to 12."""
    return _MONTHS.index(word[:3]) + 1


def weekday_number(word: str) -> int:
    """The number of a weekday written in letters, Monday 0."""
    return next(number for number, name in enumerate(WEEKDAYS) if name.lower().startswith(word[:3]))


def plain(written: str) -> str:
    """``written`` in small letters with one kind of dash, apostrophe and space, and no ordinal endings."""
    text = unicodedata.normalize("NFKC", written).translate(_DASHES).casefold()
    text = " ".join(text.replace("\u200b", "").split()).strip(" ,;:")
    if text[:1] in "([" and text[-1:] in ")]":
        text = text[1:-1].strip()
    text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    text = _ORDINAL.sub("", text)
    return _FULL_STOP_AFTER_WORD.sub(r"\1", text).rstrip(".") if text not in NOT_GIVEN else text


def digits_mended(text: str) -> str:
    """``text`` with the letters o, l and i read as 0 and 1 where they stand among digits: ``o3/06/07``."""
    return _LETTER_FOR_DIGIT.sub(lambda found: found[0].translate(_DIGITS), text)


def without_approximation(text: str) -> tuple[str, bool]:
    """``text`` without ``?``, ``c.``, ``about`` and the like, and whether there was one."""
    before = _BEFORE.match(text)
    rest = text[before.end() :] if before else text
    after = _AFTER.search(rest)
    rest = rest[: after.start()] if after else rest
    return rest.strip(), bool(before or after)


def without_time(text: str) -> str:
    """``text`` without a time of day at its end or start; the date itself is left as it is."""
    text = _CLOCK_FIRST.sub("", text)
    while (shorter := _CLOCK.sub("", text).rstrip(" ,")) != text and not shorter.isdigit():
        text = shorter
    return text

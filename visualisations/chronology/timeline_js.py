"""The chronology as the rows of a TimelineJS spreadsheet, which the importer reads back as the same rows."""

from __future__ import annotations

import calendar
import datetime as dt
import html
import re

from importers.timeline_js import COLUMNS
from visualisations.chronology.rows import ChronologyRow, chronology_rows
from visualisations.chronology.words import kind_words
from visualisations.records.material import Material

_HEADLINE = 72
_FORMULA = frozenset("=+-@'\t")
#: What a browser could take for markup or a named character.
_MARKUP = re.compile(r"<|&[#\w]")


def timeline_rows(material: Material) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The published headings of TimelineJS, and a row for every row of the chronology in its order.

    Texts are escaped, since TimelineJS shows them as HTML. A partial date runs from its first possible day to its
    last (or is a year or month alone, where it is just that), with its words as the display date. Rows with no date
    come last, without a year: TimelineJS has no slide for them, and says so. "Media Credit" is the file and place.
    """
    names = {look.agency_id: look.name for look in material.looks}
    rows = [_row(row, names.get(row.agency_id, row.agency_text)) for row in chronology_rows(material)]
    return COLUMNS, [tuple(row.get(column, "") for column in COLUMNS) for row in rows]


def _row(row: ChronologyRow, agency: str) -> dict[str, object]:
    """One row by heading; what TimelineJS needs no value for is left out."""
    words = row.words or row.event_text or kind_words(row.coded_as)
    headline = _headline(words)
    return {
        **_days(row.earliest, row.latest),
        "Display Date": row.date if row.earliest else "",
        "Headline": _html(headline),
        "Text": "" if headline == words else _html(words),
        "Media Credit": _safe(f"{row.file}, {row.place}"),
        "Group": _safe(agency),
    }


def _headline(words: str) -> str:
    """The beginning of the words, up to the end of a sentence or of a word: no more, so that it is part of them."""
    line = words.split("\n", 1)[0].rstrip()
    if len(line) <= _HEADLINE:
        return line
    start = line[: _HEADLINE + 1]
    stop = max(start.rfind(". "), start.rfind("; "))
    return start[:stop] if stop > _HEADLINE // 3 else start.rsplit(" ", 1)[0][:_HEADLINE]


def _days(earliest: dt.date | None, latest: dt.date | None) -> dict[str, object]:
    """The parts of a date: as few as say it exactly."""
    if earliest is None or latest is None:
        return {}
    ends_month = latest.day == calendar.monthrange(latest.year, latest.month)[1]
    if earliest.day == 1 and ends_month and earliest.year == latest.year:
        if (earliest.month, latest.month) == (1, 12):
            return {"Year": earliest.year}
        if earliest.month == latest.month:
            return {"Year": earliest.year, "Month": earliest.month}
    first: dict[str, object] = {"Year": earliest.year, "Month": earliest.month, "Day": earliest.day}
    if earliest == latest:
        return first
    return first | {"End Year": latest.year, "End Month": latest.month, "End Day": latest.day}


def _html(words: str) -> str:
    """Words as HTML; what a spreadsheet would begin a formula with is written as a named character."""
    first = f"&#{ord(words[0])};" if words[:1] in _FORMULA else ""
    return (first + html.escape(words[1:] if first else words, quote=False)).replace("\n", "<br>")


def _safe(text: str) -> str:
    """A text escaped where it might be read as markup, else as it is."""
    return html.escape(text, quote=False) if _MARKUP.search(text) else text

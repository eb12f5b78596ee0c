"""What stands in a PDF outside its tables: titles above the first, and text below that is kept as rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from importers.line_date import date_at_start
from importers.pdf_lines import is_page_number
from scrgraph.model.entry import RejectedRow

if TYPE_CHECKING:
    from importers.pdf_lines import Line
    from importers.pdf_tables import WholeTable

#: A line that begins with a date and has no more words says nothing.
_FEWEST_WORDS = 5
#: Lines with a wider gap between them, in heights of a line, are apart.
_WIDEST_GAP = 1.2
_NEXT = "if it belongs to the chronology, put it in the table and import again"


def titles_of(page: Sequence[Line]) -> list[Line]:
    """The lines of the first page above the first that begins with a date, also where they stand on every page."""
    above = takewhile(lambda line: date_at_start(line.text) is None, page)
    return [line for line in above if not is_page_number(line)]


def above_table(outside: Sequence[Line], table: WholeTable) -> list[Line]:
    """The lines outside the tables that stand above ``table``, on its page or one before, without page numbers."""
    page = table.rows[0].page
    return [
        line
        for line in outside
        if (line.page < page or (line.page == page and line.words[0].top < table.begins_at))
        and not is_page_number(line)
    ]


def rejected_outside(file: str, outside: Sequence[Line], titles: Sequence[Line]) -> Iterator[RejectedRow]:
    """The text outside the tables, one row for each paragraph.

    Lines above the first table are ``titles`` and no rows, there and on later pages, unless they begin with a date.
    """
    above = {(line.page, line.number) for line in titles}
    again = {line.text for line in titles if not _is_dated(line, "")}
    for lines in _paragraphs([line for line in outside if line.text not in again]):
        first = lines[0]
        words = sum(len(line.words) for line in lines)
        if _is_dated(first, "") and words >= _FEWEST_WORDS:
            fault, following = "begins with a date but stands outside the table", _NEXT
        elif (first.page, first.number) in above:
            continue
        else:
            fault = "stands outside the table and begins with no date"
            following = f"{_NEXT}, else nothing needs to be done"
        original = json.dumps({"(text)": "\n".join(line.text for line in lines)}, ensure_ascii=False)
        reason = f"{first.place.capitalize()} of {file} {fault}. It was kept in rejected.csv; {following}."
        yield RejectedRow(file=file, place=first.place, reason=reason, original=original)


def _paragraphs(outside: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines close to one another; one that begins with a date begins a paragraph."""
    held: list[Line] = []
    for line in outside:
        if held and (_apart(held[-1], line) or _is_dated(line, held[-1].text)):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _apart(upper: Line, lower: Line) -> bool:
    height = upper.words[0].bottom - upper.words[0].top
    return upper.page != lower.page or lower.words[0].top - upper.words[0].bottom > _WIDEST_GAP * height


def _is_dated(line: Line, before: str) -> bool:
    starts = date_at_start(line.text, before)
    return starts is not None and starts.kind in ("day", "span")

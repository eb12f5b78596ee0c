"""Timelines in the columns that TimelineJS publishes, as rows of a chronology."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from importers.cells import clean, is_blank
from importers.heading_row import Row
from importers.headings import HeadingBook, normal
from scrgraph.model.partial_date import MONTHS

#: The columns of the TimelineJS spreadsheet (timeline.knightlab.com, "Make a timeline", its Google template).
COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
_PLAIN = frozenset(normal(column) for column in COLUMNS)
_NEEDED = frozenset({"year", "headline"})
_NOT_EVENTS = {"title": "is the title of the timeline", "era": "is an era of the timeline, not an event"}
_FAMILY = frozenset({
    "family", "the family", "child", "children", "mother", "father", "parents", "parent", "siblings", "sibling", "baby",
    "household", "stepfather", "grandparents", "maternal family", "paternal family", "mum", "dad",
})  # fmt: skip
_HEADINGS = ("Date", "Time", "Agency", "Person concerned", "Details", "Source")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "td"})
_UNSEEN = frozenset({"script", "style"})
_TAG = re.compile(r"<[a-zA-Z/!]|&[#\w]+;")


@dataclass(frozen=True)
class Timeline:
    """The rows of a chronology, and the rows that are no events with the reason."""

    rows: tuple[Row, ...]
    set_aside: tuple[tuple[Row, str], ...]


def is_timeline(headings: Sequence[str]) -> bool:
    """Whether these are TimelineJS's columns: a year, a headline and at least three more of them."""
    names = {normal(heading) for heading in headings}
    return names >= _NEEDED and len(names & _PLAIN) >= len(_NEEDED) + 3


def as_timeline(rows: Iterable[Row], book: HeadingBook) -> Timeline | None:
    """The rows of a timeline under the headings of a chronology, or ``None`` where the first row has other columns.

    The date is put together from its parts, as wide as they leave it, and runs to the end date where there is one.
    Headline, text without its HTML and caption say what happened. A group is the agency, or the person concerned where
    it is of the family. Rows of the type "title" or "era" are set aside. ``original`` is the row as it was.
    """
    held = [row for row in rows if not row.blank]
    if not held or not is_timeline(held[0].texts()):
        return None
    headings = held[0].texts()
    names = book.columns(headings).names
    others = [at for at, heading in enumerate(headings) if heading and normal(heading) not in _PLAIN]
    kept = [Row(held[0].number, (*_HEADINGS, *(names[at] for at in others)))]
    aside = []
    for row in held[1:]:
        original = {
            (names[at] if at < len(names) else f"(extra {at - len(names) + 1})"): str(cell)
            for at, cell in enumerate(row.cells)
            if not is_blank(cell)
        }
        texts = dict[str, str]()
        for heading, cell in zip(headings, row.cells, strict=False):
            texts.setdefault(normal(heading), clean(cell))
        reason = _NOT_EVENTS.get(texts.get("type", "").casefold(), "")
        more = (*(row.cells[at] if at < len(row.cells) else "" for at in others), *row.cells[len(headings) :])
        whole = Row(row.number, (*_cells(texts), *more), original=original)
        if reason:
            aside.append((whole, reason))
        else:
            kept.append(whole)
    return Timeline(tuple(kept), tuple(aside))


def _cells(texts: dict[str, str]) -> tuple[str, ...]:
    group = plain_text(texts.get("group", ""))
    family = normal(group) in _FAMILY
    headline, text = plain_text(texts.get("headline", "")), plain_text(texts.get("text", ""))
    says = (
        text
        if text.casefold().startswith(headline.casefold())
        else f"{headline}. {text}"
        if text
        else headline
    )
    caption = plain_text(texts.get("media caption", ""))
    return (
        _date(texts),
        texts.get("time", ""),
        "" if family else group,
        group if family else "",
        "; ".join(filter(None, (says, caption))),
        "; ".join(filter(None, (plain_text(texts.get("media credit", "")), texts.get("media", "")))),
    )


def _date(texts: dict[str, str]) -> str:
    """The date in words, as wide as its parts leave it: "12 March 2008", "March 2008", "2008", "2007 to 2008"."""
    first = _one_date(texts.get("year", ""), texts.get("month", ""), texts.get("day", ""))
    last = _one_date(texts.get("end year", ""), texts.get("end month", ""), texts.get("end day", ""))
    return f"{first} to {last}" if first and last and first != last else first


def _one_date(year: str, month: str, day: str) -> str:
    year, month, day = (re.sub(r"\.0+$", "", part) for part in (year, month, day))
    if month.isdecimal() and 1 <= int(month) <= 12:
        month = MONTHS[int(month) - 1]
    elif month.isdecimal() and day:
        return f"{day}/{month}/{year}"
    return " ".join(filter(None, (day, month, year)))


class _Words(HTMLParser):
    """What a reader of the HTML would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BREAKS:
            self.seen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BREAKS:
            self.seen.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data)


def plain_text(html: str) -> str:
    """The words of a text that may hold HTML, on one line; other text as it is."""
    if not _TAG.search(html):
        return html
    words = _Words()
    try:
        words.feed(html)
        words.close()
    except (AssertionError, ValueError):
        return html
    return clean("".join(words.seen)) or html

"""What each source of a review gave: its rows, what its columns were taken for, and which days it covers."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from importers.headings import heading_words
from scrgraph.coding.doubts.of_files import LEAVE_OUT
from scrgraph.model.entry import Chronology, RejectedRow
from scrgraph.model.partial_date import in_words
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Detail
from scrgraph.web.desk import Desk
from scrgraph.web.reading import Reading
from visualisations.drawing.svg import QUIET, RULE, WASH, element, figure, group, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.time_axis import TimeAxis

_LEFT, _WIDTH, _LINE, _TOP = 260.0, 1100.0, 26.0, 26.0
_OWN, _COMPOSITE = "#14284b", "#b9c4d4"
_MOST_REJECTED = 200
#: What an author can say that a column holds.
FIELDS: tuple[str, ...] = (*heading_words().fields, LEAVE_OUT)


@dataclass(frozen=True)
class Part:
    """One sheet or table of a file: rows read are rows imported and rows rejected."""

    sheet: str
    rows_read: int
    rows_imported: int
    rows_rejected: int
    undated: int
    span: str
    own: bool
    headings: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class FileRead:
    """One source as the author sees it. ``state`` is ``read``, ``not yet``, ``failed`` or ``missing``."""

    file: str
    agency: str
    state: str
    why: str = ""
    parts: tuple[Part, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    rejected_in_all: int = 0
    being_taken_in: bool = False

    @property
    def rows_read(self) -> int:
        """All rows of the file."""
        return sum(part.rows_read for part in self.parts)

    @property
    def rows_imported(self) -> int:
        """The rows that were imported."""
        return sum(part.rows_imported for part in self.parts)

    @property
    def rows_rejected(self) -> int:
        """The rows that were set aside."""
        return sum(part.rows_rejected for part in self.parts)


def files_read(desk: Desk) -> tuple[FileRead, ...]:
    """Every source that review.toml lists, with what the latest reading made of it."""
    reading = desk.reading
    parts: dict[str, list[Chronology]] = defaultdict(list)
    undated: dict[str, int] = defaultdict(int)
    rejected: dict[str, list[RejectedRow]] = defaultdict(list)
    if reading:
        for chronology in reading.chronologies:
            parts[chronology.file].append(chronology)
        for row in reading.rejected:
            rejected[row.file].append(row)
        for entry in reading.entries.values():
            if not entry.date.known:
                undated[entry.chronology_id] += 1
    about = {one.subject for one in desk.waiting() if one.kind == "file"}
    found = []
    for path, listed in desk.folder.sources():
        own = parts.get(listed.file, [])
        state, why = _state(path.is_file(), listed.file, reading, bool(own))
        found.append(
            FileRead(
                file=listed.file,
                agency=listed.agency or ", ".join(dict.fromkeys(c.agency_text for c in own if c.agency_text)),
                state=state,
                why=why,
                parts=tuple(_part(chronology, undated[chronology.chronology_id]) for chronology in own),
                rejected=tuple(rejected[listed.file][:_MOST_REJECTED]),
                rejected_in_all=len(rejected[listed.file]),
                being_taken_in=listed.file in about,
            )
        )
    return tuple(found)


def coverage_picture(reading: Reading | None) -> Markup | None:
    """A line for each agency with the days its own chronology covers, dark, and those others quote it for, light."""
    graph = reading.graph if reading else None
    if graph is None or not (lines := _lines(graph)):
        return None
    days = [day for _, bars in lines for _, first, last in bars for day in (first, last)]
    axis = TimeAxis(min(days), max(days), _LEFT, _WIDTH - _LEFT - 10)
    height = _TOP + _LINE * len(lines) + 6
    drawn: list[Markup] = []
    for tick in axis.ticks(70):
        drawn.append(element("line", x1=tick.x, x2=tick.x, y1=_TOP - 4, y2=height - 6, stroke=RULE))
        drawn.append(text(tick.words, tick.x + 3, _TOP - 9, size=12, fill=QUIET))
    for number, (name, bars) in enumerate(lines):
        top = _TOP + number * _LINE
        if number % 2 == 0:
            drawn.append(element("rect", x=0, y=top, width=_WIDTH, height=_LINE, fill=WASH, fill_opacity=0.7))
        drawn.append(text(wrap(name, _LEFT - 16, 13, lines=1)[0], 6, top + 17, size=13))
        for own, first, last in bars:
            width = max(3.0, axis.x(last + dt.timedelta(days=1)) - axis.x(first))
            drawn.append(
                element(
                    "rect",
                    element("title", f"{name}: {in_words(first)} to {in_words(last)}"),
                    x=axis.x(first),
                    y=top + (6 if own else 9),
                    width=width,
                    height=14 if own else 8,
                    fill=_OWN if own else _COMPOSITE,
                )
            )
    return figure(_WIDTH, height, "Which days each agency's records cover", _in_words(lines), group(*drawn))


_Lines = list[tuple[str, list[tuple[bool, dt.date, dt.date]]]]


def _lines(graph: ReviewGraph) -> _Lines:
    bars: dict[str, list[tuple[bool, dt.date, dt.date]]] = defaultdict(list)
    for coverage in graph.coverages:
        if coverage.from_ and coverage.to:
            bars[coverage.agency_id].append((coverage.detail is Detail.OWN, coverage.from_, coverage.to))
    names = {agency.agency_id: agency.display_name for agency in graph.agencies if agency.stands_for_agency}
    lines = [(names[key], sorted(found)) for key, found in bars.items() if key in names]
    return sorted(lines, key=lambda line: (not any(own for own, _, _ in line[1]), line[0]))


def _in_words(lines: _Lines) -> str:
    return "; ".join(
        f"{name}: "
        + ", ".join(
            f"{in_words(first)} to {in_words(last)} ({'its own chronology' if own else 'as quoted by others'})"
            for own, first, last in bars
        )
        for name, bars in lines
    )


def _state(there: bool, file: str, reading: Reading | None, read: bool) -> tuple[str, str]:
    if not there:
        return "missing", "sources/ does not hold it. Add it again, or take it out of the review."
    if reading and file in reading.failed:
        return "failed", reading.failed[file]
    return ("read", "") if read else ("not yet", "")


def _part(chronology: Chronology, undated: int) -> Part:
    first, last = chronology.covers_from, chronology.covers_to
    return Part(
        sheet=chronology.sheet,
        rows_read=chronology.rows_read,
        rows_imported=chronology.rows_imported,
        rows_rejected=chronology.rows_rejected,
        undated=undated,
        span=f"{in_words(first)} to {in_words(last)}" if first and last else "no dated row",
        own=chronology.detail is Detail.OWN,
        headings=tuple(chronology.headings.items()),
        unknown=chronology.unknown_headings,
    )

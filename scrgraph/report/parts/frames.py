"""The coding frames as tables to be filled in, with what the graph knows already put in."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import PersonKind
from scrgraph.report.document import PackDocument
from scrgraph.report.frames import Frame, coding_frames
from scrgraph.report.known import known
from scrgraph.report.matter import Matter
from scrgraph.report.table_xml import Cell, Column

_LEVELS = {
    4: "4 Child protection, looked after, or before a court",
    3: "3 Complex needs: child in need",
    2: "2 Additional needs",
    1: "1 Services for all children",
    0: "Level not told by the records",
}
#: The five categories, which overlap and are no scale, and beside them contacts that did not take place.
_PATTERNS = (
    "no co-operation", "low co-operation", "some co-operation", "co-operation", "persistent help-seeking",
    "contact not made",
)  # fmt: skip


def write_frames(document: PackDocument, matter: Matter) -> None:
    """Each frame with its source; the last column is the author's."""
    document.turn(wide=False)
    document.heading("7 Coding frames", 1)
    document.text(
        "Frames that authors and researchers have used, in our own words, to be filled in where they help. The middle "
        "column holds what the records in hand say, as far as their words could be read; an empty cell means no more "
        "than that nothing could be put in. None of it explains or predicts anything: the same circumstances are "
        "found in very many families in which no child comes to harm."
    )
    for frame in coding_frames():
        _write_frame(document, matter, frame)
    document.turn(wide=True)
    _write_map(document, matter)


def _write_frame(document: PackDocument, matter: Matter, frame: Frame) -> None:
    document.heading(frame.title, 2)
    document.text(f"{frame.intro} {frame.source}.")
    for group in frame.groups:
        document.heading(group.title, 3)
        rows: list[tuple[Cell, ...]] = [
            (
                heading.title,
                Markup("").join(document.cell(*parts) for parts in known(document, matter, heading)),
                "",
            )
            for heading in group.headings
        ]
        document.table(
            [
                Column("Heading", 3.4),
                Column("What the records in hand say", 5.4),
                Column("For the author", 4),
            ],
            rows,
            summary=f"{frame.title}: {group.title[:1].lower()}{group.title[1:]}",
            caption=False,
            form=True,
            row_headings=True,
        )


def _write_map(document: PackDocument, matter: Matter) -> None:
    """Levels of intervention against how entries describe adults' co-operation, by person and agency."""
    counted: defaultdict[tuple[int, str], defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in matter.graph.engagements:
        agency = matter.agency_name(one.agency_id)
        adults = [
            person_id
            for person_id in one.about
            if person_id in matter.people and matter.people[person_id].kind is not PersonKind.CHILD
        ]
        for person_id in adults:
            name = matter.people[person_id].display_name
            counted[one.level, one.pattern][f"{name}, {agency}"] += 1
    document.heading("Map of intervention and co-operation", 2)
    document.text(
        "After Brandon and others 2009, appendix 5. Levels of intervention run upwards; across stand five categories "
        "that overlap and change quickly, and beside them contacts that did not take place. Each line counts an "
        "agency's entries whose words describe an adult's co-operation so: it is what the entries say on their "
        "days, and no view of the person. Levels are told only where the records say what was in force."
    )
    rows: list[tuple[Cell, ...]] = []
    for level, name in _LEVELS.items():
        cells = [
            "\n".join(
                f"{who}: {several(number, 'entry', 'entries')}"
                for who, number in sorted(counted[level, pattern].items())
            )
            for pattern in _PATTERNS
        ]
        if level or any(cells):
            rows.append((name, *cells))
    document.table(
        [Column("Level of intervention", 2.4), *(Column(pattern.capitalize(), 2.4) for pattern in _PATTERNS)],
        rows,
        summary="Levels of intervention, and co-operation as entries describe it",
        form=True,
        row_headings=True,
    )

"""What is told of a cell and of a row in the panel, the note beside the picture, and its account in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import listed, several
from visualisations.drawing.text_width import wrap
from visualisations.knowledge.faces import Look, after_words, days_words, face_on
from visualisations.knowledge.matrix import Cell, Matrix, Row
from visualisations.knowledge.query import Asked
from visualisations.records.material import Material

NOTE = (
    "\u201cNo record\u201d means that nothing was found in the chronologies supplied; it is not proof that the agency "
    "was not told. \u201cCould from\u201d is the most generous reading: it assumes that each recorded communication "
    "carried everything its sender knew. \u201cAs recorded\u201d counts only what the entries say was passed on. "
    "\u201cCannot tell\u201d means that records for that time are not in hand. A matter is a topic about a person, "
    "found by words in the entries."
)
STATE = {
    Look.NONE: "no record, and no recorded way it could have come",
    Look.TELL: "cannot tell",
    Look.NOT: "recorded by no agency by then",
}
_WORDS_OF_A_MATTER = 12


def people_words(row: Row, names: Mapping[str, str]) -> str:
    """Whom a row concerns."""
    return listed([names[key] for key in row.people])


def recorded_state(cell: Cell) -> str:
    """``recorded 14 March 2008, +38 days``."""
    return f"recorded {cell.recorded.on_text}, {after_words(cell.recorded)}" if cell.recorded else ""


def could_state(cell: Cell) -> str:
    """``could have known at best from 14 March 2008``."""
    return f"could have known, at best, from {in_words(cell.best.day)}" if cell.best else ""


def state_at_the_end(cell: Cell, row: Row) -> str:
    """What a cell says when everything is counted."""
    return (
        recorded_state(cell) or could_state(cell) or STATE[face_on(row, cell, None).look]
    )  # fmt: skip


def cell_facts(
    row: Row, cell: Cell, names: Mapping[str, str], agencies: Mapping[str, str]
) -> list[tuple[str, str]]:
    """The facts of a cell in the panel: its records, the ways it could have come, and what cannot be told."""
    facts = []
    holder, first = row.recorders[0]
    if found := cell.recorded:
        facts.append(("Recorded", f"{found.on_text}, in words such as \u201c{found.told[0].words}\u201d"))
        if len(found.told) > 1:
            facts.append(("In all", several(len(found.told), "entry tells", "entries tell") + " of it"))
    if not cell.recorded or cell.recorded.place:
        words = f"{agencies[holder.agency_id]}, {first.on_text}"
        gap = f"; {after_words(cell.recorded)}" if cell.recorded else ""
        facts.append(("First found", words + gap))
    if found and found.perhaps_first:
        facts.append(("Order", "the dates allow more than one agency to have been the first"))
    if cell.best:
        facts.append(("At best from", in_words(cell.best.day)))
        facts.append(("By", cell.best.by))
        if row.linked and cell.best.day == row.linked:
            facts.append(
                ("Counted from", f"the first day that may link {people_words(row, names)} to the family")
            )
    if cell.said:
        facts.append(("As recorded", f"from {in_words(cell.said.day)}"))
        if not cell.best or cell.said.by != cell.best.by:
            facts.append(("By", cell.said.by))
    elif cell.best:
        facts.append(("As recorded", "no entry says that this was passed on to it before"))
    if not cell.recorded and not cell.best:
        if cell.telling.until == dt.date.max:
            facts.append(("No record", "its chronology covers the time of its contacts with the family; no entry of it "
                          "tells of this, and no recorded communication could have brought it"))  # fmt: skip
        elif cell.telling.until:
            facts.append(("No record", f"up to {in_words(cell.telling.until)}"))
    if not cell.recorded and cell.telling.why:
        facts.append(
            (
                "Before that" if cell.best else "Cannot tell",
                f"{'cannot be told: ' if cell.best else ''}{cell.telling.why}",
            )
        )
    return facts


def row_facts(row: Row, names: Mapping[str, str], agencies: Mapping[str, str]) -> list[tuple[str, str]]:
    """The facts of a row: whom it concerns, who recorded it in which words, and how far it came."""
    facts = [("Concerns", people_words(row, names))]
    for cell, recorded in row.recorders:
        said = list(dict.fromkeys(told.words for told in recorded.told))[:_WORDS_OF_A_MATTER]
        quoted = ", ".join(f"\u201c{words}\u201d" for words in said)
        facts.append((agencies[cell.agency_id], f"{recorded.on_text} ({after_words(recorded)}): {quoted}"))
    last = [recorded.after for _, recorded in row.recorders]
    if len(last) > 1:
        facts.append(("First to last", days_words(max(a for a, _ in last), max(b for _, b in last))))
    if row.linked:
        facts.append(("Linked", f"the first day that may link {people_words(row, names)} to the family is "
                      f"{in_words(row.linked)}"))  # fmt: skip
    return facts


def head_lines(
    row: Row, names: Mapping[str, str], width: float, size: float
) -> tuple[tuple[str, ...], str | None]:
    """The topic of a row on one line or two, and under it whom else it concerns or, where there is room, its words."""
    topic = wrap(row.topic[:1].upper() + row.topic[1:], width, size, lines=2)
    also = [names[key] for key in row.people[1:]]
    if also:
        return topic, f"also {listed(also)}"
    return topic, f"\u201c{row.recorders[0][1].told[0].words}\u201d" if len(topic) == 1 else None


def left_out(matrix: Matrix, asked: Asked) -> tuple[str, ...]:
    """What makes no row or column, in sentences."""
    said = []
    if asked.nobody:
        tells = several(asked.nobody, "further entry tells", "further entries tell")
        said.append(f"{tells} of a topic without it being clear whom it concerns, or whose record it is")
    if asked.undated:
        said.append(f"{several(asked.undated, 'entry has', 'entries have')} no date")
    if asked.later:
        said.append(
            f"{several(asked.later, 'entry is', 'entries are')} dated after the day the review looks back from"
        )
    sentences = [f"Not in the rows: {'; '.join(said)}."] if said else []
    if matrix.left_out:
        names = listed([look.name for look in matrix.left_out])
        have = "has" if len(matrix.left_out) == 1 else "have"
        sentences.append(
            f"No column: {names} {have} no own chronology in hand, no matter on record and no recorded communication "
            "that could have brought one, so that it cannot be told what was known there."
        )
    return tuple(sentences)


def account(
    material: Material, matrix: Matrix, shown: tuple[Row, ...], asked: Asked, day: dt.date | None
) -> str:
    """The picture in plain words, with counts and names."""
    if not matrix.rows:
        return " ".join(("No matter concerning a person is recorded with a date.", *left_out(matrix, asked)))
    if not shown:
        return "No matter of this person is recorded with a date."
    names = {key: person.name for key, person in material.people.items()}
    agencies = {look.agency_id: look.name for look in matrix.columns}
    when = f"On {in_words(day)}" if day else "With everything recorded counted"
    said = [
        f"{several(len(shown), 'matter')} and {several(len(matrix.columns), 'agency', 'agencies')}. {when}:"
    ]
    for place, look in enumerate(matrix.columns):
        counts = Counter(face_on(row, row.cells[place], day).look for row in shown)
        parts = [
            f"{number} {words}"
            for number, words in (
                (counts[Look.FIRST] + counts[Look.LATER], "recorded"),
                (counts[Look.COULD], "could have been known at best"),
                (counts[Look.NONE], "with no record"),
                (counts[Look.TELL], "cannot tell"),
                (counts[Look.NOT], "not yet recorded by anyone"),
            )
            if number
        ]
        said.append(f"{look.name}: {', '.join(parts)}.")
    for row in shown:
        if day and day < row.first:
            continue
        holder, first = row.recorders[0]
        others = [
            f"{agencies[cell.agency_id]} ({recorded.on_text})"
            for cell, recorded in row.recorders[1:]
            if day is None or recorded.sure <= day
        ]
        also = f"; also by {listed(others)}" if others else ""
        said.append(
            f"{row.topic.capitalize()} concerning {people_words(row, names)}: first found in the records of "
            f"{agencies[holder.agency_id]}, {first.on_text}{also}."
        )
    return " ".join((*said, *left_out(matrix, asked)))

"""The matrix as the page shows it: a table with its words, and the days by which the page's code changes its looks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.sentence_parts import several
from visualisations.drawing.text_width import wrap
from visualisations.knowledge.cell_marks import cell_id, head_id, person_id
from visualisations.knowledge.faces import (
    MEANING,
    WORDS,
    Face,
    Look,
    could_face,
    look_at_the_end,
    reached_words,
    recorded_face,
)
from visualisations.knowledge.matrix import Cell, Matrix, Row
from visualisations.knowledge.query import Decision
from visualisations.knowledge.words import STATE, could_state, head_lines, recorded_state
from visualisations.page import render_body
from visualisations.records.material import Material

#: How many rows stand open at first.
_OPEN = 40
_HEAD_WIDTH, _HEAD_SIZE = 62.0, 11.0
_TOPIC_WIDTH, _TOPIC_SIZE = 174.0, 13.4


@dataclass(frozen=True)
class CellShown:
    """A cell of the table with each look it can have."""

    mark_id: str
    look: Look
    faces: tuple[Face, ...]


@dataclass(frozen=True)
class RowShown:
    """A row of the table; ``under`` is the line under its topic."""

    mark_id: str
    topic: str
    under: str | None
    cells: tuple[CellShown, ...]
    reached: tuple[str, str]


@dataclass(frozen=True)
class GroupShown:
    """The rows of one person; ``open`` whether they are seen at first."""

    mark_id: str
    name: str
    role: str
    summary: str
    open: bool
    rows: tuple[RowShown, ...]


def table_of(material: Material, matrix: Matrix, empty: str, left_out: tuple[str, ...]) -> Markup:
    """The table with its key; ``empty`` is said where there is nothing to show."""
    names = {key: person.name for key, person in material.people.items()}
    groups: list[GroupShown] = []
    number = 0
    for place, group in enumerate(matrix.groups):
        rows = []
        for row in group.rows:
            rows.append(_row(number, row, names, matrix.agencies))
            number += 1
        role = "index child" if group.person.index_child and not group.person.role else group.person.role
        role = "" if role.casefold() == group.person.name.casefold() else role
        groups.append(
            GroupShown(
                person_id(place),
                group.person.name,
                role,
                several(len(rows), "matter"),
                number <= _OPEN or not groups,
                tuple(rows),
            )
        )
    return render_body(
        "knowledge.html",
        groups=groups,
        columns=[
            (look, wrap(look.name, _HEAD_WIDTH, _HEAD_SIZE, lines=4, bold=True)) for look in matrix.columns
        ],
        words=[(look.value, words) for look, words in WORDS.items()],
        key=[(look.value, _SAMPLE[look], meaning) for look, meaning in MEANING.items()],
        empty=empty,
        left_out=left_out,
    )


_SAMPLE = {
    Look.FIRST: "date", Look.LATER: "date", Look.COULD: "from", Look.NONE: "\u2013", Look.TELL: "?",
    Look.NOT: "not yet",
}  # fmt: skip


def _row(number: int, row: Row, names: dict[str, str], agencies: int) -> RowShown:
    topic, under = head_lines(row, names, _TOPIC_WIDTH, _TOPIC_SIZE)
    return RowShown(
        head_id(number),
        " ".join(topic),
        under,
        tuple(
            CellShown(
                cell_id(number, column),
                look_at_the_end(cell),
                tuple(face for face in (recorded_face(cell), could_face(cell)) if face),
            )
            for column, cell in enumerate(row.cells)
        ),
        reached_words(row, len(row.recorders), agencies),
    )


def decided_words(material: Material, decided: tuple[Decision, ...]) -> list[tuple[str, str]]:
    """The days to look back to: the day, and what was decided by whom in words."""
    letters = {look.agency_id: look.letters for look in material.looks}
    return [
        (
            one.day.isoformat(),
            f"{one.on_text}: {', '.join(letters[key] for key in one.agency_ids) or 'agency not told'}, {one.kind}",
        )
        for one in decided
    ]


def own_data(material: Material, matrix: Matrix, decided: tuple[Decision, ...]) -> dict[str, object]:
    """What the page's code compares: the days of every cell, what each row's end says, and the days to look back to."""
    columns = {look.agency_id: place for place, look in enumerate(matrix.columns)}
    rows = matrix.rows
    cells = [[_cell(cell) for cell in row.cells] for row in rows]
    days = {day for row in cells for cell in row for day in cell[:4] if day and day != _ALWAYS}
    days |= {row.first.isoformat() for row in rows} | {one.day.isoformat() for one in decided}
    return {
        "rows": [
            {
                "topic": row.topic,
                "first": row.first.isoformat(),
                "people": list(row.people),
                "reached": [
                    list(reached_words(row, n, matrix.agencies)) for n in range(len(row.recorders) + 1)
                ],
            }
            for row in rows
        ],
        "cells": cells,
        "states": {look.value: words for look, words in STATE.items()},
        "days": sorted(days),
        "decided": [
            [day, words, [columns[key] for key in one.agency_ids if key in columns]]
            for one, (day, words) in zip(decided, decided_words(material, decided), strict=True)
        ],
    }


_ALWAYS = "9999-12-31"


def _cell(cell: Cell) -> list[str]:
    """First and sure day of its record, first day at best, last day that can be told, and both states in words."""
    recorded = cell.recorded
    return [
        _iso(recorded.sure if recorded else None),
        _iso(cell.best.day if cell.best else None),
        _iso(cell.telling.until),
        _iso(cell.said.day if cell.said else None),
        ("first" if recorded.place == 0 else "later") if recorded else "",
        recorded_state(cell),
        could_state(cell),
    ]


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""

"""The marks of the matrix: a row by its head, and every cell, with the source rows behind them."""

from __future__ import annotations

from collections.abc import Iterator

from scrgraph.model.sentence_parts import several
from visualisations.frame.marks import Mark
from visualisations.knowledge.matrix import Cell, Group, Matrix, Row
from visualisations.knowledge.words import cell_facts, people_words, row_facts, state_at_the_end
from visualisations.records.material import Material

KINDS = {"matter": ("matter", "matters")}
_ROWS_OF_A_MATTER = 40


def person_id(group: int) -> str:
    """The mark of the heading of a person's rows."""
    return f"p{group}"


def head_id(row: int) -> str:
    """The mark of the head of a row."""
    return f"m{row}"


def cell_id(row: int, column: int) -> str:
    """The mark of a cell."""
    return f"m{row}.{column}"


def marks_of(material: Material, matrix: Matrix) -> tuple[Mark, ...]:
    """Every mark, row by row."""
    return tuple(_marks(material, matrix))


def row_title(row: Row, names: dict[str, str]) -> str:
    """``Domestic violence: Rowan and Ada``."""
    return f"{row.topic[:1].upper()}{row.topic[1:]}: {people_words(row, names)}"


def _marks(material: Material, matrix: Matrix) -> Iterator[Mark]:
    names = {key: person.name for key, person in material.people.items()}
    agencies = {look.agency_id: look.name for look in matrix.columns}
    for place, group in enumerate(matrix.groups):
        yield _of_a_person(place, group, agencies)
    for number, row in enumerate(matrix.rows):
        title = row_title(row, names)
        told = [told for _, recorded in row.recorders for told in recorded.told]
        rows = tuple(dict.fromkeys(entry for one in told for entry in one.entry_ids))
        facts = row_facts(row, names, agencies)
        if len(rows) > _ROWS_OF_A_MATTER:
            facts.append(("Rows", f"the first {_ROWS_OF_A_MATTER} of {len(rows)}; the cells have the others"))
        yield Mark(
            mark_id=head_id(number), kind="matter", title=title, facts=tuple(facts), people=row.people,
            entry_ids=rows[:_ROWS_OF_A_MATTER],
        )  # fmt: skip
        for column, cell in enumerate(row.cells):
            yield Mark(
                mark_id=cell_id(number, column),
                kind="cell",
                title=f"{agencies[cell.agency_id]}: {state_at_the_end(cell, row)}",
                facts=(("Matter", title), *cell_facts(row, cell, names, agencies)),
                entry_ids=_rows(cell),
                people=row.people,
                agencies=(cell.agency_id,),
            )


def _of_a_person(place: int, group: Group, agencies: dict[str, str]) -> Mark:
    """A person's matters, with who recorded each first."""
    facts = []
    for row in group.rows:
        holder, first = row.recorders[0]
        facts.append(
            (row.topic, f"first found in the records of {agencies[holder.agency_id]}, {first.on_text}")
        )
    return Mark(
        mark_id=person_id(place),
        kind="person",
        title=f"{group.person.name}: {several(len(group.rows), 'matter')}",
        facts=tuple(facts),
        people=tuple(dict.fromkeys(key for row in group.rows for key in row.people)),
    )


def _rows(cell: Cell) -> tuple[str, ...]:
    """Its own records, then the rows of the communications of the way at best."""
    own = [entry for told in cell.recorded.told for entry in told.entry_ids] if cell.recorded else []
    via = [entry for came in (cell.best, cell.said) if came for entry in came.entry_ids]
    return tuple(dict.fromkeys((*own, *via)))

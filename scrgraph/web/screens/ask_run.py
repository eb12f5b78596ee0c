"""What is asked of the graph, in the process that holds it: one question with its values, or a query a person typed."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Mapping
from typing import Any

from pydantic import Field

from scrgraph.model.base import Thing
from scrgraph.model.review import Review
from scrgraph.questions.findings import findings_of
from scrgraph.questions.registry import load_questions
from scrgraph.questions.runner import run_question
from scrgraph.store.base import Store, Table, Value
from scrgraph.web.reading import Reading
from scrgraph.web.worker import CannotBeDone
from visualisations.answer.picture import Named, answer_picture
from visualisations.records.material import Material

#: The most rows a typed query gives, and the seconds it may take.
MOST_ROWS, SECONDS = 1_000, 10.0
_PERSON, _CHILD = "#4d5866", "#14284b"

Cell = str | int | float | bool | None | list[Any]


class Sentence(Thing):
    """One finding of an answer, with the ids and places of its rows."""

    strength: str
    statement: str
    rows: tuple[tuple[str, str], ...]


class AskedAnswer(Thing):
    """What came back: a table, the same as a picture where it names people or agencies, and findings in words.

    ``given`` are the values that a question was asked with, as Cypher writes them; ``picture`` is SVG in base64.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    more: bool = False
    sentences: tuple[Sentence, ...] = ()
    none: str = ""
    given: dict[str, str] = Field(default_factory=dict)
    picture: str = ""
    picture_words: str = ""


def run_typed(store: Store, reading: Reading, *, query: str) -> AskedAnswer:
    """Run a query a person typed: read-only, limited in rows and time. Raises ``StoreError``."""
    graph = reading.graph
    if graph is None:
        raise CannotBeDone("There is nothing to ask yet. Add a chronology first.")
    given: dict[str, Value] = {"review_id": graph.review.review_id, "as_of": graph.review.as_of}
    table = store.ask(query, given, row_limit=MOST_ROWS + 1, seconds=SECONDS)
    return shown(table, known_in(store, graph.review))


def run_asked(store: Store, reading: Reading, *, question: str, values: Mapping[str, str]) -> AskedAnswer:
    """Ask one question. Raises ``UnknownQuestion`` or ``BadParameter``."""
    graph = reading.graph
    if graph is None:
        raise CannotBeDone("There is nothing to ask yet. Add a chronology first.")
    answer = run_question(store, load_questions().get(question), graph.review, values)
    if answer.missing:
        return AskedAnswer(none=f"This cannot be answered from the records in hand. {answer.missing}")
    found = findings_of(answer, reading.entries)
    sentences = tuple(
        Sentence(
            strength=finding.strength.value,
            statement=finding.statement,
            rows=tuple((row.entry_id, f"{row.file}, {row.place}") for row in finding.evidence),
        )
        for finding in found
    )
    answered = shown(answer.table, known_in(store, graph.review))
    given = {
        name: _literal(value) for name, value in answer.params.items() if name not in ("review_id", "as_of")
    }
    none = "" if found else answer.none_sentence
    return answered.model_copy(update={"sentences": sentences, "none": none, "given": given})


def _literal(value: Value) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, dt.date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"
    return str(value)


def shown(table: Table, known: Mapping[str, Named]) -> AskedAnswer:
    """A table as an answer, with its picture; rows beyond ``MOST_ROWS`` are left out."""
    more = len(table.rows) > MOST_ROWS
    table = Table(table.columns, table.rows[:MOST_ROWS])
    drawing = answer_picture(table, known)
    return AskedAnswer(
        columns=table.columns,
        rows=tuple(tuple(_cell(value) for value in row) for row in table.rows),
        more=more,
        picture=base64.b64encode(drawing.svg.encode()).decode("ascii") if drawing else "",
        picture_words=drawing.words if drawing else "",
    )


def _cell(value: Value) -> Cell:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_cell(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def known_in(store: Store, review: Review) -> Mapping[str, Named]:
    """What a cell may name: the people and agencies of a review, by name and by id."""
    material = Material.of(store, review)
    known: dict[str, Named] = {}
    for person in material.records.people:
        named = Named(person.name, person.kind, _CHILD if person.kind == "child" else _PERSON)
        known |= {person.person_id: named, person.name: named}
    for look in material.looks:
        named = Named(look.name, "agency", look.colour)
        known |= {look.agency_id: named, look.name: named}
    return known

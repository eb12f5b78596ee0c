"""Asks one question of a store, and holds the answer to what the question's header says it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrgraph.model.review import Review
from scrgraph.questions.errors import QuestionError
from scrgraph.questions.header import ColumnType
from scrgraph.questions.parameters import DayNotKnown, Given, bind
from scrgraph.questions.registry import Question, sibling_path
from scrgraph.store.base import Params, Store, Table, Value

_NOTHING_TO_LOOK_AT = "The imported records hold nothing of the kind this question looks at."


@dataclass(frozen=True)
class Answer:
    """The rows a question gave, out of how many (``denominator``), and the values it was asked with.

    ``missing`` is empty for an answered question; otherwise it says what the imported records lack, and there
    are no rows.
    """

    question: Question
    params: Params
    table: Table
    denominator: int | None = None
    missing: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the imported records can answer the question."""
        return not self.missing

    @property
    def none_sentence(self) -> str:
        """What to say when there are no rows; it does not claim anything about an empty set."""
        if self.denominator == 0:
            return _NOTHING_TO_LOOK_AT
        return self.question.header.none.format(denominator=self.denominator)


def run_question(
    store: Store, question: Question, review: Review, params: Mapping[str, Given] | None = None
) -> Answer:
    """Ask ``question`` about ``review``; ``params`` are values typed by the reader, as text or already typed.

    Raises ``BadParameter`` for a value the question cannot take, ``QuestionError`` when the answer does not
    have the columns the header declares, and ``StoreError`` as the store does.
    """
    empty = Table(tuple(question.header.columns), ())
    try:
        bound = bind(question.header, store, review, params)
    except DayNotKnown as lacking:
        return Answer(question, {"review_id": review.review_id}, empty, missing=str(lacking))
    missing = _missing(store, question, bound)
    if missing:
        return Answer(question, bound, empty, missing=missing)
    table = store.run(question.query, bound)
    _check_columns(question, table)
    return Answer(question, bound, table, _denominator(store, question, bound))


def _missing(store: Store, question: Question, bound: Params) -> str:
    """What the records lack for this question, by its ``applies`` query; empty when they lack nothing."""
    if question.applies is None:
        return ""
    path = sibling_path(question.path, "applies")
    table = store.run(question.applies, bound)
    if set(table.columns) != {"answerable", "missing"} or len(table.rows) != 1:
        raise QuestionError(path, None, "this query gives one row with the columns answerable and missing")
    row = table.dicts()[0]
    if not isinstance(row["answerable"], bool):
        raise QuestionError(path, None, f"'answerable' is true or false, not {row['answerable']!r}")
    if row["answerable"]:
        return ""
    header = question.header
    said = str(row["missing"] or "") or header.missing or ", ".join(header.needs)
    if not said:
        raise QuestionError(path, None, "a question that cannot be answered says what is missing")
    return said


def _denominator(store: Store, question: Question, bound: Params) -> int | None:
    if question.denominator is None:
        return None
    table = store.run(question.denominator, bound)
    value = table.rows[0][0] if len(table.rows) == 1 and table.columns == ("denominator",) else None
    if not isinstance(value, int) or isinstance(value, bool):
        path = sibling_path(question.path, "denominator")
        raise QuestionError(path, None, "this query gives one row with the column denominator, a number")
    return value


def _check_columns(question: Question, table: Table) -> None:
    declared = question.header.columns
    if table.columns != tuple(declared):
        said, given = ", ".join(declared), ", ".join(table.columns)
        raise QuestionError(
            question.path, None, f"the header declares the columns {said}; the query returns {given}"
        )
    for number, row in enumerate(table.rows, start=1):
        for (name, kind), value in zip(declared.items(), row, strict=True):
            if not _is(kind, value):
                raise QuestionError(
                    question.path, None, f"column '{name}' is declared {kind}, but row {number} has {value!r}"
                )


def _is(kind: ColumnType, value: Value) -> bool:
    if value is None:
        return True
    if kind == "list":
        return isinstance(value, Sequence) and not isinstance(value, str)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "date":
        return isinstance(value, dt.date)
    return isinstance(value, str if kind == "string" else bool)

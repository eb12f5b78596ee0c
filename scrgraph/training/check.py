"""Checks a learner's query by its result: right, a near miss that has its own word, or what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from scrgraph.model.sentence_parts import several
from scrgraph.store.base import Params, Store, StoreError, Table
from scrgraph.training.exercise import Exercise
from scrgraph.training.rows import Row, Rows, columns_that_match, nearest_columns

#: How many rows a learner's query may give, and how long it may take.
ROW_LIMIT, SECONDS = 1_000, 10.0
_LOOK_AT = (
    "look at the spelling of labels and values, the direction of each arrow, and at what WHERE asks for."
)

_LISTS = " Several values stand in one cell as a list; the task asks for them one by one, without collect()."


class Outcome(StrEnum):
    """What a learner's query came to."""

    RIGHT = "right"
    KNOWN_SLIP = "known slip"
    NOT_RUN = "not run"
    NOTHING = "nothing"
    TOO_MANY = "too many rows to check"
    COLUMNS = "columns"
    REPEATED = "repeated"
    TOO_SELDOM = "too seldom"
    ORDER = "order"
    ROWS = "rows"


@dataclass(frozen=True)
class Verdict:
    """What the checker says. ``table`` is the learner's result, ``None`` where the query could not be run."""

    outcome: Outcome
    message: str
    table: Table | None = None

    @property
    def passed(self) -> bool:
        """Whether the exercise is solved."""
        return self.outcome is Outcome.RIGHT


def values_of(exercise: Exercise, review_id: str) -> Params:
    """The ``$`` values of an exercise's queries: its own, and ``review_id``."""
    return {**exercise.parameters, "review_id": review_id}


def run_typed(store: Store, exercise: Exercise, review_id: str, query: str) -> Table:
    """The result of a query a learner typed: read-only, at most ``ROW_LIMIT`` rows. Raises ``StoreError``."""
    return store.ask(query, values_of(exercise, review_id), row_limit=ROW_LIMIT, seconds=SECONDS)


def check_answer(store: Store, exercise: Exercise, review_id: str, query: str) -> Verdict:
    """Whether ``query`` gives the rows of one of the exercise's solutions, and if not, what may help.

    Columns count by what stands in them, not by their names or order; the order of rows counts where the
    exercise says so. Raises ``StoreError`` only where a query of the exercise itself cannot be run.
    """
    try:
        table = run_typed(store, exercise, review_id, query)
    except StoreError as error:
        return Verdict(Outcome.NOT_RUN, str(error))
    values = values_of(exercise, review_id)
    given = Rows.of(table)
    solutions = [Rows.of(store.run(solution, values)) for solution in exercise.solutions]
    for wanted in solutions:
        if _same(wanted, given, exercise.ordered):
            return Verdict(Outcome.RIGHT, f"That is the answer: {several(len(given.rows), 'row')}.", table)
    for wrong in exercise.wrong:
        if _same(Rows.of(store.run(wrong.query, values)), given, exercise.ordered):
            doubt = "" if table.rows else f" If that is not it, {_LOOK_AT}"
            return Verdict(Outcome.KNOWN_SLIP, f"{wrong.says}{doubt}", table)
    if len(table.rows) >= ROW_LIMIT:
        words = f"Your query gives {ROW_LIMIT:,} rows or more, which is too many to check. Ask for less."
        return Verdict(Outcome.TOO_MANY, words, table)
    slip = min((_what_is_wrong(wanted, given) for wanted in solutions), key=lambda one: one.distance)
    lists = _LISTS if given.has_lists and not any(wanted.has_lists for wanted in solutions) else ""
    return Verdict(slip.outcome, f"{slip.words}{lists}", table)


def _same(one: Rows, other: Rows, ordered: bool) -> bool:
    if not one.rows and not other.rows:
        return True
    return one.width == other.width and columns_that_match(one, other, ordered=ordered) is not None


@dataclass(frozen=True)
class _Slip:
    """What is wrong with a result, and in how many rows it differs: the nearest of several solutions is told of."""

    outcome: Outcome
    words: str
    distance: float = 0


def _what_is_wrong(wanted: Rows, given: Rows) -> _Slip:
    if not given.rows:
        words = f"The query ran and gave no rows; the answer has {len(wanted.rows)}. First {_LOOK_AT}"
        return _Slip(Outcome.NOTHING, words, len(wanted.rows))
    if given.width != wanted.width:
        return _Slip(Outcome.COLUMNS, *_about_columns(wanted, given))
    rows = given.picked(nearest_columns(wanted, given))
    over, short = Counter(rows) - Counter(wanted.rows), Counter(wanted.rows) - Counter(rows)
    if not over and not short:
        words = (
            "The rows are right, but in another order. See which order the task asks for, and add ORDER BY."
        )
        return _Slip(Outcome.ORDER, words)
    distance = over.total() + short.total()
    if set(rows) == set(wanted.rows) and not short:
        words = (
            f"The rows are right, but some come more than once, for example: {_first(over, rows)}. More than one "
            "path leads to the same thing. Say RETURN DISTINCT, or put together with count() or collect()."
        )
        return _Slip(Outcome.REPEATED, words, distance)
    if set(rows) == set(wanted.rows) and not over:
        words = (
            f"Every row is right, but there are {several(short.total(), 'row')} more that look alike, for "
            f"example: {_first(short, wanted.rows)}. DISTINCT may have put different things together."
        )
        return _Slip(Outcome.TOO_SELDOM, words, distance)
    return _Slip(Outcome.ROWS, _about_rows(over, short, rows, wanted.rows), distance)


def _about_columns(wanted: Rows, given: Rows) -> tuple[str, float]:
    if given.width > wanted.width and (used := columns_that_match(wanted, given, ordered=False)):
        over = [name for place, name in enumerate(given.columns) if place not in used]
        many, it = (
            ("is a column too many", "it")
            if len(over) == 1
            else (f"are {len(over)} columns too many", "them")
        )
        return f"The rows are right, but there {many}: {', '.join(over)}. Leave {it} out of RETURN.", 0
    if given.width < wanted.width and columns_that_match(given, wanted, ordered=False):
        return (
            f"What you have is right, but the task asks for {several(wanted.width, 'column')} and there "
            f"{'is' if given.width == 1 else 'are'} {given.width}. Read the task again and add to RETURN."
        ), 0
    return (
        f"The task asks for {several(wanted.width, 'column')}; your query returns {given.width}. "
        f"{'Leave some out of' if given.width > wanted.width else 'Add to'} RETURN, then look at the rows."
    ), inf


def _about_rows(over: Counter[Row], short: Counter[Row], rows: Sequence[Row], wanted: Sequence[Row]) -> str:
    said = []
    if short.total() == len(wanted):
        said.append(f"None of the {len(wanted)} rows of the answer is there yet.")
    elif short:
        said.append(f"{several(short.total(), 'row')} missing, for example: {_first(short, wanted)}.")
    if over:
        said.append(
            f"{several(over.total(), 'row')} not part of the answer, for example: {_first(over, rows)}."
        )
    return " ".join(said)


def _first(these: Counter[Row], among: Sequence[Row]) -> str:
    """The first row of ``among`` that is one of ``these``, in words."""
    return " | ".join(_in_words(cell) for cell in next(row for row in among if row in these))


def _in_words(cell: Hashable) -> str:
    if isinstance(cell, tuple):
        kind, value = cell
        return f"[{', '.join(map(_in_words, value))}]" if kind == "list" else value
    return str(cell)

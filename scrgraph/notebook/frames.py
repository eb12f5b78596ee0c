"""Results as pandas tables. Pandas is asked for only here, and only when the first table is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from scrgraph.model.finding import Finding
from scrgraph.notebook.errors import PandasMissing
from scrgraph.store.base import Table, Value
from visualisations.records.shown import EntryShown

if TYPE_CHECKING:
    import pandas as pd

#: How the kinds of column that a question's header declares are held; days to the second, so that no year is too
#: early or late, and whole numbers and truth values with a place for "not known".
_HELD_AS = {"date": "datetime64[s]", "integer": "Int64", "boolean": "boolean"}
_FINDING_KINDS = {"from": "date", "to": "date"}


def frame(table: Table, kinds: Mapping[str, str] | None = None, **attributes: object) -> pd.DataFrame:
    """``table`` as a DataFrame, a row a row, in the order of the store.

    ``kinds`` says which columns are ``date``, ``integer`` or ``boolean``; without it this is told from the values.
    Lists stay lists. ``attributes`` are kept in ``DataFrame.attrs``. Raises ``PandasMissing`` without pandas.
    """
    pandas = _pandas()
    columns = {
        name: pandas.Series([row[place] for row in table.rows], dtype="object")
        for place, name in enumerate(table.columns)
    }
    told = kinds if kinds is not None else {name: _kind(column) for name, column in columns.items()}
    held = {
        name: column.astype(_HELD_AS.get(told.get(name, ""), "object")) for name, column in columns.items()
    }
    made: pd.DataFrame = pandas.DataFrame(held, columns=list(table.columns))
    made.attrs.update(attributes)
    return made


def findings_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """Findings, a row each: id, question, topic, how known, the sentence, and whom and which days it concerns.

    ``rows`` counts the source rows behind it; ``OpenReview.evidence`` gives them.
    """
    columns = (
        *("id", "question", "topic", "strength", "certainty", "statement"),
        *("people", "agencies", "from", "to", "rows"),
    )
    rows = [
        (
            *(one.id, one.question, one.topic.value, one.strength.value, one.certainty.value, one.statement),
            *(list(one.people), list(one.agencies), one.from_, one.to, len(one.evidence)),
        )
        for one in findings
    ]
    return frame(Table(columns, tuple(rows)), {**_FINDING_KINDS, "rows": "integer"})


def evidence_frame(findings: Sequence[Finding], entries: Mapping[str, EntryShown]) -> pd.DataFrame:
    """The source rows behind findings: the finding's id, the file, the place in it, the date and the words."""
    rows = [
        (one.id, row.file, row.place, entries[row.entry_id].date if row.entry_id in entries else "", row.text)
        for one in findings
        for row in one.evidence
    ]
    return frame(Table(("finding", "file", "place", "date", "words"), tuple(rows)), {})


def _kind(values: Iterable[Value]) -> str:
    """The one kind that all the values of a column have; empty where they have none or several."""
    kinds = {type(value) for value in values if value is not None}
    return {dt.date: "date", int: "integer", bool: "boolean"}.get(kinds.pop(), "") if len(kinds) == 1 else ""


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise PandasMissing from error
    return pandas

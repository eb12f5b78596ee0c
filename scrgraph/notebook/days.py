"""What a cell may give for a day or another value: a date, its ISO words, or a cell of an earlier table."""

from __future__ import annotations

import datetime as dt

from scrgraph.notebook.errors import NotebookError
from scrgraph.store.base import Value

#: A day as a cell may give it; a pandas ``Timestamp`` is a ``datetime`` too.
Day = dt.date | str


def day_of(given: Day | None, name: str) -> dt.date | None:
    """The day meant by ``given``; ``None`` for no day. Raises ``NotebookError`` for anything else."""
    if given is None or given == "":
        return None
    if isinstance(given, dt.datetime):
        return given.date()
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given))
    except ValueError:
        raise NotebookError(f"{name} takes a day such as '2018-03-31', not {given!r}.") from None


def period(first: Day | None, last: Day | None) -> tuple[dt.date | None, dt.date | None]:
    """Both ends of a period. Raises ``NotebookError`` where it ends before it begins."""
    began, ended = day_of(first, "from_"), day_of(last, "to")
    if began and ended and began > ended:
        raise NotebookError(f"from_ {began} is after to {ended}. Give the earlier day as from_.")
    return began, ended


def plain(value: object) -> Value:
    """A value for a query as the stores take it: a moment becomes its day, a number of numpy's a plain one."""
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, str | bool | int | float | dt.date):
        return value
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    item = getattr(value, "item", None)
    if callable(item):
        return plain(item())
    raise NotebookError(f"A query takes words, numbers, days and lists of these, not {value!r}.")

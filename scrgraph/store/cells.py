"""A value of a result as one cell of text, the same in a terminal, a CSV and a guide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.store.base import Value


def in_cell(value: Value) -> str:
    """A value as one cell: days as ISO, lists joined by semicolons, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(in_cell, value))
    return str(value)

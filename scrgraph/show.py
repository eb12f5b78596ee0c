"""Results on the terminal: as a table, as CSV or as JSON; and progress bars for work over a second."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars
from rich.table import Table as RichTable
from rich.text import Text

from importers.safe_csv import neutral
from scrgraph.store.base import Progress, Table
from scrgraph.store.cells import in_cell

_PATIENCE_SECONDS = 1.0


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def show(table: Table, format_: Format, console: Console) -> None:
    """Write a result to standard output; text from the sources is never taken for markup."""
    if format_ is Format.JSON:
        console.file.write(json.dumps(table.dicts(), ensure_ascii=False, indent=2, default=_iso) + "\n")
    elif format_ is Format.CSV:
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows([[neutral(in_cell(value)) for value in row] for row in table.rows])
        console.file.write(text.getvalue())
    else:
        grid = RichTable(header_style="bold", show_lines=True)
        for column in table.columns:
            grid.add_column(Text(column))
        for row in table.rows:
            grid.add_row(*[Text(_printable(in_cell(value))) for value in row])
        console.print(grid)


@contextmanager
def progress_bars(console: Console) -> Iterator[Progress]:
    """A progress callback that shows a bar on a terminal once the work has taken over a second."""
    bars = Bars(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    )
    tasks: dict[str, int] = {}
    began, running = time.monotonic(), False

    def report(what: str, done: int, total: int) -> None:
        nonlocal running
        if not running and (not console.is_terminal or time.monotonic() - began < _PATIENCE_SECONDS):
            return
        if not running:
            bars.start()
            running = True
        if what not in tasks:
            tasks[what] = bars.add_task(what, total=total or None)
        bars.update(bars.task_ids[list(tasks).index(what)], completed=done, total=total or None)

    try:
        yield report
    finally:
        if running:
            bars.stop()


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _printable(text: str) -> str:
    """``text`` without control characters, which could steer a terminal."""
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)

"""``scrgraph serve``: the workbench in the browser."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.arguments import BadUse

_out = Console()


def serve(
    folder: Annotated[
        Path | None,
        typer.Argument(help="A review folder; without one, open or make it in the page.", metavar="DIR"),
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 for any free one.")] = 0,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")] = "",
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
) -> None:
    """Open the workbench on a review: files, doubts, people, chronology, findings, pictures, questions and the pack."""
    from scrgraph.web.desk import Desk  # slow to load; no other command needs them
    from scrgraph.web.server import links_on_enter, workbench

    desk = Desk(by)
    if folder is not None:
        desk.open(folder)
    try:
        bench = workbench(desk, port)
    except OSError as error:
        raise BadUse(
            f"Port {port} cannot be used ({error.strerror}). Leave --port out to take a free one."
        ) from error
    link = bench.new_link()
    _out.print(Text(f"The workbench is at {link}"), soft_wrap=True)
    _out.print(Text("The link serves once. Press Enter for another, Ctrl+C to stop."), soft_wrap=True)
    if open_:
        webbrowser.open(link)
    if sys.stdin is not None and sys.stdin.isatty():
        links_on_enter(bench, lambda words: _out.print(Text(words), soft_wrap=True))
    with suppress(KeyboardInterrupt):
        bench.run()

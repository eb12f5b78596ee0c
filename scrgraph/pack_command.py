"""``scrgraph pack``: the review as a Word document, with its chronology and findings as Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.arguments import Sources
from scrgraph.names_out import NamesOutOption
from scrgraph.review.source_set import SourceSet
from scrgraph.show import progress_bars

_out = Console()


def pack(
    sources: Sources,
    out: Annotated[Path, typer.Option("--out", help="Folder to write the three files into.")] = Path(
        "scrgraph-pack"
    ),
    styles: Annotated[
        Path | None,
        typer.Option("--styles", metavar="DOCX", help="A Word document whose styles and page are used."),
    ] = None,
    names_out: NamesOutOption = None,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Put findings not yet decided in beside accepted ones.")
    ] = False,
) -> None:
    """Write the evidence pack: pack.docx, chronology.xlsx and findings.xlsx."""
    from scrgraph.packing import make_pack  # slow to load; no other command needs it

    given = SourceSet.of(sources)
    with progress_bars(Console(stderr=True)) as bar:
        made = make_pack(given, out, styles=styles, names_out=names_out, undecided=undecided, progress=bar)
    for problem in made.unreadable:
        _out.print(Text(str(problem)), soft_wrap=True)
    for path in made.paths:
        _out.print(Text(f"Wrote {path.resolve()}"), soft_wrap=True)

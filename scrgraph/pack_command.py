"""``scrgraph pack``: the review as a Word document, with its chronology and findings as Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.arguments import BadUse, Sources
from scrgraph.names_out import NamesOutOption, decided_in_copy, without_names
from scrgraph.pipeline import answer_all, in_memory, read_review
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
    from scrgraph.report.pack import pack_matter, write_pack  # slow to load; no other command needs them
    from visualisations.drawing.png import CannotDraw

    given = SourceSet.of(sources)
    decisions, unreadable = given.decisions()
    with progress_bars(Console(stderr=True)) as bar:
        graph = read_review(given, progress=bar)
        if names_out:
            with in_memory(graph) as store:
                findings = answer_all(graph, store).asked.findings
            copy = without_names(given, graph, names_out)
            graph, decisions = copy.graph, decided_in_copy(copy, findings, decisions)
        with in_memory(graph, bar) as store:
            answered = answer_all(graph, store, bar)
            matter = pack_matter(graph, store, answered.registry, answered.asked, decisions, whole=undecided)
            try:
                written = list(write_pack(matter, out, styles=styles, progress=bar))
            except CannotDraw as error:
                raise BadUse(str(error)) from error
    for problem in unreadable:
        _out.print(Text(str(problem)), soft_wrap=True)
    for path in written:
        _out.print(Text(f"Wrote {path.resolve()}"), soft_wrap=True)

"""``scrgraph draw``: one picture, or all of them, as files for a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from scrgraph.arguments import BadUse, day_or_none, read, sources_and_last
from scrgraph.names_out import NamesOut, NamesOutOption, without_names
from scrgraph.pipeline import answer_all, in_memory
from scrgraph.pseudonyms.child_clock import in_ages
from scrgraph.pseudonyms.told_files import picture_in_ages
from scrgraph.review.names import nearest
from scrgraph.review.source_set import SourceSet

if TYPE_CHECKING:
    from visualisations.drawing.svg import Drawing
    from visualisations.records.material import Material

_out = Console()
#: The word for every picture.
ALL = "all"


def draw(
    arguments: Annotated[
        list[str],
        typer.Argument(
            help="Sources, then a picture: overview, chronology, relay, network, genogram, knowledge, seen, "
            "engagement, timeline-js (the chronology as a table for TimelineJS), or all.",
            metavar="SOURCE... PICTURE",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder to draw into.")] = Path("scrgraph-pictures"),
    svg: Annotated[bool, typer.Option("--svg", help="As SVG; so too when neither is asked for.")] = False,
    png: Annotated[bool, typer.Option("--png", help="As PNG, for Word.")] = False,
    width: Annotated[int, typer.Option("--width", help="Pixels across a PNG; 3000 suits a page.")] = 3000,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day, for pictures of a day.")] = "",
    from_: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day to show.")] = "",
    to: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day to show.")] = "",
    person: Annotated[str, typer.Option("--person", metavar="NAME", help="Whom the picture is about.")] = "",
    names_out: NamesOutOption = None,
    gentle_deaths: Annotated[
        bool, typer.Option("--gentle-deaths", help="Mark a death in the genogram without a cross.")
    ] = False,
) -> None:
    """Draw a picture as files for a report, each with a text that says in words what it shows."""
    from visualisations.all_pictures import PICTURES  # slow to load; no other command needs them
    from visualisations.drawing.png import CannotDraw
    from visualisations.drawing.wanted import Wanted
    from visualisations.drawn_files import TIMELINE_JS, DrawnAs, draw_files
    from visualisations.records.material import Material

    sources, picture = sources_and_last(arguments, "the name of a picture, such as relay")
    known = [one.place.key for one in PICTURES] + [TIMELINE_JS]
    if picture not in (*known, ALL):
        raise BadUse(
            f"There is no picture called '{picture}'.{nearest(picture, (*known, ALL))} "
            f"The pictures are: {', '.join(known)}, or {ALL}."
        )
    first, last = day_or_none(from_, "--from"), day_or_none(to, "--to")
    if first and last and first > last:
        raise BadUse(f"--from {first} is after --to {last}. Give the earlier day as --from.")
    kinds = [kind for kind, asked in ((DrawnAs.SVG, svg or not png), (DrawnAs.PNG, png)) if asked]
    ages = names_out is NamesOut.AGES
    if ages and (on or first or last or picture == TIMELINE_JS):
        raise BadUse(
            "With --names-out ages no day is told, so --on, --from, --to and timeline-js cannot be used. "
            "Leave them out, or give --names-out shifted."
        )
    graph = read(sources)
    if names_out:
        graph = without_names(SourceSet.of(sources), graph, names_out).graph
    with in_memory(graph) as store:
        material = Material.of(store, graph.review, answer_all(graph, store).asked.findings)
        wanted = Wanted(
            on=day_or_none(on, "--on"),
            first=first,
            last=last,
            person_id=_person_id(material, person),
            gentle_deaths=gentle_deaths,
        )
        keys = known if picture == ALL else [picture]
        if ages:
            keys = [one for one in keys if one != TIMELINE_JS]
        try:
            told = _in_ages if ages else _as_drawn
            for path in draw_files(material, keys, wanted, out, kinds=kinds, width=width, told=told):
                _out.print(Text(f"Wrote {path.resolve()}"), soft_wrap=True)
        except CannotDraw as error:
            raise BadUse(str(error)) from error


def _as_drawn(drawn: Drawing) -> Drawing:
    return drawn


def _in_ages(drawn: Drawing) -> Drawing:
    """A drawing in which days are told as ages."""
    return replace(drawn, svg=picture_in_ages(drawn.svg), words=in_ages(drawn.words))


def _person_id(material: Material, wanted: str) -> str:
    """The id of the person called ``wanted``; empty for everyone. Raises ``BadUse``."""
    from visualisations.records.person_called import person_called

    try:
        return person_called(material.records.people, wanted)
    except LookupError as nobody:
        raise BadUse(str(nobody)) from None

"""How each line of the genogram looks: never told by colour, always by its dashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, number, text
from visualisations.genogram.family import Bond, Descent
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.labels import DETAIL
from visualisations.genogram.lives import Span, presence
from visualisations.genogram.partnerships import stretches
from visualisations.genogram.routes import Run
from visualisations.genogram.sheet import CoupleWords, Sheet
from visualisations.genogram.showing import Showing
from visualisations.records.shown import TieShown

#: White round a text that lies over lines.
HALO: dict[str, str | float | None] = {
    "stroke": "#fff",
    "stroke_width": 3,
    "paint_order": "stroke",
    "stroke_linejoin": "round",
}


@dataclass(frozen=True)
class LineLook:
    """Dashes, width and colour of a line."""

    dashes: str | None
    width: float = 1.8
    colour: str = INK


LOOKS: dict[Line | Bond, LineLook] = {
    Line.BIRTH: LineLook(None),
    Line.ADOPTION: LineLook("7 4"),
    Line.FOSTER: LineLook("2 4", 2.2),
    Line.CARER: LineLook("4 2", 1.6, QUIET),
    Line.STEP: LineLook("12 4 2 4", 1.6, QUIET),
    Line.GRANDPARENT: LineLook("1.5 5", 2.4, QUIET),
    Line.SIBLING: LineLook(None, 1.2),
    Line.HALF_SIBLING: LineLook("6 3", 1.2),
    Line.STEP_SIBLING: LineLook("12 4 2 4", 1.2),
    Bond.MARRIED: LineLook(None, 2.2),
    Bond.PARTNERS: LineLook("7 4", 2.0),
    Bond.PARENTS: LineLook("1.5 4", 2.0),
}


def stroke(look: LineLook, *points: tuple[float, float]) -> Markup:
    """A line through points, over a white edge that parts it from the lines it crosses."""
    return group(edge(look, *points), bare(look, *points))


def bare(look: LineLook, *points: tuple[float, float]) -> Markup:
    """A line through points."""
    return element(
        "path",
        d=_through(points),
        fill="none",
        stroke=look.colour,
        stroke_width=look.width,
        stroke_dasharray=look.dashes,
    )


def edge(look: LineLook, *points: tuple[float, float]) -> Markup:
    """The white edge under a line."""
    return element("path", d=_through(points), fill="none", stroke="#fff", stroke_width=look.width + 4)


def _through(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def slash(x: float, y: float, *, twice: bool = False) -> Markup:
    """One stroke across a couple's line for separated, two for divorced."""
    offsets = (-3.5, 3.5) if twice else (0.0,)
    d = "".join(f"M{number(x + o - 4)} {number(y + 8)}L{number(x + o + 4)} {number(y - 8)}" for o in offsets)
    return element("path", d=d, fill="none", stroke=INK, stroke_width=2)


def couple_line(
    run: Run, words: CoupleWords, sheet: Sheet, ties: tuple[TieShown, ...], showing: Showing
) -> Markup:
    """The line of a couple in each of its stretches, with its dates and slashes."""
    couple = sheet.family.couples[run.of]
    parts = []
    for stretch in stretches(couple, sheet.family, ties):
        inside = [stroke(LOOKS[stretch.bond], *run.points)]
        if stretch.ended:
            inside.append(slash(words.slash_x, words.slash_y, twice=couple.divorced))
        if stretch.words:
            inside.append(
                text(stretch.words, words.x, words.y, size=DETAIL, fill=QUIET, anchor="middle", **HALO)
            )
        parts.append(showing.lasting(stretch.span, "g", *inside))
    return group(*parts, data_mark=f"couple {run.of}")


def across_line(run: Run, sheet: Sheet, ties: tuple[TieShown, ...], showing: Showing) -> Markup:
    """Part of the line of a couple who stand in different rows; its dates are told when it is pointed at."""
    couple = sheet.family.couples[run.of]
    parts = []
    for stretch in stretches(couple, sheet.family, ties):
        (ax, ay), (bx, by) = run.points[1], run.points[2]
        inside = [stroke(LOOKS[stretch.bond], *run.points)]
        if stretch.ended:
            at = ((ax + bx) / 2, ay) if abs(bx - ax) > 20 else (run.points[-1][0], by + 12)
            inside.append(slash(*at, twice=couple.divorced))
        parts.append(showing.lasting(stretch.span, "g", *inside))
    return group(*parts, data_mark=f"couple {run.of}")


def descent_lines(of: int, sheet: Sheet, ties: Sequence[TieShown], showing: Showing) -> Markup:
    """All lines of one descent, over one white edge."""
    runs = [run for run in sheet.runs if run.of == of and run.line is not Line.COUPLE]
    look = LOOKS[sheet.family.descents[of].line]
    spans = [_drawn_with(run, sheet, ties) for run in runs]
    edges = [
        showing.lasting(span, "g", edge(look, (run.points[0][0], run.points[0][1] + 4), *run.points[1:]))
        for run, span in zip(runs, spans, strict=True)
    ]
    return group(
        *edges,
        *(showing.lasting(s, "g", bare(look, *run.points)) for run, s in zip(runs, spans, strict=True)),
    )


def in_care(descent: Descent, child: str, ties: Sequence[TieShown]) -> Span:
    """The days a tie other than birth holds for a child, as far as its dates say; parents and siblings always are."""
    own = [ties[place] for place in descent.ties if ties[place].to_person_id == child]
    if descent.line is Line.BIRTH or not descent.parents or not own:
        return Span()
    first = [tie.since_on.earliest for tie in own]
    last = [tie.until_on.latest for tie in own]
    return Span(
        None if None in first else min(day for day in first if day),
        None if None in last else max(day for day in last if day),
    )


def _drawn_with(run: Run, sheet: Sheet, ties: Sequence[TieShown]) -> Span | None:
    """The days on which a child and whoever is above are drawn, and the tie holds."""
    descent: Descent = sheet.family.descents[run.of]
    people = sheet.family.people
    span: Span | None = in_care(descent, run.end[0], ties) if run.end else Span()
    for key in {*descent.parents, *(run.start if not descent.parents else ()), *run.end}:
        if span is not None and key in people:
            span = span.within(presence(people[key]))
    return span


def identical_bar(
    sheet: Sheet, together: tuple[str, ...], runs: list[Run], showing: Showing
) -> Markup | None:
    """The bar between the lines of identical twins."""
    ends = [
        run
        for run in runs
        if run.end and run.end[0] in together and run.line is Line.BIRTH and len(run.points) == 4
    ]
    if len(ends) < 2:
        return None
    middles = sorted(
        ((run.points[2][0] + run.points[3][0]) / 2, (run.points[2][1] + run.points[3][1]) / 2) for run in ends
    )
    span = presence(sheet.family.people[together[0]])
    return showing.lasting(span, "g", bare(LOOKS[Line.BIRTH], middles[0], middles[-1]))

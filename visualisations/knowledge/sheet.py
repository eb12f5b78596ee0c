"""The matrix as a drawing for a report: title, agencies, rows by person, key; at most a page of rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import listed, several
from visualisations.drawing.svg import (
    INK,
    QUIET,
    RULE,
    WASH,
    Drawing,
    Value,
    document,
    element,
    figure,
    group,
    number,
    text,
)
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.wanted import Wanted
from visualisations.frame.places import PLACE
from visualisations.knowledge.faces import MEANING, WORDS, Face, Look, face_on, reached_on
from visualisations.knowledge.matrix import Matrix, Row
from visualisations.knowledge.query import Asked
from visualisations.knowledge.words import account, head_lines, left_out
from visualisations.records.material import Material

#: The printed width of a file in pixels, the rows of a page, and the sizes before it is enlarged.
_FILE_WIDTH, _ROWS = 1600, 22
_EDGE, _NAMES, _COLUMN, _REACHED, _ROW, _GROUP = 14.0, 196.0, 74.0, 84.0, 37.0, 22.0
_TALL_ROW = 58.0
_LEAST = 1040.0
_BLUE = "#1F5A8C"
#: Ground, edge, dashes and ink of each look.
_LOOKS: dict[Look, tuple[str, str | None, str | None, str]] = {
    Look.FIRST: (_BLUE, _BLUE, None, "#fff"),
    Look.LATER: ("#D3E4F3", _BLUE, None, INK),
    Look.COULD: ("#fff", "#5B80A5", "4 3", INK),
    Look.NONE: ("#fff", None, None, QUIET),
    Look.TELL: ("url(#knowledge-hatch)", "#6B7684", "1 3", INK),
    Look.NOT: ("#fff", None, None, QUIET),
}
_SAMPLE = {
    Look.FIRST: "date",
    Look.LATER: "date",
    Look.COULD: "could from",
    **{k: v[0] for k, v in WORDS.items()},
}


@dataclass(frozen=True)
class _Plan:
    """Where columns stand."""

    width: float
    column: float

    def x(self, place: int) -> float:
        return _EDGE + _NAMES + place * self.column


def draw_sheet(material: Material, matrix: Matrix, asked: Asked, wanted: Wanted) -> Drawing:
    """The matrix as of ``wanted.on``, of what concerns ``wanted.person_id``; rows that find no room are counted."""
    rows = [row for row in matrix.rows if not wanted.person_id or wanted.person_id in row.people]
    shown = tuple(rows[:_ROWS])
    count = len(matrix.columns)
    width = max(_LEAST, 2 * _EDGE + _NAMES + _REACHED + count * _COLUMN)
    plan = _Plan(width, min(150.0, (width - 2 * _EDGE - _NAMES - _REACHED) / max(1, count)))
    title = f"{PLACE['knowledge'].title}: {material.records.title}"
    head = wrap(title, width - 2 * _EDGE, 19, lines=1, bold=True)
    under = _subtitle(material, wanted)
    parts: list[Markup | None] = [_hatching()]
    parts += [text(line, _EDGE, 28, size=19, bold="yes") for line in head]
    y = 48.0
    for line in wrap(under, width - 2 * _EDGE, 13, lines=3):
        parts.append(text(line, _EDGE, y, size=13, fill=QUIET))
        y += 17
    if shown:
        height, columns = _columns(matrix, plan, y)
        parts.append(columns)
        y += height
        for part, below in _rows(material, matrix, shown, plan, y, wanted.on):
            parts.append(part)
            y = below
    else:
        parts.append(text("No matter with a date is recorded here.", _EDGE, y + 20, size=14))
        y += 40
    y += 12
    key, y = _key(plan, y)
    parts.append(key)
    notes = [*_not_shown(material, rows, shown), _READ, *left_out(matrix, asked)]
    for line in wrap(" ".join(notes), width - 2 * _EDGE, 12, lines=8):
        parts.append(text(line, _EDGE, y + 10, size=12, fill=QUIET))
        y += 16
    scale = max(1.0, _FILE_WIDTH / width)
    whole, tall = round(width * scale), round((y + 10) * scale)
    words = " ".join(
        (
            f"{title}. {under}",
            account(material, matrix, shown, asked, wanted.on),
            *_not_shown(material, rows, shown),
        )
    )
    drawn = figure(
        whole, tall, title, words, group(*parts, transform=f"scale({number(scale)})"), name="knowledge"
    )
    return Drawing(document(drawn, whole, tall), words)


_READ = (
    "\u201cNo record\u201d means nothing in the chronologies supplied; it is not proof that the agency was not told. "
    "\u201cCould from\u201d assumes that each recorded communication carried everything its sender knew."
)


def _subtitle(material: Material, wanted: Wanted) -> str:
    parts = [PLACE["knowledge"].question]
    if wanted.on:
        parts.append(f"What could have been known by the end of {in_words(wanted.on)}.")
    if wanted.person_id in material.people:
        parts.append(f"Only what concerns {material.people[wanted.person_id].name}.")
    if material.as_of:
        parts.append(f"Looking back from {in_words(material.as_of)}.")
    return " ".join(parts)


def _not_shown(material: Material, rows: Sequence[Row], shown: Sequence[Row]) -> list[str]:
    """How many rows there was no room for, and whom they concern."""
    rest = rows[len(shown) :]
    if not rest:
        return []
    names = [material.people[key].name for key in dict.fromkeys(row.people[0] for row in rest)]
    return [
        f"Not shown for want of room: {several(len(rest), 'matter')} concerning {listed(names)}; the page of this "
        "picture has them all."
    ]


def _columns(matrix: Matrix, plan: _Plan, y: float) -> tuple[float, Markup]:
    """The heads of the columns and how high they are."""
    heads = [wrap(look.name, plan.column - 8, 11, lines=4, bold=True) for look in matrix.columns]
    height = 28 + 13.5 * max((len(lines) for lines in heads), default=1) + 8
    parts: list[Markup] = []
    for place, (look, lines) in enumerate(zip(matrix.columns, heads, strict=True)):
        middle = plan.x(place) + plan.column / 2
        chip = max(30.0, text_width(look.letters, 11, bold=True) + 10)
        parts.append(
            element("rect", x=middle - chip / 2, y=y + 2, width=chip, height=17, rx=3, fill=look.colour)
        )
        parts.append(text(look.letters, middle, y + 14.5, size=11, fill="#fff", bold="yes", anchor="middle"))
        for n, line in enumerate(lines):
            parts.append(text(line, middle, y + 33 + n * 13.5, size=11, bold="yes", anchor="middle"))
        parts.append(
            element(
                "rect",
                x=plan.x(place) + 3,
                y=y + height - 4,
                width=plan.column - 6,
                height=3,
                fill=look.colour,
            )
        )
    middle = plan.x(len(matrix.columns)) + _REACHED / 2
    parts.append(text("recorded by", middle, y + height - 21, size=11, fill=QUIET, anchor="middle"))
    parts.append(text("first to last", middle, y + height - 8, size=11, fill=QUIET, anchor="middle"))
    return height + 2, group(*parts)


def _rows(
    material: Material, matrix: Matrix, shown: Sequence[Row], plan: _Plan, y: float, day: dt.date | None
) -> Iterator[tuple[Markup, float]]:
    """Each row, with a heading where a person's begin, and where the next one stands."""
    person = ""
    right = plan.x(len(matrix.columns)) + _REACHED
    for row in shown:
        parts: list[Markup] = []
        if row.people[0] != person:
            person = row.people[0]
            one = material.people[person]
            words = f"{one.name} ({one.role})" if one.role else one.name
            parts.append(element("rect", x=_EDGE, y=y + 2, width=right - _EDGE, height=_GROUP - 4, fill=WASH))
            line = wrap(words, right - _EDGE - 16, 12.5, lines=1, bold=True)[0]
            parts.append(text(line, _EDGE + 6, y + 15.5, size=12.5, bold="yes"))
            y += _GROUP
        faces = [face_on(row, cell, day) for cell in row.cells]
        crowded = len(row.people) > 1 or any(len(face.lines) + len(face.said) > 2 for face in faces)
        tall = _TALL_ROW if crowded else _ROW
        parts.extend(_head(material, row, y))
        for place, face in enumerate(faces):
            parts.append(_cell(face, plan.x(place) + 2, y + 2, plan.column - 4, tall - 4))
        first, second = reached_on(row, matrix.agencies, day)
        middle = plan.x(len(row.cells)) + _REACHED / 2
        parts.append(
            text(first, middle, y + tall / 2 + (-2 if second else 4), size=11.5, bold="yes", anchor="middle")
        )
        if second:
            parts.append(_fitted(second, middle, y + tall / 2 + 11, _REACHED - 4, 11, QUIET))
        parts.append(
            element("line", x1=_EDGE, x2=right, y1=y + tall, y2=y + tall, stroke=RULE, stroke_width=0.7)
        )
        y += tall
        yield group(*parts), y


def _head(material: Material, row: Row, y: float) -> Iterator[Markup]:
    """The topic of a row, whom else it concerns or the first words for it."""
    names = {key: person.name for key, person in material.people.items()}
    topic, under = head_lines(row, names, _NAMES - 12, 12.5)
    for n, line in enumerate(topic):
        yield text(line, _EDGE + 6, y + 16 + n * 14, size=12.5)
    if under:
        line = wrap(under, _NAMES - 12, 11, lines=1)[0]
        yield text(line, _EDGE + 6, y + 16 + len(topic) * 14, size=11, fill=QUIET)


def _cell(face: Face, x: float, y: float, width: float, height: float) -> Markup:
    """One cell: its ground and its lines."""
    fill, stroke, dashes, ink = _LOOKS[face.look]
    lines = [*face.lines, *face.said]
    size = 11.0
    step = size + 1.8
    top = y + height / 2 - step * len(lines) / 2 + size * 0.86
    bold = "yes" if face.look is Look.FIRST else None
    edge: dict[str, Value] = {
        "stroke": stroke,
        "stroke_width": 1.2 if stroke else None,
        "stroke_dasharray": dashes,
    }
    return group(
        element("rect", x=x, y=y, width=width, height=height, rx=3, fill=fill, **edge),
        *(
            _fitted(line, x + width / 2, top + n * step, width - 3, size, ink, bold if n == 0 else None)
            for n, line in enumerate(lines)
        ),
    )


def _fitted(
    words: str, x: float, y: float, width: float, size: float, fill: str, bold: Value = None
) -> Markup:
    """A centred line, made smaller where it is too wide, and cut where that would be too small to read."""
    wide = text_width(words, size, bool(bold))
    fitting = max(9.0, size * min(1.0, width / wide)) if wide else size
    line = "".join(wrap(words, max(width, 1) + 0.5, fitting, lines=1, bold=bool(bold)))
    return text(line, x, y, size=fitting, fill=fill, bold=bold, anchor="middle")


def _key(plan: _Plan, y: float) -> tuple[Markup, float]:
    """What each look means, in as many lines as it needs; where what follows stands."""
    parts, x = [], _EDGE
    for look, meaning in MEANING.items():
        wide = 74 + 7 + text_width(meaning, 12) + 20
        if x > _EDGE and x + wide > plan.width - _EDGE:
            x, y = _EDGE, y + 26
        parts.append(_cell(Face(look, (_SAMPLE[look],)), x, y, 74, 19))
        parts.append(text(meaning, x + 81, y + 14, size=12))
        x += wide
    return group(*parts), y + 30


def _hatching() -> Markup:
    """Thin slanting lines, for what cannot be told."""
    line = element("path", d="M0 7 L7 0", stroke="#C2CAD3", stroke_width=1)
    ground = element("rect", width=7, height=7, fill="#F1F3F6")
    return element("defs", element("pattern", ground, line, id="knowledge-hatch", width=7, height=7,
                                   patternUnits="userSpaceOnUse"))  # fmt: skip

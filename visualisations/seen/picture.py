"""The seen strip as a page and as a file: in which weeks was each child seen?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from visualisations.drawing.svg import QUIET, Drawing, document, element, figure, group, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.frame.places import PLACE
from visualisations.page import render_body
from visualisations.records.material import Material
from visualisations.seen.account import EMPTY_WEEKS, NOTHING, account, breaks_note, note
from visualisations.seen.background_marks import marks_of
from visualisations.seen.calendar import Row, by_year, whole
from visualisations.seen.key import draw_key, look_swatch, page_items
from visualisations.seen.looks import LOOKS, Look, hatching
from visualisations.seen.sightings import ChildSeen, Told, children_of
from visualisations.seen.strip import ACROSS, LEFT, WIDTH, draw_child

_KINDS = {
    **{str(look): (words.one, words.many) for look, words in LOOKS.items()},
    "gap": ("long gap", "long gaps"),
    "stay": ("stay", "stays"),
    "change": ("change of worker", "changes of worker"),
}
Period = tuple[dt.date, dt.date]


def page(material: Material) -> str:
    """The page: the whole time on one strip a child, or a row a year."""
    children = children_of(material)
    period = _period(children)
    shown = []
    for number, child in enumerate(children):
        if period is None:
            break
        views = []
        for key, rows in _views(period).items():
            drawn = draw_child(material, child, rows, period, layered=True)
            name = f"seen-{key}-{number}"
            words = account((child,), period)
            views.append(
                (key, figure(WIDTH, drawn.height, child.person.name, words, drawn.shapes, name=name))
            )
        shown.append((child.person.person_id, views))
    inner = render_body(
        "seen.html",
        children=shown,
        hatch=element("svg", hatching(), width=0, height=0, aria_hidden="true"),
        items=page_items(children, _views(period)["whole"][0].unit if period else ""),
        told=NOTHING,
    )
    looks = [(look, LOOKS[look].key, look_swatch(look)) for look in Look]
    return picture_page(
        material,
        "seen",
        inner=inner,
        marks=[mark for child in children for mark in marks_of(material, child)],
        kinds=_KINDS,
        controls=render_body("seen_controls.html", looks=looks),
        note=note(material, children, period),
        own={"looks": [str(look) for look in Look]},
        scripts=("seen.js",),
        styles=("seen.css",),
    )


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """A file: one child or all; one strip a child while its weeks have room, else a row a year."""
    children = [
        _within(child, wanted)
        for child in children_of(material)
        if not wanted.person_id or child.person.person_id == wanted.person_id
    ]
    period = _period(children, wanted)
    title = f"{PLACE['seen'].title}: {material.records.title}"
    words = account(children, period)
    y = 26.0
    shapes = [
        text(line, 14, y, size=17, bold="yes") for line in wrap(title, WIDTH - 28, 17, lines=1, bold=True)
    ]
    shapes.append(text(PLACE["seen"].question, 14, y + 19, size=12.5, fill=QUIET))
    y += 34
    if period is None:
        shapes.append(text(NOTHING, 14, y + 16, size=13))
        y += 40
    else:
        shapes.insert(0, hatching())
        key, height = draw_key(children, 14, y, WIDTH - 28)
        shapes.append(key)
        y += height + 8
        views = _views(period)
        rows = views["whole"] if views["whole"][0].unit == "week" else views["years"]
        for child in children:
            drawn = draw_child(material, child, rows, period)
            shapes.append(group(drawn.shapes, transform=f"translate(0 {y:.2f})"))
            y += drawn.height + 10
        for line in wrap(
            f"{_foot(material)} {breaks_note(children, material, period)}", WIDTH - 28, 11, lines=4
        ):
            shapes.append(text(line, 14, y + 8, size=11, fill=QUIET))
            y += 14
        y += 6
    return Drawing(document(figure(WIDTH, y, title, words, *shapes), WIDTH, y), words)


def _foot(material: Material) -> str:
    as_of = f"Looking back from {material.records.as_of}. " if material.records.as_of else ""
    return f"{as_of}{EMPTY_WEEKS}"


def _period(children: Sequence[ChildSeen], wanted: Wanted | None = None) -> Period | None:
    """The days of anything about a child; those wanted, where they are given."""
    days = [day for child in children for told in child.told for day in (told.first, told.last) if day]
    days += [day for child in children for gap in child.gaps for day in (gap.first, gap.last)]
    if not days:
        return None
    first, last = min(days), max(days)
    if wanted:
        first, last = wanted.first or first, wanted.last or last
    return (first, last) if first <= last else None


def _views(period: Period) -> dict[str, tuple[Row, ...]]:
    return {"whole": whole(*period, LEFT, ACROSS), "years": by_year(*period, LEFT, ACROSS)}


def _within(child: ChildSeen, wanted: Wanted) -> ChildSeen:
    """The child with what may have been in the days wanted."""

    def there(told: Told) -> bool:
        late = wanted.first and told.last and told.last < wanted.first
        early = wanted.last and told.first and told.first > wanted.last
        return not (late or early)

    gaps = tuple(
        gap
        for gap in child.gaps
        if not (wanted.first and gap.last < wanted.first) and not (wanted.last and gap.first > wanted.last)
    )
    return replace(child, told=tuple(told for told in child.told if there(told)), gaps=gaps)

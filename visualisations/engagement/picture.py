"""The engagement map as a page and as a file: how did the records describe co-operation, and at which level?"""

from __future__ import annotations

from markupsafe import Markup

from visualisations.drawing.svg import QUIET, Drawing, document, element, figure, group, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.engagement.account import NOTE, NOTHING, account, note
from visualisations.engagement.differing import differing_of
from visualisations.engagement.key import draw_key, key_items, other_items
from visualisations.engagement.levels import levels_of
from visualisations.engagement.measures import measures_of
from visualisations.engagement.noted import people_of
from visualisations.engagement.patterns import PATTERNS
from visualisations.engagement.sheet import NAMES, Engaged, Part, Sheet, draw_sheet
from visualisations.frame.marks import Mark
from visualisations.frame.picture_page import picture_page
from visualisations.frame.places import PLACE
from visualisations.page import render_body
from visualisations.records.material import Material

_LANES = 810.0
#: Widths of the lanes on a page: the whole review at once, and three times as near.
_VIEWS = (("whole", _LANES), ("near", _LANES * 3))
_KINDS = {
    **{p.key: (f"note of {p.name}", f"notes of {p.name}") for p in PATTERNS.values()},
    "not-made": ("did not take place", "did not take place"),
    "level": ("row tells of a level", "rows tell of a level"),
    "measure": ("plan or order", "plans and orders"),
    "differs": ("described differently", "described differently"),
}


def page(material: Material) -> str:
    """The page: the whole time at once, and a nearer view that scrolls beneath names and dates."""
    engaged = _engaged(material, Wanted())
    views = []
    if engaged.period is not None:
        words = account(engaged)
        for key, width in _VIEWS:
            sheet = draw_sheet(engaged, width)
            views.append(
                (key, [_row(sheet, part, f"{key}-{n}", words) for n, part in enumerate(_parts(sheet))])
            )
    inner = render_body("engagement.html", views=views, told=NOTHING, items=other_items())
    return picture_page(
        material,
        "engagement",
        inner=inner,
        marks=_marks(engaged),
        kinds=_KINDS,
        controls=render_body("engagement_controls.html", items=key_items()),
        note=note(engaged),
        scripts=("engagement.js",),
        styles=("engagement.css",),
    )


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """A file: everybody or one person, with the levels above."""
    engaged = _engaged(material, wanted)
    words = account(engaged)
    width = NAMES + _LANES
    title = f"{PLACE['engagement'].title}: {material.records.title}"
    shapes = [
        text(line, 14, 26, size=17, bold="yes") for line in wrap(title, width - 28, 17, lines=1, bold=True)
    ]
    shapes.append(text(PLACE["engagement"].question, 14, 45, size=12.5, fill=QUIET))
    y = 58.0
    if engaged.period is None:
        shapes.append(text(NOTHING, 14, y + 18, size=13))
        y += 34
    else:
        key, height = draw_key(14, y, width - 28)
        shapes.append(key)
        y += height + 8
        sheet = draw_sheet(engaged, _LANES)
        for part in _parts(sheet):
            shapes.append(group(part.names, transform=f"translate(0 {y:.2f})"))
            shapes.append(group(part.shapes, transform=f"translate({NAMES:g} {y:.2f})"))
            y += part.height
            shapes.append(element("path", d=f"M0 {y - 1:.2f}H{width:g}", stroke="#9aa5b1"))
    as_of = f"Looking back from {material.records.as_of}. " if material.records.as_of else ""
    for line in wrap(f"{as_of}{NOTE}", width - 28, 11, lines=4):
        shapes.append(text(line, 14, y + 16, size=11, fill=QUIET))
        y += 14
    y += 20
    return Drawing(document(figure(width, y, title, words, *shapes), width, y), words)


def _parts(sheet: Sheet) -> tuple[Part, ...]:
    return (sheet.top, *sheet.people)


def _row(sheet: Sheet, part: Part, name: str, words: str) -> tuple[str, Markup, Markup]:
    """The names and shapes of a part as drawings of their own; only the first carries the account."""
    names = element(
        "svg", part.names, width=NAMES, height=part.height, viewBox=f"0 0 {NAMES:g} {part.height:.2f}",
        font_family="Arial, 'Liberation Sans', Helvetica, sans-serif",
    )  # fmt: skip
    told = words if not part.person_id else "Described with the levels above."
    return part.person_id, names, figure(sheet.width, part.height, "Engagement", told, part.shapes, name=name)


def _engaged(material: Material, wanted: Wanted) -> Engaged:
    """Everything of the map, within what is wanted."""
    people = tuple(
        p for p in people_of(material) if not wanted.person_id or p.person.person_id == wanted.person_id
    )
    levels, measures = levels_of(material), measures_of(material)
    if wanted.person_id:
        measures = tuple(m for m in measures if not m.mark.people or wanted.person_id in m.mark.people)
    days = [day for person in people for one in person.all_noted for day in (one.first, one.last) if day]
    days += [day for told in levels for day in (told.mark.first, told.mark.last) if day]
    days += [day for measure in measures for day in (measure.mark.first, measure.mark.last) if day]
    period = None
    if days:
        first, last = wanted.first or min(days), wanted.last or max(days)
        period = (first, last) if first <= last else None
    return Engaged(people, levels, measures, differing_of(material), period)


def _marks(engaged: Engaged) -> list[Mark]:
    marks = [told.mark for told in engaged.levels] + [measure.mark for measure in engaged.measures]
    for person in engaged.people:
        marks += [one.mark for one in (*person.all_noted, *person.undated)]
        marks += [one.mark for one in engaged.differing.get(person.person.person_id, ())]
    return marks

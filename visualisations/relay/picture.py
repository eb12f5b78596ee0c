"""The relay as a page and as a file: what was passed on, and what became of it?"""

from __future__ import annotations

from markupsafe import Markup

from scrgraph.model.partial_date import in_words
from visualisations.drawing.svg import QUIET, Drawing, document, element, figure, group, number, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.frame.places import PLACE
from visualisations.page import render_body
from visualisations.records.material import Material
from visualisations.relay.chosen import chosen
from visualisations.relay.events import Events, events_of
from visualisations.relay.key import draw_key, key_items, reading_items, swatch
from visualisations.relay.lanes import Lane, lanes_of
from visualisations.relay.plane import DATES, NAMES, WIDTH, Plane, days_of, levels_of, plane_of, whole_level
from visualisations.relay.sheet import Sheet, draw_level, draw_names, hatching
from visualisations.relay.words import account, left_out, note, undated

_KINDS = {"contact": ("contact", "contacts"), "baton": ("baton", "batons")}
#: The printed width of a file in pixels; its words are this much larger than the page's.
_FILE_WIDTH = 1600
_FILE_LANES, _FILE_LEAST, _EDGE = 490, 41, 14


def page(material: Material) -> str:
    """The page: the whole review at once, and nearer levels on demand."""
    events = events_of(material)
    lanes = lanes_of(material)
    days = days_of(events)
    plane = plane_of(lanes)
    sheets = [draw_level(events, plane, level) for level in levels_of(*days)] if days else []
    title = f"{PLACE['relay'].title}: {material.records.title}"
    told = account(events, plane, days)
    by_id = {mark.mark_id: mark for mark in events.marks}
    loose = [by_id[key] for part in undated(events) for key in part]
    inner = render_body(
        "relay.html",
        sheets=[(sheet.level, _dates(sheet), _lanes(sheet, plane, title, told)) for sheet in sheets],
        names=_svg(NAMES, plane.height, draw_names(plane)),
        hatch=element("svg", hatching(), width=0, height=0, aria_hidden="true"),
        reading=[(item.words, swatch(item)) for item in reading_items(events, plane)],
        loose=[(mark.mark_id, mark.title) for mark in loose],
        told=told,
    )
    return picture_page(
        material,
        "relay",
        inner=inner,
        marks=events.marks,
        kinds=_KINDS,
        controls=render_body(
            "relay_controls.html", items=[(item, swatch(item)) for item in key_items(events)]
        ),
        note=note(material, events, lanes),
        own=_own(sheets, plane),
        scripts=("relay.js", "relay_looking.js"),
        styles=("relay.css",),
    )


def _own(sheets: list[Sheet], plane: Plane) -> dict[str, object]:
    """What the page's code needs to scroll to a day."""
    return {
        "width": WIDTH,
        "names": NAMES,
        "dates": DATES,
        "height": plane.height,
        "levels": [
            [s.level.key, s.level.words, s.level.width, s.level.axis.left, s.level.axis.day_width,
             s.level.axis.first.isoformat()]
            for s in sheets
        ],
    }  # fmt: skip


def _svg(width: float, height: float, *children: Markup) -> Markup:
    """A part of the picture that needs no account of its own."""
    return element(
        "svg", *children, width=width, height=height, viewBox=f"0 0 {round(width)} {round(height)}",
        font_family="Arial, 'Liberation Sans', Helvetica, sans-serif", aria_hidden="true",
    )  # fmt: skip


def _dates(sheet: Sheet) -> Markup:
    return _svg(sheet.level.width, DATES, sheet.dates)


def _lanes(sheet: Sheet, plane: Plane, title: str, told: str) -> Markup:
    return figure(sheet.level.width, plane.height, title, told, sheet.lanes, name="relay")


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The relay as a file of its own: the whole review, or some days of it, or what concerns one person."""
    everything = events_of(material)
    events = chosen(everything, wanted)
    dateless = left_out(chosen(everything, Wanted(person_id=wanted.person_id)))
    days = days_of(events)
    lanes = _lanes_with(material, events)
    head, subtitle = _heading(material, wanted)
    plane = plane_of(lanes, _FILE_LANES, _FILE_LEAST)
    told = " ".join([account(events, plane, days), *(dateless if wanted.first or wanted.last else ())])
    y = 52.0
    parts: list[Markup | None] = [
        text(head, _EDGE, 26, size=19, bold="yes"),
        text(subtitle, _EDGE, 46, size=13, fill=QUIET),
    ]
    if days:
        sheet = draw_level(events, plane, whole_level(wanted.first or days[0], wanted.last or days[1]))
        parts.append(group(sheet.dates, transform=f"translate({NAMES} {round(y)})"))
        y += DATES
        parts.append(group(draw_names(plane), transform=f"translate(0 {round(y)})"))
        parts.append(group(sheet.lanes, transform=f"translate({NAMES} {round(y)})"))
        y += plane.height + 14
        key, height = draw_key((*key_items(events), *reading_items(events, plane)), WIDTH - 2 * _EDGE)
        parts.append(group(key, transform=f"translate({_EDGE} {round(y)})"))
        y += height + 6
    else:
        parts.append(text("No contact or baton with a date is recorded here.", _EDGE, y + 20, size=14))
        y += 44
    crossing = (_CROSSING,) if any("data-faint" in str(part) for part in parts if part) else ()
    for line in wrap(" ".join((_READ, *crossing, *dateless)), WIDTH - 2 * _EDGE, 12, lines=4):
        parts.append(text(line, _EDGE, y + 10, size=12, fill=QUIET))
        y += 17
    scale = _FILE_WIDTH / WIDTH
    height = round((y + 10) * scale)
    larger = group(*parts, transform=f"scale({number(scale)})")
    words = f"{head}. {subtitle} {told}"
    drawn = figure(_FILE_WIDTH, height, head, words, larger, name="relay")
    return Drawing(document(drawn, _FILE_WIDTH, height), words)


_CROSSING = "As very many arrows would cross, only their two ends are drawn in full."
_READ = (
    "A number stands for several contacts or batons near in time. Not shown: who made or received each, the stages "
    "of each baton and the rows behind them; the page of this picture has them."
)


def _heading(material: Material, wanted: Wanted) -> tuple[str, str]:
    """The title, and what part of the review is shown."""
    head = wrap(
        f"{PLACE['relay'].title}: {material.records.title}", WIDTH - 2 * _EDGE, 19, lines=1, bold=True
    )[0]
    parts = [PLACE["relay"].question]
    if wanted.person_id in material.people:
        parts.append(f"Only what concerns {material.people[wanted.person_id].name}.")
    if wanted.first or wanted.last:
        since = f" from {in_words(wanted.first)}" if wanted.first else ""
        until = f" to {in_words(wanted.last)}" if wanted.last else ""
        parts.append(f"Only{since}{until}.")
    if material.as_of:
        parts.append(f"Looking back from {in_words(material.as_of)}.")
    return head, " ".join(wrap(" ".join(parts), WIDTH - 2 * _EDGE, 13, lines=1))


def _lanes_with(material: Material, events: Events) -> tuple[Lane, ...]:
    """The lanes in which something of ``events`` stands."""
    used = {key for b in events.batons if b.days for key in (b.sender, b.receiver)}
    used |= {c.lane for c in events.contacts if c.days}
    return tuple(lane for lane in lanes_of(material) if lane.key in used)

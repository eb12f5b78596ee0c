"""The network as an SVG drawing that stands by itself: title, picture and key on a page of A4 across."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from visualisations.drawing.baton_look import BATON_LINES, LineKind
from visualisations.drawing.svg import INK, QUIET, Drawing, document, element, figure, group, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.network.arrows import Arrow, control_point
from visualisations.network.chosen import Chosen, chosen, in_sentences
from visualisations.network.family import Box, FamilyPlaces
from visualisations.network.figure_key import key_of
from visualisations.network.figure_people import RING, person_figure, person_label
from visualisations.network.line_ends import end_of_line
from visualisations.network.lines import MOST_ARROWS, OTHER_LINES, TOGETHER
from visualisations.network.ring import HEADER_SIZE, WORKER_SIZE, CardPlace
from visualisations.network.scene import Scene
from visualisations.records.material import Material
from visualisations.records.shown import BatonStatus

__all__ = ["RING", "network_figure"]

_TITLE_SIZE, _EDGE = 22, 22
_LOOKS = {look.key: look for look in (*OTHER_LINES, *BATON_LINES.values(), TOGETHER)}


def network_figure(material: Material, scene: Scene, wanted: Wanted) -> Drawing:
    """The drawing of what is wanted. A person who is not in the review gives a drawing with no lines."""
    now = chosen(scene, wanted)
    left, top, right, bottom = scene.bounds
    width = max(right - left, 900.0) + 2 * _EDGE
    heading = _heading(material, scene, now, width)
    head = 58 + 18 * len(heading)
    key, key_height = key_of(scene, now, width - 2 * _EDGE, together=_together(scene, now))
    height = head + (bottom - top) + key_height + _EDGE
    words = in_sentences(scene, now)
    title = f"Network: {material.records.title}"
    drawn = figure(
        width,
        height,
        title,
        words,
        *(text(line, _EDGE, 36 + 24 * n, size=_TITLE_SIZE, bold="yes")
          for n, line in enumerate(wrap(title, width - 2 * _EDGE, _TITLE_SIZE, lines=1, bold=True))),
        *(text(line, _EDGE, 58 + 18 * n, size=14, fill=QUIET) for n, line in enumerate(heading)),
        group(*_layers(scene, now), transform=f"translate({width / 2 - (left + right) / 2:g} {head - top:g})"),
        group(key, transform=f"translate({_EDGE} {head + bottom - top:g})"),
        name="network",
    )  # fmt: skip
    return Drawing(document(drawn, width, height), words)


def _heading(material: Material, scene: Scene, now: Chosen, width: float) -> tuple[str, ...]:
    """Under the title: of whom, of which days, and how much."""
    names = {person.person_id: person.name for person in scene.picture.people}
    who = names.get(now.person_id, "a person not in this review") if now.person_id else "everyone"
    made = len(now.contacts) - now.missed
    counts = f"{made} contacts (and {now.missed} missed, no access or not seen), {len(now.batons)} batons"
    if none := sum(baton.status is BatonStatus.NO_RECORD for baton in now.batons):
        counts += f", {none} with no record of receipt"
    when = now.days or "all dates"
    line = f"Who was in contact with whom, and where the batons went: {who}, {when}. {counts}."
    if now.undated and now.days:
        line += f" {now.undated} of the review have no date and are left out."
    if material.records.as_of:
        line += f" Looking back from {material.records.as_of}."
    return wrap(line, width - 2 * _EDGE, 14, lines=2)


def _together(scene: Scene, now: Chosen) -> bool:
    here = {baton.baton_id for baton in now.batons}
    return sum(any(t in here for t in arrow.line.things) for arrow in scene.arrows) > MOST_ARROWS


def _layers(scene: Scene, now: Chosen) -> Iterator[Markup]:
    yield group(*_households(scene.family, now))
    yield group(*_contact_lines(scene, now), fill="none")
    yield group(*_batons(scene, now), fill="none")
    yield group(*(part for card in scene.cards for part in _card(scene, card)))
    people = {person.person_id: person for person in scene.picture.people}
    for place in scene.family.people:
        yield person_figure(place, people[place.person_id], now)
    for place in scene.family.people:
        yield person_label(place, people[place.person_id], now)
    for home in scene.family.households:
        words = " ".join(wrap(f"{home.name}{_when(now)}", home.box.width - 20, 13, lines=1))
        yield text(
            words, home.box.x, home.box.y - home.box.height / 2 + 18, anchor="middle", fill="#625a43",
            font_style="italic", stroke="#f8f5ec", stroke_width=4, stroke_linejoin="round", paint_order="stroke",
        )  # fmt: skip


def _when(now: Chosen) -> str:
    return ", in these dates" if now.days else ", at some time"


def _households(family: FamilyPlaces, now: Chosen) -> Iterator[Markup]:
    for home in family.households:
        yield _rounded(
            home.box, 14, fill="#f8f5ec", stroke="#8d8368", stroke_width=1.2, stroke_dasharray="5 4"
        )


def _rounded(box: Box, radius: float, **looks: str | float) -> Markup:
    left, top = box.x - box.width / 2, box.y - box.height / 2
    return element("rect", x=left, y=top, width=box.width, height=box.height, rx=radius, **looks)


def _contact_lines(scene: Scene, now: Chosen) -> Iterator[Markup]:
    """Contacts as thin straight lines in the agency's colour, the more contacts the thicker."""
    here = {contact.contact_id for contact in now.contacts}
    at = _middles(scene)
    colours = _colours(scene)
    for line in scene.contacts:
        count = sum(thing in here for thing in line.things)
        if not count or (now.person_id and line.person_id != now.person_id):
            continue
        (x1, y1), (x2, y2) = at[line.start], at[line.end]
        yield element(
            "path", d=f"M{x1:g} {y1:g}L{x2:g} {y2:g}", stroke=colours[line.start],
            stroke_width=0.9 + 0.55 * math.sqrt(count), stroke_opacity=0.62 if now.person_id else 0.42,
            stroke_dasharray=_dashes(_LOOKS[line.kind]),
        )  # fmt: skip


def _batons(scene: Scene, now: Chosen) -> Iterator[Markup]:
    """Arrows with a white halo, so that each can be followed where others cross it."""
    here = {baton.baton_id: baton for baton in now.batons}
    for arrow in scene.bundles if _together(scene, now) else scene.arrows:
        things = [here[thing] for thing in arrow.line.things if thing in here]
        if arrow.line.kind != TOGETHER.key and things:
            yield from _arrow(arrow, 2 + min(1.8, 0.5 * (len(things) - 1)), forward=True, back=False)
        elif things:
            forward = [baton for baton in things if f"agency:{baton.to_agency_id}" == arrow.line.end]
            width = 1.2 + 0.45 * math.sqrt(len(things))
            yield from _arrow(arrow, width, forward=bool(forward), back=len(forward) < len(things))


def _arrow(arrow: Arrow, width: float, *, forward: bool, back: bool) -> Iterator[Markup]:
    look = _LOOKS[arrow.line.kind]
    control = control_point(arrow)
    start, end, shapes = arrow.start, arrow.end, []
    if forward:
        end, shape = end_of_line(look, control, arrow.end, width)
        shapes.append(shape)
    if back:
        start, shape = end_of_line(look, control, arrow.start, width)
        shapes.append(shape)
    path = f"M{start[0]:.1f} {start[1]:.1f}Q{control[0]:.1f} {control[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    yield element("path", d=path, stroke="#fff", stroke_width=width + 4, stroke_opacity=0.9)
    yield element("path", d=path, stroke=look.colour, stroke_width=width, stroke_dasharray=_dashes(look))
    yield from shapes


def _dashes(look: LineKind) -> str | None:
    return " ".join(map(str, look.dashes)) or None


def _middles(scene: Scene) -> dict[str, tuple[float, float]]:
    at = {f"person:{place.person_id}": (place.x, place.y) for place in scene.family.people}
    for card in scene.cards:
        inner = card.box.x + (-1 if card.side == "left" else 1) * card.box.width / 2
        at[f"agency:{card.agency_id}"] = (inner, card.box.y)
        at |= {worker.node_id: (worker.x, worker.y) for worker in card.workers}
    return at


def _colours(scene: Scene) -> dict[str, str]:
    found: dict[str, str] = {}
    for card in scene.cards:
        colour = scene.looks[card.agency_id].colour
        found |= dict.fromkeys([f"agency:{card.agency_id}", *(w.node_id for w in card.workers)], colour)
    return found


def _card(scene: Scene, card: CardPlace) -> Iterator[Markup]:
    """An agency's box: its letters and name, and a line for each professional."""
    look = scene.looks[card.agency_id]
    stands = {agency.agency_id: agency.stands_for_agency for agency in scene.picture.agencies}
    yield _rounded(card.box, 6, fill="#fff")
    yield _rounded(
        card.box, 6, fill=look.colour, fill_opacity=0.08, stroke=look.colour, stroke_width=1.6,
        **({} if stands[card.agency_id] else {"stroke_dasharray": "4 3"}),
    )  # fmt: skip
    edge = card.box.x + (-1 if card.side == "left" else 1) * (card.box.width / 2 - 11)
    anchor = "start" if card.side == "left" else "end"
    top = card.box.y - card.box.height / 2
    yield from _lines(card.name_lines, edge, top + 23, 18, HEADER_SIZE, look.colour, anchor, bold="yes")
    for worker in card.workers:
        yield element(
            "circle", cx=worker.x, cy=worker.y, r=4.5, fill="#fff", stroke=look.colour, stroke_width=1.8
        )
        inward = worker.x + (13 if card.side == "left" else -13)
        yield from _lines(worker.lines, inward, worker.y + 4.5, 16, WORKER_SIZE, INK, anchor)


def _lines(
    lines: Sequence[str],
    x: float,
    y: float,
    apart: float,
    size: float,
    fill: str,
    anchor: str,
    bold: str | None = None,
) -> Iterator[Markup]:
    for number, words in enumerate(lines):
        yield text(words, x, y + number * apart, size=size, fill=fill, anchor=anchor, bold=bold)

"""The network picture: who was in contact with whom, and where the batons went, as one page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyvis.network import Network

from scrgraph.store.base import Store
from visualisations.drawing.agency_look import agency_looks
from visualisations.drawing.baton_look import BATON_LINES
from visualisations.network.arrows import Arrow, place_arrows
from visualisations.network.family import NAME_SIZE, ROLE_SIZE, FamilyPlaces, place_family
from visualisations.network.lines import OTHER_LINES, Line, baton_lines, contact_lines
from visualisations.network.ring import HEADER_SIZE, WORKER_SIZE, CardPlace, place_ring
from visualisations.page import render_body, render_page, write_page
from visualisations.records.query import read_records
from visualisations.records.shown import BatonShown, ContactShown, Records, When

_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "dragNodes": False, "hover": False, "keyboard": {"enabled": False},
        "multiselect": False, "navigationButtons": False, "selectConnectedEdges": False, "tooltipDelay": 100000,
    },
    "nodes": {"font": {"multi": False}},
    "edges": {"chosen": False, "hoverWidth": 0, "selectionWidth": 0},
}  # fmt: skip
_STYLES = ("network.css",)
_SCRIPTS = ("network_state.js", "network_canvas.js", "network_panel.js", "network.js")


def write_network(store: Store, review_id: str, path: Path) -> Path:
    """Draw the network of one review as a page at ``path``. Raises ``LookupError`` for an unknown review."""
    return write_page(path, network_page(read_records(store, review_id)))


def network_page(picture: Records) -> str:
    """The page as text: the same picture gives the same bytes."""
    picture = _without_silent_sources(picture)
    family = place_family(picture)
    cards = place_ring(picture, family)
    colours = {look.agency_id: look.colour for look in agency_looks(picture.agencies)}
    names = {agency.agency_id: agency.name for agency in picture.agencies}
    body = render_body(
        "network.html",
        title=picture.title,
        as_of=picture.as_of,
        agencies=[(card.agency_id, names[card.agency_id], colours[card.agency_id]) for card in cards],
        other_lines=OTHER_LINES,
        baton_lines=tuple(BATON_LINES.values()),
    )
    return render_page(
        title=f"Network: {picture.title}",
        body=body,
        data=page_data(picture, family, cards, colours),
        script_names=_SCRIPTS,
        style_names=_STYLES,
        libraries=("vis-network",),
    )


def _without_silent_sources(picture: Records) -> Records:
    """The picture without names such as "Not stated" that are no agency and have no contact or baton."""
    heard = {contact.agency_id for contact in picture.contacts}
    heard |= {end for baton in picture.batons for end in (baton.from_agency_id, baton.to_agency_id)}
    shown = tuple(a for a in picture.agencies if a.stands_for_agency or a.agency_id in heard)
    return picture.model_copy(update={"agencies": shown})


def page_data(
    picture: Records,
    family: FamilyPlaces,
    cards: tuple[CardPlace, ...],
    colours: Mapping[str, str],
) -> dict[str, object]:
    """What the page's code works from: the drawing (held by pyvis) and the things behind each line."""
    network = _network(picture, family, cards, colours)
    _add_contacts(network, contact_lines(picture, _node_of(cards)))
    _add_arrows(network, place_arrows(baton_lines(picture), cards, family))
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "title": picture.title,
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options) if isinstance(options, str) else options,
        "households": [
            {"heading": home.heading, "x": home.box.x, "y": home.box.y, "w": home.box.width, "h": home.box.height}
            for home in family.households
        ],
        "bounds": _bounds(family, cards),
        "colours": dict(colours),
        "people": [_plain(person) for person in picture.people],
        "stays": [_plain(stay) for stay in picture.stays],
        "ties": [_plain(tie) for tie in picture.ties],
        "agencies": [_plain(agency) for agency in picture.agencies],
        "professionals": [_plain(professional) for professional in picture.professionals],
        "contacts": [_contact(contact) for contact in picture.contacts],
        "batons": [_baton(baton) for baton in picture.batons],
        "entries": _rows_behind(picture),
    }  # fmt: skip


def _rows_behind(picture: Records) -> dict[str, object]:
    """The source rows that something in the picture rests on, by id."""
    behind = [thing.entry_ids for thing in picture.people]
    behind += [thing.entry_ids for thing in picture.contacts] + [thing.entry_ids for thing in picture.batons]
    needed = {entry for entry_ids in behind for entry in entry_ids}
    needed |= {entry for baton in picture.batons for stage in baton.stages for entry in stage.entry_ids}
    return {
        entry.entry_id: {"file": entry.file, "place": entry.place, "date": entry.date, "words": entry.words}
        for entry in picture.entries
        if entry.entry_id in needed
    }


def _plain(thing: Any) -> dict[str, object]:
    """A model as JSON values."""
    values: dict[str, object] = thing.model_dump(mode="json")
    return values


def _contact(contact: ContactShown) -> dict[str, object]:
    """A contact for the page, its date as two ISO days and words."""
    return _plain(contact) | {"on": _when(contact.on)}


def _baton(baton: BatonShown) -> dict[str, object]:
    """A baton for the page, with its status in words and the key of its line."""
    line = BATON_LINES[baton.status]
    return _plain(baton) | {"on": _when(baton.on), "status": line.words, "line": line.key}


def _when(when: When) -> dict[str, str]:
    """A date for the page: ISO days, empty when there is none."""
    return {
        "from": when.earliest.isoformat() if when.earliest else "",
        "to": when.latest.isoformat() if when.latest else "",
        "words": when.words,
    }


def _node_of(cards: tuple[CardPlace, ...]) -> dict[str, str]:
    """The dot that stands for each professional."""
    return {
        professional: worker.node_id
        for card in cards
        for worker in card.workers
        for professional in worker.professional_ids
    }


def _network(
    picture: Records,
    family: FamilyPlaces,
    cards: tuple[CardPlace, ...],
    colours: Mapping[str, str],
) -> Network:
    """Options and nodes in pyvis: every node at a fixed place and nothing with an HTML title."""
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    people = {person.person_id: person for person in picture.people}
    kinds = {agency.agency_id: agency for agency in picture.agencies}
    for card in cards:
        network.add_node(
            f"agency:{card.agency_id}", label="\n".join(card.name_lines) or "?", shape="custom",
            color=colours[card.agency_id], x=card.box.x, y=card.box.y, fixed=True, draw="agency",
            w=card.box.width, h=card.box.height, side=card.side, text=HEADER_SIZE,
            stands=kinds[card.agency_id].stands_for_agency,
        )  # fmt: skip
    for card in cards:
        for worker in card.workers:
            network.add_node(
                worker.node_id, label="\n".join(worker.lines) or "?", shape="custom",
                color=colours[card.agency_id], x=worker.x, y=worker.y, fixed=True, draw="worker",
                side=card.side, text=WORKER_SIZE, who=list(worker.professional_ids), agency=card.agency_id,
            )  # fmt: skip
    for place in family.people:
        person = people[place.person_id]
        network.add_node(
            f"person:{place.person_id}", label="\n".join((*place.name_lines, *place.role_lines)) or "?",
            shape="custom", color="#1b2430", x=place.x, y=place.y, fixed=True, draw="person",
            r=place.size, names=len(place.name_lines), text=NAME_SIZE, small=ROLE_SIZE,
            figure="unborn" if person.unborn else person.sex, index=person.index_child,
        )  # fmt: skip
    return network


def _add_contacts(network: Network, lines: list[Line]) -> None:
    """Contacts as thin straight lines in the agency's colour."""
    for line in lines:
        network.add_edge(
            line.start, line.end, id=line.line_id, kind=line.kind, things=list(line.things), who=line.person_id,
            ends=[line.start, line.end], color=network.get_node(line.start)["color"], smooth={"enabled": False},
            dashes=list(OTHER_LINES[1].dashes) if line.kind == "missed" else False,
            arrows={"to": {"enabled": False}},
        )  # fmt: skip


def _add_arrows(network: Network, arrows: tuple[Arrow, ...]) -> None:
    """Batons as arrows between places on the edges of the boxes; each place is a node too small to see."""
    looks = {look.key: look for look in BATON_LINES.values()}
    for arrow in arrows:
        line, look = arrow.line, looks[arrow.line.kind]
        for end, (x, y) in (("start", arrow.start), ("end", arrow.end)):
            network.add_node(
                f"{end}|{line.line_id}", label=" ", shape="custom", x=x, y=y, fixed=True, draw="place"
            )
        network.add_edge(
            f"start|{line.line_id}", f"end|{line.line_id}", id=line.line_id, kind=line.kind,
            things=list(line.things), ends=[line.start, line.end], color=look.colour,
            dashes=list(look.dashes) if look.dashes else False,
            smooth={"enabled": True, "type": arrow.side, "roundness": arrow.roundness},
            arrows={"to": {"enabled": True, "type": look.end, "scaleFactor": 0.75}},
        )  # fmt: skip


def _bounds(family: FamilyPlaces, cards: tuple[CardPlace, ...]) -> dict[str, float]:
    """The rectangle that holds everything, with a little air round it."""
    boxes = [card.box for card in cards]
    across = max([family.width / 2, *(abs(box.x) + box.width / 2 for box in boxes)]) + 26
    top = min([-family.height / 2, *(box.y - box.height / 2 for box in boxes)]) - 12
    bottom = max([family.height / 2, *(box.y + box.height / 2 for box in boxes)]) + 12
    return {"left": -across, "right": across, "top": top, "bottom": bottom}

"""The nodes, edges and options of the network as pyvis holds them, for vis-network to draw on the page's canvas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from visualisations.drawing.text_width import wrap
from visualisations.frame.marks import Mark
from visualisations.network.arrows import Arrow
from visualisations.network.family import CELL, NAME_SIZE, ROLE_SIZE, role_of
from visualisations.network.held import Network
from visualisations.network.people_met import is_adult, is_man, unseen_words
from visualisations.network.ring import HEADER_SIZE, WORKER_SIZE
from visualisations.network.scene import Scene

UNSEEN_SIZE = 13
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


def canvas_data(scene: Scene, marks: Mapping[str, Mark]) -> dict[str, object]:
    """Nodes at fixed places, edges with the ids of the marks they stand for, and vis-network's options."""
    network = Network(directed=True)
    network.set_options(json.dumps(_OPTIONS))
    _add_cards(network, scene)
    _add_people(network, scene)
    number = 0
    for line in scene.contacts:
        network.add_edge(
            line.start, line.end, id=f"e{number}", kind=line.kind, things=[marks[t].mark_id for t in line.things],
        )  # fmt: skip
        number += 1
    for arrow in (*scene.arrows, *scene.bundles):
        _add_arrow(network, arrow, number, marks)
        number += 1
    nodes, edges, _, _, _, options = network.get_network_data()
    return {
        "nodes": nodes,
        "edges": [{key: value for key, value in edge.items() if key != "arrows"} for edge in edges],
        "options": json.loads(options) if isinstance(options, str) else options,
    }


def _node(network: Network, node_id: str, label: str, x: float, y: float, **more: Any) -> None:
    """A node at a fixed place, with nothing that could be taken for HTML."""
    network.add_node(node_id, label=label or "?", shape="custom", x=x, y=y, **more)


def _add_cards(network: Network, scene: Scene) -> None:
    agencies = {agency.agency_id: agency for agency in scene.picture.agencies}
    for card in scene.cards:
        colour = scene.looks[card.agency_id].colour
        _node(
            network, f"agency:{card.agency_id}", "\n".join(card.name_lines), card.box.x, card.box.y, color=colour,
            draw="agency", w=card.box.width, h=card.box.height, side=card.side, text=HEADER_SIZE,
            stands=agencies[card.agency_id].stands_for_agency, childs=agencies[card.agency_id].works_with_child,
        )  # fmt: skip
        for worker in card.workers:
            _node(
                network, worker.node_id, "\n".join(worker.lines), worker.x, worker.y, color=colour, draw="worker",
                side=card.side, text=WORKER_SIZE, who=list(worker.professional_ids), agency=card.agency_id,
            )  # fmt: skip


def _add_people(network: Network, scene: Scene) -> None:
    people = {person.person_id: person for person in scene.picture.people}
    for place in scene.family.people:
        person = people[place.person_id]
        unsure = person.name in scene.unsure
        unseen = (
            wrap(unseen_words(person, unsure), CELL - 2, UNSEEN_SIZE, lines=4)
            if person.kind != "child"
            else ()
        )
        _node(
            network, f"person:{place.person_id}", "\n".join((*place.name_lines, *place.role_lines)), place.x, place.y,
            color="#1b2430", draw="person", r=place.size, names=len(place.name_lines), room=place.room,
            text=NAME_SIZE, small=ROLE_SIZE, figure="unborn" if person.unborn else person.sex,
            index=person.index_child, man=is_man(person), adult=is_adult(person), unseen=list(unseen), unsure=unsure,
            role=" ".join(wrap(role_of(person), CELL - 2, ROLE_SIZE, lines=1)),
        )  # fmt: skip


def _add_arrow(network: Network, arrow: Arrow, number: int, marks: Mapping[str, Mark]) -> None:
    """A baton's arrow between places on the edges of boxes; each place is a node too small to see."""
    for end, (x, y) in (("s", arrow.start), ("t", arrow.end)):
        network.add_node(f"{end}{number}", label=" ", shape="custom", x=x, y=y, draw="place")
    network.add_edge(
        f"s{number}", f"t{number}", id=f"e{number}", kind=arrow.line.kind,
        things=[marks[t].mark_id for t in arrow.line.things], ends=[arrow.line.start, arrow.line.end],
        side=arrow.side, bend=arrow.roundness,
    )  # fmt: skip

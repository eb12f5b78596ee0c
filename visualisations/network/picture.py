"""The network picture: who was in contact with whom, and where the batons went."""

from __future__ import annotations

from visualisations.drawing.baton_look import BATON_LINES
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.network.canvas_data import UNSEEN_SIZE, canvas_data
from visualisations.network.figure import network_figure
from visualisations.network.lines import OTHER_LINES, TOGETHER
from visualisations.network.people_met import NEVER_MET, Met
from visualisations.network.scene import Scene, scene_of
from visualisations.network.things import things_of
from visualisations.page import render_body
from visualisations.records.material import Material

_STYLES = ("network.css",)
_SCRIPTS = (
    "network_state.js", "network_looks.js", "network_canvas.js", "network_nodes.js", "network_panel.js",
    "network_dates.js", "network.js",
)  # fmt: skip
_NOTE = (
    "A line is what the imported records say. No line does not mean that nothing happened. "
    "Where everything stands is fixed; nearness says nothing."
)


def page(material: Material) -> str:
    """The page: the drawing on vis-network's canvas, a slider of dates, and the list of all that is drawn."""
    scene = scene_of(material)
    marks = things_of(material)
    bundle = TOGETHER if scene.bundles else None
    return picture_page(
        material,
        "network",
        inner=render_body(
            "network.html",
            lines=(*OTHER_LINES, *BATON_LINES.values()),
            bundle=bundle,
            agencies=[scene.looks[card.agency_id] for card in scene.cards],
        ),
        controls=render_body("network_controls.html", bundle=bundle, together=scene.together),
        note=_NOTE,
        marks=tuple(marks.values()),
        kinds={"contact": ("contact", "contacts"), "baton": ("baton", "batons")},
        own=_own(material, scene, {key: mark.mark_id for key, mark in marks.items()}) | canvas_data(scene, marks),
        scripts=_SCRIPTS,
        styles=_STYLES,
        libraries=("vis-network",),
        with_marks=False,
    )  # fmt: skip


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The network as one SVG file: of a person or everyone, and of some days or all of them."""
    return network_figure(material, scene_of(material), wanted)


def _own(material: Material, scene: Scene, mark_of: dict[str, str]) -> dict[str, object]:
    """What only this page needs besides nodes and edges."""
    picture = scene.picture
    return {
        "lines": [
            [look.key, look.words, look.colour, list(look.dashes), look.end]
            for look in (*OTHER_LINES, *BATON_LINES.values(), TOGETHER)
        ],
        "bounds": list(scene.bounds),
        "unseen_size": UNSEEN_SIZE,
        "met": [met.value for met in Met],
        "households": [
            [home.household_id, home.name, home.heading, home.box.x, home.box.y, home.box.width, home.box.height]
            for home in scene.family.households
        ],
        "homes": scene.family.homes,
        "stays": [
            [stay.person_id, stay.household_id, stay.household, stay.since, stay.until,
             *(day.isoformat() if day else "" for day in (
                 stay.since_on.earliest, stay.since_on.latest, stay.until_on.earliest, stay.until_on.latest))]
            for stay in picture.stays
        ],
        "ties": [[tie.person_id, tie.to_person_id, tie.kinship or tie.tie.lower()] for tie in picture.ties],
        "workers": [[p.professional_id, p.agency_id, p.name, p.role] for p in picture.professionals],
        "made_by": {
            mark_of[c.contact_id]: c.professional_id for c in picture.contacts if c.professional_id
        },
        "never_met": [f.id for f in material.findings if f.question == NEVER_MET],
    }  # fmt: skip

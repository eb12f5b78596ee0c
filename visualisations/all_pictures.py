"""All the pictures of a review: each with its page and its drawing, and how they are written out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from visualisations.chronology import picture as chronology
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.engagement import picture as engagement
from visualisations.frame.places import PLACES, Place
from visualisations.genogram import picture as genogram
from visualisations.knowledge import picture as knowledge
from visualisations.network import picture as network
from visualisations.overview import picture as overview
from visualisations.page import write_page
from visualisations.records.material import Material
from visualisations.relay import picture as relay
from visualisations.seen import picture as seen

_MODULES = {
    "overview": overview, "chronology": chronology, "relay": relay, "network": network, "genogram": genogram,
    "knowledge": knowledge, "seen": seen, "engagement": engagement,
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """A picture: the page it has in the review's folder, and the drawing it gives as a file of its own."""

    place: Place
    page: Callable[[Material], str]
    drawing: Callable[[Material, Wanted], Drawing]


PICTURES = tuple(Picture(place, _MODULES[place.key].page, _MODULES[place.key].drawing) for place in PLACES)
PICTURE = {picture.place.key: picture for picture in PICTURES}


def write_pictures(material: Material, folder: Path) -> Iterator[Place]:
    """Write the page of every picture into ``folder``, one after another, naming each when it stands there."""
    for picture in PICTURES:
        write_page(folder / f"{picture.place.key}.html", picture.page(material))
        yield picture.place

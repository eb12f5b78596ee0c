"""Everything of the network picture in its place: what the page and the drawing are both made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.drawing.agency_look import AgencyLook
from visualisations.network.arrows import Arrow, middle_of, place_arrows
from visualisations.network.family import FamilyPlaces, place_family
from visualisations.network.lines import MOST_ARROWS, Line, baton_lines, contact_lines
from visualisations.network.people_met import cannot_tell
from visualisations.network.ring import CardPlace, place_ring
from visualisations.records.material import Material
from visualisations.records.shown import Records

_ASIDE, _ABOVE = 14, 10


@dataclass(frozen=True)
class Scene:
    """Places of people, agencies and lines; ``picture`` is the part of the records that is drawn.

    ``unsure`` are the names of those of whom the records in hand cannot tell whether they were met.
    ``together``: there are so many arrows that at first one stands for all batons from one agency to another.
    """

    picture: Records
    looks: Mapping[str, AgencyLook]
    family: FamilyPlaces
    cards: tuple[CardPlace, ...]
    contacts: tuple[Line, ...]
    arrows: tuple[Arrow, ...]
    bundles: tuple[Arrow, ...]
    unsure: frozenset[str] = frozenset()

    @property
    def together(self) -> bool:
        """Whether the arrows are drawn together at first."""
        return len(self.arrows) > MOST_ARROWS

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the rectangle that holds everything, with a little air round it."""
        bends = [middle_of(arrow) for arrow in (*self.arrows, *self.bundles)]
        half = (self.family.width / 2, self.family.height / 2)
        across, down = (
            [-half[0], half[0], *(x for x, _ in bends)],
            [-half[1], half[1], *(y for _, y in bends)],
        )
        for card in self.cards:
            across += [card.box.x - card.box.width / 2, card.box.x + card.box.width / 2]
            down += [card.box.y - card.box.height / 2, card.box.y + card.box.height / 2]
        return min(across) - _ASIDE, min(down) - _ABOVE, max(across) + _ASIDE, max(down) + _ABOVE


def scene_of(material: Material) -> Scene:
    """The scene of a whole review."""
    picture = _without_silent_sources(material.records)
    family = place_family(picture)
    cards = place_ring(picture, family, material.looks)
    node_of = {
        p: worker.node_id for card in cards for worker in card.workers for p in worker.professional_ids
    }
    batons, together = baton_lines(picture), baton_lines(picture, together=True)
    return Scene(
        picture=picture,
        looks={look.agency_id: look for look in material.looks},
        family=family,
        cards=cards,
        contacts=tuple(contact_lines(picture, node_of)),
        arrows=place_arrows(batons, cards, family),
        bundles=place_arrows(together, cards, family) if len(batons) > MOST_ARROWS else (),
        unsure=cannot_tell(material.findings),
    )


def _without_silent_sources(picture: Records) -> Records:
    """The picture without names such as "Not stated" that are no agency and have no contact or baton."""
    heard = {contact.agency_id for contact in picture.contacts}
    heard |= {end for baton in picture.batons for end in (baton.from_agency_id, baton.to_agency_id)}
    shown = tuple(a for a in picture.agencies if a.stands_for_agency or a.agency_id in heard)
    return picture.model_copy(update={"agencies": shown})

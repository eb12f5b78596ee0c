"""How each agency looks in every picture: its place in the order, its colour and its letters.

The letters stand beside the colour wherever it is used, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.records.shown import AgencyShown

#: Colours that stay apart for the colour-blind and from white, in the order of the agencies.
AGENCY_COLOURS = (
    "#0072B2", "#007A5A", "#B0541E", "#7A4FA3", "#A8326E", "#3F6B1F", "#5B5BD6", "#8A6A00", "#00788A",
    "#6B4A3A", "#44546A", "#9A3B3B",
)  # fmt: skip
_FOCUS_ORDER = {"child": 0, "family": 1, "adult": 2}
_LETTERS = {
    "childrens_social_care": "CSC", "police": "POL", "gp": "GP", "midwifery": "MW", "health_visiting": "HV",
    "hospital": "HOS", "paediatrics": "PAE", "camhs": "CAM", "adult_mental_health": "AMH",
    "substance_misuse": "SMS", "probation": "PRO", "housing": "HOU", "education": "EDU", "early_years": "EY",
    "voluntary": "VOL", "legal": "LEG", "youth_justice": "YJ", "school_nursing": "SN", "ambulance": "AMB",
    "adult_social_care": "ASC", "education_welfare": "EWO", "domestic_abuse": "DA", "council": "COU",
}  # fmt: skip


@dataclass(frozen=True)
class AgencyLook:
    """An agency as every picture shows it."""

    agency_id: str
    name: str
    colour: str
    letters: str


def in_order(agencies: Sequence[AgencyShown]) -> list[AgencyShown]:
    """Agencies by whom they work with first (children, families, adults), then sector and name."""
    return sorted(agencies, key=lambda a: (_FOCUS_ORDER.get(a.focus, 3), a.sector, a.name, a.agency_id))


def agency_looks(agencies: Sequence[AgencyShown]) -> tuple[AgencyLook, ...]:
    """The looks of ``agencies``, in order; letters are unique among them."""
    looks, used = [], Counter[str]()
    for place, agency in enumerate(in_order(agencies)):
        letters = _LETTERS.get(agency.sector) or _initials(agency.name)
        used[letters] += 1
        if used[letters] > 1:
            letters = f"{letters}{used[letters]}"
        looks.append(
            AgencyLook(agency.agency_id, agency.name, AGENCY_COLOURS[place % len(AGENCY_COLOURS)], letters)
        )
    return tuple(looks)


def _initials(name: str) -> str:
    """Up to three capitals from the words of a name no sector gives letters for."""
    words = [word for word in name.split() if word[:1].isalnum()]
    return ("".join(word[0] for word in words[:3]) if len(words) > 1 else name[:3]).upper() or "?"

"""The pages of a review's pictures: where each stands and which question it answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One page: its key (file name and command), its title and the question it answers."""

    key: str
    title: str
    question: str


PLACES = (
    Place("overview", "Overview", "Where in all of this should one look?"),
    Place("chronology", "Chronology", "What did each agency record, and which findings rest on it?"),
    Place("relay", "Relay", "What was passed on, and what became of it?"),
    Place("network", "Network", "Who was in contact with whom, and where did the batons go?"),
    Place("genogram", "Genogram", "Who was family to whom, and who lived together?"),
    Place("knowledge", "Who knew what, when", "On which day could each agency have known each thing?"),
    Place("seen", "Seen", "In which weeks was each child seen?"),
    Place(
        "engagement",
        "Engagement",
        "How did the records describe co-operation, at which level of intervention?",
    ),
)
PLACE = {place.key: place for place in PLACES}

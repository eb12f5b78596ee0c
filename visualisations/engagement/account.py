"""The engagement map in words: what was noted of whom by which agency, and which levels rows tell of."""

from __future__ import annotations

from collections import Counter

from scrgraph.model.partial_date import in_words
from visualisations.engagement.levels import meaning, steps_of
from visualisations.engagement.patterns import NOT_MADE, PATTERNS
from visualisations.engagement.sheet import Engaged

NOTHING = (
    "No dated row of these records describes anybody's co-operation or tells of a visit or appointment that did not "
    "take place."
)
NOTE = (
    "These are the words of the records on a day, never a view of a person. The patterns overlap, can change quickly "
    "and are no scale; how services approached a family is part of each of them. A level stands as rows tell of it: "
    "where no line is drawn, no row in hand tells of one. A row about adults and children counts for the adults."
)


def account(engaged: Engaged) -> str:
    """What the map shows, person by person, with counts."""
    if engaged.period is None:
        return NOTHING
    first, last = engaged.period
    said = [f"How the records describe co-operation, from {in_words(first)} to {in_words(last)}."]
    said.append(_levels(engaged))
    if engaged.measures:
        said.append(f"Plans and orders: {len(engaged.measures)}.")
    for person in engaged.people:
        lanes = []
        for lane in person.lanes:
            counted = Counter(one.pattern.name for one in lane.noted)
            told = [f"{_plainly(name)} {counted[name]}" for name in PATTERNS if counted[name]]
            lanes.append(f"{lane.agency.name}: {', '.join(told)}")
        undated = f"; without a date {len(person.undated)}" if person.undated else ""
        said.append(f"{person.person.name}. {'; '.join(lanes)}{undated}.")
        said += [one.mark.title for one in engaged.differing.get(person.person.person_id, ())]
    if not engaged.people:
        said.append(NOTHING)
    return " ".join(said)


def note(engaged: Engaged) -> str:
    """What a reader has to keep in mind."""
    undated = sum(measure.mark.first is None for measure in engaged.measures)
    return NOTE + (f" Plans and orders without a date, not drawn: {undated}." if undated else "")


def _plainly(name: str) -> str:
    return "visits and appointments that did not take place" if name == NOT_MADE else name


def _levels(engaged: Engaged) -> str:
    if engaged.period is None or not engaged.levels:
        return "No row tells of a level of intervention."
    told = [
        f"{level} ({meaning(level)}) from {in_words(begin)} to {in_words(end)}"
        for begin, end, level in steps_of(engaged.levels, *engaged.period)
        if level
    ]
    return f"Levels of intervention that rows tell of: {'; '.join(told) or 'none in these days'}."

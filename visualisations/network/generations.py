"""Which generation each person of the network belongs to, and the one household each is drawn in."""

from __future__ import annotations

from collections import defaultdict

from visualisations.records.shown import PersonShown, Records

_GRANDPARENT_WORDS = ("grand", "mgm", "mgf", "pgm", "pgf")


def generations(picture: Records) -> dict[str, int]:
    """A generation for each person: 0 grandparents, 1 parents and other adults, 2 the index child's, 3 below.

    Follows the family ties out from the index children; where no tie leads to a person, their role or kind says.
    """
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for tie in picture.ties:
        down = {"PARENT_OF": 1, "PARTNER_OF": 0, "SIBLING_OF": 0}.get(tie.tie)
        if down is None and "grand" in tie.kinship.lower() and "child" not in tie.kinship.lower():
            down = 2
        if down is not None:
            steps[tie.person_id].append((tie.to_person_id, down))
            steps[tie.to_person_id].append((tie.person_id, -down))
    known = {person.person_id: 2 for person in picture.people if person.index_child}
    waiting = sorted(known)
    while waiting:
        person = waiting.pop(0)
        for other, down in sorted(steps[person]):
            if other not in known:
                known[other] = min(3, max(0, known[person] + down))
                waiting.append(other)
    return {person.person_id: known.get(person.person_id, _by_role(person)) for person in picture.people}


def _by_role(person: PersonShown) -> int:
    """The generation that a role or kind suggests."""
    if any(word in person.role.lower() for word in _GRANDPARENT_WORDS):
        return 0
    return 2 if person.kind == "child" or person.unborn else 1


def drawn_households(picture: Records) -> dict[str, str]:
    """The one household each person is drawn in: the index child's first, then the one most people lived in."""
    index = {person.person_id for person in picture.people if person.index_child}
    lived: dict[str, set[str]] = defaultdict(set)
    for stay in picture.stays:
        lived[stay.household_id].add(stay.person_id)
    ranked = sorted(lived, key=lambda home: (not lived[home] & index, -len(lived[home]), home))
    chosen: dict[str, str] = {}
    for home in ranked:
        for person in sorted(lived[home]):
            chosen.setdefault(person, home)
    return chosen

"""The person whom somebody means by a name."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.review.names import key, nearest
from visualisations.records.shown import PersonShown


def person_called(people: Sequence[PersonShown], wanted: str) -> str:
    """The id of the person called ``wanted``; empty where nobody is asked for.

    Raises ``LookupError``, with what to do next, where the name is not that of exactly one person.
    """
    found = [person.person_id for person in people if key(person.name) == key(wanted)]
    if not wanted or len(found) == 1:
        return found[0] if wanted else ""
    if found:
        raise LookupError(f"{len(found)} people are called '{wanted}'. Tell them apart in people.csv first.")
    names = [person.name for person in people]
    raise LookupError(
        f"Nobody is called '{wanted}'.{nearest(wanted, names)} The records name: {', '.join(names)}."
    )

"""What a communication can carry while somebody it concerns has nothing to do with the family yet.

An agency may deal with an adult for years before he comes to the family. Until ``Person.linked_since`` nobody could
have told one agency about him because they spoke of the family, or the other way round.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scrgraph.coding.communications import Communication
from scrgraph.model.events import Information
from scrgraph.model.people import Person
from scrgraph.temporal.arcs import EVERYTHING

_DAY = dt.timedelta(days=1)


class SeparateMatters:
    """Pieces of information by whether they concern the family or only adults who came to it later."""

    def __init__(self, people: Iterable[Person], pieces: Iterable[Information]) -> None:
        self._linked = {person.person_id: person.linked_since for person in people if person.linked_since}
        self._about: dict[str, int] = defaultdict(int)
        for number, piece in enumerate(pieces):
            if piece.about and all(person in self._linked for person in piece.about):
                for person in piece.about:
                    self._about[person] |= 1 << number
        self._days = sorted(set(self._linked.values()))

    def parts_of(self, one: Communication) -> Iterator[tuple[dt.date, dt.date, int]]:
        """First day, last day and the set of pieces it can carry, for each part of the time it was open.

        Before an adult's first day, what concerns only him goes along only where the communication is about him;
        and one about nobody but such adults carries only what concerns them.
        """
        opens = one.opens
        for day in self._days:
            if opens < day <= one.closes:
                yield opens, day - _DAY, self._carried(one, opens)
                opens = day
        yield opens, one.closes, self._carried(one, opens)

    def _carried(self, one: Communication, day: dt.date) -> int:
        later = {person for person, since in self._linked.items() if day < since}
        of_them, of_others = 0, 0
        for person in later & self._about.keys():
            if person in one.about:
                of_them |= self._about[person]
            else:
                of_others |= self._about[person]
        if one.about and later.issuperset(one.about):
            return of_them
        return EVERYTHING & ~(of_others & ~of_them)

"""Workers of other agencies learned from rows that name them with their role ("Jan Farr SW"), for rows that do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.mentions import items_of
from scrgraph.coding.words import normal
from scrgraph.model.entry import Entry

_TITLES = ("mr", "mrs", "ms", "miss", "dr")


def with_workers(known: KnownNames, entries: Iterable[Entry], sector: str) -> KnownNames:
    """``known`` with the workers whom the rows of one agency, of ``sector``, name with their role.

    A worker is known afterwards by full name, first name, surname, and first name with initial, each only where it
    means one agency and nobody of the family.
    """
    found: dict[str, set[str]] = defaultdict(set)
    agency = ""
    for entry in entries:
        agency = normal(entry.agency_text)
        for text in (entry.text, entry.action_text, entry.people_text):
            for item in items_of(text, sector, agency, known.tree):
                if item.worker:
                    name = agency if item.sector == "self" else item.name
                    for spelling in spellings(item.worker):
                        found[spelling].add(name)
    family = {word for name in known.people for word in name.split()}
    learned = {
        spelling: next(iter(names))
        for spelling, names in sorted(found.items())
        if len(names) == 1 and spelling not in family and spelling not in known.professionals
    }
    agencies = dict(known.agencies)
    if agency and sector_of(agency)[0] != sector:
        agencies.setdefault(agency, sector)
    return KnownNames(
        agencies=agencies, people=known.people, professionals={**learned, **known.professionals}
    )


def together(known: KnownNames, learned: Iterable[KnownNames]) -> KnownNames:
    """``known`` with what the rows of each agency taught of workers, a name that means two agencies left out."""
    agencies = dict(known.agencies)
    means: dict[str, set[str]] = defaultdict(set)
    for one in learned:
        agencies = {**one.agencies, **agencies}
        for spelling, agency in one.professionals.items():
            means[spelling].add(agency)
    professionals = {
        spelling: next(iter(names)) for spelling, names in sorted(means.items()) if len(names) == 1
    }
    return KnownNames(agencies, known.people, {**professionals, **known.professionals})


def spellings(name: str) -> tuple[str, ...]:
    """The ways a worker's name is written later: "jan farr", "jan", "jan f", "j farr", "farr", "ms farr"."""
    words = [word for word in name.split() if word not in _TITLES]
    if not words or not words[-1].isalpha():
        return ()
    ways = [" ".join(words)]
    if len(words) > 1:
        first, last = words[0], words[-1]
        ways += [f"{first} {last[0]}", f"{first[0]} {last}", last, first]
    ways += [f"{title} {words[-1]}" for title in _TITLES]
    return tuple(dict.fromkeys(way for way in ways if len(way) > 2))

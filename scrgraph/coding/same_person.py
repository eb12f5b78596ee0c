"""Pairs of people who may be one, with the reasons for and against in words. Nobody is merged here on a likeness:
only a decision of the author's makes two people one."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.full_names import FullName, full_name
from scrgraph.coding.name_likeness import likeness
from scrgraph.coding.people_names import PeopleNames, same_roles
from scrgraph.coding.words import normal
from scrgraph.model.partial_date import in_words
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.decisions import Decision

_BETWEEN = " = "
_NEAR_DAYS = 31
_ONE_ROW = (
    "people.csv, or another decision, has both as one person. Take the one apart from the other on the screen People "
    "of the workbench, or give it a row of its own in people.csv; or undo that decision."
)
#: The least score of a pair that is worth a question.
_ASKED = 0.2
_PARTNERS = frozenset(
    {"partner", "boyfriend", "husband", "male partner", "girlfriend", "fiance", "mothers partner"}
)


@dataclass(frozen=True)
class SamePerson:
    """Two ids, or an id and a name nobody is known by, that may be one person.

    ``score`` is from 0 to 1; ``reasons`` and ``against`` are for a person to read.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The pair as the subject of a decision of kind ``person``."""
        return f"{self.a}{_BETWEEN}{self.b}"


def candidates(
    people: Sequence[Person],
    coded: Iterable[CodedEntry],
    kinships: Iterable[Kinship] = (),
    stays: Iterable[Stay] = (),
    loose: Iterable[str] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[SamePerson, ...]:
    """The pairs worth asking about, the likeliest first.

    ``loose`` are names that running text has and nobody is known by: a first name alone makes nobody, and may be
    offered. Pairs that are decided already, either way, are left out.
    """
    rows: dict[str, list[CodedEntry]] = defaultdict(list)
    together: dict[frozenset[str], CodedEntry] = {}
    for item in coded:
        for person_id in item.people:
            rows[person_id].append(item)
        for two in combinations(item.people, 2):
            together.setdefault(frozenset(two), item)
    decided = {frozenset(_two(decision.subject)) for decision in decisions if decision.kind == "person"}
    ties = [frozenset((tie.person_id, tie.to_person_id)) for tie in kinships]
    where: dict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        where[stay.person_id].append(stay)
    known = [person for person in people if not person.group]
    spelt = {normal(name) for person in people for name in (person.display_name, *person.spellings)}
    known += [
        Person(person_id=name, display_name=name)
        for name in sorted({name for name in loose if normal(name) not in spelt})
    ]
    facts = {person.person_id: _Facts(person) for person in known}
    found = []
    for one, other in combinations(known, 2):
        pair = frozenset((one.person_id, other.person_id))
        said = {frozenset((one.display_name, other.display_name)), pair}
        if pair in ties or decided & said:
            continue
        for_, against = list(_for(facts[one.person_id], facts[other.person_id], rows)), []
        if not for_:
            continue
        against = list(_against(one, other, together.get(pair)))
        against += list(_elsewhere(where[one.person_id], where[other.person_id]))
        if not against and rows[one.person_id] and rows[other.person_id]:
            for_.append((0.05, "they are never named in one row together"))
        score = round(min(0.95, sum(bits for bits, _ in for_) - sum(bits for bits, _ in against)), 2)
        if score >= _ASKED:
            a, b = _in_order(one, other)
            words = tuple(text for _, text in for_), tuple(text for _, text in against)
            found.append(SamePerson(a.person_id, b.person_id, score, *words))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.a, pair.b)))


def keep_apart(names: PeopleNames, decisions: Iterable[Decision]) -> None:
    """Carry out the decisions that two spellings of one name are two people, before ``names.learn``."""
    for decision in _latest(decisions):
        one, other = _two(decision.subject)
        if decision.value == "not same" and full_name(one).key == full_name(other).key:
            names.keep_apart(one, other)


def merged(names: PeopleNames, decisions: Iterable[Decision]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Carry out the decisions that two people are one, after ``names.learn``: ``names`` has them as one from then on.

    A subject is ``A = B``, each the id or any spelling of a person, or a name that running text has. B becomes one with
    A, or A with B where the author declared only B. Of two decisions about a pair the later holds. Returns the ids
    that are gone with those they became, and what is to be said of decisions that could not be carried out.
    """
    became: dict[str, str] = {}
    unused: list[str] = []
    for decision in _latest(decisions):
        one, other = _two(decision.subject)
        if not one or not other:
            unused.append(_unused(decision, "it does not name two people. Write it as “Dean = Dean Harker”."))
        elif decision.value == "same":
            a, b = _known(names, one, became), _known(names, other, became)
            if not a and not b:
                unused.append(_unused(decision, "neither is anybody the records or people.csv name."))
            elif not a or not b:
                names.also_written(a or b, other if a else one)
            elif a != b:
                kept, gone = (b, a) if b in names.declared and a not in names.declared else (a, b)
                names.join(kept, gone)
                became = {old: kept if new == gone else new for old, new in became.items()} | {gone: kept}
        elif (found := _known(names, one, became)) and found == _known(names, other, became):
            unused.append(_unused(decision, _ONE_ROW))
    return became, tuple(unused)


def _latest(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions of kind ``person``, of several about a pair the last, in the order they were made."""
    last: dict[frozenset[str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.made_at):
        if decision.kind == "person":
            last[frozenset(normal(name) for name in _two(decision.subject))] = decision
    return sorted(last.values(), key=lambda one: (one.made_at, one.subject))


def _known(names: PeopleNames, name: str, became: Mapping[str, str]) -> str:
    return names.find_same(became.get(name, name))


def _two(subject: str) -> tuple[str, str]:
    one, _, other = subject.partition(_BETWEEN)
    return one.strip(), other.strip()


def _unused(decision: Decision, why: str) -> str:
    what = f"person “{decision.subject}”, {decision.value}"
    return f"Decision {decision.decision_id} ({what}, by {decision.made_by}) was not used: {why}"


class _Facts:
    """A person with every name of theirs read once."""

    def __init__(self, person: Person) -> None:
        self.person = person
        spellings = {normal(name): name for name in (person.display_name, *person.spellings)}
        self.plain = frozenset(spellings)
        self.names: list[FullName] = (
            [] if person.unnamed else [full_name(name) for name in spellings.values()]
        )
        self.role = normal(person.role)


def _for(one: _Facts, other: _Facts, rows: Mapping[str, Sequence[CodedEntry]]) -> Iterator[tuple[float, str]]:
    """What speaks for the two being one, the strongest likeness of their names first."""
    alike = max((likeness(a, b) for a in one.names for b in other.names), default=(0.0, ""))
    if alike[0]:
        yield alike
    if (
        any(other.plain & set(same_roles().get(word, ())) for word in one.plain)
        and not one.plain & other.plain
    ):
        yield 0.6, "both are words for the same role"
    if (
        one.person.born.exact
        and other.person.born.exact
        and one.person.born.earliest == other.person.born.earliest
    ):
        day = one.person.born.earliest
        yield 0.5, f"both were born on {in_words(day)}" if day else "both have one date of birth"
    if _is_partner(one) and _is_partner(other) and (one.person.unnamed or other.person.unnamed or alike[0]):
        if near := _near(rows[one.person.person_id], rows[other.person.person_id]):
            yield 0.35, f"both are named as partner about {near}"
    elif one.person.unnamed and other.person.unnamed and one.role == other.role and one.role:
        yield 0.3, f"both are called {one.person.role} and have no name"


def _is_partner(facts: _Facts) -> bool:
    return any(word in facts.role.replace("ex partner", "") for word in _PARTNERS)


def _against(one: Person, other: Person, row: CodedEntry | None) -> Iterator[tuple[float, str]]:
    if row is not None:
        yield 0.4, f"they are named together in {row.entry.file}, {row.entry.place}"
    if Sex.UNKNOWN not in (one.sex, other.sex) and one.sex is not other.sex:
        yield 0.9, "one is male and the other female"
    if PersonKind.UNKNOWN not in (one.kind, other.kind) and one.kind is not other.kind:
        yield 0.9, "one is a child and the other an adult"
    if (
        one.born.known
        and other.born.known
        and (one.born.certainly_before(other.born) or other.born.certainly_before(one.born))
    ):
        yield 0.9, f"they were born on different days: {one.born} and {other.born}"


def _elsewhere(one: Sequence[Stay], other: Sequence[Stay]) -> Iterator[tuple[float, str]]:
    """Stays in two places on the same days; in the same place they speak neither way, as families share a home."""
    for a in one:
        for b in other:
            if not (a.since.known and b.since.known) or a.household_id == b.household_id:
                continue
            if not a.until.certainly_before(b.since) and not b.until.certainly_before(a.since):
                yield 0.4, f"they live in two places at once: {a.household_id} and {b.household_id}"
                return


def _near(one: Sequence[CodedEntry], other: Sequence[CodedEntry]) -> str:
    """The month in which rows of both stand within 31 days; empty where there is none."""
    reach = dt.timedelta(_NEAR_DAYS)
    days = sorted(
        (item.entry.date.earliest, number)
        for number, rows in enumerate((one, other))
        for item in rows
        if item.entry.date.earliest
    )
    for (day, number), (later, another) in pairwise(days):
        if number != another and later - day <= reach:
            return in_words(day).partition(" ")[2]
    return ""


def _in_order(one: Person, other: Person) -> tuple[Person, Person]:
    """The fuller name first, so that it is the one kept."""
    both = sorted(
        (one, other),
        key=lambda person: (
            person.unnamed,
            not full_name(person.display_name).full,
            -len(person.display_name.split()),
            person.person_id,
        ),
    )
    return both[0], both[1]

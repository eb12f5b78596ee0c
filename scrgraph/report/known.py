"""What the graph knows for a heading of a coding frame: only what rows say, with where they say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from scrgraph.model.events import Contact, Information
from scrgraph.model.people import Person
from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import EventKind, PersonKind, Sex
from scrgraph.report.document import PackDocument
from scrgraph.report.frames import FrameHeading, Of
from scrgraph.report.matter import Matter
from scrgraph.report.told import finding_links, row_link
from scrgraph.report.word_xml import Inline, run

#: Days before the day looked back from that count as "at the time of the incident".
_AT_THE_TIME = dt.timedelta(days=90)


def known(document: PackDocument, matter: Matter, heading: FrameHeading) -> Iterator[Sequence[Inline]]:
    """The paragraphs to put beside a heading; none where the graph knows nothing for it."""
    if heading.fact:
        yield from ([run(line)] for line in _FACTS[heading.fact](matter))
    for topic in heading.information:
        yield from _information(document, matter, topic, heading.of)
    if heading.sectors:
        yield from ([run(line)] for line in _contacts(matter, heading.sectors, heading.of))
    if found := [one for one in matter.put_in if _asks(heading.questions, one.finding.question)]:
        yield finding_links(document, found, word=True)


def people_meant(matter: Matter, of: Of) -> tuple[Person, ...]:
    """The people of the review whom a heading is about; an empty tuple where the records do not say who that is."""
    people, children = matter.graph.people, {child.person_id for child in matter.children}
    if of == "child":
        return matter.children
    if of in ("children", "adults"):
        kind = PersonKind.CHILD if of == "children" else PersonKind.ADULT
        return tuple(person for person in people if person.kind is kind)
    if of == "anyone":
        return people
    ties = matter.graph.kinships
    parents = {tie.person_id for tie in ties if tie.kinship == "parent" and tie.to_person_id in children}
    mothers = {one for one in parents if matter.people[one].sex is Sex.FEMALE}
    if of == "mother":
        return tuple(person for person in people if person.person_id in mothers)
    partners = {
        one
        for tie in ties
        if tie.kinship in ("partner", "ex-partner", "spouse")
        for one, other in ((tie.person_id, tie.to_person_id), (tie.to_person_id, tie.person_id))
        if other in mothers
    }
    return tuple(person for person in people if person.person_id in (parents | partners) - mothers)


def _asks(questions: Sequence[str], question: str) -> bool:
    return any(
        question.startswith(one.removesuffix("*")) if one.endswith("*") else question == one
        for one in questions
    )


def _information(document: PackDocument, matter: Matter, topic: str, of: Of) -> Iterator[Sequence[Inline]]:
    """For each person, how many entries tell of a topic, whose they are, and which is the first."""
    for person in people_meant(matter, of):
        about = sorted(
            (one for one in matter.graph.information if one.topic == topic and person.person_id in one.about),
            key=_when,
        )
        if not about:
            continue
        holders = ", ".join(sorted({matter.agency_name(one.held_by, "no agency named") for one in about}))
        rows = {entry_id for one in about for entry_id in one.entry_ids}
        first = about[0]
        yield [
            run(f"{topic.capitalize()}, {person.display_name}: "),
            run(
                f"{several(len(rows), 'entry', 'entries')} whose words tell of it ({holders}), the first {first.on}, "
            ),
            row_link(document, matter, matter.entries[first.entry_ids[0]]),
            run("."),
        ]


def _when(one: Information) -> tuple[dt.date, str]:
    return (one.on.earliest or dt.date.max, one.information_id)


def _contacts(matter: Matter, sectors: Sequence[str], of: Of) -> Iterator[str]:
    """For each agency of these sectors, its contacts with the people meant, over which days, and how many lately."""
    agencies = [one for one in matter.graph.agencies if one.sector in sectors and one.stands_for_agency]
    meant = people_meant(matter, of)
    names = ", ".join(person.display_name for person in meant) if len(meant) <= 3 else "the people meant"
    if not meant:
        yield "The records in hand do not say who that is."
        return
    in_hand = {cover.agency_id for cover in matter.graph.coverages}
    if not any(agency.agency_id in in_hand for agency in agencies):
        yield "No records of such a service are in hand."
    ids = {person.person_id for person in meant}
    for agency in agencies:
        found = [
            contact
            for contact in matter.graph.contacts
            if contact.agency_id == agency.agency_id
            and (of == "anyone" or ids & {presence.person_id for presence in contact.presences})
        ]
        if found:
            yield _of_agency(matter, agency.display_name, names if of != "anyone" else "the family", found)
        elif agency.agency_id in in_hand:
            yield f"{agency.display_name}: no contact with {names} was found in its records in hand."


def _of_agency(matter: Matter, agency: str, names: str, found: Sequence[Contact]) -> str:
    missed = sum(contact.missed for contact in found)
    first = min(found, key=lambda one: (one.on.earliest or dt.date.max, one.contact_id)).on
    last = max(found, key=lambda one: (one.on.latest or dt.date.min, one.contact_id)).on
    told = f"{agency}, {names}: {several(len(found), 'contact')}"
    told += f", {first} to {last}" if len(found) > 1 else f", {first}"
    told += f"; {missed} of them did not take place" if missed else ""
    as_of = matter.graph.review.as_of
    if as_of:
        lately = sum(
            one.on.latest is not None and as_of - _AT_THE_TIME <= one.on.latest <= as_of for one in found
        )
        told += f"; {lately} in the {_AT_THE_TIME.days} days before the day looked back from"
    return f"{told}."


def _children(matter: Matter) -> Iterator[str]:
    as_of = matter.graph.review.as_of
    for child in matter.children:
        if child.born.known:
            age = _age(child.born.earliest, child.born.latest, as_of)
            yield f"{child.display_name}: born {child.born}{f'; {age} on the day looked back from' if age else ''}."
        elif child.due.known:
            yield f"{child.display_name}: due {child.due}."


def _age(earliest: dt.date | None, latest: dt.date | None, on: dt.date | None) -> str:
    if earliest is None or latest is None or on is None or latest > on:
        return ""
    months = [
        (on.year - day.year) * 12 + on.month - day.month - (on.day < day.day) for day in (latest, earliest)
    ]
    if months[1] < 24:
        ages = dict.fromkeys(months)
        return f"{' or '.join(str(one) for one in ages)} month{'s' * (list(ages) != [1])} old"
    return f"{' or '.join(str(one) for one in dict.fromkeys(one // 12 for one in months))} years old"


def _births(matter: Matter) -> Iterator[str]:
    for child in matter.children:
        born, due = child.born, child.due
        if not born.known or not due.known:
            continue
        told = f"{child.display_name}: born {born}, due {due}"
        if born.exact and due.exact and born.earliest and due.earliest:
            days = (due.earliest - born.earliest).days
            side = "before" if days > 0 else "after"
            told += f": {several(abs(days), 'day')} {side} the due date" if days else ": on the due date"
        yield f"{told}."


def _moves(matter: Matter) -> Iterator[str]:
    moves = [one for one in matter.graph.milestones if one.kind is EventKind.MOVE]
    if moves:
        days = "; ".join(str(one.on) for one in moves)
        yield f"{several(len(moves), 'entry records', 'entries record')} a move: {days}."
    if homes := matter.graph.households:
        names = ", ".join(home.display_name for home in homes)
        yield f"{several(len(homes), 'household')} on record: {names}."


def _deaths(matter: Matter) -> Iterator[str]:
    for person in matter.graph.people:
        if person.kind is PersonKind.CHILD and person.died.known and not person.index_child:
            yield f"{person.display_name}: died {person.died}."


def _family_size(matter: Matter) -> Iterator[str]:
    for word, of in (("child", "children"), ("adult", "adults")):
        people = people_meant(matter, "children" if of == "children" else "adults")
        if people:
            names = ", ".join(person.display_name for person in people)
            yield f"{several(len(people), word, of)} of the family and its network on record: {names}."


def _people(of: Of) -> Callable[[Matter], Iterator[str]]:
    def told(matter: Matter) -> Iterator[str]:
        for person in people_meant(matter, of):
            born = f", born {person.born}" if person.born.known else ""
            yield f"{person.display_name}{f', {person.role}' if person.role else ''}{born}."

    return told


def _agencies(matter: Matter) -> Iterator[str]:
    names = [agency.display_name for agency in matter.graph.agencies if agency.stands_for_agency]
    if names:
        yield f"{several(len(names), 'agency', 'agencies')}: {', '.join(names)}. Part 6 has their rows in order."


_FACTS: dict[str, Callable[[Matter], Iterator[str]]] = {
    "children": _children,
    "births": _births,
    "moves": _moves,
    "deaths": _deaths,
    "family size": _family_size,
    "mother": _people("mother"),
    "men": _people("men"),
    "agencies": _agencies,
}

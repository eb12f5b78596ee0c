"""Batons given to a parent or other relative to carry (Ofsted 2010, paras 42-43 and 54)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.family_words import Asked, Services, asked_of_family, says_not_taken
from scrgraph.coding.stages import Diaries, stage, with_stages
from scrgraph.coding.words import normal, word_list
from scrgraph.model.events import Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import EventKind, PersonKind, StageName

_NOT_IN_TOUCH = frozenset({EventKind.MISSED_ATTENDANCE, EventKind.NO_ACCESS, EventKind.CANCELLED})


def with_carried_by_family(
    batons: Sequence[Baton],
    coded: Sequence[CodedEntry],
    agencies: AgencyNames,
    people: Mapping[str, Person],
) -> list[Baton]:
    """The batons, those marked that a relative was to carry, and then one for each other thing they were given.

    A baton of its own is a ``referral`` where the family was to approach another service, and a ``request``, with
    no addressee, where they were to come back to the agency that wrote the entry. It counts as received where
    that agency's next entry about these people is of a contact with them, whatever brought them there.
    """
    services = Services(agencies)
    arrivals = Diaries(coded, lambda item: _shows_contact(item, agencies))
    passed: dict[str, list[int]] = defaultdict(list)
    found, own_ids = list(batons), set[str]()
    for place, baton in enumerate(found):
        if not baton.baton_id.count("<"):
            passed[baton.entry_ids[0]].append(place)
    for item in coded:
        if not agencies.is_agency(item.agency_id):
            continue
        adults = _adults(item, people)
        names = {normal(name) for adult in adults for name in (adult.display_name, *adult.spellings)}
        for asked in asked_of_family(item.entry.words, names):
            to_agency = service_of(asked, services, item.agency_id)
            if to_agency is None:
                continue
            carrier = _carrier(asked, adults)
            same = [p for p in passed[item.entry.entry_id] if _is_the_same(found[p], asked, to_agency, item)]
            if same:
                found[same[0]] = _marked(found[same[0]], asked, carrier)
                continue
            baton = _given(item, asked, to_agency, carrier, adults, arrivals)
            if baton.baton_id not in own_ids:
                own_ids.add(baton.baton_id)
                found.append(baton)
    return found


def _is_the_same(baton: Baton, asked: Asked, to_agency: str, item: CodedEntry) -> bool:
    """Whether a baton the entry itself passes is what the family was to carry."""
    if not baton.passed or baton.to_agency_id in ("", item.agency_id) or item.kind is EventKind.FEEDBACK:
        return False
    return baton.to_agency_id == to_agency or (not to_agency and asked.group == "given")


def _marked(baton: Baton, asked: Asked, carrier: str) -> Baton:
    said = _left_to_the_family(baton.baton_id, baton.on, asked, baton.entry_ids[:1])
    return with_stages(baton, said).model_copy(update={"carried_by_family": True, "carried_by": carrier})


def _left_to_the_family(key: str, on: PartialDate, asked: Asked, entry_ids: tuple[str, ...]) -> Stage:
    return stage(key, StageName.PASSED, on, "recorded", f"“{asked.clause}”", entry_ids)


def service_of(asked: Asked, services: Services, own: str) -> str | None:
    """The agency to go to: the writer's own for coming back, empty where it is not known which, else ``None``."""
    rule = word_list("carried_by_family.toml")[asked.group]
    for words in asked.to:
        named = services.named_in(words, rule["not_sectors"])
        if named == own and rule["service"] == "anywhere in the entry":
            continue
        if named is not None:
            return named
    return {"must be named": None, "this one unless named": own}.get(rule["service"], "")


def _adults(item: CodedEntry, people: Mapping[str, Person]) -> list[Person]:
    known = [people[key] for key in item.people if key in people]
    return [person for person in known if person.kind is PersonKind.ADULT and not person.group]


def _carrier(asked: Asked, adults: Sequence[Person]) -> str:
    """The adult of the entry who was asked: the one its words name, or the only one where they name nobody."""
    if asked.by:
        means = word_list("carried_by_family.toml")["means"].get(asked.by, asked.by)
        wanted = {asked.by, means}
        named = [
            adult
            for adult in adults
            if wanted & {normal(text) for text in (adult.display_name, adult.role, *adult.spellings)}
        ]
        return named[0].person_id if len(named) == 1 else ""
    return adults[0].person_id if len(adults) == 1 else ""


def _given(
    item: CodedEntry,
    asked: Asked,
    to_agency: str,
    carrier: str,
    adults: Sequence[Person],
    arrivals: Diaries,
) -> Baton:
    entry, back = item.entry, to_agency == item.agency_id
    key = f"{entry.entry_id}>family" + (f">{to_agency}" if to_agency and not back else "")
    about = item.people
    if word_list("carried_by_family.toml")[asked.group]["about"] == "the one asked":
        about = (carrier,) if carrier else tuple(adult.person_id for adult in adults) or about
    baton = Baton(
        baton_id=key,
        kind=EventKind.REQUEST if back else EventKind.REFERRAL,
        what="a matter left for the family to take up",
        on=entry.date,
        from_agency_id=item.agency_id,
        to_agency_id="" if back else to_agency,
        about=about,
        carried_by_family=True,
        carried_by=carrier,
        stages=(_left_to_the_family(key, entry.date, asked, (entry.entry_id,)),),
        entry_ids=(entry.entry_id,),
    )
    received = _arrival(baton, item, to_agency, arrivals)
    return with_stages(baton, received) if received else baton


def _arrival(baton: Baton, item: CodedEntry, to_agency: str, arrivals: Diaries) -> Stage | None:
    entry = item.entry
    if not_taken := says_not_taken(entry.words):
        reason = f"the row itself says “{not_taken}”"
        return stage(
            baton.baton_id, StageName.RECEIVED, PartialDate(), "recorded not", reason, (entry.entry_id,)
        )
    if not to_agency or entry.date.earliest is None or entry.date.latest is None:
        return None
    back = to_agency == item.agency_id
    first = entry.date.latest + dt.timedelta(days=1) if back else entry.date.earliest
    until = entry.date.latest + dt.timedelta(word_list("rules.toml")["carried_by_family"]["days_after"])
    for row in arrivals.between(to_agency, first, until):
        met = not back or row.kind not in _NOT_IN_TOUCH
        if met and row.entry.entry_id != entry.entry_id and set(row.people) & set(baton.about):
            reason = "the agency's next entry of a contact with them, which need not be why they came"
            where = (row.entry.entry_id,)
            return stage(baton.baton_id, StageName.RECEIVED, row.entry.date, "matched", reason, where)
    return None


def _shows_contact(item: CodedEntry, agencies: AgencyNames) -> bool:
    """Whether an entry shows the family in touch with the agency: not what came from, or went to, another one."""
    if item.receives:
        return bool(item.from_agencies) and not any(map(agencies.is_agency, item.from_agencies))
    return item.kind is EventKind.DISCLOSURE or not item.passes_on

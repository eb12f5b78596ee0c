"""One event with two sources: what two agencies each recorded of the same incident, visit or assessment."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import Decided, joined_rows, pair_of, pair_subject
from scrgraph.coding.phrases import clauses, said_in
from scrgraph.coding.row_words import RowWords, WordReader
from scrgraph.coding.words import word_list
from scrgraph.model.derived import SameEvent
from scrgraph.model.doubt import Doubt
from scrgraph.model.events import Baton, Contact

_CERTAIN = 0.9


@dataclass(frozen=True)
class SameEvents:
    """The pairs of contacts that are one event, and those about which the author is to be asked."""

    pairs: tuple[SameEvent, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Likeness:
    score: float
    reason: str


def same_events_of(
    contacts: Sequence[Contact], coded: Sequence[CodedEntry], batons: Iterable[Baton], decided: Decided
) -> SameEvents:
    """Contacts of different agencies that are one event. The two sides of a baton are never one.

    What the author decided goes before what the words say.
    """
    rows = {item.entry.entry_id: item for item in coded}
    sides = joined_rows(batons)
    reader = WordReader(coded)
    words: dict[str, RowWords] = {}
    pairs: list[SameEvent] = []
    doubts: list[Doubt] = []
    limits = word_list("same_events.toml")
    for one, other in _of_one_day(contacts):
        pair = pair_of(one.contact_id, other.contact_id)
        if pair in sides:
            continue
        for contact in (one, other):
            if contact.contact_id not in words:
                words[contact.contact_id] = reader.read(rows[contact.contact_id])
        like = _likeness(one, other, words, rows)
        settled = decided.one_event.get(pair)
        if settled or (settled is None and like.score >= limits["share"]):
            reason = "decided by the author" if settled else like.reason
            score = 1.0 if settled else like.score
            pairs.append(
                SameEvent(
                    contact_id=other.contact_id, of_contact_id=one.contact_id, confidence=score, reason=reason
                )
            )
        if settled is None and limits["share_asked"] <= like.score < _CERTAIN:
            doubts.append(_doubt(rows[one.contact_id], rows[other.contact_id], like))
    return SameEvents(tuple(pairs), tuple(doubts))


def _of_one_day(contacts: Sequence[Contact]) -> Iterator[tuple[Contact, Contact]]:
    """Pairs of contacts of two agencies on one and the same day, of one kind, about some of the same people."""
    kinds = frozenset(word_list("same_events.toml")["kinds"])
    by_day: dict[tuple[dt.date, str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        if contact.on.exact and contact.on.earliest and contact.kind.value in kinds and not contact.missed:
            by_day[contact.on.earliest, contact.kind.value].append(contact)
    for day in sorted(by_day):
        for one, other in combinations(by_day[day], 2):
            people = {presence.person_id for presence in one.presences}
            shared = people & {presence.person_id for presence in other.presences}
            if one.agency_id != other.agency_id and shared:
                yield one, other


def _likeness(
    one: Contact, other: Contact, words: Mapping[str, RowWords], rows: Mapping[str, CodedEntry]
) -> _Likeness:
    limits = word_list("same_events.toml")
    for contact, against in ((one, other), (other, one)):
        said = clauses(rows[contact.contact_id].entry.words)
        named = words[contact.contact_id].mentioned & {against.agency_id}
        if named and (joint := next((phrase for _, phrase in said_in(said, limits["joint"])), "")):
            return _Likeness(0.95, f"“{joint}”, and it names the other agency")
    first, second = words[one.contact_id].substance, words[other.contact_id].substance
    common = sorted(set(first) & set(second))
    shorter = min(len(first), len(second))
    if len(common) < limits["least"] or not shorter:
        return _Likeness(0.0, "")
    share = round(min(len(common) / shorter, _CERTAIN), 2)
    return _Likeness(share, f"both write of {', '.join(first[stem] for stem in common[:5])}")


def _doubt(one: CodedEntry, other: CodedEntry, like: _Likeness) -> Doubt:
    taken = "same" if like.score >= word_list("same_events.toml")["share"] else "not same"
    return Doubt.of(
        "event",
        pair_subject(one.entry, other.entry),
        "Do these two rows tell of one and the same event?",
        now=taken,
        because=f"the same day, some of the same people, and {like.reason}",
        answers=("same", "not same"),
        entry_ids=(one.entry.entry_id, other.entry.entry_id),
    )

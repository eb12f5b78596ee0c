"""Batons with their stages: what was passed, whether it was received, taken on, acted on and fed back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import Decided
from scrgraph.coding.event_words import says_acknowledged, says_no_answer, says_no_feedback
from scrgraph.coding.family_carried import with_carried_by_family
from scrgraph.coding.reconcile import Match, Reconciled, Sent, reconcile
from scrgraph.coding.replies import acknowledgements_of, with_replies
from scrgraph.coding.stages import Receivers, stage, whole_chain
from scrgraph.coding.words import normal, word_list
from scrgraph.model.events import Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import BATON_KINDS, EventKind, PersonKind, StageName, Tri, Verdict

_NOUNS = {
    EventKind.REQUEST: "a request",
    EventKind.TRANSFER: "a case transfer",
    EventKind.DISCHARGE: "word of a discharge",
    EventKind.WORKER_CHANGE: "a change of worker",
    EventKind.AGREED_ACTION: "an agreed action",
    EventKind.ESCALATION: "an escalation",
    EventKind.INVITATION: "an invitation",
    EventKind.FEEDBACK: "feedback",
    EventKind.NOTIFICATION: "information",
}


def batons_of(
    coded: Sequence[CodedEntry],
    agencies: AgencyNames,
    people: Mapping[str, Person] | None = None,
    decided: Decided | None = None,
) -> list[Baton]:
    """Every baton of the review, in the order of the entries, with the stages the records show.

    An entry passes one baton to each agency it names. A receiver's entry that names a sender with no record of
    it is a baton from that sender. An acknowledgement is a stage of what it acknowledges, no baton of its own.
    What an entry gives the family to carry comes last.
    """
    sent = [
        one
        for item in coded
        if item.passes_on and item.kind is not EventKind.ACKNOWLEDGEMENT
        for one in _sendings(item)
    ]
    receipts = [item for item in coded if item.receives and agencies.is_agency(item.agency_id)]
    reconciled = reconcile(sent, receipts, people, decided)
    matches = {match.sent.key: match for match in reconciled.matches}
    receivers = Receivers(coded)
    adults = {person.person_id for person in (people or {}).values() if person.kind is PersonKind.ADULT}
    batons = [_sent_baton(one, matches.get(one.key), reconciled, agencies, receivers) for one in sent]
    answered = _senders_matched(reconciled)
    relatives = {
        normal(name): person.person_id
        for person in (people or {}).values()
        for name in (person.display_name, *person.spellings)
    }
    for receipt in receipts:
        if receipt.kind is not EventKind.ACKNOWLEDGEMENT:
            for sender in _senders_left(receipt, answered.get(receipt.entry.entry_id, ())):
                batons.append(_unsent_baton(receipt, sender, agencies, receivers, relatives))
    words = {item.entry.entry_id: item.entry.words for item in coded if item.kind is EventKind.FEEDBACK}
    batons = [_without_teller(baton, adults) for baton in batons]
    batons = [whole_chain(baton) for baton in with_replies(batons, acknowledgements_of(coded), words)]
    batons = _expecting_feedback(batons, agencies)
    return with_carried_by_family(batons, coded, agencies, people or {})


def _expecting_feedback(batons: Sequence[Baton], agencies: AgencyNames) -> list[Baton]:
    """The batons, with ``feedback`` not due where none is expected of their kind and receiver."""
    rules = word_list("rules.toml")["feedback"]
    sectors = {agency.agency_id: agency.sector for agency in agencies.agencies}
    found = []
    for baton in batons:
        kinds = [*rules["kinds"], *rules["kinds_for"].get(sectors.get(baton.to_agency_id, ""), ())]
        expected = baton.kind in kinds
        found.append(baton if expected else baton.model_copy(update={"feedback": Verdict.NOT_DUE}))
    return found


def _without_teller(baton: Baton, adults: Collection[str]) -> Baton:
    """A baton that an adult passed is about the others; a child who tells of something tells of themselves too."""
    others = tuple(key for key in baton.about if key != baton.from_person_id)
    told_by_adult = baton.from_person_id in adults
    return baton.model_copy(update={"about": others}) if told_by_adult and others else baton


def _sendings(item: CodedEntry) -> list[Sent]:
    if not item.to_agencies:
        return [Sent(item.entry.entry_id, item, "")]
    return [Sent(f"{item.entry.entry_id}>{to}", item, to) for to in item.to_agencies]


def _senders_matched(reconciled: Reconciled) -> dict[str, list[str]]:
    """The agencies whose own entries were matched with each entry of receipt."""
    answered: dict[str, list[str]] = defaultdict(list)
    for match in reconciled.matches:
        answered[match.receipt.entry.entry_id].append(match.from_agency or match.sent.item.agency_id)
    return answered


def _senders_left(receipt: CodedEntry, matched: Sequence[str]) -> Sequence[str]:
    """The senders an entry of receipt names that no entry of theirs was matched with.

    A match with an agency that it does not name, which an author may decide on, stands for the first it names.
    """
    left = [sender for sender in receipt.from_agencies if sender not in matched]
    return left[sum(sender not in receipt.from_agencies for sender in matched) :]


def _sent_baton(
    one: Sent,
    match: Match | None,
    reconciled: Reconciled,
    agencies: AgencyNames,
    receivers: Receivers,
) -> Baton:
    item, entry = one.item, one.item.entry
    told_by_family = item.kind is EventKind.DISCLOSURE and item.agency_id == one.to_agency
    held_back = item.kind not in BATON_KINDS and entry.received is Tri.NO and match is None
    stages = [] if held_back else [_recorded(one, StageName.PASSED, "recorded", entry.date)]
    if receipt := _receipt_stage(one, match, told_by_family):
        stages.append(receipt)
    to_agency = one.to_agency or (match.receipt.agency_id if match else "")
    if receipt and receipt.how != "recorded not" and to_agency:
        receiver = match.receipt if match else item
        stages.extend(receivers.stages(one.key, receiver, to_agency))
    if not any(known.name is StageName.ACKNOWLEDGED for known in stages):
        if says_no_answer(entry.action_text):
            stages.append(_recorded(one, StageName.ACKNOWLEDGED, "recorded not"))
        elif says_acknowledged(entry.action_text):
            stages.append(_recorded(one, StageName.ACKNOWLEDGED, "recorded"))
    if says_no_feedback(entry.action_text):
        stages.append(_recorded(one, StageName.FED_BACK, "recorded not"))
    return Baton(
        baton_id=one.key,
        kind=_kind(item),
        what=_what(item),
        passed=not held_back,
        on=entry.date,
        from_agency_id="" if told_by_family or not agencies.is_agency(item.agency_id) else item.agency_id,
        from_person_id=item.people[0] if told_by_family and item.people else "",
        to_agency_id=to_agency,
        about=item.people,
        stages=tuple(stages),
        near_misses=reconciled.near.get(one.key, ()),
        receipt_reason=reconciled.why_not.get(one.key, ""),
        entry_ids=(entry.entry_id,),
    )


def _recorded(one: Sent, name: StageName, how: str, on: PartialDate | None = None) -> Stage:
    """A stage that the sender's own entry tells of, in the words of its outcome."""
    said = one.item.entry.action_text
    return stage(
        one.key, name, on or PartialDate(), how, f"“{said}”" if said else "", (one.item.entry.entry_id,)
    )


def _receipt_stage(one: Sent, match: Match | None, told_by_family: bool) -> Stage | None:
    """What the two agencies' records say of receipt.

    The receiver's own entry outweighs a sender's word that nothing arrived; the reason then says so. A sender
    who records an acknowledgement knows that it arrived.
    """
    entry = one.item.entry
    if match is None:
        known = entry.received is not Tri.UNKNOWN or told_by_family
        if not known and says_acknowledged(entry.action_text):
            reason = f"“{entry.action_text}”"
            return stage(one.key, StageName.RECEIVED, PartialDate(), "recorded", reason, (entry.entry_id,))
        if not known:
            return None
        how = "recorded not" if entry.received is Tri.NO else "recorded"
        date = entry.date if told_by_family else PartialDate()
        said = f"“{entry.action_text}”" if how == "recorded not" and entry.action_text else ""
        return stage(one.key, StageName.RECEIVED, date, how, said, (entry.entry_id,))
    where: tuple[str, ...] = (match.receipt.entry.entry_id,)
    how, reason = "matched", match.reason
    if entry.received is not Tri.UNKNOWN:
        where = (entry.entry_id, *where)
    if entry.received is Tri.YES:
        how = "recorded"
    elif entry.received is Tri.NO:
        reason = f"{reason}; the sender's record says that it did not arrive"
    return stage(
        one.key, StageName.RECEIVED, match.receipt.entry.date, how, reason, where, confidence=match.score
    )


def _unsent_baton(
    receipt: CodedEntry,
    sender: str,
    agencies: AgencyNames,
    receivers: Receivers,
    relatives: Mapping[str, str],
) -> Baton:
    """A baton only its receiver recorded, from an agency or, where the name is a person's, from that person."""
    key = f"{receipt.entry.entry_id}<{sender}"
    from_agency = agencies.is_agency(sender)
    where = (receipt.entry.entry_id,)
    received = stage(key, StageName.RECEIVED, receipt.entry.date, "recorded", "", where)
    return Baton(
        baton_id=key,
        kind=receipt.kind,
        what=_what(receipt),
        on=receipt.entry.date,
        from_agency_id=sender if from_agency else "",
        from_person_id="" if from_agency else relatives.get(normal(agencies.name_of(sender)), ""),
        to_agency_id=receipt.agency_id,
        about=receipt.people,
        stages=(received, *receivers.stages(key, receipt, receipt.agency_id)),
        entry_ids=where,
    )


def _kind(item: CodedEntry) -> EventKind:
    return item.kind if item.kind in BATON_KINDS else EventKind.NOTIFICATION


def _what(item: CodedEntry) -> str:
    return _NOUNS.get(_kind(item), f"a {_kind(item).value}")

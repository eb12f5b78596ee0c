"""Batons with their stages: what was passed, whether it was received, acted on and fed back."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided import Decided
from scrgraph.coding.event_words import read_outcome, says_no_feedback
from scrgraph.coding.reconcile import Match, Sent, reconcile
from scrgraph.coding.words import word_list
from scrgraph.model.events import Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import BATON_KINDS, EventKind, StageName, Tri

_ACTS = frozenset(
    {
        EventKind.VISIT, EventKind.MEDICAL, EventKind.CONTACT, EventKind.ASSESSMENT, EventKind.NO_ACCESS,
        EventKind.PRE_BIRTH_ASSESSMENT, EventKind.MEETING, EventKind.STRATEGY_DISCUSSION, EventKind.CONFERENCE,
        EventKind.CORE_GROUP, EventKind.PLAN, EventKind.ORDER, EventKind.MISSED_ATTENDANCE,
    }
)  # fmt: skip
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

    An entry passes one baton to each agency it names. A receiver's entry that matches nothing sent, and names
    its sender, is a baton whose sender has no record of it.
    """
    sent = [one for item in coded if item.passes_on for one in _sendings(item)]
    receipts = [item for item in coded if item.receives and agencies.is_agency(item.agency_id)]
    reconciled = reconcile(sent, receipts, people, decided)
    matches = {match.sent.key: match for match in reconciled.matches}
    used = {match.receipt.entry.entry_id for match in matches.values()}
    acts = _acts_by_agency(coded)
    batons = [_sent_baton(one, matches.get(one.key), agencies, acts) for one in sent]
    for receipt in receipts:
        if receipt.entry.entry_id not in used:
            batons.extend(_unsent_baton(receipt, sender, agencies, acts) for sender in receipt.from_agencies)
    return _with_feedback(batons)


def _sendings(item: CodedEntry) -> list[Sent]:
    if not item.to_agencies:
        return [Sent(item.entry.entry_id, item, "")]
    return [Sent(f"{item.entry.entry_id}>{to}", item, to) for to in item.to_agencies]


def _sent_baton(
    one: Sent, match: Match | None, agencies: AgencyNames, acts: Mapping[str, Sequence[CodedEntry]]
) -> Baton:
    item, entry = one.item, one.item.entry
    told_by_family = item.kind is EventKind.DISCLOSURE and item.agency_id == one.to_agency
    held_back = item.kind not in BATON_KINDS and entry.received is Tri.NO and match is None
    stages = []
    if not held_back:
        stages.append(_stage(one.key, StageName.PASSED, entry.date, "recorded", "", (entry.entry_id,)))
    if receipt := _receipt_stage(one, match, told_by_family):
        stages.append(receipt)
    received = match is not None or entry.received is Tri.YES or told_by_family
    if received and one.to_agency:
        receiver = match.receipt if match else item
        stages.extend(_after_receipt(one.key, receiver, one.to_agency, acts))
    if says_no_feedback(entry.action_text):
        reason = f"“{entry.action_text}”"
        stages.append(
            _stage(one.key, StageName.FED_BACK, PartialDate(), "recorded not", reason, (entry.entry_id,))
        )
    return Baton(
        baton_id=one.key,
        kind=_kind(item),
        what=_what(item),
        passed=not held_back,
        on=entry.date,
        from_agency_id="" if told_by_family or not agencies.is_agency(item.agency_id) else item.agency_id,
        from_person_id=item.people[0] if told_by_family and item.people else "",
        to_agency_id=one.to_agency,
        about=item.people,
        stages=tuple(stages),
        entry_ids=(entry.entry_id,),
    )


def _receipt_stage(one: Sent, match: Match | None, told_by_family: bool) -> Stage | None:
    """What the two agencies' records say of receipt.

    The receiver's own entry outweighs a sender's word that nothing arrived; the reason then says so.
    """
    entry = one.item.entry
    if match is None:
        if entry.received is Tri.UNKNOWN and not told_by_family:
            return None
        how = "recorded not" if entry.received is Tri.NO else "recorded"
        date = entry.date if told_by_family else PartialDate()
        return _stage(one.key, StageName.RECEIVED, date, how, "", (entry.entry_id,))
    where: tuple[str, ...] = (match.receipt.entry.entry_id,)
    how, reason = "matched", match.reason
    if entry.received is not Tri.UNKNOWN:
        where = (entry.entry_id, *where)
    if entry.received is Tri.YES:
        how = "recorded"
    elif entry.received is Tri.NO:
        reason = f"{reason}; the sender's record says that it did not arrive"
    return _stage(one.key, StageName.RECEIVED, match.receipt.entry.date, how, reason, where)


def _unsent_baton(
    receipt: CodedEntry, sender: str, agencies: AgencyNames, acts: Mapping[str, Sequence[CodedEntry]]
) -> Baton:
    key = f"{receipt.entry.entry_id}<{sender}"
    where = (receipt.entry.entry_id,)
    received = _stage(key, StageName.RECEIVED, receipt.entry.date, "recorded", "", where)
    return Baton(
        baton_id=key,
        kind=receipt.kind,
        what=_what(receipt),
        on=receipt.entry.date,
        from_agency_id=sender if agencies.is_agency(sender) else "",
        to_agency_id=receipt.agency_id,
        about=receipt.people,
        stages=(received, *_after_receipt(key, receipt, receipt.agency_id, acts)),
        entry_ids=where,
    )


def _after_receipt(
    key: str, receiver: CodedEntry, to_agency: str, acts: Mapping[str, Sequence[CodedEntry]]
) -> list[Stage]:
    """What the receiver did: from its own words, or from its next act about the same people.

    Words that tell neither that something was done nor that it was not are kept as an ``unclear`` stage, so that
    nobody reads silence into them.
    """
    entry, said = receiver.entry, read_outcome(receiver.entry.action_text)
    where, reason = (entry.entry_id,), f"“{entry.action_text}”"
    told = [_stage(key, name, entry.date, "recorded", reason, where) for name in said]
    if StageName.ACTED_ON in said or StageName.DECLINED in said:
        return told
    unclear = list(told)
    if entry.action_text:
        unclear.append(_stage(key, StageName.ACTED_ON, PartialDate(), "unclear", reason, where))
    if entry.date.earliest is None or entry.date.latest is None or receiver.agency_id != to_agency:
        return unclear
    until = entry.date.latest + dt.timedelta(days=word_list("rules.toml")["action"]["days_after"])
    near = acts.get(to_agency, ())
    for act in near[bisect_left(near, entry.date.earliest, key=_day) : bisect_right(near, until, key=_day)]:
        if act.entry.entry_id != entry.entry_id and set(act.people) & set(receiver.people):
            reason = "the next act the receiving agency recorded about the same people"
            acted = _stage(key, StageName.ACTED_ON, act.entry.date, "matched", reason, (act.entry.entry_id,))
            return [*told, acted]
    return unclear


def _with_feedback(batons: list[Baton]) -> list[Baton]:
    """Give each item of feedback to the last baton before it that went the other way about the same people."""
    rules = word_list("rules.toml")["feedback"]
    between: dict[tuple[str, str], list[Baton]] = defaultdict(list)
    for baton in sorted(batons, key=_when):
        if baton.kind in rules["kinds"] and baton.on.earliest is not None:
            between[(baton.from_agency_id, baton.to_agency_id)].append(baton)
    given: dict[str, Stage] = {}
    for reply in sorted((b for b in batons if b.kind is EventKind.FEEDBACK), key=_when):
        told = reply.stage(StageName.RECEIVED)
        if reply.on.latest is None or (told and told.how == "recorded not"):
            continue
        sent = between.get((reply.to_agency_id, reply.from_agency_id), [])
        first = bisect_left(sent, reply.on.latest - dt.timedelta(rules["days_after"]), key=_sent_on)
        due = [
            baton
            for baton in sent[first : bisect_right(sent, reply.on.latest, key=_sent_on)]
            if set(baton.about) & set(reply.about) and baton.baton_id not in given
        ]
        if due:
            baton = due[-1]
            entry_ids = tuple(dict.fromkeys(e for s in reply.stages for e in s.entry_ids))
            given[baton.baton_id] = _stage(
                baton.baton_id,
                StageName.FED_BACK,
                reply.on,
                "matched",
                "feedback about the same people",
                entry_ids,
            )
    return [_replied(baton, given[baton.baton_id]) if baton.baton_id in given else baton for baton in batons]


def _replied(baton: Baton, reply: Stage) -> Baton:
    """The baton with its feedback. A request that was answered was acted on by the answer."""
    stages = baton.stages
    acted = baton.stage(StageName.ACTED_ON)
    if baton.kind is EventKind.REQUEST and (acted is None or acted.how == "unclear"):
        answer = _stage(
            baton.baton_id,
            StageName.ACTED_ON,
            reply.on,
            "matched",
            "the request was answered",
            reply.entry_ids,
        )
        stages = (*(stage for stage in stages if stage is not acted), answer)
    stages = tuple(stage for stage in stages if stage.name is not StageName.FED_BACK)
    return baton.model_copy(update={"stages": (*stages, reply)})


def _when(baton: Baton) -> tuple[dt.date, str]:
    return (_sent_on(baton), baton.baton_id)


def _sent_on(baton: Baton) -> dt.date:
    return baton.on.earliest or dt.date.min


def _day(item: CodedEntry) -> dt.date:
    return item.entry.date.earliest or dt.date.max


def _acts_by_agency(coded: Iterable[CodedEntry]) -> dict[str, list[CodedEntry]]:
    acts: dict[str, list[CodedEntry]] = defaultdict(list)
    for item in coded:
        if item.kind in _ACTS and not item.receives and item.entry.date.known:
            acts[item.agency_id].append(item)
    for rows in acts.values():
        rows.sort(key=lambda item: (_day(item), item.entry.row))
    return acts


def _kind(item: CodedEntry) -> EventKind:
    return item.kind if item.kind in BATON_KINDS else EventKind.NOTIFICATION


def _what(item: CodedEntry) -> str:
    return _NOUNS.get(_kind(item), f"a {_kind(item).value}")


def _stage(
    key: str, name: StageName, on: PartialDate, how: str, reason: str, entry_ids: tuple[str, ...]
) -> Stage:
    return Stage(
        stage_id=f"{key}/{name.value}", name=name, on=on, how=how, reason=reason, entry_ids=entry_ids
    )

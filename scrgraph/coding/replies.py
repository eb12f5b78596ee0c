"""What came back to the sender: acknowledgements and feedback, each given to the baton it answers."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.event_words import read_sentences
from scrgraph.coding.reconcile import Sent, reconcile
from scrgraph.coding.stages import stage, with_stages
from scrgraph.coding.words import word_list
from scrgraph.model.events import Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import EventKind, StageName, Tri


@dataclass(frozen=True)
class Reply:
    """An answer from the agency that received something to the one that sent it, as either or both recorded it."""

    reply_id: str
    from_agency: str
    to_agency: str
    about: tuple[str, ...]
    on: PartialDate
    entry_ids: tuple[str, ...]


def acknowledgements_of(coded: Sequence[CodedEntry]) -> list[Reply]:
    """The acknowledgements of the review; the two sides of one, its sending and its arrival, are one reply."""
    rows = [item for item in coded if item.kind is EventKind.ACKNOWLEDGEMENT]
    sent = [
        Sent(f"{item.entry.entry_id}>{to}", item, to)
        for item in rows
        if not item.receives and item.entry.received is not Tri.NO
        for to in item.to_agencies
    ]
    arrived = [item for item in rows if item.receives]
    paired = {match.sent.key: match.receipt.entry.entry_id for match in reconcile(sent, arrived).matches}
    replies = [
        Reply(
            one.key, one.item.agency_id, one.to_agency, one.item.people, one.item.entry.date,
            tuple(filter(None, (one.item.entry.entry_id, paired.get(one.key, "")))),
        )
        for one in sent
    ]  # fmt: skip
    for item in arrived:
        if item.entry.entry_id not in paired.values():
            key = item.entry.entry_id
            replies += [
                Reply(f"{key}<{sender}", sender, item.agency_id, item.people, item.entry.date, (key,))
                for sender in item.from_agencies
            ]
    return replies


def with_replies(
    batons: Sequence[Baton], acknowledgements: Iterable[Reply], words: Mapping[str, str]
) -> list[Baton]:
    """The batons with what came back to their senders; ``words`` are those of each entry, by its id.

    An answer shows that what it answers arrived, and feedback is an acknowledgement too.
    """
    feedback = [
        Reply(
            b.baton_id, b.from_agency_id, b.to_agency_id, b.about, b.on,
            _rows_of_passing(b),
        )
        for b in batons
        if b.kind is EventKind.FEEDBACK and not _denied(b)
    ]  # fmt: skip
    heard, told = (
        _answered(batons, acknowledgements, "acknowledgement"),
        _answered(batons, feedback, "feedback"),
    )
    found = []
    for baton in batons:
        if reply := heard.get(baton.baton_id):
            baton = _acknowledged(baton, reply)
        if reply := told.get(baton.baton_id):
            baton = _fed_back(baton, reply, " ".join(words.get(key, "") for key in reply.entry_ids))
        found.append(baton)
    return found


def _rows_of_passing(baton: Baton) -> tuple[str, ...]:
    """The rows that tell of a baton's passing and arrival, not of what its hearer did with it afterwards."""
    stages = (one for one in baton.stages if one.name in (StageName.PASSED, StageName.RECEIVED))
    return tuple(dict.fromkeys(entry_id for one in stages for entry_id in one.entry_ids))


def _answered(batons: Sequence[Baton], replies: Iterable[Reply], rule: str) -> dict[str, Reply]:
    """Each reply given to the last baton before it that went the other way about the same people.

    One that is known to have arrived comes before one that is not, so that an answer shows an arrival only where
    nothing else can have been answered; then a kind of which an answer is expected comes before others. A baton
    takes one reply.
    """
    rules = word_list("rules.toml")[rule]
    between: dict[tuple[str, str], list[Baton]] = defaultdict(list)
    for baton in sorted(batons, key=_when):
        answerable = baton.kind is not EventKind.FEEDBACK and baton.passed and not _denied(baton)
        if answerable and baton.on.earliest is not None:
            between[(baton.from_agency_id, baton.to_agency_id)].append(baton)
    given: dict[str, Reply] = {}
    for reply in sorted(replies, key=lambda one: (one.on.earliest or dt.date.min, one.reply_id)):
        if reply.on.latest is None:
            continue
        sent = between.get((reply.to_agency, reply.from_agency), [])
        first = bisect_left(sent, reply.on.latest - dt.timedelta(rules["days_after"]), key=_sent_on)
        due = [
            (baton.stage(StageName.RECEIVED) is not None, baton.kind in rules["kinds"], place)
            for place, baton in enumerate(
                sent[first : bisect_right(sent, reply.on.latest, key=_sent_on)], first
            )
            if set(baton.about) & set(reply.about) and baton.baton_id not in given
        ]
        if due:
            given[sent[max(due)[2]].baton_id] = reply
    return given


def _acknowledged(baton: Baton, reply: Reply) -> Baton:
    reason = "an acknowledgement about the same people"
    return _arrived(
        with_stages(baton, _matched(baton, StageName.ACKNOWLEDGED, reply, reason)),
        reply,
        "the acknowledgement shows that it arrived",
    )


def _fed_back(baton: Baton, reply: Reply, words: str) -> Baton:
    """The baton with its feedback, and what the feedback says was decided or done.

    A request that was answered was acted on by the answer, whose words are then the information asked for. What
    the receiver's own records say stands.
    """
    new = [_matched(baton, StageName.FED_BACK, reply, "feedback about the same people")]
    heard = baton.stage(StageName.ACKNOWLEDGED)
    if heard is None or heard.how == "recorded not":
        new.append(_matched(baton, StageName.ACKNOWLEDGED, reply, "the feedback acknowledged it"))
    acted, declined = baton.stage(StageName.ACTED_ON), baton.stage(StageName.DECLINED)
    accepted = baton.stage(StageName.ACCEPTED)
    open_yet = declined is None and (acted is None or acted.how == "unclear")
    asked = baton.kind is EventKind.REQUEST
    said = read_sentences(words) if open_yet and not asked else ()
    if accepted is not None and accepted.how != "recorded not":
        said = tuple(name for name in said if name is StageName.ACTED_ON)
    reason = f"the feedback says so: “{words}”"
    new += [stage(baton.baton_id, name, reply.on, "recorded", reason, reply.entry_ids) for name in said]
    if open_yet and asked:
        new.append(_matched(baton, StageName.ACTED_ON, reply, "the request was answered"))
    if StageName.DECLINED in said and acted:
        baton = baton.model_copy(update={"stages": tuple(one for one in baton.stages if one is not acted)})
    return _arrived(with_stages(baton, *new), reply, "the answer shows that it arrived")


def _arrived(baton: Baton, reply: Reply, reason: str) -> Baton:
    if baton.stage(StageName.RECEIVED):
        return baton
    shown = stage(baton.baton_id, StageName.RECEIVED, PartialDate(), "matched", reason, reply.entry_ids)
    return with_stages(baton, shown)


def _matched(baton: Baton, name: StageName, reply: Reply, reason: str) -> Stage:
    return stage(baton.baton_id, name, reply.on, "matched", reason, reply.entry_ids)


def _denied(baton: Baton) -> bool:
    """Whether a source says that it did not arrive, and nothing shows otherwise."""
    received = baton.stage(StageName.RECEIVED)
    return received is not None and received.how == "recorded not"


def _when(baton: Baton) -> tuple[dt.date, str]:
    return (_sent_on(baton), baton.baton_id)


def _sent_on(baton: Baton) -> dt.date:
    return baton.on.earliest or dt.date.min

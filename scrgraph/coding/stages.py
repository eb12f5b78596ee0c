"""The stages a baton goes through at the receiver: taken on or declined, and acted on."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.event_words import (
    read_outcome,
    read_sentences,
    says_acknowledged,
    says_not_accepted,
)
from scrgraph.coding.words import word_list
from scrgraph.model.events import Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import EventKind, StageName
from scrgraph.temporal.diary import Diary

_ACTS = frozenset(
    {
        EventKind.VISIT, EventKind.MEDICAL, EventKind.CONTACT, EventKind.ASSESSMENT, EventKind.NO_ACCESS,
        EventKind.PRE_BIRTH_ASSESSMENT, EventKind.MEETING, EventKind.STRATEGY_DISCUSSION, EventKind.CONFERENCE,
        EventKind.CORE_GROUP, EventKind.PLAN, EventKind.ORDER, EventKind.MISSED_ATTENDANCE,
    }
)  # fmt: skip
_SETTLES = frozenset({EventKind.DECISION, EventKind.CASE_CLOSURE})
_ORDER = list(StageName)


class Diaries:
    """The dated entries of each agency by their earliest day, those that fit ``wanted``."""

    def __init__(self, coded: Iterable[CodedEntry], wanted: Callable[[CodedEntry], bool]) -> None:
        rows: dict[str, list[CodedEntry]] = defaultdict(list)
        for item in coded:
            if item.entry.date.known and wanted(item):
                rows[item.agency_id].append(item)
        self._of = {
            agency_id: Diary(
                (_day(item), _last_day(item), item)
                for item in sorted(own, key=lambda item: (item.entry.row, item.entry.entry_id))
            )
            for agency_id, own in rows.items()
        }

    def between(self, agency_id: str, first: dt.date, last: dt.date) -> Iterator[CodedEntry]:
        """The agency's entries that may be of a day from ``first`` to ``last``, both included."""
        if diary := self._of.get(agency_id):
            yield from diary.between(first, last)


class Receivers:
    """What receiving agencies recorded afterwards: their acts, and their decisions."""

    def __init__(self, coded: Sequence[CodedEntry]) -> None:
        self._acts = Diaries(coded, lambda item: item.kind in _ACTS and not item.receives)
        self._decisions = Diaries(coded, lambda item: item.kind in _SETTLES and not item.receives)

    def stages(self, key: str, receiver: CodedEntry, to_agency: str) -> list[Stage]:
        """What the receiver did, from its own words, its decisions or its next act about the same people.

        A decision counts only where no act came first: what is closed after a visit was taken on. Words that
        tell neither that something was done nor that it was not are kept as an ``unclear`` stage, so that nobody
        reads silence into them.
        """
        entry, said = receiver.entry, read_outcome(receiver.entry.action_text)
        where, reason = (entry.entry_id,), f"“{entry.action_text}”"
        told = [stage(key, name, entry.date, "recorded", reason, where) for name in said]
        if says_acknowledged(entry.action_text):
            told.append(stage(key, StageName.ACKNOWLEDGED, entry.date, "recorded", reason, where))
        if StageName.ACTED_ON in said or StageName.DECLINED in said:
            return told
        waits = says_not_accepted(entry.action_text)
        act = self._next(self._acts, "action", receiver, to_agency)
        decision = next(iter(self._decided(receiver, to_agency, act)), None)
        if decision:
            answer, by = decision
            words = f"a decision the receiving agency recorded about the same people: “{by.entry.words}”"
            told.append(stage(key, answer, by.entry.date, "matched", words, (by.entry.entry_id,)))
            if answer is StageName.DECLINED:
                return told
        if act:
            found = "the next act the receiving agency recorded about the same people"
            told.append(
                stage(key, StageName.ACTED_ON, act.entry.date, "matched", found, (act.entry.entry_id,))
            )
        elif waits and not decision:
            told.append(stage(key, StageName.ACCEPTED, PartialDate(), "recorded not", reason, where))
        elif entry.action_text and not waits:
            told.append(stage(key, StageName.ACTED_ON, PartialDate(), "unclear", reason, where))
        return told

    def _decided(
        self, receiver: CodedEntry, to_agency: str, act: CodedEntry | None
    ) -> Iterator[tuple[StageName, CodedEntry]]:
        for item in self._after(self._decisions, "acceptance", receiver, to_agency):
            if act and _day(item) > _day(act):
                return
            for answer in read_sentences(f"{item.entry.event_text}. {item.entry.words}"):
                yield (StageName.ACCEPTED if answer is StageName.ACTED_ON else answer), item

    def _next(self, diaries: Diaries, rule: str, receiver: CodedEntry, to_agency: str) -> CodedEntry | None:
        return next(self._after(diaries, rule, receiver, to_agency), None)

    def _after(
        self, diaries: Diaries, rule: str, receiver: CodedEntry, to_agency: str
    ) -> Iterator[CodedEntry]:
        """The receiver's entries about the same people from its entry of receipt on, in the window of ``rule``."""
        entry = receiver.entry
        if entry.date.earliest is None or entry.date.latest is None or receiver.agency_id != to_agency:
            return
        until = entry.date.latest + dt.timedelta(days=word_list("rules.toml")[rule]["days_after"])
        for item in diaries.between(to_agency, entry.date.earliest, until):
            if item.entry.entry_id != entry.entry_id and set(item.people) & set(receiver.people):
                yield item


def stage(
    key: str,
    name: StageName,
    on: PartialDate,
    how: str,
    reason: str,
    entry_ids: tuple[str, ...],
    confidence: float | None = None,
) -> Stage:
    """One stage of the baton ``key``, which names the stage too."""
    return Stage(
        stage_id=f"{key}/{name.value}", name=name, on=on, how=how, reason=reason, confidence=confidence,
        entry_ids=entry_ids,
    )  # fmt: skip


def with_stages(baton: Baton, *new: Stage) -> Baton:
    """The baton with stages in place of those of the same names, all in the order they happen."""
    names = {one.name for one in new}
    stages = [*(one for one in baton.stages if one.name not in names), *new]
    return baton.model_copy(update={"stages": tuple(sorted(stages, key=lambda one: _ORDER.index(one.name)))})


def whole_chain(baton: Baton) -> Baton:
    """The baton with its stages in order: what was acted on was taken on, and what arrived can be told of."""
    acted, settled = baton.stage(StageName.ACTED_ON), baton.stage(StageName.ACCEPTED)
    if (
        acted
        and acted.how in ("recorded", "matched")
        and not baton.stage(StageName.DECLINED)
        and (settled is None or settled.how == "recorded not")
        and baton.kind is not EventKind.FEEDBACK
    ):
        reason = "it was acted on"
        return with_stages(
            baton, stage(baton.baton_id, StageName.ACCEPTED, acted.on, "matched", reason, acted.entry_ids)
        )
    return with_stages(baton)


def _day(item: CodedEntry) -> dt.date:
    return item.entry.date.earliest or dt.date.max


def _last_day(item: CodedEntry) -> dt.date:
    return item.entry.date.latest or dt.date.max

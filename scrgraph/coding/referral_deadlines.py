"""Clocks that a referral to children's social care starts: its decision, its acknowledgement, its assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from scrgraph.coding.assessments import says
from scrgraph.coding.event_words import event_name, kind_of_row
from scrgraph.coding.timekeeper import Rows, Step, Timekeeper, by_then, first_day
from scrgraph.coding.words import word_list
from scrgraph.model.clock import Deadline
from scrgraph.model.events import Assessment, Baton, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName
from scrgraph.temporal.clocks import Timed

DECISION: Timed = ("referral to children's social care", "received", "decision")
ACKNOWLEDGED: Timed = ("professional referral to children's social care", "received", "acknowledged")
CORE: Timed = ("initial assessment", "completed", "core assessment completed")
_ASSESSED: dict[str, Timed] = {
    "initial": ("referral", "received", "initial assessment completed"),
    "single": ("referral", "received", "single assessment completed"),
}
_DECIDED = (StageName.ACCEPTED, StageName.DECLINED, StageName.ACTED_ON)


class Referrals:
    """The referrals that children's social care recorded receiving, each with the day it came.

    A row counts where the sender or the receiver calls it a referral. A receipt that only the sender reports has
    no day of its own and starts no clock.
    """

    def __init__(self, graph: ReviewGraph) -> None:
        self.rows = Rows(graph)
        sector = word_list("deadlines.toml")["sectors"]["social_care"]
        self.social_care = {agency.agency_id for agency in graph.agencies if agency.sector == sector}
        self.decisions = [
            item
            for item in graph.milestones
            if item.kind is EventKind.DECISION and item.agency_id in self.social_care
        ]
        found: dict[tuple[str, ...], tuple[Baton, Stage]] = {}
        for baton in graph.batons:
            received = baton.stage(StageName.RECEIVED)
            if (
                baton.to_agency_id in self.social_care
                and received is not None
                and received.how in ("recorded", "matched")
                and received.on.known
                and self._is_referral(baton, received)
            ):
                found.setdefault((baton.to_agency_id, *self.receipt(baton, received)), (baton, received))
        self.received = tuple(found.values())

    def receipt(self, baton: Baton, received: Stage) -> tuple[str, ...]:
        """The receiver's own rows of the receipt."""
        own = [row for row in self.rows.of(received.entry_ids) if row.agency_id == baton.to_agency_id]
        return tuple(row.entry_id for row in own) or received.entry_ids

    def _is_referral(self, baton: Baton, received: Stage) -> bool:
        told = (kind_of_row(row) for row in self.rows.of(self.receipt(baton, received)))
        return baton.kind is EventKind.REFERRAL or EventKind.REFERRAL in told


def referral_deadlines(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals
) -> Iterator[Deadline | None]:
    """Decision and acknowledgement of each referral, and the assessment that the one accepted led to."""
    names = {agency.agency_id: agency.display_name for agency in graph.agencies}
    for baton, received in referrals.received:
        sender = names.get(baton.from_agency_id, "")
        kind = baton.kind.value.replace("_", " ")
        called = f"the {kind} from {sender}" if sender else "the referral"
        yield _decision(keeper, graph, referrals, baton, received, called)
        if sender:
            yield _acknowledgement(keeper, baton, received, called)
        yield from _assessments(keeper, graph, referrals, baton, received, called)
    yield from _core_assessments(keeper, graph, referrals)


def _step(baton: Baton, received: Stage, what: str) -> Step:
    return Step(
        what=what,
        applies_to=("Baton", baton.baton_id),
        agency_id=baton.to_agency_id,
        about=baton.about,
        starts=received.on,
        start_ids=tuple(dict.fromkeys((*baton.entry_ids, *received.entry_ids))),
    )


def _decision(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals, baton: Baton, received: Stage, called: str
) -> Deadline | None:
    """A dated outcome or a decision is the decision; a later act or answer only shows that it had been made by then."""
    step = _step(baton, received, f"a decision on {called}")
    days = word_list("deadlines.toml")["decision"]["days"]
    stages = [stage for name in _DECIDED if (stage := baton.stage(name))]
    told = [(stage.on, stage.entry_ids) for stage in stages if stage.how == "recorded"]
    told += [
        (item.on, item.entry_ids)
        for item in referrals.decisions
        if item.agency_id == baton.to_agency_id
        and set(item.about) & set(baton.about)
        and _follows(item.on, item.on, received.on, days)
    ]
    if dated := [one for one in told if one[0].known]:
        on, ids = min(dated, key=lambda one: first_day(one[0]))
        return keeper.time(DECISION, replace(step, met=on, met_ids=ids))
    back = baton.stage(StageName.FED_BACK)
    shown = [
        (stage.on, stage.entry_ids)
        for stage in (*stages, *([back] if back else []))
        if stage.how in ("recorded", "matched")
    ]
    shown += [(item.on, item.entry_ids) for item in _near(graph, baton, received)]
    if dated := [one for one in shown if one[0].known]:
        on, ids = min(dated, key=lambda one: first_day(one[0]))
        return keeper.time(DECISION, replace(step, met=by_then(received.on, on), met_ids=ids))
    ids = tuple(entry_id for stage in stages for entry_id in stage.entry_ids)
    return keeper.time(DECISION, replace(step, unclear=bool(stages), met_ids=ids))


def _acknowledgement(keeper: Timekeeper, baton: Baton, received: Stage, called: str) -> Deadline | None:
    """Feedback within the limit acknowledges as well; a later one is no acknowledgement in time."""
    step = _step(baton, received, f"an acknowledgement of {called}")
    told, back = baton.stage(StageName.ACKNOWLEDGED), baton.stage(StageName.FED_BACK)
    by_answer = told is None or (back is not None and set(told.entry_ids) <= set(back.entry_ids))
    if told and told.how in ("recorded", "matched") and not by_answer:
        return keeper.time(
            ACKNOWLEDGED, replace(step, met=told.on, met_ids=told.entry_ids, unclear=not told.on.known)
        )
    if back and back.how in ("recorded", "matched") and back.on.known:
        answered = replace(step, met_ids=back.entry_ids)
        timed = keeper.time(ACKNOWLEDGED, replace(answered, met=back.on))
        if timed is None or timed.verdict == "in time":
            return timed
        before = f"{step.what} before its answer of {back.on}"
        perhaps = timed.verdict == "possibly late"
        return keeper.time(ACKNOWLEDGED, replace(answered, what=before, unclear=perhaps))
    return keeper.time(ACKNOWLEDGED, replace(step, unclear=told is not None and told.how == "unclear"))


def _assessments(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals, baton: Baton, received: Stage, called: str
) -> Iterator[Deadline | None]:
    """The assessment, where the referral was not declined and its outcome or a later row tells of one.

    Rows that say only that it was begun do not show it completed; one that says neither leaves the limit untold.
    One taken on for a pre-birth assessment has the limit of a single assessment where there was such a limit.
    """
    words, rows = word_list("deadlines.toml")["assessment"], referrals.rows
    own = referrals.receipt(baton, received)
    if baton.stage(StageName.DECLINED) or rows.end_with(own, words["another_clock"]):
        return
    near = _near(graph, baton, received)
    if rows.end_with(own, words["pre_birth"]):
        before = [item for item in near if item.kind is EventKind.PRE_BIRTH_ASSESSMENT]
        step = _step(baton, received, f"a pre-birth assessment completed after {called}")
        yield keeper.time(_ASSESSED["single"], _completed(rows, step, before or near))
        return
    leads = rows.end_with(own, words["leads_to"]) and not rows.end_with(own, words["not_led_to"])
    for name, timed in _ASSESSED.items():
        fitting = [item for item in near if _is_called(rows, item, words[name])]
        if not (fitting or leads):
            continue
        step = _step(
            baton,
            received,
            f"{'an' if name == 'initial' else 'a'} {name} assessment completed after {called}",
        )
        yield keeper.time(timed, _completed(rows, step, fitting or near))


def _core_assessments(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals
) -> Iterator[Deadline | None]:
    """A core assessment that was recorded, or decided on in the row of an initial one that is completed."""
    words, rows = word_list("deadlines.toml")["assessment"], referrals.rows
    ours = [item for item in graph.assessments if item.agency_id in referrals.social_care]
    for initial in ours:
        if not (initial.completed.known and _is_called(rows, initial, words["initial"][:1])):
            continue
        near = [
            item
            for item in ours
            if item.agency_id == initial.agency_id
            and set(item.covered) & set(initial.covered)
            and _is_called(rows, item, words["core"])
            and _follows(item.on, item.completed, initial.completed, words["days"])
        ]
        if near or rows.say(initial.entry_ids, words["core"]):
            step = Step(
                what="a core assessment completed after the initial assessment",
                applies_to=("Assessment", initial.assessment_id),
                agency_id=initial.agency_id,
                about=initial.covered,
                starts=initial.completed,
                start_ids=initial.entry_ids,
            )
            yield keeper.time(CORE, _completed(rows, step, near))


def _completed(rows: Rows, step: Step, candidates: list[Assessment]) -> Step:
    """Completed by the first candidate that says so; untold where one says neither that nor that it was begun."""
    if not candidates:
        return step
    done = sorted(
        (item for item in candidates if item.completed.known), key=lambda item: first_day(item.completed)
    )
    if done:
        return replace(step, met=done[0].completed, met_ids=done[0].entry_ids)
    first = min(candidates, key=lambda item: first_day(item.on))
    unclear = not all(_only_begun(rows, item) for item in candidates)
    return replace(step, unclear=unclear, met_ids=first.entry_ids)


def _only_begun(rows: Rows, item: Assessment) -> bool:
    """Whether every row of an assessment not completed says that it was begun."""
    return all(
        says("started", f"{row.event_text}. {row.text}. {row.action_text}") for row in rows.of(item.entry_ids)
    )


def _near(graph: ReviewGraph, baton: Baton, received: Stage) -> list[Assessment]:
    """Assessments by the receiver about any of the same people, going on after the receipt."""
    days = word_list("deadlines.toml")["assessment"]["days"]
    return [
        item
        for item in graph.assessments
        if item.agency_id == baton.to_agency_id
        and set(item.covered) & set(baton.about)
        and _follows(item.on, item.completed, received.on, days)
    ]


def _is_called(rows: Rows, item: Assessment, names: list[str]) -> bool:
    told = {event_name(row) for row in rows.of(item.entry_ids)}
    return item.kind is EventKind.ASSESSMENT and bool(told & set(names))


def _follows(on: PartialDate, until: PartialDate, start: PartialDate, days: int) -> bool:
    """Whether what began ``on`` and ended ``until`` may have gone on after ``start``, within ``days`` of it."""
    last = until.latest or on.latest
    if on.earliest is None or start.earliest is None or start.latest is None or last is None:
        return False
    return last >= start.earliest and on.earliest <= start.latest + dt.timedelta(days=days)

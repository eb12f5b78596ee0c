"""Clocks from one meeting to the next: strategy discussion, conference, core group, review, and transfers in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from scrgraph.coding.timekeeper import Rows, Step, Timekeeper, first_day
from scrgraph.coding.words import word_list
from scrgraph.model.clock import Deadline
from scrgraph.model.events import Meeting
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName
from scrgraph.temporal.clocks import Timed

TO_CONFERENCE: Timed = ("strategy discussion", "held", "initial conference held")
TO_CORE_GROUP: Timed = ("initial conference", "held", "first core group held")
TO_REVIEW: Timed = ("initial conference", "held", "first review conference held")
TO_NEXT_REVIEW: Timed = ("review conference", "held", "next review conference held")
TRANSFER_IN: Timed = ("transfer in of a child protection plan", "received", "transfer conference held")
PRE_BIRTH: Timed = ("pre-birth conference", "", "held")


def meeting_deadlines(keeper: Timekeeper, graph: ReviewGraph) -> Iterator[Deadline | None]:
    """Every clock between meetings that the rows show to have run.

    A clock starts only from a meeting recorded as held, and only where the rows show that a next one was to
    come: they tell of it, or they say that a conference was decided on or a plan made. Many strategy
    discussions end without a conference and many conferences without a plan.
    """
    held = HeldMeetings(graph)
    for meeting in held.meetings:
        if meeting.kind is EventKind.STRATEGY_DISCUSSION:
            yield _to_conference(keeper, held, meeting)
        elif meeting.kind is EventKind.CONFERENCE and held.is_review(meeting):
            yield _to_review(keeper, held, meeting, TO_NEXT_REVIEW, "the next review conference")
        elif meeting.kind is EventKind.CONFERENCE and held.is_initial(meeting):
            yield _to_core_group(keeper, held, meeting)
            yield _to_review(keeper, held, meeting, TO_REVIEW, "the first review conference")
            yield _pre_birth(keeper, graph, held, meeting)
    yield from _transfers_in(keeper, graph, held)


class HeldMeetings:
    """The dated meetings that the rows tell of as having taken place, in order."""

    def __init__(self, graph: ReviewGraph) -> None:
        self.rows = Rows(graph)
        self.words = word_list("deadlines.toml")["meeting"]
        sector = word_list("deadlines.toml")["sectors"]["social_care"]
        self.social_care = [agency.agency_id for agency in graph.agencies if agency.sector == sector]
        dated = sorted(
            (m for m in graph.meetings if m.on.known), key=lambda m: (first_day(m.on), m.meeting_id)
        )
        self.meetings = [m for m in dated if not self.says(m, "not_held")]
        self.doubtful = [m for m in dated if self.says(m, "not_held")]

    def says(self, meeting: Meeting, name: str) -> bool:
        """Whether the meeting's rows have a phrase of the list ``name``."""
        return self.rows.say(meeting.entry_ids, self.words[name])

    def is_initial(self, meeting: Meeting) -> bool:
        """Whether it is told to be an initial conference; a pre-birth one is."""
        return self.rows.are_called(meeting.entry_ids, self.words["initial"]) or (
            self.says(meeting, "initial") and not self.is_review(meeting)
        )

    def is_review(self, meeting: Meeting) -> bool:
        """Whether it is told to be a review conference."""
        return self.rows.are_called(meeting.entry_ids, self.words["review"])

    def makes_plan(self, meeting: Meeting) -> bool:
        """Whether the outcome says that a plan was made or goes on, and nothing else against it."""
        return self.ends_with(meeting, "plan_made") and not self.says(meeting, "no_plan")

    def ends_with(self, meeting: Meeting, name: str) -> bool:
        """Whether the outcome of the meeting's rows has a phrase of the list ``name``."""
        return self.rows.end_with(meeting.entry_ids, self.words[name])

    def responsible(self, meeting: Meeting) -> str:
        """The children's social care that held it, or the only one of the review; empty where that is not told."""
        if meeting.held_by in self.social_care:
            return meeting.held_by
        return self.social_care[0] if len(self.social_care) == 1 else ""

    def next_of(self, meeting: Meeting, kind: EventKind) -> Meeting | None:
        """The first meeting of ``kind`` after this one about any of the same people, within a year."""
        return self.first_after(meeting.on, meeting.about, kind, meeting.meeting_id)

    def first_after(
        self,
        start: PartialDate,
        about: Sequence[str],
        kind: EventKind,
        but: str = "",
        among: Sequence[Meeting] | None = None,
    ) -> Meeting | None:
        """The first meeting of ``kind`` that may be after ``start``, about any of the people, within a year.

        ``but`` is the id of one to leave out; ``among`` are the meetings held unless others are given.
        """
        if start.earliest is None or start.latest is None:
            return None
        last = start.latest + dt.timedelta(days=self.words["days"])
        return next(
            (
                m
                for m in (self.meetings if among is None else among)
                if m.kind is kind
                and m.meeting_id != but
                and m.on.latest is not None
                and start.earliest <= m.on.latest
                and first_day(m.on) <= last
                and set(m.about) & set(about)
            ),
            None,
        )


def _step(
    held: HeldMeetings,
    meeting: Meeting,
    what: str,
    kind: EventKind,
    following: Meeting | None,
    many: bool = False,
) -> Step:
    """The step to the ``following`` meeting; a row that speaks of one put off leaves untold whether it was held."""
    doubtful = held.first_after(meeting.on, meeting.about, kind, meeting.meeting_id, held.doubtful)
    return Step(
        what=what,
        applies_to=("Meeting", meeting.meeting_id),
        agency_id=held.responsible(meeting),
        about=meeting.about,
        starts=meeting.on,
        start_ids=meeting.entry_ids,
        met=following.on if following else PartialDate(),
        met_ids=following.entry_ids if following else doubtful.entry_ids if doubtful else (),
        unclear=doubtful is not None,
        first_of_many=many,
    )


def _to_conference(keeper: Timekeeper, held: HeldMeetings, meeting: Meeting) -> Deadline | None:
    """From the last strategy discussion before the conference; an earlier one may have decided nothing."""
    later = held.next_of(meeting, EventKind.CONFERENCE)
    if later and held.is_review(later):
        return None
    again = held.next_of(meeting, EventKind.STRATEGY_DISCUSSION)
    if again and (later is None or first_day(again.on) <= first_day(later.on)):
        return None
    decided = held.ends_with(meeting, "leads_to_conference") and not held.says(meeting, "no_plan")
    if not (later or decided):
        return None
    return keeper.time(
        TO_CONFERENCE,
        _step(held, meeting, "the initial child protection conference", EventKind.CONFERENCE, later),
    )


def _to_core_group(keeper: Timekeeper, held: HeldMeetings, meeting: Meeting) -> Deadline | None:
    group = held.next_of(meeting, EventKind.CORE_GROUP)
    if group is None and not held.makes_plan(meeting):
        return None
    return keeper.time(
        TO_CORE_GROUP, _step(held, meeting, "the first core group", EventKind.CORE_GROUP, group, many=True)
    )


def _to_review(
    keeper: Timekeeper, held: HeldMeetings, meeting: Meeting, timed: Timed, what: str
) -> Deadline | None:
    following = held.next_of(meeting, EventKind.CONFERENCE)
    if following and held.is_initial(following) and not held.is_review(following):
        return None
    if following is None and not held.makes_plan(meeting):
        return None
    return keeper.time(timed, _step(held, meeting, what, EventKind.CONFERENCE, following, many=True))


def _pre_birth(
    keeper: Timekeeper, graph: ReviewGraph, held: HeldMeetings, meeting: Meeting
) -> Deadline | None:
    """A pre-birth conference that was held, against the due date of the child it was about."""
    if not held.says(meeting, "pre_birth"):
        return None
    unborn = [p for p in graph.people if p.person_id in meeting.about and p.due.known]
    if len(unborn) != 1:
        return None
    step = Step(
        what="the pre-birth conference",
        applies_to=("Meeting", meeting.meeting_id),
        agency_id=held.responsible(meeting),
        about=meeting.about,
        starts=meeting.on,
        start_ids=(),
        met=meeting.on,
        met_ids=meeting.entry_ids,
        due_date=unborn[0].due,
    )
    return keeper.time(PRE_BIRTH, step)


def _transfers_in(keeper: Timekeeper, graph: ReviewGraph, held: HeldMeetings) -> Iterator[Deadline | None]:
    """Transfers that one children's social care received from another, where the rows speak of a plan."""
    plan = word_list("deadlines.toml")["transfer"]["plan"]
    for baton in graph.batons:
        received = baton.stage(StageName.RECEIVED)
        if (
            baton.kind is not EventKind.TRANSFER
            or baton.to_agency_id not in held.social_care
            or baton.from_agency_id not in held.social_care
            or received is None
            or received.how not in ("recorded", "matched")
            or not held.rows.say((*baton.entry_ids, *received.entry_ids), plan)
        ):
            continue
        later = held.first_after(received.on, baton.about, EventKind.CONFERENCE)
        yield keeper.time(
            TRANSFER_IN,
            Step(
                what="the transfer conference",
                applies_to=("Baton", baton.baton_id),
                agency_id=baton.to_agency_id,
                about=baton.about,
                starts=received.on,
                start_ids=tuple(dict.fromkeys((*baton.entry_ids, *received.entry_ids))),
                met=later.on if later else PartialDate(),
                met_ids=later.entry_ids if later else (),
            ),
        )

"""Clocks around a birth: the pre-birth assessment before it and the health visitor's first visit after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scrgraph.coding.event_words import kind_of_row
from scrgraph.coding.referral_deadlines import Referrals
from scrgraph.coding.timekeeper import Rows, Step, Timekeeper, first_day
from scrgraph.coding.words import word_list
from scrgraph.model.clock import Deadline
from scrgraph.model.events import Contact
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import EventKind, PersonKind, StageName
from scrgraph.temporal.clocks import WEEKS_TO_DUE_DATE, Timed

NEW_BIRTH_VISIT: Timed = ("birth", "born", "new birth visit made")
PRE_BIRTH_ASSESSMENT: Timed = ("pre-birth assessment", "concern known", "started")


def birth_deadlines(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals
) -> Iterator[Deadline | None]:
    """The clocks of each child born, or expected, within the days that the records reach."""
    days = [entry.date.earliest for entry in graph.entries if entry.date.earliest]
    parents: dict[str, set[str]] = {}
    for tie in graph.kinships:
        if "parent" in tie.kinship and "grand" not in tie.kinship:
            parents.setdefault(tie.to_person_id, set()).add(tie.person_id)
    for child in graph.people:
        if child.kind is not PersonKind.CHILD or child.group:
            continue
        family = {child.person_id, *parents.get(child.person_id, ())}
        if days and child.born.earliest and child.born.earliest >= min(days):
            yield _new_birth_visit(keeper, graph, referrals.rows, child, family)
        if child.due.known:
            yield _pre_birth_assessment(keeper, graph, referrals, child, family)


def _new_birth_visit(
    keeper: Timekeeper, graph: ReviewGraph, rows: Rows, child: Person, family: set[str]
) -> Deadline | None:
    """From the birth to the first visit that a health visitor recorded to the child or a parent.

    An entry of another kind, such as a clinic, is no visit; nor is an attempt at one. Without a health visiting
    agency in the records there is nobody whose step it could be told to be.
    """
    rules = word_list("deadlines.toml")
    visiting = [a.agency_id for a in graph.agencies if a.sector == rules["sectors"]["health_visiting"]]
    if not visiting:
        return None
    born_ids = [
        entry_id for entry_id in child.entry_ids if kind_of_row(rows.of((entry_id,))[0]) is EventKind.BIRTH
    ]
    visits = sorted(
        (c for c in graph.contacts if c.agency_id in visiting and _visits(rows, c, child, family)),
        key=lambda contact: first_day(contact.on),
    )
    first = visits[0] if visits else None
    evidence = born_ids or list(child.entry_ids[:1])
    return keeper.time(
        NEW_BIRTH_VISIT,
        Step(
            what=f"the health visitor's new birth visit to {child.display_name}",
            applies_to=("Person", child.person_id),
            agency_id=first.agency_id if first else (visiting[0] if len(visiting) == 1 else ""),
            about=(child.person_id,),
            starts=child.born,
            start_ids=tuple(evidence),
            met=first.on if first else PartialDate(),
            met_ids=first.entry_ids if first else (),
            first_of_many=True,
        ),
    )


def _visits(rows: Rows, contact: Contact, child: Person, family: set[str]) -> bool:
    rules = word_list("deadlines.toml")["birth"]
    people = {presence.person_id for presence in contact.presences}
    after = contact.on.latest is not None and child.born.earliest is not None
    return (
        after
        and not contact.missed
        and bool(people & family)
        and contact.on.latest >= child.born.earliest  # type: ignore[operator]
        and (contact.kind is EventKind.VISIT or rows.say(contact.entry_ids, rules["new_birth_words"]))
    )


def _pre_birth_assessment(
    keeper: Timekeeper, graph: ReviewGraph, referrals: Referrals, child: Person, family: set[str]
) -> Deadline | None:
    """From the first referral in the pregnancy to the start of the assessment, by a week of the pregnancy.

    It runs where an assessment was started, or a referral was not declined. A concern that came after the week
    in question starts no clock. An assessment of another kind leaves untold whether one was made before birth.
    """
    if child.due.earliest is None or child.due.latest is None:
        return None
    begins = child.due.earliest - dt.timedelta(weeks=WEEKS_TO_DUE_DATE)
    ends = child.born.latest or child.due.latest

    def in_pregnancy(on: PartialDate) -> bool:
        return (
            on.earliest is not None and on.latest is not None and begins <= on.latest and on.earliest <= ends
        )

    concerns = sorted(
        (
            (received, baton)
            for baton, received in referrals.received
            if set(baton.about) & family and in_pregnancy(received.on)
        ),
        key=lambda one: first_day(one[0].on),
    )
    assessed = sorted(
        (a for a in graph.assessments if set(a.covered) & family and in_pregnancy(a.on)),
        key=lambda one: first_day(one.on),
    )
    started = [item for item in assessed if item.kind is EventKind.PRE_BIRTH_ASSESSMENT]
    taken_on = [baton for _, baton in concerns if not baton.stage(StageName.DECLINED)]
    if not concerns or not (started or taken_on):
        return None
    received, baton = concerns[0]
    others = [item for item in assessed if item.agency_id in referrals.social_care]
    shown = started or others
    step = Step(
        what=f"the beginning of a pre-birth assessment for {child.display_name}",
        applies_to=("Person", child.person_id),
        agency_id=baton.to_agency_id,
        about=(child.person_id,),
        starts=received.on,
        start_ids=tuple(dict.fromkeys((*baton.entry_ids, *received.entry_ids))),
        met=started[0].on if started else PartialDate(),
        met_ids=shown[0].entry_ids if shown else (),
        unclear=not started and bool(others),
        due_date=child.due,
    )
    deadline = keeper.time(PRE_BIRTH_ASSESSMENT, step)
    if deadline and deadline.due.latest and first_day(received.on) > deadline.due.latest:
        return None
    return deadline

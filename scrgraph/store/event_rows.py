"""Contacts, batons, meetings, assessments, milestones and information as nodes and edges."""

from __future__ import annotations

from scrgraph.model.events import Baton, Contact, Meeting
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import StageName, Verdict
from scrgraph.store.row_builder import RowBuilder, date_properties

_STAGES = list(StageName)
#: What is known of a baton's receipt, as a label, for tools that tell things apart by label alone.
_RECEIPT_LABEL = {
    Verdict.RECORDED: "Received",
    Verdict.MATCHED: "Received",
    Verdict.NO_RECORD_FOUND: "NoRecordOfReceipt",
    Verdict.RECORDED_NOT: "RecordedAsNotReceived",
    Verdict.CANNOT_TELL: "ReceiptCannotBeTold",
}


def add_events(build: RowBuilder, graph: ReviewGraph) -> None:
    """Add everything that happened, with the simple dated edges beside the full account."""
    for contact in graph.contacts:
        _contact(build, contact)
    names = {person.person_id: person.display_name for person in graph.people}
    for baton in graph.batons:
        _baton(build, baton, ", ".join(names[key] for key in baton.about))
    for meeting in graph.meetings:
        _meeting(build, meeting)
    for assessment in graph.assessments:
        here = ("Assessment", assessment.assessment_id)
        build.node(
            *here,
            kind=assessment.kind.value,
            by_qualified_worker=assessment.by_qualified_worker.value,
            draws_on_history=assessment.draws_on_history.value,
            **date_properties(on=assessment.on, due=assessment.due, completed=assessment.completed),
        )
        _covered(build, here, assessment.agency_id, assessment.covered, assessment.entry_ids)
        for person_id in assessment.left_out:
            build.edge("LEFT_OUT", here, ("Person", person_id))
    for plan in graph.plans:
        here = ("Plan", plan.plan_id)
        build.node(*here, what=plan.what, **date_properties(on=plan.on, ended=plan.ended))
        _covered(build, here, plan.agency_id, plan.covered, plan.entry_ids)
    for order in graph.orders:
        here = ("CourtOrder", order.order_id)
        build.node(*here, what=order.what, **date_properties(on=order.on, ended=order.ended))
        _covered(build, here, order.agency_id, order.covered, order.entry_ids)
    for milestone in graph.milestones:
        here = ("Milestone", milestone.milestone_id)
        build.node(
            *here,
            kind=milestone.kind.value,
            on_non_attendance=milestone.on_non_attendance,
            out_of_area=milestone.out_of_area.value,
            oversight=milestone.oversight.value,
            **date_properties(on=milestone.on),
        )
        build.edge("CARRIED_OUT", ("Agency", milestone.agency_id), here)
        build.evidence(*here, milestone.entry_ids)
        build.about(here, milestone.about)
    for item in graph.information:
        here = ("Information", item.information_id)
        build.node(*here, topic=item.topic, words=item.words, **date_properties(on=item.on))
        build.evidence(*here, item.entry_ids)
        if item.held_by:
            build.edge("KNEW", ("Agency", item.held_by), here)
        build.about(here, item.about)


def _meeting(build: RowBuilder, meeting: Meeting) -> None:
    here = ("Meeting", meeting.meeting_id)
    build.node(
        *here, kind=meeting.kind.value, quorate=meeting.quorate.value, **date_properties(on=meeting.on)
    )
    build.evidence(*here, meeting.entry_ids)
    if meeting.held_by:
        build.edge("HELD", ("Agency", meeting.held_by), here)
    parts = {
        "INVITED_TO": meeting.invited,
        "ATTENDED": meeting.attended,
        "SENT_APOLOGIES_TO": meeting.apologies,
        "REPORTED_TO": meeting.reports,
    }
    for name, agency_ids in parts.items():
        for agency_id in agency_ids:
            build.edge(name, ("Agency", agency_id), here)
    build.about(here, meeting.about)


def _covered(
    build: RowBuilder,
    here: tuple[str, str],
    agency_id: str,
    people: tuple[str, ...],
    entry_ids: tuple[str, ...],
) -> None:
    build.evidence(*here, entry_ids)
    if agency_id:
        build.edge("CARRIED_OUT", ("Agency", agency_id), here)
    for person_id in people:
        build.edge("COVERED", here, ("Person", person_id))


def _contact(build: RowBuilder, contact: Contact) -> None:
    here, when = ("Contact", contact.contact_id), date_properties(on=contact.on)
    build.node(
        *here,
        kind=contact.kind.value,
        kind_told=contact.kind_told,
        missed=contact.missed,
        child_seen=contact.child_seen.value,
        by_appointment=contact.by_appointment.value,
        followed_on=contact.followed_on,
        **when,
    )
    build.evidence(*here, contact.entry_ids)
    build.edge("MADE", ("Agency", contact.agency_id), here)
    if contact.professional_id:
        build.edge("MADE_BY", here, ("Professional", contact.professional_id))
    for presence in contact.presences:
        person = ("Person", presence.person_id)
        build.edge(
            "CONCERNED",
            here,
            person,
            seen=presence.seen.value,
            spoken_to=presence.spoken_to.value,
            seen_alone=presence.seen_alone.value,
            kept_before=presence.kept_before,
        )
        if contact.professional_id:
            build.edge(
                "CONTACTED",
                ("Professional", contact.professional_id),
                person,
                tag=contact.contact_id,
                contact_id=build.key(contact.contact_id),
                kind=contact.kind.value,
                missed=contact.missed,
                seen=presence.seen.value,
                **when,
            )


def _baton(build: RowBuilder, baton: Baton, about: str) -> None:
    here, when = ("Baton", baton.baton_id), date_properties(on=baton.on)
    known = _RECEIPT_LABEL.get(baton.receipt) if baton.passed else "NotPassed"
    build.node(
        *here,
        also=(known,) if known else (),
        kind=baton.kind.value,
        what=baton.what,
        passed=baton.passed,
        carried_by_family=baton.carried_by_family,
        receipt=baton.receipt.value,
        receipt_reason=baton.receipt_reason or None,
        acknowledgement=baton.acknowledgement.value,
        acceptance=baton.acceptance.value,
        action=baton.action.value,
        feedback=baton.feedback.value,
        **when,
    )
    build.evidence(*here, baton.entry_ids)
    if baton.from_agency_id:
        build.edge("PASSED", ("Agency", baton.from_agency_id), here)
    if baton.from_person_id:
        build.edge("PASSED", ("Person", baton.from_person_id), here)
    if baton.carried_by:
        build.edge("CARRIED", ("Person", baton.carried_by), here)
    for near in baton.near_misses:
        build.edge(
            "NEARLY_MATCHED", here, ("Entry", near.entry_id), confidence=near.confidence, reason=near.reason
        )
    if baton.to_agency_id:
        build.edge("PASSED_TO", here, ("Agency", baton.to_agency_id))
    build.about(here, baton.about)
    for stage in baton.stages:
        there = ("Stage", stage.stage_id)
        build.node(
            *there,
            stage=stage.name.value,
            position=_STAGES.index(stage.name),
            how=stage.how,
            reason=stage.reason or None,
            confidence=stage.confidence,
            **date_properties(on=stage.on),
        )
        build.edge("HAS_STAGE", here, there)
        build.evidence(*there, stage.entry_ids)
    if baton.passed and baton.from_agency_id and baton.to_agency_id and not baton.carried_by_family:
        build.edge(
            "REFERRED_TO",
            ("Agency", baton.from_agency_id),
            ("Agency", baton.to_agency_id),
            tag=baton.baton_id,
            baton_id=build.key(baton.baton_id),
            kind=baton.kind.value,
            about=about,
            receipt=baton.receipt.value,
            **when,
        )

"""What happened: contacts, batons and their stages, meetings, assessments, orders and information."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import EventKind, StageName, Tri, Verdict


class Presence(Thing):
    """One person's part in a contact: whether they were seen, spoken to, and seen alone.

    For a contact that did not take place, ``kept_before`` counts those of the agency with this person that had.
    """

    person_id: str
    seen: Tri = Tri.UNKNOWN
    spoken_to: Tri = Tri.UNKNOWN
    seen_alone: Tri = Tri.UNKNOWN
    kept_before: int | None = None


class Contact(Thing):
    """A dated contact of an agency with people, or an attempt at one (``missed``, no access).

    ``kind_told`` is false where no column said, in words that are understood, what kind of event it was.
    ``child_seen`` is what the row says of seeing a child, whether or not it names one. ``followed_on`` is, for one
    that did not take place, the first day on which the agency may have recorded something further about them.
    """

    contact_id: str
    kind: EventKind
    kind_told: bool = True
    on: PartialDate
    agency_id: str
    professional_id: str = ""
    missed: bool = False
    by_appointment: Tri = Tri.UNKNOWN
    child_seen: Tri = Tri.UNKNOWN
    followed_on: dt.date | None = None
    presences: tuple[Presence, ...] = ()
    entry_ids: tuple[str, ...]


class Stage(Thing):
    """One stage of a baton with its date, how it is known and the entries behind it.

    ``how`` is ``recorded`` (a source says it), ``matched`` (two agencies' entries were paired),
    ``recorded not`` (a source says that it did not happen) or ``unclear`` (its words tell neither).
    ``confidence``, between 0 and 1, is given for a stage that was matched.
    """

    stage_id: str
    name: StageName
    on: PartialDate
    how: str
    reason: str = ""
    confidence: float | None = None
    entry_ids: tuple[str, ...]


class NearMiss(Thing):
    """A receiver's entry that was weighed as the other side of a baton and not taken, and why."""

    entry_id: str
    confidence: float
    reason: str


class Baton(Thing):
    """Anything passed on. ``to_agency_id`` is empty when the record does not say to whom.

    ``passed`` is false where the source shows something that was held and not passed to the agency it names.
    ``carried_by_family`` is true where a parent or other relative was asked to take it; ``carried_by`` is that
    person where the record says who. ``receipt_reason`` says in words why a receipt was or was not found.
    """

    baton_id: str
    kind: EventKind
    what: str
    passed: bool = True
    on: PartialDate
    from_agency_id: str = ""
    from_person_id: str = ""
    to_agency_id: str = ""
    about: tuple[str, ...] = ()
    carried_by_family: bool = False
    carried_by: str = ""
    stages: tuple[Stage, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    receipt_reason: str = ""
    receipt: Verdict = Verdict.CANNOT_TELL
    acknowledgement: Verdict = Verdict.CANNOT_TELL
    acceptance: Verdict = Verdict.CANNOT_TELL
    action: Verdict = Verdict.CANNOT_TELL
    feedback: Verdict = Verdict.CANNOT_TELL
    entry_ids: tuple[str, ...]

    def stage(self, name: StageName) -> Stage | None:
        """The stage called ``name``, or ``None`` where nothing says anything about it."""
        return next((stage for stage in self.stages if stage.name is name), None)


class Meeting(Thing):
    """A strategy discussion, conference, core group or other meeting.

    ``invited``, ``attended``, ``apologies`` and ``reports`` are agency ids; an agency may be in several.
    """

    meeting_id: str
    kind: EventKind
    on: PartialDate
    held_by: str = ""
    invited: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    quorate: Tri = Tri.UNKNOWN
    about: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class Assessment(Thing):
    """An assessment and the people it covered: opened ``on``, with the day it was ``due`` and ``completed``.

    ``by_qualified_worker`` says whether a qualified social worker carried it out, ``draws_on_history`` whether
    its words mention earlier concerns, assessments or a chronology. ``left_out`` are people of whom its words say
    that they had no part in it.
    """

    assessment_id: str
    kind: EventKind
    on: PartialDate
    due: PartialDate = PartialDate()
    completed: PartialDate = PartialDate()
    agency_id: str
    by_qualified_worker: Tri = Tri.UNKNOWN
    draws_on_history: Tri = Tri.UNKNOWN
    covered: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class Measure(Thing):
    """Something put in place for people by an agency, from ``on`` until it ``ended``."""

    what: str
    on: PartialDate
    ended: PartialDate = PartialDate()
    agency_id: str = ""
    covered: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class Plan(Measure):
    """A plan for people, such as a child protection or child-in-need plan."""

    plan_id: str


class CourtOrder(Measure):
    """An order of a court about people, such as a supervision order; the agency is the one whose record tells."""

    order_id: str


class Milestone(Thing):
    """A step in an agency's work, or a change, that is not a contact.

    Its kind is a closure, a decision, a move of the family, supervision, a disagreement or a case without a
    worker. ``on_non_attendance`` marks a closure because the family did not come; ``out_of_area`` says whether a
    move crossed a boundary; ``oversight`` whether the entry itself tells of a manager's part in it.
    """

    milestone_id: str
    kind: EventKind
    on: PartialDate
    agency_id: str
    on_non_attendance: bool = False
    out_of_area: Tri = Tri.UNKNOWN
    oversight: Tri = Tri.UNKNOWN
    about: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class Information(Thing):
    """Something known about a person, held by the agency that recorded it from that date.

    ``topic`` is a key of ``coding/indicators.toml``, such as ``domestic violence``; ``words`` are the words
    of the entry that led to it.
    """

    information_id: str
    topic: str
    words: str
    on: PartialDate
    held_by: str = ""
    about: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class WorkerChange(Thing):
    """A family's worker at an agency changed: ``on`` runs from the last entry of one to the first of the next.

    ``how`` is ``recorded`` where an entry says so, ``seen in the names`` where only the names of the workers
    show it. ``handover`` is what the records say of the case being handed over.
    """

    worker_change_id: str
    agency_id: str
    on: PartialDate
    from_professional_id: str = ""
    to_professional_id: str = ""
    how: str
    handover: Verdict = Verdict.CANNOT_TELL
    about: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]


class LevelTold(Thing):
    """A row that tells of a level of intervention, 1 to 4, certainly in force from ``from_day`` to ``to_day``.

    ``to_day`` is the first day on which it may have ended, or the last for which the row still speaks.
    """

    level_told_id: str
    level: int
    on: PartialDate
    from_day: dt.date
    to_day: dt.date
    agency_id: str
    entry_ids: tuple[str, ...]


class Engagement(Thing):
    """How an agency's entry describes a person's co-operation: ``pattern`` is a key of ``coding/engagement.toml``.

    ``level`` is the level of intervention then in force, 1 to 4; 0 where the records do not say.
    """

    engagement_id: str
    pattern: str
    words: str
    level: int = 0
    on: PartialDate
    agency_id: str
    about: tuple[str, ...] = ()
    entry_ids: tuple[str, ...]

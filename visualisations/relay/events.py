"""What the relay shows: contacts by whether a child was seen, batons by what became of them, each with its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visualisations.drawing.baton_look import BATON_LINES, LineKind
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import BatonShown, BatonStatus, ContactShown, When
from visualisations.relay.lanes import FAMILY, ends_of, standing_agencies
from visualisations.relay.waits import Course, Days, Wait, courses

LATE = LineKind("late", "late, with the wait drawn", "#5F6B00", (), "arrow")
#: The looks of batons in the order of the key, with their short words.
LOOKS: tuple[tuple[LineKind, str], ...] = (
    (BATON_LINES[BatonStatus.ACTED_ON], "acted on"),
    (BATON_LINES[BatonStatus.RECEIVED], "received"),
    (LATE, "received or dealt with late"),
    (BATON_LINES[BatonStatus.NOT_ACTED_ON], "declined or not acted on"),
    (BATON_LINES[BatonStatus.NO_RECORD], "no record of receipt"),
    (BATON_LINES[BatonStatus.RECORDED_NOT], "recorded as not received"),
    (BATON_LINES[BatonStatus.NOT_PASSED], "recorded as not passed on"),
    (BATON_LINES[BatonStatus.CANNOT_TELL], "cannot tell"),
)
SEEN, NOT_SEEN, MISSED = "seen", "not_seen", "missed"
CONTACT_WORDS = {SEEN: "a child seen", NOT_SEEN: "no child recorded as seen", MISSED: "missed or no access"}

_HOW = {
    "recorded": "recorded", "matched": "matched with the other agency's entry",
    "recorded not": "recorded as not having happened", "no record found": "no record was found",
    "cannot tell": "cannot tell: records not in hand", "not due": "not due, or not expected of this kind",
    "unclear": "the row does not say clearly",
}  # fmt: skip
_MORE = """
MATCH (b:Baton) WHERE b.review_id = $review_id
RETURN b.baton_id AS baton_id, b.acknowledgement AS acknowledgement, b.acceptance AS acceptance,
       b.receipt_reason AS receipt_reason, b.carried_by_family AS carried
ORDER BY baton_id"""


@dataclass(frozen=True)
class ContactDrawn:
    """A contact as a dot: its lane, its row in the lane (``SEEN``…) and the days it may have been."""

    mark_id: str
    lane: str
    shows: str
    days: Days | None


@dataclass(frozen=True)
class BatonDrawn:
    """A baton as an arrow: its lanes (empty where none is named), its look and its days."""

    mark_id: str
    sender: str
    receiver: str
    look: LineKind
    days: Days | None
    landed: Days | None
    wait: Wait | None


@dataclass(frozen=True)
class Events:
    """Everything drawn and its marks, in the order of the records."""

    contacts: tuple[ContactDrawn, ...]
    batons: tuple[BatonDrawn, ...]
    marks: tuple[Mark, ...]


def events_of(material: Material) -> Events:
    """Read contacts and batons out of the records."""
    children = {p.person_id for p in material.records.people if p.kind == "child"}
    agencies = standing_agencies(material)
    known = {
        str(row["baton_id"]): {
            "acknowledged": str(row["acknowledgement"] or ""),
            "accepted": str(row["acceptance"] or ""),
            "reason": str(row["receipt_reason"] or ""),
            "carried": "yes" if row["carried"] is True else "",
        }
        for row in material.ask(_MORE)
    }
    course = courses(material)
    contacts, batons, marks = [], [], []
    for number, contact in enumerate(material.records.contacts):
        shows = MISSED if contact.missed else SEEN if _child_seen(contact, children) else NOT_SEEN
        lane = contact.agency_id if contact.agency_id in agencies else FAMILY
        contacts.append(ContactDrawn(f"c{number}", lane, shows, _days(contact.on)))
        marks.append(_contact_mark(material, contact, f"c{number}", shows))
    for number, baton in enumerate(material.records.batons):
        told = course.get(baton.baton_id, Course())
        look = BATON_LINES[baton.status]
        if told.wait and told.wait.certain and baton.status in (BatonStatus.ACTED_ON, BatonStatus.RECEIVED):
            look = LATE
        sender, receiver = ends_of(baton, agencies)
        wait = told.wait if receiver and receiver != sender else None
        batons.append(BatonDrawn(f"b{number}", sender, receiver, look, _days(baton.on), told.landed, wait))
        marks.append(_baton_mark(material, baton, f"b{number}", look, told, known.get(baton.baton_id, {})))
    return Events(tuple(contacts), tuple(batons), tuple(marks))


def sides(material: Material, baton: BatonShown) -> tuple[str, str]:
    """Who passed a baton and to whom, by name."""
    sender, receiver = material.agencies.get(baton.from_agency_id), material.agencies.get(baton.to_agency_id)
    teller = material.people.get(baton.from_person_id)
    return (
        sender.name if sender else teller.name if teller else "an agency not named",
        receiver.name if receiver else "an agency not named",
    )


def _days(when: When) -> Days | None:
    return (when.earliest, when.latest) if when.earliest and when.latest else None


def _child_seen(contact: ContactShown, children: set[str]) -> bool:
    return any(part.seen == "yes" and part.person_id in children for part in contact.people)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _names(material: Material, people: Sequence[str]) -> str:
    return ", ".join(material.people[key].name for key in people if key in material.people)


def _contact_mark(material: Material, contact: ContactShown, mark_id: str, shows: str) -> Mark:
    agency = material.agencies.get(contact.agency_id)
    name = agency.name if agency else "an agency not named"
    facts = []
    for part in contact.people:
        if part.person_id not in material.people:
            continue
        said = [
            f"{what}: {answer}"
            for what, answer in (
                ("seen", part.seen), ("spoken to", part.spoken_to), ("seen alone", part.seen_alone),
            )
            if answer in ("yes", "no")
        ]  # fmt: skip
        facts.append(
            (material.people[part.person_id].name, ", ".join(said) or "the row does not say whether seen")
        )
    return Mark(
        mark_id=mark_id,
        kind="contact",
        title=", ".join((_capital(contact.kind.replace("_", " ")), name, contact.on.words)),
        facts=tuple(facts),
        entry_ids=contact.entry_ids,
        people=tuple(part.person_id for part in contact.people),
        agencies=(contact.agency_id,) if contact.agency_id else (),
        first=contact.on.earliest,
        last=contact.on.latest,
        show=shows,
    )


def _baton_mark(
    material: Material,
    baton: BatonShown,
    mark_id: str,
    look: LineKind,
    course: Course,
    known: dict[str, str],
) -> Mark:
    sender, receiver = sides(material, baton)
    facts = [("outcome", baton.status.value)]
    limits = list(course.limits)
    if course.wait:
        facts.append(("late" if course.wait.certain else "possibly late", limits.pop(0)))
    if baton.about:
        facts.append(("about", _names(material, baton.about)))
    if known.get("carried"):
        facts.append(("carried by", "the family, who were asked to take it"))
    facts += [*_stage_facts(baton, known), *(("limit", told) for told in limits)]
    what = baton.what or baton.kind.replace("_", " ")
    rows = (*baton.entry_ids, *(row for stage in baton.stages for row in stage.entry_ids))
    return Mark(
        mark_id=mark_id,
        kind="baton",
        title=f"{_capital(what)} from {sender} to {receiver}, {baton.on.words}",
        facts=tuple(facts),
        entry_ids=tuple(dict.fromkeys(rows)),
        people=tuple(
            dict.fromkeys((*baton.about, *((baton.from_person_id,) if baton.from_person_id else ())))
        ),
        agencies=tuple(dict.fromkeys(key for key in (baton.from_agency_id, baton.to_agency_id) if key)),
        first=baton.on.earliest,
        last=baton.on.latest,
        show=look.key,
    )


def _stage_facts(baton: BatonShown, known: dict[str, str]) -> list[tuple[str, str]]:
    """Every stage in its order with its date and how it is known, also those nobody recorded."""
    told: dict[str, str] = {}
    for stage in baton.stages:
        words = "; ".join(part for part in (stage.when, _HOW.get(stage.how, stage.how), stage.reason) if part)
        told[stage.stage] = f"{told[stage.stage]}. Also {words}" if stage.stage in told else words
    verdicts = {
        "received": baton.receipt, **known, "acted on": baton.action, "fed back": baton.feedback,
    }  # fmt: skip
    order = ("passed", "received", "acknowledged", "accepted", "declined", "acted on", "fed back")
    if not baton.passed:
        told["passed"] = "recorded as not passed on"
    told.setdefault("passed", "known only from the receiver's row")
    facts, not_due = [], []
    for name in order:
        if name == "accepted" and "declined" in told and "accepted" not in told:
            continue
        verdict = verdicts.get(name, "")
        if name not in told and verdict == "not due":
            not_due.append(name)
            continue
        words = told.get(name) or _HOW.get(verdict, "")
        if name == "received" and name not in told and known.get("reason"):
            words = f"{words}. {known['reason']}"
        if words:
            facts.append((name, words))
    if not_due:
        facts.append(("other stages", f"{', '.join(not_due)}: {_HOW['not due']}"))
    return facts

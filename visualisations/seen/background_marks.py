"""The marks of what stands beneath a strip: gaps, stays and changes of worker, with what is told of each."""

from __future__ import annotations

from scrgraph.model.partial_date import in_words
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import PersonShown
from visualisations.seen.background import Change, Stay
from visualisations.seen.gaps import Gap
from visualisations.seen.sightings import ChildSeen, plain_id


def gap_mark(material: Material, child: PersonShown, gap: Gap) -> Mark:
    """A gap, with the rows of the time in it."""
    facts = [("From", in_words(gap.first)), ("To", in_words(gap.last))]
    if not gap.never:
        facts += [
            ("Recorded as not seen", str(gap.not_seen)),
            ("Contacts that do not say", str(gap.unclear)),
        ]
    if names := [material.agencies[a].name for a in gap.agency_ids if a in material.agencies]:
        facts.append(("In touch then", ", ".join(names)))
    facts.append(("How known", gap.told.strength.value if gap.told else "not asked of this child"))
    return Mark(
        mark_id=plain_id(f"gap>{gap.person_id}>{gap.first}"),
        kind="gap",
        title=f"{child.name}: {gap_words(gap)[0]}",
        facts=tuple(facts),
        entry_ids=gap.entry_ids,
        people=(child.person_id,),
        agencies=gap.agency_ids,
        first=gap.first,
        last=gap.last,
    )


def gap_words(gap: Gap) -> tuple[str, ...]:
    """What to write at a gap, longest first: the first that fits is taken."""
    if gap.never:
        return "no record of ever being seen", "no record of being seen", "no record"
    weeks = f"{gap.weeks} week{'' if gap.weeks == 1 else 's'}"
    return (
        f"{weeks} with no record of being seen",
        f"{weeks}, no record of being seen",
        f"{weeks}, no record",
        weeks,
    )


def stay_mark(child: PersonShown, stay: Stay) -> Mark:
    """A stay in a household."""
    told = stay.stay
    return Mark(
        mark_id=plain_id(f"stay>{child.person_id}>{told.household_id}>{told.since_on.earliest}"),
        kind="stay",
        title=f"{child.name} lived at {told.household} ({stay.letter})",
        facts=(("Since", told.since or "not told"), ("Until", told.until or "not told")),
        entry_ids=stay.entry_ids,
        people=(child.person_id,),
        first=told.since_on.earliest or told.until_on.earliest,
        last=told.until_on.latest or told.since_on.latest,
    )


def change_mark(material: Material, child: PersonShown, change: Change) -> Mark:
    """A change of worker."""
    agency = material.agencies.get(change.agency_id)
    facts = (("From", change.from_worker), ("To", change.to_worker), ("Handover", change.handover))
    return Mark(
        mark_id=plain_id(f"change>{child.person_id}>{change.change_id}"),
        kind="change",
        title=f"Worker of {child.name} changed at {agency.name if agency else 'an agency'}, {change.words}",
        facts=tuple(fact for fact in facts if fact[1]),
        entry_ids=change.entry_ids,
        people=(child.person_id,),
        agencies=(change.agency_id,),
        first=change.first,
        last=change.last,
    )


def marks_of(material: Material, child: ChildSeen) -> list[Mark]:
    """Every mark of a child."""
    person = child.person
    return [
        *(told.mark for told in (*child.told, *child.undated)),
        *(gap_mark(material, person, gap) for gap in child.gaps),
        *(stay_mark(person, stay) for stay in child.stays),
        *(change_mark(material, person, change) for change in child.changes),
    ]

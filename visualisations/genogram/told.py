"""What is told of a person, a couple, a household or a stay when it is pointed at, and the rows it rests on."""

from __future__ import annotations

from collections import defaultdict

from scrgraph.model.partial_date import in_words
from visualisations.frame.marks import Mark
from visualisations.genogram.days import Days
from visualisations.genogram.family import Bond
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.lives import age
from visualisations.genogram.living import HouseholdLook
from visualisations.genogram.sheet import Sheet
from visualisations.genogram.strip import home_mark, stay_mark
from visualisations.records.material import Material
from visualisations.records.shown import PersonShown, StayShown, When

_HOME_ROWS = """
MATCH (h:Household)-[:RECORDED_IN]->(e:Entry) WHERE h.review_id = $review_id
RETURN h.household_id AS household_id, e.entry_id AS entry_id
ORDER BY household_id, entry_id"""
KINDS = {
    "person": ("person", "people"),
    "couple": ("couple", "couples"),
    "household": ("household", "households"),
    "stay": ("stay", "stays"),
}
_FROM_ROWS = "people.csv, or worked out from the rows"
#: For each person what they are to whom.
Told = dict[str, list[tuple[str, tuple[str, ...]]]]
_UP, _DOWN = {
    Line.BIRTH: "parent of", Line.ADOPTION: "adoptive parent of", Line.FOSTER: "foster carer of",
    Line.CARER: "carer of",
    Line.STEP: "step-parent of", Line.GRANDPARENT: "grandparent of",
}, {
    Line.BIRTH: "child of", Line.ADOPTION: "adopted by", Line.FOSTER: "fostered by", Line.CARER: "cared for by",
    Line.STEP: "step-child of", Line.GRANDPARENT: "grandchild of",
}  # fmt: skip
_ALONGSIDE = {
    Line.SIBLING: "brother or sister of", Line.HALF_SIBLING: "half-brother or half-sister of",
    Line.STEP_SIBLING: "step-brother or step-sister of",
}  # fmt: skip


def all_marks(material: Material, sheet: Sheet, looks: dict[str, HouseholdLook], days: Days) -> list[Mark]:
    """Everything that can be pointed at, each drawn at least once on some day."""
    ties = _ties(sheet, material)
    near = {
        key: tuple(dict.fromkeys((key, *(other for _, others in told for other in others))))
        for key, told in ties.items()
    }
    by_home: dict[str, list[tuple[int, StayShown]]] = defaultdict(list)
    for place, stay in enumerate(material.records.stays):
        if stay.person_id in sheet.places:
            by_home[stay.household_id].append((place, stay))
    for stays in by_home.values():
        together = tuple(dict.fromkeys(stay.person_id for _, stay in stays))
        for key in together:
            near[key] = tuple(dict.fromkeys((*near.get(key, (key,)), *together)))
    marks = [_person(person, sheet, ties, near, material, days) for person in sheet.family.people.values()]
    marks += _couples(material, sheet)
    rows: dict[str, list[str]] = defaultdict(list)
    for row in material.ask(_HOME_ROWS) if by_home else ():
        rows[str(row["household_id"])].append(str(row["entry_id"]))
    for home, stays in by_home.items():
        marks.append(_household(home, stays, looks[home], sheet, tuple(rows[home])))
        for place, stay in stays:
            marks.append(_stay(place, stay, looks[home], sheet, tuple(rows[home])))
    return marks


def _ties(sheet: Sheet, material: Material) -> Told:
    """For each person what they are to whom, in the words of the lines."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for couple in sheet.family.couples:
        words = (
            "parent of a child with"
            if couple.bond is Bond.PARENTS
            else "married to"
            if couple.bond is Bond.MARRIED
            else "partner of"
        )
        for one, other in (couple.pair, couple.pair[::-1]):
            found[one].append((words, (other,)))
    for descent in sheet.family.descents:
        if not descent.parents:
            for child in descent.children:
                others = tuple(c for c in descent.children if c != child)
                found[child].append((_ALONGSIDE[descent.line], others))
        else:
            for parent in descent.parents:
                found[parent].append((_UP[descent.line], descent.children))
            for child in descent.children:
                found[child].append((_DOWN[descent.line], descent.parents))
            for place in descent.ties if descent.line is not Line.BIRTH else ():
                tie = material.records.ties[place]
                if tie.since_on.earliest or tie.until_on.earliest:
                    when = period(tie.since_on, tie.until_on)
                    found[tie.person_id].append((f"{tie.kinship} {when}", (tie.to_person_id,)))
    for together in sheet.family.twins:
        words = "identical twin of" if together in sheet.family.identical else "twin of"
        for child in together:
            found[child].append((words, tuple(c for c in together if c != child)))
    for place in sheet.family.said_ties:
        tie = material.records.ties[place]
        found[tie.person_id].append((f"{tie.kinship or 'connected'} of", (tie.to_person_id,)))
        found[tie.to_person_id].append(
            (f"named by the tie “{tie.kinship or 'connected'}” of", (tie.person_id,))
        )
    return found


def _person(
    person: PersonShown, sheet: Sheet, ties: Told, near: dict[str, tuple[str, ...]],
    material: Material, days: Days,
) -> Mark:  # fmt: skip
    people = sheet.family.people
    facts: list[tuple[str, str]] = []
    for term, when in (("born", person.born), ("due", person.due), ("died", person.died)):
        if when.earliest:
            facts.append((term, when.words or _days(when)))
    if not person.born.earliest and not person.unborn and not person.group:
        facts.append(("born", "not on record"))
    words = age(person.born, min(days.on, person.died.earliest or days.on))
    if words and not person.group:
        facts.append(
            ("age", f"{_age_in_words(words)} on {in_words(min(days.on, person.died.earliest or days.on))}")
        )
    told: dict[str, list[str]] = defaultdict(list)
    for what, others in ties.get(person.person_id, ()):
        told[what] += [people[other].name for other in others]
    facts += [(what, ", ".join(dict.fromkeys(names))) for what, names in told.items()]
    for stay in material.records.stays:
        if stay.person_id == person.person_id:
            facts.append(("lived at", f"{stay.household}, {period(stay.since_on, stay.until_on)}"))
    if person.person_id in sheet.family.aside:
        facts.append(("family tie", "none on record" if not told else "told in words, no line"))
    return Mark(
        mark_id=person.person_id, kind="person", title=_title(person), facts=tuple(facts),
        entry_ids=person.entry_ids, people=near.get(person.person_id, (person.person_id,)),
    )  # fmt: skip


def _title(person: PersonShown) -> str:
    """Name and role."""
    name = person.name.strip() or "no name on record"
    return f"{name}, {person.role.strip()}" if person.role.strip() else name


def _couples(material: Material, sheet: Sheet) -> list[Mark]:
    marks = []
    people = sheet.family.people
    for place, couple in enumerate(sheet.family.couples):
        ties = [material.records.ties[n] for n in couple.ties]
        facts = [("what is on record", couple.bond.value)]
        facts += [(tie.kinship or "partner", period(tie.since_on, tie.until_on)) for tie in ties]
        children = [
            people[child].name
            for descent in sheet.family.descents
            if set(descent.parents) == set(couple.pair)
            for child in descent.children
        ]
        facts += [("children", ", ".join(dict.fromkeys(children)))] if children else []
        facts.append(("source", "people.csv" if ties else f"that both are parents of a child: {_FROM_ROWS}"))
        marks.append(
            Mark(
                mark_id=f"couple {place}", kind="couple", title=" and ".join(people[key].name for key in couple.pair),
                facts=tuple(facts), people=couple.pair,
            )
        )  # fmt: skip
    return marks


def _household(
    home: str, stays: list[tuple[int, StayShown]], look: HouseholdLook, sheet: Sheet, rows: tuple[str, ...]
) -> Mark:
    facts = [(sheet.family.people[s.person_id].name, period(s.since_on, s.until_on)) for _, s in stays]
    facts.append(("source", f"the rows below and {_FROM_ROWS}" if rows else _FROM_ROWS))
    return Mark(
        mark_id=home_mark(home), kind="household", title=f"{look.letter}: {look.name}", facts=tuple(facts),
        entry_ids=rows, people=tuple(dict.fromkeys(s.person_id for _, s in stays)),
    )  # fmt: skip


def _stay(place: int, stay: StayShown, look: HouseholdLook, sheet: Sheet, rows: tuple[str, ...]) -> Mark:
    return Mark(
        mark_id=stay_mark(place), kind="stay", title=f"{sheet.family.people[stay.person_id].name} at {look.name}",
        facts=(
            ("when", period(stay.since_on, stay.until_on)),
            ("source", f"{_FROM_ROWS}; rows about this household are under its boundary" if rows else _FROM_ROWS),
        ),
        people=(stay.person_id,),
    )  # fmt: skip


def period(since: When, until: When) -> str:
    """``from … to …`` in the words of the dates."""
    begin, end = (w.words or _days(w) if w.earliest else "" for w in (since, until))
    if begin and end:
        return f"from {begin} to {end}"
    return (
        f"from {begin}" if begin else f"to {end}, beginning not on record" if end else "dates not on record"
    )


def _days(when: When) -> str:
    if when.earliest is None or when.latest is None:
        return "not on record"
    return (
        in_words(when.earliest)
        if when.earliest == when.latest
        else f"{in_words(when.earliest)} to {in_words(when.latest)}"
    )


def _age_in_words(words: str) -> str:
    doubt = "about " if words.endswith("?") else ""
    bare = words.rstrip("?")
    for letter, unit in (("m", "month"), ("w", "week")):
        if bare.endswith(letter):
            count = bare[:-1]
            return f"{doubt}{count} {unit}{'' if count == '1' else 's'}"
    return f"{doubt}{bare}"

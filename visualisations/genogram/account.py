"""The genogram of a day in plain words, for those who cannot see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import listed
from visualisations.genogram.days import Days
from visualisations.genogram.drawn import shown_on
from visualisations.genogram.family import Bond, Couple
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.lines import in_care
from visualisations.genogram.lives import age, life_of
from visualisations.genogram.living import HouseholdLook, living_on, stay_days, unplaced_in_time
from visualisations.genogram.partnerships import stretches
from visualisations.genogram.sheet import Sheet
from visualisations.genogram.told import period
from visualisations.records.shown import Records

_OVER = {
    Line.BIRTH: "parent of", Line.ADOPTION: "adoptive parent of", Line.FOSTER: "foster carer of",
    Line.CARER: "carer of",
    Line.STEP: "step-parent of", Line.GRANDPARENT: "grandparent of",
}  # fmt: skip


def account_of(records: Records, sheet: Sheet, looks: Mapping[str, HouseholdLook], days: Days) -> str:
    """Who is drawn on the day, their couples and children, who lived together and who may have."""
    people = sheet.family.people
    if not people:
        return "No people are on record in this review."
    shown = shown_on(sheet, days.on)
    name = {key: person.name.strip() or "somebody with no name on record" for key, person in people.items()}
    when = f"On {in_words(days.on)}" if days.dated else "With no dates on record"
    described = [_described(sheet, key, name[key], days) for key in people if key in shown]
    said = [f"{when} the genogram shows {_count(len(shown), 'person', 'people')}: {', '.join(described)}."]
    for couple in sheet.family.couples:
        said += _couple(couple, sheet, records, name, days)
    for descent in sheet.family.descents:
        held = [key for key in descent.children if in_care(descent, key, records.ties).holds(days.on)]
        children = [name[key] for key in held if key in shown]
        above = [name[key] for key in descent.parents if key in shown]
        if descent.parents and children and above:
            what = (
                _OVER[descent.line]
                if len(above) == 1
                else _OVER[descent.line].replace("parent", "parents").replace("carer", "carers")
            )
            said.append(f"{listed(above)}: {what} {listed(children)}.")
        elif not descent.parents and len(children) > 1:
            said.append(f"{listed(children)}: {descent.line.value}.")
    aside = [name[key] for key in sheet.family.aside if key in shown]
    if aside:
        said.append(f"Placed aside, with no line of kinship on record: {listed(aside)}.")
    living = living_on(stay_days(records, people), days.on)
    for home, look in looks.items():
        members = [name[key] for key in people if living.home.get(key) == home and key in shown]
        if members:
            said.append(f"Lived at {look.name}: {listed(members)}.")
    for key, tags in living.tags.items():
        for home, sure in tags:
            said.append(f"{name[key]} {'also lived' if sure else 'may have lived'} at {looks[home].name}.")
    undated = len(unplaced_in_time(records.stays))
    if undated:
        said.append(f"{_count(undated, 'stay has', 'stays have')} no dates.")
    if looks:
        households = _count(len(looks), "household", "households")
        said.append(
            f"Under it a bar for each of {_count(len(records.stays), 'stay', 'stays')} in {households}."
        )
    absent = [name[key] for key in people if key not in shown]
    if absent:
        said.append(f"Not yet born or expected on this day, so not drawn: {listed(absent)}.")
    return " ".join(said)


def stays_account(records: Records, sheet: Sheet) -> str:
    """The strip of stays in words: each person's stays in the order they are kept."""
    people = sheet.family.people
    by_person: dict[str, list[str]] = defaultdict(list)
    for stay in records.stays:
        if stay.person_id in people:
            by_person[stay.person_id].append(f"{stay.household}, {period(stay.since_on, stay.until_on)}")
    if not by_person:
        return "No stays are on record."
    told = [
        f"{people[key].name or 'no name on record'} at {'; at '.join(stays)}."
        for key, stays in by_person.items()
    ]
    return " ".join(told)


def _described(sheet: Sheet, key: str, name: str, days: Days) -> str:
    person = sheet.family.people[key]
    state = next((span.state for span in life_of(person) if span.holds(days.on)), "alive")
    what = ["index child"] if person.index_child else []
    if state == "pregnancy":
        what.append("not yet born")
    else:
        what += [person.sex] if person.sex in ("male", "female") else ["sex not recorded"]
        words = "" if person.group else age(person.born, min(days.on, person.died.earliest or days.on))
        what += [f"age {words}"] if words else []
        what += ["died"] if state == "dead" else []
    return f"{name} ({', '.join(what)})"


def _couple(couple: Couple, sheet: Sheet, records: Records, name: Mapping[str, str], days: Days) -> list[str]:
    now = next((s for s in stretches(couple, sheet.family, records.ties) if s.span.holds(days.on)), None)
    if now is None:
        return []
    over = " divorced" if now.ended and couple.divorced else " separated" if now.ended else ""
    bond = (
        "parents of a child, no partnership on record on this day"
        if now.bond is Bond.PARENTS
        else now.bond.value
    )
    dates = f" ({now.words})" if now.words else ""
    return [f"{listed([name[key] for key in couple.pair])}: {bond}{',' if over else ''}{over}{dates}."]


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"

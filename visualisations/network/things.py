"""The contacts and batons behind the lines, as the page tells of them: each once, with its source rows."""

from __future__ import annotations

from collections.abc import Mapping

from visualisations.drawing.baton_look import BATON_LINES
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.records.shown import BatonShown, ContactShown, StageShown, WithShown

_KNOWN_AS = {
    "matched": "matched with an entry of the other agency",
    "recorded not": "recorded as not having happened",
    "no record found": "no record was found",
    "cannot tell": "cannot tell: the records that would say are not in hand",
    "unclear": "the row does not say clearly",
}
_ANSWERED = {"yes", "no"}


def things_of(material: Material) -> dict[str, Mark]:
    """A mark for every contact and baton, by its id in the graph; short ids of their own, in the order of records."""
    workers = {p.professional_id: p.name for p in material.records.professionals}
    marks = {
        contact.contact_id: _contact(f"c{number}", contact, material, workers)
        for number, contact in enumerate(material.records.contacts)
    }
    marks |= {
        baton.baton_id: _baton(f"b{number}", baton, material)
        for number, baton in enumerate(material.records.batons)
    }
    return marks


def _contact(mark_id: str, contact: ContactShown, material: Material, workers: Mapping[str, str]) -> Mark:
    agency = material.agencies[contact.agency_id].name
    worker = workers.get(contact.professional_id)
    missed = (("it took place", "no: missed, or no access"),) if contact.missed else ()
    return Mark(
        mark_id=mark_id,
        kind="contact",
        title=f"{_spaced(contact.kind)}: {f'{agency}, {worker}' if worker else agency}, {contact.on.words}",
        facts=(*missed, *((material.people[p.person_id].name, _answers(p)) for p in contact.people)),
        entry_ids=contact.entry_ids,
        people=tuple(part.person_id for part in contact.people),
        agencies=(contact.agency_id,),
        first=contact.on.earliest,
        last=contact.on.latest,
        show="missed" if contact.missed else "contact",
    )


def _answers(part: WithShown) -> str:
    """What the row says of one person's part, the words for people."""
    asked = (("seen", part.seen), ("spoken to", part.spoken_to), ("seen alone", part.seen_alone))
    said = [what if answer == "yes" else f"not {what}" for what, answer in asked if answer in _ANSWERED]
    return ", ".join(said) or "the row does not say whether seen"


def _baton(mark_id: str, baton: BatonShown, material: Material) -> Mark:
    names = {person.person_id: person.name for person in material.records.people}
    line = BATON_LINES[baton.status]
    sender = (
        material.agencies[baton.from_agency_id].name
        if baton.from_agency_id
        else names.get(baton.from_person_id, "sender not stated")
    )
    receiver = material.agencies[baton.to_agency_id].name if baton.to_agency_id else "nobody named"
    told = [
        ("status", line.words),
        ("what", baton.what if baton.what != baton.kind else ""),
        ("about", ", ".join(names[person] for person in baton.about)),
        ("receipt", _known(baton.receipt)),
        ("action", _known(baton.action)),
        ("feedback", _known(baton.feedback)),
        *((stage.stage, _stage(stage)) for stage in baton.stages),
    ]
    rows = [*baton.entry_ids, *(entry for stage in baton.stages for entry in stage.entry_ids)]
    from_person = (baton.from_person_id,) if baton.from_person_id else ()
    return Mark(
        mark_id=mark_id,
        kind="baton",
        title=f"{_spaced(baton.kind)}: {sender} to {receiver}, {baton.on.words}",
        facts=tuple((term, words) for term, words in told if words),
        entry_ids=tuple(dict.fromkeys(rows)),
        people=tuple(dict.fromkeys((*baton.about, *from_person))),
        agencies=tuple(dict.fromkeys(a for a in (baton.from_agency_id, baton.to_agency_id) if a)),
        first=baton.on.earliest,
        last=baton.on.latest,
        show=line.key,
    )


def _stage(stage: StageShown) -> str:
    return "; ".join(part for part in (stage.when, _known(stage.how), stage.reason) if part)


def _known(how: str) -> str:
    return _KNOWN_AS.get(how, how)


def _spaced(word: str) -> str:
    return word.replace("_", " ")

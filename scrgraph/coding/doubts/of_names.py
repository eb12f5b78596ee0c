"""Doubts about who is who: spellings that may be one person or one agency, and roles that may mean several."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from scrgraph.coding.code_rows import CodedRows
from scrgraph.coding.decided import Decided, name_subject, pair_of, subject_of
from scrgraph.coding.decided_row import NOBODY
from scrgraph.coding.same_agency import agency_candidates
from scrgraph.coding.same_person import SamePerson, candidates
from scrgraph.coding.settled import Settled
from scrgraph.model.doubt import Doubt
from scrgraph.model.people import Kinship, Stay

_ANSWERS = ("same", "not same")


def name_doubts(
    rows: CodedRows,
    kinships: Sequence[Kinship],
    stays: Sequence[Stay],
    owners: Collection[str],
    settled: Settled,
    decided: Decided,
) -> Iterator[Doubt]:
    """People, then agencies, who may be one under two names, then roles of which it cannot be told whom they mean.

    ``owners`` are the agencies whose own chronology is in hand. Nothing that the author decided is asked again.
    """
    of_person: dict[str, list[str]] = {}
    of_agency: dict[str, list[str]] = {}
    for item in rows.coded:
        for person_id in item.people:
            of_person.setdefault(person_id, []).append(item.entry.entry_id)
        for agency_id in dict.fromkeys((item.agency_id, *item.to_agencies, *item.from_agencies)):
            of_agency.setdefault(agency_id, []).append(item.entry.entry_id)
    shown = {person.person_id: person.display_name for person in rows.people}
    for pair in candidates(rows.people, rows.coded, kinships, stays, rows.loose, settled.decisions):
        yield _of_two("person", "Are these one person?", pair.subject, _because(pair, shown),
                      (*of_person.get(pair.a, ()), *of_person.get(pair.b, ())))  # fmt: skip
    names = {agency.agency_id: agency.display_name for agency in rows.agencies.agencies}
    for two in agency_candidates(rows.agencies.agencies, owners):
        one, other = names[two.a], names[two.b]
        if pair_of(one, other) not in decided.agencies:
            because = "; ".join((*two.reasons, *(f"against it: {why}" for why in two.against)))
            yield _of_two("agency", f"Are “{one}” and “{other}” one agency?", name_subject(one, other), because,
                          (*of_agency.get(two.a, ()), *of_agency.get(two.b, ())))  # fmt: skip
    yield from _of_roles(rows, shown, decided)


def _of_roles(rows: CodedRows, shown: dict[str, str], decided: Decided) -> Iterator[Doubt]:
    entries = {entry.entry_id: entry for entry in rows.entries}
    asked: set[str] = set()
    for doubt in rows.role_doubts:
        settled = decided.rows.get(doubt.entry_id)
        if doubt.entry_id in asked or (settled and settled.people is not None):
            continue
        asked.add(doubt.entry_id)
        yield Doubt.of(
            "people",
            subject_of(entries[doubt.entry_id]),
            "Whom does this row mean?",
            now=shown.get(doubt.person_id, ""),
            because=doubt.doubt,
            answers=(*sorted(shown.values()), NOBODY),
            open_answer=True,
            entry_ids=(doubt.entry_id,),
        )


def _because(pair: SamePerson, shown: dict[str, str]) -> str:
    two = f"“{shown.get(pair.a, pair.a)}” and “{shown.get(pair.b, pair.b)}”"
    return "; ".join((two, *pair.reasons, *(f"against it: {why}" for why in pair.against)))


def _of_two(kind: str, question: str, subject: str, because: str, entry_ids: Sequence[str]) -> Doubt:
    return Doubt.of(
        kind,
        subject,
        question,
        now="not same",
        because=because,
        answers=_ANSWERS,
        entry_ids=tuple(dict.fromkeys(entry_ids)),
    )

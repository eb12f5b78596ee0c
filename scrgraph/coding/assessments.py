"""Assessments from coded entries: begun and completed, by whom, on what history, and the people each covered."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.assessment_cover import Cover
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.event_words import event_name
from scrgraph.coding.people_names import PeopleNames
from scrgraph.coding.words import has_phrase, normal, word_list
from scrgraph.model.entry import Entry
from scrgraph.model.events import Assessment
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship
from scrgraph.model.vocabulary import ASSESSMENT_KINDS, PersonKind, Tri
from scrgraph.temporal.read_date import UnreadableDate, read_date

_DATE_WORDS = 4
_STOP = re.compile(r"[,;.(\n]\s|[;(\n]|[.,]$")


def assessments_of(
    coded: Iterable[CodedEntry],
    agencies: AgencyNames,
    names: PeopleNames | None = None,
    kinships: Sequence[Kinship] = (),
) -> Iterator[Assessment]:
    """Assessments with the people they covered, in the order of their first entries.

    A row that says an assessment was completed belongs with the rows of the same agency, event and child it follows,
    from the one that says it was started. ``names`` and ``kinships`` let the words say who had a part in it.
    """
    cover = Cover(names, kinships)
    for rows in _joined([item for item in coded if _is_assessment(item, agencies)], names):
        yield _assessment(rows, cover)


def says(name: str, text: str) -> bool:
    """Whether ``text`` holds a phrase of a list of assessments.toml, once its exceptions are taken out."""
    lists = word_list("assessments.toml")[name]
    plain = f" {normal(text)} "
    for phrase in sorted(lists.get("except", ()), key=len, reverse=True):
        plain = plain.replace(f" {normal(phrase)} ", " | ")
    return any(has_phrase(plain.strip(), normal(phrase)) for phrase in lists["words"])


def due_in(text: str) -> PartialDate:
    """The day an assessment was to be completed by, where the words give one in full; undated else."""
    for phrase in sorted(word_list("assessments.toml")["due"]["words"], key=len, reverse=True):
        for found in re.finditer(rf"\b{re.escape(phrase)}\b[:\s]*", text, re.IGNORECASE):
            words = _STOP.split(text[found.end() :], maxsplit=1)[0].split()
            for length in range(min(_DATE_WORDS, len(words)), 0, -1):
                try:
                    due = read_date(" ".join(words[:length]).rstrip(".,"))
                except UnreadableDate:
                    continue
                if due.known:
                    return due
    return PartialDate()


def qualified(entry: Entry) -> Tri:
    """Whether a qualified social worker carried it out, by the role and the name in the row."""
    role = f"{entry.role_text} {entry.professional_text}"
    if says("not_qualified", role):
        return Tri.NO
    return Tri.YES if says("qualified", role) else Tri.UNKNOWN


def draws_on_history(text: str) -> Tri:
    """Whether the words say that earlier concerns, assessments or a chronology were drawn on."""
    if says("history_not_drawn_on", text):
        return Tri.NO
    return Tri.YES if says("history_drawn_on", text) else Tri.UNKNOWN


def _is_assessment(item: CodedEntry, agencies: AgencyNames) -> bool:
    return item.kind in ASSESSMENT_KINDS and agencies.is_agency(item.agency_id) and not item.receives


def _assessment(rows: Sequence[CodedEntry], cover: Cover) -> Assessment:
    first, texts = rows[0], [_text(item) for item in rows]
    done = next((item for item in rows if _is_completed(item)), None)
    workers = {qualified(item.entry) for item in rows}
    histories = {draws_on_history(text) for text in texts}
    parts = [cover.of(item) for item in rows]
    covered = tuple(dict.fromkeys(person for those, _ in parts for person in those))
    left_out = dict.fromkeys(person for _, those in parts for person in those if person not in covered)
    return Assessment(
        assessment_id=first.entry.entry_id,
        kind=first.kind,
        on=first.entry.date,
        due=next((due for text in texts if (due := due_in(text)).known), PartialDate()),
        completed=done.entry.date if done else PartialDate(),
        agency_id=first.agency_id,
        by_qualified_worker=_settled(workers),
        draws_on_history=Tri.YES if Tri.YES in histories else _settled(histories),
        covered=covered,
        left_out=tuple(left_out),
        entry_ids=tuple(item.entry.entry_id for item in rows),
    )


def _settled(answers: set[Tri]) -> Tri:
    """The one answer given; unknown where there is none, or there are two."""
    told = answers - {Tri.UNKNOWN}
    return told.pop() if len(told) == 1 else Tri.UNKNOWN


def _joined(rows: Sequence[CodedEntry], names: PeopleNames | None) -> list[list[CodedEntry]]:
    """The rows of each assessment together, in the order of the first of them."""
    place = {item.entry.entry_id: number for number, item in enumerate(rows)}
    same: dict[tuple[str, str, str], list[CodedEntry]] = defaultdict(list)
    for item in rows:
        same[item.agency_id, item.kind.value, event_name(item.entry)].append(item)
    found: list[list[CodedEntry]] = []
    for group in same.values():
        dated = sorted(
            (i for i in group if i.entry.date.known), key=lambda i: (_day(i), place[i.entry.entry_id])
        )
        found.extend([item] for item in group if not item.entry.date.known)
        waiting: list[CodedEntry] = []
        for item in dated:
            before = _begun(item, waiting, names) if _is_completed(item) else []
            waiting = [other for other in waiting if other not in before]
            if _is_completed(item):
                found.append([*before, item])
            else:
                waiting.append(item)
        found.extend([item] for item in waiting)
    return sorted(found, key=lambda rows: place[rows[0].entry.entry_id])


def _begun(done: CodedEntry, waiting: Sequence[CodedEntry], names: PeopleNames | None) -> list[CodedEntry]:
    """The rows before a completed one that are of the same assessment: from the last that says it was started,
    else the last one alone."""
    days = word_list("assessments.toml")["same_assessment"]["days"]
    near = [
        item
        for item in waiting
        if _day(item) >= _day(done) - dt.timedelta(days=days) and _same_child(item, done, names)
    ]
    started = [number for number, item in enumerate(near) if says("started", _text(item))]
    return near[started[-1] :] if started else near[-1:]


def _same_child(one: CodedEntry, other: CodedEntry, names: PeopleNames | None) -> bool:
    def children(item: CodedEntry) -> set[str]:
        if names is None:
            return set(item.people)
        return {person for person in item.people if names[person].kind is PersonKind.CHILD} or set(
            item.people
        )

    return bool(children(one) & children(other))


def _is_completed(item: CodedEntry) -> bool:
    return item.entry.date.known and says("completed", _text(item))


def _text(item: CodedEntry) -> str:
    return f"{item.entry.event_text}. {item.entry.text}. {item.entry.action_text}"


def _day(item: CodedEntry) -> dt.date:
    return item.entry.date.earliest or dt.date.max

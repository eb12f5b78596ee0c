"""Turns answers into findings: a sentence for each row, how sure it is, and the source rows behind it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrgraph.model.base import Progress
from scrgraph.model.entry import Entry
from scrgraph.model.finding import Evidence, Finding, NotAnswerable
from scrgraph.model.review import Review
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from scrgraph.questions.errors import QuestionError
from scrgraph.questions.registry import Question, Registry
from scrgraph.questions.runner import Answer, run_question
from scrgraph.questions.sentence import fill_in
from scrgraph.store.base import Store, Table, Value

_STRENGTHS = list(Strength)
_TOPICS = list(Topic)
_PLACES_SHOWN = 4


@dataclass(frozen=True)
class AskedAll:
    """What all the questions gave, in the order of the registry; ``answers`` by question id."""

    findings: tuple[Finding, ...]
    not_answerable: tuple[NotAnswerable, ...]
    answers: Mapping[str, Answer]


def ask_all(
    store: Store,
    registry: Registry,
    review: Review,
    entries: Mapping[str, Entry],
    progress: Progress | None = None,
) -> AskedAll:
    """Ask every question of the registry with its default values. ``entries`` are by ``entry_id``."""
    findings: list[Finding] = []
    not_answerable: list[NotAnswerable] = []
    answers: dict[str, Answer] = {}
    for done, question in enumerate(registry, start=1):
        answer = run_question(store, question, review)
        answers[question.id] = answer
        if answer.answerable:
            findings.extend(findings_of(answer, entries))
        else:
            not_answerable.append(NotAnswerable(question=question.id, missing=answer.missing))
        if progress:
            progress("Asking the questions", done, len(registry))
    return AskedAll(tuple(findings), tuple(not_answerable), answers)


def findings_of(answer: Answer, entries: Mapping[str, Entry]) -> list[Finding]:
    """One finding a row: recorded first, then no record found, then cannot tell; each by first day, then id.

    ``entries`` are by ``entry_id``, as imported; in the graph the review's id stands before it. Raises
    ``QuestionError`` for a row that names no source row, or one that was never imported.
    """
    in_graph = {f"{answer.params['review_id']}:{entry_id}": entry for entry_id, entry in entries.items()}
    found = [_finding(answer.question, row, in_graph) for row in answer.table.dicts()]
    return sorted(_told_apart(found), key=reading_order)


def in_words_table(findings: Iterable[Finding]) -> Table:
    """Findings as three columns for a screen: how each is known, its sentence, and the first of its source rows."""
    rows = []
    for finding in findings:
        places = [f"{row.file}, {row.place}" for row in finding.evidence]
        more = f" and {len(places) - _PLACES_SHOWN} more" if len(places) > _PLACES_SHOWN else ""
        rows.append((finding.strength.value, finding.statement, "; ".join(places[:_PLACES_SHOWN]) + more))
    return Table(("how known", "finding", "source rows"), tuple(rows))


def finding_id(
    question_id: str,
    entry_ids: Iterable[str],
    people: Iterable[str],
    agencies: Iterable[str],
    from_: dt.date | None,
) -> str:
    """An id that stays the same when only the wording of a question changes: ten hex digits after its id."""
    parts = [
        sorted(set(entry_ids)),
        sorted(set(people)),
        sorted(set(agencies)),
        from_.isoformat() if from_ else "",
    ]
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8")).hexdigest()
    return f"{question_id}-{digest[:10]}"


def _finding(question: Question, row: Mapping[str, Value], entries: Mapping[str, Entry]) -> Finding:
    header = question.header
    strength = _strength(question, row)
    sentence = header.sentence_for(strength)
    if sentence is None:
        raise QuestionError(question.path, None, f"'finding' has no sentence for the strength '{strength}'")
    evidence = _evidence(question, row, entries)
    people, agencies = _names(question, row, "people"), _names(question, row, "agencies")
    from_, to = _day(question, row, "from_"), _day(question, row, "to")
    return Finding(
        id=finding_id(question.id, (e.entry_id for e in evidence), people, agencies, from_),
        question=question.id,
        topic=header.topic,
        strength=strength,
        certainty=_certainty(question, row),
        statement=fill_in(sentence, row, header.columns),
        people=people,
        agencies=agencies,
        from_=from_,
        to=to,
        evidence=evidence,
    )


def _strength(question: Question, row: Mapping[str, Value]) -> Strength:
    column = question.header.column_of("strength")
    said = row[column] if column else question.header.strength
    try:
        return Strength(str(said))
    except ValueError:
        raise QuestionError(
            question.path, None, f"the strength of a row is one of {', '.join(Strength)}, not {said!r}"
        ) from None


def _certainty(question: Question, row: Mapping[str, Value]) -> Certainty:
    column = question.header.column_of("certainty")
    said = row[column] if column else question.header.certainty or Certainty.CERTAIN
    try:
        return Certainty(str(said))
    except ValueError:
        raise QuestionError(
            question.path, None, f"the certainty of a row is one of {', '.join(Certainty)}, not {said!r}"
        ) from None


def _names(question: Question, row: Mapping[str, Value], role: str) -> tuple[str, ...]:
    column = question.header.column_of(role)
    value = row[column] if column else None
    if isinstance(value, str):
        return (value,) if value else ()
    if not isinstance(value, Sequence):
        return ()
    return tuple(dict.fromkeys(str(name) for name in value if name is not None and name != ""))


def _day(question: Question, row: Mapping[str, Value], role: str) -> dt.date | None:
    column = question.header.column_of(role)
    value = row[column] if column else None
    return value if isinstance(value, dt.date) else None


def _evidence(
    question: Question, row: Mapping[str, Value], entries: Mapping[str, Entry]
) -> tuple[Evidence, ...]:
    """The source rows behind a row, each once, in the order of their days, files and places."""
    ids = _names(question, row, "evidence")
    if not ids:
        raise QuestionError(question.path, None, f"a row names no source row behind it: {dict(row)}")
    unknown = [entry_id for entry_id in ids if entry_id not in entries]
    if unknown:
        raise QuestionError(
            question.path, None, f"a row names source rows that were not imported: {', '.join(unknown)}"
        )
    behind = sorted((entries[entry_id] for entry_id in ids), key=_entry_order)
    return tuple(Evidence(file=e.file, place=e.place, text=e.words, entry_id=e.entry_id) for e in behind)


def _entry_order(entry: Entry) -> tuple[dt.date, str, str, int, str]:
    return (
        entry.date.earliest or dt.date.max,
        entry.file,
        entry.chronology_id,
        entry.row,
        entry.entry_id,
    )


def reading_order(finding: Finding) -> tuple[int, dt.date, str]:
    """How surely a finding is known, then its first day (those without one last), then its id."""
    return (_STRENGTHS.index(finding.strength), finding.from_ or dt.date.max, finding.id)


def in_file_order(findings: Iterable[Finding]) -> Sequence[Finding]:
    """By topic, question, strength, first day and id."""
    return sorted(findings, key=lambda f: (_TOPICS.index(f.topic), f.question, *reading_order(f)))


def _told_apart(found: Iterable[Finding]) -> list[Finding]:
    """Findings with ids of their own: the same row twice is one finding, different ones are numbered."""
    same: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        if finding not in same[finding.id]:
            same[finding.id].append(finding)
    told: list[Finding] = []
    for found_id, group in same.items():
        group.sort(key=lambda f: (*reading_order(f)[:2], f.statement, f.to or dt.date.max))
        for number, finding in enumerate(group, start=1):
            told.append(finding if number == 1 else finding.model_copy(update={"id": f"{found_id}-{number}"}))
    return told

"""The findings as their screen shows them: in the order of the findings page, each as small as its list needs it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from scrgraph.model.entry import Entry
from scrgraph.model.finding import Finding
from scrgraph.model.partial_date import in_words
from scrgraph.model.vocabulary import Strength
from scrgraph.questions.registry import Registry
from scrgraph.questions.standing import DecidedFinding, FindingsDecided, Standing
from scrgraph.review.decisions import Decision
from scrgraph.web.reading import Reading
from visualisations.frame.places import PLACE
from visualisations.index import (
    CERTAINTY_WORDS,
    STRENGTH_WORDS,
    TOPIC_HEADINGS,
    QuestionSummary,
    TopicPart,
    by_topic,
    days_in_words,
    in_summary_period,
    questions_asked,
)
from visualisations.overview.show_in import PICTURES_FOR

#: The heading over findings that the records in hand cannot tell.
GAPS = "Cannot tell: gaps in the sources to ask for"


def parts_of(reading: Reading, registry: Registry) -> tuple[TopicPart, ...]:
    """The findings of a reading by topic and question, as the findings page has them; none before it was asked."""
    if reading.asked is None:
        return ()
    return by_topic(reading.findings, questions_asked(registry, reading.asked))


def list_data(reading: Reading, parts: tuple[TopicPart, ...]) -> dict[str, Any]:
    """What the page's script shows: headings by place in ``questions``, and the findings in the order of the page."""
    questions: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    for part in parts:
        for question, found in part.questions:
            questions.append(_heading(part, question))
            findings += (_record(reading, one, len(questions) - 1) for one in found)
        if part.gaps:
            questions.append(
                {"topic": part.topic, "heading": part.heading, "id": f"gaps-{part.topic}", "title": GAPS}
            )
            findings += (_record(reading, one, len(questions) - 1) for one in part.gaps)
    return {
        "questions": questions,
        "findings": findings,
        "strengths": {strength.value: words for strength, words in STRENGTH_WORDS.items()},
        "certainties": {certainty.value: words for certainty, words in CERTAINTY_WORDS.items()},
        "pictures": {
            topic.value: [[PLACE[key].title, key] for key in keys] for topic, keys in PICTURES_FOR.items()
        },
    }


def contents(parts: tuple[TopicPart, ...]) -> list[dict[str, Any]]:
    """The topics with their questions and how many findings each has, for the list beside the findings."""
    listed = []
    for part in parts:
        lines = [(question.id, question.title, len(found)) for question, found in part.questions]
        if part.gaps:
            lines.append((f"gaps-{part.topic}", GAPS, len(part.gaps)))
        if lines:
            listed.append({"topic": part.topic.value, "heading": part.heading, "lines": lines})
    return listed


def decided_data(decided: FindingsDecided) -> dict[str, Any]:
    """What was decided and said about findings, by id, with the decisions that can be taken back."""
    return {finding_id: _decided(one) for finding_id, one in decided.by_id.items()}


def counted(decided: FindingsDecided) -> dict[str, int]:
    """How many findings stand in each way, and how many bear a comment."""
    counts = Counter(one.standing for one in decided.all)
    return {
        **{standing.value: counts[standing] for standing in Standing},
        "commented": sum(bool(one.remarks) for one in decided.all),
    }


def rows_data(reading: Reading, finding: Finding) -> list[dict[str, str]]:
    """The source rows behind a finding, as they are shown under it."""
    return [
        {
            "date": _date(reading.entries.get(row.entry_id)),
            "agency": entry.agency_text if (entry := reading.entries.get(row.entry_id)) else "",
            "text": row.text,
            "file": row.file,
            "place": row.place,
            "entry_id": row.entry_id,
        }
        for row in finding.evidence
    ]


def strength_counts(reading: Reading) -> list[tuple[str, str, int]]:
    """How many findings are known in each way: value, words and number."""
    counts = Counter(finding.strength for finding in reading.findings)
    return [(one.value, STRENGTH_WORDS[one], counts[one]) for one in Strength]


def topic_choices(parts: tuple[TopicPart, ...]) -> list[tuple[str, str]]:
    """The topics that have findings, in the order of the page."""
    return [(part.topic.value, TOPIC_HEADINGS[part.topic]) for part in parts if part.questions or part.gaps]


def _heading(part: TopicPart, question: QuestionSummary) -> dict[str, Any]:
    heading: dict[str, Any] = {
        "topic": part.topic,
        "heading": part.heading,
        "id": question.id,
        "title": question.title,
    }
    if question.denominator is not None:
        heading["of"] = question.denominator
    return heading | ({"why": question.why} if question.why else {})


def _record(reading: Reading, finding: Finding, question: int) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": finding.id,
        "q": question,
        "statement": finding.statement,
        "strength": finding.strength,
        "certainty": finding.certainty,
        "days": days_in_words(finding.from_, finding.to),
        "people": ", ".join(finding.people),
        "agencies": ", ".join(finding.agencies),
        "rows": len(finding.evidence),
    }
    if finding.id in reading.came:
        record["new"] = True
    if reading.graph and in_summary_period(finding, reading.graph.review):
        record["summary"] = True
    return record


def _decided(one: DecidedFinding) -> dict[str, Any]:
    told: dict[str, Any] = {"comments": [_said(remark) for remark in one.remarks]}
    if one.decision:
        told |= {"standing": one.standing.value, "by": _said(one.decision)}
    made = [decision for decision in (one.decision, *one.remarks) if decision]
    told["last"] = max(made, key=lambda decision: decision.made_at).decision_id
    return told


def _said(decision: Decision) -> dict[str, str]:
    made_at = decision.made_at.astimezone()
    return {
        "id": decision.decision_id,
        "who": decision.made_by,
        "when": f"{in_words(made_at.date())}, {made_at:%H:%M}",
        "words": decision.reason,
    }


def _date(entry: Entry | None) -> str:
    return str(entry.date) if entry and entry.date.known else "no date"

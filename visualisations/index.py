"""The findings page, ``index.html``: what was read, what was found, how sure it is, and what could not be told.

It is a document first: everything is in the markup and can be read and printed without JavaScript, which only
adds the filter.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from scrgraph.model.base import Thing
from scrgraph.model.entry import Chronology, RejectedRow
from scrgraph.model.finding import Finding, NotAnswerable
from scrgraph.model.partial_date import in_words
from scrgraph.model.review import Period, Review
from scrgraph.model.vocabulary import Certainty, Detail, Strength, Topic
from scrgraph.questions.findings import AskedAll
from scrgraph.questions.registry import Registry
from scrgraph.questions.standing import FindingsDecided, Standing
from visualisations.frame.places import PLACE
from visualisations.overview.show_in import PICTURES_FOR
from visualisations.page import render_body, render_page

TOPIC_HEADINGS = {
    Topic.BATONS: "What was passed on",
    Topic.SILOS: "Who knew what, and when",
    Topic.ADULTS: "Adults in and around the household",
    Topic.CHILD: "The child",
    Topic.UNBORN: "Unborn and new-born children",
    Topic.ENGAGEMENT: "Engagement",
    Topic.CHALLENGE: "Challenge and oversight",
    Topic.SOURCES: "The sources",
}
STRENGTH_WORDS = {
    Strength.RECORDED: "Recorded",
    Strength.NO_RECORD_FOUND: "No record found",
    Strength.CANNOT_TELL: "Cannot tell",
}
CERTAINTY_WORDS = {
    Certainty.CERTAIN: "holds for every possible date",
    Certainty.POSSIBLE: "possible: depends on how a date is read",
}

#: How many findings of one question stand open; the others are folded below them.
_OPEN_FINDINGS = 5


class QuestionSummary(Thing):
    """A question that was asked: ``count`` findings out of ``denominator``, where that is known."""

    id: str
    title: str
    why: str
    topic: Topic
    none_sentence: str
    count: int
    denominator: int | None = None


@dataclass(frozen=True)
class TopicPart:
    """The part of the page on one topic."""

    topic: Topic
    heading: str
    questions: tuple[tuple[QuestionSummary, tuple[Finding, ...]], ...]
    gaps: tuple[Finding, ...]
    nothing_found: tuple[QuestionSummary, ...]

    @property
    def count(self) -> int:
        """How many findings stand open in this part."""
        return sum(len(findings) for _, findings in self.questions)


def questions_asked(registry: Registry, asked: AskedAll) -> list[QuestionSummary]:
    """Every question of the registry with what asking it gave, in the order of the registry.

    One that the records cannot answer has no sentence for finding nothing.
    """
    return [
        QuestionSummary(
            id=question.id,
            title=question.header.title,
            why=question.header.why,
            topic=question.header.topic,
            none_sentence=answer.none_sentence if answer.answerable else "",
            count=len(answer.table.rows),
            denominator=answer.denominator,
        )
        for question in registry
        for answer in (asked.answers[question.id],)
    ]


def index_page(
    *,
    review: Review,
    chronologies: Sequence[Chronology],
    rejected: Sequence[RejectedRow],
    findings: Sequence[Finding],
    not_answerable: Sequence[NotAnswerable],
    questions_asked: Sequence[QuestionSummary],
    pictures: Sequence[tuple[str, str]],
    undated: Mapping[str, int] | None = None,
    decisions_not_used: Sequence[str] = (),
    copies: int = 0,
    doubts: int = 0,
    decided: FindingsDecided | None = None,
) -> str:
    """The findings page as text. ``pictures`` are titles with addresses relative to the page; each finding links to
    those of them that stand in ``pictures/`` and show it best.

    ``undated`` counts the rows without a date by ``chronology_id``, where the caller knows them;
    ``decisions_not_used`` says of decisions of the author why they could not be carried out; ``copies`` counts rows
    that repeat a row of another file, and ``doubts`` what waits for a decision; ``decided`` says which findings the
    author accepted, set aside or commented on, which stands with each. Raises
    ``ValueError`` for a picture's address that is not relative.
    """
    for _, address in pictures:
        if ":" in address or address.startswith(("/", "\\")):
            raise ValueError(f"the address of a picture is relative to the page, not {address!r}")
    titles = {question.id: question.title for question in questions_asked}
    body = render_body(
        "index.html",
        review=review,
        scope=_scope(review),
        as_of=in_words(review.as_of) if review.as_of else "",
        incident=in_words(review.incident_date) if review.incident_date else "",
        chronologies=chronologies,
        periods=[days_in_words(c.covers_from, c.covers_to) or "no dated rows" for c in chronologies],
        own=Detail.OWN,
        undated=undated,
        decisions_not_used=decisions_not_used,
        copies=copies,
        doubts=doubts,
        open_findings=_OPEN_FINDINGS,
        rejected=rejected,
        parts=by_topic(findings, questions_asked),
        counts={strength: sum(f.strength is strength for f in findings) for strength in Strength},
        strength_words=STRENGTH_WORDS,
        certainty_words=CERTAINTY_WORDS,
        days=lambda finding: days_in_words(finding.from_, finding.to),
        in_summary=lambda finding: in_summary_period(finding, review),
        not_answerable=[(titles.get(n.question, n.question), n.missing) for n in not_answerable],
        titles=titles,
        pictures=[(title, address, _question(address)) for title, address in pictures],
        show_in=lambda finding: _show_in(finding, pictures),
        decided=decided.by_id if decided else {},
        standings={one: len(decided.standing(one)) for one in Standing} if decided and decided.by_id else {},
    )
    return render_page(
        title=f"Findings: {review.title}", body=body, script_names=("index.js",), style_names=("index.css",)
    )


def _key(address: str) -> str:
    """The key of the picture at ``pictures/<key>.html``; empty for any other address."""
    folder, _, name = address.rpartition("/")
    key = name.removesuffix(".html")
    return key if folder == "pictures" and name != key and key in PLACE else ""


def _question(address: str) -> str:
    """What the picture at an address answers, where it is one of the review's pictures."""
    key = _key(address)
    return PLACE[key].question if key else ""


def _show_in(finding: Finding, pictures: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Titles and addresses of the pictures that show a finding, the best first, with the finding chosen in each."""
    there = {_key(address): address for _, address in pictures}
    chosen = urlencode({"finding": finding.id})
    return [
        (PLACE[key].title, f"{there[key]}#{chosen}") for key in PICTURES_FOR[finding.topic] if key in there
    ]


def by_topic(findings: Sequence[Finding], asked: Sequence[QuestionSummary]) -> tuple[TopicPart, ...]:
    """The findings by topic and question: what is recorded, then no record found; gaps apart."""
    by_question: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_question[finding.question].append(finding)
    known = {question.id: question for question in asked}
    questions = list(asked)
    for question_id, found in by_question.items():
        if question_id not in known:
            questions.append(
                QuestionSummary(
                    id=question_id, title=question_id, why="", topic=found[0].topic, none_sentence="", count=len(found)
                )
            )  # fmt: skip
    parts = []
    for topic, heading in TOPIC_HEADINGS.items():
        here = [question for question in questions if question.topic is topic]
        shown, gaps, nothing = [], [], []
        for question in here:
            told = [f for f in by_question[question.id] if f.strength is not Strength.CANNOT_TELL]
            gaps += [f for f in by_question[question.id] if f.strength is Strength.CANNOT_TELL]
            if told:
                shown.append((question, tuple(sorted(told, key=_reading_order))))
            elif not by_question[question.id] and question.none_sentence:
                nothing.append(question)
        if shown or gaps or nothing:
            parts.append(TopicPart(topic, heading, tuple(shown), tuple(gaps), tuple(nothing)))
    return tuple(parts)


def _reading_order(finding: Finding) -> tuple[int, dt.date, str]:
    """What is recorded first, then by first day and id."""
    return (list(Strength).index(finding.strength), finding.from_ or dt.date.max, finding.id)


def in_summary_period(finding: Finding, review: Review) -> bool:
    """Whether a finding that rests on absence falls before the period agencies were asked about in detail."""
    last, begins = finding.to or finding.from_, review.detailed.from_
    resting = finding.strength is Strength.NO_RECORD_FOUND
    return resting and last is not None and begins is not None and last < begins


def days_in_words(first: dt.date | None, last: dt.date | None) -> str:
    """A span of days for people; empty when there is none."""
    if first and last and first != last:
        return f"{in_words(first)} to {in_words(last)}"
    day = first or last
    return in_words(day) if day else ""


def _scope(review: Review) -> list[tuple[str, str]]:
    """The lines that say what the review looks at."""
    return [
        (name, words)
        for name, words in (
            ("Detailed period", _period(review.detailed)),
            ("Summary period", _period(review.summary)),
            ("Area", review.area),
            ("Nation", review.nation),
        )
        if words
    ]


def _period(period: Period) -> str:
    """A period of the review, an open end said in words."""
    if period.from_ and period.to:
        return days_in_words(period.from_, period.to)
    if period.from_:
        return f"from {in_words(period.from_)}"
    return f"until {in_words(period.to)}" if period.to else ""

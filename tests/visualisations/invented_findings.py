"""An invented findings page, with ``hostile`` at the end of every text that a source could hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.model.entry import Chronology, RejectedRow
from scrgraph.model.finding import Evidence, Finding, NotAnswerable
from scrgraph.model.review import Period, Review
from scrgraph.model.vocabulary import Certainty, Detail, Strength, Topic
from visualisations.index import QuestionSummary, index_page


def invented_findings(hostile: str = "", pictures: Sequence[tuple[str, str]] = ()) -> str:
    """Two questions with findings of every strength, one with none, one that could not be answered."""

    def finding(number: int, question: str, topic: Topic, strength: Strength, statement: str) -> Finding:
        return Finding(
            id=f"{question}-{number}",
            question=question,
            topic=topic,
            strength=strength,
            certainty=Certainty.CERTAIN if number % 2 else Certainty.POSSIBLE,
            statement=statement + hostile,
            people=("Jonah Tranter" + hostile,),
            agencies=("Midwifery" + hostile, "Health Visiting"),
            from_=dt.date(2018, 3, number),
            to=dt.date(2018, 4, 2),
            evidence=(
                Evidence(
                    file="midwifery.xlsx" + hostile,
                    place=f"sheet Log, row {number}",
                    text="Rang the health visitor; no answer." + hostile,
                ),
            ),
        )

    def asked(
        question: str, title: str, topic: Topic, count: int, denominator: int | None
    ) -> QuestionSummary:
        return QuestionSummary(
            id=question,
            title=title + hostile,
            why="A baton with no receipt leaves its sender responsible." + hostile,
            topic=topic,
            none_sentence=f"Every one of the {denominator} batons has a recorded receipt." + hostile,
            count=count,
            denominator=denominator,
        )

    passed = "batons-not-received"
    return index_page(
        review=Review(
            review_id="tranter",
            title="The Tranter family" + hostile,
            as_of=dt.date(2019, 3, 1),
            incident_date=dt.date(2019, 2, 27),
            area="Alderbrook" + hostile,
            detailed=Period(from_=dt.date(2017, 3, 1), to=dt.date(2019, 3, 1)),
            summary=Period(from_=dt.date(2012, 1, 1), to=dt.date(2017, 2, 28)),
        ),
        chronologies=(
            Chronology(
                chronology_id="c1", file="midwifery.xlsx" + hostile, sheet="Log", detail=Detail.OWN,
                agency_text="Midwifery" + hostile, rows_read=42, rows_imported=40, rows_rejected=2,
                covers_from=dt.date(2017, 3, 4), covers_to=dt.date(2018, 11, 30),
            ),
            Chronology(chronology_id="c2", file="composite.csv", rows_read=310, rows_imported=310),
        ),
        rejected=(
            RejectedRow(
                file="midwifery.xlsx" + hostile, place="sheet Log, row 41",
                reason="It has no date that can be read ('Tues pm')." + hostile,
                original="Tues pm | visit" + hostile,
            ),
        ),
        findings=(
            finding(4, passed, Topic.BATONS, Strength.CANNOT_TELL, "Housing's records for June 2018 are not here."),
            finding(3, passed, Topic.BATONS, Strength.NO_RECORD_FOUND,
                    "Midwifery recorded passing a concern to Health Visiting; no record of receipt was found."),
            finding(2, passed, Topic.BATONS, Strength.RECORDED, "Police recorded that no reply was received."),
            finding(1, "child-never-seen", Topic.CHILD, Strength.NO_RECORD_FOUND, "No contact saw Isla alone."),
        ),
        not_answerable=(NotAnswerable(question="adults-never-met", missing="the chronology of Probation" + hostile),),
        questions_asked=(
            asked(passed, "Passed on, no record of receipt", Topic.BATONS, 3, 25),
            asked("batons-no-feedback", "No feedback to the sender", Topic.BATONS, 0, 25),
            asked("child-never-seen", "Weeks in which the child was seen", Topic.CHILD, 1, None),
            asked("adults-never-met", "Adults nobody met", Topic.ADULTS, 0, None),
        ),
        pictures=pictures or (("Network: contacts and batons" + hostile, "network.html"),),
    )  # fmt: skip

"""The coding frames of a pack, and which rows it sets out."""

from __future__ import annotations

import datetime as dt
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from pack_cases import matter_of, written

import scrgraph.coding
from scrgraph.model.entry import Code, Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import Period, Review
from scrgraph.questions.registry import load_questions
from scrgraph.report.document import PackDocument
from scrgraph.report.frames import FrameHeading, coding_frames
from scrgraph.report.known import known
from scrgraph.report.periods import HowMuch, InPeriod, period_of, rows_to_set_out

HEADINGS = [heading for frame in coding_frames() for group in frame.groups for heading in group.headings]
DETAILED = Period(from_=dt.date(2018, 1, 1), to=dt.date(2019, 3, 14))
SUMMARY = Period(from_=dt.date(2016, 1, 1), to=dt.date(2017, 12, 31))


def data_of(name: str) -> dict[str, object]:
    return tomllib.loads((Path(scrgraph.coding.__path__[0]) / name).read_text(encoding="utf-8"))


def test_a_frame_names_only_questions_topics_and_sectors_that_there_are() -> None:
    questions = [question.id for question in load_questions()]
    for heading in HEADINGS:
        for wanted in heading.questions:
            assert any(fnmatchcase(one, wanted) for one in questions), wanted
        assert set(heading.information) <= set(data_of("indicators.toml"))
        assert set(heading.sectors) <= set(data_of("sectors.toml"))


def told(folder: Path, rows: str, **heading: object) -> list[str]:
    matter = matter_of(written(folder, rows))
    document = PackDocument("Case")
    asked = FrameHeading.model_validate({"title": "Asked", **heading})
    return ["".join(str(part.striptags()) for part in parts) for parts in known(document, matter, asked)]  # type: ignore[union-attr]


def test_contacts_of_a_service_are_counted_with_those_that_did_not_take_place(tmp_path: Path) -> None:
    rows = (
        "Date,Agency,Person concerned,Event type,What happened\n"
        "3 May 2018,Health Visiting,Rowan,Visit,Weighed at home\n"
        "9 May 2018,Health Visiting,Rowan,No access,No reply\n"
    )
    (line,) = told(tmp_path, rows, sectors=["health_visiting"])
    assert line.startswith(
        "Health Visiting, the family: 2 contacts, 3 May 2018 to 9 May 2018; 1 of them did not take place; 2 in the 90"
    )


def test_a_service_whose_records_are_not_in_hand_is_not_said_to_be_absent(tmp_path: Path) -> None:
    rows = "Date,Agency,Person concerned,What happened\n3 May 2018,Police,Rowan,Called\n"
    assert told(tmp_path, rows, sectors=["midwifery"]) == ["No records of such a service are in hand."]


def test_a_heading_for_which_nothing_is_known_stays_empty(tmp_path: Path) -> None:
    rows = "Date,Agency,Person concerned,What happened\n3 May 2018,Police,Rowan,Called\n"
    assert told(tmp_path, rows, information=["injury"], fact="births") == []


def entry(earliest: dt.date | None, latest: dt.date | None, kind: str = "visit") -> Entry:
    return Entry(
        entry_id="a#1", chronology_id="a", file="a", place="row 1", row=1,
        date=PartialDate(earliest=earliest, latest=latest),
        codes=(Code(about="kind", value=kind, confidence=1),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (dt.date(2018, 5, 1), dt.date(2018, 5, 1), InPeriod.DETAILED),
        (dt.date(2017, 12, 1), dt.date(2018, 1, 31), InPeriod.DETAILED),
        (dt.date(2017, 5, 1), dt.date(2017, 5, 31), InPeriod.SUMMARY),
        (dt.date(2010, 5, 1), dt.date(2010, 5, 1), InPeriod.OUTSIDE),
        (None, None, InPeriod.UNDATED),
    ],
)
def test_a_row_belongs_to_one_period(first: dt.date | None, last: dt.date | None, period: InPeriod) -> None:
    review = Review(review_id="r", title="R", detailed=DETAILED, summary=SUMMARY)
    assert period_of(entry(first, last), review) is period


def numbered(*entries: Entry) -> list[Entry]:
    return [one.model_copy(update={"entry_id": f"a#{number}"}) for number, one in enumerate(entries, start=1)]


@pytest.mark.parametrize(
    ("most", "much", "rows"),
    [
        (9, HowMuch.AS_ASKED, {"a#2", "a#3", "a#4"}),
        (2, HowMuch.DETAILED, {"a#3", "a#4"}),
        (1, HowMuch.FINDINGS, {"a#3"}),
    ],
)
def test_the_chronology_sets_out_as_much_as_a_document_can_hold(
    most: int, much: HowMuch, rows: set[str]
) -> None:
    review = Review(review_id="r", title="R", detailed=DETAILED, summary=SUMMARY)
    early, late = dt.date(2017, 5, 1), dt.date(2018, 5, 1)
    routine, referral, behind = entry(early, early), entry(early, early, "referral"), entry(early, early)
    entries = numbered(routine, referral, behind, entry(late, late))
    assert rows_to_set_out(entries, review, {"a#3"}, most) == (much, rows)


def test_where_even_those_are_too_many_the_latest_are_set_out() -> None:
    days = [dt.date(2018, month, 1) for month in (3, 1, 2)]
    entries = numbered(*(entry(day, day, "referral") for day in days), entry(days[0], days[0]))
    assert rows_to_set_out(entries, Review(review_id="r", title="R"), {"a#2"}, 2) == (
        HowMuch.LATEST,
        {"a#1", "a#2"},
    )


def test_of_a_long_detailed_period_the_rows_that_are_more_than_routine_are_set_out() -> None:
    review = Review(review_id="r", title="R", detailed=DETAILED)
    late = dt.date(2018, 5, 1)
    entries = numbered(entry(late, late), entry(late, late), entry(late, late, "referral"))
    assert rows_to_set_out(entries, review, (), 2) == (HowMuch.SUMMARY, {"a#3"})


def test_without_a_scope_every_row_is_set_out_in_full() -> None:
    assert period_of(entry(dt.date(2010, 1, 1), dt.date(2010, 1, 1)), Review(review_id="r", title="R")) is (
        InPeriod.DETAILED
    )

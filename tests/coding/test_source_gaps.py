"""Which records are worth asking for: what cannot be judged in, the agency and its months out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from scrgraph.coding.source_gaps import source_gaps_of
from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton, Contact, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import Coverage, Review, ReviewGraph
from scrgraph.model.vocabulary import Detail, EventKind, StageName, Verdict
from scrgraph.temporal.read_date import read_date

JUDGED = dict.fromkeys(("receipt", "acknowledgement", "acceptance", "action", "feedback"), Verdict.NOT_DUE)
Row = tuple[str, str | None, str | None, int, int]


def sent(number: int, date: str, *open_stages: str, received: str = "", to: str = "housing") -> Baton:
    """A referral from Probation; the stages named cannot be told, the others are settled."""
    stages = (
        (Stage(stage_id=f"s{number}", name=StageName.RECEIVED, on=read_date(received), how="recorded", entry_ids=()),)
        if received
        else ()
    )  # fmt: skip
    return Baton(
        baton_id=f"b{number}", kind=EventKind.REFERRAL, what="a referral",
        on=read_date(date) if date else PartialDate(), from_agency_id="probation", to_agency_id=to, stages=stages,
        entry_ids=(f"b{number}",), **(JUDGED | dict.fromkeys(open_stages, Verdict.CANNOT_TELL)),
    )  # fmt: skip


def visit(number: int, date: str, agency: str = "housing") -> Contact:
    """A contact of the agency; its row is in the file of Probation unless ``own_rows`` says otherwise."""
    return Contact(
        contact_id=f"v{number}", kind=EventKind.VISIT, on=read_date(date) if date else PartialDate(),
        agency_id=agency, entry_ids=(f"v{number}",),
    )  # fmt: skip


def gaps(
    batons: Sequence[Baton] = (),
    contacts: Sequence[Contact] = (),
    *,
    own: Sequence[tuple[str, str, str]] = (),
    as_of: dt.date | None = dt.date(2018, 12, 31),
    own_rows: Sequence[str] = (),
    no_agency: bool = False,
) -> list[Row]:
    """Agency, first and last day, batons and contacts of each gap. ``own`` are agencies with days they cover."""
    spans = [
        (agency, dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for agency, first, last in own
    ]
    coverages = [
        Coverage(
            coverage_id=f"{agency}{first}", agency_id=agency, chronology_id=f"{agency}-file", detail=Detail.OWN,
            from_=first, to=last,
        )
        for agency, first, last in spans
    ]  # fmt: skip
    ids = [entry_id for thing in (*batons, *contacts) for entry_id in thing.entry_ids]
    entries = [
        Entry(
            entry_id=key, chronology_id="housing-file" if key in own_rows else "probation-file", file="f.csv",
            place="row 1", row=1, date=PartialDate(),
        )
        for key in ids
    ]  # fmt: skip
    found = source_gaps_of(
        ReviewGraph(
            review=Review(review_id="r", title="r", as_of=as_of), entries=tuple(entries),
            agencies=tuple(
                Agency(agency_id=name, display_name=name, stands_for_agency=not no_agency)
                for name in ("housing", "probation")
            ),
            coverages=tuple(coverages), batons=tuple(batons), contacts=tuple(contacts),
        )
    )  # fmt: skip
    assert all(gap.entry_ids for gap in found)
    return [
        (
            gap.agency_id,
            gap.from_day.isoformat() if gap.from_day else None,
            gap.to_day.isoformat() if gap.to_day else None,
            gap.batons,
            gap.contacts,
        )
        for gap in found
    ]


def test_batons_a_receivers_records_would_settle_are_asked_for_together() -> None:
    """A receipt may be looked for until 14 days after: 21 August to 7 November, as whole months."""
    two = [sent(1, "21 August 2018", "receipt"), sent(2, "24 October 2018", "receipt")]
    assert gaps(two) == [("housing", "2018-08-01", "2018-11-30", 2, 0)]


def test_the_months_stop_where_the_agencys_own_chronology_begins_or_ends() -> None:
    until_9th = [("housing", "2018-01-01", "2018-08-09")]
    assert gaps([sent(1, "21 August 2018", "receipt")], own=until_9th) == [
        ("housing", "2018-08-10", "2018-09-30", 1, 0)
    ]
    from_5th = [("housing", "2018-09-03", "2018-12-31")]
    assert gaps([sent(1, "21 August 2018", "receipt")], own=from_5th) == [
        ("housing", "2018-08-01", "2018-09-02", 1, 0)
    ]
    inside = [("housing", "2018-01-01", "2018-08-25")]
    assert gaps([sent(1, "21 August 2018", "receipt")], own=inside) == [
        ("housing", "2018-08-26", "2018-09-30", 1, 0)
    ]


def test_own_days_between_two_batons_make_two_gaps() -> None:
    two = [sent(1, "1 March 2018", "receipt"), sent(2, "1 July 2018", "receipt")]
    between = [("housing", "2018-05-01", "2018-05-31")]
    assert gaps(two, own=between) == [
        ("housing", "2018-03-01", "2018-03-31", 1, 0),
        ("housing", "2018-07-01", "2018-07-31", 1, 0),
    ]


def test_more_than_half_a_year_apart_makes_two_gaps() -> None:
    """What the first wanted ends on 15 January; 183 days later is 17 July."""
    first = sent(1, "1 January 2018", "receipt")
    assert len(gaps([first, sent(2, "17 July 2018", "receipt")])) == 1
    assert len(gaps([first, sent(2, "18 July 2018", "receipt")])) == 2


def test_feedback_rests_on_the_senders_records() -> None:
    """90 days: 1 March to 30 May. One baton may want the records of both."""
    assert gaps([sent(1, "1 March 2018", "feedback")]) == [("probation", "2018-03-01", "2018-05-31", 1, 0)]
    both = gaps([sent(1, "1 March 2018", "receipt", "feedback")])
    assert [(agency, batons) for agency, _, _, batons, _ in both] == [("housing", 1), ("probation", 1)]


@pytest.mark.parametrize(("stage", "last"), [("acceptance", "2018-05-31"), ("action", "2018-06-30")])
def test_what_follows_receipt_is_counted_from_it(stage: str, last: str) -> None:
    """Received on 27 April and looked for until 25 May; an act until 1 June."""
    late = sent(1, "1 March 2018", stage, received="27 April 2018")
    assert gaps([late]) == [("housing", "2018-04-01", last, 1, 0)]


def only_received(number: int, date: str) -> Baton:
    """A referral from Housing that Probation alone recorded, as received."""
    return sent(number, date, received=date or "1 March 2018").model_copy(
        update={"receipt": Verdict.RECORDED, "from_agency_id": "housing", "to_agency_id": "probation"}
    )


def test_what_the_receiver_alone_recorded_wants_the_senders_records() -> None:
    """It may have been sent in the two weeks before: from 9 October."""
    assert gaps([only_received(1, "23 October 2018")]) == [("housing", "2018-10-01", "2018-10-31", 1, 0)]
    assert gaps([only_received(1, "")]) == [("housing", None, None, 1, 0)]
    in_hand = [("housing", "2018-10-09", "2018-10-23")]
    assert gaps([only_received(1, "23 October 2018")], own=in_hand) == []
    assert gaps([only_received(1, "2 January 2019")]) == []


def test_what_its_sender_recorded_as_passed_wants_nothing() -> None:
    baton = only_received(1, "23 October 2018")
    passed = Stage(stage_id="p", name=StageName.PASSED, on=baton.on, how="recorded", entry_ids=())
    assert gaps([baton.model_copy(update={"stages": (passed, *baton.stages)})]) == []


def test_what_the_family_was_to_carry_may_take_eight_weeks_to_arrive() -> None:
    carried = sent(1, "1 March 2018", "receipt").model_copy(update={"carried_by_family": True})
    assert gaps([carried]) == [("housing", "2018-03-01", "2018-04-30", 1, 0)]


def test_one_baton_with_several_open_stages_counts_once() -> None:
    assert gaps([sent(1, "1 March 2018", "receipt", "acceptance")]) == [
        ("housing", "2018-03-01", "2018-03-31", 1, 0)
    ]


@pytest.mark.parametrize(
    "baton",
    [
        sent(1, "1 March 2018"),
        sent(2, "1 March 2018", "receipt", received="2 March 2018"),
        sent(3, "20 December 2018", "receipt"),
        sent(4, "1 March 2018", "receipt", to=""),
    ],
    ids=["settled", "its words tell neither", "not due", "to nobody named"],
)
def test_what_no_records_would_settle_is_no_gap(baton: Baton) -> None:
    assert gaps([baton]) == []


def test_what_cannot_be_told_with_the_records_in_hand_is_no_gap() -> None:
    """The date is the trouble, or the words are: asking for more records would not help."""
    whole = [("housing", "2018-01-01", "2018-12-31")]
    assert gaps([sent(1, "1 March 2018", "receipt"), sent(2, "", "receipt")], own=whole) == []


def test_without_a_date_it_is_a_gap_without_days() -> None:
    found = gaps([sent(1, "", "receipt"), sent(2, "1 March 2018", "receipt")], [visit(1, "")])
    assert found == [("housing", None, None, 1, 1), ("housing", "2018-03-01", "2018-03-31", 1, 0)]


def test_contacts_known_only_from_others() -> None:
    """Not those in the agency's own file, those on days it covers, or those after the review's end."""
    contacts = [visit(1, "3 May 2018"), visit(2, "June 2018"), visit(3, "1 January 2019")]
    assert gaps(contacts=contacts) == [("housing", "2018-05-01", "2018-06-30", 0, 2)]
    covered = [("housing", "2018-05-01", "2018-06-30")]
    assert gaps(contacts=contacts, own=covered) == []
    outside = [("housing", "2018-01-01", "2018-04-30")]
    assert gaps(contacts=contacts, own=outside, own_rows=["v1", "v2"]) == []


def test_the_last_month_ends_with_the_review() -> None:
    found = gaps(contacts=[visit(1, "3 May 2018")], as_of=dt.date(2018, 5, 14))
    assert found == [("housing", "2018-05-01", "2018-05-14", 0, 1)]


def test_the_family_is_asked_for_no_records() -> None:
    assert gaps([sent(1, "1 March 2018", "receipt")], no_agency=True) == []

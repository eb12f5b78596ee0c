"""Which rows are communications between agencies, and on which days each may have taken place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.coding.communications import Communication, communications_of
from scrgraph.model.agencies import Agency
from scrgraph.model.events import Baton, Meeting, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName, Verdict
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet

HEADS = "Date,Agency,Person,Event,To,From,Description,Outcome,Received\n"
MARCH = PartialDate(earliest=dt.date(2018, 3, 1), latest=dt.date(2018, 3, 31))
ALWAYS = (dt.date.min, dt.date.max)


def on(day: int, month: int = 3) -> PartialDate:
    return PartialDate.day(dt.date(2018, month, day))


def days(*numbers: int) -> tuple[dt.date, ...]:
    return tuple(dt.date(2018, 3, number) for number in numbers)


def received(date: PartialDate, how: str = "matched") -> Stage:
    return Stage(stage_id="s", name=StageName.RECEIVED, on=date, how=how, entry_ids=("R",))


def baton(date: PartialDate, *stages: Stage, **more: object) -> Baton:
    given: dict[str, object] = {
        "baton_id": "b",
        "kind": EventKind.NOTIFICATION,
        "what": "information",
        "on": date,
        "from_agency_id": "police",
        "to_agency_id": "hv",
        "about": ("rowan",),
        "stages": stages,
        "entry_ids": ("S",),
    }
    return Baton.model_validate(given | more)


def of(*batons: Baton, meetings: tuple[Meeting, ...] = ()) -> list[Communication]:
    """The communications of a review that holds no more than these."""
    agencies = [
        Agency(agency_id=key, display_name=name) for key, name in (("police", "Police"), ("hv", "HV"))
    ]
    agencies.append(Agency(agency_id="gp", display_name="GP"))
    agencies.append(Agency(agency_id="family", display_name="Family", stands_for_agency=False))
    return communications_of(
        ReviewGraph(
            review=Review(review_id="r", title="R"),
            agencies=tuple(agencies),
            batons=batons,
            meetings=meetings,
        )
    )


def test_a_baton_that_was_received_is_open_until_then() -> None:
    (one,) = of(baton(on(3), received(on(5))))
    assert (one.senders, one.receivers) == (("police",), ("hv",))
    assert (one.opens, one.closes, one.leaves, one.arrives) == days(3, 5, 3, 5)
    assert one.words == "the notification of 3 March 2018 to HV (recorded there on 5 March 2018)"
    assert (one.about, one.entry_ids) == (("rowan",), ("S", "R"))


def test_a_receipt_dated_before_the_sending_opens_it_sooner_and_brings_nothing_sooner() -> None:
    (one,) = of(baton(on(3), received(on(2))))
    assert (one.opens, one.closes, one.leaves, one.arrives) == days(2, 3, 3, 3)


@pytest.mark.parametrize(
    ("date", "stages", "at_best", "as_recorded"),
    [
        (MARCH, [], days(1, 31), (None, None)),
        (MARCH, [received(PartialDate(), "recorded")], days(1, 31), days(1, 31)),
        (MARCH, [received(on(9))], days(1, 31), days(1, 9)),
        (PartialDate(), [], ALWAYS, (None, None)),
        (PartialDate(), [received(on(9))], days(9, 9), (None, None)),
    ],
    ids=["month", "month, received", "month, receipt dated", "no date", "only the receipt dated"],
)
def test_partial_dates(
    date: PartialDate, stages: list[Stage], at_best: tuple[dt.date, ...], as_recorded: tuple[dt.date, ...]
) -> None:
    (one,) = of(baton(date, *stages))
    assert (one.opens, one.closes) == at_best
    assert (one.leaves, one.arrives) == as_recorded


def test_no_record_of_receipt_may_have_arrived_but_is_not_recorded_as_arriving() -> None:
    (one,) = of(baton(on(3), receipt=Verdict.NO_RECORD_FOUND))
    assert (one.opens, one.closes) == days(3, 3)
    assert (one.leaves, one.arrives) == (None, None)
    assert one.words == "the notification of 3 March 2018 to HV (no record of its receipt was found)"
    (undated,) = of(baton(PartialDate()))
    assert undated.words == "the notification with no date to HV"


@pytest.mark.parametrize(
    "what",
    [
        baton(on(3), received(PartialDate(), "recorded not")),
        baton(on(3), passed=False),
        baton(on(3), from_agency_id="", from_person_id="mother"),
        baton(on(3), to_agency_id="family"),
        baton(on(3), to_agency_id=""),
        baton(on(3), to_agency_id="police"),
    ],
    ids=[
        "did not arrive",
        "held back",
        "told by a relative",
        "told to the family",
        "to nobody named",
        "to itself",
    ],
)
def test_what_is_no_communication(what: Baton) -> None:
    assert of(what) == []


def test_an_acknowledgement_goes_the_other_way() -> None:
    back = Stage(stage_id="a", name=StageName.ACKNOWLEDGED, on=on(6), how="recorded", entry_ids=("R",))
    silent = Stage(
        stage_id="f", name=StageName.FED_BACK, on=PartialDate(), how="recorded not", entry_ids=("S",)
    )
    _, reply = of(baton(on(3), back, silent))
    assert (reply.senders, reply.receivers, reply.opens, reply.closes) == (("hv",), ("police",), *days(6, 6))
    assert (reply.leaves, reply.words) == (None, "the acknowledgement of 6 March 2018 to Police")
    later = back.model_copy(update={"on": PartialDate(), "name": StageName.FED_BACK})
    _, reply = of(baton(on(3), later))
    assert (reply.opens, reply.closes) == (dt.date(2018, 3, 3), dt.date.max)
    assert reply.words == "the feedback with no date to Police"


def meeting(**more: object) -> Meeting:
    given: dict[str, object] = {
        "meeting_id": "m", "kind": EventKind.CORE_GROUP, "on": on(9), "entry_ids": ("M",), "about": ("rowan",)
    }  # fmt: skip
    return Meeting.model_validate(given | more)


def test_those_who_meet_exchange_both_ways_and_a_report_tells_them() -> None:
    (one,) = of(meetings=(meeting(held_by="hv", attended=("police", "family"), reports=("gp",)),))
    assert (one.receivers, one.senders) == (("hv", "police"), ("hv", "police", "gp"))
    assert (one.opens, one.closes, one.leaves, one.arrives) == days(9, 9, 9, 9)
    assert one.words == "the core group of 9 March 2018"


@pytest.mark.parametrize(
    "what",
    [
        meeting(held_by="hv"),
        meeting(held_by="hv", attended=("hv", "gp"), apologies=("gp",)),
        meeting(invited=("hv", "gp")),
    ],
    ids=["alone", "apologies", "only invited"],
)
def test_meetings_at_which_nobody_could_tell_anybody(what: Meeting) -> None:
    assert of(meetings=(what,)) == []


def test_from_rows_of_a_chronology(tmp_path: Path) -> None:
    """A notification that came, one that did not, a reply, and what a neighbour said."""
    path = tmp_path / "rows.csv"
    path.write_text(
        HEADS
        + "3 March 2018,Police,Rowan,Notification,School,,Form sent,,\n"
        + "4 March 2018,School,Rowan,Notification received,,Police,Form came,,\n"
        + "6 March 2018,Police,Rowan,Notification,GP,,Form sent,,No\n"
        + "8 March 2018,School,Rowan,Feedback,Police,,Spoke to Rowan,,\n"
        + "9 March 2018,School,Rowan,Disclosure,,Neighbour,Shouting heard,,\n",
        encoding="utf-8",
    )
    found = communications_of(read_review(SourceSet.of([path])))
    assert [one.words for one in found] == [
        "the notification of 3 March 2018 to School (recorded there on 4 March 2018)",
        "the feedback of 8 March 2018 to Police",
    ]

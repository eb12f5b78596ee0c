"""Who held the network together: a few contacts and communications in, each agency's place in it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from scrgraph.coding.agency_network import network_periods_of
from scrgraph.model.agencies import Agency
from scrgraph.model.derived import Linking, NetworkPeriod
from scrgraph.model.events import Baton, Contact, Meeting, Presence, Stage
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, StageName, Verdict
from scrgraph.temporal.read_date import read_date

NAMES = ("csc", "gp", "hv", "housing", "police", "school")
UNDATED = PartialDate()


def visit(number: int, date: str, agency: str, *people: str, missed: bool = False) -> Contact:
    """A contact of an agency with these people; its row is called v and the number."""
    return Contact(
        contact_id=f"v{number}", kind=EventKind.VISIT, on=read_date(date), agency_id=agency, missed=missed,
        presences=tuple(Presence(person_id=person) for person in people), entry_ids=(f"v{number}",),
    )  # fmt: skip


def told(
    number: int,
    date: str,
    sender: str,
    receiver: str,
    *,
    received: str = "",
    receipt: Verdict = Verdict.NO_RECORD_FOUND,
    passed: bool = True,
    by_family: bool = False,
) -> Baton:
    """A notification from one agency to another; ``received`` is the day of the receiver's row."""
    stages = (
        (Stage(stage_id=f"s{number}", name=StageName.RECEIVED, on=read_date(received), how="matched", entry_ids=()),)
        if received
        else ()
    )  # fmt: skip
    return Baton(
        baton_id=f"b{number}", kind=EventKind.NOTIFICATION, what="a notification", passed=passed,
        on=read_date(date) if date else UNDATED, from_agency_id=sender, to_agency_id=receiver,
        carried_by_family=by_family, receipt=Verdict.MATCHED if received else receipt, stages=stages,
        entry_ids=(f"b{number}",),
    )  # fmt: skip


def met(date: str, *agencies: str) -> Meeting:
    """A meeting that these agencies came to."""
    return Meeting(
        meeting_id="m", kind=EventKind.CONFERENCE, on=read_date(date), attended=agencies, entry_ids=("m",)
    )


def periods(
    contacts: Sequence[Contact] = (),
    batons: Sequence[Baton] = (),
    meetings: Sequence[Meeting] = (),
    *,
    as_of: dt.date | None = dt.date(2018, 12, 31),
    no_agency: Iterable[str] = (),
    linked_since: dt.date | None = None,
) -> tuple[NetworkPeriod, ...]:
    """The periods of a review of these events; ``mr-k`` came to the family on ``linked_since``."""
    agencies = [
        Agency(agency_id=name, display_name=name, stands_for_agency=name not in set(no_agency))
        for name in NAMES
    ]
    return network_periods_of(
        ReviewGraph(
            review=Review(review_id="r", title="r", as_of=as_of), agencies=tuple(agencies),
            people=(
                Person(person_id="mr-k", display_name="Mr K", linked_since=linked_since),
                Person(person_id="mother", display_name="Mother"),
            ),
            contacts=tuple(contacts), batons=tuple(batons), meetings=tuple(meetings),
        )
    )  # fmt: skip


def places(found: Sequence[NetworkPeriod]) -> dict[str, Linking]:
    """Each agency's place in the whole review."""
    return {link.agency_id: link for link in found[0].links}


def without(found: Iterable[NetworkPeriod]) -> list[tuple[str, str, tuple[str, ...]]]:
    """The runs of months without communication."""
    return [
        (str(p.from_day), str(p.to_day), p.active) for p in found if p.kind == "no communication"
    ]  # fmt: skip


#  gp - csc - hv, csc - police - housing
TREE = (
    told(1, "1 May 2018", "gp", "csc"),
    told(2, "2 May 2018", "csc", "hv"),
    told(3, "3 May 2018", "csc", "gp"),
    told(4, "4 June 2018", "police", "csc"),
    told(5, "5 June 2018", "housing", "police"),
)


def test_those_cut_off_without_the_agency_that_joined_them() -> None:
    """Without csc the parts gp, hv and police with housing are left, of which the last is the largest."""
    found = places(periods(batons=TREE))
    assert {name: place.cut_off for name, place in found.items() if place.cut_off} == {
        "csc": ("gp", "hv"),
        "police": ("housing",),
    }


def test_pairs_whose_only_shortest_way_led_through_an_agency() -> None:
    """Not in touch: gp-hv, gp-police, hv-police through csc; gp-housing, hv-housing through csc and police;
    csc-housing through police."""
    found = places(periods(batons=TREE))
    assert {name: place.pairs_through for name, place in found.items()} == {
        "csc": 5, "gp": 0, "hv": 0, "police": 3, "housing": 0
    }  # fmt: skip
    assert (found["csc"].partners, found["csc"].communications) == (3, 4)


def test_a_second_way_as_short_makes_neither_the_only_one() -> None:
    """gp and hv are joined through csc and through police."""
    square = [
        told(number, "1 May 2018", sender, receiver)
        for number, (sender, receiver) in enumerate(
            [("gp", "csc"), ("csc", "hv"), ("gp", "police"), ("police", "hv")]
        )
    ]
    assert all(
        (place.pairs_through, place.cut_off) == (0, ()) for place in places(periods(batons=square)).values()
    )


def test_of_equal_parts_the_one_with_more_communications_stays() -> None:
    line = [
        told(1, "1 May 2018", "csc", "gp"),
        told(2, "2 May 2018", "csc", "police"),
        told(3, "3 May 2018", "police", "csc"),
    ]
    assert places(periods(batons=line))["csc"].cut_off == ("gp",)


def test_a_meeting_joins_all_who_came_and_is_one_communication() -> None:
    found = periods(meetings=[met("1 May 2018", "csc", "gp", "hv")])
    assert found[0].communications == 1
    assert {name: (place.partners, place.communications) for name, place in places(found).items()} == {
        "csc": (2, 1), "gp": (2, 1), "hv": (2, 1)
    }  # fmt: skip
    assert periods(meetings=[met("1 May 2018", "csc")]) == ()


def test_what_is_no_communication_between_agencies() -> None:
    """Held back, said not to have arrived, given to a parent to carry, from somebody who is no agency, to itself."""
    batons = [
        told(1, "1 May 2018", "gp", "csc", passed=False),
        told(2, "1 May 2018", "gp", "csc", receipt=Verdict.RECORDED_NOT),
        told(3, "1 May 2018", "gp", "csc", by_family=True),
        told(4, "1 May 2018", "school", "csc"),
        told(5, "1 May 2018", "csc", "csc"),
        told(6, "1 May 2018", "csc", ""),
    ]
    assert periods(batons=batons, no_agency=["school"]) == ()
    carried = told(7, "1 May 2018", "gp", "csc", by_family=True, received="4 May 2018")
    assert places(periods(batons=[carried]))["gp"].partners == 1


def test_direct_touch_leaves_out_what_nothing_shows_to_have_arrived() -> None:
    """Received, not to be told, a meeting; not what has no record of receipt or is not due."""
    batons = [
        told(1, "1 May 2018", "gp", "csc", received="2 May 2018"),
        told(2, "1 May 2018", "hv", "csc", receipt=Verdict.CANNOT_TELL),
        told(3, "1 May 2018", "police", "csc"),
        told(4, "1 May 2018", "housing", "csc", receipt=Verdict.NOT_DUE),
    ]
    found = periods([visit(1, "1 May 2018", "school")], batons, [met("3 May 2018", "gp", "hv")])
    assert [(p.kind, p.communications) for p in found[:2]] == [("whole review", 5), ("direct touch", 3)]
    assert {link.agency_id: link.partners for link in found[1].links} == {
        "csc": 2, "gp": 2, "hv": 2, "housing": 0, "police": 0, "school": 0
    }  # fmt: skip
    assert found[1].entry_ids == ("b1", "b2", "m")
    assert places(found)["csc"].partners == 4


def test_a_contact_before_an_adult_came_to_the_family_is_none_with_it() -> None:
    """On 9 June he was not of it, on the 10th he was, and the mother was all along; "June" may have been after."""
    since = dt.date(2018, 6, 10)
    for contact, counts in (
        (visit(1, "9 June 2018", "school", "mr-k"), False),
        (visit(1, "10 June 2018", "school", "mr-k"), True),
        (visit(1, "June 2018", "school", "mr-k"), True),
        (visit(1, "9 June 2018", "school", "mr-k", "mother"), True),
        (visit(1, "9 June 2018", "school"), True),
    ):
        found = periods([contact], TREE[:1], linked_since=since)
        assert ("school" in found[0].active) is counts
    early = [visit(1, "1 June 2018", "school", "mr-k"), visit(2, "9 June 2018", "gp", "mother")]
    assert without(periods(early, linked_since=since)) == []
    assert len(without(periods(early))) == 1


def test_an_agency_in_contact_that_communicated_with_nobody_has_no_partner() -> None:
    found = places(
        periods([visit(1, "1 May 2018", "school"), visit(2, "2 May 2018", "gp", missed=True)], TREE[:1])
    )
    assert {name: place.partners for name, place in found.items()} == {"csc": 1, "gp": 1, "school": 0}
    assert found["school"].pairs_through == 0


def test_nothing_after_the_day_looked_back_from_counts() -> None:
    found = periods([visit(1, "1 July 2018", "school")], TREE, as_of=dt.date(2018, 5, 2))
    assert (found[0].active, found[0].communications) == (("csc", "gp", "hv"), 2)
    assert (found[0].from_day, found[0].to_day) == (dt.date(2018, 5, 1), dt.date(2018, 5, 2))
    assert [str(p.to_day) for p in found if p.kind == "month"] == ["2018-05-02"]


def test_by_month_only_what_certainly_lies_within_it() -> None:
    """ "Summer 2018" and a baton with no date count in the whole review alone; "May 2018" in May."""
    batons = [
        told(1, "May 2018", "gp", "csc"),
        told(2, "between 30 May 2018 and 2 June 2018", "gp", "hv"),
        told(3, "", "gp", "police"),
    ]
    found = periods([visit(1, "9 June 2018", "school")], batons)
    assert found[0].communications == 3
    months = {str(p.from_day): (p.communications, p.active) for p in found if p.kind == "month"}
    assert months == {"2018-05-01": (1, ("csc", "gp")), "2018-06-01": (0, ("school",))}


BUSY = [
    visit(number, f"{day} {month} 2018", agency)
    for number, (day, month, agency) in enumerate(
        [
            (3, "March", "hv"), (9, "March", "school"),
            (2, "April", "gp"), (20, "April", "hv"),
            (5, "June", "school"), (6, "June", "police"),
        ]
    )
]  # fmt: skip


def test_months_in_a_row_with_several_in_contact_and_no_communication() -> None:
    """Nobody was in contact in May, so that March and April are one run and June another."""
    found = periods(BUSY, [told(9, "1 July 2018", "gp", "csc")])
    assert without(found) == [
        ("2018-03-01", "2018-04-30", ("gp", "hv", "school")),
        ("2018-06-01", "2018-06-30", ("police", "school")),
    ]
    (first, _) = [p for p in found if p.kind == "no communication"]
    assert first.entry_ids == ("v0", "v1", "v2", "v3")


def test_a_communication_that_may_lie_in_a_month_ends_the_run() -> None:
    """Whoever communicated, and whether it was sent, received or may have been sent then."""
    assert without(periods(BUSY, [told(9, "8 April 2018", "housing", "csc")])) == [
        ("2018-03-01", "2018-03-31", ("hv", "school")),
        ("2018-06-01", "2018-06-30", ("police", "school")),
    ]
    late = told(9, "28 February 2018", "housing", "csc", received="2 March 2018")
    assert [run[0] for run in without(periods(BUSY, [late]))] == ["2018-04-01", "2018-06-01"]
    assert without(periods(BUSY, [told(9, "2018", "housing", "csc")])) == []


def test_a_month_with_one_agency_or_not_yet_over_is_no_run() -> None:
    assert without(periods(BUSY[:1])) == []
    assert without(periods(BUSY[:2], as_of=dt.date(2018, 3, 30))) == []
    assert len(without(periods(BUSY[:2], as_of=dt.date(2018, 3, 31)))) == 1


def test_nothing_dated_makes_no_period() -> None:
    assert periods(batons=[told(1, "", "gp", "csc")]) == ()

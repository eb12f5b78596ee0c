"""The relay: a few contacts and batons in; their lanes, looks, places and words out."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
from invented_relay import CONTACTS, DECISION_LATE, JUNE, baton, contact, day, relay_material, relay_review

from scrgraph.model.vocabulary import Tri
from visualisations.drawing.wanted import Wanted
from visualisations.frame.marks import Mark
from visualisations.records.material import Material
from visualisations.relay.events import Events, events_of
from visualisations.relay.lanes import lanes_of
from visualisations.relay.picture import drawing, page
from visualisations.relay.plane import Taken, days_of, levels_of, plane_of, whole_level
from visualisations.relay.sheet import draw_level


@pytest.fixture
def material() -> Iterator[Material]:
    """One baton of each kind."""
    with relay_material() as read:
        yield read


def by_title(events: Events, words: str) -> Mark:
    return next(mark for mark in events.marks if words in mark.title)


def names_of(marks: Events) -> dict[str, str]:
    """The referrals' names by the id of their mark."""
    return {mark.mark_id: mark.title.split()[1] for mark in marks.marks if mark.kind == "baton"}


def test_each_agency_with_something_dated_has_a_lane_and_others_none(material: Material) -> None:
    lanes = lanes_of(material)
    assert [lane.name for lane in lanes] == [
        "Children's Social Care", "Health Visiting", "Housing", "Police", "Family and others",
    ]  # fmt: skip


def test_no_agency_is_a_lane_where_a_baton_names_neither_end() -> None:
    with relay_material(relay_review((), [baton("odd", day(1))])) as material:
        assert [lane.name for lane in lanes_of(material)] == ["No agency named"]


def test_a_baton_has_the_look_of_what_became_of_it(material: Material) -> None:
    events = events_of(material)
    names = names_of(events)
    assert {names[b.mark_id]: b.look.key for b in events.batons} == {
        "acted": "acted", "plain": "received", "late": "late", "declined": "not_acted", "lost": "no_record",
        "denied": "recorded_not", "held": "not_passed", "dark": "cannot_tell", "nowhere": "cannot_tell",
        "told": "received", "undated": "received",
    }  # fmt: skip


def test_looks_differ_by_more_than_colour(material: Material) -> None:
    looks = {b.look for b in events_of(material).batons}
    assert len({(look.dashes, look.end) for look in looks if look.key != "late"}) == len(looks) - 1


def test_a_baton_received_thirteen_days_later_is_late_and_says_that_no_limit_is_set(
    material: Material,
) -> None:
    facts = dict(by_title(events_of(material), "Referral late").facts)
    assert facts["late"] == (
        "received 13 days after it was sent (13 February 2018). No limit is set for receipt; "
        "5 days or more are counted here"
    )


def test_a_step_after_its_clock_names_the_clock_and_its_authority() -> None:
    with relay_material(relay_review(deadlines=[DECISION_LATE])) as material:
        events = events_of(material)
    assert dict(by_title(events, "Referral plain").facts)["late"] == (
        "a decision on the referral, due by 22 January 2018 (1 working day): recorded 3 days later, 25 January 2018. "
        "The limit: national guidance, Working Together 2013"
    )
    names = names_of(events)
    (late,) = [b for b in events.batons if names[b.mark_id] == "plain"]
    assert (
        late.look.key == "late"
        and late.wait
        and late.wait.until == (dt.date(2018, 1, 25), dt.date(2018, 1, 25))
    )


def test_a_receipt_that_may_have_been_late_keeps_its_look_and_its_wait_is_not_certain() -> None:
    with relay_material(relay_review((), [baton("may", day(149), "hv", "csc", received=JUNE)])) as material:
        (one,) = events_of(material).batons
        (mark,) = events_of(material).marks
    assert one.look.key == "received" and one.wait and not one.wait.certain
    assert dict(mark.facts)["possibly late"].startswith(
        "may have been received 2 to 31 days after it was sent"
    )


def test_every_stage_is_told_with_its_date_and_how_it_is_known(material: Material) -> None:
    facts = dict(by_title(events_of(material), "Referral acted").facts)
    assert facts["passed"] == "11 January 2018; recorded"
    assert facts["received"] == "13 January 2018; matched with the other agency's entry; the same people"
    assert facts["accepted"] == "cannot tell: records not in hand"
    assert facts["acted on"] == "recorded"
    assert facts["about"] == "Ivy"


def test_no_record_and_cannot_tell_are_told_apart_without_blame(material: Material) -> None:
    events = events_of(material)
    assert dict(by_title(events, "Referral lost").facts)["outcome"] == "no record of receipt was found"
    assert dict(by_title(events, "Referral dark").facts)["outcome"] == "cannot tell: records not in hand"
    told = drawing(material, Wanted()).words
    assert "With no record of receipt found: 1 from Police to Health Visiting." in told
    assert "1 from Children's Social Care to Housing" in told
    assert not re.search(
        r"fail|never|ignored|risk", told + page(material).split("<main")[1].split("<script")[0]
    )


def test_contacts_are_filled_hollow_or_crossed_by_whether_a_child_was_seen(material: Material) -> None:
    events = events_of(material)
    assert {mark.title: mark.show for mark in events.marks if mark.kind == "contact"} == {
        "Visit, Health Visiting, 4 January 2018": "seen",
        "Visit, Health Visiting, 6 January 2018": "not_seen",
        "Visit, Health Visiting, 8 January 2018": "missed",
        "Visit, Police, June 2018": "not_seen",
        "Visit, Police, no date given": "not_seen",
    }


def test_days_without_an_agency_s_records_are_told_as_such(material: Material) -> None:
    lanes = {lane.name: lane for lane in lanes_of(material)}
    year = (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    assert lanes["Health Visiting"].gaps(*year) == ((dt.date(2018, 10, 1), dt.date(2018, 12, 31)),)
    assert lanes["Housing"].gaps(*year) == (year,)
    assert lanes["Police"].gaps(*year) == lanes["Family and others"].gaps(*year) == ()
    assert "no records in hand" in drawing(material, Wanted()).svg
    assert (
        "No records are in hand of Housing; silence there tells nothing." in drawing(material, Wanted()).words
    )


def test_what_has_no_date_is_counted_listed_and_not_drawn(material: Material) -> None:
    html = page(material)
    assert "1 contact and 1 baton are not drawn, having no date." in drawing(material, Wanted()).words
    assert "Without a date, so not in the lanes (2)" in html
    assert "<span data-mark=" in html and "Visit, Police, no date given" in html


def test_an_arrow_lands_on_the_day_of_receipt_and_a_wait_is_as_long_as_it_was(material: Material) -> None:
    events, plane = events_of(material), plane_of(lanes_of(material))
    days = days_of(events)
    assert days == (dt.date(2018, 1, 4), dt.date(2018, 6, 30))
    level = levels_of(*days)[-1]
    svg = str(draw_level(events, plane, level).lanes)
    ids = {name: mark_id for mark_id, name in names_of(events).items()}
    acted = re.search(rf'data-mark="{ids["acted"]}".*?d="M([\d.]+) ([\d.]+)C.*? ([\d.]+) ([\d.]+)"', svg)
    assert acted and [round(float(place)) for place in acted.groups()] == [
        round(level.axis.middle(dt.date(2018, 1, 11))), round(plane.y(1, "rail")),
        round(level.axis.middle(dt.date(2018, 1, 13))), round(plane.y(0, "rail")) + 1,
    ]  # fmt: skip
    late = re.search(rf'data-mark="{ids["late"]}"[^>]*><rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"', svg)
    assert late and float(late[1]) == pytest.approx(level.axis.middle(dt.date(2018, 1, 31)), abs=0.1)
    assert float(late[2]) == pytest.approx(13 * level.axis.day_width, abs=0.1)


def test_contacts_that_would_overlap_are_one_group_far_out_and_single_when_near() -> None:
    visits = [contact(f"v{number}", day(number), "hv", Tri.YES) for number in range(0, 60)]
    ends = [contact("first", day(-700), "hv"), contact("last", day(700), "hv")]
    with relay_material(relay_review([*visits, *ends], ())) as material:
        events, plane = events_of(material), plane_of(lanes_of(material))
        days = days_of(events)
        assert days
        drawn = {
            s.level.key: str(s.lanes) for s in (draw_level(events, plane, one) for one in levels_of(*days))
        }
    assert list(drawn) == ["whole", "year", "quarter", "month"]
    groups = {key: re.findall(r'data-group="([^"]*)"', svg) for key, svg in drawn.items()}
    assert 1 <= len(groups["whole"]) < 6 and drawn["whole"].count("data-mark") < 6
    assert groups["month"] == [] and drawn["month"].count("data-mark") == 62
    for svg in drawn.values():
        assert sum(len(ids.split()) for ids in re.findall(r'data-(?:mark|group)="([^"]*)"', svg)) == 62


def test_several_contacts_of_one_day_stand_side_by_side_where_a_day_is_wide_enough() -> None:
    visits = [contact(name, day(0), "hv") for name in ("one", "two")]
    with relay_material(relay_review([*visits, contact("end", day(100), "hv")], ())) as material:
        events, plane = events_of(material), plane_of(lanes_of(material))
        days = days_of(events)
        assert days
        near = str(draw_level(events, plane, levels_of(*days)[-1]).lanes)
    places = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"[^>]*data-mark', near)]
    assert "data-group" not in near and places[1] - places[0] == pytest.approx(11, abs=0.1)


def test_a_wait_is_filled_as_far_as_it_is_sure_and_dashed_as_far_as_it_may_have_been() -> None:
    with relay_material(relay_review((), [baton("slow", day(100), "hv", "csc", received=JUNE)])) as material:
        events, plane = events_of(material), plane_of(lanes_of(material))
        level = whole_level(dt.date(2018, 4, 1), dt.date(2018, 6, 30))
        svg = str(draw_level(events, plane, level).lanes)
    sure, perhaps = re.findall(
        r'<rect fill="(#\w+)"( stroke-dasharray="3 2")?[^>]* x="([\d.]+)" width="([\d.]+)"', svg
    )
    assert (sure[1], perhaps[1]) == ("", ' stroke-dasharray="3 2"')
    assert float(perhaps[2]) == pytest.approx(level.axis.x(dt.date(2018, 6, 1)), abs=0.1)
    assert float(perhaps[3]) == pytest.approx(30 * level.axis.day_width, abs=0.1)


def test_a_partial_date_is_a_bar_over_all_its_days(material: Material) -> None:
    events, plane = events_of(material), plane_of(lanes_of(material))
    level = whole_level(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    svg = str(draw_level(events, plane, level).lanes)
    june = by_title(events, "June 2018").mark_id
    bar = re.search(rf'<rect x="([\d.]+)"[^>]* width="([\d.]+)"[^>]* data-mark="{june}"', svg)
    assert bar and float(bar[1]) == pytest.approx(level.axis.x(dt.date(2018, 6, 1)), abs=0.1)
    assert float(bar[2]) == pytest.approx(30 * level.axis.day_width, abs=0.1)


def test_batons_of_the_same_day_and_lane_leave_from_places_of_their_own() -> None:
    many = [baton(f"b{number}", day(20), "hv", "csc", received=day(20)) for number in range(5)]
    ends = [contact("first", day(0), "hv"), contact("last", day(40), "hv")]
    with relay_material(relay_review(ends, many)) as material:
        events, plane = events_of(material), plane_of(lanes_of(material))
        svg = str(draw_level(events, plane, whole_level(dt.date(2018, 1, 1), dt.date(2018, 2, 10))).lanes)
    feet = [float(x) for x in re.findall(r'<circle stroke="none" fill="#0072B2" cx="([\d.]+)"', svg)]
    assert len(feet) == 5
    assert min(b - a for a, b in zip(sorted(feet), sorted(feet)[1:], strict=False)) > 4


def test_a_baton_with_one_end_known_is_a_stub_with_a_question_mark(material: Material) -> None:
    svg = drawing(material, Wanted()).svg
    assert "no agency is named" in svg
    events = events_of(material)
    assert by_title(events, "Referral nowhere").title.startswith(
        "Referral nowhere from Health Visiting to an agency not named"
    )


def test_a_file_of_one_person_or_of_some_days_shows_no_more_than_that(material: Material) -> None:
    one = drawing(material, Wanted(person_id="ivy:gran"))
    assert "0 contacts" not in one.words and "1 baton passed" in one.words and "Nan Petra" in one.words
    some = drawing(material, Wanted(first=dt.date(2018, 2, 1), last=dt.date(2018, 2, 28)))
    assert "2 batons passed" in some.words and "from 1 February 2018 to 28 February 2018" in some.words
    assert "1 contact and 1 baton are not drawn, having no date." in some.words
    places = [float(x) for x in re.findall(r'cx="(-?[\d.]+)"', some.svg)]
    assert places and min(places) >= 0 and max(places) <= 1040


def test_an_empty_review_says_so_in_words() -> None:
    with relay_material(relay_review((), ())) as material:
        html, drawn = page(material), drawing(material, Wanted())
    assert "Nothing was passed on, and there was no contact." in html.split("<script")[0]
    assert "Nothing was passed on" in drawn.words and ET.fromstring(drawn.svg)  # noqa: S314


def test_things_without_any_date_leave_no_lanes_and_are_still_listed() -> None:
    with relay_material(relay_review([CONTACTS[-1]], ())) as material:
        html, drawn = page(material), drawing(material, Wanted())
    assert "Without a date, so not in the lanes (1)" in html and "1 contact is not drawn" in drawn.words


def test_twenty_five_agencies_have_a_lane_each_that_words_fit_in() -> None:
    names = [f"Service with a rather long name number {number}" for number in range(21)]
    visits = [contact(name, day(place), name) for place, name in enumerate(names)]
    with relay_material(relay_review([*CONTACTS, *visits], extra=names)) as material:
        plane = plane_of(lanes_of(material))
        assert len(plane.lanes) == 26 and plane.lane_height == 44
        assert ET.fromstring(drawing(material, Wanted()).svg)  # noqa: S314


def test_the_same_review_gives_the_same_page_and_file(demo: Material) -> None:
    again = Material.of(demo.store, demo.review, demo.findings)
    assert page(demo) == page(again)
    assert drawing(demo, Wanted()) == drawing(again, Wanted())


def test_markup_in_every_text_stays_text(hostile_demo: Material) -> None:
    drawn = drawing(hostile_demo, Wanted())
    root = ET.fromstring(drawn.svg)  # noqa: S314
    assert not [node for node in root.iter() if node.tag.endswith(("script", "image", "a"))]
    assert "<script>window.PWNED" not in page(hostile_demo)


def test_words_take_no_place_that_is_taken() -> None:
    taken = Taken()
    taken.take((0, 0, 130, 10))
    assert (
        not taken.free((100, 5, 140, 15)) and taken.free((100, 11, 140, 20)) and taken.free((131, 0, 160, 10))
    )

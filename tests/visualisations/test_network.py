"""The network picture: the same each time, nothing on top of anything else, statuses in the right words."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from invented_family import invented_family, material_of

from visualisations.drawing.baton_look import BATON_LINES
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.wanted import Wanted
from visualisations.network.arrows import place_arrows
from visualisations.network.family import Box, place_family
from visualisations.network.generations import generations
from visualisations.network.lines import baton_lines, contact_lines
from visualisations.network.picture import drawing, page
from visualisations.network.ring import place_ring
from visualisations.network.scene import scene_of
from visualisations.network.things import things_of
from visualisations.records.material import Material
from visualisations.records.shown import BatonShown, BatonStatus, PersonShown, Records, StageShown, When

ROOT = Path(__file__).resolve().parents[2]
SIZES = {
    "ten agencies": {"agencies": 10},
    "twelve agencies without professionals": {"agencies": 12, "workers": 0},
    "twenty-five agencies": {"agencies": 25},
    "seven professionals each": {"agencies": 8, "workers": 7},
    "one agency": {"agencies": 1, "workers": 1},
}


@pytest.fixture(params=sorted(SIZES))
def picture(request: pytest.FixtureRequest) -> Records:
    """Reviews of several sizes."""
    return invented_family(**SIZES[request.param])


def digest() -> str:
    material = material_of(invented_family())
    both = page(material) + drawing(material, Wanted()).svg + drawing(material, Wanted()).words
    return hashlib.sha256(both.encode()).hexdigest()


def digest_in_a_new_process(seed: str) -> str:
    paths = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    code = "import test_network; print(test_network.digest())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_same_records_give_the_same_page_and_drawing_in_any_process() -> None:
    assert {digest_in_a_new_process("1"), digest_in_a_new_process("2")} == {digest()}


def test_boxes_people_and_labels_do_not_touch(picture: Records) -> None:
    family = place_family(picture)
    cards = [card.box for card in place_ring(picture, family)]
    people = [box for place in family.people for box in (place.label, Box(place.x, place.y, 30, 30))]
    labels = [place.label for place in family.people]
    assert len(cards) == len(picture.agencies) and len(family.people) == len(picture.people)
    assert all(a.clear_of(b, 10) for a, b in combinations(cards, 2))
    assert all(card.clear_of(person, 8) for card in cards for person in people)
    assert all(a.clear_of(b, 4) for a, b in combinations(labels, 2))


def test_a_household_holds_its_own_people_with_room_round_their_names_and_nobody_else(
    picture: Records,
) -> None:
    family = place_family(picture)
    members = {(stay.household_id, stay.person_id) for stay in picture.stays}
    for home in family.households:
        top = home.box.y - home.box.height / 2
        for place in family.people:
            label = place.label
            if (home.household_id, place.person_id) in members:
                assert abs(label.x - home.box.x) + label.width / 2 <= home.box.width / 2 - 3
                assert label.y + label.height / 2 <= home.box.y + home.box.height / 2 - 2
                assert place.y - place.size >= top + 20
            else:
                assert home.box.clear_of(label, 3)
    assert all(a.box.clear_of(b.box, 6) for a, b in combinations(family.households, 2))


def test_generations_follow_the_ties_and_then_the_roles() -> None:
    picture = invented_family()
    stranger = PersonShown(person_id="p99", name="Nan", role="great aunt", kind="adult")
    grown = generations(picture.model_copy(update={"people": (*picture.people, stranger)}))
    assert [grown[p] for p in ("p8", "p9", "p4", "p6", "p5", "p1", "p2", "p3", "p99")] == [
        0,
        0,
        1,
        1,
        1,
        2,
        2,
        2,
        1,
    ]


def test_a_family_with_many_children_takes_more_rows_and_still_fits() -> None:
    children = tuple(
        PersonShown(person_id=f"k{n:02}", name=f"Child Number {n}", kind="child") for n in range(14)
    )
    family = place_family(Records(review_id="r", title="t", people=children))
    assert all(a.label.clear_of(b.label, 4) for a, b in combinations(family.people, 2))


def test_a_review_with_nothing_in_it_still_gives_a_page() -> None:
    nothing = material_of(Records(review_id="r", title="Empty"))
    assert "Empty" in page(nothing)
    assert "No contact and no baton is recorded" in drawing(nothing, Wanted()).words


@pytest.mark.parametrize(
    ("receipt", "action", "status"),
    [
        ("matched", "recorded", BatonStatus.ACTED_ON),
        ("no record found", "recorded", BatonStatus.ACTED_ON),
        ("recorded", "not due", BatonStatus.RECEIVED),
        ("matched", "cannot tell", BatonStatus.RECEIVED),
        ("matched", "no record found", BatonStatus.NOT_ACTED_ON),
        ("recorded not", "cannot tell", BatonStatus.RECORDED_NOT),
        ("no record found", "no record found", BatonStatus.NO_RECORD),
        ("cannot tell", "cannot tell", BatonStatus.CANNOT_TELL),
    ],
)
def test_the_status_of_a_baton(receipt: str, action: str, status: BatonStatus) -> None:
    assert (
        BatonShown(baton_id="b", kind="referral", on=When(), receipt=receipt, action=action).status is status
    )


def test_a_declined_baton_was_received_and_one_held_back_was_not_passed() -> None:
    declined = BatonShown(
        baton_id="b", kind="referral", on=When(), receipt="matched", action="recorded",
        stages=(StageShown(stage="declined", how="recorded"),),
    )  # fmt: skip
    assert declined.status is BatonStatus.NOT_ACTED_ON
    assert declined.model_copy(update={"passed": False}).status is BatonStatus.NOT_PASSED


def test_every_status_has_its_own_dashes_and_not_only_its_own_colour() -> None:
    assert set(BATON_LINES) == set(BatonStatus)
    for a, b in combinations(BATON_LINES.values(), 2):
        assert a.dashes != b.dashes and a.colour != b.colour and a.words != b.words


def test_every_contact_and_every_baton_with_two_ends_has_a_line() -> None:
    picture = invented_family()
    cards = place_ring(picture, place_family(picture))
    node_of = {
        p: worker.node_id for card in cards for worker in card.workers for p in worker.professional_ids
    }
    drawn = {thing for line in contact_lines(picture, node_of) for thing in line.things}
    assert drawn == {contact.contact_id for contact in picture.contacts}
    arrows = {thing for line in baton_lines(picture) for thing in line.things}
    assert arrows == {baton.baton_id for baton in picture.batons if baton.to_agency_id}


def test_arrows_start_and_end_off_the_boxes_and_no_more_than_two_share_a_place() -> None:
    picture = invented_family()
    family = place_family(picture)
    cards = place_ring(picture, family)
    ends = [
        end for arrow in place_arrows(baton_lines(picture), cards, family) for end in (arrow.start, arrow.end)
    ]
    assert max(Counter(ends).values()) <= 2 and len(set(ends)) > 0.85 * len(ends)
    assert all(card.box.clear_of(Box(*end, 0, 0)) for card in cards for end in ends)


def test_professionals_beyond_the_first_few_share_a_row() -> None:
    picture = invented_family(agencies=6, workers=9)
    card = place_ring(picture, place_family(picture))[0]
    assert len(card.workers) == 5 and card.workers[-1].lines == ("and 5 more",)
    assert sum(len(worker.professional_ids) for worker in card.workers) == 9


def test_long_names_wrap_and_never_run_over() -> None:
    name = "Bartholomew-Featherstonehaugh Wigglesworth née Ó Súilleabháin\u202e\nx"
    for line in wrap(name, 100, 14, lines=3, bold=True):
        assert text_width(line, 14, bold=True) <= 100 and "\n" not in line and "\u202e" not in line
    assert wrap("", 100, 14, lines=3) == ()


def test_a_thing_keeps_its_partial_date_its_status_and_the_rows_of_its_stages() -> None:
    baton = BatonShown(
        baton_id="b1", kind="referral", receipt="no record found", entry_ids=("e1",),
        on=When(earliest=dt.date(2008, 3, 1), latest=dt.date(2008, 3, 31), words="March 2008"),
        stages=(StageShown(stage="passed", how="recorded", entry_ids=("e1", "e2")),),
    )  # fmt: skip
    mark = things_of(material_of(Records(review_id="r", title="t", batons=(baton,))))["b1"]
    assert (mark.first, mark.last) == (dt.date(2008, 3, 1), dt.date(2008, 3, 31))
    assert mark.title == "referral: sender not stated to nobody named, March 2008"
    assert mark.facts[0] == ("status", "no record of receipt was found") and mark.entry_ids == ("e1", "e2")


def test_with_very_many_arrows_there_is_one_line_for_all_batons_between_two_agencies() -> None:
    few, many = (scene_of(material_of(invented_family(agencies=25, batons=n))) for n in (25, 400))
    assert not few.together and not few.bundles
    assert many.together and len(many.bundles) <= 25 < len(many.arrows)
    drawn = {thing for arrow in many.bundles for thing in arrow.line.things}
    assert drawn == {thing for arrow in many.arrows for thing in arrow.line.things}


def test_everything_is_wide_enough_to_be_read_on_a_small_screen(demo: Material) -> None:
    left, top, right, bottom = scene_of(demo).bounds
    assert min(1060 / (right - left), 540 / (bottom - top)) * 13 >= 10.8

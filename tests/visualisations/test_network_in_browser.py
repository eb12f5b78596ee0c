"""The network in a real browser: it follows the address, the keyboard reaches all of it, its counts are the data's."""

from __future__ import annotations

import dataclasses

import pytest
from invented_family import invented_family, material_of
from page_checks import HOSTILE, OpenPage, serious_faults
from playwright.sync_api import Page

from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from visualisations.network.picture import page as network
from visualisations.records.material import Material
from visualisations.records.shown import Records

pytestmark = pytest.mark.browser

#: The scale at which the whole picture just fits.
WHOLE = (
    "Math.min(document.getElementById('canvas').clientWidth / (own.bounds[2] - own.bounds[0]),"
    " document.getElementById('canvas').clientHeight / (own.bounds[3] - own.bounds[1]), 1.7)"
)


@pytest.fixture(scope="module")
def family() -> Records:
    return invented_family()


@pytest.fixture(scope="module")
def html(family: Records) -> str:
    return network(material_of(family))


def counts(page: Page) -> str:
    return page.locator("#counts").inner_text()


def listed(page: Page) -> str:
    return page.locator("#in-view").inner_text()


def until(page: Page, condition: str) -> None:
    """Wait for something in the page; the policy of the page allows no text to be run as code in it."""
    page.evaluate(
        f"new Promise((done) => {{ const look = () => (({condition}) ? done() : setTimeout(look, 20)); look(); }})"
    )


def spot(page: Page, node: str) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        "(id) => canvas.network.canvasToDOM(canvas.network.getPosition(id))", node
    )
    return found


def test_markup_in_every_text_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page(network(material_of(invented_family(hostile=HOSTILE))))
    assert HOSTILE in page.locator("h1").inner_text() and HOSTILE in counts(page)
    page.locator("#ring").select_option("adults")
    for person in ("p1", "p4", ""):
        page.locator("select[name=person]").select_option(person)
        page.locator(".item").first.click()
        assert HOSTILE in page.locator(".opened").first.inner_text()
    for node in page.locator("#nodes button").all()[:6]:
        node.focus()
    assert page.locator("img").count() == 0


def test_markup_in_every_text_of_the_demo_runs_nothing(open_page: OpenPage, hostile_demo: Material) -> None:
    page = open_page(network(hostile_demo), state="ring=men&from=2018-03-01&to=2018-05-31")
    page.locator(".item").first.click()
    assert page.locator("img").count() == 0


def test_it_opens_on_the_child_and_a_click_on_a_person_or_agency_moves_the_focus(
    open_page: OpenPage, html: str
) -> None:
    page = open_page(html)
    colours = page.evaluate(
        "() => { const c = document.querySelector('#canvas canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; const s = new Set();"
        "for (let i = 0; i < d.length; i += 40) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; }"
    )
    assert colours > 50
    assert counts(page).startswith("Jonah Tranter:") and page.url.endswith("#person=p1")
    page.locator("#canvas canvas").click(position=spot(page, "person:p4"))
    assert counts(page).startswith("Carys Tranter:") and page.url.endswith("#person=p4")
    police = spot(page, "agency:a06")
    page.locator("#canvas canvas").click(position={"x": police["x"], "y": police["y"] - 22})
    assert counts(page).startswith("Police:") and page.url.endswith("#agency=a06")
    assert page.locator("a[data-place=relay]").get_attribute("href") == "relay.html#agency=a06"


def test_the_state_of_another_picture_is_taken_over(open_page: OpenPage, html: str) -> None:
    page = open_page(html, state="person=p4&agency=a06&from=2018-01-01&to=2018-06-30")
    assert counts(page).startswith("Carys Tranter and Police:")
    assert counts(page).endswith("(1 January 2018 to 30 June 2018)")
    assert page.locator("#since").get_attribute("aria-valuetext") == "1 January 2018"
    assert page.locator("#until").get_attribute("aria-valuetext") == "30 June 2018"
    page.locator("#clear").click()
    assert counts(page).startswith("Everyone:") and "#" not in page.url


def test_the_counts_are_those_of_the_data_and_follow_focus_dates_words_and_ticks(
    open_page: OpenPage, html: str, family: Records
) -> None:
    page = open_page(html)
    about = [baton for baton in family.batons if "p1" in baton.about]
    none = [baton for baton in about if baton.receipt == "no record found"]
    assert f"{len(about)} batons, {len(none)} with no record of receipt" in counts(page)
    page.locator("select[name=person]").select_option("")
    everyone = counts(page)
    assert f"{len(family.batons)} batons" in everyone
    page.locator("#until").focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert counts(page) != everyone and " to " in counts(page).rsplit("(", 1)[1]
    page.locator("#all-dates").click()
    assert counts(page) == everyone
    undated = [thing for thing in (*family.contacts, *family.batons) if thing.on.earliest is None]
    assert page.locator("#undated-words").inner_text() == f"undated ({len(undated)})"
    page.locator("#undated").uncheck()
    assert f"{len([b for b in family.batons if b.on.earliest])} batons" in counts(page)
    page.locator("input[name=line][value=no_record]").uncheck()
    assert "no record of receipt" not in counts(page)
    page.locator("#agencies summary").click()
    page.locator("#agencies-none").click()
    assert counts(page) == "Everyone: 0 contacts, 0 batons"
    page.locator("#clear").click()
    page.locator("input[name=words]").fill("referral 19.")
    assert counts(page) == "Everyone: 0 contacts, 1 baton, 1 with no record of receipt"


def test_men_whom_no_agency_working_with_the_child_met_stand_out(
    open_page: OpenPage, html: str, family: Records
) -> None:
    page = open_page(html)
    page.locator("#ring").select_option("men")
    words = listed(page)
    assert "Men in the picture (4)" in words and "Maureen" not in words.split("Batons")[0]
    unseen = "Unknown male at the address: no agency working with the child recorded meeting him"
    assert f"{unseen}; no recorded contact with any agency" in words
    assert "Dean Hollis: recorded contact with an agency working with the child" in words
    assert page.locator("#key-unseen").is_visible()
    adult_only = tuple(agency.model_copy(update={"works_with_child": False}) for agency in family.agencies)
    page = open_page(
        network(material_of(family.model_copy(update={"agencies": adult_only}))), state="ring=men"
    )
    assert "recorded meeting him; recorded contact only with agencies not working" in listed(page)


def test_a_household_shows_who_lived_there_in_the_dates_chosen(open_page: OpenPage, demo: Material) -> None:
    page = open_page(network(demo), state="from=2018-05-01&to=2018-05-31")
    names = {button.get_attribute("aria-label") for button in page.locator("#nodes button").all()}
    assert "Craig Bolland, mother's later partner, moved in: July 2018" in names
    assert "Jordan Pell, father of Rowan, lived here until 7 April 2018" in names
    assert "Kayla Marsh, mother" in names


def test_arrow_keys_go_from_one_to_the_next_and_enter_chooses(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.locator("#nodes button").first.focus()
    reached = page.evaluate(
        """() => { const known = new Set([document.activeElement]); const queue = [...known];
        while (queue.length) { const here = queue.shift();
          for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) { here.focus();
            here.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
            const next = document.activeElement;
            if (!known.has(next)) { known.add(next); queue.push(next); } } }
        return known.size; }"""
    )
    assert reached == page.locator("#nodes button").count() == 9 + 10 + 20
    page.locator("#nodes button[data-node='person:p5']").focus()
    page.keyboard.press("ArrowDown")
    assert (
        page.evaluate("pointed.node") == page.evaluate("document.activeElement.dataset.node") != "person:p5"
    )
    assert page.locator("#hover").is_visible()
    page.locator("#nodes button[data-node='agency:a06']").focus()
    page.keyboard.press("Enter")
    assert counts(page).startswith("Police:")


def test_the_keyboard_alone_reaches_the_source_row_of_a_baton(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.locator("#panel").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "item":
            break
    assert page.evaluate("pointed.edges.size") == 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    row = page.locator(".opened:visible")
    assert "Referral" in row.inner_text() and ".csv, row " in row.inner_text()


def test_pointing_at_an_agency_brings_out_its_lines_and_dims_the_others(
    open_page: OpenPage, html: str
) -> None:
    page = open_page(html, state="agency=a06")
    page.locator("select[name=agency]").select_option("")
    at = spot(page, "agency:a06")
    page.locator("#canvas").hover(position={"x": at["x"], "y": at["y"] - 22})
    until(page, "pointed.node === 'agency:a06'")
    bright = page.evaluate(
        "canvas.edges.get().filter((e) => e.color.opacity === 1).map((e) => edgeById.get(e.id).ends)"
    )
    assert bright and all(
        any(end in {"agency:a06", "professional:w060", "professional:w061"} for end in ends)
        for ends in bright
    )
    assert page.evaluate("canvas.edges.get().some((e) => e.color.opacity < 0.1)")
    page.mouse.move(2, 2)
    until(page, "!canvas.edges.get().some((e) => e.color.opacity < 0.1)")


def test_a_finding_brings_out_the_lines_of_its_rows(open_page: OpenPage, family: Records) -> None:
    row = family.batons[1].entry_ids[0]
    finding = Finding(
        id="f1", question="batons-not-received", topic=Topic.BATONS, strength=Strength.NO_RECORD_FOUND,
        certainty=Certainty.CERTAIN, statement="A referral has no record of receipt.",
        evidence=(Evidence(file="file.csv", place="row 1", text="Referral 1.", entry_id=row),),
    )  # fmt: skip
    material = dataclasses.replace(material_of(family), findings=(finding,))
    page = open_page(network(material), state="finding=f1")
    assert (
        page.locator("#finding-banner")
        .inner_text()
        .startswith("Finding: A referral has no record of receipt.")
    )
    assert "Batons this finding rests on (1)" in listed(page) and "Batons besides (24)" in listed(page)
    assert page.evaluate("canvas.edges.get().filter((e) => e.color.opacity === 1).length") == 1
    assert counts(page).startswith("Everyone:")


def test_play_goes_on_by_months_says_which_and_stops(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.locator("#play").click()
    assert page.locator("#window").inner_text() == "March 2017" == page.locator("#said").text_content()
    assert "from=2017-03-01" in page.url and "to=2017-03-31" in page.url
    assert page.locator("#counts").get_attribute("aria-live") == "off"
    until(page, "document.getElementById('window').textContent === 'April 2017'")
    assert (
        page.locator("#said").text_content() == "March 2017"
        or "January" in page.locator("#window").inner_text()
    )
    page.locator("#play").click()
    assert (page.locator("#said").text_content() or "").startswith("April 2017. Jonah Tranter: ")
    assert page.locator("#counts").get_attribute("aria-live") == "polite"


def test_the_picture_is_described_in_words_and_has_no_serious_fault(open_page: OpenPage, html: str) -> None:
    page = open_page(html, state="ring=adults&person=p1")
    words = page.locator("#in-words").text_content() or ""
    assert "9 people" in words and "10 agencies" in words and "Focus: Jonah Tranter" in words
    assert page.locator("#canvas [tabindex]").count() == 0
    page.locator(".item").first.click()
    assert serious_faults(page) == []


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_the_whole_picture_fits_and_its_text_is_large_enough(
    open_page: OpenPage, demo: Material, width: int, height: int
) -> None:
    page = open_page(network(demo), width, height)
    until(page, f"Math.abs(canvas.network.getScale() - {WHOLE}) < 0.002")
    scale = page.evaluate("canvas.network.getScale()")
    assert scale * 13 >= 10.8
    outside = page.evaluate(
        """() => { const box = document.getElementById('nodes').getBoundingClientRect();
        return [...document.querySelectorAll('#nodes button')].filter((b) => { const r = b.getBoundingClientRect();
          return r.left < box.left || r.right > box.right || r.top < box.top || r.bottom > box.bottom; })
          .map((b) => b.dataset.node); }"""
    )
    assert outside == []
    assert page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")


def test_a_large_review_opens_its_list_in_pieces_and_draws_batons_together(open_page: OpenPage) -> None:
    page = open_page(
        network(material_of(invented_family(agencies=25, contacts=900, batons=400))), state="x=1"
    )
    page.locator("select[name=person]").select_option("")
    assert page.locator(".item").count() == 200
    page.get_by_role("button", name="Show 100 more of 800").click()
    assert page.locator(".item").count() == 300
    together = page.evaluate("canvas.edges.length")
    page.locator("#together").uncheck()
    assert page.evaluate("canvas.edges.length") > together


def test_a_review_with_nothing_in_it_says_so(open_page: OpenPage) -> None:
    page = open_page(network(material_of(Records(review_id="r", title="Empty"))))
    assert page.locator("#window").inner_text() == "no dated rows" and page.locator("#play").is_disabled()
    assert "No contact or baton is recorded" in listed(page)

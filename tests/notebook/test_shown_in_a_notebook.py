"""Networks and pictures of an opened review, and that nothing a record says can run in a notebook."""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from scrgraph import open_review
from scrgraph.notebook import OpenReview
from scrgraph.notebook.errors import NotebookError
from visualisations.all_pictures import PICTURE
from visualisations.records.query import read_records

UNKIND = """\
Date,Agency,Person concerned,Event type,To agency,What happened
3 May 2018,"Police <script>alert(1)</script>","Rowan ""><img src=x onerror=a()>",Visit,,"</svg><script>b()</script>"
4 May 2018,"Police <script>alert(1)</script>","Rowan ""><img src=x onerror=a()>",Referral,Housing & Co,"'><b>loud</b>"
"""
#: The elements that are ours; an image is one of them, and its address is the drawing itself.
OURS = {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "figure", "img", "details", "summary"}


@pytest.fixture(scope="module")
def demo() -> Iterator[OpenReview]:
    with open_review("demo") as review:
        yield review


def test_the_network_has_everybody_and_every_agency(demo: OpenReview) -> None:
    network = demo.network()
    names = {about["name"] for _, about in network.nodes(data=True)}
    assert {"Rowan Marsh", "Northmere Police", "Kayla Marsh"} <= names
    kinds = {about["what"] for _, _, about in network.edges(data=True)}
    assert kinds == {"contact", "baton", "tie"}
    assert set(demo.network("agencies")) | set(demo.network("people")) == set(network)


def test_no_contact_and_no_baton_is_left_out(demo: OpenReview) -> None:
    network = demo.network()
    records = read_records(demo._open, "demo")
    joined = {key for _, _, key in network.edges(keys=True)} | set(network.graph["not_joined"])
    assert {baton.baton_id for baton in records.batons} <= joined
    assert {contact.contact_id for contact in records.contacts} <= joined


def test_edges_have_days_and_rows(demo: OpenReview) -> None:
    for _, _, about in demo.network("agencies").edges(data=True):
        assert about["what"] == "baton" and about["entry_ids"] and about["status"]
        assert about["earliest"] is None or isinstance(about["earliest"], dt.date)


def test_a_period_keeps_what_may_have_happened_in_it(demo: OpenReview) -> None:
    everything, early, late = (
        demo.network("agencies"),
        demo.network("agencies", to="2017-12-31"),
        demo.network("agencies", from_="2018-01-01"),
    )
    assert 0 < early.number_of_edges() < everything.number_of_edges()
    assert early.number_of_edges() + late.number_of_edges() >= everything.number_of_edges()
    assert all(about["earliest"] <= dt.date(2017, 12, 31) for _, _, about in early.edges(data=True))
    with pytest.raises(NotebookError, match="Give the earlier day"):
        demo.network(from_="2019-01-01", to="2018-01-01")
    with pytest.raises(NotebookError, match="from_ takes a day"):
        demo.network(from_="last year")


def test_who_was_partner_then(demo: OpenReview) -> None:
    def partners(on: str) -> set[str]:
        network = demo.network("people", from_=on, to=on)
        return {
            network.nodes[start]["name"]
            for start, _, about in network.edges(data=True)
            if about["kind"] == "PARTNER_OF"
        }

    assert "Craig Bolland" not in partners("2017-01-01")
    assert "Craig Bolland" in partners("2018-12-01")


def test_networkx_works_on_it(demo: OpenReview) -> None:
    network = demo.network("agencies")
    by_name = {about["name"]: agency_id for agency_id, about in network.nodes(data=True)}
    assert nx.has_path(network, by_name["Northmere Police"], by_name["Northmere Children's Social Care"])
    with pytest.raises(NotebookError, match="'all', 'agencies' or 'people'"):
        demo.network("persons")  # type: ignore[arg-type]


@pytest.mark.parametrize("key", list(PICTURE))
def test_every_picture_is_an_image_with_its_words(demo: OpenReview, key: str) -> None:
    shown = demo.picture(key)
    html = shown._repr_html_()
    drawn = base64.b64decode(re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)[0])
    assert drawn.decode("utf-8") == shown.svg
    assert shown.words and html.count("<img ") == 1
    assert ElementTree.fromstring(shown._repr_svg_()).tag.endswith("svg")  # noqa: S314


def test_a_picture_is_of_a_day_of_a_period_and_of_a_person(demo: OpenReview) -> None:
    assert "18 June 2018" in demo.picture("genogram", on="2018-06-18").words
    assert demo.picture("relay", from_="2018-01-01", to=dt.date(2018, 6, 30)).svg != demo.picture("relay").svg
    assert demo.picture("network", person="rowan marsh").svg != demo.picture("network").svg
    with pytest.raises(NotebookError, match=r"Nobody is called 'Rowan March'. Did you mean 'Rowan Marsh'"):
        demo.picture("network", person="Rowan March")
    with pytest.raises(NotebookError, match="Did you mean 'relay'"):
        demo.picture("realy")


def test_a_picture_is_saved_by_the_name_of_its_file(demo: OpenReview, tmp_path: Path) -> None:
    shown = demo.picture("seen")
    assert shown.save(tmp_path / "a" / "seen.svg").read_text(encoding="utf-8") == shown.svg
    assert shown.save(str(tmp_path / "seen.png"), width=400).read_bytes().startswith(b"\x89PNG")
    with pytest.raises(ValueError, match="not as 'seen"):
        shown.save(tmp_path / "seen.jpg")


def test_nothing_a_record_says_becomes_markup(tmp_path: Path) -> None:
    path = tmp_path / "<b>loud.csv" if tmp_path.drive == "" else tmp_path / "loud.csv"
    path.write_text(UNKIND, encoding="utf-8")
    with open_review(path) as review:
        for html in (review._repr_html_(), *(review.picture(key)._repr_html_() for key in PICTURE)):
            assert not re.search(r"<(script|b>|img src=x)", html)
            assert set(re.findall(r"<([a-z]+)", html)) <= OURS
        for key in PICTURE:
            drawn = ElementTree.fromstring(review.picture(key)._repr_svg_())  # noqa: S314
            tags = {part.tag.rpartition("}")[2] for part in drawn.iter()}
            assert not tags & {"script", "foreignObject", "img", "b", "image", "a"}


def test_the_review_itself_is_shown_in_short(demo: OpenReview) -> None:
    html = demo._repr_html_()
    assert html.count("<tr>") == 1 + len(demo.graph.chronologies)
    assert "Rowan: an invented composite" in html and "police.csv" in html
    assert repr(demo).startswith("Rowan: an invented composite: ")

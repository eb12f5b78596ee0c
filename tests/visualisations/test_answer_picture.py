"""Results of queries drawn: what is joined, what is left out, and that nothing in a name becomes markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from scrgraph.store.base import Table
from visualisations.answer.picture import Named, answer_picture

POLICE, SCHOOL = (
    Named("Northmere Police", "agency", "#0072B2"),
    Named("Hill <b>School</b>", "agency", "#007A5A"),
)
DEAN = Named("Dean", "person", "#4d5866")
KNOWN = {one.name: one for one in (POLICE, SCHOOL, DEAN)} | {"r:police": POLICE}


def drawn(*rows: tuple[object, ...], columns: tuple[str, ...] = ("one", "day", "other")) -> str:
    picture = answer_picture(Table(columns, rows), KNOWN)  # type: ignore[arg-type]
    assert picture
    ET.fromstring(picture.svg)  # noqa: S314 - our own drawing
    return picture.svg + picture.words


def test_each_row_joins_what_it_names_from_left_to_right() -> None:
    told = drawn(("Northmere Police", "3 May", "Dean"), ("Northmere Police", "4 May", "Dean"))

    assert "Northmere Police to Dean: 2 rows" in told
    assert "3 May" in told
    assert told.count("<path") == 1


def test_an_id_names_as_well_as_a_name_and_a_list_names_several() -> None:
    told = drawn(("r:police", None, ["Dean", "Hill <b>School</b>"]))

    assert "Northmere Police to Dean: 1 row" in told
    assert "Northmere Police to Hill &lt;b&gt;School&lt;/b&gt;" in told
    assert "<b>" not in told.replace("Hill <b>School</b>: 1 row", "")


def test_where_no_row_names_two_there_is_nothing_to_draw() -> None:
    assert answer_picture(Table(("one", "n"), (("Dean", 3), ("nobody known", 4))), KNOWN) is None
    assert answer_picture(Table(("n",), ()), KNOWN) is None


def test_what_has_no_room_is_counted() -> None:
    many = {f"Agency {n}": Named(f"Agency {n}", "agency", "#000000") for n in range(60)}
    picture = answer_picture(Table(("a", "b"), tuple(("Dean", name) for name in many)), KNOWN | many)

    assert picture
    assert "20 boxes for which there is no room are left out" in picture.words
    assert picture.svg.count("<path") == 40


def test_the_same_answer_gives_the_same_bytes_whatever_the_order_of_what_is_known() -> None:
    rows = (("Dean", "x", "Northmere Police"), ("Hill <b>School</b>", "y", "Northmere Police"))
    backwards = dict(reversed(KNOWN.items()))

    assert answer_picture(Table(("a", "b", "c"), rows), KNOWN) == answer_picture(
        Table(("a", "b", "c"), rows), backwards
    )

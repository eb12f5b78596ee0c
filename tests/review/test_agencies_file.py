"""agencies.csv: the agencies, their spellings and what their chronologies cover."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.model.agencies import Agency
from scrgraph.model.review import Period
from scrgraph.model.vocabulary import Focus
from scrgraph.review.agencies_file import COLUMNS, AgencyRecord, find_agency, read_agencies, write_agencies
from scrgraph.review.errors import ReviewError

HEADER = ",".join(COLUMNS) + "\n"
TEXT = HEADER + (
    "police,Northmere Police,police,adult,Northmere,Police; CAIT,2016-02,2018-06-30\n"
    "family,Family,not_an_agency,unknown,,,,\n"
)


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "agencies.csv"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_agencies_are_read_with_the_days_they_cover(tmp_path: Path) -> None:
    police, family = read_agencies(file_of(tmp_path, TEXT))
    assert police.to_agency() == Agency(
        agency_id="police",
        display_name="Northmere Police",
        sector="police",
        focus=Focus.ADULT,
        area="Northmere",
        spellings=("Police", "CAIT"),
    )
    assert police.covers == Period(from_=dt.date(2016, 2, 1), to=dt.date(2018, 6, 30))
    assert not family.to_agency().stands_for_agency
    assert family.covers == Period()


def test_reading_and_writing_again_changes_no_byte(tmp_path: Path) -> None:
    path = file_of(tmp_path, "\ufeff" + TEXT)
    write_agencies(path, read_agencies(path))
    assert path.read_bytes().decode("utf-8") == TEXT


def test_what_import_knows_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "agencies.csv"
    agency = Agency(agency_id="gp", display_name="=GP", sector="gp", spellings=("+GP", "Dr; GP"))
    covers = Period(from_=dt.date(2016, 1, 5), to=dt.date(2018, 6, 30))
    write_agencies(path, [AgencyRecord.of(agency, covers)])
    assert "'=GP" in path.read_text(encoding="utf-8")
    (record,) = read_agencies(path)
    assert record.to_agency() == agency
    assert record.covers == covers


def test_an_agency_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    agencies = read_agencies(file_of(tmp_path, TEXT))
    for text in ("police", "northmere  police", "Cait"):
        found = find_agency(agencies, text)
        assert found is not None
        assert found.agency_id == "police"
    assert find_agency(agencies, "Housing") is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("a,A,,everyone\n", "line 2: 'everyone' is not a focus. Use one of: child, family, adult, unknown."),
        ("a,A\nA,B\n", "line 3: the agency_id 'A' is already used on line 2"),
        ("a,A,,,,CSC\nb,B,,,,csc\n", "'csc' is also a spelling of 'a'"),
        ("a,A,,,,,2018,2016\n", "covers_to is before covers_from"),
        ("a,A,,,,,soon,\n", "in covers_from, 'soon' is not a date that can be read"),
    ],
)
def test_each_mistake_has_its_line_and_what_to_do(tmp_path: Path, rows: str, expected: str) -> None:
    with pytest.raises(ReviewError) as caught:
        read_agencies(file_of(tmp_path, HEADER + rows))
    assert expected in str(caught.value)

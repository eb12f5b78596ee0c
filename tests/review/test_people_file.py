"""people.csv: what the author writes, what import writes, and what is said about mistakes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.errors import ReviewError
from scrgraph.review.people_file import (
    COLUMNS,
    KinRecord,
    PersonRecord,
    StayRecord,
    all_households,
    all_kinships,
    check_people,
    find_person,
    read_people,
    write_people,
)

HEADER = ",".join(COLUMNS) + "\n"
FAMILY = HEADER + (
    "child-a,Child A,child,female,child,2016-02-14,2016-02-20,2019-03,yes,Child A; Ava,home:2016-02..,\n"
    "mother,Mother,adult,female,mother,1994,,,,Mother; mum,home:2016-02..; other:2017-03..2018-01,"
    "parent of child-a; partner of mr-k 2016-02..2017-06\n"
    "mr-k,Mr K,adult,male,partner,,,,,,home:2016,partner of mother 2016-02..2017-06; step-parent of child-a\n"
)


def file_of(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode("utf-8"))
    return path


def fault(
    tmp_path: Path, rows: str, header: str = "person_id,name,spellings,kin,stays,born,kind,index_child\n"
) -> str:
    with pytest.raises(ReviewError) as caught:
        read_people(file_of(tmp_path, header + rows))
    return str(caught.value)


def test_a_family_is_read_as_people_stays_and_kin(tmp_path: Path) -> None:
    child, mother, mr_k = read_people(file_of(tmp_path, FAMILY))
    person = child.to_person()
    assert (person.display_name, person.kind, person.sex, person.index_child) == (
        "Child A",
        PersonKind.CHILD,
        Sex.FEMALE,
        True,
    )
    assert person.born.exact
    assert (person.died.earliest, person.died.latest) == (dt.date(2019, 3, 1), dt.date(2019, 3, 31))
    assert person.spellings == ("Child A", "Ava")
    home, other = mother.stays()
    assert (home.household_id, home.since.earliest, home.until.known) == ("home", dt.date(2016, 2, 1), False)
    assert (other.since.earliest, other.until.latest) == (dt.date(2017, 3, 1), dt.date(2018, 1, 31))
    parent, partner = mother.kinships()
    assert (parent.kinship, parent.to_person_id, parent.since.known) == ("parent", "child-a", False)
    assert (partner.kinship, partner.until.latest) == ("partner", dt.date(2017, 6, 30))
    assert mr_k.stays()[0].until.latest == dt.date(2016, 12, 31)


def test_a_tie_told_by_both_people_is_taken_once(tmp_path: Path) -> None:
    people = read_people(file_of(tmp_path, FAMILY))
    assert [tie.kinship for tie in all_kinships(people)] == ["parent", "partner", "step-parent"]
    assert [household.household_id for household in all_households(people)] == ["home", "other"]


def test_reading_and_writing_again_changes_no_byte(tmp_path: Path) -> None:
    path = file_of(tmp_path, FAMILY)
    write_people(path, read_people(path))
    assert path.read_bytes().decode("utf-8") == FAMILY


def test_a_file_without_people_is_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_people(path, ())
    assert path.read_bytes().decode("utf-8") == HEADER
    assert read_people(path) == ()
    assert read_people(tmp_path / "none.csv") == ()


@pytest.mark.parametrize(
    "value", ["=1+1", "+44 7700", "-", "@home", "'=x", "''@y", "'quoted'", "O’Neil", "a \\ b"]
)
def test_values_that_a_spreadsheet_would_reckon_with_come_back_as_they_were(
    tmp_path: Path, value: str
) -> None:
    path = tmp_path / "people.csv"
    write_people(path, [PersonRecord(person_id="p", name=value, spellings=(value, "x; y"), role=value)])
    cells = path.read_text(encoding="utf-8").splitlines()[1].split(",")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    (person,) = read_people(path)
    assert (person.name, person.role, person.spellings) == (value, value, (value, "x; y"))


def test_a_line_break_in_a_value_does_not_break_the_line(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_people(path, [PersonRecord(person_id="p", name="Mother\r\n(Ms T)")])
    assert path.read_bytes().count(b"\n") == 2
    assert read_people(path)[0].name == "Mother (Ms T)"


def test_import_writes_the_words_of_a_date_only_where_they_stand_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    first, last = dt.date(2016, 5, 3), dt.date(2016, 5, 9)
    relative = PartialDate(earliest=first, latest=last, written="a week later", how="from the row above")
    month = PartialDate(earliest=dt.date(2016, 2, 1), latest=dt.date(2016, 2, 29), written="the February")
    record = PersonRecord.of(
        Person(person_id="p", display_name="P", born=relative, due=month, died=PartialDate.day(last)),
        stayed=[StayRecord(household="Nan's: upstairs", since=relative)],
        kin=[KinRecord(kinship="friend", person_id="q", until=month)],
    )
    write_people(path, [record, PersonRecord(person_id="q", name="Q")])
    row = path.read_text(encoding="utf-8").splitlines()[1]
    assert "2016-05-03/2016-05-09,2016-02,2016-05-09" in row
    back = read_people(path)[0]
    assert (back.born.earliest, back.born.latest) == (first, last)
    assert back.stays()[0].since.latest == last
    assert back.kinships()[0].until.latest == dt.date(2016, 2, 29)


def test_what_excel_leaves_behind_is_read(tmp_path: Path) -> None:
    text = "\ufeffName,person_id,BORN,\r\nMother,mother,14/02/1994,\r\n,,,\r\n"
    (mother,) = read_people(file_of(tmp_path, text))
    assert mother.born.earliest == dt.date(1994, 2, 14)


def test_people_are_found_by_id_name_or_spelling(tmp_path: Path) -> None:
    people = read_people(file_of(tmp_path, FAMILY))
    found = [find_person(people, text) for text in ("child-a", "MR K", "ava")]
    assert [person.person_id for person in found if person] == ["child-a", "mr-k", "child-a"]
    assert find_person(people, "Nobody") is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "a,A\na,B\n",
            "people.csv, line 3: the person_id 'a' is already used on line 2. Give this row another",
        ),
        (
            "a,A,mum\nb,B,Mum\n",
            "people.csv, line 3: 'Mum' is also a spelling of 'a' on line 2. Leave it with one",
        ),
        ("a,Mum\nb,B,mum\n", "'mum' is also a spelling of 'a' on line 2"),
        ("mother,M,,parent of chid\nchild,C\n", "kin names 'chid', who has no row. Did you mean 'child'?"),
        ("a,A,,parent of a\n", "is given a tie to themselves"),
        ("a,A,,mother of b\nb,B\n", "'mother of' is not a tie."),
        ("a,A,,knows b\nb,B\n", "the tie 'knows b' cannot be read. Write it as 'parent of <person_id>'."),
        ("a,A,,partner of b 2018..2016\nb,B\n", "the period '2018..2016' ends before it begins"),
        ("a,A,,,home:2016-13..\n", "line 2: in stays, '2016-13' is not a date that can be read"),
        ("a,A,,,:2016\n", "names no household"),
        ("a,A,,,,Tues\n", "line 2: in born, 'Tues' is not a date that can be read"),
        ("a,A,,,,2016-05-09/2016-05-03\n", "'2016-05-09/2016-05-03' is not a pair of days in order"),
        ("a,A,,,,,grown-up\n", "'grown-up' is not a kind. Use one of: child, adult, unknown."),
        ("a,A,,,,,,perhaps\n", "'perhaps' in index_child: write 'yes'"),
        (",A\n", "there is no person_id"),
        ("a,\n", "there is no name"),
        ("the mother,A\n", "'the mother' is not an id"),
        ('a,"A\nb,B\n', "quotation mark"),
        ("a,A,,,,,,,,extra\n", "the row has 10 cells and the heading 8"),
    ],
)
def test_each_mistake_has_its_line_and_what_to_do(tmp_path: Path, rows: str, expected: str) -> None:
    assert expected in fault(tmp_path, rows)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("person_id,name,spelings\n", "there is no column 'spelings'. Did you mean 'spellings'?"),
        ("person_id\n", "the column 'name' is missing"),
        ("person_id,name,name\n", "the column 'name' is there twice"),
        ("", "the column 'person_id' is missing"),
    ],
)
def test_mistakes_in_the_heading(tmp_path: Path, header: str, expected: str) -> None:
    assert expected in fault(tmp_path, "", header)


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("person_id,name\na,A\nb,Zoë\n".encode("cp1252"))
    with pytest.raises(ReviewError, match=r"line 3: the file is not UTF-8 text\. In Excel choose Save As"):
        read_people(path)


def test_lines_are_counted_in_the_file_even_after_a_cell_of_two_lines(tmp_path: Path) -> None:
    assert "line 4" in fault(tmp_path, 'a,"A\nB"\na,C\n')


def test_a_row_with_a_mistake_is_kept_so_that_others_can_name_it(tmp_path: Path) -> None:
    people, problems = check_people(
        file_of(tmp_path, "person_id,name,born,kin\na,A,Tues,\nb,B,,parent of a\n")
    )
    assert [person.person_id for person in people] == ["a", "b"]
    assert len(problems) == 1

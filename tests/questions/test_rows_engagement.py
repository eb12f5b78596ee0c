"""Co-operation as the entries describe it, by person and agency: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, own

HEADS = "Date,Person,Event,Description"
PEOPLE = """person_id,name,kind,index_child
rowan,Rowan,child,yes
kayla-marsh,Kayla Marsh,adult,
mr-k,Mr K,adult,"""
HV = f"""{HEADS}
1 March 2018,Kayla Marsh; Rowan,Visit,Warm welcome
1 April 2018,Kayla Marsh; Rowan,Visit,Weighed"""
CSC = f"""{HEADS}
5 February 2018,Rowan,Child in need plan,Made today
2 March 2018,Kayla Marsh,No access,Card left
9 March 2018,Kayla Marsh,No access,Card left
8 May 2018,Kayla Marsh,Visit,Refused entry"""
PATTERN, DIFFERS = "engagement-pattern", "engagement-pattern-differs"
SIDE_BY_SIDE: dict[str, Any] = {
    "person": "Kayla Marsh",
    "times": 4,
    "described": [
        "HV: co-operation, 1 entry (1 March 2018, at level of intervention 3 (child in need))",
        "CSC: contact not made, 2 entries (2 March 2018 to 9 March 2018, at level of intervention 3 (child in need)); "
        "no co-operation, 1 entry (8 May 2018, at level of intervention 3 (child in need))",
    ],
    "people": ["Kayla Marsh"],
    "agencies": ["HV", "CSC"],
    "from_day": "2018-03-01",
    "to_day": "2018-05-08",
    "evidence_ids": ["hv.csv row 2", "csc.csv row 3", "csc.csv row 4", "csc.csv row 5"],
}


def two(hv: str = HV, csc: str = CSC) -> dict[str, Source]:
    """Both agencies' own chronologies."""
    return {"hv.csv": own("HV", hv), "csc.csv": own("CSC", csc)}


def test_side_by_side(reader: Reader) -> None:
    """The child in the row is left out: what the entry describes is an adult's co-operation."""
    told = reader.ask(PATTERN, two(), people=PEOPLE)
    described = SIDE_BY_SIDE["described"]
    assert told.rows == [SIDE_BY_SIDE | {"told": ". ".join(described)}]
    assert told.sentences == [
        f"Co-operation as 4 entries about Kayla Marsh describe it. {described[0]}. {described[1]}."
    ]


BORN = """person_id,name,kind,born,index_child
rowan,Rowan,child,{},yes"""


@pytest.mark.parametrize(
    ("born", "described"), [("2008-01-31", ["Rowan"]), ("2008-02-02", []), ("2017", []), ("", [])]
)
def test_a_child_has_a_part_of_their_own_from_ten(reader: Reader, born: str, described: list[str]) -> None:
    """On 1 February 2018 the first was ten, the second not yet."""
    csc = f"{HEADS}\n1 February 2018,Rowan,DNA,Clinic\n1 February 2018,Rowan,Visit,Refused to engage"
    told = reader.ask(PATTERN, {"csc.csv": own("CSC", csc)}, people=BORN.format(born))
    assert told.column("person") == described


def test_two_levels(reader: Reader) -> None:
    csc = f"""{HEADS}
1 February 2018,Kayla Marsh,DNA,Clinic
5 February 2018,Rowan,Child in need plan,Made today
6 February 2018,Kayla Marsh,DNA,Clinic
5 March 2018,Rowan,Child protection plan,Made today
6 March 2018,Kayla Marsh,DNA,Clinic"""
    told = reader.ask(PATTERN, {"csc.csv": own("CSC", csc)}, people=PEOPLE)
    assert told.column("described") == [
        [
            "CSC: contact not made, 3 entries (1 February 2018 to 6 March 2018, at levels of intervention 3 (child "
            "in need) to 4 (child protection, looked after or before a court))"
        ]
    ]


def test_fewer_entries_than_asked_for(reader: Reader) -> None:
    told = reader.ask(PATTERN, two(csc=f"{HEADS}\n1 May 2018,Kayla Marsh,Visit,Seen"), people=PEOPLE)
    assert told.rows == []
    assert told.none == "No person's co-operation is described by as many entries as asked for."


def test_no_entry_describes_co_operation(reader: Reader) -> None:
    """Undated entries cannot be laid side by side, so they do not count."""
    plain = f"{HEADS}\n1 May 2018,Kayla Marsh,Visit,Seen\n,Kayla Marsh,Visit,Warm welcome"
    for question in (PATTERN, DIFFERS):
        told = reader.ask(question, two(plain, plain), people=PEOPLE)
        assert told.missing.startswith("No entry of the chronologies in hand was found")


def test_different_faces_to_different_agencies(reader: Reader) -> None:
    """The refusal of 8 May comes more than 60 days after the welcome of 1 March, the closed doors do not."""
    told = reader.ask(DIFFERS, two(), people=PEOPLE)
    assert told.rows == [
        {
            "person": "Kayla Marsh",
            "given": ["HV (“warm welcome” 1 March 2018)"],
            "wanting": ["CSC (“No access” 2 March 2018; “No access” 9 March 2018)"],
            "days_near": 60,
            "people": ["Kayla Marsh"],
            "agencies": ["HV", "CSC"],
            "from_day": "2018-03-01",
            "to_day": "2018-03-09",
            "certainty": "certain",
            "evidence_ids": ["hv.csv row 2", "csc.csv row 3", "csc.csv row 4"],
        }
    ]
    assert told.sentences == [
        "From 1 March 2018 to 9 March 2018 entries about Kayla Marsh describe co-operation differently, each within 60 "
        "days of one of the other kind by another agency. Co-operation or help-seeking: HV (“warm welcome” 1 March "
        "2018). Low or no co-operation, or contact not made: CSC (“No access” 2 March 2018; “No access” 9 March 2018)."
    ]


@pytest.mark.parametrize(
    "csc",
    [
        f"{HEADS}\n2 March 2018,Kayla Marsh,No access,Once",
        f"{HEADS}\n8 May 2018,Kayla Marsh,Visit,Refused entry",
        f"{HEADS}\n2 March 2018,Mr K,Visit,Refused entry",
        f"{HEADS}\n2 March 2018,Kayla Marsh,Visit,Engaging well",
    ],
    ids=["a single closed door", "long after", "another person", "the same"],
)
def test_no_difference(reader: Reader, csc: str) -> None:
    told = reader.ask(DIFFERS, two(csc=csc), people=PEOPLE)
    assert told.rows == []
    assert (
        told.none
        == "No person's co-operation is described differently by two agencies at about the same time."
    )


def test_one_closed_door_at_each_of_two_agencies_is_enough(reader: Reader) -> None:
    files = two(csc=f"{HEADS}\n2 March 2018,Kayla Marsh,No access,Once")
    files["gp.csv"] = own("GP", f"{HEADS}\n5 March 2018,Kayla Marsh,DNA,Surgery")
    told = reader.ask(DIFFERS, files, people=PEOPLE)
    assert told.column("wanting") == [["CSC (“No access” 2 March 2018)", "GP (“DNA” 5 March 2018)"]]


def test_times_far_apart_are_told_apart(reader: Reader) -> None:
    """The welcomes of March and April are one time; that of September, more than 120 days later, another."""
    hv = f"{HV}\n20 April 2018,Kayla Marsh,Visit,Engaging well\n1 September 2018,Kayla Marsh,Visit,Warm welcome"
    later = "\n2 September 2018,Kayla Marsh,Visit,Refused entry"
    told = reader.ask(DIFFERS, two(hv, CSC + later), people=PEOPLE)
    assert told.column("from_day") == ["2018-03-01", "2018-09-01"]
    assert told.column("to_day") == ["2018-05-08", "2018-09-02"]
    assert told.column("given") == [
        ["HV (“warm welcome” 1 March 2018; “engaging well” 20 April 2018)"],
        ["HV (“warm welcome” 1 September 2018)"],
    ]


def test_one_agency_alone_is_no_difference(reader: Reader) -> None:
    both = f"{CSC}\n1 March 2018,Kayla Marsh,Visit,Warm welcome"
    assert reader.ask(DIFFERS, {"csc.csv": own("CSC", both)}, people=PEOPLE).rows == []


def test_one_plain_refusal_is_enough(reader: Reader) -> None:
    csc = f"{HEADS}\n30 April 2018,Kayla Marsh,Visit,Refused entry"
    told = reader.ask(DIFFERS, two(csc=csc), people=PEOPLE)
    assert told.column("wanting") == [["CSC (“refused entry” 30 April 2018)"]]


def test_a_partial_date_that_may_lie_too_far_away_is_only_possible(reader: Reader) -> None:
    csc = f"{HEADS}\nMay 2018,Kayla Marsh,Visit,Refused entry"
    told = reader.ask(DIFFERS, two(HV.replace("1 March", "20 March"), csc), people=PEOPLE)
    assert told.column("certainty") == ["possible"]


def test_entries_after_the_day_looked_back_from_do_not_count(reader: Reader) -> None:
    told = reader.ask(DIFFERS, two(), people=PEOPLE, review="incident_date = 2018-03-08")
    assert told.rows == []

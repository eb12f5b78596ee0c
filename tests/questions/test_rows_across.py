"""Visits and appointments of several agencies that did not take place, and nothing between: worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

ACROSS = "engagement-contact-withdrawn-across"
CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Child seen,Description"
HV = f"""{HEADS}
1 March 2018,Child A; Mother,No access,No,
15 March 2018,Child A,Was not brought,No,
1 May 2018,Child A,Clinic,Yes,"""
GP = f"""{HEADS}
1 April 2018,Child A,Was not brought,No,
30 May 2018,Child A,Was not brought,No,"""
QUIET = f"{HEADS}\n2 January 2018,Child Z,Note,,"
ROW: dict[str, Any] = {
    "times": 4,
    "on_texts": ["1 March 2018", "15 March 2018", "1 April 2018", "30 May 2018"],
    "seen": 1,
    "people": ["Child A"],
    "agencies": ["Health Visiting", "GP"],
    "from_day": "2018-03-01",
    "to_day": "2018-05-30",
    "certainty": "certain",
    "evidence_ids": ["hv.csv row 2", "hv.csv row 3", "gp.csv row 2", "gp.csv row 3"],
}


def files(
    csc: str = "", gp: str = "", covers: str = "2018-01-01..2018-12-31", **more: Source
) -> dict[str, Source]:
    """Health Visiting and the GP with two each, and the rows of social care."""
    return {
        "hv.csv": own("Health Visiting", HV, "2018-03-01..2018-05-01"),
        "gp.csv": own("GP", f"{GP}\n{gp}"),
        "csc.csv": own(CSC, f"{QUIET}\n{csc}", covers),
    } | {f"{name}.csv": source for name, source in more.items()}


def test_four_of_two_agencies_and_nothing_between(reader: Reader) -> None:
    """Health Visiting's own records need to reach only from its first to its last."""
    told = reader.ask(ACROSS, files())
    assert told.rows == [ROW | {"strength": "no record found"}]
    assert told.sentences == [
        "From 1 March 2018 to 30 May 2018, 4 visits, appointments or attendances of Health Visiting and GP concerning "
        "Child A did not take place; no record was found between the first and the last of a meeting or strategy "
        "discussion about Child A with more than one agency, or of an assessment by children's social care. Contacts "
        "of any agency in those days that record Child A as seen: 1."
    ]


@pytest.mark.parametrize(
    "row",
    [
        "2 April 2018,Child A,Strategy discussion,,",
        "2 April 2018,Child A,Meeting,,Present: HV",
        "2 April 2018,Child A,Single assessment,,Completed",
    ],
)
def test_something_brought_them_together(reader: Reader, row: str) -> None:
    told = reader.ask(ACROSS, files(row))
    assert told.rows == []
    assert told.none.startswith("In no time of the kind asked about")


@pytest.mark.parametrize(
    "row",
    [
        "2 April 2018,Child A,Meeting,,With the mother alone",
        "2 April 2018,Child B,Strategy discussion,,",
        "1 June 2018,Child A,Strategy discussion,,",
        "2 January 2018,Child A,Single assessment,,Completed",
    ],
)
def test_something_else_or_at_another_time(reader: Reader, row: str) -> None:
    assert reader.ask(ACROSS, files(row)).rows == [ROW | {"strength": "no record found"}]


def test_the_records_of_one_of_them_or_of_social_care_are_not_in_hand(reader: Reader) -> None:
    for csc in ("2018-03-02..2018-12-31", "2018-01-01..2018-05-29"):
        assert reader.ask(ACROSS, files(covers=csc)).rows == [ROW | {"strength": "cannot tell"}]
    short = files() | {"gp.csv": own("GP", GP, "2018-04-02..2018-12-31")}
    assert reader.ask(ACROSS, short).column("strength") == ["cannot tell"]
    without = files()
    del without["csc.csv"]
    assert reader.ask(ACROSS, without).column("strength") == ["cannot tell"]
    lines = (*HV.splitlines()[1:], *GP.splitlines()[1:])
    whose = ["Health Visiting"] * 3 + ["GP"] * 2
    quoted = "\n".join(
        [f"{HEADS},Agency", *(f"{line},{who}" for line, who in zip(lines, whose, strict=True))]
    )
    assert reader.ask(ACROSS, {"all.csv": composite(quoted)}).column("strength") == ["cannot tell"]


def test_fewer_or_further_apart_or_of_one_agency(reader: Reader) -> None:
    """59 days lie between 1 April and 30 May."""
    assert reader.ask(ACROSS, files(), given={"least": 5}).rows == []
    assert reader.ask(ACROSS, files(), given={"days": 58}).rows == []
    assert len(reader.ask(ACROSS, files(), given={"days": 59}).rows) == 1
    alone = {"hv.csv": own("Health Visiting", HV + "".join(GP.partition("\n")[1:]))}
    assert reader.ask(ACROSS, alone).rows == []
    assert reader.ask(ACROSS, files(), given={"as_of": "2018-05-29"}).rows == []


def test_a_month_and_none_recorded(reader: Reader) -> None:
    told = reader.ask(ACROSS, files(gp="April 2018,Child A,Did not attend,No,"))
    assert (told.column("times"), told.column("certainty")) == ([5], ["possible"])
    told = reader.ask(ACROSS, {"hv.csv": own("Health Visiting", QUIET)})
    assert told.missing.startswith("No entry in hand records a visit or appointment that did not take place")

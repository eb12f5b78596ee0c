"""Agreed actions with no owner or no completion: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

AGREED = "batons-agreed-action"
CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,Outcome"
MEETING = f"{HEADS}\n2 June 2018,Child A,Core group,Present: HV,HV to visit\n4 June 2018,Child A,Note,,"
HV = f"{HEADS}\n3 May 2018,Child A,Visit,,\n2 August 2018,Child A,Visit,,"
ROW: dict[str, Any] = {
    "agreed_by": CSC,
    "what": "the agreed action “HV to visit”",
    "owner": "Health Visiting",
    "on_text": "2 June 2018",
    "people": ["Child A"],
    "agencies": [CSC, "Health Visiting"],
    "from_day": "2018-06-02",
    "to_day": "2018-06-02",
    "evidence_ids": ["csc.csv row 2"],
}


def files(csc: str = MEETING, hv: str = HV, covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    """Social care, which held the meeting, and the health visitors."""
    return {"csc.csv": own(CSC, csc), "hv.csv": own("Health Visiting", hv, covers)}


def plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in row.items() if k not in ("baton_id", "left_open")} for row in rows]


def test_no_record_that_it_was_done(reader: Reader) -> None:
    told = reader.ask(AGREED, files())
    assert plain(told.rows) == [ROW | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"{CSC} recorded the agreed action “HV to visit” about Child A (2 June 2018), to be done by Health "
        "Visiting; no record was found in the records of Health Visiting of its being done."
    ]


def test_a_record_that_it_was_done(reader: Reader) -> None:
    told = reader.ask(AGREED, files(hv=f"{HV}\n12 June 2018,Child A,Home visit,,"))
    assert told.rows == []
    assert told.none == (
        "Each of the 1 agreed actions has an owner and a record of its being done, or was not yet due."
    )


def test_the_records_of_its_owner_are_not_in_hand(reader: Reader) -> None:
    told = reader.ask(AGREED, files(covers="2018-01-01..2018-06-10"))
    assert plain(told.rows) == [ROW | {"strength": "cannot tell"}]
    quoted = composite("Date,Agency,Person,Event\n2 August 2018,Health Visiting,Child A,Visit\n,GP,x,Note")
    told = reader.ask(AGREED, {"csc.csv": own(CSC, MEETING), "all.csv": quoted})
    assert told.column("strength") == ["cannot tell"]


def test_an_action_that_names_nobody(reader: Reader) -> None:
    told = reader.ask(AGREED, files(MEETING.replace("HV to visit", "Weekly visits")))
    nobody = {"what": "the agreed action “Weekly visits”", "owner": None, "agencies": [CSC]}
    assert plain(told.rows) == [ROW | nobody | {"strength": "recorded"}]
    assert told.sentences == [
        f"{CSC} recorded the agreed action “Weekly visits” about Child A (2 June 2018); the words name nobody who is "
        "to do it."
    ]


def test_an_owner_who_was_not_there(reader: Reader) -> None:
    """The baton then rests at its receipt, and so does what can be said of its being done."""
    away = MEETING.replace("Present: HV", "Apologies from HV")
    assert reader.ask(AGREED, files(away)).column("strength") == ["no record found"]
    done = f"{HV}\n12 June 2018,Child A,Home visit,,"
    assert reader.ask(AGREED, files(away, done)).rows == []


def test_an_action_that_no_kind_of_entry_would_show(reader: Reader) -> None:
    told = reader.ask(AGREED, files(MEETING.replace("HV to visit", "HV to monitor")))
    assert told.column("strength") == ["cannot tell"]


def test_an_action_not_yet_due_or_agreed_after_the_end(reader: Reader) -> None:
    for day in ("2018-06-20", "2018-06-01"):
        assert reader.ask(AGREED, files(), review=f"incident_date = {day}").rows == []


def test_a_row_of_kind_agreed_action(reader: Reader) -> None:
    text = f"{HEADS}\n2 June 2018,Child A,Agreed action,HV to visit,\n4 June 2018,Child A,Note,,"
    told = reader.ask(AGREED, files(text))
    assert plain(told.rows) == [ROW | {"strength": "no record found"}]
    assert told.denominator == 1


def test_no_agreed_action_in_the_records(reader: Reader) -> None:
    told = reader.ask(AGREED, files(MEETING.replace("HV to visit", "NFA")))
    assert told.missing.startswith("No agreed action is recorded in the chronologies in hand.")

"""Changes of worker and cases without one: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

CHANGED, UNALLOCATED = "batons-worker-changed", "batons-unallocated"
HEADS = "Date,Person,Event,Description,Professional"
HV = f"""{HEADS}
8 January 2018,Rowan,Home visit,,HV Stroud
5 March 2018,Rowan,Home visit,,HV Stroud
30 April 2018,Rowan,Home visit,,HV Lomax
4 June 2018,Rowan,Clinic,,HV Lomax"""
CHANGE: dict[str, Any] = {
    "agency": "HV",
    "change": "the entries of HV Stroud end and those of HV Lomax begin",
    "how": "seen in the names",
    "on_text": "between 5 March 2018 and 30 April 2018",
    "people": ["Rowan"],
    "agencies": ["HV"],
    "from_day": "2018-03-05",
    "to_day": "2018-04-30",
    "strength": "no record found",
    "evidence_ids": ["hv.csv row 3", "hv.csv row 4"],
}


def visits(more: str = "", covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    return {"hv.csv": own("HV", f"{HV}\n{more}", covers)}


def test_the_worker_changed_and_no_handover_was_found(reader: Reader) -> None:
    told = reader.ask(CHANGED, visits())
    assert told.rows == [CHANGE]
    assert told.denominator == 1
    assert told.sentences == [
        "HV: the entries of HV Stroud end and those of HV Lomax begin (between 5 March 2018 and 30 April 2018), in "
        "work with Rowan; no record of a handover was found in its chronology."
    ]


def test_the_case_was_handed_over(reader: Reader) -> None:
    told = reader.ask(CHANGED, visits("12 March 2018,Rowan,Handover,Notes gone through with Lomax,HV Stroud"))
    assert told.rows == []
    assert told.none == "Each of the 1 changes of worker that the records show has a recorded handover."


def test_the_row_says_that_there_was_no_handover(reader: Reader) -> None:
    told = reader.ask(CHANGED, visits("2 April 2018,Rowan,Change of worker,No handover,Team"))
    (row,) = told.rows
    assert row["strength"] == "recorded"
    assert row["change"] == "a change from HV Stroud to HV Lomax is recorded"
    assert row["evidence_ids"] == ["hv.csv row 3", "hv.csv row 6", "hv.csv row 4"]
    assert told.sentences[0].endswith("its record says that there was no handover.")


def test_whether_it_was_handed_over_cannot_be_told(reader: Reader) -> None:
    assert reader.ask(CHANGED, visits(covers="2018-01-01..2018-05-20")).rows == [
        CHANGE | {"strength": "cannot tell"}
    ]
    lines = [f"{line},{'HV' if row else 'Agency'}" for row, line in enumerate(HV.splitlines())]
    mixed = composite("\n".join([*lines, "1 July 2018,Rowan,Consultation,,Dr Penrose,GP"]))
    assert reader.ask(CHANGED, {"hv.csv": mixed}).rows == [CHANGE | {"strength": "cannot tell"}]


def test_a_change_after_the_day_looked_back_from_is_left_out(reader: Reader) -> None:
    told = reader.ask(CHANGED, visits(), given={"as_of": "2018-04-29"})
    assert (told.rows, told.denominator) == ([], 0)


def test_rows_that_name_no_worker_cannot_answer(reader: Reader) -> None:
    told = reader.ask(CHANGED, {"hv.csv": own("HV", "Date,Person,Event\n8 January 2018,Rowan,Home visit")})
    assert told.missing.startswith(
        "No entry in hand names the worker who wrote it, and none records a change of worker."
    )


CSC = f"""{HEADS}
8 January 2018,Rowan,Home visit,,SW Ashby
5 March 2018,Rowan,Unallocated,On the duty list,Manager
March 2018,Rowan,Unallocated,Still on the list,Manager
9 April 2018,Rowan,No access,,SW Novak
16 April 2018,Rowan,Home visit,,SW Novak"""


def test_a_case_recorded_as_without_a_worker(reader: Reader) -> None:
    told = reader.ask(UNALLOCATED, {"csc.csv": own("CSC", CSC)})
    assert told.rows == [
        {
            "agency": "CSC",
            "times": 2,
            "on_texts": ["March 2018", "5 March 2018"],
            "next_text": "16 April 2018",
            "people": ["Rowan"],
            "agencies": ["CSC"],
            "from_day": "2018-03-01",
            "to_day": "2018-03-31",
            "evidence_ids": ["csc.csv row 4", "csc.csv row 3"],
        }
    ]
    assert told.sentences == [
        "CSC recorded the case of Rowan as without a worker (March 2018 and 5 March 2018); the next contact with the "
        "family in its records: 16 April 2018."
    ]


def test_a_case_without_a_worker_and_no_contact_after(reader: Reader) -> None:
    told = reader.ask(UNALLOCATED, {"csc.csv": own("CSC", CSC.rsplit("\n", 1)[0])})
    assert told.column("next_text") == ["none found"]


def test_nothing_up_to_that_day(reader: Reader) -> None:
    told = reader.ask(UNALLOCATED, {"csc.csv": own("CSC", CSC)}, given={"as_of": "2018-02-28"})
    assert (told.rows, told.none) == ([], "No row up to this day says that a case was without a worker.")


def test_the_silence_of_the_rows_proves_nothing(reader: Reader) -> None:
    told = reader.ask(
        UNALLOCATED, {"csc.csv": own("CSC", f"{HEADS}\n8 January 2018,Rowan,Home visit,,SW Ashby")}
    )
    assert told.missing.startswith(
        "No entry in hand says in words that were understood that a case was without a worker"
    )

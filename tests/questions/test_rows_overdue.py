"""Steps later than their limit: the rows worked out by hand on a calendar."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

OVERDUE = "batons-overdue"
HEADS = "Date,Person,Event,Description,From,To,Outcome"
HV = f"{HEADS}\n4 May 2018,Rowan,Referral,Bruise,,CSC,"
ONE_DAY = "Framework for Assessment 2000 and every Working Together since"
WITHIN_ONE = "Working Together 2013 and later: acknowledge receipt and decide within one working day"


def review(csc: str, covers: str = "2018-01-01..2018-12-31") -> dict[str, Source]:
    """A health visitor's referral on the Friday before a bank holiday, and the receiver's rows."""
    return {"csc.csv": own("CSC", f"{HEADS}\n{csc}", covers), "hv.csv": own("HV", HV)}


def decisions(told: Any) -> list[dict[str, Any]]:
    return [row for row in told.rows if row["authority"] == ONE_DAY]


RECEIVED = "4 May 2018,Rowan,Referral received,Bruise,HV,,"


def test_a_step_that_came_late_is_one_finding_with_its_limit_and_authority(reader: Reader) -> None:
    told = reader.ask(OVERDUE, review(f"{RECEIVED}\n10 May 2018,Rowan,Decision,To assess,,,\n"))
    assert decisions(told) == [
        {
            "agency": "CSC",
            "steps": [
                "a decision on the referral from HV was due by 8 May 2018 (1 working day); it is recorded 2 days later "
                "(10 May 2018)"
            ],
            "times": 1,
            "limit_words": "1 working day",
            "authority": ONE_DAY,
            "standing": "national",
            "basis": f"The limit is set by national guidance: {ONE_DAY}",
            "days_over": 2,
            "people": ["Rowan"],
            "agencies": ["CSC"],
            "from_day": "2018-05-04",
            "to_day": "2018-05-08",
            "strength": "recorded",
            "certainty": "certain",
            "evidence_ids": ["csc.csv row 2", "hv.csv row 2", "csc.csv row 3"],
        }
    ]
    assert (
        "CSC: a decision on the referral from HV was due by 8 May 2018 (1 working day); it is recorded 2 days later "
        "(10 May 2018). The limit is set by national guidance: Framework for Assessment 2000 and every Working "
        "Together since."
    ) in told.sentences
    assert told.denominator == 2


def test_kept_limits_are_counted_and_give_no_finding(reader: Reader) -> None:
    rows = "4 May 2018,Rowan,Referral received,Bruise,HV,,NFA\n4 May 2018,Rowan,Outcome letter,,,HV,"
    told = reader.ask(OVERDUE, review(rows))
    assert (told.rows, told.denominator) == ([], 2)
    assert told.none == "Each of the 2 limits that had passed was kept, as far as the records show."


def test_no_record_of_several_steps_is_one_finding_where_the_chronology_is_in_hand(reader: Reader) -> None:
    files = review(f"{RECEIVED}\n1 June 2018,Rowan,Referral received,Again,HV,,")
    files["hv.csv"] = own("HV", f"{HV}\n1 June 2018,Rowan,Referral,Again,,CSC,")
    told = reader.ask(OVERDUE, files)
    (row,) = decisions(told)
    assert row["steps"] == [
        "a decision on the referral from HV (due: 8 May 2018)",
        "a decision on the referral from HV (due: 4 June 2018)",
    ]
    assert (row["times"], row["strength"], row["days_over"]) == (2, "no record found", None)
    assert (row["from_day"], row["to_day"]) == ("2018-05-04", "2018-06-04")
    assert any(
        sentence.startswith(
            "CSC: no record was found of a decision on the referral from HV (due: 8 May 2018) and a"
        )
        for sentence in told.sentences
    )


def test_it_cannot_be_told_where_the_chronology_ends_or_is_nobodys_own(reader: Reader) -> None:
    told = reader.ask(OVERDUE, review(RECEIVED, "2018-01-01..2018-05-09"))
    assert {row["strength"] for row in told.rows} == {"cannot tell"}
    assert told.sentences[0].startswith("CSC: the records in hand do not tell the day of")
    mixed = composite(
        "Date,Agency,Person,Event,Description,From,To\n4 May 2018,HV,Rowan,Referral,Bruise,,CSC\n"
        "4 May 2018,CSC,Rowan,Referral received,Bruise,HV,\n9 July 2018,GP,Rowan,Consultation,,,"
    )
    told = reader.ask(OVERDUE, {"all.csv": mixed})
    assert {row["strength"] for row in told.rows} == {"cannot tell"}


def test_a_day_that_is_not_exact_makes_it_possibly_late(reader: Reader) -> None:
    told = reader.ask(OVERDUE, review(f"{RECEIVED}\n9 May 2018,Rowan,Home visit,Seen,,,"))
    (row,) = decisions(told)
    assert (row["strength"], row["certainty"]) == ("recorded", "possible")
    assert row["steps"] == [
        "a decision on the referral from HV was due by 8 May 2018 (1 working day) and may have been later (by the "
        "records: between 4 May 2018 and 9 May 2018)"
    ]


def test_a_limit_that_had_not_passed_is_left_out(reader: Reader) -> None:
    told = reader.ask(OVERDUE, review(RECEIVED), review="incident_date = 2018-05-07")
    assert (told.rows, told.denominator) == ([], 0)
    earlier = reader.ask(OVERDUE, review(RECEIVED), given={"as_of": "2018-05-07"})
    assert (earlier.rows, earlier.denominator) == ([], 0)


def test_a_local_limit_says_that_it_is_to_be_checked(reader: Reader) -> None:
    """Due on 5 November 2018: week 20 ended on 18 June, fourteen days before the assessment."""
    people = "person_id,name,kind,due,index_child\nrowan,Rowan,child,2018-11-05,yes"
    rows = f"{RECEIVED}Pre-birth assessment\n2 July 2018,Rowan,Pre-birth assessment,,,,"
    told = reader.ask(OVERDUE, review(rows), people=people)
    (row,) = [row for row in told.rows if row["standing"] == "local: to be checked"]
    assert (row["days_over"], row["limit_words"]) == (14, "by week 20 of pregnancy")
    assert (
        "CSC: the beginning of a pre-birth assessment for Rowan was due by 18 June 2018 (by week 20 of pregnancy); it "
        "is recorded 2 weeks later (2 July 2018). The limit is a local figure, to be checked: local boards give week "
        "16 to week 20 of pregnancy; there is no national figure."
    ) in told.sentences


def test_a_partial_day_is_late_by_so_much_at_least(reader: Reader) -> None:
    told = reader.ask(
        OVERDUE, review(f"{RECEIVED}\nbetween 10 and 20 May 2018,Rowan,Decision,To assess,,,\n")
    )
    (row,) = decisions(told)
    assert row["steps"][0].endswith(
        "it is recorded at least 2 days later (between 10 May 2018 and 20 May 2018)"
    )


def test_an_answer_after_the_limit_acknowledged_nothing_within_it(reader: Reader) -> None:
    """The decision was made that day; the letter came on the ninth."""
    told = reader.ask(OVERDUE, review(f"{RECEIVED}NFA\n9 May 2018,Rowan,Outcome letter,,,HV,"))
    assert told.sentences == [
        "CSC: no record was found of an acknowledgement of the referral from HV before its answer of 9 May 2018 (due: "
        "8 May 2018), for which the limit is 1 working day. The limit is set by national guidance: Working Together "
        "2013 and later: acknowledge receipt and decide within one working day."
    ]
    assert told.rows[0]["evidence_ids"] == ["csc.csv row 2", "hv.csv row 2", "csc.csv row 3"]


def test_a_limit_of_the_authors_own(reader: Reader) -> None:
    clock = (
        'incident_date = 2018-12-31\n[[clocks]]\nbaton_kind = "referral to children\'s social care"\n'
        'from_stage = "received"\nto_stage = "decision"\nlimit = 5\nunit = "days"\n'
        'authority = "Northmere procedures 2015"'
    )
    rows = f"{RECEIVED}\n10 May 2018,Rowan,Decision,To assess,,,"
    (row,) = [row for row in reader.ask(OVERDUE, review(rows), review=clock).rows if row["days_over"]]
    assert (row["authority"], row["standing"], row["days_over"]) == (
        "Northmere procedures 2015",
        "set by the author",
        1,
    )


def test_without_a_clock_the_question_says_what_is_missing(reader: Reader) -> None:
    told = reader.ask(OVERDUE, {"hv.csv": own("HV", f"{HEADS}\n4 May 2018,Rowan,Home visit,,,,")})
    assert "Add the chronology of children's social care or health visiting" in told.missing
    assert (
        "No limit could be timed" in reader.ask(OVERDUE, review(RECEIVED), review="nation = 'Wales'").missing
    )

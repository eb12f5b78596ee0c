"""Who held the network together, who hung on one other, and the months without a word: rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To"
CSC = "Children's Social Care"
GP = f"{HEADS}\n1 March 2018,Mother,Visit,,\n5 March 2018,Mother,Referral,Low mood,{CSC}"
SOCIAL = (
    f"{HEADS}\n9 April 2018,Child A,Notification,Case open,Health Visiting\n10 April 2018,Child A,Visit,,"
)
POLICE = f"{HEADS}\n3 June 2018,Mother,Notification,Call out,{CSC}"
HV = f"{HEADS}\n1 May 2018,Child A,Visit,,"
HOUSING = f"{HEADS}\n7 July 2018,Mother,Notification,Arrears,Police"
IN = "Date,Person,Event,Description,From"
FROM_GP = f"{IN}\n6 March 2018,Mother,Referral received,Low mood,GP"
ARRIVED = {
    "csc-in.csv": own(CSC, f"{FROM_GP}\n4 June 2018,Mother,Notification received,Call out,Police"),
    "hv-in.csv": own("Health Visiting", f"{IN}\n10 April 2018,Child A,Notification received,Case open,{CSC}"),
    "police-in.csv": own("Police", f"{IN}\n8 July 2018,Mother,Notification received,Arrears,Housing"),
}
HELD, HUNG = "silos-who-held-the-network", "silos-cut-off-without"
APART, SILENT = "silos-apart-from-the-rest", "silos-months-without-communication"


def star(**more: Source) -> dict[str, Source]:
    """The surgery, health visiting and the police each in touch with social care; housing with the police."""
    files = {
        "csc.csv": own(CSC, SOCIAL),
        "gp.csv": own("GP", GP),
        "housing.csv": own("Housing", HOUSING),
        "hv.csv": own("Health Visiting", HV),
        "police.csv": own("Police", POLICE),
    }
    return files | {f"{name}.csv": source for name, source in more.items()}


def quoted(text: str, agency: str) -> Source:
    """The same rows, told by somebody else."""
    head, *rows = text.splitlines()
    return composite("\n".join([f"{head},Agency", *(f"{row},{agency}" for row in rows), ",x,Note,,,Nursery"]))


def test_the_agency_between_most_pairs(reader: Reader) -> None:
    """Five agencies, four pairs in direct touch, so six apart. Through social care: surgery with each of the other
    three, health visiting with the police and with housing. Each message was received."""
    told = reader.ask(HELD, star() | ARRIVED)
    (row,) = told.rows
    assert (row["agency"], row["apart"], row["through"]) == (CSC, 6, 5)
    assert (row["partners"], row["others"]) == (3, 4)
    assert (row["part_in"], row["communications"]) == (3, 4)
    assert row["evidence_ids"] == ["gp.csv row 3", "csc.csv row 2", "police.csv row 2"]
    assert (row["from_day"], row["to_day"]) == ("2018-03-01", "2018-07-07")
    assert told.sentences == [
        f"Counting meetings and what was received, {CSC} was in direct touch with 3 of the 4 other agencies and took "
        "part in 3 of 4 communications. Of the 6 pairs of agencies not in direct touch, 5 could reach each other by "
        f"the shortest way only through {CSC}; no other agency stood between more. What was sent and has no record "
        "of receipt is left out."
    ]


def test_what_nothing_shows_to_have_arrived_is_no_direct_touch(reader: Reader) -> None:
    """The police's notification has no record of receipt: they and housing are apart from the other three."""
    files = star() | ARRIVED | {"csc-in.csv": own(CSC, FROM_GP)}
    told = reader.ask(HELD, files, given={"pairs": 1})
    (row,) = told.rows
    assert (row["agency"], row["apart"], row["through"]) == (CSC, 7, 1)
    assert (row["partners"], row["part_in"], row["communications"]) == (2, 2, 3)
    assert row["evidence_ids"] == ["gp.csv row 3", "csc.csv row 2"]
    assert reader.ask(HUNG, files).column("agency") == [CSC, "Police"]


def test_what_cannot_be_told_to_have_arrived_is_named_as_such(reader: Reader) -> None:
    """The police's own chronology ends before housing's notification of 7 July."""
    files = star(police=own("Police", POLICE, "2018-01-01..2018-06-30")) | ARRIVED
    told = reader.ask(HELD, {name: source for name, source in files.items() if name != "police-in.csv"})
    assert told.column("counted") == [
        "meetings, what was received and one message of which receipt cannot be told"
    ]
    assert told.column("communications") == [4]


def test_where_all_are_in_touch_nobody_stands_between(reader: Reader) -> None:
    files = {
        "gp.csv": own("GP", f"{GP}\n6 March 2018,Mother,Notification,Also,Police"),
        "police.csv": own("Police", POLICE),
    }
    for question in (HELD, HUNG):
        told = reader.ask(question, files)
        assert (told.rows, told.missing) == ([], "")
    assert told.none == (
        "Whichever one agency is taken away, recorded communications still join all the others that they joined "
        "before."
    )
    assert reader.ask(HELD, star() | ARRIVED, given={"pairs": 6}).none == (
        "No agency stood between several pairs of agencies that were not in direct touch."
    )


def test_what_came_after_the_review_holds_nothing_together(reader: Reader) -> None:
    told = reader.ask(HELD, star(), review="incident_date = 2018-03-31")
    assert told.rows == []


def test_no_communication_between_agencies_is_recorded(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", HV), "gp.csv": own("GP", f"{HEADS}\n1 May 2018,Mother,Visit,,")}
    for question in (HELD, HUNG, APART, SILENT):
        told = reader.ask(question, files)
        assert told.missing.startswith(
            "No communication between agencies is recorded: what is missing are entries that say who passed"
        )


def test_those_who_hung_on_one_other(reader: Reader) -> None:
    """Without social care two parts of one agency are left beside police with housing."""
    told = reader.ask(HUNG, star())
    assert [(row["agency"], row["cut_off"], row["strength"]) for row in told.rows] == [
        (CSC, ["GP", "Health Visiting"], "no record found"),
        ("Police", ["Housing"], "no record found"),
    ]
    assert told.column("evidence_ids") == [["gp.csv row 3", "csc.csv row 2"], ["housing.csv row 2"]]
    assert told.column("agencies") == [[CSC, "GP", "Health Visiting"], ["Police", "Housing"]]
    assert (told.rows[0]["from_day"], told.rows[0]["to_day"]) == ("2018-03-01", "2018-05-01")
    assert told.sentences[1] == (
        "Every communication that joins Housing to the other agencies was with Police; none that went another way "
        "was found, and without Police nothing recorded would have joined Housing to the rest."
    )


def test_whether_there_was_another_way_cannot_be_told(reader: Reader) -> None:
    """Housing is only quoted; the surgery's own chronology ends before the referral it is known by."""
    told = reader.ask(
        HUNG, star(housing=quoted(HOUSING, "Housing"), gp=own("GP", GP, "2018-01-01..2018-03-04"))
    )
    assert [(row["agency"], row["strength"]) for row in told.rows] == [
        (CSC, "cannot tell"),
        ("Police", "cannot tell"),
    ]
    assert told.sentences[1] == (
        "In the records in hand, every communication that joins Housing to the other agencies was with Police; the "
        "records of Housing are not in hand for the whole time, so whether there were others cannot be told."
    )


def test_two_own_chronologies_that_follow_each_other_are_in_hand(reader: Reader) -> None:
    """Neither covers 1 March to 5 March alone."""
    first, second = own("GP", "\n".join(GP.splitlines()[:2]), "2018-01-01..2018-03-03"), own(
        "GP", f"{HEADS}\n5 March 2018,Mother,Referral,Low mood,{CSC}", "2018-03-04..2018-12-31"
    )  # fmt: skip
    told = reader.ask(HUNG, star(gp=first, gp2=second))
    assert told.column("strength") == ["no record found", "no record found"]


SCHOOL = f"{HEADS}\n2 May 2018,Child A,Visit,,\n3 June 2018,Child A,Visit,,"
ALONE: dict[str, Any] = {
    "who": "School",
    "agencies": ["School"],
    "from_day": "2018-05-02",
    "to_day": "2018-06-03",
    "evidence_ids": ["school.csv row 2", "school.csv row 3"],
}


def test_in_contact_with_the_family_and_with_no_agency(reader: Reader) -> None:
    told = reader.ask(APART, star(school=own("School", SCHOOL)))
    assert told.rows == [ALONE | {"strength": "no record found"}]
    assert told.sentences == [
        "The entries about the family of School run from 2 May 2018 to 3 June 2018; no communication with any other "
        "agency was found in the records of School."
    ]


def test_whether_it_was_in_touch_with_an_agency_cannot_be_told(reader: Reader) -> None:
    told = reader.ask(APART, star(school=own("School", SCHOOL, "2018-05-02..2018-06-02")))
    assert told.rows == [ALONE | {"strength": "cannot tell"}]
    told = reader.ask(APART, star(school=quoted(SCHOOL, "School")))
    assert told.column("strength") == ["cannot tell"]


def test_two_in_touch_with_each_other_alone(reader: Reader) -> None:
    school = own("School", f"{SCHOOL}\n4 June 2018,Child A,Request,Any concerns?,Probation")
    told = reader.ask(APART, star(school=school))
    (row,) = told.rows
    assert row["who"] == "Probation and School, in touch with each other alone,"
    assert (row["agencies"], row["strength"]) == (["Probation", "School"], "cannot tell")
    probation = own("Probation", f"{HEADS}\n5 May 2018,Mr K,Visit,,")
    told = reader.ask(APART, star(school=school, probation=probation))
    assert told.column("strength") == ["no record found"]


def test_each_is_joined_to_others(reader: Reader) -> None:
    """A single contact is no work with the family; a network of two has nobody to be apart from."""
    told = reader.ask(APART, star(school=own("School", "\n".join(SCHOOL.splitlines()[:2]))))
    assert told.rows == []
    more = own("Health Visiting", f"{HV}\n2 May 2018,Child A,Visit,,\n,Child A,Visit,,")
    told = reader.ask(APART, star(hv=more))
    assert (told.rows, told.denominator) == ([], 1)
    assert told.none.startswith("Each of the 1 agencies with several entries about the family")
    two = {"gp.csv": own("GP", f"{HEADS}\n1 May 2018,Mother,Referral,,Police\n2 May 2018,Mother,Visit,,")}
    assert reader.ask(APART, two).rows == []


VISITS = {
    "gp.csv": own("GP", f"{GP}\n4 September 2018,Mother,Visit,,"),
    "hv.csv": own("Health Visiting", f"{HEADS}\n9 September 2018,Child A,Visit,,"),
    "school.csv": own("School", f"{HEADS}\n30 September 2018,Child A,Visit,,"),
}
SEPTEMBER: dict[str, Any] = {
    "agencies": ["GP", "Health Visiting", "School"],
    "entries": ["GP (Visit)", "Health Visiting (Visit)", "School (Visit)"],
    "contacts": 3,
    "from_day": "2018-09-01",
    "to_day": "2018-09-30",
    "evidence_ids": ["gp.csv row 4", "hv.csv row 2", "school.csv row 2"],
}
SURE = {"strength": "no record found", "certainty": "certain"}


def test_a_month_in_which_each_could_take_it_that_others_knew(reader: Reader) -> None:
    told = reader.ask(SILENT, VISITS)
    assert told.rows == [SEPTEMBER | SURE]
    assert told.sentences == [
        "From 1 September 2018 to 30 September 2018 there are 3 entries of contacts, letters, incidents or notes "
        "about the family: GP (Visit), Health Visiting (Visit) and School (Visit); no communication between agencies "
        "was found in the records of these agencies for that time."
    ]


def test_a_word_between_any_agencies_in_the_month(reader: Reader) -> None:
    """Also one between agencies of which neither was in contact with the family, and one received then."""
    for date in ("15 September 2018", "September 2018"):
        police = own("Police", f"{HEADS}\n{date},Mother,Notification,Call out,{CSC}")
        told = reader.ask(SILENT, VISITS | {"police.csv": police})
        assert told.rows == []
    assert told.none == (
        "No month was found in which several agencies have entries about the family and no communication between "
        "agencies was recorded."
    )


def test_the_records_of_one_of_them_are_not_in_hand(reader: Reader) -> None:
    short = VISITS | {"gp.csv": own("GP", f"{GP}\n4 September 2018,Mother,Visit,,", "2018-01-01..2018-09-29")}
    told = reader.ask(SILENT, short)
    assert told.rows == [SEPTEMBER | SURE | {"strength": "cannot tell"}]
    assert told.sentences[0].endswith("so whether there was any cannot be told.")


def test_a_communication_without_a_date_may_have_been_then(reader: Reader) -> None:
    police = own("Police", f"{HEADS}\n,Mother,Notification,No day given,{CSC}")
    told = reader.ask(SILENT, VISITS | {"police.csv": police})
    assert told.rows == [SEPTEMBER | SURE | {"certainty": "possible"}]


def test_the_month_is_not_over_or_two_agencies_are_few(reader: Reader) -> None:
    told = reader.ask(SILENT, VISITS, review="incident_date = 2018-09-29")
    assert told.rows == []
    two = {name: source for name, source in VISITS.items() if name != "school.csv"}
    assert reader.ask(SILENT, two).rows == []
    assert len(reader.ask(SILENT, two, given={"least": 2}).rows) == 1


def test_two_agencies_side_by_side_for_two_months(reader: Reader) -> None:
    gp = own("GP", f"{GP}\n4 September 2018,Mother,Visit,,\n4 October 2018,Mother,Visit,,")
    school = own("School", f"{HEADS}\n30 September 2018,Child A,Visit,,\n1 October 2018,Child A,Visit,,")
    told = reader.ask(SILENT, {"gp.csv": gp, "school.csv": school})
    assert [(row["from_day"], row["to_day"], row["contacts"]) for row in told.rows] == [
        ("2018-09-01", "2018-10-31", 4)
    ]

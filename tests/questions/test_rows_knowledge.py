"""What each agency could have known, and what stayed out of reach: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from chronologies import Reader, Source, composite, own

HEADS = "Date,Person,Event,Description,To,From,Received"
POLICE = f"""{HEADS}
1 March 2018,Mr K,Incident,Drinking heavily,,,
3 March 2018,Mr K,Notification,Drinking heavily,HV,,"""
HV = f"""{HEADS}
5 March 2018,Mr K,Notification received,Form came,,Police,
9 March 2018,Mr K,Conference,Concerns were raised,,,
1 October 2018,Child A,Visit,,,,"""
SCHOOL = f"""{HEADS}
9 March 2018,Mr K,Conference,Concerns were raised,,,
1 November 2018,Child A,Visit,,,,"""
GP = f"{HEADS}\n1 June 2018,Child A,Consultation,,,,"


def relay(**texts: str) -> dict[str, Source]:
    """Police tell the health visitor, who meets the school; the GP is told nothing."""
    given = {"police": POLICE, "hv": HV, "school": SCHOOL, "gp": GP} | texts
    names = {"police": "Police", "hv": "HV", "school": "School", "gp": "GP"}
    return {f"{key}.csv": own(names[key], text) for key, text in given.items()}


# Who knew what, when

WHEN = "silos-who-knew-what-when"


def test_who_knew_what_when(reader: Reader) -> None:
    told = reader.ask(WHEN, relay())
    assert told.rows == [
        {
            "topic": "substance misuse",
            "first_by": "Police",
            "first_text": "1 March 2018",
            "elsewhere": "As recorded it reached HV by 5 March 2018. "
            "At best it could have reached School from 9 March 2018",
            "also_by": [],
            "told": ["HV by 5 March 2018"],
            "could_reach": ["School from 9 March 2018"],
            "people": ["Mr K"],
            "agencies": ["Police", "School", "HV"],
            "from_day": "2018-03-01",
            "to_day": "2018-03-09",
            "certainty": "certain",
            "evidence_ids": [
                "police.csv row 2", "police.csv row 3", "hv.csv row 2", "hv.csv row 3", "school.csv row 2"
            ],
        }
    ]  # fmt: skip
    assert told.sentences == [
        "Substance misuse concerning Mr K: the first entry found in words that tell of it is one by Police "
        "(1 March 2018). As recorded it reached HV by 5 March 2018. At best it could have reached School from "
        "9 March 2018."
    ]


def test_what_was_knowable_to_one_agency_on_a_day(reader: Reader) -> None:
    school = reader.ask(WHEN, relay(), given={"agency": "school", "as_of": "2018-03-09"})
    assert school.column("agencies") == [["Police", "School"]]
    assert reader.ask(WHEN, relay(), given={"agency": "School", "as_of": "2018-03-08"}).rows == []
    assert reader.ask(WHEN, relay(), given={"agency": "GP"}).rows == []
    early = reader.ask(WHEN, relay(), given={"as_of": "2018-03-04"})
    assert early.column("told") == [[]]
    assert early.column("could_reach") == [["HV from 3 March 2018 (by the notification)"]]


def test_the_days_between_what_could_be_and_what_was_recorded(reader: Reader) -> None:
    """Sent on the 3rd, recorded there on the 5th: two days are worth a mention only where so few are asked for."""
    both = reader.ask(WHEN, relay(), given={"days": 2})
    assert both.column("told") == [["HV by 5 March 2018"]]
    assert both.column("could_reach") == [
        ["HV from 3 March 2018 (by the notification)", "School from 9 March 2018"]
    ]


def test_one_who_recorded_it_too_and_a_first_that_depends_on_a_date(reader: Reader) -> None:
    """The school wrote of it in March: perhaps before the police did, and perhaps before it was told."""
    school = SCHOOL.replace("1 November 2018", "March 2018,Mr K,Visit,Smell of cannabis,,,\n1 November 2018")
    told = reader.ask(WHEN, relay(school=school), given={"days": 0})
    assert told.column("first_by") == ["Police"]
    assert told.column("also_by") == [["School (March 2018)"]]
    assert told.column("certainty") == ["possible"]
    assert [text.split(" from")[0] for text in told.column("could_reach")[0]] == ["HV"]
    later = SCHOOL.replace("1 November 2018", "8 March 2018,Mr K,Visit,Smell of cannabis,,,\n1 November 2018")
    told = reader.ask(WHEN, relay(school=later), given={"days": 0})
    assert told.column("certainty") == ["certain"]
    assert [text.split(" from")[0] for text in told.column("could_reach")[0]] == ["HV"]


def test_agencies_of_one_day_stand_together_and_people_of_one_matter_too(reader: Reader) -> None:
    police = f"{HEADS}\n1 March 2018,Mr K; Mother,Incident,Domestic incident,,,"
    met = "9 March 2018,Mr K; Mother,Conference,Concerns were raised,,,"
    files = {"police.csv": own("Police", f"{police}\n{met}"), "gp.csv": own("GP", f"{GP}\n{met}")}
    told = reader.ask(WHEN, files | {"hv.csv": own("HV", f"{HEADS}\n{met}")})
    assert told.column("people") == [["Mother", "Mr K"]]
    assert told.column("could_reach") == [["GP, HV from 9 March 2018 (by the conference)"]]


@pytest.mark.parametrize(
    ("row", "passed", "people"),
    [
        ("Mr K; Mother,Incident,Drinking heavily", "GP", []),
        ("Child A,Visit,Cannabis smelt", "GP", []),
        ("Mr K,Incident,Drinking heavily", "", []),
        ("Mr K; Mother,Incident,Mr K drinking heavily", "GP", [["Mr K"]]),
    ],
    ids=["either of two", "no adult named", "one agency alone", "one of two named"],
)
def test_no_matter_of_nobody_in_particular_or_of_one_agency_alone(
    reader: Reader, row: str, passed: str, people: list[list[str]]
) -> None:
    police = own(
        "Police", f"{HEADS}\n1 March 2018,{row},,,\n2 March 2018,Child A,Notification,Form,{passed},,"
    )
    told = reader.ask(WHEN, {"police.csv": police, "gp.csv": own("GP", GP)})
    assert told.column("people") == people
    assert people or told.none.startswith("No matter was found")


def test_one_who_came_later_counts_from_the_day_that_links_him(reader: Reader) -> None:
    """Police and Probation deal with Mr K in March; he is named beside the child in June."""
    police = f"{HEADS}\n1 March 2018,Mr K,Incident,Drinking heavily,,,\n3 March 2018,Mr K,Notification,Form,Probation,,"
    probation = f"{HEADS}\n2 June 2018,Mr K; Child A,Visit,,,,\n9 July 2018,Child A,Notification,Form,GP,,"
    files = {"police.csv": own("Police", police), "probation.csv": own("Probation", probation)}
    told = reader.ask(WHEN, files | {"gp.csv": own("GP", GP)})
    assert told.column("could_reach") == [
        ["Probation from 2 June 2018", "GP from 9 July 2018"],
    ]
    assert reader.ask(WHEN, files, given={"as_of": "2018-06-01"}).rows == []


# Could not have reached

UNREACHED = "silos-could-not-have-reached"
GP_NOT: dict[str, Any] = {
    "holder": "Police",
    "unreached": ["GP"],
    "topics": ["substance misuse"],
    "people": ["Mr K"],
    "agencies": ["Police", "GP"],
    "from_day": "2018-03-01",
    "to_day": "2018-06-01",
    "evidence_ids": ["police.csv row 2", "police.csv row 3"],
}


def test_what_could_not_have_reached_one_working_with_the_child(reader: Reader) -> None:
    told = reader.ask(UNREACHED, relay())
    assert told.rows == [GP_NOT | {"strength": "no record found"}]
    assert told.sentences == [
        "Police held entries that tell of substance misuse concerning Mr K (counted from 1 March 2018); no recorded "
        "communication was found along which this could have reached GP, in contact with the family after that."
    ]


@pytest.mark.parametrize(
    ("agency", "row"),
    [
        ("hv", "2 June 2018,Mother,Notification,Form sent,GP,,"),
        ("hv", ",Mother,Notification,Form sent,GP,,"),
        ("police", "June 2018,Child A,Notification,Form sent,GP,,"),
        ("gp", "2 June 2018,Mr K,Consultation,Drinking heavily,,,"),
        ("gp", "2 June 2018,Mother,Discharge received,Letter,,School,"),
    ],
    ids=[
        "by another way",
        "on a day not given",
        "in some part of the month",
        "recorded it itself",
        "no sender's row",
    ],
)
def test_what_could_have_reached_it(reader: Reader, agency: str, row: str) -> None:
    text = {"hv": HV, "police": POLICE, "gp": GP}[agency]
    told = reader.ask(UNREACHED, relay(**{agency: f"{text}\n{row}"}))
    assert told.rows == []
    assert told.none.startswith(
        "Each matter that an agency recorded could, at best, have reached every agency"
    )


@pytest.mark.parametrize(
    "row",
    [
        "2 February 2018,Mr K,Notification,Drinking heavily,GP,,",
        "2 June 2018,Mr K,Notification,Drinking heavily,GP,,No",
    ],
    ids=["before it was known", "recorded as not received"],
)
def test_what_was_sent_and_could_not_have_brought_it(reader: Reader, row: str) -> None:
    told = reader.ask(UNREACHED, relay(hv=f"{HV}\n{row.replace('Drinking heavily', 'Form')}"))
    assert told.rows == [GP_NOT | {"strength": "no record found"}]


def test_whether_it_could_have_reached_cannot_be_told(reader: Reader) -> None:
    """Either agency's own records do not cover the days, or something was passed to nobody named."""
    cannot = [GP_NOT | {"strength": "cannot tell"}]
    gp = relay() | {"gp.csv": own("GP", GP, "2018-04-01..2018-12-31")}
    assert reader.ask(UNREACHED, gp).rows == cannot
    police = relay() | {"police.csv": own("Police", POLICE, "2018-03-01..2018-04-30")}
    assert reader.ask(UNREACHED, police).rows == cannot
    unnamed = relay(police=f"{POLICE}\n2 June 2018,Mr K,Referral,Sent on,,,")
    assert reader.ask(UNREACHED, unnamed).rows == cannot
    lines = [
        f"{line},{agency}"
        for agency, text in (("Police", POLICE), ("GP", GP))
        for line in text.splitlines()[1:]
    ]
    quoted = reader.ask(UNREACHED, {"all.csv": composite("\n".join([f"{HEADS},Agency", *lines]))})
    assert quoted.column("strength") == ["cannot tell"]


def test_what_several_agencies_recorded_is_told_of_the_first(reader: Reader) -> None:
    housing = own("Housing", f"{HEADS}\n4 April 2018,Mr K,Contact,Drinking heavily,,,")
    assert reader.ask(UNREACHED, relay() | {"housing.csv": housing}).rows == [
        GP_NOT | {"strength": "no record found"}
    ]


def test_what_is_out_of_reach_of_one_who_came_later_counts_from_then(reader: Reader) -> None:
    hv = HV.replace("1 October 2018,Child A", "1 May 2018,Mr K; Child A")
    assert reader.ask(UNREACHED, relay(hv=hv)).column("from_day") == ["2018-05-01"]
    after = reader.ask(UNREACHED, relay(hv=hv.replace("1 May 2018", "2 June 2018")))
    assert after.rows == []


def test_one_no_longer_in_touch_is_left_out(reader: Reader) -> None:
    gp = GP.replace("1 June 2018", "1 February 2018")
    assert reader.ask(UNREACHED, relay(gp=gp)).rows == []
    before = reader.ask(UNREACHED, relay(), given={"as_of": "2018-03-01"})
    assert before.rows == []


# Known of an adult to one agency only

ONLY = "adults-information-held-by-one"
HELD: dict[str, Any] = {
    "holder": "Police",
    "person": "Mr K",
    "topics": ["substance misuse"],
    "working": ["GP", "School"],
    "people": ["Mr K"],
    "agencies": ["Police"],
    "from_day": "2018-03-01",
    "to_day": "2018-11-01",
    "evidence_ids": ["police.csv row 2"],
}
ALONE = POLICE.rsplit("\n", 1)[0]
APART = SCHOOL.replace("9 March 2018,Mr K,Conference,Concerns were raised,,,\n", "")


def apart(police: str = ALONE, gp: str = GP) -> dict[str, Source]:
    """Police know of Mr K; a school and a GP work with the child."""
    return {"police.csv": own("Police", police), "gp.csv": own("GP", gp), "school.csv": own("School", APART)}


def test_held_by_one_and_out_of_reach(reader: Reader) -> None:
    told = reader.ask(ONLY, apart())
    assert told.rows == [HELD | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        "Entries that tell of substance misuse concerning Mr K were found only in the records of Police (counted from "
        "1 March 2018); no recorded communication was found along which this could have reached an agency working "
        "with the child (GP and School)."
    ]


@pytest.mark.parametrize(
    ("police", "gp", "adults"),
    [
        (f"{ALONE}\n2 March 2018,Child A,Notification,Form sent,GP,,", GP, 1),
        (ALONE, f"{GP}\n4 March 2018,Mr K,Consultation,Drinking heavily,,,", 1),
        (f"{HEADS}\n1 March 2018,Mr K,Incident,Two children in the household,,,", GP, 0),
        (f"{HEADS}\n,Mr K,Incident,Drinking heavily,,,\n3 March 2018,Mr K,Incident,,,,", GP, 0),
    ],
    ids=["passed on", "known to another", "no concern", "on a day not given"],
)
def test_not_held_by_one_alone(reader: Reader, police: str, gp: str, adults: int) -> None:
    told = reader.ask(ONLY, apart(police, gp))
    assert (told.rows, told.denominator) == ([], adults)
    assert told.none.startswith(
        "Entries of concern were found about 1 adults"
        if adults
        else "The imported records hold nothing of the kind"
    )


def test_whether_it_was_held_by_one_cannot_be_told(reader: Reader) -> None:
    cannot = [HELD | {"strength": "cannot tell"}]
    assert (
        reader.ask(ONLY, apart() | {"school.csv": own("School", APART, "2018-10-01..2018-12-31")}).rows
        == cannot
    )
    assert (
        reader.ask(ONLY, apart() | {"police.csv": own("Police", ALONE, "2018-03-01..2018-04-30")}).rows
        == cannot
    )
    assert reader.ask(ONLY, apart(f"{ALONE}\n2 June 2018,Mr K,Referral,Sent on,,,")).rows == cannot


def test_the_view_of_men_leaves_out_women(reader: Reader) -> None:
    police = ALONE.replace("Mr K", "Mother")
    assert reader.ask(ONLY, apart(police)).column("person") == ["Mother"]
    men = reader.ask(ONLY, apart(police), given={"view": "men"})
    assert (men.rows, men.denominator) == ([], 0)

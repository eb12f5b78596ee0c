"""Batons that left no trace at one end: the rows worked out by hand from chronologies of a few lines."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, composite, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description,To,From,Received"
SENT = f"{HEADS}\n5 March 2018,Child A,Referral,Bruise seen at clinic,{CSC},,"
OTHER = f"{HEADS}\n2 May 2018,Child B,Home visit,Seen at home,,,"
REFERRAL: dict[str, Any] = {
    "passed_by": "Health Visiting",
    "what": "a referral",
    "people": ["Child A"],
    "passed_to": CSC,
    "on_text": "5 March 2018",
    "agencies": ["Health Visiting", CSC],
    "from_day": "2018-03-05",
    "to_day": "2018-03-05",
}
PASSED = REFERRAL | {
    "baton_id": "hv.csv#2>childrens-social-care",
    "did": "sending a referral",
    "said": None,
    "sent": "5 March 2018",
    "reached": f"this did not reach {CSC}",
    "certainty": "certain",
    "evidence_ids": ["hv.csv row 2"],
}
GOT = REFERRAL | {"baton_id": "csc.csv#2<health-visiting", "evidence_ids": ["csc.csv row 2"]}
RECEIVED = f"{HEADS}\n7 March 2018,Child A,Referral received,Letter about a bruise,,Health Visiting,"


def test_no_receipt_in_the_receivers_own_records(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, OTHER)}
    told = reader.ask("batons-not-received", files)
    assert told.rows == [PASSED | {"strength": "no record found"}]
    assert told.denominator == 1
    assert told.sentences == [
        f"Health Visiting recorded passing a referral about Child A to {CSC} (5 March 2018); no record of "
        f"receipt was found in the records of {CSC}."
    ]


def test_a_source_that_says_it_did_not_arrive(reader: Reader) -> None:
    told = reader.ask("batons-not-received", {"hv.csv": own("Health Visiting", f"{SENT}No")})
    assert told.rows == [PASSED | {"strength": "recorded"}]
    assert told.sentences == [
        "Health Visiting recorded sending a referral about Child A (5 March 2018); the source records that this "
        f"did not reach {CSC}."
    ]


def test_the_senders_own_words_of_the_outcome_are_quoted(reader: Reader) -> None:
    """Whether or not it says that it did not arrive."""
    bounced = f"{HEADS},Outcome\n5 March 2018,Child A,Referral,Bruise,{CSC},,No,Message came back"
    told = reader.ask("batons-not-received", {"hv.csv": own("Health Visiting", bounced)})
    quoted = {"said": "“Message came back”", "sent": "5 March 2018, with the words “Message came back”"}
    assert told.rows == [PASSED | quoted | {"strength": "recorded"}]
    posted = bounced.replace("No,Message came back", ",Posted")
    files = {"hv.csv": own("Health Visiting", posted), "csc.csv": own(CSC, OTHER)}
    told = reader.ask("batons-not-received", files)
    assert told.column("said") == ["“Posted”"]
    assert told.sentences[0].startswith(
        "Health Visiting recorded passing a referral about Child A to Children's Social Care (5 March 2018, with the "
        "words “Posted”); no record of receipt was found"
    )


def test_a_source_that_says_it_reached_nobody(reader: Reader) -> None:
    text = f"{HEADS}\n5 March 2018,Child A,Note,Bruise seen at clinic,,,No"
    told = reader.ask("batons-not-received", {"hv.csv": own("Health Visiting", text)})
    nobody: dict[str, Any] = {"baton_id": "hv.csv row 2", "what": "information", "passed_to": "any agency"}
    nobody["did"] = "information"
    nobody |= {"reached": "this reached no agency", "agencies": ["Health Visiting"]}
    assert told.rows == [PASSED | nobody | {"strength": "recorded"}]


def test_every_baton_was_received(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, RECEIVED)}
    told = reader.ask("batons-not-received", files)
    assert told.rows == []
    assert told.none == "Every one of the 1 batons has a recorded receipt."


def test_receipt_cannot_be_told_without_the_receivers_records(reader: Reader) -> None:
    """Neither with no chronology of the receiver's, nor with one that ends within the fortnight."""
    told = reader.ask("batons-not-received", {"hv.csv": own("Health Visiting", SENT)})
    assert told.rows == [PASSED | {"strength": "cannot tell"}]
    short = own(CSC, OTHER, "2018-01-01..2018-03-10")
    told = reader.ask("batons-not-received", {"hv.csv": own("Health Visiting", SENT), "csc.csv": short})
    assert told.rows == [PASSED | {"strength": "cannot tell"}]


def test_what_can_still_arrive_is_neither_received_nor_lost(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, OTHER)}
    told = reader.ask("batons-not-received", files, review="incident_date = 2018-03-08")
    assert (told.rows, told.denominator) == ([], 0)
    assert told.none == "The imported records hold nothing of the kind this question looks at."


def test_undated_unaddressed_unnamed_and_partly_dated(reader: Reader) -> None:
    text = f"""{HEADS}
,Child A,Referral,No day given,{CSC},,
6 April 2018,Child A,Referral,No addressee,,,
7 April 2018,,Notification,Nobody named,{CSC},,
June 2018,Child A; Child B,Referral,Month only,{CSC},,"""
    told = reader.ask(
        "batons-not-received", {"hv.csv": own("Health Visiting", text), "csc.csv": own(CSC, OTHER)}
    )
    assert told.column("baton_id") == [f"hv.csv#{row}>childrens-social-care" for row in (4, 5, 2)]
    assert told.column("strength") == ["no record found", "no record found", "cannot tell"]
    assert told.column("certainty") == ["certain", "certain", "possible"]
    assert told.column("people") == [[], ["Child A", "Child B"], ["Child A"]]
    assert told.column("on_text") == ["7 April 2018", "June 2018", "no date given"]
    assert told.column("from_day") == ["2018-04-07", "2018-06-01", None]
    assert told.column("to_day") == ["2018-04-07", "2018-06-30", None]
    assert told.denominator == 3


def test_two_chronologies_of_one_agency_cover_as_one(reader: Reader) -> None:
    """The fortnight after 5 March runs over the end of the first; what either holds is seen once."""
    first = own(CSC, OTHER, "2018-01-01..2018-03-10")
    second = own(CSC, OTHER.replace("Child B", "Child C"), "2018-03-11..2018-12-31")
    files = {"hv.csv": own("Health Visiting", SENT), "csc1.csv": first, "csc2.csv": second}
    told = reader.ask("batons-not-received", files)
    assert told.rows == [PASSED | {"strength": "no record found"}]


def test_no_record_at_the_sender(reader: Reader) -> None:
    files = {"csc.csv": own(CSC, RECEIVED), "hv.csv": own("Health Visiting", OTHER)}
    told = reader.ask("batons-no-sender", files)
    got = GOT | {"on_text": "7 March 2018", "from_day": "2018-03-07", "to_day": "2018-03-07"}
    assert told.rows == [got | {"strength": "no record found", "days": 14}]
    assert told.denominator == 1


def test_every_receipt_has_its_sender(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, RECEIVED)}
    told = reader.ask("batons-no-sender", files)
    assert told.rows == []
    assert told.none == "Each of the 1 batons recorded as received is also recorded by its sender."


def test_the_senders_records_are_not_in_hand(reader: Reader) -> None:
    """Not at all; not for the fortnight before; or the day is not known. A receipt that names no sender is no row."""
    text = f"""{RECEIVED}
,Child A,Referral received,No day given,,Health Visiting,
9 March 2018,,Referral received,Nobody named,,Health Visiting,
10 March 2018,Child A,Referral received,No sender named,,,"""
    alone = reader.ask("batons-no-sender", {"csc.csv": own(CSC, text)})
    assert alone.column("strength") == ["cannot tell"] * 3
    assert alone.column("from_day") == ["2018-03-07", "2018-03-09", None]
    assert alone.column("people") == [["Child A"], [], ["Child A"]]
    files = {"csc.csv": own(CSC, text), "hv.csv": own("Health Visiting", OTHER, "2018-02-22..2018-12-31")}
    later = reader.ask("batons-no-sender", files)
    assert later.column("strength") == ["cannot tell", "no record found", "cannot tell"]
    assert later.column("evidence_ids") == [["csc.csv row 2"], ["csc.csv row 4"], ["csc.csv row 3"]]
    assert later.denominator == 3
    assert later.sentences[-1] == (
        f"{CSC} recorded receiving a referral about Child A from Health Visiting (no date given); the records of "
        "Health Visiting for that time and the 14 days before are not in hand."
    )


def test_the_senders_records_need_not_be_one_file(reader: Reader) -> None:
    """Two files of the sender's own that meet within the fortnight cover it together."""
    first = own("Health Visiting", OTHER, "2018-01-01..2018-03-01")
    second = own("Health Visiting", OTHER, "2018-03-02..2018-12-31")
    told = reader.ask(
        "batons-no-sender", {"csc.csv": own(CSC, RECEIVED), "hv1.csv": first, "hv2.csv": second}
    )
    assert told.column("strength") == ["no record found"]


def test_a_row_that_names_two_senders_is_held_against_each(reader: Reader) -> None:
    """Health visiting recorded its call; the school, named with it, did not."""
    both = RECEIVED.replace("Health Visiting", "Health Visiting; School")
    school = f"{HEADS}\n2 May 2018,Child B,Observation,In class,,,"
    files = {
        "csc.csv": own(CSC, both),
        "hv.csv": own("Health Visiting", SENT),
        "school.csv": own("School", school),
    }
    told = reader.ask("batons-no-sender", files)
    assert told.column("passed_by") == ["School"]
    assert told.column("strength") == ["no record found"]


REPEATED = f"""{HEADS},Outcome
5 March 2018,Child A,Referral,First,{CSC},,,
June 2018,Child A; Child B,Notification,Second,{CSC},,No,
,Child B,Referral,No day given,{CSC},,,
9 July 2018,The children,Referral,All of them,{CSC},,,
10 July 2018,Child B,Referral,No addressee,,,,"""
POLICE = f"{HEADS}\n4 April 2018,Child A,Referral,From the police,{CSC},,"
TOLD = f"""{HEADS},Outcome
6 March 2018,Child A,Referral received,A letter,,Health Visiting,,Assessed
5 April 2018,Child A,Referral received,A call,,Police,,NFA
1 May 2018,Mrs K; Child A,Disclosure,Told us of a man at the flat,,,,"""


def test_the_same_agency_told_again_and_what_became_of_each(reader: Reader) -> None:
    """Assessed; no further action; told by the grandmother, with nothing after it; and one that did not arrive."""
    files = {
        "hv.csv": own("Health Visiting", REPEATED),
        "police.csv": own("Police", POLICE),
        "csc.csv": own(CSC, TOLD),
    }
    people = "person_id,name,kind,role\nmrs-k,Mrs K,adult,grandmother\na,Child A,child,\nb,Child B,child,"
    told = reader.ask("batons-repeated", files, people=people)
    became = ["acted on (1)", "declined or ended with no further action (1)"]
    became += ["received with no record of anything done (1)", "recorded as not received (1)"]
    evidence = ["hv.csv row 2", "police.csv row 2", "csc.csv row 4", "hv.csv row 3"]
    assert told.rows == [
        {
            "person": "Child A",
            "told": CSC,
            "times": 4,
            "senders": ["Health Visiting", "Police", "Mrs K"],
            "became": became,
            "first_text": "5 March 2018",
            "last_text": "June 2018",
            "people": ["Child A"],
            "agencies": [CSC],
            "from_day": "2018-03-05",
            "to_day": "2018-06-30",
            "evidence_ids": evidence,
        }
    ]
    assert told.sentences[0].startswith(
        f"4 referrals or notifications about Child A to {CSC} are on record, the"
    )


def test_what_became_of_them_cannot_be_told_without_the_receivers_records(reader: Reader) -> None:
    files = {"hv.csv": own("Health Visiting", REPEATED), "police.csv": own("Police", POLICE)}
    told = reader.ask("batons-repeated", files)
    assert told.column("became") == [["recorded as not received (1)", "receipt cannot be told (2)"]]


def test_told_once_or_on_days_not_known_is_not_repeated(reader: Reader) -> None:
    """Child B: one dated notification, one undated and one to nobody, of which it cannot be told."""
    told = reader.ask("batons-repeated", {"hv.csv": own("Health Visiting", REPEATED)})
    assert told.rows == []
    assert told.none == "No child was the subject of that many referrals or notifications to one agency."


def test_the_last_word_comes_from_a_composite_chronology_too(reader: Reader) -> None:
    text = f"""Date,Agency,Person,Event,Description,To
1 May 2018,Police,Child A,Notification,Callout,{CSC}
1 May 2018,School,Child A,Referral,Bruise,{CSC}"""
    told = reader.ask("batons-repeated", {"all.csv": composite(text)}, given={"least": 2})
    assert told.column("times") == [2]
    assert told.column("senders") == [["Police", "School"]]

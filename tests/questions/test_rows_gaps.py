"""Records worth asking for, and entries that do not say what they record: the rows worked out by hand."""

from __future__ import annotations

from typing import Any

from chronologies import Reader, composite, own

CSC = "Children's Social Care"
HEADS = "Date,Person,Event,Description"
SENT_HEADS = f"{HEADS},To"
SENT = f"{SENT_HEADS}\n5 March 2018,Child A,Referral,Bruise,{CSC}"
ASKED = "sources-worth-asking-for"
GAP: dict[str, Any] = {
    "agency": CSC,
    "periods": ["March 2018"],
    "in_hand": "no chronology of its own is in hand",
    "batons": 1,
    "contacts": 0,
    "cannot_be_judged": "one baton cannot be judged",
    "agencies": [CSC],
    "from_day": "2018-03-01",
    "to_day": "2018-03-31",
    "evidence_ids": ["hv.csv row 2"],
}


def test_a_receiver_with_no_chronology_of_its_own(reader: Reader) -> None:
    """A receipt may be looked for until 19 March."""
    told = reader.ask(ASKED, {"hv.csv": own("Health Visiting", SENT)})
    assert told.rows == [GAP]
    assert told.sentences == [
        f"For want of the records of {CSC} for March 2018, one baton cannot be judged; no chronology of its own is "
        "in hand."
    ]


def test_a_receiver_whose_own_chronology_ends_too_soon(reader: Reader) -> None:
    text = f"{HEADS}\n1 February 2018,Child A,Note,x"
    files = {"hv.csv": own("Health Visiting", SENT), "csc.csv": own(CSC, text, "2018-01-01..2018-03-10")}
    told = reader.ask(ASKED, files)
    in_hand = "its own chronology in hand covers 1 January 2018 to 10 March 2018"
    assert told.rows == [GAP | {"in_hand": in_hand, "from_day": "2018-03-11"}]


def test_several_periods_of_one_agency_are_asked_for_at_once(reader: Reader) -> None:
    """Two chronologies with a break between them; what follows the review's end is not wanted."""
    more = (
        f"{SENT}\n2 July 2018,Child A,Referral,Again,{CSC}\n3 July 2018,Mother,Notification,Also,{CSC}"
        f"\n5 January 2019,Child A,Referral,Later,{CSC}"
    )
    text = f"{HEADS}\n1 February 2018,Child A,Note,x"
    files = {
        "hv.csv": own("Health Visiting", more, "2018-01-01..2019-12-31"),
        "csc1.csv": own(CSC, text, "2018-01-01..2018-02-28"),
        "csc2.csv": own(CSC, text.replace("February", "June"), "2018-06-01..2018-06-30"),
    }
    (row,) = reader.ask(ASKED, files).rows
    assert row["periods"] == ["March 2018", "July 2018"]
    assert row["in_hand"] == "its own chronologies in hand cover other days"
    assert (row["batons"], row["cannot_be_judged"]) == (3, "3 batons cannot be judged")
    assert (row["from_day"], row["to_day"]) == ("2018-03-01", "2018-07-31")
    assert row["evidence_ids"] == ["hv.csv row 2", "hv.csv row 3", "hv.csv row 4"]


def test_a_receiver_whose_own_rows_have_no_days(reader: Reader) -> None:
    undated = own(CSC, f"{HEADS}\n,Child A,Note,No day given", "")
    told = reader.ask(ASKED, {"hv.csv": own("Health Visiting", SENT), "csc.csv": undated})
    assert told.rows == [GAP | {"in_hand": "its own chronology has no day that can be read"}]


def test_contacts_that_only_others_tell_of(reader: Reader) -> None:
    """Over the turn of a year, within one and with no day given; those wanting most batons come first."""
    text = f"""{SENT_HEADS},Agency
1 December 2017,Child A,Visit,Seen,,Police
March 2018,Child A,Visit,Seen,,Police
3 May 2018,Child A,Visit,Seen,,GP
4 August 2018,Child A,Visit,Seen,,GP
,Child A,Referral,No day given,{CSC},Health Visiting
5 January 2019,Child A,Visit,After the end,,Police"""
    told = reader.ask(ASKED, {"hv.csv": composite(text)})
    assert [(row["agency"], row["periods"], row["cannot_be_judged"]) for row in told.rows] == [
        (CSC, ["dates that the records do not give"], "one baton cannot be judged"),
        ("GP", ["May to August 2018"], "what it did is told in 2 entries of others alone"),
        ("Police", ["December 2017 to March 2018"], "what it did is told in 2 entries of others alone"),
    ]
    assert (told.rows[0]["from_day"], told.rows[0]["to_day"]) == (None, None)
    assert told.rows[2]["evidence_ids"] == ["hv.csv row 2", "hv.csv row 3"]


def test_batons_and_contacts_that_want_the_same_records(reader: Reader) -> None:
    text = f"""{SENT_HEADS},Agency
5 March 2018,Child A,Referral,Bruise,Police,GP
9 March 2018,Child A,Visit,Seen,,Police"""
    (row,) = [
        row for row in reader.ask(ASKED, {"all.csv": composite(text)}).rows if row["agency"] == "Police"
    ]
    assert row["cannot_be_judged"] == (
        "one baton cannot be judged and what it did is told in one entry of others alone"
    )
    assert row["evidence_ids"] == ["all.csv row 2", "all.csv row 3"]


def test_nothing_is_wanted(reader: Reader) -> None:
    files = {
        "hv.csv": own("Health Visiting", SENT),
        "csc.csv": own(CSC, f"{HEADS}\n1 May 2018,Child A,Note,x"),
    }
    told = reader.ask(ASKED, files)
    assert told.rows == []
    assert told.none == "Nothing was left undecided for want of an agency's own records."


def test_entries_that_do_not_say_what_kind_of_event_they_record(reader: Reader) -> None:
    """Rows with no word for the event, or one that is not known, and words that tell none; a note is a kind."""
    text = f"""{HEADS}
1 February 2018,Child A,,Sunny
March 2018,Child A,Kerfuffle,Sunny
,Child A,,Sunny
5 March 2018,Child A,Note,File read
6 March 2018,Child A,Visit,Seen"""
    told = reader.ask("sources-kind-not-told", {"hv.csv": own("Health Visiting", text)})
    row = {"file": "hv.csv", "sheet": "", "entries": 3, "agencies": ["Health Visiting"]}
    row |= {"from_day": "2018-02-01", "to_day": "2018-03-31"}
    assert told.rows == [row | {"evidence_ids": [f"hv.csv row {number}" for number in (2, 3, 4)]}]
    assert told.sentences[0].startswith(
        "3 of the entries of hv.csv do not say what kind of event they record"
    )


def test_every_entry_says_what_kind_of_event_it_records(reader: Reader) -> None:
    told = reader.ask(
        "sources-kind-not-told", {"hv.csv": own("Health Visiting", f"{HEADS}\n1 May 2018,A,Note,x")}
    )
    assert told.rows == []
    assert told.none == "Every entry says what kind of event it records."

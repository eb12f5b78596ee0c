"""What speaks for two rows being one baton, and how strongly: each observation against the same pair without it."""

from __future__ import annotations

import pytest
from coded_rows import coded, row
from reconciled_rows import GOT, SENT, sendings

from scrgraph.coding.match_score import Scales, Weighed, days_apart
from scrgraph.coding.two_sides import slots_of
from scrgraph.model.entry import Entry
from scrgraph.temporal.read_date import read_date

CALL = row("1 May 2018", "HV", SENT, "Rowan", to="CSC")
OTHERS = (row("1 March 2018", "Police", "incident", "Finn"), row("2 March 2018", "GP", "visit", "Finn"))


def weighed(sent: Entry, got: Entry, *others: Entry) -> Weighed:
    """The pair weighed; the other rows only tell what agencies there are."""
    found = coded([sent, got, *OTHERS, *others])
    people = {person.person_id: person for person in found.people.people}
    scales = Scales(sendings(found), found.entries, people)
    answer = scales.weigh(sendings(found)[0], slots_of(found.entries[1])[0])
    assert answer is not None
    return answer


def bits(sent: Entry, got: Entry, *others: Entry) -> float:
    return round(weighed(sent, got, *others).bits, 2)


def got(date: str = "2 May 2018", event: str = GOT, people: str = "Rowan", **cells: str) -> Entry:
    return row(date, "CSC", event, people, **cells)


def test_a_day_further_off_speaks_less() -> None:
    days = [bits(CALL, got(f"{day} May 2018")) for day in (1, 3, 6, 9, 12, 15)]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == len(days)


def test_a_receipt_dated_before_the_sending_speaks_less_than_one_after() -> None:
    assert bits(CALL, got("30 April 2018")) < bits(CALL, got("2 May 2018"))


def test_a_month_speaks_less_than_a_day_near_and_more_than_a_year() -> None:
    assert bits(CALL, got("2018")) < bits(CALL, got("May 2018")) < bits(CALL, got("2 May 2018"))
    some_day_in_may = row("May 2018", "HV", SENT, "Rowan", to="CSC")
    assert bits(CALL, got("May 2018")) == bits(some_day_in_may, got("31 May 2018"))


@pytest.mark.parametrize(
    ("sent", "received", "told"),
    [
        ("1 May 2018", "1 May 2018", "the same day"),
        ("1 May 2018", "2 May 2018", "1 day apart"),
        ("3 May 2018", "1 May 2018", "2 days apart, the receiver's date first"),
        ("May 2018", "2 June 2018", "at least 2 days apart"),
        ("May 2018", "7 May 2018", "possibly the same day"),
        ("", "7 May 2018", "no date on one side"),
    ],
)
def test_the_days_between_in_words(sent: str, received: str, told: str) -> None:
    assert days_apart(read_date(sent), read_date(received)) == told


def test_the_sender_named_in_the_column_in_the_words_or_not_at_all() -> None:
    column = bits(CALL, got(sender="HV"))
    words = bits(CALL, got(said="Call from the health visitor"))
    mentioned = bits(CALL, got(said="The health visitor had been"))
    silent = bits(CALL, got())
    another = bits(CALL, got(said="Call from the police"))
    assert column > words > mentioned > silent > another


def test_another_sender_bars_the_pair_whatever_else_fits() -> None:
    pair = weighed(CALL, got("1 May 2018", sender="Police"))
    assert pair.bars == ("it names another sender",)
    assert not pair.fits


def test_a_sender_named_by_service_or_worker_where_the_agency_has_another_name() -> None:
    """The cell "Health visitor at the clinic" becomes an agency by its words, but one that writes no rows."""
    sent = row("1 May 2018", "Northmere Health Visiting", SENT, "Rowan", to="CSC").model_copy(
        update={"professional_text": "B Okafor"}
    )
    for sender in ("Okafor, clinic", "Health visitor at the clinic"):
        pair = weighed(sent, got(sender=sender))
        assert pair.fits
        assert "the receiver names the sender's service or worker" in pair.reasons
    assert weighed(sent, got(sender="Ward sister")).bars == ("it names another sender",)


def test_the_same_kind_a_like_kind_and_another() -> None:
    same, like = bits(CALL, got()), bits(CALL, got(event="information received"))
    unlike = weighed(CALL, got(event="feedback received"))
    assert same > like > unlike.bits
    assert unlike.bars == ("it is of another kind",)


def test_rare_words_in_common_speak_more_than_usual_ones() -> None:
    told = row("1 May 2018", "HV", SENT, "Rowan", to="CSC", said="Scald to arm, mother tired")
    usual = [row("1 June 2017", "GP", SENT, "Finn", to="HV", said="mother tired again") for _ in range(9)]
    rare = weighed(told, got(said="Scald seen"), *usual)
    common = weighed(told, got(said="Mother tired"), *usual)
    none = weighed(told, got(said="Worries about home conditions"), *usual)
    assert rare.bits > common.bits > none.bits
    assert "in common: scald" in rare.reasons


def test_words_are_compared_by_their_stem_and_stop_words_do_not_count() -> None:
    told = row("1 May 2018", "HV", SENT, "Rowan", to="CSC", said="Bruising to the cheek")
    assert "in common: bruised" in weighed(told, got(said="Child was bruised")).reasons
    assert bits(told, got(said="The referral was received by the team")) <= bits(told, got())


def test_two_words_for_one_matter() -> None:
    told = row("1 May 2018", "Police", SENT, "Rowan", to="CSC", said="DV incident overnight, one arrest")
    about = weighed(told, got(said="Domestic abuse log, nobody hurt"))
    assert "in common: domestic violence" in about.reasons
    assert about.bits > bits(told, got(said="Noise complaint logged, nobody hurt"))


def test_naming_the_other_sides_worker_or_day() -> None:
    sent = CALL.model_copy(update={"professional_text": "HV Okafor"})
    assert "one names the other's worker" in weighed(sent, got(said="Spoke to Ms Okafor")).reasons
    for said in ("Re visit of 1 May", "Re visit of 1st May 2018", "Re visit 01/05/18"):
        assert "one names the day of the other" in weighed(CALL, got(said=said)).reasons
    assert bits(CALL, got(said="Re visit of 1 May")) > bits(CALL, got(said="Re visit of 4 May"))


def test_the_word_for_a_service_is_no_name_of_a_worker() -> None:
    sent = CALL.model_copy(update={"professional_text": "Health visitor"})
    assert weighed(sent, got(said="Health visitor rang")).reasons[-1] != "one names the other's worker"

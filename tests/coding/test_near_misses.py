"""Why nothing was taken, what came near, and decisions that win over any score."""

from __future__ import annotations

from coded_rows import row
from reconciled_rows import GOT, SENT, ends, matches, pairs, reconciled

from scrgraph.coding.decided import Decided
from scrgraph.model.entry import Entry


def test_nothing_taken_is_explained() -> None:
    sent = row("1 March 2018", "HV", SENT, "Rowan", to="CSC")

    def said(*rows: Entry) -> str:
        return reconciled(sent, *rows).why_not["E1>csc"]

    assert said() == "No entry in hand of the receiving agency records anything received."
    assert said(row("1 May 2018", "CSC", GOT, "Rowan", sender="HV")) == (
        "No entry of the receiving agency between 19 February and 15 March 2018 records anything received."
    )
    assert said(row("2 March 2018", "CSC", GOT, "Rowan", sender="GP")) == (
        "No entry of the receiving agency between 19 February and 15 March 2018 fits. The nearest, CSC.csv, row 2, "
        "was not taken: it names another sender."
    )
    assert said(row("9 March 2018", "CSC", "feedback received", "Lee Tranter", sender="GP")) == (
        "No entry of the receiving agency between 19 February and 15 March 2018 is of a like kind about the same "
        "people."
    )
    undated = row("", "HV", SENT, "Rowan", to="CSC")
    assert reconciled(undated).why_not["E1>csc"] == (
        "The row has no date, so that no entry of receipt could be held against it."
    )


def test_what_came_near_is_kept_with_its_reason() -> None:
    found = reconciled(
        row("1 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("3 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("3 May 2018", "CSC", GOT, "Rowan", sender="HV"),
        row("3 May 2018", "CSC", GOT, "Rowan", sender="GP"),
        row("14 May 2018", "CSC", GOT, ""),
    )
    assert ends(found) == {("E2", "E3")}
    near = found.near["E1>csc"]
    assert {miss.entry_id: miss.reason.split(" (")[0] for miss in near} == {
        "E3": "it fits another row better",
        "E4": "it names another sender",
        "E5": "too little speaks for it",
    }
    assert near[0].entry_id == "E3"
    assert near[0].confidence > 0.5 > near[1].confidence > near[2].confidence
    (match,) = found.matches
    assert match.reason.endswith("something else that was sent fits it too")
    assert "fits another row better" in found.why_not["E1>csc"]


def test_a_contested_match_is_less_sure() -> None:
    one = row("1 May 2018", "HV", SENT, "Rowan", to="CSC")
    got = row("2 May 2018", "CSC", GOT, "Rowan", sender="HV")
    (alone,) = matches(one, got)
    (contested,) = matches(one, one, got)
    assert contested.score < alone.score
    assert contested.score <= 0.5


def decided_same(*pair: str) -> Decided:
    return Decided(same={(min(pair), max(pair)): "J Hale"})


def test_the_author_makes_a_match_that_no_score_would() -> None:
    """Three months later, another kind and other people; the row leaves the pool for the other referral."""
    rows = (
        row("1 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("1 August 2018", "CSC", "feedback received", "Finn", sender="GP"),
    )
    found = reconciled(*rows, decided=decided_same("E2", "E1"))
    (match,) = found.matches
    assert (match.score, match.reason) == (1.0, "decided by J Hale")
    assert "E1>csc" not in found.why_not


def test_rows_decided_on_leave_the_pool() -> None:
    rows = (
        row("1 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("9 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("9 May 2018", "CSC", GOT, "Rowan", sender="HV"),
    )
    assert pairs(*rows) == {("E2", "E3")}
    assert ends(reconciled(*rows, decided=decided_same("E1", "E3"))) == {("E1", "E3")}


def test_the_author_breaks_a_match() -> None:
    rows = (
        row("1 May 2018", "HV", SENT, "Rowan", to="CSC"),
        row("2 May 2018", "CSC", GOT, "Rowan", sender="HV"),
        row("8 May 2018", "CSC", GOT, "Rowan", sender="HV"),
    )
    found = reconciled(*rows, decided=Decided(not_same={("E1", "E2"): "J Hale"}))
    assert ends(found) == {("E1", "E3")}
    assert found.near["E1>csc"][0].reason == "decided by J Hale not to be the same"


def test_a_decision_about_one_of_several_addressees() -> None:
    rows = (
        row("1 May 2018", "Police", "notification", "Rowan", to="CSC; GP"),
        row("1 August 2018", "GP", "notification received", "Rowan", sender="Police"),
        row("2 May 2018", "CSC", "notification received", "Rowan", sender="Police"),
    )
    found = reconciled(*rows, decided=decided_same("E1", "E2"))
    assert {(match.sent.to_agency, match.receipt.entry.entry_id) for match in found.matches} == {
        ("gp", "E2"),
        ("csc", "E3"),
    }


def test_a_decision_that_two_rows_of_receipt_are_one_baton_is_not_carried_out() -> None:
    rows = (
        row("1 May 2018", "HV", GOT, "Rowan", sender="GP"),
        row("2 May 2018", "CSC", GOT, "Rowan", sender="HV"),
    )
    found = reconciled(*rows, decided=decided_same("E1", "E2"))
    assert found.matches == []
    assert found.unused[0].startswith("J Hale decided that E1 and E2 are one baton, but no row of the two")

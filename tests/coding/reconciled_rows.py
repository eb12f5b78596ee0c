"""Rows of several agencies reconciled, as the tests of reconciliation ask for them."""

from __future__ import annotations

from coded_rows import Coded, coded

from scrgraph.coding.decided import Decided
from scrgraph.coding.reconcile import Match, Reconciled, Sent, reconcile
from scrgraph.model.entry import Entry

SENT, GOT = "referral", "referral received"


def sendings(found: Coded) -> list[Sent]:
    """What the rows pass on, one for each agency named; "" where none is."""
    return [
        Sent(f"{item.entry.entry_id}>{to}", item, to)
        for item in found.entries
        if not item.receives
        for to in item.to_agencies or ("",)
    ]


def reconciled(*rows: Entry, decided: Decided | None = None) -> Reconciled:
    """The rows reconciled with all that coding knows of the people in them."""
    found = coded(rows)
    people = {person.person_id: person for person in found.people.people}
    return reconcile(sendings(found), [item for item in found.entries if item.receives], people, decided)


def matches(*rows: Entry) -> list[Match]:
    return list(reconciled(*rows).matches)


def pairs(*rows: Entry) -> set[tuple[str, str]]:
    """The entries that were paired."""
    return ends(reconciled(*rows))


def ends(found: Reconciled) -> set[tuple[str, str]]:
    return {(match.sent.item.entry.entry_id, match.receipt.entry.entry_id) for match in found.matches}

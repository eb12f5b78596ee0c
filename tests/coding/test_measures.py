"""Plans and orders, and when each ended."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.measures import orders_of, plans_of
from scrgraph.coding.words import normal, word_list
from scrgraph.model.entry import Entry
from scrgraph.model.events import CourtOrder, Plan

LISTS: dict[str, Any] = word_list("measures.toml")


def plans(*rows: Entry) -> list[Plan]:
    """The plans of some rows."""
    found = coded(rows)
    return list(plans_of(found.entries, found.agencies))


def orders(*rows: Entry) -> list[CourtOrder]:
    """The orders of some rows."""
    found = coded(rows)
    return list(orders_of(found.entries, found.agencies))


def ends(kind: str, text: str) -> bool:
    """Whether a row of a plan or an order tells that it ended."""
    rows = row("1 May 2018", "CSC", kind, "Rowan", said=text)
    (one,) = plans(rows) if kind == "plan" else orders(rows)
    return one.ended.known


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, t) for kind in ("plan", "order") for t in LISTS[kind]["examples"]]
)
def test_examples_tell_of_an_end(kind: str, text: str) -> None:
    assert ends(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, t) for kind in ("plan", "order") for t in LISTS[kind]["not_examples"]]
)
def test_what_is_planned_or_denied_is_no_end(kind: str, text: str) -> None:
    assert not ends(kind, text)


def test_lists_are_written_as_words_are_compared() -> None:
    lists = [LISTS["denials"], *(LISTS[kind]["ends"] for kind in ("plan", "order"))]
    lists += [words for kind in ("plan", "order") for words in LISTS[kind]["begins"].values()]
    assert [word for words in lists for word in words if word != normal(word)] == []


def test_a_plan_runs_from_its_row_to_the_row_that_ends_it() -> None:
    (plan,) = plans(
        row("1 May 2018", "CSC", "child protection plan", "Rowan; Finn Marsh"),
        row("1 November 2018", "CSC", "plan", "Rowan", said="Plan ended"),
    )
    assert (plan.plan_id, plan.what, str(plan.on), str(plan.ended)) == (
        "E1",
        "child protection plan",
        "1 May 2018",
        "1 November 2018",
    )
    assert (plan.covered, plan.entry_ids) == (("rowan", "finn-marsh"), ("E1", "E2"))


def test_an_end_belongs_to_the_last_plan_of_the_same_agency_and_people() -> None:
    begun = [
        row("1 May 2018", "CSC", "plan", "Rowan"),
        row("1 June 2018", "CSC", "plan", "Finn Marsh"),
        row("1 July 2018", "School", "plan", "Rowan"),
    ]
    ended = row("1 August 2018", "CSC", "review conference", "Rowan", said="Removed from plan")
    assert [str(plan.ended) for plan in plans(*begun, ended)] == [
        "1 August 2018",
        "no date given",
        "no date given",
    ]


def test_an_end_with_no_beginning_in_hand_is_kept() -> None:
    (plan,) = plans(row("1 August 2018", "CSC", "plan", "Rowan", said="Plan ended"))
    assert (str(plan.on), str(plan.ended), plan.entry_ids) == ("no date given", "1 August 2018", ("E1",))
    assert plans(row("1 August 2018", "CSC", "conference", "Rowan", said="Plan ended")) == []


def test_a_plan_made_at_a_conference() -> None:
    held = row("1 May 2018", "CSC", "conference", "Rowan", did="Made subject of a child protection plan")
    (plan,) = plans(held)
    assert (plan.plan_id, plan.what, plan.agency_id) == ("E1", "child protection plan", "csc")
    refused = row(
        "1 May 2018", "CSC", "conference", "Rowan", did="Not made subject of a child protection plan"
    )
    assert plans(refused) == []


def test_an_order_and_nobodys_order() -> None:
    (order,) = orders(
        row("1 May 2018", "Family court", "care order", "Rowan"),
        row("1 May 2018", "Family", "care order", "Rowan"),
        row("1 May 2018", "Family court", "decision", "Rowan", said="Order discharged to be heard"),
    )
    assert (order.what, order.covered) == ("care order", ("rowan",))

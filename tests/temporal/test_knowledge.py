"""Both bounds against every possible reading of small random cases, and cases small enough to follow by eye."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence

import pytest

from scrgraph.temporal.arcs import EVERYTHING, First, Held, OpenArc, ToldArc, pieces_in
from scrgraph.temporal.knowledge import as_recorded, at_best

START = dt.date(2018, 3, 1)
HOLDERS = ("Police", "School", "HV", "CSC")


def day(number: int) -> dt.date:
    """The day of March 2018."""
    return START + dt.timedelta(days=number - 1)


# Every way of going through the arcs, one at a time, on every day on which each may have taken place


def readings_at_best(place: int, piece: Held, arcs: Sequence[OpenArc]) -> dict[str, dt.date]:
    """First days by trying every order of arcs and every day of each."""
    first: dict[str, dt.date] = {}

    def go(holder: str, since: dt.date, left: frozenset[int]) -> None:
        first[holder] = min(first.get(holder, since), since)
        for number in left:
            arc = arcs[number]
            if holder not in arc.senders or not arc.carries >> place & 1:
                continue
            for later in range((arc.closes - arc.opens).days + 1):
                on = arc.opens + dt.timedelta(days=later)
                if on >= since:
                    for receiver in arc.receivers:
                        go(receiver, on, left - {number})

    for holder in piece.holders:
        go(holder, piece.since, frozenset(range(len(arcs))))
    return first | dict.fromkeys(piece.holders, piece.since)


def readings_as_recorded(place: int, piece: Held, arcs: Sequence[ToldArc]) -> dict[str, dt.date]:
    """First days by trying every order of arcs; what an arc itself tells of starts with its arrival."""
    first: dict[str, dt.date] = {}

    def go(holder: str, since: dt.date, left: frozenset[int]) -> None:
        first[holder] = min(first.get(holder, since), since)
        for number in left:
            arc = arcs[number]
            if holder in arc.senders and arc.carries >> place & 1 and arc.leaves > since:
                for receiver in set(arc.receivers) - set(piece.holders):
                    go(receiver, arc.arrives, left - {number})

    every = frozenset(range(len(arcs)))
    for holder in piece.holders:
        go(holder, piece.since, every)
    for number, arc in enumerate(arcs):
        if arc.tells >> place & 1:
            for receiver in set(arc.receivers) - set(piece.holders):
                go(receiver, arc.arrives, every - {number})
    return first | dict.fromkeys(piece.holders, piece.since)


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def some(chance: random.Random, most: int) -> tuple[str, ...]:
    return tuple(chance.sample(HOLDERS, chance.randint(1, most)))


def held(chance: random.Random) -> list[Held]:
    return [Held(some(chance, 2), day(chance.randint(1, 6))) for _ in range(chance.randint(1, 5))]


@pytest.mark.parametrize("seed", range(400))
def test_at_best_is_the_first_day_of_any_reading(seed: int) -> None:
    chance = chance_of(seed)
    pieces, arcs = held(chance), []
    for _ in range(chance.randint(1, 5)):
        opens = chance.randint(1, 7)
        arcs.append(
            OpenArc(
                some(chance, 2),
                some(chance, 3),
                day(opens),
                day(opens + chance.choice((0, 0, 1, 3))),
                chance.choice((EVERYTHING, EVERYTHING, chance.getrandbits(len(pieces)))),
            )
        )
    found = at_best(pieces, arcs)
    for place, piece in enumerate(pieces):
        expected = readings_at_best(place, piece, arcs)
        assert {who: first.day for who in HOLDERS if (first := found.get(who, place))} == expected
        for who in expected:
            on, holders = piece.since, set(piece.holders)
            for arc in (arcs[number] for number in found.path(who, place)):
                assert holders & set(arc.senders)
                assert arc.carries >> place & 1
                on, holders = max(on, arc.opens), set(arc.receivers)
                assert on <= arc.closes
            assert on == expected[who]
            assert who in holders


@pytest.mark.parametrize("seed", range(400))
def test_as_recorded_is_the_first_day_in_strict_order(seed: int) -> None:
    chance = chance_of(seed)
    pieces, arcs = held(chance), []
    for _ in range(chance.randint(1, 5)):
        senders, leaves = some(chance, 2), chance.randint(1, 8)
        told = sum(1 << place for place, one in enumerate(pieces) if set(one.holders) & set(senders))
        arcs.append(
            ToldArc(
                senders,
                some(chance, 3),
                day(leaves),
                day(leaves + chance.choice((0, 0, 1, 3))),
                carries=chance.getrandbits(len(pieces)) | chance.getrandbits(len(pieces)),
                tells=told & chance.getrandbits(len(pieces)) & chance.getrandbits(len(pieces)),
            )
        )
    found = as_recorded(pieces, arcs)
    for place, piece in enumerate(pieces):
        expected = readings_as_recorded(place, piece, arcs)
        assert {who: first.day for who in HOLDERS if (first := found.get(who, place))} == expected
        for who in expected:
            told_path = [arcs[number] for number in found.path(who, place)]
            on, holders = piece.since, set(piece.holders)
            for step, arc in enumerate(told_path):
                if not (step == 0 and arc.tells >> place & 1):
                    assert holders & set(arc.senders)
                    assert arc.leaves > on
                    assert arc.carries >> place & 1
                on, holders = arc.arrives, set(arc.receivers)
            assert on == expected[who]
            assert who in holders


@pytest.mark.parametrize("seed", range(100))
def test_nothing_is_recorded_as_known_sooner_than_it_could_be(seed: int) -> None:
    """One case read both ways: what is certain never comes before what is possible."""
    chance = chance_of(seed)
    pieces = held(chance)
    later = [Held(one.holders, one.since + dt.timedelta(days=chance.choice((0, 0, 2)))) for one in pieces]
    every, opened, told = (1 << len(pieces)) - 1, [], []
    for _ in range(8):
        senders, receivers, opens = some(chance, 2), some(chance, 3), chance.randint(1, 9)
        closes = opens + chance.choice((0, 0, 2))
        opened.append(OpenArc(senders, receivers, day(opens), day(closes)))
        told.append(ToldArc(senders, receivers, day(opens), day(closes), every))
    best, recorded = at_best(pieces, opened), as_recorded(later, told)
    for who in HOLDERS:
        for place, first in recorded.of(who).items():
            possible = best.get(who, place)
            assert possible is not None
            assert possible.day <= first.day


@pytest.mark.parametrize("seed", range(30))
def test_the_order_of_the_arcs_given_does_not_change_a_day(seed: int) -> None:
    chance = chance_of(seed)
    pieces = held(chance)
    arcs = [OpenArc(some(chance, 1), some(chance, 2), day(n), day(n)) for n in (1, 2, 2, 3, 3, 3, 4)]
    turned = [*reversed(arcs)]
    one, other = at_best(pieces, arcs), at_best(pieces, turned)
    for who in HOLDERS:
        assert {p: f.day for p, f in one.of(who).items()} == {p: f.day for p, f in other.of(who).items()}


# Cases to follow by eye


def call(sender: str, receiver: str, on: int, until: int | None = None) -> OpenArc:
    return OpenArc((sender,), (receiver,), day(on), day(until or on))


def test_two_calls_of_one_day_may_be_in_either_order() -> None:
    found = at_best([Held(("Police",), day(2))], [call("HV", "CSC", 3), call("Police", "HV", 3)])
    assert found.get("CSC", 0) == First(day(3), 0, "HV")
    assert found.path("CSC", 0) == (1, 0)
    calls = [ToldArc(("HV",), ("CSC",), day(3), day(3), 1), ToldArc(("Police",), ("HV",), day(3), day(3), 1)]
    strict = as_recorded([Held(("Police",), day(2))], calls)
    assert strict.get("HV", 0) == First(day(3), 1, "Police")
    assert strict.get("CSC", 0) is None


def test_a_call_of_some_day_in_a_week_may_have_been_on_the_day_that_suits() -> None:
    found = at_best([Held(("Police",), day(4)), Held(("Police",), day(8))], [call("Police", "School", 1, 7)])
    assert found.get("School", 0) == First(day(4), 0, "Police")
    assert found.get("School", 1) is None


def test_of_two_open_calls_the_one_open_longer_still_counts_after_the_other_has_closed() -> None:
    calls = [call("Police", "School", 1, 9), call("Police", "School", 2, 4)]
    assert at_best([Held(("Police",), day(6))], calls).path("School", 0) == (0,)


def test_a_call_that_carries_less_does_not_stand_in_for_one_that_carries_more() -> None:
    calls = [
        OpenArc(("Police",), ("School",), day(1), day(9), carries=0b10),
        OpenArc(("Police",), ("School",), day(2), day(8)),
    ]
    found = at_best([Held(("Police",), day(5)), Held(("Police",), day(9))], calls)
    assert (found.path("School", 0), found.path("School", 1)) == ((1,), (0,))


def test_all_who_meet_learn_from_all_who_meet() -> None:
    around = OpenArc(HOLDERS, HOLDERS, day(5), day(5))
    found = at_best([Held(("Police",), day(1)), Held(("HV",), day(5))], [around])
    assert [found.get(who, 0) for who in HOLDERS] == [First(day(1)), *[First(day(5), 0, "Police")] * 3]
    assert found.get("CSC", 1) == First(day(5), 0, "HV")


def test_what_the_entry_itself_tells_goes_on_the_day_it_was_written() -> None:
    pieces = [Held(("Police",), day(5)), Held(("Police",), day(5))]
    calls = [ToldArc(("Police",), ("School",), day(5), day(6), carries=0b11, tells=0b01)]
    found = as_recorded(pieces, calls)
    assert (found.get("School", 0), found.get("School", 1)) == (First(day(6), 0, ""), None)


def test_one_who_never_had_it_has_no_way_to_it() -> None:
    found = at_best([Held(("Police",), day(5))], [call("Police", "School", 4)])
    assert found.of("School") == {}
    assert found.path("Police", 0) == ()
    with pytest.raises(KeyError):
        found.path("School", 0)


def sets() -> Iterator[tuple[int, list[int]]]:
    yield 0, []
    yield 1, [0]
    yield 0b1010_0000_0001, [0, 9, 11]
    yield 1 << 1000, [1000]


@pytest.mark.parametrize(("pieces", "places"), list(sets()))
def test_the_pieces_of_a_set(pieces: int, places: list[int]) -> None:
    assert list(pieces_in(pieces)) == places

"""Knowledge bounds against a plain loop over the arcs and against networkx on the time-expanded graph.

Run: python benchmarks/knowledge_bounds.py [ARCS PIECES]

All ways are timed on the same arcs in one run and must give the same first days, else it stops. The ratio to
networkx is of a smaller size, at which its graph can be built in reasonable time.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Callable, Sequence

import networkx as nx

from scrgraph.temporal.arcs import Held, OpenArc, ToldArc
from scrgraph.temporal.knowledge import as_recorded, at_best

FIRST = dt.date(2000, 1, 1)
Days = dict[tuple[str, int], dt.date]


def made_up(arcs: int, pieces: int, holders: int, partial: float) -> tuple[list[Held], list[OpenArc]]:
    """Arcs between two holders each over arcs / 10 days, a share of them open for up to a month."""
    chance = random.Random(1)  # noqa: S311
    names = [f"agency {number}" for number in range(holders)]
    span = max(30, arcs // 10)
    held = [Held((chance.choice(names),), day(chance.randrange(span))) for _ in range(pieces)]
    found = []
    for _ in range(arcs):
        sender, receiver = chance.sample(names, 2)
        opens = chance.randrange(span)
        length = chance.randrange(1, 31) if chance.random() < partial else 0
        found.append(OpenArc((sender,), (receiver,), day(opens), day(opens + length)))
    return held, sorted(found, key=lambda arc: (arc.opens, arc.senders, arc.receivers, arc.closes))


def day(number: int) -> dt.date:
    """A day of the made-up period."""
    return FIRST + dt.timedelta(days=number)


def first_days(held: Sequence[Held], arcs: Sequence[OpenArc]) -> Days:
    """The days that ``at_best`` gives."""
    found = at_best(held, arcs)
    holders = {end for arc in arcs for end in (*arc.senders, *arc.receivers)} | {
        h for o in held for h in o.holders
    }
    return {(who, piece): first.day for who in holders for piece, first in found.of(who).items()}


def one_plain_pass(held: Sequence[Held], arcs: Sequence[OpenArc]) -> Days:
    """Sets of pieces carried along the arcs once, in the order of their first day: what a plain loop would do.

    It closes nothing within a day and takes every arc at its first day, so it is quicker to write and says less.
    """
    knows: dict[str, set[int]] = {}
    found: Days = {}
    born = sorted(range(len(held)), key=lambda piece: held[piece].since)
    next_born = 0
    for arc in arcs:
        while next_born < len(born) and held[born[next_born]].since <= arc.opens:
            piece = born[next_born]
            for who in held[piece].holders:
                knows.setdefault(who, set()).add(piece)
                found.setdefault((who, piece), held[piece].since)
            next_born += 1
        (sender,), (receiver,) = arc.senders, arc.receivers
        has = knows.setdefault(receiver, set())
        for piece in knows.get(sender, set()) - has:
            has.add(piece)
            found[(receiver, piece)] = arc.opens
    for piece in born[next_born:]:
        for who in held[piece].holders:
            found.setdefault((who, piece), held[piece].since)
    return found


def loop_to_the_end(held: Sequence[Held], arcs: Sequence[OpenArc]) -> Days:
    """The same answer as ``at_best``, by going over the day's open arcs with sets until nothing changes."""
    knows: dict[str, set[int]] = {}
    found: Days = {}
    last = max(arc.closes for arc in arcs)
    opening: dict[dt.date, list[OpenArc]] = {}
    for arc in arcs:
        opening.setdefault(arc.opens, []).append(arc)
    births: dict[dt.date, list[int]] = {}
    for piece, one in enumerate(held):
        births.setdefault(one.since, []).append(piece)
    on, is_open = min([*opening, *births]), list[OpenArc]()
    while on <= max(last, max(births)):
        for piece in births.get(on, ()):
            for who in held[piece].holders:
                knows.setdefault(who, set()).add(piece)
                found.setdefault((who, piece), on)
        is_open = [arc for arc in is_open if arc.closes >= on] + opening.get(on, [])
        changed = True
        while changed:
            changed = False
            for arc in is_open:
                has = knows.setdefault(arc.receivers[0], set())
                new = knows.get(arc.senders[0], set()) - has
                for piece in new:
                    found[(arc.receivers[0], piece)] = on
                has |= new
                changed = changed or bool(new)
        on += dt.timedelta(days=1)
    return found


def time_expanded(held: Sequence[Held], arcs: Sequence[OpenArc]) -> Days:
    """Each holder on each day is a node, waiting and each day of each arc an edge; one search a piece."""
    graph: nx.DiGraph = nx.DiGraph()
    last = max(max(arc.closes for arc in arcs), max(one.since for one in held))
    holders = {end for arc in arcs for end in (*arc.senders, *arc.receivers)} | {
        h for o in held for h in o.holders
    }
    days = [FIRST + dt.timedelta(days=number) for number in range((last - FIRST).days + 1)]
    for who in holders:
        nx.add_path(graph, [(who, on) for on in days])
    for arc in arcs:
        on = arc.opens
        while on <= arc.closes:
            graph.add_edge((arc.senders[0], on), (arc.receivers[0], on))
            on += dt.timedelta(days=1)
    found: Days = {}
    for piece, one in enumerate(held):
        start = (one.holders[0], one.since)
        for who, on in (start, *(node for _, node in nx.bfs_edges(graph, start))):
            found[(who, piece)] = min(found.get((who, piece), on), on)
    return found


def seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


def same(one: Days, other: Days, what: str) -> None:
    """Stop where two ways differ."""
    if one != other:
        raise SystemExit(f"{what}: the answers differ")


def main() -> None:
    """The size of the design first, then the others; every line one run of all ways on the same arcs."""
    arcs, pieces = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (100_000, 1_000)
    print("arcs\tpieces\tpartial\tat best\tas recorded\tplain pass\tplain / at best")
    for partial in (0.0, 0.2):
        held, open_arcs = made_up(arcs, pieces, 10, partial)
        told = [
            ToldArc(arc.senders, arc.receivers, arc.opens, arc.closes, (1 << pieces) - 1) for arc in open_arcs
        ]
        best = seconds(lambda h=held, o=open_arcs: at_best(h, o))
        recorded = seconds(lambda h=held, t=told: as_recorded(h, t))
        plain = seconds(lambda h=held, o=open_arcs: one_plain_pass(h, o))
        print(
            f"{arcs}\t{pieces}\t{partial}\t{best:.3f}\t{recorded:.3f}\t{plain:.3f}\t{plain / best:.1f}",
            flush=True,
        )
        same(first_days(held, open_arcs), loop_to_the_end(held, open_arcs), "loop to the end")
    print("\narcs\tpieces\tpartial\tat best\tloop to the end\tnetworkx\tloop / at best\tnetworkx / at best")
    for partial in (0.0, 0.2):
        held, open_arcs = made_up(2_000, 100, 10, partial)
        answer = first_days(held, open_arcs)
        same(answer, time_expanded(held, open_arcs), "networkx")
        same(answer, loop_to_the_end(held, open_arcs), "loop to the end")
        best = seconds(lambda h=held, o=open_arcs: at_best(h, o))
        loop = seconds(lambda h=held, o=open_arcs: loop_to_the_end(h, o))
        slow = seconds(lambda h=held, o=open_arcs: time_expanded(h, o))
        print(
            f"2000\t100\t{partial}\t{best:.4f}\t{loop:.4f}\t{slow:.4f}\t{loop / best:.1f}\t{slow / best:.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()

"""The answers that scores give of rows, and how many are right, by the definitions of benchmarks/free_text.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from free_text import Labelled, by_kind, share

from encoder.reading_scores import Numbers, Scores
from encoder.rows_for_encoder import SIDES, TRI, WAYS, EncoderRow, Labels
from scrgraph.coding.free_text.choose import ways_of
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.model.vocabulary import Direction, EventKind, Tri

_HALF = 0.5
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)


def answers(scores: Scores, rows: Sequence[EncoderRow], labels: Labels) -> list[Labelled]:
    """Every row as labelled and as the scores read it: kind, direction, the other side's sectors, child seen."""
    heads, found = scores.heads, list[Labelled]()
    for number, row in enumerate(rows):
        kind = EventKind(labels.kinds[int(heads["kind"][number].argmax())])
        allowed = ways_of(kind) or WAYS
        way = max(allowed, key=lambda one: float(heads["way"][number][WAYS.index(one)]))
        reading = TextReading(
            kind=kind,
            direction=Direction(way) if way else None,
            child_seen=Tri(TRI[int(heads["seen"][number].argmax())]),
        )
        found.append(Labelled(row.of.row, reading, sectors_read(scores, number, way, row, labels)))
    return found


def sectors_read(scores: Scores, number: int, way: str, row: EncoderRow, labels: Labels) -> frozenset[str]:
    """The sectors on the other side of what went this way: one where it came in, one or more where it went out.

    A sector that the row names counts half by its mentions and half by the row as a whole, any other by the row alone.
    """
    if not way:
        return frozenset()
    sender = way == "in"
    head = scores.heads["from" if sender else "to"][number]
    measured = np.exp(head) if sender else 1 / (1 + np.exp(-head))
    chance = dict(zip(labels.sectors, map(float, measured), strict=True))
    for sector, named in _named(
        row.encoded.sectors, scores.mentions[number], SIDES.index("from" if sender else "to")
    ):
        if sector in chance:
            chance[sector] = _HALF * measured[labels.sectors.index(sector)] + _HALF * named
    best = max(chance, key=chance.__getitem__)
    return frozenset([best] if sender else [best, *(one for one in chance if chance[one] > _HALF)])


def _named(sectors: Sequence[str], mentions: Numbers, side: int) -> Sequence[tuple[str, float]]:
    """Every sector named, with the highest chance, over its mentions, of that side against neither."""
    highest: dict[str, float] = {}
    for sector, chances in zip(sectors, mentions, strict=True):
        chance = float(chances[side] / (chances[0] + chances[side] + 1e-9))
        highest[sector] = max(chance, highest.get(sector, 0.0))
    return list(highest.items())


def figures(rows: Sequence[Labelled]) -> dict[str, tuple[int, float]]:
    """Every measure with its rows and the share of them that are right."""
    passing = [row for row in rows if row.passed]
    looked = [
        row for row in rows if row.row["child_seen"] != "unknown" or row.reading.child_seen != "unknown"
    ]
    both = [row.right("direction") and row.right("other side") for row in passing]
    table = by_kind(rows)
    return {
        "kind (micro F1)": (len(rows), share(rows, "kind")),
        f"kind (macro F1 of {len(table)} kinds)": (
            len(rows),
            sum(one[4] for one in table) / max(1, len(table)),
        ),
        "direction, all rows": (len(rows), share(rows, "direction")),
        "direction, where something passed": (len(passing), share(passing, "direction")),
        "direction and other side, where something passed": (len(passing), sum(both) / max(1, len(both))),
        "child seen, all rows": (len(rows), share(rows, "child_seen")),
        "child seen, where labelled or read": (len(looked), share(looked, "child_seen")),
    }


def shown(read: Mapping[str, Sequence[Labelled]]) -> str:
    """A table with a column for every reader. Aggregates only."""
    columns = {name: figures(rows) for name, rows in read.items()}
    lines = [f"| measure | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for measure in next(iter(columns.values())):
        lines.append(f"| {measure} | {' | '.join(f'{one[measure][1]:.3f}' for one in columns.values())} |")
    return "\n".join(lines)


def shown_by_chance(kinds: Numbers, rows: Sequence[Labelled]) -> str:
    """A table of how often the kind was right, by the chance that the scores (rows, kinds) give it."""
    chance = np.exp(kinds - np.logaddexp.reduce(kinds, 1)[:, None]).max(1)
    lines = ["| chance of the kind | rows | right |", "|---|---|---|"]
    for low, high in zip(BANDS, (*BANDS[1:-1], 1.1), strict=False):
        part = [row.right("kind") for row, one in zip(rows, chance, strict=True) if low <= one < high]
        if part:
            lines.append(f"| {low} to {min(high, 1.0)} | {len(part)} | {sum(part) / len(part):.3f} |")
    return "\n".join(lines)

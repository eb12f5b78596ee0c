"""A labelled row as the encoder is given it: its text with agencies and people marked, its tokens, its labels."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from free_text import ROWS, names_learned, row_entry
from free_text_weights import Row, rows

from scrgraph.coding.free_text.child_seen import RowOf, told_of_child
from scrgraph.coding.free_text.encoder.network import TRI, WAYS
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens, row_tokens
from scrgraph.coding.free_text.features import findings_of, seen_findings, words_of
from scrgraph.coding.free_text.mentions import kinds_of_row
from scrgraph.coding.free_text.read_row import found_in
from scrgraph.coding.words import parts
from scrgraph.model.vocabulary import Direction

#: Later waves worded as agencies word ordinary entries, as the first was; the others were made to be hard.
PLAIN_WAVES = ("_more8", "_more9")
#: What may be held out.
HOLDS = "first, more, more2 to more9, tenth or none"
SIDES = ("neither", "to", "from")


@dataclass(frozen=True, slots=True)
class EncoderRow:
    """A labelled row with its tokens."""

    of: Row
    encoded: RowTokens


@dataclass(frozen=True, slots=True)
class Told:
    """A row's labels as places among the answers; ``sides`` has 1 for every sector on the other side, else 0."""

    answers: dict[str, int]
    sides: list[float]
    mentions: list[int]


@dataclass(frozen=True, slots=True)
class Labels:
    """The answers of the heads: ``kinds`` of rows, and ``sectors`` that may stand on the other side."""

    kinds: tuple[str, ...]
    sectors: tuple[str, ...]

    @classmethod
    def of_json(cls, text: str) -> Labels:
        """The answers that stand in a file ``export`` wrote."""
        said = json.loads(text)
        return cls(tuple(said["kinds"]), tuple(said["sectors"]))

    def sizes(self) -> dict[str, int]:
        """How many answers each head has, in the order in which they are given on."""
        kinds, sectors = len(self.kinds), len(self.sectors)
        return {
            "kind": kinds, "way": len(WAYS), "seen": len(TRI), "alone": len(TRI), "received": len(TRI),
            "also": kinds + 1, "to": sectors, "from": sectors,
        }  # fmt: skip

    def told(self, row: EncoderRow) -> Told:
        """The labels of a row."""
        labelled, others = row.of.row, row.of.others
        also = next(iter(parts(labelled["also"])), "")
        side = SIDES.index("to" if labelled["direction"] == "out" else "from")
        return Told(
            {
                "kind": self.kinds.index(labelled["kind"]),
                "way": WAYS.index(labelled["direction"]),
                "seen": TRI.index(labelled["child_seen"]),
                "alone": TRI.index(labelled["seen_alone"]),
                "received": TRI.index(labelled["received"]),
                "also": self.kinds.index(also) + 1 if also in self.kinds else 0,
            },
            [float(sector in others) for sector in self.sectors],
            [side if labelled["direction"] and one in others else 0 for one in row.encoded.sectors],
        )


def labels_of(every: Sequence[EncoderRow]) -> Labels:
    """All answers that labelled rows give."""
    kinds = {row.of.row["kind"] for row in every}
    sectors = {sector for row in every for sector in (*row.of.others, *row.encoded.sectors)}
    return Labels(tuple(sorted(kinds)), tuple(sorted(sectors)))


def encoder_rows(part: str = "build") -> list[EncoderRow]:
    """Every row of a part, ``build`` or ``left-alone``, with its tokens."""
    return [EncoderRow(row, encoded(row)) for row in (rows() if part == "build" else _left_alone())]


def encoded(row: Row) -> RowTokens:
    """The tokens of a row, as the package gives them to the encoder."""
    told = row.row
    return row_tokens(row.found[0], row.found[1], told["sector"], told["role"], told["people"])


def _left_alone() -> list[Row]:
    """The rows left alone; their names are learned as ``free_text.labelled_rows`` learns them."""
    found: list[Row] = []
    for file in sorted((ROWS / "left_alone").glob("*.csv")):
        own = _labelled(file)
        known = names_learned([*own, *_labelled(ROWS / "build" / file.name)], file.stem)
        for row in own:
            told = found_in(row_entry(row), row["sector"], known)
            items, _, scopes, happenings, passings, choice = told
            words = words_of(items, scopes, row["sector"], row["role"])
            findings = findings_of(items, happenings, passings, choice)
            people = frozenset(kinds_of_row(row["people"], known))
            of = RowOf(row["sector"], choice.kind, people, choice.direction is Direction.IN)
            seen = seen_findings(of, *told_of_child(items, scopes, of))
            found.append(Row(row, known, False, words, findings, seen, told))
    return found


def _labelled(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def held_out(hold: str) -> Callable[[Row], bool]:
    """Whether a row is held out.

    ``first`` is the first wave, ``more5`` that of files so named, ``tenth`` about a tenth of the later rows, ``none``
    no row.
    """
    if hold == "first":
        return lambda row: not row.late
    if hold == "tenth":
        return lambda row: row.late and crc32(row.row["row_id"].encode("utf-8")) % 10 == 0
    if hold == "none":
        return lambda row: False
    return lambda row: row.row["voice"].endswith(f"_{hold}")


def worded_plainly(row: Row) -> bool:
    """Whether a row is of the first wave or of the later ones that were written in its manner."""
    return not row.late or row.row["voice"].endswith(PLAIN_WAVES)


def split(every: Sequence[EncoderRow], hold: str) -> tuple[list[EncoderRow], list[EncoderRow]]:
    """The rows to learn from and those held out. Ends the program where a wave of that name has no rows."""
    out = held_out(hold)
    learned, held = [row for row in every if not out(row.of)], [row for row in every if out(row.of)]
    if not held and hold != "none":
        raise SystemExit(f"No labelled rows are of the wave {hold!r}: use {HOLDS}.")
    return learned, held

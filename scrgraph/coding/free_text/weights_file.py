"""The file of weights: written by the training script, read at the start of every run, so it is made to be read fast.

One gzip stream. Its first line is JSON: for every table its answers, where each starts, whether features share one
measure, and how many features and numbers follow. Then, table by table, the features, one a line; then, little-endian
16-bit, how many numbers each feature has, and the numbers: a place of an answer and what it adds, in turn.
"""

from __future__ import annotations

import gzip
import json
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from struct import unpack
from typing import Any

_NUMBER = "h"
_BITS, _HALF = 32, 1 << 31


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights in hundredths: for every feature, places of answers with what the feature adds to each.

    Where ``shared``, the features of a row share one measure: the more of them, the less each counts.
    """

    answers: tuple[str, ...]
    start: tuple[int, ...]
    shared: bool
    _place: Mapping[str, int]
    _ends: Sequence[int]
    _numbers: array[int]
    _asked: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    def of(self, feature: str) -> Sequence[int] | None:
        """Place and addition in turn for a feature; ``None`` for one that was not learned."""
        place = self._place.get(feature)
        if place is None:
            return None
        return self._numbers[self._ends[place] : self._ends[place + 1]]

    def added(self, features: Iterable[str]) -> tuple[int, tuple[int, ...]]:
        """How many of the features were learned, and what they add up to for every answer.

        The additions of a feature to all answers are kept as one long number, 32 bits an answer, so that features are
        added up whole.
        """
        asked, place_of = self._asked, self._place
        learned, total = 0, 0
        for feature in features:
            if (long := asked.get(feature)) is None:
                if feature not in place_of:
                    continue
                pieces = iter(self.of(feature) or ())
                long = sum(part << _BITS * place for place, part in zip(pieces, pieces, strict=True))
                asked[feature] = long
            learned += 1
            total += long
        count = len(self.answers)
        above_zero = sum(_HALF << _BITS * place for place in range(count))
        lanes = unpack(f"<{count}I", (total + above_zero).to_bytes(_BITS // 8 * count, "little"))
        return learned, tuple(lane - _HALF for lane in lanes)


def packed(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The file for ``tables``, each with ``answers``, ``start``, ``shared`` and ``weights`` (feature to numbers).

    The same tables give the same bytes. Raises ``ValueError`` for a feature that holds a line break.
    """
    head, body = {}, bytearray()
    for name, table in tables.items():
        features: Mapping[str, Sequence[int]] = table["weights"]
        if any("\n" in feature for feature in features):
            raise ValueError(f"a feature of {name} holds a line break")
        numbers = _array(number for listed in features.values() for number in listed)
        text = "".join(f"{feature}\n" for feature in features).encode("utf-8")
        head[name] = {key: table[key] for key in ("answers", "start", "shared")} | {
            "bytes": len(text), "features": len(features), "numbers": len(numbers),
        }  # fmt: skip
        body += text + _bytes(_array(len(listed) for listed in features.values())) + _bytes(numbers)
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
    return gzip.compress(line + bytes(body), 9, mtime=0)


def unpacked(data: bytes) -> dict[str, Weights]:
    """The tables of a file that ``packed`` made."""
    line, _, body = gzip.decompress(data).partition(b"\n")
    found, at = {}, 0
    size = array(_NUMBER).itemsize
    for name, table in json.loads(line).items():
        features = body[at : at + table["bytes"]].decode("utf-8").split("\n")[:-1]
        at += table["bytes"]
        lengths = _read(body[at : at + size * table["features"]])
        at += size * table["features"]
        numbers = _read(body[at : at + size * table["numbers"]])
        at += size * table["numbers"]
        found[name] = Weights(
            tuple(table["answers"]),
            tuple(table["start"]),
            table["shared"],
            dict(zip(features, range(len(features)), strict=True)),
            tuple(accumulate(lengths, initial=0)),
            numbers,
        )
    return found


def _array(numbers: Iterable[int]) -> array[int]:
    return array(_NUMBER, numbers)


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _read(data: bytes) -> array[int]:
    numbers = array(_NUMBER)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers

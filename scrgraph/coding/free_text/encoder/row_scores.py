"""What the encoder makes of a row: how likely each answer is, before the weights of words are heard as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Decimals to which chances are rounded, so that machines agree.
ROUNDED = 4


@dataclass(frozen=True, slots=True)
class RowScores:
    """One row. ``kind``, ``way`` and ``seen`` are logarithms of chances by answer, rounded so that machines agree.

    ``to`` and ``sender`` are chances by sector, ``mentions`` those of neither, to and from for each agency the row
    names, in its order.
    """

    kind: Mapping[str, float]
    way: Mapping[str, float]
    seen: Mapping[str, float]
    to: Mapping[str, float]
    sender: Mapping[str, float]
    mentions: tuple[tuple[float, float, float], ...]


def together(several: Sequence[RowScores]) -> RowScores:
    """What several networks make of a row, taken together by their mean.

    A sector that only some of them know counts by what those say of it.
    """
    return RowScores(
        _mean([one.kind for one in several]),
        _mean([one.way for one in several]),
        _mean([one.seen for one in several]),
        _mean([one.to for one in several]),
        _mean([one.sender for one in several]),
        tuple(
            (_middle(neither), _middle(to), _middle(sender))
            for neither, to, sender in (
                zip(*said, strict=True) for said in zip(*(one.mentions for one in several), strict=True)
            )
        ),
    )


def _mean(several: Sequence[Mapping[str, float]]) -> dict[str, float]:
    answers = dict.fromkeys(answer for one in several for answer in one)
    return {answer: _middle([one[answer] for one in several if answer in one]) for answer in answers}


def _middle(numbers: Sequence[float]) -> float:
    return round(sum(numbers) / len(numbers), ROUNDED)

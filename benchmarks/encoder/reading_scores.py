"""What a network makes of rows, whatever ran it: batches in, the logarithms of the answers' chances out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from encoder.rows_for_encoder import EncoderRow, Labels

Numbers = npt.NDArray[np.float32]
BY_SECTOR = ("to", "from")
#: Places of rows, the heads' scores by name, and the scores of a side for every token.
Part = tuple[Sequence[int], Mapping[str, Numbers], Numbers]


@dataclass(frozen=True)
class Scores:
    """For every head rows by answers: logarithms of chances, but of ``to`` scores of each sector by itself.

    ``mentions`` has, for every row, the chances of neither, to and from for each agency marked.
    """

    heads: dict[str, Numbers]
    mentions: list[Numbers]


def in_batches(rows: Sequence[EncoderRow], size: int) -> list[list[int]]:
    """Places of rows, ``size`` together, rows of a length together."""
    order = sorted(range(len(rows)), key=lambda place: len(rows[place].encoded.ids))
    return [order[start : start + size] for start in range(0, len(order), size)]


def padded(rows: Sequence[EncoderRow]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Numbers]:
    """Numbers of tokens, their parts and a mask, each rows by tokens of the longest row."""
    shape = len(rows), max(len(row.encoded.ids) for row in rows)
    ids, types, mask = np.zeros(shape, "int64"), np.zeros(shape, "int64"), np.zeros(shape, "float32")
    for number, row in enumerate(rows):
        length = len(row.encoded.ids)
        ids[number, :length], types[number, :length] = row.encoded.ids, row.encoded.types
        mask[number, :length] = 1
    return ids, types, mask


def scores_of(rows: Sequence[EncoderRow], parts: Iterable[Part]) -> Scores:
    """The scores of all rows, in their order."""
    heads: dict[str, Numbers] = {}
    mentions: list[Numbers] = [np.zeros((0, 3), "float32")] * len(rows)
    for places, out, side in parts:
        for name, value in out.items():
            whole = heads.setdefault(name, np.zeros((len(rows), value.shape[1]), "float32"))
            whole[places] = value if name == "to" else chances(value)
        for number, place in enumerate(places):
            mentions[place] = np.exp(chances(side[number, rows[place].encoded.places]))
    return Scores(heads, mentions)


def chances(scores: Numbers) -> Numbers:
    """The logarithms of the chances that scores (rows, answers) stand for."""
    return np.asarray(scores - np.logaddexp.reduce(scores, -1)[..., None], "float32")


def mean_of(several: Sequence[Scores], labels: Sequence[Labels]) -> tuple[Scores, Labels]:
    """The scores of several networks with the same kinds taken together, and the answers they have then.

    A sector that only some of them know counts by what those say of it.
    """
    sectors = tuple(dict.fromkeys(sector for one in labels for sector in one.sectors))

    def mean(name: str) -> Numbers:
        tables = [one.heads[name] for one in several]
        if name in BY_SECTOR:
            tables = [_among(sectors, table, own) for table, own in zip(tables, labels, strict=True)]
        return np.asarray(np.nanmean(tables, 0), "float32")

    mentions = [np.mean(each, 0) for each in zip(*(one.mentions for one in several), strict=True)]
    return Scores({name: mean(name) for name in several[0].heads}, mentions), Labels(labels[0].kinds, sectors)


def _among(sectors: Sequence[str], table: Numbers, own: Labels) -> Numbers:
    """A network's scores by sector among all sectors; not a number where it does not know one."""
    spread = np.full((len(table), len(sectors)), np.nan, "float32")
    spread[:, [sectors.index(sector) for sector in own.sectors]] = table
    return spread

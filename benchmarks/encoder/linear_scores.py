"""What the linear weights make of rows: those of the package, or weights learned without the rows held out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from free_text import Labelled, read_labelled
from free_text_weights import learn

from encoder.reading_scores import Numbers
from encoder.rows_for_encoder import TRI, WAYS, EncoderRow, Labels
from scrgraph.coding.free_text import weighing
from scrgraph.coding.free_text.weighing import CHILD_SEEN, DIRECTION, KIND, totals
from scrgraph.coding.free_text.weights_file import Weights, packed, unpacked

_HUNDREDTHS = 100


@dataclass(frozen=True)
class Linear:
    """What the weights speak for, rows by answers in the encoder's order, and the rows as the package reads them.

    ``kind`` is of words and findings together, ``kind_of_words`` of the words alone.
    """

    kind: Numbers
    kind_of_words: Numbers
    way: Numbers
    seen: Numbers
    read: list[Labelled]


def linear_scores(
    rows: Sequence[EncoderRow], labels: Labels, learn_from: Sequence[EncoderRow] = ()
) -> Linear:
    """What the weights make of ``rows``: those of the package, or others learned from ``learn_from``."""
    if learn_from:
        learned = unpacked(packed(learn([row.of for row in learn_from])))
        with weights_in_place(learned):
            return linear_scores(rows, labels)
    kinds, words, ways, seen = [], [], [], []
    for row in rows:
        one = row.of
        kind = totals(KIND, one.words | one.findings)
        likeliest = max(kind, key=kind.__getitem__)
        kinds.append(kind)
        words.append(totals(KIND, one.words))
        ways.append(totals(DIRECTION, one.words | one.findings | {f"kind={likeliest}"}))
        seen.append(totals(CHILD_SEEN, one.words | one.seen))
    return Linear(
        _in_order(kinds, labels.kinds),
        _in_order(words, labels.kinds),
        _in_order(ways, WAYS),
        _in_order(seen, TRI),
        [one for row in rows for one in read_labelled([row.of.row], row.of.known)],
    )


@contextmanager
def weights_in_place(learned: Mapping[str, Weights]) -> Iterator[None]:
    """Has the package read rows with these weights meanwhile; its file of weights stays as it is."""
    plain = weighing._weights
    weighing._weights = lambda: learned  # type: ignore[assignment]
    try:
        yield
    finally:
        weighing._weights = plain


def _in_order(measured: Sequence[Mapping[str, float]], answers: Sequence[str]) -> Numbers:
    hundredths = np.array([[one[answer] for answer in answers] for one in measured], "float32")
    return np.asarray(hundredths / _HUNDREDTHS, "float32")

"""Doubts about the two sides of a baton: pairs taken on little, and rows that came near to being a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scrgraph.coding.decided import Decided, pair_of, pair_subject
from scrgraph.coding.words import word_list
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton
from scrgraph.model.vocabulary import StageName, Verdict

_QUESTION = "Are these two rows the two sides of one baton?"
_ANSWERS = ("same", "not same")


def pair_doubts(batons: Iterable[Baton], entries: Mapping[str, Entry], decided: Decided) -> Iterator[Doubt]:
    """Pairs of rows whose match, or lack of one, is doubtful and nobody has decided, in the order of the batons."""
    limits = word_list("doubts/doubts.toml")["pairs"]
    settled = {*decided.same, *decided.not_same}
    asked: set[tuple[str, str]] = set()
    for baton in batons:
        for other, now, because in _doubtful(baton, entries, limits):
            pair = pair_of(baton.entry_ids[0], other)
            if pair in settled or pair in asked or pair[0] == pair[1]:
                continue
            asked.add(pair)
            yield Doubt.of(
                "baton",
                pair_subject(entries[baton.entry_ids[0]], entries[other]),
                _QUESTION,
                now=now,
                because=because,
                answers=_ANSWERS,
                entry_ids=(baton.entry_ids[0], other),
            )


def _doubtful(
    baton: Baton, entries: Mapping[str, Entry], limits: Mapping[str, float]
) -> Iterator[tuple[str, str, str]]:
    received = baton.stage(StageName.RECEIVED)
    if received and received.confidence is not None and received.confidence < limits["matched_below"]:
        own = [key for key in received.entry_ids if key not in baton.entry_ids]
        for other in own[:1]:
            yield other, "same", f"taken for the same: {received.reason}"
    if baton.receipt is Verdict.NO_RECORD_FOUND:
        for near in baton.near_misses[:1]:
            if near.confidence >= limits["near_from"] and near.entry_id in entries:
                yield near.entry_id, "not same", f"not taken for the same: {near.reason}"

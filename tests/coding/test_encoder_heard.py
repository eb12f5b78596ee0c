"""Rows that the networks have read before in this process do not go through them again, where it remembers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scrgraph.coding.free_text.encoder.heard import MEMORY
from scrgraph.coding.free_text.encoder.network import Encoder, encoder
from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.encoder.row_tokens import RowTokens, row_tokens


def row(text: str) -> RowTokens:
    return row_tokens((), text, "gp", "GP", "")


A, B, C = row("Seen in surgery"), row("Letter to school"), row("Did not attend")


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[RowTokens]]:
    """The rows that go through the networks."""
    through: list[RowTokens] = []
    plain = Encoder._read_one

    def noted(self: Encoder, one: RowTokens) -> RowScores:
        through.append(one)
        return plain(self, one)

    monkeypatch.setattr(Encoder, "_read_one", noted)
    yield through
    MEMORY.end()


def read(*rows: RowTokens) -> list[RowScores]:
    networks = encoder()
    assert networks
    return networks.read(rows)


def test_what_was_read_before_is_remembered_with_the_same_scores(read_now: list[RowTokens]) -> None:
    MEMORY.begin()
    first = read(A, B, A)
    del read_now[:]

    assert read(B, C, A) == [first[1], *read(C), first[0]]
    assert read_now == [C]


def test_only_the_rows_of_the_latest_reading_are_remembered(read_now: list[RowTokens]) -> None:
    MEMORY.begin()
    read(A, B)
    read(B)

    assert list(MEMORY.heard) == [B]


def test_another_process_goes_on_with_what_was_remembered(read_now: list[RowTokens]) -> None:
    MEMORY.begin()
    before = read(A, B)
    packed = MEMORY.packed
    MEMORY.end()
    MEMORY.begin(packed)
    del read_now[:]

    assert read(A, B) == before
    assert read_now == []


def test_nothing_is_remembered_unasked(read_now: list[RowTokens]) -> None:
    assert read(A) == read(A)
    assert read_now == [A, A]
    assert not MEMORY.heard

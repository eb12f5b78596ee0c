"""Damaged files of every kind: each is read with every row accounted for, or refused in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from fuzz_importers import outcome
from fuzz_mutations import KINDS, mutation, seeds

MUTATIONS = 150


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_file_is_read_or_refused_and_loses_no_row(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"damaged{KINDS[kind]}"
    found = []
    for number in range(MUTATIONS):
        path.write_bytes(mutation(kind, number))
        found.append(outcome(path))
    assert [(number, *told) for number, told in enumerate(found) if told[0] not in ("read", "refused")] == []
    assert {told for told, _ in found} == {"read", "refused"}
    refusals = [words for told, words in found if told == "refused"]
    assert not [words for words in refusals if not words.endswith(".") or "Traceback" in words]


@pytest.mark.parametrize("kind", KINDS)
def test_the_sound_files_are_read(kind: str, tmp_path: Path) -> None:
    for data in seeds(kind):
        path = tmp_path / f"sound{KINDS[kind]}"
        path.write_bytes(data)
        assert outcome(path) == ("read", "")


def test_the_same_number_is_the_same_damage() -> None:
    assert [mutation("csv", number) for number in range(9)] == [
        mutation("csv", number) for number in range(9)
    ]
    assert len({mutation("csv", number) for number in range(9)}) == 9

"""The file of weights: what is written is what is read."""

from __future__ import annotations

import pytest

from scrgraph.coding.free_text.weights_file import packed, unpacked

TABLES = {
    "kind": {
        "answers": ["visit", "referral"], "start": [-3, 12], "shared": True,
        "weights": {"rang csc": [1, 250], "näher – seen": [0, -32000, 1, 7], "nothing": []},
    },
    "side": {"answers": ["to"], "start": [0], "shared": False, "weights": {}},
}  # fmt: skip


def test_what_is_written_is_read() -> None:
    read = unpacked(packed(TABLES))
    assert list(read) == ["kind", "side"]
    kind = read["kind"]
    assert (kind.answers, kind.start, kind.shared) == (("visit", "referral"), (-3, 12), True)
    for feature, numbers in TABLES["kind"]["weights"].items():
        assert list(kind.of(feature) or []) == numbers
    assert kind.of("never learned") is None and read["side"].of("rang csc") is None


def test_the_same_weights_give_the_same_bytes() -> None:
    assert packed(TABLES) == packed(TABLES)


def test_a_feature_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="line break"):
        packed({"kind": {"answers": ["visit"], "start": [0], "shared": True, "weights": {"a\nb": [0, 1]}}})

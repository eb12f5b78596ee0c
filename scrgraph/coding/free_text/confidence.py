"""How sure a code is, by the kind of evidence it rests on: shares measured on labelled rows, kept as data."""

from __future__ import annotations

from scrgraph.coding.free_text.word_data import word_data

_FILE = "confidence.toml"


def confidence_of(about: str, value: str, evidence: str) -> float:
    """The confidence of a code ``about`` a field with ``value``, given on ``evidence``; from 0 to 1."""
    table = word_data(_FILE)
    measured = table.get(about, {})
    found = measured.get(f"{evidence}={value}", measured.get(evidence, table["otherwise"][about]))
    return float(found)

"""How sure a code is, by the kind of evidence it rests on: shares measured on labelled rows, kept as data."""

from __future__ import annotations

from scrgraph.coding.free_text.word_data import word_data

ENCODER = "encoder"
_FILES = {"": "confidence.toml", ENCODER: "confidence_encoder.toml"}


def confidence_of(about: str, value: str, evidence: str, by: str = "") -> float:
    """The confidence of a code ``about`` a field with ``value``, given on ``evidence``; from 0 to 1.

    ``by`` is ``ENCODER`` where the encoder read the row too, whose shares were measured by themselves.
    """
    table = word_data(_FILES[by])
    measured = table.get(about, {})
    found = measured.get(f"{evidence}={value}", measured.get(evidence, table["otherwise"][about]))
    return float(found)

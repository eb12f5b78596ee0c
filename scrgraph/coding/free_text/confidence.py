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
    for key in (f"{evidence}={value}", evidence, step_of(evidence)):
        if key in measured:
            return float(measured[key])
    return float(table["otherwise"][about])


def step_of(evidence: str) -> str:
    """The step that the encoder's chance reached, of evidence that says more; empty for other evidence."""
    return " ".join(evidence.split()[:2]) if evidence.startswith("read ") else ""

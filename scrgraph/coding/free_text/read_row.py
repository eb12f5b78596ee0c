"""Reading one row."""

from __future__ import annotations

from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.model.entry import Entry


def read_row(entry: Entry, sector: str, known: KnownNames) -> TextReading:
    """What the text and action of ``entry`` tell; ``sector`` is that of the agency that wrote it."""
    return TextReading()

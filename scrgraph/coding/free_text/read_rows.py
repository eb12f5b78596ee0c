"""Reading many rows, by their words alone or with the encoder."""

from __future__ import annotations

from collections.abc import Sequence

from scrgraph.coding.free_text.encoder.network import NoEncoder, encoder
from scrgraph.coding.free_text.encoder.row_tokens import row_tokens
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.read_row import found_in, read_found
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.model.base import Progress
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import Reader


def read_all(
    rows: Sequence[tuple[Entry, str]], known: KnownNames, reader: Reader, progress: Progress | None = None
) -> list[TextReading]:
    """What each row tells, in their order; each stands with the sector of the agency that wrote it.

    Raises ``NoEncoder`` where that is to read and what runs it is not installed.
    """
    if reader is Reader.WORDS or not rows:
        return [read_found(found_in(entry, sector, known), entry, sector, known) for entry, sector in rows]
    found = [found_in(entry, sector, known) for entry, sector in rows]
    networks = encoder()
    if networks is None:
        raise NoEncoder
    scores = networks.read(
        [
            row_tokens(one[0], one[1], sector, entry.role_text, entry.people_text)
            for one, (entry, sector) in zip(found, rows, strict=True)
        ],
        progress,
    )
    return [
        read_found(one, entry, sector, known, score)
        for one, (entry, sector), score in zip(found, rows, scores, strict=True)
    ]

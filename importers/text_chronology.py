"""Plain and pasted text (.txt): one entry a date."""

from __future__ import annotations

from importers.errors import ImporterError
from importers.source import Source
from scrgraph.model.entry import Imported


def read_text_file(source: Source) -> Imported:
    """Every row of the file, imported or rejected. Raises ``ImporterError``."""
    raise ImporterError(f"{source.file} cannot be read yet.")

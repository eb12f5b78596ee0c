"""Tables in PDF files whose text can be extracted."""

from __future__ import annotations

from importers.errors import ImporterError
from importers.source import Source
from scrgraph.model.entry import Imported


def read_pdf(source: Source) -> Imported:
    """Every row of the file, imported or rejected. Raises ``ImporterError``."""
    raise ImporterError(f"{source.file} cannot be read yet.")

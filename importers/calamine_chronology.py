"""Older and other spreadsheets (.xls, .xlsb, .ods)."""

from __future__ import annotations

from importers.errors import ImporterError
from importers.source import Source
from scrgraph.model.entry import Imported


def read_calamine(source: Source) -> Imported:
    """Every row of the file, imported or rejected. Raises ``ImporterError``."""
    raise ImporterError(f"{source.file} cannot be read yet.")

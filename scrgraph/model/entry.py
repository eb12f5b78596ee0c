"""Source entries: one row of one file, kept word for word, and the rows that could not be used."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import Detail, Tri


class Code(Thing):
    """What words of a row were read to mean, and how sure that is.

    ``about`` is the field it fills: ``kind``, ``also``, ``direction``, ``to``, ``from``, ``child_seen``,
    ``seen_alone``, ``received`` or ``people``. ``by`` says who told: the ``words`` of the row, a ``column`` or the
    ``author``. ``confidence`` is from 0 to 1; ``words`` are those of the row that led to it.
    """

    about: str
    value: str
    confidence: float = Field(ge=0, le=1)
    words: str = ""
    by: Literal["words", "column", "author"] = "words"


class Entry(Thing):
    """One row of one chronology. ``place`` says where it stands: ``row 12`` or ``sheet Log, row 12``.

    The ``*_text`` fields are the cells as written; meaning is given to them in ``scrgraph.coding``.
    ``original`` is the whole row, heading to cell, so that nothing is lost. ``agency_id``,
    ``professional_id`` and ``codes``, what the row was taken to mean, are set by coding.
    """

    entry_id: str
    chronology_id: str
    file: str
    place: str
    row: int
    date: PartialDate
    agency_text: str = ""
    agency_id: str = ""
    professional_id: str = ""
    role_text: str = ""
    professional_text: str = ""
    people_text: str = ""
    event_text: str = ""
    to_text: str = ""
    from_text: str = ""
    received: Tri = Tri.UNKNOWN
    child_seen: Tri = Tri.UNKNOWN
    seen_alone: Tri = Tri.UNKNOWN
    action_text: str = ""
    text: str = ""
    reference: str = ""
    source_text: str = ""
    original: dict[str, str] = Field(default_factory=dict)
    codes: tuple[Code, ...] = ()

    @property
    def kind_code(self) -> Code | None:
        """What kind of event the row was taken for; nothing where that was not told."""
        return next((code for code in self.codes if code.about == "kind"), None)

    @property
    def event_words(self) -> str:
        """What the row calls its event: its event cell, else the words that led to its kind."""
        return self.event_text or (self.kind_code.words if self.kind_code else "")

    @property
    def words(self) -> str:
        """What the row says, for a person to read: what happened and what was done."""
        return "; ".join(part for part in (self.text, self.action_text) if part)


class RejectedRow(Thing):
    """A row that could not be used, with the reason and what to do, and the row as it was."""

    file: str
    place: str
    reason: str
    original: str


class Chronology(Thing):
    """One sheet or file as read: its rows are all accounted for as imported or rejected.

    ``detail`` is ``own`` when every row comes from one agency, else ``composite``; ``covers_from`` and
    ``covers_to`` are the days its dated rows span; ``made_on`` is the day the file was last saved, where it tells.
    """

    chronology_id: str
    file: str
    sheet: str = ""
    sha256: str = ""
    agency_text: str = ""
    detail: Detail = Detail.COMPOSITE
    covers_from: dt.date | None = None
    covers_to: dt.date | None = None
    made_on: dt.date | None = None
    rows_read: int = 0
    rows_imported: int = 0
    rows_rejected: int = 0
    headings: dict[str, str] = Field(default_factory=dict)
    unknown_headings: tuple[str, ...] = ()


class Imported(Thing):
    """What one source file gave. ``chronologies`` has one record a sheet or table that held rows."""

    chronologies: tuple[Chronology, ...] = ()
    entries: tuple[Entry, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()

"""The five looks of a cell and the words in each, the same for the page and for the drawing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from scrgraph.model.partial_date import in_words
from visualisations.knowledge.matrix import Cell, Recorded, Row

_MONTH = re.compile(
    r"\b(January|February|August|September|October|November|December|March|April|June|July)\b"
)


class Look(StrEnum):
    """How a cell looks. ``FIRST`` and ``LATER`` are both records of the agency's own."""

    FIRST = "first"
    LATER = "later"
    COULD = "could"
    NONE = "none"
    TELL = "tell"
    NOT = "not"


#: What each look means, for the key.
MEANING = {
    Look.FIRST: "recorded by this agency: first to know",
    Look.LATER: "recorded by this agency later, days after the first",
    Look.COULD: "could have known at best from this day",
    Look.NONE: "no record, and no recorded way it could have come",
    Look.TELL: "cannot tell: records not in hand",
    Look.NOT: "recorded by no agency by that day",
}
WORDS = {
    Look.NONE: ("\u2013 no record",),
    Look.TELL: ("? cannot tell",),
    Look.NOT: ("not yet",),
}


@dataclass(frozen=True)
class Face:
    """The lines of a cell in one look; ``said`` are more of them, there from the day ``said_from`` on."""

    look: Look
    lines: tuple[str, ...]
    said: tuple[str, ...] = ()
    said_from: dt.date | None = None


def short(words: str) -> str:
    """A date in words with the months cut to three letters: ``14 Mar 2008``."""
    return _MONTH.sub(lambda month: month[0][:3], words).replace("between ", "").replace(" and ", " to ")


def short_day(day: dt.date) -> str:
    """A day as it stands in a cell."""
    return short(in_words(day))


def days_words(fewest: int, most: int) -> str:
    """``38 days``, or ``10 to 40 days`` where the dates do not say exactly."""
    if fewest == most:
        return f"{most:,} day{'' if most == 1 else 's'}"
    return f"{fewest:,} to {most:,} days"


def after_words(recorded: Recorded) -> str:
    """How long after the first record: ``+38 days``, ``first to know``, ``same day``."""
    if recorded.place == 0:
        return "perhaps first" if recorded.perhaps_first else "first to know"
    if recorded.after == (0, 0):
        return "same day"
    return f"+{days_words(*recorded.after)}"


def recorded_face(cell: Cell) -> Face | None:
    """The face of a cell whose agency recorded the matter, and where it could have known before, from when."""
    if cell.recorded is None:
        return None
    look = Look.FIRST if cell.recorded.place == 0 else Look.LATER
    return Face(look, (short(cell.recorded.on_text), after_words(cell.recorded)))


def could_face(cell: Cell) -> Face | None:
    """The face of a cell whose agency could have known of the matter before it recorded it, or without doing so."""
    if cell.best is None:
        return None
    same = cell.said is not None and cell.said.day <= cell.best.day
    said = ("as recorded", short_day(cell.said.day)) if cell.said and not same else ()
    return Face(
        Look.COULD,
        ("as recorded" if same else "could from", short_day(cell.best.day)),
        said,
        cell.said.day if cell.said and said else None,
    )


def look_at_the_end(cell: Cell) -> Look:
    """How a cell looks when everything recorded is counted."""
    if face := recorded_face(cell) or could_face(cell):
        return face.look
    return Look.NONE if cell.telling.until == dt.date.max else Look.TELL


def look_on(row: Row, cell: Cell, day: dt.date) -> Look:
    """How a cell looks on a day: what the agency knew or could have known by its end.

    A record that may be of that day or of a later one counts from the last day it may be of.
    """
    if day < row.first:
        return Look.NOT
    if cell.recorded and cell.recorded.sure <= day:
        return Look.FIRST if cell.recorded.place == 0 else Look.LATER
    if cell.best and cell.best.day <= day:
        return Look.COULD
    return Look.NONE if cell.telling.until and day <= cell.telling.until else Look.TELL


def face_on(row: Row, cell: Cell, day: dt.date | None) -> Face:
    """The face of a cell on a day, or with everything counted."""
    look = look_at_the_end(cell) if day is None else look_on(row, cell, day)
    face: Face | None = None
    if look in {Look.FIRST, Look.LATER}:
        face = recorded_face(cell)
    elif look is Look.COULD:
        face = could_face(cell)
        if face and day and face.said_from and face.said_from > day:
            face = Face(face.look, face.lines)
    return face or Face(look, WORDS.get(look, ()))


def reached_on(row: Row, agencies: int, day: dt.date | None) -> tuple[str, str]:
    """``4 of 9`` and ``first to last 264 days``, by the end of a day or with everything counted."""
    recorders = row.recorders
    number = sum(1 for _, recorded in recorders if day is None or recorded.sure <= day)
    return reached_words(row, number, agencies)


def reached_words(row: Row, number: int, agencies: int) -> tuple[str, str]:
    """What the last column says when ``number`` agencies have recorded the matter."""
    if number == 0:
        return f"0 of {agencies}", ""
    counted = [recorded for _, recorded in row.recorders][:number]
    fewest = max(recorded.after[0] for recorded in counted)
    most = max(recorded.after[1] for recorded in counted)
    if number == 1:
        return f"1 of {agencies}", ""
    return f"{number} of {agencies}", f"over {days_words(fewest, most)}" if most else "same day"

"""Findings: a sentence, how sure it is, and the source rows behind it. No evidence, no finding."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from scrgraph.model.base import Thing
from scrgraph.model.vocabulary import Certainty, Strength, Topic


class Evidence(Thing):
    """One source row behind a finding: file, place in it, and what it says."""

    file: str
    place: str
    text: str
    entry_id: str = Field(default="", exclude=True)


class Finding(Thing):
    """What one question found once. ``from_`` and ``to`` are days, written ``from`` and ``to`` in files."""

    id: str
    question: str
    topic: Topic
    strength: Strength
    certainty: Certainty
    statement: str
    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    from_: dt.date | None = Field(default=None, serialization_alias="from")
    to: dt.date | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class NotAnswerable(Thing):
    """A question the imported records cannot answer, and what is missing."""

    question: str
    missing: str

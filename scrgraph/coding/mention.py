"""Somebody of the family whom a running text names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """Somebody whom a text names.

    ``spelling`` is what they are called in the review; ``words`` are the text's own; ``confidence`` is from 0 to 1.
    ``person_id`` is empty for somebody not known yet, ``role`` what the words beside a new name say they are. A
    ``candidate`` is a name that may be anybody's: it is offered, and no person is made of it.
    """

    spelling: str
    words: str
    confidence: float
    person_id: str = ""
    role: str = ""
    candidate: bool = False

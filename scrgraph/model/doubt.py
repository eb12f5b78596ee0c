"""A doubt: something read or matched that a person should decide, with the answers that can be given."""

from __future__ import annotations

import hashlib
from typing import Self

from scrgraph.model.base import Thing


class Doubt(Thing):
    """One question to the author about rows, names or a file.

    ``kind`` and ``subject`` are those of the decision that settles it (see ``review.decisions``); ``now`` is how it is
    taken until then and ``because`` why that is doubtful. ``answers`` are those that can be given; where there are
    none, or ``open_answer`` is set, anything can be written. ``rests_on`` counts the findings that rest on it.
    """

    doubt_id: str
    kind: str
    subject: str
    question: str
    now: str
    because: str
    answers: tuple[str, ...] = ()
    open_answer: bool = False
    entry_ids: tuple[str, ...] = ()
    rests_on: int = 0

    @classmethod
    def of(
        cls,
        kind: str,
        subject: str,
        question: str,
        *,
        now: str,
        because: str,
        answers: tuple[str, ...] = (),
        open_answer: bool = False,
        entry_ids: tuple[str, ...] = (),
    ) -> Self:
        """A doubt with the id that its kind and subject give it, the same on every run."""
        digest = hashlib.sha256(f"{kind}\n{subject}".encode()).hexdigest()[:8]
        return cls(
            doubt_id=f"{kind}-{digest}",
            kind=kind,
            subject=subject,
            question=question,
            now=now,
            because=because,
            answers=answers,
            open_answer=open_answer,
            entry_ids=entry_ids,
        )

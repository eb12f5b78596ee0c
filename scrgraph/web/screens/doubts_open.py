"""Which doubts are open: those of the last reading that nobody has answered since, in any window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from weakref import WeakKeyDictionary

from scrgraph.model.doubt import Doubt
from scrgraph.review.decisions import Decision
from scrgraph.web.desk import Desk
from scrgraph.web.reading import Reading


@dataclass
class Sitting:
    """What was answered on this screen since the workbench was started, the latest last, by the decision's id."""

    answered: dict[str, Doubt] = field(default_factory=dict)
    answering: Lock = field(default_factory=Lock)

    def note(self, decision_id: str, doubt: Doubt) -> None:
        """A doubt was answered by this decision, which is the latest now."""
        self.answered.pop(decision_id, None)
        self.answered[decision_id] = doubt


@dataclass(frozen=True)
class OpenDoubts:
    """The doubts to be answered, the most consequential first, and how far the sitting has come.

    ``last`` are the latest answer of the sitting that holds and the doubt it answered.
    """

    doubts: tuple[Doubt, ...]
    answered: int
    last: tuple[str, Doubt] | None

    @property
    def kinds(self) -> Counter[str]:
        """How many there are of each kind."""
        return Counter(doubt.kind for doubt in self.doubts)

    def of(self, kind: str) -> tuple[Doubt, ...]:
        """Those of a kind; all where none is given."""
        return tuple(doubt for doubt in self.doubts if not kind or doubt.kind == kind)


_sittings: WeakKeyDictionary[Desk, dict[str, Sitting]] = WeakKeyDictionary()


def sitting_of(desk: Desk) -> Sitting:
    """The sitting at the review that is open."""
    return _sittings.setdefault(desk, {}).setdefault(str(desk.folder.path.resolve()), Sitting())


def open_doubts(desk: Desk, reading: Reading) -> OpenDoubts:
    """The doubts of the reading without those that a decision in force answers; one whose answer was undone is first.

    A reading that still took in an answer undone since does not ask; the doubt is asked as it was.
    """
    holding = desk.decisions()
    sitting = sitting_of(desk)
    return _open(reading, holding, dict(sitting.answered))


def _open(reading: Reading, holding: Sequence[Decision], answered: dict[str, Doubt]) -> OpenDoubts:
    settled = {_about(one) for one in holding}
    in_force = {one.decision_id for one in holding}
    asked = {doubt.doubt_id for doubt in reading.doubts}
    undone = {
        doubt.doubt_id: doubt
        for decision_id, doubt in answered.items()
        if decision_id not in in_force and decision_id in reading.decided and doubt.doubt_id not in asked
    }
    found = [doubt for doubt in (*undone.values(), *reading.doubts) if _about(doubt) not in settled]
    counting = [(key, doubt) for key, doubt in answered.items() if key in in_force]
    return OpenDoubts(
        tuple(found), len({doubt.doubt_id for _, doubt in counting}), counting[-1] if counting else None
    )


def _about(one: Doubt | Decision) -> tuple[str, frozenset[str]]:
    """What a doubt or a decision is about: the same whichever of two stands first."""
    return one.kind, frozenset(one.subject.split(" = "))


def beside(doubts: Sequence[Doubt], doubt: Doubt) -> tuple[str, str]:
    """The ids of the doubts after and before one, going round at the end; empty where there is no other."""
    at = next((number for number, one in enumerate(doubts) if one.doubt_id == doubt.doubt_id), 0)
    if len(doubts) < 2:
        return "", ""
    return doubts[(at + 1) % len(doubts)].doubt_id, doubts[at - 1].doubt_id

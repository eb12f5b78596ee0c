"""Which decisions hold: those made and not undone since. To undo is a decision too, and can be undone itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scrgraph.review.decisions import UNDO, Decision


@dataclass(frozen=True)
class MadeDecision:
    """A decision in the order made, and whether it holds; of one undone, ``undone_by`` is the one that undid it."""

    decision: Decision
    undone_by: Decision | None = None

    @property
    def holds(self) -> bool:
        """Whether it is carried out."""
        return self.undone_by is None


def as_made(decisions: Iterable[Decision]) -> tuple[MadeDecision, ...]:
    """Every decision in the order made, with what became of it.

    An ``undo`` names the id of an earlier decision that holds; of several with that id, it means the last. One that
    names none changes nothing.
    """
    made: list[MadeDecision] = []
    for decision in decisions:
        if decision.kind == UNDO:
            at = _last_holding(made, decision.subject)
            if at is not None:
                _undo(made, at, decision)
        made.append(MadeDecision(decision))
    return tuple(made)


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, in the order made; the undoing itself is left out."""
    return tuple(one.decision for one in as_made(decisions) if one.holds and one.decision.kind != UNDO)


def _last_holding(made: list[MadeDecision], decision_id: str) -> int | None:
    for at in reversed(range(len(made))):
        if made[at].holds and made[at].decision.decision_id == decision_id:
            return at
    return None


def _undo(made: list[MadeDecision], at: int, by: Decision) -> None:
    """Mark one as undone; where it was an undo itself, what it had undone holds again."""
    undone = made[at].decision
    made[at] = MadeDecision(undone, by)
    if undone.kind != UNDO:
        return
    for earlier in range(at):
        if made[earlier].undone_by is undone:
            made[earlier] = MadeDecision(made[earlier].decision)

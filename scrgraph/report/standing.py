"""What the author has decided about each finding, and the number it bears throughout the pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrgraph.model.finding import Finding
from scrgraph.questions.output import in_file_order
from scrgraph.review.decisions import Decision


class Standing(StrEnum):
    """Whether a finding stands."""

    ACCEPTED = "accepted"
    SET_ASIDE = "set aside"
    UNDECIDED = "not yet decided"


@dataclass(frozen=True)
class DecidedFinding:
    """A finding with its number, whether it stands, by whom and why that was decided, and the comments on it."""

    number: int
    finding: Finding
    standing: Standing
    decided_by: str = ""
    reason: str = ""
    comments: tuple[str, ...] = ()

    @property
    def bookmark(self) -> str:
        """Where the finding stands in the document."""
        return f"finding_{self.number}"


@dataclass(frozen=True)
class FindingsDecided:
    """All findings in order. ``without_finding`` are decisions about findings that are no longer made."""

    all: tuple[DecidedFinding, ...]
    without_finding: tuple[Decision, ...] = ()

    def standing(self, standing: Standing) -> tuple[DecidedFinding, ...]:
        """The findings of which this was decided."""
        return tuple(one for one in self.all if one.standing is standing)


def with_decisions(findings: Sequence[Finding], decisions: Sequence[Decision]) -> FindingsDecided:
    """Every finding with what was decided about it. The later decision wins; every comment is kept, in order."""
    about: dict[str, list[Decision]] = {}
    for decision in sorted((one for one in decisions if one.kind == "finding"), key=lambda one: one.made_at):
        about.setdefault(decision.subject, []).append(decision)
    found = tuple(
        _decided(number, finding, about.pop(finding.id, []))
        for number, finding in enumerate(in_file_order(findings), start=1)
    )
    left = sorted(
        (one for rest in about.values() for one in rest), key=lambda one: (one.made_at, one.subject)
    )
    return FindingsDecided(found, tuple(left))


def _decided(number: int, finding: Finding, decisions: Sequence[Decision]) -> DecidedFinding:
    comments = tuple(one.reason for one in decisions if one.value == "comment")
    last = next((one for one in reversed(decisions) if one.value != "comment"), None)
    if last is None:
        return DecidedFinding(number, finding, Standing.UNDECIDED, comments=comments)
    standing = Standing.ACCEPTED if last.value == "accept" else Standing.SET_ASIDE
    return DecidedFinding(number, finding, standing, last.made_by, last.reason, comments)

"""What the author has decided about each finding, and the number it bears wherever it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from scrgraph.model.finding import Finding
from scrgraph.questions.findings import in_file_order
from scrgraph.review.decisions import Decision


class Standing(StrEnum):
    """Whether a finding stands."""

    ACCEPTED = "accepted"
    SET_ASIDE = "set aside"
    UNDECIDED = "not yet decided"


@dataclass(frozen=True)
class DecidedFinding:
    """A finding with its number, the decision on whether it stands, if any, and the comments on it, in order."""

    number: int
    finding: Finding
    decision: Decision | None = None
    remarks: tuple[Decision, ...] = ()

    @property
    def standing(self) -> Standing:
        """Whether it stands."""
        if self.decision is None:
            return Standing.UNDECIDED
        return Standing.ACCEPTED if self.decision.value == "accept" else Standing.SET_ASIDE

    @property
    def decided_by(self) -> str:
        """Who decided whether it stands; empty where nobody did."""
        return self.decision.made_by if self.decision else ""

    @property
    def reason(self) -> str:
        """Why it was accepted or set aside; may be empty."""
        return self.decision.reason if self.decision else ""

    @property
    def comments(self) -> tuple[str, ...]:
        """The words of the comments."""
        return tuple(one.reason for one in self.remarks)

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

    def set_out(self, whole: bool = False) -> tuple[DecidedFinding, ...]:
        """The findings that a pack sets out: the accepted ones; while none is accepted, all that were not set aside.

        ``whole`` puts those not yet decided in beside accepted ones.
        """
        accepted = self.standing(Standing.ACCEPTED)
        if accepted and not whole:
            return accepted
        return tuple(one for one in self.all if one.standing is not Standing.SET_ASIDE)

    @cached_property
    def by_id(self) -> Mapping[str, DecidedFinding]:
        """The findings about which anything was decided or said, by id."""
        return {one.finding.id: one for one in self.all if one.decision or one.remarks}


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
    last = next((one for one in reversed(decisions) if one.value != "comment"), None)
    return DecidedFinding(number, finding, last, tuple(one for one in decisions if one.value == "comment"))

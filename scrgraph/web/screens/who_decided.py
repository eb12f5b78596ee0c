"""What has been decided about who is who: which decisions make a person one with another, which are being taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scrgraph.corrections import AGENCY, PERSON, SPELLING, Correction, called, is_correction
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.names import key
from scrgraph.review.people_file import PersonRecord

_BETWEEN = " = "
_KINDS = ("person", "agency", PERSON, AGENCY)


@dataclass(frozen=True)
class Told:
    """A decision in words, with its id to undo it by, and whether the review has been read with it."""

    decision_id: str
    words: str
    taken_in: bool


class WhoDecided:
    """The decisions in force about who is who. ``waiting`` are the ids of those not taken in yet."""

    def __init__(
        self,
        holding: Iterable[Decision],
        waiting: Iterable[Decision],
        records: Sequence[PersonRecord],
        shown: Mapping[str, str],
    ) -> None:
        self._about = [one for one in holding if one.kind in _KINDS]
        self._waiting = {one.decision_id for one in waiting}
        self._shown = {**{one.person_id: one.name for one in records}, **shown}
        self._ids = {key(name): one.person_id for one in records for name in (one.name, *one.spellings)}
        self._ids |= {one.person_id: one.person_id for one in records}
        self._together = self._joined()

    def of_person(self, person_id: str) -> tuple[Told, ...]:
        """The decisions about one person, or about anybody who was made one with them, the latest first."""
        ours = self.together(person_id)
        found = [one for one in self._about if set(self._people_of(one)) & ours]
        return tuple(self._told(one) for one in reversed(found))

    def of_agencies(self) -> tuple[Told, ...]:
        """The decisions about agencies, the latest first."""
        return tuple(self._told(one) for one in reversed(self._about) if one.kind in ("agency", AGENCY))

    def being_taken_in(self) -> tuple[Told, ...]:
        """The decisions about who is who that no reading has yet, the latest first."""
        return tuple(self._told(one) for one in reversed(self._about) if one.decision_id in self._waiting)

    def together(self, person_id: str) -> frozenset[str]:
        """The ids of everybody whom decisions make one with a person, that person among them."""
        return self._together.get(person_id, frozenset({person_id}))

    def _joined(self) -> dict[str, frozenset[str]]:
        latest = {frozenset(self._people_of(one)): one for one in self._about if one.kind == "person"}
        groups: dict[str, frozenset[str]] = {}
        for people, one in latest.items():
            if one.value == "same":
                whole = frozenset().union(*(groups.get(each, frozenset({each})) for each in people))
                groups.update(dict.fromkeys(whole, whole))
        return groups

    def _people_of(self, decision: Decision) -> tuple[str, ...]:
        """The ids of the people that a decision is about; none for one about agencies."""
        if decision.kind == "person":
            return tuple(self._id(name.strip()) for name in decision.subject.split(_BETWEEN))
        if decision.kind == PERSON:
            given = _correction(decision)
            return (given.record_id, *([given.now] if given.field == SPELLING else [])) if given else ()
        return ()

    def _id(self, name: str) -> str:
        return self._ids.get(name) or self._ids.get(key(name)) or name

    def _name(self, name: str) -> str:
        return self._shown.get(name) or self._shown.get(self._id(name)) or name

    def _told(self, decision: Decision) -> Told:
        given = _correction(decision) if is_correction(decision) else None
        if given and given.field == SPELLING:
            words = f"“{given.was}” is not {self._name(given.record_id)}"
        elif given:
            was = f"“{given.was}”" if given.was else "nothing"
            now = f"“{given.now}”" if given.now else "nothing"
            words = f"{self._name(given.record_id)}: {called(given.field)} put right from {was} to {now}"
        else:
            one, _, other = decision.subject.partition(_BETWEEN)
            are = "are one" if decision.value == "same" else "are not one"
            words = f"“{self._name(one.strip())}” and “{self._name(other.strip())}” {are}"
        because = f" ({decision.reason})" if decision.reason else ""
        return Told(decision.decision_id, words + because, decision.decision_id not in self._waiting)


def _correction(decision: Decision) -> Correction | None:
    try:
        return Correction.of(decision)
    except ReviewError:
        return None

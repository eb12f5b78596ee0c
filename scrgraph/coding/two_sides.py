"""The two sides of a baton before and after they are paired: what was sent, the places for it, and the pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.words import normal, parts, word_list
from scrgraph.model.events import NearMiss


@dataclass(frozen=True)
class Sent:
    """One thing an entry passes to one agency; ``key`` names it within the review."""

    key: str
    item: CodedEntry
    to_agency: str


@dataclass(frozen=True)
class Slot:
    """A receiver's entry as the receipt of one thing; an entry that names several senders has one for each.

    ``from_agency`` is that sender, empty where the row names none. ``names_sender`` is false too where the row
    says in its column that the sender is not known.
    """

    receipt: CodedEntry
    from_agency: str
    names_sender: bool

    @property
    def key(self) -> tuple[str, str]:
        """Names the slot within the review: the entry and the sender."""
        return (self.receipt.entry.entry_id, self.from_agency)


@dataclass(frozen=True)
class Match:
    """A receiver's entry taken for the other side of something sent; ``score`` is between 0 and 1.

    ``from_agency`` is the sender of the receiver's row that was taken up: one of its ``from_agencies``, or
    empty where it names none. The others of the row are still to be accounted for.
    """

    sent: Sent
    receipt: CodedEntry
    score: float
    reason: str
    from_agency: str = ""


@dataclass(frozen=True)
class Reconciled:
    """The matches, and by the key of what was sent: what came near, and why nothing was taken.

    ``unused`` says of each decision that two rows are the same baton why it could not be carried out: one of the
    rows is coded neither as passing on nor as receiving. A caller may leave it out.
    """

    matches: Sequence[Match]
    near: Mapping[str, tuple[NearMiss, ...]]
    why_not: Mapping[str, str]
    unused: tuple[str, ...] = ()


def slots_of(receipt: CodedEntry) -> list[Slot]:
    """The places for something sent that a receiver's entry offers."""
    if not receipt.from_agencies:
        return [Slot(receipt, "", False)]
    nobody = word_list("reconcile.toml")["names"]["no_sender"]
    if all(normal(piece) in nobody for piece in parts(receipt.entry.from_text)):
        return [Slot(receipt, receipt.from_agencies[0], False)]
    return [Slot(receipt, sender, True) for sender in receipt.from_agencies]

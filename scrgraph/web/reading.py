"""One reading of a review folder: everything the screens show of it, and from which state of the files it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from importers.errors import ImporterError
from scrgraph.atomic import write_text_atomic
from scrgraph.coding.doubts.all_doubts import most_consequential_first
from scrgraph.model.base import Progress
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Chronology, Entry, RejectedRow
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import Answered, NothingUsable, answer_all, keep_who_is_who, read_review
from scrgraph.questions.findings import AskedAll
from scrgraph.review.decisions import NOT_ABOUT_MEANING
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store, StoreError
from scrgraph.store.graph_rows import graph_rows

_FINDINGS, _CHANGES = "findings-read.json", "findings-changed.json"


@dataclass(frozen=True)
class State:
    """What a reading is made from, part by part, each as one word that differs when the part does."""

    settings: str
    people: str
    agencies: str
    decisions: str
    sources: str

    @classmethod
    def of(cls, folder: ReviewFolder) -> State:
        """The state of the files now. Sources are told apart by size and time, everything else by content.

        Raises ``ReviewError`` for settings that cannot be read.
        """
        made = [one.decision_id for one in folder.decisions()[0] if one.kind not in NOT_ABOUT_MEANING]
        sizes = [path.stat() if path.is_file() else None for path, _ in folder.sources()]
        settings, people, agencies = (
            _word(path.read_bytes() if path.exists() else b"")
            for path in (folder.settings_path, folder.people_path, folder.agencies_path)
        )
        sources = repr([(one.st_size, one.st_mtime_ns) if one else None for one in sizes])
        return cls(settings, people, agencies, _word("\n".join(made).encode()), _word(sources.encode()))


@dataclass(frozen=True)
class Reading:
    """A review as read. ``graph`` is nothing where no row could be used; ``why_not`` then says why.

    ``decided`` are the ids of the decisions that it takes in. ``failed`` gives, by file, why it could not be read.
    ``came`` are the ids of findings that the reading before this did not make, ``went`` the sentences of those that
    are no longer made.
    """

    state: State
    graph: ReviewGraph | None = None
    asked: AskedAll | None = None
    doubts: tuple[Doubt, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)
    rejected: tuple[RejectedRow, ...] = ()
    chronologies: tuple[Chronology, ...] = ()
    why_not: str = ""
    decided: frozenset[str] = frozenset()
    came: frozenset[str] = frozenset()
    went: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of every question, in the order of the registry."""
        return self.asked.findings if self.asked else ()

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every row that was imported, by id."""
        return {entry.entry_id: entry for entry in self.graph.entries} if self.graph else {}


def read_folder(folder: ReviewFolder, store: Store, progress: Progress) -> tuple[Reading, Answered | None]:
    """Read the folder as it is now into ``store`` and ask every question.

    Raises ``ReviewError`` where the settings cannot be read; everything else that stands in the way is said in
    ``why_not``.
    """
    state = State.of(folder)
    decided = frozenset(one.decision_id for one in folder.decisions()[0])
    failed: dict[str, str] = {}
    if not folder.sources():
        return Reading(state, why_not="No chronology has been added yet.", decided=decided), None
    try:
        sources = SourceSet.of([folder.path])
        graph = read_review(sources, progress=progress, failed=failed.__setitem__)
        store.load(graph_rows(graph), progress)
        answered = answer_all(graph, store, progress)
    except NothingUsable as error:
        return Reading(
            state,
            failed=failed,
            rejected=error.rejected,
            chronologies=error.chronologies,
            why_not=str(error),
            decided=decided,
        ), None
    except (ReviewError, ImporterError, StoreError) as error:
        return Reading(state, failed=failed, why_not=str(error), decided=decided), None
    came, went = _changes(folder, answered.asked.findings)
    return Reading(
        state,
        graph=graph,
        asked=answered.asked,
        doubts=most_consequential_first(graph.doubts, answered.asked.findings),
        failed=failed,
        rejected=graph.rejected,
        chronologies=graph.chronologies,
        decided=decided,
        came=came,
        went=went,
    ), answered


def with_who_is_who(folder: ReviewFolder, reading: Reading) -> Reading:
    """Write whoever the records name into people.csv and agencies.csv where they are missing, and take that as read.

    What was changed in these files while the review was read stays to be read. Raises ``ReviewError``.
    """
    if reading.graph is None:
        return reading
    before = State.of(folder)
    keep_who_is_who(SourceSet.of([folder.path]), reading.graph)
    after, state = State.of(folder), reading.state
    return replace(
        reading,
        state=replace(
            state,
            people=after.people if before.people == state.people else state.people,
            agencies=after.agencies if before.agencies == state.agencies else state.agencies,
        ),
    )


def _changes(folder: ReviewFolder, findings: tuple[Finding, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Which findings are new and which are gone since the findings last differed; kept in the derived folder."""
    folder.derived_path.mkdir(exist_ok=True)
    now = {finding.id: finding.statement for finding in findings}
    before = _kept(folder, _FINDINGS)
    if before is None or before == now:
        changes = _kept(folder, _CHANGES) or {}
    else:
        changes = {key: "" for key in now if key not in before}
        changes |= {key: words for key, words in before.items() if key not in now}
        _keep(folder, _CHANGES, changes)
    if before != now:
        _keep(folder, _FINDINGS, now)
    went = tuple(words for key, words in changes.items() if key not in now and words)
    return frozenset(key for key in changes if key in now), went


def _kept(folder: ReviewFolder, name: str) -> dict[str, str] | None:
    try:
        kept = json.loads((folder.derived_path / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return {str(key): str(words) for key, words in kept.items()} if isinstance(kept, dict) else None


def _keep(folder: ReviewFolder, name: str, told: Mapping[str, str]) -> None:
    write_text_atomic(folder.derived_path / name, json.dumps(dict(told), ensure_ascii=False, indent=0))


def _word(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]

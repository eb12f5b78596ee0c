"""How well the two sides of batons are found, on synthetic reviews whose truth is known, as the records get worse.

Run: python benchmarks/reconciliation.py [--rows 1500] [--seeds 1 2 3 ...] [--only target]

Every review is read from its files as any other, and judged by the product's own verdicts: a baton is found dropped
when its receipt is "no record found". What was sent so late that a receipt could still follow after the last day of the
records is not judged, and not counted. Precision and recall are over all seeds together.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from synthetic import Noise, Synthetic, synthetic_review

from scrgraph.model.events import Baton
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import StageName, Verdict
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet

#: The noise of issue 3: dates off by up to five days, a third named by role, one receiver's row in five no sender.
TARGET = Noise(days_off=5, role_only=1 / 3, no_sender=0.2)
CURVES: dict[str, list[Noise]] = {
    "no noise": [Noise(partial_dates=0.0, own_words=0.0)],
    "target": [TARGET],
    "days off (else as target)": [replace(TARGET, days_off=days) for days in (0, 2, 5, 8, 12)],
    "role only (else as target)": [replace(TARGET, role_only=share) for share in (0.0, 1 / 3, 2 / 3)],
    "no sender (else as target)": [replace(TARGET, no_sender=share) for share in (0.0, 0.2, 0.5)],
    "partial dates (else as target)": [replace(TARGET, partial_dates=share) for share in (0.0, 0.2, 0.5)],
    "own words (else as target)": [replace(TARGET, own_words=share) for share in (0.0, 0.5, 1.0)],
    "again (else as target)": [replace(TARGET, again=share) for share in (0.0, 0.05, 0.2)],
    "dropped (else as target)": [replace(TARGET, dropped=share) for share in (0.05, 0.2, 0.5)],
}
_Side = tuple[str, int]


@dataclass
class Score:
    """What was found against what there was: of the kind looked for, found, and both."""

    true: int = 0
    found: int = 0
    both: int = 0

    def add(self, true: Iterable[object], found: Iterable[object]) -> None:
        """Count the members of two sets."""
        wanted, given = set(true), set(found)
        self.true += len(wanted)
        self.found += len(given)
        self.both += len(wanted & given)

    def __str__(self) -> str:
        precision = self.both / self.found if self.found else 1.0
        recall = self.both / self.true if self.true else 1.0
        return f"{precision:.3f} {recall:.3f} ({self.true})"


@dataclass
class Scores:
    """Pairs of rows, batons that left no trace at the receiver, and receipts that no sender recorded."""

    pairs: Score
    dropped: Score
    unsent: Score


def measure(noise: Noise, rows: int, seeds: Iterable[int]) -> Scores:
    """The scores over one review for each seed."""
    scores = Scores(Score(), Score(), Score())
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            made = synthetic_review(Path(folder), rows, seed=seed, noise=noise)
            graph = read_review(SourceSet.of(made.files))
        _count(scores, made, graph)
    return scores


def _count(scores: Scores, made: Synthetic, graph: ReviewGraph) -> None:
    owner = {c.agency_id: c.chronology_id for c in graph.coverages}
    file_of = {c.chronology_id: c.file for c in graph.chronologies}
    place = {entry.entry_id: (entry.file, entry.row) for entry in graph.entries}

    def side(baton: Baton) -> _Side:
        return place[baton.entry_ids[0]]

    def to_file(baton: Baton) -> str:
        return file_of[owner[baton.to_agency_id]]

    passed = [baton for baton in graph.batons if baton.stage(StageName.PASSED)]
    dropped = [baton for baton in passed if baton.receipt is Verdict.NO_RECORD_FOUND]
    matched = [(baton, stage) for baton in passed if (stage := baton.stage(StageName.RECEIVED))]
    unsent = [baton for baton in graph.batons if not baton.stage(StageName.PASSED)]
    undue = {(side(baton), to_file(baton)) for baton in passed if baton.receipt is Verdict.NOT_DUE}
    dropped_truly = {(true.sent, true.to_file) for true in made.batons if true.sent and true.dropped}
    scores.dropped.add(
        dropped_truly - undue,
        ((side(baton), to_file(baton)) for baton in dropped),
    )
    scores.pairs.add(
        ((true.sent, true.received) for true in made.batons if true.sent and true.received),
        ((side(baton), place[stage.entry_ids[-1]]) for baton, stage in matched),
    )
    scores.unsent.add(
        ((true.received, true.from_file) for true in made.batons if not true.sent),
        ((side(baton), file_of[owner[baton.from_agency_id]]) for baton in unsent),
    )


def main() -> None:
    """Print a line for each level of noise: precision, recall and how many there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_500)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--only", choices=[*CURVES], nargs="+", default=list(CURVES))
    given = parser.parse_args()
    print("noise\tpairs of rows\tdropped batons\treceipts with no sender's row\t(precision recall (of))")
    measured: dict[Noise, Scores] = {}
    for curve in given.only:
        print(f"# {curve}")
        for noise in CURVES[curve]:
            if noise not in measured:
                measured[noise] = measure(noise, given.rows, given.seeds)
            scores = measured[noise]
            print(f"{_told(noise)}\t{scores.pairs}\t{scores.dropped}\t{scores.unsent}", flush=True)


def _told(noise: Noise) -> str:
    return (
        f"dates off {noise.days_off}, role {noise.role_only:.2f}, no sender {noise.no_sender:.2f}, "
        f"partial {noise.partial_dates:.2f}, own words {noise.own_words:.2f}, again {noise.again:.2f}, "
        f"dropped {noise.dropped:.2f}"
    )


if __name__ == "__main__":
    main()

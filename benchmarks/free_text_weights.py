"""Learns the weights of scrgraph/coding/free_text/weights.gz from the labelled rows to build on.

Run: python benchmarks/free_text_weights.py (needs scikit-learn, which scrgraph itself does not). What the rules found
in a row counts only where the row came after the rules were written (files "..._more"): in others they find too much.
While it runs, weights.gz holds those of one fold. It prints the figures of the later rows, each read with weights
learned without it.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from free_text import (
    ROWS,
    Labelled,
    names_learned,
    read_labelled,
    report,
    row_entry,
    sector_named,
)
from free_text_confidence import evidence_noted, fit
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from scrgraph.coding.free_text import weighing
from scrgraph.coding.free_text.child_seen import RowOf, told_of_child
from scrgraph.coding.free_text.features import findings_of, seen_findings, words_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.mentions import kinds_of_row
from scrgraph.coding.free_text.read_row import Found, found_in
from scrgraph.coding.free_text.sides import NEITHER, mention_features, mentions_of, side_of
from scrgraph.coding.free_text.weighing import CHILD_SEEN, DIRECTION, FILE, KIND, OTHER_SECTOR, SIDE
from scrgraph.coding.free_text.weights_file import packed
from scrgraph.coding.words import parts
from scrgraph.model.vocabulary import Direction, EventKind

FOLDS, INNER, LEAST_ROWS, LEAST_WEIGHT, STRENGTH, SIDE_STRENGTH = 5, 4, 2, 0.025, 0.03, 0.03
SHARED_STRENGTH, SHARED_LEAST = 0.5, 0.1


@dataclass(frozen=True)
class Row:
    """A labelled row with its features. ``late``: it came after the rules were written."""

    row: dict[str, str]
    known: KnownNames
    late: bool
    words: set[str]
    findings: set[str]
    seen: set[str]
    found: Found

    @property
    def kind_features(self) -> set[str]:
        """The features by which kinds are learned."""
        return self.words | self.findings if self.late else self.words

    @property
    def others(self) -> frozenset[str]:
        """The sectors labelled as sender or addressee."""
        return frozenset(map(sector_named, parts(self.row["to"] + ";" + self.row["from"])))


def rows() -> list[Row]:
    """Every labelled row to build on."""
    found: list[Row] = []
    for file in sorted((ROWS / "build").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            labelled = list(csv.DictReader(lines))
        known = names_learned(labelled, file.stem)
        for number, row in enumerate(labelled, start=1):
            told = found_in(row_entry(row, number), row["sector"], known)
            items, _, scopes, happenings, passings, choice = told
            words = words_of(items, scopes, row["sector"], row["role"])
            findings = findings_of(items, happenings, passings, choice)
            kinds = frozenset(kinds_of_row(row["people"], known))
            of = RowOf(row["sector"], choice.kind, kinds, choice.direction is Direction.IN)
            seen = seen_findings(of, *told_of_child(items, scopes, of))
            found.append(Row(row, known, "_more" in file.stem, words, findings, seen, told))
    return found


def learn(train: list[Row]) -> dict[str, dict[str, object]]:
    """The weights learned from rows, as the data file has them.

    What is said of a mention is learned with the kinds that weights learned without its row give, as a row read later
    has no labelled kind.
    """
    sides: list[set[str]] = []
    said: list[str] = []
    ways: list[set[str]] = []
    way: list[str] = []
    for part in range(INNER):
        rest = [row for number, row in enumerate(train) if number % INNER != part]
        kinds = _model([row.kind_features for row in rest], [row.row["kind"] for row in rest])
        for row, kind in zip(train[part::INNER], kinds(train[part::INNER]), strict=True):
            ways.append(row.kind_features | {f"kind={kind}"})
            way.append(row.row["direction"])
            for features, answer in _mentions(row, kind):
                sides.append(features)
                said.append(answer)
    passed = [row for row in train if row.row["direction"]]
    return {
        KIND: _learned(
            [row.kind_features for row in train], [row.row["kind"] for row in train], SHARED_STRENGTH, True
        ),
        DIRECTION: _learned(ways, way),
        CHILD_SEEN: _learned(
            [row.words | row.seen for row in train], [row.row["child_seen"] for row in train]
        ),
        SIDE: _learned(sides, said, SIDE_STRENGTH),
        OTHER_SECTOR: _learned(
            [row.words | {f"direction={row.row['direction']}"} for row in passed],
            [next(iter(sorted(row.others)), "nobody") for row in passed],
        ),
    }


def _mentions(row: Row, kind: str) -> Iterator[tuple[set[str], str]]:
    """The features of every mention of the row, were it of this kind, and what it was labelled."""
    items, _, scopes, _, passings, choice = row.found
    way = row.row["direction"]
    choice = replace(choice, kind=EventKind(kind), direction=Direction(way) if way else None)
    for place in mentions_of(items):
        other = items[place].sector in row.others and bool(row.row["direction"])
        answer = side_of(Direction(row.row["direction"])) if other else NEITHER
        yield mention_features(items, scopes, passings, choice, row.row["sector"], place), answer


def _model(features: list[set[str]], told: list[str]) -> Callable[[list[Row]], list[str]]:
    """A model of kinds, to be asked of other rows."""
    column = _columns(features)
    model = LinearSVC(C=SHARED_STRENGTH, random_state=0).fit(_matrix(features, column, True), told)
    return lambda asked: [
        str(answer) for answer in model.predict(_matrix([row.kind_features for row in asked], column, True))
    ]


def _columns(features: list[set[str]]) -> dict[str, int]:
    counts = Counter(feature for row in features for feature in row)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST_ROWS)
    return {name: number for number, name in enumerate(names)}


def _matrix(features: list[set[str]], column: dict[str, int], shared: bool = False) -> csr_matrix:
    places = [sorted(column[feature] for feature in row if feature in column) for row in features]
    ends = np.cumsum([0, *map(len, places)]).astype("int32")
    columns = np.array([place for row in places for place in row], dtype="int32")
    values = np.concatenate([np.full(len(one), 1 / len(one) ** 0.5 if shared else 1.0) for one in places])
    return csr_matrix((values, columns, ends), shape=(len(features), len(column)))


def _learned(
    features: list[set[str]], told: list[str], strength: float = STRENGTH, shared: bool = False
) -> dict[str, object]:
    column = _columns(features)
    names = sorted(column, key=lambda name: column[name])
    model = LinearSVC(C=strength, random_state=0).fit(_matrix(features, column, shared), told)
    weights = {}
    for number, name in enumerate(names):
        listed = [
            piece
            for place, weight in enumerate(model.coef_[:, number])
            if abs(weight) >= (SHARED_LEAST if shared else LEAST_WEIGHT)
            for piece in (place, round(float(weight) * 100))
        ]
        if listed:
            weights[name] = listed
    start = [round(float(weight) * 100) for weight in model.intercept_]
    answers = [str(name) for name in model.classes_]
    return {"answers": answers, "start": start, "shared": shared, "weights": weights}


def write(weights: dict[str, dict[str, object]]) -> None:
    """Puts the weights where the package reads them, the same bytes for the same weights."""
    target = Path(weighing.__file__).parent / FILE
    target.write_bytes(packed(weights))
    weighing._weights.cache_clear()


def main() -> int:
    """Measures by folds, writes the confidences measured, then learns from all rows."""
    every = rows()
    random.Random(0).shuffle(every)  # noqa: S311
    read: list[Labelled] = []
    evidence: list[tuple[str, str, str]] = []
    for fold in range(FOLDS):
        write(learn([row for number, row in enumerate(every) if number % FOLDS != fold]))
        with evidence_noted() as noted:
            read += [
                one for row in every[fold::FOLDS] if row.late for one in read_labelled([row.row], row.known)
            ]
        evidence += noted
    report(read)
    (Path(weighing.__file__).parent / "confidence.toml").write_text(fit(read, evidence), encoding="utf-8")
    write(learn(every))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The encoder joined with the linear weights: what each, and both together, read right.

Run in the folder benchmarks:
  python -m encoder.join WEIGHTS.pt [WEIGHTS.pt ...] --hold first --words-only [--try-weights]
  python -m encoder.join WEIGHTS.pt --left-alone

Rows of the wave held out are read with linear weights learned here without them; the encoder must have been trained
with the same --hold. The rules were written from the first wave, so that what they find there says more than it would
elsewhere: leave it out with --words-only. Rows left alone are read with the weights of the package, and only
aggregates are printed. Weights are of ``train`` (.pt) or of ``export`` (.onnx); of several the mean is taken.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from free_text import by_kind

from encoder.answers import answers, shown, shown_by_chance
from encoder.linear_scores import Linear, linear_scores
from encoder.reading_scores import Numbers, Scores, chances, mean_of
from encoder.rows_for_encoder import HOLDS, EncoderRow, Labels, encoder_rows, split

#: Chosen on the rows held out: what the linear weights count, and how far apart they hold their answers.
WEIGHT, TEMPER = 0.75, 4.0
#: For direction and child seen, as used from the first; not tuned.
LESS, OTHER_TEMPER = 0.5, 2.0
TRIED = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5)


def joined(
    scores: Scores, linear: Linear, weight: float = WEIGHT, temper: float = TEMPER, words_only: bool = False
) -> Scores:
    """The encoder's logarithms of chances and the linear weights', added up; for the other side the encoder's."""
    kind = linear.kind_of_words if words_only else linear.kind
    share = weight / WEIGHT
    added: dict[str, Numbers] = {
        "kind": weight * chances(kind * temper),
        "way": LESS * share * chances(linear.way * OTHER_TEMPER),
        "seen": LESS * share * chances(linear.seen * OTHER_TEMPER),
    }
    heads = {name: value + added[name] if name in added else value for name, value in scores.heads.items()}
    return Scores(heads, scores.mentions)


def read_by(files: Sequence[Path], rows: Sequence[EncoderRow]) -> tuple[Scores, Labels]:
    """What trained encoders make of rows, the mean of several, and the answers they have."""
    scores, labels = [], []
    for file in files:
        if file.suffix == ".onnx":
            from encoder.exported import Exported

            exported = Exported(file)
            scores.append(exported.read(rows))
            labels.append(exported.labels)
        else:
            from encoder.network import load, read

            trained = load(file)
            scores.append(read(trained.network, rows))
            labels.append(trained.labels)
    if any(one.kinds != labels[0].kinds for one in labels):
        raise SystemExit("These weights have different kinds and cannot be taken together.")
    return mean_of(scores, labels)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("weights", type=Path, nargs="+")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--hold", default="first", help=f"the wave held out: {HOLDS}")
    part.add_argument("--left-alone", action="store_true", help="aggregates on the rows left alone")
    parser.add_argument("--weight", type=float, default=WEIGHT)
    parser.add_argument("--temper", type=float, default=TEMPER)
    parser.add_argument("--words-only", action="store_true", help="kinds by linear weights of words alone")
    parser.add_argument(
        "--try-weights", action="store_true", help="a table for every weight; not of rows left alone"
    )
    asked = parser.parse_args()
    if asked.left_alone:
        learned, rows = list[EncoderRow](), encoder_rows("left-alone")
    else:
        learned, rows = split(encoder_rows(), asked.hold)
        if not rows:
            raise SystemExit(
                "No row is held out, so there is nothing to measure: give --hold first or more5."
            )
    scores, labels = read_by(asked.weights, rows)
    linear = linear_scores(rows, labels, learned)
    if asked.try_weights and not asked.left_alone:
        tried = {
            f"weight {weight}": answers(
                joined(scores, linear, weight, asked.temper, asked.words_only), rows, labels
            )
            for weight in TRIED
        }
        print(f"{shown(tried)}\n")
    both = joined(scores, linear, asked.weight, asked.temper, asked.words_only)
    told = answers(both, rows, labels)
    passed = sum(row.passed != "" for row in told)
    print(f"{len(rows)} rows, {passed} of them with something passed\n")
    print(shown({"package": linear.read, "encoder": answers(scores, rows, labels), "joined": told}))
    print(f"\n{shown_by_chance(both.heads['kind'], told)}\n\n| kind | F1 joined |\n|---|---|")
    for kind, _, _, _, f1 in by_kind(told):
        print(f"| {kind} | {f1:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Measures how sure the package may be of what it reads with the encoder, on rows that neither reader learned from.

Run in the folder benchmarks: python -m encoder.fit --hold tenth

The encoder in the package must have been trained with the same --hold; the weights of words are learned here without
those rows, in memory. It writes confidence_encoder.toml and prints the figures of the rows held out.
"""

from __future__ import annotations

import argparse
import sys
from itertools import groupby
from pathlib import Path

from free_text import Labelled, read_labelled, report
from free_text_confidence import evidence_noted, fit
from free_text_weights import learn

from encoder.linear_scores import weights_in_place
from encoder.rows_for_encoder import encoder_rows, split
from scrgraph.coding.free_text import confidence
from scrgraph.coding.free_text.encoder.network import encoder
from scrgraph.coding.free_text.weights_file import packed, unpacked
from scrgraph.model.vocabulary import Reader

FILE = Path(confidence.__file__).parent / "confidence_encoder.toml"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--hold", default="tenth", help="the rows that the encoder was trained without, as train had it"
    )
    asked = parser.parse_args()
    if encoder() is None:
        raise SystemExit("The encoder cannot run here: pip install 'scrgraph[encoder]'.")
    learned, held = split(encoder_rows(), asked.hold)
    if not held:
        raise SystemExit("No row is held out, so there is nothing to measure.")
    read: list[Labelled] = []
    weights = unpacked(packed(learn([row.of for row in learned])))
    with weights_in_place(weights), evidence_noted() as noted:
        for _, rows in groupby(held, key=lambda row: id(row.of.known)):
            own = list(rows)
            read += read_labelled([row.of.row for row in own], own[0].of.known, Reader.ENCODER)
    report(read)
    told = fit(read, noted).replace("benchmarks/free_text_weights.py", "benchmarks/encoder/fit.py")
    FILE.write_text(told, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

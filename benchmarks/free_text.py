"""How well the rules read labelled rows: kinds, direction, the other side, child seen, and how sure they are.

Run: python benchmarks/free_text.py [--part build|left-alone] [--reader words|encoder] [--by-voice] [--errors N]

``--errors`` is for the build part only.
The build part is what the rules and weights were made from: its figures are no measure of them.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.mentions import shown_name
from scrgraph.coding.free_text.people_kinds import with_kinds
from scrgraph.coding.free_text.read_rows import read_all
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.coding.free_text.workers import spellings, with_workers
from scrgraph.coding.people_names import read_role
from scrgraph.coding.words import normal, parts, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import PersonKind, Reader

ROWS = Path(__file__).resolve().parent.parent / "tests" / "cases" / "labelled_rows"
FIELDS = ("kind", "direction", "other side", "child_seen", "seen_alone", "received", "also")
SURE = 0.9


@dataclass(frozen=True)
class Labelled:
    """A row as labelled, and as read."""

    row: dict[str, str]
    reading: TextReading
    sectors: frozenset[str]

    @property
    def passed(self) -> str:
        """The direction labelled; empty where nothing passed."""
        return self.row["direction"]

    @property
    def other_side(self) -> frozenset[str]:
        """The sectors labelled as sender or addressee."""
        return frozenset(sector_named(name) for name in parts(self.row["to"] + ";" + self.row["from"]))

    def right(self, field: str) -> bool:
        """Whether the field was read as it was labelled."""
        if field == "other side":
            return self.sectors == self.other_side
        if field == "direction":
            return (self.reading.direction or "") == self.passed
        if field == "also":
            return {str(kind) for kind in self.reading.also} == set(parts(self.row["also"]))
        return str(getattr(self.reading, field)) == self.row[field]


def labelled_rows(part: str, files: str = "", reader: Reader = Reader.WORDS) -> list[Labelled]:
    """Every row of a part, read; ``part`` is ``build`` or ``left-alone``, ``files`` is in the names of those to read.

    Names are learned from the words of the same voice in both parts, as from a whole chronology; labels are not.
    """
    found: list[Labelled] = []
    folder = ROWS / part.replace("-", "_")
    for file in sorted(folder.glob("*.csv")):
        if files not in file.stem:
            continue
        rows = _rows(file)
        known = names_learned(
            rows if part == "build" else [*rows, *_rows(ROWS / "build" / file.name)], file.stem
        )
        found += read_labelled(rows, known, reader)
    return found


def read_labelled(
    rows: Sequence[dict[str, str]], known: KnownNames, reader: Reader = Reader.WORDS
) -> list[Labelled]:
    """Labelled rows, read with the names known."""
    readings = read_all([(row_entry(row), row["sector"]) for row in rows], known, reader)
    return [
        Labelled(
            row,
            reading,
            frozenset(
                known.agencies.get(normal(name)) or sector_named(name)
                for name in (*reading.to, *reading.sender)
            ),
        )
        for row, reading in zip(rows, readings, strict=True)
    ]


def _rows(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def names_learned(rows: Sequence[dict[str, str]], voice: str) -> KnownNames:
    """The names that a voice's rows give in their cells and their words, and those its family and other agencies'
    workers are known by, as a review knows them from people.csv and from the other chronologies."""
    known = known_names(rows)
    people = {normal(one["spelling"]): one["kind"] for one in _rows(ROWS / "names" / f"{voice}_known.csv")}
    workers = {
        spelling: shown_name(one["sector"])
        for one in _rows(ROWS / "names" / f"{voice}_workers.csv")
        if one["sector"] in word_list("sectors.toml") and one["sector"] != NOT_AN_AGENCY
        for spelling in (normal(one["spelling"]), *spellings(normal(one["spelling"])))
    }
    known = KnownNames(known.agencies, {**known.people, **people}, workers)
    entries = [row_entry(row, number) for number, row in enumerate(rows, start=1)]
    for sector in sorted({row["sector"] for row in rows}):
        own = [entry for entry, row in zip(entries, rows, strict=True) if row["sector"] == sector]
        known = with_workers(known, own, sector)
    return with_kinds(known, entries)


def as_decided(rows: Iterable[Labelled]) -> list[Labelled]:
    """Rows left alone with the kind that two of three labellers, blind to any reader, gave them in the end."""
    decided = {one["row_id"]: one["decided"] for one in _rows(ROWS / "second_reading" / "left_alone.csv")}
    return [replace(one, row={**one.row, "kind": decided[one.row["row_id"]]}) for one in rows]


def known_names(rows: Sequence[dict[str, str]]) -> KnownNames:
    """The names a voice's rows give in their cells: its own, and its people."""
    people: dict[str, str] = {}
    for row in rows:
        for name in re.split(r"[,;/&+]|\band\b", row["people"]):
            kind = read_role(name).kind
            people[normal(name)] = "unknown" if kind is PersonKind.UNKNOWN else str(kind)
    agencies = {normal(row["agency"]): row["sector"] for row in rows}
    return KnownNames(agencies=agencies, people=people)


def sector_named(name: str) -> str:
    plain = normal(name).replace(" ", "_")
    found = sector_of(name)[0]
    return plain if found == "unknown" or plain in ("not_an_agency",) else found


def row_entry(row: dict[str, str], number: int = 1) -> Entry:
    """A labelled row as import would give it."""
    return Entry(
        entry_id=row["row_id"],
        chronology_id="labelled",
        file="labelled.csv",
        place=f"row {number}",
        row=number,
        date=PartialDate(),
        agency_text=row["agency"],
        role_text=row["role"],
        people_text=row["people"],
        text=row["text"],
        action_text=row["action"],
    )


def by_kind(rows: Iterable[Labelled]) -> list[tuple[str, int, float, float, float]]:
    """Every kind labelled: how many, precision, recall and F1."""
    meant, read, both = Counter[str](), Counter[str](), Counter[str]()
    for one in rows:
        meant[one.row["kind"]] += 1
        read[str(one.reading.kind)] += 1
        both[one.row["kind"]] += one.right("kind")
    table = []
    for kind in sorted(meant):
        precision = both[kind] / read[kind] if read[kind] else 0.0
        recall = both[kind] / meant[kind]
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        table.append((kind, meant[kind], precision, recall, f1))
    return table


def share(rows: Sequence[Labelled], field: str) -> float:
    """The share of rows whose field was read right."""
    return sum(one.right(field) for one in rows) / len(rows) if rows else 0.0


def codes_of(rows: Iterable[Labelled]) -> Iterable[tuple[str, str, float, bool, Labelled]]:
    """Every code given: its field, value and confidence, and whether it is right."""
    for one in rows:
        for code in one.reading.codes:
            if code.about in ("to", "from"):
                right = sector_named(code.value) in one.other_side or bool(one.sectors <= one.other_side)
            elif code.about == "also":
                right = code.value in parts(one.row["also"])
            else:
                right = one.right(code.about)
            yield code.about, code.value, code.confidence, right, one


def report(rows: Sequence[Labelled]) -> None:
    """Prints the tables."""
    table = by_kind(rows)
    passing = [one for one in rows if one.passed]
    looked = [
        one for one in rows if one.row["child_seen"] != "unknown" or str(one.reading.child_seen) != "unknown"
    ]
    both = sum(one.right("direction") and one.right("other side") for one in passing) / max(1, len(passing))
    lines = [
        ("kind (micro F1)", len(rows), share(rows, "kind")),
        (f"kind (macro F1 of {len(table)} kinds)", len(rows), sum(one[4] for one in table) / len(table)),
        ("direction, all rows", len(rows), share(rows, "direction")),
        ("direction, where something passed", len(passing), share(passing, "direction")),
        ("direction and other side, where something passed", len(passing), both),
        ("child seen, all rows", len(rows), share(rows, "child_seen")),
        ("child seen, where labelled or read", len(looked), share(looked, "child_seen")),
        ("seen alone", len(rows), share(rows, "seen_alone")),
        ("received", len(rows), share(rows, "received")),
        ("also", len(rows), share(rows, "also")),
    ]
    print(f"{len(rows)} rows\n\n| measure | rows | right |\n|---|---|---|")
    for name, count, figure in lines:
        print(f"| {name} | {count} | {figure:.3f} |")
    print("\n| kind | rows | precision | recall | F1 |\n|---|---|---|---|---|")
    for kind, count, precision, recall, f1 in table:
        print(f"| {kind} | {count} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    print("\n| confidence | codes | right |\n|---|---|---|")
    bands: dict[int, list[bool]] = defaultdict(list)
    for _, _, confidence, right, _ in codes_of(rows):
        bands[min(9, int(confidence * 10 + 1e-9)) if confidence <= SURE else 10].append(right)
    for band in sorted(bands):
        name = f"above {SURE}" if band == 10 else f"{band / 10:.1f} to {(band + 1) / 10:.1f}"
        print(f"| {name} | {len(bands[band])} | {sum(bands[band]) / len(bands[band]):.3f} |")
    wrong = len(bands[10]) - sum(bands[10])
    print(f"\ncodes above {SURE}: {len(bands[10])}, of them wrong: {wrong}")


def print_errors(rows: Sequence[Labelled], count: int) -> None:
    """Prints the first rows read wrongly, with what was labelled and what was read."""
    wrong = [one for one in rows if not all(one.right(field) for field in FIELDS if field != "also")]
    for one in wrong[:count]:
        row = one.row
        said = "; ".join(f"{code.about}={code.value} '{code.words}'" for code in one.reading.codes)
        print(f"{row['row_id']} [{row['role']}|{row['people']}] {row['text']} || {row['action']}")
        print(f"   labelled {row['kind']} {row['direction']} {row['to']}{row['from']} {row['child_seen']}")
        print(f"   read {said}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("build", "left-alone"), default="build")
    parser.add_argument("--reader", type=Reader, choices=list(Reader), default=Reader.WORDS)
    parser.add_argument(
        "--as-decided", action="store_true", help="left alone: kinds as two of three labellers have them"
    )
    parser.add_argument("--by-voice", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--voice", default="")
    parser.add_argument("--field", default="")
    asked = parser.parse_args()
    began = time.perf_counter()
    rows = [one for one in labelled_rows(asked.part, reader=asked.reader) if asked.voice in one.row["voice"]]
    taken = time.perf_counter() - began
    if asked.as_decided:
        if asked.part != "left-alone":
            parser.error("--as-decided goes with --part left-alone; other rows have their decided kinds.")
        rows = as_decided(rows)
    report(rows)
    print(f"\n{taken:.2f} s for {len(rows)} rows, the rules read in once among them")
    if asked.by_voice:
        voices = sorted({one.row["voice"] for one in rows})
        print("\n| voice | rows | kind | direction | other side | child seen |\n|---|---|---|---|---|---|")
        for voice in voices:
            part = [one for one in rows if one.row["voice"] == voice]
            figures = " | ".join(
                f"{share(part, field):.2f}" for field in ("kind", "direction", "other side", "child_seen")
            )
            print(f"| {voice} | {len(part)} | {figures} |")
    if asked.errors and asked.part == "build":
        print_errors([one for one in rows if not asked.field or not one.right(asked.field)], asked.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())

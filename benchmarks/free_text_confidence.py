"""How sure the reader may be of a code: the share of labelled rows read rightly on the same evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from free_text import SURE, Labelled, codes_of

from scrgraph.coding.free_text import read_row as read_row_module
from scrgraph.coding.free_text.confidence import step_of

LEAST = 8  # codes on one kind of evidence, to measure it by itself
MANY = 60  # codes without an error, to be sure of them


def fit(rows: Sequence[Labelled], evidence: Sequence[tuple[str, str, str]]) -> str:
    """The table of confidences measured on ``rows``: for every kind of evidence how often it was right, held down
    where it was seen too rarely to be sure. ``evidence`` has one piece for every code, in order."""
    seen: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for (about, value, _, right, _), (_, _, said) in zip(codes_of(rows), evidence, strict=True):
        for key in filter(None, dict.fromkeys((f"{said}={value}", said, step_of(said), "otherwise"))):
            seen[about][key].append(right)
    lines = [
        "# Shares of codes that were right on labelled rows, by the evidence they rest on.",
        "# Written by benchmarks/free_text_weights.py; not to be changed by hand.",
        "",
        "[otherwise]",
    ]
    general = {about: _held_down(found["otherwise"], 0.5) for about, found in sorted(seen.items())}
    lines += [f'"{about}" = {share_right}' for about, share_right in general.items()]
    for about, found in sorted(seen.items()):
        lines += ["", f"[{about}]"]
        lines += [
            f'"{key}" = {_held_down(right, general[about])}'
            for key, right in sorted(found.items())
            if key != "otherwise" and len(right) >= LEAST
        ]
    return "\n".join(lines) + "\n"


def _held_down(right: Sequence[bool], general: float) -> float:
    share_right = (sum(right) + 3 * general) / (len(right) + 3)
    sure = len(right) >= MANY and sum(right) >= 0.985 * len(right)
    return round(share_right if sure else min(share_right, SURE - 0.02), 2)


@contextmanager
def evidence_noted() -> Iterator[list[tuple[str, str, str]]]:
    """The field, value and evidence of every code given meanwhile, in order."""
    noted: list[tuple[str, str, str]] = []
    plain = read_row_module.confidence_of

    def note(about: str, value: str, evidence: str, by: str) -> float:
        noted.append((about, value, evidence))
        return plain(about, value, evidence, by)

    read_row_module.confidence_of = note
    try:
        yield noted
    finally:
        read_row_module.confidence_of = plain

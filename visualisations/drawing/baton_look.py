"""How a baton looks by what the records say of it: the same in every picture, and never told by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.records.shown import BatonStatus


@dataclass(frozen=True)
class LineKind:
    """How one kind of line looks: never told by colour alone, always by its dashes and its end as well."""

    key: str
    words: str
    colour: str
    dashes: tuple[int, ...]
    end: str


BATON_LINES: Mapping[BatonStatus, LineKind] = {
    status: LineKind(key, status.value, colour, dashes, end)
    for status, key, colour, dashes, end in (
        (BatonStatus.ACTED_ON, "acted", "#14284B", (), "arrow"),
        (BatonStatus.RECEIVED, "received", "#0072B2", (16, 5), "arrow"),
        (BatonStatus.NOT_ACTED_ON, "not_acted", "#9A5B00", (12, 4, 3, 4), "arrow"),
        (BatonStatus.NO_RECORD, "no_record", "#C4161C", (7, 5), "bar"),
        (BatonStatus.RECORDED_NOT, "recorded_not", "#7B2D8E", (3, 4), "box"),
        (BatonStatus.NOT_PASSED, "not_passed", "#333333", (12, 8), "circle"),
        (BatonStatus.CANNOT_TELL, "cannot_tell", "#8B939E", (2, 5), "vee"),
    )
}

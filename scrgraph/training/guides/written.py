"""Writes the guides: a folder to hand out, and one to keep."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scrgraph.atomic import write_text_atomic
from scrgraph.training.guides.guide import guide_to
from scrgraph.training.guides.markdown import markdown_of
from scrgraph.training.guides.slides import slides_of
from scrgraph.training.room import TrainingRoom
from visualisations.page import write_page

LEARNER, FACILITATOR = "learner", "facilitator"


def write_guides(room: TrainingRoom, out: Path) -> Iterator[Path]:
    """Write ``FAMILY.md`` and ``FAMILY.html`` into ``out/learner`` and, with the answers, ``out/facilitator``.

    Gives each file when it is written. Raises ``OSError``.
    """
    for folder, with_answers in ((LEARNER, False), (FACILITATOR, True)):
        for family in room.families:
            guide = guide_to(room, family.slug, with_answers=with_answers)
            yield write_page(out / folder / f"{family.slug}.html", slides_of(guide))
            path = out / folder / f"{family.slug}.md"
            write_text_atomic(path, markdown_of(guide))
            yield path

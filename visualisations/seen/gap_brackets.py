"""The brackets beneath a strip: from the day a child was last seen to the next, with the weeks in words."""

from __future__ import annotations

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, text
from visualisations.drawing.text_width import text_width
from visualisations.records.material import Material
from visualisations.seen.background_marks import gap_mark, gap_words
from visualisations.seen.calendar import Row
from visualisations.seen.sightings import ChildSeen

BRACKET = 24.0
_SIZE = 11.5


def draw_gaps(material: Material, child: ChildSeen, row: Row, y: float) -> list[Markup]:
    """The gaps on one row; words that have no room are left to pointing at the bracket."""
    pieces = [
        (gap, box)
        for gap in child.gaps
        if (box := row.box(gap.first, max(gap.first, min(gap.last, child.ends or gap.last))))
    ]
    end = row.axis.left + row.axis.width
    free, drawn = row.axis.left - 30, []
    for place, (gap, (x, until)) in enumerate(pieces):
        after = pieces[place + 1][1][0] - 4 if place + 1 < len(pieces) else end
        began, ended = row.cells[0][0] <= gap.first, row.cells[-1][1] >= min(gap.last, child.ends or gap.last)
        path = (
            (f"M{x + 1:.2f} {y:.2f}v6" if began else f"M{x:.2f} {y + 6:.2f}")
            + f"H{until - 1:.2f}"
            + ("v-6" if ended else "")
        )
        line = element(
            "path", d=path, fill="none", stroke=QUIET if gap.cannot_tell else INK, stroke_width=1.8,
            stroke_dasharray="4 3" if gap.cannot_tell else None,
        )  # fmt: skip
        hit = element("rect", x=x, y=y - 1, width=max(4, until - x), height=BRACKET - 2, fill="#fff")
        words, left = _placed(gap_words(gap), (x + until) / 2, max(free, x - 40), max(after, until))
        label = None
        if words:
            free = left + text_width(words, _SIZE, bold=True) + 8
            label = text(words, left, y + 18, size=_SIZE, bold="yes")
        mark = gap_mark(material, child.person, gap)
        drawn.append(group(hit, line, label, data_mark=mark.mark_id))
    return drawn


def _placed(tries: tuple[str, ...], middle: float, low: float, high: float) -> tuple[str, float]:
    """The longest words with room between ``low`` and ``high``, about ``middle``, and where they begin."""
    for words in tries:
        width = text_width(words, _SIZE, bold=True)
        if width <= high - low:
            return words, min(max(low, middle - width / 2), high - width)
    return "", low

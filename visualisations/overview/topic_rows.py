"""The findings of each topic packed into a row of the strip: a mark for each, and groups where there is no room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.vocabulary import Topic
from visualisations.drawing.svg import INK, element, group
from visualisations.drawing.text_width import text_width
from visualisations.drawing.time_axis import TimeAxis
from visualisations.overview.found import Found
from visualisations.overview.glyphs import SIZE, bar, more, point

TOPIC_LABELS = {
    Topic.BATONS: "Passed on",
    Topic.SILOS: "Who knew what",
    Topic.ADULTS: "Adults",
    Topic.CHILD: "The child",
    Topic.UNBORN: "Unborn, new-born",
    Topic.ENGAGEMENT: "Engagement",
    Topic.CHALLENGE: "Challenge",
    Topic.SOURCES: "The sources",
}
LANE = 7.8
#: Lanes of a row, and how many it may have where all its findings then fit.
_LANES, _LANES_TO_FIT_ALL = 5, 7
_GAP = 2.0
_BUNDLE = 14.0
_LEAST = 18.0
#: Pixels across within which findings with no room of their own are told together.
_SLOT = 10.0
#: How many findings without a date stand under one another.
UNDATED_LANES = 5
TEXT = 11.5


@dataclass
class _Item:
    """A finding, or several where there is no room, between two places across the strip."""

    found: list[Found]
    left: float
    right: float
    as_bar: bool
    room: tuple[float, float] = (0, 0)
    lane: int = -1


@dataclass(frozen=True)
class TopicRow:
    """The row of a topic: items by lane, and those of long spans told together underneath."""

    topic: Topic
    found: tuple[Found, ...]
    items: tuple[_Item, ...]
    lanes: int
    bundled: tuple[Found, ...] = ()

    @property
    def height(self) -> float:
        """Pixels down."""
        return max(_LEAST + (_BUNDLE if self.bundled else 0), self.lanes * LANE + 5)


def topic_rows(found: Sequence[Found], axis: TimeAxis, undated_left: float) -> tuple[TopicRow, ...]:
    """A row for each topic that has findings; ``undated_left`` is where those without a date stand."""
    by_topic: dict[Topic, list[Found]] = defaultdict(list)
    for one in found:
        by_topic[one.finding.topic].append(one)
    return tuple(
        _row(topic, by_topic[topic], axis, undated_left) for topic in TOPIC_LABELS if by_topic[topic]
    )


def _row(topic: Topic, found: list[Found], axis: TimeAxis, undated_left: float) -> TopicRow:
    dated = [one for one in found if one.first or one.last]
    undated = [one for one in found if not (one.first or one.last)]
    items = sorted(
        (_item(one, axis) for one in dated),
        key=lambda item: (round(item.right - item.left, 2), item.left, item.found[0].mark_id),
    )
    lanes = _LANES_TO_FIT_ALL
    rest = _pack(items, lanes)
    if rest:
        lanes = _LANES
        rest = _pack(items, lanes)
    placed = [item for item in items if item.lane >= 0]
    crowded: dict[int, _Item] = {}
    for item in rest:
        if not item.as_bar:
            slot = int(item.left // _SLOT)
            crowd = crowded.setdefault(slot, _Item([], slot * _SLOT, slot * _SLOT + SIZE, False, lane=lanes))
            crowd.found += item.found
    placed += crowded.values()
    for place, one in enumerate(undated):
        column, lane = divmod(place, UNDATED_LANES)
        left = undated_left + column * (SIZE + _GAP)
        placed.append(_Item([one], left, left + SIZE, False, lane=lane))
    order = tuple(sorted(placed, key=lambda item: (item.left, item.lane, item.found[0].mark_id)))
    bundled = sorted((item.found[0] for item in rest if item.as_bar), key=lambda one: one.mark_id)
    return TopicRow(topic, tuple(found), order, 1 + max((i.lane for i in placed), default=0), tuple(bundled))


def _pack(items: Sequence[_Item], lanes: int) -> list[_Item]:
    """Give each item, the shortest first, the first of ``lanes`` lanes where it has room; returns those left over."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    rest = []
    for item in items:
        item.lane = next((lane for lane, there in enumerate(taken) if not _meets(there, item.room)), -1)
        if item.lane < 0:
            rest.append(item)
        else:
            taken[item.lane].append(item.room)
    return rest


def _meets(taken: list[tuple[float, float]], room: tuple[float, float]) -> bool:
    begins, ends = room
    return any(left < ends and begins < right for left, right in taken)


def _item(found: Found, axis: TimeAxis) -> _Item:
    """Where a dated finding stands; it is a bar once its days are wider than the shape of a point."""
    first = max(axis.first, found.first or axis.first)
    last = min(axis.last, found.last or axis.last)
    left, right = axis.x(first), axis.x(last) + axis.day_width
    wide = right - left > SIZE + 3
    if not wide:
        middle = min(max((left + right) / 2, axis.left + SIZE / 2), axis.left + axis.width - SIZE / 2)
        left, right = middle - SIZE / 2, middle + SIZE / 2
    aside = 4.0 if found.possible else 0.0
    return _Item([found], left, right, wide, (left - _GAP - aside, right + _GAP + aside))


def draw_row(row: TopicRow, top: float, label_left: float) -> Markup:
    """The marks of a row whose upper edge is at ``top``; its label begins at ``label_left``."""
    shapes: list[Markup] = []
    for item in row.items:
        y = top + 3 + LANE * item.lane + LANE / 2
        if len(item.found) > 1:
            shapes.append(_several(item, y))
            continue
        one = item.found[0]
        strength, possible = one.finding.strength, one.possible
        drawn = (
            bar(strength, item.left, item.right, y, possible=possible, open_left=one.first is None,
                open_right=one.last is None)
            if item.as_bar
            else point(strength, (item.left + item.right) / 2, y, possible=possible)
        )  # fmt: skip
        shapes.append(group(_touch(item.left, item.right, y), drawn, data_mark=one.mark_id))
    if row.bundled:
        shapes.append(_bundle(row.bundled, top + _LEAST - 1, label_left))
    return group(*shapes, data_row=row.topic.value)


def _several(item: _Item, y: float) -> Markup:
    middle = (item.left + item.right) / 2
    return group(
        _touch(item.left, item.right, y),
        more(middle, y),
        data_group=" ".join(one.mark_id for one in item.found),
    )


def _touch(left: float, right: float, y: float) -> Markup:
    """The area that answers to the pointer: as high as the lane."""
    return element(
        "rect", x=left - 1, y=y - LANE / 2, width=right - left + 2, height=LANE, fill="#fff", fill_opacity=0
    )


def _bundle(found: Sequence[Found], top: float, left: float) -> Markup:
    """The longest spans, which have no lane of their own, told together under the name of the topic."""
    count, words = str(len(found)), " over longer periods"
    across = text_width(f"+ {count}{words}", TEXT) + 10
    return group(
        element("rect", x=left, y=top, width=across, height=_BUNDLE - 1, rx=2, fill="#E3E8EE", stroke="#6B7785"),
        element("text", "+ ", element("tspan", count, data_count="yes"), words, x=left + 5, y=top + 10.2,
                font_size=TEXT, fill=INK),
        data_group=" ".join(one.mark_id for one in found),
    )  # fmt: skip


def draw_label(row: TopicRow, top: float, left: float) -> Markup:
    """The name of the topic and how many findings it has."""
    count = element("tspan", str(len(row.found)), data_topic=row.topic.value)
    return element(
        "text", f"{TOPIC_LABELS[row.topic]} (", count, ")", x=left, y=top + 12.5, font_size=TEXT, fill=INK,
        font_weight="bold",
    )  # fmt: skip

"""The GraSS style sheet: one rule a label and a relationship, in the colours of the pictures.

Neo4j Browser reads rules in their order and lets a later one win; it knows no comments, and quotes stand round captions
only. A rule is by label, so that batons are told apart by the labels that say what is known of their receipt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from scrgraph.model.schema import EDGES, NODE_BY_LABEL, NODES
from visualisations.drawing.agency_look import AGENCY_COLOURS
from visualisations.drawing.baton_look import BATON_LINES
from visualisations.drawing.svg import INK, QUIET, RULE, WASH
from visualisations.records.shown import BatonStatus

_LOOKS = Path(__file__).with_name("looks.toml")
_WHITE = "#ffffff"
_SMALLEST = 20
#: The labels a baton may have beside its own, and how the pictures draw a baton of which that is known.
_BATONS = {
    "Received": BatonStatus.RECEIVED,
    "NoRecordOfReceipt": BatonStatus.NO_RECORD,
    "RecordedAsNotReceived": BatonStatus.RECORDED_NOT,
    "ReceiptCannotBeTold": BatonStatus.CANNOT_TELL,
    "NotPassed": BatonStatus.NOT_PASSED,
}
_TIES = frozenset(("PARENT_OF", "PARTNER_OF", "SIBLING_OF", "CONNECTED_TO", "LIVED_IN"))
_OF_BATONS = frozenset(("PASSED", "PASSED_TO", "REFERRED_TO", "CARRIED"))
_Rule = tuple[str, Mapping[str, str]]


def style_sheet() -> str:
    """The whole of ``style.grass``. Raises ``KeyError`` for a label without a caption in ``looks.toml``."""
    looks = tomllib.loads(_LOOKS.read_text(encoding="utf-8"))
    rules = [*_defaults(), *_nodes(looks), *_people(looks), *_batons(), *_relationships()]
    return "\n".join(
        "\n".join((f"{selector} {{", *(f"  {name}: {value};" for name, value in looks_so.items()), "}\n"))
        for selector, looks_so in rules
    )


def _defaults() -> Iterator[_Rule]:
    yield "node", {"diameter": f"{_SMALLEST}px", **_filled(WASH, QUIET, INK), "font-size": "10px"}
    yield "relationship", {
        "color": QUIET, "shaft-width": "1px", "font-size": "8px", "padding": "3px",
        "text-color-external": INK, "text-color-internal": _WHITE, "caption": "'<type>'",
    }  # fmt: skip


def _nodes(looks: Mapping[str, Mapping[str, str]]) -> Iterator[_Rule]:
    colours = {
        "Agency": _filled(AGENCY_COLOURS[0], INK, _WHITE),
        "Professional": _filled(_WHITE, AGENCY_COLOURS[0], INK),
        "Baton": _filled(BATON_LINES[BatonStatus.ACTED_ON].colour, INK, _WHITE),
    }
    for node in NODES:
        caption = looks["captions"][node.label]
        size = looks["sizes"].get(node.label, _SMALLEST)
        yield (
            f"node.{node.label}",
            {
                "diameter": f"{size}px",
                **colours.get(node.label, _filled(WASH, QUIET, INK)),
                "caption": f"'{{{caption}}}'",
            },
        )


def _people(looks: Mapping[str, str]) -> Iterator[_Rule]:
    yield "node.Child", _filled(looks["child"], INK, INK)
    yield "node.Adult", _filled(looks["adult"], INK, INK)


def _batons() -> Iterator[_Rule]:
    for label in NODE_BY_LABEL["Baton"].also:
        colour = BATON_LINES[_BATONS[label]].colour
        yield f"node.{label}", _filled(colour, INK, _words_on(colour))


def _relationships() -> Iterator[_Rule]:
    for edge in EDGES:
        if edge.name in _OF_BATONS:
            colour = BATON_LINES[BatonStatus.ACTED_ON].colour
            yield f"relationship.{edge.name}", {"color": colour, "shaft-width": "3px"}
        elif edge.name in _TIES:
            yield f"relationship.{edge.name}", {"color": INK, "shaft-width": "2px"}
        elif edge.name in ("RECORDED_IN", "WRITTEN_IN", "WROTE"):
            yield f"relationship.{edge.name}", {"color": RULE, "shaft-width": "1px"}


def _filled(fill: str, border: str, words: str) -> dict[str, str]:
    return {"color": fill, "border-color": border, "border-width": "2px", "text-color-internal": words}


def _words_on(fill: str) -> str:
    """White where that can be read on ``fill``, else the dark ink: by its relative luminance (WCAG 2, 4.5 to 1)."""
    parts = (int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return _WHITE if 1.05 / (luminance + 0.05) >= 4.5 else INK

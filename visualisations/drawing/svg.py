"""SVG made of escaped parts: the same parts give the same bytes, and no text can become markup.

A drawing stands by itself as a file (its looks are attributes, not styles) and inside a page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"
INK, QUIET, RULE, WASH = "#1b2430", "#4d5866", "#c9d0d9", "#f4f6f8"

#: What an attribute may hold; ``None`` leaves it out.
Value = str | int | float | None


@dataclass(frozen=True)
class Drawing:
    """One picture as a file: ``svg`` is a whole document, ``words`` say in plain words what it shows."""

    svg: str
    words: str


def number(value: float) -> str:
    """A coordinate with at most two decimals, written the same way on every machine."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def clean(text: str) -> str:
    """``text`` without what an XML file may not hold: control characters and halves of characters."""
    if text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in "\ufffe\uffff" else c for c in text
    )


def element(tag: str, *children: Markup | str | None, **attributes: Value) -> Markup:
    """One SVG element. ``stroke_width`` is written ``stroke-width``, ``class_`` is ``class``; text is escaped."""
    written = "".join(
        [f' {_name(name)}="{_value(value)}"' for name, value in attributes.items() if value is not None]
    )
    inside = together(children)
    return Markup(f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>")  # noqa: S704


def together(parts: Iterable[Markup | str | None]) -> Markup:
    """Parts one after another; plain text is escaped, nothing is left out but ``None``."""
    return Markup("".join([_escaped(part) for part in parts if part is not None]))  # noqa: S704


def text(words: str, x: float, y: float, *, size: float = 13, fill: str = INK, **attributes: Value) -> Markup:
    """A line of text with its baseline at ``y``; ``bold="yes"`` and ``anchor="middle"`` are short names."""
    bold, anchor = attributes.pop("bold", None), attributes.pop("anchor", None)
    return element(
        "text", words, x=x, y=y, font_size=size, fill=fill, font_weight="bold" if bold else None,
        text_anchor=anchor, **attributes,
    )  # fmt: skip


def group(*children: Markup | str | None, **attributes: Value) -> Markup:
    """A ``g`` element."""
    return element("g", *children, **attributes)


def figure(
    width: float, height: float, title: str, words: str, *children: Markup | None, name: str = "figure"
) -> Markup:
    """A whole drawing of ``width`` by ``height`` pixels, with its title and its account in words for those who
    cannot see it. ``name`` makes the ids unique where a page holds several drawings.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", words, id=f"{name}-words"),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="group",
        aria_labelledby=f"{name}-title {name}-words",
        font_family=FONT,
    )


def document(drawn: Markup, width: float, height: float) -> str:
    """A drawing as the text of a file of its own, on white."""
    head, _, rest = str(drawn).partition("</desc>")
    white = element("rect", width=width, height=height, fill="#fff")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}</desc>{white}{rest}\n'


def _value(value: Value) -> str:
    if isinstance(value, (float, int)) and not isinstance(value, bool):
        return number(value)
    return _plain(str(value))


def _escaped(part: Markup | str) -> str:
    return str(part) if isinstance(part, Markup) else _plain(part)


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    """Plain text escaped; kept, as colours and names come again and again."""
    return str(escape(clean(text)))


@lru_cache(maxsize=1 << 8)
def _name(name: str) -> str:
    """The name of an attribute as SVG writes it."""
    return name.rstrip("_").replace("_", "-")

"""Characters as Word keeps them made readable: symbol fonts, soft hyphens, spaces that do not break."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import ConfigDict, RootModel

TICKED, NOT_TICKED = "☒", "☐"
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_MADE_PLAIN = str.maketrans({**_DROPPED, **_SPACES, ord("\u2011"): "-"})
_PRIVATE = re.compile("[\uf020-\uf0ff]")


class SymbolFonts(RootModel[dict[str, dict[str, str]]]):
    """The tables of word_characters.toml: font in small letters, then two hexadecimal digits, to a character."""

    model_config = ConfigDict(frozen=True)


@cache
def _fonts() -> dict[str, dict[int, str]]:
    text = (files("importers") / "word_characters.toml").read_text(encoding="utf-8")
    tables = SymbolFonts.model_validate(tomllib.loads(text)).root
    return {font: {int(code, 16): shown for code, shown in table.items()} for font, table in tables.items()}


def readable(text: str, font: str = "") -> str:
    """``text`` without soft hyphens and zero-width signs, with plain spaces, and with symbols as they look."""
    if text.isascii() and not font:
        return text
    table = _fonts().get(font.casefold(), {}) if font else {}
    if table:
        return "".join(table.get(_place(char), char) for char in text)
    return _PRIVATE.sub(_bullet, text).translate(_MADE_PLAIN)


def symbol(font: str, code: str) -> str:
    """The character that ``w:sym`` shows: its look where the font is known, else the character itself."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0x20 <= number < 0xD800 and not 0xE000 <= number < 0x110000:
        return ""
    return _fonts().get(font.casefold(), {}).get(_place(chr(number))) or readable(chr(number))


def _place(char: str) -> int:
    """The place of a character in its font; those kept in the private area are the same as without."""
    return ord(char) - 0xF000 if "\uf000" <= char <= "\uf0ff" else ord(char)


def _bullet(found: re.Match[str]) -> str:
    return _fonts()["symbol"].get(_place(found[0]), found[0])

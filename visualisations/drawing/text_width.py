"""How wide text will be, worked out in Python, so that lines break and boxes fit the same on every machine."""

from __future__ import annotations

import unicodedata

#: Advance widths of Arial (and the metric-compatible Liberation Sans, Helvetica), thousandths of the size.
_WIDTHS = {
    278: " !,./:;I[\\]ft", 355: '"', 556: "#$0123456789?L_abdeghnopqu", 889: "%", 667: "&ABEKPSVXY",
    191: "'", 333: "()-`r", 389: "*", 584: "+<=>~", 1015: "@", 722: "CDHNRUw", 611: "FTZ", 778: "GOQ",
    500: "Jckvsxyz", 833: "Mm", 944: "W", 469: "^", 222: "ijl", 334: "{}", 260: "|",
}  # fmt: skip
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_BOLD = 1.08


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of ``text`` in pixels at a font size in pixels."""
    thousandths = sum(_WIDTH_OF.get(character) or _width_elsewhere(character) for character in text)
    return thousandths * size / 1000 * (_BOLD if bold else 1.0)


def _width_elsewhere(character: str) -> int:
    """A width for a character outside ASCII: none for marks, a full square for wide scripts."""
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Cc"}:
        return 0
    return 1000 if unicodedata.east_asian_width(character) in "WF" else 667


def wrap(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """``text`` on at most ``lines`` lines no wider than ``width`` pixels; what is left out ends in "…".

    White space and control characters become single spaces; a word that is too wide is cut.
    """
    clean = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in text)
    done: list[str] = []
    line = ""
    for word in _pieces(clean.split(), width, size, bold):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold) <= width:
            line = longer
        else:
            done.append(line)
            line = word
    done.append(line)
    if len(done) > lines:
        last = done[lines - 1]
        while last and text_width(f"{last}…", size, bold) > width:
            last = last[:-1].rstrip()
        done = [*done[: lines - 1], f"{last}…"]
    return tuple(part for part in done if part)


def _pieces(words: list[str], width: float, size: float, bold: bool) -> list[str]:
    """The words, with any word wider than a line cut after a hyphen if it has one, else where it must be."""
    pieces: list[str] = []
    for word in words:
        before, hyphen, after = word.partition("-")
        if after and text_width(word, size, bold) > width >= text_width(before + hyphen, size, bold):
            pieces += [before + hyphen, *_pieces([after], width, size, bold)]
            continue
        rest = word
        while text_width(rest, size, bold) > width and len(rest) > 1:
            end = 1
            while text_width(rest[: end + 1], size, bold) <= width:
                end += 1
            pieces.append(rest[:end])
            rest = rest[end:]
        pieces.append(rest)
    return pieces

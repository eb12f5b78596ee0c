"""How large the streams of a PDF are when unpacked, found without unpacking them into memory."""

from __future__ import annotations

import base64
import re
import zlib

from importers.sheet_limits import LARGEST_UNPACKED, too_large_unpacked

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x48\x89", b"\x68\xde", b"\x58\x85")
_IN_LETTERS = (b"ASCII85", b"/A85", b"ASCIIHex", b"/AHx")
_READ, _PIECE = 1 << 16, 1 << 20


def refuse_large_streams(data: bytes, file: str) -> None:
    """Raises ``ImporterError`` when the streams unpack to more than ``LARGEST_UNPACKED`` bytes.

    Pictures are left out, as nothing unpacks them. A stream that is packed twice counts with both. Raises
    ``ValueError`` for a damaged file.
    """
    total = letters = 0
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        about = data[max(0, match.start() - 600) : match.start()]
        about = about[about.rfind(b" obj") + 1 :]
        if re.search(rb"/Subtype\s*/Image", about):
            continue
        end = _end_of_letters(data, match.end(), about)
        letters += end - match.end()
        if letters > 2 * len(data):
            raise ValueError("streams that stand inside one another")
        total += _unpacked(_plain(data, match.end(), end, about), LARGEST_UNPACKED - total)
        if total > LARGEST_UNPACKED:
            raise too_large_unpacked(file, total)


def _end_of_letters(data: bytes, start: int, about: bytes) -> int:
    """Where a stream ends that is written in letters; of any other, where it starts."""
    if not any(name in about for name in _IN_LETTERS):
        return start
    end = data.find(_END, start)
    return end if end >= 0 else len(data)


def _plain(data: bytes, start: int, end: int, about: bytes) -> memoryview:
    """The bytes of the stream, out of the letters that stand for them where it is written in letters."""
    if end > start:
        text = data[start:end].strip()
        try:
            if b"Hex" in about or b"/AHx" in about:
                return memoryview(bytes.fromhex(text.rstrip(b">").decode("ascii")))
            return memoryview(base64.a85decode(text.removeprefix(b"<~").removesuffix(b"~>")))
        except ValueError:
            return memoryview(b"")
    return memoryview(data)[start:]


def _unpacked(packed: memoryview, most: int) -> int:
    """How many bytes ``packed`` unpacks to, and these again if they are packed; not counted on beyond ``most``."""
    if bytes(packed[:2]) not in _ZLIB:
        return 0
    size, inner = 0, 0
    unpacking, again = zlib.decompressobj(), zlib.decompressobj()
    twice: bool | None = None
    for at in range(0, len(packed), _READ):
        rest = bytes(packed[at : at + _READ])
        while rest and not unpacking.eof and size + inner <= most:
            try:
                piece = unpacking.decompress(rest, _PIECE)
            except zlib.error:
                return size + inner
            rest = unpacking.unconsumed_tail
            size += len(piece)
            twice = piece[:2] in _ZLIB if twice is None and len(piece) > 1 else twice
            if twice:
                inner, twice = _inner(again, piece, inner, most - size)
        if unpacking.eof or size + inner > most:
            break
    return size + inner


def _inner(unpacking: zlib._Decompress, piece: bytes, size: int, most: int) -> tuple[int, bool]:
    """The size of what was packed inside, with one more piece of it; and whether it goes on."""
    try:
        while piece and not unpacking.eof and size <= most:
            size += len(unpacking.decompress(piece, _PIECE))
            piece = unpacking.unconsumed_tail
    except zlib.error:
        return size, False
    return size, True

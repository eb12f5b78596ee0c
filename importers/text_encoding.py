"""The letters of a text file, whatever software wrote its bytes."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from importers.errors import ImporterError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: How many of the first bytes show whether every other one is zero, as in UTF-16.
_SAMPLE = 4096
#: Apostrophes, dashes and quotation marks where English has them, as each of the two kinds of software writes them.
_MAC = re.compile(rb"[a-z]\xd5[a-z]|\s[\xd0\xd1]\s|\xd2[^\xd2\xd3\r\n]{1,500}\xd3")
_WINDOWS = re.compile(rb"[a-z]\x92[a-z]|\s[\x96\x97]\s|\x93[^\x93\x94\r\n]{1,500}\x94")
#: A text has no more control characters than this, as a share of its first letters.
_CONTROLS, _LETTERS_LOOKED_AT, _MOST_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]"), 100_000, 0.1
_BAD_BYTE = re.compile(r"[\udc80-\udcff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f\udc80-\udcff]")


def decoded(data: bytes, file: str) -> str:
    """The text of the bytes: by byte-order mark, else UTF-8, UTF-16, Mac or Windows, else as it looks.

    A few bytes of Windows in a text of UTF-8 are read as such. Raises ``ImporterError`` when the bytes are no text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _unmarked(data)
    if not encoding and b"\x00" in data:
        raise _no_text(file)
    if not encoding and (mended := _mostly_utf8(data)):
        return mended
    for name in (encoding,) if encoding else (_by_its_marks(data), "cp1252"):
        try:
            text = data.decode(name).removeprefix("\ufeff")
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text[:_LETTERS_LOOKED_AT])) > _MOST_CONTROLS * len(
            text[:_LETTERS_LOOKED_AT]
        ):
            raise _no_text(file)
        return text
    best = None if encoding else from_bytes(data).best()
    if best is None:
        raise ImporterError(
            f"The letters of {file} cannot be read. Open it in Excel, save it as "
            "'CSV UTF-8 (Comma delimited)' and import that."
        )
    return str(best)


def _no_text(file: str) -> ImporterError:
    return ImporterError(
        f"{file} is not a text file, although its name says so. Open it in Excel, save it as "
        "'CSV UTF-8 (Comma delimited)' and import that."
    )


def _unmarked(data: bytes) -> str:
    """UTF-8 where all bytes are, UTF-16 where most of every other byte is zero; else empty."""
    sample = data[:_SAMPLE]
    if b"\x00" not in data:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return ""
        return "utf-8"
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < len(sample) / 4 or min(even, odd) > max(even, odd) / 20:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _mostly_utf8(data: bytes) -> str:
    """The text where it is UTF-8 but for fewer bytes than it has letters beyond ASCII; else empty."""
    text = data.decode("utf-8", "surrogateescape")
    bad = len(_BAD_BYTE.findall(text))
    if bad >= len(_NOT_ASCII.findall(text)):
        return ""
    return _BAD_BYTE.sub(lambda byte: bytes([ord(byte[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _by_its_marks(data: bytes) -> str:
    """Mac or Windows, by the bytes that stand where English has an apostrophe, a dash or quotation marks."""
    return "mac_roman" if len(_MAC.findall(data)) > len(_WINDOWS.findall(data)) else "cp1252"

"""A Word document as a package of parts: its main text, headers and styles, read with bounds on their size."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from importers.errors import ImporterError

#: A document whose parts together grow larger than this when unpacked is refused.
LARGEST_UNPACKED = 500 * 1024 * 1024
#: The largest text of a document, as XML, that is read. 10,000 rows of six columns take 15 to 50 MB.
LARGEST_TEXT = 64 * 1024 * 1024
_LARGEST_OTHER = 10 * 1024 * 1024
_CHUNK = 1 << 16
_MAIN = "word/document.xml"
_AGAIN = "Open it in Word, save it under a new name as .docx and import that"

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


@dataclass(frozen=True)
class Package:
    """The parts of one document, by what they are; ``related`` has the names of those the main text refers to."""

    file: str
    archive: zipfile.ZipFile
    main: str
    related: Mapping[str, tuple[str, ...]]

    def parse(self, part: str, parser: expat.XMLParserType, largest: int = _LARGEST_OTHER) -> None:
        """Feed a part to ``parser``. Raises ``ImporterError`` where it is too large, damaged or has a DTD."""
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        try:
            for chunk in self._chunks(part, largest):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except ImporterError:
            raise
        except Exception as reason:
            raise damaged(self.file) from reason

    def titles(self) -> list[str]:
        """The title in the document's properties and the text of its headers and footers; damaged ones left out."""
        lines: list[str] = []
        for kind, wanted in (("core-properties", "title"), ("header", "t"), ("footer", "t")):
            for part in self.related.get(kind, ()):
                with suppress(ImporterError):
                    lines += _lines(self, part, wanted)
        return lines

    def _chunks(self, part: str, largest: int) -> Iterator[bytes]:
        info = self.archive.getinfo(part)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged(self.file)
        unpacked = 0
        with self.archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > largest or info.file_size > largest:
                    raise ImporterError(
                        f"The text of {self.file} unpacks to more than the {largest // 1024**2} MB that is safe to "
                        "open. Split the document and import the parts."
                    )
                yield chunk

    def _refuse_dtd(self, *_: object) -> None:
        raise damaged(self.file)


def open_package(file: str, data: bytes) -> Package:
    """The package of a ``.docx`` or ``.docm``. Raises ``ImporterError`` saying what to do next."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = {info.filename: info for info in archive.infolist()}
    except Exception as reason:
        raise damaged(file) from reason
    unpacked = sum(info.file_size for info in parts.values())
    if unpacked > LARGEST_UNPACKED:
        raise ImporterError(
            f"{file} unpacks to {unpacked // 1024**2} MB, more than the {LARGEST_UNPACKED // 1024**2} MB that is safe "
            "to open. Take the pictures out or copy its tables into a new document, save that as .docx and import it."
        )
    if any(info.flag_bits & 1 for info in parts.values()):
        raise ImporterError(
            f"{file} is protected by a password. Take the password off, save it and import that."
        )
    package = Package(file, archive, _MAIN, {})
    top = _relations(package, "")
    main = next((name for name in top.get("officeDocument", ()) if name in parts), _MAIN)
    if main not in parts:
        raise ImporterError(f"{file} is not a Word document of the .docx kind. {_AGAIN}.")
    related = _relations(package, main) | {"core-properties": top.get("core-properties", ())}
    return Package(file, archive, main, {kind: _held(names, parts) for kind, names in related.items()})


def damaged(file: str) -> ImporterError:
    """What to say of a document that cannot be read."""
    return ImporterError(
        f"{file} is damaged or is not a Word document. {_AGAIN}; if Word cannot open it either, ask the agency for "
        "it again."
    )


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition(" ")[2]


def new_parser(start: Start, end: End | None = None) -> expat.XMLParserType:
    """A parser whose names are ``namespace local``, with text handed over in whole pieces."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    return parser


def _held(names: tuple[str, ...], parts: Mapping[str, zipfile.ZipInfo]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name in parts}))


def _relations(package: Package, part: str) -> dict[str, tuple[str, ...]]:
    """The parts that ``part`` refers to, by the last word of their kind; empty where nothing says so."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, ...]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            found[kind] = (*found.get(kind, ()), target)

    where = posixpath.join(folder, "_rels", f"{name}.rels")
    if where in package.archive.namelist():
        with suppress(ImporterError):
            package.parse(where, new_parser(start))
    return found


def _lines(package: Package, part: str, wanted: str) -> list[str]:
    """The text of a small part, a line for each paragraph; ``wanted`` is the element that holds text."""
    lines = [""]

    def start(tag: str, _: dict[str, str]) -> None:
        if local(tag) == wanted:
            parser.CharacterDataHandler = text
        elif local(tag) == "tab":
            lines[-1] += "\t"
        elif local(tag) in ("p", "br", "cr"):
            lines.append("")

    def end(_: str) -> None:
        parser.CharacterDataHandler = None

    def text(data: str) -> None:
        lines[-1] += data

    parser = new_parser(start, end)
    package.parse(part, parser)
    return [line.strip() for line in lines if line.strip()]

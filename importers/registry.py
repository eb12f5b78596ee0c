"""Reading any source file: the importer is chosen by the file's suffix and what it really holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from importers.csv_chronology import read_csv
from importers.errors import ImporterError
from importers.headings import HeadingBook
from importers.source import Source
from scrgraph.model.base import Progress
from scrgraph.model.entry import Imported

__all__ = ["SUPPORTED", "ImporterError", "import_file"]

Importer = Callable[[Source], Imported]


# Each of these loads its importer, and the library that reads the format, when there is such a file.
def read_calamine(source: Source) -> Imported:
    """See ``calamine_chronology``."""
    from importers import calamine_chronology

    return calamine_chronology.read_calamine(source)


def read_excel(source: Source) -> Imported:
    """See ``excel_chronology``."""
    from importers import excel_chronology

    return excel_chronology.read_excel(source)


def read_word(source: Source) -> Imported:
    """See ``word_chronology``."""
    from importers import word_chronology

    return word_chronology.read_word(source)


def read_pdf(source: Source) -> Imported:
    """See ``pdf_chronology``."""
    from importers import pdf_chronology

    return pdf_chronology.read_pdf(source)


def read_text_file(source: Source) -> Imported:
    """See ``text_chronology``."""
    from importers import text_chronology

    return text_chronology.read_text_file(source)


_IMPORTERS: dict[str, Importer] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_excel,
    ".xlsm": read_excel,
    ".xls": read_calamine,
    ".xlsb": read_calamine,
    ".ods": read_calamine,
    ".docx": read_word,
    ".docm": read_word,
    ".pdf": read_pdf,
    ".txt": read_text_file,
}
_ZIPPED = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods", ".docx", ".docm"})
#: The suffixes of the files that can be read.
SUPPORTED = tuple(_IMPORTERS)

_WORD = "Open it in Word, save it as a Word document (.docx) and import that."
_NOT_READ = {".doc": _WORD, ".dot": _WORD, ".rtf": _WORD, ".odt": _WORD, ".wps": _WORD}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"


def import_file(
    path: Path,
    *,
    agency: str = "",
    name: str | None = None,
    headings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Every row of a chronology file, as entries or as rejected rows with their reasons.

    ``agency`` says whose chronology it is, ``name`` what to call the file (its own name if not given),
    ``headings`` maps further headings to fields. Raises ``ImporterError`` when nothing can be read,
    saying what to do next.
    """
    path = Path(path)
    file, suffix = name or path.name, path.suffix.lower()
    if suffix not in SUPPORTED:
        raise ImporterError(_unsupported(file, suffix))
    data = _bytes(path, file)
    source = Source(file, suffix, data, HeadingBook(headings), " ".join(agency.split()), progress)
    return _importer_of(data, file, suffix)(source)


def _unsupported(file: str, suffix: str) -> str:
    if suffix in _NOT_READ:
        return f"{file} is a {suffix} file, which is not read. {_NOT_READ[suffix]}"
    what = f"a {suffix} file" if suffix else "a file with no suffix"
    readable = ", ".join(SUPPORTED)
    return f"{file} is {what}; only {readable} can be read. Save it as .xlsx or .docx and import that."


def _bytes(path: Path, file: str) -> bytes:
    if path.is_dir():
        raise ImporterError(f"{file} is a folder. Import the files in it one by one.")
    try:
        data = path.read_bytes()
    except FileNotFoundError as reason:
        raise ImporterError(f"There is no file {file}. Check its name and folder.") from reason
    except OSError as reason:
        raise ImporterError(
            f"{file} could not be opened ({reason.strerror}). If it is open in Excel, close it there and "
            "try again."
        ) from reason
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise ImporterError(
            f"{file} is empty. Check that it is the right file and ask the agency for it again."
        )
    return data


def _importer_of(data: bytes, file: str, suffix: str) -> Importer:
    """The importer for what the file really is; its suffix decides only where the bytes do not tell.

    Raises ``ImporterError`` for a file with a password and for an old Word file.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ImporterError(
                f"{file} is protected by a password. Open it in Word or Excel, take the password off (File, Info, "
                "Protect, Encrypt with Password), save it and import that."
            )
        if _WORD_STREAM in data:
            raise ImporterError(f"{file} is an old Word document (.doc). {_WORD}")
        return read_calamine
    if data.startswith(_PDF):
        return read_pdf
    if data.startswith(_ZIP):
        return _importer_of_zip(data, suffix)
    return _IMPORTERS[suffix]


def _importer_of_zip(data: bytes, suffix: str) -> Importer:
    """Word, Excel and OpenDocument files are all zip archives; the names in them tell which."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except Exception:
        return _IMPORTERS[suffix] if suffix in _ZIPPED else read_excel
    if "word/document.xml" in names:
        return read_word
    if "xl/workbook.bin" in names or "content.xml" in names:
        return read_calamine
    return read_excel if "xl/workbook.xml" in names or suffix not in _ZIPPED else _IMPORTERS[suffix]

"""Reading any source file: the importer is chosen by the file's suffix and what it really holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from importers.csv_chronology import read_csv
from importers.errors import ImporterError
from importers.excel_chronology import read_excel
from importers.headings import HeadingBook
from importers.source import Source
from scrgraph.model.base import Progress
from scrgraph.model.entry import Imported

__all__ = ["SUPPORTED", "ImporterError", "import_file"]

_IMPORTERS: dict[str, Callable[[Source], Imported]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_excel,
    ".xlsm": read_excel,
}
#: The suffixes of the files that can be read.
SUPPORTED = tuple(_IMPORTERS)

_OLD_EXCEL = "Open it in Excel, save it as .xlsx and import that."
_WORD = "Copy its table into Excel, save it as .xlsx or CSV and import that."
_NOT_YET = {
    ".xls": _OLD_EXCEL, ".xlsb": _OLD_EXCEL, ".ods": "Open it, save it as .xlsx and import that.",
    ".doc": _WORD, ".docx": _WORD, ".rtf": _WORD, ".odt": _WORD, ".pdf": _WORD,
}  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
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
    _refuse_other_formats(data, file, suffix)
    source = Source(file, suffix, data, HeadingBook(headings), " ".join(agency.split()), progress)
    read = read_excel if data.startswith(_ZIP) else _IMPORTERS[suffix]
    return read(source)


def _unsupported(file: str, suffix: str) -> str:
    if suffix in _NOT_YET:
        return f"{file} is a {suffix} file, a format that is not read yet. {_NOT_YET[suffix]}"
    what = f"a {suffix} file" if suffix else "a file with no suffix"
    readable = ", ".join(SUPPORTED)
    return f"{file} is {what}; only {readable} can be read. Save it as .xlsx or CSV and import that."


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


def _refuse_other_formats(data: bytes, file: str, suffix: str) -> None:
    """Say what a file really is when its suffix says otherwise."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ImporterError(
                f"{file} is protected by a password. Open it in Excel, take the password off (File, Info, "
                "Protect Workbook, Encrypt with Password), save it and import that."
            )
        raise ImporterError(
            f"{file} is in an older Office format, although its name ends in {suffix}. {_OLD_EXCEL}"
        )
    if data.startswith(_PDF):
        raise ImporterError(f"{file} is a PDF, although its name ends in {suffix}. {_WORD}")

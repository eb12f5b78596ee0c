"""What was made of a review to take away: where it stands, when it was made, and what has changed since."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import AwareDatetime, Field, ValidationError

from scrgraph.atomic import write_text_atomic
from scrgraph.model.base import Thing
from scrgraph.model.partial_date import in_words
from scrgraph.names_out import REPLACED
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.web.reading import State
from visualisations.frame.places import PLACES

#: Where a review folder has its packs, and its pages without names as ``scrgraph review --names-out`` has them.
PACK, PACK_NAMES_OUT, PAGES_NAMES_OUT = "pack", "pack-names-out", "names-out"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: The files that can be saved, by the folder they stand in: what each is called there, and its kind.
FILES = {
    place: {"pack.docx": _WORD, "chronology.xlsx": _EXCEL, "findings.xlsx": _EXCEL}
    for place in (PACK, PACK_NAMES_OUT)
}
#: The pages without names, as one file.
PAGES = "pages.zip"
#: What is written as pages without names; what else may lie beside it was not made without names.
_OF_PAGES = frozenset(
    {"index.html", "findings.json", "findings.csv", "chronology.csv", "rejected.csv"}
    | {f"pictures/{place.key}.html" for place in PLACES}
)
TITLES = {
    PACK: "The pack",
    PACK_NAMES_OUT: "The pack without names",
    PAGES_NAMES_OUT: "The pages without names",
}
_RECORDS = "made.json"
_SHOWN = 300
#: What a line of names-replaced.csv holds: what, words, instead, times, places.
_CELLS = 5


class Made(Thing):
    """One thing that was made: with which choices, what it holds, and the state of the review it was made from."""

    made_at: AwareDatetime
    names_out: str = ""
    styles: str = ""
    set_out: int | None = None
    left_out: dict[str, str] = Field(default_factory=dict)
    decided: tuple[str, ...] | None = None
    state: str = ""


@dataclass(frozen=True)
class Offered:
    """A thing that was made, as it is offered: the files that are there with their sizes in bytes."""

    place: str
    title: str
    made: Made
    files: tuple[tuple[str, int], ...]
    decisions_since: int
    files_changed: bool

    @property
    def when(self) -> str:
        """When it was begun, by the clock of this computer."""
        made_at = self.made.made_at.astimezone()
        return f"{in_words(made_at.date())}, {made_at:%H:%M}"


def state_word(folder: ReviewFolder) -> str:
    """A word that differs when the sources, the settings, or who is who does."""
    state = State.of(folder)
    return "-".join((state.settings, state.people, state.agencies, state.sources))


def decided_so_far(folder: ReviewFolder) -> tuple[str, ...]:
    """The ids of every decision ever made, undone ones too."""
    return tuple(one.decision.decision_id for one in folder.decisions_made())


def keep_made(folder: ReviewFolder, place: str, made: Made) -> None:
    """Remember what was made; kept with what is worked out, as deleting it loses nothing but this."""
    records = _records(folder) | {place: made}
    folder.derived_path.mkdir(exist_ok=True)
    text = json.dumps({name: one.model_dump(mode="json") for name, one in records.items()}, indent=1)
    write_text_atomic(folder.derived_path / _RECORDS, text)


def offered(folder: ReviewFolder) -> list[Offered]:
    """Everything that was made and is still there."""
    records, found = _records(folder), []
    made_ids, now = decided_so_far(folder), ""
    for place, title in TITLES.items():
        files = _files(folder, place)
        if not files:
            continue
        made = records.get(place)
        if made is None:
            newest = max(path.stat().st_mtime for _, path in files)
            made = Made(made_at=dt.datetime.fromtimestamp(newest, dt.UTC))
        since = len(set(made_ids) - set(made.decided)) if made.decided is not None else _after(folder, made)
        now = now or (state_word(folder) if made.state else "")
        sizes = tuple((name, path.stat().st_size) for name, path in files)
        found.append(Offered(place, title, made, sizes, since, bool(made.state) and made.state != now))
    return found


def file_of(folder: ReviewFolder, place: str, name: str) -> Path | None:
    """The file to save, where it is one that is offered and lies in the review folder itself."""
    return dict(_files(folder, place)).get(name) if name in FILES.get(place, {}) else None


def pages_zipped(folder: ReviewFolder) -> bytes | None:
    """The pages without names as one file, the same bytes for the same pages; nothing where there are none."""
    root = folder.path / PAGES_NAMES_OUT
    if not (root / "index.html").is_file():
        return None
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as zipped:
        for path in sorted(root.rglob("*")):
            if path.relative_to(root).as_posix() in _OF_PAGES and path.resolve().is_relative_to(
                root.resolve()
            ):
                info = ZipInfo(
                    f"{PAGES_NAMES_OUT}/{path.relative_to(root).as_posix()}", (1980, 1, 1, 0, 0, 0)
                )
                info.compress_type = ZIP_DEFLATED
                zipped.writestr(info, path.read_bytes())
    return packed.getvalue()


@dataclass(frozen=True)
class NamesChecked:
    """What names-replaced.csv says: rows of what to check, rows of what was replaced, and how many of each."""

    to_check: tuple[tuple[str, ...], ...] = ()
    replaced: tuple[tuple[str, ...], ...] = ()
    count_to_check: int = 0
    count_replaced: int = 0


def names_checked(folder: ReviewFolder) -> NamesChecked:
    """The last copy's list, at most three hundred rows of each kind; empty where no copy was made."""
    path = folder.path / REPLACED
    if not path.is_file():
        return NamesChecked()
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    try:
        lines = list(csv.reader(io.StringIO(text, newline="")))[1:]
    except csv.Error as error:
        raise ReviewError(
            f"{REPLACED} cannot be read ({error}). Delete it, and make the copy again."
        ) from error
    lines = [line for line in lines if len(line) == _CELLS]
    to_check = [tuple(line[1:]) for line in lines if line[0] == "check"]
    replaced = [tuple(line) for line in lines if line[0] != "check"]
    return NamesChecked(tuple(to_check[:_SHOWN]), tuple(replaced[:_SHOWN]), len(to_check), len(replaced))


def _files(folder: ReviewFolder, place: str) -> list[tuple[str, Path]]:
    root = folder.path / place
    names = ["index.html"] if place == PAGES_NAMES_OUT else list(FILES.get(place, {}))
    inside = folder.path.resolve()
    paths = [(name, root / name) for name in names]
    return [(name, path) for name, path in paths if path.is_file() and path.resolve().is_relative_to(inside)]


def _after(folder: ReviewFolder, made: Made) -> int:
    return sum(one.decision.made_at > made.made_at for one in folder.decisions_made())


def _records(folder: ReviewFolder) -> dict[str, Made]:
    try:
        kept = json.loads((folder.derived_path / _RECORDS).read_text(encoding="utf-8"))
        return {place: Made.model_validate(one) for place, one in kept.items() if place in TITLES}
    except (OSError, ValueError, AttributeError, ValidationError, ReviewError):
        return {}

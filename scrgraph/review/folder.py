"""The review folder: review.toml, sources/, people.csv, agencies.csv and decisions.csv. Text is the truth."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scrgraph.atomic import write_bytes_atomic, write_text_atomic
from scrgraph.model.vocabulary import Reader
from scrgraph.review import check, decisions
from scrgraph.review.agencies_file import AgencyRecord, read_agencies, write_agencies
from scrgraph.review.decisions import Decision, append_decision, read_decisions
from scrgraph.review.errors import Problem, ReviewError
from scrgraph.review.in_force import MadeDecision, as_made, in_force
from scrgraph.review.names import fault_of_file_name, file_key, slug
from scrgraph.review.people_file import PersonRecord, read_people, write_people
from scrgraph.review.settings import (
    ReviewSection,
    ReviewSettings,
    SourceSettings,
    read_settings,
    rewrite_sources,
    settings_text,
)

SETTINGS = "review.toml"
#: Files that an otherwise empty folder may hold.
_OF_NO_ACCOUNT = frozenset({".git", ".gitignore", ".gitattributes", ".DS_Store", "Thumbs.db", "desktop.ini"})
_OPTIONAL_KEYS = """
# Further lines that may stand under [review] above; take the # away:
# incident_date = 2019-03-14
# as_of = 2019-03-14                  # the day the questions look back from, when it is not the incident
# area = "Northmere"
# index_children = ["child-a"]        # as in people.csv
# detailed = { from = 2017-01-01, to = 2019-03-14 }
# summary = { from = 2016-02-01, to = 2016-12-31 }
"""


class Outcome(StrEnum):
    """What became of a file given to ``add``."""

    ADDED = "added"
    ALREADY_THERE = "already there"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Added:
    """A file given to ``add``, its name in ``sources/`` and what became of it."""

    given: Path
    file: str
    sha256: str
    outcome: Outcome


class ReviewFolder:
    """A review on disk. Nothing is kept in memory: every call reads the files as they are now."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)

    @staticmethod
    def is_review(path: Path) -> bool:
        """Whether the folder holds a review.toml."""
        return (Path(path) / SETTINGS).is_file()

    @classmethod
    def create(cls, path: Path, title: str = "", reader: Reader | None = None) -> ReviewFolder:
        """A new review in a new or empty folder, its rows read by ``reader``.

        Raises ``ReviewError`` when the folder holds anything.
        """
        path = Path(path)
        if cls.is_review(path):
            raise ReviewError(f"{path} is a review already. Put files in it with: scrgraph add {path} FILE")
        if path.exists() and not path.is_dir():
            raise ReviewError(f"{path} is a file. Give the name of a new folder.")
        if path.is_dir() and any(item.name not in _OF_NO_ACCOUNT for item in path.iterdir()):
            raise ReviewError(
                f"{path} already holds files, and none of them was touched. Give the name of a new folder, "
                "then put the files in it with: scrgraph add FOLDER FILE"
            )
        folder = cls(path)
        name = path.resolve().name
        settings = ReviewSettings(
            review=ReviewSection(id=slug(title or name), title=title or name, reader=reader)
        )
        try:
            folder.sources_path.mkdir(parents=True, exist_ok=True)
            write_people(folder.people_path, ())
            write_agencies(folder.agencies_path, ())
            write_text_atomic(folder.decisions_path, decisions.HEADER)
            write_text_atomic(folder.settings_path, settings_text(settings) + _OPTIONAL_KEYS)
        except OSError as reason:
            raise ReviewError(
                f"{path} could not be made ({reason.strerror}). Choose another place."
            ) from reason
        return folder

    @classmethod
    def open(cls, path: Path) -> ReviewFolder:
        """The review in a folder. Raises ``ReviewError`` when there is none. Files are read later."""
        path = Path(path)
        if not path.is_dir():
            raise ReviewError(
                f"There is no folder {path}. Check the name, or make it with: scrgraph new {path}"
            )
        if not cls.is_review(path):
            raise ReviewError(
                f"{path} has no {SETTINGS}, so it is not a review. Make one with: scrgraph new FOLDER"
            )
        return cls(path)

    @property
    def settings_path(self) -> Path:
        """review.toml."""
        return self.path / SETTINGS

    @property
    def sources_path(self) -> Path:
        """The folder of the agencies' files."""
        return self.path / "sources"

    @property
    def people_path(self) -> Path:
        """people.csv."""
        return self.path / "people.csv"

    @property
    def agencies_path(self) -> Path:
        """agencies.csv."""
        return self.path / "agencies.csv"

    @property
    def decisions_path(self) -> Path:
        """decisions.csv."""
        return self.path / "decisions.csv"

    @property
    def derived_path(self) -> Path:
        """``.scrgraph/``: what can be deleted and is rebuilt identically."""
        return self.path / ".scrgraph"

    def settings(self) -> ReviewSettings:
        """What review.toml says. Raises ``ReviewError``."""
        return read_settings(self.settings_path)

    def people(self) -> tuple[PersonRecord, ...]:
        """What people.csv says. Raises ``ReviewError``."""
        return read_people(self.people_path)

    def agencies(self) -> tuple[AgencyRecord, ...]:
        """What agencies.csv says. Raises ``ReviewError``."""
        return read_agencies(self.agencies_path)

    def decisions(self) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
        """The decisions that hold, in the order made, and the lines that cannot be read."""
        made, problems = read_decisions(self.decisions_path)
        return in_force(made), problems

    def decisions_made(self) -> tuple[MadeDecision, ...]:
        """Every decision in the order made, also those undone."""
        return as_made(read_decisions(self.decisions_path)[0])

    def decide(self, decision: Decision) -> None:
        """Add a decision to decisions.csv."""
        append_decision(self.decisions_path, decision)

    def sources(self) -> list[tuple[Path, SourceSettings]]:
        """The files listed in review.toml with what it says of each, by name, there or not."""
        listed = sorted(self.settings().sources, key=lambda source: (file_key(source.file), source.file))
        return [(self.source_path(source.file), source) for source in listed]

    def source_path(self, name: str) -> Path:
        """Where the source called ``name`` is. Raises ``ReviewError`` for anything but a plain name."""
        if fault := fault_of_file_name(name):
            raise ReviewError(f"'{name}' cannot name a file of sources/: {fault}.")
        path = self.sources_path / name
        if not path.resolve().is_relative_to(self.sources_path.resolve()):
            raise ReviewError(
                f"sources/{name} leads to a file outside the review. Put the file itself in its place."
            )
        return path

    def add(self, given: Iterable[Path], *, replace: bool = False, agency: str = "") -> list[Added]:
        """Copy files byte for byte into ``sources/`` and record each SHA-256; all of them or none.

        ``agency`` is recorded for files that are new. Raises ``ReviewError`` for a file that cannot be read
        or whose name is taken by other content, unless ``replace``.
        """
        settings = self.settings()
        taken = {file_key(path.name): path.name for path in self._present()}
        taken |= {file_key(source.file): source.file for source in settings.sources}
        contents: dict[str, bytes] = {}
        added: list[Added] = []
        for path in map(Path, given):
            data = _bytes_of(path)
            name = taken.setdefault(file_key(path.name), path.name)
            target, listed = self.source_path(name), settings.source(name)
            sha256 = hashlib.sha256(data).hexdigest()
            earlier = next((item for item in reversed(added) if item.file == name), None)
            there = earlier.sha256 if earlier else _sum_of(target) or (listed.sha256 if listed else "")
            if there and there != sha256 and (earlier or not replace):
                advice = (
                    "Give it another name" if earlier else "Give it another name, or add it with --replace"
                )
                raise ReviewError(
                    f"{path}: sources/ already has a file '{name}' with other content. "
                    f"{advice}; nothing was added."
                )
            outcome = Outcome.REPLACED if there and there != sha256 else Outcome.ADDED
            if earlier or (listed and listed.sha256 == sha256 and target.is_file() and there == sha256):
                outcome = Outcome.ALREADY_THERE
            contents[name] = data
            added.append(Added(path, name, sha256, outcome))
            settings = _with_source(settings, name, sha256, agency)
        self._keep(contents, settings)
        return added

    def check(self) -> list[Problem]:
        """Everything about the review's files to put right, errors and warnings, in a stable order."""
        return check.check_folder(self)

    def _present(self) -> Sequence[Path]:
        """The files that lie in ``sources/``, hidden ones apart, by name."""
        if not self.sources_path.is_dir():
            return ()
        found = (path for path in self.sources_path.iterdir() if not path.name.startswith((".", "~$")))
        return sorted((path for path in found if path.name not in _OF_NO_ACCOUNT), key=lambda path: path.name)

    def unlisted(self) -> list[Path]:
        """What lies in ``sources/`` without being listed in review.toml, by name."""
        listed = {file_key(source.file) for source in self.settings().sources}
        return [path for path in self._present() if file_key(path.name) not in listed]

    def _keep(self, contents: dict[str, bytes], settings: ReviewSettings) -> None:
        """Write the files whose bytes differ from those there, then review.toml when it says more."""
        try:
            self.sources_path.mkdir(exist_ok=True)
            for name, data in contents.items():
                if _sum_of(self.source_path(name)) != hashlib.sha256(data).hexdigest():
                    write_bytes_atomic(self.source_path(name), data)
            if settings != self.settings():
                rewrite_sources(self.settings_path, settings)
        except OSError as reason:
            raise ReviewError(
                f"The files could not be copied into {self.sources_path} ({reason.strerror}). If one of them "
                "is open in another program, close it there and try again."
            ) from reason


def _with_source(settings: ReviewSettings, name: str, sha256: str, agency: str) -> ReviewSettings:
    """The settings with the source listed and its SHA-256 recorded."""
    listed = settings.source(name)
    if listed is None:
        sources = (*settings.sources, SourceSettings(file=name, agency=agency, sha256=sha256))
    else:
        new = listed.model_copy(update={"sha256": sha256, "agency": listed.agency or agency})
        sources = tuple(new if source is listed else source for source in settings.sources)
    return settings.model_copy(update={"sources": sources})


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file to add. Raises ``ReviewError`` in words."""
    if path.is_dir():
        raise ReviewError(f"{path} is a folder. Give the files in it one by one; nothing was added.")
    try:
        return path.read_bytes()
    except FileNotFoundError as reason:
        raise ReviewError(f"There is no file {path}. Check the name; nothing was added.") from reason
    except OSError as reason:
        raise ReviewError(f"{path} could not be read ({reason.strerror}); nothing was added.") from reason


def _sum_of(path: Path) -> str:
    """The SHA-256 of a file, empty when it is not there."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

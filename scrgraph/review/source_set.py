"""What a command was given to work on: one review folder, or chronology files with no folder at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrgraph.review.agencies_file import AgencyRecord
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import Problem, ReviewError
from scrgraph.review.folder import SETTINGS, ReviewFolder
from scrgraph.review.names import file_key, slug
from scrgraph.review.people_file import PersonRecord
from scrgraph.review.settings import ReviewSection, ReviewSettings, SourceSettings


@dataclass(frozen=True)
class SourceSet:
    """The sources of one review with its settings; ``folder`` is ``None`` for files by themselves."""

    settings: ReviewSettings
    sources: tuple[tuple[Path, SourceSettings], ...]
    folder: ReviewFolder | None = None

    @classmethod
    def of(cls, given: Iterable[Path | str]) -> SourceSet:
        """The review that the SOURCE arguments mean: one review folder, or one or more chronology files.

        Raises ``ReviewError`` with the next step when they mean none, or mean something twice.
        """
        paths = [Path(path) for path in given]
        if not paths:
            raise ReviewError(
                "Nothing was given to read. Give a review folder, or one or more chronology files."
            )
        for path in paths:
            if not path.exists():
                raise ReviewError(
                    f"There is no file or folder {path}. Check the name and the folder you are in."
                )
        paths = [path.parent if path.name == SETTINGS and path.is_file() else path for path in paths]
        folders = [path for path in paths if path.is_dir()]
        if folders and len(paths) > 1:
            raise ReviewError(
                f"{folders[0]} is a folder and was given together with something else. Give one review "
                "folder by itself, or chronology files only."
            )
        return cls._of_folder(folders[0]) if folders else cls._of_files(paths)

    def people(self) -> tuple[PersonRecord, ...]:
        """Who is who, as the author has it; nobody for files by themselves."""
        return self.folder.people() if self.folder else ()

    def agencies(self) -> tuple[AgencyRecord, ...]:
        """The agencies, as the author has them; none for files by themselves."""
        return self.folder.agencies() if self.folder else ()

    def decisions(self) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
        """The decisions made so far and the lines that cannot be read; none for files by themselves."""
        return self.folder.decisions() if self.folder else ((), ())

    @classmethod
    def _of_folder(cls, path: Path) -> SourceSet:
        if not ReviewFolder.is_review(path):
            found = sorted(item.name for item in path.iterdir() if item.is_file() and item.name[0] != ".")
            holds = (
                f" It holds {', '.join(found[:3])}{' and more' if len(found) > 3 else ''}." if found else ""
            )
            raise ReviewError(
                f"{path} is a folder without {SETTINGS}, so it is not a review.{holds} Make a review with "
                "'scrgraph new FOLDER' and put the files in it with 'scrgraph add FOLDER FILE', or give the "
                "files themselves."
            )
        folder = ReviewFolder.open(path)
        sources = tuple(folder.sources())
        if not sources:
            raise ReviewError(
                f"{path} has no sources yet. Put chronologies in with: scrgraph add {path} FILE"
            )
        missing = [settings.file for source, settings in sources if not source.is_file()]
        if missing:
            raise ReviewError(
                f"{path} lists {', '.join(missing)}, which sources/ does not hold. Put the files back, or "
                f"take them out of {SETTINGS}."
            )
        return cls(folder.settings(), sources, folder)

    @classmethod
    def _of_files(cls, paths: Sequence[Path]) -> SourceSet:
        _refuse_repeats(paths)
        ordered = sorted(paths, key=lambda path: (file_key(path.name), path.name))
        name = _name_of(ordered[0]) + (f" and {len(ordered) - 1} more" if len(ordered) > 1 else "")
        sources = tuple((path, SourceSettings.model_construct(file=path.name)) for path in ordered)
        settings = ReviewSettings(review=ReviewSection(id=slug(name), title=name[:1].upper() + name[1:]))
        listed = tuple(source for _, source in sources)
        return cls(settings.model_copy(update={"sources": listed}), sources)


def _name_of(path: Path) -> str:
    """What a review of this file is called: its name, with the folder's where it is only "chronology"."""
    words = path.stem
    if words.casefold() == "chronology":
        words = f"{path.resolve().parent.name} {words}"
    return " ".join(words.replace("_", " ").replace("-", " ").split())


def _refuse_repeats(paths: Sequence[Path]) -> None:
    """Raise ``ReviewError`` when a file was given twice, or two could not be told apart in the evidence."""
    by_name: dict[str, Path] = {}
    by_sum: dict[str, Path] = {}
    for path in paths:
        earlier = by_name.setdefault(file_key(path.name), path)
        if earlier is not path and earlier.resolve() == path.resolve():
            raise ReviewError(f"{path} was given twice. Give it once.")
        if earlier is not path:
            raise ReviewError(
                f"{earlier} and {path} have the same name, so their rows could not be told apart in the "
                "evidence. Rename one of them."
            )
        try:
            data = path.read_bytes()
        except OSError as reason:
            raise ReviewError(f"{path} could not be read ({reason.strerror}).") from reason
        same = by_sum.setdefault(hashlib.sha256(data).hexdigest(), path)
        if same is not path:
            raise ReviewError(
                f"{same} and {path} hold the same content, so each row would count twice. Give one."
            )

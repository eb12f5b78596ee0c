"""From files to findings: the one path that every command takes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from importers.errors import ImporterError
from importers.registry import import_file
from scrgraph.coding.code_review import Settled, UnknownIndexChild, code_review
from scrgraph.coding.free_text.encoder.network import NoEncoder
from scrgraph.coding.people_names import read_role
from scrgraph.model.base import Progress
from scrgraph.model.entry import Imported
from scrgraph.model.people import UNDATED, Person
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Reader
from scrgraph.questions.findings import AskedAll, ask_all
from scrgraph.questions.registry import Registry, load_questions
from scrgraph.review.agencies_file import AgencyRecord, find_agency, write_agencies
from scrgraph.review.errors import ReviewError
from scrgraph.review.names import key
from scrgraph.review.people_file import PersonRecord, all_households, all_kinships, all_stays, write_people
from scrgraph.review.settings import SourceSettings
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from scrgraph.temporal.coverage import Stated


class NothingUsable(ReviewError):
    """The files were read, and not one row of them can be used; ``rejected`` holds every row with its reason."""

    def __init__(self, message: str, parts: Iterable[Imported]) -> None:
        super().__init__(message)
        parts = tuple(parts)
        self.rejected = tuple(row for part in parts for row in part.rejected)
        self.chronologies = tuple(chronology for part in parts for chronology in part.chronologies)


@dataclass(frozen=True)
class Answered:
    """A review with the answers to every question."""

    graph: ReviewGraph
    registry: Registry
    asked: AskedAll


def read_review(
    sources: SourceSet,
    *,
    as_of: dt.date | None = None,
    progress: Progress | None = None,
    failed: Callable[[str, str], None] | None = None,
) -> ReviewGraph:
    """Import, code and reconcile everything the sources hold.

    With ``failed``, a file that cannot be read is left out and told to it, by name and why; the others are read.
    Raises ``ReviewError`` or ``ImporterError`` with the next step when they cannot be used, and
    ``NothingUsable`` when no row of them can be.
    """
    settings = sources.settings
    read: list[tuple[SourceSettings, Imported]] = []
    for path, one in sources.sources:
        try:
            part = import_file(
                path, agency=one.agency, name=one.file, headings=settings.headings, progress=progress
            )
        except (ImporterError, OSError) as error:
            if failed is None:
                raise
            failed(one.file, str(error))
        else:
            read.append((one, part))
    imported = [part for _, part in read]
    _refuse_unusable(imported)
    review = settings.to_review()
    if as_of:
        review = review.model_copy(update={"as_of": as_of})
    people, agencies = sources.people(), sources.agencies()
    covers = {
        chronology.chronology_id: Stated(one.covers_from, one.covers_to)
        for one, part in read
        for chronology in part.chronologies
    }
    covers = _with_stated_agencies(covers, imported, agencies)
    settled = Settled(
        index_children=settings.review.index_children,
        people=_people(people),
        kinships=all_kinships(people),
        stays=all_stays(people),
        households=all_households(people),
        agencies=tuple(record.to_agency() for record in agencies),
        covers=covers,
        decisions=sources.decisions()[0],
        clocks=settings.clocks,
        reader=settings.review.reader or Reader.WORDS,
    )
    try:
        return code_review(review, imported, settled, progress)
    except NoEncoder:
        raise ReviewError(
            "review.toml has rows read with the encoder, which is not installed here. Install it with: "
            'pip install "scrgraph[encoder]" - or put reader = "words" there; rows without code columns are then '
            "read by their words alone, and some findings will differ."
        ) from None
    except UnknownIndexChild as unknown:
        raise ReviewError(
            f"review.toml names {unknown} as an index child, but neither people.csv nor the records have anybody "
            "of that name. Correct index_children, or add the name to people.csv."
        ) from None


def keep_who_is_who(sources: SourceSet, graph: ReviewGraph) -> None:
    """Add to people.csv and agencies.csv whoever the records name and the files do not have yet.

    What the author has written stays as it is. Dates, kinship and stays that the entries tell are worked out at
    each run and are not written, so that a corrected source corrects them. A bare file has nowhere to keep this.
    """
    if sources.folder is None:
        return
    people, agencies = sources.people(), sources.agencies()
    known, taken = {record.person_id for record in people}, _names(people)
    left_out: dict[str, object] = {"born": UNDATED, "died": UNDATED, "due": UNDATED, "index_child": False}
    new_people = [
        PersonRecord.of(person.model_copy(update=left_out | {"spellings": _free(person.spellings, taken)}))
        for person in graph.people
        if person.person_id not in known
    ]
    if new_people:
        write_people(sources.folder.people_path, (*people, *new_people))
    known, taken = {record.agency_id for record in agencies}, _names(agencies)
    new_agencies = [
        AgencyRecord.of(agency.model_copy(update={"spellings": _free(agency.spellings, taken)}))
        for agency in graph.agencies
        if agency.agency_id not in known
    ]
    if new_agencies:
        write_agencies(sources.folder.agencies_path, (*agencies, *new_agencies))


def _names(records: Iterable[PersonRecord | AgencyRecord]) -> set[str]:
    return {key(name) for record in records for name in (record.name, *record.spellings)}


def _free(spellings: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    """The spellings that no row of the file has, which keeps its own.

    Files come in one after another: "CSC" was written as an agency before the chronology came that made it another's.
    """
    return tuple(spelling for spelling in spellings if key(spelling) not in taken)


@contextmanager
def in_memory(graph: ReviewGraph, progress: Progress | None = None) -> Iterator[Store]:
    """The review in the embedded store, for as long as it is needed."""
    with EmbeddedStore() as store:
        store.load(graph_rows(graph), progress)
        yield store


def answer_all(graph: ReviewGraph, store: Store, progress: Progress | None = None) -> Answered:
    """Every question of the registry, asked of the review."""
    registry = load_questions()
    entries = {entry.entry_id: entry for entry in graph.entries}
    return Answered(graph, registry, ask_all(store, registry, graph.review, entries, progress))


def demo_folder() -> Path:
    """The bundled composite review, to be read where it is."""
    return Path(__file__).resolve().parent / "demo"


def _people(records: Iterable[PersonRecord]) -> tuple[Person, ...]:
    people = []
    for record in records:
        role = read_role(record.name)
        people.append(record.to_person(unnamed=role.unnamed, group=role.group))
    return tuple(people)


def _with_stated_agencies(
    covers: Mapping[str, Stated], imported: Iterable[Imported], agencies: Sequence[AgencyRecord]
) -> dict[str, Stated]:
    """The period agencies.csv states, for the chronologies of an agency that review.toml says nothing of."""
    stated = dict(covers)
    for chronology in (one for part in imported for one in part.chronologies):
        record = find_agency(agencies, chronology.agency_text) if chronology.agency_text else None
        if record and stated[chronology.chronology_id] == Stated():
            stated[chronology.chronology_id] = Stated(record.covers.from_, record.covers.to)
    return stated


def _refuse_unusable(imported: Iterable[Imported]) -> None:
    parts = list(imported)
    entries = [entry for part in parts for entry in part.entries]
    rejected = [row for part in parts for row in part.rejected]
    if not parts:
        raise NothingUsable(
            "Not one of the files could be read. Each says why; put it right and add it again.", ()
        )
    if not entries:
        first = f" The first was: {rejected[0].reason}" if rejected else ""
        raise NothingUsable(
            f"Not one of the {len(rejected)} rows could be used.{first} Every row was kept in rejected.csv; "
            "correct the file and import it again.",
            parts,
        )
    if not any(entry.date.known for entry in entries):
        raise NothingUsable(
            f"None of the {len(entries)} rows has a date, so nothing can be put in order. Give each row a date "
            "in the file and import it again.",
            parts,
        )

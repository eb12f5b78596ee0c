"""Everything about a review's files that is to be put right: from files to problems, without changing any."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrgraph.review.agencies_file import AgencyRecord, check_agencies, find_agency
from scrgraph.review.errors import Problem, ReviewError, error, warning
from scrgraph.review.people_file import PersonRecord, check_people, find_person
from scrgraph.review.settings import ReviewSettings

if TYPE_CHECKING:
    from scrgraph.review.folder import ReviewFolder

NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")


def check_folder(folder: ReviewFolder) -> list[Problem]:
    """The problems of one review folder: settings first, then sources, people, agencies and decisions."""
    people, of_people = check_people(folder.people_path)
    agencies, of_agencies = check_agencies(folder.agencies_path)
    problems: list[Problem] = []
    try:
        settings = folder.settings()
    except ReviewError as reason:
        problems += reason.problems
    else:
        problems += _scope(folder, settings, people, readable=not of_people)
        problems += _sources(folder, settings, agencies, readable=not of_agencies)
    for path in (folder.people_path, folder.agencies_path, folder.decisions_path):
        if not path.exists():
            problems.append(
                warning(path.name, "", "the file is not there. It is written again when it is needed.")
            )
    return [*problems, *of_people, *of_agencies, *folder.decisions()[1]]


def _scope(
    folder: ReviewFolder, settings: ReviewSettings, people: Sequence[PersonRecord], readable: bool
) -> list[Problem]:
    """What is missing or contradictory in the ``[review]`` table."""
    file, place, review = folder.settings_path.name, "[review]", settings.review
    problems = []
    if review.incident_date is None:
        message = "there is no incident_date. Add a line such as: incident_date = 2019-03-14"
        problems.append(warning(file, place, message))
    if not review.index_children and not any(person.index_child for person in people):
        message = (
            'no child is named as the one under review. Add a line such as: index_children = ["child-a"], or '
            "write 'yes' in the column index_child of people.csv."
        )
        problems.append(warning(file, place, message))
    if review.nation not in NATIONS:
        message = (
            f"no time limits are known for the nation '{review.nation}'. They are for {', '.join(NATIONS)}."
        )
        problems.append(warning(file, place, message))
    for name, period in (("detailed", review.detailed), ("summary", review.summary)):
        if period.reversed:
            message = (
                f"the {name} period ends on {period.to}, before it begins on {period.from_}. Swap the two."
            )
            problems.append(error(file, place, message))
    for child in review.index_children:
        if not readable or find_person(people, child):
            continue
        if people:
            message = f"the index child '{child}' is not in people.csv. Use a person_id or name from there."
            problems.append(error(file, place, message))
        else:
            message = (
                f"people.csv has no rows yet, so the index child '{child}' is not known. Import writes it."
            )
            problems.append(warning(file, place, message))
    return problems


def _sources(
    folder: ReviewFolder, settings: ReviewSettings, agencies: Sequence[AgencyRecord], readable: bool
) -> list[Problem]:
    """Sources that are missing, changed, there twice, not listed, or of an agency nobody knows."""
    file = folder.settings_path.name
    problems = []
    if not settings.sources:
        message = f"no sources are listed. Put chronologies in with: scrgraph add {folder.path} FILE"
        problems.append(warning(file, "", message))
    holds: dict[str, str] = {}
    for source in sorted(settings.sources, key=lambda source: source.file):
        place = f"source '{source.file}'"
        if source.covers_from and source.covers_to and source.covers_to < source.covers_from:
            message = (
                f"covers_to {source.covers_to} is before covers_from {source.covers_from}. Swap the two."
            )
            problems.append(error(file, place, message))
        if source.agency and readable and find_agency(agencies, source.agency) is None:
            message = (
                f"the agency '{source.agency}' is not in agencies.csv. Import again, or add a row there."
            )
            problems.append(warning(file, place, message))
        try:
            path = folder.source_path(source.file)
            found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        except (ReviewError, OSError) as reason:
            problems.append(error(file, place, f"the file could not be read: {reason}"))
            continue
        if not found:
            message = "the file is not in sources/. Put it back, or take it out of review.toml."
            problems.append(error(file, place, message))
            continue
        if not source.sha256:
            message = f"no SHA-256 is recorded. Record it with: scrgraph add {folder.path} {path}"
            problems.append(warning(file, place, message))
        elif source.sha256 != found:
            message = (
                "the file has changed since it was received. Put the file as received back, or accept this "
                "one with 'scrgraph add --replace'."
            )
            problems.append(error(file, place, message))
        if (same := holds.setdefault(found, source.file)) != source.file:
            message = (
                f"the content is the same as that of '{same}', so its rows count twice. Take one of them out."
            )
            problems.append(warning(file, place, message))
    for path in folder.unlisted():
        command = f"scrgraph add {folder.path} {path}"
        message = f"it is not listed in review.toml and is not read. List it with: {command}"
        problems.append(warning(f"sources/{path.name}", "", message))
    return problems

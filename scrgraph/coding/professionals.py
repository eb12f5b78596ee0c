"""Who the workers of an agency are: "HV Okafor", "Ms Okafor (HV)" and "N. Okafor, health visitor" are one of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.full_names import TITLES
from scrgraph.coding.text_words import listed
from scrgraph.coding.words import normal, slug, word_list
from scrgraph.model.agencies import Professional
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import Sex

#: An agency, as an id or as ``normal`` writes its name, and a worker as the cells write them.
Spelling = tuple[str, str]
_NOBODY = frozenset({"none", "not stated", "unknown", "n a", "unnamed", ""})
_WORD = re.compile(r"[^\W\d_]+(?:['’‘`-][^\W\d_]+)*")


@dataclass(frozen=True)
class ProfessionalName:
    """One worker of an agency. ``display`` is the fullest way the cells write them; ``role`` is in full words.

    ``named`` is false for a role without a name ("duty SW"), which stays one unnamed worker of that agency.
    """

    professional_id: str
    display: str
    role: str
    sector: str
    named: bool


@dataclass(frozen=True)
class _Worker:
    """A cell read: the name's words, and what tells two workers of one surname apart.

    ``last`` is false for "Jan P", where the word that stands for a surname is a first name.
    """

    written: str
    given: str
    surname: str
    sex: Sex
    role: str
    last: bool = True

    def may_be(self, other: _Worker) -> bool:
        """Whether nothing in the two cells speaks against one worker."""
        if self.surname != other.surname or (
            Sex.UNKNOWN not in (self.sex, other.sex) and self.sex is not other.sex
        ):
            return False
        one, two = sorted((self.given, other.given), key=len)
        if one and not (two == one or (len(one) == 1 and two.startswith(one))):
            return False
        if len(one) > 1:
            return True
        return not self.role or not other.role or self.role == other.role


def professional_names(
    entries: Iterable[Entry], agency_of: Callable[[str], str] = normal
) -> Mapping[Spelling, ProfessionalName]:
    """Every worker whom the "professional" and role cells name, by agency and spelling.

    ``agency_of`` gives the agency's id for its cell; a spelling is ``spelling_of`` an entry. Two spellings are one
    worker at one agency where the surname is the same, first names or initials and titles agree, roles do not
    differ, and no other worker there could be meant as well. A name at two agencies is two workers. Roles without a
    name are one unnamed worker for each role.
    """
    cells: dict[str, dict[str, _Worker]] = defaultdict(dict)
    sectors: dict[str, str] = {}
    for entry in entries:
        spelling = spelling_of(entry)
        agency_id = (
            agency_of(entry.agency_text) if entry.agency_text and normal(spelling) not in _NOBODY else ""
        )
        if not agency_id:
            continue
        sectors.setdefault(agency_id, sector_of(entry.agency_text)[0])
        before, read = cells[agency_id].get(spelling), _read(spelling, entry.role_text)
        if before is None or (read.role and not before.role):
            cells[agency_id][spelling] = read
    found: dict[Spelling, ProfessionalName] = {}
    for agency_id, workers in cells.items():
        for group in _groups([workers[spelling] for spelling in sorted(workers)]):
            one = _one_of(group, agency_id, sectors[agency_id])
            found.update({(agency_id, worker.written): one for worker in group})
    return found


def professional_of(
    entry: Entry, agency_id: str, workers: Mapping[Spelling, ProfessionalName]
) -> Professional | None:
    """The professional a row names, by name or, failing that, by role at the agency; nobody where it names none.

    ``workers`` are those of ``professional_names``; one who is not among them is known by the cell alone.
    """
    spelling = spelling_of(entry)
    if not agency_id or normal(spelling) in _NOBODY:
        return None
    known = workers.get((agency_id, spelling))
    return Professional(
        professional_id=known.professional_id if known else f"{agency_id}/{slug(spelling)}",
        agency_id=agency_id,
        display_name=known.display if known else spelling,
        role=entry.role_text or (known.role if known else ""),
        named=known.named if known else bool(entry.professional_text),
    )


def spelling_of(entry: Entry) -> str:
    """How a row writes its worker: by name, or failing that by role."""
    return entry.professional_text or entry.role_text


def known_professionals(entries: Iterable[Entry], family: Iterable[str] = ()) -> dict[str, str]:
    """Names by which other rows can mean a worker, as ``normal`` writes them, with the text of their agency.

    "N. Okafor, health visitor" is known as "n okafor", "hv okafor", "okafor" and "ms okafor" if a cell says so. A name
    that workers of two agencies have, or anybody of the family (``family``, any spellings), is left out; so is a
    first name alone.
    """
    ours = {word for name in family for word in (normal(name), *normal(name).split())}
    unsure = listed("days") | listed("also_words") | ours
    found: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for entry in entries:
        worker = _read(entry.professional_text, entry.role_text) if entry.professional_text else None
        agency = normal(entry.agency_text)
        if worker is None or not worker.surname or not agency:
            continue
        shown.setdefault(agency, entry.agency_text)
        surnames[worker.surname].add(agency)
        short = [form for form, role in _roles().items() if role == worker.role and " " not in form]
        titles = [title for title, sex in TITLES.items() if worker.sex is sex and sex is not Sex.UNKNOWN]
        ways = [normal(entry.professional_text), *(f"{word} {worker.surname}" for word in (*short, *titles))]
        ways += [worker.surname] if worker.last else []
        ways += [f"{worker.given} {worker.surname}"] if worker.last and worker.given else []
        for way in ways:
            found[way].add(agency)
    return {
        name: shown[next(iter(where))]
        for name, where in sorted(found.items())
        if len(where | (surnames[name.split()[-1]] if name.split()[0] in TITLES else set())) == 1
        if name not in unsure and len(name) > 2
    }


@cache
def role_in_full(text: str) -> str:
    """The role that words tell, written in full: "HV" is "health visitor"; empty where they tell none."""
    words, roles = normal(text).split(), _roles()
    for length in range(min(5, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            if role := roles.get(" ".join(words[start : start + length])):
                return role
    return ""


def _read(written: str, role_text: str) -> _Worker:
    """The words of a cell told apart: role and title words are no part of the name."""
    not_names = set(word_list("workers.toml")["role_words"]) | _role_parts()
    head, comma, tail = written.partition(",")
    words = [normal(word) for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", written))]
    title = next((word for word in words if word in TITLES), "")
    name = [word for word in words if word not in not_names and word not in TITLES]
    after = [word for word in (normal(one) for one in _WORD.findall(tail)) if word in name]
    if comma and len(after) == 1 and len(name) == 2 and head.strip().count(" ") == 0:
        name = [after[0], *(word for word in name if word != after[0])]
    long = [word for word in name if len(word) > 1]
    surname = name[-1] if name and len(name[-1]) > 1 else (long[-1] if long else "")
    given = next((word for word in name if word != surname), "")
    role = role_in_full(written) or role_in_full(role_text)
    first_alone = bool(name) and len(name[-1]) == 1
    return _Worker(written, given, surname, TITLES.get(title, Sex.UNKNOWN), role, not first_alone)


def _groups(workers: Sequence[_Worker]) -> list[list[_Worker]]:
    """Cells of one agency put together: the fullest names first; one that fits two of them stays by itself."""
    groups: list[list[_Worker]] = []
    fullest = sorted(workers, key=lambda one: (-len(one.given), one.role == "", one.written))
    for worker in (one for one in fullest if one.surname):
        fits = [group for group in groups if all(worker.may_be(other) for other in group)]
        if len(fits) == 1:
            fits[0].append(worker)
        else:
            groups.append([worker])
    unnamed: dict[str, list[_Worker]] = defaultdict(list)
    for worker in workers:
        if not worker.surname:
            unnamed[_bare(worker)].append(worker)
    return groups + [unnamed[key] for key in sorted(unnamed)]


def _bare(worker: _Worker) -> str:
    """An unnamed worker's role as compared: "HV" with "health visitor", and "duty SW" by itself."""
    plain = normal(worker.written)
    return _roles().get(plain, plain)


def _one_of(group: Sequence[_Worker], agency_id: str, sector: str) -> ProfessionalName:
    best = max(group, key=lambda one: (len(one.given), len(one.written), one.written))
    role = next((one.role for one in group if one.role), "")
    return ProfessionalName(
        f"{agency_id}/{slug(best.written)}", best.written, role, sector, bool(best.surname)
    )


@cache
def _roles() -> Mapping[str, str]:
    """Each way of writing a role, with the role in full."""
    roles = word_list("professionals.toml")["roles"]
    return {word: role for role, words in roles.items() for word in (role, *words)}


@cache
def _role_parts() -> frozenset[str]:
    return frozenset(word for form in _roles() for word in form.split() if len(word) > 1)

"""Which agency a name means: spellings, sectors, and names such as "CSC" that say a sector and no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from scrgraph.coding.people_names import read_role
from scrgraph.coding.words import BETWEEN, has_phrase, normal, parts, slug, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY, Agency
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.vocabulary import Detail, Focus

#: Endings of names that do not make another agency; the longer first.
_NO_DIFFERENCE = ("nhs foundation trust", "nhs trust", "department", "dept", "limited", "ltd", "plc")


@cache
def sector_of(name: str) -> tuple[str, bool]:
    """The sector of an agency's name, and whether the name says nothing but the sector."""
    plain, sectors = normal(name), word_list("sectors.toml")
    for said in dict.fromkeys((plain, agency_key(name))):
        for sector, words in sectors.items():
            if said in words["generic"]:
                return sector, True
    for sector, words in sectors.items():
        if any(has_phrase(plain, part) for part in words["parts"]):
            return sector, False
    return "unknown", False


@cache
def agency_key(name: str) -> str:
    """A name for comparing agencies: without "the", "Dept", "Ltd" and "NHS Trust", which tell no two apart."""
    plain = normal(name).removeprefix("the ")
    for ending in _NO_DIFFERENCE:
        plain = plain.removesuffix(f" {ending}")
    return plain


class AgencyNames:
    """Every agency of a review by every spelling of its name.

    ``family`` are names of people: a referral "from MGM" came from the family and makes no agency. Nor does one
    from a bare role ("Grandmother"), or from anybody the records name as a person and never as an agency.
    A name that says only a sector ("CSC", "school") means the one agency of that sector that was declared or
    whose own chronology is in hand; with none or several of them it stands for itself, and nothing is merged. That
    holds for a declared agency of such a name too, which import may have written before the other's chronology came.
    """

    def __init__(self, declared: Sequence[Agency] = (), family: Iterable[str] = ()) -> None:
        self._family = {normal(name) for name in family}
        self._by_id: dict[str, Agency] = {}
        self._by_spelling: dict[str, str] = {}
        self._by_key: dict[str, str] = {}
        self._anchors: set[str] = set()
        self._declared_bare: dict[str, Agency] = {}
        self._apart: set[frozenset[str]] = set()
        for agency in declared:
            if _says_only_a_sector(agency):
                self._declared_bare[normal(agency.display_name)] = agency
            else:
                self._add(agency, anchor=True)

    def learn(self, chronologies: Iterable[Chronology], entries: Sequence[Entry]) -> None:
        """Take in every agency the records name: owners of chronologies first, bare sector names last."""
        for chronology in chronologies:
            if chronology.detail is Detail.OWN and chronology.agency_text:
                self._name(chronology.agency_text, anchor=True)
        owners = {piece for entry in entries for piece in parts(entry.agency_text)}
        others = {
            piece for entry in entries for cell in (entry.to_text, entry.from_text) for piece in parts(cell)
        }
        people = {normal(piece) for entry in entries for piece in parts(entry.people_text)}
        self._family |= people - {normal(name) for name in owners}
        for lists_several in (False, True):
            for name in sorted(owners | others):
                if bool(BETWEEN.search(name)) is lists_several:
                    for piece in self._pieces(name):
                        self._name(piece)
        for agency in self._declared_bare.values():
            self._name(agency.display_name)

    def join(self, one: str, other: str) -> None:
        """Take two names for one agency, as the author decided: the one declared, else the first. Before ``learn``."""
        known = [name for name in (one, other) if normal(name) in self._by_spelling]
        kept = known[0] if known else one
        self._name(kept, anchor=True)
        self._by_spelling.setdefault(normal(other if kept == one else one), self._by_spelling[normal(kept)])

    def keep_apart(self, one: str, other: str) -> None:
        """Never take one of two names for the other's agency, as the author decided. Before ``learn``."""
        self._apart.add(frozenset((normal(one), normal(other))))

    def resolve(self, cell: str) -> str:
        """The agency id a cell means, the first where it lists several; empty for an empty cell.

        Raises ``KeyError`` for a name never learned.
        """
        found = self.resolve_all(cell)
        return found[0] if found else ""

    def resolve_all(self, cell: str) -> tuple[str, ...]:
        """The ids of the agencies a cell lists, in its order, each once. Raises ``KeyError`` as ``resolve``."""
        pieces = [piece for name in parts(cell) for piece in self._pieces(name)]
        return tuple(dict.fromkeys(self._by_spelling[normal(piece)] for piece in pieces if normal(piece)))

    def is_agency(self, agency_id: str) -> bool:
        """Whether the id stands for an agency rather than "Family" or "Not stated"."""
        return bool(agency_id) and self._by_id[agency_id].stands_for_agency

    def sector(self, agency_id: str) -> str:
        """The sector of an agency by its id."""
        return self._by_id[agency_id].sector

    def learn_names(self, names: Iterable[str]) -> None:
        """Take in agencies that the words of rows name, after everything that columns name."""
        for name in names:
            for piece in self._pieces(name):
                self._name(piece)

    def name_of(self, agency_id: str) -> str:
        """The name shown for an id."""
        return self._by_id[agency_id].display_name

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """All agencies, by id, with every spelling seen."""
        spellings: dict[str, list[str]] = {key: [] for key in self._by_id}
        for spelling, agency_id in sorted(self._by_spelling.items()):
            spellings[agency_id].append(spelling)
        return tuple(
            self._by_id[key].model_copy(update={"spellings": tuple(spellings[key])})
            for key in sorted(self._by_id)
        )

    def _pieces(self, name: str) -> list[str]:
        """The agencies of "CSC, GP and police", where each is known by itself; else the name as it is."""
        pieces = [piece.strip() for piece in BETWEEN.split(name) if piece.strip()]
        whole = normal(name) in self._by_spelling or sector_of(name)[1]
        return [name] if whole or not all(map(self._is_known, pieces)) else pieces

    def _is_known(self, name: str) -> bool:
        sector, bare = sector_of(name)
        return normal(name) in self._by_spelling or (bare and sector != NOT_AN_AGENCY)

    def _name(self, name: str, anchor: bool = False) -> None:
        plain = normal(name)
        if not plain:
            return
        if plain in self._by_spelling:
            if anchor:
                self._anchors.add(self._by_spelling[plain])
            return
        sector, bare = sector_of(name)
        known = self._by_key.get(agency_key(name), "")
        if known and not bare and plain not in self._declared_bare and not self._are_apart(plain, known):
            self._by_spelling[plain] = known
            if anchor:
                self._anchors.add(known)
            return
        if plain in self._declared_bare:
            sector = self._declared_bare[plain].sector
        if sector == "unknown" and not anchor and (plain in self._family or read_role(name).unnamed):
            sector = NOT_AN_AGENCY
        if bare and not anchor and sector != NOT_AN_AGENCY:
            same = [key for key in sorted(self._anchors) if self._by_id[key].sector == sector]
            if len(same) == 1 and not self._are_apart(plain, same[0]):
                self._by_spelling[plain] = same[0]
                return
        words = word_list("sectors.toml").get(sector, {})
        self._add(
            self._declared_bare.get(plain)
            or Agency(
                agency_id=self._free_id(slug(name)),
                display_name=name,
                sector=sector,
                focus=Focus(words.get("focus", "unknown")),
                stands_for_agency=sector != NOT_AN_AGENCY,
            ),
            anchor=anchor,
        )

    def _are_apart(self, plain: str, agency_id: str) -> bool:
        """Whether the author keeps a name apart from an agency, by any name of that one."""
        if not self._apart:
            return False
        others = [spelling for spelling, owner in self._by_spelling.items() if owner == agency_id]
        others.append(normal(self._by_id[agency_id].display_name))
        return any(frozenset((plain, other)) in self._apart for other in others)

    def _free_id(self, wanted: str) -> str:
        number, found = 2, wanted
        while found in self._by_id:
            found, number = f"{wanted}-{number}", number + 1
        return found

    def _add(self, agency: Agency, anchor: bool) -> None:
        self._by_id[agency.agency_id] = agency
        if anchor:
            self._anchors.add(agency.agency_id)
        for spelling in (agency.display_name, *agency.spellings):
            if normal(spelling):
                self._by_spelling.setdefault(normal(spelling), agency.agency_id)
                self._by_key.setdefault(agency_key(spelling), agency.agency_id)


def _says_only_a_sector(agency: Agency) -> bool:
    return all(sector_of(name) == (agency.sector, True) for name in (agency.display_name, *agency.spellings))

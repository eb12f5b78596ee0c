"""The people of the family and its network, how they were related, where they lived, and the genogram."""

from __future__ import annotations

from scrgraph.model.people import Kinship, Person
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.pictures import drawn
from scrgraph.report.table_xml import Column

_NO_DATES = "no dates recorded"
_BY_BIRTH = frozenset({"parent", "grandparent", "sibling", "half-sibling"})


def write_family(document: PackDocument, matter: Matter) -> None:
    """The people, their ties and stays, and the genogram on a page of its own."""
    graph = matter.graph
    document.heading("2 The family", 1)
    if not graph.people:
        document.text("The records in hand name nobody of the family.")
        return
    document.heading("People", 2)
    document.text(
        "People as the records and people.csv name them; somebody without a name is kept as a person. Roles are "
        "those towards the children, and may have changed with time."
    )
    document.table(
        [Column("Name", 3), Column("Who they are", 4), Column("Sex", 1.4), Column("Born, due or died", 3.6)],
        [
            (_name(one), one.role or one.kind.value, one.sex.value, _life(one))
            for one in _in_order(graph.people)
        ],
        summary="People of the family and its network",
    )
    if graph.kinships:
        document.heading("How they were related", 2)
        document.table(
            [Column("Person", 3), Column("is or was", 3), Column("of", 3), Column("Over which time", 4)],
            [
                (matter.names([tie.person_id]), tie.kinship, matter.names([tie.to_person_id]), _time(tie))
                for tie in graph.kinships
            ],
            summary="Kinship and partnerships",
        )
    if graph.stays:
        document.heading("Where they lived", 2)
        homes = {home.household_id: home.display_name for home in graph.households}
        document.table(
            [Column("Household", 4), Column("Person", 4), Column("Over which time", 5)],
            [
                (homes.get(stay.household_id, stay.household_id), matter.names([stay.person_id]), _span(stay))
                for stay in sorted(
                    graph.stays,
                    key=lambda one: (
                        homes.get(one.household_id, ""),
                        str(one.since.earliest or ""),
                        one.stay_id,
                    ),
                )
            ],
            summary="Households and stays",
        )
    for picture in drawn(matter, "genogram"):
        picture.put_in(document, "Genogram")
        document.turn(wide=False)


def _in_order(people: tuple[Person, ...]) -> list[Person]:
    kinds = ["child", "adult", "unknown"]
    return sorted(people, key=lambda one: (not one.index_child, kinds.index(one.kind), one.display_name))


def _name(person: Person) -> str:
    return f"{person.display_name} (under review)" if person.index_child else person.display_name


def _life(person: Person) -> str:
    told = [("born", person.born), ("died", person.died)]
    if not person.born.known:
        told.insert(0, ("due", person.due))
    return "; ".join(f"{what} {date}" for what, date in told if date.known) or "not recorded"


def _time(tie: Kinship) -> str:
    """Over which time people were related; ties by birth need no dates."""
    told = _span(tie)
    return "" if told == _NO_DATES and tie.kinship in _BY_BIRTH else told


def _span(tie: object) -> str:
    since, until = getattr(tie, "since"), getattr(tie, "until")  # noqa: B009
    if since.known and until.known:
        return f"{since} to {until}"
    if since.known or until.known:
        return f"since {since}" if since.known else f"until {until}"
    return _NO_DATES

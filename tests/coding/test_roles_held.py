"""Which bare roles mean a person, and when."""

from __future__ import annotations

from scrgraph.coding.roles_held import roles_held
from scrgraph.model.people import Kinship, Person
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.temporal.read_date import read_date

PEOPLE = (
    Person(person_id="wren", display_name="Wren", kind=PersonKind.CHILD, index_child=True),
    Person(person_id="tess", display_name="Tess", kind=PersonKind.ADULT, sex=Sex.FEMALE),
    Person(person_id="dane", display_name="Dane", kind=PersonKind.ADULT, sex=Sex.MALE),
    Person(person_id="ivo", display_name="Ivo", kind=PersonKind.ADULT, sex=Sex.MALE),
)


def tie(person_id: str, kinship: str, to: str, since: str = "", until: str = "") -> Kinship:
    return Kinship(
        kinship_id=f"{person_id}-{kinship}-{to}", person_id=person_id, to_person_id=to, kinship=kinship,
        **{name: read_date(text) for name, text in (("since", since), ("until", until)) if text},
    )  # fmt: skip


TIES = (
    tie("tess", "parent", "wren"),
    tie("dane", "partner", "tess", "1 May 2015", "3 June 2016"),
    tie("ivo", "partner", "tess", "March 2017"),
)


def held(person_id: str) -> list[tuple[str, str, str]]:
    return [(one.role, str(one.since), str(one.until)) for one in roles_held(person_id, PEOPLE, TIES)]


def test_a_mother_is_meant_by_mother_on_any_day() -> None:
    assert held("tess") == [("mother", "None", "None")]


def test_a_partner_is_meant_while_the_tie_lasts_and_as_ex_partner_after() -> None:
    assert held("dane") == [
        ("mothers partner", "2015-05-01", "2016-06-03"),
        ("mothers boyfriend", "2015-05-01", "2016-06-03"),
        ("mothers ex partner", "2016-06-03", "None"),
    ]


def test_a_month_of_beginning_is_certain_from_its_last_day_only() -> None:
    assert ("mothers partner", "2017-03-31", "None") in held("ivo")

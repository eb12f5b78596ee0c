"""Which agency a name means."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.same_agency import agency_candidates
from scrgraph.coding.words import word_list
from scrgraph.model.agencies import Agency
from scrgraph.model.people import Person

REFERRAL = {"event": "referral", "people": "Rowan"}


def declared(agency_id: str, name: str, sector: str, *spellings: str) -> Agency:
    return Agency(agency_id=agency_id, display_name=name, sector=sector, spellings=spellings)


def test_a_bare_sector_name_means_the_one_agency_with_its_own_chronology() -> None:
    found = coded(
        [
            row("1 May 2018", "Northmere Children's Social Care", "visit", "Rowan"),
            row("2 May 2018", "Harbour Lane Surgery", "referral", "Rowan", to="CSC"),
            row("3 May 2018", "Harbour Lane Surgery", "referral", "Rowan", to="Social Services; Police"),
        ],
        own=["Northmere Children's Social Care", "Harbour Lane Surgery"],
    )
    social_care = "northmere-childrens-social-care"
    assert found.entries[0].agency_id == social_care
    assert found.entries[1].to_agencies == (social_care,)
    assert found.entries[2].to_agencies == (social_care, "police")


def test_a_bare_sector_name_stands_for_itself_where_two_agencies_could_be_meant() -> None:
    found = coded(
        [row("1 May 2018", "Police", "referral", "Rowan", to="School")], own=["Hill School", "Lake School"]
    )
    assert found.entries[0].to_agencies == ("school",)
    names = {agency.agency_id: agency.display_name for agency in found.agencies.agencies}
    assert names == {
        "hill-school": "Hill School", "lake-school": "Lake School", "police": "Police", "school": "School",
    }  # fmt: skip


def test_a_bare_sector_name_stands_for_itself_where_nobody_gave_a_chronology() -> None:
    found = coded([row("1 May 2018", "Police", "referral", "Rowan", to="Westside Housing; Housing")])
    assert found.entries[0].to_agencies == ("westside-housing", "housing")


def test_spellings_differ_by_case_apostrophe_and_ampersand_only() -> None:
    found = coded(
        [
            row("1 May 2018", "Children’s Services", "visit", "Rowan"),
            row("2 May 2018", "CHILDRENS SERVICES", "visit", "Rowan"),
            row("3 May 2018", "Hospital", "referral", "Rowan", to="Drug & Alcohol Service"),
            row("4 May 2018", "Hospital", "referral", "Rowan", to="drug and alcohol service"),
        ]
    )
    assert found.entries[0].agency_id == found.entries[1].agency_id
    assert found.entries[2].to_agencies == found.entries[3].to_agencies == ("drug-and-alcohol-service",)


def test_sources_that_are_no_agencies() -> None:
    found = coded(
        [
            row("1 May 2018", "Family", "contact", "Rowan"),
            row("2 May 2018", "Not stated", "contact", "Rowan"),
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="Anonymous"),
            row("4 May 2018", "CSC", "contact", "Rowan"),
        ]
    )
    stands = {agency.agency_id: agency.stands_for_agency for agency in found.agencies.agencies}
    assert stands == {"family": False, "not-stated": False, "anonymous": False, "csc": True}
    assert not found.agencies.is_agency("family")
    assert not found.agencies.is_agency("")


def test_names_of_people_make_no_agencies() -> None:
    """Declared in people.csv, named in the records, or told by the role alone."""
    people = [Person(person_id="diane-marsh", display_name="Diane Marsh")]
    found = coded(
        [
            row("1 May 2018", "CSC", "referral received", "Rowan", sender="Diane Marsh"),
            row("2 May 2018", "CSC", "referral received", "Rowan", sender="Ms Ash"),
            row("3 May 2018", "GP", "consultation", "Ms Ash"),
            row("4 May 2018", "CSC", "referral received", "Rowan", sender="MGM"),
            row("5 May 2018", "CSC", "referral received", "Rowan", sender="Mother's partner"),
        ],
        people=people,
    )
    no_agency = {agency.agency_id for agency in found.agencies.agencies if not agency.stands_for_agency}
    assert no_agency == {"diane-marsh", "ms-ash", "mgm", "mothers-partner"}


def test_an_agency_named_in_a_person_column_stays_an_agency() -> None:
    found = coded(
        [
            row("1 May 2018", "Wharf Street", "contact", "Wharf Street"),
            row("2 May 2018", "GP", "referral", "Rowan", to="Wharf Street; School"),
            row("3 May 2018", "GP", "contact", "School"),
        ]
    )
    assert all(agency.stands_for_agency for agency in found.agencies.agencies)


def test_agencies_listed_with_commas_are_taken_apart_where_each_is_known() -> None:
    found = coded(
        [
            row("1 May 2018", "GP", "referral", "Rowan", to="CSC, Health Visitor and Police"),
            row("2 May 2018", "GP", "referral", "Rowan", to="A and E"),
            row("3 May 2018", "GP", "referral", "Rowan", to="Family, Friends and Carers Centre"),
            row("4 May 2018", "GP", "referral", "Rowan", to="Wharf Street/CSC"),
            row("5 May 2018", "Wharf Street", "contact", "Rowan"),
        ]
    )
    told = [item.to_agencies for item in found.entries]
    assert told[0] == ("csc", "health-visitor", "police")
    assert told[1] == ("a-and-e",)
    assert told[2] == ("family-friends-and-carers-centre",)
    assert told[3] == ("wharf-street", "csc")


def test_a_row_of_two_agencies_is_held_to_be_the_first_ones() -> None:
    found = coded([row("1 May 2018", "Police; CSC", "visit", "Rowan", seen="yes")])
    assert found.entries[0].agency_id == "police"
    assert {agency.agency_id for agency in found.agencies.agencies} == {"police", "csc"}


def test_what_the_author_declared_is_kept() -> None:
    """Its id may be a word that the records use for something else; neither takes the other's place."""
    tidewell = declared("school", "Tidewell Primary", "education", "the primary")
    other = declared("lake", "Lake School", "education")
    found = coded(
        [row("1 May 2018", "Police", "referral", "Rowan", to="The Primary; School")],
        agencies=[tidewell, other],
    )
    assert found.entries[0].to_agencies == ("school", "school-2")
    names = {agency.agency_id: agency.display_name for agency in found.agencies.agencies}
    assert names["school"] == "Tidewell Primary"
    assert names["school-2"] == "School"


def test_every_spelling_is_kept() -> None:
    found = coded(
        [row("1 May 2018", "Police", "referral", "Rowan", to="CSC; Social Services")],
        own=["Northmere Social Care"],
    )
    (social_care,) = [a for a in found.agencies.agencies if a.agency_id == "northmere-social-care"]
    assert social_care.spellings == ("csc", "northmere social care", "social services")
    assert social_care.sector == "childrens_social_care"


def test_a_script_tag_is_text_like_any_other() -> None:
    found = coded([row("1 May 2018", "<script>alert(1)</script>", "visit", "Rowan")])
    (agency,) = found.agencies.agencies
    assert agency.display_name == "<script>alert(1)</script>"
    assert agency.agency_id == "script-alert-1-script"


def test_a_declared_bare_name_gives_way_when_the_agency_s_own_chronology_comes_in() -> None:
    """agencies.csv got a row "HV" from an import before Health Visiting's own chronology was added."""
    rows = [
        row("1 May 2018", "Lake Hospital", "referral", "Rowan", to="HV"),
        row("2 May 2018", "Lakeside Health Visiting", "referral received", "Rowan", sender="Lake Hospital"),
    ]
    hv = declared("hv", "HV", "health_visiting", "hv")
    with_own = coded(rows, own=["Lake Hospital", "Lakeside Health Visiting"], agencies=[hv])
    assert with_own.entries[0].to_agencies == ("lakeside-health-visiting",)
    without = coded(rows[:1], own=["Lake Hospital"], agencies=[hv])
    assert without.entries[0].to_agencies == ("hv",)
    kept_apart = declared("hv", "HV north team", "health_visiting", "hv")
    apart = coded(rows, own=["Lake Hospital", "Lakeside Health Visiting"], agencies=[kept_apart])
    assert apart.entries[0].to_agencies == ("hv",)


@pytest.mark.parametrize(
    ("name", "sector", "bare"),
    [
        ("MASH", "childrens_social_care", True),
        ("Northmere CSC", "childrens_social_care", False),
        ("Northmere CYPS", "childrens_social_care", False),
        ("Adult Social Care", "adult_social_care", True),
        ("Northmere Adult Social Care", "adult_social_care", False),
        ("ED", "hospital", True),
        ("Northmere Emergency Department", "hospital", False),
        ("UTC", "hospital", True),
        ("SCBU", "hospital", True),
        ("Quayside Walk-in Centre", "hospital", False),
        ("NHS 111", "ambulance", True),
        ("OOH GP", "gp", True),
        ("The GP", "gp", True),
        ("EWO", "education_welfare", True),
        ("SENCO", "education", True),
        ("Northmere PRU", "education", False),
        ("Northmere YOS", "youth_justice", False),
        ("CRC", "probation", True),
        ("CAIU", "police", True),
        ("SALT", "therapies", True),
        ("Northmere Dietetics", "therapies", False),
        ("IAPT", "adult_mental_health", True),
        ("ISVA", "domestic_abuse", True),
        ("Sandling Sure Start", "early_years", False),
        ("FNP", "health_visiting", True),
        ("CAFCASS", "legal", True),
        ("Jobcentre Plus", "benefits", True),
        ("UKVI", "immigration", True),
        ("Northmere Fire and Rescue Service", "fire_and_rescue", False),
        ("NSPCC helpline", "voluntary", True),
        ("HMP Stonegate", "prison", False),
        ("St Aidan's Church", "faith_and_community", False),
        ("St Aidan's Church of England Primary School", "education", False),
        ("Sandling Football Club", "faith_and_community", False),
        ("Housing Dept.", "housing", True),
        ("Wharf Street", "unknown", False),
    ],
)
def test_sectors_by_the_names_in_use(name: str, sector: str, bare: bool) -> None:
    assert sector_of(name) == (sector, bare)


@pytest.mark.parametrize("kind", ["generic", "parts"])
def test_no_word_stands_for_two_sectors(kind: str) -> None:
    words = [word for lists in word_list("sectors.toml").values() for word in lists[kind]]
    assert sorted(words) == sorted(set(words))


def test_a_department_a_trust_or_an_article_make_no_other_agency() -> None:
    found = coded(
        [
            row("1 May 2018", "Lake Hospital NHS Trust", "visit", "Rowan"),
            row(
                "2 May 2018",
                "GP",
                "referral",
                "Rowan",
                to="The Lake Hospital; Lake Hospital NHS Foundation Trust",
            ),
            row("3 May 2018", "GP", "referral", "Rowan", to="Quay Homes Ltd"),
            row("4 May 2018", "GP", "referral", "Rowan", to="Quay Homes"),
        ],
        own=["Lake Hospital NHS Trust"],
    )
    assert found.entries[1].to_agencies == ("lake-hospital-nhs-trust",)
    assert found.entries[2].to_agencies == found.entries[3].to_agencies


def test_agencies_that_may_be_one_are_offered_with_the_reason_and_not_merged() -> None:
    found = coded(
        [
            row("1 May 2018", "Northmere Children's Services", "visit", "Rowan"),
            row("2 May 2018", "GP", "referral", "Rowan", to="Northmere CSC"),
            row("3 May 2018", "GP", "referral", "Rowan", to="NCC children's social care"),
            row("4 May 2018", "GP", "referral", "Rowan", to="Southmoor Police; Quayside Police"),
        ],
        own=["Northmere Children's Services"],
    )
    pairs = agency_candidates(found.agencies.agencies, owners=["northmere-childrens-services"])
    told = {(pair.a, pair.b): pair.reasons[0] for pair in pairs}
    assert told["northmere-childrens-services", "northmere-csc"] == (
        "“Northmere Children's Services” and “Northmere CSC” are both childrens social care of Northmere"
    )
    assert (
        "can be Northmere County or City Council"
        in (told["northmere-childrens-services", "ncc-childrens-social-care"])
    )
    assert not [pair for pair in told if "police" in pair[0]]
    assert len({item.to_agencies or item.agency_id for item in found.entries[:3]}) == 3


def test_two_agencies_with_their_own_chronologies_are_hardly_one() -> None:
    north = declared("n", "Northmere Health Visiting", "health_visiting")
    other = declared("o", "Northmere HV team", "health_visiting")
    (pair,) = agency_candidates([north, other], owners=["n", "o"])
    assert pair.score == 0.5
    assert pair.against == ("each has a chronology of its own",)
    assert pair.subject == "n = o"

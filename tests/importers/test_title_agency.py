"""Titles and names of files, and the agency they name."""

from __future__ import annotations

import pytest

from importers.title_agency import stated_agency

IN_A_TITLE = [
    ("Chronology of Northmere Midwifery Service", "Northmere Midwifery Service"),
    ("Northmere Police – chronology of involvement", "Northmere Police"),
    ("Northmere Police - Chronology of Involvement with Child A", "Northmere Police"),
    ("Northmere Police's chronology", "Northmere Police"),
    ("IMR chronology: Northmere Midwifery", "Northmere Midwifery"),
    (
        "IMR Chronology – Northmere Health Visiting Service – CONFIDENTIAL",
        "Northmere Health Visiting Service",
    ),
    ("Chronology (GP)", "GP"),
    ("Chronology of significant events for Northmere Children's Services", "Northmere Children's Services"),
    ("Chronology – Children and Families Team", "Children and Families Team"),
    ("Child and Adolescent Mental Health Service chronology", "Child and Adolescent Mental Health Service"),
    ("Riverside Primary School chronology", "Riverside Primary School"),
    ("Northmere Combined Healthcare NHS Trust - chronology", "Northmere Combined Healthcare NHS Trust"),
    ("Northmere Probation Service", "Northmere Probation Service"),
    ("Agency: Rainbow Hut", "Rainbow Hut"),
    ("Name of agency:  Brightwell Homes", "Brightwell Homes"),
]
UNSURE = [
    "Chronology",
    "Agency chronology",
    "Coventry chronology",
    "Chronology for Child A",
    "Chronology: Dean Walker",
    "Chronology of contact with the family",
    "Chronology of mother's mental health",
    "Chronology of injuries",
    "Chronology of services",
    "Combined chronology",
    "Multi-agency chronology – Police and Health",
    "Integrated chronology (Health)",
    "Page 1 of 3",
    "Agency: [insert name here]",
    "Agency: n/a",
    "GP records",
    "The family was known to the police and to health services over several years.",
]
IN_A_FILE_NAME = [
    ("HV chronology v3 FINAL.docx", "HV"),
    ("NorthmerePolice_Chronology_v2.1_DRAFT (1).docx", "Northmere Police"),
    ("2017-06-03 Child A SCR GP chronology final.docx", "GP"),
    ("LCSPR Child B - School Nursing chronology - 14 March 2008.docx", "School Nursing"),
    ("Midwifery chronology - Marlow family.docx", "Midwifery"),
    ("police.xlsx", "police"),
    ("chronology.docx", ""),
    ("Coventry chronology.docx", ""),
    ("Marlow family chronology.docx", ""),
    ("Combined chronology police and health.docx", ""),
    ("", ""),
]


@pytest.mark.parametrize(("title", "agency"), IN_A_TITLE)
def test_a_title_names_the_agency(title: str, agency: str) -> None:
    assert stated_agency([title], "chronology.docx") == agency


@pytest.mark.parametrize("title", UNSURE)
def test_nothing_is_said_where_it_is_not_sure(title: str) -> None:
    assert stated_agency([title], "chronology.docx") == ""


@pytest.mark.parametrize(("file", "agency"), IN_A_FILE_NAME)
def test_the_name_of_a_file_may_name_the_agency(file: str, agency: str) -> None:
    assert stated_agency([], file) == agency


@pytest.mark.parametrize(
    ("titles", "file", "agency"),
    [
        (["Police chronology", "Agency: Northmere Constabulary"], "HV.docx", "Northmere Constabulary"),
        (["Multi-agency chronology", "Agency: Northmere Police"], "", "Northmere Police"),
        (["Chronology of Northmere Midwifery"], "Police.docx", "Northmere Midwifery"),
        (["Chronology for Child A"], "GP.docx", "GP"),
        (["Serious Case Review", "Child A\nNorthmere Probation"], "", "Northmere Probation"),
        (["Combined chronology"], "HV.docx", ""),
        (["Police", "Housing"], "", ""),
        (["Police chronology", "Housing chronology"], "HV.docx", ""),
        (["Agency: Police", "Agency: Housing"], "", ""),
        (["Northmere Police", "NORTHMERE POLICE"], "", "Northmere Police"),
    ],
)
def test_what_says_it_most_plainly_goes_first(titles: list[str], file: str, agency: str) -> None:
    assert stated_agency(titles, file) == agency

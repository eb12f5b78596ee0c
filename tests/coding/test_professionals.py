"""Who the workers of an agency are."""

from __future__ import annotations

import pytest

from scrgraph.coding.professionals import (
    ProfessionalName,
    known_professionals,
    professional_names,
    role_in_full,
)
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate


def cell(agency: str, professional: str = "", role: str = "") -> Entry:
    return Entry(
        entry_id="", chronology_id=agency, file="f.csv", place="row 1", row=1, date=PartialDate(),
        agency_text=agency, professional_text=professional, role_text=role,
    )  # fmt: skip


def ids(*cells: Entry) -> dict[str, str]:
    return {spelling: one.professional_id for (_, spelling), one in professional_names(cells).items()}


def test_one_worker_in_four_spellings() -> None:
    written = ["HV Okafor", "Ms Okafor (HV)", "N. Okafor, health visitor", "Okafor", "Ngozi Okafor"]
    found = professional_names([cell("Northmere HV", one) for one in written])
    assert set(found.values()) == {
        ProfessionalName(
            "northmere hv/ngozi-okafor", "Ngozi Okafor", "health visitor", "health_visiting", True
        )
    }
    assert [spelling for _, spelling in found] and {spelling for _, spelling in found} == set(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N Okafor", "B Okafor"),
        ("Mr Okafor", "Ms Okafor"),
        ("PC Rudd", "DS Rudd"),
        ("Ngozi Okafor", "Nora Okafor"),
        ("Jane Hill", "Jane Hall"),
        ("SW Jan P", "SW Jan Q"),
    ],
)
def test_two_workers(one: str, other: str) -> None:
    assert len(set(ids(cell("HV", one), cell("HV", other)).values())) == 2


def test_a_surname_that_two_workers_have_means_neither() -> None:
    found = ids(cell("HV", "N Okafor"), cell("HV", "B Okafor"), cell("HV", "Okafor"))
    assert len(set(found.values())) == 3


def test_a_name_at_two_agencies_is_two_workers() -> None:
    assert len(professional_names([cell("HV", "Ms Okafor"), cell("School", "Ms Okafor")])) == 2
    assert len(set(professional_names([cell("HV", "Ms Okafor"), cell("School", "Ms Okafor")]).values())) == 2


def test_surname_first_is_the_same_worker() -> None:
    found = ids(cell("CSC", "Hill, Jane"), cell("CSC", "Jane Hill"), cell("CSC", "J Hill", "SW"))
    assert len(set(found.values())) == 1


def test_a_role_without_a_name_is_one_unnamed_worker_of_the_agency() -> None:
    found = professional_names([cell("HV", role="HV"), cell("HV", "Health visitor"), cell("HV", "duty HV")])
    assert {spelling: (one.display, one.role, one.named) for (_, spelling), one in found.items()} == {
        "HV": ("Health visitor", "health visitor", False),
        "Health visitor": ("Health visitor", "health visitor", False),
        "duty HV": ("duty HV", "health visitor", False),
    }


@pytest.mark.parametrize("written", ["", "Not stated", "unknown", "N/A", "none"])
def test_cells_that_name_no_worker(written: str) -> None:
    assert professional_names([cell("HV", written)]) == {}


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("CPN", "community psychiatric nurse"),
        ("Jane Hill (SW)", "social worker"),
        ("EWO", "education welfare officer"),
        ("Mrs Ormond (DSL)", "designated safeguarding lead"),
        ("Senior practitioner", ""),
    ],
)
def test_roles_are_written_in_full(written: str, role: str) -> None:
    assert role_in_full(written) == role


def test_names_by_which_other_rows_can_mean_a_worker() -> None:
    rows = [cell("Northmere HV", "N Okafor", "HV"), cell("Harbour Lane Surgery", "Dr Penrose")]
    found = known_professionals(rows)
    assert {name: found[name] for name in ("okafor", "hv okafor", "n okafor", "dr penrose", "penrose")} == {
        "okafor": "Northmere HV", "hv okafor": "Northmere HV", "n okafor": "Northmere HV",
        "dr penrose": "Harbour Lane Surgery", "penrose": "Harbour Lane Surgery",
    }  # fmt: skip


def test_names_that_two_agencies_or_the_family_have_are_left_out() -> None:
    rows = [cell("HV", "Ms Okafor", "HV"), cell("School", "Mrs Okafor")]
    rows += [cell("CSC", "Jane Marsh"), cell("CSC", "Jan P"), cell("GP", "Dr May")]
    assert known_professionals(rows, family=["Kayla Marsh"]) == {
        "hv okafor": "HV", "hvs okafor": "HV", "jane marsh": "CSC", "jan p": "CSC", "dr may": "GP",
    }  # fmt: skip

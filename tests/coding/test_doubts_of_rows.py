"""What the words of a row leave doubtful, and what is not asked."""

from __future__ import annotations

from scrgraph.coding.agency_names import AgencyNames
from scrgraph.coding.coded import CodedEntry
from scrgraph.coding.decided_row import DecidedRow
from scrgraph.coding.doubts.of_rows import row_doubts
from scrgraph.model.agencies import Agency
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Code, Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import Direction, EventKind

AGENCIES = AgencyNames(
    [Agency(agency_id="csc", display_name="Social Care"), Agency(agency_id="gp", display_name="GP")]
)


def asked(
    *codes: Code,
    kind: EventKind = EventKind.VISIT,
    told: bool = True,
    to: tuple[str, ...] = (),
    words: str = "Seen at home, all well there",
    decided: DecidedRow | None = None,
) -> list[Doubt]:
    """The doubts of one row of health visiting, read so."""
    entry = Entry(
        entry_id="E1", chronology_id="hv", file="hv.csv", place="row 2", row=2, date=PartialDate(), text=words,
        codes=codes,
    )  # fmt: skip
    item = CodedEntry(entry, kind, told, Direction.OUT, "hv", (), to, ())
    return list(row_doubts([item], {"E1": decided} if decided else {}, AGENCIES))


def code(about: str, value: str, confidence: float) -> Code:
    return Code(about=about, value=value, confidence=confidence, words="at home")


def test_a_kind_read_on_little_is_asked_with_its_words() -> None:
    (doubt,) = asked(code("kind", "visit", 0.45))
    assert (doubt.kind, doubt.now) == ("row", "visit")
    assert doubt.because == "read from “at home”, about 45 in 100 sure"
    assert "referral" in doubt.answers


def test_a_kind_read_on_much_is_not_asked() -> None:
    assert asked(code("kind", "visit", 0.85)) == []


def test_a_kind_that_a_column_told_is_not_asked() -> None:
    assert asked(Code(about="kind", value="visit", confidence=1, by="column")) == []


def test_a_row_that_told_no_kind_is_asked_where_it_has_words() -> None:
    (doubt,) = asked(kind=EventKind.OTHER, told=False)
    assert doubt.now == "not told"
    assert asked(kind=EventKind.OTHER, told=False, words="Noted") == []


def test_what_is_passed_to_nobody_asks_for_the_agency() -> None:
    (doubt,) = asked(kind=EventKind.REFERRAL)
    assert (doubt.kind, doubt.answers) == ("to", ("Social Care", "GP", "nobody"))
    assert asked(kind=EventKind.REFERRAL, to=("csc",)) == []


def test_an_addressee_and_a_sighting_read_on_little_are_asked() -> None:
    found = asked(code("to", "GP", 0.3), code("child_seen", "yes", 0.5), to=("gp",))
    assert [(doubt.kind, doubt.now) for doubt in found] == [("to", "GP"), ("seen", "yes")]


def test_what_was_decided_is_not_asked_again() -> None:
    decided = DecidedRow(kind=EventKind.VISIT, to="")
    assert asked(code("kind", "visit", 0.3), kind=EventKind.REFERRAL, decided=decided) == []

"""Words cut into pieces as the library cuts them with which the encoder was trained."""

from __future__ import annotations

import pytest

from scrgraph.coding.free_text.encoder.row_tokens import AGENCY, LONGEST, row_tokens
from scrgraph.coding.free_text.encoder.wordpiece import BEGIN, END, ids_of, mark, pieces
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.mentions import items_of, names_of

KNOWN = KnownNames(agencies={}, people={"rowan": "child", "kerry": "adult"})


@pytest.mark.parametrize(
    ("text", "numbers"),  # as the library tokenizers 0.23 gives them with the pretrained encoder's own file
    [
        ("HV rang SW re bruising – NFA", [1044, 2615, 8369, 25430, 2128, 7987, 28580, 1516, 1050, 7011]),
        (
            "Zoë's café, £5.50 (3/6/07)",
            [11199, 1005, 1055, 7668, 1010, 27813, 1012, 2753, 1006, 1017, 1013, 1020, 1013, 5718, 1007],
        ),
        ("Łódź naïve ﬁre", [17814, 15743, 1984, 2890]),
        ("unverständlich\u00ad\u200b x", [4895, 14028, 5794, 19422, 7033, 1060]),
        ("漢字 mixed", [1904, 100, 3816]),
        ("a" * 120, [100]),
        ("tab\there\nnew line", [21628, 2182, 2047, 2240]),
        ('O’Brien—"hello"…', [1051, 1521, 9848, 1517, 1000, 7592, 1000, 1529]),
        ("Ⅷ №5 ½ x²", [100, 1578, 2629, 1092, 1060, 10701]),
        ("e\u0301te\u0301", [3802, 2063]),
        ("", []),
        ("\0\ufffd", []),
    ],
)
def test_the_pieces_are_those_the_encoder_was_trained_on(text: str, numbers: list[int]) -> None:
    assert ids_of(text) == numbers


def told(text: str, people: str = "Rowan") -> tuple[list[str], tuple[str, ...]]:
    items = items_of(text, "health_visiting", "writer", names_of(KNOWN))
    row = row_tokens(items, text, "health_visiting", "HV", people)
    assert len(row.ids) == len(row.types) <= LONGEST
    assert [row.ids[place] for place in row.places] == [mark(AGENCY)] * len(row.sectors)
    shown = {number: piece for piece, number in pieces().items()}
    return [shown[number] for number in row.ids], row.sectors


def test_agencies_are_marked_with_their_sector_and_people_of_the_family_by_name() -> None:
    row, sectors = told("Rang the GP about Rowan")

    assert sectors == ("gp",)
    assert row == [
        *(BEGIN, "health", "visiting", "|", "h", "##v", "|", "rowan", END),
        *("rang", "the", "[unused1]", "gp", "(", "gp", ")", "about", "[unused3]", "rowan", END),
    ]


def test_of_a_row_too_long_the_people_go_first_and_then_its_end() -> None:
    row, _ = told("Seen at home. " * 60, people="Rowan, Kerry " * 20)

    assert len(row) == LONGEST
    assert row.index(END) == 1
    assert row[:5] == [BEGIN, END, "seen", "at", "home"]


def test_a_mark_that_somebody_typed_is_words_and_no_mark() -> None:
    _, sectors = told("[unused1] x [CLS] [SEP]")

    assert sectors == ()

"""What two networks make of a row is taken together by its mean."""

from __future__ import annotations

from scrgraph.coding.free_text.encoder.row_scores import RowScores, together

ONE = RowScores(
    kind={"visit": -0.2, "contact": -2.0},
    way={"": -0.1, "in": -3.0, "out": -4.0},
    seen={"unknown": -0.5, "yes": -1.0, "no": -6.0},
    to={"police": 0.8},
    sender={"police": 0.6},
    mentions=((0.2, 0.8, 0.0), (1.0, 0.0, 0.0)),
)
OTHER = RowScores(
    kind={"visit": -1.4, "contact": -0.3},
    way={"": -2.0, "in": -0.2, "out": -4.0},
    seen={"unknown": -0.1, "yes": -3.0, "no": -4.0},
    to={"police": 0.2, "camhs": 0.9},
    sender={"police": 0.1, "camhs": 0.7},
    mentions=((0.6, 0.4, 0.0), (0.5, 0.25, 0.25)),
)


def test_each_network_counts_alike() -> None:
    both = together([ONE, OTHER])

    assert both.kind == {"visit": -0.8, "contact": -1.15}
    assert both.way == {"": -1.05, "in": -1.6, "out": -4.0}
    assert both.seen == {"unknown": -0.3, "yes": -2.0, "no": -5.0}
    assert both.mentions == ((0.4, 0.6, 0.0), (0.75, 0.125, 0.125))


def test_a_sector_that_one_network_does_not_know_counts_by_the_other() -> None:
    both = together([ONE, OTHER])

    assert both.to == {"police": 0.5, "camhs": 0.9}
    assert both.sender == {"police": 0.35, "camhs": 0.7}


def test_one_network_alone_is_heard_as_it_is() -> None:
    assert together([OTHER]) == OTHER

"""Every question was asked of reviews in which the answer is yes in each of its strengths, is no, and cannot be given.

The tests of its rows come before this one in every whole run; a run of some of them cannot tell.
"""

from __future__ import annotations

import pytest
from chronologies import QUESTIONS, SHOWN

from scrgraph.questions.registry import Question


def wanted(question: Question) -> set[str]:
    finding, fixed = question.header.finding, question.header.strength
    strengths = {strength.value for strength in finding} if isinstance(finding, dict) else set()
    strengths |= {fixed} if fixed and fixed not in question.header.columns else set()
    return strengths | {"none"} | ({"not answerable"} if question.applies else set())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_answer_it_can_give_was_shown(question: Question) -> None:
    if set(SHOWN) < {one.id for one in QUESTIONS}:
        pytest.skip("only some of the questions were asked in this run")
    assert wanted(question) <= SHOWN[question.id]

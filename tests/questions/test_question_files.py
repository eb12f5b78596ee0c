"""Every question file that comes with scrgraph: its header, its dialect, its words, its form on disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_review import SmallReview

from scrgraph.cypher_files import cypher_root
from scrgraph.questions.findings import ask_all
from scrgraph.questions.registry import Question, Registry, load_questions
from scrgraph.questions.schema_check import check_question

QUESTIONS = load_questions().questions
FILES = sorted((cypher_root() / "questions").rglob("*.cypher"))
BLAMING = re.compile(
    r"\b(fail\w*|neglected to|negligen\w*|blame\w*|culpable|should have known|risk scores?)\b", re.I
)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_queries_keep_to_the_dialect_the_schema_and_their_header(question: Question) -> None:
    assert check_question(question) == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_words_blame_nobody(question: Question) -> None:
    header = question.header
    sentences = header.finding.values() if isinstance(header.finding, dict) else (header.finding,)
    for words in (header.title, header.question, *sentences, header.none, header.missing):
        assert BLAMING.search(words) is None, words


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_sentences_end_and_questions_ask(question: Question) -> None:
    header = question.header
    sentences = header.finding.values() if isinstance(header.finding, dict) else (header.finding,)
    assert all(words.endswith(".") for words in (*sentences, header.none))
    assert header.question.endswith("?")


def test_every_question_runs_and_gives_what_its_header_declares(small_review: SmallReview) -> None:
    whole = ask_all(small_review.store, Registry(QUESTIONS), small_review.review, small_review.entries)
    assert set(whole.answers) == {question.id for question in QUESTIONS}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_pastes_as_it_is(path: Path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf"), "no byte-order mark"
    assert b"\r" not in data, "lines end with a line feed alone"
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    text = data.decode("utf-8")
    assert "\t" not in text
    body = [line for line in text.splitlines() if line.strip() and not line.startswith("//")]
    assert body, "there is a query below the comments"

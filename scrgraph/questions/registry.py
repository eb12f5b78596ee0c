"""All the questions there are, read from ``cypher/questions/<topic>/<slug>.cypher`` and put in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scrgraph.cypher_files import cypher_root
from scrgraph.model.vocabulary import Topic
from scrgraph.questions.errors import QuestionError, UnknownQuestion
from scrgraph.questions.header import Header, placeholders
from scrgraph.questions.header_block import read_header

SIBLINGS = ("denominator", "picture", "applies")


@dataclass(frozen=True)
class Question:
    """One question: its header, its query as it stands in the file, and its sibling queries.

    ``denominator`` gives out of how many, ``picture`` the part of the graph to draw, and ``applies`` whether
    the imported records can answer it.
    """

    header: Header
    path: Path
    query: str
    denominator: str | None = None
    picture: str | None = None
    applies: str | None = None

    @property
    def id(self) -> str:
        """The id of the header, which is also the name of the file."""
        return self.header.id

    def queries(self) -> Iterator[tuple[Path, str]]:
        """Every query of the question with the file it stands in, the question itself first."""
        yield self.path, self.query
        for name in SIBLINGS:
            text: str | None = getattr(self, name)
            if text is not None:
                yield sibling_path(self.path, name), text


@dataclass(frozen=True)
class Registry:
    """The questions in the order of their topics, then of their ids."""

    questions: tuple[Question, ...]

    def get(self, question_id: str) -> Question:
        """The question with this id. Raises ``UnknownQuestion``, which offers the nearest ids."""
        found = self._by_id.get(question_id)
        if found is None:
            raise UnknownQuestion(question_id, self._by_id)
        return found

    @cached_property
    def by_topic(self) -> Mapping[Topic, tuple[Question, ...]]:
        """The questions of each topic that has any, topics in their usual order."""
        return {
            topic: found
            for topic in Topic
            if (found := tuple(q for q in self.questions if q.header.topic is topic))
        }

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def __len__(self) -> int:
        return len(self.questions)


def load_questions(root: Path | None = None) -> Registry:
    """Read every question under ``root/questions``; ``root`` is by default scrgraph's own ``cypher`` folder.

    Raises ``QuestionError`` for the first file that does not keep to the form.
    """
    folder = (root or cypher_root()) / "questions"
    found: dict[str, Question] = {}
    for path in sorted(folder.rglob("*.cypher")):
        if sibling := _sibling_of(path):
            if not sibling.is_file():
                raise QuestionError(path, None, f"there is no question {sibling.name} for it to go with")
            continue
        question = read_question(path)
        if question.id in found:
            other = found[question.id].path
            raise QuestionError(path, None, f"the id '{question.id}' is already that of {other}")
        topic = question.header.topic.value
        if path.parent != folder / topic:
            raise QuestionError(path, None, f"the topic is '{topic}', so the file belongs in that folder")
        found[question.id] = question
    order = list(Topic)
    return Registry(tuple(sorted(found.values(), key=lambda q: (order.index(q.header.topic), q.id))))


def read_question(path: Path) -> Question:
    """One question with its sibling queries. Raises ``QuestionError``."""
    text = _text(path)
    header = read_header(text, path)
    if path.stem != header.id:
        raise QuestionError(path, None, f"the id is '{header.id}', so the file is called {header.id}.cypher")
    siblings = {name: _text(beside) for name in SIBLINGS if (beside := sibling_path(path, name)).is_file()}
    if "denominator" not in siblings and list(placeholders(header.none)):
        wanted = sibling_path(path, "denominator").name
        raise QuestionError(path, None, f"'none' uses {{denominator}}, but there is no {wanted}")
    return Question(header, path, text, **siblings)


def sibling_path(path: Path, name: str) -> Path:
    """Where the sibling query ``name`` of the question at ``path`` stands."""
    return path.with_name(f"{path.stem}.{name}.cypher")


def _sibling_of(path: Path) -> Path | None:
    """The question a sibling query goes with; ``None`` when ``path`` is a question itself."""
    slug, dot, name = path.stem.partition(".")
    if not dot:
        return None
    if name not in SIBLINGS:
        raise QuestionError(
            path, None, f"a query beside a question is called .{', .'.join(SIBLINGS)}, not '.{name}'"
        )
    return path.with_name(f"{slug}.cypher")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QuestionError(path, None, "the file is not UTF-8 text; save it again as UTF-8") from error

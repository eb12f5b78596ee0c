"""A learner at the terminal: choose an exercise, type a query, see its rows, check it, ask for a hint."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from scrgraph.store.base import StoreError
from scrgraph.train_show import say, show_course, show_rows, show_schema, show_task, show_verdict
from scrgraph.training.errors import UnknownExercise
from scrgraph.training.exercise import Exercise
from scrgraph.training.progress import TRIES_BEFORE_SOLUTION, hint_of, read_progress, write_progress
from scrgraph.training.room import TrainingRoom

HELP = """\
Type or paste a query; end it with ; or an empty line, and its rows are shown. Then:
  :check      check the last query         :hint       the next hint
  :task       the task again               :start      run the query to start from
  :schema     what the graph holds         :schema X   the properties of X
  :solution   after two tries              :next       the next exercise
  :go 07      another exercise             :list       all of them
  :help       this                         :quit       leave; progress is kept"""


class Session:
    """One sitting. ``ask`` shows a prompt and gives the line typed; it raises ``EOFError`` at the end."""

    def __init__(self, room: TrainingRoom, console: Console, ask: Callable[[str], str], folder: Path) -> None:
        self._room, self._console, self._ask, self._folder = room, console, ask, folder
        self._progress = read_progress(folder)
        self._exercise = self._progress.next_of(room.course) or room.course.exercises[0]
        self._query = ""

    def run(self) -> None:
        """Go on until the learner leaves."""
        show_course(self._console, self._room.course, self._room.families, self._progress)
        say(self._console)
        with suppress(EOFError):
            self._choose()
            self._open(self._exercise)
            say(self._console)
            say(self._console, HELP)
            while self._step():
                pass
        say(self._console, f"Progress is kept in {self._folder}.")

    def _choose(self) -> None:
        while True:
            first = f"{self._exercise.number:02}"
            try:
                wanted = self._ask(f"Which exercise? Enter for {first}: ").strip()
                self._exercise = self._room.course.get(wanted or first)
                return
            except UnknownExercise:
                say(self._console, "Type one of the numbers above.")
            except KeyboardInterrupt:
                raise EOFError from None

    def _open(self, exercise: Exercise) -> None:
        self._exercise, self._query = exercise, ""
        show_task(self._console, exercise, self._room.family(exercise.family).family)

    def _step(self) -> bool:
        """One query or command; false at the end."""
        try:
            query, command = self._typed()
        except KeyboardInterrupt:
            say(self._console, "\nThe query was put away. :quit leaves.")
            return True
        if query:
            self._query = query
            self._show(query)
        return self._command(command) if command else True

    def _typed(self) -> tuple[str, str]:
        """A query, a command, or a query and the command typed right below it."""
        lines: list[str] = []
        while True:
            line = self._ask("cypher> " if not lines else "   ...> ").rstrip()
            name = line.strip().partition(" ")[0].lower()
            if name in self._commands or (not lines and name.startswith(":")):
                return "\n".join(lines), line.strip()
            if line:
                lines.append(line)
            if lines and (not line or line.endswith(";")):
                return "\n".join(lines).rstrip(";"), ""

    def _command(self, line: str) -> bool:
        name, _, rest = line.partition(" ")
        if name.lower() in (":quit", ":exit"):
            return False
        do = self._commands.get(name.lower())
        if do is None:
            say(self._console, f"There is no {name}. Type :help for what there is.")
        else:
            do(rest.strip())
        return True

    @property
    def _commands(self) -> dict[str, Callable[[str], None]]:
        return {
            ":check": self._check,
            ":hint": self._hint,
            ":task": lambda _: self._open(self._exercise),
            ":start": lambda _: self._show(self._exercise.start),
            ":schema": self._schema,
            ":solution": self._solution,
            ":next": self._next,
            ":go": self._go,
            ":list": self._list,
            ":help": lambda _: say(self._console, HELP),
            ":quit": lambda _: None,
            ":exit": lambda _: None,
        }

    def _show(self, query: str) -> None:
        try:
            table = self._room.run(self._exercise, query)
        except StoreError as error:
            say(self._console, str(error))
            return
        show_rows(self._console, table)
        say(self._console, "Is that the answer? :check")

    def _check(self, _: str) -> None:
        if not self._query:
            say(self._console, "Type a query first, and end it with ; or an empty line.")
            return
        verdict = self._room.check(self._exercise, self._query)
        self._progress = self._progress.tried(self._exercise, self._query, verdict.passed)
        write_progress(self._progress, self._folder)
        show_verdict(self._console, self._exercise, verdict)
        if verdict.passed:
            say(self._console, ":next for the next exercise.")

    def _hint(self, _: str) -> None:
        self._progress = self._progress.hinted(self._exercise)
        write_progress(self._progress, self._folder)
        seen = self._progress.of(self._exercise).hints
        say(
            self._console,
            f"Hint {seen} of {len(self._exercise.hints)}: {hint_of(self._exercise, self._progress)}",
        )

    def _schema(self, label: str) -> None:
        show_schema(self._console, self._room.schema(self._exercise.family), label)

    def _solution(self, _: str) -> None:
        if not self._progress.solution_may_be_seen(self._exercise):
            tries = TRIES_BEFORE_SOLUTION - self._progress.of(self._exercise).tries
            left = "once more" if tries == 1 else "twice"
            say(self._console, f"Check an answer of your own {left} first; :hint may help.")
            return
        for solution in self._exercise.solutions:
            say(self._console, solution.strip())
            say(self._console)

    def _next(self, _: str) -> None:
        following = self._room.course.after(self._exercise)
        if following is None:
            say(self._console, "That was the last exercise. :list shows what is solved; :quit leaves.")
        else:
            self._open(following)

    def _go(self, wanted: str) -> None:
        try:
            self._open(self._room.course.get(wanted))
        except UnknownExercise:
            say(self._console, "Give the number of an exercise, as in :go 07. :list shows them.")

    def _list(self, _: str) -> None:
        show_course(self._console, self._room.course, self._room.families, self._progress)

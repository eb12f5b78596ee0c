"""``scrgraph train`` with Neo4j: the families loaded, a learner who may only read let in, an answer checked there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from scrgraph.neo4j_login import HERE, logged_in
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.show import progress_bars
from scrgraph.store.base import Store
from scrgraph.train_show import say
from scrgraph.training.browser_lines import param_line, use_line
from scrgraph.training.exercise import Exercise
from scrgraph.training.family import Family, family_of, load_families

if TYPE_CHECKING:
    from scrgraph.store.neo4j import Neo4jStore
    from scrgraph.training.in_neo4j import LoadedFamily

_out, _err = Console(), Console(stderr=True)
_PASSWORD = "SCRGRAPH_NEO4J_LEARNER_PASSWORD"  # noqa: S105  # the name of a variable
_READ_ONLY = "There every query is read before it is run, and one that would change the graph is refused."
#: Where nobody can be kept from writing, what to do instead.
_WITHOUT_ROLES = (
    "No user who can only read was made, as this server has no roles (Neo4j Community has none): whoever can log in "
    "can change and delete everything in it. Do not use it for real reviews. Let learners use 'scrgraph train' or "
    f"the Training screen of the workbench instead. {_READ_ONLY} If they use Neo4j Browser all the same, load "
    "the families again after the session: what was changed is put right."
)


def load(
    families: Annotated[
        list[str] | None,
        typer.Argument(
            help="Names of families, as in first-relay; all of them if none is given.", metavar="FAMILY..."
        ),
    ] = None,
    neo4j: Annotated[
        str,
        typer.Option("--neo4j", metavar="URI", help="Address of the server.", envvar="SCRGRAPH_NEO4J_URI"),
    ] = HERE,
    learner: Annotated[
        str,
        typer.Option(
            "--learner",
            metavar="NAME",
            help="Who may only read, made where the server has roles; '' for nobody.",
        ),
    ] = "learner",
) -> None:
    """Load the training families into Neo4j, each into its own database where the server has several.

    User and password come from the environment or a prompt, never from here.
    """
    known = load_families()
    load_families_there(neo4j, [family_of(slug, known) for slug in families] if families else known, learner)


def load_families_there(uri: str, families: Sequence[Family], learner: str) -> None:
    """Load these families and say what to paste into Neo4j Browser. Raises ``StoreError``."""
    from scrgraph.training.in_neo4j import load_family

    loaded = []
    with logged_in(uri) as server:
        for family in families:
            graph = read_review(SourceSet.of([family.folder]))
            with progress_bars(_err) as bar:
                loaded.append(load_family(server, family, graph, bar))
            _say_loaded(loaded[-1])
        if learner:
            say(_out)
            _admit(server, learner, loaded)
    say(_out)
    say(_out, "Check an answer on this server with: scrgraph train check NN FILE --neo4j URI")


@contextmanager
def family_there(uri: str, exercise: Exercise) -> Iterator[tuple[Store, str]]:
    """The store in Neo4j that holds the exercise's family, and the review's id.

    Raises ``StoreError``, and ``TrainingError`` where the family has not been loaded.
    """
    from scrgraph.training.in_neo4j import open_family, review_id_of

    family = family_of(exercise.family, load_families())
    with logged_in(uri) as server:
        yield open_family(server, family), review_id_of(family)


def _say_loaded(one: LoadedFamily) -> None:
    where = f"database {one.database}" if one.database else "the server's one database, under its review_id"
    say(_out, f"{one.family.title}: {one.nodes:,} nodes and {one.edges:,} edges in {where}.", "bold")
    say(_out, f"  Before you open it: {one.family.content_warning}")
    say(_out, "  Paste into Neo4j Browser, one line at a time:")
    for line in (*([use_line(one.database)] if one.database else []), param_line("review_id", one.review_id)):
        say(_out, f"    {line}")


def _admit(server: Neo4jStore, name: str, loaded: Sequence[LoadedFamily]) -> None:
    from scrgraph.training.in_neo4j import admit_learner, has_roles

    if not has_roles(server):
        say(_out, _WITHOUT_ROLES)
        return
    databases = [one.database for one in loaded if one.database]
    if len(databases) < len(loaded):
        say(
            _out,
            "No user who can only read was made: a family lies in a database with other things, all of which that "
            f"user would see. Let learners use 'scrgraph train' instead. {_READ_ONLY}",
        )
        return
    password = os.environ.get(_PASSWORD) or _asked_for(name)
    if not password:
        say(
            _out,
            f"No user '{name}' was made: put a password in {_PASSWORD}, or load at a terminal, which asks.",
        )
    elif admit_learner(server, name, password, databases):
        say(_out, f"Learners log in as '{name}', who can read the families and nothing else on the server.")
    else:
        say(
            _out,
            f"There was a user '{name}' already. The password and what else that user may do were left as they "
            "were; the families can be read besides.",
        )


def _asked_for(name: str) -> str:
    if not sys.stdin.isatty():
        return ""
    return str(typer.prompt(f"A password for {name}", hide_input=True, confirmation_prompt=True, err=True))

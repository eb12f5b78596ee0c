"""The doubts of a review with what rests on each, and the answers an author gives to them."""

from __future__ import annotations

from collections.abc import Sequence

from importers.headings import heading_words
from scrgraph import scope
from scrgraph.coding.doubts.all_doubts import most_consequential_first
from scrgraph.coding.doubts.of_files import LEAVE_OUT
from scrgraph.corrections import carry_out, is_correction, take_back
from scrgraph.doubts_sheet import Answer
from scrgraph.model.doubt import Doubt
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import answer_all, in_memory
from scrgraph.review.decisions import UNDO, VALUES, Decision, must_be_kept
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.settings_edits import explain_heading, forget_heading, name_agency
from scrgraph.temporal.read_date import UnreadableDate, read_date

_NOT_READ = "comment"


def doubts_of(graph: ReviewGraph) -> tuple[Doubt, ...]:
    """The doubts of a review, those first on which the most findings rest; every question is asked for it."""
    if not graph.doubts:
        return ()
    with in_memory(graph) as store:
        findings = answer_all(graph, store).asked.findings
    return most_consequential_first(graph.doubts, findings)


def decisions_from(answers: Sequence[Answer], made_by: str) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """A decision for each line answered, and in words what is wrong with those that cannot be one."""
    decisions: list[Decision] = []
    faults: list[str] = []
    for one in answers:
        try:
            if one.kind == "date":
                read_date(one.answer)
            if one.kind == "heading" and one.answer not in (*heading_words().fields, LEAVE_OUT):
                raise ReviewError(
                    f"a heading means one of {', '.join(heading_words().fields)}, or {LEAVE_OUT}"
                )
            decisions.append(
                Decision.now(one.kind, one.subject, _value(one), made_by=made_by, reason=one.reason)
            )
        except (ReviewError, UnreadableDate) as reason:
            faults.append(f"Line {one.line} of the sheet (“{one.answer}”) was not used: {reason}")
    return tuple(decisions), tuple(faults)


def keep(folder: ReviewFolder, decisions: Sequence[Decision]) -> None:
    """Keep decisions in decisions.csv; what a heading means and whose a file is goes into review.toml too, and what is
    put right of a person, an agency or the review's scope into people.csv, agencies.csv or review.toml."""
    must_be_kept(folder.decisions_path, decisions)
    for decision in decisions:
        if decision.kind == "heading":
            explain_heading(folder.settings_path, decision.subject, _field(decision))
        elif decision.kind == "file":
            name_agency(folder.settings_path, decision.subject, decision.value)
        elif is_correction(decision):
            carry_out(folder, decision)
        elif decision.kind == scope.REVIEW:
            scope.carry_out(folder, decision)
        folder.decide(decision)


def undo(folder: ReviewFolder, decision_id: str, made_by: str) -> Decision:
    """Take back the decision with this id, as a further decision; the files say again what they said before.

    Returns the decision that was undone. Raises ``ReviewError`` where none of that id holds.
    """
    holding = [one.decision for one in folder.decisions_made() if one.holds]
    undone = next((one for one in reversed(holding) if one.decision_id == decision_id), None)
    if undone is None:
        raise ReviewError("That decision is not in force: it was undone before, or never made.")
    if undone.kind == "source":
        raise ReviewError("What was done with a file is undone by adding, replacing or removing the file.")
    must_be_kept(folder.decisions_path)
    about, holds_again = _about(folder, undone)
    if is_correction(about):
        (carry_out if holds_again else take_back)(folder, about)
    elif about.kind == scope.REVIEW:
        (scope.carry_out if holds_again else scope.take_back)(folder, about)
    folder.decide(Decision.now(UNDO, decision_id, "yes", made_by=made_by))
    if about.kind in ("heading", "file"):
        _settings_as_decided(folder, about)
    return undone


def _about(folder: ReviewFolder, undone: Decision) -> tuple[Decision, bool]:
    """What the undoing of a decision is about in the end, and whether that holds again by it: to undo an undo."""
    made = {one.decision.decision_id: one.decision for one in folder.decisions_made()}
    about, holds_again = undone, False
    while about.kind == UNDO and about.subject in made:
        about, holds_again = made[about.subject], not holds_again
    return about, holds_again


def _settings_as_decided(folder: ReviewFolder, about: Decision) -> None:
    """Make review.toml say of a heading or a file what the decisions in force say."""
    holding = [one for one in folder.decisions()[0] if (one.kind, one.subject) == (about.kind, about.subject)]
    if about.kind == "heading" and holding:
        explain_heading(folder.settings_path, about.subject, _field(holding[-1]))
    elif about.kind == "heading":
        forget_heading(folder.settings_path, about.subject)
    else:
        name_agency(folder.settings_path, about.subject, holding[-1].value if holding else "")


def _field(heading: Decision) -> str:
    return _NOT_READ if heading.value == LEAVE_OUT else heading.value


def _value(answer: Answer) -> str:
    """The answer as decisions write it: those from a closed list in small letters."""
    if answer.kind not in VALUES:
        return answer.answer
    plain = answer.answer.casefold()
    return plain.replace(" ", "_") if answer.kind == "row" else plain

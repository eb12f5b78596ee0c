"""What can go wrong in a notebook, said so that the next cell can put it right."""

from __future__ import annotations


class NotebookError(ValueError):
    """A cell asked for something that there is not; the message says what there is."""


class CannotTell(Exception):
    """The records in hand cannot answer a question; ``missing`` says what they lack.

    An empty table would say that nothing was found, which is another answer.
    """

    def __init__(self, question_id: str, missing: str) -> None:
        self.question_id, self.missing = question_id, missing
        super().__init__(f"{question_id} cannot be answered from the records in hand. {missing}")


class PandasMissing(ImportError):
    """Tables were asked for and pandas is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "Tables in a notebook need pandas, which is not installed. Install it with 'pip install pandas' "
            "(or scrgraph with its extra 'notebook'), then restart the notebook's kernel."
        )

"""The fixtures of the questions' tests; the review they ask about is in ``small_review``."""

from small_review import small_review, write_question

__all__ = ["small_review", "write_question"]

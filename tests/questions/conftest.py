"""The fixtures of the questions' tests; the reviews they ask about are in the modules named here."""

from chronologies import one_neo4j, reader, store
from small_review import small_review, write_question

__all__ = ["one_neo4j", "reader", "small_review", "store", "write_question"]

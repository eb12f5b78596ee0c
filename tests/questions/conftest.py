"""The fixtures of the questions' tests; the reviews they ask about are in the modules named here."""

from chronologies import neo4j_of_the_module, reader, store
from small_review import small_review, write_question

__all__ = ["neo4j_of_the_module", "reader", "small_review", "store", "write_question"]

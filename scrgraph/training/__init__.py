"""The training room: families to practise on, exercises in Cypher, the checker and the learner's progress."""

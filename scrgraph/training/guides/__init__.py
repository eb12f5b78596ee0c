"""The guides of the training room: each family's exercises in order, for learners and for whoever leads."""

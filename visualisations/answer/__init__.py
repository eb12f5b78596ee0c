"""The picture of an answer: in each row, the people and agencies it names, joined from left to right."""

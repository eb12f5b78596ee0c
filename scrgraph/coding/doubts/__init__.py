"""What is doubtful in a coded review: from rows, pairs, names and dates to questions for the author."""

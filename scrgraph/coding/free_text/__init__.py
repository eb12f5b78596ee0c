"""From the words of a row to what it records, where the file has no column that says it."""

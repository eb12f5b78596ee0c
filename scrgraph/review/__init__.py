"""The review folder: plain files that are the truth, read, checked and written here."""

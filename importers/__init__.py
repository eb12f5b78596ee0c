"""One file per source format: a file in, entries and rejected rows out."""

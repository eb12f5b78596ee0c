"""What an importer says when it can read nothing of a file."""


class ImporterError(Exception):
    """A source file that gave no entries at all; the message says why and what to do next."""

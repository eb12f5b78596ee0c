"""Dates as intervals, and what chronologies cover. Nothing here knows of a database."""

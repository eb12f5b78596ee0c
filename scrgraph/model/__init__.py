"""The things of a review, as pydantic models: one concept a module.

Nothing here reads a file or asks a database; every other package depends on this one and never the other
way round.
"""

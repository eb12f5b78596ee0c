"""scrgraph: a graph of families, agencies and information flows for child safeguarding practice reviews."""

__version__ = "0.1.0"

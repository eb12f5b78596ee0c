"""The genogram: who was family to whom and who lived together, on any day, by UK conventions."""

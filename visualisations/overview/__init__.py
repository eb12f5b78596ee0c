"""The overview: where in all of this to look, and the way from there to every other picture."""

"""The bundled demonstration review: an invented composite, as plain files."""

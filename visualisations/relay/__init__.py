"""The relay: a lane an agency, a dot a contact, an arrow a baton by what became of it."""

"""The second reader of free text: a small sentence encoder, for those who have installed what runs it."""

"""The second reader of free text: two small sentence encoders, for those who have installed what runs it."""

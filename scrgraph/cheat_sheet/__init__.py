"""The cheat sheet: the model and twelve patterns on one page, as HTML and PDF, made from the schema and the queries."""

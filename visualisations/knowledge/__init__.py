"""Who knew what, when: a row a matter, a column an agency, a cell what the agency knew or could have known of it."""

"""The parts of the pack, one a module: each adds its headings, tables and pictures to the document."""

"""The author's workbench: a local web page over the library, for one review at a time."""

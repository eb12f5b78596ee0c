"""One file per picture, all on one safe page shell."""

"""Names out: a review in which people, workers, agencies and places are called by what they are."""

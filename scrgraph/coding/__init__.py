"""From words to meaning: entries become people, agencies, contacts and batons, and two sides become one baton."""

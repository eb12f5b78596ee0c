"""The network picture: family in the middle, agencies around, batons and contacts between them."""

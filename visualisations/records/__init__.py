"""What the pictures show, read once from the graph."""

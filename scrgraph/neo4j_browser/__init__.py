"""What Neo4j Browser is given, so that the graph looks there as it does in the pictures: a style and saved queries."""

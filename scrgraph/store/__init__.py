"""The graph's two homes behind one protocol: embedded (kglite) and Neo4j."""

"""Explains where a target stands, by how it is judged."""

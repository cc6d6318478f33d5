"""Reads a plan: YAML with the place of every value."""

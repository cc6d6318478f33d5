"""Reads tables: CSV as people's programs write it."""

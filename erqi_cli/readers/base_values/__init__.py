"""Reads base values from a table."""

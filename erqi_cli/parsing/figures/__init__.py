"""Finds the figures of a Chinese text."""

"""Reads the documents that plans are taken from."""

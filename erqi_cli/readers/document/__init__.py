"""Reads documents: the text that a plan was taken from."""

"""Texts in both languages, and the choice between them."""

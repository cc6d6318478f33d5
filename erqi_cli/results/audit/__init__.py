"""The result of `erqi audit`."""

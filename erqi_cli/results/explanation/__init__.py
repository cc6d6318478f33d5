"""The result of `erqi explain`."""

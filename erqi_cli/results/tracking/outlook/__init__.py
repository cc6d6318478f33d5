"""The outlook of sums in words."""

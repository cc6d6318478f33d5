"""The outlook of a sum: its year-end value as an extrapolation, and an interval around it."""

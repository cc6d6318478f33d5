"""Results: pure functions from calculated values to typed rows, columns and notes."""

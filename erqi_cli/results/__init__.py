"""The result shapes, and one builder for each command: pure functions from calculated values to rows and notes."""

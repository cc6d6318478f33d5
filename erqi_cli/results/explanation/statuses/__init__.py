"""The result of `erqi explain` for a status: what it means, when it is given, and who has it."""

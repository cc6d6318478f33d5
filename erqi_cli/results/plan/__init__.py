"""Results about the plan itself: list, show, check, get."""

"""Results of tracking, schedules and records."""

"""Projects values from base values and target growth."""

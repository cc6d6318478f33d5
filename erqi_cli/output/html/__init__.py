"""The writer of HTML reports."""

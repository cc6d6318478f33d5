"""Writers for a terminal: tables, charts, messages."""

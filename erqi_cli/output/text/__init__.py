"""Writers of JSON, CSV and markdown."""

"""Files become domain objects."""

"""One text becomes one value; nothing here opens a file."""

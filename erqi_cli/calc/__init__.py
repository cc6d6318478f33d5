"""Pure calculation: exact decimals in, exact decimals out; no clock, no files, no framework."""

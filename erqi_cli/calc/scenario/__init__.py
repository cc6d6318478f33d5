"""A plan with what-ifs laid over it."""

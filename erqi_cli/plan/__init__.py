"""The plan: the model, and reading YAML and CSV into it."""

"""The judgements, one module for each way in which a figure comes about."""

"""The model of a plan and the words of its field."""

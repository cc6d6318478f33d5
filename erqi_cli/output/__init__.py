"""The writers: a result in, text out. rich is imported in `table` and nowhere else."""

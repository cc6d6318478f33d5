"""The start page: what `erqi` shows without a command."""

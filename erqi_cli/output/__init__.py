"""The writers: a result in, text or a file out. rich is imported in `table` and nowhere else, XlsxWriter in `xlsx`."""

"""The writers: a result in, text or a file out.

rich is imported in `terminal` and nowhere else, jinja2 in `html`, XlsxWriter in `xlsx`.
"""

"""The topics of `erqi help`: one text a topic and language, in Markdown."""

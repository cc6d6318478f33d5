"""The writer of Excel workbooks."""

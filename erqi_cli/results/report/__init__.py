"""The contents of reports: the wall chart and the workbook."""

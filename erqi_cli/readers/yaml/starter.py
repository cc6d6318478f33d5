"""The commented starter plans that `erqi init` writes."""

import os

FOLDER = os.path.dirname(os.path.abspath(__file__))
STARTER = os.path.join(FOLDER, "starter.yaml")
STARTER_OF_YEARS = os.path.join(FOLDER, "starter-years.yaml")
BASE_YEAR, LAST_YEAR = 2025, 2030
"""The years of the starter plan of several years."""


def starter_text(years: int = 1) -> str:
    """Return a starter plan of one or several years as text; it passes `erqi check`."""
    path = STARTER if years == 1 else STARTER_OF_YEARS
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    if years == 1:
        return text
    return text.replace(f"plan_year: {LAST_YEAR}", f"plan_year: {BASE_YEAR + years}")

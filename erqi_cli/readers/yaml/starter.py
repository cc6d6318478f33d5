"""The commented starter plan that `erqi init` writes."""

import os

STARTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starter.yaml")


def starter_text() -> str:
    """Return the starter plan as text; it passes `erqi check` as it stands."""
    with open(STARTER, encoding="utf-8") as stream:
        return stream.read()

"""The fields that `erqi get` knows; light, for completion needs them."""

INDICATOR_FIELDS = (
    "projected",
    "growth",
    "upper",
    "baseline",
    "index",
    "increase",
    "unit",
    "price_basis",
    "comparator",
    "tolerance",
    "better",
    "deflator",
    "commitment",
    "id",
    "name",
)
"""The fields of a headline indicator that sets a growth; with a value it has that too."""
TARGET_FIELDS = (
    "value",
    "growth",
    "upper",
    "unit",
    "kind",
    "comparator",
    "tolerance",
    "better",
    "collection",
    "baseline",
    "commitment",
    "due",
    "to",
    "id",
    "name",
)
"""The fields of any other target."""
TRACKING_FIELDS = (
    "status",
    "completion",
    "pace",
    "gap",
    "elapsed",
    "expected",
    "actual",
    "period",
    "needed",
    "needed_per_month",
    "year_end",
    "judged_on",
    "published_growth",
    "implied_growth",
    "implied_baseline",
)
"""The fields of both that follow the year."""

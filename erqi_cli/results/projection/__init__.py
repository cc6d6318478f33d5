"""Results of projections, ratios and solutions."""

"""The columns of `erqi track` in CSV and markdown; a terminal's are in `overview/columns.py`."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from erqi_cli.domain.period import Years
from erqi_cli.domain.vocabulary import Collection, Kind, Status
from erqi_cli.i18n.text import same
from erqi_cli.results.formatting import format_number, format_qualified, unit_label
from erqi_cli.results.labels import YEAR_END, year_end_label
from erqi_cli.results.result import Cell, Column, Tone
from erqi_cli.results.tracking.messages import (
    ACTUAL_LABEL,
    COMPLETION_LABEL,
    DONE,
    INTERVAL,
    INTERVAL_LABEL,
    NEEDED_LABEL,
    NOT_DONE,
    NOTES_LABEL,
    PACE_LABEL,
    PARTNER_GROWTH,
    PER_MONTH_LABEL,
    PERIOD_LABEL,
    POINTS,
    STALE_PERIOD,
    STATUS_LABEL,
    TARGET_LABEL,
    TARGET_NAME_LABEL,
    UNIT_LABEL,
)
from erqi_cli.results.tracking.rows import ProgressRow, TrackingRow
from erqi_cli.results.tracking.wording import (
    RATE,
    completion_cell,
    lead_or_lag,
    rate_sign,
)

TONES: dict[Status, Tone] = {
    Status.MISSED: "bad",
    Status.SERIOUSLY_BEHIND: "bad",
    Status.BEHIND: "bad",
    Status.CLOSE: "fair",
    Status.NO_DATA: "quiet",
    Status.NOT_DUE: "quiet",
    Status.ON_PACE: "good",
    Status.AHEAD: "good",
    Status.DONE: "good",
    Status.MET: "good",
}
"""How each status is coloured."""


def status_tone(status: Status) -> Tone:
    """Return how a status is coloured."""
    return TONES[status]


def target_cell(row: TrackingRow) -> Cell:
    """Return the figure to be reached with its qualifier; a rate has its percent sign."""
    if is_done_or_not(row):
        return DONE
    if row.partner.to_name is not None:
        if row.partner.to_growth is None:
            return None
        rate = format_number(row.partner.to_growth) + RATE
        return PARTNER_GROWTH.fill(words=row.reading.partner, rate=rate)
    return format_qualified(row.target, row.comparator, row.upper, rate_sign(row))


def actual_cell(row: TrackingRow) -> Cell:
    """Return the actual figure; a rate has its percent sign."""
    if row.actual is None:
        return None
    if is_done_or_not(row):
        return DONE if row.actual else NOT_DONE
    if row.kind is Kind.RELATIVE:
        return format_number(row.actual, 2) + rate_sign(row)
    return format_number(row.actual) + rate_sign(row)


def period_cell(row: TrackingRow) -> Cell:
    """Return the period of the data, marked if the as-of month has none of its own."""
    if row.period is None or not row.marks.stale:
        return row.period
    return STALE_PERIOD.fill(period=row.period)


def is_done_or_not(row: TrackingRow) -> bool:
    """Tell whether a target is only done or not done, and counts nothing."""
    return row.kind is Kind.MILESTONE and row.unit is None


def _unit_cell(row: TrackingRow) -> Cell:
    """Return the unit of the figures, where it does not stand beside them already."""
    if row.unit == RATE:
        return ""
    return unit_label(row.unit) or ""


def _rounded(
    read: Callable[[TrackingRow], Decimal | None],
    *,
    is_difference: bool = True,
) -> Callable[[TrackingRow], Cell]:
    """Return what shows a quotient to two places: a difference of shares in points."""

    def cell(row: TrackingRow) -> Cell:
        value = read(row)
        if value is None:
            return None
        number = format_number(value, 2)
        is_share_of_way = row.kind is Kind.SHARE and row.collection is not Collection.AVERAGE
        if is_difference and is_share_of_way:
            return POINTS.fill(number=number)
        return number + rate_sign(row)

    return cell


def _interval_cell(row: TrackingRow) -> Cell:
    """Return the two ends of the interval of the year-end value."""
    lower, upper = row.outlook.outlook_lower, row.outlook.outlook_upper
    if lower is None or upper is None:
        return None
    return INTERVAL.fill(
        lower=format_number(lower, 2),
        upper=format_number(upper, 2) + rate_sign(row),
    )


def _inline_column(path: str, title: str) -> Column[TrackingRow]:
    """Return a CSV column of an inline field, whose last step is the heading."""
    _, _, name = path.rpartition(".")
    return Column(path, same(title), shown_in="csv", named=name)


COMPLETION: Column[ProgressRow] = Column(
    "completion_percent",
    COMPLETION_LABEL,
    "number",
    completion_cell,
    shown_in="some",
)
PACE: Column[ProgressRow] = Column(
    "pace_points",
    PACE_LABEL,
    "number",
    lead_or_lag,
    shown_in="some",
)
NAME: Column[TrackingRow] = Column("name", TARGET_NAME_LABEL, "words")
STATUS: Column[TrackingRow] = Column(
    "status",
    STATUS_LABEL,
    show=lambda row: row.reading.status,
    tone=lambda row: status_tone(row.status),
)
WARNINGS: Column[TrackingRow] = Column("warnings", NOTES_LABEL, "notes", shown_in="some")
OUTLOOK_COLUMN: Column[TrackingRow] = Column(
    "year_end_extrapolated",
    YEAR_END,
    "number",
    _rounded(lambda row: row.year_end_extrapolated, is_difference=False),
    shown_in="some",
)
INTERVAL_COLUMN: Column[TrackingRow] = Column(
    "outlook.outlook_lower",
    INTERVAL_LABEL,
    "number",
    _interval_cell,
    shown_in="some",
    named="outlook_lower",
)
COLUMNS: tuple[Column[TrackingRow], ...] = (
    Column("id", same("id"), shown_in="csv"),
    Column("action", same("action"), shown_in="csv"),
    NAME,
    Column("kind", same("kind"), shown_in="csv"),
    Column("comparator", same("comparator"), shown_in="csv"),
    Column("collection", same("collection"), shown_in="csv"),
    Column("better", same("better"), shown_in="csv"),
    _inline_column("labels.obligation", "obligation"),
    Column("target", TARGET_LABEL, "number", target_cell),
    Column("upper", same("upper"), shown_in="csv"),
    Column("actual", ACTUAL_LABEL, "number", actual_cell, shown_in="some"),
    Column("unit", UNIT_LABEL, show=_unit_cell, shown_in="some"),
    Column("period", PERIOD_LABEL, show=period_cell, shown_in="some"),
    COMPLETION,
    Column("elapsed_percent", same("elapsed percent"), shown_in="csv"),
    Column("expected_percent", same("expected percent"), shown_in="csv"),
    PACE,
    Column("expected", same("expected"), shown_in="csv"),
    Column("gap", same("gap"), shown_in="csv"),
    STATUS,
    Column(
        "needed",
        NEEDED_LABEL,
        "number",
        _rounded(lambda row: row.needed),
        shown_in="some",
    ),
    Column(
        "needed_per_month",
        PER_MONTH_LABEL,
        "number",
        _rounded(lambda row: row.needed_per_month),
        shown_in="some",
    ),
    OUTLOOK_COLUMN,
    INTERVAL_COLUMN,
    _inline_column("outlook.outlook_upper", "outlook upper"),
    _inline_column("outlook.method", "method"),
    Column("judged_on", same("judged on"), shown_in="csv"),
    _inline_column("growth.published_growth_percent", "published growth"),
    _inline_column("growth.implied_growth_percent", "implied growth"),
    _inline_column("growth.implied_baseline", "implied baseline"),
    _inline_column("growth.level", "level"),
    _inline_column("growth.level_unit", "level unit"),
    _inline_column("side_growth.growth_target", "growth target"),
    _inline_column("side_growth.growth_gap", "growth gap"),
    _inline_column("side_growth.growth_status", "growth status"),
    _inline_column("marks.late", "late"),
    _inline_column("marks.stale", "stale"),
    Column("due", same("due"), shown_in="csv"),
    _inline_column("evidence.observation_status", "observation status"),
    _inline_column("evidence.published", "published"),
    _inline_column("evidence.source", "source"),
    _inline_column("marks.revised", "revised"),
    Column("what_if", same("what if"), shown_in="csv"),
    WARNINGS,
    Column("measured_as", same("measured as"), shown_in="csv"),
)


def columns_of(years: Years) -> Iterator[Column[TrackingRow]]:
    """Yield the columns in a plan of these years, of several with the last year in a title."""
    for column in COLUMNS:
        is_year_end = column.title == YEAR_END
        yield column._replace(title=year_end_label(years)) if is_year_end else column

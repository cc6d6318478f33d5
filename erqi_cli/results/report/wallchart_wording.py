"""The words of the wall chart: figures, periods and bars of a target, what-ifs, the legend."""

from collections.abc import Sequence
from decimal import Decimal

from erqi_cli.calc.scenario.scenario import Setting
from erqi_cli.domain.period import Years
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import PERCENT
from erqi_cli.domain.vocabulary import GROWTH_KINDS, Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import qualified_amount, short_amount, with_unit
from erqi_cli.results.figures import figure_text, growth_beside
from erqi_cli.results.formatting import format_fixed_percent, format_number
from erqi_cli.results.periods import period_words, short_period_words
from erqi_cli.results.report.messages import (
    BAR_LEGEND,
    BAR_OF_AMOUNT,
    BAR_OF_GROWTH,
    BAR_OF_LIMIT,
    BAR_SIGNS,
    EXPECTED_DONE,
    EXPECTED_USED,
    FALL,
    GROWTH,
    IS_DONE,
    NO_BAR,
    NOT_YET,
    OPPOSITE_CHANGE,
    SETTING,
    SETTING_FIELDS,
    SHARE_OF_LIMIT,
    SHARE_OF_TARGET,
    STALE_PERIOD,
    TO_BE_DONE,
)
from erqi_cli.results.report.report import is_done_or_not
from erqi_cli.results.result import Bar
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.wording import (
    RATE,
    change_words,
    completion_words,
    is_limit,
    lead_in_points,
    progress_bar,
)

BAR_MEANINGS = (BAR_OF_AMOUNT, BAR_OF_LIMIT, BAR_OF_GROWTH)
"""What a bar may show, in the order in which the legend names it."""


def legend(rows: Sequence[TrackingRow]) -> Text | None:
    """Return what the bars of these rows show; None where there is nothing to explain."""
    meanings = set()
    has_growth_without_bar = False
    for row in rows:
        if progress_bar(row):
            meanings.add(_bar_meaning(row))
        elif row.gap is not None and row.kind in GROWTH_KINDS:
            has_growth_without_bar = True
    parts = []
    if meanings:
        shown = [meaning for meaning in BAR_MEANINGS if meaning in meanings]
        parts.append(BAR_LEGEND.fill(meanings=join(shown, zh="，", en="; ")))
        parts.append(BAR_SIGNS)
    if has_growth_without_bar:
        parts.append(NO_BAR)
    return join(parts, zh="；", en=". ") if parts else None


def _bar_meaning(row: TrackingRow) -> Text:
    if row.completion_percent is None:
        return BAR_OF_GROWTH
    return BAR_OF_LIMIT if is_limit(row) else BAR_OF_AMOUNT


def target_words(target: Target) -> Text | None:
    """Return what is to be reached: 600亿元以上, 下降3%以上, 完成; None of a relative target."""
    if target.kind is Kind.MILESTONE and target.unit is None:
        return TO_BE_DONE
    if target.kind is Kind.RELATIVE or target.figure is None:
        return None
    figure = figure_text(target)
    if target.figure_unit != RATE:
        figure = qualified_amount(target.figure, target.comparator, target.upper, target.unit)
    parts = [words for words in (figure, growth_beside(target)) if words is not None]
    return join(parts, zh="，")


def actual_words(row: TrackingRow) -> Text | None:
    """Return what has been reached: 221.3亿元, 9.1%, 下降1%.

    Where a fall was the target, growth reads 增长1%.
    """
    actual = row.actual
    if actual is None:
        return None
    if is_done_or_not(row):
        return IS_DONE if actual else NOT_YET
    if row.unit != RATE:
        return short_amount(format_number(actual), row.unit)
    if row.kind is Kind.SHARE:
        return same(f"{format_number(actual)}{RATE}")
    is_growth_against_fall = actual > 0 and row.target is not None and row.target < 0
    if actual < 0 or is_growth_against_fall:
        return _change(actual)
    return same(f"{format_number(actual)}{RATE}")


def _change(value: Decimal) -> Text:
    """Return a rate as growth or fall: 增长8%, 下降2%."""
    size = same(f"{format_number(abs(value))}{RATE}")
    return change_words(size, falls=value < 0)


def figure_period(row: TrackingRow, years: Years) -> Text | None:
    """Return the period of a figure, marked if it is an old one: 6月, 沿用6月; None without one."""
    if row.period is None:
        return None
    in_words = period_words if years.are_several else short_period_words
    period = in_words(row.period)
    return STALE_PERIOD.fill(period=period) if row.marks.stale else period


def bar_words(row: TrackingRow, bar: Bar) -> Text:
    """Return what a bar shows, for people who do not see it."""
    words = []
    completion = completion_words(row)
    if completion is None:
        words.append(_growth_share(row, bar))
    else:
        words.append(completion)
        if bar.mark is not None:
            template = EXPECTED_USED if is_limit(row) else EXPECTED_DONE
            words.append(template.fill(percent=format_fixed_percent(bar.mark, 2)))
    lead = lead_in_points(row)
    if lead is not None:
        words.append(lead)
    return join(words, zh="，")


def _growth_share(row: TrackingRow, bar: Bar) -> Text:
    """Return growth or fall as a share of its target or limit; against the target, its size."""
    actual = row.actual or Decimal(0)
    if bar.filled < 0:
        return OPPOSITE_CHANGE.fill(change=_change(actual))
    template = SHARE_OF_LIMIT if is_limit(row) else SHARE_OF_TARGET
    change = FALL if actual < 0 else GROWTH
    return template.fill(change=change, share=format_fixed_percent(bar.filled, 2))


def setting_words(setting: Setting, target: Target) -> Text:
    """Return a what-if with the name of its target: 地区生产总值增速8.5%, or GDP: growth 8.5%."""
    unit = setting.unit or target.unit
    if target.is_rate and setting.field != "baseline":
        unit = PERCENT
    return SETTING.fill(
        target=target.name,
        field=SETTING_FIELDS[setting.field],
        value=with_unit(setting.value, unit),
    )

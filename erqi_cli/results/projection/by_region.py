"""Builds the results of `erqi project` over base values by region: a row for each of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from erqi_cli.calc.projection.by_region import RegionTargets, grow
from erqi_cli.calc.projection.project import YearValue, project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.base_value import BaseValue
from erqi_cli.domain.region import RegionGroup, RegionRow
from erqi_cli.domain.vocabulary import BaseValueOrigin
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text
from erqi_cli.readers.base_values.by_region import REMEMBERED
from erqi_cli.results.projection.messages import (
    BASE_FROM_FILE_OF_ROW,
    BASE_VALUE_HEADING,
    BASE_VALUES_BY_REGION,
    BASE_YEAR_HEADING,
    CONSTANT_PRICES_OF_ROW,
    CURRENT_PRICES_OF_ROW,
    INDEX_BASE,
    INDEX_BASE_OF_ROW,
    NO_ROWS,
    OWN_TARGET,
    OWN_TARGETS,
    PLAN_TARGET,
    PROJECTED_VALUE_HEADING,
    PROJECTED_YEAR_HEADING,
    REGION_HEADING,
    REGIONS_PROJECTION,
    REGIONS_PROJECTION_ONE_YEAR_ON,
    REGIONS_TITLE,
    ROWS_LABEL,
    ROWS_SHOWN,
    ROWS_SHOWN_NOTE,
    SCOPE_OF_ROW,
    TARGET_OF_PLAN_YEAR,
    TARGETS_OF_PLAN,
    TARGETS_OF_PLAN_YEAR,
)
from erqi_cli.results.projection.rows import (
    BaseValueRow,
    ProjectedValueRow,
    ProjectionColumns,
    ProjectionRow,
)
from erqi_cli.results.projection.table import (
    projection_columns,
    projection_row,
    year_range,
)
from erqi_cli.results.result import Column, Note, Result

MOST_ROWS = 1000
"""How many rows a table shows: as many as a person can read."""
YEARLY_HEADINGS = {
    "baseline.year": BASE_YEAR_HEADING,
    "baseline.value": BASE_VALUE_HEADING,
    "projected.year": PROJECTED_YEAR_HEADING,
    "projected.value": PROJECTED_VALUE_HEADING,
}
"""The headings of a table in which each row has years of its own."""


class RegionOptions(NamedTuple):
    """What the rows of a run have in common.

    `file` is where the base values stand. `last_year` is the last year that is projected, None for
    the one after the base year. With `yearly` each row states the year of its value; with
    `own_targets` a column has target growths. With `baseline` tables also show base values and
    increases.
    """

    scenario: Scenario
    file: str
    last_year: int | None = None
    baseline: bool = False
    yearly: bool = False
    own_targets: bool = False


@dataclass(frozen=True, slots=True)
class RegionFigures:
    """The fields of a `ProjectionRow` that differ from row to row in a group."""

    region: str
    baseline: BaseValueRow | None
    projected: ProjectedValueRow | None
    increase: Decimal
    years: tuple[YearValue, ...]


def check_options(scenario: Scenario, *, chart: bool) -> None:
    """Raise Failure E606 for a chart, and for a what-if of one base value for all regions."""
    if chart:
        raise failure("E606", option="--chart", what=BASE_VALUES_BY_REGION)
    for setting in scenario.settings:
        if setting.field == "baseline":
            option = f"--set {setting.written}"
            raise failure("E606", option=option, what=BASE_VALUES_BY_REGION)


class RegionRecords:
    """Makes the rows of a result; what a group has in common is made once."""

    def __init__(self, options: RegionOptions) -> None:
        self.options = options
        self.targets = RegionTargets(options.scenario, options.last_year)
        self.common = lru_cache(REMEMBERED)(self._common)
        self.factors = lru_cache(REMEMBERED)(self.targets.factors)

    def record(self, row: RegionRow) -> ProjectionRow:
        """Return the projection of a row."""
        _, group, _ = row
        figures = self.figures(row)
        return self.common(group)._replace(
            region=figures.region,
            baseline=figures.baseline,
            projected=figures.projected,
            increase=figures.increase,
            years=figures.years,
        )

    def figures(self, row: RegionRow) -> RegionFigures:
        """Return what differs from row to row in a group."""
        region, group, value = row
        common = self.common(group)
        projected, increase, *later = grow(value, self.factors(group))
        years = []
        for year, level in zip(common.years, (projected, *later), strict=True):
            years.append(YearValue(year.year, level, year.index))
        return RegionFigures(
            region=region,
            baseline=common.baseline._replace(value=value) if common.baseline else None,
            projected=ProjectedValueRow(year=common.years[0].year, value=projected),
            increase=increase,
            years=tuple(years),
        )

    def _common(self, group: RegionGroup) -> ProjectionRow:
        """Return the projection of a base value of 1, for the fields that a group shares."""
        options = self.options
        year = group.year
        plan = replace(options.scenario.plan, base_year=year, plan_year=year + 1)
        base = BaseValue(
            value=Decimal(1),
            unit=group.unit,
            year=year,
            source=options.file,
            origin=BaseValueOrigin.FILE,
        )
        scenario = options.scenario._replace(
            plan=plan,
            base_values={group.id: base},
            published={},
        )
        projection = project_indicator(scenario, self.targets.target(group), options.last_year)
        row = projection_row(plan, projection._replace(projected_upper=None))
        row = row._replace(assumptions=(*row.assumptions, *self._target_notes(group)))
        return _with_yearly_notes(row, options.file) if options.yearly else row

    def _target_notes(self, group: RegionGroup) -> list[Note]:
        """Return whose target a group is projected at, if the file or the year leaves a doubt."""
        is_what_if = self.targets.is_what_if(group)
        if group.growth is not None and not is_what_if:
            return [Note("own-target", OWN_TARGET)]
        notes = []
        if self.options.own_targets and not is_what_if:
            notes.append(Note("plan-target", PLAN_TARGET))
        if self.options.yearly:
            text = TARGET_OF_PLAN_YEAR.fill(year=self.options.scenario.plan.plan_year)
            notes.append(Note("target-of-plan-year", text))
        return notes


def _with_yearly_notes(row: ProjectionRow, file: str) -> ProjectionRow:
    """Return a row whose notes name no year: its columns say which years it has."""
    texts = {
        "base-year-prices": CONSTANT_PRICES_OF_ROW,
        "base-year-scope": CURRENT_PRICES_OF_ROW,
        "scope-without-prices": SCOPE_OF_ROW,
        "baseline-from-file": BASE_FROM_FILE_OF_ROW.fill(file=file),
    }
    notes = [Note(note.code, texts.get(note.code, note.text)) for note in row.assumptions]
    baseline = row.baseline
    if baseline is not None:
        note = Note(baseline.note.code, texts["baseline-from-file"])
        baseline = baseline._replace(note=note)
    return row._replace(baseline=baseline, assumptions=tuple(notes))


def shown_result(records: RegionRecords, rows: Iterable[RegionRow]) -> Result[ProjectionRow]:
    """Return the result that a table shows: the first rows, and how many there are."""
    shown: list[ProjectionRow] = []
    total = 0
    for row in rows:
        total += 1
        if total <= MOST_ROWS:
            shown.append(records.record(row))
    return regions_result(records.options, shown, total)


def regions_result(
    options: RegionOptions,
    rows: Sequence[ProjectionRow] = (),
    total: int | None = None,
) -> Result[ProjectionRow]:
    """Return the result with the rows that a table shows, of `total` in the file.

    Without `total` it is the result of a writer that adds the rows one by one.
    """
    notes = [_index_note(options)]
    lead: list[tuple[Text, Text]] = []
    if total == 0:
        notes.append(Note("no-rows", NO_ROWS))
    elif total is not None and total > len(rows):
        part = ROWS_SHOWN.fill(shown=f"{len(rows):,}", total=f"{total:,}")
        lead.append((ROWS_LABEL, part))
        notes.append(Note("rows-shown", ROWS_SHOWN_NOTE.fill(part=part)))
    return Result(
        name="projection",
        title=_title(options),
        columns=_columns(options),
        rows=tuple(rows),
        plan=options.scenario.plan,
        what_if=options.scenario.what_ifs,
        lead=tuple(lead),
        notes=tuple(notes),
    )


def _index_note(options: RegionOptions) -> Note:
    if options.yearly:
        return Note("index-base", INDEX_BASE_OF_ROW)
    base_year = options.scenario.plan.base_year
    return Note("index-base", INDEX_BASE.fill(year=base_year))


def _title(options: RegionOptions) -> Text:
    plan = options.scenario.plan
    name = plan.district or plan.name
    year = plan.plan_year
    if options.yearly:
        projection = REGIONS_PROJECTION_ONE_YEAR_ON
        targets = TARGETS_OF_PLAN_YEAR.fill(name=name, year=year)
    else:
        years = year_range(year, options.last_year or year)
        projection = REGIONS_PROJECTION.fill(years=years)
        targets = TARGETS_OF_PLAN.fill(name=name)
    if options.own_targets:
        targets = OWN_TARGETS.fill(targets=targets)
    return REGIONS_TITLE.fill(projection=projection, targets=targets)


def _columns(options: RegionOptions) -> ProjectionColumns:
    plan = options.scenario.plan
    last = options.last_year or plan.plan_year
    columns = projection_columns(plan, last, baseline=options.baseline)
    if options.yearly:
        columns = tuple(_yearly_column(column) for column in columns)
    return Column("region", REGION_HEADING), *columns


def _yearly_column(column: Column[ProjectionRow]) -> Column[ProjectionRow]:
    """Return a column of a table in which each row has years of its own."""
    heading = YEARLY_HEADINGS.get(column.path, column.title)
    if column.path in ("baseline.year", "projected.year"):
        return column._replace(title=heading, kind="number", shown_in="all")
    return column._replace(title=heading)

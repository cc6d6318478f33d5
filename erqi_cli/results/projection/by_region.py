"""Builds the results of `erqi project` over base values by region: a row for each of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from erqi_cli.calc.projection.by_region import RegionTargets, grow
from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.scenario.scenario import Scenario
from erqi_cli.domain.base_value import BaseValue, RegionGroup, RegionRow
from erqi_cli.domain.vocabulary import BaseValueOrigin
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text
from erqi_cli.readers.base_values.by_region import REMEMBERED
from erqi_cli.results.projection.table import projection_columns, projection_record
from erqi_cli.results.result import Column, Note, Record, Result

MOST_ROWS = 1000
"""How many rows a table holds: as many as a person can read."""
OWN_TARGET = Note(
    "own-target", Text("增速为该地区自己的目标", "The growth is the region's own target")
)
PLAN_TARGET = Note(
    "plan-target",
    Text(
        "该地区未填目标增速，按计划的增速推算",
        "The region states no target growth; the plan's rate applies",
    ),
)
NO_ROWS = Note(
    "no-rows",
    Text("文件中没有所选指标的行", "The file has no row of the indicators asked for"),
)
YEARLY_TITLES = {
    "baseline.year": Text("基期年", "Base year"),
    "baseline.value": Text("基期值", "Base value"),
    "projected.year": Text("推算年", "Year"),
    "projected.value": Text("推算值", "Value"),
}


class RegionOptions(NamedTuple):
    """What the rows of a run have in common.

    `file` is where the base values stand. `last_year` is the last year that is projected, None for
    the one after the base year. With `yearly` each row states the year of its value; with
    `own_targets` a column holds target growths. With `baseline` tables also show base values and
    increases.
    """

    scenario: Scenario
    file: str
    last_year: int | None = None
    baseline: bool = False
    yearly: bool = False
    own_targets: bool = False


def check_options(scenario: Scenario, *, chart: bool) -> None:
    """Raise Failure E606 for a chart, and for a what-if that sets one base value for all regions."""
    what = Text("分地区的基期值", "base values by region")
    if chart:
        raise failure("E606", option="--chart", what=what)
    for setting in scenario.settings:
        if setting.field == "baseline":
            raise failure("E606", option=f"--set {setting.written}", what=what)


class RegionRecords:
    """Makes the records of rows as JSON carries them; what a group has in common is made once."""

    def __init__(self, options: RegionOptions) -> None:
        self.options = options
        self.targets = RegionTargets(options.scenario, options.last_year)
        self.common = lru_cache(REMEMBERED)(self._common)
        self.factors = lru_cache(REMEMBERED)(self.targets.factors)

    def record(self, row: RegionRow) -> Record:
        """Return the record of a row."""
        _, group, _ = row
        return {**self.common(group), **self.figures(row)}

    def figures(self, row: RegionRow) -> dict[str, object]:
        """Return the keys of a record that differ from row to row in a group."""
        region, group, value = row
        common = self.common(group)
        projected, increase, *later = grow(value, self.factors(group))
        years = zip(common["years"], (projected, *later), strict=True)
        return {
            "region": region,
            "baseline": {**common["baseline"], "value": value},
            "projected": {**common["projected"], "value": projected},
            "increase": increase,
            "years": [{**year, "value": found} for year, found in years],
        }

    def _common(self, group: RegionGroup) -> Record:
        """Return the record of a row of a group, whose base value is one."""
        options, year = self.options, group.year
        plan = replace(options.scenario.plan, base_year=year, plan_year=year + 1)
        base = BaseValue(
            Decimal(1), group.unit, year, source=options.file, origin=BaseValueOrigin.FILE
        )
        scenario = options.scenario._replace(plan=plan, base_values={group.id: base}, published={})
        projection = project_indicator(scenario, self.targets.target(group), options.last_year)
        record = projection_record(plan, replace(projection, projected_upper=None))
        notes = [*record["assumptions"], *self._target_notes(group)]
        if options.yearly:
            words = _yearly_notes(options)
            record["baseline"]["note"] = words["baseline-from-file"]
            notes = [words.get(note.code, note) for note in notes]
        return {**record, "assumptions": notes}

    def _target_notes(self, group: RegionGroup) -> list[Note]:
        """Return whose target a group is projected at, where the file or the year leaves a doubt."""
        is_what_if = self.targets.is_what_if(group)
        if group.growth is not None and not is_what_if:
            return [OWN_TARGET]
        notes = []
        if self.options.own_targets and not is_what_if:
            notes.append(PLAN_TARGET)
        if self.options.yearly:
            notes.append(_target_of_plan_year(self.options.scenario.plan.plan_year))
        return notes


def shown_result(records: RegionRecords, rows: Iterable[RegionRow]) -> Result[Record]:
    """Return the result that a table shows: the first rows, and how many there are."""
    shown = list[Record]()
    total = 0
    for row in rows:
        total += 1
        if total <= MOST_ROWS:
            shown.append(records.record(row))
    return regions_result(records.options, shown, total)


def regions_result(
    options: RegionOptions,
    rows: Sequence[Record] = (),
    total: int | None = None,
) -> Result[Record]:
    """Return the result with the rows that a table shows, of `total` in the file.

    Without `total` it is the result of a writer that adds the rows one by one.
    """
    notes = [_index_note(options)]
    lead: list[tuple[Text, Text]] = []
    if total == 0:
        notes.append(NO_ROWS)
    elif total is not None and total > len(rows):
        part = _part(len(rows), total)
        lead.append((Text("行数", "Rows"), part))
        notes.append(Note("rows-shown", Text(f"只列出{part.zh}", f"Shown: {part.en}")))
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


def _part(shown: int, total: int) -> Text:
    return Text(
        f"前{shown:,}行，共{total:,}行；--format csv 给出全部",
        f"the first {shown:,} of {total:,}; --format csv gives them all",
    )


def _index_note(options: RegionOptions) -> Note:
    if options.yearly:
        text = Text("指数以各行基期年为100", "The index is each row's base year = 100")
    else:
        base = options.scenario.plan.base_year
        text = Text(f"指数以{base}年为100", f"The index is {base} = 100")
    return Note("index-base", text)


def _title(options: RegionOptions) -> Text:
    plan = options.scenario.plan
    year, last = plan.plan_year, options.last_year
    zh, en = f"{plan.district.zh}增长目标", f"the targets of {plan.district.en}"
    until = "" if last in (None, year) else f"–{last}"
    what = Text(f"各地区{year}{until}年推算值", f"Projection for {year}{until} by region")
    if options.yearly:
        zh, en = f"{plan.district.zh}{year}年增长目标", f"the {year} targets of {plan.district.en}"
        what = Text("各地区基期次年推算值", "Projection one year on by region")
    if options.own_targets:
        zh = f"各地区自己的增长目标，未填的按{zh}"
        en = f"the regions' own targets, else at {en}"
    return Text(f"{what.zh}（按{zh}）", f"{what.en}, at {en}")


def _columns(options: RegionOptions) -> tuple[Column[Record], ...]:
    plan = options.scenario.plan
    last = options.last_year or plan.plan_year
    columns = projection_columns(plan, last, baseline=options.baseline)
    if options.yearly:
        columns = tuple(_yearly_column(column) for column in columns)
    return Column("region", Text("地区", "Region")), *columns


def _yearly_column(column: Column[Record]) -> Column[Record]:
    """Return a column of a table in which each row has years of its own."""
    if column.path in ("baseline.year", "projected.year"):
        return column._replace(title=YEARLY_TITLES[column.path], kind="number", shown_in="all")
    return column._replace(title=YEARLY_TITLES.get(column.path, column.title))


def _yearly_notes(options: RegionOptions) -> dict[str, Note]:
    """Return the notes on rows that have years of their own: their columns say which."""
    file = options.file
    words = {
        "base-year-prices": Text(
            "按各行基期年的价格和口径计",
            "At the prices and scope of the row's base year",
        ),
        "base-year-scope": Text(
            "按现价、各行基期年的口径计",
            "At current prices, in the scope of the row's base year",
        ),
        "baseline-from-file": Text(
            f"基期值取自文件 {file}",
            f"The base value is from the file {file}",
        ),
    }
    return {code: Note(code, text) for code, text in words.items()}


def _target_of_plan_year(year: int) -> Note:
    text = Text(
        f"增速取{year}年的目标，不是所推算年份的实际增速",
        f"The growth is the {year} target, not the growth of the year projected",
    )
    return Note("target-of-plan-year", text)

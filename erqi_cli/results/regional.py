"""Builds the results of `erqi project` over base values by region: one row for each row of the file."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

from erqi_cli.calc.numbers import plain_column
from erqi_cli.calc.projection import Projection, project_indicator, rises_of
from erqi_cli.calc.regional import project_columns
from erqi_cli.calc.scenario import Scenario
from erqi_cli.errors import failure
from erqi_cli.language import Text
from erqi_cli.plan.base import Base
from erqi_cli.plan.model import Plan
from erqi_cli.plan.region_rows import Kind, Rows
from erqi_cli.results.projection import projection_columns, projection_record
from erqi_cli.results.shape import Column, Hole, Note, Record, Result

MOST_ROWS = 1000
"""How many rows a table holds: as many as a person can read."""


class Layout(NamedTuple):
    """What all rows of a run have in common.

    `file` is where the base values stand; `last` is the last year that is projected, None for the one after the base year;
    with `yearly` each row has years of its own; with `baseline` tables also show base values and increases.
    """

    scenario: Scenario
    file: str
    last: int | None = None
    yearly: bool = False
    baseline: bool = False

    def with_years(self, *, yearly: bool) -> "Layout":
        """Return the layout of a file whose rows state their years, or do not; with `last` all are of the plan's base year."""
        return self._replace(yearly=yearly and self.last is None)


class Shown(NamedTuple):
    """The rows that a table shows, and how many there are in all."""

    rows: tuple[Record, ...] = ()
    total: int = 0


def check_settings(scenario: Scenario) -> None:
    """Raise Failure E606 where a what-if would set one base value for every region."""
    for setting in scenario.settings:
        if setting.field == "baseline":
            what = Text("分地区的基期值", "base values by region")
            raise failure("E606", option=f"--set {setting.written}", what=what)


def shown_rows(layout: Layout, batches: Iterable[Rows]) -> Shown:
    """Return as many rows as a table shows, having counted them all."""
    records, count = list[Record](), 0
    for rows in batches:
        few = islice(zip(*rows, strict=True), MOST_ROWS - len(records))
        records += [regional_record(layout, *row) for row in few]
        count += len(rows.values)
    return Shown(tuple(records), count)


def regional_result(layout: Layout, shown: Shown | None = None) -> Result:
    """Return the result without rows, or with those that a table shows."""
    plan, rows = layout.scenario.plan, shown.rows if shown else ()
    notes = [_index_note(layout)]
    lead: list[tuple[Text, Text]] = []
    if shown and not shown.total:
        notes.append(Note("no-rows", Text("文件中没有所选指标的行", "The file has no row of the indicators asked for")))
    elif shown and shown.total > len(rows):
        part = _part(len(rows), shown.total)
        lead.append((Text("行数", "Rows"), part))
        notes.append(Note("rows-shown", Text(f"只列出{part.zh}", f"Shown: {part.en}")))
    return Result(
        name="projection",
        title=_title(layout),
        columns=_columns(layout),
        rows=rows,
        plan=plan,
        what_if=tuple(setting.written for setting in layout.scenario.settings),
        lead=tuple(lead),
        notes=tuple(notes),
    )


def _part(shown: int, count: int) -> Text:
    return Text(
        f"前{shown:,}行，共{count:,}行；--format csv 给出全部",
        f"the first {shown:,} of {count:,}; --format csv gives them all",
    )


def _index_note(layout: Layout) -> Note:
    base = layout.scenario.plan.base_year
    text = Text(f"指数以{base}年为100", f"The index is {base} = 100")
    return Note("index-base", Text("指数以各行基期年为100", "The index is each row's base year = 100") if layout.yearly else text)


def _title(layout: Layout) -> Text:
    plan = layout.scenario.plan
    zh, en, year = plan.district.zh, plan.district.en, plan.plan_year
    if layout.yearly:
        return Text(
            f"各地区基期次年推算值（按{zh}{year}年增长目标）", f"Projection one year on by region, at the {year} targets of {en}"
        )
    until = "" if layout.last in (None, year) else f"–{layout.last}"
    return Text(
        f"各地区{year}{until}年推算值（按{zh}增长目标）", f"Projection for {year}{until} by region, at the targets of {en}"
    )


def _columns(layout: Layout) -> tuple[Column, ...]:
    plan = layout.scenario.plan
    columns = projection_columns(plan, layout.last or plan.plan_year, baseline=layout.baseline)
    if layout.yearly:
        columns = tuple(column._replace(**YEARLY_COLUMNS.get(column.path, {})) for column in columns)
    return Column("region", Text("地区", "Region")), *columns


YEARLY_COLUMNS: dict[str, dict[str, Any]] = {
    "baseline.year": {"title": Text("基期年", "Base year"), "kind": "number", "shown_in": "all"},
    "baseline.value": {"title": Text("基期值", "Base value")},
    "projected.year": {"title": Text("推算年", "Year"), "kind": "number", "shown_in": "all"},
    "projected.value": {"title": Text("推算值", "Value")},
}
"""What differs in the columns of a table in which each row has years of its own."""


def regional_record(layout: Layout, region: str, kind: Kind, year: int, value: Decimal) -> Record:
    """Return the row of one base value as JSON carries it."""
    plan = replace(layout.scenario.plan, base_year=year, plan_year=year + 1)
    return _record(layout, region, plan, _projection(layout, kind, plan, value))


def hollow_record(layout: Layout, kind: Kind) -> Record:
    """Return what the rows of one kind have in common, with holes for what `fill` gives."""
    plan: Any = layout.scenario.plan
    found: Any = _projection(layout, kind, plan, Decimal(1))
    path = tuple(replace(year, value=Hole(f"value_{step}")) for step, year in enumerate(found.path))
    base = found.base._replace(value=Hole("base"))
    if layout.yearly:
        plan = replace(plan, base_year=Hole("base_year"), plan_year=Hole("year"))
        base = base._replace(year=plan.base_year)
        path = tuple(replace(year, year=plan.plan_year) for year in path)
    found = replace(found, base=base, projected=path[0].value, increase=Hole("increase"), path=path)
    return _record(layout, Hole("region"), plan, found)


def _projection(layout: Layout, kind: Kind, plan: Plan, value: Decimal) -> Projection:
    base = Base(value, kind.unit, plan.base_year, source=layout.file, origin="file")
    scenario = layout.scenario._replace(plan=plan, bases={kind.indicator.id: base}, published={})
    return replace(project_indicator(scenario, kind.indicator, layout.last), projected_upper=None)  # notes are shared by all rows


def _record(layout: Layout, region: str | Hole, plan: Plan, found: Projection) -> Record:
    record = projection_record(plan, found)
    record["region"] = region
    if layout.yearly:
        words = _yearly_words(layout)
        record["baseline"]["note"] = words["baseline-from-file"]
        record["assumptions"] = [words.get(note.code, note) for note in record["assumptions"]] + [words["target-of-plan-year"]]
    return record


def _yearly_words(layout: Layout) -> dict[str, Note]:
    """Return the notes on rows that have years of their own: their columns say which."""
    year, file = layout.scenario.plan.plan_year, layout.file
    words = {
        "base-year-prices": Text("按各行基期年的价格和口径计", "At the prices and scope of the row's base year"),
        "base-year-scope": Text("按现价、各行基期年的口径计", "At current prices, in the scope of the row's base year"),
        "baseline-from-file": Text(f"基期值取自文件 {file}", f"The base value is from the file {file}"),
        "target-of-plan-year": Text(
            f"增速取{year}年的目标，不是所推算年份的实际增速",
            f"The growth is the {year} target, not the growth of the year projected",
        ),
    }
    return {code: Note(code, text) for code, text in words.items()}


def fill(layout: Layout, rows: Rows, rises: dict[Kind, tuple[Decimal, ...]]) -> dict[str, list[str]]:
    """Return what fills the holes of many rows: a column of texts for each; `rises` remembers those of each kind."""
    for kind in set(rows.kinds).difference(rises):
        rises[kind] = rises_of(layout.scenario, kind.indicator, layout.last)
    increase, years = project_columns(rows.values, [rises[kind] for kind in rows.kinds])
    filled = {"base": rows.values, "increase": increase, **{f"value_{step}": year for step, year in enumerate(years)}}
    texts = {name: plain_column(values) for name, values in filled.items()}
    if layout.yearly:
        years_of = {year: (str(year), str(year + 1)) for year in set(rows.years)}
        texts["base_year"] = [years_of[year][0] for year in rows.years]
        texts["year"] = [years_of[year][1] for year in rows.years]
    return texts

"""Builds the result of `erqi show`: one thing of the plan with all that the plan says of it."""

from collections.abc import Iterable
from typing import Any

from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.projection.ratios import measured_things
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.domain.plan import RATES, Action, Indicator, Observation, Plan, Source, Target, source_of
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.lookup import Entry, find
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.labels import COMMITMENTS, KINDS, PRICE_BASES, STATUSES, percent, qualified, word
from erqi_cli.results.plan.listing import (
    FIGURE_COLUMNS,
    figure_cell,
    figure_with_unit,
    indicator_record,
    source_record,
    target_record,
    unit_record,
)
from erqi_cli.results.projection.table import assumptions, projection_record
from erqi_cli.results.result import Cell, Column, Lines, Note, Result, plan_line


def show_result(plan: Plan, noun: str, words: str) -> Result:
    """Return one indicator, action, target or source; raises Failure E601, E602."""
    entry = find(plan, words, noun)  # type: ignore[arg-type]
    thing = entry.thing
    if isinstance(thing, Indicator):
        return _indicator(plan, thing)
    if isinstance(thing, Action):
        return _action(plan, thing)
    return _target(plan, entry) if isinstance(thing, Target) else _source(plan, entry)


def _present(lines: Iterable[tuple[Text, Cell]]) -> Lines:
    return tuple((label, cell) for label, cell in lines if cell not in (None, "", ()))


def _phrases(phrases: tuple[str, ...]) -> Text:
    return Text("；".join(f"“{phrase}”" for phrase in phrases), "; ".join(f"“{phrase}”" for phrase in phrases))


def source_words(plan: Plan, name: str | None) -> Text:
    """Return a source's publisher, title and date."""
    source = source_of(plan, name)
    day = source.published
    return Text(
        f"{source.publisher.zh}：{source.title.zh}" + (f"，{day}" if day else ""),
        f"{source.publisher.en}: {source.title.en}" + (f", {day}" if day else ""),
    )


def _indicator(plan: Plan, indicator: Indicator) -> Result:
    projection = project_indicator(scenario(plan), indicator)
    unit = unit_record(indicator.unit)
    lines = (
        (Text("编号", "Id"), indicator.id),
        (Text("增长目标", "Target growth"), qualified(indicator.growth, indicator.comparator, indicator.upper, "%")),
        (Text("容差", "Tolerance"), tolerance_words(indicator)),
        (Text("承诺表述", "Commitment"), word(COMMITMENTS, indicator.commitment)),
        (Text("单位", "Unit"), unit["name"] if unit else None),
        (Text("价格口径", "Prices"), word(PRICE_BASES, indicator.price_basis)),
        (Text(f"{plan.base_year}年", f"{plan.base_year}"), _level(projection.base.value if projection.base else None, indicator)),
        (Text(f"{plan.plan_year}年预期", f"{plan.plan_year} projected"), _level(projection.projected, indicator)),
        (Text("指数", "Index"), projection.index),
        (Text("说明", "Note"), indicator.note),
        (Text("原文", "Phrase"), _phrases(indicator.phrases)),
        (Text("出处", "Source"), source_words(plan, indicator.source)),
    )
    record = {
        **indicator_record(indicator),
        "projection": projection_record(plan, projection),
        "source": indicator.source or plan.document,
        "note": indicator.note,
    }
    return _thing(plan, record, lines, indicator.unit, tuple(assumptions(plan, projection)))


def tolerance_words(thing: Indicator | Target) -> Text | None:
    """Return the tolerance of `about`: percentage points of a rate, percent of an amount."""
    if thing.tolerance is None:
        return None
    if isinstance(thing, Target) and thing.kind not in RATES:
        return Text(f"该数的{thing.tolerance}%", f"{thing.tolerance}% of the figure")
    return Text(f"{thing.tolerance}个百分点", f"{thing.tolerance} percentage points")


def _level(value: Any, indicator: Indicator) -> Cell:
    return indicator.no_baseline if value is None else with_unit(value, indicator.unit)


def _thing(plan: Plan, record: dict[str, Any], lines: Lines, unit: str | None, notes: tuple[Note, ...] = ()) -> Result:
    """Return one thing as the only row, its observations among its lines and in its record."""
    title: Text = record["name"]
    seen = [entry for entry in plan.observations if entry.target == record["id"]]
    published = [(Text("公布", "Published"), _observed(plan, entry, unit)) for entry in seen]
    record = {**record, "observations": [observation_record(entry, unit) for entry in seen]}
    columns = tuple(column._replace(shown_in="csv") for column in FIGURE_COLUMNS)
    lead = _present([plan_line(plan), *lines, *published])
    return Result("show", title, columns, (record,), plan, lead=lead, notes=notes)


def _observed(plan: Plan, seen: Observation, unit: str | None) -> Text:
    """Return an observation in words: period, level, growth, status, publisher and day of publication."""
    source = source_of(plan, seen.source)
    parts = _figures(seen, unit)
    parts += [STATUSES[seen.status], source.publisher, same(seen.published or "")]
    parts += [words for words in (seen.series_break, seen.note) if words]
    words = join([part for part in parts if part.en], zh="，")
    return Text(f"{seen.period}：{words.zh}", f"{seen.period}: {words.en}")


def _figures(seen: Observation, unit: str | None) -> list[Text]:
    """Return the level and the growth of an observation in words, as far as it has them."""
    parts = [with_unit(seen.value, unit)] if seen.value is not None else []
    if seen.growth is not None:
        parts.append(Text(f"增长{percent(seen.growth)}", f"growth {percent(seen.growth)}"))
    return parts


def observation_record(seen: Observation, unit: str | None) -> dict[str, Any]:
    """Return an observation as JSON carries it."""
    return {
        "period": seen.period,
        "value": seen.value,
        "unit": unit,
        "growth_percent": seen.growth,
        "status": seen.status,
        "published": seen.published,
        "source": seen.source,
        "series_break": seen.series_break,
        "note": seen.note,
    }


def _action(plan: Plan, action: Action) -> Result:
    lines: list[tuple[Text, Cell]] = [plan_line(plan), (Text("编号", "Id"), action.id)]
    for label, points in ((Text("要求", "Required"), action.requirements), (Text("主要举措", "Planned"), action.measures)):
        lines += [(label if index == 0 else same(""), point) for index, point in enumerate(points)]
    record = {
        "number": action.number,
        "id": action.id,
        "name": action.name,
        "requirements": list(action.requirements),
        "measures": list(action.measures),
    }
    rows = tuple(target_record(action, target) for target in action.targets)
    title = Text(f"行动{action.number}：{action.name.zh}", f"Action {action.number}: {action.name.en}")
    return Result("show", title, FIGURE_COLUMNS, rows, plan, lead=tuple(lines), extra={"action": record})


def _target(plan: Plan, entry: Entry) -> Result:
    target, action = entry.thing, entry.action
    assert isinstance(target, Target)
    assert action is not None
    record = {**target_record(action, target), "source": target.source or plan.document, "note": target.note}
    unit = unit_record(record["unit"])
    lines = (
        (Text("编号", "Id"), entry.id),
        (Text("行动", "Action"), Text(f"{action.number} {action.name.zh}", f"{action.number} {action.name.en}")),
        (Text("类型", "Kind"), word(KINDS, target.kind)),
        (Text("数值", "Figure"), figure_cell(record)),
        (Text("单位", "Unit"), unit["name"] if unit and target.unit else None),
        (Text("同步于", "In step with"), measured_things(plan)[target.to].name if target.to else None),
        (Text("容差", "Tolerance"), tolerance_words(target)),
        (Text("承诺表述", "Commitment"), word(COMMITMENTS, target.commitment)),
        (Text("期限", "Due"), target.due),
        (Text("说明", "Note"), target.note),
        (Text("原文", "Phrase"), _phrases(target.phrases)),
        (Text("出处", "Source"), source_words(plan, target.source)),
    )
    return _thing(plan, record, lines, record["unit"])


def _source(plan: Plan, entry: Entry) -> Result:
    source = entry.thing
    assert isinstance(source, Source)
    lines = (
        (Text("编号", "Id"), source.id),
        (Text("发布者", "Publisher"), source.publisher),
        (Text("发布日期", "Published"), source.published),
        (Text("网址", "Address"), source.url),
        (Text("说明", "Note"), source.note),
    )
    rows, extra = tuple(_citations(plan, source)), {"source": source_record(source)}
    lead = _present([plan_line(plan), *lines])
    return Result("show", source.title, CITATION_COLUMNS, rows, plan, lead=lead, extra=extra)


def _citations(plan: Plan, source: Source) -> Iterable[dict[str, Any]]:
    """Yield every figure that was taken from a source, with the phrase that holds it."""
    things = measured_things(plan)
    for indicator in plan.indicators:
        if (indicator.source or plan.document) == source.id:
            yield {
                "id": indicator.id,
                "name": indicator.name,
                "figure": figure_with_unit(indicator_record(indicator)),
                "phrases": list(indicator.phrases),
            }
    for action in plan.actions:
        for target in action.targets:
            if (target.source or plan.document) == source.id:
                row = target_record(action, target)
                yield {"id": row["id"], "name": target.name, "figure": figure_with_unit(row), "phrases": row["phrases"]}
    for seen in plan.observations:
        if seen.source == source.id:
            thing = things[seen.target]
            rate = isinstance(thing, Target) and thing.kind in RATES
            parts = _figures(seen, "%" if rate else thing.unit)
            name = Text(f"{thing.name.zh}，{seen.period}", f"{thing.name.en}, {seen.period}")
            yield {"id": seen.target, "name": name, "figure": join(parts), "phrases": []}


CITATION_COLUMNS = (
    Column("id", Text("编号", "Id")),
    Column("name", Text("名称", "Name"), "words"),
    Column("figure", Text("数字", "Figure"), "words"),
    Column("phrases", Text("原文", "Phrase"), show=lambda row: "；".join(row["phrases"])),
)

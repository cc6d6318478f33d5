"""Builds the result of `erqi list`."""

from collections.abc import Callable
from typing import Any, NamedTuple

from erqi_cli.domain.plan import RATES, Action, Indicator, Plan, Source, Target, target_id
from erqi_cli.domain.units import UNITS
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.lookup import find
from erqi_cli.results.amounts import qualified_with_unit
from erqi_cli.results.labels import COMMITMENTS, FORMS, KINDS, qualified, unit_words, word
from erqi_cli.results.result import Cell, Column, Record, Result

Listing = tuple[tuple[Column, ...], tuple[Record, ...]]


class Filters(NamedTuple):
    """What a listing is narrowed to: an action by any of its names, a kind, a commitment word."""

    action: str | None = None
    kind: str | None = None
    commitment: str | None = None


def list_result(plan: Plan, nouns: str | None, filters: Filters) -> Result:
    """Return the listing of one noun, or of indicators and targets together; raises Failure E601, E602, E606."""
    if nouns in LISTS:
        words, listed = LISTS[nouns]
        _refuse_filters(Text(words.zh, nouns), filters)
        columns, others = listed(plan)
        return Result("list", _titled(plan, words, len(others)), columns, others, plan)
    rows = [] if nouns == "targets" or filters.action else [indicator_record(entry) for entry in plan.indicators]
    if nouns != "indicators":
        only = find(plan, filters.action, "action").id if filters.action else None
        rows += [
            target_record(action, target) for action in plan.actions if only in (None, action.id) for target in action.targets
        ]
    elif filters.action:
        raise failure("E606", option="--action", what=Text("指标", "indicators"))
    rows = [row for row in rows if _passes(row, filters)]
    title = {"indicators": Text("主要预期目标", "headline indicators"), "targets": Text("行动目标", "targets of the actions")}
    both = Text("指标与目标", "indicators and targets")
    words = title.get("targets" if filters.action else nouns or "", both)
    return Result("list", _titled(plan, words, len(rows)), FIGURE_COLUMNS, tuple(rows), plan)


def _passes(row: Record, filters: Filters) -> bool:
    return filters.kind in (None, row["kind"]) and filters.commitment in (None, row["commitment"])


def _refuse_filters(nouns: Text, filters: Filters) -> None:
    for name in ("action", "kind", "commitment"):
        if getattr(filters, name) is not None:
            raise failure("E606", option=f"--{name}", what=nouns)


def _titled(plan: Plan, words: Text, count: int) -> Text:
    return Text(f"{plan.name.zh}：{words.zh}（{count}项）", f"{plan.name.en}: {words.en} ({count})")


def indicator_record(indicator: Indicator) -> dict[str, Any]:
    """Return a headline indicator as JSON carries it in a listing."""
    return {
        "id": indicator.id,
        "noun": "indicator",
        "action": None,
        "name": indicator.name,
        "kind": "growth",
        "value": indicator.growth,
        "upper": indicator.upper,
        "unit": "%",
        "comparator": indicator.comparator,
        "tolerance": indicator.tolerance,
        "commitment": indicator.commitment,
        "due": None,
        "phrases": list(indicator.phrases),
    }


def target_record(action: Action, target: Target) -> dict[str, Any]:
    """Return an action's target as JSON carries it."""
    return {
        "id": target_id(action, target),
        "noun": "target",
        "action": action.number,
        "name": target.name,
        "kind": target.kind,
        "value": target.value,
        "upper": target.upper,
        "unit": "%" if target.kind in RATES else target.unit,
        "comparator": target.comparator,
        "tolerance": target.tolerance,
        "to": target.to,
        "commitment": target.commitment,
        "due": target.due,
        "phrases": list(target.phrases),
    }


def figure_cell(row: Record) -> Cell:
    """Return a target's figure with its qualifier."""
    sign = "%" if row["unit"] == "%" else ""
    return qualified(row["value"], row["comparator"], row["upper"], sign)


def figure_with_unit(row: Record) -> Text | None:
    """Return a target's figure in full, such as 600亿元以上 or at least 60 billion yuan (600亿元)."""
    if row["value"] is None:
        return None
    if row["unit"] == "%":
        return qualified(row["value"], row["comparator"], row["upper"], "%")
    return qualified_with_unit(row["value"], row["comparator"], row["upper"], row["unit"])


def unit_cell(row: Record) -> Cell:
    """Return a figure's unit where it does not stand beside it already."""
    return "" if row["unit"] == "%" else unit_words(row["unit"])


FIGURE_COLUMNS = (
    Column("id", Text("编号", "Id")),
    Column("action", same("action"), shown_in="csv"),
    Column("name", Text("名称", "Name"), "words"),
    Column("kind", Text("类型", "Kind"), show=lambda row: word(KINDS, row["kind"])),
    Column("value", Text("数值", "Figure"), "number", figure_cell),
    Column("upper", same("upper"), shown_in="csv"),
    Column("unit", Text("单位", "Unit"), show=unit_cell),
    Column("comparator", same("comparator"), shown_in="csv"),
    Column("commitment", Text("承诺表述", "Commitment"), show=lambda row: word(COMMITMENTS, row["commitment"])),
    Column("due", Text("期限", "Due")),
)


def _actions(plan: Plan) -> Listing:
    columns = (
        Column("number", Text("序号", "No."), "number"),
        Column("id", Text("编号", "Id")),
        Column("name", Text("名称", "Name"), "words"),
        Column("targets", Text("目标", "Targets"), "number"),
        Column("context_figures", Text("背景数", "Context"), "number"),
    )
    rows = tuple(
        {
            "number": action.number,
            "id": action.id,
            "name": action.name,
            "targets": sum(target.kind != "context" for target in action.targets),
            "context_figures": sum(target.kind == "context" for target in action.targets),
        }
        for action in plan.actions
    )
    return columns, rows


def source_record(source: Source) -> dict[str, Any]:
    """Return a source as JSON carries it."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "note": source.note,
    }


def _sources(plan: Plan) -> Listing:
    columns = (
        Column("id", Text("编号", "Id")),
        Column("title", Text("标题", "Title"), "words"),
        Column("publisher", Text("发布者", "Publisher"), "words"),
        Column("published", Text("发布日期", "Published")),
        Column("url", same("url"), shown_in="csv"),
    )
    return columns, tuple(source_record(source) for source in plan.sources)


def _ratios(plan: Plan) -> Listing:
    columns = (
        Column("id", Text("编号", "Id")),
        Column("name", Text("名称", "Name"), "words"),
        Column("form", Text("形式", "Form"), show=lambda row: FORMS[row["form"]]),
        Column("numerator", Text("分子", "Numerator")),
        Column("denominator", Text("分母", "Denominator")),
    )
    keys = ("id", "name", "form", "numerator", "denominator", "note")
    return columns, tuple({key: getattr(ratio, key) for key in keys} for ratio in plan.ratios)


LISTS: dict[str, tuple[Text, Callable[[Plan], Listing]]] = {
    "actions": (Text("行动", "actions"), _actions),
    "sources": (Text("来源", "sources"), _sources),
    "ratios": (Text("比率", "ratios"), _ratios),
}
"""What is listed with columns of its own: its name, and what gives its columns and rows."""


def unit_record(symbol: str | None) -> dict[str, Any] | None:
    """Return a unit with its scale and names, or None."""
    if symbol is None:
        return None
    unit = UNITS[symbol]
    return {"symbol": unit.symbol, "name": unit.name, "measure": unit.measure, "scale": unit.scale}

"""Builds the results of `erqi check`: what a sound plan holds, or every problem as a row."""

from collections import Counter
from collections.abc import Iterator, Sequence

from erqi_cli.domain.plan import Plan
from erqi_cli.errors import Problem
from erqi_cli.i18n.text import Text, same
from erqi_cli.readers.ledger.read import Ledger
from erqi_cli.results.result import Cell, Column, Lines, Result

KINDS_COUNTED = {
    "growth": Text("其中：增长目标", "Of these, growth targets"),
    "level": Text("其中：规模目标", "Of these, levels"),
    "count": Text("其中：数量目标", "Of these, counts"),
    "share": Text("其中：占比目标", "Of these, shares"),
    "milestone": Text("其中：节点目标", "Of these, milestones"),
    "relative": Text("其中：同步目标", "Of these, relative targets"),
    "qualitative": Text("其中：定性目标", "Of these, qualitative targets"),
    "context": Text("其中：背景数", "Of these, context figures"),
}
COUNTS = (
    Column("item", same("item"), shown_in="csv"),
    Column("name", Text("内容", "Contents"), "words"),
    Column("count", Text("数量", "Count"), "number"),
)


def checked_result(path: str, plan: Plan) -> Result:
    """Return the counts of what a sound plan holds."""
    kinds = Counter[str](target.kind for action in plan.actions for target in action.targets)
    counts: list[tuple[str, Text, int]] = [
        ("indicators", Text("指标", "Indicators"), len(plan.indicators)),
        ("actions", Text("行动", "Actions"), len(plan.actions)),
        ("targets", Text("行动中的数字和目标", "Figures and targets of the actions"), sum(kinds.values())),
    ]
    counts += [(f"targets_{kind}", words, kinds[kind]) for kind, words in KINDS_COUNTED.items() if kinds[kind]]
    counts += [
        ("ratios", Text("比率", "Ratios"), len(plan.ratios)),
        ("observations", Text("公布的数据", "Observations"), len(plan.observations)),
        ("sources", Text("来源", "Sources"), len(plan.sources)),
    ]
    rows = tuple({"item": item, "name": name, "count": count} for item, name, count in counts)
    title = Text(f"{path}：没有问题", f"{path}: no problems")
    lead = tuple((label, words) for label, words in _about(plan) if words is not None)
    return Result("check", title, COUNTS, rows, plan, lead=lead, extra={"ok": True, "file": path})


def _about(plan: Plan) -> Iterator[tuple[Text, Cell]]:
    """Yield what the plan says of itself."""
    yield Text("计划", "Plan"), plan.name
    yield Text("区县", "District"), plan.district
    yield Text("城市", "City"), plan.city
    yield Text("会议", "Meeting"), plan.meeting
    yield Text("日期", "Date"), plan.meeting_date
    for aim in plan.aims:
        yield Text("总体要求", "Aim"), aim


def checked_ledger(path: str, plan: Plan, ledger: Ledger) -> Result:
    """Return what a sound ledger holds."""
    counts = (
        ("rows", Text("数据行", "Rows"), ledger.rows),
        ("elsewhere", Text("其中其他年份", "Of these, of other years"), ledger.elsewhere),
        ("targets", Text("涉及的指标和目标", "Indicators and targets"), len({seen.target for seen in ledger.seen})),
    )
    rows = tuple({"item": item, "name": name, "count": count} for item, name, count in counts)
    title = Text(f"{path}：没有问题", f"{path}: no problems")
    lead: Lines = ((Text("计划", "Plan"), plan.name), (Text("编码", "Encoding"), ledger.layout.encoding))
    return Result("check", title, COUNTS, rows, plan, lead=lead, extra={"ok": True, "file": path})


def problems_result(path: str, problems: Sequence[Problem]) -> Result:
    """Return every problem as a row."""
    rows = tuple(
        {
            "file": problem.file or path,
            "line": problem.place.line if problem.place else None,
            "column": problem.place.column if problem.place else None,
            "code": problem.code,
            "message": problem.message,
            "remedy": problem.hint,
        }
        for problem in problems
    )
    columns = (
        Column("file", Text("文件", "File")),
        Column("line", Text("行", "Line"), "number"),
        Column("column", Text("列", "Column"), "number"),
        Column("code", Text("代码", "Code")),
        Column("message", Text("消息", "Message"), "words"),
        Column("remedy", Text("处理", "Remedy"), "words"),
    )
    title = Text(f"{path}：{len(rows)}处问题", f"{path}: {len(rows)} problems")
    return Result("check", title, columns, rows, extra={"ok": False, "file": path})

"""Builds the results of `erqi check`: what a sound file contains, or every problem as a row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.errors import Notice, Problem
from erqi_cli.i18n.text import Text, counted, same
from erqi_cli.readers.ledger.read import Ledger
from erqi_cli.results.plan.messages import (
    ACTIONS_COUNTED,
    AIM_LABEL,
    CITY_LABEL,
    DATE_LABEL,
    DISTRICT_LABEL,
    ENCODING_LABEL,
    INDICATORS_COUNTED,
    KINDS_COUNTED,
    LEDGER_ROWS,
    MEETING_LABEL,
    NO_PROBLEMS,
    OBSERVATIONS_COUNTED,
    ONLY_NOTICES,
    PROBLEMS_FOUND,
    RATIOS_COUNTED,
    ROWS_OF_OTHER_YEARS,
    SOURCES_COUNTED,
    TARGETS_COUNTED,
    TARGETS_OBSERVED,
)
from erqi_cli.results.result import Column, Line, Result, plan_line


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many of something there are."""

    item: str
    name: Text
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One problem, with its place in the file as far as that is known."""

    file: str
    line: int | None
    column: int | None
    code: str
    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One notice, with its place in the file as far as that is known."""

    file: str
    line: int | None
    column: int | None
    code: str
    zh: str
    en: str


def checked_result(path: str, plan: Plan, notices: Sequence[Notice]) -> Result[CountRow]:
    """Return the counts of what a sound plan contains."""
    about = [line for line in _about(plan) if line[1] is not None]
    return Result(
        name="check",
        title=_title(path, notices),
        columns=COUNT_COLUMNS,
        rows=tuple(_plan_counts(plan)),
        plan=plan,
        lead=tuple(about),
        extra=_checked(path, notices),
    )


def _title(path: str, notices: Sequence[Notice]) -> Text:
    """Return that a file is sound, and how many notices there are on it."""
    if not notices:
        return NO_PROBLEMS.fill(path=path)
    count = len(notices)
    return ONLY_NOTICES.fill(path=path, count=count, counted=counted(count, "notice"))


def _plan_counts(plan: Plan) -> Iterator[CountRow]:
    kinds: Counter[Kind] = Counter()
    for action in plan.actions:
        kinds.update(target.kind for target in action.targets)
    yield _count("indicators", INDICATORS_COUNTED, len(plan.indicators))
    yield _count("actions", ACTIONS_COUNTED, len(plan.actions))
    yield _count("targets", TARGETS_COUNTED, kinds.total())
    for kind in Kind:
        if kinds[kind]:
            name = KINDS_COUNTED[kind]
            yield _count(f"targets_{kind}", name, kinds[kind])
    yield _count("ratios", RATIOS_COUNTED, len(plan.ratios))
    yield _count("observations", OBSERVATIONS_COUNTED, len(plan.observations))
    yield _count("sources", SOURCES_COUNTED, len(plan.sources))


def _count(item: str, name: Text, count: int) -> CountRow:
    return CountRow(item=item, name=name, count=count)


def _about(plan: Plan) -> Iterator[Line]:
    """Yield what the plan says of itself."""
    yield plan_line(plan)
    yield DISTRICT_LABEL, plan.district
    yield CITY_LABEL, plan.city
    yield MEETING_LABEL, plan.meeting
    yield DATE_LABEL, plan.meeting_date
    for aim in plan.aims:
        yield AIM_LABEL, aim


def _checked(path: str, notices: Sequence[Notice]) -> dict[str, object]:
    """Return what the JSON document of a sound file says of it."""
    rows = [_notice_row(path, notice) for notice in notices]
    return {"ok": True, "file": path, "notices": rows}


def _notice_row(path: str, notice: Notice) -> NoticeRow:
    place = notice.place
    text = notice.text
    return NoticeRow(
        file=notice.file or path,
        line=place.line if place else None,
        column=place.column if place else None,
        code=notice.code,
        zh=text.zh,
        en=text.en,
    )


def checked_ledger(path: str, plan: Plan, ledger: Ledger) -> Result[CountRow]:
    """Return what a sound ledger contains."""
    target_ids = {observation.target for observation in ledger.observations}
    rows = (
        _count("rows", LEDGER_ROWS, ledger.rows),
        _count("elsewhere", ROWS_OF_OTHER_YEARS, ledger.elsewhere),
        _count("targets", TARGETS_OBSERVED, len(target_ids)),
    )
    return Result(
        name="check",
        title=_title(path, ledger.notices),
        columns=COUNT_COLUMNS,
        rows=rows,
        plan=plan,
        lead=(plan_line(plan), (ENCODING_LABEL, ledger.layout.encoding)),
        extra=_checked(path, ledger.notices),
    )


def problems_result(path: str, problems: Sequence[Problem]) -> Result[ProblemRow]:
    """Return every problem as a row."""
    rows = [_problem_row(path, problem) for problem in problems]
    return Result(
        name="check",
        title=PROBLEMS_FOUND.fill(
            path=path,
            count=len(rows),
            counted=counted(len(rows), "problem"),
        ),
        columns=PROBLEM_COLUMNS,
        rows=tuple(rows),
        extra={"ok": False, "file": path, "notices": ()},
    )


def _problem_row(path: str, problem: Problem) -> ProblemRow:
    place = problem.place
    return ProblemRow(
        file=problem.file or path,
        line=place.line if place else None,
        column=place.column if place else None,
        code=problem.code,
        message=problem.message,
        remedy=problem.hint,
    )


COUNT_COLUMNS: tuple[Column[CountRow], ...] = (
    Column("item", same("item"), shown_in="csv"),
    Column("name", Text("内容", "Contents"), "words"),
    Column("count", Text("数量", "Count"), "number"),
)
PROBLEM_COLUMNS: tuple[Column[ProblemRow], ...] = (
    Column("file", Text("文件", "File")),
    Column("line", Text("行", "Line"), "number"),
    Column("column", Text("列", "Column"), "number"),
    Column("code", Text("代码", "Code")),
    Column("message", Text("消息", "Message"), "words"),
    Column("remedy", Text("处理", "Remedy"), "words"),
)

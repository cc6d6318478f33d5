"""Builds the result of `erqi audit`: each figure of the document with what holds it, and what reads otherwise."""

from collections.abc import Iterator

from erqi_cli.calc.audit.findings import Audited, Finding, is_loose
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Difference, FindingKind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.source_text import Prose
from erqi_cli.results.plan.listing import figure_in_full
from erqi_cli.results.result import Cell, Column, Note, Record, Result, Tone

FINDINGS = {
    FindingKind.NOT_HELD: Text("未收录", "not in the plan"),
    FindingKind.DIFFERS: Text("不一致", "differs"),
    FindingKind.ABSENT: Text("原文无此表述", "not in the document"),
    FindingKind.UNUSED: Text("条目未用到", "unused entry"),
    FindingKind.HELD: Text("已收录", "in the plan"),
    FindingKind.IGNORED: Text("不计入", "not counted"),
}
"""What an audit may find, the worst first."""
TONES: dict[FindingKind, Tone] = {
    FindingKind.HELD: "good",
    FindingKind.IGNORED: "quiet",
    FindingKind.UNUSED: "fair",
}
DIFFERENCES = {
    Difference.VALUE: Text("数值与原文不同", "the value differs from the document"),
    Difference.UNIT: Text("单位与原文不同", "the unit differs from the document"),
    Difference.COMPARATOR: Text("限定词与原文不同", "the qualifier differs from the document"),
    Difference.PHRASE: Text("所引原文与文件不同", "the phrase differs from the document"),
}
OWN_WORDS = Text("计划自身的文字中有原文没有的数字", "the plan's own words give a figure that is not in the document")
NO_PHRASE = Text("原文中没有所引表述", "the phrase is not in the document")
NO_REASON = Text("未写明原因", "no reason given")
PLAN_NAMES = {"actions": Text("行动数量", "the number of actions")}


def audit_result(plan: Plan, audited: Audited, *, strict: bool) -> Result[Record]:
    """Return what an audit found, the worst first and each in the order of the document."""
    prose = audited.document.prose
    figures = {figure.start: figure for figure in audited.document.figures}
    rows = [_record(prose, found, figures.get(-1 if found.start is None else found.start)) for found in audited.findings]
    order = list(FINDINGS)
    rows.sort(key=lambda row: order.index(row["finding"]))
    counts = {kind: number for kind in FINDINGS if (number := sum(row["finding"] == kind for row in rows))}
    ok = not audited.failed(strict=strict)
    return Result(
        name="audit",
        title=Text(f"{prose.file}：与《{plan.name.zh}》核对", f"{prose.file}: compared with {plan.name.en}"),
        columns=COLUMNS,
        rows=tuple(rows),
        plan=plan,
        lead=tuple(_lead(audited, counts)),
        notes=tuple(_notes(audited, ok=ok, strict=strict)),
        extra={
            "ok": ok,
            "file": prose.file,
            "encoding": prose.encoding,
            "figures": len(audited.document.figures),
            "counts": counts,
        },
    )


def _record(prose: Prose, found: Finding, figure: Figure | None) -> Record:
    spans = found.start is not None and found.end is not None
    place = prose.place(found.start, found.end) if spans else None  # type: ignore[arg-type]
    cited = found.cited.target if found.cited else None
    return {
        "finding": found.kind,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "figure": prose.text[found.start : found.end] if spans else None,
        "context": prose.around(found.start, found.end) if spans else None,  # type: ignore[arg-type]
        "value": figure.value if figure else None,
        "upper": figure.upper if figure else None,
        "unit": (figure.word or None) if figure else None,
        "comparator": figure.comparator if figure else None,
        "ids": list(found.ids),
        "plan_figure": figure_in_full(cited) if cited else None,
        "differs": found.differs,
        "phrase": found.words,
        "rule": found.rule,
        "reason": _reason(found),
    }


def _reason(found: Finding) -> Text | None:
    if found.kind is FindingKind.DIFFERS and found.differs:
        return DIFFERENCES[found.differs]
    if found.kind is FindingKind.ABSENT:
        return NO_PHRASE if found.cited else OWN_WORDS
    return NO_REASON if found.kind is FindingKind.IGNORED and found.reason is None else found.reason


def _lead(audited: Audited, counts: dict[FindingKind, int]) -> Iterator[tuple[Text, Cell]]:
    yield Text("文件中的数字", "Figures in the document"), len(audited.document.figures)
    for kind, number in counts.items():
        yield FINDINGS[kind], number
    if audited.document.prose.encoding != "UTF-8":
        yield Text("编码", "Encoding"), audited.document.prose.encoding


def _notes(audited: Audited, *, ok: bool, strict: bool) -> Iterator[Note]:
    if ok:
        yield Note("nothing-lost", Text("没有遗漏，没有不一致", "Nothing is missing and nothing differs"))
    if any(found.kind is FindingKind.IGNORED for found in audited.findings):
        yield Note(
            "no-figure",
            Text(
                "“不计入”按规则或计划的 audit.ignore 判定，原因见各行",
                "“Not counted”: by a rule or by the plan's audit.ignore; each row gives the reason",
            ),
        )
    if strict and any(is_loose(found) for found in audited.findings):
        words = Text(
            "--strict：不计入的数字须写明原因，audit.ignore 的条目须用到",
            "--strict: numbers not counted need a reason, and entries of audit.ignore must be used",
        )
        yield Note("strict", words)
    if not ok and any(found.kind is FindingKind.NOT_HELD for found in audited.findings):
        yield Note(
            "remedy",
            Text(
                "未收录的数字：写入计划并引原文（phrases），或在 audit.ignore 中说明不计入的原因",
                "For a figure that is not in the plan: add it with its phrase, or say under audit.ignore why it does not count",
            ),
        )


def _tone(row: Record) -> Tone:
    return TONES.get(row["finding"], "bad")


def _place(row: Record) -> Cell:
    return None if row["line"] is None else f"{row['line']}:{row['column']}"


def _plan_side(row: Record) -> Cell:
    """Return what of the plan a row is about, and its figure where that differs."""
    if not row["ids"]:
        return ""
    names = join([PLAN_NAMES.get(one, same(one)) for one in row["ids"]])
    figure = row["plan_figure"]
    return Text(f"{names.zh}：{figure.zh}", f"{names.en}: {figure.en}") if figure else names


def _remark(row: Record) -> Cell:
    """Return why a row is as it is: with the words of the plan that are not in the document, or those of the document."""
    reason, kind = row["reason"] or same(""), row["finding"]
    words = (
        row["phrase"]
        if kind in (FindingKind.ABSENT, FindingKind.UNUSED, FindingKind.DIFFERS)
        else row["context"]
        if kind is not FindingKind.HELD
        else None
    )
    if not words:
        return reason
    return Text(f"{reason.zh}：“{words}”".removeprefix("："), f"{reason.en}: “{words}”".removeprefix(": "))


COLUMNS: tuple[Column[Record], ...] = (
    Column("finding", Text("结果", "Finding"), show=lambda row: FINDINGS[row["finding"]], tone=_tone),
    Column("place", Text("行:列", "Line:col"), "number", _place, shown_in="some"),
    Column("line", same("line"), shown_in="csv"),
    Column("column", same("column"), shown_in="csv"),
    Column("figure", Text("原文数字", "Figure"), "number"),
    Column("context", same("context"), shown_in="csv"),
    Column("value", same("value"), shown_in="csv"),
    Column("upper", same("upper"), shown_in="csv"),
    Column("unit", same("unit"), shown_in="csv"),
    Column("comparator", same("comparator"), shown_in="csv"),
    Column("ids", Text("计划", "Plan"), show=_plan_side),
    Column("plan_figure", same("plan figure"), "words", shown_in="csv"),
    Column("differs", same("differs"), shown_in="csv"),
    Column("phrase", same("phrase"), shown_in="csv"),
    Column("rule", same("rule"), shown_in="csv"),
    Column("reason", Text("说明", "Remark"), "words", _remark),
)

"""Builds the result of `erqi audit`: each figure of the document with what became of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from erqi_cli.calc.audit.audit import ACTIONS_ID
from erqi_cli.calc.audit.findings import AuditResult, Document, Finding
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.vocabulary import Comparator, Difference, FindingKind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.figures.exclusions import RuleCode
from erqi_cli.parsing.figures.finder import Figure
from erqi_cli.parsing.figures.source_text import SourceText
from erqi_cli.results.audit import messages
from erqi_cli.results.figures import figure_in_full
from erqi_cli.results.result import Cell, Column, Note, Result, Tone

TONES: dict[FindingKind, Tone] = {
    FindingKind.MATCHED: "good",
    FindingKind.IGNORED: "quiet",
    FindingKind.UNUSED: "fair",
}
SEVERITY = list(FindingKind)
"""The kinds of finding are listed the worst first."""
QUOTE_PLAN = (
    FindingKind.ABSENT,
    FindingKind.UNUSED,
    FindingKind.DIFFERS,
)
"""The findings whose remark quotes the plan; the others quote the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One finding as it is shown; the fields that do not apply are None."""

    finding: FindingKind
    line: int | None = None
    column: int | None = None
    figure: str | None = None
    """The figure in the words of the document."""
    context: str | None = None
    """The figure with its surroundings."""
    value: Decimal | None = None
    """In the unit, with 万 and 亿 worked out; a rate that decreases is negative."""
    upper: Decimal | None = None
    """The upper end of a range."""
    unit: str | None = None
    """The unit in the words of the document."""
    comparator: Comparator | None = None
    """How the document qualifies the figure."""
    ids: tuple[str, ...]
    """The entries of the plan that hold the figure, differ from it or lack it."""
    plan_figure: Text | None
    """The plan's figure if the document differs."""
    differs: Difference | None
    """In what the document differs."""
    phrase: str | None
    """The words of the plan."""
    rule: str | None
    """The rule by which a number does not count."""
    reason: Text | None


def audit_result(plan: Plan, audited: AuditResult, *, strict: bool) -> Result[AuditRow]:
    """Return the findings of an audit, the worst first.

    Each kind is in the order of the document.
    """
    document = audited.document
    source = document.source
    figures = {figure.start: figure for figure in document.figures}
    findings = sorted(audited.findings, key=_severity)
    counts = _counts(audited)
    ok = not audited.failed(strict=strict)
    return Result(
        name="audit",
        title=messages.TITLE.fill(file=source.file, plan=plan.name),
        columns=COLUMNS,
        rows=tuple(_row(document, figures, finding) for finding in findings),
        plan=plan,
        lead=tuple(_lead(document, counts)),
        notes=tuple(_notes(audited, ok=ok, strict=strict)),
        extra={
            "ok": ok,
            "file": source.file,
            "encoding": source.encoding,
            "figures": len(document.figures),
            "counts": counts,
        },
    )


def _severity(finding: Finding) -> int:
    """Return what sorts the worst findings first."""
    return SEVERITY.index(finding.kind)


def _counts(audited: AuditResult) -> dict[str, int]:
    """Return the number of findings of each kind that there is, the worst first."""
    counted = Counter(finding.kind for finding in audited.findings)
    counts = {}
    for kind in SEVERITY:
        if kind in counted:
            counts[str(kind)] = counted[kind]
    return counts


def _row(
    document: Document,
    figures: dict[int, Figure],
    finding: Finding,
) -> AuditRow:
    """Return the row of a finding; `figures` are those of the document by their start."""
    plan_side = _row_of_plan(finding)
    if finding.start is None or finding.end is None:
        return plan_side
    source = document.source
    place = source.place(finding.start, finding.end)
    placed = replace(
        plan_side,
        line=place.line,
        column=place.column,
        figure=source.words(finding.start, finding.end),
        context=source.context(finding.start, finding.end),
    )
    figure = figures.get(finding.start)
    if figure is None:
        return placed
    return replace(
        placed,
        value=figure.value,
        upper=figure.upper,
        unit=_unit_of(source, figure),
        comparator=figure.comparator,
    )


def _unit_of(source: SourceText, figure: Figure) -> str | None:
    """Return the unit of a figure in the characters of the document; None if it has none.

    The unit of a table's figure stands in another cell.
    """
    unit = figure.unit
    if not unit:
        return None
    end = figure.unit_end
    start = end - len(unit)
    stands_behind = source.text[start:end] == unit
    return source.words(start, end) if stands_behind else unit


def _row_of_plan(finding: Finding) -> AuditRow:
    """Return the row of a finding without its place in the document."""
    return AuditRow(
        finding=finding.kind,
        ids=finding.ids,
        plan_figure=figure_in_full(finding.cited.target) if finding.cited else None,
        differs=finding.difference,
        phrase=finding.words,
        rule=finding.rule,
        reason=_reason(finding),
    )


def _reason(finding: Finding) -> Text | None:
    """Return why a figure differs or does not count."""
    if finding.difference:
        return messages.DIFFERENCES[finding.difference]
    if finding.kind == FindingKind.ABSENT:
        if finding.cited:
            return messages.PHRASE_NOT_IN_DOCUMENT
        return messages.TEXT_NOT_IN_DOCUMENT
    if finding.rule == RuleCode.IGNORE:
        return finding.reason or messages.NO_REASON
    if finding.rule:
        return messages.RULES[finding.rule]
    return finding.reason


def _lead(
    document: Document,
    counts: dict[str, int],
) -> Iterator[tuple[Text, Cell]]:
    """Yield what stands above the rows: how many figures there are of each kind."""
    yield messages.FIGURES, len(document.figures)
    for kind, number in counts.items():
        label = messages.FINDINGS[FindingKind(kind)]
        yield label, number
    encoding = document.source.encoding
    if encoding != "UTF-8":
        yield messages.ENCODING, encoding


def _notes(
    audited: AuditResult,
    *,
    ok: bool,
    strict: bool,
) -> Iterator[Note]:
    """Yield the notes below the rows."""
    kinds = {finding.kind for finding in audited.findings}
    if ok:
        yield Note("nothing-lost", messages.ALL_MATCHED)
    if FindingKind.IGNORED in kinds:
        yield Note("no-figure", messages.NOT_COUNTED)
    if audited.unsure:
        ids = join([same(name) for name in audited.unsure])
        yield Note("unsure", messages.UNSURE.fill(ids=ids))
    is_loose = any(finding.is_loose for finding in audited.findings)
    if strict and is_loose:
        yield Note("strict", messages.STRICT)
    if FindingKind.MISSING in kinds:
        yield Note("remedy", messages.REMEDY)


def _finding_cell(row: AuditRow) -> Cell:
    """Return what kind of finding a row is."""
    return messages.FINDINGS[row.finding]


def _tone(row: AuditRow) -> Tone:
    return TONES.get(row.finding, "bad")


def _place_cell(row: AuditRow) -> Cell:
    """Return line and column, such as 5:9."""
    if row.line is None:
        return None
    return f"{row.line}:{row.column}"


def _plan_cell(row: AuditRow) -> Cell:
    """Return the entries of the plan that a row is about.

    Their figure is given if the document differs.
    """
    if not row.ids:
        return ""
    names = [messages.ACTIONS if name == ACTIONS_ID else same(name) for name in row.ids]
    ids = join(names)
    if row.plan_figure is None:
        return ids
    return messages.PLAN_FIGURE.fill(ids=ids, figure=row.plan_figure)


def _remark_cell(row: AuditRow) -> Cell:
    """Return why a row is as it is, with the words of the plan or of the document."""
    if row.finding == FindingKind.MATCHED:
        return ""
    words = row.context
    # A longer term stands in the document, not in the plan.
    is_longer_term = row.differs == Difference.LONGER_TERM
    if row.finding in QUOTE_PLAN and not is_longer_term:
        words = row.phrase
    if row.reason is None:
        return messages.QUOTED.fill(words=words)
    return messages.EXPLAINED.fill(
        reason=row.reason,
        words=words,
    )


def _csv_only(path: str) -> Column[AuditRow]:
    """Return a column that only CSV has, with its field as the heading."""
    return Column(path, same(path), shown_in="csv")


COLUMNS: tuple[Column[AuditRow], ...] = (
    Column(
        "finding",
        messages.FINDING_HEADING,
        show=_finding_cell,
        tone=_tone,
    ),
    Column(
        "place",
        messages.PLACE_HEADING,
        "number",
        _place_cell,
        shown_in="some",
        value=_place_cell,
    ),
    _csv_only("line"),
    _csv_only("column"),
    Column("figure", messages.FIGURE_HEADING, "number"),
    _csv_only("context"),
    _csv_only("value"),
    _csv_only("upper"),
    _csv_only("unit"),
    _csv_only("comparator"),
    Column(
        "ids",
        messages.PLAN_HEADING,
        show=_plan_cell,
    ),
    Column(
        "plan_figure",
        same("plan figure"),
        "words",
        shown_in="csv",
    ),
    _csv_only("differs"),
    _csv_only("phrase"),
    _csv_only("rule"),
    Column(
        "reason",
        messages.REMARK_HEADING,
        "words",
        _remark_cell,
    ),
)

"""Builds the result of `erqi show`: one entry of the plan with all that the plan says of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from erqi_cli.calc.projection.project import project_indicator
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Action, Plan, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import UNITS
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.lookup import find
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.labels import COMMITMENTS, KINDS, PRICE_BASES, label_for
from erqi_cli.results.plan.listing import (
    FIGURE_COLUMNS,
    FigureRow,
    IndicatorRow,
    TargetRow,
    indicator_row,
    source_row,
    target_row,
)
from erqi_cli.results.plan.messages import (
    ACTION_LABEL,
    ACTION_TITLE,
    ADDRESS_LABEL,
    COMMITMENT_LABEL,
    DAY_LABEL,
    DUE_LABEL,
    FIGURE_LABEL,
    ID_LABEL,
    IN_STEP_LABEL,
    INDEX_LABEL,
    KIND_LABEL,
    NAME_AND_PERIOD,
    NOTE_LABEL,
    NUMBERED_ACTION,
    PHRASE_LABEL,
    PLANNED_LABEL,
    PRICES_LABEL,
    PUBLISHER_LABEL,
    QUOTED,
    REQUIRED_LABEL,
    SOURCE_LABEL,
    TARGET_GROWTH_LABEL,
    TOLERANCE_LABEL,
    UNIT_LABEL,
    YEAR,
    YEAR_PROJECTED,
)
from erqi_cli.results.plan.observations import (
    ObservationRow,
    figure_texts,
    observation_lines,
    observation_rows,
)
from erqi_cli.results.plan.wording import (
    figure_in_full,
    figure_text,
    source_text,
    tolerance_text,
)
from erqi_cli.results.projection.notes import assumptions
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.projection.table import projection_row
from erqi_cli.results.result import (
    INLINE,
    AnyResult,
    Cell,
    Column,
    Line,
    Lines,
    Note,
    Result,
    Row,
    plan_line,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownIndicatorRow:
    """A headline indicator with its projection and its observations."""

    listed: IndicatorRow = field(metadata=INLINE)
    projection: ProjectionRow
    source: str
    note: Text | None
    observations: tuple[ObservationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTargetRow:
    """A target of an action with its observations."""

    listed: TargetRow = field(metadata=INLINE)
    source: str
    note: Text | None
    observations: tuple[ObservationRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDetails:
    """What an action requires and plans, as points."""

    number: int
    id: str
    name: Text
    requirements: tuple[Text, ...]
    measures: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRow:
    """A figure that was taken from a source, with the phrases that hold it."""

    id: str
    name: Text
    figure: Text | None
    phrases: tuple[str, ...]


def show_result(plan: Plan, entry_type: EntryType, words: str) -> AnyResult:
    """Return one indicator, action, target or source; raise Failure E601, E602."""
    entry = find(plan, words, entry_type)
    if entry_type is EntryType.ACTION:
        return action_result(plan, plan.action(entry.id))
    if entry_type is EntryType.SOURCE:
        return source_result(plan, plan.source(entry.id))
    target = plan.target(entry.id)
    action = plan.action_of(target)
    return indicator_result(plan, target) if action is None else target_result(plan, target, action)


def indicator_result(plan: Plan, indicator: Target) -> Result[ShownIndicatorRow]:
    """Return a headline indicator."""
    projection = project_indicator(scenario(plan), indicator)
    base_level = projection.base.value if projection.base else None
    projected_label = YEAR_PROJECTED.fill(year=plan.plan_year)
    lines: list[Line] = [
        plan_line(plan),
        (ID_LABEL, indicator.id),
        (TARGET_GROWTH_LABEL, figure_text(indicator)),
        (TOLERANCE_LABEL, tolerance_text(indicator)),
        (COMMITMENT_LABEL, label_for(COMMITMENTS, indicator.commitment)),
        (UNIT_LABEL, _unit_name(indicator.unit)),
        (PRICES_LABEL, label_for(PRICE_BASES, indicator.price_basis)),
        (YEAR.fill(year=plan.base_year), _level(base_level, indicator)),
        (projected_label, _level(projection.projected, indicator)),
        (INDEX_LABEL, projection.index),
        *_documented(plan, indicator),
        *observation_lines(plan, indicator),
    ]
    row = ShownIndicatorRow(
        listed=indicator_row(indicator),
        projection=projection_row(plan, projection),
        source=indicator.source or plan.document,
        note=indicator.note,
        observations=observation_rows(plan, indicator),
    )
    return _shown(plan, indicator.name, row, lines, assumptions(plan, projection))


def target_result(plan: Plan, target: Target, action: Action) -> Result[ShownTargetRow]:
    """Return a target of an action."""
    partner = plan.targets_by_id.get(target.to or "")
    lines: list[Line] = [
        plan_line(plan),
        (ID_LABEL, target.id),
        (ACTION_LABEL, NUMBERED_ACTION.fill(number=action.number, name=action.name)),
        (KIND_LABEL, KINDS[target.kind]),
        (FIGURE_LABEL, figure_text(target)),
        (UNIT_LABEL, _unit_name(target.unit)),
        (IN_STEP_LABEL, partner.name if partner else None),
        (TOLERANCE_LABEL, tolerance_text(target)),
        (COMMITMENT_LABEL, label_for(COMMITMENTS, target.commitment)),
        (DUE_LABEL, target.due),
        *_documented(plan, target),
        *observation_lines(plan, target),
    ]
    row = ShownTargetRow(
        listed=target_row(target, action.number),
        source=target.source or plan.document,
        note=target.note,
        observations=observation_rows(plan, target),
    )
    return _shown(plan, target.name, row, lines)


def action_result(plan: Plan, action: Action) -> Result[TargetRow]:
    """Return an action: its points above its targets."""
    lines: list[Line] = [plan_line(plan), (ID_LABEL, action.id)]
    lines += _points(REQUIRED_LABEL, action.requirements)
    lines += _points(PLANNED_LABEL, action.measures)
    details = ActionDetails(
        number=action.number,
        id=action.id,
        name=action.name,
        requirements=action.requirements,
        measures=action.measures,
    )
    return Result(
        name="show",
        title=ACTION_TITLE.fill(number=action.number, name=action.name),
        columns=FIGURE_COLUMNS,
        rows=tuple(target_row(target, action.number) for target in action.targets),
        plan=plan,
        lead=tuple(lines),
        extra={"action": details},
    )


def source_result(plan: Plan, source: Source) -> Result[CitationRow]:
    """Return a source: what it is, above every figure that was taken from it."""
    lines: list[Line] = [
        plan_line(plan),
        (ID_LABEL, source.id),
        (PUBLISHER_LABEL, source.publisher),
        (DAY_LABEL, source.published),
        (ADDRESS_LABEL, source.url),
        (NOTE_LABEL, source.note),
    ]
    return Result(
        name="show",
        title=source.title,
        columns=CITATION_COLUMNS,
        rows=tuple(_citations(plan, source)),
        plan=plan,
        lead=_present(lines),
        extra={"source": source_row(source)},
    )


def _shown(
    plan: Plan,
    title: Text,
    row: Row,
    lines: Iterable[Line],
    notes: tuple[Note, ...] = (),
) -> Result[Row]:
    """Return one entry as the only row, which a table shows as lines."""
    return Result(
        name="show",
        title=title,
        columns=LISTED_COLUMNS,
        rows=(row,),
        plan=plan,
        lead=_present(lines),
        notes=notes,
    )


def _present(lines: Iterable[Line]) -> Lines:
    """Return the lines that say something."""
    present = []
    for label, cell in lines:
        if cell not in (None, "", ()):
            present.append((label, cell))
    return tuple(present)


def _points(label: Text, points: tuple[Text, ...]) -> list[Line]:
    """Return points as lines, of which the first has the label."""
    lines: list[Line] = []
    for point in points:
        lines.append((same("") if lines else label, point))
    return lines


def _documented(plan: Plan, target: Target) -> list[Line]:
    """Return the lines on where a target comes from."""
    phrases = [QUOTED.fill(phrase=phrase) for phrase in target.phrases]
    return [
        (NOTE_LABEL, target.note),
        (PHRASE_LABEL, join(phrases, zh="；", en="; ")),
        (SOURCE_LABEL, source_text(plan, target.source)),
    ]


def _unit_name(symbol: str | None) -> Text | None:
    """Return the name of a unit, None for none."""
    return None if symbol is None else UNITS[symbol].name


def _level(value: Decimal | None, indicator: Target) -> Cell:
    """Return a level with its unit; without one, why there is none."""
    if value is None:
        return indicator.no_baseline
    return with_unit(value, indicator.unit)


def _citations(plan: Plan, source: Source) -> Iterator[CitationRow]:
    """Yield every figure that was taken from a source: first the targets, then the observations."""
    for target in plan.targets:
        if plan.source(target.source) is source:
            yield CitationRow(
                id=target.id,
                name=target.name,
                figure=figure_in_full(target),
                phrases=target.phrases,
            )
    for observation in plan.observations:
        if observation.source == source.id:
            yield _cited_observation(plan, observation)


def _cited_observation(plan: Plan, observation: Observation) -> CitationRow:
    target = plan.target(observation.target)
    period = observation.period.text
    return CitationRow(
        id=target.id,
        name=NAME_AND_PERIOD.fill(name=target.name, period=period),
        figure=join(figure_texts(observation, target)),
        phrases=(),
    )


def _csv_column(column: Column[FigureRow]) -> Column[object]:
    """Return a column of a listing for a row that holds a listed one."""
    return Column(
        f"listed.{column.path}",
        column.title,
        column.kind,
        shown_in="csv",
        named=column.heading,
    )


LISTED_COLUMNS = tuple(_csv_column(column) for column in FIGURE_COLUMNS)
"""The columns of one shown target, for CSV alone; a table shows lines in their place."""
CITATION_COLUMNS: tuple[Column[CitationRow], ...] = (
    Column("id", ID_LABEL),
    Column("name", Text("名称", "Name"), "words"),
    Column("figure", Text("数字", "Figure"), "words"),
    Column("phrases", PHRASE_LABEL, show=lambda row: "；".join(row.phrases)),
)

"""Builds the result of `erqi show`: one entry of the plan with all that the plan says of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from erqi_cli.calc.projection.project import is_projected, project_indicator
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Action, Plan, Source
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.lookup import find
from erqi_cli.results.figures import figure_words
from erqi_cli.results.periods import words_of_figure
from erqi_cli.results.plan.figure_rows import FigureRow, figure_row
from erqi_cli.results.plan.listing import FIGURE_COLUMNS, ID_FIRST, ID_LAST, source_row
from erqi_cli.results.plan.messages import (
    ACTION_TITLE,
    ADDRESS_LABEL,
    DAY_LABEL,
    FIGURE_LABEL,
    ID_LABEL,
    NAME_AND_PERIOD,
    NAME_LABEL,
    NOTE_LABEL,
    PHRASE_LABEL,
    PLANNED_LABEL,
    PUBLISHER_LABEL,
    QUOTED,
    REQUIRED_LABEL,
    SOURCE_LABEL,
)
from erqi_cli.results.plan.observations import (
    ObservationRow,
    figure_texts,
    observation_lines,
    observation_rows,
)
from erqi_cli.results.plan.target_lines import level_lines, target_lines
from erqi_cli.results.plan.wording import source_text
from erqi_cli.results.projection.notes import assumptions
from erqi_cli.results.projection.rows import ProjectionRow
from erqi_cli.results.projection.table import projection_row
from erqi_cli.results.result import (
    INLINE,
    Column,
    Line,
    Lines,
    Note,
    Result,
    plan_line,
)
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.rows import TrackingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigureRow:
    """A headline indicator or a target, with its observations.

    `projection` is that of a headline indicator with a growth.
    """

    listed: Annotated[FigureRow, INLINE]
    projection: ProjectionRow | None
    source: str | None
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


class Shown(NamedTuple):
    """One entry of the plan; of an action also the progress of its targets, if any is judged."""

    result: Result[ShownFigureRow] | Result[FigureRow] | Result[CitationRow]
    progress: Result[TrackingRow] | None = None


def show_result(
    plan: Plan,
    entry_type: EntryType,
    words: str,
    follow: Callable[[], tuple[Tracker, Followed]],
) -> Shown:
    """Return one indicator, action, target or source; raise Failure E601, E602.

    `follow` makes the tracker of an action's targets; nothing else needs one.
    """
    entry = find(plan, words, entry_type)
    if entry_type is EntryType.ACTION:
        return action_result(plan.action(entry.id), *follow())
    if entry_type is EntryType.SOURCE:
        return Shown(source_result(plan, plan.sources_by_id[entry.id]))
    return Shown(target_result(plan, plan.target(entry.id)))


def target_result(plan: Plan, target: Target) -> Result[ShownFigureRow]:
    """Return a headline indicator or a target, a headline growth with its projection."""
    lines = [plan_line(plan), *target_lines(plan, target)]
    projected = None
    notes: tuple[Note, ...] = ()
    if is_projected(target):
        projection = project_indicator(scenario(plan), target)
        projected = projection_row(plan, projection)
        notes = assumptions(plan, projection)
        lines += level_lines(plan, projection)
    lines += _documented(plan, target)
    lines += observation_lines(plan, target)
    row = ShownFigureRow(
        listed=figure_row(plan, target),
        projection=projected,
        source=target.source or plan.document,
        note=target.note,
        observations=observation_rows(plan, target),
    )
    return Result(
        name="show",
        title=target.name,
        columns=LISTED_COLUMNS,
        rows=(row,),
        plan=plan,
        lead=_present(lines),
        notes=notes,
    )


def action_result(action: Action, tracker: Tracker, followed: Followed) -> Shown:
    """Return an action: its points above its targets, and where these stand."""
    from erqi_cli.results.plan.progress import action_progress, progress_of

    plan = tracker.plan
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
    progress = action_progress(tracker, followed, action)
    result = Result(
        name="show",
        title=ACTION_TITLE.fill(number=action.number, name=action.name),
        columns=FIGURE_COLUMNS,
        rows=tuple(figure_row(plan, target) for target in action.targets),
        plan=plan,
        lead=tuple(lines),
        extra={"action": details, "progress": progress_of(tracker, followed, progress)},
    )
    return Shown(result, progress)


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
        (PHRASE_LABEL, join(phrases, zh="；", en="; ") if phrases else None),
        (SOURCE_LABEL, source_text(plan, target.source)),
    ]


def _citations(plan: Plan, source: Source) -> Iterator[CitationRow]:
    """Yield every figure that was taken from a source: first the targets, then the observations."""
    for target in plan.targets:
        if plan.source(target.source) is source:
            yield CitationRow(
                id=target.id,
                name=target.name,
                figure=figure_words(plan, target),
                phrases=target.phrases,
            )
    for observation in plan.observations:
        if observation.source == source.id:
            yield _cited_observation(plan, observation)


def _cited_observation(plan: Plan, observation: Observation) -> CitationRow:
    target = plan.target(observation.target)
    period = words_of_figure(observation.period.text, target)
    return CitationRow(
        id=target.id,
        name=NAME_AND_PERIOD.fill(name=target.name, period=period),
        figure=join(figure_texts(observation, target)),
        phrases=(),
    )


def _csv_column(column: Column[FigureRow]) -> Column[object]:
    """Return a column of a listing for a row that has a listed one in it."""
    return Column(
        f"listed.{column.path}",
        column.title,
        column.kind,
        shown_in="csv",
        named=column.heading,
    )


LISTED_COLUMNS = tuple(
    _csv_column(column) for column in FIGURE_COLUMNS if column.shown_in != "table"
)
"""The columns of one shown target, for CSV alone; a table shows lines in their place."""
CITATION_COLUMNS: tuple[Column[CitationRow], ...] = (
    ID_FIRST,
    Column("name", NAME_LABEL, "words"),
    Column("figure", FIGURE_LABEL, "words"),
    Column("phrases", PHRASE_LABEL, show=lambda row: "；".join(row.phrases), gives_way=1),
    ID_LAST,
)

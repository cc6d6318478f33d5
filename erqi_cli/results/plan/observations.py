"""The observations of a target that are in the plan, as rows and as lines of a table."""

from dataclasses import dataclass
from decimal import Decimal

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.units import Unit
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.figures import change_text
from erqi_cli.results.labels import OBSERVATION_STATUSES
from erqi_cli.results.periods import words_of_figure
from erqi_cli.results.plan.messages import OBSERVATION, PUBLISHED_LABEL
from erqi_cli.results.result import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRow:
    """A published figure of the plan; `value` is in `unit`."""

    period: str
    value: Decimal | None
    unit: Unit | None
    growth_percent: Decimal | None
    status: ObservationStatus
    published: str | None
    source: str | None
    series_break: Text | None
    note: Text | None


def observation_rows(plan: Plan, target: Target) -> tuple[ObservationRow, ...]:
    """Return the plan's observations of a target as rows."""
    rows = []
    for observation in _observations_of(plan, target):
        row = ObservationRow(
            period=observation.period.text,
            value=observation.value,
            unit=target.observed_unit,
            growth_percent=observation.growth,
            status=observation.status,
            published=observation.published,
            source=observation.source,
            series_break=observation.series_break,
            note=observation.note,
        )
        rows.append(row)
    return tuple(rows)


def observation_lines(plan: Plan, target: Target) -> list[Line]:
    """Return the plan's observations of a target as labelled lines."""
    lines: list[Line] = []
    for observation in _observations_of(plan, target):
        text = _observation_text(plan, target, observation)
        line = (PUBLISHED_LABEL, text)
        lines.append(line)
    return lines


def figure_texts(observation: Observation, target: Target) -> list[Text]:
    """Return the level and the growth of an observation in words, as far as it has them."""
    texts = []
    if observation.value is not None:
        level = with_unit(observation.value, target.observed_unit)
        texts.append(level)
    if observation.growth is not None:
        texts.append(change_text(observation.growth))
    return texts


def _observations_of(plan: Plan, target: Target) -> list[Observation]:
    observations = []
    for observation in plan.observations:
        if observation.target == target.id:
            observations.append(observation)
    return observations


def _observation_text(plan: Plan, target: Target, observation: Observation) -> Text:
    """Return an observation in words.

    They are period, level, growth, status, publisher and day of publication.
    """
    parts = figure_texts(observation, target)
    parts.append(OBSERVATION_STATUSES[observation.status])
    source = plan.source(observation.source)
    if source is not None:
        parts.append(source.publisher)
    if observation.published:
        parts.append(same(observation.published))
    if observation.series_break:
        parts.append(observation.series_break)
    if observation.note:
        parts.append(observation.note)
    return OBSERVATION.fill(
        period=words_of_figure(observation.period.text, target),
        figures=join(parts, zh="，"),
    )

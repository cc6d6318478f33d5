"""An observation in words, and the words with which `erqi record` confirms what it has written."""

from decimal import Decimal

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.figures import change_text
from erqi_cli.results.labels import OBSERVATION_STATUSES
from erqi_cli.results.periods import month_words, words_of_figure
from erqi_cli.results.tracking.messages import (
    DONE,
    NOT_DONE,
    OBSERVED,
    PUBLISHED_ON,
    RECORDED,
)


def recorded_words(plan: Plan, observation: Observation, path: str) -> Text:
    """Return what was recorded, and where."""
    return RECORDED.fill(
        path=path,
        name=plan.target(observation.target).name,
        id=observation.target,
        observation=observed_words(plan, observation),
    )


def observed_words(plan: Plan, observation: Observation) -> Text:
    """Return an observation's period, figures, status, day of publication, and source."""
    target = plan.target(observation.target)
    facts = []
    if observation.value is not None:
        facts.append(_value_words(target, observation.value))
    if observation.growth is not None:
        facts.append(change_text(observation.growth))
    facts.append(OBSERVATION_STATUSES[observation.status])
    if observation.published:
        facts.append(PUBLISHED_ON.fill(day=month_words(observation.published)))
    if observation.source:
        # A ledger's source is any text; one of the plan has a publisher.
        source = plan.sources_by_id.get(observation.source)
        facts.append(source.publisher if source else same(observation.source))
    return OBSERVED.fill(
        period=words_of_figure(observation.period.text, target),
        facts=join(facts, zh="，"),
    )


def _value_words(target: Target, value: Decimal) -> Text:
    """Return an observed value with its unit; a milestone that counts nothing is done or not."""
    if target.kind is Kind.MILESTONE and target.unit is None:
        return DONE if value else NOT_DONE
    return with_unit(value, target.observed_unit)

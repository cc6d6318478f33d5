"""An observation in words, and the words with which `erqi record` confirms what it has written."""

from erqi_cli.domain.observation import Observation
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.formatting import format_percent
from erqi_cli.results.labels import OBSERVATION_STATUSES


def recorded_words(plan: Plan, seen: Observation, path: str) -> Text:
    """Return what was recorded, and where."""
    words = observed_words(plan, seen)
    name = plan.target(seen.target).name
    return Text(
        f"已记入 {path}：{name.zh}（{seen.target}）{words.zh}",
        f"recorded in {path}: {name.en} ({seen.target}), {words.en}",
    )


def observed_words(plan: Plan, seen: Observation) -> Text:
    """Return an observation's period, figures, status, day of publication, and publisher or source."""
    target = plan.target(seen.target)
    parts = [with_unit(seen.value, target.observed_unit)] if seen.value is not None else []
    if seen.growth is not None:
        parts.append(
            Text(f"增长{format_percent(seen.growth)}", f"growth {format_percent(seen.growth)}")
        )
    parts.append(OBSERVATION_STATUSES[seen.status])
    if seen.published:
        parts.append(same(seen.published))
    if seen.source:
        known = plan.sources_by_id.get(seen.source)
        parts.append(known.publisher if known else same(seen.source))
    words = join(parts, zh="，")
    return Text(f"{seen.period.text}：{words.zh}", f"{seen.period.text}: {words.en}")

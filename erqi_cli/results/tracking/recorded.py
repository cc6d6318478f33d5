"""An observation in words, and the words with which `erqi record` confirms what it has written."""

from erqi_cli.calc.projection.ratios import measured_things
from erqi_cli.domain.observation import Seen
from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.observed_value import unit_of
from erqi_cli.results.amounts import with_unit
from erqi_cli.results.labels import STATUSES, percent


def recorded_words(plan: Plan, seen: Seen, path: str) -> Text:
    """Return what was recorded, and where."""
    words = observed_words(plan, seen)
    name = measured_things(plan)[seen.target].name
    return Text(
        f"已记入 {path}：{name.zh}（{seen.target}）{words.zh}", f"recorded in {path}: {name.en} ({seen.target}), {words.en}"
    )


def observed_words(plan: Plan, seen: Seen) -> Text:
    """Return an observation's period, figures, status, day of publication, and publisher or source."""
    thing = measured_things(plan)[seen.target]
    parts = [with_unit(seen.value, unit_of(thing))] if seen.value is not None else []
    if seen.growth is not None:
        parts.append(Text(f"增长{percent(seen.growth)}", f"growth {percent(seen.growth)}"))
    publishers = {source.id: source.publisher for source in plan.sources}
    source = seen.source or ""
    parts += [STATUSES[seen.status], *filter(any, (same(seen.published), publishers.get(source, same(source))))]
    words = join(parts, zh="，")
    return Text(f"{seen.period.text}：{words.zh}", f"{seen.period.text}: {words.en}")

"""A source of the plan in words."""

from erqi_cli.domain.plan import Plan
from erqi_cli.i18n.text import Text
from erqi_cli.results.plan.messages import SOURCE, SOURCE_OF_DAY


def source_text(plan: Plan, source_id: str | None) -> Text | None:
    """Return a source's publisher, title and day; without an id, those of the plan document."""
    source = plan.source(source_id)
    if source is None:
        return None
    template = SOURCE_OF_DAY if source.published else SOURCE
    return template.fill(
        publisher=source.publisher,
        title=source.title,
        day=source.published,
    )

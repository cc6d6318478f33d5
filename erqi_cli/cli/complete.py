"""Shell completion of ids, names and fields; silent where the plan cannot be read."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"
TRACKED_FIELDS = (
    "status",
    "completion",
    "pace",
    "gap",
    "elapsed",
    "expected",
    "actual",
    "period",
    "needed",
    "needed_per_month",
    "year_end",
    "judged_on",
    "published_growth",
    "implied_growth",
    "implied_baseline",
)
INDICATOR_FIELDS = (
    "projected",
    "growth",
    "upper",
    "baseline",
    "index",
    "increase",
    "unit",
    "price_basis",
    "comparator",
    "tolerance",
    "deflator",
    "commitment",
    "id",
    "name",
)
TARGET_FIELDS = ("value", "upper", "unit", "kind", "comparator", "tolerance", "commitment", "due", "to", "id", "name")


def things(ctx: click.Context) -> dict[str, list[tuple[str, str]]]:
    """Return (id, Chinese name) of everything in the plan by noun, read from the file's tree without validation."""
    from erqi_cli.errors import Failure
    from erqi_cli.plan.entries import entries, full_id, targets, text
    from erqi_cli.plan.loading import find_plan, read_document

    path = find_plan(ctx.params.get("plan"))
    try:
        root: Any = {} if path == STDIN else read_document(path).root
    except Failure:
        return {}

    def named(node: Any, name: str) -> tuple[str, str]:
        words = node.get("name", node.get("title", ""))
        return name, str(words.get("zh", "")) if isinstance(words, dict) else str(words)

    nouns = {"indicator": "indicators", "action": "actions", "ratio": "ratios", "source": "sources"}
    found = {noun: [named(node, text(node, "id") or "") for node in entries(root, key)] for noun, key in nouns.items()}
    found["target"] = [named(target, full_id(action, target)) for action, target in targets(root)]
    return found


def _items(ctx: click.Context, nouns: tuple[str, ...], incomplete: str) -> "list[CompletionItem]":
    known = things(ctx)
    return _matching((item for noun in nouns for item in known.get(noun, [])), incomplete)


def _matching(items: Iterable[tuple[str, str]], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    known = ((name, words) for name, words in items if name.startswith(incomplete) and name.isprintable())
    return [CompletionItem(name, help="".join(filter(str.isprintable, words))) for name, words in known]


def complete_indicator(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete an indicator's id."""
    return _items(ctx, ("indicator",), incomplete)


def complete_action(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete an action's id."""
    return _items(ctx, ("action",), incomplete)


def complete_any(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the id of anything that can be explained."""
    return _items(ctx, ("indicator", "target", "ratio"), incomplete)


def complete_measured(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the id of an indicator or a target."""
    return _items(ctx, ("indicator", "target"), incomplete)


def complete_shown(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete the id of a thing of the noun that stands before it."""
    noun = ctx.params.get("noun")
    return _items(ctx, (noun,) if noun else (), incomplete)


def complete_field(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete ID.FIELD."""
    fields = {"indicator": (*INDICATOR_FIELDS, *TRACKED_FIELDS), "target": (*TARGET_FIELDS, *TRACKED_FIELDS)}
    return _matching(_with_fields(ctx, fields), incomplete)


def complete_setting(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Complete ID.FIELD= of a what-if."""
    fields = {"indicator": ("growth=", "baseline=", "deflator="), "target": ("value=",)}
    return _matching(_with_fields(ctx, fields), incomplete)


def _with_fields(ctx: click.Context, fields: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    known = things(ctx)
    for noun, allowed in fields.items():
        for name, words in known.get(noun, []):
            yield from ((f"{name}.{field}", words) for field in allowed)

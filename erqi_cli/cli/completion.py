"""Shell completion of ids, names, fields and statuses; silent where the plan cannot be read."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

STDIN = "-"


class PlanEntry(NamedTuple):
    """An entry of the plan: its id, its Chinese name, and the fields that --set may change."""

    id: str
    name: str
    settable: tuple[str, ...]


def plan_entries(ctx: click.Context) -> dict[str, list[PlanEntry]]:
    """Return the plan's entries by type, read from the file's tree without validation."""
    from erqi_cli.errors import Failure
    from erqi_cli.readers.yaml.load import find_plan, read_document
    from erqi_cli.readers.yaml.nodes import entries, full_id, id_of, targets

    path = find_plan(ctx.params.get("plan"))
    try:
        root: Any = {} if path == STDIN else read_document(path).root
    except Failure:
        return {}

    def entry(noun: str, node: Any, name: str) -> PlanEntry:
        words = node.get("name", node.get("title", ""))
        chinese = words.get("zh", "") if isinstance(words, dict) else words
        return PlanEntry(name, str(chinese), _settable(noun, node))

    nouns = {"indicator": "indicators", "action": "actions", "ratio": "ratios", "source": "sources"}
    found = {}
    for noun, key in nouns.items():
        found[noun] = [entry(noun, node, id_of(node) or "") for node in entries(root, key)]
    found["target"] = [
        entry("target", target, full_id(action, target)) for action, target in targets(root)
    ]
    return found


def _settable(noun: str, node: Any) -> tuple[str, ...]:
    """Return the fields that --set may change; `upper` is that of a range."""
    fields = [field for field in ("value", "growth") if field in node]
    if noun == "indicator" and "growth" in node:
        fields.append("baseline")
        if node.get("price_basis") != "current":
            fields.append("deflator")
    if "upper" in node:
        fields.append("upper")
    return tuple(fields)


def _complete_ids(
    ctx: click.Context, nouns: tuple[str, ...], incomplete: str
) -> "list[CompletionItem]":
    """Complete the ids of some types of entries."""
    known = plan_entries(ctx)
    pairs = []
    for noun in nouns:
        pairs += [(entry.id, entry.name) for entry in known.get(noun, [])]
    return _matching(pairs, incomplete)


def _matching(items: Iterable[tuple[str, str]], incomplete: str) -> "list[CompletionItem]":
    """Return the items that begin like what is typed; shells cannot take control characters."""
    from click.shell_completion import CompletionItem

    matching = []
    for value, description in items:
        if value.startswith(incomplete) and value.isprintable():
            printable = "".join(filter(str.isprintable, description))
            matching.append(CompletionItem(value, help=printable))
    return matching


def complete_indicator(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete an indicator's id."""
    return _complete_ids(ctx, ("indicator",), incomplete)


def complete_action(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete an action's id."""
    return _complete_ids(ctx, ("action",), incomplete)


def complete_any(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete the id of anything that can be explained, or a status."""
    ids = _complete_ids(ctx, ("indicator", "target", "ratio"), incomplete)
    return [*ids, *_matching(_status_words(incomplete), incomplete)]


def _status_words(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the statuses with their Chinese words; where Chinese is typed, these with the codes."""
    from erqi_cli.results.labels import MARKS, STATUSES

    for condition, label in (*STATUSES.items(), *MARKS.items()):
        if incomplete.isascii():
            yield condition.value, label.zh
        else:
            yield label.zh, condition.value


def complete_measured(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete the id of an indicator or a target."""
    return _complete_ids(ctx, ("indicator", "target"), incomplete)


def complete_shown(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete the id of an entry of the noun before it."""
    noun = ctx.params.get("noun")
    return _complete_ids(ctx, (noun,) if noun else (), incomplete)


def complete_topic(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete a topic of `erqi help`, or the name of a command."""
    from erqi_cli.cli.help import all_commands, current_lang
    from erqi_cli.results.topics.topics import TOPICS

    lang = current_lang(ctx)
    pairs = [(topic.name, topic.summary.pick(lang)) for topic in TOPICS]
    known = {name for name, _ in pairs}
    for command in all_commands(ctx.find_root()):
        if command.name not in known:
            pairs.append((str(command.name), command.get_short_help_str()))
    return _matching(pairs, incomplete)


def complete_field(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete ID.FIELD."""
    known = plan_entries(ctx)
    pairs = []
    for noun, fields in (("indicator", INDICATOR_FIELDS), ("target", TARGET_FIELDS)):
        for entry in known.get(noun, []):
            pairs += [(f"{entry.id}.{field}", entry.name) for field in (*fields, *TRACKING_FIELDS)]
    return _matching(pairs, incomplete)


def complete_setting(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Complete ID.FIELD= of a what-if."""
    pairs = []
    for known in plan_entries(ctx).values():
        for entry in known:
            pairs += [(f"{entry.id}.{field}=", entry.name) for field in entry.settable]
    return _matching(pairs, incomplete)

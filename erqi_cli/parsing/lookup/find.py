"""Finds what the words of a command line mean; a part of a name is taken, and told."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar

from erqi_cli.domain.plan import Action, Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.lookup.entries import PlanEntry, fold, plan_entries
from erqi_cli.parsing.lookup.index import NameIndex

TARGET_TYPES = (EntryType.INDICATOR, EntryType.TARGET)
"""What can be observed: headline indicators and the targets of actions."""
OF_ANOTHER_TYPE = Text(
    "{id} 是{type}：{command}",
    "{id} is of another kind ({type}): {command}",
)
WRITE_LIKE = Text("请写成 {example} 的形式", "write it like {example}")


def _tell_nobody(words: str, name: Text) -> None:
    """Tell nobody that words are taken for a name: the default outside the command line."""


on_part: ContextVar[Callable[[str, Text], None]] = ContextVar("on_part", default=_tell_nobody)
"""What is called with a part of a name, and with the name that it is taken for."""


def find(plan: Plan, words: str, *types: EntryType) -> PlanEntry:
    """Return the one entry that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    return _find_in(NameIndex(plan, *types), words)


def find_all(plan: Plan, wanted: Iterable[str], *types: EntryType) -> list[PlanEntry]:
    """Return the entries that the names mean, each once, in the order in which they were named.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    index = NameIndex(plan, *types)
    entries: list[PlanEntry] = []
    for words in wanted:
        entry = _find_in(index, words)
        if entry not in entries:
            entries.append(entry)
    return entries


def _find_in(index: NameIndex, words: str) -> PlanEntry:
    """Return what the words mean; tell if they are a part of its name."""
    entry = _found(index, words)
    wanted = fold(words)
    if not entry.is_called(wanted):
        on_part.get()(words, entry.name_with(wanted))
    return entry


def _found(index: NameIndex, words: str) -> PlanEntry:
    """Return what the words mean; raise a Failure that says so if they name another type."""
    try:
        return index.find(words)
    except Failure as fault:
        if fault.problems[0].code != "E601":
            raise
        other = _entry_of_other_type(index, words)
        if other is None:
            raise
    raise failure(
        "E601",
        _other_type_remedy(other),
        name=quote(words),
        what=index.types_in_words,
    )


def _entry_of_other_type(index: NameIndex, words: str) -> PlanEntry | None:
    """Return the entry with this id that is of none of the index's types."""
    wanted = fold(words)
    for entry in plan_entries(index.plan, *EntryType):
        if fold(entry.id) == wanted and entry.type not in index.types:
            return entry
    return None


def _other_type_remedy(entry: PlanEntry) -> Text:
    """Return the remedy that names the type of an entry and the command that shows it."""
    command = f"erqi show {entry.type} {entry.id}"
    if entry.type is EntryType.RATIO:
        command = f"erqi explain {entry.id}"
    return OF_ANOTHER_TYPE.fill(
        id=entry.id,
        type=ENTRY_TYPE_NAMES[entry.type],
        command=command,
    )


def find_target(plan: Plan, words: str) -> Target:
    """Return the headline indicator or the target of an action that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, *TARGET_TYPES)
    return plan.target(entry.id)


def find_targets(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators and targets of actions that the names mean, each once.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    entries = find_all(plan, wanted, *TARGET_TYPES)
    return [plan.target(entry.id) for entry in entries]


def find_indicator(plan: Plan, words: str) -> Target:
    """Return the headline indicator that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, EntryType.INDICATOR)
    return plan.target(entry.id)


def find_indicators(plan: Plan, wanted: Iterable[str]) -> list[Target]:
    """Return the headline indicators that the names mean, each once.

    Raises Failure E601 or E602 for the first name that means none or several.
    """
    entries = find_all(plan, wanted, EntryType.INDICATOR)
    return [plan.target(entry.id) for entry in entries]


def find_action(plan: Plan, words: str) -> Action:
    """Return the action that the words mean.

    Raises Failure E601 (none) or E602 (several).
    """
    entry = find(plan, words, EntryType.ACTION)
    return plan.action(entry.id)


def find_field(plan: Plan, words: str) -> tuple[Target, str]:
    """Return the target and the field that `NAME.FIELD` means.

    Raises Failure E601, E602, and E612 where the words have no field.
    """
    index = NameIndex(plan, *TARGET_TYPES)
    name, _, field = words.rpartition(".")
    # The full id of a target has a dot itself, and a name may have one: they name no field.
    is_name = fold(words) in index.by_id or fold(words) in index.by_name
    if is_name or not name or not field:
        entry = _find_in(index, words)
        remedy = _field_remedy(entry)
        raise failure("E612", remedy, name=quote(words))
    entry = _find_in(index, name)
    target = plan.target(entry.id)
    return target, fold(field)


def _field_remedy(entry: PlanEntry) -> Text:
    """Return the remedy that shows how a field is named."""
    field = "value"
    if entry.type is EntryType.INDICATOR:
        field = "projected"
    return WRITE_LIKE.fill(example=f"{entry.id}.{field}")

"""The names of a plan's entries, ready to be looked up."""

from collections.abc import Sequence

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.lookup.entries import PlanEntry, fold, plan_entries
from erqi_cli.parsing.scalar import NAME_LIMIT
from erqi_cli.parsing.suggest import nearest, nearest_in_part

MAX_MATCHES = 8
"""How many matches a message lists."""
MAX_KNOWN = 12
"""How many names a message lists where nothing matches."""
MAX_CLOSEST = 3
"""How many similar names a message lists."""

BLANK_CELL = Text(
    "此格为空（如合并的单元格），请写编号或名称",
    "the cell is empty (merged cells leave it so): write an id or a name",
)
CLOSEST = Text("最接近的：{names}", "the closest: {names}")
ALL_NAMES = Text("可用的有：{names}", "there are: {names}")
LIST_COMMAND = Text("{command} 列出全部名称", "`{command}` lists them all")
TWO_LIST_COMMANDS = Text(
    "erqi list 和 erqi list ratios 列出全部名称",
    "`erqi list` and `erqi list ratios` list them all",
)
ONE_OR_OTHER = Text("{others}或{last}", "{others} or {last}")
AND_MORE = Text("{listed} 等", "{listed} …")
NAME_WITH_ID = Text("{name}（{id}）", "{name} ({id})")
ID_WITH_NAME = Text("{id}（{name}）", "{id}")
"""An id that was mistyped: who reads Chinese knows it by its name, who reads English by itself."""


class NameIndex:
    """The names of a plan's entries of some types, ready to be looked up many times."""

    def __init__(self, plan: Plan, *types: EntryType) -> None:
        self.plan = plan
        self.types = types
        self.entries = plan_entries(plan, *types)
        self.by_id: dict[str, list[PlanEntry]] = {}
        self.by_name: dict[str, list[PlanEntry]] = {}
        for entry in self.entries:
            self.by_id.setdefault(fold(entry.id), []).append(entry)
            for name in dict.fromkeys(entry.names):
                self.by_name.setdefault(name, []).append(entry)

    @property
    def types_in_words(self) -> Text:
        """The types in words: indicator, action or target."""
        names = [ENTRY_TYPE_NAMES[entry_type] for entry_type in self.types]
        *others, last = names
        if not others:
            return last
        return ONE_OR_OTHER.fill(
            others=join(others),
            last=last,
        )

    def find(self, words: str, *, allow_part: bool = True) -> PlanEntry:
        """Return the one entry that the words mean.

        That is an exact id, name or alias; with `allow_part`, if there is none, a part of one.
        Raises Failure E601 (none) or E602 (several).
        """
        if len(words) > NAME_LIMIT:
            raise failure("E601", name=quote(words), what=self.types_in_words)
        wanted = fold(words)
        matches = self._with_id(words) or self.by_name.get(wanted, [])
        if not matches and allow_part:
            matches = self.containing(wanted)
        if not matches:
            raise failure(
                "E601",
                lambda: self.suggestion(wanted),
                name=quote(words),
                what=self.types_in_words,
            )
        if len(matches) > 1:
            raise failure(
                "E602",
                name=quote(words),
                count=len(matches),
                matches=list_names(matches),
            )
        return matches[0]

    def _with_id(self, words: str) -> list[PlanEntry]:
        """Return the entry whose id the words are; if none is exactly that, those it may be."""
        entries = self.by_id.get(fold(words), [])
        exact = [entry for entry in entries if entry.id == words.strip()]
        return exact or entries

    def containing(self, words: str) -> list[PlanEntry]:
        """Return the entries that have some words in their id or in one of their names."""
        wanted = fold(words)
        if not wanted:
            return []
        return [entry for entry in self.entries if entry.contains(wanted)]

    def find_target(self, words: str) -> Target:
        """Return the one target that the words name in full; the index has to be one of targets."""
        entry = self.find(words, allow_part=False)
        return self.plan.target(entry.id)

    def suggestion(self, wanted: str) -> Text | None:
        """Return the closest names; without any, all of a few, or the command that lists them."""
        close = self._closest(wanted)
        if close:
            return CLOSEST.fill(names=join(close))
        if len(self.entries) <= MAX_KNOWN:
            known = [id_with_name(entry.id, entry.name) for entry in self.entries]
            return ALL_NAMES.fill(names=join(known))
        return self._list_command()

    def _list_command(self) -> Text | None:
        """Return the command that lists the entries; None where no single remedy names it."""
        if len(self.types) == 1:
            noun = self.types[0].plural
            command = f"erqi list {noun}"
            return LIST_COMMAND.fill(command=command)
        if EntryType.RATIO in self.types:
            return TWO_LIST_COMMANDS
        return None

    def _closest(self, wanted: str) -> list[Text]:
        """Return up to three entries that are most like the wanted one, in words of the user.

        What was mistyped is an id, or a name, or for Chinese words a part of a name.
        """
        by_name: dict[str, tuple[PlanEntry, Text]] = {}
        # Of entries with the same name the first one counts, so it is written last.
        for entry in reversed(self.entries):
            for name in entry.names:
                by_name[name] = entry, name_with_id(entry.name, entry.id)
            by_name[fold(entry.id)] = entry, id_with_name(entry.id, entry.name)
        close = nearest(wanted, by_name, MAX_CLOSEST)
        close = close or nearest_in_part(wanted, by_name, MAX_CLOSEST)
        suggested: dict[str, Text] = {}
        for name in close:
            entry, words = by_name[name]
            suggested.setdefault(entry.id, words)
        return list(suggested.values())


def name_with_id(name: Text, entry_id: str) -> Text:
    """Return a name with its id; an id that is the name itself is written once."""
    if name.zh == entry_id:
        return same(entry_id)
    return NAME_WITH_ID.fill(name=name, id=entry_id)


def id_with_name(entry_id: str, name: Text) -> Text:
    """Return an id, in Chinese with the name."""
    if name.zh == entry_id:
        return same(entry_id)
    return ID_WITH_NAME.fill(id=entry_id, name=name)


def blank_remedy(words: str) -> Text | None:
    """Return the remedy for a blank cell that should name an entry; None for any other cell."""
    return None if words.strip() else BLANK_CELL


def list_names(entries: Sequence[PlanEntry | Target]) -> Text:
    """Return the names of entries with their ids, of many the first few."""
    names = [name_with_id(entry.name, entry.id) for entry in entries[:MAX_MATCHES]]
    listed = join(names)
    if len(entries) > MAX_MATCHES:
        return AND_MORE.fill(listed=listed)
    return listed

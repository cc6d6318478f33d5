"""The names of a plan's entries, ready to be looked up."""

from erqi_cli.domain.plan import Plan
from erqi_cli.domain.target import Target
from erqi_cli.domain.vocabulary import ENTRY_TYPE_NAMES, EntryType
from erqi_cli.errors import failure
from erqi_cli.i18n.text import Text, join
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.lookup.entries import PlanEntry, fold, plan_entries
from erqi_cli.parsing.scalar import NAME_LIMIT
from erqi_cli.parsing.suggest import nearest

MAX_MATCHES = 8
"""How many matches a message lists."""
MAX_KNOWN = 12
"""How many names a message lists where nothing matches."""

BLANK_CELL = Text(
    "这格是空的（如合并的单元格）：请写编号或名称",
    "the cell is blank, as merged cells leave it: write an id or a name",
)
CLOSEST = Text("最接近的：{ids}", "the closest: {ids}")
ALL_NAMES = Text("有：{ids}", "there are: {ids}")
LIST_COMMAND = Text("{command} 列出全部名称", "`{command}` shows them all")
TWO_LIST_COMMANDS = Text(
    "erqi list 和 erqi list ratios 列出全部名称",
    "`erqi list` and `erqi list ratios` show them all",
)
ONE_OR_OTHER = Text("{others}或{last}", "{others} or {last}")


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
            ids = [entry.id for entry in matches]
            raise failure(
                "E602",
                name=quote(words),
                count=len(matches),
                matches=list_ids(ids),
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

    def find_target(self, words: str, *, allow_part: bool = True) -> Target:
        """Return the one target that the words mean; the index has to be one of targets."""
        entry = self.find(words, allow_part=allow_part)
        return self.plan.target(entry.id)

    def suggestion(self, wanted: str) -> Text | None:
        """Return the closest names; without any, all of a few, or the command that lists them."""
        close = self._closest_ids(wanted)
        if close:
            return CLOSEST.fill(ids=", ".join(close))
        if len(self.entries) <= MAX_KNOWN:
            known = [entry.id for entry in self.entries]
            return ALL_NAMES.fill(ids=", ".join(known))
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

    def _closest_ids(self, wanted: str) -> list[str]:
        """Return the ids of up to three entries whose names are most like the wanted one."""
        ids_by_name: dict[str, str] = {}
        # Of entries with the same name the first one counts, so it is written last.
        for entry in reversed(self.entries):
            for name in (*entry.names, entry.id):
                ids_by_name[name] = entry.id
        ids: list[str] = []
        for name in nearest(wanted, ids_by_name, count=3):
            entry_id = ids_by_name[name]
            if entry_id not in ids:
                ids.append(entry_id)
        return ids


def blank_remedy(words: str) -> Text | None:
    """Return the remedy for a blank cell that should name an entry; None for any other cell."""
    return None if words.strip() else BLANK_CELL


def list_ids(ids: list[str]) -> str:
    """Return ids in a row, of many the first few."""
    listed = ", ".join(ids[:MAX_MATCHES])
    if len(ids) > MAX_MATCHES:
        return f"{listed} …"
    return listed

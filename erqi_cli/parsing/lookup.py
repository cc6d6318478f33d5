"""Finds what a user means: by id, number, Chinese or English name, or an unambiguous part of one."""

import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

from erqi_cli.domain.plan import Action, Indicator, Plan, Ratio, Source, Target, target_id
from erqi_cli.errors import Failure, failure
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.scalar import NAME_LIMIT
from erqi_cli.parsing.suggest import nearest

Thing = Indicator | Action | Target | Ratio | Source
Noun = Literal["indicator", "action", "target", "ratio", "source"]
NOUNS: dict[Noun, Text] = {
    "indicator": Text("指标", "indicator"),
    "action": Text("行动", "action"),
    "target": Text("目标", "target"),
    "ratio": Text("比率", "ratio"),
    "source": Text("来源", "source"),
}
SHOWN, FEW = 8, 12
"""How many matches a message lists, and how many names it lists where nothing matches."""


class Entry(NamedTuple):
    """A thing of the plan under its full id, with every name that finds it; an action's target has its action."""

    id: str
    noun: Noun
    thing: Thing
    names: tuple[str, ...]
    action: Action | None = None


def fold(words: str) -> str:
    """Return words as they are compared: width, case and spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def catalogue(plan: Plan, *nouns: Noun) -> list[Entry]:
    """Return the plan's entries of these nouns, in plan order."""
    found: list[Entry] = []
    if "indicator" in nouns:
        found += [_entry("indicator", entry, entry.name) for entry in plan.indicators]
    if "action" in nouns:
        found += [_entry("action", entry, entry.name, str(entry.number)) for entry in plan.actions]
    if "target" in nouns:
        found += [
            Entry(target_id(action, target), "target", target, _names(target.name, target.id), action)
            for action in plan.actions
            for target in action.targets
        ]
    if "ratio" in nouns:
        found += [_entry("ratio", entry, entry.name) for entry in plan.ratios]
    if "source" in nouns:
        found += [_entry("source", entry, entry.title) for entry in plan.sources]
    return found


def _entry(noun: Noun, thing: Indicator | Action | Ratio | Source, name: Text, *more: str) -> Entry:
    return Entry(thing.id, noun, thing, _names(name, *more))


def _names(name: Text, *more: str) -> tuple[str, ...]:
    return (fold(name.zh), fold(name.en), *more)


def find(plan: Plan, words: str, *nouns: Noun) -> Entry:
    """Return the one entry that the words mean; raises Failure E601 (none) or E602 (several)."""
    return find_each(plan, [words], *nouns)[0]


def find_each(plan: Plan, wanted: Iterable[str], *nouns: Noun) -> list[Entry]:
    """Return the entries that the names mean, each once, in the order in which they were named."""
    names = Names(catalogue(plan, *nouns), nouns)
    entries = (_pick(plan, names, words) for words in wanted)
    return list({entry.id: entry for entry in entries}.values())


def _pick(plan: Plan, names: "Names", words: str) -> Entry:
    """Return what the words mean among the names; where they are the id of another kind of thing, say so."""
    try:
        return names.pick(words)
    except Failure as fault:
        elsewhere = [other for other in catalogue(plan, *NOUNS) if other.noun not in names.nouns and other.id == fold(words)]
        if fault.problems[0].code == "E601" and elsewhere:
            raise _of_another_kind(words, elsewhere[0], names.what) from None
        raise


def _of_another_kind(words: str, entry: Entry, what: Text) -> Failure:
    noun = NOUNS[entry.noun]
    command = f"erqi explain {entry.id}" if entry.noun == "ratio" else f"erqi show {entry.noun} {entry.id}"
    remedy = Text(f"{entry.id} 是{noun.zh}：{command}", f"{entry.id} is of another kind ({noun.en}): {command}")
    return failure("E601", remedy, name=quote(words), what=what)


class Names:
    """The names of some entries, ready to be looked up many times."""

    def __init__(self, entries: list[Entry], nouns: Iterable[Noun]) -> None:
        self.entries = entries
        self.nouns = tuple(nouns)
        self.by_id = {entry.id: entry for entry in entries}
        self.by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            for name in dict.fromkeys(entry.names):
                self.by_name.setdefault(name, []).append(entry)

    @property
    def what(self) -> Text:
        """The nouns in words."""
        *others, last = (NOUNS[noun] for noun in self.nouns)
        if not others:
            return last
        zh, en = ("、".join(word.zh for word in others), ", ".join(word.en for word in others))
        return Text(f"{zh}或{last.zh}", f"{en} or {last.en}")

    def pick(self, words: str, *, parts: bool = True) -> Entry:
        """Return the one entry that the words mean: an exact id or name first, then with `parts` a part of one."""
        if len(words) > NAME_LIMIT:
            raise failure("E601", name=quote(words), what=self.what)
        wanted = fold(words)
        if wanted in self.by_id:
            return self.by_id[wanted]
        matches = self.by_name.get(wanted, [])
        if not matches and parts:
            matches = self.containing(wanted)
        if len(matches) == 1:
            return matches[0]
        if matches:
            listed = ", ".join(entry.id for entry in matches[:SHOWN]) + (" …" if len(matches) > SHOWN else "")
            raise failure("E602", name=quote(words), count=len(matches), matches=listed)
        raise failure("E601", lambda: self.suggestion(wanted), name=quote(words), what=self.what)

    def containing(self, words: str) -> list[Entry]:
        """Return the entries that have some words in their id or in one of their names."""
        wanted = fold(words)
        return [entry for entry in self.entries if wanted and _is_part(wanted, entry)]

    @staticmethod
    def blank(words: str) -> Text | None:
        """Return the remedy for a cell of a table that should name an entry and is blank, or None for another."""
        if words.strip():
            return None
        return Text(
            "这格是空的（如合并的单元格）：请写编号或名称", "the cell is blank, as merged cells leave it: write an id or a name"
        )

    def suggestion(self, wanted: str) -> Text | None:
        """Return the closest names, else all where they are few, else the command that lists them."""
        names = {name: entry.id for entry in reversed(self.entries) for name in (*entry.names, entry.id)}
        close = list(dict.fromkeys(names[name] for name in nearest(wanted, names, count=3)))
        if close:
            return Text(f"最接近的：{', '.join(close)}", f"the closest: {', '.join(close)}")
        if len(self.entries) <= FEW:
            listed = ", ".join(entry.id for entry in self.entries)
            return Text(f"有：{listed}", f"there are: {listed}")
        if len(self.nouns) == 1:
            command = f"erqi list {self.nouns[0]}s"
            return Text(f"{command} 列出全部名称", f"`{command}` shows them all")
        if "ratio" in self.nouns:
            return Text("erqi list 和 erqi list ratios 列出全部名称", "`erqi list` and `erqi list ratios` show them all")
        return None


def words_of(action: Action) -> tuple[str, ...]:
    """Return what an action goes by, folded: its id, its names and its number."""
    return action.id, *_names(action.name, str(action.number))


def _is_part(wanted: str, entry: Entry) -> bool:
    return wanted in entry.id or any(wanted in name for name in entry.names if not name.isdecimal())


def find_field(plan: Plan, words: str, *nouns: Noun) -> tuple[Entry, str]:
    """Return the entry and the field that `NAME.FIELD` means; raises Failure E601, E602, E612."""
    names = Names(catalogue(plan, *nouns), nouns)
    name, _, field = words.rpartition(".")
    if not name or not field or fold(words) in names.by_id:
        known = _pick(plan, names, words).id
        field = "value" if "." in known else "projected"
        remedy = Text(f"请写成 {known}.{field} 这样", f"write it like {known}.{field}")
        raise failure("E612", remedy, name=quote(words))
    return _pick(plan, names, name), fold(field)

"""Finds its way in the placed tree of a plan file, whatever else is in the file."""

from collections.abc import Iterator

from erqi_cli.errors import Place
from erqi_cli.i18n.text import Text
from erqi_cli.parsing.scalar import id_of_name
from erqi_cli.readers.yaml.tree import BLANK, Mapping, Scalar, Sequence


def entries(node: object, key: str) -> Iterator[Mapping]:
    """Yield the mappings of a list under a key, whatever else the file has there."""
    if not isinstance(node, Mapping):
        return
    listed = node.get(key)
    if not isinstance(listed, Sequence):
        return
    for entry in listed:
        if isinstance(entry, Mapping):
            yield entry


def text(node: Mapping, key: str) -> str | None:
    """Return the text under a key, or None."""
    value = node.get(key)
    if isinstance(value, Scalar) and value != BLANK:
        return value
    return None


def names_of(node: Mapping) -> tuple[str | None, ...]:
    """Return the name of an entry in each language that it has; of a source, its title."""
    named = node.get("name", node.get("title"))
    if isinstance(named, Mapping):
        return tuple(text(named, key) for key in named)
    return text(node, "name"), text(node, "title")


def name_of(node: Mapping) -> Text | None:
    """Return the name of an entry; None if it is missing, or if one of its languages is."""
    named = node.get("name")
    if isinstance(named, Mapping):
        zh, en = text(named, "zh"), text(named, "en")
    else:
        zh = en = text(node, "name")
    if zh is None or en is None:
        return None
    return Text(zh, en)


def id_of(node: Mapping) -> str | None:
    """Return the id of an entry as it is written; if it has none, that of its name."""
    if "id" in node:
        return text(node, "id")
    name = name_of(node)
    return None if name is None else id_of_name(name)


def place(node: Mapping, key: str) -> Place:
    """Return where the value of a key is, or the mapping's first key where it is missing."""
    if key in node.places:
        return node.places[key][1]
    for key_place, _ in node.places.values():
        return key_place
    return Place(1, 1)


def targets(root: Mapping) -> Iterator[tuple[Mapping, Mapping]]:
    """Yield every target with its action."""
    for action in entries(root, "actions"):
        for target in entries(action, "targets"):
            yield action, target


def full_id(action: Mapping, target: Mapping) -> str:
    """Return ACTION.TARGET."""
    return f"{id_of(action)}.{id_of(target)}"

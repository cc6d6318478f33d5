"""Finds its way in the placed tree of a plan file, whatever else the file holds."""

from collections.abc import Iterator

from erqi_cli.domain.vocabulary import Kind
from erqi_cli.errors import Place
from erqi_cli.readers.yaml.tree import Mapping, Sequence


def entries(node: object, key: str) -> Iterator[Mapping]:
    """Yield the mappings of a list under a key, whatever else the file has there."""
    listed = node.get(key) if isinstance(node, Mapping) else None
    if isinstance(listed, Sequence):
        yield from (entry for entry in listed if isinstance(entry, Mapping))


def text(node: Mapping, key: str) -> str | None:
    """Return the text under a key, or None."""
    value = node.get(key)
    return value if isinstance(value, str) and value else None


def kind_of(node: Mapping) -> Kind | None:
    """Return the kind of a target; None where it has none, or one that is not known."""
    return next((kind for kind in Kind if kind == node.get("kind")), None)


def names_of(node: Mapping) -> tuple[str | None, ...]:
    """Return the name of an entry in each language that it has; of a source, its title."""
    named = node.get("name", node.get("title"))
    return (
        tuple(text(named, key) for key in named)
        if isinstance(named, Mapping)
        else (text(node, "name"), text(node, "title"))
    )


def place(node: Mapping, key: str) -> Place:
    """Return where the value of a key stands, or the mapping's first key where it is missing."""
    if key in node.places:
        return node.places[key][1]
    return next(iter(node.places.values()))[0] if node.places else Place(1, 1)


def targets(root: Mapping) -> Iterator[tuple[Mapping, Mapping]]:
    """Yield every target with its action."""
    for action in entries(root, "actions"):
        for target in entries(action, "targets"):
            yield action, target


def full_id(action: Mapping, target: Mapping) -> str:
    """Return ACTION.TARGET."""
    return f"{text(action, 'id')}.{text(target, 'id')}"


def measured(root: Mapping) -> dict[str, Mapping]:
    """Return everything that can be observed or stand in a ratio: indicators and the targets of actions, by id."""
    found: dict[str, Mapping] = {}
    for indicator in entries(root, "indicators"):
        found.setdefault(text(indicator, "id") or "", indicator)
    for action, target in targets(root):
        found.setdefault(full_id(action, target), target)
    return found

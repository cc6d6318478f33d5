"""What the quick readers of long tables share: lines are cut into columns, and each word of a column is read once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from erqi_cli.plan.values import ValueFault

REMEMBERED = 20_000
"""How many words of a column are remembered; a table of very many forgets them and reads them again."""
Key = TypeVar("Key")
Word = TypeVar("Word")
LONGEST_CELL = 131_072
"""The csv module refuses longer cells."""


def filled(column: Iterable[str]) -> bool:
    """Tell whether no cell of a column is blank."""
    return all(map(str.strip, column))


def cut(text: str, separator: str, width: int) -> list[list[str]] | None:
    """Return the columns of some whole lines, or None where that takes more than cutting them at the separators.

    It takes more where there are quotes, line ends of several kinds, more text than a cell may have, another number of cells
    than `width`, or a row that begins with a blank cell and so may be none.
    """
    if '"' in text or len(text) > LONGEST_CELL:
        return None
    text = text.replace("\r\n", "\n").removesuffix("\n")
    breaks = text.count("\n")
    cells = text.replace("\n", f"{separator}\n{separator}").split(separator)
    if "\r" in text or len(cells) != (breaks + 1) * (width + 1) - 1 or cells[width :: width + 1].count("\n") != breaks:
        return None
    columns = [cells[at :: width + 1] for at in range(width)]
    return columns if filled(columns[0]) else None


def learn(column: Iterable[Key], known: dict[Key, Word], read: Callable[[Key], Word]) -> None:
    """Read each word of a column that is not known yet, once; one that is wrong stays unknown."""
    if len(known) > REMEMBERED:
        known.clear()
    for word in set(column).difference(known):
        try:
            known[word] = read(word)
        except ValueFault:
            continue

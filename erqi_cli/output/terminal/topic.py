"""A topic of `erqi help` on a terminal: headings bold, prose wrapped, examples as they are."""

import re
from unicodedata import category

from rich.cells import cell_len
from rich.style import Style as RichStyle

from erqi_cli.output.style import Style
from erqi_cli.output.terminal.wrap import wrap
from erqi_cli.output.terminal.writer import ASCII

MAX_WIDTH = 100
"""Prose is wrapped at this width on wider terminals: longer lines are hard to read."""
FENCE = "```"
HEADING = re.compile(r"#+ ")
ITEM = re.compile(r"- ")
CODE = re.compile(r"`[^`]*`")
UNBROKEN_HYPHEN = "\u2011"
"""Stands for a hyphen of a command while lines are broken."""
BOLD = RichStyle(bold=True)


def topic_text(markdown: str, style: Style) -> str:
    """Return a topic as it is shown; without a width, line by line as it is."""
    blocks = [_shown(block, style) for block in _blocks(markdown)]
    text = "\n".join(blocks) + "\n"
    return text if style.unicode else text.translate(ASCII)


def _blocks(markdown: str) -> list[list[str]]:
    """Return the lines of each block: an example, a heading, an item, a paragraph, a blank line."""
    blocks: list[list[str]] = []
    in_example = False
    for line in markdown.rstrip("\n").split("\n"):
        is_fence = line.startswith(FENCE)
        opens_example = is_fence and not in_example
        if opens_example or not (in_example or _continues(blocks, line)):
            blocks.append([])
        blocks[-1].append(line)
        in_example ^= is_fence
    return blocks


def _continues(blocks: list[list[str]], line: str) -> bool:
    """Return whether a line of prose goes on with the block before it."""
    if not blocks or not line or HEADING.match(line) or ITEM.match(line):
        return False
    first_line, last_line = blocks[-1][0], blocks[-1][-1]
    is_prose = first_line and not first_line.startswith(FENCE)
    return bool(is_prose and last_line and not HEADING.match(first_line))


def _shown(block: list[str], style: Style) -> str:
    """Return a block as text."""
    first_line = block[0]
    if HEADING.match(first_line) and style.color:
        marked = style.width is None
        return BOLD.render(first_line if marked else HEADING.sub("", first_line))
    if style.width is None:
        return "\n".join(block)
    if first_line.startswith(FENCE):
        return "\n".join(block[1:-1])
    prose = CODE.sub(_keep_hyphens, _joined(block))
    mark = "- " if ITEM.match(first_line) else ""
    room = min(style.width, MAX_WIDTH) - len(mark)
    lines = wrap(prose.removeprefix(mark), room)
    separator = "\n" + " " * len(mark)
    return mark + separator.join(lines).replace(UNBROKEN_HYPHEN, "-")


def _keep_hyphens(code: re.Match[str]) -> str:
    """Return code whose options are not broken at their hyphens."""
    return code[0].replace("-", UNBROKEN_HYPHEN)


def _joined(lines: list[str]) -> str:
    """Return the lines of a block as one; within Chinese there is no space between them."""
    text = ""
    for line in map(str.strip, lines):
        text += line if not text or _needs_no_space(text[-1], line[0]) else f" {line}"
    return text


def _needs_no_space(last: str, first: str) -> bool:
    """Return whether the end of a line and the beginning of the next belong together.

    They do between two Chinese characters, and beside Chinese punctuation.
    """
    wide = [character for character in (last, first) if cell_len(character) == 2]
    return len(wide) == 2 or any(category(character)[0] == "P" for character in wide)

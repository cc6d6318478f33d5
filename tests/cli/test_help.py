"""`erqi help`: topics, the help of a command, and what is said about a name that is neither."""

import pytest

from erqi_cli.cli import erqi as group
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.topic import topic_text
from erqi_cli.results.topics.topics import TOPICS, read_topic
from tests.cli.test_commands import cells

MARKDOWN = """# Heading

A paragraph of two lines with
`a --flag` in it.

- item one is long
  enough for two lines
- 第二项的文字很长，
一行放不下

```sh
a command that is longer than the width $ --x
```
"""


def test_help_alone_lists_the_topics(erqi):
    """`erqi help` prints one line for each topic, in the language that was asked for."""
    for lang in ("en", "zh"):
        lines = erqi("help", "--lang", lang).out.splitlines()[1:]
        assert [line.split()[0] for line in lines] == [topic.name for topic in TOPICS]
        for line, topic in zip(lines, TOPICS, strict=True):
            assert line.endswith(topic.summary.pick(lang))
            assert cells(topic.summary.pick(lang)) <= 55
            assert cells(line) <= 80


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_topic_is_printed_as_it_is_into_a_pipe(erqi, topic):
    """Into a pipe a topic comes as its Markdown, whether its English or its Chinese name is given."""
    for lang in ("en", "zh"):
        text = read_topic(topic, lang)
        assert erqi("help", topic.name, "--lang", lang) == (0, text, "")
        assert erqi("help", topic.chinese_name, "--lang", lang).out == text


def test_help_with_the_name_of_a_command_is_that_commands_help(erqi):
    """`erqi help track` prints what `erqi track -h` prints; a topic of the same name goes first."""
    for name in group.list_commands(None):
        if name != "audit":
            assert erqi("help", name).out == erqi(name, "-h").out
            chinese = erqi(name, "-h", env={"ERQI_LANG": "zh"}).out
            assert erqi("help", name, "--lang", "zh").out == chinese
    assert erqi("help", "audit").out.startswith("# ")


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("statusses", "did you mean statuses?"),
        ("tracks", "did you mean track?"),
        ("PLANS", "did you mean plan?"),
        ("xyz", "topics: plan, ledger"),
    ],
)
def test_an_unknown_topic_is_answered_with_the_nearest(erqi, topic, told):
    """A name that is neither topic nor command is wrong usage, and the nearest is suggested."""
    done = erqi("help", topic)
    assert (done.code, done.out) == (2, "")
    assert "E631" in done.err
    assert told in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_topics_are_completed(process, shell):
    """Tab completes topics and commands."""
    env = {
        "_ERQI_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "erqi help st" if shell != "fish" else "erqi help",
        "COMP_CWORD": "2" if shell != "fish" else "st",
    }
    out = process(env=env).stdout.decode()
    assert "statuses" in out
    assert "ledger" not in out


def test_prose_is_wrapped_and_examples_are_not():
    """On a terminal prose is wrapped to the width, an item with its indent; an example stays whole, without its fences."""
    shown = topic_text(MARKDOWN, Style(width=20)).splitlines()
    assert shown == [
        "# Heading",
        "",
        "A paragraph of two",
        "lines with `a",
        "--flag` in it.",
        "",
        "- item one is long",
        "  enough for two",
        "  lines",
        "- 第二项的文字很长，",
        "  一行放不下",
        "",
        "a command that is longer than the width $ --x",
    ]


def test_headings_are_bold_in_colour():
    """With colour a heading is bold, on a terminal without its mark; the rest has no codes."""
    assert topic_text(MARKDOWN, Style(color=True, width=80)).startswith("\x1b[1mHeading\x1b[0m\n")
    into_a_pipe = topic_text(MARKDOWN, Style(color=True)).splitlines()
    assert into_a_pipe == ["\x1b[1m# Heading\x1b[0m", *MARKDOWN.splitlines()[1:]]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("such as\n社零", "such as 社零"),
        ("数据写明，\n`key` 为", "数据写明，`key` 为"),
        ("写明\n`key` 为", "写明 `key` 为"),
        ("上下\n两行", "上下两行"),
        ("two\nlines", "two lines"),
    ],
)
def test_lines_are_joined_with_a_space_between_words(lines, joined):
    """Two lines of prose are joined with a space, but not within Chinese."""
    assert topic_text(lines, Style(width=80)) == joined + "\n"


def test_a_terminal_without_unicode_gets_ascii_dashes():
    """Where the terminal shows no Unicode, dashes are ASCII."""
    assert topic_text("1–2 × 3", Style(width=80, unicode=False)) == "1-2 x 3\n"

"""`erqi help`."""

import click

from erqi_cli.cli.command import Command
from erqi_cli.cli.completion import complete_topic
from erqi_cli.cli.help import all_commands, current_lang, write_terms
from erqi_cli.cli.options import COLOR_OPTION, LANG_OPTION
from erqi_cli.cli.terminal import shows_unicode, terminal_width, wants_color
from erqi_cli.cli.write import write_output
from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text

HEADING = Text(
    "主题（用 erqi help 主题 查看；erqi help 命令 显示该命令的用法）",
    "Topics (`erqi help TOPIC`; `erqi help COMMAND` explains a command)",
)


@click.command("help", cls=Command, params=[LANG_OPTION, COLOR_OPTION])
@click.argument("topic", required=False, shell_complete=complete_topic)
def help_(topic: str | None, *, lang: Lang, color: str) -> None:
    """Read about the plan, the ledger, statuses and more.

    TOPIC is a topic or the name of a command. Without it, the topics are listed.

    \b
    Example:
      erqi help plan
    \f
    查阅计划、台账、状态等各项说明。

    TOPIC 为主题或命令的名称；不写则列出全部主题。

    \b
    示例：
      erqi help plan
    """
    from erqi_cli.results.topics.topics import find_topic, read_topic

    root = click.get_current_context().find_root()
    commands = {str(command.name): command for command in all_commands(root)}
    found = find_topic(topic) if topic else None
    if not topic:
        shown = _list_of_topics(root)
    elif found:
        shown = _for_terminal(read_topic(found, lang), lang, color)
    elif topic in commands:
        shown = _help_of(commands[topic], root)
    else:
        raise _unknown_topic(topic, list(commands))
    write_output(shown, None, text=True)


def _list_of_topics(ctx: click.Context) -> str:
    """Return the topics with one line each."""
    from erqi_cli.results.topics.topics import TOPICS

    lang = current_lang()
    formatter = ctx.make_formatter()
    rows = [(topic.name, topic.summary.pick(lang)) for topic in TOPICS]
    write_terms(formatter, HEADING.pick(lang), rows, lang)
    return formatter.getvalue().lstrip("\n")


def _for_terminal(markdown: str, lang: Lang, color: str) -> str:
    """Return a topic as standard output shows it: as it is if that is no terminal."""
    width, has_color = terminal_width(), wants_color(color)
    if width is None and not has_color:
        return markdown
    from erqi_cli.output.style import Style
    from erqi_cli.output.terminal.topic import topic_text

    style = Style(lang=lang, color=has_color, width=width, unicode=shows_unicode())
    return topic_text(markdown, style)


def _help_of(command: click.Command, root: click.Context) -> str:
    """Return what `-h` of a command prints."""
    settings = command.context_settings
    with click.Context(command, parent=root, info_name=command.name, **settings) as ctx:
        return command.get_help(ctx) + "\n"


def _unknown_topic(topic: str, commands: list[str]) -> Exception:
    """Return the failure E631, with the nearest topic or command."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import Text, join
    from erqi_cli.parsing.fault import quote
    from erqi_cli.parsing.suggest import nearest_remedy
    from erqi_cli.results.topics.topics import TOPICS, topic_names

    remedy = nearest_remedy(topic, [*topic_names(), *commands])
    topics = join([Text(one.chinese_name, one.name) for one in TOPICS])
    return failure("E631", remedy, name=quote(topic), topics=topics)

"""The topics of `erqi help`, and the text of one in a language."""

import os
from typing import NamedTuple

from erqi_cli.i18n.language import Lang
from erqi_cli.i18n.text import Text
from erqi_cli.results.topics import messages

FOLDER = os.path.dirname(os.path.abspath(__file__))
"""The texts are in its folders `en` and `zh`, in files named after the topics."""


class Topic(NamedTuple):
    """A topic: its name on the command line, its Chinese name, and what it is about."""

    name: str
    chinese_name: str
    summary: Text


TOPICS = (
    Topic("plan", "计划", messages.PLAN),
    Topic("ledger", "台账", messages.LEDGER),
    Topic("statuses", "状态", messages.STATUSES),
    Topic("audit", "核对", messages.AUDIT),
    Topic("regions", "地区", messages.REGIONS),
    Topic("commands", "命令", messages.COMMANDS),
    Topic("json", "数据", messages.JSON),
    Topic("exit-codes", "退出码", messages.EXIT_CODES),
    Topic("python", "编程", messages.PYTHON),
    Topic("changes", "更新", messages.CHANGES),
)
"""Every topic, in the order of the list that `erqi help` prints."""


def find_topic(name: str) -> Topic | None:
    """Return the topic of this English or Chinese name."""
    for topic in TOPICS:
        if name.casefold() == topic.name or name == topic.chinese_name:
            return topic
    return None


def topic_names() -> list[str]:
    """Return the English and the Chinese names of all topics."""
    english = [topic.name for topic in TOPICS]
    chinese = [topic.chinese_name for topic in TOPICS]
    return english + chinese


def topic_path(topic: Topic, lang: Lang) -> str:
    """Return the path of a topic's text."""
    return os.path.join(FOLDER, lang, f"{topic.name}.md")


def read_topic(topic: Topic, lang: Lang) -> str:
    """Return the text of a topic, as Markdown."""
    with open(topic_path(topic, lang), encoding="utf-8") as stream:
        return stream.read()

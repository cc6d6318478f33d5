"""The language of click's own messages, which click looks up with gettext."""

import gettext
import os

from erqi_cli.i18n.language import Lang

DOMAIN = "click"
FOLDER = os.path.join(os.path.dirname(__file__), "locale")


def set_click_language(lang: Lang) -> None:
    """Let click speak a language: Chinese from the catalogue, English if there is none."""
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = lang  # gettext asks this variable first

"""The languages of the program, and the choice between them."""

import os
from typing import Literal, get_args

Lang = Literal["zh", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
Languages = Literal["zh", "en", "both"]
"""The languages of a report: one, or both beside each other."""
REPORT_LANGUAGES: tuple[Languages, ...] = get_args(Languages)
VARIABLES = ("ERQI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""The environment variables that tell the user's language; the first one that is set counts."""


def environment_language() -> Lang:
    """Return Chinese if the environment names a Chinese locale, otherwise English."""
    for name in VARIABLES:
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def known_language(name: str | None) -> Lang | None:
    """Return the language of this name, or None if the program does not speak it."""
    for language in LANGUAGES:
        if language == name:
            return language
    return None


def choose_language(chosen: str | None) -> Lang:
    """Return the language that the user chose; without a choice, that of the environment."""
    return known_language(chosen) or environment_language()


def languages_in(languages: Languages) -> tuple[Lang, ...]:
    """Return the languages of a report, Chinese first."""
    return LANGUAGES if languages == "both" else (languages,)

"""Builds the result of `erqi explain CODE`."""

import re
from dataclasses import dataclass

from erqi_cli.errors import failure
from erqi_cli.errors.catalog import CATALOG
from erqi_cli.errors.catalog.notices import NOTICES
from erqi_cli.errors.exit_codes import FAMILIES
from erqi_cli.i18n.text import Text, join, same
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.suggest import nearest
from erqi_cli.results.plan.messages import (
    CLOSEST_CODES,
    CODE_FORM,
    CODE_TITLE,
    ERROR_CODE,
    EXIT_CODE_LABEL,
    MESSAGE_LABEL,
    NOTICE_EXIT,
    NOTICE_TITLE,
    REMEDY_LABEL,
    WHY_LABEL,
)
from erqi_cli.results.result import Column, Line, Result

PLACEHOLDER = re.compile(r"\{\w+\}")
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """What a code means, what to do about it, why, and the exit code.

    The message of a notice names its remedy.
    """

    code: str
    message: Text
    remedy: Text | None
    more: Text | None
    exit_code: int


def code_result(code: str) -> Result[CodeRow]:
    """Return what a code means and what to do about it; raise Failure E601."""
    if code in NOTICES:
        return _notice_result(code)
    if code not in CATALOG:
        raise failure("E601", _code_remedy(code), name=quote(code), what=ERROR_CODE)
    entry = CATALOG[code]
    row = CodeRow(
        code=code,
        message=_without_values(entry.message),
        remedy=_without_values(entry.hint),
        more=entry.more,
        exit_code=int(FAMILIES[code[:2]]),
    )
    lines: list[Line] = [
        (REMEDY_LABEL, row.remedy),
        (WHY_LABEL, row.more),
        (EXIT_CODE_LABEL, row.exit_code),
    ]
    if row.message != same(ELLIPSIS):
        lines.insert(0, (MESSAGE_LABEL, row.message))
    return Result("code", CODE_TITLE.fill(code=code), CODE_COLUMNS, (row,), lead=tuple(lines))


def _notice_result(code: str) -> Result[CodeRow]:
    message = _without_values(NOTICES[code])
    row = CodeRow(code=code, message=message, remedy=None, more=None, exit_code=0)
    lines = ((MESSAGE_LABEL, message), (EXIT_CODE_LABEL, NOTICE_EXIT))
    return Result("code", NOTICE_TITLE.fill(code=code), CODE_COLUMNS, (row,), lead=lines)


def _code_remedy(code: str) -> Text:
    """Return the closest codes, or what codes look like."""
    close = nearest(fold(code).upper(), [*CATALOG, *NOTICES], count=3)
    if not close:
        return CODE_FORM
    return CLOSEST_CODES.fill(codes=join([same(one) for one in close]))


def _without_values(text: Text) -> Text:
    """Return a message of the catalogue with an ellipsis for each of its values."""
    return Text(PLACEHOLDER.sub(ELLIPSIS, text.zh), PLACEHOLDER.sub(ELLIPSIS, text.en))


CODE_COLUMNS: tuple[Column[CodeRow], ...] = (
    Column("code", same("code"), shown_in="csv"),
    Column("message", same("message"), "words", shown_in="csv"),
    Column("remedy", same("remedy"), "words", shown_in="csv"),
    Column("more", same("more"), "words", shown_in="csv"),
    Column("exit_code", same("exit_code"), shown_in="csv"),
)

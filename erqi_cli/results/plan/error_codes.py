"""Builds the result of `erqi explain CODE`."""

import re

from erqi_cli.errors import failure
from erqi_cli.errors.catalog import CATALOG
from erqi_cli.errors.exit_codes import FAMILIES
from erqi_cli.i18n.text import Text, same
from erqi_cli.parsing.fault import quote
from erqi_cli.parsing.lookup import fold
from erqi_cli.parsing.suggest import nearest
from erqi_cli.results.result import Column, Result


def _generic(text: Text) -> Text:
    """Return a message of the catalogue with an ellipsis for each of its values."""
    return Text(*(re.sub(r"\{\w+\}", "…", words) for words in text))


def code_result(code: str) -> Result:
    """Return what an error code means and what to do about it; raises Failure E601."""
    if code not in CATALOG:
        close = nearest(fold(code).upper(), CATALOG, count=3)
        remedy = (
            Text(f"最接近的：{'、'.join(close)}", f"the closest: {', '.join(close)}")
            if close
            else Text("代码如 E203，见错误消息", "codes look like E203; error messages show them")
        )
        raise failure("E601", remedy, name=quote(code), what=Text("错误代码", "error code"))
    exit_code = FAMILIES[code[:2]]
    message, remedy = (_generic(text) for text in CATALOG[code][:2])
    more = CATALOG[code].more
    lines = (
        (Text("消息", "Message"), message),
        (Text("处理", "Remedy"), remedy),
        (Text("原因", "Why"), more),
        (Text("退出码", "Exit code"), int(exit_code)),
    )
    record = {"code": code, "message": message, "remedy": remedy, "more": more, "exit_code": int(exit_code)}
    keys = ("code", "message", "remedy", "more", "exit_code")
    kinds = {"message": "words", "remedy": "words", "more": "words"}
    columns = tuple(Column(key, same(key), kinds.get(key, "text"), shown_in="csv") for key in keys)  # type: ignore[arg-type]
    title = Text(f"错误代码 {code}", f"Error code {code}")
    return Result("code", title, columns, (record,), lead=lines[1:] if message == same("…") else lines)

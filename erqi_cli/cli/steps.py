"""The steps that commands share: load a plan, lay what-ifs over it, write a result."""

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.help import spoken_lang
from erqi_cli.cli.options import Given, Out, Watch, is_terminal, terminal_width, wants_color

if TYPE_CHECKING:
    from erqi_cli.calc.scenario.scenario import Scenario, Setting
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.domain.plan import Plan
    from erqi_cli.readers.table.table import Table
    from erqi_cli.results.result import AnyResult
    from erqi_cli.results.tracking.notes import Followed

VERDICT = 6
"""The exit code of a verdict that the caller asked for; `ExitCode.VERDICT`, which a quick start does not import."""
EXCEL_MARK = b"\xef\xbb\xbf"


def load(path: str | None) -> "Plan":
    """Return the plan to work on."""
    from erqi_cli.readers.yaml.load import load_plan

    return load_plan(path)


def what_ifs(plan: "Plan", given: Given) -> "tuple[Setting, ...]":
    """Return the what-ifs on a plan."""
    if not given.settings:
        return ()
    from erqi_cli.calc.scenario.what_if import parse_settings

    return parse_settings(plan, given.settings)


def scene(given: Given, published_by: str | None = None) -> "Scenario":
    """Return the plan with the user's base values and what-ifs laid over it.

    With `published_by` it is the plan as it was known by that day.
    """
    from erqi_cli.calc.scenario.scenario import scenario

    plan = load(given.plan)
    if published_by is not None:
        from erqi_cli.domain.base_value import plan_as_known_by
        from erqi_cli.readers.ledger.options import asked_day

        plan = plan_as_known_by(plan, asked_day(published_by))
    settings = what_ifs(plan, given)
    bases = None
    if given.bases is not None:
        from erqi_cli.readers.base_values.read import read_base_values

        bases, table = read_base_values(given.bases, plan)
        tell_reading(table)
    return scenario(plan, settings, bases)


def follow(scenario: "Scenario", watch: Watch, history: Iterable[str] = ()) -> "tuple[Tracker, Followed]":
    """Return what judges the plan by its ledger, else by its own observations, and what the result says of them."""
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.readers.ledger.options import asked_scope, find_ledger
    from erqi_cli.results.tracking.notes import Followed

    plan = scenario.plan
    scope, as_of = asked_scope(plan, watch.as_of, watch.published_by, history)
    path = find_ledger(watch.ledger)
    own = plan.observations_within(scope)
    if path is None:
        return Tracker(scenario, own, as_of), Followed(published_by=scope.published_by)
    from erqi_cli.readers.ledger.read import read_ledger

    ledger = read_ledger(path, plan, scope)
    say_encoding(path, ledger.layout.encoding)
    before = [seen for seen in own if seen.period.year != plan.plan_year]
    followed = Followed(path, ledger.rows, ledger.elsewhere, ledger.undated, scope.published_by)
    return Tracker(scenario, [*before, *ledger.observations], as_of), followed


def say_encoding(path: str, encoding: str) -> None:
    """Tell the user that a file was not read as UTF-8."""
    if encoding != "UTF-8":
        words = {"zh": f"{path}：按 {encoding} 读取", "en": f"{path}: read as {encoding}"}
        say(words[spoken_lang(click.get_current_context(silent=True))])


def tell_reading(table: "Table", *, by_region: bool = False) -> None:
    """Tell the user of a file of base values: its encoding, and the columns that were not used."""
    from erqi_cli.results.projection.base_file import passed_over

    say_encoding(table.file, table.layout.encoding)
    notice = passed_over(table, by_region=by_region)
    if notice is not None:
        lang = spoken_lang(click.get_current_context(silent=True))
        colon = {"zh": "：", "en": ": "}[lang]
        say(f"{table.file}{colon}{notice.pick(lang)}")


def emit(result: "AnyResult", out: Out, *, chart: bool = False) -> None:
    """Write a result in the format that was asked for, to standard output or to a file; raises Failure E606, E7xx.

    A `chart` is drawn in place of the table; no other format has one.
    """
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same
    from erqi_cli.output.formats import written
    from erqi_cli.output.style import Style

    check_excel(out)
    if chart and out.format != "table":
        raise failure("E606", option="--chart", what=same(f"--format {out.format}"))
    to_file = out.path not in (None, "-")
    for_people = out.format == "table"
    unicode = to_file or not for_people or _shows_unicode()
    style = Style(
        format="chart" if chart else out.format,  # type: ignore[arg-type]
        lang=out.lang,
        color=wants_color(out.color) and not to_file,
        width=None if to_file else terminal_width(),
        unicode=unicode,
    )
    deliver(written(result, style), out.path, text=for_people, excel=out.excel)


def check_excel(out: Out) -> None:
    """Raise Failure E606 where --excel is asked for with another format than CSV."""
    from erqi_cli.errors import failure
    from erqi_cli.i18n.text import same

    if out.excel and out.format != "csv":
        raise failure("E606", option="--excel", what=same(f"--format {out.format}"))


def say(words: str) -> None:
    """Tell the user something on standard error, line by line; one that cannot be written changes no outcome."""
    from erqi_cli.output.sanitize import spelled_out

    with contextlib.suppress(OSError):
        click.echo("\n".join(map(spelled_out, words.split("\n"))), err=True)


def deliver(content: str, path: str | None, *, text: bool = False, excel: bool = False, replace: bool = True) -> None:
    """Write text to a file, or to standard output: there in its encoding where it is `text` for people."""
    from erqi_cli.output.atomic_file import to_file, to_stdout

    content = content.encode(errors="backslashreplace").decode()  # a name that is no text goes into no encoding
    if path not in (None, "-"):
        to_file(encoded(content, excel=excel, first=True), path, replace=replace)
        return
    to_stdout(_encoded(content) if text else encoded(content, excel=excel, first=True))


def encoded(content: str, *, excel: bool, first: bool = False) -> bytes:
    """Return text for machines as UTF-8, a file name that is none spelled out; for Excel with its line ends, `first` its mark."""
    if excel:
        content = content.replace("\n", "\r\n")
    return (EXCEL_MARK if excel and first else b"") + content.encode(errors="backslashreplace")


def _encoded(content: str) -> bytes:
    """Return text for people in the encoding of standard output; UTF-8 into a pipe whose encoding cannot hold it."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        return content.encode(encoding)
    except UnicodeEncodeError:
        return content.encode(encoding, "backslashreplace") if is_terminal() else encoded(content, excel=False)
    except LookupError:
        return encoded(content, excel=False)


def _shows_unicode() -> bool:
    """Tell whether standard output takes what drawing needs; a terminal whose locale is C does not."""
    if is_terminal() and _character_locale() in ("C", "POSIX"):
        return False
    try:
        "─—×…−".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _character_locale() -> str:
    """Return the locale that the user set for characters; LC_CTYPE may be what Python put there in a C locale (PEP 538)."""
    settings = (os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    return next((one for one in settings if one and one not in ("C.UTF-8", "C.utf8", "UTF-8")), "")

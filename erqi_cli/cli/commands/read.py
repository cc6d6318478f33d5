"""`erqi show`, `erqi list`, `erqi get` and `erqi explain`."""

import re
from typing import TYPE_CHECKING

import click

from erqi_cli.cli.choices import TranslatedChoice, commitments, kinds, listed_types, shown_types
from erqi_cli.cli.completion import complete_action, complete_any, complete_field, complete_shown
from erqi_cli.cli.options import GIVEN, LANG, OUT, PLAN, WATCH, Command, Given, Out, Watch, receive
from erqi_cli.cli.steps import deliver, emit, follow, load, scene
from erqi_cli.i18n.language import Lang

if TYPE_CHECKING:
    from erqi_cli.domain.vocabulary import Commitment, EntryType, Kind


@click.command(cls=Command, params=[PLAN, *OUT])
@click.argument("noun", type=TranslatedChoice(shown_types), metavar="NOUN")
@click.argument("name", nargs=-1, shell_complete=complete_shown)
@receive("out", Out)
def show(noun: "EntryType", name: tuple[str, ...], *, plan: str | None, out: Out) -> None:
    """Show one indicator, action, target or source.

    NOUN is indicator, action, target or source. NAME is an id, the number of an action, or a
    Chinese or English name; a part of a name will do if only one name has it. Without NAME,
    all of them are listed.

    \b
    Example:
      erqi show action 3
    \f
    查看一个指标、行动、目标或来源。

    NOUN 为 indicator、action、target 或 source，也可写指标、行动、目标、来源。
    NAME 为编号、行动序号、中英文名称，或能唯一确定的部分名称；不写则全部列出。

    \b
    示例：
      erqi show action 3
    """
    from erqi_cli.results.plan.listing import NO_FILTERS, list_result
    from erqi_cli.results.plan.show import show_result

    read = load(plan)
    if name:
        emit(show_result(read, noun, " ".join(name)), out)
    else:
        emit(list_result(read, noun, NO_FILTERS), out)


@click.command(name="list", cls=Command, params=[PLAN, *OUT])
@click.argument("nouns", type=TranslatedChoice(listed_types), required=False, metavar="[NOUNS]")
@click.option(
    "--action", metavar="ACTION", shell_complete=complete_action, help="Only targets of this action.\f只列此行动的目标。"
)
@click.option("--kind", type=TranslatedChoice(kinds), help="Only targets of this kind.\f只列此类目标，也可写中文，如 增长。")
@click.option(
    "--commitment",
    type=TranslatedChoice(commitments),
    help="Only targets with this commitment word.\f只列此承诺表述的目标，也可写中文，如 力争。",
)
@receive("out", Out)
def list_(  # noqa: PLR0913 -- one parameter for each filter
    nouns: "EntryType | None",
    *,
    action: str | None,
    kind: "Kind | None",
    commitment: "Commitment | None",
    plan: str | None,
    out: Out,
) -> None:
    """List indicators, actions, targets, sources or ratios.

    NOUNS is one of these words. Without it, indicators and targets are listed.

    \b
    Example:
      erqi list targets --action 4 --commitment strive
    \f
    列出指标、行动、目标、来源或比率。

    NOUNS 为 indicators、actions、targets、sources 或 ratios，也可写中文；不写则列出指标和目标。

    \b
    示例：
      erqi list targets --action 4 --commitment strive
    """
    from erqi_cli.results.plan.listing import Filters, list_result

    read = load(plan)
    emit(list_result(read, nouns, Filters(action, kind, commitment)), out)


@click.command(cls=Command, params=[*WATCH, *GIVEN, LANG])
@click.argument("field", nargs=-1, required=True, shell_complete=complete_field)
@receive("watch", Watch)
@receive("given", Given)
def get(field: tuple[str, ...], *, watch: Watch, given: Given, lang: Lang) -> None:
    """Print one bare value for a script.

    FIELD is ID.FIELD. An indicator has projected, growth, baseline, index, increase, unit and
    others. A target has value, unit, kind, comparator, commitment, due and others. Both have
    status, completion, pace, actual, needed and others from `erqi track`, unrounded. Rates are
    in percent.

    \b
    Example:
      erqi get gdp.projected
    \f
    输出单个数值，供脚本使用。

    FIELD 写作 编号.字段。指标的字段有 projected、growth、baseline、index、increase、unit 等；
    目标的字段有 value、unit、kind、comparator、commitment、due 等；
    两者都有 status、completion、pace、actual、needed 等进展字段，与 erqi track 相同，不舍入。
    增速、占比以百分数计。

    \b
    示例：
      erqi get gdp.projected
    """
    from erqi_cli.results.plan.value import bare_value

    scenario = scene(given, published_by=watch.published_by)
    deliver(bare_value(scenario, " ".join(field), lang, lambda: follow(scenario, watch)[0]) + "\n", None)


@click.command(cls=Command, params=[*WATCH, *GIVEN, *OUT])
@click.argument("name", nargs=-1, required=True, shell_complete=complete_any)
@receive("watch", Watch)
@receive("given", Given)
@receive("out", Out)
def explain(name: tuple[str, ...], *, watch: Watch, given: Given, out: Out) -> None:
    """Explain a number, a status or an error code.

    NAME is an indicator, a target, a ratio, or a code such as E203. Numbers come with their
    inputs, formula, rules, sources and progress.

    \b
    Example:
      erqi explain gdp
    \f
    说明数字、状态的来历或错误代码的含义。

    NAME 为指标、目标、比率，或 E203 之类的代码。数字列出输入、算式、规则、出处和进展。

    \b
    示例：
      erqi explain gdp
    """
    words = " ".join(name)
    if re.fullmatch(r"[Ee][0-9]{3}", words):
        from erqi_cli.results.plan.error_codes import code_result

        emit(code_result(words.upper()), out)
        return
    from erqi_cli.results.explanation.explain import explain_result

    scenario = scene(given, published_by=watch.published_by)
    emit(explain_result(scenario, words, lambda: follow(scenario, watch)[0]), out)

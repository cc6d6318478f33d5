"""The wall chart as one HTML file that needs nothing else: no script, no network. The only place that knows jinja2."""

import os
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from erqi_cli.calc.decimals import HUNDRED, ZERO, divide, plain, rounded
from erqi_cli.errors.packages import missing_package
from erqi_cli.i18n.language import LANGUAGES
from erqi_cli.i18n.text import Text
from erqi_cli.results.report.wallchart import Chart, wallchart
from erqi_cli.results.report.wallchart_labels import LABELS
from erqi_cli.results.result import Bar

if TYPE_CHECKING:
    from erqi_cli.i18n.language import Languages
    from erqi_cli.results.report.report import Report

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
UNFOLDED = re.compile(
    r"(?<![0-9-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9-])|(?<![0-9,.])[0-9][0-9,.]*(?:%|个百分点| points)"
)
"""A day, a rate or points in running text, which stays on one line."""
TAGS = {"zh": "zh-Hans", "en": "en"}
SCALE = Decimal(120)
"""The percentage at the right end of a bar; the target line stands at 100."""


class Drawn(NamedTuple):
    """A bar as the template draws it: positions in percent of its width."""

    filled: str
    mark: str | None
    target: str
    beyond: bool


def page_bytes(report: "Report", languages: "Languages") -> bytes:
    """Return the wall chart of a report in one language or both; raises Failure E624 where jinja2 is missing."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise missing_package("html", "Jinja2>=3.1.4") from None
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["say"] = lambda text: _said(text, languages)
    environment.filters["figure"] = lambda text: _whole(text, languages)
    environment.filters["speak"] = lambda text: _spoken(text, languages)
    environment.filters["drawn"] = drawn
    chart = wallchart(report)
    page = environment.get_template("page.html").render(
        chart=chart,
        label=_labels(chart),
        lang=TAGS["en" if languages == "en" else "zh"],
        languages=languages,
    )
    return page.encode()


def _labels(chart: Chart) -> dict[str, Text]:
    return {
        key: text.fill(base_year=chart.base_year, plan_year=chart.plan_year)
        for key, text in LABELS.items()
    }


def _said(text: Text | str | None, languages: "Languages") -> Any:
    """Return a text as markup, escaped: in one language, or each in an element that names its language."""
    from markupsafe import Markup

    if text is None:
        return ""
    if isinstance(text, str) or languages != "both" or text.zh == text.en:
        return _escaped(
            text if isinstance(text, str) else text.pick("en" if languages == "en" else "zh")
        )
    parts = (
        Markup('<span lang="{}" class="{}">{}</span>').format(
            TAGS[lang], lang, _escaped(text.pick(lang))
        )
        for lang in LANGUAGES
    )
    return Markup(" ").join(parts)


def _whole(text: Text | None, languages: "Languages") -> Any:
    """Return a figure as markup that is never folded: number, unit and qualifier stay on one line."""
    from markupsafe import Markup, escape

    if text is None:
        return ""
    if languages != "both" or text.zh == text.en:
        return Markup('<span class="whole">{}</span>').format(
            text.pick("en" if languages == "en" else "zh")
        )
    parts = (
        f'<span lang="{TAGS[lang]}" class="{lang} whole">{escape(text.pick(lang))}</span>'
        for lang in LANGUAGES
    )
    return Markup(" ".join(parts))  # noqa: S704 -- escaped in the line above


def _escaped(words: str) -> Any:
    """Return words whose markup characters are shown and not obeyed, and whose dates and rates stay on one line."""
    from markupsafe import Markup, escape

    return Markup(UNFOLDED.sub(r'<span class="day">\g<0></span>', str(escape(words))))  # noqa: S704 -- escaped in this very line


def _spoken(text: Text | None, languages: "Languages") -> str:
    """Return a text for an attribute, where no markup can stand."""
    if text is None:
        return ""
    if languages == "both":
        return text.zh if text.zh == text.en else f"{text.zh} / {text.en}"
    return text.pick(languages)


def drawn(bar: Bar) -> Drawn:
    """Return a bar as it is drawn; what is above zero shows, and what is beyond the scale ends in an arrow."""
    return Drawn(
        filled=_across(max(bar.filled, Decimal(1)) if bar.filled > 0 else ZERO),
        mark=None if bar.mark is None else _across(bar.mark),
        target=_across(HUNDRED),
        beyond=bar.filled > SCALE,
    )


def _across(percent: Decimal) -> str:
    """Return a position in percent of the bar's width."""
    inside = min(max(percent, ZERO), SCALE)
    return f"{plain(rounded(divide(inside * HUNDRED, SCALE), 2))}%"

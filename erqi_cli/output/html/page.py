"""Writes the wall chart as one HTML file that needs nothing else: no script, no network."""

import os
from typing import TYPE_CHECKING

from erqi_cli.errors.packages import missing_package
from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text
from erqi_cli.output.html.markup import PageTexts
from erqi_cli.output.html.paper import type_size
from erqi_cli.results.report.messages import CHART_LABELS
from erqi_cli.results.report.report import Report
from erqi_cli.results.report.wallchart import WallChart, wallchart

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from erqi_cli.output.html.parts import Parts

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")


def page_bytes(report: Report, languages: Languages) -> bytes:
    """Return the wall chart of a report in one language or both.

    Raises Failure E624 where jinja2 is missing.
    """
    texts = PageTexts(languages)
    template = _environment(texts).get_template("page.html")
    chart = wallchart(report)
    label = _labels(chart)
    page = template.render(
        chart=chart,
        parts=_parts(texts, label),
        label=label,
        lang=texts.language_tag,
        languages=languages,
        type_size=type_size(chart, languages),
        style=_style("style.css"),
        cards=_style("cards.css"),
    )
    return page.encode()


def _environment(texts: PageTexts) -> "Environment":
    """Return what renders the templates: all is escaped, and a misspelt name is an error.

    A Text that is printed is put into the languages of the page.
    """
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise missing_package("html", "Jinja2>=3.1.4") from None
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=texts.printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        optimized=False,  # the page is rendered once, which does not repay folding constants
    )
    environment.filters["within"] = texts.within
    environment.filters["attribute"] = texts.attribute
    return environment


def _parts(texts: PageTexts, label: dict[str, Text]) -> "Parts":
    """Return what makes the parts of the page; its module needs what comes with jinja2."""
    from erqi_cli.output.html.parts import Parts

    return Parts(texts, label)


def _style(name: str) -> "Markup":
    """Return a style sheet as markup, in which nothing is escaped."""
    from markupsafe import Markup

    with open(os.path.join(TEMPLATES, name), encoding="utf-8") as file:
        return Markup(file.read())  # noqa: S704 -- a file of the package


def _labels(chart: WallChart) -> dict[str, Text]:
    """Return the labels of the page with the years of the plan."""
    labels = {}
    for name, label in CHART_LABELS.items():
        labels[name] = label.fill(base_year=chart.base_year, plan_year=chart.plan_year)
    return labels

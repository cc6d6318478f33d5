"""Listings and shown entries: the order of their columns, and what a narrow terminal leaves out."""

import pytest

from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.output.style import Style
from erqi_cli.output.terminal.table import table_text
from erqi_cli.results.plan.listing import NO_FILTERS, list_result
from erqi_cli.results.plan.show import show_result
from erqi_cli.results.tracking.notes import Followed


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_no_id_is_ever_broken_in_a_list(plan, width, lang):
    """Every id of the plan stands whole on one line of its listing, at any width and in both languages."""
    for entry_type in (*EntryType, None):
        result = list_result(plan, entry_type, NO_FILTERS)
        words = table_text(result, Style(lang=lang, width=width)).split()
        assert {row.id for row in result.rows} <= set(words)


@pytest.mark.parametrize("entry_type", [*EntryType, None])
def test_a_listing_begins_with_the_name_and_ends_with_the_id(plan, entry_type):
    """In a table the name is the first column and the id the last one."""
    result = list_result(plan, entry_type, NO_FILTERS)
    heading = table_text(result, Style(lang="en", width=None)).split("\n")[2].split()
    assert heading[0] in ("Name", "Title")
    assert heading[-1] == "Id"


def test_csv_of_a_list_has_each_column_once_and_the_id_first(erqi):
    """The headings of CSV are those of before: the id comes first and no column comes twice."""
    headings = erqi("list", "targets", "--format", "csv").out.split("\n")[0]
    assert headings == (
        "id,action,name_zh,name_en,kind,value,upper,unit,growth_percent,comparator,commitment,due"
    )
    headings = erqi("list", "actions", "--format", "csv").out.split("\n")[0]
    assert headings == "number,id,name_zh,name_en,targets,context_figures"


def test_a_narrow_list_says_what_it_leaves_out(plan):
    """At 80 columns the longest ids leave no room for two columns, which a note says."""
    action, _ = show_result(
        plan, EntryType.ACTION, "3", lambda: (Tracker(scenario(plan), ()), Followed())
    )
    narrow = table_text(action, Style(lang="zh", width=80))
    assert "*  本宽度下未列：承诺表述、期限" in narrow
    assert "industry.business-district-investment\n" in narrow
    assert "本宽度下未列" not in table_text(action, Style(lang="zh", width=None))


def test_a_narrow_column_stays_where_a_wide_one_had_to_go(plan):
    """The due dates make room for the ids; the kinds, which go before them, then have room again."""
    action, _ = show_result(
        plan, EntryType.ACTION, "3", lambda: (Tracker(scenario(plan), ()), Followed())
    )
    narrow = table_text(action, Style(lang="zh", width=80)).split("\n")
    heading = next(line for line in narrow if line.startswith("名称"))
    assert heading.split() == ["名称", "类型", "数值", "单位", "编号"]


def test_a_block_has_no_label_without_a_value(plan):
    """Where a table falls into blocks, a target without unit or due date has no line for them."""
    result = list_result(plan, EntryType.TARGET, NO_FILTERS)
    blocks = table_text(result, Style(lang="zh", width=60)).split("\n\n")
    assert (
        "重大项目\n  类型  背景\n  数值  121\n  单位  个\n  编号  projects.major-projects" in blocks
    )

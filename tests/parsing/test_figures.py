"""The figures of a document: those of running text and of tables, and the numbers that are none."""

from decimal import Decimal

import pytest

from erqi_cli.errors import Failure
from erqi_cli.parsing.figures.exclusions import find_exclusions
from erqi_cli.parsing.figures.finder import find_figures
from erqi_cli.parsing.figures.source_text import normalise_phrase, source_text
from erqi_cli.parsing.figures.tables import find_document_figures


def amounts(text):
    """Return the figures of a document that count, as value and unit."""
    source = source_text(text)
    figures = find_document_figures(source)
    excluded = find_exclusions(source, figures, ())
    return [(one.value, one.unit) for one in figures if one.start not in excluded]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("公园 5 （个）\n", [(5, "个")]),
        ("公园（个） 5 园林局\n", [(5, "个")]),
        ("公园 数量 5\n", [(5, "")]),
        ("单位：个\n公园 5\n", [(5, "个")]),
        ("共5 个 公园\n", [(5, "个")]),
        ("项目\n  公园\t个\t5\n", [(5, "个")]),
        ("项目\n　　公园 数量 5\n", [(5, "")]),
        ("表1 单位：万元\n道路\t320\n", [(3_200_000, "元")]),
        ("表1 单位：万元\n道路\t3,200\n", [(32_000_000, "元")]),
        ("项目\n个\n15\n其中 公里\n5\n", [(15, "个"), (5, "")]),
    ],
)
def test_words_between_single_spaces_are_cells(text, figures):
    """They are if a number is the last one, or if there are three and one is a unit; other words are one name or caption."""
    assert amounts(text) == figures


@pytest.mark.parametrize(
    ("between", "figures"),
    [
        ("", [(3_200_000, "元"), (950_000, "元")]),
        ("以" * 30, [(3_200_000, "元"), (950_000, "元")]),
        ("以" * 31, [(3_200_000, "元"), (95, "")]),
    ],
)
def test_a_caption_holds_until_running_text_follows(between, figures):
    """A line of more than thirty characters ends the table, and with it the unit of the caption."""
    assert amounts(f"单位：万元\n道路 320\n{between}\n桥梁 95\n") == figures


def test_a_row_of_many_characters_ends_no_table():
    """Only a line of one cell is running text, however long the name in a row is."""
    name = "以" * 31
    assert amounts(f"单位：万元\n{name}\t320\n桥梁\t95\n") == [(3_200_000, "元"), (950_000, "元")]


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("纺纱\t万锭\t12", [(120_000, "")]),
        ("纺纱\t锭\t12", [(12, "")]),
        ("纺纱\t锭\t12—15", [(12, ""), (15, "")]),
        ("供气\t万标准立方米燃气\t12", [(120_000, "")]),
        ("供气\t万标准立方米天然气\t12", [(12, "")]),
        ("公园（个）\t\t12", [(12, "个")]),
        ("公园（个）\t3\t4", [(3, "个"), (4, "个")]),
        ("公园（个）\t按任务清单逐一落实\t12", [(12, "个")]),
        ("公园（个）\t锭\t12", [(12, "")]),
        ("公园（个）", []),
    ],
)
def test_the_unit_of_a_row_stands_in_the_column_of_units(row, figures):
    """There a word of up to eight characters is the unit, also an unknown one; a blank, a number or a sentence is not."""
    assert amounts(f"指标\t单位\t计划\n{row}\n") == figures


def test_a_row_may_be_too_short_for_the_column_of_units():
    """Its unit is then looked for in its other cells."""
    assert amounts("指标\t计划\t单位\n公园（个）\t12\n") == [(12, "个")]


def test_the_headings_of_columns_give_units():
    """Each column has the unit in its heading, until another heading or a column of units follows."""
    text = (
        "项目\t投资（亿元）\t里程（公里）\n一环\t12\t5\n"
        "项目\t数量（座）\t面积\n桥梁\t7\t9\n"
        "项目\t数量\t单位\n公园\t8\t个\n"
    )
    assert amounts(text) == [
        (1_200_000_000, "元"),
        (5, "公里"),
        (7, "座"),
        (9, ""),
        (8, "个"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "绿道\t长度（公里）\t—\n",
        "绿道（公里）\t长度\t快\n",
    ],
)
def test_a_row_with_a_blank_value_or_with_a_unit_in_its_name_is_no_heading(row):
    """The columns of the heading above it go on: the third is that of the units."""
    assert amounts(f"指标\t计划\t单位\n{row}纺纱\t12\t万锭\n") == [(120_000, "")]


def test_a_number_in_a_row_makes_it_no_heading():
    """绿道（公里） 3 gives a length, and the next row has its own unit."""
    assert amounts("绿道\t长度（公里）\t3\n公园\t5\t个\n") == [(3, "公里"), (5, "个")]


def test_a_scale_alone_is_no_unit_of_a_row():
    """万 does not say of what there are so many, so the number stays as it is."""
    assert amounts("人口\t万\t95\n") == [(95, "")]


def test_a_row_of_years_is_a_heading():
    """Years alone have no unit; a year beside another number is in a row of values."""
    assert amounts("单位：个\n指标\t2025\t2026\n公园\t15\t18\n") == [(15, "个"), (18, "个")]
    assert amounts("单位：个\n指标\t15\t2026\n")[0] == (15, "个")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("%\n12\n", [(12, "%")]),
        ("能耗降低\n%\n12\n增速\n%\n6\n", [(-12, "%"), (6, "%")]),
        ("能耗降低（%）\n12\n", [(-12, "%")]),
        ("能耗降低率\n%\n力争12\n", [(-12, "%")]),
        ("绿化\n亩\n—\n5\n", [(5, "亩")]),
        ("绿化\n亩\n其他\n5\n", [(5, "")]),
        ("绿化（亩）\n4\n5\n", [(4, "亩"), (5, "亩")]),
        ("单位：万元\n道路\n320\n", [(320, "")]),
    ],
)
def test_a_table_of_one_cell_a_line(text, figures):
    """A number has the unit above it, and its sign from the name above that, until another name begins."""
    assert amounts(text) == figures


@pytest.mark.parametrize(
    ("text", "numeral", "figure"),
    [
        ("增速\t%\t力争6以上\t市", "6", "6以上"),
        ("能耗降低\t%\t〔12〕\t市", "12", "12"),
        ("能耗降低\t%\t力争12左右\t市", "12", "12左右"),
        ("公园\t个\t300—500\t市", "300—500", "300—500"),
        ("公园\t个\t 3 200 \t市", "3", "3"),
        ("里程\t公里\t≥85（2025年）\t市", "85", "85"),
        ("绿化（亩）\n—\n5\n", "5", "5"),
    ],
)
def test_the_figure_of_a_cell_has_its_place_in_the_document(text, numeral, figure):
    """It begins with its number and ends with its qualifier, although its unit stands elsewhere."""
    source = source_text(text)
    found = find_document_figures(source)[0]
    assert source.words(found.start, found.numeral_end) == numeral
    assert source.words(found.start, found.unit_end) == numeral
    assert source.words(found.start, found.end) == figure


def test_the_place_of_a_number_is_its_own_and_not_that_of_the_line_break_before():
    """Two lines of one number each keep their places."""
    source = source_text("绿化（亩）\n4\n5\n")
    found = find_document_figures(source)
    assert [source.words(one.start, one.end) for one in found] == ["4", "5"]
    assert [source.place(one.start, one.end).line for one in found] == [2, 3]


def test_only_so_many_figures_of_a_document_are_read():
    """With a limit the first ones are returned, without the units of their cells; else all with them."""
    source = source_text("公园\t个\t3\n学校\t所\t4\n")
    for limit, figures in (
        (1, [(3, "")]),
        (2, [(3, ""), (4, "")]),
        (3, [(3, "个"), (4, "所")]),
        (None, [(3, "个"), (4, "所")]),
    ):
        found = find_document_figures(source, limit)
        assert [(one.value, one.unit) for one in found] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("农业\t粮食\t1.产量\t吨\t5\n", [(5, "吨")]),
        ("农业\t粮食\t全年\t1.产量\t吨\t5\n", [(1, ""), (5, "吨")]),
        ("1.粮食\t2.产量\t吨\t5\n", [(2, ""), (5, "吨")]),
    ],
)
def test_the_number_of_a_row_stands_in_one_of_its_first_three_cells(text, figures):
    """A number with a delimiter in a later cell, or behind the number of the row, is a figure."""
    assert amounts(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # after a finished line a list begins with 1
        ("实施项目。\n1 城市更新\n", []),
        ("实施项目：\n1 城市更新\n2 乡村建设\n", []),
        ("(一)实施项目\n1 城市更新\n", [(1, "")]),
        ("；实施项目\n1 城市更新\n", [(1, "")]),
        ("\n1 城市更新\n", []),
        ("实施项目。\n5 城市更新\n", [(5, "")]),
        ("实施项目。\n2 城市更新\n", [(2, "")]),
        # a list may begin with another number if the next one follows
        ("实施项目\n4 城市更新\n5 乡村建设\n", []),
        ("实施项目\n4 城市更新\n6 乡村建设\n", [(4, ""), (6, "")]),
        ("实施项目\n5 城市更新\n4 乡村建设\n", [(5, ""), (4, "")]),
        # it counts on over other lines, but not over a number that is left out
        ("实施项目。\n1 城市更新\n加快\n2 乡村建设\n4 产业升级\n", [(4, "")]),
        ("实施项目。\n1 城市更新\n1 乡村建设\n", [(1, "")]),
    ],
)
def test_numbers_before_names_that_count_are_no_figures(text, figures):
    """They begin with 1 after a finished line, or have the next number after them."""
    assert amounts(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("项目\n1\n绿化\n2\n公园\n", []),
        ("1\n绿化\n2\n公园\n", [(1, ""), (2, "")]),
        ("1\n绿化\n2\n公园", [(1, ""), (2, "")]),
        ("项目\n1\n绿化\n2", [(1, ""), (2, "")]),
        ("项目\n1\n绿化\n2\n", [(1, ""), (2, "")]),
        ("项目\n1\n绿化\n3\n公园\n", [(1, ""), (3, "")]),
        ("项目\n1\n绿化\n2\n个\n", [(1, ""), (2, "个")]),
        ("个\n1\n绿化\n2\n公园\n", [(1, "个"), (2, "")]),
        ("项目\n1\n绿化\n2\n公园\n3\n学校\n", []),
        ("项目。\n1 城市\n项目\n2\n绿化\n", [(2, "")]),
    ],
)
def test_numbers_alone_between_names_that_count_are_no_figures(text, figures):
    """A number alone on its line is one of a row if names stand before and behind it and it counts on."""
    assert amounts(text) == figures


@pytest.mark.parametrize(("between", "figures"), [(39, []), (40, [(5, ""), (6, "")])])
def test_the_next_number_of_a_list_is_near(between, figures):
    """It is one of the forty numbers that follow and may be of a list."""
    others = "绿化\n7\n" * between
    found = amounts(f"实施项目\n5 城市更新\n{others}绿化\n6 乡村建设\n")
    assert [one for one in found if one[0] != 7] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("总则。\n2.1 目标\n", []),
        ("总则\n2.1 目标\n", [(Decimal("2.1"), "")]),
        ("2.1 目标\n", []),
        ("总则。\n2.1公里绿道\n", [(Decimal("2.1"), "公里")]),
        ("总则。\n2.1亿投资\n", [(210_000_000, "")]),
        ("总则\n- 12 -\n", []),
        ("总则\n—3—\n", []),
    ],
)
def test_the_numbers_of_sections_and_pages_are_no_figures(text, figures):
    """2.1 before a name after a finished line is a section; with a unit or inside a sentence it is a figure."""
    assert amounts(text) == figures


def test_a_scale_by_which_things_are_called_counts_nothing():
    """千人 before 托位数 says by what it is counted; a word such as 超 or 近 before it makes it a number."""
    assert amounts("千人托位数") == []
    assert amounts("万人拥有公园") == []
    assert amounts("惠及超万人") == [(10_000, "人")]
    assert amounts("培训上万人") == [(10_000, "人")]
    assert amounts("超市万人") == []


def test_a_name_or_a_year_with_a_unit_is_a_figure():
    """(2000) is a year and (2000家) an amount; 8+4 is a name, of which 8km is an amount."""
    assert amounts("企业(2000)") == []
    assert amounts("企业(2000家)") == [(2000, "家")]
    assert amounts("打造8+4模式") == []
    assert amounts("打造8km+4模式") == [(8, "km")]


def test_short_names_in_quotation_marks_hold_no_figures():
    """A quotation that states a figure does, and says nothing of the one behind it."""
    assert amounts("确保“增长5%”，打造“3060”方案，新建3所学校。") == [(5, "%"), (3, "所")]
    assert amounts("打造“35所”3所学校。") == [(3, "所")]
    assert amounts("建设3所“5所”学校。") == [(3, "所")]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("建设20多媒体教室", (20, "", "exactly")),
        ("建设20多间教室", (20, "间", "at_least")),
        ("建设20多", (20, "", "exactly")),
        ("投入20多万", (200_000, "", "at_least")),
        ("提高半个百分点", (Decimal("0.5"), "个百分点", "exactly")),
        ("产值翻番", (1, "番", "exactly")),
        ("培训3百人", (300, "人", "exactly")),
        ("产值3万亿元", (3_000_000_000_000, "元", "exactly")),
        ("百分之零点五", (Decimal("0.5"), "%", "exactly")),
        ("满意率百分百", (100, "%", "exactly")),
        ("费用减半", (50, "%", "exactly")),
        ("建造三十艘船", (30, "艘", "exactly")),
        ("建造船30艘", (30, "艘", "exactly")),
        ("零分之五", (5, "%", "exactly")),
        ("占1/10", (10, "%", "exactly")),
    ],
)
def test_forms_of_figures(text, figure):
    """Each form is read with its value, unit and qualifier."""
    (found,) = find_figures(source_text(text).text)
    assert (found.value, found.unit, found.comparator) == figure


@pytest.mark.parametrize("text", ["气象万千", "千方百计", "百万千里", "三只松鼠", "三门峡市"])
def test_numerals_of_a_phrase_are_no_figures(text):
    """Numerals that are neither written out nor count something are words."""
    assert find_figures(text) == []


def test_a_rate_does_not_share_the_verb_of_an_amount():
    """减少10万吨、5% gives an amount that falls, and of the rate behind it only the size."""
    assert [one.value for one in find_figures("减少10万吨、5%")] == [100_000, 5]
    assert [one.value for one in find_figures("减少10%、5%")] == [-10, -5]


def test_where_the_written_number_ends():
    """半 is the number of 半个百分点, and what follows is its unit."""
    (found,) = find_figures("提高半个百分点")
    assert (found.start, found.numeral_end, found.end) == (2, 3, 7)


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("培训三至五万人", 30_000, 50_000),
        ("培训3至5万人", 30_000, 50_000),
        ("培训3千至5万人", 3_000, 50_000),
        ("培训3万人至5万人", 30_000, 50_000),
        ("培训三五万人", 30_000, 50_000),
        ("培训三至五千人", 3_000, 5_000),
        ("补助3元至5万元", 3, 50_000),
        ("培训1百至500万人", 100, 5_000_000),
        ("培训三百至五千人", 300, 5_000),
        ("培训三至五百万人", 3_000_000, 5_000_000),
        ("培训三十至五十万人", 300_000, 500_000),
        ("培训八千至一万人", 8_000, 10_000),
        ("培训8000至1万人", 8_000, 10_000),
        ("培训三百至五百万人", 3_000_000, 5_000_000),
        ("培训三十至五百万人", 300_000, 5_000_000),
        ("投资三千至五千亿元", 300_000_000_000, 500_000_000_000),
        ("投资8000至1.2万亿元", 800_000_000_000, 1_200_000_000_000),
        ("培训三至五人", 3, 5),
        ("培训1至1万人", 1, 10_000),
    ],
)
def test_the_scale_of_a_range(text, value, upper):
    """The scale behind the upper end belongs to both ends, unless the lower end has its own or would be above the upper one."""
    (found,) = find_figures(text)
    assert (found.value, found.upper) == (value, upper)


def test_both_ends_of_a_range_are_compared_in_base_units():
    """3至5公里 are 3,000 to 5,000 metres."""
    (found,) = find_figures("新建3至5公里")
    assert (found.base_value, found.base_upper) == (3000, 5000)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("５．８％", "5.8%"),
        ("！～｟", "!-｟"),
        ("（甲）", "(甲)"),
        ("１，２００", "1,200"),
        ("1，200", "1，200"),
        ("1,200", "1,200"),
        ("1,20", "1，20"),
        ("甲,200", "甲，200"),
        ("“甲”", '"甲"'),
    ],
)
def test_full_width_characters_have_one_form(written, searched):
    """Letters, digits and signs become half-width ones; a comma stays only between thousands."""
    assert normalise_phrase(written) == searched


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("新建3所学校", (1, 3, 2)),
        ("新建3 所学校", (1, 3, 3)),
        ("全年\n新建3所学校", (2, 3, 2)),
        ("全年\r\n新建12所学校", (2, 3, 3)),
        ("3所学校", (1, 1, 2)),
        ("共3。", (1, 2, 1)),
    ],
)
def test_the_place_of_a_figure(text, place):
    """Line and column count from 1; the width is that in the file, with blanks inside it."""
    source = source_text(text)
    (figure,) = find_figures(source.text)
    found = source.place(figure.start, figure.end)
    assert (found.line, found.column, found.width) == place


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("3 4所", "3 4所"),
        ("3 所", "3所"),
        (" 4所", "4所"),
        ("甲\t-4", "甲 -4"),
        ("甲 -4", "甲-4"),
        ("甲\n-4", "甲 -4"),
        ("3.\n4所", "3.4所"),
        ("3\n4所", "3 4所"),
        ("3. 4所", "3. 4所"),
        ("3,\n400所", "3，400所"),
        ("-\n甲", "- 甲"),
    ],
)
def test_blanks_stay_where_numbers_would_merge(text, searched):
    """One space stays between two numbers and around the dash of a cell; a number goes on after its point."""
    assert source_text(text).text == searched


def test_context_is_marked_where_the_document_goes_on():
    """Twelve characters on either side are shown, and … where there are more."""
    text = "甲" * 13 + "5%" + "乙" * 13
    assert source_text(text).context(13, 15) == "…" + "甲" * 12 + "5%" + "乙" * 12 + "…"
    assert source_text(text[1:-1]).context(12, 14) == text[1:-1]


def test_a_text_without_a_visible_character_is_refused():
    """White space and hidden characters are no document."""
    with pytest.raises(Failure) as raised:
        source_text(" \n\u200b\t")
    assert [one.code for one in raised.value.problems] == ["E215"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("装机3MW", "MW"),
        ("装机3MWx", ""),
        ("面积3m2", "m2"),
        ("面积3m²处", "m²"),
        ("面积3m²A区", "m²"),
        ("浓度3μg/m³", "μg/m³"),
        ("发病率3/10万", "/10万"),
        ("发病率3/10万人", "/10万人"),
        ("发病率12/10万", "/10万"),
        ("密度3人/平方公里", "人/平方公里"),
        ("密度3人/乙", "人"),
    ],
)
def test_a_unit_in_letters_ends_where_its_word_ends(text, unit):
    """A letter or digit right behind it makes it another word; a rate goes on after its stroke."""
    assert find_figures(source_text(text).text)[0].unit == unit


@pytest.mark.parametrize("mark", ["；", "。", "：", "！", ";"])
def test_what_ends_a_clause(mark):
    """A mark in either width ends what qualifies a figure, and an item with its number may follow."""
    for text, figure in (
        (f"每户至少上门{mark}新建3所学校", (3, "所", "exactly")),
        (f"不低于去年{mark}其中的5%", (5, "%", "exactly")),
        (f"压减经费{mark}5%的企业", (5, "%", "exactly")),
    ):
        (found,) = find_figures(source_text(text).text)
        assert (found.value, found.unit, found.comparator) == figure
    assert amounts(f"完成改造{mark}2.新建校园") == []
    assert amounts(f"完成改造{mark}4.2020年开工") == []


@pytest.mark.parametrize("mark", ["；", "。", "，", "、"])
def test_a_phase_before_a_mark_is_no_figure(mark):
    """推进三期 names a phase, whatever mark is behind it."""
    assert amounts(f"推进三期{mark}加快建设") == []


@pytest.mark.parametrize("mark", ["；", "，", "（"])
def test_a_remark_may_follow_the_number_of_a_cell(mark):
    """The number has the unit of its row all the same."""
    assert amounts(f"公园\t个\t5{mark}其中新建\t市") == [(5, "个")]

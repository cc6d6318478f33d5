"""The audit: which figures a text has, which of them are dates and names, and that no change of a figure goes unnoticed."""

import re
from decimal import Decimal

import pytest

from erqi_cli.calc.audit.audit import audit
from erqi_cli.calc.audit.claims import claims_of
from erqi_cli.calc.audit.findings import read_figures
from erqi_cli.calc.audit.phrases import PhraseFinder
from erqi_cli.parsing.chinese_numeral import parse_chinese
from erqi_cli.parsing.figures.characters import TRADITIONAL, TRADITIONAL_AND_SIMPLIFIED
from erqi_cli.parsing.figures.exclusions import find_exclusions
from erqi_cli.parsing.figures.finder import find_figures
from erqi_cli.parsing.figures.source_text import source_text
from erqi_cli.parsing.figures.tables import find_document_figures
from erqi_cli.readers.yaml.load import load_plan
from tests.audit_mutation import mutation_test, other_number
from tests.conftest import PLAN, ROOT

REPORT = ROOT / "tests" / "files" / "work-report.txt"
STARTER = ROOT / "erqi_cli" / "readers" / "yaml" / "starter.yaml"


def rows_of(done, finding):
    return [row for row in done.json["rows"] if row["finding"] == finding]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("四", 4),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十五", 35),
        ("一百零五", 105),
        ("一百二十", 120),
        ("三千一百二十二", 3122),
        ("两千", 2000),
        ("一万二千", 12000),
        ("三千一百二十二亿", 312_200_000_000),
        ("一亿五千万", 150_000_000),
        ("二〇一七", 2017),
        ("一点三", Decimal("1.3")),
        ("万", 10_000),
        ("百", 100),
        ("三千五", 3500),
        ("三千零五", 3005),
        ("一百二", 120),
        ("两万三", 23_000),
        ("两万零三", 20_003),
        ("一亿三", 130_000_000),
        ("伍仟万", 50_000_000),
        ("叁佰贰拾", 320),
        ("两亿五千万", 250_000_000),
        ("廿九万", 290_000),
        ("一亿五万", 100_050_000),
        ("一千二百三十四亿五千六百七十八万九千零一十二", 123_456_789_012),
    ],
)
def test_chinese_numerals(numeral, value):
    """A Chinese numeral is the number that it writes."""
    assert parse_chinese(numeral) == (value, None)


def test_two_digits_in_a_row_are_a_range():
    """三五 means three to five."""
    assert parse_chinese("三五") == (3, 5)


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit", "comparator"),
    [
        ("地区生产总值增长9%左右", 9, None, "%", "about"),
        ("增长９％以上", 9, None, "%", "at_least"),
        ("总投资3122亿元", 312_200_000_000, None, "元", "exactly"),
        ("总投资3,122亿元", 312_200_000_000, None, "元", "exactly"),
        ("建设300万平方米", 3_000_000, None, "平方米", "exactly"),
        ("建设300万㎡", 3_000_000, None, "㎡", "exactly"),
        ("从业人员1.3万人", 13_000, None, "人", "exactly"),
        ("新建停车位1万个", 10_000, None, "个", "exactly"),
        ("亏损500万美元", 5_000_000, None, "美元", "exactly"),
        ("贡献3千万元", 30_000_000, None, "元", "exactly"),
        ("不低于600亿元", 60_000_000_000, None, "元", "at_least"),
        ("不少于20个", 20, None, "个", "at_least"),
        ("不超过5%", 5, None, "%", "at_most"),
        ("控制在3%以内", 3, None, "%", "at_most"),
        ("超过1000家", 1000, None, "家", "at_least"),
        ("至少完成5项", 5, None, "项", "at_least"),
        ("突破1000亿元", 100_000_000_000, None, "元", "at_least"),
        ("约5公里", 5, None, "公里", "about"),
        ("节约5%", 5, None, "%", "exactly"),
        ("附近5个", 5, None, "个", "exactly"),
        ("20余家", 20, None, "家", "at_least"),
        ("20多个", 20, None, "个", "at_least"),
        ("二十多个", 20, None, "个", "at_least"),
        ("三四十多万人", 300_000, 400_000, "人", "between"),
        ("达10家以上", 10, None, "家", "at_least"),
        ("能耗下降3%以上", -3, None, "%", "at_least"),
        ("300-500个", 300, 500, "个", "between"),
        ("300—500个", 300, 500, "个", "between"),
        ("300至500亿元", 30_000_000_000, 50_000_000_000, "元", "between"),
        ("增长5%~8%", 5, 8, "%", "between"),
        ("三至五年", 3, 5, "年", "between"),
        ("三五年", 3, 5, "年", "between"),
        ("百分之六十以上", 60, None, "%", "at_least"),
        ("六成以上", 60, None, "%", "at_least"),
        ("占比达到六成五；", 65, None, "%", "exactly"),
        ("每千人口床位数6.5张", Decimal("6.5"), None, "张", "exactly"),
        ("七成半群众", 75, None, "%", "exactly"),
        ("三至五成群众", 30, 50, "%", "between"),
        ("一半以上的企业", 50, None, "%", "at_least"),
        ("提高2个百分点", 2, None, "个百分点", "exactly"),
        ("四大平台", 4, None, "大", "exactly"),
        ("完善四项基础制度", 4, None, "项", "exactly"),
        ("二星级集聚区", 2, None, "星级", "exactly"),
        ("万亩森林公园", 10_000, None, "亩", "exactly"),
        ("在孵企业350\n\n家以上", 350, None, "家", "at_least"),
        ("完成24.\n5亿元", 2_450_000_000, None, "元", "exactly"),
        ("翻两番", 2, None, "番", "exactly"),
        ("开设三千五个班", 3500, None, "个", "exactly"),
        ("拨款伍仟万元", 50_000_000, None, "元", "exactly"),
        (
            "产值一千二百三十四亿五千六百七十八万九千零一十二元",
            123_456_789_012,
            None,
            "元",
            "exactly",
        ),
        ("投入5个亿", 500_000_000, None, "", "exactly"),
        ("投入十五个亿", 1_500_000_000, None, "", "exactly"),
        ("支出1亿2000万元", 120_000_000, None, "元", "exactly"),
        ("支出3万5千元", 35_000, None, "元", "exactly"),
        ("引进200+家企业", 200, None, "家", "at_least"),
        ("20多亿", 2_000_000_000, None, "", "at_least"),
        ("死亡率4.5‰", Decimal("4.5"), None, "‰", "exactly"),
        ("用电8亿度", 800_000_000, None, "度", "exactly"),
        ("铺设管道7.5km", Decimal("7.5"), None, "km", "exactly"),
        ("产粮900亿斤以上", 90_000_000_000, None, "斤", "at_least"),
        ("制茶600担以上", 600, None, "担", "at_least"),
        ("吞吐量30万标箱左右", 300_000, None, "标箱", "about"),
        ("失业率≤5%", 5, None, "%", "at_most"),
        ("覆盖率≥90%", 90, None, "%", "at_least"),
        ("就业逾3万人", 30_000, None, "人", "at_least"),
        ("增速不超8%", 8, None, "%", "at_most"),
        ("为30—59周岁居民体检", 30, 59, "周岁", "between"),
        ("不少于预算总额的20%", 20, None, "%", "at_least"),
        ("不超过上年同期的90%", 90, None, "%", "at_most"),
        ("全年至少组织2场", 2, None, "场", "at_least"),
        ("配备80台（套）以上", 80, None, "台", "at_least"),
        ("收入比为1.9:1左右", Decimal("1.9"), None, "倍", "about"),
        ("1/4以上的村", 25, None, "%", "at_least"),
        ("30—50家企业来自", 30, 50, "家", "between"),
    ],
)
def test_a_figure_of_a_text(text, value, upper, unit, comparator):
    """A figure is read with its scale, unit and qualifier, however it is written and wherever the line breaks."""
    (found,) = find_figures(source_text(text).text)
    assert (found.value, found.upper, found.unit, found.comparator) == (
        value,
        upper,
        unit,
        comparator,
    )


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("节电3亿千瓦时", 300_000_000, "千瓦时"),
        ("装机5万千瓦", 50_000, "千瓦"),
        ("用水2500万立方米", 25_000_000, "立方米"),
        ("42微克/立方米", 42, "微克/立方米"),
        ("5千吨标准煤", 5_000, "吨标准煤"),
    ],
)
def test_a_unit_of_several_characters_is_read_whole(text, value, word):
    """千瓦时 is a unit and its 千 no scale; 立方米 is no 米, 吨标准煤 no 吨."""
    (found,) = find_figures(source_text(text).text)
    assert (found.value, found.unit) == (value, word)


@pytest.mark.parametrize(
    ("text", "falls"),
    [
        ("固定资产投资降幅控制在2%以内", True),
        ("降幅收窄至2%以内", True),
        ("同比下降控制在2%以内", True),
        ("下降幅度控制在2%左右", True),
        ("下降2%以内", True),
        ("失业率控制在2%以内", False),
        ("增长控制在2%以内", False),
        ("比重下降到2%", False),
    ],
)
def test_a_fall_that_is_kept_or_narrowed_is_a_fall(text, falls):
    """降幅控制在 and 降幅收窄至 give falls; 下降到 gives the level that is reached, and 控制在 alone says nothing."""
    (found,) = find_figures(source_text(text).text)
    assert (found.value, found.is_decrease) == (-2 if falls else 2, falls)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("增速为-4%", [-4]),
        ("投资(-4%)", [-4]),
        ("投资（－4％）", [-4]),
        ("增速分别为-4%和-7%", [-4, -7]),
        ("增速为负4%", [-4]),
        ("利润为-2亿元", [-200_000_000]),
        ("产值下滑4%", [-4]),
        ("价格下跌4%", [-4]),
        ("规模萎缩4%", [-4]),
        ("编制缩减4%", [-4]),
        ("同比降4%", [-4]),
        ("较上年低4%", [-4]),
        ("同比减4%", [-4]),
        ("降幅达4%", [-4]),
        ("下降率不低于4%", [-4]),
        ("低于上月2个百分点", [-2]),
        ("出现4%的降幅", [-4]),
        ("分别减少4%、7%和9%", [-4, -7, -9]),
        ("下降4%至7%", [-7]),
        ("下降-4%", [-4]),
        ("压减“三公”经费4%以上", [-4]),
        ("低于全省平均2个百分点", [-2]),
    ],
)
def test_a_fall_is_negative(text, values):
    """The sign belongs to the value, whether a sign or a word gives it."""
    assert [found.value for found in find_figures(source_text(text).text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "4%-7%",
        "下降到4%",
        "不低于4%",
        "由4%升至7%",
        "缩小至4%",
        "未降低标准，增长4%",
        "压减燃煤4万吨",
        "升降4%",
        "A-4%",
        "下降，增长4%",
        "减少环节后提速4%",
        "不低于全省平均2个百分点",
    ],
)
def test_what_is_no_fall_stays_positive(text):
    """A dash in a range, a level that is reached and an amount that comes down give no negative figure."""
    assert all(found.value > 0 for found in find_figures(source_text(text).text))


def test_numbers_that_share_a_unit_have_it():
    """4.8和3.3个百分点 are both percentage points, 120、80亿元 both yuan."""
    figures = find_figures("快4.8和3.3个百分点，新增120、80亿元")
    assert [(one.value, one.unit) for one in figures] == [
        (Decimal("4.8"), "个百分点"),
        (Decimal("3.3"), "个百分点"),
        (12_000_000_000, "元"),
        (8_000_000_000, "元"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("90人/平方公里", 90, "人/平方公里"),
        ("30万元/人", 300_000, "元/人"),
        ("8元/平方米", 8, "元/平方米"),
        ("5批次/千人", 5, "批次/千人"),
        ("0.4吨标准煤/万元", Decimal("0.4"), "吨标准煤/万元"),
        ("12/10万", 12, "/10万"),
    ],
)
def test_a_rate_has_its_whole_unit(text, value, unit):
    """A density is no number of persons, and a price for a square metre no amount of yuan."""
    (found,) = find_figures(text)
    assert (found.value, found.unit, found.measure) == (value, unit, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit", "base_value"),
    [
        ("30公里", 30, "公里", 30_000),
        ("30千米", 30, "千米", 30_000),
        ("3平方公里", 3, "平方公里", 3_000_000),
        ("3公顷", 3, "公顷", 30_000),
        ("3‰", 3, "‰", Decimal("0.3")),
        ("3万元", 30_000, "元", 30_000),
    ],
)
def test_value_and_unit_belong_together(text, value, unit, base_value):
    """A figure is in the unit that stands behind it; only 万 and 亿 are worked out."""
    (found,) = find_figures(text)
    assert (found.value, found.unit, found.base_value) == (value, unit, base_value)


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("投資3.5億元", 350_000_000, "元", "3.5億元"),
        ("兩億五千萬元", 250_000_000, "元", "兩億五千萬元"),
        ("提高2個百分點", 2, "个百分点", "2個百分點"),
        ("新增停車位800個", 800, "个", "800個"),
        ("惠及1.2萬戶", 12_000, "户", "1.2萬戶"),
        ("綠化500畝", 500, "亩", "500畝"),
    ],
)
def test_traditional_characters_are_read_and_places_stay(text, value, unit, written):
    """A text in traditional script gives the same figures, each shown as it is written."""
    source = source_text(text)
    (found,) = find_figures(source.text)
    assert (found.value, found.unit) == (value, unit)
    assert source.words(found.start, found.end) == written


def test_each_traditional_character_becomes_one_simplified():
    """The table gives one character for each, and none that has to be replaced again."""
    assert all(len(pair) == 2 for pair in TRADITIONAL_AND_SIMPLIFIED.split())
    assert not {ord(char) for char in TRADITIONAL.values()} & TRADITIONAL.keys()


@pytest.mark.parametrize(
    ("text", "unit"),
    [("创建3家4A级景区", "家"), ("下降2%PM2.5达标", "%")],
)
def test_a_unit_may_stand_before_letters_and_digits(text, unit):
    """3家4A级景区 are three 家, and 2% is a rate, whatever word follows at once."""
    assert find_figures(source_text(text).text)[0].unit == unit


@pytest.mark.parametrize("word", ["由", "从", "自"])
def test_a_change_is_not_a_range(word):
    """由30到50家 is a change from 30 to 50, also at the start of a text."""
    figures = find_figures(source_text(f"{word}30到50家").text)
    assert [(figure.value, figure.upper) for figure in figures] == [(30, None), (50, None)]


def test_two_thirds_are_a_share():
    """三分之二 and two thirds of a hundred are the same to many digits."""
    (found,) = find_figures("三分之二的群众")
    assert (round(found.value, 10), found.unit) == (Decimal("66.6666666667"), "%")


@pytest.mark.parametrize(
    "text",
    [
        "二七区",
        "统一部署",
        "进一步",
        "一线企业",
        "三农",
        "百姓",
        "千方百计",
        "同一个",
        "几十个",
        "数百家",
        "一成不变",
    ],
)
def test_numerals_that_count_nothing_are_no_figures(text):
    """Chinese numerals inside words and names are left alone."""
    assert find_figures(source_text(text).text) == []


def test_a_tenth_before_another_figure_is_a_figure_of_its_own():
    """六成三年 is 60% and three years, and not 63%."""
    assert [(one.value, one.unit) for one in find_figures("六成三年内完成")] == [
        (60, "%"),
        (3, "年"),
    ]


def test_spaces_never_make_one_number_of_two():
    """Two numbers that only a line end keeps apart stay two."""
    assert [figure.value for figure in find_figures(source_text("增长8\n1 项目").text)] == [8, 1]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2017年目标", "date"),
        ("2016-2020年", "date"),
        ("1月19日召开", "date"),
        ("二〇一七年", "date"),
        ("6月底前", "date"),
        ("2017-01-19", "date"),
        ("第2实验小学", "ordinal"),
        ("第十三个", "ordinal"),
        ("十一届二次全会", "ordinal"),
        ("二次招商", "ordinal"),
        ("地铁5号线", "ordinal"),
        ("81中建成", "numbered-name"),
        ("郑州11小学", "numbered-name"),
        ("PM2.5浓度", "numbered-name"),
        ("5G基站", "numbered-name"),
        ("4A景区", "numbered-name"),
        ("建成一个园区", "article"),
        ("1. 推进项目", "heading"),
        ("1 项目运作", "heading"),
        ("1、项目", "heading"),
        ("（1）项目", "heading"),
        ("08 新建公园\n09 新建学校", "heading"),
        ("2.1 总体思路", "heading"),
        ("投资。\n— 12 —\n建设", "heading"),
        ("工作：1.修路；2.架桥。", "heading"),
        ("第二、三次产业", "ordinal"),
        ("三次产业结构", "ordinal"),
        ("三级甲等医院", "ordinal"),
        ("隧道二期工程", "ordinal"),
        ("新一轮巡查", "ordinal"),
        ("2季度", "date"),
        ("2年内建成", "date"),
        ("未来三年", "date"),
        ("难忘的一年", "date"),
        ("学前三年", "date"),
        ("三年行动", "date"),
        ("建校90周年", "date"),
        ("〔2023〕文件", "date"),
        ("实施“3268”计划", "name"),
        ("打造“10分钟办事圈”", "name"),
        ("30分钟通勤圈", "name"),
        ("一园一策", "name"),
        ("三路四园", "name"),
        ("构建6+3产业体系", "numbered-name"),
        ("围绕152+N清单", "numbered-name"),
        ("全国500强企业", "numbered-name"),
        ("升级3.0版平台", "numbered-name"),
        ("12315投诉热线", "numbered-name"),
        ("改造208国道", "numbered-name"),
        ("实施7个方面举措", "set"),
        ("七个方面", "set"),
        ("民生实事8件", "set"),
        ("五大攻坚行动", "set"),
        ("守住两条底线", "set"),
        ("百亿级集群", "size"),
        ("千人床位数", "size"),
        ("万元GDP能耗", "size"),
        ("联系电话：010-62345678", "code"),
        ("索引号：0123456789/2023-045", "code"),
    ],
)
def test_dates_ordinals_names_and_headings_are_no_figures(text, rule):
    """Each rule takes what it is for, and says which rule it was."""
    source = source_text(text)
    found = find_exclusions(source, find_figures(source.text), ())
    assert found
    assert {one.rule for one in found.values()} == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "三年成规模",
        "3个月",
        "24小时",
        "4个小镇",
        "5中心",
        "1500.5亿元",
        "100座",
        "4小镇",
        "8个重大项目",
        "5MW",
        "10km",
        "一套机制",
        "一年",
        "10大类",
        "3级台阶",
        "超百家",
        "亿元以上项目",
        "建成三座桥",
        "每年3期培训",
        "“增长5%以上”",
        "10.5公里",
        "1.5万亩",
        "2035年以上",
        "(80家)",
        "最近5天",
    ],
)
def test_what_only_looks_like_a_date_or_a_name_is_a_figure(text):
    """No rule hides a figure."""
    source = source_text(text)
    figures = find_figures(source.text)
    assert figures
    assert find_exclusions(source, figures, ()) == {}


def test_a_number_at_the_start_of_a_line_is_a_heading_only_in_order():
    """Headings count on from 1; another number at the start of a line is a figure."""
    source = source_text("1 项目\n\n2 城镇\n\n8 个小镇开工\n\n3 产业\n新建\n4 个园区")
    found = find_exclusions(source, find_figures(source.text), ())
    assert [one.rule for one in found.values()] == ["heading"] * 3


LIST = """一、便民
1.改造菜场4个。(责任单位:商务局)
2.修缮桥梁6座，完好率98%(责任单位：交通局)
3.增设路灯700盏以上。（责任单位：城管局）
"""
TABLE = """表1 主要指标
序号\t指标\t单位\t2021年\t2026年\t年均增长（%）\t属性
1\t地区生产总值\t亿元\t310\t450\t7.5左右\t预期性
2\t人均可支配收入\t元\t38500\t52000\t6\t预期性
3\t单位GDP能耗降低\t%\t—\t〔12〕\t—\t约束性
4\t细颗粒物浓度\t微克/立方米\t36\t≤32\t—\t约束性
"""
TABLE_OF_NAMES = """| 指标 | 2021年 | 2026年 |
| 1.粮食产量（万吨） | 21.5 | ≥22 |
| 2.学校数（所） | 30 | 32—35 |
| 3.投资增速（%） | -2.5 | 6以上 |
"""
TABLE_OF_LINES = (
    "序号\n指标\n单位\n目标\n属性\n1\n绿化面积\n万亩\n3.2\n预期性\n2\n公园数\n个\n15以上\n预期性\n"
)


def counted(text):
    """Return the figures of a document that count, as value, upper end, unit and comparator."""
    source = source_text(text)
    figures = find_document_figures(source)
    excluded = find_exclusions(source, figures, ())
    kept = [one for one in figures if one.start not in excluded]
    return [(one.value, one.upper, one.unit, one.comparator) for one in kept]


def test_a_bracket_ends_a_line_before_a_list_number():
    """The numbers of a list are headings also where the items end in brackets."""
    assert [(value, unit) for value, _, unit, _ in counted(LIST)] == [
        (4, "个"),
        (6, "座"),
        (98, "%"),
        (700, "盏"),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            TABLE,
            [
                (31_000_000_000, None, "元", "exactly"),
                (45_000_000_000, None, "元", "exactly"),
                (Decimal("7.5"), None, "%", "about"),
                (38_500, None, "元", "exactly"),
                (52_000, None, "元", "exactly"),
                (6, None, "%", "exactly"),
                (-12, None, "%", "exactly"),
                (36, None, "微克/立方米", "exactly"),
                (32, None, "微克/立方米", "at_most"),
            ],
        ),
        (
            TABLE_OF_NAMES,
            [
                (215_000, None, "吨", "exactly"),
                (220_000, None, "吨", "at_least"),
                (30, None, "所", "exactly"),
                (32, 35, "所", "between"),
                (Decimal("-2.5"), None, "%", "exactly"),
                (6, None, "%", "at_least"),
            ],
        ),
        (TABLE_OF_LINES, [(32_000, None, "亩", "exactly"), (15, None, "个", "at_least")]),
        (
            "单位：万元\n道路 320\n桥梁 95\n",
            [(3_200_000, None, "元", "exactly"), (950_000, None, "元", "exactly")],
        ),
        ("项目 单位 计划\n车位 个 600\n", [(600, None, "个", "exactly")]),
    ],
)
def test_figures_of_a_table_have_the_unit_of_another_cell(text, figures):
    """The unit stands in a column, in a name, in a heading or in a caption; serial numbers and years do not count."""
    assert counted(text) == figures


def test_words_between_single_spaces_are_cells_if_one_is_a_unit():
    """1085 has the unit 亿元 before it, although the last word names who is responsible."""
    assert counted("地区生产总值 亿元 1085 发改局\n")[-1] == (
        108_500_000_000,
        None,
        "元",
        "exactly",
    )


def test_a_serial_number_has_no_unit():
    """The 12 at the start of a row is not an amount of 亿元, as the 1085 of its last cell is."""
    figures = find_document_figures(source_text("12\t地区生产总值\t亿元\t1085\n"))
    assert (figures[0].value, figures[0].unit) == (12, "")
    assert (figures[-1].value, figures[-1].unit) == (108_500_000_000, "元")


def test_running_text_ends_a_table():
    """A number in a paragraph does not take the unit of the table before it."""
    text = (
        TABLE
        + "以上指标由各部门按职责分工负责落实，实行清单化管理、项目化推进、责任化考核。\n完成情况 5\n"
    )
    assert counted(text)[-1] == (5, None, "", "exactly")


def mutated(document, plan):
    """Return what a mutation test of the audit of a document and a plan finds."""
    claims = claims_of(plan)
    return mutation_test(audit(read_figures(source_text(document), claims), claims), claims)


def test_the_shipped_plan_holds_every_figure_of_its_document(erqi, source):
    """On the real document nothing is left over."""
    done = erqi("audit", source, "--strict", "--format", "json")
    assert (done.code, done.json["ok"]) == (0, True)
    assert done.json["counts"] == {"held": 57, "ignored": 28}
    assert done.json["figures"] == 85
    assert all(row["line"] and row["column"] for row in done.json["rows"])


def test_every_change_of_the_document_or_the_plan_is_noticed(source, plan, record_property):
    """No figure of Erqi District's document or plan can change without the audit noticing it."""
    found = mutated(source.read_text("utf-8"), plan)
    record_property(
        "counted", f"audit of the shipped plan: {found.tried} changes tried, all noticed"
    )
    assert found.missed == ()
    assert found.tried > 560


def with_phrases(plan):
    """Return a plan without the targets that cite no words of its document."""
    from dataclasses import replace

    def cited(targets):
        return tuple(target for target in targets if target.phrases)

    actions = tuple(action._replace(targets=cited(action.targets)) for action in plan.actions)
    return replace(plan, indicators=cited(plan.indicators), actions=actions)


def test_every_change_of_the_sample_report_is_noticed(record_property):
    """The same holds for the made-up report and the starter plan, as far as this cites the report."""
    report = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    found = mutated(report, with_phrases(load_plan(STARTER)))
    record_property(
        "counted", f"audit of the starter plan: {found.tried} changes tried, all noticed"
    )
    assert found.missed == ()
    assert found.tried > 40


def test_places_are_those_of_the_document(erqi, source):
    """Line and column lead to the figure in the file."""
    lines = source.read_text("utf-8").split("\n")
    for row in erqi("audit", source, "--format", "json").json["rows"]:
        start = "".join(lines[row["line"] - 1 :])[row["column"] - 1 :]
        assert re.sub(r"\s", "", start).startswith(re.sub(r"\s", "", row["figure"])), row


def test_each_figure_of_the_document_changed_in_turn_is_found(source, plan, record_property):
    """A document in which any one number in digits or any held numeral is another fails the audit."""
    text = source.read_text("utf-8")
    claims = claims_of(plan)
    found = audit(read_figures(source_text(text), claims), claims)
    places = [one for one in found.findings if one.kind == "held"]
    for one in places:
        source = found.document.source
        figure = next(figure for figure in found.document.figures if figure.start == one.start)
        first, last = source.offsets[figure.start], source.offsets[figure.numeral_end - 1] + 1
        changed = text[:first] + other_number(text[first:last]) + text[last:]
        assert audit(read_figures(source_text(changed), claims), claims).failed(), text[
            first - 9 : last + 9
        ]
    record_property(
        "counted", f"audit: {len(places)} figures of the document changed, each noticed"
    )


def test_each_figure_of_the_plan_file_changed_in_turn_is_found(source, write, record_property):
    """A plan file in which any one figure, unit or qualifier of a target is another fails the audit; so does one left out."""
    text, report, tried = PLAN.read_text("utf-8"), source_text(source.read_text("utf-8")), 0
    body = text[text.index("\nindicators:") : text.index("\nratios:")]
    for found in re.finditer(r"(?<=\n)    +(?:growth|value): ([0-9.]+)%?(?=\s)", body):
        changed = body[: found.start(1)] + f"{Decimal(found[1]) + 1}" + body[found.end(1) :]
        mutated = text.replace(body, changed)
        if "value: 61%" not in changed or "value: 61%" in body:
            claims = claims_of(load_plan(write(mutated)))
            assert audit(read_figures(report, claims), claims).failed(), found[0]
            tried += 1
    for found in re.finditer(
        r"comparator: at_least|comparator: about\n    tolerance: [0-9.]+[^\n]*", body
    ):
        changed = body[: found.start()] + "comparator: at_most" + body[found.end() :]
        claims = claims_of(load_plan(write(text.replace(body, changed))))
        assert audit(read_figures(report, claims), claims).failed(), found[0]
        tried += 1
    record_property(
        "counted", f"audit: {tried} figures and qualifiers of the plan file changed, each noticed"
    )
    assert tried > 55


def test_a_sample_report_in_every_encoding(erqi, write):
    """A report with one figure that the plan does not hold fails with it, in UTF-8, GBK and UTF-16 and from standard input."""
    text = REPORT.read_text("utf-8")
    first = erqi("audit", REPORT, "--plan", STARTER, "--format", "json")
    assert first.code == 6
    assert [(row["figure"], row["line"], row["column"]) for row in rows_of(first, "not_held")] == [
        ("3所", 11, 9)
    ]
    for encoding in ("utf-8-sig", "gbk", "gb18030", "utf-16"):
        done = erqi(
            "audit",
            write(text.encode(encoding), f"{encoding}.txt"),
            "--plan",
            STARTER,
            "--format",
            "json",
        )
        assert done.json["rows"] == first.json["rows"]
        assert ("read as" in done.err) == (encoding != "utf-8-sig")
    assert (
        erqi("audit", "-", "--plan", STARTER, "--format", "json", stdin=text).json["rows"]
        == first.json["rows"]
    )


@pytest.mark.parametrize(
    ("before", "after", "differs", "figure"),
    [
        ("增长6%左右", "增长7%左右", "value", "7%左右"),
        ("120亿\n\n元以上", "120万\n\n元以上", "value", "120万元以上"),
        ("120亿\n\n元以上", "120亿\n\n美元以上", "unit", "120亿美元以上"),
        ("120亿\n\n元以上", "120亿\n\n元左右", "comparator", "120亿元左右"),
        ("60%以上竣工", "60%以上，竣工", None, None),
    ],
)
def test_what_reads_otherwise_is_shown_with_its_difference(
    erqi, write, before, after, differs, figure
):
    """A figure that differs is shown once, as it stands in the document, with what differs and the plan's own."""
    text = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    assert before in text
    assert erqi("audit", write(text, "sound.txt"), "--plan", STARTER).code == 0
    done = erqi(
        "audit",
        write(text.replace(before, after), "changed.txt"),
        "--plan",
        STARTER,
        "--format",
        "json",
    )
    assert done.code == 6
    bad = [row for row in done.json["rows"] if row["finding"] not in ("held", "ignored")]
    if differs:
        assert [(row["finding"], row["differs"], row["figure"]) for row in bad] == [
            ("differs", differs, figure)
        ]
    else:
        assert {row["finding"] for row in bad} == {"differs"} or {
            row["finding"] for row in bad
        } == {"absent", "not_held"}


def test_what_the_document_does_not_have_comes_last(write):
    """The findings come in the order of the document, and the absent phrase of the plan after them."""
    claims = claims_of(load_plan(write(model(phrase="外贸增长3%"))))
    document = read_figures(source_text("新建学校3所。改造公厕20座。"), claims)
    found = audit(document, claims).findings
    assert [one.start for one in found] == [4, 11, None]


def test_the_plans_own_words_are_held_against_its_figures(erqi, write, starter):
    """A number in a measure that is none of the action's figures is found."""
    plan = write(starter.replace("年度投资120亿元, en", "年度投资121亿元, en"))
    text = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    done = erqi("audit", write(text, "report.txt"), "--plan", plan, "--format", "json")
    assert [
        (row["finding"], row["ids"]) for row in done.json["rows"] if row["finding"] == "absent"
    ] == [("absent", ["projects.measures.1"])]


def test_what_the_plan_ignores_needs_a_use_and_a_reason_when_strict(erqi, write, starter):
    """`audit.ignore` takes a number out; --strict wants a reason for it, and no entry that ignores nothing."""
    ignoring = starter + "audit:\n  ignore:\n    - {phrase: 新建学校3所}\n"
    done = erqi("audit", REPORT, "--plan", write(ignoring))
    assert done.code == 0
    assert "no reason given" in done.out
    assert erqi("audit", REPORT, "--plan", write(ignoring), "--strict").code == 6
    reasoned = ignoring.replace("3所}", "3所, reason: 示例}")
    assert erqi("audit", REPORT, "--plan", write(reasoned), "--strict").code == 0
    stale = reasoned + "    - {phrase: 新建医院, reason: 示例}\n"
    assert erqi("audit", REPORT, "--plan", write(stale)).code == 0
    assert erqi("audit", REPORT, "--plan", write(stale), "--strict").code == 6


def test_a_fall_is_a_negative_growth(plan):
    """下降3% in the document agrees with a growth of −3% in the plan, and not with 3%."""
    from dataclasses import replace

    for growth, ok in ((Decimal(-3), True), (Decimal(3), False), (Decimal(-4), False)):
        trade = plan.indicators[5]._replace(growth=growth, phrases=("进出口总值下降3%",))
        claims = claims_of(replace(plan, indicators=(trade,), actions=(), aims=(), audit=None))
        found = audit(read_figures(source_text("进出口总值下降3%。"), claims), claims)
        assert found.failed() == (not ok)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("kind: level, value: 2, unit: 百分点", "失业率下降2个百分点"),
        ("kind: level, value: -2, unit: 百分点", "失业率下降2个百分点"),
        ("kind: level, value: -10, unit: 万吨", "用能减少10万吨"),
        ("kind: level, value: 10, unit: 万吨", "用能减少10万吨"),
        ("kind: share, value: 3%, upper: 5%, comparator: between", "抛荒率下降3%—5%"),
    ],
)
def test_the_plan_may_give_a_decrease_of_an_amount_with_either_sign(erqi, write, kind, words):
    """失业率下降2个百分点 is 2 or −2 points in the plan; only of a growth does the sign matter."""
    plan = write(model(kind=f"{kind}, phrases: [{words}]"))
    text = write(f"{TRADE}{words}。", "report.txt")
    done = erqi("audit", text, "--plan", plan, "--format", "json")
    assert (done.code, [row["finding"] for row in done.json["rows"]]) == (0, ["held", "held"])


def test_a_number_inside_a_longer_one_is_not_found():
    """五家企业 is found after 新增 and not within 十五家企业."""
    text = "培育十五家企业，新增五家企业"
    (found,) = PhraseFinder(text).find("五家企业", "企业", 1)
    assert (found.start, text[found.start - 2 : found.start]) == (10, "新增")


@pytest.mark.parametrize(("start", "words"), [(12, "一二三"), (13, "…二三四")])
def test_words_that_are_left_out_before_a_figure_are_marked(start, words):
    """Twelve characters before a figure are shown; where one more is before them, … says so."""
    source = source_text("一二三四五六七八九十甲乙丙5%")
    assert source.context(start, start + 1).startswith(words)


@pytest.mark.parametrize(
    "words",
    [
        "增速为-3%",
        "增速（-3%）",
        "增速(-3%)",
        "增速为负3%",
        "下滑3%",
        "下跌3%",
        "萎缩3%",
        "缩减3%",
        "同比降3%",
        "较上年低3%",
    ],
)
def test_a_fall_is_held_by_a_fall_alone(erqi, write, words):
    """A growth of 3% does not hold a fall of 3%, and one of −3% does."""
    text = write(f"进出口总值{words}。", "report.txt")
    for growth, code in (("3%", 6), ("-3%", 0)):
        done = erqi(
            "audit",
            text,
            "--plan",
            write(model(growth, phrase=f"'进出口总值{words}'")),
            "--format",
            "json",
        )
        assert done.code == code
        assert [row["value"] for row in done.json["rows"] if row["figure"]] == [-3]


@pytest.mark.parametrize(
    ("text", "phrase", "code", "differs"),
    [
        ("民间进出口总值增长3%。", "进出口总值增长3%", 6, ["longer_term"]),
        ("服务业进出口总值增长3%。", "总值增长3%", 6, ["longer_term"]),
        ("服务业进出口总值增长3%，进出口总值增长3%。", "进出口总值增长3%", 6, []),
        ("进出口总值增长3%。", "总值增长3%", 0, []),
        ("全市进出口总值增长3%。", "进出口总值增长3%", 0, []),
        ("示范区进出口总值增长3%。", "进出口总值增长3%", 0, []),
        ("确保进出口总值增长3%。", "进出口总值增长3%", 0, []),
        ("消费和进出口总值增长3%。", "进出口总值增长3%", 0, []),
        ("2026年进出口总值增长3%。", "进出口总值增长3%", 0, []),
        ("2026年，进出口总值增长3%。", "增长3%", 0, []),
    ],
)
def test_a_phrase_inside_a_longer_term_is_not_held(erqi, write, text, phrase, code, differs):
    """The words before a phrase are looked at: 民间进出口 is another series, 全市进出口 the same."""
    done = erqi(
        "audit",
        write(text, "report.txt"),
        "--plan",
        write(model(phrase=phrase)),
        "--format",
        "json",
    )
    assert done.code == code
    assert [row["differs"] for row in done.json["rows"] if row["differs"]] == differs
    assert [note["code"] for note in done.json["notes"] if note["code"] == "unsure"] == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("开发区进出口总值增长3%。", "进出口总值增长3%"), ("外贸增长3%。", "增长3%")],
)
def test_a_phrase_that_may_mean_something_else_is_noted(erqi, write, text, phrase):
    """Where the words before a phrase leave it open, it is held and a note names the entry."""
    done = erqi(
        "audit",
        write(text, "report.txt"),
        "--plan",
        write(model(phrase=phrase)),
        "--format",
        "json",
    )
    assert done.code == 0
    (note,) = [note for note in done.json["notes"] if note["code"] == "unsure"]
    assert "trade" in note["en"]


def test_a_longer_term_is_shown_with_the_words_of_the_document(erqi, write):
    """The remark quotes the document, where the longer term stands."""
    text = write("民间进出口总值增长3%。", "report.txt")
    done = erqi("audit", text, "--plan", write(model()), "--lang", "zh")
    assert "所引文字在原文中只是更长名称的一部分：“民间进出口总值增长3%。”" in done.out


def test_a_unit_of_a_plan_may_be_another_one_of_its_measure(erqi, write):
    """20公里 holds a target of 20公里 and one of 20,000米, and not one of 20米."""
    for value, unit, code in ((20, "公里", 0), (20_000, "米", 0), (20, "米", 6)):
        kind = f"kind: level, value: {value}, unit: {unit}, phrases: [绿道20公里]"
        done = erqi(
            "audit",
            write(TRADE + "绿道20公里。", "report.txt"),
            "--plan",
            write(model(kind=kind)),
            "--format",
            "json",
        )
        assert done.code == code
        assert [
            (row["value"], row["unit"]) for row in done.json["rows"] if row["figure"] == "20公里"
        ] == [(20, "公里")]


def test_a_density_is_not_held_by_a_number_of_persons(erqi, write):
    """120人/平方公里 differs in its unit from 120 persons."""
    kind = "kind: level, value: 120, unit: 人, phrases: [密度120人/平方公里]"
    done = erqi(
        "audit",
        write(TRADE + "密度120人/平方公里。", "report.txt"),
        "--plan",
        write(model(kind=kind)),
        "--format",
        "json",
    )
    assert [row["differs"] for row in rows_of(done, "differs")] == ["unit"]


def test_a_traditional_document_is_audited_as_it_is_written(erqi, write):
    """Its figures are shown in its own characters, and a plan in simplified ones holds them."""
    kind = "kind: level, value: 2, unit: 万户, comparator: at_least, phrases: [惠及2万户以上]"
    done = erqi(
        "audit",
        write("進出口總值增長3%。惠及2萬戶以上。", "report.txt"),
        "--plan",
        write(model(kind=kind)),
        "--format",
        "json",
    )
    assert (
        done.code,
        [(row["figure"], row["unit"], row["column"]) for row in rows_of(done, "held")],
    ) == (
        0,
        [("3%", "%", 8), ("2萬戶以上", "戶", 13)],
    )


def model(growth="3%", comparator="", phrase="进出口总值增长3%", kind="", more=""):
    """Return a plan of one indicator and, with `kind`, one target as a plan file."""
    target = (
        f"actions:\n  - number: 1\n    id: a\n    name: 行动\n    targets:\n      - {{id: t, name: 目标, {kind}}}\n"
        if kind
        else ""
    )
    if growth.startswith("-") and not comparator:
        comparator = "better: higher,"
    return (
        "id: m-2026\nname: 示范\ndistrict: 示范区\nbase_year: 2025\nplan_year: 2026\ndocument: r\n"
        "sources:\n  - {id: r, title: 报告, publisher: 区政府}\nindicators:\n"
        f"  - {{id: trade, name: 进出口总值, price_basis: current, growth: {growth}, {comparator} no_baseline: 未公布, phrases: [{phrase}]}}\n"
        f"{target}{more}"
    )


TRADE = "进出口总值增长3%。"
SCHOOLS = "kind: count, value: 3, unit: 所, phrases: [新建学校3所]"


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("进出口总值下降3%。", model(phrase="进出口总值下降3%")),
        ("进出口总值增长-3%。", model(phrase="进出口总值增长-3%")),
        ("进出口总值下降3%以上。", model("-3%", "comparator: at_least,", "进出口总值下降3%以上")),
        (TRADE + "农业增加值增长3%。", model(phrase="增长3%")),
        (
            TRADE + "新建学校3所、改造学校3所。",
            model(kind="kind: count, value: 3, unit: 所, phrases: ['新建学校3所、改造学校3所']"),
        ),
        (TRADE + "人均GDP12万元。", model()),
        (TRADE + "GDP7%。", model()),
        (TRADE + "CPI3%左右。", model()),
        (TRADE + "R&D投入占GDP2.5%。", model()),
        (TRADE + "\n1.5亿元用于技改。", model()),
        (TRADE + "\n1 万人就业。", model()),
        (TRADE + "提高一个百分点。", model()),
        (TRADE + "提高半个百分点。", model()),
        *(
            (TRADE + f"{words}。", model())
            for words in ("两成以上", "八成员工", "六成人口", "九成就业", "六到七成", "8成以上")
        ),
        *(
            (TRADE + f"{words}。", model())
            for words in (
                "植树八千株",
                "三十层",
                "突破三十亿",
                "翻番",
                "减半",
                "百分百",
                "十几个",
                "二十来家",
            )
        ),
        (
            TRADE + "就业人数三万人。",
            model(kind="kind: level, value: 1, unit: 万人, phrases: [就业人数三万人]"),
        ),
        (
            TRADE + "失业率不突破5%。",
            model(kind="kind: share, value: 5%, comparator: at_least, phrases: [失业率不突破5%]"),
        ),
        (TRADE + "失业率不到5%。", model(kind="kind: share, value: 5%, phrases: [失业率不到5%]")),
        (
            TRADE + "接待游客500万人次。",
            model(kind="kind: level, value: 500, unit: 万人, phrases: [接待游客500万人次]"),
        ),
        *(
            (TRADE + f"{words}。", model())
            for words in (
                "12小类",
                "3小项",
                "120中35项达标",
                "5中标",
                "树龄1200年",
                "持续2000年以上",
            )
        ),
        (TRADE + "全年开展1项行动。", model(kind=SCHOOLS)),
        (
            TRADE + f"3分之{'9' * 30}的群众回迁。",
            model(kind=f"kind: share, value: 66.7%, phrases: [3分之{'9' * 30}的群众回迁]"),
        ),
    ],
)
def test_what_is_lost_or_misread_is_never_called_sound(erqi, write, text, plan):
    """A figure that the plan does not hold, or holds with another sign, qualifier or unit, fails the audit, however it is written."""
    done = erqi("audit", write(text, "report.txt"), "--plan", write(plan), "--format", "json")
    assert done.code == 6, done.out


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("进出口总值下降3%以上。", model("-3%", "comparator: at_most,", "进出口总值下降3%以上")),
        ("进出口总值增长-3%。", model("-3%", phrase="进出口总值增长-3%")),
        (
            "进出口总值下降约3%。",
            model("-3%", "comparator: about, tolerance: 0.1,", "进出口总值下降约3%"),
        ),
        ("进出口总值负增长3%。", model("-3%", phrase="进出口总值负增长3%")),
        (
            "进出口总值增长3%—5%。",
            model("3%", "comparator: between, upper: 5%,", "进出口总值增长3%—5%"),
        ),
        (
            TRADE + "建设5个园区，提升15个园区。",
            model(
                kind="kind: count, value: 5, unit: 个, phrases: [建设5个园区]",
                more="audit:\n  ignore: [{phrase: 提升15个园区, reason: 例}]\n",
            ),
        ),
        (
            TRADE + "完成投资五十多亿元。",
            model(
                kind="kind: level, value: 50, unit: 亿元, comparator: at_least, phrases: [完成投资五十多亿元]"
            ),
        ),
        (
            TRADE + "投资三点五亿元。",
            model(kind="kind: level, value: 3.5, unit: 亿元, phrases: [投资三点五亿元]"),
        ),
        (
            TRADE + "投资１，２００亿元。",
            model(kind="kind: level, value: 1200, unit: 亿元, phrases: ['投资１，２００亿元']"),
        ),
        (
            TRADE + "招收500名医生。",
            model(kind="kind: level, value: 500, unit: 人, phrases: [招收500名医生]"),
        ),
        (
            TRADE + "新建公厕20座。",
            model(kind="kind: count, value: 20, unit: 座, phrases: [新建公厕20座]"),
        ),
        (
            TRADE + "新建公厕20座。",
            model(kind="kind: count, value: 20, unit: 个, phrases: [新建公厕20座]"),
        ),
        (
            TRADE + "绿化20公顷。",
            model(kind="kind: level, value: 20, unit: 公顷, phrases: [绿化20公顷]"),
        ),
        (
            TRADE + "三分之二以上的群众回迁。",
            model(
                kind="kind: share, value: 66.7%, comparator: at_least, phrases: [三分之二以上的群众回迁]"
            ),
        ),
        (
            TRADE + "投资120亿元\t-3.2%",
            model(
                kind="kind: level, value: 120, unit: 亿元, phrases: [投资120亿元]",
                more="audit:\n  ignore: [{phrase: '-3.2%', reason: 例}]\n",
            ),
        ),
    ],
)
def test_what_agrees_passes_and_every_change_is_noticed(erqi, write, text, plan):
    """A plan that holds what its document says passes, and every change of it is noticed."""
    path = write(plan)
    done = erqi("audit", write(text, "report.txt"), "--plan", path, "--format", "json")
    assert [row for row in done.json["rows"] if row["finding"] not in ("held", "ignored")] == []
    assert done.code == 0
    assert mutated(text, load_plan(path)).missed == ()


def test_the_mutation_test_tells_what_the_audit_does_not_notice():
    """A figure that the plan does not hold may change without a new complaint; that is counted."""
    missed = mutated("新建学校3所。", load_plan(STARTER)).missed
    assert [change.what for change in missed][:3] == ["3 → 4", "所 → 人", " → 以内"]


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (b"", "E215", 3),
        (b" \n\n", "E215", 3),
        (b"PK\x03\x04abc", "E217", 3),
        (b"%PDF-1.7", "E217", 3),
        (b"\xff\xff\xff", "E202", 3),
        ("1，" * 10_001, "E222", 3),
        (b"x" * ((1 << 20) + 1), "E201", 3),
        (None, "E101", 4),
    ],
)
def test_what_is_no_text_is_refused(erqi, write, tmp_path, content, code, exit_code):
    """An empty file, another format, an unknown encoding, a table of data or a missing file ends in one message."""
    path = tmp_path / "missing.txt" if content is None else write(content, "report.txt")
    done = erqi("audit", path)
    assert (done.code, done.out) == (exit_code, "")
    assert code in done.err
    assert (
        code != "E215" or "check that this is the right file" in done.err
    )  # and not how to begin a plan


def test_control_characters_of_a_document_are_never_shown(erqi, write):
    """Escape sequences and hidden characters in a document do not reach the terminal, and part no figure."""
    done = erqi(
        "audit", write("投资\x1b[31m1\u200b2\u202e0亿元\x07。", "report.txt"), "--plan", STARTER
    )
    assert done.code == 6
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", done.out)


def test_a_document_of_numerals_alone_is_read_in_linear_time(erqi, write):
    """A long row of digits or numerals hangs nothing."""
    rows = "1\t亿元\t" * 5_000, "1 项\n" * 5_000, "|" * 200_000, "“" * 200_000, "不低于" * 60_000
    for text in ("一" * 200_000, "1" * 200_000, "1," * 10_000, "第" * 200_000, *rows):
        assert (
            erqi("audit", write(text, "report.txt"), "--plan", STARTER, "--format", "csv").code == 6
        )


def test_every_result_comes_in_both_languages_and_all_formats(erqi):
    """The audit speaks Chinese, and its markdown and CSV hold the rows of its JSON."""
    assert "未收录" in erqi("audit", REPORT, "--plan", STARTER, "--lang", "zh").out
    rows = erqi("audit", REPORT, "--plan", STARTER, "--format", "json").json["rows"]
    assert (
        erqi("audit", REPORT, "--plan", STARTER, "--format", "csv").out.count("\n") == len(rows) + 1
    )
    assert (
        erqi("audit", REPORT, "--plan", STARTER, "--format", "markdown").out.count("\n|")
        == len(rows) + 2
    )

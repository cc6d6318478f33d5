"""The audit: which figures a text has, which of them are dates and names, and that no change of a figure goes unnoticed."""

import re
from decimal import Decimal

import pytest

from erqi_cli.calc.audit.claims import case_of
from erqi_cli.calc.audit.findings import audit, document_of
from erqi_cli.parsing.chinese_numeral import parse_chinese
from erqi_cli.parsing.figures.exclusions import exempted
from erqi_cli.parsing.figures.finder import find_figures
from erqi_cli.parsing.figures.source_text import prose_of
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
        ("约5公里", 5000, None, "公里", "about"),
        ("节约5%", 5, None, "%", "exactly"),
        ("附近5个", 5, None, "个", "exactly"),
        ("20余家", 20, None, "家", "at_least"),
        ("20多个", 20, None, "个", "at_least"),
        ("二十多个", 20, None, "个", "at_least"),
        ("三四十多万人", 300_000, 400_000, "人", "between"),
        ("达10家以上", 10, None, "家", "at_least"),
        ("能耗下降3%以上", 3, None, "%", "at_least"),
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
        ("一半以上的企业", 50, None, "%", "at_least"),
        ("提高2个百分点", 2, None, "个百分点", "exactly"),
        ("四大平台", 4, None, "大", "exactly"),
        ("完善四项基础制度", 4, None, "项", "exactly"),
        ("二星级集聚区", 2, None, "星级", "exactly"),
        ("万亩森林公园", 10_000, None, "亩", "exactly"),
        ("在孵企业350\n\n家以上", 350, None, "家", "at_least"),
        ("完成24.\n5亿元", 2_450_000_000, None, "元", "exactly"),
        ("翻两番", 2, None, "番", "exactly"),
    ],
)
def test_a_figure_of_a_text(text, value, upper, unit, comparator):
    """A figure is read with its scale, unit and qualifier, however it is written and wherever the line breaks."""
    (found,) = find_figures(prose_of(text).text)
    assert (found.value, found.upper, found.word, found.comparator) == (value, upper, unit, comparator)


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
    (found,) = find_figures(prose_of(text).text)
    assert (found.value, found.word) == (value, word)


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
    (found,) = find_figures(prose_of(text).text)
    assert (found.value, found.falls) == (2, falls)


def test_two_thirds_are_a_share():
    """三分之二 and two thirds of a hundred are the same to many digits."""
    (found,) = find_figures("三分之二的群众")
    assert (round(found.value, 10), found.word) == (Decimal("66.6666666667"), "%")


@pytest.mark.parametrize(
    "text", ["二七区", "统一部署", "进一步", "一线企业", "三农", "百姓", "千方百计", "同一个", "几十个", "数百家", "一成不变"]
)
def test_numerals_that_count_nothing_are_no_figures(text):
    """Chinese numerals inside words and names are left alone."""
    assert find_figures(prose_of(text).text) == []


def test_a_tenth_before_another_figure_is_a_figure_of_its_own():
    """六成三年 is 60% and three years, and not 63%."""
    assert [(one.value, one.word) for one in find_figures("六成三年内完成")] == [(60, "%"), (3, "年")]


def test_spaces_never_make_one_number_of_two():
    """Two numbers that only a line end keeps apart stay two."""
    assert [figure.value for figure in find_figures(prose_of("增长8\n1 项目").text)] == [8, 1]


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
    ],
)
def test_dates_ordinals_names_and_headings_are_no_figures(text, rule):
    """Each rule takes what it is for, and says which rule it was."""
    prose = prose_of(text)
    found = exempted(prose, find_figures(prose.text), ())
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
    ],
)
def test_what_only_looks_like_a_date_or_a_name_is_a_figure(text):
    """No rule hides a figure."""
    prose = prose_of(text)
    figures = find_figures(prose.text)
    assert figures
    assert exempted(prose, figures, ()) == {}


def test_a_number_at_the_start_of_a_line_is_a_heading_only_in_order():
    """Headings count on from 1; another number at the start of a line is a figure."""
    prose = prose_of("1 项目\n\n2 城镇\n\n8 个小镇开工\n\n3 产业\n新建\n4 个园区")
    found = exempted(prose, find_figures(prose.text), ())
    assert [one.rule for one in found.values()] == ["heading"] * 3


def mutated(document, plan):
    """Return what a mutation test of the audit of a document and a plan finds."""
    case = case_of(plan)
    return mutation_test(audit(document_of(prose_of(document), case), case), case)


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
    record_property("counted", f"audit of the shipped plan: {found.tried} changes tried, all noticed")
    assert found.missed == ()
    assert found.tried > 600


def test_every_change_of_the_sample_report_is_noticed(record_property):
    """The same holds for the made-up report and the starter plan, which come with the project."""
    report = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    found = mutated(report, load_plan(STARTER))
    record_property("counted", f"audit of the starter plan: {found.tried} changes tried, all noticed")
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
    case = case_of(plan)
    found = audit(document_of(prose_of(text), case), case)
    places = [one for one in found.findings if one.kind == "held"]
    for one in places:
        prose = found.document.prose
        figure = next(figure for figure in found.document.figures if figure.start == one.start)
        first, last = prose.offsets[figure.start], prose.offsets[figure.numeral - 1] + 1
        changed = text[:first] + other_number(text[first:last]) + text[last:]
        assert audit(document_of(prose_of(changed), case), case).failed(), text[first - 9 : last + 9]
    record_property("counted", f"audit: {len(places)} figures of the document changed, each noticed")


def test_each_figure_of_the_plan_file_changed_in_turn_is_found(source, write, record_property):
    """A plan file in which any one figure, unit or qualifier of a target is another fails the audit; so does one left out."""
    text, prose, tried = PLAN.read_text("utf-8"), prose_of(source.read_text("utf-8")), 0
    body = text[text.index("\nindicators:") : text.index("\nratios:")]
    for found in re.finditer(r"(?<=\n)    +(?:growth|value): ([0-9.]+)%?(?=\s)", body):
        changed = body[: found.start(1)] + f"{Decimal(found[1]) + 1}" + body[found.end(1) :]
        mutated = text.replace(body, changed)
        if "value: 61%" not in changed or "value: 61%" in body:
            case = case_of(load_plan(write(mutated)))
            assert audit(document_of(prose, case), case).failed(), found[0]
            tried += 1
    for found in re.finditer(r"comparator: at_least|comparator: about\n    tolerance: [0-9.]+[^\n]*", body):
        changed = body[: found.start()] + "comparator: at_most" + body[found.end() :]
        case = case_of(load_plan(write(text.replace(body, changed))))
        assert audit(document_of(prose, case), case).failed(), found[0]
        tried += 1
    record_property("counted", f"audit: {tried} figures and qualifiers of the plan file changed, each noticed")
    assert tried > 55


def test_a_sample_report_in_every_encoding(erqi, write):
    """A report with one figure that the plan does not hold fails with it, in UTF-8, GBK and UTF-16 and from standard input."""
    text = REPORT.read_text("utf-8")
    first = erqi("audit", REPORT, "--plan", STARTER, "--format", "json")
    assert first.code == 6
    assert [(row["figure"], row["line"], row["column"]) for row in rows_of(first, "not_held")] == [("3所", 11, 9)]
    for encoding in ("utf-8-sig", "gbk", "gb18030", "utf-16"):
        done = erqi("audit", write(text.encode(encoding), f"{encoding}.txt"), "--plan", STARTER, "--format", "json")
        assert done.json["rows"] == first.json["rows"]
        assert ("read as" in done.err) == (encoding != "utf-8-sig")
    assert erqi("audit", "-", "--plan", STARTER, "--format", "json", stdin=text).json["rows"] == first.json["rows"]


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
def test_what_reads_otherwise_is_shown_with_its_difference(erqi, write, before, after, differs, figure):
    """A figure that differs is shown once, as it stands in the document, with what differs and the plan's own."""
    text = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    assert before in text
    assert erqi("audit", write(text, "sound.txt"), "--plan", STARTER).code == 0
    done = erqi("audit", write(text.replace(before, after), "changed.txt"), "--plan", STARTER, "--format", "json")
    assert done.code == 6
    bad = [row for row in done.json["rows"] if row["finding"] not in ("held", "ignored")]
    if differs:
        assert [(row["finding"], row["differs"], row["figure"]) for row in bad] == [("differs", differs, figure)]
    else:
        assert {row["finding"] for row in bad} == {"differs"} or {row["finding"] for row in bad} == {"absent", "not_held"}


def test_the_plans_own_words_are_held_against_its_figures(erqi, write, starter):
    """A number in a measure that is none of the action's figures is found."""
    plan = write(starter.replace("年度投资120亿元, en", "年度投资121亿元, en"))
    text = REPORT.read_text("utf-8").replace("，新建学校3所", "")
    done = erqi("audit", write(text, "report.txt"), "--plan", plan, "--format", "json")
    assert [(row["finding"], row["ids"]) for row in done.json["rows"] if row["finding"] == "absent"] == [
        ("absent", ["projects.measures.1"])
    ]


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
        trade = replace(plan.indicators[5], growth=growth, phrases=("进出口总值下降3%",))
        case = case_of(replace(plan, indicators=(trade,), actions=(), aims=(), audit=None))
        found = audit(document_of(prose_of("进出口总值下降3%。"), case), case)
        assert found.failed() == (not ok)


def model(growth="3%", comparator="", phrase="进出口总值增长3%", kind="", more=""):
    """Return a plan of one indicator and, with `kind`, one target as a plan file."""
    target = (
        f"actions:\n  - number: 1\n    id: a\n    name: 行动\n    targets:\n      - {{id: t, name: 目标, {kind}}}\n"
        if kind
        else ""
    )
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
        *((TRADE + f"{words}。", model()) for words in ("两成以上", "八成员工", "六成人口", "九成就业", "六到七成", "8成以上")),
        *(
            (TRADE + f"{words}。", model())
            for words in ("植树八千株", "三十层", "突破三十亿", "翻番", "减半", "百分百", "十几个", "二十来家")
        ),
        (TRADE + "就业人数三万人。", model(kind="kind: level, value: 1, unit: 万人, phrases: [就业人数三万人]")),
        (TRADE + "失业率不突破5%。", model(kind="kind: share, value: 5%, comparator: at_least, phrases: [失业率不突破5%]")),
        (TRADE + "失业率不到5%。", model(kind="kind: share, value: 5%, phrases: [失业率不到5%]")),
        (TRADE + "接待游客500万人次。", model(kind="kind: level, value: 500, unit: 万人, phrases: [接待游客500万人次]")),
        *(
            (TRADE + f"{words}。", model())
            for words in ("12小类", "3小项", "120中35项达标", "5中标", "树龄1200年", "持续2000年以上")
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
        ("进出口总值下降约3%。", model("-3%", "comparator: about, tolerance: 0.1,", "进出口总值下降约3%")),
        ("进出口总值负增长3%。", model("-3%", phrase="进出口总值负增长3%")),
        ("进出口总值增长3%—5%。", model("3%", "comparator: between, upper: 5%,", "进出口总值增长3%—5%")),
        (
            TRADE + "建设5个园区，提升15个园区。",
            model(
                kind="kind: count, value: 5, unit: 个, phrases: [建设5个园区]",
                more="audit:\n  ignore: [{phrase: 提升15个园区, reason: 例}]\n",
            ),
        ),
        (
            TRADE + "完成投资五十多亿元。",
            model(kind="kind: level, value: 50, unit: 亿元, comparator: at_least, phrases: [完成投资五十多亿元]"),
        ),
        (TRADE + "投资三点五亿元。", model(kind="kind: level, value: 3.5, unit: 亿元, phrases: [投资三点五亿元]")),
        (TRADE + "投资１，２００亿元。", model(kind="kind: level, value: 1200, unit: 亿元, phrases: ['投资１，２００亿元']")),
        (TRADE + "招收500名医生。", model(kind="kind: level, value: 500, unit: 人, phrases: [招收500名医生]")),
        (TRADE + "新建公厕20座。", model(kind="kind: count, value: 20, unit: 座, phrases: [新建公厕20座]")),
        (TRADE + "新建公厕20座。", model(kind="kind: count, value: 20, unit: 个, phrases: [新建公厕20座]")),
        (TRADE + "绿化20公顷。", model(kind="kind: level, value: 20, unit: 公顷, phrases: [绿化20公顷]")),
        (
            TRADE + "三分之二以上的群众回迁。",
            model(kind="kind: share, value: 66.7%, comparator: at_least, phrases: [三分之二以上的群众回迁]"),
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
    assert code != "E215" or "check that this is the right file" in done.err  # and not how to begin a plan


def test_control_characters_of_a_document_are_never_shown(erqi, write):
    """Escape sequences and hidden characters in a document do not reach the terminal, and part no figure."""
    done = erqi("audit", write("投资\x1b[31m1\u200b2\u202e0亿元\x07。", "report.txt"), "--plan", STARTER)
    assert done.code == 6
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", done.out)


def test_a_document_of_numerals_alone_is_read_in_linear_time(erqi, write):
    """A long row of digits or numerals hangs nothing."""
    for text in ("一" * 200_000, "1" * 200_000, "1," * 10_000, "第" * 200_000):
        assert erqi("audit", write(text, "report.txt"), "--plan", STARTER, "--format", "csv").code == 6


def test_every_result_comes_in_both_languages_and_all_formats(erqi):
    """The audit speaks Chinese, and its markdown and CSV hold the rows of its JSON."""
    assert "未收录" in erqi("audit", REPORT, "--plan", STARTER, "--lang", "zh").out
    rows = erqi("audit", REPORT, "--plan", STARTER, "--format", "json").json["rows"]
    assert erqi("audit", REPORT, "--plan", STARTER, "--format", "csv").out.count("\n") == len(rows) + 1
    assert erqi("audit", REPORT, "--plan", STARTER, "--format", "markdown").out.count("\n|") == len(rows) + 2

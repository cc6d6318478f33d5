"""How an audit finds the phrases of a plan in its document, and whose figure it takes a number for."""

from math import inf

import pytest

from erqi_cli.calc.audit.audit import audit
from erqi_cli.calc.audit.claims import claims_of
from erqi_cli.calc.audit.findings import read_figures
from erqi_cli.parsing.figures.source_text import source_text
from erqi_cli.readers.yaml.load import load_plan
from tests.conftest import PLAN_HEAD

TRADE = "进出口总值增长3%。"
INDICATOR = (
    "  - {id: trade, name: 进出口总值, price_basis: current, growth: 3%, "
    "no_baseline: 未公布, phrases: [进出口总值增长3%]}\n"
)
SCHOOLS = "name: 新建学校, kind: count, value: 3, unit: 所, phrases:"


def plan_of(*targets, indicator=INDICATOR, aims="", action="name: 行动", more=""):
    """Return a plan of one indicator and of one action with some targets, as a plan file."""
    listed = "".join(
        f"      - {{id: t{number}, {target}}}\n" for number, target in enumerate(targets, 1)
    )
    return (
        f"{PLAN_HEAD}{aims}indicators:\n{indicator}"
        f"actions:\n  - number: 1\n    id: a\n    {action}\n"
        + (f"    targets:\n{listed}" if targets else "")
        + more
    )


@pytest.fixture
def audited(erqi, write):
    """Audit a line of text; return each finding with its figure, entries and difference, in the order of the text."""

    def run(text, plan):
        report = write(f"{text}\n{TRADE}", "report.txt")
        done = erqi("audit", report, "--plan", write(plan), "--format", "json")
        assert done.code in (0, 6), done.err
        rows = sorted(done.json["rows"], key=lambda row: row["column"] or inf)
        return [
            (row["finding"], row["figure"], *row["ids"], *filter(None, [row["differs"]]))
            for row in rows
            if row["ids"] != ["trade"]
        ]

    return run


@pytest.mark.parametrize(
    ("text", "target", "findings"),
    [
        (
            "新建学校3所、改造学校3所以上。",
            "comparator: at_least, phrases: ['新建学校3所、改造学校3所以上']",
            [("not_held", "3所"), ("held", "3所以上", "a.t1")],
        ),
        (
            "新建学校3所以上、改造学校3所。",
            "phrases: ['新建学校3所以上、改造学校3所']",
            [("not_held", "3所以上"), ("held", "3所", "a.t1")],
        ),
        (
            "新建学校3所、改造学校3所以上。",
            "comparator: at_most, phrases: ['新建学校3所、改造学校3所以上']",
            [("differs", "3所", "a.t1", "comparator"), ("not_held", "3所以上")],
        ),
    ],
)
def test_of_equal_figures_the_one_with_the_same_qualifier_is_meant(audited, text, target, findings):
    """Where a phrase has a number twice, the plan has the one with its qualifier, or else the first."""
    plan = plan_of(f"name: 学校, kind: count, value: 3, unit: 所, {target}")
    assert audited(text, plan) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (
            "民办新建学校3所。本年建成学校3所。",
            [("differs", "3所", "a.t1", "longer_term"), ("held", "3所", "a.t1")],
        ),
        (
            "新建学校5所。建成学校3所。",
            [("differs", "5所", "a.t1", "value"), ("held", "3所", "a.t1")],
        ),
        (
            "新建学校5所。建成学校6所。",
            [("differs", "5所", "a.t1", "value"), ("differs", "6所", "a.t1", "value")],
        ),
        ("新建学校3所。", [("held", "3所", "a.t1"), ("absent", None, "a.t1")]),
        ("建成学校3所。", [("held", "3所", "a.t1"), ("absent", None, "a.t1")]),
        ("改建学校。", [("absent", None, "a.t1"), ("absent", None, "a.t1")]),
    ],
)
def test_each_phrase_of_a_target_is_looked_for(audited, text, findings):
    """What becomes of one phrase says nothing of the next."""
    assert audited(text, plan_of(f"{SCHOOLS} [新建学校3所, 建成学校3所]")) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("新建学校3所。", [("held", "3所", "a.t1"), ("absent", None, "a.t1")]),
        ("新建学校3所，新建学校3所。", [("held", "3所", "a.t1")] * 2),
        (
            "新建学校3所，新建学校3所，新建学校3所。",
            [("held", "3所", "a.t1")] * 2 + [("not_held", "3所")],
        ),
        (
            "民办新建学校3所，新建学校3所，新建学校3所。",
            [("not_held", "3所"), *[("held", "3所", "a.t1")] * 2],
        ),
        (
            "民办新建学校3所，新建学校3所。",
            [("differs", "3所", "a.t1", "longer_term"), ("held", "3所", "a.t1")],
        ),
    ],
)
def test_a_phrase_that_is_listed_twice_is_found_twice(audited, text, findings):
    """The best two places are the plan's: those inside a longer term come last."""
    assert audited(text, plan_of(f"{SCHOOLS} [新建学校3所, 新建学校3所]")) == findings


@pytest.mark.parametrize(
    ("phrases", "text", "findings"),
    [
        (
            "[新建学校3所以上, 建成学校3所]",
            "新建学校3所以上。建成学校3所。",
            [("held", "3所以上", "a.t1"), ("held", "3所", "a.t1")],
        ),
        (
            "[新建学校3所以上, 建成学校约3所]",
            "新建学校3所以上。建成学校约3所。",
            [("held", "3所以上", "a.t1"), ("differs", "3所", "a.t1", "comparator")],
        ),
        ("[建成学校3所]", "建成学校3所。", [("differs", "3所", "a.t1", "comparator")]),
        (
            "[新建学校3所以上, 建成学校3所, 改建学校约3所]",
            "新建学校3所以上。建成学校3所。改建学校约3所。",
            [
                ("held", "3所以上", "a.t1"),
                ("held", "3所", "a.t1"),
                ("differs", "3所", "a.t1", "comparator"),
            ],
        ),
    ],
)
def test_a_qualifier_may_be_given_once(audited, phrases, text, findings):
    """If one place has the plan's qualifier, the others may have none, but no other one."""
    target = (
        f"name: 学校, kind: count, value: 3, unit: 所, comparator: at_least, phrases: {phrases}"
    )
    assert audited(text, plan_of(target)) == findings


REVISED = (
    "name: 投资, kind: level, value: 412, unit: 亿元, phrases: [投资412亿元, 建设支出412亿元], "
    "revisions: [{from: 2017-08-01, value: 300, phrase: 调整为300亿元}]"
)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("投资412亿元，建设支出412亿元。", [("held", "412亿元", "a.t1")] * 2),
        (
            "投资300亿元，建设支出412亿元。",
            [("held", "300亿元", "a.t1"), ("held", "412亿元", "a.t1")],
        ),
        (
            "投资412亿元，调整为300亿元。",
            [("held", "412亿元", "a.t1"), ("held", "300亿元", "a.t1")],
        ),
        ("原412亿元，调整为300亿元。", [("not_held", "412亿元"), ("held", "300亿元", "a.t1")]),
        (
            "投资280亿元。",
            [("differs", "280亿元", "a.t1", "value")] + [("absent", None, "a.t1")] * 2,
        ),
        ("投资。", [("absent", None, "a.t1")] * 3),
    ],
)
def test_a_document_may_give_a_target_before_or_after_its_revision(audited, text, findings):
    """Either figure is the plan's under each phrase; a phrase is missed only if the document gives neither."""
    assert audited(text, plan_of(REVISED)) == findings


@pytest.mark.parametrize(
    ("name", "phrase", "text", "findings"),
    [
        # one character besides the figure is too little to look for
        ("学校", "达3所", "达5所。", [("not_held", "5所"), ("absent", None, "a.t1")]),
        ("学校", "3所", "5所。", [("not_held", "5所"), ("absent", None, "a.t1")]),
        ("学校", "建成3所", "建成5所。", [("differs", "5所", "a.t1", "value")]),
        ("学校", "3所学校", "5所学校。", [("differs", "5所", "a.t1", "value")]),
        ("学校", "约3所学校", "5所学校。", [("not_held", "5所"), ("absent", None, "a.t1")]),
        # the words behind the figure end what is looked at
        (
            "学校",
            "新建3所学校",
            "新建5所学校改造3所。",
            [("differs", "5所", "a.t1", "value"), ("not_held", "3所")],
        ),
        ("学校", "校舍3所", "校舍预计约5所。", [("differs", "5所", "a.t1", "value")]),
        ("学校", "校舍3所", "校舍，另有5所。", [("not_held", "5所"), ("absent", None, "a.t1")]),
        # a figure with its unit and qualifier has fourteen characters at most
        (
            "学校",
            "新建3所学校",
            "新建一千二百三十四万五千六百七所学校。",
            [("differs", "一千二百三十四万五千六百七所", "a.t1", "value")],
        ),
        (
            "学校",
            "新建3所学校",
            "新建约一千二百三十四万五千六百七所学校。",
            [("not_held", "一千二百三十四万五千六百七所"), ("absent", None, "a.t1")],
        ),
        # what is not a figure differs where it stands
        ("学校", "新建3所学校", "新建若干学校。", [("differs", "新建若干学校", "a.t1", "value")]),
    ],
)
def test_a_phrase_with_another_figure_differs(audited, name, phrase, text, findings):
    """The words of a phrase are found with another number between them, if they are words enough."""
    target = f"name: {name}, kind: count, value: 3, unit: 所, phrases: [{phrase}]"
    assert audited(text, plan_of(target)) == findings


def test_words_without_a_figure_have_their_own_place(erqi, write):
    """若干 in the place of a number is reported with the line and column of its words."""
    report = write("第一行。\n全年新建若干学校。\n进出口总值增长3%。\n", "report.txt")
    plan = write(plan_of(f"{SCHOOLS} [新建3所学校]"))
    rows = erqi("audit", report, "--plan", plan, "--format", "json").json["rows"]
    assert [(row["finding"], row["line"], row["column"]) for row in rows] == [
        ("differs", 2, 3),
        ("held", 3, 8),
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "findings"),
    [
        ("打造十强企业", "打造十强企业。", []),
        ("十强企业", "打造十强企业。", []),
        ("推进校园改革", "任务之一推进校园改革。", []),
        ("十强企业", "打造五十强企业。", [("absent", None, "a.t1")]),
        ("打造企业", "培育企业。", [("absent", None, "a.t1")]),
        ("打造3个中心", "打造5个中心。", [("differs", "5个", "a.t1", "phrase")]),
    ],
)
def test_a_wording_is_found_word_for_word(audited, phrase, text, findings):
    """十强 is not found in 五十强, and a number in a wording may not be another."""
    plan = plan_of(f"name: 产业, kind: qualitative, phrases: [{phrase}]")
    assert [one for one in audited(text, plan) if one[0] != "not_held"] == findings


@pytest.mark.parametrize(
    ("name", "phrase", "text", "differs"),
    [
        ("学校数量", "学校3所", "民办学校3所。", ["longer_term"]),
        ("学位", "学校3所", "民办学校3所。", []),
        ("校", "校3所", "民办校3所。", ["longer_term"]),
        ("学校", "学校3所", "新学校3所。", ["longer_term"]),
        ("学校", "学校3所", "学校3所。", []),
        ("R&D机构", "R&D达3所", "企业R&D达3所。", ["longer_term"]),
        ("公办学校", "学校3所", "公办学校3所。", []),
        ("公办学校", "学校3所", "新公办学校3所。", ["longer_term"]),
        ("公办学校", "学校3所", "全市公办学校3所。", []),
        # a phrase that begins with a number stands by itself
        ("3A学校", "3A学校3所", "民办3A学校3所。", []),
        ("三甲学校", "三甲学校3所", "民办三甲学校3所。", []),
        # numerals before a phrase belong to it only if it begins with some
        ("目标", "新建学校3所", "任务之一新建学校3所。", []),
        ("目标", "三类学校3所", "十三类学校3所。", ["phrase"]),
    ],
)
def test_the_words_before_a_phrase_may_make_it_a_longer_term(audited, name, phrase, text, differs):
    """学校 in 民办学校 is another series if the name of the target begins so, unless the name goes on in front of it."""
    target = f"name: {name}, kind: count, value: 3, unit: 所, phrases: [{phrase}]"
    found = [one for one in audited(text, plan_of(target)) if "a.t1" in one]
    assert [one[0] for one in found] == ["differs" if differs else "held"]
    assert list(found[0][3:]) == differs


@pytest.mark.parametrize(
    ("value", "phrase", "text"),
    [
        (60, "新增泊位60", "新增泊位600个。新增泊位60个。"),
        (6, "新增泊位6", "新增泊位60个。新增泊位6个。"),
        (60, "60", "600个。60个。"),
        (60, "60个泊位", "160个泊位。60个泊位。"),
        (60, "60个泊位", "1.60个泊位。60个泊位。"),
        (6, "6个泊位", "16个泊位。6个泊位。"),
        (6, "六个泊位", "十六个泊位。六个泊位。"),
        (6, "六个泊位", "二十六个泊位。六个泊位。"),
    ],
)
def test_a_phrase_is_not_found_inside_a_longer_number(audited, value, phrase, text):
    """泊位6 is not found in 泊位60, nor 6个泊位 in 16个泊位."""
    target = f"name: 车位, kind: count, value: {value}, unit: 个, phrases: ['{phrase}']"
    found = audited(text, plan_of(target))
    assert [one[0] for one in found] == ["not_held", "held"]


def test_the_figure_that_no_entry_has_is_shown(audited):
    """Of a phrase with two numbers the one that another entry has is not what differs, and stays the other's."""
    plan = plan_of(
        f"{SCHOOLS} [新建学校3所]",
        "name: 幼儿园, kind: count, value: 6, unit: 所, phrases: ['学校3所、幼儿园6所']",
    )
    assert audited("新建学校3所、幼儿园8所。", plan) == [
        ("held", "3所", "a.t1"),
        ("differs", "8所", "a.t2", "value"),
    ]


def test_a_figure_may_be_held_by_one_entry_and_differ_from_another(audited):
    """Both entries are told, each with what became of it."""
    plan = plan_of(
        f"{SCHOOLS} [新建学校3所]",
        "name: 校舍, kind: count, value: 4, unit: 所, phrases: [建学校4所]",
    )
    assert audited("新建学校3所。", plan) == [
        ("differs", "3所", "a.t2", "value"),
        ("held", "3所", "a.t1"),
    ]


def test_a_figure_at_the_end_of_a_phrase_may_have_words_before_it(audited):
    """预计约5座 differs from 2座 at the end of a phrase whose other figure another entry has."""
    plan = plan_of(
        f"{SCHOOLS} [新建3所]",
        "name: 桥梁, kind: count, value: 2, unit: 座, phrases: [新建3所和2座]",
    )
    assert audited("新建3所和预计约5座。", plan) == [
        ("held", "3所", "a.t1"),
        ("differs", "5座", "a.t2", "value"),
    ]


def test_the_first_figure_is_shown_where_other_entries_have_all(audited):
    """A phrase whose two numbers others have still differs from its own entry, at the first one."""
    plan = plan_of(
        f"{SCHOOLS} [新建学校3所]",
        "name: 幼儿园, kind: count, value: 8, unit: 所, phrases: [幼儿园8所]",
        "name: 校舍, kind: count, value: 5, unit: 所, phrases: ['学校5所、幼儿园8所']",
    )
    assert audited("新建学校3所、幼儿园8所。", plan) == [
        ("differs", "3所", "a.t3", "value"),
        ("held", "3所", "a.t1"),
        ("held", "8所", "a.t2"),
    ]


@pytest.mark.parametrize(
    ("target", "phrase", "differs"),
    [
        ("growth, value: 3%, comparator: at_least", "游客增长3%以上", []),
        ("growth, value: -3%, comparator: at_most", "游客下降3%以上", []),
        ("level, value: 10, unit: 万吨, comparator: at_least", "用能减少10万吨以上", []),
        ("level, value: 2, unit: 百分点", "比重提高2个百分点", []),
        ("level, value: 2, unit: 百分点", "比重提高2%", ["unit"]),
        ("share, value: 2%", "比重提高2个百分点", ["unit"]),
        ("share, value: 33.3%", "1/3的群众回迁", []),
        ("share, value: 33.3%", "三分之一的群众回迁", []),
        ("share, value: 33.3%", "33.33%的群众回迁", ["value"]),
        ("share, value: 33.3%, upper: 40%, comparator: between", "三分之一的群众", ["value"]),
    ],
)
def test_what_a_figure_of_the_document_agrees_with(audited, target, phrase, differs):
    """A fall turns the qualifier of a growth alone; points are no percent; only a fraction is rounded."""
    plan = plan_of(f"name: 目标, kind: {target}, phrases: [{phrase}]")
    (found,) = audited(f"{phrase}。", plan)
    assert list(found[3:]) == differs


TEXTS = """    requirements: [按时, {requirement}]
    measures: [加快, {measure}]
"""


@pytest.mark.parametrize(
    ("texts", "entry"),
    [
        ({}, None),
        ({"requirement": "建设3所学校"}, None),
        ({"requirement": "建设9所学校"}, "a.requirements.2"),
        ({"measure": "建设3所学校"}, None),
        ({"measure": "建设9所学校"}, "a.measures.2"),
        ({"measure": "建设3所学校、9个公园"}, "a.measures.2"),
        ({"aim": "新建7个公园、9座桥"}, "aims.2"),
        ({"action": "9所学校行动"}, "a.name"),
        ({"target": "9所学校"}, "a.t1.name"),
        ({"indicator": "9所学校"}, "trade.name"),
        ({"aim": "建设9所学校"}, "aims.2"),
        ({"aim": "建设3所学校"}, None),
        ({"aim": "新建7个公园"}, None),
        ({"measure": "新建7个公园"}, "a.measures.2"),
        ({"measure": "2017年第9次"}, None),
    ],
)
def test_the_texts_of_a_plan_name_no_other_figures(audited, texts, entry):
    """A number in a name, requirement, measure or aim has to be one of its targets; in an aim one of the document."""
    words = {name: texts.get(name, "推进") for name in ("requirement", "measure")}
    plan = plan_of(
        f"{SCHOOLS} [新建学校3所]".replace("新建学校,", texts.get("target", "新建学校") + ","),
        indicator=INDICATOR.replace("name: 进出口总值", f"name: {texts.get('indicator', '外贸')}"),
        aims=f"aims: [富强, {texts.get('aim', '文明')}]\n",
        action=f"name: {texts.get('action', '行动')}",
        more="",
    ).replace("    targets:\n", TEXTS.format(**words) + "    targets:\n")
    found = audited("新建学校3所，新建7个公园。", plan)
    assert [one[2:] for one in found if one[0] == "absent"] == ([(entry,)] if entry else [])


@pytest.mark.parametrize(("measure", "is_known"), [("四座平台", True), ("四处平台", False)])
def test_a_counting_word_of_a_measure_is_the_documents_own(audited, measure, is_known):
    """四座平台 is known from the same words of the document, and 四处 not from 四座."""
    plan = plan_of("name: 平台, kind: count, value: 4, unit: 个, phrases: [建设四座平台]").replace(
        "    targets:\n", f"    measures: [{measure}]\n    targets:\n"
    )
    found = audited("建设四座平台。", plan)
    expected = [] if is_known else [("absent", None, "a.measures.1")]
    assert found == [("held", "四座", "a.t1"), *expected]


SECOND = "  - {number: 2, id: b, name: 另一行动}\n"


@pytest.mark.parametrize(
    ("more", "text", "findings"),
    [
        ("", "实施八大行动。", [("ignored", "八大")]),
        (SECOND, "实施两大行动。", [("held", "两大", "actions")]),
        (SECOND, "实施三大行动。", [("not_held", "三大")]),
        (SECOND, "建设三大平台。", [("ignored", "三大")]),
        (SECOND, "建设两大平台。", [("ignored", "两大")]),
    ],
)
def test_the_number_of_actions_is_held_against_the_plan(audited, more, text, findings):
    """A plan of two actions has 两大行动 and not 三大行动; one with a single action does not say how many there are."""
    assert audited(text, plan_of(more=more)) == findings


def test_what_does_not_count_is_shown_as_far_as_it_goes(audited):
    """The number of a list item is shown with its delimiter, and a date with its first unit."""
    assert audited("完成；2.改造校园；2017年3月开工。", plan_of()) == [
        ("ignored", "2."),
        ("ignored", "2017年"),
        ("ignored", "3月"),
    ]


def test_an_entry_without_use_fails_only_a_strict_audit(write):
    """What the plan ignores and the document does not have is no fault unless it is asked for."""
    plan = load_plan(write(plan_of(more="audit:\n  ignore: [{phrase: 新建医院, reason: 例}]\n")))
    claims = claims_of(plan)
    found = audit(read_figures(source_text(TRADE), claims), claims)
    assert not found.failed()
    assert found.failed(strict=True)


def test_a_document_may_have_ten_thousand_figures(erqi, write):
    """So many are still read; one more is refused elsewhere."""
    report = write("1，" * 10_000, "report.txt")
    done = erqi("audit", report, "--plan", write(plan_of()), "--format", "json")
    assert (done.code, done.json["figures"]) == (6, 10_000)

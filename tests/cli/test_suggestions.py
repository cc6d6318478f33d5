"""What a message suggests for a mistyped name, field or word, in Chinese as well as in English."""

import pytest

from erqi_cli.domain import vocabulary
from erqi_cli.parsing.meant import CHOICES, FIELDS, KEYS, meaning
from erqi_cli.parsing.suggest import nearest_in_part, nearest_word
from erqi_cli.readers.yaml import forms
from erqi_cli.results.plan.field_names import INDICATOR_FIELDS, TARGET_FIELDS, TRACKING_FIELDS


@pytest.mark.parametrize(
    ("command", "zh", "en"),
    [
        (
            "get 地区生产总直.growth",
            "最接近的：地区生产总值（gdp）",
            "the closest: Gross domestic product (gdp)",
        ),
        ("get gpd.growth", "最接近的：gdp（地区生产总值）", "the closest: gdp\n"),
        (
            "show action 生态环竟",
            "最接近的：生态环境优化行动（ecology）",
            "the closest: A better environment (ecology)",
        ),
        (
            "track 停车厂",
            "最接近的：新建停车位（urbanisation.parking-spaces）",
            "the closest: New parking spaces (urbanisation.parking-spaces)",
        ),
        (
            "show source plenary-2018",
            "最接近的：plenary-2017（二七区委十一届二次全体（扩大）会议解读）",
            "the closest: plenary-2017\n",
        ),
        (
            "explain investment-to-gpd",
            "最接近的：investment-to-gdp（固定资产投资与地区生产总值之比）",
            "the closest: investment-to-gdp",
        ),
        ("get gdp.增速率", "是否想写 growth？", "did you mean growth?"),
        ("get gdp.完成律", "是否想写 completion？", "did you mean completion?"),
        ("get gdp.proejcted", "是否想写 projected？", "did you mean projected?"),
        ("project --set gdp.基期职=530", "是否想写 baseline？", "did you mean baseline?"),
        ("track --status 欠进渡", "是否想写 欠进度（behind）？", "Did you mean behind?"),
        ("track --fail-on behnd", "是否想写 欠进度（behind）？", "Did you mean behind?"),
        ("list --kind 增涨", "是否想写 增长（growth）？", "Did you mean growth?"),
        ("list 目票", "是否想写 目标（targets）？", "Did you mean targets?"),
        ("schedule --by 季渡", "是否想写 季（quarter）？", "Did you mean quarter?"),
    ],
)
def test_what_was_meant_is_named_in_the_words_of_the_reader(erqi, command, zh, en):
    """A mistyped id is answered with an id, a mistyped name with the name; Chinese readers see both."""
    for lang, words in (("zh", zh), ("en", en)):
        done = erqi(*command.split(), "--lang", lang)
        assert (done.code, done.out) == (2, "")
        assert words in done.err


def test_all_of_a_few_entries_are_listed_with_their_names(erqi):
    """Where nothing is alike and there are few entries, all are named: in Chinese with their names."""
    refused = erqi("show", "action", "水利", "--lang", "zh")
    assert (
        "可用的有：projects（项目运作提效行动）、urbanisation（新型城镇化提质行动）" in refused.err
    )
    refused = erqi("show", "action", "water", "--lang", "en")
    assert "there are: projects, urbanisation, industry" in refused.err


def test_an_ambiguous_part_lists_names_and_ids(erqi):
    """A part of two names is answered with both names and both ids."""
    refused = erqi("track", "人均", "--lang", "zh")
    assert (
        "城镇居民人均可支配收入（urban-income）、农村居民人均可支配收入（rural-income）"
        in refused.err
    )


@pytest.mark.parametrize(
    ("key", "value", "zh", "en"),
    [
        ("名秤", "x", "是否想写 name？", "did you mean name?"),
        ("基期直", "5", "是否想写 baseline？", "did you mean baseline?"),
        ("comparator", "左又", "请写成 about", "write about"),
        ("better", "越高越号", "请写成 higher", "write higher"),
        ("collection", "平均", "请写成 average", "write average"),
        ("price_basis", "不变介", "请写成 constant", "write constant"),
        ("obligation", "约束姓", "请写成 binding", "write binding"),
        ("unit", "亿圆", "是否想写 亿元？", "did you mean 亿元?"),
    ],
)
def test_chinese_keys_and_words_of_a_plan_are_recognised(erqi, write, key, value, zh, en):
    """A Chinese key or word, even a mistyped one, is answered with the one that a plan takes."""
    plan = write(
        "name: x\nbase_year: 2016\nplan_year: 2017\nindicators:\n"
        f"  - {{id: gdp, name: x, growth: 5%, {key}: {value}}}\n"
    )
    for lang, words in (("zh", zh), ("en", en)):
        assert words in erqi("check", plan, "--lang", lang).err


def test_a_plan_with_a_chinese_key_for_its_targets_is_not_told_that_it_has_none(erqi, write):
    """指标 stands for `indicators`: this is said, and not also that the plan has no targets."""
    plan = write("name: x\nbase_year: 2016\nplan_year: 2017\n指标:\n  - {name: x, growth: 5%}\n")
    err = erqi("check", plan, "--lang", "en").err
    assert ("did you mean indicators?" in err, "E426" in err) == (True, False)


def test_a_word_of_two_characters_is_like_one_other():
    """增涨 shares a character, in its place, with 增长 alone; 年度 with both 年均 and 季度, so nothing is said."""
    assert nearest_word("增涨", ["增长", "规模", "定性"]) == "增长"
    assert nearest_word("年度", ["年均", "季度"]) is None


def test_of_equally_similar_words_that_with_the_same_beginning_counts():
    """完成律 has two characters of 应完成 and two of 完成率; it begins like 完成率."""
    assert nearest_word("完成律", ["应完成", "完成率"]) == "完成率"


def test_of_several_similar_words_the_most_similar_is_meant():
    """际完成值 is four fifths of 实际完成值, and of 本期完成值 it has three characters."""
    assert nearest_word("际完成值", ["本期完成值", "实际完成值"]) == "实际完成值"
    assert nearest_word("际完成值", ["实际完成值"]) == "实际完成值"


@pytest.mark.parametrize(("word", "other"), [("kg", "km"), ("增长率", "增加"), ("增加", "增长率")])
def test_one_character_makes_only_chinese_words_of_two_similar(word, other):
    """Neither is kg a mistyped km, nor 增加 a mistyped 增长率."""
    assert nearest_word(word, [other]) is None


def test_only_chinese_words_are_compared_with_parts():
    """停车厂 is like a part of 新建停车位; letters are too few to tell anything."""
    assert nearest_in_part("停车厂", ["地区生产总值", "新建停车位"]) == ["新建停车位"]
    assert nearest_in_part("parkng", ["new parking spaces"]) == []


def test_a_part_is_as_long_as_the_word_itself():
    """停车厂 is like the whole of 停车位, and 停车 is too short to have such a part."""
    assert nearest_in_part("停车厂", ["停车", "停车位"]) == ["停车位"]


def test_every_meaning_exists():
    """What a word is said to mean is a key, a field or a word that there is."""
    keys = {"zh", "period", "target", "status"}
    for name in dir(forms):
        if name.endswith("_FORM"):
            keys |= set(getattr(forms, name).key_names)
    assert {one for meant in KEYS.values() for one in meant} <= keys
    fields = {*INDICATOR_FIELDS, *TARGET_FIELDS, *TRACKING_FIELDS}
    assert {one for meant in FIELDS.values() for one in meant} <= fields
    words = set()
    for enum in vars(vocabulary).values():
        if isinstance(enum, type) and issubclass(enum, str):
            words |= {member.value for member in enum}
    assert {one for meant in CHOICES.values() for one in meant} <= words


def test_a_word_means_what_belongs_at_its_place():
    """比例 is `percent` among the forms of a ratio and `share` among the kinds of target."""
    assert meaning("比例", CHOICES, ["share", "percent", "multiple"]) == "percent"
    assert meaning("比例", CHOICES, ["growth", "share"]) == "share"


def test_record_without_a_figure_says_which_figures_it_takes(erqi, tmp_path, monkeypatch):
    """`erqi record gdp 2017-06` names VALUE and --growth, the two ways to give a figure."""
    monkeypatch.chdir(tmp_path)
    refused = erqi("record", "gdp", "2017-06", "--create", "--lang", "en")
    assert (refused.code, "give VALUE, or --growth RATE, or both" in refused.err) == (2, True)
    assert not (tmp_path / "ledger.csv").exists()

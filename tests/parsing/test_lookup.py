"""Names: what a part of one means, and how many a message lists."""

import pytest

from erqi_cli.domain.vocabulary import EntryType
from erqi_cli.errors import Failure
from erqi_cli.parsing.lookup.entries import is_part
from erqi_cli.parsing.lookup.index import NameIndex
from erqi_cli.readers.yaml.load import load_plan
from tests.conftest import PLAN_HEAD


def plan_of(write, names):
    """Return a plan of indicators with these names."""
    lines = [
        f"  - {{id: i{number}, name: {name}, unit: 亿元, price_basis: current, growth: 8%}}"
        for number, name in enumerate(names)
    ]
    return load_plan(write(PLAN_HEAD + "indicators:\n" + "\n".join(lines) + "\n"))


def problem_of(plan, words):
    """Return the problem of a name that means none or several entries."""
    with pytest.raises(Failure) as refused:
        NameIndex(plan, EntryType.INDICATOR).find(words)
    (problem,) = refused.value.problems
    return problem


@pytest.mark.parametrize(
    ("part", "name", "is_found"),
    [
        ("pace", "pace", True),
        ("pace", "green pace", True),
        ("pace", "space", False),
        ("pace", "xpace", False),
        ("pace", "spaces and pace", True),
        ("产值", "工业产值", True),
        ("gdp", "人均gdp", True),
        ("pace", "green", False),
    ],
)
def test_english_words_are_a_part_only_where_a_word_begins(part, name, is_found):
    """Pace is a part of “green pace” and of none of the words space, xpace and spaces; Chinese is found anywhere."""
    assert is_part(part, name) == is_found


@pytest.mark.parametrize(
    ("count", "listed", "goes_on"), [(7, 7, False), (8, 8, False), (9, 8, True)]
)
def test_of_many_matches_eight_are_listed(write, count, listed, goes_on):
    """Eight matches are all listed; of nine the first eight are, and it says that there are more."""
    plan = plan_of(write, [f"产值{letter}" for letter in "甲乙丙丁戊己庚辛壬"[:count]])
    words = problem_of(plan, "产值").values["matches"].zh
    assert words.count("产值") == listed
    assert words.endswith("等") == goes_on


def test_three_similar_names_are_suggested(write):
    """Of four names that differ from the wanted one by one letter, three are suggested."""
    plan = plan_of(write, ["产业增加值甲", "产业增加值乙", "产业增加值丙", "产业增加值丁"])
    assert problem_of(plan, "产业增加值戊").hint.zh.count("产业增加值") == 3


@pytest.mark.parametrize(("count", "hint"), [(12, "可用的有：i0（甲甲）"), (13, "`erqi list")])
def test_where_nothing_is_alike_a_dozen_names_are_all_listed(write, count, hint):
    """Of twelve entries all are named; of thirteen the command that lists them is."""
    letters = "甲乙丙丁戊己庚辛壬癸子丑寅"[:count]
    plan = plan_of(write, [2 * letter for letter in letters])
    text = problem_of(plan, "水泥").hint
    assert hint in (text.zh if count == 12 else text.en)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("show action gdp", "erqi show indicator gdp"),
        ("show action revenue-to-gdp", "erqi explain revenue-to-gdp"),
    ],
)
def test_a_name_of_another_type_names_the_command_that_shows_it(erqi, words, command):
    """A ratio is explained, everything else is shown."""
    assert command in erqi(*words.split(), "--lang", "en").err

"""The ledger: tolerant of what people's tools do, strict on what is meant."""

from datetime import date
from decimal import Decimal
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from erqi_cli import Failure
from erqi_cli.calc.scenario.scenario import scenario
from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.observation import ObservationScope
from erqi_cli.parsing.date import loose_period
from erqi_cli.parsing.fault import ValueFault
from erqi_cli.readers.ledger.read import read_ledger
from erqi_cli.readers.yaml.load import load_plan
from tests.calc.test_tracking import PLAN as SMALL
from tests.conftest import HEAD
from tests.corpus import readable_forms

SCOPE = ObservationScope(2016, 2017)
ROWS = (
    "目标,时期,数值,增速,状态,公布日期,来源,备注\n"
    "重大项目年度投资,2017年1-3月,101.7,,初步,2017-04-12,办公室,\n"
    "gdp,2017-06,,8.9%,A,2017-07-20,统计局,\n"
)


def read(plan, path, **more):
    return read_ledger(str(path), plan, SCOPE, **more)


def _days_within_months(ordinal):
    """Yield days from one on, without the first of each month, which is no period."""
    for number in count(ordinal):
        day = date.fromordinal(number)
        if day.day > 1:
            yield day


def figures(ledger):
    return {
        (seen.target, seen.period.text, seen.value, seen.growth, seen.status, seen.published)
        for seen in ledger.observations
    }


SAME = {
    ("projects.annual-investment", "2017-03", Decimal("101.7"), None, "P", "2017-04-12"),
    ("gdp", "2017-06", None, Decimal("8.9"), "A", "2017-07-20"),
}


@pytest.mark.parametrize(
    "content",
    [
        *readable_forms(ROWS),
        HEAD
        + "projects.annual-investment,2017-3,１０１.７,,,2017/4/12,办公室,\ngdp,2017年6月,,８.９％,a,2017年7月20日,,\n",
        HEAD
        + '重大项目年度投资,2017/3,"1,017,000万元",,P,2017-04-12,,"two\nlines"\nGDP,2017-06,, +8.9 % ,终值,2017-07-20,,\n',
        (
            "id,period,unit,value,growth,status,published\n"
            "Investment of the year in the major projects,2017-03,万元,1017000,,P,2017-04-12\ngdp,2017-06,,,8.9%,A,2017-07-20\n"
        ),
    ],
)
def test_what_people_keep_is_read(plan, write, content):
    """Encodings, line ends, separators, headings, names, digits, dates and units of every usual kind are the same rows."""
    assert figures(read(plan, write(content, "l.csv"))) == SAME


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("projects.annual-investment,2017-06,5千万元,", "0.5"),
        ("projects.annual-investment,2017-06,5千万,", "0.5"),
        ("projects.annual-investment,2017-06,30,百万元", "0.3"),
        ("projects.annual-investment,2017-06,30,十亿元", "300"),
        ("urbanisation.residents-returned,2017-06,55,%", "55"),
        ("urbanisation.residents-returned,2017-06,55%,%", "55"),
        ("trade,2017-06,50万,", "500000"),
    ],
)
def test_scales_before_a_unit_are_worked_out(plan, write, row, value):
    """千万, 百万 and 十亿 are scales as 万 and 亿 are, and a share's percent sign may stand in the column for the unit."""
    (seen,) = read(plan, write(f"target,period,value,计量单位\n{row}\n", "l.csv")).observations
    assert seen.value == Decimal(value)


def test_one_vintage_of_two_statuses_is_one_vintage(plan, write):
    """A value that is known and a growth that is estimated, of one day on two rows, stand twice as any two rows do."""
    rows = "gdp,2017-06,284,,P,2017-07-10,,\ngdp,2017-06,,5%,E,2017-07-10,,\n"
    levels = rows.replace(",,5%,E,", ",290,,E,")
    for content in (
        rows,
        levels,
        rows.replace(",5%,", ",5%,").replace("gdp,2017-06,,5%", "gdp,2017-06,290,5%"),
    ):
        with pytest.raises(Failure) as caught:
            read(plan, write(HEAD + content, "l.csv"))
        assert [(one.code, one.place.line) for one in caught.value.problems] == [("E513", 3)]


@pytest.mark.parametrize(
    ("target", "cells", "told"),
    [
        ("kind: milestone", "未完成,", 0),
        ("kind: milestone", "done,", 1),
        ("kind: milestone", "0,", 0),
        ("kind: milestone", "2,", "E514"),
        ("kind: milestone", "完成,个", "E514"),
        ("kind: milestone, unit: 个", "1,个", "E514"),
        ("kind: milestone, value: 3", "2,个", "E522 give it a `unit` in the plan"),
        ("kind: growth, value: 5%", "3,%", "E511"),
        ("kind: share, value: 5%", "3,％", 3),
        ("kind: level, value: 5, unit: 万千瓦时", "5,百万千瓦时", 500),
        ("kind: level, value: 5, unit: 亿元", "5千万元,万元", "E512"),
        ("kind: level, value: 5, unit: 平方米", "5㎡,", "E305"),
        ("kind: milestone, value: 3, unit: 个", "2,个", 2),
        ("kind: milestone, value: 3, unit: 个", "完成,", 3),
        ("kind: milestone, value: 3, unit: 个", "否,", 0),
        ("kind: milestone, value: 3, unit: 个", "-2,", "E303"),
        ("kind: relative, to: output", "3%,", "E301 write a growth rate in the column growth"),
        ("kind: growth, value: 5%", "3％,", "E301 write a growth rate in the column growth"),
        ("kind: relative, to: output", "3亿元,", "E522 write only the number, without a unit"),
        ("kind: growth, value: 5%", "300,", 300),
        ("kind: growth, value: 5%", "300,亿元", "E522 write only the number, without a unit"),
        ("kind: level, value: 5%, unit: '%'", "3%,", 3),
        ("kind: share, value: 5%", "3,", "E302"),
        ("kind: share, value: 5%", "#N/A,", "E506 correct the formula"),
        ("kind: share, value: 5%", "#N/A,%", "E506 correct the formula"),
        ("kind: milestone", "#REF!,", "E506 correct the formula"),
    ],
)
def test_each_kind_of_target_has_values_of_its_own(write, target, cells, told):
    """Done or not, an amount in the target's unit, a share with its sign: anything else is refused by its reason."""
    small = load_plan(write(SMALL.replace("TARGET", target).replace(", PACE", "")))
    ledger = write(f"target,period,value,unit\na.t,2017-06,{cells}\n", "l.csv")
    if isinstance(told, str):
        with pytest.raises(Failure) as caught:
            read(small, ledger)
        (problem,) = caught.value.problems
        assert f"{problem.code} {problem.hint.en}".startswith(told)
    else:
        assert [seen.value for seen in read(small, ledger).observations] == [told]


@pytest.mark.parametrize(
    ("target", "value", "told"),
    [
        ("kind: milestone", "0", None),
        ("kind: milestone", "1", None),
        ("kind: milestone", "2", "write 1 (done) or 0 (not done)"),
        ("kind: milestone, value: 3, unit: 个", "2", None),
        ("kind: milestone, value: 3, unit: 个", "-2", "check the figure"),
        ("kind: count, value: 3, unit: 个", "-2", "check the figure"),
        ("kind: relative, to: output", "3%", "write a growth as growth: 3%"),
        ("kind: growth, value: 5%", "3%", "write a growth as growth: 3%"),
        (
            "kind: level, value: 5, unit: 亿元",
            "3%",
            "an amount is expected here, not a rate: write 3",
        ),
        ("kind: level, value: 5%, unit: '%'", "3%", None),
        ("kind: share, value: 5%", "3", "for 3 percent write 3%"),
    ],
)
def test_a_plan_takes_the_values_that_a_ledger_takes(write, target, value, told):
    """An observation in the plan is held to the same rules as a row of a ledger."""
    seen = f"  - {{target: a.t, period: 2017-06, value: {value}, status: P, source: r}}\n"
    path = write(SMALL.replace("TARGET", target).replace(", PACE", "") + seen)
    if told is None:
        assert str(load_plan(path).observations[-1].value) == value.removesuffix("%")
        return
    with pytest.raises(Failure) as caught:
        load_plan(path)
    assert [problem.hint.en for problem in caught.value.problems] == [told]


@pytest.mark.parametrize(
    "words",
    [
        "2017年1月至6月",
        "2017年1月-6月",
        "2017年上半年",
        "2017上半年",
        "2017年1-6月份",
        "2017年6月份",
        "2017-06-30",
    ],
)
def test_the_first_half_of_a_year_in_every_usual_form_is_one_period(words):
    """However people write January to June, it is the period 2017-06."""
    assert loose_period(words).key == "2017-06"
    assert (loose_period("2017年第一季度").text, loose_period("2017年全年").key) == (
        "2017-03",
        "2017",
    )


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("nope,2017-06,1,,,,,", "E509", 1),
        ("income,2017-06,1,,,,,", "E509", 1),
        ("roads,2017-06,1,,,,,", "E509", 1),
        ("gdp,2017-06,,08%,,,,", "E302", 14),
        ("gdp,2017-13,1,,,,,", "E307", 5),
        ("gdp,Mar-17,1,,,,,", "E307", 5),
        ("gdp,,1,,,,,", "E307", 5),
        ("gdp,9999-12-31,1,,,,,", "E303", 5),
        ("gdp,2017-06,1,,P,2999-01-01,,", "E303", 18),
        ("gdp,2017-06,x,,,,,", "E301", 13),
        ("gdp,2017-06,#REF!,,,,,", "E506", 13),
        ("gdp,2017-06,(5),,,,,", "E301", 13),
        ("gdp,2017-06,5米,,,,,", "E511", 13),
        ("gdp,2017-06,,9,,,,", "E302", 14),
        ("gdp,2017-06,,0.09,,,,", "E302", 14),
        ("gdp,2017-06,,900%,,,,", "E303", 14),
        ("gdp,2017-06,,-100%,,,,", "E303", 14),
        ("gdp,2017-06,1,,Q,,,", "E304", 16),
        ("gdp,2017-06,1,,P,2017-02-30,,", "E306", 18),
        ("gdp,2017-06,1,,P,2017-04,,", "E306", 18),
        ("gdp,2017-06,,,P,,,", "E406", 13),
        ("gdp,2017-06,1,,P,2016-07-20,,", "E422", 18),
        ("gdp,2010年6月,1,,,2009/7/20,,", "E422", 17),
        ("gdp,2017,1,,P,2017-11-30,,", "E422", 15),
        ("gdp,2017-06-15,1,,P,2017-06-14,,", "E422", 21),
        ("gdp,2017-06,1,,P,2027-07-01,,", "E433", 18),
        ("gdp,2017/6/1,1,,P,,,", "E315", 5),
        ("gdp,2017年12月1日,1,,P,,,", "E315", 5),
        ("gdp,2017-06,1,,P,,,a\u200bb", "E309", 21),
        ("gdp,2017-06,1,,P,,\x1b[31m,", "E216", 19),
        ("residents-returned,2017-06,45,,,,,", "E302", 28),
        ("residents-returned,2017-06,145%,,,,,", "E303", 28),
        ("schools-finished,2017-06,-1,,,,,", "E303", 26),
        ("river-chiefs,2017-06,2,,,,,", "E514", 22),
        ("gdp,2017-06,1,234,,,,,", "E502", 1),
        ("gdp,2017-06", "E502", 1),
    ],
)
def test_every_bad_row_is_named_among_sound_ones(plan, write, row, code, column):
    """A fault has its line and column, also in the middle of thousands of rows, and nothing is read in part."""
    sound = [f"gdp,{day},1,,P,,,\n" for day in islice(_days_within_months(700000), 5000)]
    content = HEAD + "".join(sound[:4500]) + row + "\n" + "".join(sound[4500:])
    for every in (False, True):
        with pytest.raises(Failure) as caught:
            read(plan, write(content, "l.csv"), every=every)
        found = [(one.code, one.place.line, one.place.column) for one in caught.value.problems]
        assert found == [(code, 4502, column)]


@pytest.mark.parametrize(
    "row",
    [
        "2017,,8%,P,2017-12-01",
        "2017,,8%,E,2017-03-01",
        "2017,,8%,F,2016-03-01",
        "2017-06,,8%,P,2017-06-01",
        "2017-06,,8%,P,2027-06-30",
        "2017-06-15,,8%,P,2017-06-15",
        "2017-06-30,,8%,P,2017-06-30",
    ],
)
def test_a_day_of_publication_that_can_be_is_taken(plan, write, row):
    """Only obvious slips are refused: a figure may come out in the last month of its period, an estimate before, and all up to ten years later."""
    assert read(plan, write(f"{HEAD}gdp,{row},,\n", "l.csv")).rows == 1


@pytest.mark.parametrize(
    ("row", "lang", "message", "remedy"),
    [
        ("gdp,2017/6/1,1,,,,,", "en", "the period '2017/6/1' is the first day of a month",
         "for the figure from January to that month, write 2017-06"),
        ("gdp,2017/6/1,1,,,,,", "zh", "时期 “2017/6/1” 是某月的第一天", "若是1月至该月的累计数，请写成 2017-06"),
        ("gdp,2017,1,,,2017-03-01,,", "en",
         "the figure for 2017 cannot be known before 2017-12, but was published on 2017-03-01",
         "check the period and the date; a forecast has the status F, an estimate E"),
        ("gdp,2017,1,,,2017-03-01,,", "zh", "公布日期 2017-03-01 过早：2017 的数在 2017-12 以前尚不可知",
         "请核对时期和公布日期；预测数的 status 写 F，估计数写 E"),
        ("gdp,2017-06,1,,,2071-07-20,,", "en", "the publication date 2071-07-20 is more than ten years after 2017-06",
         "check both years"),
        ("gdp,2017-06,1,,,2071-07-20,,", "zh", "公布日期 2071-07-20 比时期 2017-06 晚十年以上", "请核对年份"),
    ],
)  # fmt: skip
def test_a_slip_in_a_date_is_named(plan, write, row, lang, message, remedy):
    """The message names what was written, the remedy what to write."""
    with pytest.raises(Failure) as caught:
        read(plan, write(HEAD + row + "\n", "l.csv"))
    (problem,) = caught.value.problems
    assert problem.message.pick(lang).endswith(message)
    assert problem.hint.pick(lang) == remedy


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("初步数", "P"),
        ("初步", "P"),
        ("preliminary", "P"),
        ("Provisional", "P"),
        ("正式数", "A"),
        ("最终数", "A"),
        ("终值", "A"),
        ("Final", "A"),
        ("normal", "A"),
        ("预计", "E"),
        ("estimated", "E"),
        ("forecast", "F"),
        ("口径变化", "B"),
        ("断点", "B"),
        ("time series break", "B"),
    ],
)
def test_a_status_in_the_words_of_tables_is_read(plan, write, words, code):
    """What our own tables and people write for a status is taken for it."""
    every = ObservationScope(2016, 2017, history=frozenset({"gdp"}))
    assert [
        seen.status
        for seen in read_ledger(
            str(write(HEAD + f"gdp,2016-06,1,,{words},,,\n")), plan, every
        ).observations
    ] == [code]


def test_all_bad_rows_are_reported_at_once(plan, write):
    """Two hundred mistakes are two hundred problems, in the order of the file."""
    content = HEAD + "".join(f"nope-{n},2017-06,,9,,,,\n" for n in range(100))
    with pytest.raises(Failure) as caught:
        read(plan, write(content, "l.csv"))
    assert len(caught.value.problems) == 200
    assert [one.place for one in caught.value.problems] == sorted(
        one.place for one in caught.value.problems
    )


def test_texts_that_were_made_safe_for_spreadsheets_are_given_back(plan, write):
    """The apostrophe before what would be a formula is no part of a source or a note."""
    (seen,) = read(plan, write(HEAD + "gdp,2017-06,1,,,,'=source,'@note\n", "l.csv")).observations
    assert (seen.source, seen.note.zh) == ("=source", "@note")


def test_a_forecast_is_part_of_the_history_alone(plan, write):
    """A forecast is used for nothing, also where there is no other row; a history that is asked for has it."""
    path = str(write(HEAD + "gdp,2017-06,,5%,F,2017-02-01,,\n", "l.csv"))
    assert read_ledger(path, plan, SCOPE).observations == ()
    assert [
        seen.status
        for seen in read_ledger(path, plan, SCOPE._replace(history=frozenset({"gdp"}))).observations
    ] == ["F"]


def test_what_is_published_later_is_in_no_history(plan, write):
    """By a day of publication a later row is neither used, nor part of the history, nor counted as undated."""
    rows = "gdp,2017-06,,5%,P,2017-07-01,,\ngdp,2017-06,,6%,P,2017-08-01,,\ngdp,2017-06,,7%,P,,,\n"
    scope = SCOPE._replace(published_by="2017-07-31", history=frozenset({"gdp"}))
    ledger = read_ledger(str(write(HEAD + rows, "l.csv")), plan, scope)
    assert ([seen.growth for seen in ledger.observations], ledger.rows, ledger.undated) == (
        [5],
        3,
        1,
    )


def test_a_ledger_that_is_wrong_throughout_is_given_up(plan, write):
    """A thousand mistakes end the reading; what stands below is not looked at."""
    with pytest.raises(Failure) as caught:
        read(plan, write(HEAD + "nope,2017-06,1,,,,,\n" * 5000, "l.csv"))
    assert (len(caught.value.problems), caught.value.problems[-1].place.line) == (1000, 1001)


def test_a_repeated_vintage_among_quotes_is_not_marked_by_another_row(plan, write):
    """It is found when the file is read to its end: its line is told, and the text of the last row is not sought in it."""
    day = "2017-07-20"
    rows = f'"gdp",2017-06,1,,,{day},,trade\n"gdp",2017-06,2,,,{day},,trade\ntrade,2017-06,2,,,,,\n'
    with pytest.raises(Failure) as caught:
        read(plan, write(HEAD + rows, "l.csv"))
    assert [(one.code, one.place, one.excerpt) for one in caught.value.problems] == [
        ("E513", (3, 1, 1), None)
    ]


def test_one_vintage_twice_is_refused_and_a_later_one_is_not(plan, write):
    """The same target, period and day of publication stand once; a revision has a day of its own."""
    twice = HEAD + "gdp,2017-06,1,,P,2017-07-01,,\n地区生产总值,2017年6月,2,,P,2017/7/1,,\n"
    for every in (False, True):
        with pytest.raises(Failure) as caught:
            read(plan, write(twice, "l.csv"), every=every)
        assert [
            (one.code, one.place.line, one.values["first"]) for one in caught.value.problems
        ] == [("E513", 3, 2)]
    revised = read(plan, write(twice.replace("2017/7/1", "2017/8/1"), "l.csv"))
    assert [seen.value for seen in revised.observations] == [2]


def test_one_vintage_on_two_rows_is_one_vintage_twice(plan, write):
    """A level and a growth of one vintage belong on one row, for track and for check alike."""
    content = HEAD + "gdp,2017-06,1,,P,2017-07-01,,\ngdp,2017-06,,2%,P,2017-07-01,,\n"
    for every in (False, True):
        with pytest.raises(Failure) as caught:
            read(plan, write(content, "l.csv"), every=every)
        assert [one.code for one in caught.value.problems] == ["E513"]


def test_blank_rows_are_passed_over_and_a_blank_first_line_hides_no_separator(plan, write):
    """Rows of separators alone, as Excel exports them, are no rows."""
    content = "\n" + HEAD.replace(",", ";") + ";;;;;;;\ngdp;2017-06;1;;;;;\n;;;;;;;\n"
    assert read(plan, write(content, "l.csv")).rows == 1


def test_the_latest_day_of_each_figure_counts(plan, write):
    """A growth of a later day does not hide the level of an earlier one, in whichever order they stand."""
    days = [
        "projects.annual-investment,2017-05-05,100,,P,,,\n",
        "projects.annual-investment,2017-05-10,,5%,P,,,\n",
    ]
    for order in (days, days[::-1]):
        seen = read(plan, write(HEAD + "".join(order), "l.csv")).observations
        assert {one.value for one in seen} == {Decimal(100), None}


def test_a_text_that_comes_again_is_parsed_once(plan, write, monkeypatch):
    """Of a thousand rows with two periods and a wrong one, each period is parsed once, and the wrong one for each of its rows."""
    from erqi_cli.parsing import ledger_row as module

    parsed = []

    def parse(words):
        parsed.append(words)
        return loose_period(words)

    monkeypatch.setattr(module, "loose_observed_period", parse)
    rows = "".join(
        f"gdp,2017-0{n % 2 + 1},{n + 1},,P,20{n % 89 + 17}-03-01,,\n" for n in range(1000)
    )
    with pytest.raises(Failure):
        read(plan, write(HEAD + rows + "gdp,2017-13,1,,P,,,\n" * 2, "l.csv"))
    assert (parsed.count("2017-01"), parsed.count("2017-02"), parsed.count("2017-13")) == (1, 1, 4)


def test_very_many_days_are_forgotten_and_read_again(plan, write, monkeypatch):
    """A ledger of more days than are remembered reads the same, its undated rows too."""
    from erqi_cli.parsing import ledger_row as module

    monkeypatch.setattr(module, "REMEMBERED", 100)
    days = islice(_days_within_months(730000), 9000)
    content = HEAD + "".join(
        f"gdp,{day},{n},,P,{day if n % 2 else ''},,\n" for n, day in enumerate(days)
    )
    ledger = read(plan, write(content + "gdp,2017-06,7,,P,2017-07-20,,\n", "l.csv"))
    assert (
        ledger.rows,
        [seen.value for seen in ledger.observations if seen.period.text == "2017-06"],
    ) == (9001, [Decimal(7)])


@pytest.mark.parametrize(
    "content",
    [
        "target,period,value,note\ngdp,2017-06,1,第234号\n",
        "target,period,value,note\ngdp,2017-06,1,2345\n",
        "target,period,value,note\ngdp,2017-06,1,23\n",
        "target,period,value,note\ngdp,2017-06,1.5,234\n",
        "target,period,value,note\ngdp,2017-06,1234,567\n",
        "target;period;value;note\ngdp;2017-06;1;234\n",
        "target,period,value,rank\ngdp,2017-06,1,234\n",
        "target,period,note,value\ngdp,2017-06,234,1\n",
    ],
)
def test_a_number_beside_a_value_is_no_split_one_without_cause(plan, write, content):
    """Only three digits alone, behind one to three of a value and a comma, where texts stand, are taken for its thousands."""
    assert read(plan, write(content, "l.csv")).rows == 1


def test_line_numbers_stay_right_behind_quoted_line_ends(plan, write):
    """A cell of three lines moves what follows by two."""
    content = HEAD + 'gdp,2017-06,1,,P,,,"a\nb\nc"\n\nnope,2017-06,1,,,,,\n'
    with pytest.raises(Failure) as caught:
        read(plan, write(content, "l.csv"))
    assert [(one.code, one.place.line) for one in caught.value.problems] == [("E509", 6)]


def test_where_the_ledger_is_found(erqi, write, tmp_path, monkeypatch):
    """--ledger comes first, then ERQI_LEDGER, then ledger.csv in the working directory, then the plan's own results."""
    monkeypatch.chdir(tmp_path)
    words = ("get", "gdp.actual")
    assert erqi(*words).out == "9.1\n"
    write(HEAD + "gdp,2017-06,,1%,P,,,\n", "ledger.csv")
    other = write(HEAD + "gdp,2017-06,,2%,P,,,\n", "other.csv")
    third = write(HEAD + "gdp,2017-06,,3%,P,,,\n", "third.csv")
    assert erqi(*words).out == "1\n"
    assert erqi(*words, env={"ERQI_LEDGER": str(other)}).out == "2\n"
    assert erqi(*words, "--ledger", third, env={"ERQI_LEDGER": str(other)}).out == "3\n"
    missing = erqi(*words, "--ledger", "nowhere.csv")
    assert (missing.code, missing.out, "E101" in missing.err) == (4, "", True)


def test_a_gbk_ledger_is_said_on_stderr(erqi, write):
    """The encoding is told beside the output, not in it."""
    done = erqi("track", "gdp", "--ledger", write(ROWS.encode("gbk"), "l.csv"), "--format", "json")
    assert "read as GB18030" in done.err
    assert done.rows["gdp"]["actual"] == Decimal("8.9")


def test_check_takes_a_ledger(erqi, write):
    """A sound ledger is counted; a bad one is refused with all its rows, as rows for a machine."""
    sound = erqi("check", write(ROWS, "l.csv"), "--format", "json").json
    assert {row["item"]: row["count"] for row in sound["rows"]} == {
        "rows": 2,
        "elsewhere": 0,
        "targets": 2,
    }
    bad = write(HEAD + "nope,2017-06,1,,,,,\ngdp,2017-06,x,,,,,\n", "bad.csv")
    done = erqi("check", bad, "--format", "json")
    assert (done.code, [row["code"] for row in done.json["rows"]]) == (3, ["E509", "E301"])
    assert erqi("check", bad).out == ""


def test_what_is_left_out_is_said(erqi, write):
    """Rows of other years and undated ones are counted in the notes, never passed over in silence."""
    ledger = write(
        HEAD
        + "gdp,2017-06,,5%,P,2017-07-01,,\ngdp,2015,,5%,P,2016-01-01,,\ngdp,2017-05,,6%,P,,,\n",
        "l.csv",
    )
    answer = erqi(
        "track", "gdp", "--ledger", ledger, "--published-by", "2017-12-31", "--format", "json"
    ).json
    assert {
        note["code"]: note["en"]
        for note in answer["notes"]
        if note["code"] in ("undated", "elsewhere")
    } == {
        "undated": "Left out: 1 row without a day of publication",
        "elsewhere": "Not used: 1 row outside 2016 and 2017, or after the as-of date",
    }


cells = st.text(alphabet="0123456789.,-%年月/ gdpAPEX亿万元\"'=\n\u200b\x07", max_size=12)
rows = st.lists(
    st.tuples(
        st.sampled_from(["gdp", "x", "地区生产总值", "合计", "", "g\u200bdp"]),
        cells,
        cells,
        cells,
        cells,
        cells,
        cells,
        cells,
    ),
    max_size=6,
)


@given(rows)
def test_any_cells_are_read_or_refused_in_words(plan, tmp_path_factory, content):
    """Whatever stands in the cells ends in observations or in placed problems, never in an exception."""
    import csv

    path = tmp_path_factory.mktemp("any") / "l.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEAD.strip().split(","), *content])
    problems = ()
    try:
        read(plan, path)
    except Failure as failure:
        problems = failure.problems
    assert all(problem.message.zh and problem.hint.en for problem in problems)


@given(st.text(alphabet="0123456789.-%,年/ ", max_size=9), st.sampled_from([1, 2, 3, 5]))
def test_a_row_of_a_file_is_read_as_its_cells_alone(plan, tmp_path_factory, cell, column):
    """Whatever stands in a cell, a ledger gives the observation, or the faults, of the grammar of a row."""
    from erqi_cli.parsing.ledger_row import Cells, read_cells, target_names

    cells = ["gdp", "2017-06", "1000", "", "P", "", "", "", ""]
    cells[column] = cell
    path = tmp_path_factory.mktemp("cell") / "l.csv"
    path.write_text(HEAD + ",".join(f'"{one}"' for one in cells[:8]) + "\n", "utf-8")
    seen, faults = read_cells(Cells(*cells), target_names(plan))
    found, codes = (), set()
    try:
        found = read(plan, path).observations
    except Failure as failure:
        codes = {one.code for one in failure.problems}
    assert codes == {fault.fault.code for fault in faults}
    assert [one._replace(line=None) for one in found] == (
        [seen] if seen and SCOPE.covers(seen.period) else []
    )


dates = st.sampled_from(
    ["", "2016-06-30", "2017/6/1", "2017-06-14", "2017年6月15日", "2018-01-01", "20170615"]
)
periods = st.sampled_from(["2016", "2017", "2017-06", "2017年6月", "2017-06-15", "2018", "2017-6"])


@given(
    st.lists(
        st.tuples(periods, st.sampled_from(["P", "E", "F", "预测", ""]), dates),
        min_size=1,
        max_size=6,
    )
)
def test_rows_of_a_file_are_read_as_each_of_them_alone(plan, tmp_path_factory, content):
    """Days of publication before their periods are found on the same rows of a ledger as row by row."""
    from erqi_cli.parsing.ledger_row import Cells, read_cells, target_names

    path, names = tmp_path_factory.mktemp("pairs") / "l.csv", target_names(plan)
    rows = [("gdp", when, "", "5%", status, day, "", "") for when, status, day in content]
    path.write_text(HEAD + "".join(",".join(row) + "\n" for row in rows), "utf-8")
    meant = {
        (fault.fault.code, line)
        for line, row in enumerate(rows, 2)
        for fault in read_cells(Cells(*row, ""), names)[1]
    }
    found = set()
    try:
        read(plan, path)
    except Failure as failure:
        found = {(one.code, one.place.line) for one in failure.problems if one.code != "E513"}
    assert found == meant


plain_rows = st.lists(
    st.tuples(
        st.sampled_from(
            ["gdp", "urban-income", "projects.annual-investment", "urbanisation.back-streets"]
        ),
        st.sampled_from(["2016", "2016-03", "2017-03", "2017-06", "2017-06-15", "2017", "2015"]),
        st.integers(1, 10**6),
        st.integers(-99, 99),
        st.integers(1, 28),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: (row[0], row[1], row[4]),
)


def ledger_of(path, content):
    lines = [
        f"{name},{when},{value},{growth}%,P,2018-03-{day:02},,\n"
        for name, when, value, growth, day in content
    ]
    path.write_text(HEAD + "".join(lines), "utf-8")
    return path


def standing(plan, path, **scope):
    scope = ObservationScope(2016, 2017, **scope)
    tracker = Tracker(
        scenario(plan), read_ledger(str(path), plan, scope).observations, loose_period("2017")
    )
    return {name: tracker.track_one(name) for name in tracker.scored_ids()}


@given(plain_rows, st.integers(1, 28))
def test_vintages_never_change_the_past(plan, tmp_path_factory, content, day):
    """What was published later changes nothing of what was known by an earlier day."""
    folder = tmp_path_factory.mktemp("past")
    known = [row for row in content if row[4] <= day]
    if not known:
        return
    by = f"2018-03-{day:02}"
    before, after = (
        standing(plan, ledger_of(folder / f"{n}.csv", rows), published_by=by)
        for n, rows in enumerate((known, content))
    )
    assert [_told(one) for one in before.values()] == [_told(one) for one in after.values()]


@given(plain_rows)
def test_a_row_never_changes_another_target(plan, tmp_path_factory, content):
    """Taking the last row away changes its own target and no other."""
    folder = tmp_path_factory.mktemp("other")
    if len(content) < 2:
        return
    whole, less = (
        standing(plan, ledger_of(folder / f"{n}.csv", rows))
        for n, rows in enumerate((content, content[:-1]))
    )
    for name in whole:
        if name != content[-1][0]:
            assert _told(whole[name]) == _told(less[name])


def _told(found):
    return found.id, found.status, found.actual, found.completion, found.pace, found.needed


@given(plain_rows)
def test_the_order_of_the_rows_does_not_matter(plan, tmp_path_factory, content):
    """Sorted or reversed, the same rows give the same standing."""
    folder = tmp_path_factory.mktemp("order")
    first, second = (
        standing(plan, ledger_of(folder / f"{n}.csv", rows))
        for n, rows in enumerate((content, content[::-1]))
    )
    assert [_told(one) for one in first.values()] == [_told(one) for one in second.values()]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20170315", "2017-03-15"),
        ("2017.3.5", "2017-03-05"),
        ("2017.11.30", "2017-11-30"),
        ("2017/3.5", None),
        ("2017115", None),
    ],
)
def test_a_day_in_another_form_is_told_in_the_right_one(words, day):
    """A day without signs or with points is told as it should be written; what could be two days is not guessed."""
    with pytest.raises(ValueFault) as caught:
        loose_period(words)
    assert (caught.value.remedy.en if caught.value.remedy else None) == (day and f"write {day}")


def test_a_day_knows_its_month():
    """15 December 2017 is of the twelfth month, and ends on that day."""
    when = loose_period("2017-12-15")
    assert (when.year, when.month, when.day, when.end) == (2017, 12, 15, "2017-12-15")


@pytest.mark.parametrize(
    "words",
    [
        "2017-1-3月",
        "2017年13月",
        "2017/3/",
        "Q1 2017",
        "03-2017",
        "20170315",
        "2017.3",
        "二〇一七年",
    ],
)
def test_what_is_no_period_is_refused(words):
    """A doubtful period is not guessed at."""
    with pytest.raises(ValueFault):
        loose_period(words)


def test_columns_that_are_not_read_are_named_and_stop_nothing(erqi, write):
    """责任单位 is like 单位 and 本月 like 累计, yet neither is taken for it; one line names both."""
    ledger = write(
        "目标,责任单位,时期,本月,累计,同比,公布时间\n地区生产总值,发改委,2017-06,52,271.5,9.1%,2017-07-20\n",
        "l.csv",
    )
    done = erqi("track", "gdp", "--ledger", ledger, "--format", "json", "--lang", "zh")
    row = done.rows["gdp"]
    assert (row["level"], row["actual"], row["published"]) == (
        Decimal("271.5"),
        Decimal("9.1"),
        "2017-07-20",
    )
    assert done.err.count("\n") == 1
    assert done.err.endswith("N505 未使用的列：责任单位、本月\n")

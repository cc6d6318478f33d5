"""The readers at their bounds: first and last years, longest texts, odd encodings, and where exactly a mistake stands."""

import os

import pytest

from erqi_cli import Failure
from erqi_cli.calc.decimals import plain
from erqi_cli.domain.observation import ObservationScope, publication_fault
from erqi_cli.domain.period import month_end, period_of
from erqi_cli.domain.vocabulary import ObservationStatus
from erqi_cli.parsing.date import is_day, loose_date, loose_period, parse_year
from erqi_cli.parsing.fault import ValueFault, quote
from erqi_cli.parsing.lookup import MAX_MATCHES
from erqi_cli.parsing.number_forms import ascii_number, narrow, number_remedy, rate_remedy
from erqi_cli.parsing.quantity import parse_quantity
from erqi_cli.parsing.scalar import (
    parse_growth,
    parse_id,
    parse_line,
    parse_note,
    parse_number,
    parse_ordinal,
    parse_share,
    parse_unit,
)
from erqi_cli.parsing.suggest import nearest
from erqi_cli.readers.base_values.read import read_base_values
from erqi_cli.readers.ledger.read import read_ledger
from erqi_cli.readers.source import decode, open_bytes, read_bytes
from erqi_cli.readers.yaml.builder import parse
from tests.conftest import HEAD

SCOPE = ObservationScope(2016, 2017)


def fault(parse_it, *given):
    with pytest.raises(ValueFault) as caught:
        parse_it(*given)
    return caught.value


def problems(read_it, *given):
    with pytest.raises(Failure) as caught:
        read_it(*given)
    return caught.value.problems


# --- single values


def test_the_first_and_the_last_year_that_a_plan_may_have():
    """1900 and 2200 are years of a plan, 1899 and 2201 are not, as years and as days."""
    assert [parse_year(year) for year in ("1900", "2200")] == [1900, 2200]
    assert [fault(parse_year, year).code for year in ("1899", "2201", "20170", "17")] == [
        "E303",
        "E303",
        "E313",
        "E313",
    ]
    days = ("1900-01-01", "2200-12-31", "1899-12-31", "2201-01-01", "2017-02-29")
    assert [is_day(day) for day in days] == [True, True, False, False, False]


def test_action_numbers_go_from_1_to_999():
    """0 and 1000 are no numbers of actions."""
    assert [parse_ordinal(number) for number in ("1", "999")] == [1, 999]
    assert [fault(parse_ordinal, number).code for number in ("0", "1000", "01")] == ["E314"] * 3


def test_the_longest_texts():
    """An id has at most 64 characters, a name 300 and a note 2000."""
    for read_it, limit in ((parse_id, 64), (parse_line, 300), (parse_note, 2000)):
        assert read_it("a" * limit) == "a" * limit
        assert fault(read_it, "a" * (limit + 1)).code in ("E308", "E311")


def test_a_long_text_is_quoted_in_part():
    """Forty characters are quoted whole; of more the first 39 and an ellipsis."""
    assert quote("x" * 40).en == f"'{'x' * 40}'"
    assert quote("x" * 41) == (f"“{'x' * 39}…”", f"'{'x' * 39}…'")


def test_the_bounds_of_rates_are_named():
    """A growth lies above −100% and at most at 500%; a share from 0% to 100%; the message says so in both languages."""
    assert [plain(parse_growth(rate)) for rate in ("-99.9%", "500%")] == ["-99.9", "500"]
    low = fault(parse_growth, "-100%").values
    assert (low["low"].en, low["low"].zh, low["high"]) == ("above -100%", "大于 -100%", "500%")
    assert [plain(parse_share(share)) for share in ("0%", "100%")] == ["0", "100"]
    share = fault(parse_share, "100.1%").values
    assert (share["low"].en, share["low"].zh, share["high"]) == ("0%", "0%", "100%")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,5", "1,5"),
        ("1,2.5", "1,2.5"),
        ("1,2,3", "1,2,3"),
        ("1,234,567.8", "1234567.8"),
        ("（20）", "-20"),
        ("+¥ 1 234％", "1234%"),
        ("1_000", "1000"),
    ],
)
def test_how_a_number_is_read_for_a_remedy(text, number):
    """Commas before three digits each separate thousands, another one stays; brackets are a minus sign."""
    assert ascii_number(text) == number


def test_which_characters_are_narrowed():
    """Full-width signs from ！ to ～, the yen sign, the minus sign and five wide spaces; their neighbours stay as they are."""
    assert narrow("！Ａ９～￥−") == "!A9~¥-"
    assert [narrow(f"a{char}b") for char in "\u3000\u00a0\u2007\u2009\u202f"] == ["a b"] * 5
    for char in (
        "\uff00\uff5f\uffe4\uffe6\u2211\u2213\u2fff\u3001\u009f\u00a1\u2006\u2008\u200a\u202e\u2030"
    ):
        assert narrow(f"a{char}b") == f"a{char}b"


def test_of_a_long_text_three_hundred_characters_are_looked_at():
    """What follows is no part of the number, and its currency mark is not seen."""
    assert ascii_number("1" * 301) == "1" * 300
    assert number_remedy("1" + " " * 299 + "¥").en == "write 1"
    assert number_remedy("1" + " " * 298 + "¥") is None


def test_remedies_of_numbers_in_both_languages():
    """A unit beside a number is told apart; a rate where an amount belongs is; zeros at the front go, digits beyond 18 are counted."""
    beside = fault(parse_number, "530亿元").remedy
    assert beside == (
        "请只写 530，单位（亿元）另写",
        "write only 530; its unit, 亿元, is given separately",
    )
    assert "412" in fault(parse_number, "412%").remedy.zh
    assert fault(parse_number, "-007").remedy.en == "write -7"
    assert "18" in fault(parse_number, "1" * 19).remedy.en
    assert fault(parse_number, "about ten").remedy is None
    assert "12" in fault(parse_number, "0." + "1" * 13).remedy.en
    assert parse_number("1" * 18 + "." + "1" * 12)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("0.09", "9"), ("-0.5", "-50"), ("1", "1"), ("-1", "-1"), ("0", "0"), ("9", "9")],
)
def test_a_fraction_below_one_is_taken_for_percent(text, percent):
    """0.09 is likely 9 percent; 1 and −1 are likely percent already."""
    assert rate_remedy(text).en == f"for {percent} percent write {percent}%"


def test_a_unit_that_is_nearly_right_is_suggested():
    """Of 万平米 the unit with 万 in it is meant; traditional characters are simplified; nonsense has no suggestion."""
    assert "万平方米" in fault(parse_unit, "万平米").remedy.en
    assert "亿元" in fault(parse_unit, "億圓").remedy.zh
    assert fault(parse_unit, "parsec").remedy is None


def test_of_many_words_those_of_like_length_and_beginning_are_compared():
    """Among a thousand names the mistyped one is still found, and as many as were asked for come back, best first."""
    many = [f"name-{number}" for number in range(1000)]
    assert nearest("name-99x", many) == ["name-99"] or nearest("name-99x", many)[0].startswith(
        "name-99"
    )
    assert len(nearest("name-1", many)) == 1
    assert len(nearest("name-1", many, 3)) == 3
    assert nearest("gpd", ["gdp", "gpdx"]) == ["gpdx"]
    assert nearest("zzz", ["gdp"]) == []
    assert nearest("name-12345678", many) == []  # too long to be one of them


# --- periods


def test_how_much_of_a_year_a_period_covers():
    """Months of 12, days of 365 or 366; the whole year is 12 of 12."""
    passed = {
        "2017": (12, 12),
        "2017-03": (3, 12),
        "2017-01-01": (1, 365),
        "2016-12-31": (366, 366),
        "2017-12-31": (365, 365),
    }
    assert {text: period_of(text).passed for text in passed} == passed


def test_the_same_period_of_another_year():
    """The year, its December and its last day are one; a month and a day keep their place."""
    forms = ("2017", "2017-12", "2017-12-31", "2017-03", "2017-03-15")
    assert [period_of(text).of(2016) for text in forms] == [
        "2016",
        "2016",
        "2016",
        "2016-03",
        "2016-03-15",
    ]
    assert [period_of(text).is_whole for text in forms] == [True, True, True, False, False]


def test_the_last_days_of_months():
    """February has 29 days in 2016 and 28 in 2017; December ends on the 31st."""
    ends = [
        month_end(year, month).isoformat()
        for year, month in ((2016, 2), (2017, 2), (2017, 12), (2017, 11))
    ]
    assert ends == ["2016-02-29", "2017-02-28", "2017-12-31", "2017-11-30"]


def test_what_a_spreadsheet_made_of_a_month_is_read_back():
    """Mar-17 was 2017-03, Dec-09 2009-12; Xyz-17 was nothing."""
    assert fault(loose_period, "Mar-17").remedy.en == "write 2017-03"
    assert fault(loose_period, "Dec-09").remedy.en == "write 2009-12"
    assert fault(loose_period, "Jan-17").remedy.zh == "请写成 2017-01"
    assert fault(loose_period, "Xyz-17").remedy is None


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("2017年", "2017"),
        ("2017年一季度", "2017-03"),
        ("2017年上半年", "2017-06"),
        ("2017年前三季度", "2017-09"),
        ("2017年1—11月累计", "2017-11"),
        ("2017/3", "2017-03"),
        ("2017-3-5", "2017-03-05"),
        ("２０１７年３月５日", "2017-03-05"),
    ],
)
def test_periods_as_people_write_them(text, standard):
    """Each form is the standard one."""
    assert loose_period(text).text == standard


def test_a_year_out_of_range_is_told_as_such():
    """1899 is a period of no plan, said with the range; the thirteenth month is no period at all."""
    assert [
        fault(loose_period, text).code for text in ("1899", "2201-01", "2017-13", "2017年2-3月")
    ] == [
        "E303",
        "E303",
        "E307",
        "E307",
    ]
    assert [fault(loose_date, text).code for text in ("1899-01-01", "2017-02-30", "yesterday")] == [
        "E303",
        "E306",
        "E306",
    ]


# --- files


def test_base_values_come_from_standard_input(erqi):
    """`--from -` reads the values from standard input."""
    assert erqi("get", "gdp.baseline", "--from", "-", stdin="id,value\ngdp,530\n").out == "530\n"


def test_a_file_of_exactly_the_limit_is_read(write):
    """A plan of four MiB is read, and one of a byte more refused unread."""
    path = write(b"#" * (4 << 20))
    assert len(read_bytes(str(path))) == 4 << 20
    assert problems(read_bytes, str(write(b"#" * ((4 << 20) + 1))))[0].code == "E201"


def test_a_heading_may_be_blank(plan, write):
    """A column without a heading, as a spreadsheet adds at the right, is passed over; blank lines above are too."""
    path = write(",,\nid,value,\ngdp,530,\n", "base.csv")
    assert plain(read_base_values(str(path), plan)[0]["gdp"].value) == "530"


def test_a_heading_that_breaks_the_form_is_a_fault(plan, write):
    """Words behind a closing quote in the headings are told with their line."""
    (found,) = {
        one.code
        for one in problems(read_base_values, str(write('"id"x,value\ngdp,5\n', "base.csv")), plan)
    } - {"E501"}
    assert found == "E510"


def test_each_bad_row_is_shown_with_its_line_and_the_width_of_its_cell(plan, write):
    """Of two bad rows both lines are shown, and the caret is as wide as the cell, the last one's too."""
    found = problems(
        read_base_values, str(write("id,value\ngdp,x123\ntrade,y\n", "base.csv")), plan
    )
    assert [(one.place, one.excerpt) for one in found] == [
        ((2, 5, 4), "gdp,x123"),
        ((3, 7, 1), "trade,y"),
    ]


def test_every_wrong_year_of_a_base_value_is_told(plan, write):
    """A year that is none, another year and a month each have their own reason, and none hides the next."""
    rows = "id,value,year\ngdp,5,soon\ntrade,5,2015\nretail-sales,5,2016-06\nurban-income,5,2016\n"
    found = problems(read_base_values, str(write(rows, "base.csv")), plan)
    assert [(one.code, one.place.line) for one in found] == [("E307", 2), ("E520", 3), ("E516", 4)]


def test_the_plans_own_observations_are_those_within_the_scope(plan):
    """By a day of publication what came later is not known, and as of a day what ended later is not asked for."""
    assert plan.observations_within(ObservationScope(2016, 2017, published_by="2016-12-31")) == ()
    early = plan.observations_within(ObservationScope(2016, 2017, as_of="2017-01-31"))
    assert {one.period.year for one in early} == {2016}
    assert plan.observations_within(ObservationScope(2014, 2015)) == ()


def test_the_targets_of_an_action_are_listed_while_they_are_few(plan, write):
    """An action named for a target is answered with its targets, and with … only where there are more of them."""
    for action in plan.actions:
        names = [f"{target.name.en} ({target.id})" for target in action.targets]
        (found,) = problems(
            read_ledger, str(write(HEAD + f"{action.id},2017-06,5,,,,,\n", "l.csv")), plan, SCOPE
        )
        assert found.hint.en.endswith(
            ", ".join(names[:MAX_MATCHES]) + (" …" if len(names) > MAX_MATCHES else "")
        )


def test_a_base_value_below_one_is_sound(plan, write):
    """0.5 is above zero, in a ledger too."""
    assert (
        read_ledger(str(write(HEAD + "gdp,2016,0.5,,,,,\n", "l.csv")), plan, SCOPE)
        .observations[0]
        .value
        * 2
        == 1
    )


def test_a_row_without_a_name_is_placed_where_that_is_missing(plan, write):
    """Where there is no column of names the blank id is told where it should stand."""
    found = problems(read_base_values, str(write("value,id\n530,\n", "base.csv")), plan)
    assert [(one.code, *one.place[:2]) for one in found] == [("E509", 2, 5)]


@pytest.mark.parametrize(
    ("published", "when", "status", "code"),
    [
        ("2016-12-31", "2017", "P", "E422"),
        ("2017-11-30", "2017", "A", "E422"),
        ("2017-12-01", "2017", "A", None),
        ("2017-05-31", "2017-06", "P", "E422"),
        ("2017-06-01", "2017-06", "P", None),
        ("2017-06-14", "2017-06-15", "B", "E422"),
        ("2017-06-15", "2017-06-15", "P", None),
        ("2016-07-20", "2017-06", "F", None),
        ("2016-07-20", "2017-06", "E", None),
        ("", "2017-06", "P", None),
        ("2027-12-31", "2017", "P", None),
        ("2028-01-01", "2017", "P", "E433"),
        ("2027-06-30", "2017-06", "F", None),
        ("2027-07-01", "2017-06", "F", "E433"),
    ],
)
def test_a_figure_is_published_when_it_can_be_known(published, when, status, code):
    """A day before the last month of a period, or more than ten years after it, is a slip."""
    assert publication_fault(published, period_of(when), ObservationStatus(status)) == code


def test_observations_keep_their_lines(plan, write):
    """Each row that is kept knows the line it stands on."""
    rows = (
        "gdp,2017-06,,8.9%,,,,\nbudget-revenue,2017-06,15,,,,,\n重大项目年度投资,2017-03,101,,,,,\n"
    )
    held = read_ledger(str(write(HEAD + rows, "l.csv")), plan, SCOPE)
    assert {seen.target: seen.line for seen in held.observations} == {
        "gdp": 2,
        "budget-revenue": 3,
        "projects.annual-investment": 4,
    }


def test_a_share_under_its_name_is_checked_far_down_a_ledger(plan, write):
    """A bare 45 for a share is a mistake on row 3,000 too, in a year that nobody asked for and under a Chinese name."""
    name = next(
        t.name.zh
        for action in plan.actions
        for t in action.targets
        if t.id == "urbanisation.residents-returned"
    )
    good = "".join(f"{name},2017-06,28%,,,{day},,\n" for day in _days(3000))
    found = problems(
        read_ledger, str(write(HEAD + good + f"{name},2010-06,45,,,,,\n", "l.csv")), plan, SCOPE
    )
    assert [(one.code, one.place.line) for one in found] == [("E302", 3002)]


def _days(count):
    from datetime import date, timedelta

    return [(date(2017, 6, 1) + timedelta(number)).isoformat() for number in range(count)]


# --- YAML


def test_lines_outside_a_file_are_blank():
    """Line 1 is the first and line 2 the last of two; there is none before and none behind."""
    document = parse("a: 1\nb: 2", "x.yaml")
    assert [document.line(number) for number in (0, 1, 2, 3)] == ["", "a: 1", "b: 2", ""]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: [1, 2\nb: 3\n", "E214", 1, 4),
        ("a: 'x\nb: y\n", "E214", 1, 4),
        ("a: b: c\n", "E214", 1, 5),
        ("a: 1\n\tb: 2\n", "E219", 2, 1),
        ("a：1\nb: 2\n", "E220", 1, 2),
        ("a: 1\n--- \nb: 2\n", "E211", 2, 1),
        ("a: &x 1\n", "E209", 1, 4),
        ("a: !!int 1\n", "E210", 1, 4),
        ("? [a]\n: 1\n", "E213", 1, 3),
        ("a: 1\na: 2\n", "E203", 2, 1),
        ("a:\n", "E310", 1, 1),
        ("a: ' '\n", "E310", 1, 1),
    ],
)
def test_where_a_mistake_in_the_form_stands(text, code, line, column):
    """Each mistake is placed where a reader would put a finger on it."""
    found = parse(text, "x.yaml").problems[0]
    assert (found.code, found.place.line, found.place.column) == (code, line, column)


def test_thirty_two_levels_are_read_and_one_more_is_refused():
    """Nesting up to the limit is read; one level deeper is E212."""
    assert parse("[" * 32 + "x" + "]" * 32, "x.yaml").problems == []
    assert [one.code for one in parse("[" * 33 + "x" + "]" * 33, "x.yaml").problems] == ["E212"]


def test_a_list_of_thirty_thousand_is_read_and_one_more_refused():
    """The limit of a list's entries holds to the entry."""
    fine = parse("- x\n" * 30_000, "x.yaml")
    assert (len(fine.root), fine.problems) == (30_000, [])
    assert [one.code for one in parse("- x\n" * 30_001, "x.yaml").problems] == ["E221"]


def test_the_width_of_what_is_marked():
    """The caret is as wide as the word; of a text over several lines it marks one character."""
    assert parse("a: !!int 12345\n", "x.yaml").problems[0].place == (1, 4, 11)
    assert parse("a: !!str |\n  x\n  y\n", "x.yaml").problems[0].place.width == 1


# --- what a first round of mutants passed through


def test_a_separator_inside_quotes_separates_nothing(plan, write):
    """Behind a quoted cell with a comma in it the next cell begins where it stands in the file."""
    found = problems(
        read_base_values, str(write('id,name,value\n"gdp","a,b",x\n', "base.csv")), plan
    )
    assert [(one.code, *one.place) for one in found] == [("E301", 2, 13, 1)]


def test_what_is_no_file_is_named(tmp_path):
    """A directory, a named pipe and a device are told as what they are."""
    os.mkfifo(tmp_path / "pipe")
    told = [
        problems(read_bytes, path)[0].values["what"].en
        for path in (str(tmp_path), str(tmp_path / "pipe"), "/dev/null")
    ]
    assert told == ["a directory", "a named pipe", "a device or socket"]


def test_a_vintage_of_a_year_that_nobody_follows_is_still_recorded_once(erqi, write):
    """An observation of 2010 that is there already is refused, though 2010 is of no use to this plan."""
    ledger = write(HEAD + "gdp,2010-06,1,,P,2010-07-20,,\n", "l.csv")
    done = erqi("record", "gdp", "2010-06", "2", "--published", "2010-07-20", "--ledger", ledger)
    assert (done.code, "E513" in done.err, ledger.read_text("utf-8").count("\n")) == (3, True, 2)
    assert erqi("record", "gdp", "2010-07", "2", "--ledger", ledger).code == 0


def test_every_alias_is_told():
    """Behind an alias the file is read on: two more are two more mistakes."""
    assert [one.code for one in parse("a: &x 1\nb: *x\nc: *x\nd: *x\n", "x.yaml").problems] == [
        "E209"
    ] * 4


def test_a_character_that_yaml_does_not_take_is_told_in_one_line():
    """The reason is the parser's first line, without its own idea of a place."""
    (found,) = parse("a: \x01\n", "x.yaml").problems
    assert (
        found.code,
        "position" in found.message.en,
        "control characters" in found.message.en,
    ) == ("E214", False, True)
    assert found.place[:2] == (1, 1)


def test_what_has_no_width_is_marked_all_the_same():
    """An entry that is not there is marked with one caret."""
    assert parse("-\n", "x.yaml").problems[0].place.width == 1


def test_the_two_ways_to_break_the_form_of_a_table(plan, write):
    """Words behind a quotation mark, and a cell of more than 131,072 characters, are told apart."""
    told = []
    for row in ('gdp,"5"x', "gdp," + "5" * 131_073):
        (found,) = problems(read_base_values, str(write(f"id,value\n{row}\n", "base.csv")), plan)
        told.append((found.code, found.values["reason"].zh))
    assert told == [("E510", "引号后面还有文字"), ("E510", "一格超过 131072 个字符")]


def test_headings_below_blank_lines_keep_their_line(plan, write):
    """A mistyped heading on the third line is told there."""
    found = problems(read_base_values, str(write("\n\nid,valeu\ngdp,5\n", "base.csv")), plan)
    assert ("E508", 3, 4) in [(one.code, *one.place[:2]) for one in found]


def test_a_doubled_vintage_is_marked_at_its_target(plan, write):
    """The second row of one vintage is told at its first cell, with the line of the first."""
    rows = "2017-06,gdp,260,2017-07-20\n2017-06,gdp,261,2017-07-20\n"
    (found,) = problems(
        read_ledger, str(write("period,target,value,published\n" + rows, "l.csv")), plan, SCOPE
    )
    assert (found.code, found.place[:2], found.values["first"]) == ("E513", (3, 9), 2)


def test_what_a_name_in_a_ledger_could_mean(plan, write):
    """For a part of an id the whole of it is suggested, for a mistyped one the closest."""
    rows = "showcase,2017-06,4,,,,,\ngpd,2017-06,4,,,,,\n"
    found = problems(read_ledger, str(write(HEAD + rows, "l.csv")), plan, SCOPE)
    assert [one.hint.en for one in found] == [
        "write projects.showcase-projects",
        "the closest: gdp",
    ]


def test_a_milestone_is_nought_or_one(plan, write):
    """Of a milestone without a figure 0 and 1 are values, and 2 is none."""
    rows = "ecology.river-chiefs,2017-05,0,,,,,\necology.river-chiefs,2017-06,1,,,,,\n"
    assert len(read_ledger(str(write(HEAD + rows, "l.csv")), plan, SCOPE).observations) == 2
    found = problems(
        read_ledger,
        str(write(HEAD + "ecology.river-chiefs,2017-05,2,,,,,\n", "l.csv")),
        plan,
        SCOPE,
    )
    assert [(one.code, one.place[:2]) for one in found] == [("E514", (2, 30))]


def test_the_unit_of_what_is_observed(plan):
    """A share is observed in percent, an amount in the unit of its target."""
    ids = ("urbanisation.residents-returned", "projects.annual-investment")
    assert [plan.target(target_id).observed_unit for target_id in ids] == ["%", "亿元"]


def test_an_alias_for_a_key_loses_the_thread():
    """What follows an alias where a key belongs cannot be understood, also deep inside a list."""
    assert parse("- a: 1\n  *x : 2\n", "x.yaml").lost
    assert not parse("- a: *x\n", "x.yaml").lost
    assert not parse("- *x\n", "x.yaml").lost


def test_a_single_bracket_is_no_sign():
    """A number between brackets is negative; a bracket alone is a slip."""
    assert [ascii_number(text) for text in ("(20)", "(20", "20)")] == ["-20", "(20", "20)"]


def test_names_of_another_length_are_not_compared():
    """Among very many names only those a character longer or shorter are looked at."""
    many = [f"name-{number}" for number in range(1000)]
    assert {len(one) for one in nearest("name-1", many, 400)} == {6, 7}


def test_a_line_of_a_mebibyte_is_no_line(plan, write):
    """Columns that make a heading a million bytes long are passed over; at 1.1 million it is told as a line without end."""
    for columns, fine in ((100, True), (110, False)):
        more = ",".join("x" * 9_999 for _ in range(columns))
        path = write(f"id,value,{more}\ngdp,530{',' * columns}\n", "base.csv")
        if fine:
            assert plain(read_base_values(str(path), plan)[0]["gdp"].value) == "530"
        else:
            assert "1 MiB" in problems(read_base_values, str(path), plan)[0].values["reason"].en


def test_a_file_of_many_short_lines_may_be_long(plan, write):
    """A file of 1.4 million bytes in short lines is read."""
    path = write("id,value\n" + ",\n" * 700_000 + "gdp,530\n", "base.csv")
    assert plain(read_base_values(str(path), plan)[0]["gdp"].value) == "530"


def test_a_blank_cell_is_marked_all_the_same(plan, write):
    """Where a value is missing one caret stands in its place."""
    (found,) = problems(read_base_values, str(write("id,value\ngdp,\n", "base.csv")), plan)
    assert (found.code, *found.place) == ("E310", 2, 5, 1)


def test_standard_input_has_the_same_limit(monkeypatch):
    """Four MiB of standard input are read to the last byte, and one byte more is refused."""
    import io

    for size in (4 << 20, (4 << 20) + 1):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"#" * size)))
        if size == 4 << 20:
            assert len(read_bytes("-")) == size
        else:
            assert problems(read_bytes, "-")[0].code == "E201"


def test_a_plan_with_zero_bytes_is_one_problem():
    """UTF-16 without its mark has a zero byte in each character: the first is told, with what the file may be."""
    (found,) = problems(decode, "id: x\nname: y\n".encode("utf-16-le"), "x.yaml")
    assert (found.code, found.place[:2], found.values["char"]) == ("E216", (1, 2), "U+0000")
    assert "UTF-16 without a byte order mark" in found.hint.en


def test_a_hidden_character_is_shown_with_its_line():
    """The line that is shown is the one that holds the character."""
    (found,) = problems(decode, "a: 1\nb: x\u200by\nc: 2\n".encode(), "x.yaml")
    assert (found.code, found.place[:2], found.excerpt) == ("E309", (2, 5), "b: x\u200by")


def test_two_numbers_in_one_cell_are_none(plan, write):
    """A cell with a line end between two numbers is a mistake, also in a year that nobody follows."""
    found = problems(
        read_ledger, str(write(HEAD + 'gdp,2010-06,"1\n2",,,,,\n', "l.csv")), plan, SCOPE
    )
    assert [(one.code, one.place[:2]) for one in found] == [("E301", (2, 1))]


def test_what_was_published_on_the_day_is_known_by_it():
    """By the 12th what came out on the 12th is known, and neither what came later nor what has no date."""
    scope = ObservationScope(2016, 2017, published_by="2017-04-12")
    assert [scope.knows(day) for day in ("2017-04-12", "2017-04-13", "")] == [True, False, False]


def test_every_day_of_both_years_is_kept(plan, write):
    """Days of 2016 are what days of 2017 are compared with, and of those an earlier one may be what counts."""
    rows = "".join(
        f"gdp,{day},1,,,,,\n" for day in ("2016-03-15", "2016-06-15", "2017-03-15", "2017-06-15")
    )
    held = read_ledger(str(write(HEAD + rows, "l.csv")), plan, SCOPE)
    assert {seen.period.text for seen in held.observations} == {
        "2016-03-15",
        "2016-06-15",
        "2017-03-15",
        "2017-06-15",
    }


def test_a_history_has_every_vintage(plan, write):
    """Without a history the later of two vintages is kept, with it both."""
    path = write(HEAD + "gdp,2017-06,1,,,2017-07-20,,\ngdp,2017-06,2,,,2017-08-20,,\n", "l.csv")
    kept = read_ledger(str(path), plan, SCOPE)
    both = read_ledger(str(path), plan, SCOPE._replace(history=frozenset({"gdp"})))
    assert (
        [seen.value for seen in kept.observations],
        sorted(seen.value for seen in both.observations),
    ) == ([2], [1, 2])


def test_an_earlier_vintage_below_a_later_one_is_no_double(plan, write):
    """The vintages of one figure may stand in any order; the latest counts."""
    rows = "".join(f"gdp,2017-06,{n},,,2017-0{n}-20,,\n" for n in (8, 7, 9, 6))
    assert [
        seen.value
        for seen in read_ledger(str(write(HEAD + rows, "l.csv")), plan, SCOPE).observations
    ] == [9]


def test_only_the_history_that_is_asked_for_is_kept(plan, write):
    """With the history of the one target the other's earlier vintage is still passed over."""
    rows = "".join(
        f"{name},2017-06,{n},,,2017-0{n}-20,,\n"
        for name in ("gdp", "budget-revenue")
        for n in (7, 8)
    )
    held = read_ledger(
        str(write(HEAD + rows, "l.csv")), plan, SCOPE._replace(history=frozenset({"gdp"}))
    )
    assert sorted((seen.target, seen.value) for seen in held.observations) == [
        ("budget-revenue", 8),
        ("gdp", 7),
        ("gdp", 8),
    ]


def test_a_mistake_about_a_column_that_is_not_there_is_the_rows(plan, write):
    """A row with neither value nor growth in a ledger without values is marked from its beginning."""
    (found,) = problems(
        read_ledger, str(write("target,period,growth\ngdp,2017-06,\n", "l.csv")), plan, SCOPE
    )
    assert (found.code, *found.place) == ("E406", 2, 1, 12)


def test_a_doubled_key_names_the_line_of_the_first_key():
    """The first key's own line is told, though its value begins below."""
    assert parse("a:\n  b: 1\na: 2\n", "x.yaml").problems[0].values["first"] == 1


def test_the_range_of_years_is_told_whole():
    """Both ends are in the message."""
    assert {key: fault(parse_year, "1899").values[key] for key in ("low", "high")} == {
        "low": 1900,
        "high": 2200,
    }


@pytest.mark.parametrize("every", [False, True])
def test_a_doubled_vintage_behind_a_bad_row_is_told_with_it(plan, write, every):
    """A row that cannot be read hides nothing that is wrong below it."""
    twice = "trade,2017-06,1,,,2017-07-20,,\ntrade,2017-06,2,,,2017-07-20,,\n"
    rows = "gdp,2017-06,x,,,,,\n" + twice
    with pytest.raises(Failure) as caught:
        read_ledger(str(write(HEAD + rows, "l.csv")), plan, SCOPE, every=every)
    assert [(one.code, one.place.line) for one in caught.value.problems] == [
        ("E301", 2),
        ("E513", 4),
    ]


def test_a_file_that_cannot_be_read_on_is_a_failure(write):
    """What the system says while it reads is told with the path."""
    import io

    from erqi_cli.readers.source import _Regular

    path = str(write("x"))
    with _Regular(path) as stream, open(path, "wb") as writer:
        os.dup2(writer.fileno(), stream.fileno())
        (found,) = problems(io.BufferedReader(stream).read, 1)
    assert (found.code, found.values["path"]) == ("E104", path)


def test_a_check_of_every_vintage_finds_what_nobody_follows(plan, write):
    """A vintage of 2010 that stands twice is found where every one is asked for, and is of no account else."""
    rows = "gdp,2010-06,1,,,2010-07-20,,\ngdp,2010-06,2,,,2010-07-20,,\n"
    path = str(write(HEAD + rows, "l.csv"))
    assert read_ledger(path, plan, SCOPE)[2:] == (2, 2, 0, ())
    with pytest.raises(Failure) as caught:
        read_ledger(path, plan, SCOPE, every=True)
    assert [(one.code, one.place.line) for one in caught.value.problems] == [("E513", 3)]


def test_what_is_opened_can_be_read_whole(monkeypatch, write):
    """A file and standard input, which is read once, give all their bytes as often as they are opened."""
    import io

    data = b"id,value\n" * 200_000
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    for source in (open_bytes(str(write(data))), open_bytes("-")):
        for _ in range(2):
            with source() as stream:
                assert stream.read() == data
            with source() as stream:
                assert (stream.read(5), stream.read(len(data))) == (data[:5], data[5:])


def test_what_is_held_of_standard_input_is_limited_to_the_byte(monkeypatch):
    """With a limit of 1 MiB so much is kept, and one byte more is refused."""
    import io

    monkeypatch.setattr("erqi_cli.readers.source.STDIN_LIMIT_MIB", 1)
    for size in (1 << 20, (1 << 20) + 1):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"#" * size)))
        if size == 1 << 20:
            assert len(open_bytes("-")().read()) == size
        else:
            assert problems(open_bytes, "-")[0].code == "E201"


def test_what_is_asked_of_rows_that_nobody_follows(plan, write):
    """Rows of 2010 alone are counted, known as undated where a day is asked for, and part of a history that is asked for."""
    path = str(write(HEAD + "gdp,2010-06,1,,,,,\ngdp,2010-06,2,,,2010-07-01,,\n", "l.csv"))
    assert read_ledger(path, plan, SCOPE)[2:5] == (2, 2, 0)
    assert read_ledger(path, plan, SCOPE._replace(published_by="2017-12-31"))[2:5] == (2, 1, 1)
    assert [
        seen.value
        for seen in read_ledger(path, plan, SCOPE._replace(history=frozenset({"gdp"}))).observations
    ] == [1, 2]


def test_a_negative_count_is_refused_and_a_first_cell_marked(plan, write):
    """A count below zero is a mistake, and the first cell of a row is marked as wide as it is."""
    rows = "urbanisation.parking-spaces,2017-06,-1,,,,,\nnope,2017-06,1,,,,,\n"
    found = problems(read_ledger, str(write(HEAD + rows, "l.csv")), plan, SCOPE)
    assert [(one.code, *one.place) for one in found] == [("E303", 2, 37, 2), ("E509", 3, 1, 4)]


def test_a_unit_may_hold_a_sign_that_is_no_letter():
    """5km² are five square kilometres."""
    assert [str(part) for part in parse_quantity("5km²", None)] == ["5", "平方公里"]


def test_the_keys_that_are_allowed_are_those_of_the_place(starter):
    """A key that an indicator does not have is told with the keys that it has, not with those of the plan."""
    from erqi_cli.readers.yaml.validator import validate

    document = parse(
        starter.replace("    price_basis:", "    colour: red\n    price_basis:", 1), "x.yaml"
    )
    assert validate(document) is None
    (found,) = document.problems
    assert found.code == "E204"
    assert "price_basis" in found.values["allowed"].split(", ")
    assert "actions" not in found.values["allowed"].split(", ")


def test_a_missing_key_is_named_by_itself(starter):
    """Deep inside a plan the key that is missing is named, not the list that it belongs to."""
    from erqi_cli.readers.yaml.validator import validate

    document = parse(
        starter.replace("    to: gdp", "    too: gdp", 1).replace("  - {target: gdp, ", "  - {", 1),
        "x.yaml",
    )
    assert validate(document) is None
    assert [(one.code, one.values["key"].en) for one in document.problems] == [
        ("E204", "too"),
        ("E205", "target"),
    ]

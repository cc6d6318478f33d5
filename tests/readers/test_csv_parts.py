"""The parts of the CSV reader at their bounds: long lines, places of cells, doubtful rows."""

import io

import pytest

from erqi_cli import Failure
from erqi_cli.domain.observation import ObservationScope
from erqi_cli.errors import Place, Problem
from erqi_cli.output.terminal.messages import problem_lines
from erqi_cli.readers.base_values.read import read_base_values
from erqi_cli.readers.ledger.read import HEADINGS, NEEDED, read_ledger
from erqi_cli.readers.table.locate import Fault, problems_of
from erqi_cli.readers.table.table import read_csv
from erqi_cli.readers.yaml.builder import parse
from erqi_cli.readers.yaml.nodes import place
from tests.conftest import HEAD

MEBIBYTE = 1 << 20


# --- lines and rows


def rows_of(write, data):
    """Return the rows of a ledger, each with its line."""
    return read_csv(
        str(write(data, "l.csv")),
        HEADINGS,
        NEEDED,
        lambda table: [(table.line, cells) for cells in table],
    )


def refused(write, data):
    """Return code and place of each problem of a ledger's form."""
    with pytest.raises(Failure) as caught:
        rows_of(write, data)
    return [(one.code, *one.place[:2]) for one in caught.value.problems]


def test_a_row_has_the_line_on_which_it_begins(write):
    """Blank lines, blank rows and cells of several lines count, and the rows are lists of cells."""
    data = '\nid,period,value\n\n"a",1,2\n,,\n \t, ,\n"b\nb\nb",3,4\r\nc,5,6'
    assert rows_of(write, data) == [
        (4, ["a", "1", "2"]),
        (7, ["b\nb\nb", "3", "4"]),
        (10, ["c", "5", "6"]),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_first_line_may_tell_the_separator(write, sign):
    """The line `sep=` is no heading, with line and row numbers as in the file."""
    data = f"SEP={sign}\r\nid;period;value\r\na;1;2\r\n".replace(";", sign)
    assert rows_of(write, data) == [(3, ["a", "1", "2"])]


@pytest.mark.parametrize("end", ["\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("before", [0, 1, 1000, 900_000])
def test_a_line_may_have_a_mebibyte_and_no_more(write, end, codec, before):
    """Wherever a line begins, it is read up to 1 MiB, and with one character more refused where it begins."""
    rows = (
        HEAD.replace("\n", end)
        + f"gdp,2017-06,1,,,,,{'统' * 9}{end}"
        + f"{' ' * 79}{end}" * (before // 80)
    )
    blank = "," * (MEBIBYTE - 9)
    number = rows.count(end) + 1
    assert refused(write, (rows + blank + "gdp,1,2,3").encode(codec))[-1] == ("E502", number, 1)
    assert refused(write, (rows + blank + "gdp,1,2,34").encode(codec)) == [("E510", number, 1)]


def test_a_quoted_cell_is_not_read_without_end(write):
    """A quote that is never closed is given up after 131,072 characters, on the line on which it opens."""
    assert refused(write, HEAD + 'gdp,2017-06,1,,,,,"' + "x\n" * MEBIBYTE) == [("E510", 2, 1)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ('a,1,2,"x\nb,3,4,y"\n', [("E510", 2, 1)]),
        ('a,1,2,"x\r\nb,3,4,y\r\nc,5,6,z"\n', [("E510", 2, 1)]),
        ('a,1,"2\nb,3,4,y\nc,5,6",z\n', [("E510", 2, 1)]),
        ('"a\nb,1,2,x\nc",1,2,x\nd,1\n', [("E510", 2, 1), ("E502", 5, 1)]),
        ('a,1,2,"x\nb,3,4,y",z,z\n', [("E510", 2, 1)]),
    ],
)
def test_a_quoted_cell_with_a_whole_row_in_it_is_refused(write, rows, found):
    """A line end and as many separators as a row has are a row that stray quotes have swallowed; the next is read on."""
    assert refused(write, "id,period,value,note\n" + rows) == found


@pytest.mark.parametrize(
    "rows", ['a,1,2,"x\nb,3,4"\n', 'a,1,2,"x,y,z,w"\n', 'a,1,2,"x；y\nz，w，v，u"\n']
)
def test_a_quoted_cell_of_several_lines_is_read(write, rows):
    """A line end with fewer separators than a row has is a note of two lines, and so are separators on one line."""
    assert len(rows_of(write, "id,period,value,note\n" + rows)) == 1


def test_a_row_that_headings_have_swallowed_is_refused(write):
    """A stray quote among the headings swallows the first row as any other."""
    assert refused(write, 'id,period,value,"note\na,1,2,x"\nb,1,2,y\n') == [("E510", 1, 1)]


@pytest.mark.parametrize(
    "value",
    ["1,221", "-1,221", "12,345亿元", "约1,221", "１，２２１", " 1,221 ", "¥1,221", "0,221"],
)
def test_one_comma_in_a_semicolon_file_is_ambiguous(plan, write, value):
    """Between semicolons 1,221 is 1.221 or 1221: refused with its cell, whatever stands beside it, and no number given."""
    content = f"target;period;value\ngdp;2017-06;{value}\n"
    with pytest.raises(Failure) as caught:
        read_ledger(str(write(content, "l.csv")), plan, ObservationScope(2016, 2017))
    (found,) = caught.value.problems
    assert (found.code, *found.place) == ("E301", 2, 13, len(value))
    assert "column value" in found.message.en
    assert not any(char.isdecimal() for char in found.hint.zh + found.hint.en)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("target;period;value\ngdp;2017-06;1,221.5\n", "1221.5"),
        ("target;period;value\ngdp;2017-06;1,221,000\n", "1221000"),
        ("target;period;value;note\ngdp;2017-06;1221;1,221\n", "1221"),
        ('target,period,value\ngdp,2017-06,"1,221"\n', "1221"),
        ("target\tperiod\tvalue\ngdp\t2017-06\t1,221\n", "1221"),
    ],
)
def test_a_comma_that_is_not_ambiguous_is_read(plan, write, content, value):
    """Two commas, or a comma and a point, are thousands; so is one comma where the file is separated by something else."""
    (seen,) = read_ledger(
        str(write(content, "l.csv")), plan, ObservationScope(2016, 2017)
    ).observations
    assert str(seen.value) == value


def test_a_zero_byte_is_told_where_it_stands(plan, write):
    """A NUL far down a file is placed, in a row of the right width and in one of another."""
    rows = HEAD + "gdp,2017-06,1,,,,,\n" + ",,,,,,,\n" * 200_000
    for row, column in (("gdp,2017-06,1\0,,,,,\n", 14), ("gdp,\0\n", 5)):
        with pytest.raises(Failure) as caught:
            read_ledger(str(write(rows + row, "l.csv")), plan, ObservationScope(2016, 2017))
        assert [(one.code, *one.place[:2]) for one in caught.value.problems] == [
            ("E216", 200_003, column)
        ]


def test_a_wide_encoding_without_a_mark_is_named(write):
    """Zero bytes among the headings, or bytes that are no text with zeros between, are told as UTF-16 without its mark."""
    for rows, code in (("id,period,value\na,1,2\n", "E216"), ("目标,时期,数值\n甲,1,2\n", "E202")):
        with pytest.raises(Failure) as caught:
            rows_of(write, rows.encode("utf-16-le"))
        assert {one.code for one in caught.value.problems} == {code}
        assert "UTF-16" in caught.value.problems[0].hint.en


# --- places of cells


def placed(line, cell, text, separator=",", **values):
    """Return the place of a fault in a cell of a line, and what is shown."""
    fault = Fault("E301", 1, cell, values, None, text)
    (found,) = problems_of([fault], io.StringIO(line, newline=""), separator, "x.csv")
    return (*found.place,), found.excerpt


@pytest.mark.parametrize(
    ("line", "cell", "text", "found"),
    [
        (",x\r\n", 1, "x", (1, 2, 1)),
        ("a,xy", 1, "xy", (1, 3, 2)),
        ("a,", 1, "", (1, 3, 1)),
        ("a,a,a", 2, "a", (1, 5, 1)),
        ("a;,;x\n", 2, "x", (1, 5, 1)),
        ("g,x,y", None, None, (1, 1, 5)),
        ("a,x", 1, None, (1, 3, 1)),
        ('"a","x"\n', 1, "x", (1, 6, 1)),
        ('"a,b","c,d"\n', 1, "c,d", (1, 8, 3)),
        ('"a",x5\n', None, None, (1, 1, 6)),
    ],
)
def test_a_cell_is_found_in_its_line(line, cell, text, found):
    """A cell of a plain line is found by its number, one of a line with quotes by its text, and a row is its line."""
    separator = ";" if ";" in line else ","
    assert placed(line, cell, text, separator) == (found, line.rstrip("\r\n"))


@pytest.mark.parametrize(
    ("line", "cell", "text"),
    [
        ('"a",x,x\n', 2, "x"),
        ('"a","x""y"\n', 1, 'x"y'),
        ('"a",\n', 1, ""),
        ('"a\n', 1, "x"),
        ('"a",x\n', 1, None),
    ],
)
def test_a_cell_that_is_not_found_is_not_marked(line, cell, text):
    """Where the text of a cell stands twice in its line, in another form or on another line, the line alone is named."""
    assert placed(line, cell, text) == ((1, 1, 1), None)


def test_the_character_that_is_named_is_marked():
    """A hidden character is marked itself, behind the beginning of its cell."""
    assert placed("\u200b,a\u200bb\n", 1, "a\u200bb", char="U+200B")[0] == (1, 4, 1)
    assert placed('"x",a\u200bb\n', 1, "a\u200bb", char="U+200B")[0] == (1, 6, 1)


def test_a_very_long_line_is_not_shown():
    """A line of 10,000 characters is shown, one of 10,001 is only named."""
    for length, shown in ((10_000, True), (10_001, False)):
        at, excerpt = placed("g," + "x" * (length - 2) + "\n", 1, "x" * (length - 2))
        assert (at, excerpt is not None) == ((1, 3, length - 2), shown)


def test_a_fault_on_a_line_that_is_gone_keeps_its_number():
    """Where the file became shorter meanwhile, the line is named and nothing shown; the problems are in the file's order."""
    faults = [
        Fault("E502", 5, None, {}),
        Fault("E502", 2, None, {}),
        Fault("E301", 2, 0, {}, None, "b"),
    ]
    found = problems_of(faults, ["a\n", "b\n"], ",", "x.csv")
    assert [(one.code, one.place[:2], one.excerpt) for one in found] == [
        ("E502", (2, 1), "b"),
        ("E301", (2, 1), "b"),
        ("E502", (5, 1), ""),
    ]


@pytest.mark.parametrize("line", [2, 99_999, 123_456])
def test_the_caret_stands_below_what_it_marks(line):
    """However many digits the number of a line has, the caret stands below the cell."""
    problem = Problem("E301", {"value": "x"}, "l.csv", Place(line, 5, 1), "gdp,x")
    _, shown, marked = problem_lines([problem], "en")
    assert marked.index("^") == shown.index("x")


def test_a_message_names_the_column_and_the_cell(plan, write):
    """Line, heading and text of a cell are in the message, also where its line is not shown; a row has no heading."""
    content = '指标,完成值,时期,备注\n"gdp",1x2,2017-06,"1x2"\ngdp,1\n'
    with pytest.raises(Failure) as caught:
        read_ledger(str(write(content, "l.csv")), plan, ObservationScope(2016, 2017))
    first, second = caught.value.problems
    assert (first.place, first.excerpt) == ((2, 1, 1), None)
    assert first.message == ("“完成值”列：“1x2”不是数字", "column 完成值: '1x2' is not a number")
    assert second.message.en == "the row has 2 cells instead of 4"


def test_a_missing_value_at_the_very_end_is_marked_there(plan, write):
    """The last cell of a file without a last line end is blank: its place is behind the separator."""
    assert problems(plan, write, "id,value\ngdp,") == [("E310", 2, 5)]


def test_a_key_that_is_missing_is_placed_at_the_first_key():
    """A key is placed at its value, a missing one at the first key, and in an empty mapping at the beginning."""
    root = parse("first: 10\nother: {}\n", "x.yaml").root
    assert [place(root, key)[:2] for key in ("first", "absent")] == [(1, 8), (1, 1)]
    assert place(parse("\n\n  first: 1\n", "x.yaml").root, "absent")[:2] == (3, 3)
    assert place(root["other"], "absent") == (1, 1, 1)


# --- the table


def problems(plan, write, content):
    with pytest.raises(Failure) as caught:
        read_base_values(str(write(content, "base.csv")), plan)
    return [(one.code, *one.place[:2]) for one in caught.value.problems]


def test_a_table_is_read_to_its_end(plan, write):
    """Plain rows, rows in quotes and over two lines, and blank ones in between are all read, and a fault behind them is placed."""
    rows = 'gdp,1,\n,,\n\ntrade,2,x\n,,\n"retail-sales",3,"a\nb"\n\n\nbudget-revenue,4,\n'
    held = read_base_values(
        str(write("id,value,note\n" + rows + "urban-income,5,", "base.csv")), plan
    )[0]
    assert {name: int(base.value) for name, base in held.items()} == {
        "gdp": 1,
        "trade": 2,
        "retail-sales": 3,
        "budget-revenue": 4,
        "urban-income": 5,
    }
    assert problems(plan, write, "id,value,note\n" + rows + "x,5,\nx,y\n") == [
        ("E509", 12, 1),
        ("E502", 13, 1),
    ]


def test_a_number_cut_in_two_is_told_among_plain_rows(plan, write):
    """A value whose thousands went into the column of notes is a fault, and a note beside another value is none."""
    rows = "gdp,1,234\ntrade,5,亿元\nretail-sales,6,\n"
    assert problems(plan, write, "id,value,unit\n" + rows) == [("E519", 2, 5)]
    assert (
        len(
            read_base_values(
                str(write("id,value,unit\n" + rows.replace("234", "亿元"), "base.csv")), plan
            )[0]
        )
        == 3
    )


def test_two_hundred_columns_are_looked_at_for_mistyped_headings(plan, write):
    """A heading that is nearly one that is needed is told in column 200, and not looked at in column 201."""
    head, tail = "id," + "#," * 198, "," * 199
    assert [code for code, _, _ in problems(plan, write, f"{head}valeu\ngdp{tail}\n")] == ["E508"]
    assert [code for code, _, _ in problems(plan, write, f"{head}#,valeu\ngdp{tail},\n")] == [
        "E501"
    ]


def test_a_broken_row_behind_sound_ones_has_its_line(plan, write):
    """Rows in quotes, one of them over two lines, are counted as the lines that they take."""
    content = 'id,value,note\n"gdp",1,a\n"trade",2,"b\nc"\n"retail-sales"x,3,\n'
    assert problems(plan, write, content) == [("E510", 5, 1)]


def test_a_table_without_headings_is_told_at_its_first_line(plan, write):
    """A line that names the separator and nothing below it is no table."""
    assert problems(plan, write, "sep=;\n") == [("E507", 1, 1)]

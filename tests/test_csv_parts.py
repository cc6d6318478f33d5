"""The parts of the CSV reader at their bounds: words learned, lines cut, lines without end, places of cells, what is held."""

import io

import pytest

from erqi_cli import Failure
from erqi_cli.plan import columns, csvfile, csvtext, doubles, spool
from erqi_cli.plan.base_values import read_base_values
from erqi_cli.plan.columns import cut, learn
from erqi_cli.plan.csvplaces import Fault, problems_of
from erqi_cli.plan.csvtext import Lines, NoTextError
from erqi_cli.plan.encodings import UTF_8
from erqi_cli.plan.entries import place
from erqi_cli.plan.tree import parse
from erqi_cli.plan.values import ValueFault

MEBIBYTE = 1 << 20


def test_each_word_of_a_column_is_read_once():
    """A word that is known is not read again; one that is wrong stays unknown."""
    read = []

    def length(word):
        read.append(word)
        if not word:
            raise ValueFault("E310")
        return len(word)

    known = {"gdp": 3}
    learn(["gdp", "trade", "trade", ""], known, length)
    assert (known, sorted(read)) == ({"gdp": 3, "trade": 5}, ["", "trade"])


def test_too_many_words_are_forgotten(monkeypatch):
    """As many words as are remembered stay; with one more all are read anew."""
    monkeypatch.setattr(columns, "REMEMBERED", 2)
    known = {"a": 1, "b": 1}
    learn(["c"], known, len)
    assert set(known) == {"a", "b", "c"}
    learn(["d"], known, len)
    assert set(known) == {"d"}


@pytest.mark.parametrize("width", [1, 2, 3])
def test_any_number_of_plain_lines_is_cut(width):
    """One to five rows are cut into their columns, each cell in its place."""
    for count in range(1, 6):
        rows = [[f"r{row}c{column}" for column in range(width)] for row in range(count)]
        text = "".join(",".join(row) + "\n" for row in rows)
        assert cut(text, ",", width) == [list(column) for column in zip(*rows, strict=True)]


def test_a_return_inside_a_line_is_left_to_the_csv_module():
    """A lone return ends a line there, though the cells would come out even."""
    assert cut("a,b\rx\n", ",", 2) is None


def test_text_that_could_hold_too_long_a_cell_is_left_to_the_csv_module():
    """131,072 characters are cut, one more is not."""
    line = "a," + "x" * 131_070
    assert cut(line, ",", 2) is not None
    assert cut(line + "x", ",", 2) is None


# --- lines without end


def text_of(data):
    return "".join(Lines(io.BytesIO(data), UTF_8).lines)


@pytest.mark.parametrize(
    "head",
    [b"", b"\n", b"\r", b"id\n", b"x" * 999_999 + b"\n" + b"y" * 900_000 + b"\r\n", b"x" * MEBIBYTE + b"\n", b"\n" * 3_000_000],
    ids=["none", "newline", "return", "short", "long", "longest", "blank"],
)
def test_a_line_may_have_a_mebibyte_and_no_more(head):
    """Wherever a line begins, it is read up to 1 MiB, and with one byte more refused where it begins."""
    assert text_of(head + b"z" * MEBIBYTE).count("z") == MEBIBYTE
    with pytest.raises(NoTextError) as caught:
        text_of(head + b"z" * (MEBIBYTE + 1))
    assert (caught.value.code, caught.value.offset) == ("E510", len(head))


def test_a_zero_byte_is_told_where_it_stands():
    """A NUL far down a narrow file is found at its offset."""
    data = b"gdp,530\n" * 200_000
    with pytest.raises(NoTextError) as caught:
        text_of(data + b"a\0b")
    assert (caught.value.code, caught.value.offset) == ("E216", len(data) + 1)
    assert csvtext.LONGEST == MEBIBYTE


# --- places of cells


def placed(text, *cells, separator=","):
    """Return the place and the excerpt of faults in cells of the record on line 1."""
    faults = {1: [Fault("E301", 1, cell, {}) for cell in cells]}
    lines = io.StringIO(text, newline="")
    return [((*one.place,), one.excerpt) for one in problems_of(lines, faults, "x.csv", separator)]


@pytest.mark.parametrize(
    ("record", "column", "width"),
    [
        ('"",x\n', 4, 1),
        ('"a",x\n', 5, 1),
        ('"a""",x\n', 7, 1),
        ('"a""""b",xyz\n', 10, 3),
        ('"a,b","c,d"\n', 7, 5),
        (",x\r\n", 2, 1),
        ("a,xy", 3, 2),
        ("a,", 3, 1),
        ("a,x,\n", 3, 1),
    ],
)
def test_the_second_cell_is_found(record, column, width):
    """Whatever stands in the first cell, the second is marked from its beginning to its end."""
    assert placed(record, 1) == [((1, column, width), record.rstrip("\r\n"))]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_cell_behind_line_ends_is_shown_with_its_own_line(end):
    """Of a record of three lines the one is shown that holds the cell, and the caret goes to the end of that line at most."""
    record = f'g,"first{end}b,c{end}last",x,"two{end}lines"{end}next,row{end}'
    assert placed(record, 0, 1, 2, 3) == [
        ((1, 1, 1), 'g,"first'),
        ((1, 3, 6), 'g,"first'),
        ((3, 7, 1), 'last",x,"two'),
        ((3, 9, 4), 'last",x,"two'),
    ]


def test_a_cell_whose_quote_is_never_closed_ends_with_the_file():
    """The cell begins at its quote, and the search for its end stops at the last line."""
    assert placed('g,"x\nlast', 1) == [((1, 3, 2), 'g,"x')]


def test_a_very_long_line_is_not_shown():
    """A line of 10,000 characters is shown, one of 10,001 is only named."""
    for length, shown in ((10_000, True), (10_001, False)):
        ((at, excerpt),) = placed("g," + "x" * (length - 2) + "\n", 1)
        assert (at, excerpt is not None) == ((1, 3, length - 2), shown)


def test_a_fault_on_a_line_that_is_gone_keeps_its_number():
    """Where the file grew shorter meanwhile, the line is named and nothing shown."""
    faults = {5: [Fault("E502", 5, None, {})]}
    (found,) = problems_of(["a\n", "b\n"], faults, "x.csv", ",")
    assert (found.place[:2], found.excerpt) == ((5, 1), None)


def test_a_missing_value_at_the_very_end_is_marked_there(plan, write):
    """The last cell of a file without a last line end is blank: its place is behind the separator."""
    with pytest.raises(Failure) as caught:
        read_base_values(str(write("id,value\ngdp,", "base.csv")), plan)
    assert [(one.code, *one.place) for one in caught.value.problems] == [("E310", 2, 5, 1)]


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


@pytest.mark.parametrize("size", [1, 10, 20, 1000])
def test_a_table_is_read_to_its_end_in_pieces_of_any_size(plan, write, monkeypatch, size):
    """Plain rows, rows in quotes and over two lines, and blank ones in between are all read, and a fault behind them is placed."""
    monkeypatch.setattr(csvfile, "BATCH", size)
    rows = 'gdp,1,\n,,\n\ntrade,2,x\n,,\n"retail-sales",3,"a\nb"\n\n\nbudget-revenue,4,\n'
    held = read_base_values(str(write("id,value,note\n" + rows + "urban-income,5,", "base.csv")), plan)[0]
    assert {name: int(base.value) for name, base in held.items()} == {
        "gdp": 1,
        "trade": 2,
        "retail-sales": 3,
        "budget-revenue": 4,
        "urban-income": 5,
    }
    assert problems(plan, write, "id,value,note\n" + rows + "x,5,\nx,y\n") == [("E509", 12, 1), ("E502", 13, 1)]


def test_a_number_cut_in_two_is_told_among_plain_rows(plan, write):
    """A value whose thousands went into the column of notes is a fault, and a note beside another value is none."""
    rows = "gdp,1,234\ntrade,5,亿元\nretail-sales,6,\n"
    assert problems(plan, write, "id,value,unit\n" + rows) == [("E519", 2, 5)]
    assert len(read_base_values(str(write("id,value,unit\n" + rows.replace("234", "亿元"), "base.csv")), plan)[0]) == 3


def test_two_hundred_columns_are_looked_at_for_mistyped_headings(plan, write):
    """A heading that is nearly one that is understood is told in column 200, and passed over in column 201."""
    head, tail = "id,value," + "#," * 197, "," * 198
    assert problems(plan, write, f"{head}unti\ngdp,5{tail}\n") == [("E508", 1, len(head) + 1)]
    more = str(write(f"{head}#,unti\ngdp,5{tail},\n", "base.csv"))
    assert list(read_base_values(more, plan)[0]) == ["gdp"]


def test_a_broken_row_behind_sound_ones_has_its_line(plan, write):
    """Rows in quotes, one of them over two lines, are counted as the lines that they take."""
    content = 'id,value,note\n"gdp",1,a\n"trade",2,"b\nc"\n"retail-sales"x,3,\n'
    assert problems(plan, write, content) == [("E510", 5, 1)]


def test_a_table_without_headings_is_told_at_its_first_line(plan, write):
    """A line that names the separator and nothing below it is no table."""
    assert problems(plan, write, "sep=;\n") == [("E507", 1, 1)]


# --- what waits in temporary files


@pytest.fixture
def held():
    found = doubles.Doubles()
    yield found
    found.close()


def test_hashes_go_to_disk_when_so_many_are_held(monkeypatch, held):
    """Up to one less than the limit they stay in memory; at the limit all go, each share by itself."""
    monkeypatch.setattr(doubles, "HELD", 4)
    held.add([1, 2, 3])
    assert (held.held, held.lengths) == (3, [])
    held.add([257])
    assert (held.held, [len(share) for share in held.shares], held.kept.tell()) == (0, [0] * 256, 4 * 8)
    assert [list(lengths[:4]) for lengths in held.lengths] == [[0, 2, 1, 1]]


@pytest.mark.parametrize(("most", "looked_at"), [(10, 2), (10, 1000), (7, 3), (100_000, 1)])
def test_doubles_are_found_on_disk_and_in_memory(monkeypatch, held, most, looked_at):
    """Keys that come again at once, much later, or among many of their share are found; the others are not."""
    monkeypatch.setattr(doubles, "HELD", most)
    monkeypatch.setattr(doubles, "LOOKED_AT", looked_at)
    keys = [*range(-300, 900), 512, *range(900, 1200), 0, 899, -300, 1199, 1199, 256 * 77, 256 * 78]
    for start in range(0, len(keys), 3):
        held.add(keys[start : start + 3])
    assert held.found() == {512, 0, 899, -300, 1199}


def test_no_more_doubles_are_looked_for_than_are_told(monkeypatch, held):
    """The search ends as soon as it has as many as are shown."""
    monkeypatch.setattr(doubles, "MOST", 3)
    held.add([*range(10), *range(10)])
    assert held.found() == {0, 1, 2}


def test_a_mebibyte_is_held_in_memory():
    """A temporary file of 1 MiB reaches no disk, one of a byte more does."""
    with spool.temporary() as kept:
        kept.write(b"x" * MEBIBYTE)
        assert not kept._rolled
        kept.write(b"x")
        assert kept._rolled


def test_what_cannot_wait_is_told_with_its_place_and_reason(monkeypatch, tmp_path):
    """The folder that the user chose is named, else the roomy one, else /tmp; the reason is the system's or the error's own."""
    monkeypatch.setenv("TMPDIR", "/chosen")
    told = spool.no_room(OSError(28, "No space left on device")).problems[0]
    assert (told.code, told.values["path"], told.values["reason"]) == ("E702", "/chosen", "No space left on device")
    for name in spool.CHOSEN:
        monkeypatch.delenv(name, raising=False)
    for roomy, path in ((str(tmp_path), str(tmp_path)), (str(tmp_path / "absent"), "/tmp")):  # noqa: S108 -- to name it
        monkeypatch.setattr(spool, "ROOMY", roomy)
        told = spool.no_room(OSError("full")).problems[0]
        assert (told.values["path"], told.values["reason"]) == (path, "full")

"""Which encoding a file is in: told by its bytes, never guessed at the price of a wrong character."""

import io
from functools import partial

import pytest

from erqi_cli import Failure
from erqi_cli.plan import encodings
from erqi_cli.plan.ledger import read_ledger
from erqi_cli.plan.observed import Scope, recordable
from tests.conftest import HEAD

ROWS = (
    "目标,时期,数值,备注\r\n地区生产总值,2017-03,128.4,初步核算\r\n"
    '重大项目年度投资,2017-03,101.7,"区重点办\r\n累计数"\r\n固定资产投资,2017-03,88,无\r\n'
)
SCOPE = Scope(2016, 2017)


def read(plan, write, data):
    return read_ledger(str(write(data, "l.csv")), plan, SCOPE)


def test_a_name_alone_shows_that_a_ledger_is_in_gbk(plan, write):
    """Each name of the plan, as the only Chinese words of a ledger in GBK, comes out as it was written."""
    names = [entry.thing.name.zh for entry in recordable(plan).entries]
    for name in names:
        ledger = read(plan, write, f"{HEAD}gdp,2017-06,1,,,,,{name}\n".encode("gbk"))
        assert (ledger.layout.encoding, ledger.seen[0].note.zh) == ("GB18030", name)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_file_cut_at_any_byte_is_never_read_as_something_else(plan, write, encoding):
    """Cut anywhere, a ledger gives the figures that it held up to there, or is refused with the place."""
    data, name = ROWS.encode(encoding), {"gbk": "GB18030"}.get(encoding, encoding.upper())
    known = {128.4, 101.7, 88}
    problems = []
    for cut in range(data.index("数".encode(encoding.replace("16", "16-le"))), len(data)):
        try:
            ledger = read(plan, write, data[:cut])
        except Failure as failure:
            problems += failure.problems
        else:
            assert ledger.layout.encoding == name
            assert {float(seen.value) for seen in ledger.seen} <= known
    assert len(problems) > 100
    assert all(problem.place or problem.code == "E507" for problem in problems)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 1000])
def test_the_place_of_a_fault_does_not_depend_on_how_the_file_is_read(monkeypatch, size):
    """Read in pieces of any size, the first bytes that are no text are found at the same line and column."""
    monkeypatch.setattr(encodings, "CHUNK", size)
    data = "目标\r\n甲\r乙\n丙丁".encode() + b"\xff" + "戊".encode()
    found = encodings.misfit(partial(io.BytesIO, data), "utf-8")
    assert (found.offset, found.at_end) == (len("目标\r\n甲\r乙\n丙丁".encode()), False)
    assert encodings.place_at(partial(io.BytesIO, data), found.offset, "utf-8-sig") == (4, 3, 1)
    assert encodings.misfit(partial(io.BytesIO, data[:-4]), "utf-8") is None
    assert encodings.misfit(partial(io.BytesIO, data[:-5]), "utf-8").at_end


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("id: 甲\n".encode("utf-16"), "UTF-16"),
        ("id: 甲\n".encode("utf-16-le"), "UTF-16LE"),
        ("id: 甲\n".encode("utf-16-be"), "UTF-16BE"),
        ("二七区计划编制办公室\n目标,时期,数值".encode("utf-16-le"), None),
        ("二七区计划编制办公室\n目标,时期,数值,备注".encode("utf-16-le"), "UTF-16LE"),
        ("id: 甲\n".encode("utf-32-le"), "UTF-32LE"),
        ("id: 𠮷\n".encode("utf-32-be"), "UTF-32BE"),
        ("\n\n\n\n".encode("utf-16-le"), "UTF-16LE"),
        (b"id: x\n\0\0\0\0", None),
        (b"id: \0x\n", None),
        (b"\0" * 100, None),
        ("id: 甲\n".encode(), None),
        ("abc\n".encode("utf-16-le"), "UTF-16LE"),
        ("ab\n".encode("utf-16-le"), None),
        (b"a\0" * 21 + b"\0x", "UTF-16LE"),
        (b"a\0" * 20 + b"\0x", None),
        (("a" * 41 + "甲" * 9).encode("utf-16-be"), "UTF-16BE"),
        (("a" * 40 + "甲" * 10).encode("utf-16-be"), None),
        (b"a\0\0\0" * 4 + b"a\0\0\1", None),
        (b"\0\0\0\0" * 2 + b"a\0\0\0" * 2, None),
        (b"\0\0\0\0" * 2 + b"a\0\0\0" * 3, "UTF-32LE"),
        (b"a\0\3\0" * 4, "UTF-16LE"),
    ],
)
def test_wide_encodings_are_told_by_their_zero_bytes(data, name):
    """UTF-16 and UTF-32 are known with and without a mark; stray zero bytes in a narrow file make it none of them."""
    found = encodings.wide_encoding(data)
    assert (found.name if found else None) == name


def test_a_file_that_changes_while_it_is_read_is_refused():
    """Where the bytes that were no text are gone when they are looked for, the message says that the file changed."""
    sound = partial(io.BytesIO, b"id,value\n")
    for look in (encodings.undecodable, encodings.chinese_windows):
        with pytest.raises(Failure) as caught:
            look(sound, "l.csv")
        assert caught.value.problems[0].code == "E104"


def test_what_stands_around_a_fault_is_looked_at(monkeypatch):
    """Up to so many bytes on either side are taken, also those of other pieces of the file."""
    monkeypatch.setattr(encodings, "CHUNK", 4)
    monkeypatch.setattr(encodings, "AROUND", 5)
    data = b"abcdefg\xff\xffhijklm"
    found = encodings.misfit(partial(io.BytesIO, data), "utf-8")
    assert (found.offset, found.before, found.behind) == (7, b"cdefg", b"\xff\xffhij")
    found = encodings.misfit(partial(io.BytesIO, data[:8]), "utf-8")
    assert (found.before, found.behind, found.at_end) == (b"cdefg", b"\xff", False)
    found = encodings.misfit(partial(io.BytesIO, b"ab\xff"), "utf-8")
    assert (found.before, found.behind) == (b"ab", b"\xff")


def test_places_on_the_first_line():
    """The first byte stands in column 1, and characters of several bytes are one column each."""
    source = partial(io.BytesIO, "ab甲乙\nc".encode())
    assert [encodings.place_at(source, offset, "utf-8")[:2] for offset in (0, 2, 5, 8, 9, 10)] == [
        (1, 1),
        (1, 3),
        (1, 4),
        (1, 5),
        (2, 1),
        (2, 2),
    ]


def test_as_many_broken_characters_as_whole_ones_show_no_utf_8():
    """One character that UTF-8 would know beside one that it would not is no proof: what is sound as GB18030 is read so."""
    assert encodings.undecodable(partial(io.BytesIO, b"\xe7\x94\xb2\xd6\xd0\xa1"), "l.csv") is None
    (found,) = encodings.undecodable(partial(io.BytesIO, "甲乙".encode() + b"\xd6\xd0\xa1"), "l.csv").problems
    assert (found.code, found.place[:2], found.values["iconv"]) == ("E202", (1, 3), "UTF-8")


@pytest.mark.parametrize(
    ("data", "column", "words"),
    [
        (b"ab\xe7", 3, "UTF-8 that was cut off"),
        ("甲".encode() + b"\xff", 2, "damaged UTF-8"),
        (b"ab\xff", 3, "an unknown encoding"),
        ("中文".encode("gbk") + b"\xff\n,", 3, "damaged GB18030"),
        ("中文".encode("gbk") + b"\xd6", 3, "GB18030 that was cut off"),
    ],
)
def test_what_no_encoding_reads_is_told_by_what_it_is_for_the_most_part(data, column, words):
    """Damaged and cut off files are told apart, in the encoding in which they can be read farthest."""
    (found,) = encodings.undecodable(partial(io.BytesIO, data), "l.csv").problems
    assert (found.code, found.place[:2]) == ("E202", (1, column))
    assert words in found.values["encoding"].en

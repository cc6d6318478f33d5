"""Which encoding a file is in: that of its mark, else UTF-8, else GB18030; anything else is refused with its place."""

import codecs
import io
from functools import partial

import pytest

from erqi_cli import Failure
from erqi_cli.domain.observation import ObservationScope
from erqi_cli.readers import encoding as encodings
from erqi_cli.readers.encoding import encoding_of
from erqi_cli.readers.ledger.read import read_ledger
from tests.conftest import HEAD

ROWS = (
    "目标,时期,数值,备注\r\n地区生产总值,2017-03,128.4,初步核算\r\n"
    '重大项目年度投资,2017-03,101.7,"区重点办\r\n累计数"\r\n固定资产投资,2017-03,88,无\r\n'
)
SCOPE = ObservationScope(2016, 2017)


def read(plan, write, data):
    return read_ledger(str(write(data, "l.csv")), plan, SCOPE)


def refused(data, *, lines=False):
    """Return the one problem of bytes that are refused."""
    with pytest.raises(Failure) as caught:
        encoding_of(partial(io.BytesIO, data), "l.csv", lines=lines)
    (found,) = caught.value.problems
    return found


def test_a_name_alone_shows_that_a_ledger_is_in_gbk(plan, write):
    """Each name of the plan, as the only Chinese words of a ledger in GBK, comes out as it was written."""
    names = [target.name.zh for target in plan.targets]
    for name in names:
        ledger = read(plan, write, f"{HEAD}gdp,2017-06,1,,,,,{name}\n".encode("gbk"))
        assert (ledger.layout.encoding, ledger.observations[0].note.zh) == ("GB18030", name)


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
            assert {float(seen.value) for seen in ledger.observations} <= known
    assert len(problems) > 100
    assert all(problem.place or problem.code == "E507" for problem in problems)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "UTF-8"),
        (b"id\n", "UTF-8"),
        ("id: 甲\n".encode(), "UTF-8"),
        ("id: 甲\n".encode("utf-8-sig"), "UTF-8"),
        ("id: 甲\n".encode("gbk"), "GB18030"),
        ("id: 𠮷\n".encode("gb18030"), "GB18030"),
        ("id: 甲\n".encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + "id: 甲\n".encode("utf-16-be"), "UTF-16"),
        (b"x\n" * 600_000 + "甲".encode("gbk"), "GB18030"),
        (b"\xe7\x94\xb2\xd6\xd0\xa1", "GB18030"),
        ("region\n小学\n".encode("gbk"), "GB18030"),
        ("region\n农业\n".encode("gbk"), "GB18030"),
        ("region\n农业，甲\n".encode(), "UTF-8"),
        ("m²\n10 μm\nCafé\n".encode(), "UTF-8"),
        ("Промышленность\n".encode(), "UTF-8"),
    ],
)
def test_the_encoding_is_told_by_the_mark_else_by_the_bytes(data, name):
    """A mark decides; without one a file is UTF-8 if all of it is, else GB18030 if all of it is.

    The four bytes of 小学 in GBK are two Cyrillic letters in UTF-8, which no file has alone.
    """
    assert encoding_of(partial(io.BytesIO, data), "l.csv") == name


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 1000])
@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        ("目标\r\n甲乙\r丙\n丁戊".encode() + b"\xff" + "己".encode(), (4, 3), "damaged UTF-8"),
        ("甲乙丙\n丁".encode()[:-1], (2, 1), "damaged UTF-8"),
        ("甲乙丙".encode() + "丁".encode("gbk") * 2, (1, 4), "damaged UTF-8"),
        ("\ufeff甲乙丙".encode() + b"\xff", (1, 4), "damaged UTF-8"),
        (codecs.BOM_UTF16_BE + "甲\n乙丙".encode("utf-16-be") + b"\xd8", (2, 3), "damaged UTF-16"),
        ("ab\n甲乙".encode("utf-16") + b"\x00\xdc", (2, 3), "damaged UTF-16"),
        (b"ab\xff", (1, 3), "wrong on line 1 as UTF-8, on line 1 as GB18030"),
        (
            "甲\n乙".encode("gbk") + b"\xff\n,",
            (2, 2),
            "wrong on line 1 as UTF-8, on line 2 as GB18030",
        ),
        ("甲\n乙".encode("gbk")[:-1], (2, 1), "wrong on line 1 as UTF-8, on line 2 as GB18030"),
    ],
)
def test_a_damaged_file_is_placed_where_it_stops_being_text(monkeypatch, size, data, place, words):
    """Read in pieces of any size, the first bytes that are no text are found at the same line and column."""
    monkeypatch.setattr(encodings, "CHUNK", size)
    found = refused(data)
    assert (found.code, found.place[:2]) == ("E202", place)
    assert words in found.message.en


def test_three_chinese_characters_show_that_a_file_is_utf_8():
    """Behind two of them bytes that are sound GB18030 are read so; behind three the file is damaged UTF-8."""
    assert (
        encoding_of(partial(io.BytesIO, "甲乙".encode() + "中文".encode("gbk")), "l.csv")
        == "GB18030"
    )
    assert "damaged UTF-8" in refused("甲乙丙".encode() + "中文字".encode("gbk")).message.en


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("id: 甲\n".encode("utf-32"), "it looks like UTF-32"),
        (codecs.BOM_UTF32_BE + "id: 甲\n".encode("utf-32-be"), "it looks like UTF-32"),
        ("目标,时期,数值\n".encode("utf-16-le"), "UTF-16 or UTF-32 without a byte order mark"),
        ("目标,时期,数值\n".encode("utf-16-be"), "UTF-16 or UTF-32 without a byte order mark"),
    ],
)
def test_an_encoding_that_is_not_read_is_named(data, words):
    """UTF-32, and UTF-16 without its mark, are refused as what they are, and the remedy is to convert them."""
    found = refused(data)
    assert (found.code, found.place) == ("E202", None)
    assert words in found.message.en
    assert "UTF-8" in found.hint.en


@pytest.mark.parametrize("before", ["", "\n", "甲\r\n", "甲" * 10 + "\r\n", "甲乙\n" * 7])
def test_a_line_of_a_table_is_no_longer_than_what_is_read_together(monkeypatch, before):
    """Ten characters are read where ten are allowed, eleven are refused with their line; of a document any number is read."""
    monkeypatch.setattr(encodings, "CHUNK", 10)
    data = (before + "乙" * 10).encode()
    assert encoding_of(partial(io.BytesIO, data), "l.csv", lines=True) == "UTF-8"
    found = refused(data + "丙\n".encode(), lines=True)
    assert (found.code, found.place[:2]) == ("E510", (before.count("\n") + 1, 1))
    assert encoding_of(partial(io.BytesIO, data * 2), "l.txt") == "UTF-8"


@pytest.mark.parametrize("data", [b"\xef", b"\xef\xbb"])
def test_a_piece_of_a_byte_order_mark_is_no_text(erqi, tmp_path, data):
    """A file that ends within its byte order mark is damaged, and said to be so."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(data)
    refused = erqi("check", path)
    assert (refused.code, "E202" in refused.err) == (3, True)

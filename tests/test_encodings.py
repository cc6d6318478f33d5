"""Which encoding a file is in: told by its bytes, never guessed at the price of a wrong character."""

import io
from functools import partial

import pytest

from erqi_cli import Failure
from erqi_cli.plan import encodings
from erqi_cli.plan.ledger import read_ledger
from erqi_cli.plan.observed import Scope, recordable

HEAD = "target,period,value,growth,status,published,source,note\n"
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

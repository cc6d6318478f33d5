"""The words of the program: phrases that no native reader would write occur nowhere in it.

Searched are texts, docstrings and comments of the package, the templates, and the shipped plan.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "erqi_cli"
ENGLISH = (
    r"\bis no figure\b",
    r"\bare no figures\b",
    r"\bno figure lost\b",
    r"\bnone misread\b",
    r"\bwhat stands in\b",
    r"\blest\b",
    r"\bfor want of\b",
    r"\bthat of \S+, else\b",
    r"\belse (that )?of\b",
    r"\belse\b[^.;:]{1,60}, else\b",
    r"\bone package more\b",
    r"\bthe value of VALUE\b",
    r"\bhold the plan against\b",
    r"\bvintage that it holds\b",
    r"\bof the same vintage\b",
    r"\bwants to see\b",
    r"\bcompletion is what is used\b",
    r"\boverused\b",
    r"\bis how far growth is\b",
    r"\bon pace where no more is\b",
    r"\bbehind where more is\b",
    r"\bif none is given\b",
    r"\b1 (rows|targets|figures|points|months|days|items|problems|notices|files)\b",
    r"\brows are of other years\b",
    r"\bof them (level|count|share)\b",
    r"× (10,000|100m|10k|1m|ha)\b",
)
"""English that is grammatical, and that nobody writes."""
CHINESE = (
    "多用、少用",
    "超限、限内",
    "此为增速的区间",
    "达到为达到",
    "否则未达到",
    "因没有可用的",
    "说不清",
    "无从",
    "同步于",
    "到期为准",
    "随时有效",
    "计划自己的文字",
    "要么完整要么不写",
    "不认识的",
    "改变 kind",
    "打算",
    "缘由",
    "用词",
    "-[0-9.]+百分点",
)
"""Chinese that no official document would use."""


@cache
def _texts(path: Path) -> tuple[str, ...]:
    """Return the texts of a file, read once."""
    return tuple(_texts_of(path))


def _texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of a file: of Python its strings, joined, and its comments; else all of it."""
    text = path.read_text("utf-8")
    text = re.sub(r"```.*?```", "", text, flags=re.DOTALL)  # examples are the program's own words
    if path.suffix != ".py":
        yield " ".join(text.split())
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield " ".join(node.value.split())
    yield from re.findall(r"#.*", text)


def _files() -> list[Path]:
    files = [
        *PACKAGE.rglob("*.py"),
        *PACKAGE.rglob("*.yaml"),
        *PACKAGE.rglob("*.html"),
        *PACKAGE.rglob("*.j2"),
    ]
    files += [
        *PACKAGE.rglob("*.po"),
        *PACKAGE.rglob("*.md"),
        ROOT / "README.md",
        ROOT / "data" / "targets.yaml",
    ]
    return sorted(files)


@pytest.mark.parametrize("phrase", [*ENGLISH, *CHINESE])
def test_no_text_of_the_program_has_the_phrase(phrase):
    """Help, messages, docstrings and comments are plain modern English and official Chinese."""
    pattern = re.compile(phrase, re.IGNORECASE)
    found = []
    for path in _files():
        name = path.relative_to(ROOT).as_posix().removeprefix("erqi_cli/")
        found += [f"{name}: {text}" for text in _texts(path) if pattern.search(text)]
    assert found == []


def test_the_search_finds_what_it_looks_for(tmp_path):
    """A phrase is found in a string that is split over two lines, in a docstring and in a comment."""
    module = tmp_path / "module.py"
    module.write_text(
        '"""Lest we err."""\nx = (\n    "for want "\n    "of data"\n)  # 无从比较\n', "utf-8"
    )
    texts = list(_texts(module))
    for phrase in (r"\blest\b", r"\bfor want of\b", "无从"):
        assert any(re.search(phrase, text, re.IGNORECASE) for text in texts)

"""The README and the help topics tell the truth: their examples run, and print what is shown.

Each document has a directory of its own. The files that it shows are written there first: a fenced block whose first
line names a file (```csv ledger.csv). Then its examples run there in their order, as on a terminal of 80 columns.
ERQI_UPDATE_README=1 writes the outputs anew.
"""

import doctest
import os
import re
import shlex
import unicodedata

import pytest

from erqi_cli.results.topics.topics import FOLDER, TOPICS, topic_path
from tests.conftest import ROOT

README = ROOT / "README.md"
LANGUAGES = ("en", "zh")
TOPIC_PATHS = [topic_path(topic, lang) for topic in TOPICS for lang in LANGUAGES]
DOCUMENTS = [str(README), *TOPIC_PATHS]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FILE = re.compile(r"```\w+ (\S+)\n(.*?)```", re.DOTALL)
FENCED = re.compile(r"^```.*?^```\n", re.DOTALL | re.MULTILINE)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
INLINE = re.compile(r"`(erqi [^`]*)`")
PLACEHOLDER = re.compile(r"\b[A-Z]{3,}\b|…|erqi help (主题|命令)")
MAX_README_BYTES = 12_288
MAX_PROSE_CELLS = 78
COLUMNS = 80
STILTED = (
    "is no figure",
    "are no figures",
    "what stands in",
    "lest ",
    "for want of",
    "else of",
    "wants to see",
    "1 rows",
    " holds ",
    "stands in",
    "打算",
    "缘由",
    "无从",
    "不认识的",
)
"""Phrases that people do not write."""


def read(path):
    with open(path, encoding="utf-8") as stream:
        return stream.read()


def named(path):
    return os.path.relpath(path, ROOT).replace("erqi_cli/results/topics/", "")


def prose(text):
    """Return a document without its fenced blocks."""
    return FENCED.sub("", text)


def examples(text):
    """Return (command, output) of every example."""
    for block in BLOCK.findall(text):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            yield command, output


@pytest.fixture
def shown(erqi, monkeypatch, tmp_path):
    """Return what a command shows on a terminal of 80 columns."""
    monkeypatch.setattr("erqi_cli.cli.write.terminal_width", lambda: COLUMNS)
    monkeypatch.chdir(tmp_path)

    def run(command):
        words = shlex.split(command)
        assert words[0] == "erqi"
        done = erqi(*words[1:], env={"LANG": "C.UTF-8"})
        assert done.code in (0, 6), done.err
        return done.out + done.err

    return run


@pytest.fixture
def write_files(tmp_path):
    """Write the files that a document shows."""

    def write(text):
        for name, content in FILE.findall(text):
            (tmp_path / name).write_text(content, "utf-8")

    return write


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_example_prints_what_is_shown(path, shown, write_files):
    """Each console example's output is the program's, to the letter."""
    text = read(path)
    write_files(text)
    if os.environ.get("ERQI_UPDATE_README"):
        rewritten = BLOCK.sub(lambda block: _rewritten(block[1], shown), text)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(rewritten)
        return
    for command, output in examples(text):
        assert shown(command) == output, command


def _rewritten(block, shown):
    parts = [part.partition("\n")[0] for part in block.split("$ ")[1:]]
    return "```console\n" + "".join(f"$ {command}\n{shown(command)}" for command in parts) + "```"


def test_the_readme_has_five_examples_and_is_short():
    """The README is at most 12 KB and shows at least five examples with their output."""
    assert README.stat().st_size <= MAX_README_BYTES
    assert len(list(examples(read(README)))) >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_python_examples_run(lang, monkeypatch, tmp_path, write_files):
    """The examples of the topic on Python print what it says."""
    path = os.path.join(FOLDER, lang, "python.md")
    monkeypatch.chdir(tmp_path)
    write_files(read(path))
    without_fences = re.sub(r"^```.*$", "", read(path), flags=re.MULTILINE)
    parsed = doctest.DocTestParser().get_doctest(without_fences, {}, path, path, 0)
    assert len(parsed.examples) >= 3
    runner = doctest.DocTestRunner()
    runner.run(parsed)
    assert runner.failures == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_and_exit_code_is_in_its_topic(lang):
    """The lists of commands and exit codes are complete."""
    from erqi_cli.cli import erqi
    from erqi_cli.errors import ExitCode

    commands = read(os.path.join(FOLDER, lang, "commands.md"))
    for name in erqi.list_commands(None):
        assert re.search(rf"^- `erqi {name}[ `]", commands, re.MULTILINE), name
    exit_codes = read(os.path.join(FOLDER, lang, "exit-codes.md"))
    for code in ExitCode:
        assert re.search(rf"^- {code.value}[:：]", exit_codes, re.MULTILINE), code


RESULTS = (
    "project gdp",
    "show indicator gdp",
    "track gdp",
    "track gdp --history",
    "explain gdp",
    "explain E203",
    "solve gdp --years 2",
    "ratios",
    "check",
    "schedule --action 4",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", RESULTS)
def test_every_key_of_the_json_documents_is_in_its_topic(command, lang, erqi):
    """The topic on JSON names every key of a document and of its rows."""
    text = read(os.path.join(FOLDER, lang, "json.md"))
    document = erqi(*command.split(), "--format", "json").json
    for key in (*document, *document["rows"][0]):
        assert f"`{key}`" in text, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_of_a_plan_is_in_its_topic(lang):
    """The topic on the plan names every key that the reader knows."""
    from erqi_cli.readers.yaml.forms import PLAN_FORM, Form

    text = read(os.path.join(FOLDER, lang, "plan.md"))
    forms = [PLAN_FORM]
    for form in forms:
        for key in form.keys:
            assert f"`{key.name}`" in text, f"{form.name}: {key.name}"
            if isinstance(key.takes, Form) and key.takes not in forms:
                forms.append(key.takes)
    assert len(forms) > 8


def mentioned(text):
    """Return every command line that a document mentions without its output."""
    found = INLINE.findall(re.sub(r"\s*\n\s*", " ", prose(text)))
    for block in SHELL.findall(text):
        for line in block.split("\n"):
            if line.startswith("erqi "):
                found.append(re.split(r" [|>#]|\s>", line)[0])
    return [command for command in found if not PLACEHOLDER.search(command)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_commands_in_the_text_are_commands(path, erqi, tmp_path, monkeypatch, write_files):
    """Every command line that a document mentions is understood; the files that it names may be missing."""
    from erqi_cli.errors.exit_codes import ExitCode

    text = read(path)
    monkeypatch.chdir(tmp_path)
    write_files(text)
    for command in mentioned(text):
        words = shlex.split(command)[1:]
        done = erqi(*words, *(["-h"] if len(words) == 1 else []))
        assert done.code not in (ExitCode.FAULT, ExitCode.USAGE), (command, done.err)


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
def test_a_topic_has_the_same_parts_in_both_languages(topic):
    """A topic's English and Chinese texts have the same number of headings, items, examples and files."""
    counts = []
    for lang in LANGUAGES:
        text = read(os.path.join(FOLDER, lang, f"{topic}.md"))
        outside = prose(text)
        counts.append(
            (
                len(re.findall(r"^#+ ", outside, re.MULTILINE)),
                len(re.findall(r"^- ", outside, re.MULTILINE)),
                len(list(examples(text))),
                len(FILE.findall(text)),
            )
        )
    assert counts[0] == counts[1]


def test_both_languages_have_the_same_topics():
    """The folder of each language has one text for each topic, and nothing else."""
    for lang in LANGUAGES:
        names = {f"{topic.name}.md" for topic in TOPICS}
        assert set(os.listdir(os.path.join(FOLDER, lang))) == names


def cells(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize("path", TOPIC_PATHS, ids=named)
def test_the_prose_of_a_topic_reads_well_in_a_pipe(path):
    """A line of prose takes at most 78 cells; a topic begins with its heading."""
    text = read(path)
    assert text.startswith("# ")
    for line in prose(text).split("\n"):
        assert cells(line) <= MAX_PROSE_CELLS, line


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_documents_are_free_of_stilted_phrases(path):
    """No document has a phrase that people do not write."""
    text = prose(read(path)).lower()
    for phrase in STILTED:
        assert phrase not in text

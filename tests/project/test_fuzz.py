"""The fuzzer: that it runs, and that it finds a fault which is there."""

import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT

FAULTS = {
    "an exception": "raise KeyError(code)",
    "a hang": "while True: pass",
    "memory": "kept = b'x' * (600 << 20)",
}
FAULTY = "        **values: object,\n    ) -> Problem:\n"
"""Where they are put in: the function that every mistake in a plan goes through."""


def fuzz(folder, *words):
    """Run the fuzzer of a checkout for two seconds, without atheris, which is not everywhere."""
    command = [
        sys.executable,
        "tests/fuzz/run.py",
        "--engine",
        "hypothesis",
        "--seconds",
        "2",
        *words,
    ]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=200
    )


@pytest.mark.process
@pytest.mark.parametrize("reader", ["plan", "ledger", "base-values"])
def test_two_seconds_find_nothing(reader, tmp_path):
    """Each reader takes or refuses in words whatever the fuzzer makes in two seconds."""
    done = fuzz(ROOT, "--reader", reader, "--keep", str(tmp_path / "found"))
    assert done.returncode == 0, done.stdout
    assert "nothing found" in done.stdout
    assert not (tmp_path / "found").exists()


@pytest.mark.process
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_is_there_is_found_and_its_input_kept(fault, tmp_path):
    """An exception, a hang and a waste of memory in a reader end in exit code 1, with the input in a file."""
    copy = tmp_path / "copy"
    for name in ("erqi_cli", "tests", "data"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    source = copy / "erqi_cli" / "readers" / "yaml" / "tree.py"
    text = source.read_text("utf-8")
    assert FAULTY in text
    source.write_text(text.replace(FAULTY, f"{FAULTY}        {FAULTS[fault]}\n"), "utf-8")
    done = fuzz(copy, "--reader", "plan", "--keep", str(tmp_path / "found"))
    assert done.returncode == 1, done.stdout
    assert "FOUND something" in done.stdout
    assert [path.name.startswith("fuzz_plan") for path in (tmp_path / "found").iterdir()] == [True]

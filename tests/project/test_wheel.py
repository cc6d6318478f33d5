"""The wheel as a user installs it: what it holds, and that it works with nothing of the checkout in reach."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import PLAN, ROOT

TOPICS = ROOT / "erqi_cli" / "results" / "topics"
WHEEL = os.environ.get("ERQI_WHEEL")
needs_wheel = pytest.mark.skipif(not WHEEL, reason="ERQI_WHEEL names no wheel to look at")


@needs_wheel
def test_the_wheel_holds_the_package_and_the_plan():
    """Every module, the plan, both starters, the wall chart's page, click's messages, the help topics and the typing mark are in the wheel, and nothing else."""
    with zipfile.ZipFile(WHEEL) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
        plan = wheel.read("erqi_cli/data/targets.yaml")
    source = {str(path.relative_to(ROOT)) for path in (ROOT / "erqi_cli").rglob("*.py")}
    page = {
        f"erqi_cli/output/html/templates/{name}" for name in ("page.html", "style.css", "cards.css")
    }
    catalogue = {f"erqi_cli/i18n/locale/zh/LC_MESSAGES/click.{ending}" for ending in ("po", "mo")}
    topics = {
        f"erqi_cli/results/topics/{path.parent.name}/{path.name}" for path in TOPICS.rglob("*.md")
    }
    assert names == source | page | catalogue | topics | {
        "erqi_cli/data/targets.yaml",
        "erqi_cli/readers/yaml/starter.yaml",
        "erqi_cli/readers/yaml/starter-years.yaml",
        "erqi_cli/py.typed",
    }
    assert plan == PLAN.read_bytes()


@needs_wheel
def test_the_installed_wheel_does_the_main_job(tmp_path):
    """From an empty directory the installed program prints the projection, in both languages."""
    script = Path(sys.executable).parent / "erqi"
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}
    for lang, name in (("en", "Gross domestic product"), ("zh", "地区生产总值")):
        command = [script, "project", "--baseline", "--lang", lang]
        done = subprocess.run(command, cwd=tmp_path, env=bare, capture_output=True, check=True)
        assert name in done.stdout.decode()
        assert "571.16" in done.stdout.decode()
    chart = [script, "report", "--format", "html", "--lang", "zh"]
    assert (
        "地区生产总值"
        in subprocess.run(
            chart, cwd=tmp_path, env=bare, capture_output=True, check=True
        ).stdout.decode()
    )
    where = [sys.executable, "-c", "import erqi_cli; print(erqi_cli.__file__)"]
    found = subprocess.run(
        where, cwd=tmp_path, env=bare, capture_output=True, check=True, text=True
    ).stdout
    assert not Path(found.strip()).is_relative_to(ROOT)

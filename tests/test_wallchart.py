"""The wall chart: what it holds, that it needs nothing else, and how a real browser shows it on screens and paper."""

import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from erqi_cli.results.words import VERDICTS
from tests.conftest import ROOT

pytest.importorskip("jinja2", reason="the extra `report` is not installed")
LEDGER = ROOT / "tests" / "files" / "ledger.csv"
TONGUES = ("zh", "en", "both")
WIDTHS = (390, 1024, 1680)
A3 = {"width": 1587, "height": 1123}
"""An A3 sheet in landscape, in CSS pixels."""
VOID = {"meta", "link", "br", "rect", "use", "path", "circle"}
HOSTILE = (
    "<script>alert(1)</script> \"quoted\" 'single' & {{ 7*7 }} {% raw %} </style> <img src=x onerror=alert(1)>",
    "长" * 280,
    "W" * 280,
    "مؤشر الاختبار العربي اسم طويل",
    "=cmd|'/c calc'!A0",
    "[red]bold[/red] :smile: %s {} \U0001f468\u200d\U0001f469".replace("\u200d", ""),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("wallchart")


@pytest.fixture
def page(erqi, tmp_path):
    """Write a wall chart and return its text."""

    def written(*words):
        path = tmp_path / "chart.html"
        done = erqi("report", "-o", path, *words)
        assert (done.code, done.out) == (0, ""), done.err
        return path.read_text("utf-8")

    return written


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in order; keeps texts, tags with attributes, and headings."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_page_is_whole_and_needs_nothing_else(page, tongue):
    """A page is well-formed, without script, and refers to nothing outside itself."""
    read = Reader(page("--lang", tongue, "--ledger", LEDGER))
    names = {tag for tag, _ in read.tags}
    assert not names & {"script", "iframe", "img", "object", "embed", "form"}
    for tag, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("src", "href", "action", "srcset"):
            assert str(attributes.get(name, "#")).startswith(("#", "data:,")), (tag, attributes)
    text = page("--lang", tongue)
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_every_target_and_every_figure_of_the_tracking_is_there(erqi, page, plan, tongue):
    """All 40 targets stand on the chart with name, status and the figures that `erqi track` gives."""
    words = "".join(Reader(page("--lang", tongue, "--ledger", LEDGER)).words)
    rows = erqi("track", "--ledger", LEDGER, "--format", "json").json["rows"]
    assert len(rows) == 40
    for row in rows:
        assert row["name"][tongue] in words
        assert VERDICTS[row["status"]].pick(tongue) in words
        if row["completion_percent"] is not None:
            assert f"{row['completion_percent']:.2f}%" in words
    for action in plan.actions:
        assert action.name.pick(tongue) in words
        for target in action.targets:
            assert target.name.pick(tongue) in words


def test_projected_values_and_bases_are_those_of_project(page):
    """Base and projected values are the figures of `erqi project`; without a base there is an index and no level."""
    words = "".join(Reader(page("--lang", "zh")).words)
    for figure in ("524亿元", "571.16亿元", "30.975亿元", "400.4亿元", "38,375.64元", "指数103"):
        assert figure in words
    assert "530亿元" in "".join(Reader(page("--lang", "zh", "--set", "gdp.baseline=530")).words)


def test_the_chart_says_what_it_is_of(page):
    """Plan, meeting, the data's date, the year's share, what-ifs, notes and sources stand on it."""
    words = "".join(Reader(page("--lang", "en", "--ledger", LEDGER, "--set", "gdp.growth=8.5%")).words)
    for part in (
        "Data as of 2017-06",
        "50.00%",
        "Second (enlarged) plenary meeting",
        "Gross domestic product: growth 8.5%",
        "preliminary (P), Henan Daily",
        "The 2017 value is at 2016 prices and scope",
        "Henan Daily (Jinshuihe client)",
        "behind",
    ):
        assert part in words
    both = Reader(page("--lang", "both"))
    assert {attributes.get("lang") for _, attributes in both.tags} >= {"zh-Hans", "en"}
    assert "数据截至2017" in "".join(both.words)
    assert "Data as of 2017" in "".join(both.words)


def test_a_bar_is_drawn_to_scale():
    """Completion is drawn against a scale of 120 percent: half done reaches 41.67% of the width, the target 83.33%."""
    from decimal import Decimal

    from erqi_cli.output.html import drawn
    from erqi_cli.results.shape import Bar

    assert drawn(Bar(Decimal(50), Decimal(75))) == ("41.67%", "62.5%", "83.33%", False)
    assert drawn(Bar(Decimal(131), Decimal(75))) == ("100%", "62.5%", "83.33%", True)
    assert drawn(Bar(Decimal(0), None)) == ("0%", None, "83.33%", False)
    assert drawn(Bar(Decimal(-3), None)).filled == "0%"
    assert drawn(Bar(Decimal("0.01"), None)).filled == "0.83%"


def test_the_same_input_gives_the_same_page(page):
    """No clock, no chance: two runs write the same bytes."""
    assert page("--ledger", LEDGER) == page("--ledger", LEDGER)


def test_statuses_have_a_shape_and_a_word(page):
    """Each status in use has a symbol of its own form, besides its word and its colour."""
    text = page("--lang", "en", "--ledger", LEDGER)
    shapes = dict(re.findall(r'<symbol id="(\w+)"[^>]*>(.*?)</symbol>', text))
    assert set(shapes) == set(VERDICTS)
    assert shapes.pop("met") == shapes["done"]
    assert len(set(shapes.values())) == len(shapes)


@pytest.fixture
def hostile(write):
    """Return a plan whose texts are hostile to a page."""
    import json

    starter = (ROOT / "erqi_cli" / "plan" / "starter.yaml").read_text("utf-8")
    for at, name in enumerate(("地区生产总值", "进出口总值", "项目建设", "年度投资", "安置房竣工比例", "示范区2026年计划")):
        starter = re.sub(
            rf"name: {{zh: {name}, en: [^}}]*}}", lambda _, at=at: f"name: {json.dumps(HOSTILE[at], ensure_ascii=False)}", starter
        )
    return write(starter)


def test_every_text_of_a_plan_is_escaped(page, hostile):
    """Markup, templates and quotes in a plan's names are shown and not obeyed."""
    text = page("--plan", hostile, "--lang", "both")
    read = Reader(text)
    assert "<script" not in text
    assert "<img" not in text
    assert "{{ 7*7 }}" in "".join(read.words)
    assert HOSTILE[0] in "".join(read.words)


@pytest.fixture(scope="module")
def chromium():
    """Start a headless Chromium."""
    required = os.environ.get("ERQI_REQUIRE_BROWSER")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        if required:
            pytest.fail("a browser is required here and absent")
        pytest.skip("no Chromium, or no playwright to drive it")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=quiet)
        yield browser
        browser.close()


@pytest.fixture
def shown(chromium):
    """Open a page and return it with the messages of its console."""
    contexts = []

    def opened(path, **settings):
        context = chromium.new_context(offline=True, **settings)
        contexts.append(context)
        tab, messages = context.new_page(), []
        tab.on("console", lambda message: messages.append(message.text))
        tab.on("pageerror", lambda error: messages.append(str(error)))
        tab.on(
            "request", lambda request: messages.append(request.url) if not request.url.startswith(("file:", "data:")) else None
        )
        tab.goto(f"file://{path}")
        return tab, messages

    yield opened
    for context in contexts:
        context.close()


OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth, bad = [];
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest('.hidden, .symbols, thead') || !one.getClientRects().length) continue;
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (!one.closest('svg') && (box.right > wide + 1 || box.left < -1)) bad.push(['outside', one.outerHTML.slice(0, 90)]);
    if (style.overflow !== 'visible' && !one.closest('svg') && one.scrollWidth > one.clientWidth + 1) bad.push(['clipped', one.outerHTML.slice(0, 90)]);
  }
  return bad;
}"""
OVERLAPS = """() => {
  const boxes = cell => {
    const range = document.createRange(); range.selectNodeContents(cell);
    return [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  };
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.45 * Math.min(a.height, b.height);
  const bad = [];
  for (const row of document.querySelectorAll('tbody tr')) {
    const cells = [...row.children].filter(cell => !cell.classList.contains('progress'));
    cells.forEach((one, at) => cells.slice(at + 1).forEach(other => {
      if (boxes(one).some(a => boxes(other).some(b => meet(a, b)))) bad.push([one.innerText, other.innerText]);
    }));
  }
  return bad;
}"""


def chart(erqi, folder, *words):
    path = folder / f"chart-{len(list(folder.iterdir()))}.html"
    assert erqi("report", "-o", path, *words).code == 0
    return path


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_is_clipped_or_overlaps(erqi, folder, shown, tongue, width):
    """At the width of a phone, a tablet and a desk everything stands inside the page, beside and not over each other."""
    tab, messages = shown(chart(erqi, folder, "--lang", tongue, "--ledger", LEDGER), viewport={"width": width, "height": 900})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    assert messages == []
    keep(tab, f"{tongue}-{width}")


@pytest.mark.parametrize("tongue", TONGUES)
def test_on_paper_nothing_overflows_or_overlaps(erqi, folder, shown, tongue):
    """As printed on A3 the same holds, and what is to be read from afar is at least 13 points large."""
    tab, _ = shown(chart(erqi, folder, "--lang", tongue, "--ledger", LEDGER), viewport=A3)
    tab.emulate_media(media="print")
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    sizes = tab.evaluate(
        "[...document.querySelectorAll('tbody th, .verdict, td.actual b, td.actual_growth, h3, .state .counts')]"
        ".map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) > 12.99


def test_the_shipped_plan_prints_on_one_sheet_and_a_page_of_notes(erqi, folder, shown):
    """In Chinese the chart is an A3 sheet in landscape with all eight actions, and its notes follow on a second page."""
    tab, _ = shown(chart(erqi, folder, "--lang", "zh", "--ledger", LEDGER))
    data = tab.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) <= 2
    (box,) = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data))
    assert [round(float(side)) for side in box.split()][2:] == [1191, 842]
    if words := text_of(data, folder):
        assert "和谐稳定共建行动" in words.split("\f")[0]


def text_of(data, folder):
    """Return a PDF's text where poppler is installed."""
    import subprocess

    if not shutil.which("pdftotext"):
        return ""
    path = folder / "chart.pdf"
    path.write_bytes(data)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(erqi, folder, shown, scheme, width):
    """Axe-core finds no fault of contrast, structure or naming, in light and dark and at each width."""
    script = os.environ.get("ERQI_AXE")
    if not script:
        if os.environ.get("ERQI_REQUIRE_BROWSER"):
            pytest.fail("ERQI_AXE is to name axe.min.js here")
        pytest.skip("ERQI_AXE names no axe.min.js")
    path = chart(erqi, folder, "--lang", "both", "--ledger", LEDGER)
    tab, _ = shown(path, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    tab.add_script_tag(content=Path(script).read_text("utf-8"))
    found = tab.evaluate("axe.run()")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert [one["id"] for one in found["incomplete"]] == []
    assert len(found["passes"]) > 15
    keep(tab, f"{scheme}-{width}")


def test_without_colour_the_states_differ(erqi, folder, shown):
    """In black and white every status still has a form and a word of its own beside it."""
    tab, _ = shown(chart(erqi, folder, "--lang", "en", "--ledger", LEDGER), viewport=A3)
    pairs = tab.evaluate(
        "[...document.querySelectorAll('.verdict')].map(one => [one.querySelector('use').getAttribute('href'), one.innerText.trim()])"
    )
    assert len(pairs) == 40
    forms = {}
    for form, word in pairs:
        assert forms.setdefault(form, word) == word
    assert len(forms) == len(set(forms.values())) >= 5


@pytest.mark.parametrize("width", WIDTHS)
def test_a_hostile_plan_is_text(erqi, folder, shown, hostile, width):
    """Names with markup, of 280 letters without a space, or from right to left are shown as text inside the page."""
    tab, messages = shown(chart(erqi, folder, "--plan", hostile, "--lang", "both"), viewport={"width": width, "height": 900})
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    assert messages == []
    assert HOSTILE[0] in tab.inner_text("body")


def keep(tab, name):
    """Save a picture where ERQI_PICTURES names a folder, for the eyes of who changes the chart."""
    if folder := os.environ.get("ERQI_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

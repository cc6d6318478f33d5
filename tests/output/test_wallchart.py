"""The wall chart: what it holds, that it needs nothing else, and how a real browser shows it on screens and paper."""

import os
import re
import shutil
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest

from erqi_cli import load_plan
from erqi_cli.domain.vocabulary import Kind, Status
from erqi_cli.results.labels import STATUS_SIGNS, STATUSES
from erqi_cli.results.tracking.columns import status_tone
from erqi_cli.results.tracking.wording import progress_bar
from tests.conftest import HEAD, ROOT

pytest.importorskip("jinja2", reason="the extra `report` is not installed")
LEDGER = ROOT / "tests" / "files" / "ledger.csv"
KINDS = (
    "--plan",
    ROOT / "tests" / "files" / "kinds.yaml",
    "--ledger",
    ROOT / "tests" / "files" / "kinds.csv",
)
"""A plan with falls, ranges, limits, a milestone and targets in step, and where they stand."""
SHIPPED = ("--ledger", LEDGER)
REPORT_LANGUAGES = ("zh", "en", "both")
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


@pytest.fixture(scope="session")
def full_ledger(plan, tmp_path_factory):
    """Return a ledger in which every scored target has a figure, and every one is missed."""
    path = tmp_path_factory.mktemp("ledgers") / "full.csv"
    path.write_text("".join(late_rows_of(plan)), "utf-8")
    return path


LONG_SOURCE = "市统计局关于全年国民经济和社会发展主要指标完成情况的快报（初步核算数）"


def late_rows_of(plan):
    """Yield a ledger whose growths are 4.37 points short, whose amounts at 43.21% at the end of the year."""
    yield HEAD
    for target in plan.targets:
        value, growth = "", ""
        if not target.is_scored:
            continue
        if target.is_judged_on_growth:
            growth = f"{target.figure - Decimal('4.37')}%"
        elif target.kind is Kind.MILESTONE and target.unit is None:
            value = "0"
        else:
            value = f"{target.value * Decimal('0.4321'):.2f}"
            value += "%" if target.kind is Kind.SHARE else ""
        yield f"{target.id},2017-12,{value},{growth},P,2018-01-20,{LONG_SOURCE},\n"


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


@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_the_page_is_whole_and_needs_nothing_else(page, languages):
    """A page is well-formed, without script, and refers to nothing outside itself."""
    read = Reader(page("--lang", languages, "--ledger", LEDGER))
    names = {tag for tag, _ in read.tags}
    assert not names & {"script", "iframe", "img", "object", "embed", "form"}
    for tag, attributes in read.tags:
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("src", "href", "action", "srcset"):
            assert str(attributes.get(name, "#")).startswith(("#", "data:,")), (tag, attributes)
    text = page("--lang", languages)
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("languages", ["zh", "en"])
def test_every_target_and_every_figure_of_the_tracking_is_there(erqi, page, plan, languages):
    """All 40 targets stand on the chart with name, status and the figures that `erqi track` gives."""
    words = "".join(Reader(page("--lang", languages, "--ledger", LEDGER)).words)
    rows = erqi("track", "--ledger", LEDGER, "--format", "json").json["rows"]
    assert len(rows) == 40
    for row in rows:
        assert row["name"][languages] in words
        assert STATUSES[row["status"]].pick(languages) in words
        if row["completion_percent"] is not None:
            assert f"{row['completion_percent']:.2f}%" in words
    for action in plan.actions:
        assert action.name.pick(languages) in words
        for target in action.targets:
            assert target.name.pick(languages) in words


def test_projected_values_and_bases_are_those_of_project(page):
    """Base and projected values are the figures of `erqi project`; without a base there is an index and no level."""
    words = "".join(Reader(page("--lang", "zh")).words)
    for figure in ("524亿元", "571.16亿元", "30.975亿元", "400.4亿元", "38,375.64元", "指数103"):
        assert figure in words
    assert "530亿元" in "".join(Reader(page("--lang", "zh", "--set", "gdp.baseline=530")).words)


def test_the_chart_says_what_it_is_of(page):
    """Plan, meeting, the data's date, the year's share, what-ifs, notes and sources stand on it."""
    words = "".join(
        Reader(page("--lang", "en", "--ledger", LEDGER, "--set", "gdp.growth=8.5%")).words
    )
    for part in (
        "Data as of June 2017",
        "50.00%",
        "Second (enlarged) plenary meeting",
        "Gross domestic product",
        "growth 8.5%",
        "provisional (P), Henan Daily",
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

    from erqi_cli.output.html.markup import bar_positions
    from erqi_cli.results.result import Bar

    assert bar_positions(Bar(Decimal(50), Decimal(75))) == ("41.67%", "62.5%", "83.33%", False)
    assert bar_positions(Bar(Decimal(131), Decimal(75))) == ("100%", "62.5%", "83.33%", True)
    assert bar_positions(Bar(Decimal(0), None)) == ("0%", None, "83.33%", False)
    assert bar_positions(Bar(Decimal(-3), None)).filled == "0%"
    assert bar_positions(Bar(Decimal("0.01"), None)).filled == "0.83%"


def test_the_same_input_gives_the_same_page(page):
    """No clock, no chance: two runs write the same bytes."""
    assert page("--ledger", LEDGER) == page("--ledger", LEDGER)


def test_statuses_have_a_shape_and_a_word(page):
    """Two statuses have the same shape where they have the same sign elsewhere, and only there."""
    text = page("--lang", "en", "--ledger", LEDGER)
    shapes = dict(re.findall(r'<symbol id="(\w+)"[^>]*>(.*?)</symbol>', text))
    assert set(shapes) == set(STATUSES)
    pairs = {(STATUS_SIGNS[Status(name)], shape) for name, shape in shapes.items()}
    assert len(pairs) == len(set(shapes.values())) == len(set(STATUS_SIGNS.values()))


def test_statuses_have_the_colours_of_the_terminal(page):
    """Good, fair, bad and quiet are the same statuses on the chart, the terminal and in a workbook."""
    tones = {}
    for names, tone in re.findall(
        r"^(\.s-[^{]*) \{ --tone: var\(--(\w+)\); \}$", page("--lang", "en"), re.MULTILINE
    ):
        tones.update(dict.fromkeys(re.findall(r"\.s-(\w+)", names), tone))
    assert tones == {status.value: status_tone(status) for status in Status}


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ("zh", "已报6项中3项欠进度，差距最大的是新建停车位，欠序时进度4.00个百分点（完成46%"),
        ("en", "3 of 6 reported targets are behind; the largest gap: New parking spaces, 4.00"),
    ],
)
def test_the_chart_opens_with_what_is_most_urgent(page, languages, message):
    """The first words of the chart's body are the sentence of `erqi track`."""
    text = page("--lang", languages, *SHIPPED)
    (opening,) = re.findall(r"<main>\s*<p class=\"message\">(.*?)</p>", text)
    assert re.sub("<[^>]*>", "", opening).startswith(message)


def test_the_late_come_first_and_the_worst_at_the_top(page):
    """Three are late, 4.00, 3.33 and 0.56 points; each has its figures, its month and its action."""
    text = page("--lang", "zh", *SHIPPED)
    block = text[text.index('<ol class="late">') : text.index("</ol>")]
    late = []
    for item in re.findall(r"<li>(.*?)</li>", block):
        late.append(" ".join("".join(Reader(item).words).split()))
    assert late == [
        "欠进度 新建停车位 欠序时进度4.00个百分点 0.46万个 / 1万个 6月 行动2",
        "欠进度 已拆迁项目群众回迁比例 欠序时进度3.33个百分点 28% / 60%以上 6月 行动2",
        "欠进度 整治支路背街 欠序时进度0.56个百分点 53条 / 118条 6月15日 行动2",
    ]
    assert text.index('<ol class="late">') < text.index('id="headlines"')


def test_of_many_late_targets_the_first_are_listed_and_all_are_named(page, full_ledger):
    """Of 40 late targets twelve have a line each, and the other 28 are named in their order."""
    text = page("--lang", "en", "--ledger", full_ledger)
    block = text[
        text.index('<ol class="late">') : text.index('<section aria-labelledby="headlines"')
    ]
    assert block.count("<li>") == 12
    assert "28 more: " in block
    assert block.count("; ") == 27


def test_every_figure_has_its_month_and_an_old_one_is_marked(page):
    """The figures are of June; the one of March has the mark of old data, here and in the list."""
    words, _ = rows_of(page("--lang", "zh", *KINDS))
    assert "280家 沿用3月" in words["a.firms"]
    english, _ = rows_of(page("--lang", "en", *KINDS))
    assert "280 firms stale, March" in english["a.firms"]
    shipped, _ = rows_of(page("--lang", "zh", *SHIPPED))
    with_figures = [one for one in shipped.values() if "待报" not in one and "未到期" not in one]
    assert len(with_figures) == 6
    assert all(re.search(r" 6月(15日)? ", one) for one in with_figures)


def test_a_plan_without_data_says_what_is_missing(page):
    """Without a ledger the kinds plan has nothing: the sentence counts what is missing."""
    text = page("--lang", "en", "--plan", KINDS[1])
    assert "No data yet: " in text
    assert 'class="late"' not in text


@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_the_more_there_is_the_smaller_are_the_letters(page, full_ledger, languages):
    """On paper a full ledger takes smaller letters than the sample, and none is below 6.5 points."""

    def size(*words):
        text = page("--lang", languages, *words)
        (found,) = re.findall(r'<style media="print">\s*html \{ font-size: ([\d.]+)pt; \}', text)
        return float(found)

    assert 12.5 >= size(*SHIPPED) > size("--ledger", full_ledger) >= 6.5


def rows_of(text):
    """Return the words of each line of a page by its id, and the text alternative of its bar."""
    rows = dict(re.findall(r'<tr role="row" id="([^"]+)"[^>]*>(.*?)</tr>', text, re.DOTALL))
    bars = {name: re.findall(r'aria-label="([^"]*)" focusable', row) for name, row in rows.items()}
    words = {name: " ".join("".join(Reader(row).words).split()) for name, row in rows.items()}
    return words, {name: found[0] if found else None for name, found in bars.items()}


def test_limits_are_no_achievements(page):
    """35 days of at most 30 are 116.67% of the limit used; 3.5% of at most 4% are 0.5 within it; a range passed says so."""
    words, bars = rows_of(page("--lang", "zh", *KINDS))
    assert "已用限额116.67%" in words["a.days"]
    assert "高于进度66.67" in words["a.days"]
    assert "完成" not in words["a.days"] + words["a.jobless"] + words["a.spend"]
    assert "距上限0.5个百分点" in words["a.jobless"]
    assert "高于区间" in words["a.range"]
    assert "超" not in words["a.range"]
    assert "低于进度15.00" in words["a.spend"]
    assert bars["a.days"] == "已用限额116.67%，按进度应用50.00%，高于进度66.67个百分点"
    assert bars["a.jobless"] is None
    english, bars = rows_of(page("--lang", "en", *KINDS))
    assert "116.67% of the limit used" in english["a.days"]
    assert (
        bars["a.days"]
        == "116.67% of the limit used, 50.00% expected by now, 66.67 points over plan"
    )


def test_a_limit_on_growth_is_no_achievement(page):
    """2.5% of at most 2% is 125% of the limit and not of a target, and so is a fall of 1.5% where 1% is allowed."""
    words, bars = rows_of(page("--lang", "zh", *KINDS))
    assert bars["cpi"].startswith("为增速上限的125.00%，超上限0.50")
    assert bars["a.hold"].startswith("为降幅上限的150.00%，超上限0.50")
    assert "超上限0.50" in words["cpi"]
    assert "超上限0.50" in words["a.hold"]


def test_a_headline_says_what_the_rest_of_the_year_needs(page):
    """At −2% by June and 8% for the year 18% are needed; a fall, a limit and a commitment say what they are."""
    words, _ = rows_of(page("--lang", "zh", *KINDS))
    assert "余下月份需增长18%" in words["trade"]
    assert "余下月份需增长18%" in words["a.rise"]
    assert "余下月份需下降5%" in words["energy"]
    assert "余下月份增速须控制在1.5%以内" in words["cpi"]
    assert "余下月份降幅须控制在0.5%以内" in words["a.hold"]
    assert words["energy"].endswith("确保")
    assert "尚需12,500套" in words["a.homes"]


def test_growth_below_zero_is_a_fall(page):
    """A fall is written as one and its bar is a share of the target fall: 1% of 3% is a third; no growth has no bar."""
    text = page("--lang", "zh", *KINDS)
    words, bars = rows_of(text)
    assert "下降3%以上 下降1%" in words["energy"]
    assert "增长1%" in words["a.fall"]
    assert bars["trade"] == "实际下降2%，欠10.00个百分点"
    assert bars["energy"] == "为目标降幅的33.33%，高于目标2.00个百分点"
    assert bars["a.fall"] == "实际增长1%，高于目标4.00个百分点"
    assert bars["flat"] is None
    assert "目标为持平的，不画横条" in text
    assert "不画横条" not in page("--lang", "zh", *SHIPPED)


def test_a_milestone_and_a_target_in_step_say_what_is_to_be_reached(page):
    """A milestone is to be done, by its due date; a target in step names the other, and by how many points it is above."""
    words, _ = rows_of(page("--lang", "zh", *KINDS))
    assert words["a.built"].startswith("地铁站开通 完成")
    assert "2026年10月1日" in words["a.built"]
    assert "与地区生产总值增速同步" in words["a.step"]
    assert "高于地区生产总值增速2个百分点以上" in words["a.above"]


def test_faster_and_not_above_are_said_as_that(page):
    """Faster than another is not in step with it, and neither is not above it."""
    words, _ = rows_of(page("--lang", "zh", *KINDS))
    assert "高于地区生产总值" in words["a.real"]
    assert "不高于城镇居民人均可支配收入" in words["a.debt"]


def test_below_another_is_said_the_other_way_round(page, write):
    """To be at least −1 points from another is to be at most 1 point below it."""
    plan = KINDS[1].read_text("utf-8").replace("to: gdp, value: 2,", "to: gdp, value: -1,")
    path = write(plan)
    assert (
        "低于地区生产总值增速1个百分点以内"
        in rows_of(page("--lang", "zh", "--plan", path))[0]["a.above"]
    )
    assert (
        "at most 1 point below Gross domestic product"
        in rows_of(page("--lang", "en", "--plan", path))[0]["a.above"]
    )


def test_a_growth_is_drawn_as_a_share_of_what_is_reached_first():
    """−1% of a range from −3% to −2% is half of the fall to −2%; around no change there is nothing to be a share of."""

    def share(actual, target, upper=None):
        top = None if upper is None else Decimal(upper)
        row = {"actual": Decimal(actual), "target": Decimal(target), "upper": top}
        row["kind"] = Kind.GROWTH
        bar = progress_bar(SimpleNamespace(completion_percent=None, **row))
        return None if bar is None else bar.filled

    assert share(-1, -3, -2) == 50
    assert share(3, 6, 9) == 50
    assert share(-6, -3) == 200
    assert share(1, -2) == share(-1, 2) == -50
    assert share(1, 0) is share(1, -1, 1) is share(1, 0, 1) is None


def test_counters_have_no_word_in_english(page):
    """The shipped plan has 1套 of a working mechanism and 1500套 of homes: English has the numbers alone."""
    words, _ = rows_of(page("--lang", "en"))
    assert " 1 " in words["stability.work-mechanism"] + " "
    assert " 1,500 " in words["livelihood.rental-homes"] + " "
    assert " set" not in " ".join(words.values())
    assert " item" not in " ".join(words.values())


def test_nothing_stands_empty(page):
    """No list and no figure is empty, and a chart without bars explains none."""
    text = page("--lang", "zh", *KINDS)
    assert not re.search(r"<(ul|ol)[^>]*>\s*</", text)
    assert not re.search(r'<span class="(figure|whole)">\s*</span>', text)
    assert "本行动无计分目标" in text
    without = page("--lang", "zh", "--plan", KINDS[1])
    assert 'class="legend"' not in without


def test_the_chart_is_worded_as_an_office_would(page):
    """Periods, what-ifs and sources are in Chinese words, and what is not scored is said once."""
    text = page("--lang", "zh", *KINDS, "--set", "inc.growth=7.5%")
    words = "".join(Reader(text).words)
    for part in (
        "数据截至2026年6月",
        "沿用3月",
        "城镇居民人均可支配收入增速7.5%",
        "区政府：报告，2026-01-20",
    ):
        assert part in words
    assert "inc.growth" not in words
    assert words.count("不评分") == 1
    assert "“背景”和“定性”各项只列示，不评分" in words
    own = "".join(Reader(page("--lang", "zh", "--plan", KINDS[1])).words)
    assert "数据来源：本计划所载" in own


def test_notes_are_numbered_as_they_come(page):
    """Notes are numbered from the first headline to the last action."""
    text = page("--lang", "zh", *KINDS)
    seen = [int(number) for number in re.findall(r'href="#note-(\d+)"', text)]
    first = list(dict.fromkeys(seen))
    assert (
        first == list(range(1, len(first) + 1)) == list(range(1, text.count('<li id="note-') + 1))
    )


@pytest.fixture
def hostile(write):
    """Return a plan whose texts are hostile to a page."""
    import json

    starter = (ROOT / "erqi_cli" / "readers" / "yaml" / "starter.yaml").read_text("utf-8")
    for at, name in enumerate(
        ("地区生产总值", "进出口总值", "项目建设", "年度投资", "安置房竣工比例", "示范区2026年计划")
    ):
        starter = re.sub(
            rf"name: {{zh: {name}, en: [^}}]*}}",
            lambda _, at=at: f"name: {json.dumps(HOSTILE[at], ensure_ascii=False)}",
            starter,
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
    program = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        if required:
            pytest.fail("a browser is required here and absent")
        pytest.skip("no Chromium, or no playwright to drive it")
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
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
            "request",
            lambda request: (
                messages.append(request.url)
                if not request.url.startswith(("file:", "data:"))
                else None
            ),
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
    if (one.matches('td, th, tr, .panel') && one.scrollWidth > one.clientWidth + 1 && one.clientWidth) bad.push(['wider', one.outerHTML.slice(0, 90)]);
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


FOLDED = """figure => {
  const bad = [], from = new RegExp(figure, 'g');
  for (const cell of document.querySelectorAll('main td, main .figure, main .context, header .elapsed')) {
    if (cell.closest('.status') || !cell.getClientRects().length) continue;
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode.parentElement.closest('.both [lang=en]') ) continue;
      for (const found of walk.currentNode.data.matchAll(from)) {
        const range = document.createRange();
        range.setStart(walk.currentNode, found.index); range.setEnd(walk.currentNode, found.index + found[0].length);
        const tops = new Set([...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.top)));
        if (tops.size > 1) bad.push(found[0]);
      }
    }
  }
  return bad;
}"""
ENGLISH = r"(?:(?:a fall of )?(?:at least|at most|about) |a fall of |growth of )?[0-9][0-9,.]*%?(?: to [0-9,.]+%?)?(?: × [^ ]+(?: [a-z²]+)?)?"
FIGURES = {
    "zh": r"(?:下降不超过|下降|增长|超上限|距上限|高于进度|低于进度|超|欠)?[0-9][0-9,.]*%?(?:—[0-9,.]+%?)?[亿万]?[美元天套个条吨]*(?:以上|以内|左右)?",
    "en": ENGLISH,
}
FIGURES["both"] = FIGURES["zh"]
"""Figures with unit and qualifier, as they stand in cells."""


def chart(erqi, folder, *words):
    path = folder / f"chart-{len(list(folder.iterdir()))}.html"
    assert erqi("report", "-o", path, *words).code == 0
    return path


@pytest.mark.browser
@pytest.mark.parametrize("plan_words", [SHIPPED, KINDS], ids=["shipped", "kinds"])
@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_nothing_overflows_is_clipped_folded_or_overlaps(
    erqi, folder, shown, languages, plan_words
):
    """From a phone to a large screen everything stands inside the page and apart, and no figure is folded."""
    tab, messages = shown(
        chart(erqi, folder, "--lang", languages, *plan_words),
        viewport={"width": 390, "height": 900},
    )
    for width in (320, *WIDTHS, 740, 1280):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(FOLDED, FIGURES[languages]) == [], width
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.evaluate(OUTSIDE) == [], width
        assert tab.evaluate(OVERLAPS) == [], width
        keep(tab, f"{languages}-{width}")
    assert messages == []


@pytest.mark.browser
@pytest.mark.parametrize("plan_words", [SHIPPED, KINDS], ids=["shipped", "kinds"])
@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_on_paper_nothing_overflows_is_folded_or_overlaps(
    erqi, folder, shown, languages, plan_words
):
    """As printed on A3 the same holds; no letter is below 6.5 points, and no name below 8."""
    tab, _ = shown(chart(erqi, folder, "--lang", languages, *plan_words), viewport=A3)
    tab.emulate_media(media="print")
    assert tab.evaluate(FOLDED, FIGURES[languages]) == []
    assert tab.evaluate(
        "[...document.querySelectorAll('.headlines .needed')].every(one => one.getClientRects().length)"
    )
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    assert min(tab.evaluate(SIZES, "body *")) >= 6.49
    assert min(tab.evaluate(SIZES, "tbody tr:not(.bare) th")) >= 8


SIZES = """names => {
  const sizes = [];
  for (const one of document.querySelectorAll(names)) {
    const words = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (words && one.getClientRects().length && !one.closest('.hidden, thead'))
      sizes.push(parseFloat(getComputedStyle(one).fontSize) * 0.75);
  }
  return sizes.length ? sizes : [99];
}"""
"""The sizes of the letters in points."""


LAST_WORDS = {
    "zh": ("和谐稳定共建行动", "郑州市统计局"),
    "en": ("Harmony and stability", "Zhengzhou statistics bureau"),
    "both": ("和谐稳定共建行动", "Zhengzhou statistics bureau"),
}
"""What stands in the last action and in the last source."""


def printed(tab, folder):
    """Return how many sheets a page takes, and the words on them; every sheet is A3 in landscape."""
    data = tab.pdf(prefer_css_page_size=True, print_background=True)
    (box,) = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data))
    assert [round(float(side)) for side in box.split()][2:] == [1191, 842]
    return len(re.findall(rb"/Type\s*/Page\b", data)), text_of(data, folder)


@pytest.mark.browser
@pytest.mark.parametrize("ledger", ["none", "sample", "full"])
@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_the_shipped_plan_is_printed_on_one_sheet(
    erqi, folder, shown, full_ledger, languages, ledger
):
    """In each language, without a ledger, with the sample and with a full one, it is one A3 sheet."""
    words = {"none": (), "sample": SHIPPED, "full": ("--ledger", full_ledger)}[ledger]
    tab, _ = shown(chart(erqi, folder, "--lang", languages, *words), viewport=A3)
    sheets, text = printed(tab, folder)
    assert sheets == 1
    tab.emulate_media(media="print")
    assert min(tab.evaluate(SIZES, "body *")) >= 6.49
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    if text:
        for words in LAST_WORDS[languages]:
            assert "".join(words.split()) in "".join(text.split())


@pytest.fixture
def larger_plan(write):
    """Return the shipped plan with eight targets more, a fifth of those that are scored."""
    text = (ROOT / "data" / "targets.yaml").read_text("utf-8")
    entry = (
        "      - {id: added-NUMBER, name: {zh: 新增社区养老服务设施项目NUMBER, "
        "en: New community care facilities NUMBER}, kind: count, value: NUMBER0, unit: 个, "
        "phrases: [四大平台]}\n"
    )
    added = "".join(entry.replace("NUMBER", str(number)) for number in range(1, 9))
    place = text.index("      - id: platforms")
    return write(text[:place] + added + text[place:], "larger.yaml")


@pytest.mark.browser
@pytest.mark.parametrize(("languages", "most"), [("zh", 1), ("en", 1), ("both", 2)])
def test_a_larger_plan_fits_or_breaks_between_its_rows(
    erqi, folder, shown, write, larger_plan, languages, most
):
    """With 48 late targets it is one sheet, in both languages two; no letter gets too small."""
    ledger = write("".join(late_rows_of(load_plan(larger_plan))), "larger.csv")
    path = chart(erqi, folder, "--lang", languages, "--plan", larger_plan, "--ledger", ledger)
    tab, _ = shown(path, viewport=A3)
    sheets, _ = printed(tab, folder)
    assert sheets <= most
    tab.emulate_media(media="print")
    assert min(tab.evaluate(SIZES, "body *")) >= 6.49


def text_of(data, folder):
    """Return a PDF's text where poppler is installed."""
    import subprocess

    if not shutil.which("pdftotext"):
        return ""
    path = folder / "chart.pdf"
    path.write_bytes(data)
    return subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def examined(shown):
    """Return what examines a page of some width and colours with axe-core."""
    script = os.environ.get("ERQI_AXE")
    if not script:
        if os.environ.get("ERQI_REQUIRE_BROWSER"):
            pytest.fail("ERQI_AXE is to name axe.min.js here")
        pytest.skip("ERQI_AXE names no axe.min.js")

    def examine(path, width, scheme="light"):
        tab, _ = shown(
            path, viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        tab.add_script_tag(content=Path(script).read_text("utf-8"))
        return tab, tab.evaluate("axe.run()")

    return examine


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("plan_words", [SHIPPED, KINDS], ids=["shipped", "kinds"])
def test_axe_finds_nothing(erqi, folder, examined, scheme, width, plan_words):
    """Axe-core finds no fault of contrast, structure or naming, in light and dark and at each width."""
    tab, found = examined(chart(erqi, folder, "--lang", "both", *plan_words), width, scheme)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert [one["id"] for one in found["incomplete"]] == []
    assert len(found["passes"]) > 15
    keep(tab, f"{scheme}-{width}")


@pytest.mark.browser
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


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_a_hostile_plan_is_text(erqi, folder, shown, hostile, width):
    """Names with markup, of 280 letters without a space, or from right to left are shown as text inside the page."""
    tab, messages = shown(
        chart(erqi, folder, "--plan", hostile, "--lang", "both"),
        viewport={"width": width, "height": 900},
    )
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []
    assert messages == []
    assert HOSTILE[0] in tab.inner_text("body")


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_a_hostile_plan(erqi, folder, examined, hostile, width):
    """Names of 280 letters, from right to left or with markup make no fault either."""
    _, found = examined(chart(erqi, folder, "--plan", hostile, "--lang", "both"), width)
    assert [
        (one["id"], one["nodes"][0]["html"]) for one in found["violations"] + found["incomplete"]
    ] == []


@pytest.mark.browser
@pytest.mark.parametrize("languages", REPORT_LANGUAGES)
def test_a_hostile_plan_stays_on_the_paper(erqi, folder, shown, hostile, languages):
    """As printed on A3 nothing of it leaves its column or stands over other words."""
    tab, _ = shown(chart(erqi, folder, "--plan", hostile, "--lang", languages), viewport=A3)
    tab.emulate_media(media="print")
    assert tab.evaluate(OUTSIDE) == []
    assert tab.evaluate(OVERLAPS) == []


def keep(tab, name):
    """Save a picture where ERQI_PICTURES names a folder, for the eyes of who changes the chart."""
    if folder := os.environ.get("ERQI_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        tab.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

"""An independent model of how the targets of a one-year plan are judged.

It works on the plain dictionaries of a plan and its observations, with exact fractions. It was
written from the rules of the field and shares no code with the program. Rates are in percent.
"""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from typing import NamedTuple

FIELDS = (
    *("status", "gap", "completion_percent", "pace_points", "needed", "late", "stale", "period"),
    *("expected", "expected_percent", "actual", "elapsed_percent"),
    *("growth_target", "growth_gap", "growth_status"),
)
DEFAULT_LIMITS = {"ahead": 1, "behind": 0, "seriously_behind": None}
DEFAULT_COLLECTION = {"share": "end_of_period", "level": "summed", "count": "summed"}
RATES = ("growth", "share", "relative")
NOT_JUDGED = ("qualitative", "context")


class Figure(NamedTuple):
    """An observed figure: the last day of its period, its amount, and whether it is an estimate."""

    end: date
    amount: Fraction
    estimated: bool


class Goal(NamedTuple):
    """What is to be reached: both ends (equal without a range), the good side, the allowances."""

    low: Fraction
    high: Fraction
    better: str
    tolerance: Fraction = Fraction(0)
    close: Fraction = Fraction(0)
    is_strict: bool = False

    @property
    def aim(self):
        """The end of the range that has to be reached."""
        return self.high if self.better == "lower" else self.low


def number(text):
    """Return a figure as an exact fraction; a percent sign is left out."""
    return Fraction(str(text).strip().removesuffix("%"))


def end_of(period):
    """Return the last day of a year, a month or a day: 2017, 2017-12 and 2017-12-31 are one."""
    year, month, day = [int(part) for part in f"{period}-0-0".split("-")[:3]]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def passed(day, until):
    """Return the time from New Year to a day and to a later one: months, or days for a date."""
    before = date(day.year - 1, 12, 31)
    if day == end_of(f"{day:%Y-%m}") and until == end_of(f"{until:%Y-%m}"):
        return day.month, until.month
    return (day - before).days, (until - before).days


def time_share(day, until):
    """Return the part of the time up to a day that has passed, at most all of it."""
    return min(Fraction(*passed(day, until)), Fraction(1))


def year_end(day):
    """Return the last day of a year."""
    return date(day.year, 12, 31)


def figures_by_period(rows, measure):
    """Return the figure of each period that counts, by vintage.

    A forecast is never compared. An estimate counts only until the figure is known. Otherwise the
    later publication counts; a row without a day of publication is later than the rows above it.
    """
    best, newest = {}, {}
    for row in rows:
        status = row.get("status") or "P"
        if row.get(measure) in (None, "") or status == "F":
            continue
        end = end_of(row["period"])
        published = str(row.get("published") or newest.get(end, ""))
        newest[end] = max(published, newest.get(end, ""))
        rank = (status != "E", published)
        if end not in best or rank >= best[end][0]:
            best[end] = (rank, Figure(end, number(row[measure]), status == "E"))
    return {end: figure for end, (_, figure) in best.items()}


def is_outlook(figure):
    """Tell whether a figure is an estimate of the whole year, which waits behind all others."""
    return figure.estimated and figure.end == year_end(figure.end)


def every_figure(rows, measure, year, as_of=None):
    """Return the figures of the plan year up to a day, the earliest first."""
    known = sorted(figures_by_period(rows, measure).values())
    known = [one for one in known if one.end.year == year]
    return [one for one in known if as_of is None or one.end <= as_of]


def series(rows, measure, year, as_of=None):
    """Return the same without an estimate of the whole year, if anything else is known."""
    known = every_figure(rows, measure, year, as_of)
    return [one for one in known if not is_outlook(one)] or known


def latest_day(plan, observations):
    """Return the latest period in the data; an estimate of the year alone moves no other date."""
    year = plan["plan_year"]
    ends = []
    for row in observations:
        if row.get("status") != "F":
            ends.append(Figure(end_of(row["period"]), None, row.get("status") == "E"))
    ends = [one for one in ends if one.end.year == year]
    solid = [one for one in ends if not is_outlook(one)]
    return max((one.end for one in solid or ends), default=date(year, 12, 31))


def base_year_share(rows, day):
    """Return the part of the base year's amount that had come by this day of it, if it is known.

    A missing January takes half of February's share; a date lies between its months by days.
    """
    known = figures_by_period(rows, "value")
    whole = known.get(date(day.year - 1, 12, 31))
    amounts = [known.get(end_of(f"{day.year - 1}-{month}")) for month in range(1, 13)]
    if whole is None or whole.amount <= 0:
        return None
    shares = [Fraction(0), *rising([figure and figure.amount for figure in amounts], whole.amount)]
    if amounts[0] is None and shares[2] is not None:
        shares[1] = shares[2] / 2
    part = Fraction(day.day, monthrange(day.year, day.month)[1])
    before, after = shares[day.month - 1 : day.month + 1]
    if after is None or (part < 1 and before is None):
        return None
    return after if part == 1 else before + part * (after - before)


def rising(amounts, whole):
    """Return each amount as a part of the whole; None for one that is not known or that falls."""
    highest, shares = Fraction(0), []
    for amount in amounts:
        fits = amount is not None and highest <= amount <= whole
        highest = amount if fits else highest
        shares.append(amount / whole if fits else None)
    return shares


def expected_share(target, rows, day, due):
    """Return the share of a flow that is expected by a day.

    The base year's months count where they are known and no linear pace is stated, else the time.
    """
    if target.get("pace") != "linear":
        share, whole = base_year_share(rows, day), base_year_share(rows, min(due, year_end(day)))
        if share is not None and whole:
            return min(share / whole, Fraction(1))
    return time_share(day, due)


def direction(target):
    """Return which way is better: as stated, else lower for a limit or on the way down."""
    comparator = target.get("comparator", "exactly")
    top = number(target.get("upper", target.get("value", 0)))
    comes_down = "baseline" in target and top < number(target["baseline"])
    is_lower = comparator == "at_most" or (comes_down and comparator != "at_least")
    return target.get("better", "lower" if is_lower else "higher")


def goal_of(target, collection=None):
    """Return the goal of a target, with its tolerance and what is still close to it.

    Tolerances are points for rates and percent of the figure for amounts. Past a limit, twice the
    tolerance is close; for all others at least 0.2 points of a rate, or 2% of an amount.
    """
    key = "growth" if target["kind"] == "growth" and "growth" in target else "value"
    low = number(target[key])
    goal = Goal(low, number(target.get("upper", low)), direction(target))
    unit = Fraction(1) if target["kind"] in RATES else abs(goal.low) / 100
    tolerance = number(target.get("tolerance", 0)) * unit
    usual = Fraction("0.2") if target["kind"] in RATES else abs(goal.low) / 50
    comparator = target.get("comparator", "exactly")
    is_limit = comparator == "at_most" or (comparator == "at_least" and collection == "average")
    close = 2 * tolerance if is_limit else max(2 * tolerance, usual)
    return goal._replace(tolerance=tolerance, close=close)


def lead(goal, amount):
    """Return the signed distance from the end that has to be reached; above zero is better."""
    above, below = amount - goal.low, goal.high - amount
    return {"higher": above, "lower": below, "within": min(above, below)}[goal.better]


def is_reached(goal, amount):
    """Tell whether a goal is met: short of it, or past the limit, by no more than the tolerance.

    Faster than another growth is strictly faster.
    """
    distance = lead(goal, amount)
    return distance >= -goal.tolerance and not (goal.is_strict and distance == 0)


def binding_end(goal, amount):
    """Return the end of a range that the rest of the year has to be planned for."""
    if goal.better == "within" and amount > goal.high:
        return goal.high
    return goal.aim


def limits_of(plan, target):
    """Return the thresholds in points: the target's own, else the plan's, else the usual ones."""
    return DEFAULT_LIMITS | plan.get("thresholds", {}) | target.get("thresholds", {})


def status_behind(points, limits):
    """Return how far behind a shortfall is; seriously only where the plan has that threshold."""
    seriously = limits["seriously_behind"]
    is_serious = seriously is not None and points is not None and points < number(seriously)
    return "seriously_behind" if is_serious else "behind"


def status_by_points(points, limits):
    """Compare a distance in points with the thresholds: ahead, on pace or behind."""
    if points < number(limits["behind"]):
        return status_behind(points, limits)
    return "ahead" if points >= number(limits["ahead"]) else "on_pace"


def final_status(goal, amount):
    """Judge the figure of the whole year: met, close or missed."""
    if is_reached(goal, amount):
        return "met"
    return "close" if -lead(goal, amount) <= goal.close else "missed"


def is_final(figure):
    """Tell whether a figure is the known one of the whole year; an estimate never is."""
    return figure.end == year_end(figure.end) and not figure.estimated


def growth_status(goal, figure, limits):
    """Judge a growth, which is never compared with the share of the year that has passed.

    It is behind if it is short by more than the tolerance, and ahead from 1 point past its range.
    """
    if is_final(figure):
        return final_status(goal, figure.amount)
    if not is_reached(goal, figure.amount):
        points = lead(goal, figure.amount)
        return "behind" if goal.is_strict and points == 0 else status_by_points(points, limits)
    past = {"higher": figure.amount - goal.high, "lower": goal.low - figure.amount}
    surplus = past.get(goal.better, Fraction(-1))
    return "ahead" if surplus >= number(limits["ahead"]) else "on_pace"


def last_node(target, day, due, whole):
    """Return the figure of the trajectory's last node that has passed, if there is one.

    A percent is a part of an amount, and the rate itself for a share or a growth. Once the target
    is due, the whole of it is expected.
    """
    nodes = {end_of(period): text for period, text in target.get("trajectory", {}).items()}
    behind = [end for end in nodes if end <= day]
    if not behind:
        return None
    if day >= due:
        return whole
    text = nodes[max(behind)]
    is_part = str(text).endswith("%") and target["kind"] not in RATES
    return number(text) * whole / 100 if is_part else number(text)


def judge_growth(target, rows, limits, year, as_of):
    """Judge a growth target on published growth, never on the ratio of two levels.

    The rest of the year needs (target - w x growth to date) / (1 - w), w being the elapsed months'
    share of the base year.
    """
    figures = series(rows, "growth", year, as_of)
    if not figures:
        return None, {}
    figure, goal = figures[-1], goal_of(target)
    due = year_end(figure.end)
    node = last_node(target, figure.end, due, goal.aim)
    is_node = node is not None and figure.end < due
    now = goal._replace(low=node, high=node) if is_node else goal
    w = expected_share(target, rows, figure.end, due)
    aim = binding_end(goal, figure.amount)
    return figure, {
        "status": growth_status(now, figure, limits),
        "gap": lead(now, figure.amount),
        "needed": None if w == 1 else (aim - w * figure.amount) / (1 - w),
        "expected": node if is_node else None,
        "expected_percent": None if w == 1 else 100 * w,
    }


def real_growth(nominal, prices):
    """Return a growth without the rise of prices: (1 + growth) / (1 + rise) - 1, in percent."""
    return 100 * ((100 + nominal) / (100 + prices) - 1)


def price_rises(target, partner, periods, rows_of, year):
    """Return the rise of prices by period: a rate, or that of a price target of the plan.

    Only a nominal growth beside a real one is deflated; all others have no rise.
    """
    is_mixed = (target.get("price_basis"), partner.get("price_basis")) == ("current", "constant")
    deflator = target.get("deflator", "0%") if is_mixed else "0%"
    if str(deflator).endswith("%"):
        return dict.fromkeys(periods, number(deflator))
    prices = series(rows_of.get(deflator, []), "growth", year)
    return {one.end: one.amount for one in prices}


def judge_relative(target, partner, rows_of, limits, year, as_of):
    """Judge whether a growth is in step with another one, faster than it, or not above it.

    Both sides, and the prices between them, are those of one period: the latest that all have.
    """
    own = every_figure(rows_of.get(target["id"], []), "growth", year, as_of)
    others = every_figure(rows_of.get(target["to"], []), "growth", year, as_of)
    other = {one.end: one for one in others}
    rises = price_rises(target, partner, other, rows_of, year)
    common = [one for one in own if one.end in other and one.end in rises]
    if not common:
        return None, {}
    solid = [one for one in common if not is_outlook(one) and not is_outlook(other[one.end])]
    figure = (solid or common)[-1]
    beside = other[figure.end]
    goal = goal_of(target | {"value": beside.amount + number(target.get("value", 0))})
    is_faster = target.get("comparator") == "at_least" and "value" not in target
    goal = goal._replace(is_strict=is_faster)
    amount = real_growth(figure.amount, rises[figure.end])
    judged = Figure(figure.end, amount, figure.estimated or beside.estimated)
    return judged, {"status": growth_status(goal, judged, limits), "gap": lead(goal, amount)}


def summed_path(target, goal, rows, figure, due):
    """Return what of a flow is expected by now, and what counts as 100 points.

    A node of its trajectory comes before the months.
    """
    node = last_node(target, figure.end, due, goal.aim)
    if node is None:
        node = expected_share(target, rows, figure.end, due) * goal.aim
    return node, abs(goal.aim)


def stock_path(target, goal, figure, due):
    """Return what of a stock is expected by now, and what counts as 100 points.

    Without a baseline or a trajectory nothing is expected, nor where the year starts on the good
    side of the target.
    """
    start = number(target.get("baseline", 0))
    scale = abs(goal.aim - start)
    node = last_node(target, figure.end, due, goal.aim)
    if node is not None:
        return node, scale
    if "baseline" not in target or lead(goal, start) >= 0:
        return None, None
    return start + time_share(figure.end, due) * (goal.aim - start), scale


def path_gap(goal, expected, amount):
    """Return the signed distance from what is expected, else from the target; above is better.

    A corridor of a flow grows with the year: both of its ends are taken at their share.
    """
    if expected is None:
        return lead(goal, amount)
    is_corridor = goal.better == "within"
    high = goal.high * expected / goal.low if is_corridor else expected
    return lead(goal._replace(low=expected, high=high), amount)


def is_to_keep(target, collection, goal):
    """Tell whether a figure is to be kept (a limit, a budget, a corridor) and never done."""
    is_budget = collection == "summed" and goal.better == "lower"
    return is_budget or goal.better == "within" or target.get("comparator") == "at_most"


def keeping_status(points, is_broken, is_due, limits):
    """Judge a limit, a budget or a corridor during the year: it is kept, or broken."""
    if is_broken:
        return status_behind(points, limits)
    if points is None:
        return "on_pace"
    return status_by_points(max(points, Fraction(0)) if is_due else points, limits)


def is_broken(collection, goal, amount, has_path, is_due):
    """Tell whether nothing can mend a limit or a corridor: a flow never comes back below its end.

    A stock that is on its way down to a limit has not broken it before it is due.
    """
    if is_due or not has_path:
        return not is_reached(goal, amount)
    return collection == "summed" and amount > goal.high + goal.tolerance


def amount_status(  # noqa: PLR0911 -- a return for each rule
    target, collection, goal, figures, points, due, limits, today
):
    """Judge an amount, a stock or an average; what was reached by its due date stays reached."""
    figure = figures[-1]
    is_due, is_done = figure.end >= due, is_reached(goal, figure.amount)
    is_all = lead(goal, figure.amount) >= 0
    was_done = is_due and reached_in_time(goal, figures, due)
    if is_final(figure):
        return "met" if was_done else final_status(goal, figure.amount)
    if collection == "average":
        return "on_pace" if is_done else "behind"
    if is_to_keep(target, collection, goal):
        broken = is_broken(collection, goal, figure.amount, points is not None, is_due)
        return keeping_status(points, broken, is_due, limits)
    if is_all or (is_due and is_done) or was_done:
        return "done"
    if is_due:
        return status_behind(points, limits)
    if points is None:
        is_lost = "baseline" in target and lead(goal, number(target["baseline"])) >= 0
        if today > due and is_done:
            return "done"
        return "behind" if is_lost or today > due else "not_due"
    return status_by_points(points, limits)


def reached_in_time(goal, figures, due):
    """Tell whether the last figure up to the due date reached the goal."""
    in_time = [one for one in figures if one.end <= due]
    return bool(in_time) and is_reached(goal, in_time[-1].amount)


def is_late(goal, figures, due):
    """Tell whether a target was reached, but only after its due date inside the year."""
    latest = figures[-1]
    is_after = latest.end > due and is_reached(goal, latest.amount)
    return is_after and not reached_in_time(goal, figures, due)


def needed_of(collection, goal, target, figure):
    """Return what is still missing; of an average, what the rest of the year has to average.

    For an average that is (target x T - figure x t) / (T - t), in months, or in days for a date.
    """
    if collection == "average":
        part, whole = passed(figure.end, year_end(figure.end))
        aim = binding_end(goal, figure.amount)
        return None if part == whole else (aim * whole - figure.amount * part) / (whole - part)
    has_way = "baseline" in target and lead(goal, number(target["baseline"])) < 0
    is_way_to_limit = collection == "end_of_period" and has_way
    if is_to_keep(target, collection, goal) and not is_way_to_limit:
        return None
    missing = max(-lead(goal, figure.amount), Fraction(0))
    return -missing if goal.better == "lower" else missing


def judge_amount(target, rows, limits, year, as_of, today):
    """Judge a level, count or share: summed, a stock at the end of the period, or an average.

    The pace of a flow is its completion less the share that is expected, in percentage points.
    """
    figures = series(rows, "value", year, as_of)
    if not figures:
        return None, {}
    figure = figures[-1]
    collection = target.get("collection", DEFAULT_COLLECTION[target["kind"]])
    goal = goal_of(target, collection)
    due = end_of(target.get("due", year))
    expected, scale = None, None
    if collection == "end_of_period":
        expected, scale = stock_path(target, goal, figure, due)
    elif collection == "summed":
        expected, scale = summed_path(target, goal, rows, figure, due)
    gap = path_gap(goal, expected, figure.amount)
    points = None if expected is None else 100 * gap / scale
    if goal.better == "within" and points is not None:
        points = min(points, Fraction(0))
    found = {
        "status": amount_status(target, collection, goal, figures, points, due, limits, today),
        "gap": gap,
        "late": is_late(goal, figures, due),
        "needed": needed_of(collection, goal, target, figure),
        "expected": expected,
    }
    is_reached_by_now = found["status"] in ("done", "met") and collection != "average"
    if is_reached_by_now and found["needed"] is not None:
        found["needed"] = Fraction(0)
    if collection == "summed":
        found["completion_percent"] = 100 * figure.amount / goal.aim
        found["expected_percent"] = 100 * expected / goal.aim
        found["pace_points"] = found["completion_percent"] - found["expected_percent"]
    return figure, found | growth_beside(target, rows, figure, limits)


def growth_beside(target, rows, figure, limits):
    """Judge the growth that stands beside a target's value, at the same period as the value."""
    if "growth" not in target:
        return {}
    aim = number(target["growth"])
    close = Fraction(0) if target.get("comparator") == "at_most" else Fraction("0.2")
    goal = Goal(aim, aim, direction(target), close=close)
    beside = figures_by_period(rows, "growth").get(figure.end)
    if beside is None:
        return {}
    return {
        "growth_gap": lead(goal, beside.amount),
        "growth_status": growth_status(goal, beside, limits),
    }


def judge_milestone(target, rows, limits, year, as_of, today):
    """Judge a milestone: it is behind if no row up to the as-of day says that it is done in time."""
    due = end_of(target.get("due", year))
    figures = series(rows, "value", year, as_of)
    if not figures:
        return None, {"status": "no_data" if today > due or today >= year_end(due) else "not_due"}
    figure, goal = figures[-1], Goal(Fraction(1), Fraction(1), "higher")
    status = amount_status(target, "end_of_period", goal, figures, None, due, limits, today)
    if status == "not_due" and today >= due:
        status = "behind"
    late = is_late(goal, figures, due)
    return figure, {"status": status, "late": late, "completion_percent": 100 * figure.amount}


def targets_of(plan):
    """Yield every target of a plan that is judged, under its full id."""
    for target in plan.get("indicators", []):
        yield {"kind": "growth"} | target
    for action in plan.get("actions", []):
        for target in action["targets"]:
            yield target | {"id": f"{action['id']}.{target['id']}"}


def judge_one(plan, target, by_id, rows_of, as_of, today):
    """Judge one target by the rules of its kind; return the figure that counts and the findings."""
    rows, limits, year = rows_of.get(target["id"], []), limits_of(plan, target), plan["plan_year"]
    if target["kind"] == "growth":
        return judge_growth(target, rows, limits, year, as_of)
    if target["kind"] == "relative":
        return judge_relative(target, by_id[target["to"]], rows_of, limits, year, as_of)
    if target["kind"] == "milestone":
        return judge_milestone(target, rows, limits, year, as_of, today)
    return judge_amount(target, rows, limits, year, as_of, today)


def verdict_of(plan, target, by_id, rows_of, as_of, today):
    """Return the whole verdict on a target; it states the period of its data and how old that is.

    A figure is stale if its period ended before the as-of month began; a milestone that is done
    does not age. The part of the year that has passed is that of the figure's own period.
    """
    figure, found = judge_one(plan, target, by_id, rows_of, as_of, today)
    verdict = dict.fromkeys(FIELDS) | {"status": "no_data", "late": False, "stale": False} | found
    day = figure.end if figure else today
    verdict["elapsed_percent"] = 100 * time_share(day, year_end(day))
    has_value = target["kind"] in DEFAULT_COLLECTION
    if has_value and "growth" in target:
        verdict["growth_target"] = number(target["growth"])
        verdict["growth_status"] = verdict["growth_status"] or "no_data"
    if figure:
        is_over = target["kind"] == "milestone" and verdict["status"] in ("done", "met")
        verdict["stale"] = figure.end < today.replace(day=1) and not is_over
        verdict["actual"], verdict["period"] = figure.amount, figure.end
    return verdict


def judge(plan, observations, as_of=None):
    """Return the verdicts on all targets of a plan by their ids.

    Without an as-of period all figures are used, and the latest period in the data is the as-of.
    """
    rows_of = {}
    for row in observations:
        rows_of.setdefault(row["target"], []).append(row)
    limit = None if as_of is None else end_of(as_of)
    today = limit or latest_day(plan, observations)
    by_id = {target["id"]: target for target in targets_of(plan)}
    return {
        name: verdict_of(plan, target, by_id, rows_of, limit, today)
        for name, target in by_id.items()
        if target["kind"] not in NOT_JUDGED
    }

"""An independent model of how the targets of a plan of several years are judged.

It works on the plain dictionaries of a plan and its observations, with exact fractions; roots and
logarithms carry 60 digits. It was written from the rules of the field and shares no code with the
program. The rules that hold in a single year too are those of the model of one year.
"""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from tests.calc.independent_model import (
    DEFAULT_COLLECTION,
    NOT_JUDGED,
    Figure,
    Goal,
    amount_status,
    binding_end,
    end_of,
    figures_by_period,
    final_status,
    goal_of,
    growth_status,
    is_late,
    is_outlook,
    is_reached,
    last_node,
    lead,
    limits_of,
    needed_of,
    number,
    path_gap,
    real_growth,
    status_by_points,
    targets_of,
    year_end,
)

FIELDS = (
    *("status", "gap", "expected", "expected_percent", "completion_percent", "pace_points"),
    *("needed", "actual", "period", "elapsed_percent", "late", "stale", "obligation"),
)
DIGITS = 60


class Span(NamedTuple):
    """The years of a plan: it starts at the end of the base year and ends with the last year."""

    base: int
    last: int

    @property
    def years(self):
        """The number of the plan's years."""
        return self.last - self.base

    @property
    def end(self):
        """The last day of the plan."""
        return date(self.last, 12, 31)

    def passed(self, day):
        """Return the months from the start to the end of a month, or None inside a month."""
        is_month_end = day == end_of(f"{day:%Y-%m}")
        return 12 * (day.year - self.base - 1) + day.month if is_month_end else None

    def share(self, day, until):
        """Return the part of the time up to a day that has passed, at most all of it.

        It is counted in months, and in days where one of the two is not the end of a month.
        """
        part, whole = self.passed(day), self.passed(until)
        if part is None or whole is None:
            start = date(self.base, 12, 31)
            part, whole = (day - start).days, (until - start).days
        return min(Fraction(part, whole), Fraction(1))

    def holds(self, day):
        """Tell whether a day lies in the plan's years."""
        return self.base < day.year <= self.last


class Case(NamedTuple):
    """What all targets of a plan have in common."""

    plan: dict
    span: Span
    rows_of: dict
    limit: date | None
    today: date

    def rows(self, target):
        """Return the observations of a target."""
        return self.rows_of.get(target["id"], [])

    def due(self, target):
        """Return the day on which a target is due: its own, else the plan's last."""
        return end_of(target["due"]) if "due" in target else self.span.end


# Roots and logarithms


def decimal(fraction):
    """Return a fraction as a decimal of the digits in force."""
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def logarithm(fraction):
    """Return the natural logarithm of a fraction."""
    with localcontext(prec=DIGITS):
        return Fraction(decimal(fraction).ln())


def power(fraction, exponent):
    """Return a fraction to the power of another one."""
    with localcontext(prec=DIGITS):
        return Fraction((decimal(fraction).ln() * decimal(exponent)).exp())


def factor(rate):
    """Return what a growth of a rate in percent multiplies by."""
    return 1 + rate / 100


# Figures


def every_figure(case, rows, measure):
    """Return the figures of the plan's years up to the as-of day, the earliest first."""
    known = sorted(figures_by_period(rows, measure).values())
    known = [one for one in known if case.span.holds(one.end)]
    return [one for one in known if case.limit is None or one.end <= case.limit]


def judged_figures(known):
    """Return the figures that can be judged: estimates of whole years wait behind all others."""
    return [one for one in known if not is_outlook(one)] or known


def whole_years(known):
    """Return the figures of finished years, by year."""
    return {one.end.year: one for one in known if one.end == year_end(one.end)}


def has_all_years(case, finished, before):
    """Tell whether every year of the plan before a year is known."""
    return all(year in finished for year in range(case.span.base + 1, before))


def summed(case, known):
    """Return each figure with the finished years before it; None where one of those is missing."""
    finished = whole_years(known)
    sums = []
    for one in judged_figures(known):
        earlier = range(case.span.base + 1, one.end.year)
        if has_all_years(case, finished, one.end.year):
            amount = one.amount + sum(finished[year].amount for year in earlier)
            sums.append(one._replace(amount=amount))
        else:
            sums.append(None)
    return sums


def within_plan(case, figure):
    """Mark a figure as not final unless it is the known one of the plan's last day."""
    is_final = figure.end == case.span.end and not figure.estimated
    return figure._replace(estimated=not is_final)


# Growth


def chain(case, target):
    """Return the yearly growths as one index at the last finished year, or None.

    A missing year breaks the chain. Months inside a year do not enter it: the design is silent.
    """
    finished = whole_years(every_figure(case, case.rows(target), "growth"))
    known = judged_figures(list(finished.values()))
    if not known or not has_all_years(case, finished, known[-1].end.year):
        return None
    index = Fraction(1)
    for year in range(case.span.base + 1, known[-1].end.year + 1):
        index *= factor(finished[year].amount)
    return known[-1]._replace(amount=index)


def compounded(case, target, rate):
    """Return the index at which the plan ends if a rate is reached, a year or over the plan."""
    years = 1 if target.get("growth_over") == "plan" else case.span.years
    return factor(rate) ** years


def progress(index, whole):
    """Return how much of a compounded growth is done, in percent: by logarithms."""
    if whole == 1:
        return None
    return 100 * logarithm(index) / logarithm(whole)


def growth_points(case, target, goal, index, share):
    """Return the lead over the path of a compounded growth, as percent of its whole logarithm.

    Of a range it is the lead over the end that has to be reached: the design is silent.
    """
    whole = logarithm(compounded(case, target, goal.aim))
    above = 100 * (logarithm(index) - share * whole) / abs(whole)
    return -above if goal.better == "lower" else above


def is_compounded_done(goal, index, whole):
    """Tell whether the whole growth was reached early; a limit or a corridor is never done.

    A fall of at least so much, which is written as at most a negative rate, is done early: the
    design is silent.
    """
    if goal.better == "within":
        return False
    if goal.better == "lower":
        return whole < 1 and index <= whole
    return whole > 1 and index >= whole


def compounded_status(case, target, goal, now, figure, actual, share):
    """Judge a compounded growth: met or not at the end, else by its lead over the path."""
    limits = limits_of(case.plan, target)
    whole = compounded(case, target, goal.aim)
    if not within_plan(case, figure).estimated:
        return final_status(goal, actual)
    if is_compounded_done(goal, figure.amount, whole):
        return "done"
    if whole == 1 or goal.better == "within":
        return growth_status(now, figure._replace(amount=actual, estimated=True), limits)
    points = growth_points(case, target, goal, figure.amount, share)
    if not is_reached(now, actual):
        return status_by_points(points, limits)
    return "ahead" if points >= number(limits["ahead"]) else "on_pace"


def judge_growth(case, target):
    """Judge a growth on the chain of the yearly growths.

    An average growth is compared with the average so far, a growth over the plan with the same
    rate up to now. The remaining years need the root of what is left. A growth of zero has neither
    a completion nor an expected part of it: the design is silent.
    """
    figure = chain(case, target)
    if figure is None:
        return None, {}
    goal, index = goal_of(target), figure.amount
    done = figure.end.year - case.span.base
    left, share = case.span.years - done, Fraction(done, case.span.years)
    now, actual = goal, 100 * (power(index, Fraction(1, done)) - 1)
    if target.get("growth_over") == "plan":
        low, high = (100 * (power(factor(one), share) - 1) for one in (goal.low, goal.high))
        now, actual = goal._replace(low=low, high=high), 100 * (index - 1)
    completion = progress(index, compounded(case, target, goal.aim))
    is_above = binding_end(now, actual) != now.aim
    aim = compounded(case, target, goal.high if is_above else goal.aim)
    return figure._replace(amount=actual), {
        "status": compounded_status(case, target, goal, now, figure, actual, share),
        "gap": lead(now, actual),
        "expected": now.aim,
        "expected_percent": None if completion is None else 100 * share,
        "completion_percent": completion,
        "pace_points": None if completion is None else completion - 100 * share,
        "needed": 100 * (power(aim / index, Fraction(1, left)) - 1) if left else None,
    }


def judge_relative(case, target, partner):
    """Judge a growth beside another one at the latest period that both have."""
    own = every_figure(case, case.rows(target), "growth")
    others = {one.end: one for one in every_figure(case, case.rows(partner), "growth")}
    common = [one for one in own if one.end in others]
    if not common:
        return None, {}
    solid = [one for one in common if not is_outlook(one) and not is_outlook(others[one.end])]
    figure = (solid or common)[-1]
    beside = others[figure.end]
    goal = goal_of(target | {"value": beside.amount + number(target.get("value", 0))})
    goal = goal._replace(is_strict=target.get("comparator") == "at_least")
    prices = number(target.get("deflator", "0%"))
    judged = figure._replace(amount=real_growth(figure.amount, prices))
    judged = judged._replace(estimated=figure.estimated or beside.estimated)
    status = growth_status(goal, within_plan(case, judged), limits_of(case.plan, target))
    return judged, {"status": status, "gap": lead(goal, judged.amount)}


# Amounts


def summed_path(case, target, goal, figure):
    """Return what of a sum is expected by now, and what counts as 100 points."""
    due = case.due(target)
    node = last_node(target, figure.end, due, goal.aim)
    expected = case.span.share(figure.end, due) * goal.aim if node is None else node
    return expected, abs(goal.aim)


def stock_path(case, target, goal, figure):
    """Return what of a stock is expected by now, in equal steps from its baseline, and the scale.

    Without a baseline or a trajectory nothing is expected, nor where the plan starts on the good
    side of the target. There 100 points are the whole figure: the design is silent.
    """
    start, due = number(target.get("baseline", 0)), case.due(target)
    has_way = "baseline" in target and lead(goal, start) < 0
    scale = abs(goal.aim - start) if has_way else abs(goal.aim)
    node = last_node(target, figure.end, due, goal.aim)
    if node is not None:
        return node, scale
    if not has_way:
        return None, None
    return start + case.span.share(figure.end, due) * (goal.aim - start), scale


def path_of(case, target, collection, goal, figure):
    """Return what is expected of an amount by now, and what counts as 100 points."""
    if collection == "average":
        return None, None
    path = summed_path if collection == "summed" else stock_path
    return path(case, target, goal, figure)


def status_of_amount(case, target, collection, goal, figures, points):
    """Judge an amount by the rules of one year, the end of the plan being that of the year."""
    figures = [within_plan(case, one) for one in figures]
    limits, due = limits_of(case.plan, target), case.due(target)
    return amount_status(target, collection, goal, figures, points, due, limits, case.today)


def judge_amount(case, target):
    """Judge a level, count or share: a sum of years, a stock, or an average.

    An average is judged by its latest value: the design is silent.
    """
    collection = target.get("collection", DEFAULT_COLLECTION[target["kind"]])
    known = every_figure(case, case.rows(target), "value")
    figures = summed(case, known) if collection == "summed" else judged_figures(known)
    if not figures or figures[-1] is None:
        return None, {}
    figures = [one for one in figures if one]
    figure, goal = figures[-1], goal_of(target, collection)
    expected, scale = path_of(case, target, collection, goal, figure)
    gap = path_gap(goal, expected, figure.amount)
    points = None if expected is None else 100 * gap / scale
    if goal.better == "within" and points is not None:
        points = min(points, Fraction(0))
    status = status_of_amount(case, target, collection, goal, figures, points)
    found = {"status": status, "gap": gap, "expected": expected}
    found["late"] = is_late(goal, figures, case.due(target))
    found["needed"] = needed_in_all(case, collection, goal, target, figure, status)
    if collection == "summed":
        found["completion_percent"] = 100 * figure.amount / goal.aim
        found["expected_percent"] = 100 * expected / goal.aim
        found["pace_points"] = found["completion_percent"] - found["expected_percent"]
    return figure, found


def needed_in_all(case, collection, goal, target, figure, status):
    """Return what of an amount is still missing: nothing once it is done.

    An average needs something only in the last year, whose rest can still mend that year's value:
    the design is silent.
    """
    if collection == "average":
        is_last = figure.end.year == case.span.last
        return needed_of(collection, goal, target, figure) if is_last else None
    needed = needed_of(collection, goal, target, figure)
    is_over = status in ("done", "met") and needed is not None
    return Fraction(0) if is_over else needed


def judge_milestone(case, target):
    """Judge a milestone: it is behind if no row up to the as-of day says that it is done in time."""
    due, known = case.due(target), every_figure(case, case.rows(target), "value")
    figures = judged_figures(known)
    if not figures:
        is_over = case.today > due or case.today >= case.span.end
        return None, {"status": "no_data" if is_over else "not_due"}
    figure, goal = figures[-1], Goal(Fraction(1), Fraction(1), "higher")
    status = status_of_amount(case, target, "end_of_period", goal, figures, None)
    if status == "not_due" and case.today >= due:
        status = "behind"
    late = is_late(goal, figures, due)
    return figure, {"status": status, "late": late, "completion_percent": 100 * figure.amount}


# All targets


def judge_one(case, target, by_id):
    """Judge one target by the rules of its kind; return the figure that counts and the findings."""
    if target["kind"] == "relative":
        return judge_relative(case, target, by_id[target["to"]])
    judge_kind = {"growth": judge_growth, "milestone": judge_milestone}
    return judge_kind.get(target["kind"], judge_amount)(case, target)


def verdict_of(case, target, by_id):
    """Return the whole verdict on a target, with the period of its data and how old that is."""
    figure, found = judge_one(case, target, by_id)
    verdict = dict.fromkeys(FIELDS) | {"status": "no_data", "late": False, "stale": False} | found
    day = figure.end if figure else case.today
    verdict["elapsed_percent"] = 100 * case.span.share(day, case.span.end)
    verdict["obligation"] = target.get("obligation")
    if figure:
        is_over = target["kind"] == "milestone" and verdict["status"] in ("done", "met")
        verdict["stale"] = figure.end < case.today.replace(day=1) and not is_over
        verdict["actual"], verdict["period"] = figure.amount, figure.end
    return verdict


def latest_day(span, observations):
    """Return the latest period in the data; estimates of whole years alone move no other date."""
    known = [row for row in observations if row.get("status") != "F"]
    ends = [Figure(end_of(row["period"]), None, row.get("status") == "E") for row in known]
    ends = judged_figures([one for one in ends if span.holds(one.end)])
    return max((one.end for one in ends), default=span.end)


def judge(plan, observations, as_of=None):
    """Return the verdicts on all targets of a plan of several years by their ids."""
    span, rows_of = Span(plan["base_year"], plan["plan_year"]), {}
    for row in observations:
        rows_of.setdefault(row["target"], []).append(row)
    limit = None if as_of is None else end_of(as_of)
    case = Case(plan, span, rows_of, limit, limit or latest_day(span, observations))
    by_id = {target["id"]: target for target in targets_of(plan)}
    return {
        name: verdict_of(case, target, by_id)
        for name, target in by_id.items()
        if target["kind"] not in NOT_JUDGED
    }

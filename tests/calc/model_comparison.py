"""Random plans on which the program's tracking is compared with an independent model."""

import csv
import io
import json
from calendar import monthrange
from fractions import Fraction
from random import Random

import yaml
from click.testing import CliRunner

from tests.calc.independent_model import end_of, targets_of

COLUMNS = ("target", "period", "value", "growth", "status", "published")


def row(target, period, value="", growth="", status="P", published=""):
    """Return an observation."""
    return dict(zip(COLUMNS, (target, period, value, growth, status, published), strict=True))


class Chance(Random):
    """Random choices as a plan needs them."""

    def happens(self, probability):
        """Tell whether something happens."""
        return self.random() < probability

    def figure(self, low, high, digits=1):
        """Return a decimal between two numbers."""
        scale = 10**digits
        return Fraction(self.randint(round(low * scale), round(high * scale)), scale)


def plain(figure, digits=6):
    """Return a figure as a YAML number: whole where it is, else with its decimals."""
    rounded = round(Fraction(figure), digits)
    return int(rounded) if rounded.denominator == 1 else float(rounded)


def rate(figure):
    """Return a rate with its percent sign."""
    return f"{plain(figure)}%"


def written(kind, figure):
    """Return a figure as its kind writes it: a rate with a percent sign, a count whole."""
    if kind in {"growth", "share"}:
        return rate(figure)
    return round(figure) if kind == "count" else plain(figure)


def random_qualifier(chance, kind, figure, *, with_range=True):
    """Return the comparator of a figure, with its upper end or tolerance, and the good side."""
    is_rate = kind in {"growth", "share"}
    words = [None, "exactly", "about", "at_least", "at_most"] + ["between"] * with_range
    comparator = chance.choice(words)
    made = {"comparator": comparator} if comparator else {}
    if comparator == "between":
        width = chance.figure(0.2, 2) if is_rate else abs(figure) * chance.figure(0.02, 0.2, 2) + 1
        made["upper"] = written(kind, figure + width)
    is_allowed = comparator in {"at_least", "at_most"} and chance.happens(0.4)
    if comparator == "about" or is_allowed:
        made["tolerance"] = plain(chance.figure(0.1, 0.8) if is_rate else chance.figure(1, 4))
    sides = ["higher", "lower"] + ["within"] * (comparator == "between")
    own_side = {"at_least": ["higher"], "at_most": ["lower"]}.get(comparator)
    is_fall = kind == "growth" and figure < 0
    if is_fall or chance.happens(0.4):
        made["better"] = chance.choice(own_side or sides)
    return made


def is_falling(target):
    """Tell whether less is better."""
    default = "lower" if target.get("comparator") == "at_most" else "higher"
    return target.get("better", default) == "lower"


def random_due(chance, year):
    """Return a due date inside the year: the end of a month, or another day."""
    month = chance.randint(3, 11)
    last = monthrange(year, month)[1]
    return f"{year}-{month:02}-{last if chance.happens(0.6) else chance.randint(1, last - 1):02}"


def random_start(chance, target, aim):
    """Return the baseline of a stock, mostly on the side from which the target is reached."""
    is_short = chance.happens(0.9)
    part = chance.figure(0.85, 0.98, 2) if is_short else chance.figure(1.01, 1.04, 2)
    start = aim * (2 - part if is_falling(target) else part)
    return written(target["kind"], min(start, Fraction(99)) if target["kind"] == "share" else start)


def plan_text(plan, place):
    """Return a plan as YAML, or as JSON, which is YAML too."""
    if place % 2 == 0:
        return json.dumps(plan, ensure_ascii=False, indent=1)
    return yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)


def ledger_text(rows):
    """Return a ledger as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def track(folder, plan, rows, as_of, place):
    """Return what the program's tracking says of a plan and a ledger, or its message."""
    from erqi_cli.cli import erqi as group

    plan_file, ledger_file = folder / "plan.yaml", folder / "ledger.csv"
    plan_file.write_text(plan_text(plan, place), "utf-8")
    ledger_file.write_text(ledger_text(rows), "utf-8")
    words = ["track", "--format", "json", "--plan", plan_file, "--ledger", ledger_file]
    words += ["--as-of", as_of] if as_of else []
    done = CliRunner().invoke(group, [str(word) for word in words], prog_name="erqi")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    if done.exit_code:
        return {}, done.stderr
    found = json.loads(done.stdout, parse_float=Fraction, parse_int=Fraction)
    return {one["id"]: one for one in found["rows"]}, ""


def same(field, ours, theirs):
    """Tell whether a field of both answers is the same; quotients carry 34 digits."""
    if field == "period" and theirs is not None:
        return ours == end_of(theirs)
    if isinstance(ours, Fraction | int) and isinstance(theirs, Fraction):
        return abs(ours - theirs) <= Fraction(1, 10**25) * max(1, abs(ours))
    return ours == theirs


def shown(value):
    """Return a value of an answer for a message."""
    if isinstance(value, Fraction):
        return str(plain(value))
    return "-" if value is None else str(value)


def difference(case, target, ours, theirs, fields):
    """Return a target, its observations and both answers as a message."""
    plan, rows, as_of = case
    names = {target["id"]}
    if target["kind"] == "relative":
        names |= {target["to"], target.get("deflator")}
    own = [one for one in plan.get("observations", []) + rows if one["target"] in names]
    lines = [f"--- {plan['id']} {target['id']}: {', '.join(fields)}", f"target {target}"]
    lines += [f"thresholds {plan.get('thresholds')}  as of {as_of}"]
    lines += ["  ".join(shown(one.get(column)) or "." for column in COLUMNS) for one in own]
    lines += [
        f"  {field:18} model {shown(ours[field]):14} program {shown(theirs.get(field))}"
        f"{'  <' if field in fields else ''}"
        for field in ours
    ]
    return "\n".join(lines)


def differences_of(case, judge, folder, place):
    """Yield each target that differs: what kind of difference it is, and a message."""
    plan, rows, as_of = case
    verdicts = judge(plan, plan.get("observations", []) + rows, as_of)
    found, message = track(folder, plan, rows, as_of, place)
    if message:
        code = message.partition(": ")[2][:60]
        text = plan_text(plan, 1) + ledger_text(rows)
        yield f"refused {code}", f"--- {plan['id']} refused\n{message[:1500]}\n{text}"
        return
    for target in targets_of(plan):
        ours, theirs = verdicts[target["id"]], found.get(target["id"], {})
        fields = [name for name in ours if not same(name, ours[name], theirs.get(name))]
        if fields:
            name = f"{target['kind']} {target.get('collection', '')}: {', '.join(fields)}"
            yield name, difference(case, target, ours, theirs, fields)


def summary_of(groups, compared):
    """Return the kinds of differences, the most frequent first, each with one example."""
    ranked = sorted(groups.items(), key=lambda entry: -len(entry[1]))
    total = sum(map(len, groups.values()))
    lines = [f"{total} of {compared} targets differ"]
    lines += [f"{len(messages):5} x {name}" for name, messages in ranked]
    lines += [messages[0] for _, messages in ranked[:10]]
    return "\n".join(lines)

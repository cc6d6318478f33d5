"""The steps that commands share: load a plan, lay what-ifs over it, and read its observations."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from erqi_cli.cli.options import ScenarioOptions, TrackingOptions
from erqi_cli.cli.write import (
    READING_BASE_VALUES,
    READING_LEDGER,
    READING_PLAN,
    reading,
    report_encoding,
    report_notices,
    report_parts_of_names,
    report_reading,
    working,
)

if TYPE_CHECKING:
    from erqi_cli.calc.scenario.scenario import Scenario, Setting
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.domain.observation import Observation
    from erqi_cli.domain.plan import Plan
    from erqi_cli.results.tracking.notes import Followed

VERDICT = 6
"""The exit code of a verdict that the caller asked for: `Exit.VERDICT`, which imports an enum."""


def load(path: str | None) -> "Plan":
    """Return the plan to work on, and tell where a part of a name is taken for the whole.

    Raises Failure E1xx to E4xx.
    """
    from erqi_cli.readers.yaml.load import find_plan, load_plan

    report_parts_of_names()
    with working(READING_PLAN, file=find_plan(path)):
        return load_plan(path)


def parse_what_ifs(plan: "Plan", options: ScenarioOptions) -> "tuple[Setting, ...]":
    """Return the what-ifs on a plan; raises Failure if one is wrong."""
    if not options.settings:
        return ()
    from erqi_cli.calc.scenario.what_if import parse_settings

    return parse_settings(plan, options.settings)


def build_scenario(options: ScenarioOptions, published_by: str | None = None) -> "Scenario":
    """Return the plan with the user's base values and what-ifs laid over it.

    With `published_by` it is the plan as it was known by that day.
    """
    from erqi_cli.calc.scenario.scenario import scenario

    plan = load(options.plan)
    if published_by is not None:
        from erqi_cli.domain.base_value import plan_as_known_by
        from erqi_cli.readers.ledger.options import asked_day

        day = asked_day(published_by)
        _report_undated(plan, options.plan)
        plan = plan_as_known_by(plan, day)
    settings = parse_what_ifs(plan, options)
    bases = None
    if options.bases is not None:
        from erqi_cli.readers.base_values.read import read_base_values

        with reading(READING_BASE_VALUES):
            bases, table = read_base_values(options.bases, plan)
        report_reading(table)
    return scenario(plan, settings, bases)


def _report_undated(plan: "Plan", path: str | None) -> None:
    """Tell the user how many observations of a plan are left out because they have no day."""
    count = sum(not observation.published for observation in plan.observations)
    if not count:
        return
    from erqi_cli.errors.notice import Notice
    from erqi_cli.i18n.text import counted
    from erqi_cli.readers.yaml.load import find_plan

    notice = Notice("N504", {"count": count, "counted": counted(count, "observation")})
    report_notices(find_plan(path), [notice])


def build_tracker(
    scenario: "Scenario", options: TrackingOptions, history: Iterable[str] = ()
) -> "tuple[Tracker, Followed]":
    """Return the tracker of a plan, and where its observations come from.

    They come from the ledger; without one, from the plan itself. With a ledger, those of the plan
    count for other years than the plan year.
    """
    from erqi_cli.calc.tracking.tracker import Tracker
    from erqi_cli.readers.ledger.options import asked_scope, find_ledger
    from erqi_cli.results.tracking.notes import Followed

    plan = scenario.plan
    scope, as_of = asked_scope(plan, options.as_of, options.published_by, history)
    path = find_ledger(options.ledger)
    own = plan.observations_within(scope)
    if path is None:
        return Tracker(scenario, own, as_of), Followed(published_by=scope.published_by)
    from erqi_cli.readers.ledger.read import read_ledger

    with reading(READING_LEDGER):
        ledger = read_ledger(path, plan, scope)
    report_encoding(path, ledger.layout.encoding)
    report_notices(path, ledger.notices)
    before = [one for one in own if _counts_beside_ledger(plan, one)]
    followed = Followed(path, ledger.rows, ledger.elsewhere, ledger.undated, scope.published_by)
    return Tracker(scenario, [*before, *ledger.observations], as_of), followed


def _counts_beside_ledger(plan: "Plan", observation: "Observation") -> bool:
    """Tell whether an observation of the plan counts beside a ledger.

    In the year of a yearly plan the ledger takes its place.
    """
    return plan.years.are_several or observation.period.year != plan.plan_year


def select_targets(
    scenario: "Scenario", names: tuple[str, ...], action: str | None, *, scored_only: bool
) -> tuple[list[str], list[str]]:
    """Return the ids that the user named, and the ids to show.

    Without names, all targets with a score are shown. `action` leaves only its targets.
    """
    from erqi_cli.errors import failure
    from erqi_cli.parsing.lookup import find_action, find_targets

    plan = scenario.plan
    action_id = find_action(plan, action).id if action else None
    named = find_targets(plan, names)
    for target in named:
        if scored_only and not target.is_scored:
            raise failure("E616", id=target.id)
    chosen = named or [target for target in plan.targets if target.is_scored]
    shown = [target.id for target in chosen if action_id in (None, target.action_id)]
    return [target.id for target in named], shown

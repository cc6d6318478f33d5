"""Where the targets of one action stand, as `erqi show action` tells it below them."""

from dataclasses import dataclass

from erqi_cli.calc.tracking.tracker import Tracker
from erqi_cli.domain.plan import Action
from erqi_cli.i18n.text import Text
from erqi_cli.results.periods import month_words
from erqi_cli.results.plan.messages import PROGRESS, PROGRESS_AS_OF
from erqi_cli.results.result import Overview, Result
from erqi_cli.results.tracking.notes import Followed
from erqi_cli.results.tracking.overview.overview import tracking_overview
from erqi_cli.results.tracking.rows import TrackingRow
from erqi_cli.results.tracking.summary import Counts, count_statuses
from erqi_cli.results.tracking.table import tracking_result

NOT_OF_ONE_ACTION = ("unscored", "elsewhere")
"""The codes of the notes that count what the whole plan or ledger has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionProgress:
    """Where the targets of an action stand: as of when, by which ledger, how many, and each one.

    `ledger` is None for the observations of the plan, `as_of` is None without data.
    """

    as_of: str | None
    ledger: str | None
    summary: Counts
    targets: tuple[TrackingRow, ...]


def action_progress(
    tracker: Tracker,
    followed: Followed,
    action: Action,
) -> Result[TrackingRow] | None:
    """Return where the targets of an action stand; None if none of them is judged."""
    scored = [target.id for target in action.targets if target.is_scored]
    if not scored:
        return None
    tracked = tracker.track(scored)
    result = tracking_result(tracker, tracked, followed)
    return result._replace(
        title=_title(tracker),
        overview=lambda: _overview(tracker, result, followed),
    )


def progress_of(
    tracker: Tracker,
    followed: Followed,
    result: Result[TrackingRow] | None,
) -> ActionProgress | None:
    """Return the same for the JSON document."""
    if result is None:
        return None
    as_of = tracker.as_of
    return ActionProgress(
        as_of=as_of.text if as_of else None,
        ledger=followed.ledger,
        summary=count_statuses(result.rows),
        targets=result.rows,
    )


def _title(tracker: Tracker) -> Text:
    if tracker.as_of is None:
        return PROGRESS
    return PROGRESS_AS_OF.fill(as_of=month_words(tracker.as_of.text))


def _overview(
    tracker: Tracker,
    result: Result[TrackingRow],
    followed: Followed,
) -> Overview[TrackingRow]:
    """Return the overview of the action alone; those without data are only counted."""
    overview = tracking_overview(tracker, result, followed, folds=True)
    notes = [note for note in overview.notes if note.code not in NOT_OF_ONE_ACTION]
    return overview._replace(closing=(), notes=tuple(notes))

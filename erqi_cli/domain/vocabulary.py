"""The words of the field: kinds of target, comparators, statuses and the like.

This is the only place of these words. Plan files, command lines and JSON use the values; readers,
calculations and writers use the members. Where the words have an order, the members stand in it.
"""

from enum import StrEnum

from erqi_cli.i18n.text import Text


class EntryType(StrEnum):
    """What a user can name in a plan."""

    INDICATOR = "indicator"
    ACTION = "action"
    TARGET = "target"
    RATIO = "ratio"
    SOURCE = "source"

    @property
    def plural(self) -> str:
        """The word for several of them, as `erqi list` takes it."""
        return f"{self.value}s"


ENTRY_TYPE_NAMES = {
    EntryType.INDICATOR: Text("指标", "indicator"),
    EntryType.ACTION: Text("行动", "action"),
    EntryType.TARGET: Text("目标", "target"),
    EntryType.RATIO: Text("比率", "ratio"),
    EntryType.SOURCE: Text("来源", "source"),
}


class Kind(StrEnum):
    """What a target sets: a growth, an amount, a share, something to be done and so on."""

    GROWTH = "growth"
    LEVEL = "level"
    COUNT = "count"
    SHARE = "share"
    MILESTONE = "milestone"
    RELATIVE = "relative"
    QUALITATIVE = "qualitative"
    CONTEXT = "context"


RATE_KINDS = frozenset({Kind.GROWTH, Kind.SHARE})
"""The kinds whose figure is a rate in percent, written with a percent sign."""
GROWTH_KINDS = frozenset({Kind.GROWTH, Kind.RELATIVE})
"""The kinds that are judged on a growth."""
AMOUNT_KINDS = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE})
"""The kinds whose figure is an amount or a share that comes about over the year."""
UNSCORED_KINDS = frozenset({Kind.CONTEXT, Kind.QUALITATIVE})
"""The kinds that are shown and never judged."""


class Comparator(StrEnum):
    """How a figure is qualified: 左右, 以上, 以内, not at all, or by the two ends of a range."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    BETWEEN = "between"


class Commitment(StrEnum):
    """The word of the document that says how firm a target is: 确保, 计划, 力争 …; a label only."""

    ENSURE = "ensure"
    PLAN = "plan"
    STRIVE = "strive"
    SEEK = "seek"
    URGE = "urge"
    PREPARE = "prepare"


class Collection(StrEnum):
    """How a figure comes about over time: added up, counted at the end, or an average.

    These are the codes S, E and A of the SDMX concept of collection over time.
    """

    SUMMED = "summed"
    END_OF_PERIOD = "end_of_period"
    AVERAGE = "average"


class Better(StrEnum):
    """Which way is better: a higher figure, a lower one, or one within a corridor."""

    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"


class GrowthOver(StrEnum):
    """What a growth target of several years is counted over: a year on average, or the plan."""

    YEAR = "year"
    PLAN = "plan"


class Obligation(StrEnum):
    """How binding a target is: 约束性 or 预期性."""

    BINDING = "binding"
    EXPECTED = "expected"


class Pace(StrEnum):
    """How a summed target spreads over the year."""

    LINEAR = "linear"
    BASE_YEAR = "base_year"


class OutlookMethod(StrEnum):
    """How the year-end value of a sum is extrapolated: by the base year or the run rate."""

    BASE_YEAR = "base_year"
    RUN_RATE = "run_rate"


class IntervalGap(StrEnum):
    """Why an extrapolated value has no interval."""

    FEW_YEARS = "few-years"
    EVEN_PACE = "even-pace"
    TOO_WIDE = "too-wide"


class PriceBasis(StrEnum):
    """The prices at which a growth is measured."""

    CONSTANT = "constant"
    CURRENT = "current"


class RatioForm(StrEnum):
    """How a ratio is expressed: a part of the whole, percent, or times."""

    SHARE = "share"
    PERCENT = "percent"
    MULTIPLE = "multiple"


class ObservationStatus(StrEnum):
    """The status of an observation: codes of the SDMX code list CL_OBS_STATUS."""

    NORMAL = "A"
    PROVISIONAL = "P"
    ESTIMATED = "E"
    FORECAST = "F"
    BREAK = "B"


class BaseValueOrigin(StrEnum):
    """Where a base value comes from: the plan, a user's file, or a what-if."""

    PLAN = "plan"
    FILE = "file"
    WHAT_IF = "what_if"


class Status(StrEnum):
    """Where a target stands, the worst first.

    During the year: seriously_behind, behind, no_data, not_due, on_pace, ahead, done.
    Once the year's figure is known: missed, close, no_data, met.
    """

    MISSED = "missed"
    SERIOUSLY_BEHIND = "seriously_behind"
    BEHIND = "behind"
    CLOSE = "close"
    NO_DATA = "no_data"
    NOT_DUE = "not_due"
    ON_PACE = "on_pace"
    AHEAD = "ahead"
    DONE = "done"
    MET = "met"


class Mark(StrEnum):
    """What a verdict carries beside its status."""

    STALE = "stale"


class JudgedOn(StrEnum):
    """What a target is judged on: a growth, an amount, a share, or whether it is done."""

    GROWTH = "growth"
    LEVEL = "level"
    SHARE = "share"
    MILESTONE = "milestone"


class ProgressMeaning(StrEnum):
    """What a completion or a gap counts: what is done, used of a limit, or where in a range."""

    DONE = "done"
    USED = "used"
    WITHIN = "within"
    BEYOND = "beyond"
    BELOW = "below"


class ScheduleStep(StrEnum):
    """The step of a timetable."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


class ScheduleGap(StrEnum):
    """Why a target has no timetable."""

    NO_SHARES = "no-shares"
    NO_BASE = "no-base"
    MILESTONE = "milestone"
    RELATIVE = "relative"
    AVERAGE = "average"
    NO_PATH = "no-path"


class Quantity(StrEnum):
    """The four quantities of compound growth: target = base × (1 + rate) ^ years."""

    BASE = "base"
    RATE = "rate"
    YEARS = "years"
    TARGET = "target"


class FindingKind(StrEnum):
    """What an audit found about a figure of the document or of the plan, the worst first."""

    MISSING = "not_held"
    DIFFERS = "differs"
    ABSENT = "absent"
    UNUSED = "unused"
    MATCHED = "held"
    IGNORED = "ignored"


class Difference(StrEnum):
    """In what the plan's figure differs from the document's."""

    VALUE = "value"
    UNIT = "unit"
    COMPARATOR = "comparator"
    PHRASE = "phrase"
    LONGER_TERM = "longer_term"

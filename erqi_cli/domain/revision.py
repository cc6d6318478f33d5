"""A revision of a target: the figure that takes the place of the earlier one from a day on."""

from typing import Annotated, NamedTuple

from erqi_cli.domain.field_types import (
    Day,
    Description,
    Figure,
    FigureGrowth,
    KeyName,
    Line,
    Note,
)


class Revision(NamedTuple):
    """What a target is to reach from a day on; a figure that is left out stays as it was."""

    day: Annotated[
        Day,
        KeyName("from"),
        Description("first day on which the new figure counts", "新目标值的起算日"),
    ]
    growth: Annotated[
        FigureGrowth | None,
        Description("the new target growth, such as 8%", "新的增长目标，如 8%"),
    ] = None
    value: Annotated[
        Figure | None,
        Description("the new figure", "新的数值"),
    ] = None
    upper: Annotated[
        Figure | None,
        Description("the new upper end, with between", "新的区间上限"),
    ] = None
    phrase: Annotated[
        Line | None,
        Description("the words that give the new figure", "载明新数值的原文短语"),
    ] = None
    note: Annotated[
        Note | None,
        Description("who revised it, and why", "由谁调整、为何调整"),
    ] = None

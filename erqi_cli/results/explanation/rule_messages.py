"""The texts of the rules by which a status is decided."""

from erqi_cli.i18n.text import Text

SUM_RULE = Text(
    "累计数：达到目标为已完成；未达到时看完成率与应完成比例之差：{ahead}个百分点及以上为超进度，"
    "低于{behind}个百分点为欠进度，其余为达进度。",
    "A sum is done once it reaches the figure. Until then completion minus the expected share "
    "decides: ahead from {ahead}, behind below {behind}, in percentage points, else on pace.",
)
BUDGET_RULE = Text(
    "累计数的上限：已用比例比可用比例低{ahead}个百分点及以上为超进度，高于可用比例或超过上限为"
    "欠进度，其余为达进度。",
    "A limit on a sum: the share that may be used by now minus the share that is used decides: "
    "ahead from {ahead}, behind below {behind}, in percentage points, else on pace. Above the "
    "limit it is behind.",
)
CORRIDOR_SUM_RULE = Text(
    "累计数的区间：区间两端按应完成比例折算，在其中为达进度，否则为欠进度。",
    "A range for a sum: both ends are taken at the expected share; on pace between them, "
    "otherwise behind.",
)
STOCK_PATH_RULE = Text(
    "期末数：从年初水平到目标按时间均匀推进，看实际与应达到水平之差占全程的百分比：{ahead}%及以上"
    "为超进度，低于{behind}%为欠进度，其余为达进度；达到目标为已完成。",
    "A stock: it goes evenly from its baseline to the figure. The distance from the expected "
    "level, in percent of the whole way, decides: ahead from {ahead}, behind below {behind}, else "
    "on pace. It is done once it reaches the figure.",
)
STOCK_TRAJECTORY_RULE = Text(
    "期末数：看实际与最近一次分期要求之差占目标（有年初水平的占全程）的百分比：{ahead}%及以上为"
    "超进度，低于{behind}%为欠进度，其余为达进度；达到目标为已完成。",
    "A stock with a trajectory: the distance from its last node, in percent of the figure or of "
    "the way from the baseline, decides: ahead from {ahead}, behind below {behind}, else on pace. "
    "It is done once it reaches the figure.",
)
STOCK_RULE = Text(
    "期末数，没有年初水平和分期要求：达到目标为已完成，到期前未达到为未到期。",
    "A stock without a baseline or a trajectory: done once it reaches the figure, not due before.",
)
STOCK_LIMIT_RULE = Text(
    "期末数的上限或区间，全年有效：符合为达进度，不符合为欠进度。",
    "A limit or a range for a stock holds at any time: on pace while it is kept, behind once it "
    "is broken.",
)
KEPT_RULE = Text(
    "年初已达到目标，要求保持：保持为已完成，否则为欠进度。",
    "Reached at the start of the year and to be kept: done while it is kept, otherwise behind.",
)
AVERAGE_RULE = Text(
    "平均数，随时按目标（有分期要求的按最近一次要求）衡量：符合为达进度，不符合为欠进度。",
    "An average holds at any time, against the figure or the last node of its trajectory: on pace "
    "if it is met, otherwise behind.",
)
GROWTH_RULE = Text(
    "增速不与时间进度比较：达到目标（含容差）为达进度，优于目标{ahead}个百分点及以上为超进度；"
    "未达到目标且与目标之差低于{behind}个百分点为欠进度。",
    "Growth is not compared with the share of the year. On pace if it meets the target with its "
    "tolerance, ahead from a lead of {ahead}. Behind if it does not meet the target and its lead "
    "is below {behind}, in percentage points.",
)
AVERAGE_GROWTH_RULE = Text(
    "平均增速，随时按目标衡量：符合（含容差）为达进度，不符合为欠进度。",
    "An average growth holds at any time: on pace if it meets the target with its tolerance, "
    "otherwise behind.",
)
CORRIDOR_GROWTH_RULE = Text(
    "增速区间，不与时间进度比较：在区间内为达进度，否则为欠进度。",
    "A range of growth, not compared with the share of the year: on pace within it, otherwise "
    "behind.",
)
COMPOUNDED_RULE = Text(
    "多年增速：各年增速连乘，按对数计算完成率，与规划期进度相比高{ahead}个百分点及以上为快于预期，"
    "低于{behind}个百分点为滞后，其余为符合预期；提前达到为提前完成。末年数据公布后按目标评价。",
    "Growth over several years: the yearly growths are chained, and completion is logarithmic. "
    "Completion minus the share of the plan that has passed decides: faster than expected from "
    "{ahead}, behind below {behind}, in percentage points, else as expected; done early once it "
    "is reached. The figure of the last year decides at the end.",
)
MILESTONE_RULE = Text(
    "完成即为已完成；逾期未完成为欠进度，逾期完成的注明逾期。",
    "Done or not; behind if not done by its due date, late if done after it.",
)
SERIOUSLY_BEHIND_RULE = Text(
    "低于{points}个百分点为严重滞后。",
    "Seriously behind below {points} points.",
)
DUE_DATE_RULE = Text(
    "{due}到期：期限内达到（含容差）即为完成，期限后达到的注明逾期，未达到为欠进度。",
    "Due on {due}: what is reached by then, with its tolerance, stays reached; what is reached "
    "later is late; otherwise it is behind.",
)
YEAR_END_RULE = Text(
    "年度数据公布后：达到目标（含容差）为完成，相差{close}以内为接近，其余为未完成。",
    "Once the year's figure is out: met if it reaches the target with its tolerance, close if it "
    "misses it by at most {close}, otherwise missed.",
)
LIMIT_YEAR_END_RULE = Text(
    "年度数据公布后：越限不超过{tolerance}为完成，不超过{close}为接近，其余为未完成。",
    "Once the year's figure is out: met if it is past the limit by at most {tolerance}, close up "
    "to {close}, otherwise missed.",
)
STRICT_LIMIT_YEAR_END_RULE = Text(
    "年度数据公布后：符合目标为完成，不符合为未完成。",
    "Once the year's figure is out: met if it keeps to the target, otherwise missed.",
)
PERCENT_OF_FIGURE = Text("目标值的{percent}%", "{percent}% of the figure")
POINTS_OFF = Text("{points}个百分点", "{points} percentage points")

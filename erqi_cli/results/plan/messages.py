"""The texts of results about the plan itself."""

from erqi_cli.domain.vocabulary import Kind
from erqi_cli.i18n.text import Text

LIST_TITLE = Text("{plan}：{what}（{count}项）", "{plan}: {what} ({count})")
INDICATORS = Text("指标", "indicators")
HEADLINE_INDICATORS = Text("主要预期目标", "headline indicators")
ACTION_TARGETS = Text("行动目标", "targets of the actions")
INDICATORS_AND_TARGETS = Text("指标与目标", "indicators and targets")
ACTIONS = Text("行动", "actions")
SOURCES = Text("来源", "sources")
RATIOS = Text("比率", "ratios")
NOT_SCORED = Text("不评分", "not scored")

QUOTED = Text("“{phrase}”", "“{phrase}”")
SOURCE = Text("{publisher}：{title}", "{publisher}: {title}")
SOURCE_OF_DAY = Text("{publisher}：{title}，{day}", "{publisher}: {title}, {day}")
TOLERANCE_OF_AMOUNT = Text("目标值的{tolerance}%", "{tolerance}% of the figure")
TOLERANCE_OF_RATE = Text("{tolerance}个百分点", "{counted}")
BY_DEFAULT = Text("{words}（默认）", "{words} (default)")
NODE = Text("{period}：{what}", "{period}: {what}")
PART_OF_FIGURE = Text("目标的{rate}", "{rate} of the figure")
AHEAD_FROM = Text("{points}个百分点及以上为超进度", "ahead from {points} points")
BEHIND_BELOW = Text("低于{points}个百分点为欠进度", "behind below {points} points")
SERIOUSLY_BEHIND_BELOW = Text(
    "低于{points}个百分点为严重滞后",
    "seriously behind below {points} points",
)
YEAR = Text("{year}年", "{year}")
YEAR_PROJECTED = Text("{year}年预期", "{year} projected")
OBSERVATION = Text("{period}：{figures}", "{period}: {figures}")
ACTION_TITLE = Text("行动{number}：{name}", "Action {number}: {name}")
NUMBERED_ACTION = Text("{number} {name}", "{number} {name}")
NAME_AND_PERIOD = Text("{name}，{period}", "{name}, {period}")

ID_LABEL = Text("编号", "Id")
NUMBER_LABEL = Text("序号", "No.")
TITLE_LABEL = Text("标题", "Title")
TARGET_GROWTH_LABEL = Text("增速目标", "Target growth")
TOLERANCE_LABEL = Text("容差", "Tolerance")
COMMITMENT_LABEL = Text("承诺表述", "Commitment")
UNIT_LABEL = Text("单位", "Unit")
PRICES_LABEL = Text("价格口径", "Prices")
INDEX_LABEL = Text("指数", "Index")
NOTE_LABEL = Text("说明", "Note")
PHRASE_LABEL = Text("原文", "Phrase")
SOURCE_LABEL = Text("出处", "Source")
PUBLISHED_LABEL = Text("公布", "Published")
ACTION_LABEL = Text("行动", "Action")
KIND_LABEL = Text("类型", "Kind")
FIGURE_LABEL = Text("数值", "Figure")
NAME_LABEL = Text("名称", "Name")
ALIASES_LABEL = Text("又称", "Also called")
BETTER_LABEL = Text("优劣方向", "Direction")
COLLECTION_LABEL = Text("取数方式", "Collection")
PACE_LABEL = Text("进度安排", "Pace")
TRAJECTORY_LABEL = Text("分期要求", "Trajectory")
THRESHOLDS_LABEL = Text("状态界限", "Thresholds")
DEFLATOR_LABEL = Text("价格涨幅", "Price rise")
DUE_LABEL = Text("期限", "Due")
PUBLISHER_LABEL = Text("发布者", "Publisher")
DAY_LABEL = Text("发布日期", "Published")
ADDRESS_LABEL = Text("网址", "Address")
PROGRESS = Text("进度", "Progress")
PROGRESS_AS_OF = Text("进度（截至{as_of}）", "Progress as of {as_of}")
REQUIRED_LABEL = Text("工作要求", "Requirements")
PLANNED_LABEL = Text("主要举措", "Measures")

NO_PROBLEMS = Text("{path}：没有问题", "{path}: no problems")
ONLY_NOTICES = Text("{path}：没有错误，有{count}条提示", "{path}: no mistakes, {counted}")
PROBLEMS_FOUND = Text("{path}：{count}处问题", "{path}: {counted}")
INDICATORS_COUNTED = Text("指标", "Indicators")
ACTIONS_COUNTED = Text("行动", "Actions")
TARGETS_COUNTED = Text("行动中的数字和目标", "Figures and targets in actions")
KINDS_COUNTED = {
    Kind.GROWTH: Text("其中：增长目标", "Of these, growth targets"),
    Kind.LEVEL: Text("其中：规模目标", "Of these, levels"),
    Kind.COUNT: Text("其中：数量目标", "Of these, counts"),
    Kind.SHARE: Text("其中：占比目标", "Of these, shares"),
    Kind.MILESTONE: Text("其中：节点目标", "Of these, milestones"),
    Kind.RELATIVE: Text("其中：相对目标", "Of these, relative targets"),
    Kind.QUALITATIVE: Text("其中：定性目标", "Of these, qualitative targets"),
    Kind.CONTEXT: Text("其中：背景数", "Of these, context figures"),
}
RATIOS_COUNTED = Text("比率", "Ratios")
OBSERVATIONS_COUNTED = Text("公布的数据", "Observations")
SOURCES_COUNTED = Text("来源", "Sources")
LEDGER_ROWS = Text("数据行数", "Rows")
ROWS_OF_OTHER_YEARS = Text("其中：其他年份", "Of these, from other years")
TARGETS_OBSERVED = Text("涉及的指标和目标", "Indicators and targets reported")
DISTRICT_LABEL = Text("地区", "District")
CITY_LABEL = Text("城市", "City")
MEETING_LABEL = Text("会议", "Meeting")
DATE_LABEL = Text("日期", "Date")
AIM_LABEL = Text("总体要求", "Aim")
ENCODING_LABEL = Text("编码", "Encoding")

ERROR_CODE = Text("错误代码", "error code")
CODE_TITLE = Text("错误代码 {code}", "Error code {code}")
NOTICE_TITLE = Text("提示 {code}", "Notice {code}")
NOTICE_EXIT = Text("0；erqi check --strict 为 6", "0; 6 with erqi check --strict")
CLOSEST_CODES = Text("最接近的代码：{codes}", "the closest: {codes}")
CODE_FORM = Text("代码形如 E203，见错误消息", "codes look like E203; error messages show them")
MESSAGE_LABEL = Text("消息", "Message")
REMEDY_LABEL = Text("处理", "Remedy")
WHY_LABEL = Text("原因", "Why")
EXIT_CODE_LABEL = Text("退出码", "Exit code")

GAP_OF_GROWTH = Text(
    "增速目标没有序时进度，与目标之差为 {id}.gap",
    "a growth target has no pace; its lead over the target is {id}.gap",
)

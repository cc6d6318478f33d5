"""The texts of `erqi explain`, besides the rules by which a status is decided."""

from erqi_cli.calc.tracking.path import PathBasis
from erqi_cli.domain.vocabulary import Better, Comparator, GrowthOver
from erqi_cli.i18n.text import Text, same

TITLE = Text("{name}（{id}）", "{name} ({id})")
PART_LABEL = Text("部分", "Part")
ITEM_LABEL = Text("项目", "Item")
CONTENT_LABEL = Text("内容", "Content")
INPUTS = Text("基本情况", "Inputs")
FORMULA = Text("计算", "Formula")
RULES = Text("规则", "Rules")
SOURCES = Text("出处", "Sources")
PROGRESS = Text("进展", "Progress")

TARGET_GROWTH_LABEL = Text("增速目标", "Target growth")
VALUE_OF_YEAR_LABEL = Text("{year}年值", "{year} value")
PRICE_RISE_LABEL = Text("价格涨幅", "Price rise")
KIND_LABEL = Text("类型", "Kind")
FIGURE_LABEL = Text("数值", "Figure")
DUE_LABEL = Text("期限", "Due")
NUMERATOR_LABEL = Text("分子 {id}", "Numerator {id}")
DENOMINATOR_LABEL = Text("分母 {id}", "Denominator {id}")
VALUES_OF_TWO_YEARS = Text(
    "{base_year}年 {base_value}，{plan_year}年 {plan_value}",
    "{base_year}: {base_value}; {plan_year}: {plan_value}",
)

INDEX_OF_YEAR_LABEL = Text("{year}年指数", "{year} index")
INCREASE_LABEL = Text("增量", "Increase")
YEAR_LABEL = Text("{year}年", "{year}")
INDEX_FORMULA = same("100 × {growth} = {index}")
VALUE_FORMULA = same("{base} × {growth} = {projected}")
INCREASE_FORMULA = same("{projected} − {base} = {increase}")
QUOTIENT = same("{upper} ÷ {lower} = {result}")
QUOTIENT_OF_UNITS = same("{upper} ÷ {lower} ({upper_unit} ÷ {lower_unit}) = {result}")
CHANGE_LABEL = Text("变化", "Change")
CHANGE_IN_TIMES = Text("{change}倍", "{change}")

PRICES_LABEL = Text("价格", "Prices")
ASSUMPTION_LABEL = Text("前提", "Assumption")
VERDICT_LABEL = Text("评价标准", "Verdict")
GROWTH_LABEL = Text("增速", "Growth")
NOTE_LABEL = Text("说明", "Note")
HINT_LABEL = Text("提示", "Note")
COMMITMENT_LABEL = Text("承诺表述", "Commitment")
NOT_SCORED = Text("只列示，不评分", "listed, not scored")
JUDGED_ON_PUBLISHED_GROWTH = Text(
    "以公布的增速评价，不以两年水平值之比评价",
    "judged on published growth, never on the ratio of two levels",
)
COMMITMENT_IS_A_LABEL = Text(
    "{commitment}（不影响评价）",
    "{commitment}; it does not affect the status",
)
VERDICTS = {
    Comparator.ABOUT: Text(
        "“左右”：相差不超过{tolerance}的视为达到",
        "“about”: still met if missed by at most {tolerance}",
    ),
    Comparator.AT_LEAST: Text("“以上”：该数为下限", "“at least”: the figure is the minimum"),
    Comparator.AT_MOST: Text("“以内”：该数为上限", "“at most”: the figure is the limit"),
    Comparator.EXACTLY: Text(
        "没有限定词：达到该数即为完成",
        "no qualifier: met once the figure is reached",
    ),
}
FALL_VERDICTS = {
    Comparator.AT_MOST: Text("“下降…以上”：该降幅为下限", "the fall has to be at least this large"),
    Comparator.AT_LEAST: Text("“下降不超过”：该降幅为上限", "the fall may be at most this large"),
}
"""Of growths below zero: to grow by at most −3% is to fall by at least 3%."""
RANGE_VERDICTS = {
    Better.HIGHER: Text(
        "区间：达到下限即为完成；高于上限的予以注明",
        "a range: met from its lower end; a note marks a value above it",
    ),
    Better.LOWER: Text(
        "区间：不高于上限即为完成；低于下限的予以注明",
        "a range: met up to its upper end; a note marks a value below it",
    ),
    Better.WITHIN: Text("区间：在区间内即为完成", "a range: met inside it"),
}
RELATIVE_VERDICTS = {
    Comparator.EXACTLY: Text(
        "同步：不低于所比增速即为完成",
        "in step: met if not below the other growth",
    ),
    Comparator.ABOUT: Text(
        "基本同步：低于所比增速不超过{tolerance}即为完成",
        "roughly in step: met if at most {tolerance} below the other growth",
    ),
    Comparator.AT_LEAST: Text(
        "高于：须高于所比增速，持平不算完成",
        "faster: the same growth is not enough",
    ),
    Comparator.AT_MOST: Text(
        "不高于：不超过所比增速即为完成",
        "not faster: met if not above the other growth",
    ),
    Comparator.BETWEEN: Text(
        "与所比增速之差在区间内即为完成",
        "met if the difference between the two is inside the range",
    ),
}
RELATIVE_VERDICTS_IN_POINTS = {
    Comparator.EXACTLY: Text(
        "与所比增速之差达到要求即为完成",
        "met once the difference between the two is reached",
    ),
    Comparator.ABOUT: Text(
        "与所比增速之差，少于要求不超过{tolerance}即为完成",
        "still met if the difference is missed by at most {tolerance}",
    ),
    Comparator.AT_LEAST: Text(
        "与所比增速之差不低于要求即为完成",
        "met if the difference between the two is at least this large",
    ),
    Comparator.AT_MOST: Text(
        "与所比增速之差不高于要求即为完成",
        "met if the difference between the two is at most this large",
    ),
}
"""Of relative targets that state by how many points."""
WITH_TOLERANCE = Text("{verdict}；容差{tolerance}", "{verdict}; tolerance {tolerance}")
BETTER_LABEL = Text("优劣方向", "Direction")
BETTER_WORDS = Text("{better}（{reason}）", "{better} ({reason})")
COLLECTION_LABEL = Text("取数方式", "Collection")
COLLECTION_WORDS = Text("{collection}（{reason}）", "{collection} ({reason})")
STATED = Text("计划写明", "stated in the plan")
DEFAULT_OF_KIND = Text("{kind}目标的默认方式", "the default for the kind {kind}")
HAS_BASELINE = Text("计划写明起点，为存量", "it has a baseline, so it is a stock")
IS_LIMIT = Text("“以内”为上限", "“at most” is a limit")
IS_FALL = Text("目标为下降", "the target is a fall")
COMES_DOWN = Text("目标低于起点", "the figure is below the baseline")
IS_ZERO = Text("目标值为零", "the figure is zero")
DEFAULT = Text("默认", "the default")
DEFLATED_GROWTH_LABEL = Text("实际增速", "Real growth")
DEFLATED_GROWTH = same("(1 + {nominal}) ÷ (1 + {deflator}) − 1 = {real}")
COMPARED_WITH = Text("{name}增速{rate}", "growth of {name}: {rate}")
COMPARED_WITH_LABEL = Text("比较对象", "Compared with")

PHRASE_LABEL = Text("原文", "Phrase")
REPLACED_PHRASE_LABEL = Text("原文（已被假设取代）", "Phrase (replaced by the what-if)")
BASE_VALUE_LABEL = Text("基期值", "Base value")
QUOTATION = Text("“{phrase}”", "“{phrase}”")
CITATION = Text("“{phrase}”，{source}", "“{phrase}”, {source}")

OBSERVATION_LABEL = Text("数据", "Observation")
STATUS_LABEL = Text("状态", "Status")
COMPLETION_LABEL = Text("完成率", "Completion")
PACE_LABEL = Text("超/欠进度", "Pace")
PUBLISHED_GROWTH_LABEL = Text("公布增速", "Published growth")
IMPLIED_GROWTH_LABEL = Text("隐含增速", "Implied growth")
IMPLIED_BASE_OF_YEAR_LABEL = Text("隐含{year}年值", "Implied {year}")
IMPLIED_BASE_OF_PERIOD_LABEL = Text("隐含{year}年同期值", "Implied {year}, same period")
AGAINST_TARGET_LABEL = Text("与目标之差", "Against the target")
AGAINST_TRAJECTORY_LABEL = Text("与分期要求之差", "Against the trajectory")
NEEDED_GROWTH_LABEL = Text("余下月份所需增速", "Growth needed")
NEEDED_LABEL = Text("尚需", "Needed")
PER_MONTH_LABEL = Text("月均", "Per month")

POINTS = Text("个百分点", " percentage points")
PERCENTAGE_POINTS = Text("{number}个百分点", "{counted}")
MONTHS_PASSED = Text("{part} ÷ {whole}个月 = {share}", "{part} ÷ {whole} months = {share}")
YEARS_PASSED = Text("{part} ÷ {whole}年 = {share}", "{part} ÷ {whole} years = {share}")
PART_PASSED = Text("{share}", "{share}")
CHAINED_LABEL = Text("各年增速连乘", "Yearly growths")
CHAINED = same("{factors} = {level}")
LOG_PROGRESS = same("ln {level} ÷ ln {whole} = {completion}")
NEEDED_YEARLY_LABEL = Text("余下各年所需年均增速", "Growth needed a year")
NEEDED_YEARLY = same("({whole} ÷ {level}) ^ (1 ÷ {left}) − 1 = {needed}")
SO_FAR_LABEL = Text("至今增速", "Growth so far")
GROWTHS_OVER = {
    GrowthOver.PLAN: Text("规划期累计{growth}", "{growth} over the whole plan"),
    GrowthOver.YEAR: Text("年均{growth}", "{growth} a year on average"),
}
DAYS_PASSED = Text("{part} ÷ {whole}天 = {share}", "{part} ÷ {whole} days = {share}")
BASES = {
    PathBasis.DUE: Text("到期", "due"),
    PathBasis.NODE: Text("按分期要求", "by the trajectory"),
    PathBasis.BASE_YEAR: Text("按基期年各月", "as in the base year's months"),
    PathBasis.LINEAR: Text("按时间均匀推进", "evenly over time"),
}
EXPECTED_AMOUNT = Text("{amount}（{basis}）", "{amount} ({basis})")
EXPECTED_ON_WAY = same("{start} + {share} × ({end} − {start}) = {level}")
EXPECTED_LABEL = Text("应完成", "Expected")
EXPECTED_LEVEL_LABEL = Text("应达到", "Expected")
BELOW_TARGET_LABEL = Text("与目标之差", "Distance from the target")
GAP_OF_AMOUNTS = same("{left} − {right} = {gap}")
GAP_OF_RATES = same("{left}% − {right}% = {gap}")
NEEDED_AVERAGE_LABEL = Text("余下时间所需平均数", "Average needed")
NEEDED_AVERAGE = same("({target} × {whole} − {actual} × {passed}) ÷ {rest} = {needed}")
SIDE_GROWTH_LABEL = Text("同时要求的增速", "Growth required too")
SIDE_GROWTH = Text(
    "目标{target}，公布{actual}：{status}",
    "target {target}, published {actual}: {status}",
)
COMPLETION_FROM_ZERO = same("{actual} ÷ {end} = {completion}")
PACE_SUBTRACTION = same("{done} − {expected} = {pace}")
SIZE_IN_RANGE = Text("{size}（{place}）", "{size} ({place})")
GROWTH_SUBTRACTION = same("{better} − {worse} = {lead}")
BETTER_THAN_NODE = Text("优于要求{size}", "{size} better")
SHORT_OF_NODE = Text("距要求{size}", "{size} short")
IMPLIED_GROWTH = same("{level} ÷ {base} − 1 = {implied}")
NEEDED_GROWTH = same("({whole} − {share} × {to_date}) ÷ (1 − {share}) = {needed}")
REDUCED_BY = Text("减少{amount}", "a reduction of {amount}")

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

TARGET_GROWTH_LABEL = Text("增长目标", "Target growth")
VALUE_OF_YEAR_LABEL = Text("{year}年值", "{year} value")
PRICE_RISE_LABEL = Text("价格涨幅", "Price rise (deflator)")
KIND_LABEL = Text("类型", "Kind")
FIGURE_LABEL = Text("数值", "Figure")
BASELINE_LABEL = Text("年初水平", "Baseline")
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
CHANGE_IN_POINTS = Text("{change}个百分点", "{change} percentage points")
CHANGE_IN_TIMES = Text("{change}倍", "{change} times")

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
    "{commitment}：仅为标注，不影响评价",
    "{commitment}: a label; it does not affect the status",
)
VERDICTS = {
    Comparator.ABOUT: Text(
        "“左右”按容差评价：未达到目标但相差不超过{tolerance}的，也为完成",
        "“about” is judged with its tolerance: met if it misses the figure by at most {tolerance}",
    ),
    Comparator.AT_LEAST: Text("“以上”：该数为下限", "“at least”: the figure is the floor"),
    Comparator.AT_MOST: Text("“以内”：该数为上限", "“at most”: the figure is the limit"),
    Comparator.EXACTLY: Text(
        "原文没有限定词：达到即为完成",
        "the document has no qualifier: met once reached",
    ),
}
RANGE_VERDICTS = {
    Better.HIGHER: Text(
        "区间：达到下限即为完成，高于上限注明",
        "a range: met from its lower end; above its upper end a note says so",
    ),
    Better.LOWER: Text(
        "区间：不高于上限即为完成，低于下限注明",
        "a range: met up to its upper end; below its lower end a note says so",
    ),
    Better.WITHIN: Text("区间：在区间内即为完成", "a range: met within it"),
}
RELATIVE_VERDICTS = {
    Comparator.EXACTLY: Text("同步：不低于对方增速即为完成", "in step: met if not below the other"),
    Comparator.ABOUT: Text(
        "基本同步：低于对方增速不超过{tolerance}即为完成",
        "about in step: met if at most {tolerance} below the other",
    ),
    Comparator.AT_LEAST: Text(
        "高于：须高于对方增速，持平不算", "faster: to be as fast is not enough"
    ),
    Comparator.AT_MOST: Text(
        "不高于：不超过对方增速即为完成", "not above: met if at most the other"
    ),
    Comparator.BETWEEN: Text(
        "与对方增速之差在区间内即为完成", "met within the range above the other"
    ),
}
WITH_TOLERANCE = Text("{verdict}；容差{tolerance}", "{verdict}; tolerance {tolerance}")
BETTER_LABEL = Text("优劣方向", "Direction")
BETTER_WORDS = Text("{better}（{reason}）", "{better} ({reason})")
COLLECTION_LABEL = Text("取数方式", "Collection")
COLLECTION_WORDS = Text("{collection}（{reason}）", "{collection} ({reason})")
STATED = Text("计划写明", "stated in the plan")
DEFAULT_OF_KIND = Text("类型为{kind}时的默认", "the default for the kind {kind}")
HAS_BASELINE = Text("有年初水平，是存量", "it has a baseline, so it is a stock")
IS_LIMIT = Text("“以内”是上限", "“at most” is a limit")
COMES_DOWN = Text("目标低于年初水平", "the figure lies below the baseline")
IS_ZERO = Text("目标值为零", "the figure is zero")
DEFAULT = Text("默认", "the default")
DEFLATED_GROWTH_LABEL = Text("实际增速", "Real growth")
DEFLATED_GROWTH = same("(1 + {nominal}) ÷ (1 + {deflator}) − 1 = {real}")
COMPARED_WITH = Text("{name}增速 {rate}", "growth of {name}: {rate}")
COMPARED_WITH_LABEL = Text("对比", "Compared with")

PHRASE_LABEL = Text("原文", "Phrase")
REPLACED_PHRASE_LABEL = Text("原文（已被假设取代）", "Phrase (replaced by the what-if)")
BASE_VALUE_LABEL = Text("基期值", "Base value")
QUOTATION = Text("“{phrase}”", "“{phrase}”")
CITATION = Text("“{phrase}”，{source}", "“{phrase}”, {source}")

OBSERVATION_LABEL = Text("数据", "Observation")
STATUS_LABEL = Text("状态", "Status")
RULE_LABEL = Text("规则", "Rule")
COMPLETION_LABEL = Text("完成率", "Completion")
PACE_LABEL = Text("超/欠进度", "Pace")
PUBLISHED_GROWTH_LABEL = Text("公布增速", "Published growth")
IMPLIED_GROWTH_LABEL = Text("隐含增速", "Implied growth")
IMPLIED_BASE_OF_YEAR_LABEL = Text("隐含{year}年值", "Implied {year}")
IMPLIED_BASE_OF_PERIOD_LABEL = Text("隐含{year}年同期值", "Implied {year}, same period")
AGAINST_TARGET_LABEL = Text("超/欠进度", "Against the target")
NEEDED_GROWTH_LABEL = Text("余下月份增速（恰好达标）", "Growth to just meet it")
NEEDED_LABEL = Text("尚需", "Needed")
PER_MONTH_LABEL = Text("月均", "Per month")

POINTS = Text("个百分点", " percentage points")
MONTHS_PASSED = Text("{part} ÷ {whole}个月 = {share}", "{part} ÷ {whole} months = {share}")
YEARS_PASSED = Text("{part} ÷ {whole}年 = {share}", "{part} ÷ {whole} years = {share}")
PART_PASSED = Text("{share}", "{share}")
CHAINED_LABEL = Text("各年增速连乘", "Growths chained")
CHAINED = same("{factors} = {level}")
LOG_PROGRESS = same("ln {level} ÷ ln {whole} = {completion}")
NEEDED_YEARLY_LABEL = Text("余下各年年均需", "Needed a year")
NEEDED_YEARLY = same("({whole} ÷ {level}) ^ (1 ÷ {left}) − 1 = {needed}")
SO_FAR_LABEL = Text("至今增速", "Growth so far")
GROWTHS_OVER = {
    GrowthOver.PLAN: Text("{growth}（规划期累计）", "{growth} over the whole plan"),
    GrowthOver.YEAR: Text("{growth}（年均）", "{growth} a year on average"),
}
DAYS_PASSED = Text("{part} ÷ {whole}天 = {share}", "{part} ÷ {whole} days = {share}")
BASES = {
    PathBasis.DUE: Text("到期", "due"),
    PathBasis.NODE: Text("按分期要求", "by the trajectory"),
    PathBasis.BASE_YEAR: Text("按基期年各月", "as in the base year's months"),
    PathBasis.LINEAR: Text("按时间均匀推进", "evenly over time"),
}
EXPECTED_SHARE = Text("{basis}，应完成{share}", "{basis}: {share}")
EXPECTED_LEVEL = Text("{basis}，应达到{level}", "{basis}: {level}")
EXPECTED_ON_WAY = Text(
    "{start} + {share} × ({end} − {start}) = {level}",
    "{start} + {share} × ({end} − {start}) = {level}",
)
EXPECTED_LABEL = Text("应完成", "Expected")
BELOW_TARGET_LABEL = Text("与目标之差", "Distance from the target")
GAP_OF_AMOUNTS = Text("{left} − {right} = {gap}{unit}", "{left} − {right} = {gap} {unit}")
GAP_OF_RATES = Text(
    "{left}% − {right}% = {gap}个百分点",
    "{left}% − {right}% = {gap} percentage points",
)
NEEDED_AVERAGE_LABEL = Text("余下时间平均（恰好达标）", "Average to just meet it")
NEEDED_AVERAGE = Text(
    "({target} × {whole} − {actual} × {passed}) ÷ {rest} = {needed}",
    "({target} × {whole} − {actual} × {passed}) ÷ {rest} = {needed}",
)
SIDE_GROWTH_LABEL = Text("同时要求的增速", "Growth stated beside it")
SIDE_GROWTH = Text(
    "目标{target}，公布{actual}：{status}", "target {target}, published {actual}: {status}"
)
COMPLETION_FROM_ZERO = same("{actual} ÷ {end} = {completion}")
PACE_SUBTRACTION = same("{done} − {expected} = {pace}")
GROWTH_SUBTRACTION = Text(
    "{better} − {worse} = {lead}个百分点",
    "{better} − {worse} = {lead} percentage points",
)
IMPLIED_GROWTH = same("{level} ÷ {base} − 1 = {implied}")
NEEDED_GROWTH = same("({whole} − {share} × {to_date}) ÷ (1 − {share}) = {needed}")
REDUCED_BY = Text("减少{amount}", "{amount} less")

"""The texts of `erqi explain`, besides the rules by which a status is decided."""

from erqi_cli.domain.vocabulary import Comparator
from erqi_cli.i18n.text import Text, same

TITLE = Text("{name}（{id}）", "{name} ({id})")
PART_LABEL = Text("部分", "Part")
ITEM_LABEL = Text("项目", "Item")
CONTENT_LABEL = Text("内容", "Content")
INPUTS = Text("输入", "Inputs")
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
VERDICT_LABEL = Text("判断", "Verdict")
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
        "“左右”按容差判断：不低于目标减{tolerance}即为完成",
        "“about” is judged with its tolerance: met from {tolerance} below the figure",
    ),
    Comparator.AT_LEAST: Text("“以上”：该数为下限", "“at least”: the figure is the floor"),
    Comparator.AT_MOST: Text("“以内”：该数为上限", "“at most”: the figure is the ceiling"),
    Comparator.EXACTLY: Text(
        "原文没有限定词：达到即为完成",
        "the document has no qualifier: met once reached",
    ),
    Comparator.BETWEEN: Text("在区间内即为完成", "met within the range"),
}

PHRASE_LABEL = Text("原文", "Phrase")
REPLACED_PHRASE_LABEL = Text("原文（已被假设取代）", "Phrase (replaced by the what-if)")
BASE_VALUE_LABEL = Text("基期值", "Base value")
CITATION = Text("“{phrase}”，{source}", "“{phrase}”, {source}")

OBSERVATION_LABEL = Text("数据", "Observation")
YEAR_PASSED_LABEL = Text("序时进度", "Year passed")
STATUS_LABEL = Text("状态", "Status")
RULE_LABEL = Text("规则", "Rule")
COMPLETION_LABEL = Text("完成率", "Completion")
TIMETABLE_LABEL = Text("进度安排", "Timetable")
PACE_LABEL = Text("超/欠进度", "Pace")
PUBLISHED_GROWTH_LABEL = Text("公布增速", "Published growth")
IMPLIED_GROWTH_LABEL = Text("隐含增速", "Implied growth")
IMPLIED_BASE_OF_YEAR_LABEL = Text("隐含{year}年值", "Implied {year}")
IMPLIED_BASE_OF_PERIOD_LABEL = Text("隐含{year}年同期值", "Implied {year}, same period")
IN_STEP_LABEL = Text("同步于", "In step with")
AGAINST_TARGET_LABEL = Text("超/欠进度", "Against the target")
NEEDED_GROWTH_LABEL = Text("余下月份所需增速", "Growth still needed")
NEEDED_LABEL = Text("尚需", "Needed")
PER_MONTH_LABEL = Text("月均", "Per month")
YEAR_END_LABEL = Text("年底外推", "Year-end")

POINTS = Text("个百分点", " percentage points")
MONTHS_PASSED = Text("{part} ÷ {whole}个月 = {share}", "{part} ÷ {whole} months = {share}")
DAYS_PASSED = Text("{part} ÷ {whole}天 = {share}", "{part} ÷ {whole} days = {share}")
EXPECTED_SHARE = Text("{pace}，应完成{share}", "{pace}: {share} expected")
COMPLETION_FROM_ZERO = same("{actual} ÷ {end} = {completion}")
COMPLETION_FROM_START = same("({actual} − {start}) ÷ ({end} − {start}) = {completion}")
PACE_SUBTRACTION = same("{done} − {expected} = {pace}")
SHARE_ABOVE_RANGE = Text(
    "{high}% − {low}% = 高于区间{gap}",
    "{high}% − {low}% = {gap} above the range",
)
SHARE_BELOW_RANGE = Text(
    "{high}% − {low}% = 低于区间{gap}",
    "{high}% − {low}% = {gap} below the range",
)
AMOUNT_ABOVE_RANGE = Text(
    "{high} − {low} = 高于区间{gap}",
    "{high} − {low} = {number}, {gap} above the range",
)
AMOUNT_BELOW_RANGE = Text(
    "{high} − {low} = 低于区间{gap}",
    "{high} − {low} = {number}, {gap} below the range",
)
GROWTH_ABOVE_RANGE = Text(
    "{actual} − {end} = 高于区间{size}个百分点",
    "{actual} − {end} = {size} percentage points above the range",
)
GROWTH_SUBTRACTION = Text(
    "{better} − {worse} = {lead}个百分点",
    "{better} − {worse} = {lead} percentage points",
)
IMPLIED_GROWTH = same("{level} ÷ {base} − 1 = {implied}")
NEEDED_GROWTH = same("({whole} − {share} × {to_date}) ÷ (1 − {share}) = {needed}")
REDUCED_BY = Text("减少{amount}", "{amount} less")
EXTRAPOLATED = Text("{amount}（外推，非预测）", "{amount}, an extrapolation")

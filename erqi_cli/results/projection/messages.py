"""The texts of projections, ratios and solutions."""

from erqi_cli.domain.vocabulary import PriceBasis, Quantity
from erqi_cli.i18n.text import Text

TITLE = Text("{heading}{years}年预期值推算", "{heading}: projection for {years}")
YEAR = Text("{year}年", "{year}")
INDICATOR_HEADING = Text("指标", "Indicator")
GROWTH_HEADING = Text("增速", "Growth")
INDEX_HEADING = Text("指数", "Index")
INDEX_OF_YEAR_HEADING = Text("{year}指数", "Index {year}")
INCREASE_HEADING = Text("增量", "Increase")
UNIT_HEADING = Text("单位", "Unit")
PRICES_HEADING = Text("价格", "Prices")
NOTES_HEADING = Text("注", "Notes")
INDEX_ONLY = Text("指数{index}", "index {index}")

NOTHING_PROJECTED = Text(
    "没有可推算的增长目标",
    "There is no growth target to project",
)
NOT_PROJECTED = Text(
    "未推算（不是增长目标）：{names}",
    "Not projected (no growth target): {names}",
)
INDEX_BASE = Text("指数以{year}年为100", "Index: {year} = 100")
BASE_IS_WHAT_IF = Text("{year}年值为假设值", "The {year} value is a what-if")
BASE_FROM_FILE = Text("{year}年值取自文件 {file}", "The {year} value is from the file {file}")
BASE_PUBLISHED = Text(
    "{year}年值：{status}（{code}），{facts}",
    "{year} value: {status} ({code}), {facts}",
)
NO_DAY = Text("公布日期未载", "no date of publication")
NO_BASE = Text("{reason}，仅推算指数", "{reason}: index only")
NOMINAL = Text("计入价格涨幅{rate}，为名义值", "Nominal: includes a price rise of {rate}")
WHAT_IF = Text("假设：{settings}", "What-if: {settings}")
EXTRAPOLATED = Text("{year}年以后按同一增速外推", "Extrapolated at the same rate after {year}")
OVER_PLAN = Text(
    "{first}—{last}年累计{total}，折合年均{yearly}",
    "{first}–{last} in total: {total}; on average {yearly} a year",
)
LOWER_END = Text("按区间下限推算", "Projected from the lower end of the range")
BOTH_ENDS = Text(
    "按区间下限推算；按上限{rate}推算，{year}年值为{amount}",
    "Projected from the lower end of the range; the upper end, {rate}, gives {amount} in {year}",
)
NO_UNIT = Text("基期值未注明单位", "The base value has no unit")
FAR_FROM_PUBLISHED = Text(
    "基期值与公布的{level}相差十倍以上，请核对单位",
    "The base value and the published {level} differ more than tenfold: check the unit",
)
CONSTANT_PRICES = Text(
    "{year}年值按{base}年价格和口径计",
    "The {year} value is at {base} prices and scope",
)
CURRENT_PRICES = Text(
    "{year}年值按现价、{base}年口径计",
    "The {year} value is at current prices and {base} scope",
)
SCOPE = Text("{year}年值按{base}年口径计", "The {year} value is at {base} scope")

YEARS_CHARTED = Text("{base}年 → {last}年", "{base} → {last}")
RISE_CHARTED = Text("至{year}年", "To {year}")
GROWTH_AXIS = Text("{year}年增速", "Growth in {year}")
GROWTH_BAR = Text(
    "条形：{year}年比{base}年的增速，各项用同一标尺",
    "Bar: growth from {base} to {year}, all on one scale",
)
UPPER_END_MARK = Text("标记{mark}：区间上限", "Mark {mark}: the upper end of a range")
TOTAL_GROWTH_AXIS = Text("累计增长", "Growth to {year}")
TOTAL_GROWTH_BAR = Text(
    "条形：{year}年指数比{base}年的累计增长，各项用同一标尺",
    "Bar: growth of the index from {base} to {year}, all on one scale",
)

REGION_HEADING = Text("地区", "Region")
BASE_YEAR_HEADING = Text("基期年", "Base year")
BASE_VALUE_HEADING = Text("基期值", "Base value")
PROJECTED_YEAR_HEADING = Text("推算年", "Year")
PROJECTED_VALUE_HEADING = Text("推算值", "Value")
REGIONS_TITLE = Text("{projection}（按{targets}）", "{projection}, at {targets}")
REGIONS_PROJECTION = Text("各地区{years}年推算值", "Projection for {years} by region")
REGIONS_PROJECTION_ONE_YEAR_ON = Text("各地区基期次年推算值", "Projection one year on by region")
TARGETS_OF_PLAN = Text("{name}增长目标", "the targets of {name}")
TARGETS_OF_PLAN_YEAR = Text("{name}{year}年增长目标", "the {year} targets of {name}")
OWN_TARGETS = Text(
    "各地区自定的增长目标，未填报的按{targets}",
    "the regions' own targets, or {targets} if not given",
)
BASE_VALUES_BY_REGION = Text("分地区的基期值", "base values by region")
OWN_TARGET = Text("增速为该地区自定目标", "The growth is the region's own target")
PLAN_TARGET = Text(
    "该地区未填报目标增速，按计划的增速推算",
    "The region gives no target growth; the plan's rate is used",
)
TARGET_OF_PLAN_YEAR = Text(
    "增速为{year}年的目标，不是所推算年份的实际增速",
    "The growth is the target for {year}, not the growth of the year projected",
)
NO_ROWS = Text("文件中没有所选指标的数据", "The file has no row for these indicators")
ROWS_LABEL = Text("行数", "Rows")
ROWS_SHOWN = Text(
    "前{shown}行，共{total}行；--format csv 可输出全部",
    "the first {shown} of {total}; --format csv gives them all",
)
ROWS_SHOWN_NOTE = Text("只列出{part}", "Shown: {part}")
INDEX_BASE_OF_ROW = Text("指数以各行基期年为100", "The index has each row's base year = 100")
CONSTANT_PRICES_OF_ROW = Text(
    "按各行基期年的价格和口径计",
    "At the prices and scope of the row's base year",
)
CURRENT_PRICES_OF_ROW = Text(
    "按现价、各行基期年的口径计",
    "At current prices and the scope of the row's base year",
)
SCOPE_OF_ROW = Text("按各行基期年的口径计", "At the scope of the row's base year")
BASE_FROM_FILE_OF_ROW = Text("基期值取自文件 {file}", "The base value is from the file {file}")

COLUMNS_NOT_USED = Text("未使用的列：{columns}", "columns not used: {columns}")
LIST_GOES_ON = Text("{names}等", "{names} and others")
GROWTH_IS_ACHIEVED = Text(
    "增速视为基期年已实现的增速，各地区自定的目标请写在“目标增速”一列",
    "growth in the file is that of the base year; write a region's target under `target_growth`",
)
GROWTH_IS_NO_TARGET = Text(
    "文件中的增速不作为目标；另设目标请用 --set 编号.growth=8%",
    "growth in the file is not a target; set one with --set ID.growth=8%",
)

RATIOS_TITLE = Text(
    "{heading}{year}年目标所含比率",
    "{heading}: ratios implied by the {year} targets",
)
RATIO_HEADING = Text("比率", "Ratio")
CHANGE_HEADING = Text("变化", "Change")
UNIT_OF_CHANGES = Text(
    "占比的变化以百分点计，倍数的变化以倍计",
    "Change: in percentage points (pp) for a share, in times for a multiple",
)
NO_RATIOS = Text("计划的 ratios 部分没有列出比率", "The plan lists no ratios under `ratios`")
MIXED_PRICES = Text(
    "分子与分母价格口径不同（不变价与现价）",
    "The price bases differ: one side is at constant, the other at current prices",
)
ABOVE_WHOLE = Text(
    "超过100%：部分大于整体，两项目标不能同时成立，或口径不同",
    "Above 100%: the part exceeds the whole. The two targets contradict each other "
    "or differ in scope",
)
NO_BASE_YEAR_FIGURES = Text("计划没有{year}年数据", "The plan has no figures for {year}")
NO_LEVEL = Text("缺少数值，无法计算", "A level is missing, so there is no ratio")
QUALIFIED = Text(
    "按文件所列数字计算，其中有的带限定词（如“左右”“以上”）",
    "Calculated from the stated figures; some have a qualifier, such as “about” or “at least”",
)
RATIO_BAR = Text("条形：{year}年的比率", "Bar: the ratio in {year}")
RATIO_MARK = Text("标记{mark}：{year}年的比率", "Mark {mark}: the ratio in {year}")
PERCENT_AXIS = Text("比例（%）", "Percent")
MULTIPLE_AXIS = Text("倍数", "Times")

QUANTITIES = {
    Quantity.BASE: Text("基数", "Base"),
    Quantity.RATE: Text("年增速", "Growth per year"),
    Quantity.YEARS: Text("年数", "Years"),
    Quantity.TARGET: Text("目标", "Target"),
}
EQUATION = Text("目标 = 基数 ×（1 + 增速）^ 年数", "target = base × (1 + rate) ^ years")
EQUATION_OF_INDICATOR = Text("{name}：{equation}", "{name}: {equation}")
QUANTITY_HEADING = Text("项目", "Quantity")
VALUE_HEADING = Text("数值", "Value")
SOLVED_HEADING = Text("求解", "Solved")
GIVE_A_BASE = Text("请用 --base 给出基数", "give one with --base")
BASE_VALUE_FIELD = Text("基期值", "base value")
SOLVED_MARK = Text("← 结果", "← solved")
EXACT = Text("计算结果为精确值", "The result is exact")
ROUNDED = Text(
    "结果保留34位有效数字，位数较多的只显示6位小数",
    "The result has 34 significant digits; a long one is shown with 6 decimal places",
)
CHAIN_TITLE = Text("各年增速连乘", "Yearly rates, chained")
CHAIN_TITLE_OF_INDICATOR = Text("{name}：{title}", "{name}: {title}")
CHAIN_YEAR_HEADING = Text("年序", "Year")
CHAIN_INDEX_HEADING = Text("指数（起点为100）", "Index (start = 100)")
BASE_LABEL = Text("基数", "Base")
CUMULATIVE_LABEL = Text("累计增速", "Cumulative")
AVERAGE_LABEL = Text("年均增速", "Average a year")
EXACT_AVERAGE = Text(
    "年均增速为几何平均，为精确值",
    "The average is geometric and exact",
)
AVERAGE_ROUNDED = Text(
    "年均增速为几何平均，保留34位有效数字，位数较多的只显示6位小数",
    "The average is geometric, with 34 significant digits; "
    "a long number is shown with 6 decimal places",
)
FULL_YEARS = Text(
    "满{years}年时首次达到，届时为{value}",
    "First reached after {counted}, at {value}",
)
TARGET_PRICES = {
    PriceBasis.CONSTANT: Text(
        "目标按{base}年价格和口径计",
        "The target is at {base} prices and scope",
    ),
    PriceBasis.CURRENT: Text(
        "目标按现价、{base}年口径计",
        "The target is at current prices and {base} scope",
    ),
}

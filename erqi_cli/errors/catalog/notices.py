"""The texts of notices: N1 of a plan, N5 of a ledger. Each names its remedy."""

from erqi_cli.i18n.text import Text

NOTICES: dict[str, Text] = {
    "N101": Text(
        "“{name}”未写 collection，按全年累计计算，而以“{unit}”为单位的数一般不累计："
        "平均数请写 collection: average，期末数写 end_of_period，确为累计则写 summed",
        "{name} is added up over the year by default, but figures in {unit} rarely add up: "
        "write collection: average, end_of_period or summed",
    ),
    "N102": Text(
        "“{name}”未写 collection，其上限按全年总额计算：平均数的上限请写 collection: average，"
        "期末数写 end_of_period，确为全年总额则写 summed",
        "{name} is a limit without collection and counts as a budget for the whole year: write "
        "collection: average, end_of_period or summed",
    ),
    "N103": Text(
        "“{name}”从零起累计，而{period}已为{value}，超过目标值 {figure} 的一半："
        "期末数请写 collection: end_of_period，平均数写 average",
        "{name} is added up from zero, but is already {value} in {period}, above half of the "
        "target {figure}: write collection: end_of_period or average",
    ),
    "N104": Text(
        "“{name}”的取数方式为 {collection}，baseline 不起作用：请删去 baseline；若是期末数，"
        "请写 collection: end_of_period",
        "{name} has collection: {collection}, so its baseline is not used: leave baseline out, "
        "or write collection: end_of_period",
    ),
    "N105": Text(
        "“{name}”的取数方式为 {collection}，pace 不起作用：请删去 pace；若是累计数，"
        "请写 collection: summed",
        "{name} has collection: {collection}, so its pace is not used: leave pace out, or "
        "write collection: summed",
    ),
    "N106": Text(
        "“{name}”未写价格口径，而与之相比的“{partner}”按{prices}计算："
        "请写 price_basis: current（现价）或 constant（不变价）",
        "{name} does not state its prices, but {partner} is at {prices} prices: write "
        "price_basis: current or constant",
    ),
    "N107": Text(
        "“{name}”按{prices}计算，与之相比的“{partner}”按{others}计算，二者不可直接相比："
        "请写 deflator（价格涨幅如 3.3%，或价格指标的编号）",
        "{name} grows at {prices} prices and {partner} at {others} prices, so they cannot be "
        "compared: write a deflator (a price rise such as 3.3%, or the id of a price target)",
    ),
    "N108": Text(
        "“{name}”没有{year}年的数值，只能推算指数：请在 observations 中补充，"
        "或在 no_baseline 写明原因",
        "{name} has no value for {year}, so only its index can be projected: add a value under "
        "observations, or give the reason under no_baseline",
    ),
    "N109": Text(
        "“{name}”有{year}年的数值，却没有单位：请写 unit",
        "{name} has a value for {year} but no unit: write its unit",
    ),
    "N110": Text(
        "“{name}”{period}有两条数据未写公布日期（另一条在第 {first} 行），以后一条为准："
        "请写公布日期（published），或删去一条",
        "{name} has two figures for {period} without a day of publication (the other is on line "
        "{first}), and the later one counts: write published, or delete one",
    ),
    "N111": Text(
        "“{name}”在{years}年计划中按各年增速连乘评价，trajectory 不起作用：请删去 trajectory",
        "{name} is judged on its yearly growths of {years}, so its trajectory is not used: leave "
        "trajectory out",
    ),
    "N112": Text(
        "“{name}”未写 collection，按{years}年累计计算：若为末年的数，请写 collection: end_of_period，"
        "确为各年累计则写 summed",
        "{name} has no collection and is added up over {years}: write collection: end_of_period if "
        "it is the figure of the last year, or summed if it adds up",
    ),
    "N501": Text(
        "第 {first} 行和第 {line} 行都有 {id} 在 {period} 的数据，且都未写公布日期，"
        "以第 {line} 行为准：请写公布日期（published），或删去一行",
        "line {first} and line {line} both have {id} for {period} without a day of publication, "
        "and line {line} counts: write published, or delete one",
    ),
    "N502": Text(
        "第 {first} 行已有 {id} 在 {period} 的数据；新登记的一行没有公布日期，按更正处理，"
        "以新行为准",
        "line {first} already has {id} for {period}; the new row has no day of publication and "
        "counts as a correction",
    ),
    "N503": Text(
        "第 {first} 行 {id} 在 {period} 的数据更新或更确定；新登记的一行不采用",
        "line {first} has a later or more certain figure for {id} in {period}; the new row is "
        "not used",
    ),
    "N505": Text(
        "未使用的列：{columns}",
        "columns not used: {columns}",
    ),
    "N504": Text(
        "不计入：计划中没有公布日期的数据 {count} 条",
        "not counted: {counted} in the plan without a day of publication",
    ),
}

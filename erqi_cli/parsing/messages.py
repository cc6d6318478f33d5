"""The remedies of refused values: what to write instead, in both languages."""

from erqi_cli.i18n.text import Text

WRITE_IT = Text("请写成 {form}", "write {form}")
DID_YOU_MEAN = Text("是否想写 {word}？", "did you mean {word}?")

MISPLACED_COMMA = Text(
    "逗号只能用作千位分隔，每三位一个；小数请用点",
    "use a comma only to separate thousands, and a point for decimals",
)
ONLY_DIGITS = Text(
    "其中有数字 0–9 以外的字符（如 ¼、²、字母 O）：请核对原数，用 0–9 写全",
    "it has characters other than the digits 0 to 9 (such as ¼, ² or the letter O): check "
    "the number and write it in digits",
)
TOO_MANY_DIGITS = Text(
    "小数点前至多 18 位、后至多 12 位", "use at most 18 digits before and 12 after the point"
)
AMOUNT_NOT_RATE = Text(
    "此处是数量而非比率，请写成 {number}",
    "an amount is expected here, not a rate: write {number}",
)
WITHOUT_CURRENCY = Text(
    "请只写 {number}，货币和单位另写",
    "write only {number}; the currency and unit are given separately",
)
WITHOUT_UNIT = Text(
    "请只写 {number}，单位（{unit}）另写",
    "write only {number}; its unit, {unit}, is given separately",
)
SCALE_IN_UNIT = Text(
    "请写成 {whole}，或写 {number} 并把{scale}写进单位，如{scale}元",
    "write {whole}, or {number} with a unit that includes {scale}, such as {scale}元",
)
FORMULA = Text("这是公式，请写计算结果", "this is a formula: write its result")
NO_EXPONENT = Text("请写出全部数字，不用科学计数法", "write all the digits, without an exponent")
IN_DIGITS = Text("请用阿拉伯数字写", "write it in digits")
IF_PERCENT = Text(
    "若是百分之 {percent}，请写成 {percent}%",
    "for {percent} percent write {percent}%",
)

FILL_IN_VALUE = Text("请填上数值；没有则删去整行", "write the value, or remove the row")
NO_FIGURE_NO_CELL = Text(
    "没有数值时，台账留空格，基期值文件删去该行",
    "without a figure, leave the cell of a ledger empty, or remove the row of a base value",
)
GROWTH_IN_ITS_COLUMN = Text(
    "请写数量的单位；增速写在 growth 一列",
    "give the unit of an amount; write a growth rate in the column growth",
)
AN_AMOUNT = Text("数量", "an amount")
WITHOUT_SIGN = Text("此处不带百分号，请写成 {value}", "write {value}, without the percent sign")
ABOVE = Text("大于 {bound}", "above {bound}")

USE_TRAJECTORY = Text(
    "请删去，改写 trajectory，如 trajectory: {2017-03: 25%, 2017-06: 60%}",
    "write a trajectory instead, such as trajectory: {2017-03: 25%, 2017-06: 60%}",
)
USE_COLLECTION = Text(
    "请删去；期末数请写 collection: end_of_period",
    "leave pace out; for a figure at the end of the period write collection: end_of_period",
)

ADD_YEAR = Text("请在前面写上年份，如 2017年1-6月", "add the year, as in 2017年1-6月")
SPREADSHEET_DAY = Text(
    "这像是电子表格中 {day} 的序号，请写成日期",
    "spreadsheets store {day} as this number: write the date",
)

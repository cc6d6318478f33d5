"""The remedies of refused values: what to write instead, in both languages."""

from erqi_cli.i18n.text import Text

WRITE_IT = Text("请写成 {form}", "write {form}")
DID_YOU_MEAN = Text("是否想写 {word}？", "did you mean {word}?")

MISPLACED_COMMA = Text(
    "逗号只能用作千位分隔，每三位一个；小数请用点",
    "a comma only separates thousands, three digits each; write decimals with a point",
)
ONLY_DIGITS = Text(
    "其中有的字符不是数字 0–9（如 ¼、²、字母 O）：请核对原数，用 0–9 写全",
    "some of its characters are not the digits 0 to 9 (such as ¼, ² or the letter O): "
    "check the number and write all of it in digits",
)
TOO_MANY_DIGITS = Text(
    "小数点前至多 18 位、后至多 12 位",
    "at most 18 digits before and 12 after the point",
)
AMOUNT_NOT_RATE = Text(
    "此处是数量而非比率，请写成 {number}",
    "an amount belongs here, not a rate: {number}",
)
WITHOUT_CURRENCY = Text(
    "请只写 {number}，货币和单位另写",
    "write {number} alone; its currency and unit are given apart",
)
WITHOUT_UNIT = Text(
    "请只写 {number}，单位（{unit}）另写",
    "write {number} alone; its unit, {unit}, is given apart",
)
SCALE_IN_UNIT = Text(
    "请写成 {whole}，或写 {number} 而把{scale}写进单位，如{scale}元",
    "write {whole}, or {number} with a unit that says {scale}, such as {scale}元",
)
FORMULA = Text("这是公式，请写算出的数", "this is a formula: write the number that it gives")
NO_EXPONENT = Text(
    "请写出全部数字，不用科学计数法",
    "write all its digits, without an exponent",
)
IN_DIGITS = Text("请用阿拉伯数字写", "write it in digits")
IF_PERCENT = Text(
    "若是百分之 {percent}，请写成 {percent}%",
    "for {percent} percent write {percent}%",
)

FILL_IN_VALUE = Text(
    "请填上数值；没有就删去整行",
    "write the value, or leave the row out",
)
NO_FIGURE_NO_CELL = Text(
    "没有数就不写：台账的格留空，基期值删去整行",
    "leave the cell of a ledger empty; leave out the row of a base value",
)
GROWTH_IN_ITS_COLUMN = Text(
    "请写数量的单位；增速写在 growth 一列",
    "give the unit of an amount; a growth belongs in the column growth",
)
AN_AMOUNT = Text("数量", "an amount")
WITHOUT_SIGN = Text("此处不带百分号，请写成 {value}", "without the percent sign: write {value}")
ABOVE = Text("大于 {bound}", "above {bound}")

USE_TRAJECTORY = Text(
    "请删去，改写 trajectory，如 trajectory: {2017-03: 25%, 2017-06: 60%}",
    "leave it out and write a trajectory, such as trajectory: {2017-03: 25%, 2017-06: 60%}",
)
USE_COLLECTION = Text(
    "请删去 pace；期末数另写 collection: end_of_period",
    "leave pace out; a figure at the end of the period has collection: end_of_period",
)

ADD_YEAR = Text(
    "请在前面写上年份，如 2017年1-6月",
    "write the year before it, as in 2017年1-6月",
)
SPREADSHEET_DAY = Text(
    "这像是电子表格存日期的序号，即 {day}，请写成日期",
    "a spreadsheet stores {day} so: write the date",
)

"""The remedies for what is wrong in a table."""

from erqi_cli.i18n.text import Text

NO_COMMAS = Text(
    "以分号分隔的文件中，逗号可能是小数点，也可能是千位分隔符：小数请用点，千位不加分隔",
    "in a file separated by semicolons, a comma is ambiguous: write decimals with a point, "
    "and thousands without a comma",
)
ROW_IN_A_CELL = Text(
    "一格中有换行和整行的分隔符，可能是多余的引号吞掉了下一行",
    "a cell contains a line break and the separators of a whole row, probably because of a "
    "stray quote",
)
CELL_TOO_LONG = Text("一格超过 131072 个字符", "a cell is longer than 131,072 characters")
TEXT_AFTER_QUOTE = Text("引号后面还有文字", "{error}")
MAY_BE_ONE_NUMBER = Text(
    "若 {number} 是一个数，请加双引号或不写逗号",
    "if {number} is one number, quote it or leave its commas out",
)
CELLS_AS_HEADINGS = Text(
    "每行的格数应与列名相同", "write as many cells in each row as there are column names"
)
REMOVE_SEPARATORS = Text(
    "请删去行末多余的分隔符",
    "remove the separators at the end of the row",
)
WRITE_ONE_NUMBER = Text(
    "若是一个数，请写成 {number}；若不是，请把后一格写得更明确",
    "if it is one number, write {number}; if not, make the second cell clearer",
)
COMMAS_BETWEEN_HEADINGS = Text(
    "列名之间请用半角逗号分隔", "separate the column names with plain commas"
)
HEADING_WITHOUT_PERCENT = Text(
    "列名请只写 {heading}，百分号写在数后，如 9%",
    "write {heading} only, and put the percent sign after each rate, as in 9%",
)
HEADING_WITHOUT_UNIT = Text(
    "列名请只写 {heading}，单位另写在“单位”一列",
    "write {heading} only, and put the unit in a column `unit`",
)
DID_YOU_MEAN = Text("是否想写 {heading}？", "did you mean {heading}?")

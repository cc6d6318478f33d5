"""The texts of problems of a plan file that are not in the catalogue of errors."""

from erqi_cli.i18n.text import Text

UNCLOSED_QUOTE = Text(
    "引号到第 {line} 行才闭合", "this quote is only closed by the one on line {line}"
)
WIDE_COMMA_IN_BRACKETS = Text(
    "括号中的逗号是全角的，请写半角逗号",
    "the comma in the brackets is full-width: write a plain one",
)
PUT_IN_QUOTES = Text(
    '请加引号："{text}"；若是两项，请在逗号后加空格',
    'put it in quotes: "{text}"; if it is two entries, write a space after the comma',
)
WITHOUT_COMMA = Text("请去掉逗号，写成 {plain}", "write {plain} without the comma")
OTHER_SYNTAX_ERROR = Text("此处不合语法（{reason}）", "{reason}")
CHINESE_REASONS = {
    "found character '\\t'": "此处不能用制表符",
    "found character that cannot start any token": "此字符不能作值的开头，请加引号",
    "did not find expected ',' or ']'": "方括号没有闭合，或缺逗号",
    "did not find expected ',' or '}'": "花括号没有闭合，或缺逗号",
    "found unexpected end of stream": "引号没有闭合",
    "mapping values are not allowed in this context": "此处不能再有冒号；值中含冒号请加引号",
    "could not find expected ':'": "键后缺冒号和空格",
    "did not find expected key": "此处应为键，请检查缩进",
    "did not find expected '-' indicator": "此处应为“- ”，请检查缩进",
    "did not find expected <document start>": "缩进或内容与上文不成一体",
    "did not find expected node content": "此处应为值",
}
"""What libyaml's reasons say, in Chinese."""
ADD_KIND = Text(
    "请写明 kind：growth（9%）、level（412亿元）、count（16条）、share（60%）、milestone、"
    "relative、qualitative 或 context",
    "add kind: growth (9%), level (41.2 billion yuan), count (16 roads), share (60%), milestone, "
    "relative, qualitative or context",
)

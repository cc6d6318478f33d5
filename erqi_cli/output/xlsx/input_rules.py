"""What a reader may type into a cell, and how a cell that may change shows its number."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from erqi_cli.i18n.language import Languages
from erqi_cli.i18n.text import Text
from erqi_cli.output.xlsx.cell_text import localized
from erqi_cli.output.xlsx.looks import Looks
from erqi_cli.output.xlsx.number_format import formats_of_changing
from erqi_cli.results.report.workbook.schema import InputLimits, NumberForm

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CHANGING_FORMS: tuple[NumberForm, ...] = ("rate", "amount", "change")
"""The forms whose number of decimals depends on the number."""
MAX_ERROR_TITLE_CHARS = 32
MAX_ERROR_MESSAGE_CHARS = 255


class Area(NamedTuple):
    """The cells of one column, as XlsxWriter takes them."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class InputRule(NamedTuple):
    """What may be typed, as XlsxWriter takes it, and what Excel says about anything else."""

    rule: Mapping[str, str | float]
    message: Text


INPUT_RULES: dict[InputLimits, InputRule] = {
    "growth": InputRule(
        {"criteria": "between", "minimum": -0.999999, "maximum": 5},
        Text(
            "增速须大于 -100%、至多 500%，写作 8.5% 这样",
            "Write a rate above -100% and up to 500%, such as 8.5%",
        ),
    ),
    "base": InputRule(
        {"criteria": ">", "value": 0},
        Text("基期值须是大于零的数", "A base value is a number above zero"),
    ),
}


def format_changing_cells(
    worksheet: "Worksheet",
    area: Area,
    first_cell: str,
    form: NumberForm,
    looks: Looks,
) -> None:
    """Let the format of each cell follow its number, where the decimals depend on it."""
    if form not in CHANGING_FORMS:
        return
    for condition, pattern in formats_of_changing(form, first_cell):
        rule = {
            "type": "formula",
            "criteria": f"={condition}",
            "format": looks.number_pattern(pattern),
            "stop_if_true": True,
        }
        worksheet.conditional_format(*area, rule)


def limit_input(
    worksheet: "Worksheet",
    area: Area,
    limits: InputLimits,
    title: Text,
    languages: Languages,
) -> None:
    """Refuse what an input cannot be."""
    rule, message = INPUT_RULES[limits]
    validation = {
        "validate": "decimal",
        **rule,
        "error_title": localized(title, languages)[:MAX_ERROR_TITLE_CHARS],
        "error_message": localized(message, languages)[:MAX_ERROR_MESSAGE_CHARS],
    }
    worksheet.data_validation(*area, validation)

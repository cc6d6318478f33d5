"""Units of measure: the standard list, and the class that a plan's own units are made of."""

from decimal import Decimal
from typing import Self

from erqi_cli.i18n.text import Text


class Unit(str):
    """A unit of measure; as a text it is its symbol, which plan files and JSON carry.

    One unit is `scale` units of its `measure`'s base (亿元 is 100 million yuan of the measure
    yuan). `short` is what a table shows, `name` the full words.
    """

    __slots__ = ("measure", "name", "scale", "short")

    measure: str
    scale: Decimal
    short: Text
    name: Text

    def __new__(cls, symbol: str, measure: str, scale: Decimal, short: Text, name: Text) -> Self:
        """Return a unit with its symbol as the text."""
        unit = super().__new__(cls, symbol)
        unit.measure = measure
        unit.scale = scale
        unit.short = short
        unit.name = name
        return unit

    @property
    def symbol(self) -> str:
        """The symbol as a plain text."""
        return str(self)

    @property
    def words(self) -> frozenset[str]:
        """Every way to write the unit."""
        return frozenset({str(self), self.name.zh, self.name.en, self.short.en})


_ROWS: tuple[tuple[str, str, str, str, str], ...] = (
    ("元", "yuan", "1", "yuan", "yuan"),
    ("万元", "yuan", "1e4", "10k yuan", "10,000 yuan"),
    ("亿元", "yuan", "1e8", "100m yuan", "100 million yuan"),
    ("美元", "US dollar", "1", "US$", "US dollars"),
    ("万美元", "US dollar", "1e4", "US$10k", "10,000 US dollars"),
    ("亿美元", "US dollar", "1e8", "US$100m", "100 million US dollars"),
    ("平方米", "square metre", "1", "m²", "square metres"),
    ("万平方米", "square metre", "1e4", "10k m²", "10,000 square metres"),
    ("平方公里", "square metre", "1e6", "km²", "square kilometres"),
    ("公顷", "square metre", "1e4", "ha", "hectares"),
    ("亩", "mu", "1", "mu", "mu"),
    ("万亩", "mu", "1e4", "10k mu", "10,000 mu"),
    ("米", "metre", "1", "m", "metres"),
    ("公里", "metre", "1e3", "km", "kilometres"),
    ("吨", "tonne", "1", "t", "tonnes"),
    ("万吨", "tonne", "1e4", "10k t", "10,000 tonnes"),
    ("吨标准煤", "tonne of coal equivalent", "1", "tce", "tonnes of coal equivalent"),
    (
        "万吨标准煤",
        "tonne of coal equivalent",
        "1e4",
        "10k tce",
        "10,000 tonnes of coal equivalent",
    ),
    ("立方米", "cubic metre", "1", "m³", "cubic metres"),
    ("万立方米", "cubic metre", "1e4", "10k m³", "10,000 cubic metres"),
    ("亿立方米", "cubic metre", "1e8", "100m m³", "100 million cubic metres"),
    ("微克/立方米", "microgram per cubic metre", "1", "µg/m³", "micrograms per cubic metre"),
    ("千瓦时", "kilowatt-hour", "1", "kWh", "kilowatt-hours"),
    ("万千瓦时", "kilowatt-hour", "1e4", "10k kWh", "10,000 kilowatt-hours"),
    ("亿千瓦时", "kilowatt-hour", "1e8", "100m kWh", "100 million kilowatt-hours"),
    ("人", "person", "1", "persons", "persons"),
    ("万人", "person", "1e4", "10k persons", "10,000 persons"),
    ("人次", "visit", "1", "visits", "visits"),
    ("万人次", "visit", "1e4", "10k visits", "10,000 visits"),
    ("户", "household", "1", "households", "households"),
    ("万户", "household", "1e4", "10k households", "10,000 households"),
    ("个", "item", "1", "items", "items"),
    ("万个", "item", "1e4", "10k items", "10,000 items"),
    ("家", "body", "1", "firms", "firms"),
    ("套", "set", "1", "sets", "sets"),
    ("条", "line", "1", "roads", "roads"),
    ("项", "matter", "1", "matters", "matters"),
    ("所", "school", "1", "schools", "schools"),
    ("座", "structure", "1", "structures", "structures"),
    ("栋", "building", "1", "buildings", "buildings"),
    ("处", "site", "1", "sites", "sites"),
    ("台", "machine", "1", "machines", "machines"),
    ("辆", "vehicle", "1", "vehicles", "vehicles"),
    ("张", "bed", "1", "beds", "beds"),
    ("件", "piece", "1", "pieces", "pieces"),
    ("场", "event", "1", "events", "events"),
    ("次", "occasion", "1", "occasions", "occasions"),
    ("年", "year", "1", "years", "years"),
    ("月", "month", "1", "months", "months"),
    ("天", "day", "1", "days", "days"),
    ("小时", "hour", "1", "hours", "hours"),
    ("倍", "multiple", "1", "times", "times"),
    ("级", "level", "1", "levels", "levels"),
    ("位", "rank", "1", "places", "places"),
    ("星级", "star", "1", "stars", "stars"),
    ("%", "percent", "1", "%", "percent"),
    ("百分点", "percent", "1", "pp", "percentage points"),
)

UNITS: dict[str, Unit] = {
    symbol: Unit(symbol, measure, Decimal(scale), Text(symbol, short), Text(symbol, name))
    for symbol, measure, scale, short, name in _ROWS
}
PERCENT = UNITS["%"]
"""The unit of every rate."""
_BY_ENGLISH = {words: unit for unit in UNITS.values() for words in (unit.name.en, unit.short.en)}


UNIT_WORDS = [*UNITS, *_BY_ENGLISH]
"""Every way to write a unit of the list."""


def find_unit(words: str, own: Unit | None = None) -> Unit | None:
    """Return the unit with this symbol or name, or None; `own` is a unit of a plan's own."""
    if own is not None and words in own.words:
        return own
    return UNITS.get(words) or _BY_ENGLISH.get(words)


def own_unit(symbol: str, name: Text, of: Unit | None, factor: Decimal) -> Unit:
    """Return a unit of a plan's own: `factor` times the unit `of`; without it a new measure."""
    measure = symbol if of is None else of.measure
    scale = factor if of is None else factor * of.scale
    return Unit(symbol, measure, scale, Text(symbol, name.en), name)

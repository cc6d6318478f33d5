"""`erqi project --from` over base values by region: rows go in batches from the file to the output."""

from functools import partial
from typing import IO, TYPE_CHECKING

from erqi_cli.cli.options import Out
from erqi_cli.cli.steps import EXCEL_MARK, check_excel, emit, encoded, say_encoding

if TYPE_CHECKING:
    from decimal import Decimal

    from erqi_cli.calc.scenario import Scenario
    from erqi_cli.plan.region_rows import Asked, Kind
    from erqi_cli.plan.regional import Feed, Opened
    from erqi_cli.results.regional import Layout
    from erqi_cli.results.shape import Result


def opened(path: str | None) -> "Opened | None":
    """Return the file of base values, looked into, if one is given."""
    if path is None:
        return None
    from erqi_cli.plan.regional import look_into

    return look_into(path)


def project_regions(scenario: "Scenario", file: "Opened", asked: "Asked", out: Out, *, baseline: bool) -> None:
    """Write one projected row for each row of a CSV with a region column.

    Raises Failure with every row that is wrong, and where a what-if sets one base value for all regions (E606).
    """
    from erqi_cli.plan.regional import read_regional
    from erqi_cli.results.regional import Layout, check_settings

    check_settings(scenario)
    check_excel(out)
    layout = Layout(scenario, file.path, asked.last_year, yearly=False, baseline=baseline)
    if out.format in ("json", "csv"):
        from erqi_cli.output.stream import whole

        with whole(out.path) as stream:
            _, encoding = read_regional(file, scenario.plan, asked, partial(_write, layout, stream, out))
            say_encoding(file.path, encoding)
    else:
        result, encoding = read_regional(file, scenario.plan, asked, partial(_shown, layout))
        say_encoding(file.path, encoding)
        emit(result, out)


def _write(layout: "Layout", stream: IO[bytes], out: Out, feed: "Feed") -> None:
    """Write all rows to a stream, from its beginning."""
    from erqi_cli.output.regional import FORMS, RowWriter
    from erqi_cli.results.regional import Shown, fill, hollow_record, regional_result

    layout = layout.with_years(yearly=feed.yearly)
    form = FORMS[out.format](regional_result(layout), regional_result(layout, Shown()))
    writer = RowWriter(form, partial(hollow_record, layout))
    stream.seek(0)
    stream.truncate()
    if out.excel:
        stream.write(EXCEL_MARK)
    rises: dict[Kind, tuple[Decimal, ...]] = {}
    for rows in feed.batches:
        for text in writer.rows(rows.regions, rows.kinds, fill(layout, rows, rises)):
            stream.write(encoded(text, excel=out.excel))
    stream.write(encoded(writer.end(), excel=out.excel))


def _shown(layout: "Layout", feed: "Feed") -> "Result":
    """Return the result with as many rows as a table shows."""
    from erqi_cli.results.regional import regional_result, shown_rows

    layout = layout.with_years(yearly=feed.yearly)
    return regional_result(layout, shown_rows(layout, feed.batches))

"""One module for each command."""

from erqi_cli.cli.commands.audit import audit
from erqi_cli.cli.commands.check import check
from erqi_cli.cli.commands.explain import explain
from erqi_cli.cli.commands.get import get
from erqi_cli.cli.commands.help import help_
from erqi_cli.cli.commands.init import init
from erqi_cli.cli.commands.list import list_
from erqi_cli.cli.commands.project import project
from erqi_cli.cli.commands.ratios import ratios
from erqi_cli.cli.commands.record import record
from erqi_cli.cli.commands.report import report
from erqi_cli.cli.commands.schedule import schedule
from erqi_cli.cli.commands.schema import schema
from erqi_cli.cli.commands.show import show
from erqi_cli.cli.commands.solve import solve
from erqi_cli.cli.commands.track import track

COMMANDS = (
    project,
    show,
    list_,
    get,
    explain,
    solve,
    ratios,
    schedule,
    record,
    track,
    report,
    check,
    audit,
    schema,
    init,
    help_,
)

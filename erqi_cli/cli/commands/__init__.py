"""One module for each family of commands."""

from erqi_cli.cli.commands.calculate import project, ratios, solve
from erqi_cli.cli.commands.files import audit, check, init, schema
from erqi_cli.cli.commands.follow import record, schedule, track
from erqi_cli.cli.commands.present import report
from erqi_cli.cli.commands.read import explain, get, list_, show

COMMANDS = (project, show, list_, get, explain, solve, ratios, schedule, record, track, report, check, audit, schema, init)

"""One module for each command; a run loads only the one that it needs."""

from importlib import import_module

import click


def load_command(name: str) -> click.Command:
    """Return a command by its name, from the module of that name.

    In the module its name ends in an underscore if Python has another use for it.
    """
    module = vars(import_module(f"{__name__}.{name}"))
    command: click.Command = module.get(name) or module[f"{name}_"]
    return command

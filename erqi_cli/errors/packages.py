"""Optional packages: the failure where one is missing, and the command that installs it."""

import sys
from importlib.util import find_spec

from erqi_cli.errors.problem import Failure, failure


def missing_package(written: str, requirement: str) -> Failure:
    """Return the failure E624: a format needs a package.

    `requirement` is the package with its version, such as `Jinja2>=3.1.4`.
    """
    package = requirement.partition(">=")[0]
    return failure("E624", format=written, package=package, command=_install_command(requirement))


def _install_command(requirement: str) -> str:
    """Return the command that installs a package for the Python that runs this program.

    It installs the package itself: an extra of erqi is only found where erqi came from.
    """
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if find_spec("pip") is None:  # as in the environments of uv
        return f'uv pip install --python {python} "{requirement}"'
    return f'{python} -m pip install "{requirement}"'

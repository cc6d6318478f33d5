"""erqi: a target calculator for a government's yearly plan.

>>> from erqi_cli import load_plan, project
>>> gdp = project(load_plan(), ["gdp"])[0]
>>> print(gdp.projected, gdp.unit, gdp.index)
571.16 亿元 109.00
>>> from erqi_cli import track
>>> print(track(load_plan(), "gdp")[0].status)
met

Names are imported on first use, so that `import erqi_cli` costs nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from erqi_cli.api import track
    from erqi_cli.calc.api import project
    from erqi_cli.calc.projection.project import Projection
    from erqi_cli.calc.tracking.tracked import TrackedTarget
    from erqi_cli.domain.plan import Plan
    from erqi_cli.errors import Failure
    from erqi_cli.readers.yaml.load import load_plan

__version__ = "0.2.0"
__all__ = [
    "Failure",
    "Plan",
    "Projection",
    "TrackedTarget",
    "__version__",
    "load_plan",
    "project",
    "track",
]

_HOMES = {
    "Failure": "erqi_cli.errors",
    "Plan": "erqi_cli.domain.plan",
    "Projection": "erqi_cli.calc.projection.project",
    "TrackedTarget": "erqi_cli.calc.tracking.tracked",
    "load_plan": "erqi_cli.readers.yaml.load",
    "project": "erqi_cli.calc.api",
    "track": "erqi_cli.api",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

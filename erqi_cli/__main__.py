"""The process `erqi`: what is settled before anything is imported."""

import gc
from typing import NoReturn

INTERRUPTED = 130
NO_MEMORY = "erqi: E902 there is not enough memory"
"""Said where there is none left to look a message up."""


def main() -> NoReturn:
    """Run the command line.

    A run is short and makes next to no reference cycles, so the cyclic garbage collector would only cost time:
    about a tenth of the start, and more on a large plan.
    """
    gc.disable()
    try:
        from erqi_cli.cli import run

        run()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except (MemoryError, ImportError) as error:
        if isinstance(error, ImportError) and "failed to map segment" not in str(error):
            raise
        raise SystemExit(NO_MEMORY) from None


if __name__ == "__main__":
    main()

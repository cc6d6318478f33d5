"""The process `erqi`: what is settled before anything is imported."""

import gc
import os

INTERRUPTED = 130
NO_MEMORY = "erqi: E902 there is not enough memory"
"""Said where there is none left to look a message up."""


def main() -> None:
    """Run the command line.

    A run is short and makes next to no reference cycles, so the cyclic garbage collector would only cost time:
    about a tenth of the start, and more on a large plan.
    """
    gc.disable()
    try:
        from erqi_cli.cli import run

        run()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # what CPython 3.11 makes of one that met the making of a class
            os._exit(INTERRUPTED)
        if isinstance(error, MemoryError) or "failed to map segment" in str(error):
            raise SystemExit(NO_MEMORY) from None
        raise


if __name__ == "__main__":
    main()

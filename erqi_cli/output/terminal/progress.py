"""A progress bar on standard error, which shows only where work takes more than a second."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, TaskID

DELAY = 1.0
"""Seconds of work before a bar shows."""


@contextlib.contextmanager
def progress_bar(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar while the block runs; what it yields takes how many steps are done.

    Without a `total` the bar only shows that there is work. It leaves nothing on the terminal.
    """
    bar = _Bar(label, total)
    timer = threading.Timer(DELAY, bar.show)
    timer.start()
    try:
        yield bar.reach
    finally:
        timer.cancel()
        timer.join()
        bar.remove()


class _Bar:
    """A bar that may not show yet. Rich is imported only once it does."""

    def __init__(self, label: str, total: int | None) -> None:
        self._label = label
        self._total = total
        self._done = 0
        self._shown: tuple[Progress, TaskID] | None = None

    def reach(self, done: int) -> None:
        """Take note of how many steps are done."""
        self._done = done
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=done)

    def show(self) -> None:
        """Show the bar; a terminal that cannot be written to is no fault of the work."""
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(
            *_columns(has_total=self._total is not None),
            console=Console(stderr=True, force_terminal=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        task = progress.add_task(self._label, total=self._total, completed=self._done)
        with contextlib.suppress(OSError):
            progress.start()
            self._shown = (progress, task)

    def remove(self) -> None:
        """Remove the bar if it shows."""
        if self._shown is not None:
            progress, _ = self._shown
            with contextlib.suppress(OSError):
                progress.stop()


def _columns(*, has_total: bool) -> "Iterator[ProgressColumn]":
    """Yield the parts of a bar: label, bar, and percent and the time left if the total is known."""
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    yield TextColumn("{task.description}", markup=False)
    yield BarColumn()
    if has_total:
        yield TaskProgressColumn()
        yield TimeRemainingColumn()

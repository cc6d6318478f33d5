"""Runs a command and says what it cost."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ONE_CORE = ["taskset", "-c", "0"] if shutil.which("taskset") else []


class Run(NamedTuple):
    """Processor seconds, peak memory in MiB and elapsed seconds of one run."""

    cpu: float
    peak: float
    wall: float


def measured(command, output=os.devnull):
    """Return what one run costs; its standard output goes to a file."""
    actions = [(os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    start = time.perf_counter()
    worker = os.posix_spawn(shutil.which(command[0]), command, os.environ, file_actions=actions)
    _, status, used = os.wait4(worker, 0)
    if status:
        raise SystemExit(f"failed: {command}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, time.perf_counter() - start)


def erqi(*words):
    """Return the command that runs the installed program."""
    return [str(Path(sys.executable).parent / "erqi"), *words]


def imported(code):
    """Return how many seconds each module's own import takes in a process that runs some code, and how many the process takes."""
    command = [sys.executable, "-X", "importtime", "-c", code]
    start = time.perf_counter()
    lines = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    ).stderr.splitlines()
    used = time.perf_counter() - start
    parts = [
        line.removeprefix("import time:").split("|")
        for line in lines
        if line.startswith("import time:")
    ]
    return {name.strip(): int(own) / 1e6 for own, _, name in parts if own.strip().isdecimal()}, used

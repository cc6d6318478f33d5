"""Which tests run which function, so that a mutant is tried with those that can notice it, the quickest first."""

import ast
import hashlib
import json
import os
import signal
import sys
import time
from collections import defaultdict
from itertools import accumulate

import pytest

BROKEN, NONE_CHOSEN = 70, 5
LEAST_TIMEOUT, MANY_TIMES = 20, 10


def functions(source):
    """Return for each line of a source the function whose body it belongs to; other lines are run by an import."""
    found = {}
    for node in ast.walk(ast.parse(source)):  # from the outside to the inside
        if isinstance(node, ast.FunctionDef):
            outer = found.get(node.body[0].lineno, "")
            found.update(
                dict.fromkeys(
                    range(node.body[0].lineno, node.end_lineno + 1), f"{outer}.{node.name}"
                )
            )
    return found


def function_at(source, line):
    """Return the function whose body a line belongs to, or nothing."""
    return functions(source).get(line, "")


def in_child(work):
    """Run something in a child of this process, which has what the tests import, with nothing said; return its exit code.

    A start of Python, pytest and hypothesis for each mutant would take longer than most mutants live.
    """
    child = os.fork()
    if child == 0:
        code = BROKEN
        try:
            os.setsid()
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in range(3):
                os.dup2(nothing, descriptor)
            code = int(work())
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Watch:
    """Notes of each test how long it takes and which lines it runs."""

    def __init__(self, coverage):
        self.coverage, self.seconds = coverage, {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.coverage.switch_context(item.nodeid)
        began = time.monotonic()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = round(time.monotonic() - began, 4)


class Choice:
    """Keeps the tests that run a function, the quickest first, and ends the process where one does not end."""

    def __init__(self, seconds, chosen):
        self.seconds, self.chosen = seconds, chosen

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        kept = [
            item for item in items if item.nodeid in self.chosen or item.nodeid not in self.seconds
        ]
        items[:] = sorted(kept, key=lambda item: self.seconds.get(item.nodeid, 0))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        least = max(LEAST_TIMEOUT, MANY_TIMES * self.seconds.get(item.nodeid, 0))
        signal.setitimer(
            signal.ITIMER_PROF, least
        )  # of its own time: a machine with much to do ends nothing early
        signal.alarm(round(MANY_TIMES * least))
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)


class Covering:
    """What the tests of each file run, measured once without a mutant and kept until a file of tests changes.

    The tests are those of the default run: tests of processes run nothing in this one.
    """

    def __init__(self, copy, kept, most=None):
        self.copy, self.most = copy, most
        self.options = [
            "-x",
            "-q",
            "--assert=plain",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:cov",
            "--hypothesis-seed=0",
        ]
        known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        self.of = {}
        folder = copy / "tests"
        for file in sorted(str(path.relative_to(folder)) for path in folder.rglob("test_*.py")):
            digest = hashlib.sha256((copy / "tests" / file).read_bytes()).hexdigest()
            if known.get(file, {}).get("digest") != digest:
                known[file] = {"digest": digest, **self._measured(file)}
                kept.write_text(json.dumps(known), "utf-8")
            self.of[file] = known[file]

    def tried(self, module, function):
        """Run the tests that run a function, or any function of a module; return 0 where all of them pass.

        A module without functions is run by its import alone, and every test may notice a change to it.
        """
        seconds, by_function = {}, defaultdict(set)
        for measured in self.of.values():
            seconds.update(measured["seconds"])
            for name, tests in measured["functions"].get(module, {}).items():
                by_function[name].update(tests)
        if function:
            chosen = by_function[function]
        elif by_function:
            chosen = set().union(*by_function.values())
        else:
            chosen = set(seconds)
        chosen = self._quickest(seconds, chosen)
        holding = [
            f"tests/{file}"
            for file, measured in self.of.items()
            if chosen & measured["seconds"].keys()
        ]
        if not holding:
            return 0
        code = in_child(
            lambda: pytest.main([*self.options, *holding], plugins=[Choice(seconds, chosen)])
        )
        return 0 if code == NONE_CHOSEN else code

    def _quickest(self, seconds, chosen):
        """Return the quickest tests, as many as together take no longer than allowed."""
        if self.most is None:
            return chosen
        tests = sorted(chosen, key=seconds.get)
        sums = accumulate(map(seconds.get, tests))
        return {test for test, until in zip(tests, sums, strict=True) if until <= self.most}

    def _measured(self, file):
        """Run the tests of a file without a mutant; return what they run and take; exit where one of them fails."""
        print(f"measuring {file}", flush=True)
        found = self.copy / "measured.json"
        if in_child(lambda: self._measure(file, found)) not in (0, NONE_CHOSEN):
            sys.exit(f"the tests of {file} do not pass without a mutant")
        return json.loads(found.read_text("utf-8"))

    def _measure(self, file, found):
        from coverage import Coverage

        package = self.copy / "erqi_cli"
        coverage = Coverage(data_file=None, include=[f"{package}/*"], config_file=False)
        watch = Watch(coverage)
        coverage.start()
        code = pytest.main([*self.options, f"tests/{file}"], plugins=[watch])
        coverage.stop()
        data, run = coverage.get_data(), {}
        for path in filter(
            lambda path: path.endswith(".py"), data.measured_files()
        ):  # a template is measured too
            with open(path, encoding="utf-8") as stream:
                names = functions(stream.read())
            tests = defaultdict(set)
            for line, contexts in data.contexts_by_lineno(path).items():
                if line in names:
                    tests[names[line]].update(contexts)
            run[os.path.relpath(path, package)] = {
                name: sorted(of & watch.seconds.keys()) for name, of in tests.items()
            }
        found.write_text(json.dumps({"seconds": watch.seconds, "functions": run}), "utf-8")
        return code

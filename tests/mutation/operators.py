"""Mutations that cosmic-ray does not know, for a program whose arithmetic is done by methods of decimal contexts."""

import parso
from cosmic_ray.operators.operator import Example, Operator

METHODS = {"add": "subtract", "subtract": "add", "multiply": "divide", "divide": "multiply"}
NAMES = {
    "max": "min",
    "min": "max",
    "any": "all",
    "all": "any",
    "ZERO": "ONE",
    "ONE": "HUNDRED",
    "HUNDRED": "ONE",
    "ROUND_CEILING": "ROUND_FLOOR",
    "ROUND_FLOOR": "ROUND_CEILING",
    "ROUND_HALF_UP": "ROUND_HALF_EVEN",
}
ORDERED = ("subtract", "divide", "percent_of")


class _Name(Operator):
    """Replaces one name by another."""

    changes: dict[str, str] = {}

    def mutation_positions(self, node):
        if node.type == "name" and node.value in self.changes and self.matches(node):
            yield node.start_pos, node.end_pos

    def matches(self, node):  # noqa: ARG002 -- every name, unless a kind of mutation says otherwise
        return True

    def mutate(self, node, index):  # noqa: ARG002 -- cosmic-ray's form
        node.value = self.changes[node.value]
        return node


class OtherMethod(_Name):
    """`EXACT.add(…)` becomes `EXACT.subtract(…)`, and so on."""

    changes = METHODS

    def matches(self, node):
        before = node.get_previous_sibling()
        return before is not None and before.type == "operator" and before.value == "."

    @classmethod
    def examples(cls):
        return (Example("EXACT.add(a, b)", "EXACT.subtract(a, b)"),)


class OtherName(_Name):
    """`max` becomes `min`, `HUNDRED` becomes `ONE`, and so on."""

    changes = NAMES

    @classmethod
    def examples(cls):
        return (Example("max(a, b)", "min(a, b)"),)


class SwapArguments(Operator):
    """`divide(a, b)` becomes `divide(b, a)`."""

    def mutation_positions(self, node):
        if self._two(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):  # noqa: ARG002 -- cosmic-ray's form
        first, _, second = node.children[1].children[:3]
        return parso.parse(f"({second.get_code().strip()}, {first.get_code().strip()})").children[0]

    @staticmethod
    def _two(node):
        if node.type != "trailer" or len(node.children) != 3 or node.children[1].type != "arglist":
            return False
        arguments = [
            part for part in node.children[1].children if getattr(part, "value", "") != ","
        ]
        before = node.get_previous_leaf()
        plain = all(part.type != "argument" for part in arguments)
        return len(arguments) == 2 and plain and before is not None and before.value in ORDERED

    @classmethod
    def examples(cls):
        return (Example("divide(a, b)", "divide(b, a)"),)


class OtherWord(Operator):
    """A word that something is compared with becomes another."""

    def mutation_positions(self, node):
        if node.type == "string" and node.value.strip("\"'") and self._is_compared(node):
            yield node.start_pos, node.end_pos

    def mutate(self, node, index):  # noqa: ARG002 -- cosmic-ray's form
        node.value = '"no such word"'
        return node

    @staticmethod
    def _is_compared(node):
        above = node.parent
        while above is not None and above.type in ("testlist_comp", "atom"):
            above = above.parent
        return above is not None and above.type == "comparison"

    @classmethod
    def examples(cls):
        return (Example('kind == "count"', 'kind == "no such word"'),)


class Provider:
    """Gives cosmic-ray the mutations of this module."""

    known = {one.__name__: one for one in (OtherMethod, OtherName, SwapArguments, OtherWord)}

    def __iter__(self):
        return iter(self.known)

    def __getitem__(self, name):
        return self.known[name]

"""Finds what stands twice among any number of rows, in constant memory: the hashes of their keys, in shares on disk."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

from erqi_cli.errors import MOST
from erqi_cli.plan.spool import let_go, no_room, temporary

SHARES = 256
"""Equal keys fall into the same share, so that one share at a time is looked at."""
HELD = 1 << 19
"""How many hashes are held in memory before they go to disk."""
LOOKED_AT = 1 << 16
"""How many hashes are compared at a time."""
WIDTH = array("q").itemsize


class Doubles:
    """The hashes of keys, 64 bits each. Two keys may share a hash, so what is found here is looked at once more."""

    def __init__(self) -> None:
        self.shares = [array("q") for _ in range(SHARES)]
        self.held = 0
        self.kept = temporary()
        self.lengths: list[array[int]] = []

    def close(self) -> None:
        """Let what is on disk go."""
        let_go(self.kept)

    def add(self, hashes: Sequence[int]) -> None:
        """Take the hashes of further keys."""
        put, last = [share.append for share in self.shares], SHARES - 1
        for key in hashes:
            put[key & last](key)
        self.held += len(hashes)
        if self.held >= HELD:
            self._put_away()

    def _put_away(self) -> None:
        self.lengths.append(array("q", map(len, self.shares)))
        try:
            self.kept.writelines(self.shares)
        except OSError as error:
            raise no_room(error) from None
        for share in self.shares:
            del share[:]
        self.held = 0

    def found(self) -> set[int]:
        """Return hashes that came more than once, at most as many as problems are looked for."""
        found = set[int]()
        for share in range(SHARES):
            count = len(self.shares[share]) + sum(lengths[share] for lengths in self.lengths)
            parts = count // LOOKED_AT + 1
            for part in range(parts):
                found |= _twice(self._hashes(share), parts, part)
                if len(found) >= MOST:
                    return found
        return found

    def _hashes(self, share: int) -> Iterator["array[int]"]:
        """Yield the hashes of one share, those on disk first."""
        start = 0
        for lengths in self.lengths:
            self.kept.seek((start + sum(lengths[:share])) * WIDTH)
            yield array("q", self.kept.read(lengths[share] * WIDTH))
            start += sum(lengths)
        yield self.shares[share]


def _twice(hashes: Iterator["array[int]"], parts: int, part: int) -> set[int]:
    """Return the hashes that come more than once, of every so many one part."""
    seen, found = set[int](), set[int]()
    for some in hashes:
        keys = [key for key in some if key // SHARES % parts == part] if parts > 1 else some.tolist()
        fresh = set(keys)
        if len(fresh) < len(keys) or not seen.isdisjoint(fresh):
            found |= seen & fresh
            found.update(key for key, count in Counter(keys).items() if count > 1)
        seen |= fresh
    return found

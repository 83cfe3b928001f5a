"""What every reader of one service's archive is: which files it is known by, which it opens, and how posts come out of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from askfirst.checks.archives.post import Post
from askfirst.guard.archives.json_items import json_items
from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.pack import ALONE, Pack
from askfirst.guard.archives.rows import rows

__all__ = ["Files", "Service", "text_of"]

NUMBERED = re.compile(r"([^0-9]+|^)([0-9]{0,9})", re.ASCII)
WRAPPED = r"^(?:[^/]+/)?"  # archives may lie in one folder


@dataclass
class Files:
    """The files that one reader may open, and what it could not use: other people's words, posts nobody else sees, broken files."""

    pack: Pack
    wants: re.Pattern[str]
    others: int = 0
    private: int = 0
    passed: int = 0  # messages that stand in the same file as posts
    broken: int = 0
    unread: int = 0

    @cached_property
    def names(self) -> list[str]:
        """In the order of their numbers: part 2 before part 10."""
        wanted = [one for one in self.pack.names if self.wants.search(one)]
        return sorted(wanted, key=_in_order)

    def like(self, pattern: str) -> list[str]:
        """Those whose path ends in this pattern; a file that came alone is like any."""
        found = re.compile(r"(?:^|/)(?:%s)$" % pattern, re.IGNORECASE)
        return [one for one in self.names if one == ALONE or found.search(one)]

    def items(self, name: str) -> Iterator[tuple[tuple[str, ...], Any]]:
        """The records of a file of JSON; a broken one is counted, and what came before that counts."""
        yield from self.whole(name, json_items(self.pack.read(name)))

    def records(self, name: str, lists: str) -> Iterator[dict[str, Any]]:
        """Objects of a list at the top, or of lists under keys of this pattern; of one post alone, the file is that object."""
        known, any_list = re.compile(lists), False
        alone: dict[str, Any] = {}
        for path, value in self.items(name):
            if isinstance(value, dict) and (not path or known.search(path[-1])):
                any_list = True
                yield value
            elif len(path) == 1:
                if isinstance(value, dict):
                    alone.setdefault(path[0], []).append(value)
                else:
                    alone[path[0]] = value
            elif not path:
                self.unread += 1
        if alone and not any_list:
            yield alone

    def rows(self, name: str, *known: str) -> Iterator[dict[str, str]]:
        """The rows of a file of comma-separated values."""
        yield from self.whole(name, rows(self.pack.read(name), known))

    def whole(self, name: str, made: Iterator[Any]) -> Iterator[Any]:
        """What is made of a file piece by piece; a broken one is counted, and what came before that counts."""
        try:
            yield from made
        except Broken:
            self.broken += 1


@dataclass(frozen=True, slots=True)
class Service:
    """`id` and `name` are those of the guide; `marks` and `wants` are paths, as patterns that Python and a browser read alike.

    `alone` says by its first letters whether a file that came by itself is of this service. `guessed`: no archive of a person has shown us
    that its form is the right one. `quiet`: an archive without anything public in it is whole all the same. `inside`: the path of a packed
    file in which the posts lie, where there are none beside it.
    """

    id: str
    name: str
    form: str  # how the formats we can read are named: "X (zip)"
    marks: str
    wants: str
    read: Callable[[Files], Iterator[Post]]
    alone: Callable[[str], bool] = lambda start: False
    guessed: bool = False
    quiet: bool = False
    inside: str = ""

    @property
    def opens(self) -> str:
        """The pattern of every path that is opened."""
        return WRAPPED + "(?:" + self.wants + ")$"

    def marked(self, names: list[str]) -> int:
        """How many files it is known by are there."""
        known = re.compile(WRAPPED + "(?:" + self.marks + ")$", re.IGNORECASE)
        return sum(known.search(one) is not None for one in names)


def _in_order(name: str) -> list[tuple[str, int]]:
    """Words and the numbers behind them, so that part 2 stands before part 10."""
    return [(words, int(number or 0)) for words, number in NUMBERED.findall(name)]


def text_of(value: object) -> str:
    """A text, or nothing where there is something else."""
    return value if isinstance(value, str) else ""

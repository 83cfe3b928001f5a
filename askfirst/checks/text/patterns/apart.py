"""A pattern of very many ways ("(?:closed meeting|leaked|off the record)") taken apart into its ways: of most texts none needs more than one tried.

Only where the ways begin where the pattern begins, so that the first way that stands at the first place is what the whole pattern would find.
"""

import re
from collections.abc import Iterator
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

__all__ = ["TAKES_NOTHING", "apart"]

TAKES_NOTHING = frozenset({kind.AT, kind.ASSERT, kind.ASSERT_NOT})
"""What of a pattern takes no letters."""
REPEATED = frozenset("?*+{")
MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


def apart(source: str) -> tuple[str, ...]:
    """Patterns that together match what this one does, in its order of choice; the pattern itself where it cannot be taken apart.

    A pattern whose ways hold groups with names or numbers stays whole.
    """
    ways = list(_ways(source, 0, len(source)))
    if len(ways) > 1:
        return tuple(ways) if not any(_has_a_group(way) for way in ways) else (source,)
    for start, end in _groups(source):
        if source.startswith("(?:", start) and source[end : end + 1] not in REPEATED:
            inside = list(_ways(source, start + 3, end - 1))
            if len(inside) > 1:
                whole = _begins_it(source[:start]) and not any(_has_a_group(way) for way in inside)
                return tuple(source[:start] + "(?:" + way + ")" + source[end:] for way in inside) if whole else (source,)
        if not source.startswith(("(?=", "(?!", "(?<=", "(?<!"), start):
            break
    return (source,)


def _begins_it(before: str) -> bool:
    return all(code in TAKES_NOTHING for code, _ in parser.parse(before))


def _has_a_group(way: str) -> bool:
    return any((sign == "(" and way[at + 1 : at + 2] != "?") or way.startswith("(?P", at) for at, sign in _marks(way))


def _marks(source: str) -> Iterator[tuple[int, str]]:
    """Each bracket and bar that is neither escaped nor one of a set, and where it stands."""
    return ((match.start(), match.group()) for match in MARK.finditer(source) if match.group() in "()|")


def _ways(source: str, start: int, end: int) -> Iterator[str]:
    """What stands between the bars that no group holds."""
    depth, begin = 0, start
    for at, sign in _marks(source):
        if at >= end:
            break
        if at >= start:
            depth += (sign == "(") - (sign == ")")
            if sign == "|" and not depth:
                yield source[begin:at]
                begin = at + 1
    yield source[begin:end]


def _groups(source: str) -> Iterator[tuple[int, int]]:
    """Where each group begins and ends that no other holds."""
    depth = begin = 0
    for at, sign in _marks(source):
        if sign == "(":
            begin, depth = (at if not depth else begin), depth + 1
        elif sign == ")":
            depth -= 1
            if not depth:
                yield begin, at + 1

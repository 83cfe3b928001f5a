"""The style sheets that stand in a page, as far as they say what is shown: plain selectors, in order of weight. Only the child reads by it.

Read: elements, classes, ids, attributes, one inside or right inside another, for a screen WIDE pixels wide. A rule with anything else in
its selector (states, places in a row, what stands before or after a word) is left out. Nothing is fetched: @import is not followed. Pure.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from askfirst.guard.saved.tree import Node

__all__ = ["WIDE", "Sheet", "declared"]

WIDE, FONT = 1_280, 16.0
MOST_RULES, MOST_DECLARED = 20_000, 400
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
STOP = re.compile(r"[{};]")
SIMPLE = re.compile(
    r"""(?P<tag>[a-zA-Z][\w-]*|\*)|\.(?P<cls>[\w\\:-]+)|\#(?P<id>[\w-]+)|\[(?P<attr>[\w-]+)(?:(?P<how>[~|^$*]?=)["']?(?P<value>[^"'\]]*)["']?\s*i?\s*)?\]|(?P<root>:root)"""
)
PARTED = re.compile(r"\s*([>\s])\s*")
LENGTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
SHOWS = (
    "display visibility opacity color background background-color font font-size position left right top bottom inset"
    " text-indent margin-left margin-top margin width height max-width max-height overflow overflow-x overflow-y clip"
    " clip-path transform filter content-visibility letter-spacing line-height -webkit-text-fill-color float order grid-area"
    " grid-template grid-template-columns flex-direction flex-flow scale padding padding-top min-height"
).split()
KNOWN = frozenset(SHOWS)
SCREENS = frozenset({"", "all", "screen", "only screen", "only all"})


def declared(text: str) -> list[tuple[str, str, bool]]:
    """Of what one style says: what decides what is shown, and its own variables. Name, value in small letters, whether it insists."""
    found = []
    for one in text[:100_000].split(";")[:MOST_DECLARED]:
        name, colon, value = one.partition(":")
        name, value = name.strip().lower(), " ".join(value.lower().split())
        if colon and value and (name in KNOWN or name.startswith("--")):
            insists = value.endswith("important") and "!" in value
            found.append((name, value.partition("!")[0].strip() if insists else value, insists))
    return found


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be: its name ("" for any), its classes, its id, its attributes; `how`: " " or ">" before it."""

    tag: str
    classes: frozenset[str]
    id: str
    attrs: tuple[tuple[str, str, str], ...]
    how: str
    root: bool = False

    def fits(self, node: Node) -> bool:
        attributes = node.attributes
        return (
            (not self.tag or node.tag == self.tag)
            and (not self.root or node.parent is None)
            and (not self.id or attributes.get("id", "") == self.id)
            and (not self.classes or self.classes <= set(attributes.get("class", "").split()))
            and all(_attr_fits(attributes, *one) for one in self.attrs)
        )


def _attr_fits(attributes: Mapping[str, str], name: str, how: str, wanted: str) -> bool:
    if name not in attributes:
        return False
    value = attributes[name]
    if not how:
        return True
    if not wanted and how != "=":
        return False
    return {
        "=": value == wanted, "^=": value.startswith(wanted), "$=": value.endswith(wanted), "*=": wanted in value,
        "~=": wanted in value.split(), "|=": value == wanted or value.startswith(wanted + "-"),
    }[how]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """`weight`: ids, classes and names, then its place in order."""

    selector: tuple[Compound, ...]
    weight: tuple[int, int, int, int]
    declared: tuple[tuple[str, str, bool], ...]


def _compound(text: str, how: str) -> Compound | None:
    """None for what is not read."""
    tag, id, root, at = "", "", False, 0
    classes: set[str] = set()
    attrs: list[tuple[str, str, str]] = []
    while at < len(text):
        met = SIMPLE.match(text, at)
        if met is None or (met["tag"] and at):
            return None
        if met["tag"]:
            tag = "" if met["tag"] == "*" else met["tag"].lower()
        elif met["cls"]:
            if ":" in met["cls"].replace("\\:", ""):
                return None
            classes.add(met["cls"].replace("\\", ""))
        elif met["id"]:
            id = met["id"]
        elif met["attr"]:
            attrs.append((met["attr"].lower(), met["how"] or "", met["value"] or ""))
        else:
            root = True
        at = met.end()
    return Compound(tag, frozenset(classes), id, tuple(attrs), how, root) if at else None


def _selector(text: str) -> tuple[Compound, ...] | None:
    if len(text) > 1_000 or "+" in text or "~" in text.replace("~=", ""):
        return None
    pieces = PARTED.split(text.strip())
    made, how = [], " "
    for number, piece in enumerate(pieces):
        if number % 2:
            how = ">" if piece == ">" else " "
            continue
        one = _compound(piece, how)
        if one is None:
            return None
        made.append(one)
    return tuple(made)


def _screen(query: str) -> bool:
    """Whether a list of media queries holds for a wide screen."""
    return any(_holds(one) for one in query.lower().split(","))


def _holds(query: str) -> bool:
    kind, *more = (one.strip() for one in re.split(r"\band\b", query))
    more += [kind] if kind.startswith("(") else []
    if not kind.startswith("(") and kind not in SCREENS:
        return False
    for one in more:
        length = LENGTH.fullmatch(one)
        if length is None:
            return False
        pixels = float(length[2]) * (1 if length[3] == "px" else FONT)
        if (length[1] == "min") != (pixels <= WIDE):
            return False
    return True


def _blocks(text: str, at: int = 0, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Selector and what it says, of every rule that holds."""
    start = at
    while found := STOP.search(text, at):
        head = text[start : found.start()].strip()
        at = found.end()
        if found[0] != "{":
            start = at
            continue
        close = _closing(text, at)
        body = text[at:close]
        word = head[1:].partition(" ")[0].partition("(")[0].lower() if head.startswith("@") else ""
        if not word:
            yield head, body
        elif depth < 5 and (word in ("supports", "layer", "container") or (word == "media" and _screen(head[6:]))):
            yield from _blocks(body, 0, depth + 1)
        start = at = close + 1


BRACE = re.compile(r"[{}]")


def _closing(text: str, at: int) -> int:
    """The brace that closes what was opened before `at`; the end where there is none."""
    depth = 1
    for brace in BRACE.finditer(text, at):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(text)


@dataclass(slots=True)
class Sheet:
    """All rules of a page's sheets, by what its last element must be."""

    by_key: dict[str, list[Rule]] = field(default_factory=dict)
    count: int = 0

    def read(self, text: str) -> None:
        """One sheet more."""
        for head, body in _blocks(COMMENT.sub(" ", text)):
            said = tuple(declared(body))
            for one in head.split(",") if said else ():
                selector = _selector(one)
                if selector and self.count < MOST_RULES:
                    self.count += 1
                    self._add(selector, said)

    def _add(self, selector: tuple[Compound, ...], said: tuple[tuple[str, str, bool], ...]) -> None:
        last = selector[-1]
        key = "#" + last.id if last.id else "." + min(last.classes) if last.classes else last.tag or "*"
        ids = sum(bool(one.id) for one in selector)
        classes = sum(len(one.classes) + len(one.attrs) + one.root for one in selector)
        weight = (ids, classes, sum(bool(one.tag) for one in selector), self.count)
        self.by_key.setdefault(key, []).append(Rule(selector, weight, said))

    def said_of(self, node: Node) -> list[tuple[str, str, bool]]:
        """What the rules say of an element, the weightiest last."""
        keys = ["*", node.tag, *("." + one for one in set(node.attributes.get("class", "").split()))]
        keys += ["#" + node.attributes["id"]] if node.attributes.get("id") else []
        rules = [rule for key in keys for rule in self.by_key.get(key, ()) if _fits(rule.selector, node)]
        return [one for rule in sorted(rules, key=lambda rule: rule.weight) for one in rule.declared]


def _fits(selector: tuple[Compound, ...], node: Node) -> bool:
    """Whether the element is the last of them, inside the others. An element fits the nearest that it may, as is near enough."""
    if not selector[-1].fits(node):
        return False
    here, how = node.parent, selector[-1].how
    for one in reversed(selector[:-1]):
        while here is not None and not one.fits(here):
            if how == ">":
                return False
            here = here.parent
        if here is None:
            return False
        here, how = here.parent, one.how
    return True

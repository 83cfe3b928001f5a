"""The elements of a page one inside another, as a browser would nest them near enough to say what is shown. Only the child builds it. Pure.

Deeper than DEEPEST nothing is nested any more: what stands there is read as if it stood beside.
"""

from collections.abc import Iterator

from askfirst.guard.markup import Close, Comment, Open, Words, parts
from askfirst.guard.unfit import Unfit

__all__ = ["Node", "tree"]

DEEPEST, MOST = 250, 40_000
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# An element that ends when one of these begins beside it.
ENDS = {
    "p": frozenset(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header"
        " hr main menu nav ol p pre section table ul".split()
    ),
    "li": frozenset({"li"}), "dt": frozenset({"dt", "dd"}), "dd": frozenset({"dt", "dd"}), "option": frozenset({"option", "optgroup"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}), "td": frozenset({"td", "th", "tr"}), "th": frozenset({"td", "th", "tr"}),
    "head": frozenset({"body"}),
}  # fmt: skip
HOLDS = {
    "li": ("ul", "ol", "menu"),
    "dt": ("dl",),
    "dd": ("dl",),
    "tr": ("table",),
    "td": ("table",),
    "th": ("table",),
    "option": ("select",),
}


class Node:
    """An element: its name, what is written in its tag, and what stands in it. A comment is an element called "!"."""

    __slots__ = ("attributes", "inside", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None") -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.inside: list[Node | str] = []

    @property
    def names(self) -> list[str]:
        """Its classes, in small letters."""
        return self.attributes.get("class", "").lower().split()

    def walk(self) -> Iterator["Node"]:
        """Itself and all elements in it, in order."""
        left = [self]
        while left:
            one = left.pop()
            yield one
            left += [inner for inner in reversed(one.inside) if isinstance(inner, Node)]

    def words(self) -> str:
        """All text in it, seen or not."""
        return "".join(
            one for node in self.walk() for one in node.inside if isinstance(one, str) and node.tag not in ("!", "script", "style")
        )


def tree(text: str) -> Node:
    """The whole page as one element. Linear. Raises Unfit("too-much") for more elements than a page has."""
    root = Node("html", {}, None)
    open_now, count = [root], 0
    for part in parts(text):
        here = open_now[-1]
        match part:
            case Words(words):
                here.inside.append(words)
            case Comment(words):
                here.inside.append(Node("!", {"text": words}, here))
            case Close(tag):
                _close(open_now, tag)
            case Open("html", attributes, _):
                root.attributes.update(attributes)
            case Open(tag, attributes, closed):
                count += 1
                if count > MOST:
                    raise Unfit("too-much")
                _make_room(open_now, tag)
                made = Node(tag, attributes, open_now[-1])
                open_now[-1].inside.append(made)
                if tag not in VOID and not (closed and _of_svg(made)) and len(open_now) < DEEPEST:
                    open_now.append(made)
    return root


def _of_svg(node: Node) -> bool:
    """Only there does a slash at the end of a tag close it."""
    above: Node | None = node
    while above is not None:
        if above.tag in ("svg", "math"):
            return True
        above = above.parent
    return False


def _make_room(open_now: list[Node], tag: str) -> None:
    """Ends whatever ends where `tag` begins."""
    while len(open_now) > 1 and tag in ENDS.get(open_now[-1].tag, ()):
        open_now.pop()
    holders = HOLDS.get(tag)
    if holders:
        for depth in range(len(open_now) - 1, 0, -1):
            if open_now[depth].tag in holders:
                return
            if tag in ENDS.get(open_now[depth].tag, ()):
                del open_now[depth:]
                return


def _close(open_now: list[Node], tag: str) -> None:
    """Ends the nearest element of that name, and all in it; nothing where there is none."""
    for depth in range(len(open_now) - 1, 0, -1):
        if open_now[depth].tag == tag:
            del open_now[depth:]
            return

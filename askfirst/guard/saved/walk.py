"""A page walked from top to bottom: its words in stretches, each with whether it is seen and how far down it stands. Pure.

Only the child reads by it. How far down is a guess by counting lines on a wide screen: good enough to tell the top from what lies below
twelve posts, and no better.
"""

import re
from dataclasses import dataclass, field, replace

from askfirst.guard.saved.found import LETTERS, MOST_BLOCKS, SCREEN, Block, Link, Picture
from askfirst.guard.saved.posts import Posts
from askfirst.guard.saved.sheet import Sheet
from askfirst.guard.saved.style import PANELS, Looks, is_inline, looks_of, seen_as, start
from askfirst.guard.saved.tree import Node
from askfirst.guard.saved.values import length

__all__ = ["Walk"]

SPACED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre figure dl table form fieldset hr".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
UNREAD = frozenset({"script", "style"})
WIDTH, SIDE_WIDTH, LINE, SPACE, PICTURE = 700.0, 280.0, 1.5, 16.0, 240.0
SIDE = re.compile(r"\b(?:side-?bar|side|widget-?area|secondary|complementary|right-?col\w*|left-?col\w*)\b")
FOOT = re.compile(r"\b(?:footer|site-?footer|page-?footer|colophon)\b")
ROLES = {"banner": "header", "navigation": "menu", "contentinfo": "footer", "complementary": "side"}
TAGS = {"header": "header", "nav": "menu", "footer": "footer", "aside": "side"}
MOST_LINKS, MOST_PICTURES, LONGEST = 3_000, 1_000, 2_000


@dataclass(slots=True)
class Column:
    """How far down the words of one column have come, and how wide it is."""

    at: float = 0.0
    wide: float = WIDTH


@dataclass(frozen=True, slots=True)
class Here:
    """Where an element stands, besides how it looks. `began`: how far down what holds it begins; `holds`: whether that has columns."""

    looks: Looks
    column: Column
    place: str = "main"
    post: int = 0
    began: float = 0.0
    holds: bool = False
    placed: float = 0.0  # how far down the nearest element begins that places others in it


@dataclass(slots=True)
class Walk:
    """One page. Use `all` once."""

    sheet: Sheet
    posts: Posts
    elsewhere: bool
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    long: bool = False
    letters: int = 0
    ended: int = 0  # posts that are over
    begun: int = 0  # of posts that are told by headings alone, which is the last
    heading: int = 0
    variables: dict[str, str] = field(default_factory=dict)
    runs: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = field(default_factory=list)
    current: Here | None = None

    def all(self, root: Node) -> None:
        self._element(root, Here(start(), Column()))
        self._break()

    # ------------------------------------------------------------ elements

    def _element(self, node: Node, above: Here) -> None:
        if node.tag in UNREAD:
            return
        looks = looks_of(node, above.looks, self.sheet, self.variables, elsewhere=self.elsewhere)
        block = not is_inline(node, looks.said or {})
        if block:
            self._break()
        here, number = self._here(node, looks, above), self.posts.wholes.get(id(node), 0)
        self.begun = self.posts.heads.get(id(node), self.begun)
        here = replace(here, post=number or here.post)
        outer, self.heading = self.heading, int(node.tag[1]) if node.tag in HEADINGS else self.heading
        began = here.column.at
        self._space(node, here)
        self._own(node, here)
        placed = began if looks.of("position") in ("relative", "absolute", "fixed", "sticky") else here.placed
        self._inside(node, replace(here, began=began, holds=_is_panel(node, looks) and _columns(node), placed=placed))
        if block:
            self._break()
            self._below(here, began)
        self.heading = outer
        self.ended += bool(number)
        if above.holds and here.column is not above.column:
            above.column.at = max(above.column.at, here.column.at)

    def _inside(self, node: Node, here: Here) -> None:
        looks = here.looks
        turned = "column-reverse" in looks.of("flex-direction") + looks.of("flex-flow") and looks.of("display") in PANELS
        folded = node.tag == "details" and "open" not in node.attributes
        for one in reversed(node.inside) if turned else node.inside:
            if isinstance(one, str):
                self._words(one, here, more=("folded",) if folded else ())
            elif one.tag == "!":
                self._aside("".join(one.attributes.get("text", "")), ("comment",), here)
            else:
                self._element(one, here)

    def _here(self, node: Node, looks: Looks, above: Here) -> Here:
        place = ROLES.get(node.attributes.get("role", "")) or TAGS.get(node.tag, "")
        called = (node.attributes.get("class", "") + " " + node.attributes.get("id", "")).lower()
        if not place and node.tag in ("div", "section") and called.strip():
            place = "side" if SIDE.search(called) else "footer" if FOOT.search(called) else ""
        here = replace(above, looks=looks, place=place if place and not above.post else above.place)
        return replace(here, column=self._column(place, looks, above))

    def _column(self, place: str, looks: Looks, above: Here) -> Column:
        """Its own where it is taken out of the flow, or stands beside what came before it."""
        position = looks.of("position")
        if position == "fixed" or (position == "sticky" and looks.of("bottom")):
            return Column(0.0)
        if position == "absolute":
            top = length(looks.of("top"), looks.size, whole=SCREEN)
            return Column(above.column.at if top is None else max(0.0, above.placed + top), above.column.wide)
        if (looks.of("order") or "0").startswith("-"):
            return Column(above.began, above.column.wide)
        if place == "side" and not above.post and (self.elsewhere or above.holds or _beside(looks)):
            return Column(above.began, SIDE_WIDTH)
        return Column(above.began, above.column.wide) if above.holds and _narrow(looks) else above.column

    def _space(self, node: Node, here: Here) -> None:
        looks = here.looks
        if looks.why:
            return
        if node.tag == "br":
            if not any(words.strip() for words, _, _ in self.runs):
                here.column.at += looks.size * LINE
            self.runs.append((" ", (), ()))
        space = SPACE if node.tag in SPACED else 0.0
        for name in ("margin-top", "padding-top"):
            space += max(0.0, length(looks.of(name), looks.size, whole=0.0) or 0.0)
        here.column.at += space

    def _below(self, here: Here, began: float) -> None:
        """An element may be higher than its words."""
        if here.looks.why:
            return
        for name in ("height", "min-height"):
            high = length(here.looks.of(name), here.looks.size, whole=0.0)
            if high is not None and not (name == "height" and here.looks.of("overflow").startswith(("hidden", "auto", "scroll"))):
                here.column.at = max(here.column.at, began + high)

    def _own(self, node: Node, here: Here) -> None:
        """What an element says or shows by itself."""
        attributes, why = node.attributes, seen_as(here.looks)[0]
        if node.tag == "a" and attributes.get("href") and len(self.links) < MOST_LINKS:
            self.links.append(Link(attributes["href"].strip()[:LONGEST], " ".join(node.words().split())[:300]))
        elif node.tag == "img":
            self._picture(node, here, seen=not why)
        elif (
            node.tag == "input" and attributes.get("value") and attributes.get("type", "").lower() not in ("checkbox", "radio", "password")
        ):
            hidden = attributes.get("type", "").lower() == "hidden"
            self._words(attributes["value"] + " ", here, more=("off",) if hidden else ())
        elif node.tag == "meta" and attributes.get("content"):
            self._aside(attributes["content"], ("head",), here)
        if attributes.get("title") and node.tag != "meta":
            self._aside(attributes["title"], ("alt",), here)

    def _picture(self, node: Node, here: Here, *, seen: bool) -> None:
        attributes, looks = node.attributes, here.looks
        alt, name = " ".join(attributes.get("alt", "").split())[:LONGEST], attributes.get("src", "").partition("?")[0].rpartition("/")[2]
        if len(self.pictures) < MOST_PICTURES:
            name = "" if attributes.get("src", "").startswith("data:") else name[:200]
            self.pictures.append(Picture(alt, name + " " + " ".join(node.names)[:100], seen, here.place))
        if alt:
            self._aside(alt, ("alt",), here)
        if not looks.why:
            high = length(looks.of("height") or attributes.get("height", ""), looks.size, whole=PICTURE)
            self._break()
            here.column.at += PICTURE if high is None else max(0.0, high)

    # ------------------------------------------------------------ words

    def _words(self, text: str, here: Here, *, more: tuple[str, ...] = ()) -> None:
        if self.current is None or not any(words.strip() for words, _, _ in self.runs):
            self.current = here
        why, hard = seen_as(here.looks)
        self.runs.append((text, tuple(dict.fromkeys((*why, *more))), hard))

    def _aside(self, text: str, why: tuple[str, ...], here: Here) -> None:
        """Words that stand in the page and are never seen, in a stretch of their own, before the one that is open."""
        words = " ".join(text.split())[:LONGEST]
        if any(one.isalpha() for one in words):
            self._put(Block("", words, tuple(dict.fromkeys((*here.looks.why, *why))), (), here.post, 0, 0, here.place, 0))

    def _break(self) -> None:
        runs, here = self.runs, self.current
        self.runs, self.current = [], None
        if here is None:
            return
        whole = " ".join("".join(words for words, _, _ in runs).split())
        shown = " ".join("".join(words for words, why, _ in runs if not why).split())
        if not any(one.isalnum() for one in whole):
            return
        inked = [run for run in runs if run[0].strip()]
        why = tuple(dict.fromkeys(key for _, keys, _ in inked for key in keys))
        hard = tuple(dict.fromkeys(key for _, keys, soft in inked if not keys for key in soft))
        column = here.column
        self._put(Block(shown, whole, why, hard, self._post(here), self._passed(here), int(column.at), here.place, self.heading))
        if shown:
            size = here.looks.size
            lines = 1 + int(len(shown) * size * 0.5 / column.wide)
            column.at += lines * size * LINE

    def _post(self, here: Here) -> int:
        return here.post or (self.begun if self.posts.heads and here.place == "main" else 0)

    def _passed(self, here: Here) -> int:
        """How many posts are over."""
        if self.posts.heads:
            return max(0, self.begun - 1) if here.place == "main" else self.begun
        return self.ended

    def _put(self, block: Block) -> None:
        room = LETTERS - self.letters
        if len(block.whole) > room:
            self.long = True
            block = replace(block, shown=block.shown[:room], whole=block.whole[:room])
        if not room or len(self.blocks) >= MOST_BLOCKS:
            self.long = True
            return
        self.letters += len(block.whole)
        self.blocks.append(block)


def _is_panel(node: Node, looks: Looks) -> bool:
    """Whether what it holds stands side by side."""
    if looks.of("display").endswith("grid"):
        return bool(looks.of("grid-template-columns") or looks.of("grid-template"))
    row = looks.of("display") in PANELS and not (looks.of("flex-direction") + looks.of("flex-flow")).startswith("column")
    return row or node.tag == "tr"


def _columns(node: Node) -> bool:
    """Few enough to stand beside one another."""
    return 2 <= sum(isinstance(one, Node) and one.tag not in ("!", "script", "style") for one in node.inside) <= 3


def _beside(looks: Looks) -> bool:
    return looks.of("float") in ("left", "right") or bool(looks.of("grid-area") or looks.of("position") == "absolute")


def _narrow(looks: Looks) -> bool:
    """Whether it leaves room beside it."""
    wide = length(looks.of("width") or looks.of("max-width"), looks.size, whole=1_000.0)
    return wide is None or wide <= 700

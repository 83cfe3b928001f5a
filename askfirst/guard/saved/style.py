"""What the style of an element makes of the words in it: their size and colour, and every way in which they are not seen. Pure.

Only the child reads by it. `why` holds keys of NOT_SEEN of `saved.found`; each stands for a way of hiding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from askfirst.guard.saved.sheet import Sheet, declared
from askfirst.guard.saved.tree import Node
from askfirst.guard.saved.values import Colour, alpha_over, colour_in, contrast, length, with_variables

__all__ = ["BLOCKS", "PANELS", "Looks", "is_inline", "looks_of", "seen_as", "start"]

WHITE, BLACK = (255.0, 255.0, 255.0, 1.0), (0.0, 0.0, 0.0, 1.0)
SAME, FAINT = 1.25, 2.2  # contrast up to which letters are not seen, and are hard to see
UNSEEN_SIZE, TINY = 2.0, 9.0  # pixels
UNSEEN_OPACITY = 0.12
FAR = 400.0  # pixels beyond the edge of the page
SIZES = {
    "h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67, "small": 0.83, "sub": 0.83, "sup": 0.83, "big": 1.2,
}  # fmt: skip
WORDS_OF_SIZE = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0}
FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
SHORT_FONT = re.compile(
    r"(?<![\w.-])(\d*\.?\d+(?:px|pt|pc|em|rem|%|vw)?|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)(?=\s*/|\s|$)"
)
MOVED = re.compile(r"translate(?:x|y|3d)?\(([^()]*)\)")
NO_SCALE = re.compile(r"scale(?:x|y|3d)?\(\s*(?:1\s*,\s*)?0*\.?0+\d?\s*[,)]|rotate[xy]\(\s*-?90deg")
THROUGH = re.compile(r"opacity\(\s*([\d.]+)(%?)\s*\)")
CUT = re.compile(
    r"inset\(\s*(\d+)(%|px)|(circle|ellipse)\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)+\)"
)
SIDES = ("top", "right", "bottom", "left")
NEVER = frozenset("template object noframes datalist canvas video audio iframe rp head noembed math".split())
UNDER = {"template": "held-back", "noscript": "no-script", "noframes": "held-back", "head": "head"}
FOR_READERS = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only d-none".split())
"""Classes that many sheets hide by: they count where a sheet lies elsewhere."""
BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer"
        " form frameset h1 h2 h3 h4 h5 h6 header hr html title legend li main menu nav ol option optgroup p pre section select"
        " summary table tbody td tfoot th thead tr ul textarea template noscript"
    ).split()
)
"""Elements that stand below one another, where no style says otherwise."""
PANELS = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


@dataclass(frozen=True, slots=True)
class Looks:
    """`behind`: the colour that words stand on, None where a picture is; `why`: what hides everything in it."""

    size: float = 16.0
    colour: Colour = BLACK
    behind: Colour | None = WHITE
    shows: bool = True  # visibility, which an element in it may turn
    through: float = 1.0
    spaced: float = 0.0
    why: tuple[str, ...] = ()
    said: Mapping[str, str] | None = None  # of the element itself, for where it stands

    def of(self, name: str) -> str:
        return (self.said or {}).get(name, "")


def is_inline(node: Node, said: Mapping[str, str]) -> bool:
    """Whether it stands in a line among words: then it has no box of its own that could be cut, turned or moved away."""
    if said.get("position") in ("absolute", "fixed") or said.get("float") in ("left", "right"):
        return False
    display = said.get("display", "")
    return display in ("inline", "contents") or (display in ("", "none") and node.tag not in BLOCKS)


def start() -> Looks:
    return Looks()


def _said(node: Node, sheet: Sheet, variables: dict[str, str]) -> dict[str, str]:
    """Each property as it holds in the end: the sheets, the tag's own style, then what insists."""
    sheets, own = sheet.said_of(node), declared(node.attributes.get("style", ""))
    ordered = [one for those in (sheets, own) for one in those if not one[2]] + [one for those in (sheets, own) for one in those if one[2]]
    found: dict[str, str] = {}
    variables |= {name: value for name, value, _ in ordered if name.startswith("--")}
    for name, value, _ in ordered:
        _put(found, name, with_variables(value, variables))
    return found


def _put(found: dict[str, str], name: str, value: str) -> None:
    """A short form is put down as what it stands for."""
    if name == "background":
        found["background-color"] = value
    elif name == "font":
        size = SHORT_FONT.search(value)
        if size:
            found["font-size"] = size[1]
    elif name in ("margin", "inset", "padding"):
        parts = value.split()[:4]
        places = (0, 1 if len(parts) > 1 else 0, 2 if len(parts) > 2 else 0, 3 if len(parts) > 3 else 1 if len(parts) > 1 else 0)
        for side, at in zip(SIDES, places, strict=True):
            if parts:
                found[side if name == "inset" else name + "-" + side] = parts[at]
    elif name in ("overflow-x", "overflow-y"):
        found["overflow"] = value
    else:
        found[name] = value


def looks_of(node: Node, above: Looks, sheet: Sheet, variables: dict[str, str], *, elsewhere: bool) -> Looks:
    """`elsewhere`: whether a style sheet is not in the page, so that what classes are called is all there is."""
    said = _said(node, sheet, variables)
    size = _size(node, said, above.size)
    looks = replace(
        above, size=size, said=said, colour=_colour(node, said, above), behind=_behind(node, said, above),
        shows=_shows(said, above), through=above.through * _through(said),
        spaced=length(said.get("letter-spacing", ""), size) or 0.0 if "letter-spacing" in said else above.spaced,
    )  # fmt: skip
    return replace(looks, why=_why(node, looks, above, elsewhere=elsewhere))


def _size(node: Node, said: Mapping[str, str], above: float) -> float:
    value = said.get("font-size", "")
    if not value:
        if node.tag == "font" and node.attributes.get("size", "") in FONT_SIZES:
            return FONT_SIZES[node.attributes["size"]]
        return above * SIZES.get(node.tag, 1.0)
    if value in WORDS_OF_SIZE:
        return WORDS_OF_SIZE[value]
    if value in ("smaller", "larger"):
        return above * (0.83 if value == "smaller" else 1.2)
    found = length(value, above, whole=above)
    return above if found is None else max(0.0, found)


def _colour(node: Node, said: Mapping[str, str], above: Looks) -> Colour:
    value = said.get("-webkit-text-fill-color") or said.get("color", "")
    if not value:
        value = node.attributes.get("color", "") if node.tag == "font" else node.attributes.get("text", "") if node.tag == "body" else ""
    return colour_in(value.lower()) or above.colour


def _behind(node: Node, said: Mapping[str, str], above: Looks) -> Colour | None:
    value = said.get("background-color", "") or (
        node.attributes.get("bgcolor", "") if node.tag in ("body", "table", "tr", "td", "th") else ""
    )
    found = colour_in(value.lower())
    if "url(" in value or "gradient(" in value:
        return None
    if found is None or not found[3]:
        return above.behind
    return alpha_over(found, above.behind) if above.behind is not None else found if found[3] > 0.9 else None


def _shows(said: Mapping[str, str], above: Looks) -> bool:
    value = said.get("visibility", "")
    return above.shows if value not in ("visible", "hidden", "collapse") else value == "visible"


def _through(said: Mapping[str, str]) -> float:
    part = 1.0
    value = said.get("opacity", "")
    if value:
        found = length(value.rstrip("%"), 0.0)
        part = 1.0 if found is None else found / 100 if value.endswith("%") else found
    drawn = THROUGH.search(said.get("filter", ""))
    if drawn:
        part *= float(drawn[1]) / (100 if drawn[2] else 1)
    return min(1.0, max(0.0, part))


def _why(node: Node, looks: Looks, above: Looks, *, elsewhere: bool) -> tuple[str, ...]:
    found = list(above.why)
    kept = node.tag in NEVER or node.tag == "noscript"
    if kept:
        found.append(UNDER.get(node.tag, "held-back"))
    if "hidden" in node.attributes and looks.of("display") in ("", "none"):
        found.append("off")
    inline = is_inline(node, looks.said or {})
    unseen = looks.of("display") == "none" or (looks.of("content-visibility") == "hidden" and not inline)
    if unseen or (elsewhere and _hidden_by_name(node)):
        found.append("off")
    if _folded(node):
        found.append("folded")
    if _off_screen(looks, inline=inline):
        found.append("off-screen")
    if not inline and _cut_off(looks):
        found.append("cut-off")
    return tuple(dict.fromkeys(found))


def _hidden_by_name(node: Node) -> bool:
    names = node.names
    if not FOR_READERS.isdisjoint(names):
        return not any(one.startswith("d-") and not one.endswith("none") for one in names)
    return "hidden" in names and not any(":" in one and not one.endswith(":hidden") for one in names)


def _folded(node: Node) -> bool:
    """What opens only when somebody presses. A summary is seen."""
    if node.tag == "dialog":
        return "open" not in node.attributes
    if "popover" in node.attributes:
        return True
    holder = node.parent
    if holder is not None and node.tag == "option":
        first = next((one for one in holder.inside if isinstance(one, Node)), None)
        return first is not node and "selected" not in node.attributes
    return holder is not None and holder.tag == "details" and "open" not in holder.attributes and node.tag != "summary"


def _off_screen(looks: Looks, *, inline: bool) -> bool:
    placed = looks.of("position") in ("absolute", "fixed", "relative")
    font = looks.size
    for side in ("left", "right", "top", "bottom") if placed else ():
        far = length(looks.of(side), font, whole=1_280.0)
        if far is not None and (far <= -FAR or (side in ("left", "right") and far >= 1_280 + FAR)):
            return True
    for name in ("margin-left",) if inline else ("text-indent", "margin-left", "margin-top"):
        far = length(looks.of(name), font, whole=1_280.0)
        if far is not None and (far <= -FAR or (name != "margin-top" and far >= 1_280 + FAR)):
            return True
    for moved in MOVED.finditer("" if inline else looks.of("transform")):
        for one in moved[1].split(","):
            far = length(one, font, whole=800.0)
            if far is not None and abs(far) >= 800:
                return True
    return False


def _cut_off(looks: Looks) -> bool:
    if looks.of("clip").startswith("rect(") and looks.of("position") in ("absolute", "fixed"):
        edges = [length(one, looks.size) for one in re.split(r"[\s,]+", looks.of("clip")[5:].rstrip(")").strip())]
        if len(edges) == 4 and all(one is not None for one in edges):
            top, right, bottom, left = (one or 0.0 for one in edges)
            if bottom - top <= 1 or right - left <= 1:
                return True
    cut = CUT.search(looks.of("clip-path"))
    if cut and (cut[1] is None or (int(cut[1]) >= 50 if cut[2] == "%" else int(cut[1]) >= 400)):
        return True
    if NO_SCALE.search(looks.of("transform")) or looks.of("scale") in ("0", "0 0"):
        return True
    if not looks.of("overflow") or looks.of("overflow").split()[0] in ("visible", "auto", "scroll"):
        return False
    sides = ("width", "height", "max-width", "max-height", "line-height")
    return any(
        (size := length(looks.of(side), looks.size, whole=400.0)) is not None and size <= 2 for side in sides if looks.of(side) != "auto"
    )


def seen_as(looks: Looks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of words right in an element: why they are not seen, and what makes them hard to see."""
    why, hard = list(looks.why), []
    if not looks.shows:
        why.append("off")
    if looks.size < UNSEEN_SIZE:
        why.append("too-small")
    elif looks.size < TINY:
        hard.append("tiny")
    if looks.through * looks.colour[3] < UNSEEN_OPACITY:
        why.append("see-through")
    elif looks.behind is not None:
        far = contrast(alpha_over((*looks.colour[:3], looks.colour[3] * looks.through), looks.behind), looks.behind)
        if far < SAME:
            why.append("same-colour")
        elif far < FAINT:
            hard.append("faint")
    if looks.spaced <= -looks.size * 0.45:
        why.append("cut-off")
    return tuple(dict.fromkeys(why)), tuple(hard)

"""Where the posts of a page begin and end: as it marks them, or by its headings where it marks none. Only the child reads by it. Pure."""

import re
from dataclasses import dataclass

from askfirst.guard.saved.tree import Node

__all__ = ["Posts", "posts_of"]

MARKED = frozenset("post hentry h-entry blog-post blogpost post-outer post-preview type-post blog-entry post-item entry".split())
KIND = re.compile(r"schema\.org/(?:Blog|News|Social)?(?:Posting|Article|MediaPosting)", re.IGNORECASE)
COMMENTS = re.compile(r"comment|respond|reply", re.IGNORECASE)
HEADS = ("h1", "h2", "h3")
ENOUGH, MOST_TITLES = 40, 300  # letters of a post, and of what it is called
BY_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Posts:
    """Elements that are posts, by their number from 1; or headings that begin one. `titles`: what each is called, or ""."""

    wholes: dict[int, int]
    heads: dict[int, int]
    titles: tuple[str, ...]


def _is_post(node: Node) -> bool:
    marked = node.tag == "article" or node.attributes.get("role") == "article" or not MARKED.isdisjoint(node.names)
    if not marked and not KIND.search(node.attributes.get("itemtype", "")):
        return False
    return not _of_comments(node)


def _of_comments(node: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if above.tag not in ("body", "html") and COMMENTS.search(above.attributes.get("class", "") + " " + above.attributes.get("id", "")):
            return True
        above = above.parent
    return False


def _chosen(root: Node) -> list[Node]:
    """The outermost; one that holds several others is the frame around them."""
    found: list[Node] = []
    left: list[Node] = [root]
    while left:
        here = left.pop()
        if here is not root and _is_post(here):
            inner = [one for one in here.walk() if one is not here and _is_post(one)]
            if len(inner) < 2:
                found.append(here)
                continue
        left += [one for one in reversed(here.inside) if isinstance(one, Node)]
    return [one for one in found if len(" ".join(one.words().split())) >= ENOUGH]


def _title(post: Node) -> str:
    head = next((one for one in post.walk() if one.tag in ("h1", "h2", "h3", "h4")), None)
    return "" if head is None else " ".join(head.words().split())[:MOST_TITLES]


def posts_of(root: Node) -> Posts:
    """Linear but for posts inside one another, which are few."""
    whole = _chosen(root)
    if whole:
        return Posts({id(one): number for number, one in enumerate(whole, 1)}, {}, tuple(_title(one) for one in whole))
    by_tag: dict[str, list[Node]] = {tag: [] for tag in HEADS}
    for one in root.walk():
        if one.tag in by_tag:
            by_tag[one.tag].append(one)
    heads = next((those for tag in HEADS if len(those := by_tag[tag]) >= BY_HEADINGS), [])
    titles = tuple(" ".join(one.words().split())[:MOST_TITLES] for one in heads)
    return Posts({}, {id(one): number for number, one in enumerate(heads, 1)}, titles)

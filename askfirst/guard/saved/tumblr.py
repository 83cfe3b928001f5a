"""A blog as Tumblr gives it: a packed file with one web page a post. Words passed on from other blogs are left out; those added are not.

Its form is from memory: a heading, the words, and a foot with the moment and the tags. Only the child reads by it.
"""

import re
from io import BytesIO
from typing import NamedTuple

from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.pack import pack_of
from askfirst.guard.limits import MILLION
from askfirst.guard.markup import Close, Open, Words, parts
from askfirst.guard.saved.feed import LETTERS_IN_ALL, LONGEST, MOST_POSTS
from askfirst.guard.unfit import Unfit

__all__ = ["PAGES", "Written", "page_from", "read_tumblr", "written"]

PAGES = r"(?:posts/)?html/\d+\.html"
IS_PAGE = re.compile(r"^(?:[^/]+/)?" + PAGES + "$", re.IGNORECASE)
SAID = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (\d{1,2}):(\d\d) ?([ap])m)?")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ELSEWHERE = frozenset(("tumblr_blog", "tumblr_parent", "reblog-link"))
BLOCKS = frozenset("p div h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table figure section br".split())
DROPPED = frozenset(("script", "style", "title"))


class Written(NamedTuple):
    """One post: its own words a line, its moment (ISO 8601 where it was understood), its tags; whether it holds words of another blog."""

    lines: list[str]
    moment: str
    tags: list[str]
    passed_on: bool

    @property
    def own(self) -> bool:
        """Whether any word of it is the writer's."""
        return not self.passed_on or bool(self.lines or self.tags)

    @property
    def words(self) -> str:
        return "\n".join((*self.lines, *(("#" + " #".join(self.tags),) if self.tags else ())))


def page_from(data: bytes) -> str:
    """The page as text. Raises Broken for what is none, and for more than a million bytes."""
    page = seen(data.decode("utf-8", "replace")).removeprefix("\ufeff")
    if "<" not in page or len(data) > MILLION:
        raise Broken
    return page


def written(page: str) -> Written:
    """Linear in the page."""
    found: list[str] = []
    moment, tags = "", []
    aside, passed_on, into, dropped = 0, False, "", ""
    for part in parts(page):
        match part:
            case Open(tag, marks, _):
                kinds = set(marks.get("class", "").split())
                passed_on = passed_on or bool(kinds & ELSEWHERE)
                aside += tag == "blockquote" and (passed_on or aside > 0)
                dropped = tag if tag in DROPPED or kinds & ELSEWHERE else dropped
                into = "moment" if marks.get("id") == "timestamp" else "tag" if "tag" in kinds else into
                found += ["\n"] if tag in BLOCKS else []
            case Close(tag):
                aside -= tag == "blockquote" and aside > 0
                dropped = "" if tag == dropped else dropped
                into = "" if tag == "span" else into
                found += ["\n"] if tag in BLOCKS else []
            case Words(text) if not dropped and not aside:
                if into == "moment":
                    moment += text
                elif into == "tag":
                    tags.append(" ".join(text.split()))
                else:
                    found.append(text)
    lines = (" ".join(line.split()) for line in "".join(found).split("\n"))
    return Written([one for one in lines if one.strip(":")], _plain(moment), [one for one in tags if one], passed_on)


def _plain(moment: str) -> str:
    """ "March 7th, 2025 6:02pm" as "2025-03-07T18:02"; as it stands where it is another form."""
    said = SAID.search(moment)
    if said is None or said[1] not in MONTHS:
        return moment.strip()
    hour = int(said[4] or 12) % 12 + (12 if said[6] == "p" or not said[4] else 0)
    return "%s-%02d-%02dT%02d:%s" % (said[3], MONTHS.index(said[1]) + 1, int(said[2]), hour, said[5] or "00")


def read_tumblr(data: bytes) -> tuple[dict[str, object], dict[str, object]] | None:
    """A whole blog as `read_feed` gives one; None where this packed file is no such blog. Raises Unfit."""
    try:
        pack = pack_of(BytesIO(data))
    except Unfit:
        return None
    names = sorted(one for one in pack.names if IS_PAGE.search(one))
    if not names:
        return None
    rows, left, others = [], LETTERS_IN_ALL, False
    for name in names[:MOST_POSTS]:
        try:
            post = written(page_from(b"".join(pack.read(name))))
        except Broken:
            continue
        except Unfit:
            raise Unfit("too-much") from None
        others = others or not post.own
        if post.own and post.words and left > 0:
            title, _, text = post.words.partition("\n")
            rows.append([title[:LONGEST], "", post.moment[:40], text[:left]])
            left -= len(post.words)
    if not rows:
        raise Unfit("no-posts")
    long = len(names) > MOST_POSTS or left <= 0
    notes = ["seldom", *(["others"] if others else []), *(["long"] if long else [])]
    return {"kind": "blog", "notes": notes}, {"title": "Tumblr", "posts": rows, "left_out": 0}

"""The archive of Tumblr: one web page a post, in its own folder. What was passed on from other blogs is not read; words added to it are.

Its form is from memory, and the reader says so: a heading, the words, and a foot with the moment and the tags. The posts lie in a packed
file inside the packed file at times: that one is asked for. Source: exports.md (order of services), media.md 5.4.
"""

import re
from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.words_of import BLOCKS, DROPPED
from askfirst.guard.archives.json_items import seen
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION
from askfirst.guard.markup import Close, Open, Words, parts

__all__ = ["TUMBLR"]

PAGES = r"(?:posts/)?html/\d+\.html"
SAID = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (\d{1,2}):(\d\d) ?([ap])m)?")
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ELSEWHERE = frozenset(("tumblr_blog", "tumblr_parent", "reblog-link"))


def _read(files: Files) -> Iterator[Post]:
    for name in files.like(PAGES):
        for page in files.whole(name, _whole(files, name)):
            own, moment, tags, passed_on = _parts(page)
            if passed_on and not own and not tags:
                files.others += 1
                continue
            yield Post("\n".join((*own, *(("#" + " #".join(tags),) if tags else ()))), moment_of(moment))


def _whole(files: Files, name: str) -> Iterator[str]:
    """One page, at most a million bytes of it."""
    held = bytearray()
    for piece in files.pack.read(name):
        held += piece
        if len(held) > MILLION:
            raise Broken
    page = seen(held.decode("utf-8", "replace")).removeprefix("\ufeff")
    if "<" not in page:
        raise Broken
    yield page


def _parts(page: str) -> tuple[list[str], str, list[str], bool]:
    """The own words a line, the moment, the tags, and whether words of another blog stand in it. Linear."""
    found: list[str] = []
    moment, tags = "", []
    aside, passed_on, into, dropped = 0, False, "", ""
    for part in parts(page):
        match part:
            case Open(tag, marks, _):
                kinds = set(marks.get("class", "").split())
                passed_on = passed_on or bool(kinds & ELSEWHERE)
                aside += tag == "blockquote" and (passed_on or aside > 0)
                dropped = tag if tag in (*DROPPED, "title") or kinds & ELSEWHERE else dropped
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
    return [one for one in lines if one.strip(":")], _plain(moment), [one for one in tags if one], passed_on


def _plain(moment: str) -> str:
    """ "March 7th, 2025 6:02pm" as "2025-03-07T18:02"; nothing where it is none."""
    said = SAID.search(moment)
    if said is None or said[1] not in MONTHS:
        return moment.strip()
    hour = int(said[4] or 12) % 12 + (12 if said[6] == "p" or not said[4] else 0)
    return "%s-%02d-%02dT%02d:%s" % (said[3], MONTHS.index(said[1]) + 1, int(said[2]), hour, said[5] or "00")


TUMBLR = Service(
    id="tumblr",
    name="Tumblr",
    form="Tumblr (zip)",
    marks=PAGES + r"|(?:posts/)?posts_index\.html|payload-\d+\.json",
    wants=PAGES,
    read=_read,
    guessed=True,
    inside=r"(?:^|/)posts\.zip$",
)

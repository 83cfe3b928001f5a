"""The archive of Tumblr: one web page a post in its own folder, or newer all posts in one file of XML.

What was passed on from other blogs is not read; words added to it are. Its forms are those of public readers, and of no archive of a
person: the reader says so. The posts lie in a packed file inside the packed file at times: that one is asked for. Where both forms are
there the newer is read. Source: media.md 5.4.
"""

from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Post, SeenBy
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.words_of import without_marks
from askfirst.guard.archives.member import Broken
from askfirst.guard.archives.xml_items import xml_items
from askfirst.guard.limits import MILLION
from askfirst.guard.saved.tumblr import PAGES, page_from, written

__all__ = ["TUMBLR"]


XML = r"(?:posts/)?posts\.xml"
TITLES = ("regular-title", "link-text")
BODIES = ("regular-body", "photo-caption", "video-caption", "audio-caption", "link-description", "answer")
HIDDEN = frozenset(("draft", "queued", "queue", "submission", "private"))


def _read(files: Files) -> Iterator[Post]:
    newer = files.like(XML)
    for name in newer:
        for item in files.whole(name, xml_items(files.pack.read(name), "post")):
            yield from _post(files, item)
    if newer:
        return
    yield from _pages(files)


def _post(files: Files, item: dict[str, str]) -> Iterator[Post]:
    """A question is somebody else's and so is what is quoted: they are not read."""
    hidden = item.get("@private") in {"true", "1"} or item.get("@state", "") in HIDDEN
    bodies = [written(item[one]) for one in BODIES if item.get(one)]
    passed_on = "@reblogged-from-name" in item or any(one.passed_on for one in bodies)
    titles = [] if passed_on else [without_marks(item[one]) for one in TITLES if item.get(one)]
    lines = [*titles, *(line for one in bodies for line in one.lines)]
    if passed_on and not lines:
        files.others += 1
        return
    tag = item.get("tag", "")
    when = item.get("@date-gmt") or item.get("@unix-timestamp")
    yield Post("\n".join((*lines, *(("#" + tag,) if tag else ()))), moment_of(when), SeenBy.ME if hidden else SeenBy.UNSAID)


def _pages(files: Files) -> Iterator[Post]:
    for name in files.like(PAGES):
        for page in files.whole(name, _whole(files, name)):
            post = written(page)
            if post.own:
                yield Post(post.words, moment_of(post.moment))
            else:
                files.others += 1


def _whole(files: Files, name: str) -> Iterator[str]:
    """One page, at most a million bytes of it."""
    held = bytearray()
    for piece in files.pack.read(name):
        held += piece
        if len(held) > MILLION:
            raise Broken
    yield page_from(bytes(held))


TUMBLR = Service(
    id="tumblr",
    name="Tumblr",
    form="Tumblr (zip)",
    marks=PAGES + "|" + XML + r"|(?:posts/)?posts_index\.html|payload-\d+\.json",
    wants=PAGES + "|" + XML,
    read=_read,
    guessed=True,
    inside=r"(?:^|/)posts\.zip$",
)

"""The archive of Tumblr: one web page a post, in its own folder. What was passed on from other blogs is not read; words added to it are.

Its form is from memory, and the reader says so. The posts lie in a packed file inside the packed file at times: that one is asked for.
Source: exports.md (order of services), media.md 5.4.
"""

from collections.abc import Iterator

from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.service import Files, Service
from askfirst.guard.archives.member import Broken
from askfirst.guard.limits import MILLION
from askfirst.guard.saved.tumblr import PAGES, page_from, written

__all__ = ["TUMBLR"]


def _read(files: Files) -> Iterator[Post]:
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
    marks=PAGES + r"|(?:posts/)?posts_index\.html|payload-\d+\.json",
    wants=PAGES,
    read=_read,
    guessed=True,
    inside=r"(?:^|/)posts\.zip$",
)

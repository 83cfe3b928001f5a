"""Every archive that can be read, and which of them one is. Pure."""

import re

from askfirst.checks.archives.blogs import BLOGGER, WORDPRESS
from askfirst.checks.archives.bluesky import BLUESKY
from askfirst.checks.archives.facebook import FACEBOOK
from askfirst.checks.archives.google_maps import GOOGLE_MAPS
from askfirst.checks.archives.instagram import INSTAGRAM
from askfirst.checks.archives.mastodon import MASTODON
from askfirst.checks.archives.pinterest import PINTEREST
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.snapchat import SNAPCHAT
from askfirst.checks.archives.tables import LINKEDIN, REDDIT
from askfirst.checks.archives.tiktok import TIKTOK
from askfirst.checks.archives.tumblr import TUMBLR
from askfirst.checks.archives.twitter import TWITTER
from askfirst.checks.archives.youtube import YOUTUBE
from askfirst.guard.archives.pack import ALONE, Pack
from askfirst.guard.unfit import Unfit

__all__ = ["MIXED", "PAGES", "SERVICES", "WANTED", "which"]

SERVICES: tuple[Service, ...] = (
    TWITTER, FACEBOOK, INSTAGRAM, TIKTOK, WORDPRESS, BLOGGER, LINKEDIN, SNAPCHAT, MASTODON, YOUTUBE, GOOGLE_MAPS, TUMBLR, PINTEREST,
    BLUESKY, REDDIT,
)  # fmt: skip
TOGETHER = frozenset((BLOGGER, YOUTUBE, GOOGLE_MAPS))
"""What Google gives in one archive."""
WANTED = "|".join("(?:" + one.opens + ")" for one in SERVICES)
"""Every path that any reader opens: what a browser sends on, and nothing else."""
PAGES = r"(^|/)(your_posts\w*|posts?_\d+|album/\d+|start_here|index)[^/]*\.html$|(^|/)posts\.zip$"
"""What an archive made of web pages is known by, and one whose posts lie in a packed file inside: it is not read, and we say what to do."""
_pages = re.compile(PAGES, re.IGNORECASE)
MIXED = "|".join("(?:" + one.opens + ")" for one in (TIKTOK, PINTEREST))
"""Files that hold posts and messages together: in JSON the messages stand under keys that begin with "Direct Message", in a page under a
heading of their own (`MESSAGES`)."""
START = 4_096


def which(pack: Pack) -> list[tuple[Service, Files]]:
    """By the files it is known by; the one with the most of them, and what the same service gives beside it. Raises Unfit."""
    if pack.names == [ALONE]:
        return [(_alone(pack), Files(pack, re.compile("")))]
    marked = {one: one.marked(pack.names) for one in SERVICES}
    most = max(SERVICES, key=lambda one: marked[one])
    if not marked[most]:
        raise Unfit(_why(pack.names))
    beside = [one for one in SERVICES if marked[one] and one in TOGETHER] if most in TOGETHER else [most]
    found = [(one, Files(pack, re.compile(one.opens, re.IGNORECASE))) for one in beside]
    if most.inside and not found[0][1].names and any(re.search(most.inside, one, re.IGNORECASE) for one in pack.names):
        raise Unfit("nested")
    return found


def _why(names: list[str]) -> str:
    """Why no reader knows an archive with these files."""
    known = [one for one in names if _pages.search(one)]
    if any(one.lower().endswith(".zip") for one in known):
        return "nested"
    return "pages" if known else "unknown"


def _alone(pack: Pack) -> Service:
    start = next(pack.read(ALONE), b"")[:START].decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    for one in SERVICES:
        if one.alone(start):
            return one
    raise Unfit("unknown")

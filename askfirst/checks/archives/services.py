"""Every archive that can be read, and which of them one is. Pure."""

import re

from askfirst.checks.archives.blogs import BLOGGER, WORDPRESS
from askfirst.checks.archives.bluesky import BLUESKY
from askfirst.checks.archives.facebook import FACEBOOK
from askfirst.checks.archives.instagram import INSTAGRAM
from askfirst.checks.archives.mastodon import MASTODON
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.tables import LINKEDIN, REDDIT
from askfirst.checks.archives.tiktok import TIKTOK
from askfirst.checks.archives.twitter import TWITTER
from askfirst.checks.archives.youtube import YOUTUBE
from askfirst.guard.archives.pack import ALONE, Pack
from askfirst.guard.unfit import Unfit

__all__ = ["MIXED", "PAGES", "SERVICES", "WANTED", "which"]

SERVICES: tuple[Service, ...] = (TWITTER, FACEBOOK, INSTAGRAM, TIKTOK, WORDPRESS, BLOGGER, MASTODON, LINKEDIN, BLUESKY, YOUTUBE, REDDIT)
WANTED = "|".join("(?:" + one.opens + ")" for one in SERVICES)
"""Every path that any reader opens: what a browser sends on, and nothing else."""
PAGES = r"(^|/)(your_posts\w*|posts?_\d+|album/\d+|start_here|index)[^/]*\.html$"
"""What an archive made of web pages is known by: it is not read, and the service can be asked for another."""
_pages = re.compile(PAGES, re.IGNORECASE)
MIXED = TIKTOK.opens
"""Files of JSON that hold posts and messages together, the messages under keys that begin with "Direct Message"."""
START = 4_096


def which(pack: Pack) -> tuple[Service, Files]:
    """By the files it is known by; the one with the most of them. Raises Unfit."""
    if pack.names == [ALONE]:
        found = _alone(pack)
    else:
        found = max(SERVICES, key=lambda one: one.marked(pack.names))
        if not found.marked(pack.names):
            raise Unfit("pages" if any(_pages.search(one) for one in pack.names) else "unknown")
    wants = re.compile(found.opens, re.IGNORECASE) if pack.names != [ALONE] else re.compile("")
    return found, Files(pack, wants)


def _alone(pack: Pack) -> Service:
    start = next(pack.read(ALONE), b"")[:START].decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    for one in SERVICES:
        if one.alone(start):
            return one
    raise Unfit("unknown")

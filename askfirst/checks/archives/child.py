"""What runs in the child for an archive: it is opened, read and looked through here, and only what was found leaves.

In: the archive, and a line of JSON of what the checks may know of the Trust. Out: a line that says how much was read, and the facts.
"""

import json
from typing import BinaryIO

from askfirst.checks.archives.collate import Collation
from askfirst.checks.archives.home import HOME_CHECKS
from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.numbers import NUMBER_CHECKS
from askfirst.checks.archives.post import Post, SeenBy
from askfirst.checks.archives.services import which
from askfirst.checks.archives.told import told_from
from askfirst.checks.draft import Brand, Told
from askfirst.checks.text.help import HELP
from askfirst.guard.archives.pack import pack_of
from askfirst.guard.unfit import Unfit

__all__ = ["read"]


def read(file: BinaryIO, asked: bytes) -> tuple[dict[str, object], bytes]:
    """Raises Unfit; anything else means broken."""
    collation = Collation(told_from(asked))
    pack = pack_of(file)
    service, files = which(pack)
    for post in service.read(files):
        if post.seen_by is SeenBy.ME:
            files.private += 1
        elif post.text or post.place or post.at or post.work:
            collation.add(post)
    if not collation.count and not files.private and not files.others:
        raise Unfit("broken" if files.broken else "nothing")
    head: dict[str, object] = {
        "service": service.name, "posts": collation.count, "first": collation.first, "last": collation.last, "messages": pack.messages,
        "odd": pack.odd, "others": files.others, "private": files.private, "passed": files.passed,
        "broken": files.broken, "unread": files.unread, "help": collation.help,
    }  # fmt: skip
    return head, json.dumps(collation.facts()).encode()


def _get_ready() -> None:
    """Every example of the checks goes through: what else is read from files when first needed is read before files are shut off."""
    collation = Collation(Told(brands=(Brand("Northgate"),)))
    for check in (*HOME_CHECKS, *NUMBER_CHECKS, HELP):
        for example in (*check.flags, *check.passes):
            collation.add(Post(example if isinstance(example, str) else example.text, moment_of("2026-01-01")))
    collation.facts()


_get_ready()

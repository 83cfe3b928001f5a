"""What runs in the child for archives: they are opened, read and looked through here, and only what was found leaves.

In: one archive or several one behind the other, and a line of JSON of what the checks may know of the Trust. Out: a line that says how much
was read, and the facts, joined across all of them.
"""

import json
from collections import Counter
from typing import BinaryIO

from askfirst.checks.archives.collate import Collation
from askfirst.checks.archives.home import HOME_CHECKS
from askfirst.checks.archives.moments import moment_of
from askfirst.checks.archives.numbers import NUMBER_CHECKS
from askfirst.checks.archives.post import Post, SeenBy
from askfirst.checks.archives.service import Files, Service
from askfirst.checks.archives.services import which
from askfirst.checks.archives.told import sizes_from, told_from
from askfirst.checks.draft import Brand, Told
from askfirst.checks.text.help import HELP
from askfirst.guard.archives.pack import pack_of
from askfirst.guard.archives.part import parts_of
from askfirst.guard.unfit import Unfit

__all__ = ["read"]


COUNTS = ("others", "private", "passed", "broken", "unread")


def read(file: BinaryIO, asked: bytes) -> tuple[dict[str, object], bytes]:
    """Raises Unfit; anything else means broken."""
    collation = Collation(told_from(asked))
    counts: Counter[str] = Counter()
    found: dict[str, int] = {}
    whole = False
    for one in parts_of(file, sizes_from(asked)):
        pack = pack_of(one)
        counts["messages"] += pack.messages
        counts["odd"] += pack.odd
        for service, files in which(pack):
            before = collation.count
            _take(collation, service, files)
            counts.update({name: getattr(files, name) for name in COUNTS})
            found[service.name] = found.get(service.name, 0) + collation.count - before
            whole = whole or (service.quiet and bool(files.names) and not files.broken)
    if not collation.count and not whole and not counts["private"] and not counts["others"]:
        raise Unfit("broken" if counts["broken"] else "nothing")
    head: dict[str, object] = {
        "services": found, "posts": collation.count, "first": collation.first, "last": collation.last, "help": collation.help,
        **{name: counts[name] for name in ("messages", "odd", *COUNTS)},
    }  # fmt: skip
    return head, json.dumps([collation.facts(), collation.spots()]).encode()


def _take(collation: Collation, service: Service, files: Files) -> None:
    for post in service.read(files):
        if post.seen_by is SeenBy.ME:
            files.private += 1
        elif post.text or post.place or post.at or post.work:
            collation.add(post, service.name)


def _get_ready() -> None:
    """Every example of the checks goes through: what else is read from files when first needed is read before files are shut off."""
    collation = Collation(Told(brands=(Brand("Northgate"),)))
    for check in (*HOME_CHECKS, *NUMBER_CHECKS, HELP):
        for example in (*check.flags, *check.passes):
            collation.add(Post(example if isinstance(example, str) else example.text, moment_of("2026-01-01")))
    collation.facts()


_get_ready()

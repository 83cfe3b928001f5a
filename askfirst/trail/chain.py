"""Each line of the trail holds the digest of the one before it, so that a line taken out or changed shows.

A chain is a case, or a matter like the sign-ins. A record's mac is an HMAC-SHA256 under the trail's key over its canonical bytes and the
mac before it; the head's mac is made under the same key, so that a chain cut short cannot be given a new end. What this cannot see alone is
a whole chain removed together with its head, or put back as it was on an earlier day: for that the heads are kept outside too (`heads`).
"""

import hmac
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.db import DatabaseError, models, transaction
from django.db.models.functions import Cast

from askfirst.trail.keyfile import key
from askfirst.trail.models import Coded, Event, Head
from askfirst.words import Sentence, say

__all__ = [
    "COLUMNS", "KEY", "START", "Broken", "NotInChange", "TrailBroken", "append", "coded_mac", "event_mac", "events", "export_mac",
    "head_mac", "heads", "in_change", "same", "verify",
]  # fmt: skip

EVENT = b"askfirst.trail.event.1"  # the layout of the canonical bytes; another layout gets another number
HEAD = b"askfirst.trail.head.1"
CODED = b"askfirst.trail.coded.1"
EXPORT = b"askfirst.trail.export.1"
KEY = "trail.key"
START = "0" * 64  # before the first record
COLUMNS = ("what", "who", "acting_for", "of", "of_person", "before", "after", "clauses", "edition", "words")
NO_WORDS = re.compile(r"[!-~]*")  # references and ids have no spaces; what a person writes nearly always has
DIGEST = re.compile(r"(?:[0-9a-f]{64})?", re.ASCII)
LONGEST = {field.name: field.max_length or 0 for field in Event._meta.get_fields() if isinstance(field, models.CharField)}


class NotInChange(RuntimeError):
    """Something of the trail was to be written outside the transaction of the change it tells of."""


class TrailBroken(RuntimeError):
    """The end of a chain is not as it was left, so nothing may be added to it. `broken` says where."""

    def __init__(self, broken: "Broken") -> None:
        super().__init__(str(broken.why))
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Broken:
    """The first bad record of a chain, and what is wrong with it."""

    chain: str
    sequence: int
    why: Sentence


def in_change() -> None:
    """Raises NotInChange where no transaction is open: a record must stand or fall with its change."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInChange(str(say("This must be written in the transaction of its change. Open one around both.")))


def append(
    *,
    chain: str,
    what: str,
    who: str,
    at: datetime,
    acting_for: str = "",
    of: str = "",
    before: str = "",
    after: str = "",
    clauses: Collection[str] = (),
    edition: str = "",
    words: str = "",
    of_person: str = "",
) -> None:
    """Adds one record to a chain, inside the transaction of the change.

    The transaction is the lock (SQLite: IMMEDIATE; elsewhere the head's row is locked); the unique pair of chain and sequence is the net.
    `words` is a digest. Raises NotInChange, NoKey, ValueError where a value could hold words, and TrailBroken where the chain's end was
    tampered with: adding to it would cover that up.
    """
    in_change()
    if at.tzinfo is None:
        raise ValueError(str(say("A time in the trail needs its zone.")))
    secret = key(KEY)
    last, mac = _end(secret, chain)
    event = Event(
        chain=chain,
        sequence=last + 1,
        at=at.astimezone(UTC),
        what=what,
        who=who,
        acting_for=acting_for,
        of=of,
        of_person=of_person,
        before=before,
        after=after,
        clauses=" ".join(clauses),
        edition=edition,
        words=words,
        previous=mac,
    )
    _refuse_words(event, clauses)
    event.mac = event_mac(secret, chain, event.sequence, event.at, *(getattr(event, name) for name in COLUMNS), mac)
    event.save(force_insert=True)
    sealed = head_mac(secret, chain, event.sequence, event.mac)
    if last:
        Head.objects.filter(chain=chain).update(sequence=event.sequence, mac=sealed)
    else:
        Head.objects.create(chain=chain, sequence=event.sequence, mac=sealed)


def events(chain: str) -> Iterator[Event]:
    """A chain's records, oldest first."""
    return Event.objects.filter(chain=chain).order_by("sequence").iterator()


def events_of(chains: Collection[str], *, what: str) -> Iterator[Event]:
    """The records of one sort in several chains, each chain's oldest first. One query."""
    return Event.objects.filter(chain__in=chains, what=what).order_by("chain", "sequence").iterator()


def heads() -> Iterator[tuple[str, int, str]]:
    """Every chain with where it ends and the head's mac: what is to be kept outside, so that a whole chain cannot go unseen."""
    return Head.objects.order_by("chain").values_list("chain", "sequence", "mac").iterator()


def verify(chain: str | None = None) -> tuple[Broken, ...]:
    """The first bad record of each broken chain, of one chain or of all; empty means whole. Raises NoKey.

    One pass in the order of the index, a thousand rows in memory at a time: time grows with the number of records, memory does not.
    """
    secret = key(KEY)
    if chain is not None:
        chains = [chain]
    else:
        chains = sorted({*Head.objects.values_list("chain", flat=True), *Event.objects.values_list("chain", flat=True).distinct()})
    return tuple(broken for one in chains if (broken := _first_bad(secret, one)) is not None)


def _first_bad(secret: bytes, chain: str) -> Broken | None:
    last, mac = 0, START
    coded = dict(Coded.objects.filter(chain=chain).values_list("sequence", "mac"))
    for row in _raw(chain):
        number = last + 1
        if row is not None and isinstance(row[0], int) and row[0] > number:
            return Broken(chain, number, say("Record {number} of {chain} is missing.", number=number, chain=chain))
        if row is None or not _as_written(secret, chain, row, number=number, previous=mac, coded=coded.get(number)):
            return Broken(chain, number, say("Record {number} of {chain} is not as it was written.", number=number, chain=chain))
        last, mac = number, str(row[-1])
    head = Head.objects.filter(chain=chain).first()
    if head is None and last == 0:
        return None
    return None if head is not None and _ends_here(secret, head, last, mac) else _wrong_end(chain, last + 1)


def _raw(chain: str) -> Iterator[tuple[Any, ...] | None]:
    """A chain's rows as the table has them, the time as letters; None for a row that cannot even be read."""
    rows = Event.objects.filter(chain=chain).order_by("sequence").annotate(written=Cast("at", models.TextField()))
    read = rows.values_list("sequence", "written", *COLUMNS, "previous", "mac")
    last = 0
    try:
        for row in read.iterator():
            yield row
            last = row[0]
    except DatabaseError:  # bytes that are no letters stop a whole batch: from here one at a time, so that the record is named
        for number in count(last + 1):
            try:
                yield read.get(sequence=number)
            except (DatabaseError, Event.DoesNotExist):
                yield None
                return


def _as_written(secret: bytes, chain: str, row: tuple[Any, ...], *, number: int, previous: str, coded: str | None) -> bool:
    sequence, written, *values, before, mac = row
    if sequence != number or before != previous or not all(isinstance(value, str) for value in (written, mac, *values)):
        return False
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return False
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    if coded is not None:
        return same(coded, coded_mac(secret, chain, number, at, *values, previous, mac))
    return same(mac, event_mac(secret, chain, number, at, *values, previous))


def _end(secret: bytes, chain: str) -> tuple[int, str]:
    """Where a chain ends and its last mac, the head held for this transaction. Raises TrailBroken."""
    head = Head.objects.select_for_update().filter(chain=chain).first()
    newest = Event.objects.filter(chain=chain).order_by("-sequence").values_list("sequence", "mac").first()
    if head is None and newest is None:
        return 0, START
    if head is None or newest is None or not _ends_here(secret, head, *newest):
        raise TrailBroken(_wrong_end(chain, (newest[0] if newest else 0) + 1))
    return newest


def _ends_here(secret: bytes, head: Head, sequence: int, mac: str) -> bool:
    return head.sequence == sequence and same(head.mac, head_mac(secret, head.chain, sequence, mac))


def _wrong_end(chain: str, number: int) -> Broken:
    return Broken(chain, number, say("{chain} does not end where it was left. Look at record {number}.", chain=chain, number=number))


def event_mac(secret: bytes, chain: str, sequence: int, at: datetime, *values: str) -> str:
    """Of one record: its values in the order of COLUMNS, then the mac of the record before it."""
    return _mac(secret, EVENT, chain, str(sequence), at.astimezone(UTC).isoformat(timespec="microseconds"), *values)


def coded_mac(secret: bytes, chain: str, sequence: int, at: datetime, *values: str) -> str:
    """Of a record in which codes stand for people: its values as they are now, the mac before it, and the mac it was written with."""
    return _mac(secret, CODED, chain, str(sequence), at.astimezone(UTC).isoformat(timespec="microseconds"), *values)


def head_mac(secret: bytes, chain: str, sequence: int, mac: str) -> str:
    """Of the end of a chain."""
    return _mac(secret, HEAD, chain, str(sequence), mac)


def export_mac(secret: bytes, lines: int, digest: str) -> str:
    """Of a whole export: how many lines came before its last, and their digest."""
    return _mac(secret, EXPORT, str(lines), digest)


def _mac(secret: bytes, tag: bytes, *parts: str) -> str:
    """Every part after its own length, so that no two lists of parts give the same bytes."""
    told = [tag, *(part.encode() for part in parts)]
    return hmac.digest(secret, b"".join(len(part).to_bytes(4) + part for part in told), "sha256").hex()


def same(one: object, other: str) -> bool:
    """Whether two macs are the same, in a time that tells nothing."""
    return isinstance(one, str) and hmac.compare_digest(one.encode(), other.encode())


def _refuse_words(event: Event, clauses: Collection[str]) -> None:
    """Raises ValueError naming the column, never its value, where it is too long or could hold words."""
    for name in ("chain", *COLUMNS):
        value = getattr(event, name)
        parts = clauses if name == "clauses" else (value,)
        allowed = DIGEST if name == "words" else NO_WORDS
        if len(value) > LONGEST[name] or not all(allowed.fullmatch(part) for part in parts):
            raise ValueError(str(say("The trail takes references and digests only. Look at {name}.", name=name)))
    if not event.chain or not event.what:
        raise ValueError(str(say("A record of the trail needs its chain and what happened.")))

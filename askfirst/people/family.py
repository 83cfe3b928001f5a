"""Names somebody marked as family in the friend-list check, kept for that person alone (A24): nobody else reads them, whatever their duty.

No line goes into the trail: it would tell that somebody looked through their friends, and a private check leaves no trace. The key lies in
`keys/family.key`; without it the names are gone, and are marked again. To change it: move it to `keys/family-old.key` and put a new one.
A name goes when it is undone, and when its owner has left.
"""

import hmac
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import transaction
from django.db.models import Q

from askfirst.people.calendar import london_day
from askfirst.people.models import FamilyTie, Person
from askfirst.people.who import records_of
from askfirst.trail import keyfile
from askfirst.words import Sentence, say

__all__ = ["MOST", "CannotMark", "Daily", "Family", "family_of", "forget_left", "mark", "undo"]

NEW, OLD = "family.key", "family-old.key"
NONCE = 12
BLOCK = 1024  # every box is of one length: a name of 200 letters fits in it
LONGEST, MOST = 200, 200
HALF = re.compile("[\ud800-\udfff]")


class CannotMark(ValueError):
    """Why a name was not marked: one sentence, for the person."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Family:
    """A name, since when it is marked, and what undoes it."""

    id: str
    name: str = field(repr=False)
    since: date


@dataclass(frozen=True, slots=True)
class _Key:
    """One key file, drawn out into a key for each use."""

    raw: bytes = field(repr=False)

    def use(self, purpose: bytes) -> bytes:
        return hmac.digest(self.raw, b"askfirst.people.family.1\0" + purpose, "sha256")

    def owner(self, ref: str) -> str:
        return hmac.digest(self.use(b"owner"), ref.encode(), "sha256").hex()

    def mark(self, ref: str, name: str) -> str:
        return hmac.digest(self.use(b"mark"), ("%s\0%s" % (ref, _plain(name))).encode(), "sha256").hex()

    def seal(self, row: FamilyTie, words: dict[str, str]) -> bytes:
        nonce = token_bytes(NONCE)
        plain = json.dumps(words, ensure_ascii=False).encode().ljust(BLOCK)
        return nonce + AESGCM(self.use(b"box")).encrypt(nonce, plain, (row.owner + row.mark).encode())

    def open(self, row: FamilyTie) -> Family | None:
        """None for a box that does not open: it was changed, or moved."""
        raw = bytes(row.box)
        try:
            words = json.loads(AESGCM(self.use(b"box")).decrypt(raw[:NONCE], raw[NONCE:], (row.owner + row.mark).encode()))
        except (InvalidTag, ValueError):
            return None
        return Family(row.mark, words["name"], date.fromisoformat(words["since"]))


def _keys() -> Iterator[_Key]:
    """The key, and the one before it while it is changed."""
    for name in (NEW, OLD):
        try:
            yield _Key(keyfile.key(name))
        except keyfile.NoKey:
            continue


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _own(ref: str) -> list[Family]:
    """Each row of this person's that opens, also what they marked under a record that was made one with theirs. Two queries a key."""
    refs = records_of(ref)
    ties = [key.open(row) for key in _keys() for row in FamilyTie.objects.filter(owner__in=[key.owner(one) for one in refs])]
    return [tie for tie in ties if tie is not None]


def family_of(ref: str) -> tuple[Family, ...]:
    """This person's own, each name once, by name."""
    found = {_plain(tie.name): tie for tie in _own(ref)}
    return tuple(found[name] for name in sorted(found))


def mark(ref: str, name: str, *, on: date) -> None:
    """Keeps a name as family, for this person alone; once, however often it is pressed. Raises CannotMark."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or "\0" in name or HALF.search(name):
        raise CannotMark(say("That is no name we can mark. Choose one from the list."))
    try:
        key = _Key(keyfile.key(NEW))
    except keyfile.NoKey:
        raise CannotMark(say("We cannot mark family just now: a key is missing. Ask IT to run set-up.")) from None
    with transaction.atomic():
        marked = family_of(ref)
        if any(_plain(tie.name) == _plain(name) for tie in marked):
            return
        if len(marked) >= MOST:
            raise CannotMark(say("You have marked {most} names, which is all we keep. Undo one first.", most=MOST))
        row = FamilyTie(mark=key.mark(ref, name), owner=key.owner(ref))
        row.box = key.seal(row, {"name": name, "since": on.isoformat()})
        FamilyTie.objects.bulk_create([row], ignore_conflicts=True)


def undo(ref: str, id: str) -> bool:
    """Forgets one of this person's own; False where there is none of that id, somebody else's included."""
    own = _own(ref)
    names = {_plain(tie.name) for tie in own if tie.id == id}
    return FamilyTie.objects.filter(mark__in=[tie.id for tie in own if _plain(tie.name) in names]).delete()[0] > 0


class Daily:
    """What belongs to nobody who is here is forgotten: whoever has left. Once a day and process, for it looks at everybody."""

    def __init__(self) -> None:
        self._done: date | None = None

    def __call__(self, *, at: datetime) -> int:
        """How many names were forgotten. Where a key is missing none is: we could not tell whose it is."""
        on = london_day(at)
        if on == self._done or not FamilyTie.objects.exists():
            return 0
        keys = list(_keys())
        forgotten = _forget_all_but(keys, on=on) if keys else 0
        self._done = on
        return forgotten


forget_left = Daily()


def _forget_all_but(keys: list[_Key], *, on: date) -> int:
    """Linear in people and names. A name whose key is gone opens for nobody and goes too."""
    here = Q(is_active=True) & (Q(left_on__isnull=True) | Q(left_on__gte=on))
    people = set(Person.objects.filter(here).values_list("ref", flat=True))
    people |= {ref for ref, kept in Person.objects.exclude(merged_into=None).values_list("ref", "merged_into") if kept in people}
    owners = {key.owner(ref) for key in keys for ref in people}
    gone = [one for one, owner in FamilyTie.objects.values_list("mark", "owner") if owner not in owners]
    return sum(FamilyTie.objects.filter(mark=one).delete()[0] for one in gone)

"""A concern told without a name: six words are the only way back to it. Nothing of whoever told is kept, and no session opens anything.

A phrase is drawn by chance, shown once, and kept as a slow keyed hash alone; one in more than 2 to the 60. Guesses of all the world are
counted together, since no address is kept: of 10,000 in an hour 55 are looked at (`tests/casework/test_code_phrase_guessed.py`).
The answer to a wrong one is always the same.
The key lies in `keys/mailbox.key`; without it no mailbox opens. Source: workflows.md 3.0 and 3.13.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from askfirst.adoption.editions import name_in_force
from askfirst.casework.bars import bar
from askfirst.casework.fields import BadField, read_text
from askfirst.casework.filed import WORKFLOWS, file_of
from askfirst.casework.models import Case, Mailbox
from askfirst.casework.openings.concern import concern_opened
from askfirst.casework.pen import Pen
from askfirst.casework.phrase_words import WORDS
from askfirst.casework.reading import unsigned
from askfirst.casework.shown import shown
from askfirst.casework.workflow import OPEN, ROUTE, Hat
from askfirst.people.accounts_throttle import ACCOUNT, Lane, Limit, TryLater, give_back, keyed, take
from askfirst.people.calendar import london_day
from askfirst.trail import keyfile
from askfirst.trail import once as only_once
from askfirst.vault import seal
from askfirst.words import Sentence, say

__all__ = ["COUNT", "GUESSES", "Box", "Line", "NoBox", "TryLater", "new_phrase", "open_box", "tell_without_a_name", "write"]

COUNT = 6
KEY = "mailbox.key"
GUESSES = Limit(free=10, forgets_one_in=120, longest=ACCOUNT.longest)
"""Ten at once, then each waits longer, up to a minute and a half, whoever asks. A right phrase takes no place."""
GAP = re.compile(r"[\s,.\-]+")
COST = 2**15  # with blocks of 8: 32 MiB and about a tenth of a second
MEMORY = 2**26
LONGEST = 200


class NoBox(LookupError):
    """No mailbox opens with these words. The same for every phrase that is none."""

    def __init__(self) -> None:
        super().__init__("no box")
        self.sentence = say("These words open nothing. Check each word and their order, then try again.")


@dataclass(frozen=True, slots=True)
class Line:
    """One message: `ours` from the school, else from whoever told."""

    at: datetime
    ours: bool
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Box:
    """How it stands, and what was written both ways, newest last. `open`: whether one may still write."""

    stands: Sentence
    lines: tuple[Line, ...]
    open: bool


BOX = "mailbox:"
"""Under which the keys of messages stand: of the case, since nobody is known to have sent them."""


def new_phrase() -> str:
    """Six words by chance."""
    return " ".join(secrets.choice(WORDS) for _ in range(COUNT))


def _hash(phrase: str) -> str:
    """Slow, and keyed: the same words give the same. Raises NoKey."""
    salt = hmac.digest(keyfile.key(KEY), b"askfirst.casework.mailbox.1", "sha256")
    words = " ".join(part for part in GAP.split(phrase.casefold()) if part)
    return hashlib.scrypt(words.encode("utf-8", "replace"), salt=salt, n=COST, r=8, p=1, maxmem=MEMORY, dklen=32).hex()


def tell_without_a_name(given: Mapping[str, object], *, at: datetime, key: str = "", body: bytes = b"") -> str:
    """Opens a concern that is nobody's; its code phrase, or "" where it was sent before. Raises BadField, Refused, once.Reused."""
    opened = concern_opened(given, by=None, on=london_day(at))
    phrase = new_phrase()
    held = _hash(phrase)
    with transaction.atomic():
        if key and only_once.seen(who="", key=key, body=body, at=at):
            return ""
        case = Case.objects.create(
            kind="concern",
            state=opened.state or WORKFLOWS["concern"].first,
            asker=None,
            capacity="",
            school_id=opened.school or None,
            edition=name_in_force(on=london_day(at)),
            clauses=" ".join(opened.clauses),
            opened_at=at,
        )
        seal.new_case(case.ref, at=at)
        bar(case, parties=opened.parties, on=london_day(at))
        Mailbox.objects.create(case=case, phrase=held)
        pen = Pen(case, at)
        pen.write(OPEN, seat=opened.first, words=opened.details)
        pen.moves(opened.moves)
        pen.settle()
        if key:
            only_once.remember(who="", key=key, body=body, reference=case.ref, at=at)
    return phrase


def _case_of(phrase: str, *, at: datetime) -> Case:
    """Raises NoBox for words that open nothing, TryLater where too many were tried lately."""
    (place,) = take([Lane("account", keyed("code phrases", "all"), GUESSES)], at=at)
    if len(phrase) > LONGEST:
        raise NoBox
    row = Mailbox.objects.filter(phrase=_hash(phrase)).select_related("case").first()
    if row is None:
        raise NoBox
    give_back(place)
    return row.case


def open_box(phrase: str, *, at: datetime) -> Box:
    """What stands in the mailbox. Raises NoBox and TryLater."""
    return _box(_case_of(phrase, at=at), at=at)


def _box(case: Case, *, at: datetime) -> Box:
    """The words meant for whoever told of it, and whether they may add to them. The reading is in the trail, by nobody."""
    workflow, file = WORKFLOWS[case.kind], file_of(case)
    taken = [one for one in shown(workflow, file, {Hat.ASKER}) if one.step != OPEN]
    held = unsigned(case, names=["step-%d" % one.sequence for one in taken], at=at)
    lines = []
    for one in taken:
        words = held.get("step-%d" % one.sequence, {})
        if text := str(words.get("text") or words.get("note") or ""):
            lines.append(Line(one.at, bool(one.by), text))
    add = workflow.step("add")
    return Box(workflow.states[case.state], tuple(lines), add is not None and case.state in add.start)


def write(phrase: str, given: Mapping[str, object], *, at: datetime, key: str = "", body: bytes = b"") -> Box:
    """Adds a message for whoever deals with it, once for each key. Raises NoBox, TryLater, BadField and once.Reused."""
    case = _case_of(phrase, at=at)
    text = read_text(given, "text")
    if not text:
        raise BadField("text", say("Write what you would like to say."))
    with transaction.atomic():
        if key and only_once.seen(who=BOX + case.ref, key=key, body=body, at=at):
            return _box(case, at=at)
        case.refresh_from_db()
        add = WORKFLOWS[case.kind].step("add")
        if add is None or case.state not in add.start:
            raise BadField("text", say("This is over, so nothing can be added. You can tell us of it anew."))
        pen = Pen(case, at)
        pen.write("add", words={"text": text})
        reached = [taken.seat for taken in file_of(case).of(ROUTE)]
        if reached:
            pen.tell_holder(reached[-1])
        pen.settle()
        if key:
            only_once.remember(who=BOX + case.ref, key=key, body=body, reference=case.ref, at=at)
    return _box(case, at=at)

"""What somebody does to a draft, by its short id and what they filled in: the one way in for pages, API and command line.

Ids never change: they are addresses and stand in scripts. Whoever may not do it, or not now, reads why (`states.Refused`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from askfirst.adoption import approval, comments, drafting
from askfirst.adoption.editions import as_edition
from askfirst.people.hats import Standing
from askfirst.people.settings.values import read_day
from askfirst.procedure.changes import Class
from askfirst.procedure.clause import Addressee, Clause, Mention, Sort, Strength
from askfirst.trail import once as only_once
from askfirst.trail.once import Keyed
from askfirst.words import Sentence, say

__all__ = ["FIELDS", "STEPS", "BadGiven", "begin", "take"]

Given = Mapping[str, object]
Kind = TypeVar("Kind", Addressee, Strength, Class)


class BadGiven(ValueError):
    """A field that cannot be read; `sentence` is for the person, and nothing was done."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        super().__init__(field)
        self.field = field
        self.sentence = sentence


ID = re.compile(r"[A-Z]{2,6}-[1-9][0-9]{0,4}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A step on its way: of which draft, what was filled in, by whom, when."""

    ref: str
    given: Given
    by: Standing
    at: datetime

    def text(self, field: str) -> str:
        held = self.given.get(field, "")
        if not isinstance(held, str):
            raise BadGiven(field, say("This must be text. Send it as text."))
        return held.replace("\r\n", "\n").strip()

    def ticked(self, field: str) -> bool:
        held = self.given.get(field, False)
        if not isinstance(held, bool):
            raise BadGiven(field, say("Say true or false for {field}.", field=field))
        return held

    def number(self, field: str) -> int | None:
        held = self.given.get(field)
        if held is not None and (isinstance(held, bool) or not isinstance(held, int) or not 0 <= held < 2**31):
            raise BadGiven(field, say("This must be a whole number."))
        return held

    def day(self, field: str) -> date | None:
        held = self.text(field)
        day = read_day(held) if held else None
        if held and day is None:
            raise BadGiven(field, say("We cannot read this date. Write it as in 23/11/2026."))
        return day


def _one_of(asked: _Asked, field: str, kinds: type[Kind]) -> Kind:
    held = asked.text(field)
    found = next((one for one in kinds if one.value == held), None)
    if found is None:
        known, clause = ", ".join(one.value for one in kinds), str(asked.given.get("clause", ""))
        if ID.fullmatch(clause):
            raise BadGiven(field, say("Choose one for {clause}: {known}.", clause=clause, known=known))
        raise BadGiven(field, say("Choose one of: {known}.", known=known))
    return found


def _change(asked: _Asked) -> None:
    id = asked.text("clause").upper()
    before = as_edition(drafting.draft(ref=asked.ref)).by_id.get(id)
    words = {name: asked.text(name) if name in asked.given else None for name in ("plain", "student", "exact")}
    plain, student, exact = (words[name] for name in ("plain", "student", "exact"))
    drafting.put_clause(
        ref=asked.ref,
        clause=Clause(
            id=id,
            section=id.partition("-")[0],
            addressee=before.addressee if before and "for" not in asked.given else _one_of(asked, "for", Addressee),
            strength=before.strength if before and "strength" not in asked.given else _one_of(asked, "strength", Strength),
            plain=(before.plain if before else "") if plain is None else plain,
            plain_student=(before.plain_student if before else None) if student is None else student or None,
            mentions=before.mentions if before and "mentions" not in asked.given else _mentions(asked),
            exact=(before.exact if before else "") if exact is None else exact,
        ),
        by=asked.by,
        at=asked.at,
        seen=asked.number("version"),
    )


def _head(asked: _Asked) -> None:
    day = asked.day("review_due")
    if day is None:
        raise BadGiven("review_due", say("Say by which day it is to be looked at again."))
    version = asked.number("version")
    drafting.put_head(ref=asked.ref, title=asked.text("title"), review_due=day, by=asked.by, at=asked.at, seen=version)


def _mentions(asked: _Asked) -> tuple[Mention, ...]:
    """One a line, as "sort: name"."""
    found = []
    for line in filter(None, (line.strip() for line in asked.text("mentions").split("\n"))):
        sort, _, name = line.partition(": ")
        if sort not in set(Sort) or not name.strip():
            wanted = say("Write each on a line of its own, as “sort: name”. Sorts are: {known}.", known=", ".join(Sort))
            raise BadGiven("mentions", wanted)
        found.append(Mention(Sort(sort), name.strip()))
    return tuple(found)


def _classify(asked: _Asked) -> Sentence | None:
    return drafting.classify(
        ref=asked.ref,
        id=asked.text("clause").upper(),
        change=_one_of(asked, "change", Class),
        by=asked.by,
        at=asked.at,
        sure=asked.ticked("sure"),
        seen=asked.number("version"),
    )


def _accept(asked: _Asked) -> None:
    """Several findings for one reason."""
    held = asked.given.get("findings", [])
    if not isinstance(held, list) or not held or not all(isinstance(key, str) for key in held):
        raise BadGiven("findings", say("Choose at least one finding that stays."))
    approval.accept(ref=asked.ref, reasons=dict.fromkeys(held, asked.text("why")), by=asked.by, at=asked.at)


def _answer(asked: _Asked) -> None:
    comments.answer(ref=asked.ref, id=asked.number("comment") or 0, words=asked.text("words"), by=asked.by, at=asked.at)


def _approve(asked: _Asked) -> None:
    approval.approve(ref=asked.ref, by=asked.by, at=asked.at, starts_on=asked.day("starts_on"), seen=asked.number("version"))


def _schedule(asked: _Asked) -> None:
    day = asked.day("starts_on")
    if day is None:
        raise BadGiven("starts_on", say("Say from which day it is in force."))
    approval.schedule(ref=asked.ref, starts_on=day, by=asked.by, at=asked.at)


def _plain(act: Callable[..., object]) -> Callable[[_Asked], None]:
    def taken(asked: _Asked) -> None:
        act(ref=asked.ref, by=asked.by, at=asked.at)

    return taken


def _of_clause(act: Callable[..., object]) -> Callable[[_Asked], None]:
    def taken(asked: _Asked) -> None:
        act(ref=asked.ref, id=asked.text("clause").upper(), by=asked.by, at=asked.at, seen=asked.number("version"))

    return taken


def _consult(asked: _Asked) -> None:
    comments.consult(ref=asked.ref, by=asked.by, at=asked.at, students=asked.ticked("students"))


def _comment(asked: _Asked) -> None:
    comments.comment(ref=asked.ref, words=asked.text("words"), clause=asked.text("clause").upper(), by=asked.by, at=asked.at)


def _send_back(asked: _Asked) -> None:
    approval.send_back(ref=asked.ref, why=asked.text("why"), by=asked.by, at=asked.at)


CLAUSE = ("clause", "version")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "change": (*CLAUSE, "for", "strength", "plain", "student", "exact", "mentions"),
    "head": ("title", "review_due", "version"),
    "take-out": CLAUSE,
    "put-back": CLAUSE,
    "classify": (*CLAUSE, "change", "sure"),
    "accept": ("findings", "why"),
    "lint": (),
    "consult": ("students",),
    "comment": ("words", "clause"),
    "answer": ("comment", "words"),
    "submit": (),
    "take-back": (),
    "approve": ("starts_on", "version"),
    "send-back": ("why",),
    "schedule": ("starts_on",),
    "withdraw": (),
}
"""What each step takes; `version` is how many changes the draft had when it was read."""

STEPS: Mapping[str, Callable[[_Asked], Sentence | None]] = {
    "change": _change,
    "head": _head,
    "take-out": _of_clause(drafting.take_out),
    "put-back": _of_clause(drafting.put_back),
    "classify": _classify,
    "accept": _accept,
    "lint": _plain(approval.look_over),
    "consult": _consult,
    "comment": _comment,
    "answer": _answer,
    "submit": _plain(approval.submit),
    "take-back": _plain(approval.take_back),
    "approve": _approve,
    "send-back": _send_back,
    "schedule": _schedule,
    "withdraw": _plain(approval.withdraw),
}


def begin(*, by: Standing, at: datetime, once: Keyed | None = None) -> str:
    """The review begins; the draft's reference. Sent again under the same key, it is the same draft. Raises Refused, once.Reused."""
    return only_once.done(lambda: drafting.open_review(by=by, at=at), once=once, who=by.person, at=at)


def take(*, ref: str, step: str, given: Given, by: Standing, at: datetime, once: Keyed | None = None) -> Sentence | None:
    """Does it. None when done; a question where the step asks one back, and then nothing was done.

    Sent again under the same key, it changes nothing. Raises Refused, BadGiven, KeyError for a step there is not, once.Reused.
    """
    act = STEPS[step]
    for field in sorted(set(given) - set(FIELDS[step])):
        raise BadGiven(field, say("There is a field we do not take. Use only: {known}.", known=", ".join(FIELDS[step]) or "-"))
    with transaction.atomic():
        if _before(once, by, at) is not None:
            return None
        asked = act(_Asked(ref, given, by, at))
        if asked is None:
            _keep(once, ref, by, at)
    return asked


def _before(once: Keyed | None, by: Standing, at: datetime) -> str | None:
    return only_once.seen(who=by.person, key=once.key, body=once.body, at=at) if once else None


def _keep(once: Keyed | None, ref: str, by: Standing, at: datetime) -> None:
    if once:
        only_once.remember(who=by.person, key=once.key, body=once.body, reference=ref, at=at)

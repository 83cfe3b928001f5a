"""What a family may be told and read of a student's matter: whom we may tell on that day, and no other student's name (S40, A47).

A refusal says no more than the handler wrote: which word to take out, and never whose it is or whether it is on the roll.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from askfirst.casework.bars import REQUESTER
from askfirst.casework.fields import BadField
from askfirst.casework.filed import file_of
from askfirst.casework.kinds.student_route import about, families
from askfirst.casework.kinds.student_route_home import ADULT, CARE_OVER, CARED, NOBODY, in_care
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.seated import by_name
from askfirst.casework.workflow import INFORM, SHUT_TO, Hat, Move, Step
from askfirst.people.hats import Capacity, Seat, parent, role, subjects
from askfirst.people.told import looked_after, may_be_told
from askfirst.people.who import Named, is_adult, names, on_the_roll
from askfirst.words import say

__all__ = ["at_home_now", "family_words", "kept_from", "may_hear", "read_by_family"]

WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
OWNED = re.compile(r"['\u2019]s?$", re.IGNORECASE)
ORDINARY = frozenset(
    "amber april art august autumn bill chase christian dawn daisy drew faith frank grace grant heather holly hope iris ivy jade joy june "
    "lily mark may max miles page pat pearl ray river robin rose ruby sky summer victor will wren".split()
)
"""First names that are everyday words too: alone they count only where they are of somebody in the matter."""
OF_WHOM: Mapping[str, str] = {Hat.TARGET: "hurt", Hat.FAMILY: "about"}
"""By what somebody is to a case: the mark that names whom they belong to."""
TITLES = frozenset("dr miss mr mrs ms mx professor sir".split())
READ_BY_FAMILY = {"write-summary": "summary", "close-record": "result"}


def read_by_family(step: str) -> str:
    """The field of this step that a family reads; "" where there is none."""
    return READ_BY_FAMILY.get(step, "")


def may_hear(case: Case, move: Move, *, on: date) -> bool:
    """Whether this move may let in whom it names: a parent or carer only while we may tell them of the student that it is about."""
    if move.step != INFORM or role(move.seat) != "parent" or move.of not in OF_WHOM:
        return True
    children = {by_name(taken.seat) for taken in file_of(case).of(OF_WHOM[move.of])} - {""}
    return any(one.ref in subjects(move.seat) for child in children for one in may_be_told(child, on=on))


def kept_from(seats: Collection[Seat], *, on: date) -> list[int]:
    """The cases into which these seats of a parent were let, of a student of whom we may not tell them any more. Linear in them."""
    told = CaseStep.objects.filter(step=INFORM, seat__in=seats, of__in=list(OF_WHOM)).select_related("case")
    return [one.case_id for one in told if not may_hear(one.case, Move(INFORM, of=one.of, seat=one.seat), on=on)]


def family_words(case: Case, row: Step, words: Mapping[str, object], *, on: date) -> dict[str, str]:
    """Whom a step of the student route tells, as the seat "parent". Raises BadField for whoever may not be told, and for a name."""
    student = about(file_of(case))
    if row.id == "tell-parent":
        return {"parent": parent(_contact(str(words.get("who", "")), student, on=on).ref)}
    if field := read_by_family(row.id):
        _no_other_student(case, student, field, str(words.get(field, "")))
    return {}


def _contact(said: str, student: str, *, on: date) -> Named:
    """Who of those that may be told is meant; the only one, where there is one and nobody is named."""
    may = may_be_told(student, on=on)
    text = " ".join(said.split()).casefold()
    found = [one for one in may if text in (one.name.casefold(), one.short.casefold(), one.username)] if text else list(may)
    if len(found) == 1:
        return found[0]
    if not may:
        raise BadField("who", say("Nobody is known here who may be told. Ask the safeguarding lead."))
    raise BadField("who", say("Name somebody who may be told, as this page has them."))


def at_home_now(case: Case, on: date) -> list[Move]:
    """What has changed at home since it was opened or told: now 18, looked after or no more, or a parent who may be told no more.

    Such a parent is let out again for good, and hears of nothing that is written later.
    """
    file = file_of(case)
    student = about(file)
    if not student:
        return []
    told = families(file)
    may = {parent(one.ref) for one in may_be_told(student, on=on)} if told else set()
    moves = [Move(SHUT_TO, of=student, seat=seat) for seat in told if seat not in may]
    if file.of(ADULT):
        return moves
    if is_adult(student, on=on):
        return [*moves, Move(ADULT)]
    cared = looked_after(student)
    if cared == in_care(file):
        return moves
    if cared:
        return [*moves, Move(CARED)]
    return [*moves, Move(CARE_OVER), *(() if may_be_told(student, on=on) or file.of(NOBODY) else (Move(NOBODY),))]


def _parts(name: str) -> list[str]:
    return [part for found in WORD.finditer(name) if (part := OWNED.sub("", found.group()).casefold()) not in TITLES]


def _pieces(parts: Collection[str]) -> set[str]:
    """These and each half of a double name."""
    return {piece for part in parts for piece in (part, *part.split("-")) if piece}


def _in_the_matter(case: Case, student: str) -> list[Named]:
    """Whoever it hurt, staff too, and the students close to them or to this one. Not whoever told of it: a refusal would tell."""
    hurt = {subjects(taken.seat)[0] for taken in file_of(case).of("hurt")}
    close = hurt | set(case.bars.exclude(reason=REQUESTER).values_list("person_id", flat=True)) - {student}
    return [one for one in names(close).values() if one.ref in hurt or one.kind == Capacity.STUDENT]


def _no_other_student(case: Case, student: str, field: str, text: str) -> None:
    """No other student of the school by their whole name, by a first name that is no everyday word, or, of the matter, by any part of it.

    Of the matter are whoever it hurt, staff too, and brothers and sisters.

    Raises BadField. Linear in the words and the roll. A name that the student has too is theirs.
    """
    own = names([student])[student]
    mine = _pieces(_parts(own.name))
    words = [(found.group(), OWNED.sub("", found.group()).casefold()) for found in WORD.finditer(text)]
    folded = [word for _, word in words]
    places = defaultdict[str, list[int]](list)
    for at, word in enumerate(folded):
        places[word].append(at)
    close = {one.ref: one for one in _in_the_matter(case, student) if one.ref != student}
    roll = {one.ref: one for one in on_the_roll() if one.kind == Capacity.STUDENT and one.school == own.school and one.ref != student}
    known = {piece for one in close.values() for piece in _pieces(_parts(one.name))} - mine
    for said, word in words:
        if any(piece in known and (said[:1].isupper() or piece not in ORDINARY) for piece in _pieces([word])):
            _take_out(field, said)
    for one in {**roll, **close}.values():
        parts = _parts(one.name)
        for at in places.get(parts[0], ()) if parts else ():
            if folded[at : at + len(parts)] == parts:
                _take_out(field, " ".join(said for said, _ in words[at : at + len(parts)]))
            if parts[0] not in mine | ORDINARY and words[at][0][:1].isupper():
                _take_out(field, words[at][0])


def _take_out(field: str, said: str) -> None:
    raise BadField(field, say("Take “{name}” out. A family reads of its own child alone.", name=said))

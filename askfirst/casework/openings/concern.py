"""A concern begins: whom it is about and whom it hurt are looked for on the roll in silence, and nobody hears whether they are on it."""

from collections.abc import Mapping
from datetime import date, datetime

from askfirst.adoption.rulings import ruling_of
from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.concern import lead
from askfirst.casework.kinds.concern_gates import AGENCY, EMPLOYED, FAMILY, LOCKED, STUDENT, USUAL
from askfirst.casework.kinds.concern_words import DANGER, OPENING
from askfirst.casework.kinds.support import COLLEAGUE, PUPIL
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import Move
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import CHAIR, HR, TRUST_LEAD, Capacity, Standing, role
from askfirst.people.told import may_be_told
from askfirst.people.who import Named, children_of, names, schools
from askfirst.people.would_handle import agency_of, employed, seats_of, who_is_called
from askfirst.words import say

__all__ = ["concern_opened", "open_concern"]

CLAUSES = ("PRI-2", "CON-10")


def open_concern(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused for whoever is not here any more and for a sexual picture of a child."""
    if not by.seats:
        raise Refused((Refusal(say("You are not here any more. Tell us without a name, or ring the school."), "PRI-2"),))
    return concern_opened(given, by=by, on=london_day(at))


def concern_opened(given: Mapping[str, object], *, by: Standing | None, on: date) -> Opened:
    """What a concern is made of; `by`: nobody, where it is told without a name. Raises BadField and Refused."""
    if given.get("picture") in (True, "yes", "on", "true"):
        says = say("Stop here: do not copy, send or show the picture. Tell the safeguarding lead now, and say only where it is.")
        raise Refused((Refusal(says, "PRI-2"),))
    words = read(OPENING, given, on=on)
    if words["school"] not in {one.id for one in schools()}:
        raise BadField("school", say("We do not know this school. Choose one of the Trust’s own."))
    asker = names([by.person])[by.person] if by else None
    about, hurt = _called(words, "name"), _hurt(words, by, asker)
    one = about[0] if len(about) == 1 else None
    school = one.school if one else str(words["school"])
    moves = [*(_about(one, on) if one else (Move(USUAL, seat=_of_staff(str(words["school"]), on)),)), *_harmed(hurt, on)]
    return Opened(
        asker=by.person if by else "",
        school=school,
        details=words,
        clauses=CLAUSES,
        first=lead(school),
        moves=tuple(moves),
        parties=frozenset({who.ref for who in (*about, *hurt)}),
        state=LOCKED if words[DANGER] != "no" else "",
    )


def _called(words: Mapping[str, object], field: str) -> list[Named]:
    """Everybody here whose whole name was given: each of them is shut out."""
    said = " ".join(str(words.get(field, "")).split()).casefold()
    found = who_is_called(said) if said else []
    return [one for one in found if said in (one.name.casefold(), one.short.casefold(), one.username)]


def _hurt(words: Mapping[str, object], by: Standing | None, asker: Named | None) -> list[Named]:
    """Whom it hurt: who tells of it, their child, or whoever they name."""
    if words["hurt"] == "me" and asker is not None:
        return [asker]
    if words["hurt"] == "child" and by is not None and by.capacity is Capacity.PARENT:
        own = [child.named for child in children_of(by.person, on=by.on)]
        said = str(words.get("hurt_name", "")).casefold()
        chosen = [one for one in own if said in (one.name.casefold(), one.username)] if said else own
        return chosen if len(chosen) == 1 else []
    return _called(words, "hurt_name") if words["hurt"] in ("somebody", "child") else []


def _pastoral(school: str) -> hats.Seat:
    return hats.alternate_pastoral(school) if school else HR


def _of_staff(school: str, on: date) -> hats.Seat:
    """Whoever weighs what is about staff of a school, or about nobody known there, as the Trust has set it on that day."""
    seats = {"pastoral": _pastoral(school), "hr": HR, "head": hats.head(school) if school else HR}
    return seats[ruling_of("weighs", on=on)["staff"]]


def _of_student(one: Named, on: date) -> hats.Seat:
    led = one.school and one.year is not None and ruling_of("weighs", on=on)["student"] == "year-lead"
    return hats.year_lead(one.school, one.year) if led and one.year is not None else _pastoral(one.school)


def _about(one: Named, on: date) -> list[Move]:
    """Whom it is about, what they are here, and who usually weighs such a thing (rulings 4 and 5)."""
    moves = [Move("about", seat=hats.person(one.ref))]
    if one.kind == Capacity.STUDENT:
        return [*moves, Move(STUDENT), Move(USUAL, seat=_of_student(one, on))]
    seats = seats_of(one.ref, on=on)
    if employed(one.ref, on=on):
        moves.append(Move(EMPLOYED))
    elif agency_of(one.ref, on=on):
        moves.append(Move(AGENCY))
    if TRUST_LEAD in seats:
        return [*moves, Move("of-the-lead"), Move(USUAL, seat=CHAIR)]
    if any(role(seat) == "head" for seat in seats):
        return [*moves, Move("of-a-head"), Move(USUAL, seat=TRUST_LEAD)]
    return [*moves, Move(USUAL, seat=HR if AGENCY in {move.step for move in moves} else _of_staff(one.school, on))]


def _harmed(hurt: list[Named], on: date) -> list[Move]:
    """Whom it hurt, where one person is meant, and that they work or learn here; of a student, each parent who may be told."""
    if len(hurt) != 1:
        return []
    family = may_be_told(hurt[0].ref, on=on) if hurt[0].kind == Capacity.STUDENT else ()
    mark = {Capacity.STAFF: COLLEAGUE, Capacity.STUDENT: PUPIL}.get(Capacity(hurt[0].kind))
    here = [Move(mark, seat=hats.person(hurt[0].ref))] if mark else []
    return [Move("hurt", seat=hats.person(hurt[0].ref)), *here, *(Move(FAMILY, seat=hats.parent(one.ref)) for one in family)]

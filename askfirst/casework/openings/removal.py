"""A request to take something down: who posted it, who asks them, who helps, and what may be passed on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from askfirst.casework.fields import BadField, read
from askfirst.casework.gates import Refusal, Refused
from askfirst.casework.kinds.removal import BEGINS, FLAG, ITEM, LINKS, POSTER, REMINDS, REMOVAL, SCHOOL_ONLY, THROUGH
from askfirst.casework.kinds.removal_opening import MOST_LINKS
from askfirst.casework.openings.opened import Opened
from askfirst.casework.workflow import INFORM, Move
from askfirst.people import hats
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Seat, Standing
from askfirst.people.standing import capacities
from askfirst.people.who import Child, Named, children_of, is_adult, names
from askfirst.people.would_handle import who_is_called
from askfirst.procedure.links import BadLink, read_link
from askfirst.words import say

__all__ = ["OPENERS", "by_school_alone", "open_removal", "student_in_it"]

OPENERS = frozenset({Capacity.STAFF, Capacity.STUDENT, Capacity.PARENT, Capacity.OUTSIDE})
WORN = {"student": Capacity.STUDENT, "staff": Capacity.STAFF}
SHORTEST_NAME = 3
NOT_FOUND = say("We cannot find one person of this name to send it to. Check the name, or choose another way.")
BY_SCHOOL = say("Between staff and students, and for parents, the school always asks. Choose the school.")


def by_school_alone(capacity: Capacity, who: str) -> bool:
    """Whether nobody but the school may ask: between staff and students, and where a parent or a leaver asks somebody here (A28)."""
    if who not in WORN:
        return False
    return capacity in (Capacity.PARENT, Capacity.OUTSIDE) or (capacity is Capacity.STUDENT) != (who == "student")


def student_in_it(by: Standing, asker: Named, who: str) -> bool:
    """Whether a student asks or is asked, or was one until lately: somebody grown up who has left is none."""
    if by.capacity is Capacity.OUTSIDE:
        young = asker.kind == Capacity.STUDENT and not is_adult(asker.ref, on=by.on)
    else:
        young = by.capacity is not Capacity.STAFF
    return young or who == "student"


@dataclass(frozen=True, slots=True)
class _Request:
    """Everybody a request is made of."""

    by: Standing
    asker: Named
    words: Mapping[str, object]
    child: Child | None = None
    poster: Named | None = None
    links: tuple[str, ...] = field(default=())

    @property
    def home(self) -> Named:
        """Whose school and year it comes from."""
        return self.child.named if self.child else self.asker

    @property
    def how(self) -> str:
        return str(self.words["how"])

    def through(self) -> Seat:
        """Who asks for them: the Head of Year of the student in it; between staff, their own line manager; for who has left, the office."""
        if self.child is not None and not self.child.may_contact:
            return _safeguarding(self.home)
        if self.by.capacity is Capacity.OUTSIDE:
            return hats.office(self.home.school) if self.home.school else hats.COMMS
        if self.by.capacity is not Capacity.STAFF:
            return _year(self.home)
        if self.words["who"] != "student":
            return hats.line_manager_of(self.asker.ref)
        return _year(self.poster) if self.poster else _safeguarding(self.asker)

    def moves(self) -> tuple[Move, ...]:
        """What stands in the clear; the safeguarding lead sees a flag at once where the school is asked and a student is part of it."""
        found = [Move(LINKS, of=str(max(1, len(self.links)))), Move(THROUGH, seat=self.through())]
        if by_school_alone(self.by.capacity, str(self.words["who"])):
            found.append(Move(SCHOOL_ONLY))
        if self.poster is not None:
            student = self.poster.kind == Capacity.STUDENT
            found.append(Move(POSTER, seat=hats.person(self.poster.ref)))
            found.append(Move(REMINDS, seat=_year(self.poster) if student else hats.line_manager_of(self.poster.ref)))
        if student_in_it(self.by, self.asker, str(self.words["who"])):
            flag = _safeguarding(self.home)
            found.append(Move(FLAG, seat=flag))
            found += [Move(INFORM, of=FLAG, seat=flag)] if self.how == "school" else []
        return tuple(found)

    def item(self) -> dict[str, object]:
        """What whoever is asked may read; a name only where that was agreed."""
        held: dict[str, object] = {"ask": self.words["ask"], "links": list(self.links)}
        held |= {name: self.words[name] for name in ("item", "why") if name in self.words}
        if self.words.get("name") == "yes":
            held["from"] = self.asker.name if self.asker.kind == Capacity.STUDENT else self.asker.short
        return held


def _year(who: Named) -> Seat:
    return hats.year_lead(who.school, who.year) if who.school and who.year is not None else _safeguarding(who)


def _safeguarding(who: Named) -> Seat:
    return hats.dsl(who.school) if who.school else hats.DSL_TRUST


def open_removal(given: Mapping[str, object], *, by: Standing, at: datetime) -> Opened:
    """Raises BadField, and Refused in a capacity that asks nothing here."""
    if by.capacity not in OPENERS or not by.seats:
        raise Refused((Refusal(say("This is not for this hat. Change your hat, or ring the school."), "CON-6"),))
    words = read(REMOVAL.opening, given, on=london_day(at))
    asker = names([by.person])[by.person]
    child = _child(words, by)
    links = _links(words)
    if words["how"] != "school" and by_school_alone(by.capacity, str(words["who"])):
        raise BadField("how", BY_SCHOOL)
    poster = _poster(words, asker if child is None else child.named, by)
    if words["how"] == "here" and poster is None:
        raise BadField("poster", NOT_FOUND)
    _keeps_the_name_out(words, asker, child)
    request = _Request(by, asker, words, child, poster, links)
    peers = words["who"] in WORN
    return Opened(
        asker=by.person,
        school=request.home.school,
        details={**words, **({"child": child.named.name} if child else {})},
        clauses=("CON-6", "CON-8") if peers else ("CON-8", "CON-9"),
        moves=request.moves(),
        parties=frozenset({one.ref for one in (poster, child.named if child else None) if one}),
        papers={ITEM: request.item()},
        state=BEGINS[request.how],
    )


def _links(words: Mapping[str, object]) -> tuple[str, ...]:
    """Each line, as it is kept. Raises BadField for one that can be no link."""
    lines = [line for line in str(words.get("links", "")).splitlines() if line.strip()]
    if len(lines) > MOST_LINKS:
        raise BadField("links", say("These are more than {most} links. Send the first {most}, then ask again.", most=MOST_LINKS))
    try:
        return tuple(read_link(line).text for line in lines)
    except BadLink as problem:
        raise BadField("links", problem.sentence) from None


def _child(words: Mapping[str, object], by: Standing) -> Child | None:
    """Whom a parent asks for. Raises Refused for somebody grown up (A27), BadField where it must be said which child."""
    if by.capacity is not Capacity.PARENT:
        return None
    young = [one for one in children_of(by.person, on=by.on) if not one.adult]
    if not young:
        says = say("From 18 on, they ask for themselves. They can sign in, or you can ring the school.")
        raise Refused((Refusal(says, "CON-6"),))
    said = str(words.get("child", ""))
    chosen = [one for one in young if said in (one.named.username, one.named.name)] if said else young
    if len(chosen) != 1:
        raise BadField("child", say("Choose which child it is about."))
    return chosen[0]


def _poster(words: Mapping[str, object], near: Named, by: Standing) -> Named | None:
    """Somebody here whose whole name was given, alone of that name; for students and parents, at the same school."""
    said, worn = " ".join(str(words.get("poster", "")).split()).casefold(), WORN.get(str(words["who"]))
    if not said or worn is None:
        return None
    found = [
        one
        for one in who_is_called(said)
        if said in (one.name.casefold(), one.short.casefold(), one.username)
        and one.ref != by.person
        and one.kind == worn
        and worn in capacities(one.ref, on=by.on)
        and (by.capacity is Capacity.STAFF or one.school == near.school)
    ]
    return found[0] if len(found) == 1 else None


def _keeps_the_name_out(words: Mapping[str, object], asker: Named, child: Child | None) -> None:
    """Raises BadField where the words that are passed on hold a name that is not to be."""
    if words.get("name") == "yes" or words["how"] == "copy":
        return
    whole = " ".join([asker.name, *([child.named.name] if child else [])])
    own = {part.casefold() for part in re.findall(r"\w+", whole) if len(part) >= SHORTEST_NAME}
    for name in ("item", "why"):
        said = {part.casefold() for part in re.findall(r"\w+", str(words.get(name, "")))}
        if own & said - {"mrs", "miss"}:
            raise BadField(name, say("Your name stands in these words. Take it out, or let us say who asks."))

"""Who could answer, as choices on a form, and by when they would."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from askfirst.casework.kinds.question import TIME_TO_ANSWER, TO_ORGANISER
from askfirst.casework.live import organiser_of
from askfirst.casework.times import moments
from askfirst.people.calendar import london_day
from askfirst.people.hats import Capacity, Standing
from askfirst.people.routes_for import Door, doors
from askfirst.people.who import Named, SchoolNamed, names, schools, the_calendar
from askfirst.web.in_words import day_in_words, the_day
from askfirst.web.step_forms import Option
from askfirst.words import Sentence, say

__all__ = ["Whom", "whom"]

SIXTH_FORM = 12


@dataclass(frozen=True, slots=True)
class Whom:
    """`one`: the name of whoever answers, where there is one to say it of. Days are in words."""

    choices: tuple[Option, ...]
    posts: tuple[Option, ...]
    one: Sentence | None
    today: Sentence
    remind: Sentence
    due: Sentence
    climb: Sentence


def whom(by: Standing, *, at: datetime, event: str = "") -> Whom:
    """The choices for this person now; with the organiser of an event, where one is named that they may know of."""
    student = by.capacity is Capacity.STUDENT
    found = doors(by.person, student=student, on=by.on)
    known = names([by.person, *(ref for door in found for ref in (door.person, door.acting_for, door.holder) if ref)])
    places = {school.id: school for school in schools()}
    me = known[by.person]
    choices = _pastoral(found, known, me, places.get(me.school)) if student else _manager(found, known)
    times = moments(TIME_TO_ANSWER, asked=at, deadline=None, calendar=the_calendar())
    today = london_day(at)
    return Whom(
        choices=(*choices, *_organiser(event, by)),
        posts=_posts(found, known, me, places) if len(found) > 1 and not student else (),
        one=_short(found[0], known) if len(found) == 1 else None,
        today=the_day(today, today=today),
        remind=day_in_words(london_day(times.remind), today=today),
        due=day_in_words(london_day(times.due), today=today),
        climb=day_in_words(london_day(times.climb), today=today),
    )


def _organiser(event: str, by: Standing) -> tuple[Option, ...]:
    found = organiser_of(event, by=by) if event else ""
    if not found or found == by.person:
        return ()
    who = names([found])[found]
    hint = say("They registered the event you ask about.")
    return (Option("to-organiser", TO_ORGANISER, say("{name}", name=who.name), hint, sent_to=say("{name}", name=who.short)),)


def _short(door: Door, known: dict[str, Named]) -> Sentence | None:
    if door.person not in known:
        return None
    if door.acting_for in known:
        return say("{name} acting for {other}", name=known[door.person].short, other=known[door.acting_for].short)
    return say("{name}", name=known[door.person].short)


def _name(door: Door, known: dict[str, Named]) -> Sentence | None:
    if door.person not in known:
        return None
    if door.acting_for in known:
        return say("{name} acting for {other}", name=known[door.person].name, other=known[door.acting_for].name)
    return say("{name}", name=known[door.person].name)


def _manager(found: Sequence[Door], known: dict[str, Named]) -> tuple[Option, ...]:
    """The line manager by name and title, and "someone else" with nobody asking why."""
    first, several = found[0], len(found) > 1
    name = None if several else _name(first, known)
    title = known[first.person].title if first.person in known else ""
    hint = (
        say("Your line manager, {title}", title=title) if title and first.person == first.holder else say("In place of your line manager")
    )
    not_told = known.get(first.holder)
    if several or not_told is None:
        other = say("You do not have to say why. Your line manager is not told.")
    else:
        other = say("You do not have to say why. {name} is not told.", name=not_told.short)
    return (
        Option(
            "to",
            "line-manager",
            name or say("My line manager"),
            None if name is None else hint,
            sent_to=None if several else _short(first, known),
        ),
        Option("to-2", "someone-else", say("Someone else"), other),
    )


def _pastoral(found: Sequence[Door], known: dict[str, Named], me: Named, school: SchoolNamed | None) -> tuple[Option, ...]:
    """Tutor, Head of Year, safeguarding lead, each person once: the ones not chosen hear nothing, and no reason is asked."""
    lead = (school.pastoral_lead_title if school else "Head of Year").split("; ")
    year = lead[-1] if me.year is not None and me.year >= SIXTH_FORM else lead[0]
    hints = {
        "tutor": say("Your tutor"),
        "head-of-year": say("Your {title}", title=year),
        "safeguarding-lead": say("The safeguarding lead. They help keep you safe."),
    }
    instead = {
        "tutor": say("In place of your tutor"),
        "head-of-year": say("In place of your {title}", title=year),
        "safeguarding-lead": say("In place of the safeguarding lead. They help keep you safe."),
    }
    ids = ("to", "to-2", "to-3")
    options = []
    for id, door in zip(ids, _each_once(found), strict=False):
        name = _name(door, known)
        hint = (hints if door.holder in (door.person, door.acting_for) else instead)[door.to]
        options.append(Option(id, door.to, name or hints[door.to], hint if name else None, sent_to=_short(door, known)))
    return tuple(options)


def _each_once(found: Sequence[Door]) -> list[Door]:
    """Whoever answers both for a tutor and for the Head of Year is one choice, as Head of Year."""
    year = next((door.person for door in found if door.to == "head-of-year"), "")
    return [door for door in found if not (door.to == "tutor" and door.person and door.person == year)]


def _posts(found: Sequence[Door], known: dict[str, Named], me: Named, places: dict[str, SchoolNamed]) -> tuple[Option, ...]:
    options = []
    for number, door in enumerate(found, 1):
        school = places.get(door.post or me.school)
        place = say("{school}", school=school.name) if school else say("The Trust")
        name = _short(door, known)
        hint = say("Your line manager there: {name}", name=name) if name else None
        id = "post" if number == 1 else "post-{}".format(number)
        options.append(Option(id, door.post, place, hint))
    return tuple(options)

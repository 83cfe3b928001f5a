"""The form on which a journalist's enquiry is written down: read field by field, with whoever would be asked by name. Stores nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from askfirst.casework.fields import BadField, Choice, Field, read_text
from askfirst.people.calendar import date_text, london, london_day, read_date
from askfirst.people.directory import TheDirectory
from askfirst.people.hats import COMMS, TRUST_LEAD, Capacity, Seat, Standing, dsl, head, year_lead
from askfirst.people.resolve import Matter, route
from askfirst.people.who import Named, is_adult, names, schools
from askfirst.web.bodies import Form
from askfirst.web.step_forms import Entry, Option, entries, mended
from askfirst.words import Sentence, say

__all__ = ["Filled", "Seen", "enquiries", "filled", "seen"]

NONE, UNSURE, ELSE = "none", "unsure", "else"
LINE = 200
NOT_SAID = say("Say if you have answered yet. Both are fine to say.")
ASKED = say("Say in a line what they asked. Your own words will do.")

ANSWERED = Field(
    "answered",
    say("Have you answered them already?"),
    NOT_SAID,
    choices=(Choice("no", say("No")), Choice("yes", say("Yes"))),
)
ABOUT = Field(
    "about",
    say("Is it about something you posted?"),
    NOT_SAID,
    choices=(Choice("post", say("Yes, about my post, page or blog")), Choice(ELSE, say("No, about something else"))),
)
HINTS = {
    "answered-2": say("That happens. We write it down as it is. The Headteacher is still asked."),
    "about-2": say("Then it goes to communications, who give advice. No Headteacher has to be asked."),
}
STUDENT_HINTS = {
    "answered-2": say("That happens. We write it down as it is. The Headteacher is still asked."),
    "about-2": say("Then somebody who helps with news people gives you advice."),
}
TEXTS = ("asked", "also", "reporter-name", "reporter-outlet", "reporter-contact", "whose", "deadline-day", "deadline-time")


@dataclass(frozen=True, slots=True)
class Seen:
    """Who will see what is written here, and who is asked: by name, as it stands today."""

    comms: Sentence
    trust: Sentence  # who is asked where it is about no school
    heads: Mapping[str, Sentence]  # by school
    own: bool  # whoever writes is the Executive Headteacher: `trust` is asked, whatever is ticked
    year_lead: Sentence | None
    safeguarding: Sentence | None


def seen(by: Standing, *, on: date) -> Seen:
    """Who would be asked if this person wrote something down now."""
    me = names([by.person])[by.person]
    student = by.capacity is Capacity.STUDENT and bool(me.school)
    return Seen(
        comms=_sitting(COMMS, by, on),
        trust=_sitting(TRUST_LEAD, by, on),
        heads={school.id: _sitting(head(school.id), by, on) for school in schools()},
        own=by.seats.get(TRUST_LEAD) == "",
        year_lead=_sitting(year_lead(me.school, me.year), by, on) if student and me.year is not None else None,
        safeguarding=_sitting(dsl(me.school), by, on) if student and not is_adult(me.ref, on=on) else None,
    )


def _sitting(seat: Seat, by: Standing, on: date) -> Sentence:
    """ "Ms Devlin-Shaw (Headteacher)", or "Mr Obuya (acting for Ms Devlin-Shaw)"."""
    found = route(seat, matter=Matter(by.person), directory=TheDirectory(), on=on)
    if found is None:
        return say("the governance professional, who finds somebody")
    known = names([found.person, *([found.acting_for] if found.acting_for else [])])
    who = known[found.person]
    if found.acting_for:
        return say("{name} (acting for {other})", name=who.short, other=known[found.acting_for].short)
    return _titled(who)


def _titled(who: Named) -> Sentence:
    return say("{name} ({title})", name=who.short, title=who.title) if who.title else say("{name}", name=who.short)


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it stands on the page: choices, ticks, texts by name, and what is wrong, by its field."""

    answered: Entry
    about: Entry
    schools: Entry
    texts: Mapping[str, str]
    wrong: Mapping[str, Sentence]


def filled(form: Form, who: Seen, *, now: datetime, student: bool, problem: BadField | None = None) -> Filled:
    """What was sent, to show again; an empty form is a new one."""
    given = {name: form.one(name) for name in ("answered", "about")}
    texts = {name.replace("-", "_"): mended(form.one(name)) for name in TEXTS}
    if not form.fields:
        given["about"], texts["deadline_day"] = "post", london_day(now).isoformat()
    answered, about = (_hinted(entries([one], under="press", given=given, problem=problem)[0], student) for one in (ANSWERED, ABOUT))
    wrong = {one.field.replace("-", "_"): one.sentence for one in problem.each} if problem is not None else {}
    return Filled(answered, about, _ticks(who, form.many("schools"), wrong.get("schools")), texts, wrong)


def _ticks(who: Seen, ticked: Collection[str], wrong: Sentence | None) -> Entry:
    """Each school with whoever is asked there."""
    lines = [(school.id, say("{school}", school=school.name), None if who.own else who.heads[school.id]) for school in schools()]
    lines.append((NONE, say("None of them, or the whole Trust"), None if who.own else who.trust))
    lines.append((UNSURE, say("I’m not sure which"), say("{who} finds out", who=who.comms)))
    options = tuple(
        Option("schools-{}".format(number) if number else "schools", value, says, hint, chosen=value in ticked)
        for number, (value, says, hint) in enumerate(lines)
    )
    return Entry("schools", "schools", "ticks", say("Which schools is it about?"), options=options, problem=wrong)


def _hinted(entry: Entry, student: bool) -> Entry:
    hints = STUDENT_HINTS if student else HINTS
    options = tuple(
        Option(one.id, one.value, one.says, hints.get(one.id.removeprefix("press-")), chosen=one.chosen) for one in entry.options
    )
    return Entry(entry.id, entry.name, entry.sort, entry.says, entry.hint, options=options, problem=entry.problem)


def enquiries(form: Form, *, now: datetime) -> list[dict[str, object]]:
    """The details of the one case or the two that the form asks for. Raises BadField, by the form's own names.

    A question about something else beside one about a post is a case of its own: nobody has to be asked before it is answered (A15).
    """
    given = {name: form.one(name) for name in form.fields}
    asked, also = read_text(given, "asked"), read_text(given, "also")
    wrong = [] if given.get("answered") in ("yes", "no") else [BadField("answered", NOT_SAID)]
    wrong += [] if asked else [BadField("asked", ASKED)]
    if wrong:
        raise BadField.together(wrong)
    common = _common(given, now=now)
    named = [one for one in form.many("schools") if one not in (NONE, UNSURE)]
    first = {**common, "asked": asked, "schools": named, "answered_already": given["answered"] == "yes"}
    if given.get("about") == ELSE:
        first |= {"about_a_post": False, "asked": "\n\n".join((asked, also)) if also else asked}
        return [first]
    first |= {"about_no_school": NONE in form.many("schools"), "unsure_which": UNSURE in form.many("schools")}
    return [first, {**common, "about_a_post": False, "asked": also}] if also else [first]


def _common(given: Mapping[str, str], *, now: datetime) -> dict[str, object]:
    """What both cases of one form hold alike."""
    reporter = {part: read_text(given, "reporter-" + part, longest=LINE) for part in ("name", "outlet", "contact")}
    whose = read_text(given, "whose", longest=150).strip()
    until = _deadline(given.get("deadline-day", "").strip(), given.get("deadline-time", "").strip(), now=now)
    return {"reporter": reporter, **({"whose": whose} if whose else {}), **({"deadline": until} if until else {})}


def _deadline(day: str, hour: str, *, now: datetime) -> str:
    """A day and a time in London as ISO 8601; "" for none. Raises BadField; one that has passed too."""
    today = london_day(now)
    on = read_date(day) if day else today
    if not hour:
        if on != today:
            raise BadField("deadline-time", say("Give the time too, or set the day back to today."))
        return ""
    if on is None:
        raise BadField("deadline-day", say("We could not read this day. Write it as in {day}.", day=date_text(today)))
    try:
        clock = time.fromisoformat(hour.replace(".", ":")).replace(tzinfo=None)
        moment = datetime.combine(on, clock, london(now).tzinfo).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadField("deadline-time", say("We could not read this time. Write it as 15:00.")) from None
    if moment < now:
        raise BadField("deadline-time", say("This time has passed. Give one that is still to come, or leave it empty."))
    return moment.isoformat()

"""How this trust stands to what AskFirst settles for any trust: as it came, adopted as it is, or set in its own way where it may be."""

from collections.abc import Mapping
from datetime import date

from askfirst.adoption.readings import ADOPTED, CHANGED, DEFAULT
from askfirst.people.holding import values_on
from askfirst.people.settings.held import Held
from askfirst.people.settings.known import Setting
from askfirst.people.settings.values import Blank, Kind
from askfirst.procedure.load import titled
from askfirst.procedure.rulings import Ruling, rulings
from askfirst.words import Sentence, say

__all__ = ["ruling_of", "ruling_settings", "ruling_shown"]

WEIGHS, STAFF, STUDENT = "weighs", "staff", "student"
PHOTOS, DAYS = "photos", "days"
STATUS = Blank("status", say("How do we stand to it?"), Kind.CHOICE, choices=((ADOPTED, say("We adopt it as it stands")),))
PARTS: Mapping[str, tuple[Blank, ...]] = {
    WEIGHS: (
        Blank(
            STAFF,
            say("Who weighs what is about staff, or nobody known"),
            Kind.CHOICE,
            say("What is about a Headteacher, or about agency staff, goes where it went before."),
            choices=(("pastoral", say("The alternate pastoral lead")), ("hr", say("HR")), ("head", say("The Headteacher"))),
        ),
        Blank(
            STUDENT,
            say("Who weighs what is about a student"),
            Kind.CHOICE,
            choices=(("year-lead", say("The Head of Year")), ("pastoral", say("The alternate pastoral lead"))),
        ),
    ),
    PHOTOS: (
        Blank(
            DAYS,
            say("Days after an event"),
            Kind.NUMBER,
            say("Events that were registered before keep the days they were told with."),
            least=7,
            most=28,
        ),
    ),
}
"""What a trust may set."""
SHIPPED: Mapping[str, Mapping[str, str]] = {WEIGHS: {STAFF: "pastoral", STUDENT: "year-lead"}, PHOTOS: {DAYS: "14"}}
"""As it comes with AskFirst."""


def _named(id: str) -> str:
    return "ruling.%s" % id


def ruling_settings(lead: str) -> tuple[Setting, ...]:
    """One for each. `lead`: the title of whoever leads the trust. To adopt one that stays takes one person; to set one takes two."""
    found = []
    for one in rulings().values():
        says, hangs = say("{what}", what=titled(one.says, lead)), say("{what}", what=titled(one.words, lead))
        parts = PARTS.get(one.id)
        found.append(Setting(_named(one.id), says, hangs, one.page, parts or (STATUS,), weight=parts is not None, stays=_stays(one)))
    return tuple(found)


def _stays(one: Ruling) -> Sentence | None:
    return say("{why}", why=one.stays) if one.stays else None


def ruling_shown(setting: Setting, held: Held) -> dict[str, str]:
    """What it holds, part by part, and under `status` how the Trust stands to it."""
    id, own = setting.name.partition(".")[2], held.values.get(setting.name)
    if id not in PARTS:
        return {"status": ADOPTED if own else DEFAULT}
    shipped = SHIPPED[id]
    status = DEFAULT if own is None else ADOPTED if own == shipped else CHANGED
    return {**shipped, **(own or {}), "status": status}


def ruling_of(id: str, *, on: date) -> Mapping[str, str]:
    """What holds on that day of one that may be set, part by part. One query."""
    return values_on(on).get(_named(id), SHIPPED[id])

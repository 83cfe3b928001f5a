"""How this trust reads each unclear clause on a day: as AskFirst does by itself, adopted as it is, or in words of its own (A1 to A55)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from askfirst.people.around import LATELY
from askfirst.people.holding import trust_on, values_on
from askfirst.people.settings.held import Held
from askfirst.people.settings.known import Setting
from askfirst.people.settings.values import Blank, Kind
from askfirst.procedure.clause import Edition, Reading
from askfirst.procedure.hangs import hangs
from askfirst.procedure.load import the_readings
from askfirst.words import Sentence, say

__all__ = [
    "ADOPTED",
    "CHANGED",
    "DEFAULT",
    "STATUSES",
    "as_given",
    "lately_months",
    "reading_settings",
    "reading_shown",
    "readings_on",
    "that_fit",
]

DEFAULT, ADOPTED, CHANGED = "default", "adopted", "changed"
STATUSES: Mapping[str, Sentence] = {
    DEFAULT: say("As AskFirst reads it by itself"),
    ADOPTED: say("Adopted as it is"),
    CHANGED: say("Read in our own way"),
}
LONG = 600
CHOICES = ((ADOPTED, say("We adopt it as it stands")), (CHANGED, say("We read it in our own way")))
STATUS = Blank("status", say("How do we read it?"), Kind.CHOICE, choices=CHOICES)
WORDS = Blank("reading", say("The words"), Kind.AREA, longest=LONG)
STUDENT = Blank(
    "student", say("The same for students"), Kind.AREA, say("Leave it empty if students need not read it."), needed=False, longest=LONG
)
MONTHS = Blank("months", say("Months for which it counts"), Kind.NUMBER, least=1, most=60)


def _named(id: str) -> str:
    return "reading.%s" % id


def reading_settings(lead: str) -> tuple[Setting, ...]:
    """One for each reading. To adopt one takes one person, to change it takes two. `lead`: the title of whoever leads the trust."""
    found = []
    for one in the_readings(lead):
        hang = hangs().get(one.id)
        blanks = (STATUS, WORDS, STUDENT, *((MONTHS,) if hang and hang.months else ()))
        says = say("{id}: {problem}", id=one.id, problem=one.problem)
        what, page = (hang.says, hang.page) if hang else ("", "/procedure/")
        light = ("status", ADOPTED)
        found.append(Setting(_named(one.id), says, say("{what}", what=what), page, blanks, weight=True, light=light))
    return tuple(found)


def _shipped(id: str, lead: str) -> dict[str, str]:
    """As AskFirst brings it. Raises StopIteration for an id that is none: only names of settings come here."""
    one, hang = next(one for one in the_readings(lead) if one.id == id), hangs().get(id)
    found = {"status": DEFAULT, "reading": one.reading, "student": one.reading_student or ""}
    return {**found, "months": str(hang.months)} if hang and hang.months else found


def reading_shown(setting: Setting, held: Held) -> dict[str, str]:
    """What a reading holds, part by part; by itself the words that AskFirst brings."""
    own, shipped = held.values.get(setting.name), _shipped(setting.name.partition(".")[2], held.trust.lead_title)
    return dict(own) if own and own["status"] == CHANGED else {**shipped, "status": own["status"] if own else DEFAULT}


def as_given(setting: Setting, given: Mapping[str, object], *, lead: str) -> Mapping[str, object]:
    """What is adopted as it stands has AskFirst's words, whatever stood beside them in the form."""
    return {**given, **_shipped(setting.name.partition(".")[2], lead), "status": ADOPTED} if given.get("status") == ADOPTED else given


def readings_on(on: date) -> tuple[Reading, ...]:
    """Every reading as it holds on that day. One query."""
    values = values_on(on)
    return tuple(_own(one, values.get(_named(one.id))) for one in the_readings(trust_on(on).lead_title))


def _own(one: Reading, own: Mapping[str, str] | None) -> Reading:
    if own is None:
        return one
    if own["status"] == ADOPTED:
        return replace(one, status=ADOPTED)
    return replace(one, status=CHANGED, reading=own["reading"], reading_student=own["student"] or None)


def that_fit(edition: Edition, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings as far as this edition has their clauses; AskFirst's own "it stays advice" only while the clause is advice."""
    found = ((one, tuple(id for id in one.clauses if id in edition.by_id and _holds(one, edition, id))) for one in readings)
    return tuple(replace(one, clauses=clauses) for one, clauses in found if clauses)


def _holds(one: Reading, edition: Edition, id: str) -> bool:
    hang = hangs().get(one.id)
    return one.status == CHANGED or hang is None or hang.strength in (None, edition.clause(id).strength)


def lately_months(*, on: date) -> int:
    """For how many months after leaving a tip about a former student is a stronger one (A26). One query."""
    own = values_on(on).get(_named("A26"))
    return int(own["months"]) if own else LATELY

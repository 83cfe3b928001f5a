"""This may show a private event that has a photo rule (CON-3). Which events somebody may know is settled before the draft is looked at.

An event is met where words of its name or place stand in the draft, and its day is the day of the picture or one that the draft names.
Told of none, it says nothing: for whoever is not of the school, a draft reads the same with an event and without one (ruling 10).
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from askfirst.checks.draft import Author, Draft, EventHere, Told
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.words.days import MONTHS, days_in
from askfirst.checks.text.words.fold import fold
from askfirst.words import Sentence, say

__all__ = ["EVENT", "days_of"]

WINDOW = timedelta(days=14)
"""After this, where an event says no other day, the rule is still shown, as a tip (ruling 1)."""
WORD = late(r"[^\W_]+")
EMPTY = frozenset("a an and at by for from in it my of on our s the their to with your".split())
# Words that many events share: one of them alone says too little of which is meant.
SHARED = frozenset(
    "assembly autumn award ball big breakfast ceremony christmas class club concert day dinner dress easter end evening event fair family festival field"
    " first game gym hall home house last lunch match meeting morning new night old parent party performance photo picnic picture play production pupil"
    " rehearsal room school show sport spring staff student summer tea team term trip visit walk week winter year".split()
)
ENOUGH = 2

RULES = {"none": say("no photos"), "school": say("school community only")}
TITLE = say("This may be from an event with a photo rule")
NO_RULE_TITLE = say("This may be from an event with no photo rule yet")
DOUBT = say("It may be from another place, or have no picture. Then you can post it.")
SCHOOL_DOUBT = say("If only the school can see it, you can post it.")


def _told_of_some(draft: Draft) -> bool:
    return bool(draft.told.events)


def days_of(draft: Draft, today: date) -> frozenset[date]:
    """The day of the picture where it is known; else every day that the draft names."""
    if draft.photo_day is not None:
        return frozenset({draft.photo_day})
    return frozenset(one.day for one in days_in(draft, today))


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _weights(name: str) -> dict[str, int]:
    """The words of a name or a place that say which it is, and how much each says."""
    words = (_stem(match.group()) for match in WORD.finditer(fold(name).text))
    return {word: 1 if word in SHARED or word.isdigit() else ENOUGH for word in words if word not in EMPTY}


def _words(draft: Draft, today: date) -> list[tuple[str, int, int]]:
    """Each word with its place in the folded text; those that name a day are left out ("last night" is no quiz night)."""
    days = [(one.start, one.end) for one in days_in(draft, today)]
    found = [(_stem(match.group()), *match.span()) for match in WORD.finditer(draft.folded.text)]
    return [one for one in found if not any(start <= one[1] < end for start, end in days)] if days else found


def _meant(event: EventHere, words: Collection[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Where words of its name stand, if together with words of its place they say enough; else nothing."""
    name = _weights(event.name)
    place = {word: 1 for word in _weights(event.place) if word not in name}
    spans = [(start, end) for word, start, end in words if word in name]
    said = sum(name[word] for word in {word for word, _, _ in words} & set(name))
    said += sum(place[word] for word in {word for word, _, _ in words} & set(place))
    return spans if spans and said >= min(ENOUGH, sum(name.values())) else []


def _marked(draft: Draft, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first of these words to the last one in its sentence."""
    start, end = draft.folded.span(*spans[0])
    for span in spans[1:]:
        first, last = draft.folded.span(*span)
        if draft.sentences.same(start, first):
            end = last
    return start, end


def _says(event: EventHere) -> Sentence:
    day = say("{day} {month} {year}", day=event.day.day, month=MONTHS[event.day.month - 1], year=event.day.year)
    if event.rule in RULES:
        return say("“{event}” was on {day}. Its photo rule is: {rule}.", event=event.name, day=day, rule=RULES[event.rule])
    return say("“{event}” was on {day}. It has no photo rule yet.", event=event.name, day=day)


def look(draft: Draft) -> Iterator[Hit]:
    """One hit for each event that is meant, over the words that name it."""
    today = draft.told.today
    if today is None:
        return
    days, words = days_of(draft, today), _words(draft, today)
    for event in draft.told.events:
        spans = _meant(event, words) if event.day in days and event.day <= today else []
        if spans:
            ruled = event.rule in RULES
            yield Hit(
                *_marked(draft, spans),
                level=Level.WORTH if ruled and today <= (event.until or event.day + WINDOW) else Level.TIP,
                title=TITLE if ruled else NO_RULE_TITLE,
                why=_says(event),
                doubt=SCHOOL_DOUBT if event.rule == "school" else None,
                about=event.ref,
            )


_NATIVITY = EventHere("nativity dress rehearsal", "the hall", date(2026, 12, 8), "none")
_QUIZ = EventHere("staff quiz night", "the library", date(2026, 11, 24), "not-recorded")


def _staff(text: str, *, photo: date | None = None, today: date = date(2026, 12, 9), event: EventHere = _NATIVITY) -> Draft:
    return Draft(text, Author.STAFF, photo_day=photo, told=Told(events=(event,), today=today))


EVENT = Check(
    name="private-event",
    kind="event",
    clause="CON-3",
    level=Level.WORTH,
    title=TITLE,
    why=say("People may not expect to see a picture of a private event."),
    fix=None,
    doubt=DOUBT,
    look=look,
    flags=(
        _staff("Front row for the nativity rehearsal last night, those shepherds!"),
        _staff("Those shepherds at the nativity!", photo=date(2026, 12, 8)),
        _staff("All dressed up for the rehearsal in the hall on 8 December"),
        _staff("Best quiz night ever on Tuesday", today=date(2026, 11, 25), event=_QUIZ),
    ),
    passes=(
        "Front row for the nativity rehearsal last night, those shepherds!",
        _staff("Our shepherd's pie recipe", photo=date(2026, 12, 10), today=date(2026, 12, 10)),
        _staff("Front row for the nativity rehearsal, those shepherds!"),
        _staff("The nativity rehearsal is on 8 December", today=date(2026, 12, 1)),
        _staff("Choir rehearsal last night"),
        _staff("A quiet night in last night", today=date(2026, 11, 25), event=_QUIZ),
    ),
    when=_told_of_some,
)

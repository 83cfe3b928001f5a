"""A photo of the day of a private event (CON-3) that no word ties to it: a question, for whoever is of that school and knows of the event.

Which events somebody may know is settled before (ruling 10); an event that words tie to it is told by the check of words.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from askfirst.checks.draft import EventHere
from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.checks.text.event import RULES
from askfirst.words import say

__all__ = ["EVENT_DAY"]


def look(photo: Photo) -> Iterator[Hit]:
    """One for each event of that day."""
    line = next(photo.of("taken"), None)
    start, end = (line.start, line.end) if line else (0, 0)
    for event in photo.events:
        if event.day == photo.day and photo.today is not None and event.day <= photo.today:
            why = (
                say("“{event}” was on that day. Its photo rule is: {rule}.", event=event.name, rule=RULES[event.rule])
                if event.rule in RULES
                else say("“{event}” was on that day. It has no photo rule yet.", event=event.name)
            )
            yield Hit(start, end, why=why, about=event.ref)


_DAY = date(2026, 12, 8)
_EVENT = EventHere("nativity dress rehearsal", "the hall", _DAY, "none")
_THERE = replace(photo_of([("taken", "exif", "2026:12:08 18:00:00")]), events=(_EVENT,), today=date(2026, 12, 9))
EVENT_DAY = PhotoCheck(
    name="photo-event-day",
    kind="event",
    clause="CON-3",
    level=Level.TIP,
    title=say("Your school had a private event that day"),
    why=say("People may not expect to see a picture of a private event."),
    fix=None,
    doubt=say("If it is from somewhere else, you can post it."),
    look=look,
    flags=(_THERE, replace(_THERE, events=(_EVENT._replace(rule="not-recorded"),))),
    passes=(replace(_THERE, events=()), replace(_THERE, day=date(2026, 12, 7)), replace(_THERE, today=date(2026, 12, 7))),
)

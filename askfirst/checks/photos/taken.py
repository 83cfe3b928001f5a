"""The file says when a photo was taken: many such facts show where somebody was, in school hours and out of them (SNS-1, SNS-2)."""

from collections.abc import Iterator
from datetime import datetime, time

from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import Photo, PhotoCheck, moment, photo_of
from askfirst.words import say

__all__ = ["TAKEN", "in_school_hours"]

OPENS, CLOSES, SATURDAY = time(8, 30), time(15, 30), 5
IN_HOURS = say("The file says it was taken in school hours")
IN_HOURS_WHY = say("It was a weekday, between half past eight and half past three. People may ask where you were.")
IN_HOURS_DOUBT = say("It may have been a holiday, or the clock may be wrong.")


def in_school_hours(at: datetime) -> bool:
    """By the camera's own clock, on any weekday: holidays are not known here."""
    return at.weekday() < SATURDAY and OPENS <= at.time() < CLOSES


def look(photo: Photo) -> Iterator[Hit]:
    """One finding, at the first moment told."""
    for line in photo.of("taken", "taken-utc", "changed"):
        at = moment(photo.says(line))
        if at is None:
            continue
        if line.what == "taken" and in_school_hours(at):
            yield Hit(line.start, line.end, title=IN_HOURS, why=IN_HOURS_WHY, doubt=IN_HOURS_DOUBT)
        else:
            yield Hit(line.start, line.end)
        return


TAKEN = PhotoCheck(
    name="photo-time",
    clause="SNS-1",
    also=("SNS-2",),
    level=Level.TIP,
    title=say("The file says when it was taken"),
    why=say("The day and time of many photos show a stranger your routine."),
    fix=say("Post the clean copy. It does not say when."),
    doubt=say("If your post says when it was, this adds nothing."),
    look=look,
    flags=(
        photo_of([("taken", "exif", "2026:11:24 10:15:00 +00:00")]),
        photo_of([("taken", "xmp", "2026-11-22T20:00:00Z")]),
        photo_of([("changed", "png-text", "2026:11:24 10:15:00")]),
    ),
    passes=(photo_of([("taken", "exif", "0000:00:00 00:00:00")]), photo_of([("taken", "exif", "yesterday")])),
)

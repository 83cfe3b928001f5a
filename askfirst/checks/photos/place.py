"""The file says where a photo was taken: a stranger can find the spot, a home or a way to school among them (SNS-3)."""

from collections.abc import Iterator
from dataclasses import replace

from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.distance import CLOSE, Near
from askfirst.checks.photos.photo import PLACES, Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["PLACE", "PLACE_NAMED"]

NEAR = say("The file says where it was taken, near a school")


def look(photo: Photo) -> Iterator[Hit]:
    """One finding, at the first place told; the others say the same."""
    for line in photo.of(*PLACES):
        close = next((one for one in photo.near if one.metres <= CLOSE), None)
        if close is None:
            yield Hit(line.start, line.end)
        else:
            why = say("The spot is close to {school}. Anyone with the file can find it on a map.", school=close.school)
            yield Hit(line.start, line.end, title=NEAR, why=why, also=("SNS-4",))
        return


def named(photo: Photo) -> Iterator[Hit]:
    """The first name of a place that stands in its notes."""
    for line in photo.of("place-name"):
        yield Hit(line.start, line.end)
        return


_HERE = photo_of([("place", "exif", "50.60120, -3.95080"), ("direction", "exif", "45")])
PLACE = PhotoCheck(
    name="photo-place",
    clause="SNS-3",
    level=Level.TIP,
    title=say("The file says where it was taken"),
    why=say("Anyone with the file can find the spot on a map. It may be your home."),
    fix=say("Post the clean copy. It does not say where."),
    doubt=say("Some sites take this out. Not all do, and a sent file keeps it."),
    look=look,
    flags=(_HERE, replace(_HERE, near=(Near("Northgate School", 140.0, 20.0),))),
    passes=(photo_of([("taken", "exif", "2026:11:24 10:15:00")]), photo_of([("direction", "exif", "45")])),
)
PLACE_NAMED = PhotoCheck(
    name="photo-place-name",
    clause="SNS-3",
    level=Level.TIP,
    title=say("The file names the place"),
    why=say("A name of a place stands in its notes. Strangers can read it."),
    fix=say("Post the clean copy. It has no notes."),
    doubt=say("If your post says where it was, this adds nothing."),
    look=named,
    flags=(photo_of([("place-name", "iptc", "Little Haddon")]),),
    passes=(_HERE,),
)

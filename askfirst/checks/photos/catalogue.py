"""All checks of a photo in one list, the checks of words that its words go through, and the one way to run them."""

from dataclasses import replace

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Draft
from askfirst.checks.finding import NotChecked, Seen, filled
from askfirst.checks.photos.codes import CODES
from askfirst.checks.photos.event_day import EVENT_DAY
from askfirst.checks.photos.inside import CREDENTIALS, CROPPED, FILM, MORE, TAIL
from askfirst.checks.photos.named import NAMED
from askfirst.checks.photos.notes import NOTES, PROFILE
from askfirst.checks.photos.photo import IN_PICTURE, Photo, PhotoCheck
from askfirst.checks.photos.place import PLACE, PLACE_NAMED
from askfirst.checks.photos.shown import COVER, DOOR, PAPERS, SCHOOL_NAMED
from askfirst.checks.photos.taken import TAKEN
from askfirst.checks.photos.whose import DEVICE, MAKER
from askfirst.words import say

__all__ = ["PHOTO_CHECKS", "look_at_photo"]

LEAVE_OUT = say("Post the clean copy. It has no words inside.")

PHOTO_CHECKS: tuple[PhotoCheck, ...] = (
    PLACE, PLACE_NAMED, *CODES, PAPERS, SCHOOL_NAMED, DOOR,
    TAKEN, MAKER, DEVICE, NAMED, NOTES, CROPPED, FILM, TAIL, MORE, CREDENTIALS, PROFILE, EVENT_DAY,
)  # fmt: skip
PLACES_IN_LIST = {check.name: place for place, check in enumerate(PHOTO_CHECKS)}
# Of what the checks of words find, this can be in a picture or its notes; a missing disclaimer or a tone cannot.
IN_A_PHOTO = frozenset("contact identifier abuse derogatory confidential private-life asked-not-to event help".split())


def _for_a_photo(one: Seen, photo: Photo) -> Seen:
    """Words in a picture are covered, and notes left out, where words of a text would be changed."""
    if one.kind not in ("contact", "identifier"):
        return one
    seen = any(line.start <= one.start < line.end for line in photo.of(*IN_PICTURE))
    return replace(one, fix=COVER if seen else LEAVE_OUT)


def look_at_photo(photo: Photo, draft: Draft) -> tuple[list[Seen], list[NotChecked]]:
    """Everything seen: what words give away, then in the order of the checks, where it was taken first.

    `draft` holds the words of the photo. An event that words tie to it is told once.
    """
    seen, missed = look_over(draft)
    seen = [_for_a_photo(one, photo) for one in seen if one.kind in IN_A_PHOTO]
    told = {one.about for one in seen if one.kind == "event"}
    for check in PHOTO_CHECKS:
        seen += [filled(check, hit) for hit in check.look(photo) if check is not EVENT_DAY or hit.about not in told]
    return sorted(seen, key=lambda one: (PLACES_IN_LIST.get(one.check, -1), one.start, one.end)), missed

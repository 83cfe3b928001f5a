"""What hangs on a neck, a wall or a door can be read in the picture: a school's name, a register, a timetable, a number (SNS-3).

By words alone: no face, uniform or thing is known from how it looks.
"""

from collections.abc import Callable, Iterator

from askfirst.checks.finding import Hit, Level
from askfirst.checks.late import late
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["COVER", "DOOR", "PAPERS", "SCHOOL_NAMED"]

SCHOOL = late(r"\b(?:academy|(?:high|primary|infant|junior|grammar|secondary|upper|middle) school|school|sixth form|college)\b")
PAPER = late(
    r"\b(?:register\b(?! (?:here|now|today|online|your|for))|time ?table|seating plan|period \d\b|tutor group|form \d{1,2}[a-z]\b"
    r"|(?:mon|tues?|wed|thur?s?|fri)\w* p(?:eriod )?\d\b|pupil list|class list)"
)
NUMBER = late(r"(?:no\.? ?|number |flat )?[1-9]\d{0,3}[a-d]?")
FEW = 3  # lines, with the number's own


def _seen(photo: Photo) -> Iterator[tuple[int, int, str]]:
    """Lines that stand in the picture, in small letters."""
    for line in photo.of("seen"):
        yield line.start, line.end, photo.says(line).strip().lower()


def _first(photo: Photo, fits: Callable[[str], bool]) -> Iterator[Hit]:
    for start, end, words in _seen(photo):
        if fits(words):
            yield Hit(start, end)
            return


def school_named(photo: Photo) -> Iterator[Hit]:
    """The first line with a school's name, as badges, lanyards and blazers have it: short, and with a name before or behind."""
    return _first(photo, lambda words: bool(SCHOOL.search(words)) and 2 <= len(words.split()) <= 6 and not words.endswith((".", "!", "?")))


def papers(photo: Photo) -> Iterator[Hit]:
    """The first line of a register or a timetable."""
    return _first(photo, lambda words: PAPER.search(words) is not None)


def door(photo: Photo) -> Iterator[Hit]:
    """A number that stands alone in its line, where nothing else does but a few words: a house, a flat, a room."""
    few = sum(1 for _ in _seen(photo)) <= FEW
    return _first(photo, lambda words: few and NUMBER.fullmatch(words) is not None)


COVER = say("Cover that part in the clean copy, or cut it off.")
SCHOOL_NAMED = PhotoCheck(
    name="school-in-picture",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A school’s name can be read in it"),
    why=say("A badge, a lanyard or a sign tells strangers where somebody can be found."),
    fix=COVER,
    doubt=say("If the photo is about that school, it may stay."),
    look=school_named,
    flags=(photo_of([("seen", "", "Eastfield Academy")]), photo_of([("seen", "", "Northgate Primary School")])),
    passes=(
        photo_of([("seen", "", "School")]),
        photo_of([("seen", "", "We walked to school in the rain and it was cold.")]),
        photo_of([("comment", "exif", "Eastfield Academy")]),
    ),
)
PAPERS = PhotoCheck(
    name="papers-in-picture",
    clause="CON-2",
    also=("SNS-3",),
    level=Level.TIP,
    title=say("A register or timetable can be read in it"),
    why=say("It tells who is where, and when. Names of other people may stand on it."),
    fix=COVER,
    doubt=say("An old or made-up one may stay."),
    look=papers,
    flags=(
        photo_of([("seen", "", "Register 10B")]),
        photo_of([("seen", "", "Year 12 timetable")]),
        photo_of([("seen", "", "Mon P1 Maths Room 14")]),
    ),
    passes=(
        photo_of([("seen", "", "Register here")]),
        photo_of([("seen", "", "Bus times")]),
        photo_of([("seen", "", "Alder Row Runners")]),
    ),
)
DOOR = PhotoCheck(
    name="number-in-picture",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A door’s number may be in it"),
    why=say("With a street or a place beside it, it leads to a front door."),
    fix=COVER,
    doubt=say("On a shirt or a bus it gives nothing away."),
    look=door,
    flags=(photo_of([("seen", "", "47")]), photo_of([("seen", "", "Flat 3")]), photo_of([("seen", "", "No. 12")])),
    passes=(photo_of([("seen", "", "07:45")]), photo_of([("seen", "", "2018-11-24")]), photo_of([("file-name", "", "47")])),
)

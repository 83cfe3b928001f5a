"""Words stand inside a file: comments, captions, keywords and old names that nobody sees in the picture (SNS-1)."""

from collections.abc import Iterator

from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["NOTES", "PROFILE"]

USUAL = (  # words of the names that colour profiles have from their makers
    "srgb display p3 adobe rgb prophoto apple rec bt. 709 2020 dci dcp3 gray grey dot gain gamma swop fogra coated uncoated generic"
    " c2 wide gamut linear e-srgb rommrgb eci cmyk iec 61966 built-in"
).split()


def look(photo: Photo) -> Iterator[Hit]:
    """The first of them; the page lists all."""
    for line in photo.of("comment", "keyword", "file-name"):
        yield Hit(line.start, line.end)
        return


def profile(photo: Photo) -> Iterator[Hit]:
    """A profile that bears a name of somebody's own: a screen that was measured is called after its owner."""
    for line in photo.of("profile"):
        name = photo.says(line).casefold()
        if not any(word in name for word in USUAL):
            yield Hit(line.start, line.end)
            return


NOTES = PhotoCheck(
    name="photo-notes",
    clause="SNS-1",
    level=Level.TIP,
    title=say("Words stand inside the file"),
    why=say("You do not see them in the picture. Anyone with the file can read them."),
    fix=say("Post the clean copy. It has no words inside."),
    doubt=say("If the words are for everyone, you can leave them in."),
    look=look,
    flags=(photo_of([("comment", "comments", "for Dad only")]), photo_of([("keyword", "iptc", "form 9C")])),
    passes=(photo_of([("device", "exif", "Fiction Box 3")]), photo_of([("seen", "", "12 Alder Row")])),
)
PROFILE = PhotoCheck(
    name="photo-profile",
    clause="SNS-1",
    level=Level.TIP,
    title=say("The colours of the file bear a name"),
    why=say("A screen that was measured can be called after its owner."),
    fix=say("Post the clean copy. Its colours have no name."),
    doubt=say("It may be the name of a maker. Then it says nothing of you."),
    look=profile,
    flags=(photo_of([("profile", "profiles", "Tobias bedroom 2026")]),),
    passes=(photo_of([("profile", "profiles", "Display P3")]), photo_of([("profile", "profiles", "sRGB IEC61966-2.1")])),
)

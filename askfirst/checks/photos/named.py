"""The file names who is in a photo: tags that a program put there, for anybody to read as text (CON-7). No face is ever looked at."""

from collections.abc import Iterator

from askfirst.checks.draft import Author
from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import NAMES, Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["NAMED"]


def look(photo: Photo) -> Iterator[Hit]:
    """Each name once. For a student it is noticed and no more (ruling 11)."""
    met: set[str] = set()
    for line in photo.of(*NAMES):
        name = photo.says(line).casefold()
        if name not in met:
            met.add(name)
            yield Hit(line.start, line.end, noticed=photo.author is Author.STUDENT)


NAMED = PhotoCheck(
    name="photo-people",
    clause="CON-7",
    level=Level.TIP,
    title=say("The file names somebody in the photo"),
    why=say("Your photo program put this name there. Anyone with the file can read it."),
    fix=say("Post the clean copy. It names nobody."),
    doubt=say("It may be wrong. We read the name only, and never match a face."),
    look=look,
    flags=(photo_of([("face", "xmp", "Kit Okoro-Penn")]), photo_of([("person", "xmp", "Freya Osei-Lund")])),
    passes=(photo_of([("artist", "xmp", "M. Averill")]), photo_of([("people", "", "Kit Okoro-Penn")])),
)

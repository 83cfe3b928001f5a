"""More pictures than one lie in a file: what a crop cut away, a second photo, a film with its sound, or bytes after the end (SNS-4)."""

from collections.abc import Callable, Iterator

from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["CREDENTIALS", "CROPPED", "FILM", "MORE", "TAIL"]


def cropped(photo: Photo) -> Iterator[Hit]:
    """A small picture inside that shows something else. It is no words, and stands at no place of the text."""
    if photo.small:
        yield Hit(0, 0)


def _first(what: str) -> Callable[[Photo], Iterator[Hit]]:
    """Finds the first fact of one sort."""

    def look(photo: Photo) -> Iterator[Hit]:
        for line in photo.of(what):
            yield Hit(line.end, line.end)
            return

    return look


COPY = say("Post the clean copy. It holds one picture only.")
CROPPED = PhotoCheck(
    name="photo-cropped",
    clause="SNS-4",
    level=Level.WORTH,
    title=say("A small picture inside shows something else"),
    why=say("The file still holds a small picture from before it was cut or changed."),
    fix=COPY,
    doubt=say("It may only be older, and show nothing new. Look at it below."),
    look=cropped,
    flags=(photo_of([], small=True),),
    passes=(photo_of([]),),
)
FILM = PhotoCheck(
    name="photo-film",
    clause="SNS-4",
    level=Level.WORTH,
    title=say("A short video hides in the photo"),
    why=say("It shows and may let people hear the seconds around the photo."),
    fix=COPY,
    doubt=say("Some sites take it out. A file that you send keeps it."),
    look=_first("film"),
    flags=(photo_of([("film", "tail", "yes")]),),
    passes=(photo_of([("second", "seconds", "yes")]),),
)
TAIL = PhotoCheck(
    name="photo-tail",
    clause="SNS-4",
    level=Level.WORTH,
    title=say("Something stands after the end of the picture"),
    why=say("It can be what you cut away. Some programs leave that behind."),
    fix=COPY,
    doubt=say("It may be notes of the camera. We cannot read them."),
    look=_first("tail"),
    flags=(photo_of([("tail", "tail", "4096")]),),
    passes=(photo_of([("film", "tail", "yes")]),),
)
MORE = PhotoCheck(
    name="photo-more",
    clause="SNS-4",
    level=Level.TIP,
    title=say("The file holds more than one picture"),
    why=say("You see one of them. The others may show more."),
    fix=COPY,
    doubt=say("Phones add pictures for depth or light. Those show the same."),
    look=_first("second"),
    flags=(photo_of([("second", "seconds", "yes")]),),
    passes=(photo_of([("film", "tail", "yes")]), photo_of([("moving", "seconds", "yes")])),
)
CREDENTIALS = PhotoCheck(
    name="photo-credentials",
    clause="SNS-1",
    level=Level.TIP,
    title=say("The file carries content credentials"),
    why=say("They say how it was made. They may hold a name or a small picture."),
    fix=say("Post the clean copy. It has none."),
    doubt=say("They help people trust a photo. You may want to keep them."),
    look=_first("credentials"),
    flags=(photo_of([("credentials", "credentials", "yes")]),),
    passes=(photo_of([("second", "seconds", "yes")]),),
)

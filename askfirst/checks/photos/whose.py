"""The file says whose it is and what made it: an owner, a maker, the number of a camera that ties its photos together (SNS-1, SNS-2)."""

from collections.abc import Iterator

from askfirst.checks.finding import Hit, Level
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["DEVICE", "MAKER"]


def maker(photo: Photo) -> Iterator[Hit]:
    """The first name of whoever made or owns it."""
    for line in photo.of("owner", "artist", "copyright"):
        yield Hit(line.start, line.end)
        return


def device(photo: Photo) -> Iterator[Hit]:
    """The first number or name that stands for one camera or computer. What sort it is says too little."""
    for line in photo.of("serial", "computer", "id"):
        yield Hit(line.start, line.end)
        return


MAKER = PhotoCheck(
    name="photo-maker",
    clause="SNS-1",
    level=Level.TIP,
    title=say("The file names whoever made it"),
    why=say("A name stands in its notes. It ties the photo to a person."),
    fix=say("Post the clean copy. It has no notes."),
    doubt=say("If your name should go with your work, leave it in."),
    look=maker,
    flags=(
        photo_of([("owner", "exif", "T. Wren-Kapoor")]),
        photo_of([("artist", "iptc", "M. Averill")]),
        photo_of([("copyright", "exif", "(c) J. Finnis")]),
    ),
    passes=(photo_of([("device", "exif", "Fiction Box 3")]),),
)
DEVICE = PhotoCheck(
    name="photo-device",
    clause="SNS-1",
    also=("SNS-2",),
    level=Level.TIP,
    title=say("The file says which camera or phone it was"),
    why=say("It is the same in each of your photos. So it ties your accounts together."),
    fix=say("Post the clean copy. It has no number."),
    doubt=say("If all your photos are under your own name, this adds little."),
    look=device,
    flags=(
        photo_of([("serial", "exif", "SN-0042")]),
        photo_of([("computer", "exif", "tobias-laptop")]),
        photo_of([("id", "xmp", "xmp.did:42")]),
    ),
    passes=(photo_of([("device", "exif", "Fiction Box 3"), ("software", "exif", "Darkroom 2")]),),
)

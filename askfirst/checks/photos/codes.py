"""Square codes and bar codes in the picture: anyone can read them off it, a door's password and a ticket as well as an address (SNS-1).

What a code says is shown and never followed. Its words go through the checks of words besides. Forms: the Wi-Fi, MECARD and BIZCARD
codes of phones, vCard (RFC 6350), otpauth keys of sign-in apps, and boarding passes (IATA Resolution 792).
"""

from collections.abc import Callable, Iterator

from askfirst.checks.finding import Hit, Level
from askfirst.checks.late import late
from askfirst.checks.photos.photo import Photo, PhotoCheck, photo_of
from askfirst.words import say

__all__ = ["CODES"]

WIFI = late(r"wifi:.*?p:[^;]", 2)
SIGN_IN = late(r"otpauth(?:-migration)?://", 2)
TICKET = late(r"m[1-9][a-z][a-z .'-]*/[a-z .'-]{1,19} {0,20}e?[a-z0-9]{5,7} ", 2)
BOOKED = late(r"\b(?:e-?ticket|ticket|boarding|booking|pnr|admit)", 2)
CARD = late(r"(?:mecard:|bizcard:|begin:vcard)", 2)
LEADS = late(r"(?:https?://|www\.|mailto:|tel:|sms(?:to)?:|geo:)", 2)


def _sort(text: str) -> str:
    """What a square code is; the first that fits."""
    for sort, form in (("wifi", WIFI), ("sign-in", SIGN_IN), ("ticket", TICKET), ("card", CARD)):
        if form.match(text):
            return sort
    if BOOKED.search(text):
        return "ticket"
    return "leads" if LEADS.match(text) else "words"


def _of(*sorts: str) -> Callable[[Photo], Iterator[Hit]]:
    """Finds square codes of these sorts."""

    def look(photo: Photo) -> Iterator[Hit]:
        for line in photo.of("square-code"):
            if _sort(photo.says(line)) in sorts:
                yield Hit(line.start, line.end)

    return look


def _bars(photo: Photo) -> Iterator[Hit]:
    for line in photo.of("bar-code"):
        yield Hit(line.start, line.end)


def _square(text: str) -> Photo:
    return photo_of([("square-code", "", text)])


COVER = say("Cover the code in the clean copy, or cut it off.")
PASSES = (_square("https://library.example/join"), photo_of([("seen", "", "WIFI:S:Home;P:a;;")]))
CODES = (
    PhotoCheck(
        name="photo-code-wifi",
        clause="SNS-1",
        level=Level.WORTH,
        title=say("A code in the picture gives away a Wi-Fi password"),
        why=say("Anyone who sees the picture can join that Wi-Fi."),
        fix=COVER,
        doubt=say("If it is for guests and on the wall for all, it may be fine."),
        look=_of("wifi"),
        flags=(_square("WIFI:T:WPA;S:Home;P:larch-9;;"), _square("wifi:s:Home;p:larch-9;t:WPA;;")),
        passes=(*PASSES, _square("WIFI:S:Cafe;T:nopass;P:;;")),
    ),
    PhotoCheck(
        name="photo-code-key",
        clause="SNS-1",
        level=Level.WORTH,
        title=say("A code in the picture is a key to sign in"),
        why=say("Whoever reads it gets the same numbers as your app."),
        fix=say("Cover the code in the clean copy. If others saw it, make a new key."),
        doubt=say("A key that was never used opens nothing."),
        look=_of("sign-in"),
        flags=(_square("otpauth://totp/School:harrow?secret=JBSWY3DP"),),
        passes=PASSES,
    ),
    PhotoCheck(
        name="photo-code-ticket",
        clause="SNS-1",
        level=Level.WORTH,
        title=say("A code in the picture looks like a ticket"),
        why=say("Others can copy a ticket. It can hold your name and your trip."),
        fix=COVER,
        doubt=say("A used ticket opens no gate, but still says where you were."),
        look=_of("ticket"),
        flags=(_square("M1HARROW/TOBIAS        EABC123 LHRJFKBA 0117 330Y012A0042 100"), _square("https://gigs.example/e-ticket/5521")),
        passes=PASSES,
    ),
    PhotoCheck(
        name="photo-code-card",
        clause="SNS-3",
        level=Level.TIP,
        title=say("A code in the picture holds a contact card"),
        why=say("It gives a name, and often a phone number and an address."),
        fix=COVER,
        doubt=say("A card of the school is for everyone."),
        look=_of("card"),
        flags=(_square("MECARD:N:Harrow,Tobias;TEL:07700900123;;"), _square("BEGIN:VCARD VERSION:3.0 N:Harrow;Tobias END:VCARD")),
        passes=PASSES,
    ),
    PhotoCheck(
        name="photo-code-leads",
        clause="SNS-1",
        level=Level.TIP,
        title=say("A code in the picture leads somewhere"),
        why=say("We show where, and never go there. It may lead to a page of yours."),
        fix=COVER,
        doubt=say("Most codes on posters lead to a page for everyone."),
        look=_of("leads"),
        flags=(_square("https://library.example/join"), _square("geo:51.5,-0.1")),
        passes=(_square("WIFI:T:WPA;S:Home;P:larch-9;;"), _square("Bay 4")),
    ),
    PhotoCheck(
        name="photo-code-words",
        clause="SNS-1",
        level=Level.TIP,
        title=say("A code in the picture holds words"),
        why=say("You do not see them. Anyone with a phone can read them."),
        fix=COVER,
        doubt=say("It may be the number of a shelf or a parcel."),
        look=_of("words"),
        flags=(_square("Locker 12, left of the gym"),),
        passes=PASSES,
    ),
    PhotoCheck(
        name="photo-bar-code",
        clause="SNS-1",
        level=Level.TIP,
        title=say("A bar code in the picture can be read"),
        why=say("It can be the number of a card or a badge. Others can print it again."),
        fix=COVER,
        doubt=say("It may be the number of a parcel or a book."),
        look=_bars,
        flags=(photo_of([("bar-code", "", "20417733")]),),
        passes=PASSES,
    ),
)
"""What each check finds: one row for each sort of code. Linear in what the codes say."""

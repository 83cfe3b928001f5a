"""A draft: words somebody has not posted yet, and what they chose to tell about where the words would go.

A draft cannot be printed, logged or pickled: those are the ways words leak by accident.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar

from askfirst.checks.late import late
from askfirst.checks.read_once import read_once
from askfirst.checks.text.words.fold import Folded, fold
from askfirst.checks.text.words.sentences import Sentences

if TYPE_CHECKING:
    from askfirst.checks.text.people.roll import Roll

__all__ = ["LONGEST", "PLAIN", "AskedNotTo", "Audience", "Author", "Brand", "Draft", "EventHere", "Told", "Where"]

T = TypeVar("T")
PLAIN = late("[a-z]+")  # a word, for those who only ask whether one stands in a folded text

LONGEST = 100_000  # code points


class Author(StrEnum):
    STAFF = "staff"
    STUDENT = "student"


class Where(StrEnum):
    TWEET = "tweet"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    TIKTOK = "tiktok"
    WHATSAPP = "whatsapp"
    BLOG = "blog"
    PROFILE_BIO = "profile-bio"
    WEB_PAGE = "web-page"


class Audience(StrEnum):
    PUBLIC = "public"
    FRIENDS = "friends"
    UNSURE = "unsure"


class Brand(NamedTuple):
    """A name of the trust or a school. Ambiguous: an ordinary word or place too ("Northgate"), never enough by itself."""

    term: str
    ambiguous: bool = False


class AskedNotTo(NamedTuple):
    """Somebody who has asked not to be in posts. `shown`: whether whoever checks may know by name who it is."""

    name: str
    shown: bool


class EventHere(NamedTuple):
    """A private event of the author's own school. `rule`: "none" (no photos), "school" (its community only) or "not-recorded"."""

    name: str
    place: str
    day: date
    rule: str
    ref: str = ""  # by which its organiser can be asked; "" for the organiser
    until: date | None = None  # the last day on which its rule counts in full; None for the usual days


@dataclass(frozen=True, slots=True)
class Told:
    """What a check may be told about the Trust: names that are public anyway, and the caller's own roll or none."""

    trust: str = ""
    brands: tuple[Brand, ...] = ()
    published_phones: frozenset[str] = frozenset()  # digits only, national form: "01632960110"
    published_domains: frozenset[str] = frozenset()  # "northgate.example"
    mottos: tuple[str, ...] = ()  # met in the name of a page alone, and asked about
    disclaimer: str = ""  # the wording to copy
    roll: "Roll | None" = None
    own_list: bool = False  # the roll is the caller's own list of names to look for: nobody else is said to be named
    asked_not_to: tuple[AskedNotTo, ...] = ()  # for staff of their own school alone
    events: tuple[EventHere, ...] = ()  # for staff and students of their school alone
    today: date | None = None  # with the events: the day on which the draft is looked over


@dataclass(frozen=True)
class Draft:
    """Text as received: offsets count its code points; nothing is trimmed or normalised."""

    text: str
    author: Author
    where: Where = Where.WEB_PAGE
    audience: Audience = Audience.PUBLIC
    profile_names_school: bool = False
    photo_day: date | None = None  # when the picture was taken that goes with it, where they said so
    told: Told = field(default_factory=Told)
    _made: dict[Callable[["Draft"], Any], Any] = field(default_factory=dict, init=False, compare=False)

    @read_once
    def folded(self) -> Folded:
        """Lower case, disguises undone (look-alike letters, zero-width marks, full-width digits), each place known."""
        return fold(self.text)

    @read_once
    def words(self) -> frozenset[str]:
        """Runs of plain letters in the folded text: what a check may ask before it looks closely."""
        return frozenset(PLAIN.findall(self.folded.text))

    @read_once
    def sentences(self) -> Sentences:
        return Sentences(self.text)

    def once(self, make: Callable[["Draft"], T]) -> T:
        """What `make` reads out of this draft, read once however many checks ask; it goes when the draft goes."""
        try:
            made: T = self._made[make]
        except KeyError:
            made = self._made[make] = make(self)
        return made

    def forget(self) -> None:
        """Lets go of all that was read out of it, which holds the draft in turn: else the words would wait for the collector of cycles."""
        self._made.clear()

    def __repr__(self) -> str:
        return "<Draft>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "<Draft>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A draft is never stored.")

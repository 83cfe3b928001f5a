"""Naming somebody of the school: kind or unkind, a reader at the school knows who is meant (CON-2).

With a roll, the names on it; without one, what has the form of a name. No words here say whether a name is on a roll.
"""

from collections.abc import Iterable, Iterator

from askfirst.checks.draft import Author, Draft, Where
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.people.names_by_form import by_form
from askfirst.checks.text.people.names_on_roll import on_roll
from askfirst.checks.text.people.people_words import NEAR_FAME, NOT_SOMEBODY, ORDINARY, PLACE_AFTER
from askfirst.checks.text.words.reading import Mention, Reading
from askfirst.words import say

__all__ = ["NAMES", "people"]

FULL, BARE = 60, 150  # how far words reach that say a name is nobody here
SOMEBODY_ELSE = late(r"\b[A-Z][a-z]+ [A-Z][a-z]+")  # the words are about this one, then
OWN = late(
    r"(?:\b(?:i'?m|i am|my (?:full )?name(?:'s| is)|call me|me,|signed|regards,?|sincerely,?|faithfully,?|written by|thanks, from|hi,?"
    r" i'm)\s*[-:,]?\s*"
    r"|(?:^|\n)\s*by\s+|(?:\bme|\bmine|my \w+)\b[^.!?\n]{0,20}@)$"
)
SIGNED = late(r"(?:[-~\n]\s*|\blove,?\s+(?:from\s+)?|\bxx*\s+)$")
HERE = late(r",?\s+here\b(?!\s+(?:is|are|was))")


def people(draft: Draft) -> list[Mention]:
    """Whom the text names, in the order of the text, the longest reading of each place; places are those of the folded text."""
    return draft.once(_people)


def _people(draft: Draft) -> list[Mention]:
    reading = draft.once(Reading)
    roll = draft.told.roll

    def keep(mention: Mention) -> bool:
        return not _nobody(reading, mention) and not _own(reading, mention)

    found = [] if roll is None else on_roll(reading, roll, keep)
    if roll is None or (draft.author is Author.STAFF and not draft.told.own_list):
        found += filter(keep, by_form(reading))
    return _longest(found)


def _longest(found: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end, m.how == "form")):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _nobody(reading: Reading, mention: Mention) -> bool:
    """A public figure, a character, a place or a thing of the same name, where the text says so."""
    low = reading.low
    place = PLACE_AFTER.match(low, mention.end)
    if place and (reading.capital(place.end() - 1 - len(place.group().strip()) + 1) or mention.names <= ORDINARY):
        return True
    if NEAR_FAME.match(low, mention.end) or NEAR_FAME_BEFORE.search(low, max(0, mention.start - 40), mention.start):
        return True
    if CALLED.search(low, max(0, mention.start - 60), mention.start) and (
        len(mention.names) < 2 or THING_CALLED.search(low, max(0, mention.start - 60), mention.start)
    ):
        return True
    begin, end = reading.sentence(mention.start)
    far = FULL if mention.how == "full" else BARE
    begin, end = max(begin, mention.start - far), min(end, mention.end + far)
    for found in NOT_SOMEBODY.finditer(low, begin, end):
        between = (mention.end, found.start()) if found.start() >= mention.end else (found.end(), mention.start)
        if mention.how != "full" or not SOMEBODY_ELSE.search(reading.written(*between)):
            return True
    return False


def _own(reading: Reading, mention: Mention) -> bool:
    """One's own name: said, signed, or heading one's own profile."""
    low, start = reading.low, mention.start
    if OWN.search(low, max(0, start - 40), start) or (HERE.match(low, mention.end) and not low[:start].strip()):
        return True
    if (
        start
        and len(low) - mention.end < 30
        and not low[mention.end :].strip(" .!,xo\n*~")
        and SIGNED.search(low, max(0, start - 12), start)
    ):
        return True
    if reading.draft.where is not Where.PROFILE_BIO:
        return False
    before = low[:start].rstrip(" #@")
    return not before or before[-1] in "|\n·•/"


NEAR_FAME_BEFORE = late(
    r"\b(?:actor|actress|singer|rapper|author|novelist|poet|footballer|boxer|comedian|presenter|minister|mp|president|senator|chef|dj"
    r"|saint|st\.?"
    r"|hms|hurricane|storm|named after|book by|novel by|poem by|film by|songs? by|music by|play by|poet laureate|detective"
    r"|inspector|captain|king|queen"
    r"|prince|princess|lord|lady|sir|dame|the real|the late|the great)\s+$"
)


CALLED = late(r"\bcalled\s+$")
# What has a name and is nobody: "a novel called …". A full name after a bare "called" is somebody's.
THING_CALLED = late(
    r"\b(?:book|novel|story|film|play|song|poem|show|game|character|dog|puppy|cat|kitten|horse|pony|rabbit|hamster|boat|ship|band|album|pub|shop|cafe|rose|variety"
    r"|storm|hurricane|teddy|doll|robot)s?\b[^.!?\n]{0,30}\bcalled\s+$"
)


def _hit(draft: Draft, mention: Mention) -> Hit:
    start, end = draft.folded.span(mention.start, mention.end)
    also = ("WEB-3",) if draft.author is Author.STAFF else ()
    return Hit(start, end, also=also, about=mention.who)


def look(draft: Draft) -> Iterator[Hit]:
    for mention in people(draft):
        yield _hit(draft, mention)


NAMES = Check(
    name="names",
    kind="roster-name",
    clause="CON-2",
    level=Level.TIP,
    title=say("Somebody's name"),
    why=say("Readers at school will know who this is. The person may not want that."),
    fix=say("someone I know"),
    doubt=say("We only see the look of a name. If this is your own name, or nobody at school, leave it in."),
    look=look,
    flags=(
        "Jorah B in 8Q got the lead in the play.",
        "Great assembly from Mrs Rainsford today.",
        Draft("Mr Abernethy is the best head ever", Author.STUDENT),
    ),
    passes=(
        "So proud of my Year 9s, who ran a whole mock trial of Richard III today.",
        "Mr Darcy would have hated parents' evening.",
        "I miss March already.",
        "Summer was long and we all still hope for one more.",
    ),
)

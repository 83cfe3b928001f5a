"""Words that make clear that the author works for the Trust or one of its schools (BLG-4). Nothing wrong with it: it is noticed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from askfirst.checks.draft import PLAIN, Author, Brand, Draft, Told, Where
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, read_clues, searched
from askfirst.checks.text.people.school_words import brand_pattern, squashed_brands
from askfirst.checks.text.people.ways_of_working import AT, JOB, ways_of_working
from askfirst.checks.text.words.fold import fold
from askfirst.checks.text.words.reading import Reading
from askfirst.words import say

__all__ = ["WORKS_HERE"]

EX = late(
    r"\b(?:ex|former|formerly|retired|used to|left|leaving do years ago|years ago|when i was (?:at|a (?:pupil|student|kid))|back when"
    r"|alum\w*|old (?:girl|boy)|parent|mum of|dad of|mum to|dad to|grandad|grandma|governor|pta|as a (?:mum|dad|parent|neighbour|resident"
    r"|nurse|carer)"
    r"|my (?:son|daughter|lad|girl|boy|child|kids|eldest|youngest|niece|nephew|grand\w+|brother|sister|wife|husband|partner|neighbour"
    r"|mate|friend)|our (?:son|daughter|eldest|youngest)|went to|attended|applied|dream(?:t|ed|ing)? of|interview(?:ed)? for|wanted|would love|not (?:at|for|a teacher)|don't work|never worked)\b"
)


@dataclass(frozen=True)
class Way:
    """One of these ways for some brands, and what a text holds of it beside the brand (None: nothing sure)."""

    source: str
    clues: frozenset[str] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def finditer(self, low: str) -> Iterator[re.Match[str]]:
        stands = self.clues is None or any(clue in low for clue in self.clues)
        return self.pattern.finditer(low) if stands else iter(())


@lru_cache(maxsize=16)
def _patterns(brands: tuple[Brand, ...]) -> tuple[Way, ...]:
    bare = (read_clues(way) for way in ways_of_working(r"\w"))
    return tuple(Way(way, clues) for way, clues in zip(ways_of_working(brand_pattern(brands)), bare, strict=True))


@lru_cache(maxsize=16)
def _brand_words(brands: tuple[Brand, ...]) -> tuple[frozenset[str], ...]:
    """The words without which a brand cannot stand in a text."""
    terms = (fold(brand.term).text for brand in brands)
    return tuple(frozenset(PLAIN.findall(one)) for term in terms for one in {term, term.replace("'", "")})


@lru_cache(maxsize=16)
def _named(brands: tuple[Brand, ...]) -> re.Pattern[str]:
    """Any brand at all: without one the slower patterns need not be tried."""
    return re.compile(brand_pattern(brands))


@lru_cache(maxsize=16)
def _years_there(brands: tuple[Brand, ...]) -> re.Pattern[str]:
    """ "… sixteen years, the last nine of them in the food rooms at Eastfield": the place, where the sentence speaks of one's job."""
    return re.compile(r"\bin the [\w ]{2,30}? at " + brand_pattern(brands))


JOB_SPOKEN_OF = late(r"\b(?:i've|i have|my) (?:\w+ ){0,3}(?:job|taught|worked|been|career)\b")


@lru_cache(maxsize=16)
def _lines(brands: tuple[Brand, ...]) -> tuple[re.Pattern[str], ...]:
    """What a profile's piece looks like: a job and a school, or the school alone."""
    brand = brand_pattern(brands)
    return (
        re.compile(JOB + AT + brand + r"(?:\s?\([^()\n]{0,60}\))?"),
        re.compile(r"(?:^|(?<=[\s|/.]))" + brand + r"(?:\s" + JOB + r")?(?=\W*(?:[|\n/]|\.\s|\s[-]\s|$))"),
    )


LEFT = late(r"\b(?:retired|former|formerly|used to|alum\w*|parent|governor)\b")
HANDLE = Clued(
    r"@[\w.-]{4,60}|(?<![\w@.-])(?:[\w-]{1,60}\.){1,4}\w{2,7}/[\w./@-]{1,200}|(?<![\w@.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:com|org"
    r"|net|co\.uk|blog|me|example)\b"
)
DOTTED = late(r"\.\w")  # no address without it
JOB_BEFORE = late(r"(?:^|[|\n.,/·•])\s?" + JOB + r"\s(?:at )?$")
TO_ME = late(r"\b(?:me|my|i'm|i am|mine|find me|follow me|blog)\b[^.!?\n]{0,30}$")
PIECE = late(r"[|·•\n/]|\.\s|\s[-–—]\s|[^\w\s'\",.;:/%£$&@#+*()!?‘’–—-]+")
LEET = str.maketrans("013457$", "oieasts")


def _handles(reading: Reading, told: Told) -> Iterator[tuple[int, int]]:
    """One's own handle or address with a school's name in it. A school's own address is not one's own."""
    if "@" not in reading.low and DOTTED.search(reading.low) is None:
        return
    names = squashed_brands(told.brands)
    for match in reading.draft.once(searched).finditer(HANDLE):
        if (
            any(match.group().strip("@").endswith(domain) for domain in told.published_domains)
            or reading.low[match.start() - 1 : match.start()].isalnum()
        ):
            continue
        letters = "".join(c for c in match.group().translate(LEET) if c.isalpha())
        found = next((name for name in names if name in letters), None)
        named = (
            reading.draft.where is Where.PROFILE_BIO and match.group().startswith("@") and JOB_BEFORE.search(reading.low, 0, match.start())
        )
        if found is None or (not named and letters in (found, found + "school", found + "academy", found + "primary")):
            continue
        if reading.draft.where is Where.PROFILE_BIO or TO_ME.search(reading.low, max(0, match.start() - 50), match.start()):
            yield match.start(), match.start() + len(match.group().rstrip("./-"))


def _profile(reading: Reading, told: Told) -> Iterator[tuple[int, int]]:
    low = reading.low
    cuts = [0, *(place for m in PIECE.finditer(low) for place in (m.start(), m.end())), len(low)]
    for begin, end in zip(cuts[::2], cuts[1::2], strict=False):
        if not low[begin:end].strip() or LEFT.search(low, begin, end):
            continue
        for pattern in _lines(told.brands):
            match = pattern.search(low, begin, min(len(low), end + 80))
            if match and EX.search(low, begin, match.end()):
                break
            bare = match is not None and pattern is not _lines(told.brands)[0]
            if (
                match
                and match.start() < end
                and not reading.in_address(match.start())
                and not (bare and low[begin : match.start()].strip(" @#:"))
            ):
                lead = re.compile(r"(?:proud |happy |not[- ]so[- ]\w+ |by day,? )").match(low, match.start())
                yield (lead.end() if lead else match.start()), match.end()
                break


def _told(reading: Reading, told: Told) -> Iterator[tuple[int, int]]:
    low, words = reading.low, reading.draft.words
    if not any(brand <= words for brand in _brand_words(told.brands)) or _named(told.brands).search(low) is None:
        return
    for pattern in _patterns(told.brands):
        for match in pattern.finditer(low):
            begin, _ = reading.sentence(match.start())
            if not EX.search(low, max(begin, match.start() - 60), match.end()):
                yield match.span()
    for match in _years_there(told.brands).finditer(low):
        begin, _ = reading.sentence(match.start())
        if JOB_SPOKEN_OF.search(low, begin, match.start()):
            yield match.span()


def look(draft: Draft) -> Iterator[Hit]:
    """Each place once, the longest reading; a student never works here."""
    if draft.author is Author.STUDENT or not draft.told.brands:
        return
    reading = draft.once(Reading)
    found = [*_handles(reading, draft.told), *_told(reading, draft.told)]
    if draft.where is Where.PROFILE_BIO:
        found += _profile(reading, draft.told)
    last = -1
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= last and _initials_meant(reading, start, end):
            last = end
            words = reading.low[start:end].rstrip(" ,.;:-")
            yield Hit(*draft.folded.span(end - len(reading.low[start:end].lstrip(" ,")), start + len(words)))


def _initials_meant(reading: Reading, start: int, end: int) -> bool:
    """Initials as an employer stand in capitals ("RET"); without them another brand must be there."""
    small = {fold for brand in reading.draft.told.brands if brand.term.isupper() and (fold := brand.term.lower())}
    for name in small:
        place = re.compile(r"\b" + re.escape(name) + r"\b").search(reading.low, start, end)
        if place and not reading.capital(place.start() + 1):
            return False
    return True


_TOLD = Told(
    trust="Ridgeway Education Trust", brands=(Brand("Ridgeway Education Trust"), Brand("Northgate School"), Brand("Northgate", True))
)


def _staff(text: str, where: Where = Where.BLOG) -> Draft:
    return Draft(text, Author.STAFF, where, told=_TOLD)


WORKS_HERE = Check(
    name="works-here",
    kind="works-here",
    clause="BLG-4",
    level=Level.TIP,
    title=say("Where you work"),
    why=say("Readers can tell which school you work for. That is fine."),
    fix=None,
    doubt=say("If you do not work there, you can skip this."),
    look=look,
    flags=(
        _staff("I teach history at Northgate School."),
        _staff("We at Northgate are hiring."),
        _staff("Teacher of Maths @ Northgate School", Where.PROFILE_BIO),
    ),
    passes=(
        _staff("As a mum of a Northgate pupil, I love the new crossing."),
        _staff("Twelve years ago I left Northgate School."),
        _staff("Drove past Northgate tonight."),
        Draft("my Year 8s at Northgate", Author.STUDENT, told=_TOLD),
    ),
    noticed=True,
)

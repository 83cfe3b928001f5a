"""Names of people on the caller's roll, however they are written: full, disguised, by title, by initial, nearly right, or bare with a pointer."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from askfirst.checks.late import late
from askfirst.checks.text.people.names_in_pairs import Pairs
from askfirst.checks.text.people.names_in_script import other_scripts
from askfirst.checks.text.people.people_words import NOT_A_SURNAME, ORDINARY, POST, STREETISH, SUBJECT, TITLE, TITLES
from askfirst.checks.text.people.roll import Form, Person, Roll
from askfirst.checks.text.words.reading import Mention, Reading, Word, near

__all__ = ["on_roll"]

LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
LEET_SIGNS = frozenset("@$!")
UNDONE = str.maketrans(LEET)
GAPS = late(r"[\W_]+")
NO_GAPS = {code: None for code in range(128) if not chr(code).isalnum()}  # the same for letters that all have a plain code
BETWEEN = late(r"(?:\s{1,3}|[._\-]|\s[\"'(][\w ]{1,14}[\"')]\s)")  # what may stand between given and family name
BETWEEN_INVERTED = late(r"(?:,?\s{1,2}|,|[._\-])")
SPELLED = late(r"[\s._\-*·|/,]{1,3}")
TITLED = late(r"(?<!\w)" + TITLE + r"(?:\s(?:and|&)\s" + TITLE + r")?\.?\s+(?:[a-z]\.?\s)?(?=[^\W\d_])")
WEAK_TITLE = frozenset({"coach", "sister", "father", "sir", "dame", "pan", "pani", "canon", "fr", "it"})
MISSING = late(
    r"(?:\b(?:i|we|you|u|they|to|ill|i'll|we'll|you'll|will|would|gonna|gunna|don't|dont|didn't|didnt|never|not|really|might|cant|can't|so)\s)$"
)
SUBJECT_AFTER = late(
    r"\s(?:in|from|who (?:does|teaches|takes))\s(?:(?:the|our|my|top set|set \d)\s)?(?P<word>" + SUBJECT + r")\b(?!\s(?:class photo))"
)
POST_AFTER = late(r"(?:,?\s(?:the|our|my)\s|\s(?:in|from|on|at)\s(?:the\s|our\s)?|,\s|\s\()(?P<word>" + POST + r")\b")
POST_BEFORE = late(r"\b(?:our|the|my|school|new|lovely)\s(?:\w+\s)?(?P<word>" + POST + r"),?\s$")
ARTICLE = late(r"\b(?:a|an|the|some|this|that|of)\s$")
OF = late(r"\sof\b")
LISTED = late(r"\s?(?:[,&+]|,?\s(?:and|n)\b)\s?(?:and\s)?")
TITLED_WORD = late(TITLE)
TWINS = late(r"\s(?:twins|triplets|brothers|sisters|siblings)\b")


class Names(Pairs):
    """What looking for the people of one roll in one text needs to know."""

    def __init__(self, reading: Reading, roll: Roll) -> None:
        super().__init__(reading, roll)
        self._near: dict[str, str | None] = {}

    def full(self) -> Iterator[Mention]:
        places = None if LEET_SIGNS.isdisjoint(self.low) else self._letters()
        if places is not None:
            letters = "".join([self.low[place] for place in places])
        else:
            letters = self.low.translate(NO_GAPS) if self.low.isascii() else GAPS.sub("", self.low)
        for start, end, form in self.roll.full(letters.translate(UNDONE)):
            places = places or self._letters()  # of most texts nobody asks where each letter stands
            span = self._fits(form, places[start:end])
            if span is not None:
                yield Mention(*span, "full", "student" if form.student else "staff", frozenset({form.one, form.other}))

    def _letters(self) -> list[int]:
        """The places of letters and figures, and of signs that stand for one between two."""
        low, last = self.low, len(self.low) - 1
        places = [place for place, c in enumerate(low) if c.isalnum()]
        if LEET_SIGNS.isdisjoint(low):
            return places
        signs = (place for place, c in enumerate(low) if c in LEET_SIGNS and 0 < place < last)
        return sorted([*places, *(place for place in signs if low[place - 1].isalnum() and low[place + 1].isalnum())])

    def _fits(self, form: Form, places: list[int]) -> tuple[int, int] | None:
        low, start, end = self.low, places[0], places[-1] + 1
        tag = low[low.rfind(" ", 0, start) + 1 : start + 1][:1] in ("#", "@")
        if not self._edge(start - 1, start, tag) or self.reading.in_address(start):
            return None
        if sum(not low[place].isalpha() for place in places) * 2 > len(places) or low[start].isdigit():
            return None
        handle = re.compile(r"[._]?\d{1,4}(?!\w)").match(low, end) if tag or "_" in low[start:end] or "." in low[start:end] else None
        if handle is None and not self._edge(end, end - 1, tag):
            return None
        gaps = [(k, low[places[k - 1] + 1 : places[k]]) for k in range(1, len(places)) if places[k] != places[k - 1] + 1]
        if not self._gaps(form, gaps, len(places)):
            return None
        second = places[form.first]
        joined = tag or len(gaps) > 3 or any("_" in gap for _, gap in gaps) or (form.inverted and low[second - 2 : second] == ", ")
        if not joined and not self._meant(form, start, second):
            return None
        return self._with_title(start), handle.end() if handle else end

    def _edge(self, outside: int, inside: int, tag: bool) -> bool:
        """No letter stands next to the name; in a tag a capital may begin it ("#TeamBenYoung")."""
        if not 0 <= outside < len(self.low) or not self.low[outside].isalnum():
            return True
        later = max(outside, inside)
        return tag and self.reading.capital(later) and not self.reading.capital(min(outside, inside))

    def _gaps(self, form: Form, gaps: list[tuple[int, str]], length: int) -> bool:
        between = BETWEEN_INVERTED if form.inverted else BETWEEN
        natural = all(
            (k == form.first and between.fullmatch(gap)) or (k != form.first and k in form.cuts and gap in ("-", "'", " ", ".", "_"))
            for k, gap in gaps
        )
        spelled = len(gaps) * 10 >= (length - 1) * 6 and all(SPELLED.fullmatch(gap) for _, gap in gaps)
        return natural or spelled

    def _meant(self, form: Form, start: int, second: int) -> bool:
        """A name of two ordinary words is meant when both begin with a capital, and it is not the start of a question."""
        if form.one not in ORDINARY or form.other not in ORDINARY:
            if self.reading.capital(start):
                return True
            thing = (form.one in ORDINARY or form.other in ORDINARY) and ARTICLE.search(self.low, max(0, start - 6), start)
            return not thing and not (form.inverted and form.one in ORDINARY)
        if not (self.reading.capital(start) and self.reading.capital(second)):
            return False
        begin, end = self.reading.sentence(start)
        here = self.low[begin:end]
        if form.one in ("will", "may", "can") and not self.low[begin:start].strip() and here.rstrip().endswith("?"):
            return False
        before = self.low[max(0, start - 8) : start]
        street = (form.one if form.inverted else form.other) in STREETISH and re.search(
            r"(?:\d|\b(?:on|down|up|along|off|near|past|to|in|at))\s$", before
        )
        return not street and not OF.match(self.low, second + len(form.one if form.inverted else form.other))

    def titled(self) -> Iterator[Mention]:
        if self.reading.draft.words.isdisjoint(TITLES):
            return
        words = {word.start: number for number, word in enumerate(self.reading.words)}
        for match in TITLED.finditer(self.low):
            number = words.get(match.end())
            if number is None:
                continue
            found = self._surname(number)
            if found is None or self._goes_on(number, found):
                continue
            family, last, exact = found
            word = self.reading.words[number]
            title = match.group().split()[0].strip(".")
            if self._verb(match.start(), title, word, family) or (title in WEAK_TITLE and not word.capital):
                continue
            staff = any(not person.student for person in self.roll.family[family])
            yield Mention(match.start(), last.end, "title" if exact else "near", "staff" if staff else "someone", frozenset({family}))

    def _goes_on(self, number: int, found: tuple[str, Word, bool]) -> bool:
        """ "Dr William Miller" where the roll has a Williams, or a Jordan: what looked like the surname was the given name."""
        words, (_, last, exact) = self.reading.words, found
        if last is not words[number] or number + 1 >= len(words):
            return False
        after = words[number + 1]
        if self.low[last.end : after.start] != " " or not after.capital or len(after.core) < 3 or after.core in NOT_A_SURNAME:
            return False
        return not exact or (after.core not in ORDINARY and last.core in self.roll.given)

    def _verb(self, start: int, title: str, word: Word, family: str) -> bool:
        """ "I miss March" names nobody."""
        if title != "miss" or self.reading.capital(start):
            return family in ORDINARY and not word.capital and title not in ("mr", "mrs", "ms")
        return family in ORDINARY and (not word.capital or bool(MISSING.search(self.low, max(0, start - 12), start)))

    def _surname(self, number: int) -> tuple[str, Word, bool] | None:
        words = self.reading.words
        first = words[number]
        if number + 1 < len(words) and words[number + 1].start == first.end + 1 and self.low[first.end] == " ":
            both = first.core + words[number + 1].core
            if both in self.roll.family:
                return both, words[number + 1], True
        if first.core in self.roll.family:
            return first.core, first, True
        if first.capital and len(first.core) >= 6 and first.core not in self.roll.given:
            if first.core not in self._near:
                self._near[first.core] = next((f for f in self.roll.alike(first.core) if len(f) >= 6 and near(first.core, f)), None)
            family = self._near[first.core]
            if family is not None:
                return family, first, False
        return None

    def bare(self, known: frozenset[str]) -> Iterator[Mention]:
        """`known`: names told in full somewhere in the text."""
        for number, word in enumerate(self.reading.words):
            people = self.roll.given.get(word.core, ())
            family = self.roll.family.get(word.core, ())
            if not (people or family) or word.plain or self.reading.in_address(word.start):
                continue  # most words are nobody's name
            if word.core in known and (word.capital or word.core not in ORDINARY) and (people or family) and not self._another(number):
                yield Mention(word.start, word.end, "bare", "someone", frozenset({word.core}))
            elif people and self._pointed(word, people):
                yield Mention(word.start, word.end, "bare", "student" if people[0].student else "staff", frozenset({word.core}))
            elif family and not people and self._family_pointed(word, family):
                yield Mention(word.start, word.end, "bare", "student", frozenset({word.core}))

    def _another(self, number: int) -> bool:
        """ "Debra Taylor" beside a Taylor of the roll: a name of two words that is no roll person's is somebody else."""
        words = self.reading.words
        word = words[number]
        before, after = words[number - 1] if number else None, words[number + 1] if number + 1 < len(words) else None
        if before and self.low[before.end : word.start] == " " and self._whose(before) and not self._opens(before):
            return word.core in self.roll.family and not any(before.core in p.givens for p in self.roll.family[word.core])
        if after and self.low[word.end : after.start] == " " and self._whose(after):
            return word.core in self.roll.given and not any(after.core == p.family for p in self.roll.given[word.core])
        return False

    def _whose(self, word: Word) -> bool:
        """Whether this word could be the other half of a name: a capital, and no ordinary word or title."""
        return (
            word.capital
            and len(word.core) > 2
            and not (word.core in ORDINARY or word.core in NOT_A_SURNAME or TITLED_WORD.fullmatch(word.core))
        )

    def _opens(self, word: Word) -> bool:
        """Whether a capital only begins a sentence, so that it makes no name; a given name of the roll is one all the same."""
        return word.core not in self.roll.given and self.reading.sentence(word.start)[0] >= word.start - 1

    def listed(self, bare: list[Mention]) -> Iterator[Mention]:
        """ "Amina, Teddy and Fatou": a name of the roll in one list with a name that is pointed at."""
        taken = {mention.start for mention in bare}
        words = [word for word in self.reading.words if word.core not in ("and", "n")] if taken else []
        for row in (list(pairwise(words)), list(pairwise(words[::-1]))):
            for one, other in row:
                first, second = (one, other) if one.start < other.start else (other, one)
                if one.start not in taken or other.start in taken or not other.capital or other.core not in self.roll.given:
                    continue
                if LISTED.fullmatch(self.low[first.end : second.start]):
                    taken.add(other.start)
                    yield Mention(other.start, other.end, "bare", "student", frozenset({other.core}))

    def _pointed(self, word: Word, people: tuple[Person, ...]) -> bool:
        ordinary = word.core in ORDINARY
        if ordinary and not word.capital:
            return False
        meant = self._years_near(word.start, word.end, 16 if ordinary else 80)
        if meant and any(person.year in meant for person in people):
            return True
        subject = SUBJECT_AFTER.match(self.low, word.end)
        if subject and (len(subject["word"]) > 3 or self.reading.capital(subject.start("word"))):
            return True
        if POST_AFTER.match(self.low, word.end) or POST_BEFORE.search(self.low, max(0, word.start - 40), word.start):
            return word.capital and any(not person.student for person in people)
        return not ordinary and word.capital and self._school_near(word, people)

    def _family_pointed(self, word: Word, people: tuple[Person, ...]) -> bool:
        if word.capital and len(people) > 1 and TWINS.match(self.low, word.end):
            return True
        return (word.capital or word.core not in ORDINARY) and any(self._class_near(person, word.start, word.end, 14) for person in people)

    def _school_near(self, word: Word, people: tuple[Person, ...]) -> bool:
        begin, end = self.reading.sentence(word.start)
        sentence = self.low[max(begin, word.start - 80) : min(end, word.end + 80)]
        told = {name for name in {_short(person.school) for person in people} if name and name in sentence}
        told = {name for name in told if re.search(r"\b" + re.escape(name) + r"\b", sentence)}
        return bool(told) and sum(_short(person.school) in told for person in people) == 1


@cache
def _short(school: str) -> str:
    """ "Northgate School" -> "northgate"."""
    return re.sub(r"\s*\b(?:school|academy|primary|college|high|secondary|junior|infants?)\b", "", school.lower().replace("’", "'")).strip()


def on_roll(reading: Reading, roll: Roll, keep: Callable[[Mention], bool]) -> list[Mention]:
    """Everybody on the roll whom the text names, in no order, overlaps included. `keep` refuses one's own name, places, public figures.

    Linear in the text. Where no word of it is a name of the roll, nothing is looked at word by word.
    """
    names = Names(reading, roll)
    by_part = roll.has_part(reading.cores)
    found = [*names.full(), *names.titled(), *(names.pairs() if by_part else ()), *names.initials(), *other_scripts(reading, roll)]
    kept = [mention for mention in found if keep(mention)]
    refused = [(mention.start, mention.end) for mention in found if not keep(mention)]
    known: set[str] = set()
    for mention in kept:
        known |= {name for name in mention.names if mention.how in ("full", "initial") or name not in ORDINARY}
    bare = [mention for mention in names.bare(frozenset(known)) if keep(mention)] if by_part else []
    bare += names.listed(bare)
    return kept + [mention for mention in bare if not any(one <= mention.start < other for one, other in refused)]

"""Whom a text may be aimed at: a title and a surname, a name, a handle, the holder of a post, "the girl in 8C", a group.

By form alone. The roll is never asked: what is said about unkind words must not show who is on it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from askfirst.checks.draft import Draft
from askfirst.checks.lists import listed
from askfirst.checks.read_once import read_once
from askfirst.checks.text.patterns.phrases import Sections, may_stand, phrases
from askfirst.checks.text.people.people_words import NOT_A_SURNAME, NOT_SOMEBODY, SCHOOL
from askfirst.checks.text.words.reading import Reading
from askfirst.checks.text.words.token import Token
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["PRONOUNS", "YOU", "Person", "Targets"]

YOU = frozenset("you u ya ye yer ur youse yous yourself thee".split())
PRONOUNS = YOU | frozenset("he she him her they them his hers hes shes xe ze".split())
BEFORE_POST = frozenset("the our my your their that this certain a an new old some said dear head deputy assistant executive".split())
AFTER_POST = frozenset(
    "is was has had who 's cant couldnt looks sounds smells walks wont thinks emails emailed keeps just again needs with".split()
)
NEAR = 40  # tokens either way
POSTS = Sections("people", "role_phrases")
LINKS = frozenset("in from z ze form year yr set".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Tokens first to last, and who it may be: "staff", "student", "parent", "public" or "someone". Sure: named, or the one holder of a post."""

    first: int
    last: int
    who: str
    named: bool = True


@cache
def _pointing() -> frozenset[str]:
    """Words that may begin somebody."""
    return frozenset().union(*(listed("people", name) for name in ("titles", "given", "roles", "student_roles", "persons")))


@cache
def _ordinary() -> frozenset[str]:
    """Words that are hardly ever a name."""
    return listed("people", "stop") | listed("people", "thing") | listed("whole", "many")


class Targets:
    """Everybody a text points at. Linear in its length."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tokens = draft.once(Tokens)
        self.all = self.tokens.all
        self.low = draft.folded.text
        found = sorted(self._found(), key=lambda one: (one.first, -one.last))
        kept: list[Person] = []
        for one in found:
            if not kept or one.first > kept[-1].last:
                kept.append(one)
        self.people = tuple(kept)
        self.by_first = {one.first: one for one in kept}
        self.by_last = {one.last: one for one in kept}
        self._firsts = [one.first for one in kept]

    @read_once
    def pointers(self) -> tuple[tuple[int, int], ...]:
        """Forms and years, as tokens first and last: "8C", "year 7s"."""
        places = self.draft.once(Reading).years
        return tuple((self.tokens.at(start), self.tokens.at(end - 1)) for start, end, _ in places)

    @read_once
    def pointed(self) -> frozenset[int]:
        return frozenset(number for first, last in self.pointers for number in range(first, last + 1))

    @read_once
    def pointer_ends(self) -> dict[int, int]:
        return dict(self.pointers)

    def in_sentence(self, first: int, last: int) -> Iterator[Person]:
        """People named by tokens first to last."""
        for number in range(bisect_left(self._firsts, first), bisect_right(self._firsts, last)):
            yield self.people[number]

    def near(self, at: int, *, back: int = 2, on: int = 0) -> Person | None:
        """Whom a word at this token may mean: named in its own sentence, or in the sentences just before (or after)."""
        sentences = self.tokens.sentences
        own = self.all[at].sentence
        first, last = sentences[own]
        start = sentences.get(max(0, own - back), (0, 0))[0]
        end = sentences.get(own + on, (0, last))[1]
        before, after = self._last(at, start), self._next(at, end)
        if before is not None and before.first >= first:
            return before
        if after is not None and after.first <= last:
            return after
        return before or after

    def _last(self, at: int, start: int) -> Person | None:
        """The last person before a token, back to token `start`."""
        for number in range(bisect_right(self._firsts, at) - 1, max(-1, bisect_right(self._firsts, at) - 9), -1):
            if self.people[number].first < start:
                return None
            if self.people[number].who != "public":
                return self.people[number]
        return None

    def _next(self, at: int, end: int) -> Person | None:
        """The first person after a token, on to token `end`."""
        for number in range(bisect_right(self._firsts, at), min(len(self.people), bisect_right(self._firsts, at) + 8)):
            if self.people[number].first > end:
                return None
            if self.people[number].who != "public":
                return self.people[number]
        return None

    def around(self, at: int) -> range:
        """Tokens near this one in its own sentence: enough to judge by, never so many that a long text grows slow."""
        first, last = self.tokens.sentences[self.all[at].sentence]
        return range(max(first, at - NEAR), min(last, at + NEAR) + 1)

    def words_around(self, at: int) -> frozenset[str]:
        return frozenset(self.all[one].word for one in self.around(at))

    def pointed_near(self, at: int) -> bool:
        """Whether a form or year stands near."""
        return any(one in self.pointed for one in self.around(at))

    # ------------------------------------------------------------ how people are found

    def _found(self) -> Iterator[Person]:
        titles, given, roles, persons = (listed("people", name) for name in ("titles", "given", "roles", "persons"))
        pointing, handles = _pointing(), "@" in self.low
        for number, token in enumerate(self.all):
            _, _, word, capital, _, gap = token
            if not (capital or word in pointing or "-" in word or (handles and gap.endswith("@"))):
                continue  # most words
            if word in titles:
                yield from self._titled(number)
            elif token.gap.endswith("@") and not word[0].isdigit() and self._handle(token):
                yield Person(number, self._handle_ends(number), "someone")
            elif token.capital or word in given or "-" in word:
                yield from self._named(number, token)
            if word in roles or word in listed("people", "student_roles"):
                yield from self._post(number, token)
            if word in persons:
                yield from self._described(number, token)
        numbers = may_stand(POSTS, self.draft).get("role_phrases", ())
        for found in phrases("people", "role_phrases").find(self.tokens, None, numbers):
            if self._held(found.first) or self._opens(found.first, found.last):
                yield Person(found.first, found.last, "staff")

    def _handle(self, token: Token) -> bool:
        before = self.low[token.start - 2] if token.start > 1 else " "
        return not before.isalnum()

    def _handle_ends(self, number: int) -> int:
        """ "@deb_writes.22": all of it."""
        while number + 1 < len(self.all) and self.all[number + 1].gap in ("_", ".", "__"):
            number += 1
        return number

    def _titled(self, number: int) -> Iterator[Person]:
        title = self.all[number]
        if number + 1 >= len(self.all):
            return
        name = self.all[number + 1]
        if name.gap not in (" ", ". ", ".") or self._no_surname(name):
            if (
                title.word == "miss"
                and name.word in AFTER_POST
                and (number == 0 or self.all[number - 1].word not in YOU | {"i", "to", "we"})
            ):
                yield Person(number, number, "staff")
            return
        if not name.capital and title.word in ("miss", "prof"):
            return
        yield Person(number, self._whole(number + 1), "parent" if self._parent(number) else "staff")

    @staticmethod
    def _no_surname(name: Token) -> bool:
        initial = len(name.word) == 1 and name.word not in ("a", "i", "u")  # "Mr P"
        if not (initial or len(name.word) > 1) or not name.word[0].isalpha() or name.word in NOT_A_SURNAME:
            return True
        return not name.capital and name.word in listed("people", "stop")

    def _whole(self, last: int) -> int:
        """The last token that still belongs to the name."""
        while last + 1 < len(self.all):
            after = self.all[last + 1]
            letter = (
                len(after.word) == 1 and after.word.isalpha() and after.word != "i" and (after.capital or after.word not in ("a", "u", "r"))
            )
            initial = letter and last + 1 not in self.pointed
            if after.gap != " " or not (initial or (after.capital and self._name_like(after))):
                break
            last += 1
        return last

    @staticmethod
    def _name_like(token: Token) -> bool:
        word = token.word
        return word[0].isalpha() and len(word) > 1 and word not in _ordinary()

    def _parent(self, number: int) -> bool:
        around = self.all[max(0, number - 4) : number + 6]
        return any(token.word in listed("people", "parents") for token in around)

    def _named(self, number: int, token: Token) -> Iterator[Person]:
        word = token.word
        given = word in listed("people", "given") or word.partition("-")[0] in listed("people", "given")
        if given and word in listed("people", "given_words") and not self._sure(number, token):
            return
        if given and (token.capital or word not in listed("people", "stop")):
            yield Person(number, self._whole(number), self._public(number, "student"))
        elif self._name_like(token) and self._beside_form(number):
            yield Person(number, self._whole(number), "student")
        elif token.capital and self._pair(number):
            yield Person(number, self._whole(number), self._public(number, "someone"))

    def _sure(self, number: int, token: Token) -> bool:
        """A name that is a word too: a capital inside a sentence, or a surname after it."""
        begins = self.tokens.sentences_first(token.sentence) == number
        return token.capital and (not begins or self._whole(number) > number)

    def looks_named(self, number: int) -> bool:
        """A capital word by itself that is no word of every day: somebody's name, where only a person can be meant."""
        token = self.all[number]
        return token.capital and self._name_like(token) and token.word.isalpha() and token.word not in listed("people", "public")

    def _pair(self, number: int) -> bool:
        if not self._name_like(self.all[number]) or number + 1 >= len(self.all) or len(self.all[number].word) < 3:
            return False
        after = self.all[number + 1]
        alone = number + 2 >= len(self.all) or not (self.all[number + 2].capital and self.all[number + 2].gap == " ")
        first = self.low[self.all[number].start : self.all[number].end]
        return after.capital and after.gap == " " and self._name_like(after) and len(after.word) > 2 and alone and first.isalpha()

    def _beside_form(self, number: int) -> bool:
        """ "Nowak z 8 klasy", "rhys k yr10", "Oskar in year 10", "Tia (7R)": a name-like word just before a form."""
        token = self.all[number]
        if not token.capital or token.word in listed("insults", "filler") or number in self.pointed:
            return False
        at = number + 1
        if at < len(self.all) and len(self.all[at].word) == 1 and at not in self.pointed:
            at += 1
        linked = at < len(self.all) and self.all[at].word in LINKS and at not in self.pointed
        at += linked
        return at in self.pointed and (linked or token.capital) and token.sentence == self.all[at].sentence and "," not in self.all[at].gap

    def _public(self, number: int, who: str) -> str:
        start = self.all[number].start
        return "public" if NOT_SOMEBODY.search(self.low, max(0, start - 60), start + 80) else who

    def _held(self, number: int) -> bool:
        """A post that one person holds: "our head of maths", "the dinner lady"."""
        return any(
            self.all[at].word in BEFORE_POST and self.all[at].sentence == self.all[number].sentence
            for at in range(max(0, number - 3), number)
        )

    def _opens(self, first: int, last: int) -> bool:
        """ "head of music is ...": a post that begins its sentence without an article."""
        ends = [token.word for token in self.all[last + 1 : last + 4]]
        return self.tokens.sentences_first(self.all[first].sentence) == first and not AFTER_POST.isdisjoint(ends)

    def _post(self, number: int, token: Token) -> Iterator[Person]:
        opens = self.tokens.sentences_first(token.sentence) == number and self.all[min(number + 1, len(self.all) - 1)].word == "at"
        if not (opens or self._held(number)):
            return
        if number + 1 < len(self.all) and self.all[number + 1].word in ("of", "role", "job", "post", "training") and token.word != "chair":
            return
        yield Person(number, number, "staff" if token.word in listed("people", "roles") else "student")

    def _described(self, number: int, token: Token) -> Iterator[Person]:
        """ "the girl in 8C who ...", "the father who shouted at ...": one person, described so that the school would know."""
        if number == 0 or number + 1 >= len(self.all):
            return
        before = self.all[max(0, number - 3) : number]
        parent = token.word in listed("people", "parents")
        if token.word == "parents" and self.all[number + 1].word != "of":
            return  # all of them: a group
        some = (
            parent and before[-1].word == "a" and (self.school_near(number) or self.all[number + 1].word == "at")
        )  # "a father at the gate"
        if not some and not any(one.word in ("the", "that", "this", "certain", "our", "one") for one in before):
            return
        if self.all[number + 1].word in ("in", "from", "who", "with", "at", "on", "that", "of") and (parent or self.school_near(number)):
            yield Person(number, number, "parent" if parent else "student", named=False)

    def school_near(self, number: int) -> bool:
        return self.pointed_near(number) or not SCHOOL.isdisjoint(self.words_around(number))

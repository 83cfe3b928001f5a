"""Where a text names people by their sort: "women", "trans people", "a Muslim", a sign that stands for them, and "they" after it.

A name of a group is never hurtful. What is said of the group is read in `said_of`.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from askfirst.checks.lists import entries, listed
from askfirst.checks.read_once import read_once
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["ONE_PERSON", "Group", "GroupWords", "may_be_trades", "words_for_groups"]

TONES = frozenset(chr(code) for code in range(0x1F3FB, 0x1F400))
BEHIND = frozenset("\U0001f3f3\u2640\u2642\u27a1")
DARK = frozenset("\U0001f3fe\U0001f3ff")
FLAG = range(0x1F1E6, 0x1F200)
PEOPLE_SIGNS = frozenset("gay trans jews muslims christians disabled women men".split())
MARKED = frozenset(
    "a an any every no that this another single one such each other good dead the fucking bloody typical some next last first".split()
)
AGES = frozenset("old young fat poor posh short bald".split())
BEFORE_PEOPLE = AGES | {"your"}
PEOPLE = frozenset("people folk folks ppl kind lot".split())
AFTER_THE = frozenset("disabled deaf blind homeless handicapped elderly homosexual gay transgender poor".split())
LINKED = {
    "they": frozenset({"they", "their", "them"}), "you": frozenset({"you", "your"}), "he": frozenset({"he", "his", "him"}), "she": frozenset({"she", "her"}),
}  # fmt: skip
ONESELF = frozenset("yourself urself yaself yerself".split())
ONE_PERSON = frozenset("you u him her he she his your".split()) | ONESELF
SHORT = 60  # words: in longer texts "they" may be anybody
TRADE_ENDS = (
    "ners",
    "kers",
    "lers",
    "ters",
    "ders",
    "sters",
    "pers",
    "ists",
    "ians",
    "eers",
    "ctors",
    "itors",
    "crats",
    "demics",
    "mists",
    "vists",
)
BELIEFS = frozenset("sin sinful wrong unnatural immoral haram forbidden not never".split())
BACK = 60  # words back in which "they" finds whom it means


class Group(NamedTuple):
    """Words first to last that name people; `sort`: "many", "one", "trade", "they", or "person" for one whom nobody names."""

    first: int
    last: int
    sort: str


def may_be_trades(vocabulary: frozenset[str]) -> bool:
    """Whether some word means people who do or think something, by its end."""
    return any(word[-1] == "s" and _of_a_trade(word) for word in vocabulary)


@cache
def _signs() -> dict[str, str]:
    return {sign: line.split()[0] for line in entries("whole", "signs") for sign in line.split()[1:]}


@cache
def _all_signs() -> frozenset[str]:
    """A text without any of these is read as it stands."""
    return frozenset(_signs()) | BEHIND | TONES | frozenset(chr(code) for code in FLAG)


@cache
def _may_name() -> frozenset[str]:
    """Words at which a group may begin, beside those that stand for one in this text alone."""
    return words_for_groups() | listed("whole", "they") | AFTER_THE | ONE_PERSON | {"your"}


@cache
def words_for_groups() -> frozenset[str]:
    """A text without any of these names no group."""
    names = frozenset().union(*(listed("whole", name) for name in ("many", "one", "describing", "trades", "put_downs")))
    signs = frozenset(sign for sign, word in _signs().items() if word in PEOPLE_SIGNS or word == "people")
    return names | AGES | signs | TONES | frozenset(chr(code) for code in FLAG)


def _of_a_trade(word: str) -> bool:
    """A word that by its end means people who do or think something: "bakers", "academics"."""
    return len(word) > 6 and word.endswith(TRADE_ENDS) and word not in listed("whole", "things") | listed("people", "public")


class GroupWords:
    """The words of one text with signs read as words, and the groups that they name. Linear."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words: list[str] = []
        self.numbers: list[int] = []  # of which token each word is
        self.sentence: list[int] = []
        self.signs: set[int] = set()  # words that were written as signs
        if tokens.vocabulary.isdisjoint(_all_signs()):
            self.words = [token.word for token in tokens.all]
            self.numbers = list(range(len(self.words)))
            self.sentence = [token.sentence for token in tokens.all]
        else:
            self._read()

    def _read(self) -> None:
        signs = _signs()
        for number, token in enumerate(self.tokens.all):
            word = token.word
            if word in BEHIND:
                continue  # a flag under a rainbow, a sign after a person
            if word in TONES:
                if word in DARK and self.words and number - 1 in self.numbers[-1:] and self.words[-1] in ("women", "men", "people"):
                    self.words[-1] = "blacks"
                continue
            if len(word) == 1 and ord(word) in FLAG:
                if self.words and self.words[-1] == "half-flag" and not token.gap:
                    self.words[-1] = "foreigners"
                    continue
                word = "half-flag"
                self.signs.add(len(self.words))
            elif word in signs:
                self.signs.add(len(self.words))
                word = signs[word]
            self.words.append(word)
            self.numbers.append(number)
            self.sentence.append(token.sentence)

    def gap(self, at: int) -> str:
        """What stands before this word."""
        return self.tokens.all[self.numbers[at]].gap

    def bounds(self, at: int, far: int) -> tuple[int, int]:
        """Words around this one in its own sentence, at most `far` either way: first, and the one after the last."""
        first, end = at, at + 1
        while first > 0 and at - first < far and self.sentence[first - 1] == self.sentence[at]:
            first -= 1
        while end < len(self.words) and end - at <= far and self.sentence[end] == self.sentence[at]:
            end += 1
        return first, end

    @read_once
    def groups(self) -> tuple[Group, ...]:
        return tuple(self._found())

    @read_once
    def meant(self) -> frozenset[str]:
        """ "They are women after all", "you're just women": the pronouns that stand for a group wherever else they stand."""
        found: set[str] = set()
        for at, word in enumerate(self.words):
            if word in LINKED and at + 1 < len(self.words) and self.words[at + 1] in ("are", "'re", "is", "'s", "r"):
                here = at + 2
                while (
                    here < len(self.words)
                    and here < at + 6
                    and self.words[here] in ("a", "an", "just", "all", "only", "another", "nothing", "but")
                ):
                    here += 1
                named = self._names(here) if here < len(self.words) and self._same(at, here) else None
                if named is not None and named.sort in ("many", "one"):
                    found |= LINKED[word]
        return frozenset(found) if len(self.words) < SHORT else frozenset()

    def _found(self) -> Iterator[Group]:
        at, named, meant, they = 0, -BACK, self.meant, listed("whole", "they")
        names = _may_name() | meant if meant else _may_name()
        while at < len(self.words):
            word = self.words[at]
            if word not in names and at not in self.signs and not (word[-1] == "s" and _of_a_trade(word)):
                at += 1
                continue
            found = self._names(at)
            if found is None and word in meant:
                found = Group(at, at, "many")
            if found is None and word in they and at - named < BACK:
                found = Group(at, at, "they")
            if found is None and word in ONE_PERSON:
                found = Group(at, at, "self" if word in ONESELF else "person")
            if found is None:
                at += 1
                continue
            if found.sort in ("many", "one"):
                named = at
            yield found
            at = found.last + 1

    def _names(self, at: int) -> Group | None:
        word, many, one = self.words[at], listed("whole", "many"), listed("whole", "one")
        end = at
        while end < len(self.words) and end - at < 4 and self.words[end] in listed("whole", "describing") and self._same(at, end):
            end += 1
        if (
            end > at
            and end < len(self.words)
            and self._same(at, end)
            and (self.words[end] in listed("whole", "heads") or self.words[end] in many)
        ):
            return Group(at, end, "one" if self.words[end] in one | ONE_HEADS else "many")
        if at in self.signs and word in PEOPLE_SIGNS:
            last = at
            while last + 1 < len(self.words) and (
                (last + 1 in self.signs and self.words[last + 1] in PEOPLE_SIGNS | {"people", "blacks"})
                or self.words[last + 1] in listed("whole", "heads")
            ):
                last += 1
            return Group(at, last, "many")
        if word in many:
            headed = at + 1 < len(self.words) and self._same(at, at + 1) and self.words[at + 1] in ("people", "folk", "ppl", "lot")
            return Group(at, at + headed, "many")
        before = self.words[at - 1] if at and self._same(at - 1, at) else ""
        if word in listed("whole", "put_downs") or (before == "being" and self._said_of_being(at)):
            return Group(at, at, "many")
        if word in BEFORE_PEOPLE and at + 1 < len(self.words) and self.words[at + 1] in PEOPLE and self._same(at, at + 1):
            return Group(at, at + 1, "many")
        if word in AFTER_THE and before in ("the", "all", "these", "those") and not self._goes_on(at):
            return Group(at, at, "many")
        if word in one and (before in MARKED or before in listed("whole", "bad_before")):
            return Group(at, at, "one")
        return Group(at, at, "trade") if word in listed("whole", "trades") or _of_a_trade(word) else None

    def _said_of_being(self, at: int) -> bool:
        """ "being gay is a disease"; not "being gay is a sin": what a faith teaches is nobody's put-down."""
        after = self.words[at + 1 : at + 7]
        said = bool(after) and after[0] in listed("whole", "copula") and self._same(at, at + 1)
        return said and self.words[at] in listed("whole", "describing") and BELIEFS.isdisjoint(after)

    def _goes_on(self, at: int) -> bool:
        after = self.words[at + 1] if at + 1 < len(self.words) and self._same(at, at + 1) else ""
        return bool(after) and all(after not in listed(*words) for words in (("people", "stop"), ("whole", "copula"), ("whole", "modal")))

    def _same(self, one: int, other: int) -> bool:
        return self.sentence[one] == self.sentence[other]


ONE_HEADS = frozenset("person man woman guy girl boy kid child lady male individual student".split())

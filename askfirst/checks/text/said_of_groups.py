"""What is said or wished of a whole group of people: making beasts or things of them, "should be ...", "don't deserve ...", "go back".

Composed, so that it can be read aloud: people + "are" + a hard word; "should" + harm; "don't deserve" + what all are owed.
A "not" turns each round: "are not vermin" is kind, "are not human" is not. Each window is short, so the whole is linear.
"""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.draft import Draft
from askfirst.checks.lists import entries
from askfirst.checks.text.done_to_groups import RIGHT, Around, Hurt, doing_words, lines, part_of
from askfirst.checks.text.tokens import Tokens
from askfirst.checks.text.whole_groups import Group, GroupWords, words_for_groups

__all__ = ["said"]

LONGED = frozenset("wish hope want better world glad laugh cheer dream pray praying wishing hoping".split())
SURE = frozenset("should must ought shall need needs deserve deserves gotta better have has want 'd".split())
STEPS_DOWN = frozenset("at with of about for in that to by".split())
FEELS = frozenset("sick mad crazy weak mental bad awful terrible horrible insane dirty worse worst hurt fucked".split())
SUFFERS = frozenset(
    "treated called seen labelled labeled considered viewed portrayed described victims victim against fighting scared afraid told attacked"
    " underpaid targeted blamed abused killed murdered harassed made forced tired dying suffering sold beaten raped compared likened judged"
    " neither nor affected given paid fed stuck denied opposite".split()
)
PLACES = frozenset("in into to at on from of being having getting living nature".split())
AROUND_SCHOOL = frozenset(
    "girls boys women men mums dads ladies kids children students pupils parents teachers people families drivers travellers families guys they them"
    " staff players fans visitors cyclists girl boy pensioners student child wives mothers feminists".split()
)
INTENSE = frozenset(
    "so such very too fucking bloody absolute absolutely total totally complete completely utter utterly all just being are is 're really".split()
)
A_DANGER = frozenset("danger threat menace disaster nuisance mistake stain cancer problem shame insult".split())
TREATS = frozenset(
    "treat treats treated treating call calls called calling describe describes portray portrays see sees compare comparing".split()
)
BREAKS = frozenset("but because who when if while although though unless".split())
DISGUST = frozenset("disgusting shit trash fuck".split())
BESIDE = frozenset("rats monkeys pigs maggots cockroaches snakes virus devils stab shoot bomb kill punch clowns hate".split()) | DISGUST
ASKS = frozenset("are arent is isnt".split())
NEVER = frozenset(
    "human trusted equal real belong normal good worthy civilised decent trust smart clever intelligent capable honest clean amount better".split()
)
WORST_OF = frozenset("kind sort type thing people person humans human beings ever of excuse scum part motherfuckers motherfucker".split())
STRONG = frozenset(
    "vermin scum filth filthy parasites parasite leeches rats rat cockroaches insects maggots pigs dogs monkeys apes animals beasts savages subhuman"
    " trash garbage worthless disgusting vile evil revolting repulsive despicable loathsome plague cancer pest pests idiots morons refuse"
    " cretins disease diseases retards degenerates sluts whores bitches cunts pricks bastards twats wankers dickheads arseholes assholes stupid dumb"
    " motherfuckers fuckers inferior scumbags scumbag abominations useless pathetic abomination cunt prick bastard arsehole subhumans brainless human waste".split()
) - {"human"}


@cache
def _hard_words() -> frozenset[str]:
    """Without one of these, and without a "not", nothing here is hurtful."""
    sections = ("hates", "attacks", "bad", "bad_before", "wished", "sickens", "sickened", "ruins", "places", "lacks", "nots")
    firsts = frozenset().union(*(part for name in ("gone", "harming", "hates_after") for line in lines(name) for part, _ in line[-1:]))
    signs = frozenset(sign for line in entries("whole", "signs") for sign in line.split()[1:])
    rest = A_DANGER | {"worst", "many", "rather", "belong", "belongs", "typical", "leave", "gone", "out", "back", "all"} | doing_words()
    return frozenset().union(firsts - {"G"}, signs, rest, *(part_of(name) for name in sections))


def may_be_said(vocabulary: frozenset[str]) -> bool:
    """A glance at a text's words: whether anything here can be said of anybody in it."""
    return not vocabulary.isdisjoint(words_for_groups()) and not vocabulary.isdisjoint(_hard_words())


def said_of_groups(words: GroupWords) -> Iterator[tuple[Group, Hurt]]:
    """Each place where something hurtful is said of a group or wished for it."""
    for group in words.groups:
        one = Said(words, group)
        found = one.before() or one.after()
        if found is not None:
            yield group, found


class Said(Around):
    """One group, and what comes after its name."""

    def after(self) -> Hurt | None:
        """What they are called, what should be done to them, what they are denied."""
        at = self.group.last + 1
        if self.left >= self.start and self.words[self.left] in ASKS and at < self.end and self.group.sort != "person":
            return self._called(at, turned=False) or self._loosely(at)  # a question: "why are all ... so ..."
        if at < self.end and at in self.signs and self.words[at] in BESIDE and self.protected:
            alone = self.words[at] != "hate" or self.group.first - self.start < 2
            return (self.group.first, at) if alone else None
        at = self._predicate_begins(at)
        if at >= self.end:
            return self._sign_at_the_end()
        return self._predicate(at) or self._loosely(at) or self._sign_at_the_end()

    def _predicate_begins(self, at: int) -> int:
        """Past what still belongs to the name: "people like you", "women's lives"."""
        steps = 0
        while at < self.end and steps < 6:
            jumps = self._past_a_place(at)
            if jumps > at:
                return jumps
            owns = self.words[at] in ("'s", "s")
            called = owns and self.group.sort in ("they", "one", "person") and at + 1 < self.end
            if called and (self.words[at + 1] in part_of("between") or self.words[at + 1] in part_of("bad")):
                break
            if not owns and self.words[at] not in part_of("naming"):
                break
            at += 1
            steps += 1
        return at

    def _past_a_place(self, at: int) -> int:
        """ "... in charge is", "... into government will", "...'s nature to be": on to what is said."""
        if self.words[at] not in PLACES or not self.protected:
            return at
        for number in range(at + 1, min(self.end, at + 5)):
            word = self.words[number]
            if word in part_of("copula") or word in part_of("modal"):
                return number
            if not word.isalpha() or word in BREAKS or word in ("and", "or"):
                break
        return at

    def _predicate(self, at: int) -> Hurt | None:
        word = self.words[at]
        after = self.words[at + 1 : self.end]
        if word in part_of("copula") or word == "=":
            turned = word in part_of("nots") or (bool(after) and after[0] in ("not", "nt", "never"))
            return self._called(at + 1, turned=turned) or self._to_be(at)
        if word in ("make", "makes", "made", "making") and after[:1] and after[0] in ("me", "us", "my", "everyone", "everybody"):
            return self._sickens(at, after)
        if word in part_of("sickens"):
            return (at, at + 1) if after[:1] and after[0] in ("me", "us", "everyone", "everybody") else None
        lacking = word.startswith("lack") or (word in ("have", "has", "got") and after[:1] == ["no"])
        if word in part_of("modal") and not lacking:
            return self._owed(at)
        if not self.protected or self.none:
            return None
        if lacking:
            return self._lacking(at, after)
        if word in ("out", "back") and len(after) < 2 and self.group.first - self.start < 2:
            return (self.group.first, at)
        return (at, min(self.end - 1, at + 3)) if word in part_of("ruins") else None

    def _sickens(self, at: int, after: list[str]) -> Hurt | None:
        hits = [n for n, one in enumerate(after[:6]) if one in part_of("sickened") or (at + 1 + n in self.signs and one in DISGUST)]
        return (at, at + 1 + hits[0]) if hits and not self.none else None

    def _lacking(self, at: int, after: list[str]) -> Hurt | None:
        if after[1:2] in (["right"], ["rights"]) and "to" not in after[:4]:
            return None
        hits = [n for n, one in enumerate(after[:4]) if one in part_of("lacks")]
        return (at, at + 1 + hits[0]) if hits else None

    def _called(self, at: int, *, turned: bool) -> Hurt | None:
        """ "... are nothing but vermin": a hard word, with little in between; "... are not human" when it is turned."""
        strange = 0
        turned ^= self.none
        for number in range(at, min(self.end, at + 12)):
            word = self.words[number]
            if self.longed and not turned and word in part_of("wished"):
                return (at, number)
            if self._hard(number):
                if self._of_a_state(number) or (not self.protected and word not in STRONG) or turned:
                    return None
                return (at, number)
            if turned and word in part_of("owed") and self.protected and not (word == "human" and self._hard_follows(number)):
                return (at, number)
            if word in SUFFERS or (word in BREAKS and self.words[number - 1] != "nothing"):
                return None
            if word in part_of("ruins") and not turned and word.endswith("ing") and self.protected:
                return (number, min(self.end - 1, number + 2))
            if word in part_of("between") or word.endswith("ly") or word in ("not", "nt", "never", "but", "absolute", "complete"):
                continue
            strange += 1
            if strange > 1 or not word.isalpha():
                return None
        return None

    def _hard_follows(self, number: int) -> bool:
        return number + 1 < self.end and self.words[number + 1] in part_of("bad")

    def _hard(self, number: int) -> bool:
        """Whether a hard word or sign for people stands here."""
        word = self.words[number]
        if word == "worst":
            after = self.words[number + 1] if number + 1 < self.end else ""
            return self.group.sort != "person" and "the" in self.words[max(0, number - 2) : number] and (not after or after in WORST_OF)
        if word in A_DANGER:
            return self.protected and self.words[number - 1] in ("a", "an", "the", "biggest", "such")
        sign = number in self.signs
        return (word in part_of("bad") and not (sign and self.group.sort == "trade")) or (sign and word in BESIDE and self.protected)

    def _of_a_state(self, number: int) -> bool:
        """ "sick of waiting", "mad at him": how they feel, not what they are."""
        after = self.words[number + 1] if number + 1 < self.end else ""
        return self.words[number] in FEELS and after in STEPS_DOWN and self.words[number + 1 : number + 4] != ["in", "the", "head"]

    @property
    def longed(self) -> bool:
        """Whether somebody speaks of what should be: "I wish all ...", "a better world"."""
        return not LONGED.isdisjoint(self.near(self.group.first, 10)) and not self.negated(self.group.first, 5)

    def _to_be(self, at: int) -> Hurt | None:
        """ "... are better off dead"."""
        after = self.words[at + 1 : min(self.end, at + 6)]
        return (at, at + 1 + after.index("dead")) if after[:2] == ["better", "off"] and "dead" in after else None

    def _owed(self, at: int) -> Hurt | None:
        """ "should be shot", "don't deserve rights", "must go back": harm wished, or taken away what everybody is owed."""
        word = self.words[at]
        window = self.words[at : min(self.end, at + RIGHT)]
        longed = self.longed
        turned, sure, deserve = self.none, word in SURE or (longed and word in ("would", "could", "'d")), False
        for n, one in enumerate(window):
            if one in BREAKS and n:
                return None
            if one in part_of("nots") and window[n + 1 : n + 2] not in (["stop"], ["help"]):
                turned = not turned
            sure = sure or one in SURE
            deserve = deserve or one in ("deserve", "deserves", "belong", "belongs", "matter", "matters", "count")
            if one in ("belong", "belongs") and not turned and not part_of("places").isdisjoint(window[n : n + 5]):
                return (at, at + min(len(window) - 1, n + 4))
            last = at + n == self.end - 1
            gone = self._gone(at + n) if n else 0
            if n and (gone or one in part_of("wished") or (one == "leave" and last and n < 4)):
                bare = gone and word in ("can", "could", "will", "'ll", "would")
                return (at, max(gone - 1, at + n)) if not turned and (sure or bare) else None
            denied = (deserve and part_of("wished").isdisjoint(window)) or (one in part_of("owed") and (sure or one in NEVER))
            if n and self.protected and turned and denied:
                return (at, self._with_what(at + n))
            if n and self.protected and not turned and word in ("will", "would", "can") and one in part_of("ruins"):
                return (at, at + n)
        return None

    def _with_what(self, at: int) -> int:
        """On to what they are denied: "deserve rights"."""
        owed = [n for n in range(at, min(self.end, at + 4)) if self.words[n] in part_of("owed")]
        return max(owed, default=at)

    def _gone(self, at: int) -> int:
        """The word after "go back", "fuck off", "get out" where that stands here, else 0. Girls and parents may be asked to go back to their form."""
        rude = self.words[at] in ("fuck", "piss", "sod") or "hell" in self.words[at + 1 : at + 3]
        if not rude and self.group.first == self.group.last and self.words[self.group.last] in AROUND_SCHOOL:
            return 0
        for line in lines("gone"):
            here = at
            for part, optional in line:
                if here < self.end and self.words[here] in part:
                    here += 1
                elif not optional:
                    break
            else:
                return here
        return 0

    def _loosely(self, at: int) -> Hurt | None:
        """The hardest words of all in the same breath: "... can't help being absolutely revolting"."""
        if not self.protected or self.none or self.start + 25 < self.end or self.words[max(0, self.left)] in TREATS:
            return None
        for number in range(at, self.end):
            word = self.words[number]
            if word in SUFFERS or word in BREAKS or word in part_of("tells"):
                return None
            if word in part_of("nots") and self.words[number + 1 : number + 2] not in (["stop"], ["help"], ["but"]):
                return None
            before = self.words[number - 1]
            if (word in STRONG and before in part_of("between") | part_of("copula")) or (word in part_of("bad") and before in INTENSE):
                return None if self._of_a_state(number) else (at, number)
        return None

    def _sign_at_the_end(self) -> Hurt | None:
        """A sign of disgust that closes a short sentence about them."""
        last = self.end - 1
        if not self.protected or last not in self.signs or self.words[last] not in DISGUST or last - self.group.last > 8:
            return None
        return None if {"treat", "treated", "against", "hate", "lose", "rights"} & set(self.words[self.start : last]) else (last, last)


def said(draft: Draft) -> tuple[GroupWords | None, tuple[tuple[Group, Hurt], ...]]:
    """What is said of groups in one text, and the words it is said in: None where a glance shows that there is nothing."""
    tokens = draft.once(Tokens)
    if not may_be_said(tokens.vocabulary):
        return None, ()
    words = GroupWords(tokens)
    return words, tuple(said_of_groups(words))

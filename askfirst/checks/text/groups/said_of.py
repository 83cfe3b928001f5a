"""What is said or wished of a whole group of people: making beasts or things of them, "should be ...", "don't deserve ...", "go back".

Composed, so that it can be read aloud: people + "are" + a hard word; "should" + harm; "don't deserve" + what all are owed.
A "not" turns each round: "are not vermin" is kind, "are not human" is not. Each window is short, so the whole is linear.
"""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.draft import Draft
from askfirst.checks.lists import entries, listed
from askfirst.checks.text.groups.around import Hurt, lines, part_of
from askfirst.checks.text.groups.done_to import doing_words
from askfirst.checks.text.groups.lines import Lined, line_words
from askfirst.checks.text.groups.owed_to import BREAKS
from askfirst.checks.text.groups.whole import ONE_PERSON, Group, GroupWords, may_be_trades, words_for_groups
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["said"]

STEPS_DOWN = frozenset("at with of about for in that to by".split())
FEELS = frozenset("sick mad crazy weak mental bad awful terrible horrible insane dirty worse worst hurt fucked".split())
SUFFERS = frozenset(
    "treated called seen labelled labeled considered viewed portrayed described victims victim against fighting scared afraid told attacked"
    " underpaid targeted blamed abused killed murdered harassed made forced tired dying suffering sold beaten raped compared likened judged"
    " neither nor affected given paid fed stuck denied opposite".split()
)
PLACES = frozenset("in into to at on from of being having getting living nature".split())
INTENSE = frozenset(
    "so such very too fucking bloody absolute absolutely total totally complete completely utter utterly all just being are is 're really".split()
)
OF_THEM = (["of"], ["for"], ["against"], ["about"], ["towards"], ["on"], ["to"])
A_DANGER = frozenset("danger threat menace disaster nuisance mistake stain cancer problem shame insult".split())
TREATS = frozenset(
    "treat treats treated treating call calls called calling describe describes portray portrays see sees compare comparing".split()
)
GIVEN = frozenset("giving gave letting allowing".split())
SYMPATHY = frozenset("treat treated against hate lose losing attack attacked attacks killed".split())
DISGUST = frozenset("disgusting shit trash fuck".split())
MAKES = frozenset("make makes made making".split())
ANGRY = DISGUST | {"hate"}
BESIDE = frozenset("rats monkeys pigs maggots cockroaches snakes virus devils stab shoot bomb kill punch clowns hate".split()) | DISGUST
ASKS = frozenset("are arent is isnt".split())
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
    sections = ("hates", "attacks", "bad", "bad_before", "wished", "sickens", "sickened", "ruins", "places", "lacks", "nots", "put_downs")
    firsts = frozenset().union(*(part for name in ("gone", "harming", "hates_after") for line in lines(name) for part, _ in line[-1:]))
    signs = frozenset(sign for line in entries("whole", "signs") for sign in line.split()[1:])
    rest = A_DANGER | {"worst", "many", "rather", "belong", "belongs", "typical", "leave", "gone", "out", "back", "all"} | doing_words()
    return frozenset().union(firsts - {"G"}, signs, rest, line_words("many"), line_words("trade"), *(part_of(name) for name in sections))


def may_be_said(vocabulary: frozenset[str]) -> bool:
    """A glance at a text's words: whether anything here can be said of anybody in it."""
    if not vocabulary.isdisjoint(words_for_groups()) and not vocabulary.isdisjoint(_hard_words()):
        return True
    if vocabulary.isdisjoint(_hardest_words()):
        return False
    return not vocabulary.isdisjoint(ONE_PERSON) or may_be_trades(vocabulary)


@cache
def _hardest_words() -> frozenset[str]:
    """Without one of these nothing here is hurtful to one person whom nobody names."""
    return (
        STRONG
        | part_of("attacks")
        | part_of("wished")
        | part_of("put_downs")
        | doing_words()
        | line_words("person")
        | line_words("trade")
        | {"throat", "neck", "suffer", "hell", "off"}
    )


def said_of_groups(words: GroupWords) -> Iterator[tuple[Group, Hurt]]:
    """Each place where something hurtful is said of a group or wished for it."""
    for group in words.groups:
        one = Said(words, group)
        found = one.lined() if group.sort == "self" else one.before() or one.around() or one.after() or one.lined()
        if found is not None:
            yield group, found


class Said(Lined):
    """One group, and what comes after its name."""

    def around(self) -> Hurt | None:
        """A hard word on the other side: "I find all ... disgusting", "that idiot was a ..."."""
        return self._found_bad() or self._turned_out()

    def _turned_out(self) -> Hurt | None:
        """ "of course that idiot was a ..."."""
        at = self.left
        if at - 1 < self.start or self.words[at] not in ("is", "was", "were", "are") or not self.protected or self.group.sort != "one":
            return None
        pointed = self.words[at - 2] in ("that", "the", "this", "those") if at - 2 >= self.start else False
        hard = self.words[at - 1] in part_of("bad") or self.words[at - 1] in listed("insults", "hard")
        return (at - 1, self.group.last) if pointed and hard else None

    def _found_bad(self) -> Hurt | None:
        """ "I find all ... disgusting"."""
        at, after = self.left, self.group.last + 1
        if at < self.start or self.words[at] not in ("find", "consider", "finding", "call") or not self.protected or self.negated(at):
            return None
        while after < self.end - 1 and self.words[after] in part_of("between"):
            after += 1
        return (at, after) if after < self.end and self.words[after] in part_of("bad") and not self.by_others(at) else None

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
        after_who = not {"who", "whoever"}.isdisjoint(self.near(self.group.first, 4))  # "whoever hits ... should go"
        if self.protected and (after_who or self._of_what_was_done(at)):
            return self._sign_at_the_end()
        return self._predicate(at) or self._loosely(at) or self._sign_at_the_end()

    def _of_what_was_done(self, at: int) -> bool:
        """ "your hatred of ... is sickening": what follows is said of the hatred."""
        return self.words[at] in ("is", "isnt", "was") and self.group.sort == "many" and self.near(self.group.first, 1) in OF_THEM

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
            if (not owns and self.words[at] not in part_of("naming")) or (self.words[at] == "that" and "," in self.all_words.gap(at)):
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
        if after[:1] and after[0] in ("me", "us", "my", "everyone", "everybody") and (word in MAKES or word in part_of("sickens")):
            return self._sickens(at, after)
        if word in ("remind", "reminds") and after[:2] == ["me", "of"]:
            return self._called(at + 3, turned=False)
        lacking = word.startswith("lack") or (word in ("have", "has", "got") and after[:1] == ["no"])
        if word in part_of("modal") and not lacking:
            return self.owed(at)
        if not self.protected or self.none:
            return None
        if lacking:
            return self._lacking(at, after)
        if word in ("out", "back") and len(after) < 2 and self.group.first - self.start < 2:
            return (self.group.first, at)
        return (at, min(self.end - 1, at + 3)) if word in part_of("ruins") else None

    def _sickens(self, at: int, after: list[str]) -> Hurt | None:
        if self.words[at] not in MAKES:
            return (at, at + 1)
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
        turned = (turned ^ self.none ^ self.doubted()) and not self.in_those_days(at)
        for number in range(at, min(self.end, at + 12)):
            word = self.words[number]
            if not turned and (self._worthless(number) or (self.longed and word in part_of("wished"))):
                return (at, number)
            if self._hard(number):
                goes_on = self.group.sort == "person" and number + 1 < self.end and self.words[number + 1] not in listed("people", "stop")
                if self._of_a_state(number) or (not self.protected and word not in STRONG) or turned or goes_on:
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

    def _worthless(self, number: int) -> bool:
        """ "... are worth nothing"."""
        nothing = not {"nothing", "less", "zero"}.isdisjoint(self.words[number + 1 : min(self.end, number + 4)])
        return self.words[number] == "worth" and nothing and self.protected

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
        if word in part_of("put_downs") and self.protected and not sign:
            return True
        return (word in part_of("bad") and not (sign and self.group.sort == "trade")) or (sign and word in BESIDE and self.protected)

    def _of_a_state(self, number: int) -> bool:
        """ "sick of waiting", "mad at him": how they feel, not what they are."""
        after = self.words[number + 1] if number + 1 < self.end else ""
        return self.words[number] in FEELS and after in STEPS_DOWN and self.words[number + 1 : number + 4] != ["in", "the", "head"]

    def _to_be(self, at: int) -> Hurt | None:
        """ "... are better off dead"."""
        after = self.words[at + 1 : min(self.end, at + 6)]
        return (at, at + 1 + after.index("dead")) if after[:2] == ["better", "off"] and "dead" in after else None

    def _loosely(self, at: int) -> Hurt | None:
        """The hardest words of all in the same breath: "... can't help being absolutely revolting"."""
        if not self.protected or self.none or self.doubted() or self.start + 25 < self.end or self.words[max(0, self.left)] in TREATS:
            return None
        for number in range(at, self.end):
            word = self.words[number]
            if word in SUFFERS or word in BREAKS or word in part_of("tells") or word in ("than", "without"):
                return None
            if word in part_of("nots") and self.words[number + 1 : number + 2] not in (["stop"], ["help"], ["but"]):
                return None
            before = self.words[number - 1]
            if (word in STRONG and (before in part_of("between") or before in part_of("copula"))) or (
                word in part_of("bad") and before in INTENSE
            ):
                return None if self._of_a_state(number) else (at, number)
        return None

    def _sign_at_the_end(self) -> Hurt | None:
        """A sign of disgust that closes a short sentence about them, or of anger where something is given to them."""
        last = self.end - 1
        if last not in self.signs and self.asked_after in self.signs:
            last = self.asked_after  # "how do I feel about ...? 🤮"
        if not self.protected or last not in self.signs or self.words[last] not in ANGRY or last - self.group.last > 8:
            return None
        said = set(self.words[self.start : last])
        if self.words[last] == "hate" and said.isdisjoint(GIVEN) and not {"i", "feel"} <= said:
            return None
        return (last, last) if said.isdisjoint(SYMPATHY) and said.isdisjoint(part_of("nots")) else None


def said(draft: Draft) -> tuple[GroupWords | None, tuple[tuple[Group, Hurt], ...]]:
    """What is said of groups in one text, and the words it is said in: None where a glance shows that there is nothing."""
    tokens = draft.once(Tokens)
    if not may_be_said(tokens.vocabulary):
        return None, ()
    words = GroupWords(tokens)
    return words, tuple(said_of_groups(words))

"""What is felt for or done to a whole group, said before or around its name: hatred, contempt, attack, shutting out.

Composed: who speaks ("I", "we", an order), whether it is turned by a "not", then the verb and the group. What others do ("they attack
women") is told of and is nothing. Each window is short, so the whole is linear in the text.
"""

from functools import cache

from askfirst.checks.text.groups.around import Around, Hurt, lines, part_of, verbs

__all__ = ["Done", "doing_words"]


BY_THEM = frozenset(
    "be being see seeing near anywhere live living with a an sit next to date marry have touch work for any these those around share room kiss meet"
    " talk speak look at like of all another one become the same friends school beside".split()
)
THEIR_THINGS = frozenset(
    "changing rooms room football rugby netball team teams toilets toilet loos hockey cricket sport sports shoes clothes jumpers music food club class"
    " department section pe swimming gymnastics race races final choir band shop school uniform kit magazine history studies literature art haters hating"
    " fiction poetry cup league match game games dance".split()
)
DEATHS = frozenset("death execution extermination deportation prison gas hanging killing bullets bullet expulsion".split())
WORSE = frozenset("die dead death cancer killed kill shit blind hell hang burn drown starve".split())
OWN_HATE = frozenset("i 'm im we are love enjoy start keep started always".split())
WHOSE = (["your"], ["ur"], ["his"], ["her"], ["their"], ["'s"], ["the"], ["this"], ["that"], ["such"])
LONGS = frozenset("want hope wish see pray wants hoping wishing need".split())
EVERYBODY = frozenset("everyone everybody else nobody".split())
PARTICLES = frozenset("up out off down in back".split())
ORDERS = frozenset("just and then go lets let please gotta".split())
ALL_SHOULD = frozenset("should must ought someone somebody gotta".split())
BODY = frozenset(
    "face faces head teeth nose ass arse throat neck skull life legs knees arms jaw brains guts balls fucking stupid ugly".split()
)
STAYS = frozenset("in at here around now on where these".split())
NEEDY = frozenset("prison jail poverty pain need hospital danger trouble care fear tears die dying debt".split())
JEST = frozenset("lol lmao jk haha lmaooo joking kidding \U0001f602 \U0001f923 \U0001f62d".split())


def doing(word: str) -> str:
    """ "stabbing" as "stab", for every way the form is made."""
    return _ing_forms().get(word, word)


def doing_words() -> frozenset[str]:
    """Every such form."""
    return frozenset(_ing_forms())


@cache
def _ing_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for word in part_of("attacks"):
        for form in (word + "ing", word.removesuffix("e") + "ing", word + word[-1] + "ing"):
            forms.setdefault(form, word)
    return forms


@cache
def _harming_begins() -> frozenset[str]:
    return frozenset().union(*(line[0][0] for line in lines("harming")))


class Done(Around):
    """One group, and what is felt for it or done to it."""

    def before(self) -> Hurt | None:
        """Hatred of them, harm to them, a hard word for them, all said before they are named."""
        if self.group.last + 1 < self.end and self.words[self.group.last + 1] in THEIR_THINGS:
            return None  # "girls changing rooms"
        if self.group.sort == "person":
            return self._wished_away() or self._attacked() or self._harmed()
        return self._hard_word() or self._wished_away() or self._hated() or self._attacked() or self._harmed() or self._disliked()

    def _wished_away(self) -> Hurt | None:
        """ "I hope they all die", "I want them gone"."""
        at, near = self.group.last + 1, self.near(self.group.first, 5)
        while at < self.end and self.words[at] in ("all", "just", "would", "will", "'ll", "do", "to", "be", "get"):
            at += 1
        wished = at < self.end and (self.words[at] in part_of("wished") or self.words[at] in ("gone", "leave"))
        if not wished or self.none or LONGS.isdisjoint(near) or self.negated(self.group.first, 5) or self.yours(near):
            return None
        if not {"wants", "hopes", "wishes"}.isdisjoint(near) and EVERYBODY.isdisjoint(near):
            return None  # what somebody else wants
        return None if self.by_others(self.group.first - 1) and {"i", "we"}.isdisjoint(near) else (self.group.first, at)

    def _hard_word(self) -> Hurt | None:
        """ "filthy immigrants"; not "no filthy ..." and not of people of a trade."""
        return (self.adjective, self.group.last) if self.adjective is not None and not self.none and self.protected else None

    def _hated(self) -> Hurt | None:
        at = self.left
        if at >= self.start and not self.none and self.words[at] in part_of("hates"):
            if self.words[at] == "hate" and at in self.signs and at > self.start and self.words[at - 1] in ("is", "are"):
                return None
            if self.words[at].endswith("ing") and OWN_HATE.isdisjoint(self.near(at, 3)):
                return None  # "ashamed of hating ..."
            if self.near(at, 1) == ["you"]:
                return None  # "if you hate ...", "you hate ...? Get help"
            follows = self.words[self.group.last + 1] if self.group.last + 1 < self.end else ""
            if "that" in self.words[at : self.group.first] and follows in verbs():
                return None  # "I hate that they are treated so"
            everyone = self.words[at] != "hates" or not EVERYBODY.isdisjoint(self.near(at, 3))
            return (at, self.group.last) if everyone and not self.negated(at) and not self.by_others(at) else None
        return self._by_line() or self._too_many() or self._typical() or self._rather()

    def _rather(self) -> Hurt | None:
        """ "I'd rather die than ...", "no space on this planet for ..."."""
        near = self.near(self.group.first, 12)
        if not self.protected or self.none:
            return None
        if "rather" in near and "than" in near and not WORSE.isdisjoint(near) and set(near[near.index("than") + 1 :]) <= BY_THEM:
            return (self.group.first - len(near) + near.index("rather"), self.group.last)
        if "only" in near and not {"solution", "answer", "cure"}.isdisjoint(near) and not DEATHS.isdisjoint(near):
            return (self.group.first - len(near) + near.index("only"), self.group.last)
        room = [n for n, one in enumerate(near[:-1]) if one == "no" and near[n + 1] in ("space", "place", "room")]
        if room and self.words[self.left] in ("for", "to") and self.end - self.group.last < 6:
            return (self.group.first - len(near) + room[0], self.group.last)
        return None

    def _by_line(self) -> Hurt | None:
        """A line of the list that ends here, or at a word that the naming passed over ("rid of")."""
        for end in range(max(self.start, self.left), self.group.first):
            for line in lines("hates_after"):
                first = self.backwards(line, end)
                if first is not None:
                    deadly = self.words[first] in ("death", "down", "rid")
                    if (
                        self.negated(first, 3)
                        or self.by_others(first)
                        or self.near(first, 1)[-1:] in WHOSE
                        or self._is_judged(first)
                        or not (self.protected or (deadly and self.group.sort == "trade"))
                    ):
                        return None
                    return (first, self.group.last)
        return None

    def _is_judged(self, first: int) -> bool:
        """ "hate towards ... has to stop": what is said next is said of the hate."""
        after = self.words[self.group.last + 1] if self.group.last + 1 < self.end else ""
        return first == self.start and after in verbs()

    def _too_many(self) -> Hurt | None:
        first = self.group.first
        if self.group.sort != "many" or self.near(first, 2) not in (["too", "many"], ["not", "enough"])[:1]:
            return None
        after = self.words[self.group.last + 1 : self.end]
        return (first - 2, self.group.last) if (not after or after[0] in STAYS) and NEEDY.isdisjoint(after) else None

    def _typical(self) -> Hurt | None:
        """ "typical of a woman to be that stupid"."""
        if not self.protected or "typical" not in self.words[max(self.start, self.left - 1) : self.group.first]:
            return None
        at = self.words.index("typical", max(self.start, self.left - 1))
        itself = self.words[self.group.first] in part_of("put_downs")
        return (at, self.end - 1) if itself or not part_of("bad").isdisjoint(self.words[self.group.last : self.end]) else None

    def _attacked(self) -> Hurt | None:
        at = self.left
        if self.words[self.group.last] in ("his", "your") and not self._body_follows():
            return None  # "killing his lover", "abuse your rights"
        while at > self.start and self.words[at] in PARTICLES:
            at -= 1
        if at < self.start or self.none:
            return None
        if self.words[at] in ("cut", "slit", "snap", "break") and self.words[self.group.last] in ("throats", "necks", "skulls"):
            return (at, self.group.last) if self._wanted(at) else None
        if self.words[at].removesuffix("ed") in part_of("attacks") and self.words[at].endswith("ed"):
            what_if = "if" in self.near(at, 4) and not {"we", "i"}.isdisjoint(self.near(at, 3))
            return (at, self.group.last) if what_if and not self.negated(at) else None
        if self.words[at] in part_of("attacks") or doing(self.words[at]) in part_of("attacks"):
            return (at, self.group.last) if self._wanted(at) else None
        return None

    def _body_follows(self) -> bool:
        """ "smash your face": what is hit is the person."""
        after = self.words[self.group.last + 1] if self.group.last + 1 < self.end else ""
        return after in BODY or after in part_of("heads")

    def _wanted(self, at: int) -> bool:
        """Whether what begins here is wanted or ordered by the one who speaks."""
        near = self.near(at, 7)
        if (
            self.negated(at, 6)
            or self.yours(self.near(at, 3))
            or (self.group.sort == "person" and not JEST.isdisjoint(self.words[self.start : self.end]))
        ):
            return False
        orders = (at == self.start or near[-1] in ORDERS) and self.group.sort != "person" and not self.words[at].endswith("ing")
        if not orders and part_of("wants").isdisjoint(near):
            return False
        return not self.by_others(at) or not ALL_SHOULD.isdisjoint(near) or not {"i", "we", "'m", "im"}.isdisjoint(near)

    def _harmed(self) -> Hurt | None:
        """ "make them suffer", "snap the necks of ...": a line of the list round the group."""
        if self.none or _harming_begins().isdisjoint(self.words[self.start : self.group.first]):
            return None
        for line in lines("harming"):
            found = self._round(line)
            if found is not None and self._wanted(found[0]):
                return found
        return None

    def _round(self, line: tuple[tuple[frozenset[str], bool], ...]) -> Hurt | None:
        whom = next(n for n, (part, _) in enumerate(line) if "G" in part)
        for end in range(max(self.start, self.left), self.group.first):
            first = self.backwards(line[:whom], end)
            if first is None or first > end:
                continue
            at = self.group.last + 1
            for part, optional in line[whom + 1 :]:
                if at < self.end and self.words[at] in part:
                    at += 1
                elif not optional:
                    break
            else:
                return (self._verb_before(first), at - 1)
        return None

    def _verb_before(self, first: int) -> int:
        """ "the necks of ...": back to the word that wants it."""
        return first - 1 if first - 1 >= self.start and self.words[first - 1] == "the" else first

    def _disliked(self) -> Hurt | None:
        """ "I don't respect ..."; not "I don't want women to suffer", not of people of a trade."""
        at = self.left
        if at < self.start or self.words[at] not in part_of("likes") or not self.protected:
            return None
        if not self.negated(at, 3) or self.by_others(at) or self.yours(self.near(at, 3)):
            return None
        after = self.words[self.group.last + 1 : self.group.last + 2] if self.group.last + 1 < self.end else []
        said = after and after[0] in part_of("copula")  # "you can't believe that women are ..." dislikes nobody
        goes_on = said or (after and (after[0] in ("to", "who", "being", "getting", "any", "less") or after[0].endswith("ing")))
        return None if goes_on else (max(self.start, at - 1), self.group.last)

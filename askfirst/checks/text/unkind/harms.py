"""Every hurtful thing in a text and whom it hits: insults, put-downs, threats, shutting out, polls, rumours, emoji, slurs.

A hurtful word alone is nothing. It must be said of somebody: "Mr X is a ...", "you ...", "that ... Mr X". Slurs need nobody.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace

from askfirst.checks.draft import Author, Draft
from askfirst.checks.lists import listed
from askfirst.checks.text.groups.said_of import said
from askfirst.checks.text.groups.told_of import told_at, told_or_condemned
from askfirst.checks.text.patterns.phrases import Found, Sections, may_stand, phrases
from askfirst.checks.text.unkind.guards import Guards
from askfirst.checks.text.unkind.insults import Insult, Subject, insults, subject
from askfirst.checks.text.unkind.meant import Meant
from askfirst.checks.text.unkind.senses import CHEER, PRAISE, another_sense, jest, names_a_thing, of_a_moment, of_anyone, unmeant, warm
from askfirst.checks.text.unkind.slurs import hurtful_words, slurs, unkind_emoji
from askfirst.checks.text.unkind.targets import YOU, Person, Targets
from askfirst.checks.text.unkind.thrown import said_to, thrown
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["Harm", "Look", "harms"]


@dataclass(frozen=True, slots=True)
class Harm:
    """Tokens first to last. `kind` is "abuse" or "derogatory"; `how` names the pattern; excused: quoted or spoken against."""

    first: int
    last: int
    kind: str
    how: str
    target: Person | None = None
    excused: bool = False


class Look(Meant):
    """One draft looked over for hurtful words."""

    def __init__(self, draft: Draft, sections: Mapping[str, Set[int]]) -> None:
        self.words, self.said = draft.once(said)
        super().__init__(Targets(draft))
        self.sections = sections  # the patterns that may stand, by section
        self.guards = Guards(self.targets)

    # ------------------------------------------------------------ insults

    def insulted(self) -> Iterator[Harm]:
        for one in insults(self.targets):
            who = subject(self.targets, one)
            harm = self._aimed(one, who)
            if harm is not None:
                yield harm

    def _aimed(self, one: Insult, who: Subject) -> Harm | None:
        """What an insult with this subject is."""
        if who.sort == "told" or (one.strength == 3 and self.guards.quoted(one.first, one.last)):
            return Harm(one.first, one.last, "abuse", "insult", None, excused=True)
        harm = self._hit(one, who)
        if harm is None or not (
            self.guards.excused(one.first, one.last) or (harm.how == "group" and told_at(self.words, one.first, one.last))
        ):
            return harm
        return replace(harm, excused=True)

    def _hit(self, one: Insult, who: Subject) -> Harm | None:
        last = self._relative(one, who)
        if who.sort == "community" and one.strength >= 2:
            return Harm(one.first, last, "abuse", "community", who.person)
        if who.sort == "group" and one.strength >= 2:
            return Harm(one.first, last, "derogatory", "group")
        if warm(self.targets, one) or another_sense(self.targets, one):
            return None
        if who.sort in ("self", "thing", "none", "family") or one.strength < 2 or (self.guards.public(one.first) and who.sort != "person"):
            return None
        person = who.person if who.sort == "person" else self._meant(one, who)
        if person is None or self._in_public_life(person) or (who.sort == "fragment" and one.strength < 3):
            if one.mental and who.sort in ("someone", "he", "you"):
                return Harm(one.first, one.last, "derogatory", "word")
            at_you = person is None and who.sort == "you" and (one.hard or self.tokens[one.first - 1].word != "the")
            at_you = at_you and not (jest(self.targets, one.first) or of_anyone(self.targets, one.first))
            return Harm(one.first, one.last, "abuse", "unknown") if at_you else None
        return Harm(one.first, last, "abuse", "insult", person)

    def _in_public_life(self, person: Person) -> bool:
        return person.who == "public" or any(
            token.word in listed("people", "public") for token in self.tokens[person.first : person.last + 1]
        )

    def _meant(self, one: Insult, who: Subject) -> Person | None:
        if who.sort not in ("you", "he", "fragment"):
            return None
        near = self.targets.around(one.first)
        if who.sort == "he" and any(token.word in listed("people", "family") for token in self.tokens[near.start : one.first]):
            return None
        return self.targets.near(one.first, on=1 if who.sort == "you" else 0)

    def _relative(self, one: Insult, who: Subject) -> int:
        """How far the harm goes on: "... man who only got the job because ...", "... and your kids ...", a fragment to its end."""
        after = one.last + 1
        end = self.targets.tokens.sentences[self.tokens[one.first].sentence][1]
        if after > end:
            return one.last
        words = [token.word for token in self.tokens[after : after + 3]]
        if one.adjective and words[0] == "as" and after + 1 <= end:
            return min(end, after + (2 if words[1] in ("a", "an", "two", "the") else 1))  # "thick as mince", "dim as a lamp"
        words = words[:2]
        goes_on = words[0] in ("who", "whose") or (words[0] == "and" and words[-1] in ("your", "his", "ur", "her", "their"))
        goes_on = goes_on or (one.adjective and words[0] in ("to", "that"))
        if goes_on or (who.sort == "fragment" and end - one.first < 14):
            return end
        return one.last

    # ------------------------------------------------------------ patterns

    def patterns(self) -> Iterator[Harm]:
        for section in AIMED:
            for found in self._of_section(section):
                person = None if unmeant(self.targets, section, found) else self._pattern_target(section, found)
                if person is GROUP:
                    told = self.guards.excused(found.first, found.last) or told_at(self.words, found.first, found.last)
                    yield Harm(found.first, self._end(found), "derogatory", "group", None, told)
                    continue
                if person is not None and not (section in ("simile", "putdown") and self._praise(found)):
                    yield Harm(found.first, self._end(found), "abuse", section, person, self.guards.excused(found.first, found.last))
        yield from self._rumours()

    def thrown(self) -> Iterator[Harm]:
        """Hard words at whoever reads them: asked about where nobody is named."""
        for one in (*thrown(self.targets, self._of_section("thrown")), *said_to(self.targets, self._of_section("said_to"))):
            person = self.targets.near(one.first)
            told = self.guards.excused(one.first, one.last)
            yield Harm(one.first, one.last, "abuse", "putdown" if person else "unknown", person, told)

    def _of_section(self, section: str) -> Iterator[Found]:
        """Where patterns of this section stand."""
        if section in self.sections:
            yield from phrases("putdowns", section).find(self.targets.tokens, self, self.sections[section])

    def _end(self, found: Found) -> int:
        if not found.to_end:
            return found.last
        end = self.targets.tokens.sentences[self.tokens[found.first].sentence][1]
        return end if end - found.first < 30 else found.last

    def _praise(self, found: Found) -> bool:
        near = self.targets.around(found.first)
        words = {token.word for token in self.tokens[found.begin : near.stop]}
        return bool(words & PRAISE) or any(token.word in CHEER for token in self.tokens[near.start : found.begin])

    def _pattern_target(self, section: str, found: Found) -> Person | None:
        """Whom a pattern hits, or None where it hits nobody one could know."""
        inside = [one for one in self.targets.in_sentence(found.begin, found.last) if one.who != "public"]
        if self.guards.public(found.first) and not inside:
            return None
        if section in ("simile", "putdown", "wish"):
            who = subject(self.targets, Insult(found.begin, found.last, 3, hard=True)) if not inside else Subject("person", inside[0])
            if who.sort == "group":
                return GROUP
            if who.sort in ("self", "thing", "family", "told", "someone", "community"):
                return None
            if who.sort == "person" and who.person is not None:
                return who.person
            if found.begin and self.tokens[found.begin - 1].word in FIRST:
                return None
        if inside:
            return inside[0]
        if section == "poll":
            return self._class_as_person(found)
        person = self.targets.near(found.first, on=1)
        return person if person is not None else (self._class_as_person(found) if section == "threat" else None)

    def _class_as_person(self, found: Found) -> Person | None:
        """A poll about a class hits somebody in it."""
        for at in self.targets.around(found.first):
            if at in self.targets.pointed:
                return Person(at, self.targets.pointer_ends.get(at, at), "student", named=False)
        return None

    def _rumours(self) -> Iterator[Harm]:
        spread = any(True for _ in self._of_section("spread"))
        for found in self._of_section("rumour") if spread else ():
            for person in self.targets.in_sentence(found.begin, found.first):
                if person.who != "public":
                    yield Harm(found.first, self._end(found), "abuse", "rumour", person, self.guards.excused(found.first, found.last))
                    break

    def emoji(self) -> Iterator[Harm]:
        if self.targets.tokens.vocabulary.isdisjoint(unkind_emoji()):
            return
        at = 0
        while at < len(self.tokens):
            last = at
            if self.tokens[at].emoji:
                while last + 1 < len(self.tokens) and self.tokens[last + 1].emoji and self.tokens[last + 1].gap.strip(" \u200d") == "":
                    last += 1
                harm = self._emoji_run(at, last)
                if harm is not None:
                    yield harm
            at = last + 1

    def _emoji_run(self, first: int, last: int) -> Harm | None:
        hard, soft, laugh = (listed("insults", "emoji_" + name) for name in ("hard", "soft", "laugh"))
        run = [token.word for token in self.tokens[first : last + 1]]
        count = sum(one in soft or one in hard for one in run)
        if not count or any(one not in hard | soft | laugh for one in run):
            return None
        sentence = self.targets.around(first).start
        before = self.tokens[sentence:first]
        if any(token.word in listed("insults", "kind") or token.word in FIRST for token in before):
            return None
        person = next((one for one in reversed(list(self.targets.in_sentence(sentence, first))) if one.who != "public"), None)
        if person is None:
            person = self.targets.by_first.get(last + 2) if self.tokens[min(last + 1, len(self.tokens) - 1)].word in POINTS_ON else None
            return Harm(first, last, "abuse", "emoji", person, self.guards.excused(first, last)) if person and count > 1 else None
        if first - person.last > 9:
            return None
        between = range(person.last + 1, first)
        near = all(at in self.targets.pointed or self.tokens[at].word in ("in", "from") for at in between) or self.tokens[
            first - 1
        ].word in ("=", "is", "'s", "a", "like", "absolute", "total", "such")
        if (not near and not any(one in hard for one in run)) or (count < 2 and not (near and run[0] in hard)):
            return None
        return Harm(first, last, "abuse", "emoji", person, self.guards.excused(first, last))

    def groups(self) -> Iterator[Harm]:
        for found in self._of_section("group"):
            if names_a_thing(self.targets, found.last) or of_a_moment(self.targets, found.last):
                continue
            if (
                (not found.begin or self.tokens[found.begin - 1].word not in FIRST)
                and all(token.word != "i" for token in self.tokens[max(0, found.begin - 4) : found.begin])
                and not (self.guards.public(found.first) and found.pattern == 0)
                and not self._praise(found)
            ):
                told = self.guards.excused(found.first, found.last) or told_at(self.words, found.first, found.last)
                person = self._spoken_to(found)
                kind, how = ("abuse", "insult") if person else ("derogatory", "group")
                yield Harm(found.first, self._end(found), kind, how, person, told)
        for found in self._of_section("ref"):
            yield Harm(found.first, found.last, "derogatory", "official", None, self.guards.excused(found.first, found.last))

    def _spoken_to(self, found: Found) -> Person | None:
        """ "Sam Poole go back to your country": who is named just before, where the words are said to somebody."""
        if YOU.isdisjoint(token.word for token in self.tokens[found.first : found.last + 1]):
            return None
        before = self.targets.by_last.get(found.begin - 1)
        return (
            before
            if before is not None and before.who != "public" and self.tokens[found.begin].sentence == self.tokens[before.last].sentence
            else None
        )

    def whole_groups(self) -> Iterator[Harm]:
        """What is said or wished of people by their sort."""
        words = self.words
        if words is None:
            return
        for group, (begin, end) in self.said:
            first, last = words.numbers[begin], words.numbers[end]
            excused = self.guards.quoted(first, last) or told_or_condemned(words, begin, end)
            if group.sort not in ("person", "self"):
                yield Harm(first, last, "derogatory", "group", None, excused)
            elif not (jest(self.targets, first) or of_anyone(self.targets, first) or self.guards.quotes):
                yield Harm(first, last, "abuse", "unknown", None, excused)

    def slurred(self) -> Iterator[Harm]:
        for first, last in slurs(self.targets, self.guards):
            yield Harm(first, last, "derogatory", "slur", None, self.guards.excused(first, last))


GROUP = Person(-1, -1, "group", named=False)  # a put-down of a whole group
FIRST = frozenset("i me my we us our myself 'm mine".split())
NOTHING = Draft("", Author.STAFF)
POINTS_ON = frozenset("when whenever if = is".split())  # a row of signs, then whom they are for
AIMED = ("threat", "wish", "exclude", "poll", "simile", "putdown")
PUTDOWNS = Sections("putdowns", *AIMED, "thrown", "said_to", "spread", "rumour", "group", "ref")


def harms(draft: Draft) -> tuple[Targets, list[Harm]]:
    """Everything hurtful, the longer of overlapping ones, abuse before derogatory. Linear. Most texts hold nothing of it and end there."""
    tokens = draft.once(Tokens)
    sections = may_stand(PUTDOWNS, draft)
    if not sections and not draft.once(said)[1] and tokens.vocabulary.isdisjoint(hurtful_words()):
        return NOTHING.once(Targets), []
    look = Look(draft, sections)
    found = [*look.insulted(), *look.patterns(), *look.thrown(), *look.emoji(), *look.groups(), *look.whole_groups(), *look.slurred()]
    found.sort(key=lambda one: (one.how == "unknown", one.kind != "abuse", one.first - one.last, one.first))
    taken: set[int] = set()
    kept = []
    for one in found:
        places = range(one.first, one.last + 1)
        if not taken.intersection(places):
            kept.append(one)
            taken.update(places)
    return look.targets, sorted(kept, key=lambda one: one.first)

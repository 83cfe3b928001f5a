"""What should be done to a whole group, or is denied to it: "should be shot", "don't deserve rights", "must go back".

A "not" turns each round: "should never be shot" is kind. Girls and parents may be asked to go back to their form.
"""

from itertools import pairwise

from askfirst.checks.text.groups.around import RIGHT, Hurt, lines, part_of
from askfirst.checks.text.groups.done_to import Done

__all__ = ["BREAKS", "Owed"]

BREAKS = frozenset("but because who when if while although though unless".split())
SURE = frozenset("should must ought shall need needs deserve deserves gotta better have has want 'd".split())
HARM = frozenset("abuse hate hatred treatment racism blame hurt bullying harassment violence insults that".split())
PAST_RULES = frozenset("allowed permitted considered treated counted taken welcome wanted respected protected accepted".split())
HOMES = frozenset("country came home belong".split())
FEARS = frozenset(
    "afraid scared frightened fear worry hide suffer face feel ashamed called treated abused attacked told bullied mocked blamed".split()
)
LONGED = frozenset("wish hope want better world glad laugh cheer dream pray praying wishing hoping".split())
NEVER = frozenset(
    "human trusted equal real belong normal good worthy civilised decent trust smart clever intelligent capable honest clean amount better".split()
)
AROUND_SCHOOL = frozenset(
    "girls boys women men mums dads ladies kids children students pupils parents teachers people families drivers travellers families guys they them"
    " staff players fans visitors cyclists girl boy pensioners student child wives mothers feminists".split()
)


def _spoken_of_hurt(window: list[str]) -> bool:
    """ "don't deserve this abuse"."""
    return not all(words.isdisjoint(window) for words in (part_of("wished"), FEARS, HARM))


class Owed(Done):
    """One group, and what is held right for it."""

    @property
    def longed(self) -> bool:
        """Whether somebody speaks of what should be: "I wish all ...", "a better world"."""
        return not LONGED.isdisjoint(self.near(self.group.first, 10)) and not self.negated(self.group.first, 5)

    def doubted(self) -> bool:
        """ "I don't believe that ... are": the "not" stands before."""
        near = self.near(self.left + 1, 4)
        return any(one in part_of("nots") and other in ("think", "believe", "agree", "find", "see") for one, other in pairwise(near))

    def in_those_days(self, at: int) -> bool:
        """ "... were not allowed to vote": what was so in the past."""
        return self.words[at - 1] in ("was", "were") and not PAST_RULES.isdisjoint(self.words[at : at + 3])

    def owed(self, at: int) -> Hurt | None:
        """ "should be shot", "don't deserve rights", "must go back": harm wished, or taken away what everybody is owed."""
        word = self.words[at]
        window = self.words[at : min(self.end, at + RIGHT)]
        longed = self.longed
        turned, sure, deserve = self.none, longed and word in ("would", "could", "'d"), False
        for n, one in enumerate(window):
            if (one in BREAKS and n) or (one in FEARS and turned) or (one == "ashamed" and self.group.sort == "person"):
                return None
            if one in part_of("nots") and window[n + 1 : n + 2] not in (["stop"], ["help"]):
                turned = not turned
            has = one in ("have", "has") and window[n + 1 : n + 2] not in (["to"], ["got"])  # "have estimated": it holds nothing right
            sure = sure or (one in SURE and not has)
            deserve = deserve or one in ("deserve", "deserves", "belong", "belongs", "matter", "matters", "count")
            if one in ("belong", "belongs") and not turned and not part_of("places").isdisjoint(window[n : n + 5]):
                return (at, at + min(len(window) - 1, n + 4))
            last = at + n == self.end - 1
            gone = self._gone(at + n) if n else 0
            if n and (gone or one in part_of("wished") or (one == "leave" and last and n < 4)):
                bare = gone and word in ("can", "could", "will", "'ll", "would")
                return (at, max(gone - 1, at + n)) if not turned and (sure or bare) else None
            denied = (deserve and not _spoken_of_hurt(window)) or (one in part_of("owed") and (sure or one in NEVER))
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
        if not rude and self.group.sort == "person" and HOMES.isdisjoint(self.words[at : at + 7]):
            return 0  # "he can go to the office"
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

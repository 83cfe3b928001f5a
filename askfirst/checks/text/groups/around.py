"""One group in its sentence: the words before and after it, who speaks, and whether a "not" turns what is said."""

from functools import cache

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.groups.whole import Group, GroupWords

__all__ = ["RIGHT", "Around", "Hurt", "lines", "part_of", "verbs"]

Hurt = tuple[int, int]  # words first to last
LEFT, RIGHT = 14, 16
FIRST_PERSON = frozenset("i we else im 'm me us ive everyone everybody lets let you".split())
OTHERS = frozenset(
    "he she they it people some someone somebody who racists bigots nazis anyone anybody others man men mum dad which".split()
)
INCITES = frozenset("should must ought gotta need better lets".split())


@cache
def part_of(name: str) -> frozenset[str]:
    """One section of the list of words about groups."""
    return listed("whole", name)


@cache
def verbs() -> frozenset[str]:
    """What says something of somebody: "are", "should"."""
    return part_of("copula") | part_of("modal")


@cache
def lines(name: str) -> tuple[tuple[tuple[frozenset[str], bool], ...], ...]:
    """A section whose lines are words after words, with | between choices and ? after what may be missing."""
    return tuple(
        tuple((frozenset(part.rstrip("?").split("|")), part.endswith("?")) for part in line.split()) for line in entries("whole", name)
    )


class Around:
    """One group, and the words before and after it in its sentence."""

    def __init__(self, words: GroupWords, group: Group) -> None:
        self.words = words.words
        self.all_words = words
        self.signs = words.signs
        self.group = group
        self.start, _ = words.bounds(group.first, LEFT)
        _, self.end = words.bounds(group.last, RIGHT)
        self.asked_after = self.end if self.end < len(words.words) and self.end - self.start < 12 else -1  # what stands after the sentence
        self.left = group.first - 1
        self.adjective: int | None = None
        self.none = False  # "no woman", "not a single woman"
        while self.left >= self.start and (
            self.words[self.left] in part_of("before_people") or self.words[self.left] in part_of("bad_before")
        ):
            if self.words[self.left] in part_of("bad_before") and self.words[self.left + 1] != "that":
                self.adjective = self.left  # not "it is disgusting that ..."
            each = self.words[self.left] == "every" and self.near(self.left, 2) == ["each", "and"]
            self.left -= 3 if each else 1
        if (
            group.sort == "trade"
            and self.left > self.start
            and self.words[self.left - 1] in ("all", "these", "those", "most", "of", "every")
        ):
            self.left -= 1 + (self.words[self.left - 1] != "of")  # "all government workers"
        if self.left >= self.start and self.words[self.left] in ("no", "none") and "," not in self.all_words.gap(self.left + 1):
            self.none = True

    @property
    def protected(self) -> bool:
        """Whether it is a group that could be hated as such, and named."""
        return self.group.sort in ("many", "one")

    def yours(self, near: list[str]) -> bool:
        """ "you want them gone?", "if you would kill them": laid at somebody's door, not ordered."""
        return "you" in near and INCITES.isdisjoint(near) and {"i", "we"}.isdisjoint(near)

    def near(self, at: int, far: int) -> list[str]:
        """The words just before this one."""
        return self.words[max(self.start, at - far) : at]

    def negated(self, at: int, far: int = 4) -> bool:
        near = self.near(at, far)
        if not {"stop", "refuse", "refused", "quit"}.isdisjoint(near):
            return True
        return any(one in part_of("nots") and near[n + 1 : n + 2] not in (["wait"], ["help"], ["stop"]) for n, one in enumerate(near))

    def by_others(self, at: int) -> bool:
        """Whether somebody else does it: "they hate women"."""
        for word in reversed(self.near(at, 3)):
            if word in FIRST_PERSON:
                return False
            if word in OTHERS:
                return True
        return False

    def backwards(self, line: tuple[tuple[frozenset[str], bool], ...], at: int) -> int | None:
        """Where the line begins that ends at this word."""
        for part, optional in reversed(line):
            if at >= self.start and self.words[at] in part:
                at -= 1
            elif not optional:
                return None
        return at + 1

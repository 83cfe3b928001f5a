"""Insulting words as they stand together ("lazy, clueless cow"), and what they are said of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from askfirst.checks.lists import listed
from askfirst.checks.text.unkind.insult_words import insult_at, insult_places
from askfirst.checks.text.unkind.targets import YOU, Person, Targets
from askfirst.checks.text.words.token import Token

__all__ = ["Insult", "Subject", "insults", "subject"]

COPULA = frozenset("est es jest ist yw ydy is 's are 're r was were be been being = to seems looks sounds became remains isn't".split())
NOT = frozenset("not nt never isnt arent wasnt aint isn't werent no hardly".split())
SELF = frozenset("i me myself 'm am we us ourselves mine".split())
THINGS = frozenset("it this that these those which what there everything something".split())
EVERYBODY = frozenset("everyone everybody anyone anybody whoever people those anyone's every1".split())
CALLED = frozenset("called call calls calling named said says".split())
MENTAL = frozenset(
    "psycho nutter nutjob headcase schizo loony mentalist nutcase lunatic maniac psychopath sociopath spaz mong retard".split()
)
OF_THINGS = frozenset("bitch bastard pig swine bastards bitches sod prick turd fraud filth".split())
LINK = frozenset("and n i aur y et e ve und or & old little".split())
POINTING = frozenset("this that ur his her my".split())
BUNCH = frozenset("bunch load pack lot set shower herd gang crowd".split())
PLACES = frozenset("of at in from on with off round".split())  # "cleaners from that agency are": the word after these is not who is meant
WHEN = frozenset("morning afternoon evening week term time year lesson weekend night day".split())
NOT_PEOPLE = frozenset(
    "gulls seagulls pigeons magpies wasps foxes squirrels horses sheep kittens puppies hamsters exams mocks phones printers laptops trains buses keys shoes"
    " rules words emails lyrics lines songs films books games bikes others these those politics maths".split()
)
ARTICLES = frozenset("a an the such one".split())


FAR = 16  # tokens to the left in which a subject is looked for


@dataclass(frozen=True, slots=True)
class Insult:
    """Tokens first to last. Strength 3: an insult in any frame; 2: only in "X is ..."; less: nothing alone."""

    first: int
    last: int
    strength: int
    hard: bool = False
    mental: bool = False
    adjective: bool = False  # describes, names nothing


@dataclass(frozen=True, slots=True)
class Subject:
    """What an insult is said of: person, you, he, self, thing, group, community, someone, family, fragment, told, none."""

    sort: str
    person: Person | None = None


def insults(targets: Targets) -> Iterator[Insult]:
    """Runs of insulting words, in the order of the text."""
    tokens, past = targets.all, 0
    for at in insult_places(targets.tokens):
        if at >= past and insult_at(tokens, at)[0]:
            last, kinds = _run(tokens, at)
            yield _weigh(tokens, at, last, kinds)
            past = last + 1


def _joined(token: Token) -> bool:
    return token.gap.strip(" ,-/\n") == "" and len(token.gap) < 4


def _run(tokens: tuple[Token, ...], first: int) -> tuple[int, list[str]]:
    sort, last = insult_at(tokens, first)
    kinds, at = [sort], last + 1
    while at < len(tokens) and tokens[at].sentence == tokens[first].sentence and _joined(tokens[at]):
        sort, end = insult_at(tokens, at)
        if not sort and tokens[at].gap == " ":
            sort = _after_another(tokens[at].word, kinds)
        if sort:
            last = at = end
            kinds.append(sort)
        elif _one_between(tokens, at):
            pass
        elif not (tokens[at].word in LINK or tokens[at].word in ("a", "an", "such", "total", "absolute", "fucking", "so", "two")):
            break
        at += 1
    return last, kinds


def _after_another(word: str, kinds: list[str]) -> str:
    """What a word is after an insulting one: "grumpy old goat", "pathetic little man"."""
    if word in listed("insults", "beasts") and kinds[-1] in ("mild", "adjective"):
        return "soft"
    heads = listed("insults", "heads")
    return "head" if word in heads or word.removesuffix("s") in heads else ""


def _one_between(tokens: tuple[Token, ...], at: int) -> bool:
    """One plain word between two hurtful ones: "ugly ginger freak"."""
    if (
        at + 1 >= len(tokens)
        or tokens[at].gap != " "
        or tokens[at + 1].gap != " "
        or not tokens[at].word.isalpha()
        or len(tokens[at].word) < 3
    ):
        return False
    return insult_at(tokens, at + 1)[0] in ("hard", "soft") and insult_at(tokens, at - 1)[0] in ("adjective", "mild")


def _weigh(tokens: tuple[Token, ...], first: int, last: int, sorts: list[str]) -> Insult:
    hard = "hard" in sorts
    kinds = sorts.count("adjective") + sorts.count("mild")
    strength = 0
    if hard or ("soft" in sorts and kinds) or ("adjective" in sorts and "head" in sorts):
        strength = 3
    elif "soft" in sorts or "adjective" in sorts or kinds >= 3 or (kinds == 2 and "head" in sorts):
        strength = 2
    noun = hard or "soft" in sorts or "head" in sorts
    mental = any(token.word in MENTAL for token in tokens[first : last + 1])
    if not noun and kinds >= 2 and "adjective" in sorts:
        strength = 3
    return Insult(first, last, strength, hard, mental, adjective=not noun)


def subject(targets: Targets, one: Insult) -> Subject:
    """What the insult is said of, by the words just before it (or the name just after)."""
    tokens = targets.all
    floor = max(targets.tokens.sentences[tokens[one.first].sentence][0], one.first - FAR)
    if _of_a_thing(tokens, one):
        return Subject("thing")
    at, skipped = _past_filler(targets, one.first - 1, floor)
    own = _words_of_its_own(targets, at, floor) if one.strength == 3 else 0
    if own:
        at, more = _past_filler(targets, at - own, floor)  # "a pompous ...", "a dried up ..."
        skipped += more
    if one.hard and at - 1 >= floor and tokens[at - 1].word in YOU and not ARTICLES.intersection(skipped) and tokens[at].gap == " ":
        return Subject("you")  # "you sweaty ..."
    named = targets.by_first.get(one.last + 1)
    if named is not None and tokens[one.last + 1].gap == " " and one.strength == 3 and not one.adjective:
        return Subject("person", named)
    if any(word in NOT for word in skipped) or (at >= floor and tokens[at].word in NOT):
        return Subject("none")
    if at < floor:
        return Subject("fragment" if floor == targets.tokens.sentences_first(tokens[one.first].sentence) else "none")
    return _before(targets, at, floor, one, bool(skipped))


def _past_filler(targets: Targets, at: int, floor: int) -> tuple[int, list[str]]:
    """The first word to the left that is more than filling, "a bunch of" passed over too; and the filling."""
    tokens = targets.all
    skipped: list[str] = []
    while at >= floor and at not in targets.by_last and "\u2019" not in tokens[at].gap:
        if tokens[at].word == "of" and at > floor and tokens[at - 1].word in BUNCH:
            at -= 2
            continue
        if tokens[at].word not in listed("insults", "filler") or (tokens[at].word in POINTING and not skipped):
            break
        skipped.append(tokens[at].word)
        at -= 1
    return at, skipped


def _words_of_its_own(targets: Targets, at: int, floor: int) -> int:
    """How many plain words, two at most, stand between "a" and the insult."""
    tokens = targets.all
    for many in (1, 2):
        between = range(at - many + 1, at + 1)
        if at - many < floor or any(
            not tokens[one].word.isalpha() or one in targets.by_last or tokens[one].word in COPULA for one in between
        ):
            return 0
        if tokens[at - many].word in ("a", "an", "such"):
            return many
    return 0


def _of_a_thing(tokens: tuple[Token, ...], one: Insult) -> bool:
    """ "an absolute dobber of a machine"."""
    after = [token.word for token in tokens[one.last + 1 : one.last + 4]]
    return (
        after[:1] == ["of"]
        and len(after) == 3
        and after[1] in ("a", "an")
        and after[2] not in listed("insults", "heads")
        and after[2] not in listed("people", "roles")
    )


def _before(targets: Targets, at: int, floor: int, one: Insult, skipped: bool) -> Subject:
    """The subject by the word before the insult (and what leads up to it)."""
    tokens = targets.all
    word = tokens[at].word
    named = _named_before(targets, at)
    if named is not None:
        asked = named.first > floor and tokens[named.first - 1].word in COPULA  # "why is Niamh in 8B so ..."
        return Subject("person" if asked or (one.strength == 3 and at in targets.by_last) else "none", named)
    if word == "'s" and not skipped and not one.adjective and at - 1 in targets.by_last:
        return Subject("none")  # "Georgia's dog"
    if word in ("'m", "am"):
        return Subject("self")
    if word in COPULA and not (word == "to" and not one.hard):
        return _said_of(targets, at, floor, sure=one.hard and tokens[one.last].word not in OF_THINGS, many=tokens[one.last].word[-1] == "s")
    if word in CALLED or (at > floor and tokens[at - 1].word in CALLED):
        return Subject("told")
    sort = "he" if word == "who" else _means().get(word, "none")
    if sort == "group" or at in targets.pointed:
        return Subject("group" if one.hard else "none")
    return Subject(sort if sort in ("you", "self", "he", "someone") else "none")


def _named_before(targets: Targets, at: int) -> Person | None:
    """Somebody named just here, or just before the class that stands here."""
    if at in targets.by_last:
        return targets.by_last[at]
    return _of_class(targets, at).person if at in targets.pointed else None


@cache
def _means() -> dict[str, str]:
    """What a word says of whom a sentence is about."""
    means = (
        ("someone", listed("people", "someone")),
        ("family", listed("people", "family")),
        ("group", listed("people", "groups")),
        ("thing", THINGS),
        ("community", EVERYBODY),
        ("he", frozenset({"he", "she", "they", "xe"})),
        ("you", YOU),
        ("self", SELF),
    )
    return {word: sort for sort, words in means for word in words}


def _said_of(targets: Targets, copula: int, floor: int, *, sure: bool, many: bool) -> Subject:
    """The subject to the left of "is"; sure: the insult fits nothing but a person, so a capital word alone is somebody."""
    tokens = targets.all
    start = max(floor, copula - FAR)
    relative = False
    for at in range(copula - 1, start - 1, -1):
        if tokens[at].word == "who" and at > floor:
            copula, relative = at, True
            break
    for at in range(copula - 1, start - 1, -1):
        if tokens[at + 1].word in WHEN:
            continue  # "this morning"
        if at > start and tokens[at].word in THINGS and at < copula - 1 and tokens[at - 1].word in PLACES:
            continue
        found = _one(targets, at, sure=sure and at == copula - 1 and tokens[copula].word not in ("are", "were", "'re"))
        if found is not None:
            return found
        if not relative and at == copula - 1 and _a_noun(tokens, at, floor):
            return Subject("he" if tokens[at].word in listed("people", "persons") else "thing")
    return Subject("group" if sure and many and _people(tokens, copula, start) else "none")


def _people(tokens: tuple[Token, ...], copula: int, start: int) -> bool:
    """ "opticians are ...": whoever "are" something that only people are, and in many, where no beast or thing is meant."""
    if copula - 1 < start or tokens[copula].word not in ("are", "r", "'re", "were"):
        return False
    word = tokens[copula - 1].word
    return word[-1] == "s" and len(word) > 4 and word not in listed("people", "public") | NOT_PEOPLE | listed("whole", "things")


def _a_noun(tokens: tuple[Token, ...], at: int, floor: int) -> bool:
    """ "the printer is": a noun of its own, not one that places somebody ("the cook at our place is") or says when ("this morning was")."""
    if tokens[at].word in WHEN:
        return False
    if at - 1 < floor or tokens[at - 1].word not in ("the", "my", "this", "that", "our", "a", "'s"):
        return False
    return at - 2 < floor or tokens[at - 2].word not in ("at", "in", "from", "on", "with", "of")


def _one(targets: Targets, at: int, *, sure: bool = False) -> Subject | None:
    """What this word says of the subject, or None to look further to the left."""
    if at in targets.by_last:
        return Subject("person", targets.by_last[at])
    sort = _means().get(targets.all[at].word)
    if sort is None and sure and targets.looks_named(at):
        return Subject("person", Person(at, at, "someone"))
    if sort == "community" and at and targets.all[at].word == "people" and targets.all[at - 1].word in listed("people", "described"):
        return Subject("group")
    if sort == "community":
        return Subject("community", Person(at, at, "group", named=False)) if targets.school_near(at) else Subject("none")
    if at in targets.pointed:
        return _of_class(targets, at)
    if sort == "family" and at > 1 and targets.all[at - 1].word == "'s" and at - 2 in targets.by_last:
        return Subject("person", targets.by_last[at - 2])
    return Subject(sort) if sort else None


def _of_class(targets: Targets, at: int) -> Subject:
    """ "Nowak in 8B is ...", "that lad with the red bag in 9C is ...": the person whose class it is, or else the class."""
    first, _ = targets.tokens.sentences[targets.all[at].sentence]
    for before in range(at - 1, max(first - 1, at - 9), -1):
        if before in targets.by_last and (before > at - 5 or not targets.by_last[before].named):
            return Subject("person", targets.by_last[before])
    return Subject("group")

"""Slurs: words that hurt a whole group, whoever they are thrown at. Not when used of oneself, told of, or meaning something else."""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.unkind.guards import Guards
from askfirst.checks.text.unkind.insult_words import waking_words
from askfirst.checks.text.unkind.insults import MENTAL
from askfirst.checks.text.unkind.targets import YOU, Targets

__all__ = ["hurtful_words", "slurs", "unkind_emoji"]

HOSTILE = frozenset("you u ya fucking fuckin bloody dirty stupid filthy disgusting ugly these those fat".split())
FRAMED = frozenset(
    "poof nip coon coons chink gyp sped midget midgets tramps benders cripple cripples faggots loony mongrel mongrels infidel infidels darkie darkies darky wigger wiggers jigaboo".split()
)
BEFORE_FRAMED = HOSTILE | frozenset("a an of like absolute total such big proper little right only all no".split())
POINTS = frozenset("that this".split())
POINTS_AT_MANY = frozenset("these those them all the more many".split())
BETWEEN = frozenset(
    "stupid dirty filthy ugly little fucking fuckin bloody absolute fat old silly dumb nasty evil cheap total whole damn".split()
)
LIKE_WHOM = frozenset("you u her him them she those these".split())
HEADS = (
    "head",
    "fucker",
    "nigger",
    "back",
    "shagger",
    "monkey",
    "botherer",
    "basher",
    "packer",
    "lifter",
    "licker",
)  # second half of a slur
OF_IT = frozenset("that this ur your my the these those our".split())
BEINGS = frozenset(
    "character couple friend friends singer actor author poet artist penguin penguins club bar community brother cousin mate".split()
)
THING_IS = frozenset("is 's are so well proper dead bare pure bit a really just literally actually looks look pretty".split())
AFTER_GAY = frozenset(
    "why when but cos because coz how what for and honestly lol lmao tbh ngl fr as i bro mate man innit anyway rn like haha omg smh it he she they that im i'm its no".split()
)
OF_SCHOOL = frozenset(
    "maths english science physics chemistry biology geography history pe re french spanish german homework timetable test exam exams lesson lessons"
    " uniform game app song shoes trainers hair bag school detention assembly rule rules phone hat coat jumper blazer tie project essay coursework"
    " weather music car place town day week film movie show bus canteen lunch update filter it this that".split()
)
MENTAL_ALONE = MENTAL - {"spaz", "mong", "retard"}


@cache
def slur_words() -> frozenset[str]:
    """Every word that may be a slur, plurals too."""
    words = listed("insults", "slurs") | {"gay", "gayy"}
    words |= {word.removesuffix(head) + "-" + head for word in words for head in HEADS if word.endswith(head) and "-" not in word}
    return words | {word + "s" for word in words}


@cache
def unkind_emoji() -> frozenset[str]:
    return listed("insults", "emoji_hard") | listed("insults", "emoji_soft")


@cache
def hurtful_words() -> frozenset[str]:
    """Every word and sign that an insult, a slur or a row of emoji is made of, plurals too: a text without any needs no closer look."""
    return waking_words() | slur_words() | _in_two().keys() | unkind_emoji()


@cache
def _in_two() -> dict[str, frozenset[str]]:
    """Slurs with a hyphen, as they stand without it: the first word and what follows it."""
    found: dict[str, set[str]] = {}
    for word in slur_words():
        first, hyphen, rest = word.partition("-")
        if hyphen and len(first) > 2 and len(rest) > 3 and rest.isalpha():
            found.setdefault(first, set()).add(rest)
    return {first: frozenset(rest) for first, rest in found.items()}


def slurs(targets: Targets, guards: Guards) -> Iterator[tuple[int, int]]:
    """First and last token of each slur used as one."""
    yield from ((at, at) for at in _of_one_word(targets, guards))
    for at in targets.tokens.places_of(_in_two().keys()):
        after = targets.all[at + 1] if at + 1 < len(targets.all) else None
        if after is not None and after.gap in (" ", "-") and after.word in _in_two()[targets.all[at].word] and not guards.own(at):
            yield at, at + 1
    for at in targets.tokens.places_of(listed("insults", "pointed")):
        if _pointed_out(targets, at) and not guards.own(at):
            yield at, at


def _pointed_out(targets: Targets, at: int) -> bool:
    """ "that ... over there", "these stupid ...", "... like her": somebody is pointed at. Not "that ... of a printer"."""
    tokens, back = targets.all, at - 1
    first, last = targets.tokens.sentences[tokens[at].sentence]
    after = [token.word for token in tokens[at + 1 : min(last, at + 2) + 1]]
    if after[:1] in (["of"], ["face"]) or (after[:1] == ["like"] and after[1:] == ["this"]):
        return False
    if after[:1] == ["like"] and len(after) > 1 and after[1] in LIKE_WHOM:
        return True
    while back >= first and tokens[back].word in BETWEEN:
        back -= 1
    many = tokens[at].word.endswith("s")
    return back >= first and (tokens[back].word in POINTS or (many and tokens[back].word in POINTS_AT_MANY))


def _of_one_word(targets: Targets, guards: Guards) -> Iterator[int]:
    """The tokens that are slurs used as slurs."""
    for at in targets.tokens.places_of(slur_words()):
        word = _singular(targets.all[at].word)
        if word in ("gay", "gayy"):
            if _put_down(targets, at) and not guards.own(at):
                yield at
        elif (
            word in listed("insults", "slurs")
            and word not in MENTAL_ALONE
            and not guards.own(at)
            and not guards.food(at)
            and not _homonym(targets, at)
        ):
            before = targets.all[at - 1].word if at else ""
            if (word in listed("insults", "reclaimed") and word not in FRAMED and before not in HOSTILE) or (
                word in FRAMED and before not in BEFORE_FRAMED
            ):
                continue
            yield at


def _singular(word: str) -> str:
    """The word as the list has it: a plural it does not hold loses its s."""
    word = word if word in listed("insults", "slurs") else word.replace("-", "")
    return word[:-1] if word.endswith("s") and word not in listed("insults", "slurs") else word


def _homonym(targets: Targets, at: int) -> bool:
    """ "a nip of brandy", "a chink in the armour": by a word beside it, another word that is spelled alike."""
    beside = _homonyms().get(_singular(targets.all[at].word))
    return beside is not None and not beside.isdisjoint(token.word for token in targets.all[max(0, at - 2) : at + 5])


@cache
def _homonyms() -> dict[str, frozenset[str]]:
    """For each word that is spelled like a slur, the words beside it that show so."""
    lines = [line.split() for line in entries("insults", "homonyms")]
    return {line[0]: frozenset(line[1:]) for line in lines}


def _put_down(targets: Targets, at: int) -> bool:
    """ "maths is gay", "that's so gay": said of a thing, and nothing follows that it would describe."""
    tokens = targets.all
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if at > 1 and tokens[at - 1].word == "a" and tokens[at - 2].word == "such" and after.word in OF_SCHOOL:
            return True  # "such a gay song"
        if after.gap.strip() == "" and "\n" not in after.gap and after.word not in AFTER_GAY and not after.emoji:
            return False
    first, _ = targets.tokens.sentences[tokens[at].sentence]
    back = at - 1
    while back >= first and tokens[back].word in THING_IS:
        back -= 1
    if back == at - 1 or back < first:
        return False
    so = tokens[at - 1].word in ("so", "well", "proper")
    return tokens[back].word in OF_SCHOOL or (so and (tokens[back].word in YOU or _a_thing(targets, back, first)))


@cache
def _somebody() -> frozenset[str]:
    """Words for somebody."""
    return BEINGS.union(*(listed("people", name) for name in ("persons", "roles", "family", "someone")))


def _a_thing(targets: Targets, at: int, first: int) -> bool:
    """ "that top", "your new coat": something pointed at that is nobody."""
    word = targets.all[at].word
    near = (targets.all[one].word for one in range(max(first, at - 2), at))
    return word.isalpha() and word not in _somebody() and at not in targets.by_last and any(one in OF_IT for one in near)

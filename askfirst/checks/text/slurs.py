"""Slurs: words that hurt a whole group, whoever they are thrown at. Not when used of oneself, told of, or meaning something else."""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.guards import Guards
from askfirst.checks.text.insults import MENTAL, word_sorts
from askfirst.checks.text.targets import YOU, Targets

__all__ = ["hurtful_words", "slurs", "unkind_emoji"]

HOSTILE = frozenset("you u ya fucking fuckin bloody dirty stupid filthy disgusting ugly these those fat".split())
FRAMED = frozenset(
    "poof nip coon coons chink gyp sped midget midgets tramps benders cripple cripples faggots loony mongrel mongrels infidel infidels".split()
)
BEFORE_FRAMED = HOSTILE | frozenset("a an of like absolute total such big proper little right only all no".split())
THING_IS = frozenset("is 's are so well proper dead bare pure bit a really just literally actually looks look pretty".split())
AFTER_GAY = frozenset("for and honestly lol lmao tbh ngl fr as i bro mate man innit anyway rn like haha omg smh".split())
OF_SCHOOL = frozenset(
    "maths english science physics chemistry biology geography history pe re french spanish german homework timetable test exam exams lesson lessons"
    " uniform game app song shoes trainers hair bag school detention assembly rule rules phone hat coat jumper blazer tie project essay coursework"
    " weather music car place town day week film movie show bus canteen lunch update filter it this that".split()
)


@cache
def slur_words() -> frozenset[str]:
    """Every word that may be a slur, plurals too."""
    words = listed("insults", "slurs") | {"gay", "gayy"}
    return words | {word + "s" for word in words}


@cache
def unkind_emoji() -> frozenset[str]:
    return listed("insults", "emoji_hard") | listed("insults", "emoji_soft")


@cache
def hurtful_words() -> frozenset[str]:
    """Every word and sign that an insult, a slur or a row of emoji is made of, plurals too: a text without any needs no closer look."""
    return frozenset(word_sorts()) | slur_words() | unkind_emoji()


def slurs(targets: Targets, guards: Guards) -> Iterator[int]:
    """The tokens that are slurs used as slurs."""
    for at in targets.tokens.places_of(slur_words()):
        word = _singular(targets.all[at].word)
        if word in ("gay", "gayy"):
            if _put_down(targets, at) and not guards.own(at):
                yield at
        elif (
            word in listed("insults", "slurs")
            and word not in MENTAL - {"spaz", "mong", "retard"}
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
        if after.gap.strip() == "" and "\n" not in after.gap and after.word not in AFTER_GAY and not after.emoji:
            return False
    first, _ = targets.tokens.sentences[tokens[at].sentence]
    back = at - 1
    while back >= first and tokens[back].word in THING_IS:
        back -= 1
    if back == at - 1 or back < first:
        return False
    so = tokens[at - 1].word in ("so", "well", "proper")
    return tokens[back].word in OF_SCHOOL or (so and tokens[back].word in YOU)

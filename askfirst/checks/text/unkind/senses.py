"""When a hurtful word means no harm: warmth, a part on a stage, "stupid good", "gonna kill you lol", a wish that is kind."""

from askfirst.checks.lists import listed
from askfirst.checks.text.patterns.phrases import Found
from askfirst.checks.text.unkind.insults import Insult
from askfirst.checks.text.unkind.targets import YOU, Targets

__all__ = ["CHEER", "PRAISE", "another_sense", "jest", "names_a_thing", "of_a_moment", "of_anyone", "unmeant", "warm"]

ADJECTIVES = frozenset("english polish french welsh irish chinese scots german italian portuguese traveller romanian".split())
KIND_WISH = frozenset("love better soon asleep record".split())
EXCUSE = frozenset(
    "silence surprise sponsored revising concentrating driving contagious covid chickenpox infectious goal match penalty".split()
)
HEARTS = frozenset(
    "\u2764 \U0001f9e1 \U0001f49b \U0001f49a \U0001f499 \U0001f49c \U0001f495 \U0001f496 \U0001f970 \U0001f60d \U0001f618 xx xxx".split()
)
KILL = frozenset("kill murder strangle end".split())
JEST = frozenset("lol lmao jk haha lmaooo \U0001f602 \U0001f923 \U0001f62d".split())
NOT = frozenset("not nt never dont doesnt didnt wont isnt".split())
STAGE = frozenset(
    "play drama panto nativity musical scene script sketch role character rehearsal rehearsals audition auditions costume".split()
)
GOOD = frozenset(
    "good funny fast talented clever strong fit smart hard quick cool nice hot cute brave tall rich easy cold happy long".split()
)
GOES_ON = frozenset(
    "lol lmao fr ngl bro mate who innit going ever alive again istg swear bc cos because fam guys man ong smh icl lowkey then like though whenever since".split()
)
CHEER = frozenset("happy congrats congratulations proud shoutout thank thanks legend legends".split())
PRAISE = frozenset(
    "love loved legend angel hero queen king star pro boss champion dream saint genius lion best brilliant amazing favourite proud lovely gorgeous"
    " beautiful happy god goddess".split()
)
MACHINES = frozenset("machine printer photocopier thing laptop car".split())
PLAYED = frozenset("pitch court track dancefloor mic decks".split())
IF = frozenset("if when whenever unless once until till".split())
WARM = frozenset("love loved loves happy congrats congratulations poor bless".split())


def warm(targets: Targets, one: Insult) -> bool:
    """Said with warmth: a heart, "but you are my ...", or love in the same breath."""
    near = [targets.all[at].word for at in targets.around(one.first)]
    if HEARTS & set(near) or (not one.hard and WARM & set(near)):
        return True
    return any(word == "but" and "my" in near[at : at + 4] for at, word in enumerate(near))


def another_sense(targets: Targets, one: Insult) -> bool:
    """ "stupid good", "a pig farmer", a part on a stage."""
    if not STAGE.isdisjoint(targets.words_around(one.first)) and not one.mental:
        return True
    after = targets.all[one.last + 1] if one.last + 1 < len(targets.all) else None
    if one.strength != 2 or after is None or after.gap != " ":
        return False
    if one.adjective:
        return after.word in GOOD
    return after.word.isalpha() and not _goes_on(after.word) and after.word not in listed("insults", "filler")


def unmeant(targets: Targets, section: str, found: Found) -> bool:
    """ "I hope you don't fall", "gonna kill Ethan lol", "nobody speak to Mia about the surprise": no wish, no threat, no shutting out."""
    said = {token.word for token in targets.all[found.begin : found.last + 1]}
    near = targets.words_around(found.first)
    if section == "wish":
        return bool(said & NOT) or not KIND_WISH.isdisjoint(near)
    if section == "exclude":
        return not EXCUSE.isdisjoint(near)
    if section != "threat" or not said & KILL:
        return False
    return not JEST.isdisjoint(near) and not said & {"yourself", "urself", "kys"}


def _goes_on(word: str) -> bool:
    """Whether the sentence only goes on with this word, and names nothing."""
    return word in GOES_ON or word in listed("people", "stop")


def names_a_thing(targets: Targets, last: int) -> bool:
    """ "the english weather": the word for a people only describes what comes after it."""
    if targets.all[last].word not in ADJECTIVES or last + 1 >= len(targets.all):
        return False
    after = targets.all[last + 1]
    return after.gap == " " and after.word.isalpha() and not _goes_on(after.word)


def of_a_moment(targets: Targets, last: int) -> bool:
    """ "sick of waiting", "animals on the pitch": how they feel, or how they play."""
    after = [token.word for token in targets.all[last + 1 : last + 4]]
    return (targets.all[last].word == "sick" and after[:1] in (["of"], ["with"], ["about"])) or not PLAYED.isdisjoint(after)


def of_anyone(targets: Targets, at: int) -> bool:
    """ "if you are a liar", "when you look like trash": a "you" that is whoever does so."""
    first = targets.around(at).start
    return any(targets.all[number].word in YOU and targets.all[number - 1].word in IF for number in range(first + 1, at))


NO_HARM = JEST | HEARTS | WARM | MACHINES


def jest(targets: Targets, at: int) -> bool:
    """Laughed about, said with love, or to a machine: "you absolute donkey lol x"."""
    near = targets.words_around(at)
    return not near.isdisjoint(NO_HARM)

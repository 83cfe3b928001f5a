"""Hard words about a group that are told of or spoken against: "it is wrong to say that ...", "people who think ... are bigots".

"I think", "I'm not racist but" tell of nothing: those are the author's own.
"""

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import pairwise

from askfirst.checks.lists import entries, listed
from askfirst.checks.text.groups.done_to import doing_words
from askfirst.checks.text.groups.whole import GroupWords

__all__ = ["told_at", "told_or_condemned"]

FAR = 30
OWN = frozenset("i we im 'd 'll ive id everyone everybody us".split())
PASSES_OVER = frozenset(
    "can could may really just honestly do would must have to can should dont always all still also 'd 'll will only gonna".split()
)
OTHERS = frozenset("he she they people someone somebody who man woman mum dad person guy politician teacher kid boy girl".split())
JUDGED = frozenset("is isnt was makes helps says should wont will shows".split())
WORDS = frozenset("jokes posts rhetoric talk speech rant lies post songs song poem messages hatred racism".split())
DOINGS = frozenset(
    "excluding ignoring laughing generalising wishing wanting blaming denying mocking bullying threatening pretending".split()
)
NEAR = 9  # words from "said" to what was said
SPOKE = frozenset(
    "said says told shouted yelled screamed wrote tweeted posted claimed claims shouts chanted believes thinks thought reckons insisted sprayed scrawled sang printed painted hissed"
    " muttered mumbled whispered sneered spat snapped barked announced declared remarked commented joked texted messaged teaches taught argues argued".split()
)
SHOUTED = frozenset("chanted shouted yelled screamed sprayed scrawled wrote sang painted chant printed hissed tweeted posted".split())
TELLING = frozenset(
    "believing thinking teaching saying claiming tweeting posting shouting printing writing arguing suggesting implying insisting chanting screaming yelling preaching reading"
    " telling".split()
)
SAYS = frozenset({"say", "call", "tell"})
TO_SAY = frozenset("say claim call suggest think imply pretend insist believe argue tell".split())
TURNS = frozenset({"but", "because", "cause", "cos"})
YOU_SAY = frozenset("think believe say call claim find consider".split())
ASKED = frozenset("do dont cant wont wouldnt would can not must should as".split())
ANYBODY = frozenset(
    "they people ppl everyone everybody all many most experts science studies statistics facts history always mum dad you be been to being".split()
)
GOES_OFF = frozenset("and but so because then".split())
PAST = frozenset("said called shouted yelled wrote told tweeted posted claimed says claims calls".split())
DENIES = frozenset("not nt no isnt aint".split())


@cache
def _lines(section: str) -> tuple[tuple[tuple[frozenset[str], bool], ...], ...]:
    return tuple(
        tuple((frozenset(part.rstrip("?").split("|")), part.endswith("?")) for part in line.split()) for line in entries("whole", section)
    )


def told_or_condemned(words: GroupWords, first: int, last: int) -> bool:
    """Whether words first to last are told of or spoken against, in their own sentence or in the next."""
    start, end = words.bounds(first, FAR)
    start = _after_but(words.words, start, first)
    sentence = words.words[start:first]
    if _somewhere("endorses_before", sentence) or _somewhere("endorses", words.words[last + 1 : min(len(words.words), end + 10)]):
        return False
    if _somewhere("condemned", sentence) or _said_that(sentence):
        return True
    if _own_words(sentence):
        return False
    rest = sentence + words.words[last + 1 : end]
    if _told_by_somebody(sentence) or _anothers_words(sentence) or _said_of_doing(words, first, last, start, end):
        return True
    if _told_after(words.words[last + 1 : end]) or ("according" in sentence and "me" not in sentence):
        return True
    after = words.words[end : min(len(words.words), end + 10)]
    if any(_tells(sentence, at) for at in range(len(sentence))):
        return _against(rest) or _against(after) or not listed("whole", "bad").isdisjoint(rest)
    gerund = words.words[first].endswith("ing") or (first > start and words.words[first - 1] in ("to", "that"))
    if sentence[-1:] == ["stop"]:
        rest = rest[len(sentence) :]  # "stop crying like a ..." is no word against it
    return gerund and _against(rest)


def _after_but(words: list[str], start: int, first: int) -> int:
    """Where what is said begins: after the last "but" or "because" before it. What stands before that tells of something else."""
    return max((at + 1 for at in range(start, first - 1) if words[at] in TURNS and words[at + 1] != "of"), default=start)


def _own_words(sentence: list[str]) -> bool:
    """ "You call it hate, I call it the truth: ...": the last to speak before the words is the author."""
    last = next((at for at in range(len(sentence) - 1, 0, -1) if sentence[at] in listed("whole", "tells")), 0)
    return last > 0 and sentence[last - 1] in ("i", "we") and sentence[last] in SAYS and "the" in sentence[last + 1 : last + 4]


def _said_that(sentence: list[str]) -> bool:
    """ "to say that ...", "the post claiming that ...", "sacked for tweeting that ...": somebody's words, and not "I keep saying that ..."."""
    for at, (one, other) in enumerate(pairwise(sentence)):
        if one == "to" and other in TO_SAY and "that" in sentence[at + 2 : at + 5]:
            return {"i", "we", "im", "'m", "ive"}.isdisjoint(sentence[max(0, at - 4) : at])
    for at in range(len(sentence) - 1, max(-1, len(sentence) - NEAR), -1):
        if sentence[at] in GOES_OFF:
            return False
        if sentence[at] in TELLING:
            before = sentence[max(0, at - 3) : at]
            return "that" in sentence[at + 1 : at + 4] and (OWN | ANYBODY | {"just", "keep", "not"}).isdisjoint(before)
    return False


def _told_by_somebody(sentence: list[str]) -> bool:
    """ "my uncle told me ...", "a pupil says that ...": one other than the author says it, and it comes straight after."""
    for at in range(len(sentence) - 1, max(0, len(sentence) - NEAR), -1):
        if sentence[at] in GOES_OFF:
            return False
        if sentence[at] in YOU_SAY and sentence[at - 1] == "you" and sentence[max(0, at - 2)] not in ASKED:
            return True  # "so you think ...?"
        if sentence[at] in SPOKE:
            by = sentence[at - 1 - (sentence[at - 1] in ("just", "actually", "once", "always", "even", "has", "had", "'s"))]
            return by not in OWN and (by not in ANYBODY or sentence[at] in SHOUTED) and by.isalpha()
    return False


def _anothers_words(sentence: list[str]) -> bool:
    """ "your jokes about ...", "her comment that ...": somebody else's words, and what comes of them."""
    for at, word in enumerate(sentence[:-1]):
        after = sentence[at + 1]
        if word in ("your", "ur", "his", "her", "their", "these", "those") and (after in WORDS or after in listed("whole", "tells")):
            return not {"about", "that", "on", "of", "towards", "against"}.isdisjoint(sentence[at + 2 : at + 6])
    return False


def _said_of_doing(words: GroupWords, first: int, last: int, start: int, end: int) -> bool:
    """ "hating ... is pathetic", "wishing death on ... is not an opinion": what is judged is doing so."""
    if words.words[start] not in _doings():
        return False
    return not JUDGED.isdisjoint(words.words[max(start + 2, min(first, last)) : end]) or first > start + 1


@cache
def _doings() -> frozenset[str]:
    """ "hating", "wishing", "calling", "attacking": what is done to people, as a thing to be judged."""
    return doing_words() | frozenset(word for word in listed("whole", "tells") | listed("whole", "hates") if word.endswith("ing")) | DOINGS


def _told_after(words: list[str]) -> bool:
    """ "..., he claims", "..., they say on the news": whose words they are, said last."""
    if words[:2] == ["according", "to"] and words[2:3] != ["me"]:
        return True
    return any(one in OTHERS - ANYBODY and other in PAST | {"say", "claim", "think", "thinks"} for one, other in pairwise(words[:4]))


def _somewhere(section: str, sentence: list[str]) -> bool:
    """Whether a line of this section stands anywhere in these words."""
    return any(_stands(section, sentence, at) for at in range(len(sentence)))


def _stands(section: str, sentence: list[str], at: int) -> bool:
    for line in _lines(section):
        here = at
        for part, optional in line:
            if here < len(sentence) and sentence[here] in part:
                here += 1
            elif not optional:
                break
        else:
            return not (section == "condemned" and at and sentence[at - 1] in ("i", "one"))  # "am I the only one who thinks"
    return False


def _tells(sentence: list[str], at: int) -> bool:
    """Whether this word tells what somebody else says or thinks."""
    if sentence[at] not in listed("whole", "tells"):
        return False
    if sentence[max(0, at - 3) : at] in (["only", "one", "who"], ["only", "one", "that"], ["only", "person", "who"]):
        return False  # "am I the only one who thinks ..."
    back = at - 1
    while back >= 0 and sentence[back] in PASSES_OVER:
        back -= 1
    return back < 0 or sentence[back] not in OWN


def _against(words: list[str]) -> bool:
    """Whether these words call something wrong; "I'm not racist" calls nothing so."""
    for at, word in enumerate(words):
        if word in listed("whole", "condemns"):
            before = words[max(0, at - 3) : at]
            if DENIES.isdisjoint(before) or not {"i", "'m", "im", "am", "mean"} & set(before):
                return True
    return False


def told_at(words: GroupWords | None, first: int, last: int) -> bool:
    """The same, asked of tokens first to last."""
    if words is None:
        return False
    return told_or_condemned(words, bisect_left(words.numbers, first), bisect_right(words.numbers, last) - 1)

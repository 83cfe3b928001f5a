"""A valid disclaimer: the views are the author's own, and not those of the Trust, the school or the employer (BLG-4). Any wording will do."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from askfirst.checks.draft import Author, Brand, Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, Searched, searched
from askfirst.checks.text.people.school_words import SCHOOLISH, brand_pattern
from askfirst.words import say

__all__ = ["DISCLAIMER", "WEAK", "WEAK_WHY", "is_weak"]

OWN = Clued(
    r"\b(?:(?:are|is) (?:purely |entirely |all |strictly )?personal|my own|mine|(?:is|are|just) (?:only )?what i (?:think|believe|reckon)|my (?:personal |own |private )?(?:views?|opinions?"
    r"|thoughts?|words?|takes?|posts?|rambl\w+|nonsense|waffle"
    r"|opinons?|veiws?|page|account|blog)|personal (?:views?|account|opinions?|page|blog|capacity|thoughts?|site)"
    r"|speak(?:ing)? (?:only )?for myself|just me\b|only me\b|me,? (?:and )?(?:only me|myself)|i speak for me|i alone|all me\b|private"
    r" (?:account|capacity|views?)|own (?:views?|opinions?)|belongs? to me|(?:for|as|by) (?:me|myself)\b|comes? from me|my lot|ma ain|ma"
    r" views"
    r"|fy (?:marn|marnau|safbwyntiau|ngeiriau|hun)|barn bersonol|moj[ea]? (?:wlasn\w+ |prywatn\w+ )?(?:opini\w+|poglad\w+|zdanie)"
    r"|(?:prywatne|wlasne) (?:opinie|poglady)|(?:opinie|poglady) (?:\w+ )?(?:prywatne|wlasne|moje)|mes (?:propres )?(?:opinions|avis"
    r"|idees|propos)|opinions personnelles"
    r"|(?:mis|opiniones) (?:propias|personales|opiniones|mias)|opiniones? (?:son )?mias?|meine (?:eigene |persoenliche |personliche"
    r" )?(?:meinung|ansichten)|minhas? opini\w+|le mie opinioni|opinioni personali|mo thuairim\w*"
    r"|meri (?:apni )?(?:raye?|rai|baat)|ra'?yigayga)\b"
)
NOT = late(
    r"\b(?:not|n't|isn't|isnt|aren't|arent|doesn't|doesnt|don't|dont|never|none of|nothing|neither|nor|no way|nobody|has nothing to do"
    r"|have nothing to do|rather than|independent of|no the"
    r"|nid|dim|nie|pas|no son|no representan|no las|no de|nicht|nao|non (?:sono|quelle|rappresent\w+)|ni hiad|ni he|ni|nahi|nahin|ma aha)\b"
)
NOT_INVOLVED = late(
    r"\s(?:has|have|had|bears?|takes?|might|may|would|does|do|is|are|did)?\s?(?:nothing to do|no (?:part|say|hand|responsibility)|not"
    r" (?:share|agree|responsible|involved|endorse)"
    r"|(?:doesn't|don't|isn't|aren't|didn't|wouldn't|mightn't) \w+|disagree\w*)(?: (?:with|in|for|of)? ?(?:it|them|this|any of (?:it"
    r"|this)|here|these))?"
)
MARK = late(r"\s?[|•\n]\s?|\s\.\s|\s[-–—]\s|:\s|\s?[^\w\s'\",.;:/%£$&@#+*()!?–—‘’“”·-]+\s?")
TAIL = late(
    r",?\s\b(?:who have|who has|who would|who are|which is why|so there|so don't|so please|obviously|lol|cheers|etc|nor (?:of|those of) my (?:dog|cat|mum|wife|husband|kids|hamster|fish|gran|plants?|bike|kettle))\b.*$",
    re.S,
)
SECOND = late(r"[^\w]*(?:it|they|these|those|this|nothing|none|and|nor|neither|the|not|my|your|just|only|all|i)\b")
# Talked about, but not given.
DECLINED = late(
    r"\b(?:supposed to (?:say|add|put|write)|should (?:probably |really )?(?:say|add|put|write|have one)|(?:told|asked|want me|made me"
    r"|makes me|make me) (?:me )?to (?:say|add|put|write)|have to (?:say|add|put)|won't (?:say|add|put|write|pretend)|not going to (?:say"
    r"|add|put|write)"
    r"|refuse to|can't be bothered|i'd write|i could (?:say|write|put)|why (?:do|does) (?:everyone|people)|people who (?:say|write|put)"
    r"|(?:bio|profile|page|signature) says|somebody wrote|someone wrote|used to say|until i (?:add|write)|i'll add|never got round)\b"
)


# Half of one: whose the views are, and not that they are nobody's at work (A34).
HALF = late(
    r"\b(?:views?|opinions?|thoughts?|tweets?|posts?|comments?|takes?|words?)(?: (?:here|on here|expressed|expressed here))?"
    r" (?:(?:are|is) )?(?:all |just |only |purely |entirely |strictly )?(?:my own|mine|personal)\b"
    r"|\b(?:my own|just my|my personal|only my) (?:views|opinions|thoughts|tweets)\b|\bspeak(?:ing)? (?:only )?for myself\b"
)
WEAK = say("A note that says half of it")
WEAK_WHY = say("You say that the views are yours. Say too that they are not your school's.")


def is_weak(draft: Draft) -> bool:
    """Whether half of a note stands in it; ask only where no whole one does. Linear."""
    found = HALF.search(draft.folded.text)
    return found is not None and not DECLINED.search(draft.folded.text, max(0, found.start() - 60), found.end())


@lru_cache(maxsize=64)
def _whose(brands: tuple[Brand, ...]) -> re.Pattern[str]:
    return re.compile(r"\b" + SCHOOLISH + r"(?!\w)|" + brand_pattern(brands))


def _denied(text: str, whose: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the text says "not the school's": from the denial to the end of the name."""
    for no in NOT.finditer(text):
        whom = whose.search(text, no.end(), min(len(text), no.end() + 90))
        if whom:
            return no.start(), whom.end()
    for whom in whose.finditer(text):
        uninvolved = NOT_INVOLVED.match(text, whom.end())
        if uninvolved:
            return whom.start(), uninvolved.end()
    return None


def _pieces(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """A sentence cut at the marks profiles are cut with."""
    cuts = [begin, *(place for m in MARK.finditer(text, begin, end) for place in (m.start(), m.end())), end]
    return [(one, other) for one, other in zip(cuts[::2], cuts[1::2], strict=False) if text[one:other].strip()]


def _spans(draft: Draft) -> Iterator[tuple[int, int]]:
    """Folded spans. A disclaimer stands in one sentence, or in two that follow each other; a profile's pieces may be its sentences."""
    low = draft.folded.text
    whole = draft.once(searched)
    if whole.search(OWN) is None:
        return
    whose = _whose(draft.told.brands)
    sentences = list(_sentences(draft))
    for number, (begin, end) in enumerate(sentences):
        following = sentences[number + 1][1] if number + 1 < len(sentences) and SECOND.match(low, end) else end
        until = end if _both(whole.part(begin, end), whose) else following
        if not _both(whole.part(begin, until), whose) or until - begin > 600:
            continue
        if until == following != end and (not OWN.search(low, begin, end) and not _denied(low[begin:end], whose)):
            continue
        if until == following != end and _both(whole.part(end, until), whose):
            continue
        if _quoted(low, begin, until) or DECLINED.search(low, max(0, begin - 60), until):
            continue
        yield _trim(low, begin, until, whose)


def _sentences(draft: Draft) -> Iterator[tuple[int, int]]:
    folded, place, length = draft.folded, 0, len(draft.text)
    at = 0
    while place < length:
        _, end = draft.sentences.around(place)
        end = max(end, place + 1)
        start = at
        at = bisect_left(folded.came_from, end, at, len(folded.text))
        yield start, at
        place = end


def _both(part: Searched, whose: re.Pattern[str]) -> bool:
    return part.search(OWN) is not None and _denied(part.text, whose) is not None


def _quoted(text: str, begin: int, end: int) -> bool:
    """Inside quotation marks it is somebody else's."""
    first, last = text.find('"', begin, end), text.rfind('"', begin, end)
    return first != last and bool(OWN.search(text, first, last)) and bool(NOT.search(text, first, last))


def _trim(text: str, begin: int, end: int, whose: re.Pattern[str]) -> tuple[int, int]:
    """From the piece that holds the first half to the piece that holds the second."""
    denied = _denied(text[begin:end], whose)
    own = OWN.search(text, begin, end)
    places = [begin + denied[0], begin + denied[1] - 1] if denied else []
    places += [own.start(), own.end() - 1] if own else []
    pieces = _pieces(text, begin, end)
    held = [piece for piece in pieces if any(piece[0] <= place < piece[1] for place in places)]
    start, stop = held[0][0], held[-1][1]
    tail = TAIL.search(text, max(places), stop)
    stop = tail.start() if tail else stop
    start += len(text[start:stop]) - len(text[start:stop].lstrip(" ,.;-*("))
    return start, start + len(text[start:stop].rstrip(" .,;!?*\n)-"))


# A disclaimer denies something; these are the words of NOT above, as runs of letters.
DENIALS = frozenset(
    "not n isn isnt aren arent doesn doesnt don dont never none nothing neither nor no nobody rather independent nid dim nie pas son representan las"
    " de nicht nao non ni nahi nahin ma aha".split()
)


def says_not(draft: Draft) -> bool:
    """Whether anything is denied at all."""
    return not draft.words.isdisjoint(DENIALS)


def look(draft: Draft) -> Iterator[Hit]:
    if draft.author is Author.STUDENT:
        return
    for start, end in _spans(draft):
        if end > start:
            yield Hit(*draft.folded.span(start, end))


DISCLAIMER = Check(
    name="disclaimer",
    kind="disclaimer",
    clause="BLG-4",
    level=Level.TIP,
    title=say("A note that these are your own views"),
    why=say("It says the views are yours and not your school's. That is all it needs."),
    fix=None,
    doubt=say("Check that readers can see it on every page."),
    look=look,
    when=says_not,
    flags=(
        "These are my personal views and not those of my school.",
        "My views, not the school's.",
        "Everything here is just me speaking for myself. None of it comes from my employer.",
        "Mes opinions personnelles, pas celles de mon employeur.",
    ),
    passes=(
        "All views my own.",
        "Retweets are not endorsements.",
        "The views here are my own and not those of Brightwater Tutors.",
        'My brother\'s bio says "these are my views and not those of my employer".',
    ),
    noticed=True,
)

"""Children by name, and passwords that are joked about: what people build passwords from (PRI-4)."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NAME, NO_NAMES
from askfirst.checks.draft import Draft

__all__ = ["look_for_children", "look_for_passwords"]

CHILD = r"(?:son|daughter|stepson|stepdaughter|little (?:boy|girl|one|man|lady)|baby|eldest|youngest|toddler|twins?)"
OF_MINE = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")\b")
CHILD_NAMED = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")(?i:,| is called| called| is named|'s name is| named)? " + NAME)
NAMED_CHILD = re.compile(NAME + r", (?:my|our) (?:\w+ ){0,2}?" + CHILD + r"\b")
FIGURE = r"(?P<age>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
TO_MINE = re.compile(
    r"\b(?i:happy )(?:(?P<age>\d{1,2})(?:st|nd|rd|th) )?(?i:birthday to (?:my|our) (?:\w+ ){0,2}(?:boy|girl|one|son|daughter|baby"
    r"|princess|lad|lass)),? " + NAME
)
BOTH = re.compile(
    r"\b(?:the |our |my )?(?:twins|two|girls|boys|kids) (?:are|turn|turned) (?:both )?" + FIGURE + r"(?= today| now"
    r"|[.!])",
    re.IGNORECASE,
)
ONLY = re.compile(
    r"\b(?:he|she|they)(?:'s|’s| is| are| was) (?:only |just |nearly |almost |now )?" + FIGURE + r"(?=[.!,]|$| today"
    r"| now| years)"
)
MY_LOT = re.compile(
    r"\b(?i:my|our) (?i:two|three|kids|children|lot|little ones) (?i:are|go|both go|both|started|start)(?: both)? (?i:at|to"
    r"|in) (?i:the )?(?=[A-Z])"
)
NEXT_SCHOOL = re.compile(
    r"\b(?:off|going|starting|starts|starting at|moving up|moves up) (?:to |at )?(?P<name>(?:secondary|primary"
    r"|big|high|senior|infant|junior) school)\b"
)
BEING = (
    re.compile(
        NAME + r"(?:['’]s)? (?i:(?:very )?first day (?:in|at|of) (?:reception|nursery|school|pre-?school|year \d+|primary|secondary"
        r"|big school))"
    ),
    re.compile(NAME + r" (?:has |just )?lost (?:his|her|their|a|another) (?:\w+ ){0,2}tooth\b"),
    re.compile(
        NAME + r" (?:has |is |just )?start(?:ed|s|ing) (?:in |at )?(?i:reception|nursery|year \d+|school|pre-?school|big school"
        r"|primary|secondary)\b"
    ),
    re.compile(NAME + r" (?:came|comes|is|has come|just came) home from (?:nursery|school|pre-?school|playgroup)\b"),
    re.compile(r"\b(?i:picked) (?i:up )?" + NAME + r"(?: up)? from (?:nursery|school|pre-?school|[A-Z])"),
    re.compile(r"\b(?i:parents['’]? evening for) " + NAME),
    re.compile(r"\b(?:[Bb]e|[Bb]eing|[Ii] am|I'm) " + NAME + r" (?:mum|mam|mom|dad|mummy|daddy|mother|father)\b"),
)
PARENT = re.compile(
    r"\bproud (?:mum|mam|mom|dad|mummy|daddy|parents?)\b|\b(?:mum|mam|mom|dad) guilt\b|\btooth fairy\b|#?\b(?:mum|dad|mom) ?life\b"
    r"|\b(?:this|our|my) (?:little|tiny|small) (?:one|man|lady|girl|boy|person|human) (?:arrived|was born|came)\b"
)
WITH_PARENT = (
    re.compile(
        r"(?:^|[.!?] )" + NAME + r" (?:scored|won|got|has|had|is|was|came|passed|sang|swam|danced|played|learned|lost|did|made"
        r"|took|rode)\b"
    ),
    re.compile(r"\b(?i:happy birthday),? (?:to )?" + NAME),
)
AGE = re.compile(
    r"\b(?:is|turned|turns|turning|just|now|aged?|be)(?: now| finally)? (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! (?:times|minutes|hours|days|weeks|points|goals))"
)
SCHOOL = re.compile(r"\b(?P<name>(?:[A-Z][\w'’]+ ){1,3}(?:School|Primary|Academy|Nursery|Infants|Juniors|High|Preschool|Playgroup))\b")
ST_SCHOOL = re.compile(r"(?P<name>St [A-Z][\w'’]+ (?:[A-Z][\w'’]+ ){0,2}(?:School|Primary|Academy|Nursery|Infants|Juniors|High))\b")
GROWN, MOST, AFTER = 18, 20, 120

PASSWORD = re.compile(
    r"\b(?:passwords?|pass ?codes?|pass ?phrase|pin(?: number| code)?|pw|wi-?fi (?:code|key)"
    r"|security (?:question|answer)s?|memorable (?:word|name)|log ?in|log-in|signing in with|logging in with"
    r"|locked out of (?:my |the )?(?:\w+ )?(?:e-?mail|account|phone|laptop|tablet|bank|app)"
    r"|use[sd]? (?:my|their|our|the) (?:\w+['’]?s? )?name for everything)\b"
)
TOKEN = re.compile(r"(?<![@#\w])[A-Za-z]{3,20}[_.!-]?\d{1,4}(?!\w)")


def look_for_children(post: Post, draft: Draft) -> Iterator[Clue]:
    """Of one's own child a name, an age or a school; a child that is only spoken of is no clue."""
    del post
    yield from _as_a_parent(draft)
    for match in islice(OF_MINE.finditer(draft.text), MOST):
        near = sentence_at(draft, match.start())
        for pattern in (CHILD_NAMED, NAMED_CHILD):
            named = pattern.search(near)
            if named and named["name"] not in NO_NAMES:
                yield Clue("children", "", named["name"], match.start())
        after = draft.text[match.end() : match.end() + AFTER].lower()
        yield from _aged(next(filter(None, (AGE.search(near.lower()), ONLY.search(after))), None), match.start())
        school = SCHOOL.search(near) or NEXT_SCHOOL.search(near)
        if school:
            yield Clue("children", "", school["name"], match.start())


def _as_a_parent(draft: Draft) -> Iterator[Clue]:
    """Names, ages and schools that only somebody's mother or father would write so."""
    text = draft.text
    low = text.lower()
    if "birthday to" in low:
        for match in islice(TO_MINE.finditer(text), MOST):
            if match["name"] not in NO_NAMES:
                yield Clue("children", "", match["name"], match.start())
            yield from _aged(match, match.start())
    for match in islice(BOTH.finditer(text), MOST):
        yield from _aged(match, match.start())
    for match in islice(MY_LOT.finditer(text), MOST):
        if school := SCHOOL.match(text, match.end()) or ST_SCHOOL.match(text, match.end()):
            yield Clue("children", "", school["name"], match.start())
    more = WITH_PARENT if PARENT.search(low) else ()
    for match in chain.from_iterable(islice(pattern.finditer(text), MOST) for pattern in (*BEING, *more)):
        name = match["name"].removesuffix("’s").removesuffix("'s")
        if name in NO_NAMES:
            continue
        yield Clue("children", "", name, match.start())
        if school := SCHOOL.search(sentence_at(draft, match.start())):
            yield Clue("children", "", school["name"], match.start())


def _aged(match: re.Match[str] | None, at: int) -> Iterator[Clue]:
    """The age in its group `age`, or in the first; none where they are grown up."""
    said = "" if match is None else match["age"] if "age" in match.re.groupindex else match[1]
    if said and not (said.isdigit() and int(said) >= GROWN):
        yield Clue("children", "", " ".join(("age", said.lower())), at)


def look_for_passwords(post: Post, draft: Draft) -> Iterator[Clue]:
    """Posts that speak of a password, and words with a figure behind them: which names stand in them is asked when all posts are read."""
    del post
    match = PASSWORD.search(draft.text.lower())
    if match:
        yield Clue("password", "", "", match.start())
        return
    token = TOKEN.search(draft.text)
    if token:
        yield Clue("password", "token", "", token.start())

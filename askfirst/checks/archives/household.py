"""Children by name, and passwords that are joked about: what people build passwords from (PRI-4)."""

import re
from collections.abc import Iterator
from itertools import islice

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NAME, NO_NAMES
from askfirst.checks.draft import Draft

__all__ = ["look_for_children", "look_for_passwords"]

CHILD = r"(?:son|daughter|stepson|stepdaughter|little (?:boy|girl|one|man|lady)|baby|eldest|youngest|toddler|twins?)"
OF_MINE = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")\b")
CHILD_NAMED = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")(?i:,| is called| called| is named|'s name is| named)? " + NAME)
NAMED_CHILD = re.compile(NAME + r", (?:my|our) (?:\w+ ){0,2}?" + CHILD + r"\b")
AGE = re.compile(
    r"\b(?:is|turned|turns|turning|just|now|aged?|be)(?: now| finally)? (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! (?:times|minutes|hours|days|weeks|points|goals))"
)
SCHOOL = re.compile(r"\b(?P<name>(?:[A-Z][\w'’]+ ){1,3}(?:School|Primary|Academy|Nursery|Infants|Juniors|High|Preschool|Playgroup))\b")
GROWN, MOST = 18, 20

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
    for match in islice(OF_MINE.finditer(draft.text), MOST):
        near = sentence_at(draft, match.start())
        for pattern in (CHILD_NAMED, NAMED_CHILD):
            named = pattern.search(near)
            if named and named["name"] not in NO_NAMES:
                yield Clue("children", "", named["name"], match.start())
        age = AGE.search(near.lower())
        if age and not (age[1].isdigit() and int(age[1]) >= GROWN):
            yield Clue("children", "", " ".join(("age", age[1])), match.start())
        school = SCHOOL.search(near)
        if school:
            yield Clue("children", "", school["name"], match.start())


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

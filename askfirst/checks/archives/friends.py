"""Friends by name, at school above all: with their names a stranger can seem to be somebody whom one knows (SNS-2, PRI-4).

Each pattern looks at a bounded stretch: linear in the post.
"""

import re
from collections.abc import Iterator
from itertools import islice

from askfirst.checks.archives.clue import Clue
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NAME, NO_NAMES
from askfirst.checks.draft import Draft

__all__ = ["look_for_friends"]

FRIEND = r"(?i:(?:best |school |old |oldest |closest |good )?(?:friends?|mates?)|bff|besties?|classmates?)"
BEST = r"(?i:best (?:friends?|mates?)|besties?|bff|school friends?)"
CLASS = (
    r"(?i:school|college|sixth form|my (?:class|form|year|tutor group|school|college)|class|form|year \d{1,2}|maths|english|science|biology"
    r"|physics|chemistry|history|geography|french|spanish|german|art|drama|music|pe|dt|tutor|netball|football|rugby|hockey|cricket"
    r"|choir|band|orchestra"
    r"|guides|scouts|cadets|swimming|dance)"
)
WHOLE = r"(?P<name>[A-Z][a-zà-ÿ'’-]{2,20}(?: [A-Z][a-zà-ÿ'’-]{2,20})?)"
SURNAME = r"(?! [A-Z][a-z])"
PATTERNS = (
    re.compile(r"\b(?i:my|our) (?:\w+ )?" + FRIEND + r"(?i:,| is| are| called|:)? " + NAME),
    re.compile(NAME + r"(?:,? is|,)? (?i:my|our) (?:\w+ )?" + FRIEND + r"\b"),
    re.compile(NAME + SURNAME + r" (?i:from|in) " + CLASS + r"\b"),
    re.compile(
        r"\b(?i:in (?:form|class|" + CLASS[4:-1] + r") with|(?:paired|partnered|sat|sitting|stuck) (?:up )?with|sits? next to) " + NAME
    ),
    re.compile(NAME + SURNAME + r" (?i:sits|is sitting|sat) (?i:next to|behind|by|with) (?i:me)\b"),
    re.compile(r"\b" + BEST + r"\b[^.!?]{0,20}?\b(?i:me and|and|with|to|at|is|are) " + NAME),
    re.compile(r"\b(?i:at|with|to|and|for) " + NAME + r"(?:['’]s)?,? (?i:my )?" + BEST + r"\b"),
    re.compile(r"\b(?i:met) " + WHOLE + r"[^?]{0,60}\b(?i:best (?:friend|mate))\b"),
    re.compile(
        r"\b(?i:happy b(?:irth)?-?day to my) (?:(?:day one|ride or die|partner in crime|favourite human|person"
        r"|best girl)[, ]+(?:my )?){1,3}" + NAME
    ),
    re.compile(
        r"\b(?i:sleepover|shopping|cinema|bowling|camping|disco|night out|pizza|brunch)\b[^.!?]{0,30}\b(?i:with) "
        + NAME
        + r"(?= and [A-Z])"
    ),
    re.compile(r"\b(?i:with (?:my|the) (?:girls|boys|lads|ladies|gang|crew|lot)),? " + NAME),
    re.compile(r"\b(?i:me and|with) " + NAME + r"\b[^.!?]{0,40}\b(?i:(?:friends|mates|inseparable|besties) since)\b"),
    re.compile(r"\b(?i:(?:home|back|in) (?:from|to) school with|school run with|bus with) " + NAME),
)
AND = re.compile(r"(?:, | and |, and )([A-Z][a-zà-ÿ'’-]{2,20})")
THINGS = frozenset(
    "Google Netflix Alexa Siri Coffee Chocolate Wine Tea Gin Spotify YouTube TikTok Facebook Instagram Friends God Jesus Mr Mrs Ms Miss Sir"
    " Northgate Max Because Never Always Also Both Two Three Got Been Being Back Off Out Not Sick Late"
    " Home Letter Email Photo Photos Picture Pictures Text Message News Notes Book Books Bag Trip Report Call Phone Straight Detention"
    " Homework Lessons Stuff Everyone Someone Nobody People Kids Boys Girls Students Pupils Teachers Lads Views Highlights Results Scenes"
    " Children Parents Staff Mums Dads Fresh Life Lunch Dinner Music Art Drama Sport Food Clothes Shoes".split()
)  # fmt: skip
MOST = 10


def look_for_friends(post: Post, draft: Draft) -> Iterator[Clue]:
    """Names of friends, each once."""
    del post
    found: set[str] = set()
    for pattern in PATTERNS:
        for match in islice(pattern.finditer(draft.text), MOST):
            for name in _names(draft.text, match):
                if name not in NO_NAMES and name not in THINGS and name.casefold() not in found:
                    found.add(name.casefold())
                    yield Clue("friends", "", name, match.start("name"))


def _names(text: str, match: re.Match[str]) -> Iterator[str]:
    """The name, and those that are listed behind it; no first half of a longer name."""
    at = match.end("name")
    if re.match(r" [A-Z][a-z]", text[at : at + 3]) and not re.match(r" (?:And|From|Is|In)\b", text[at : at + 6]):
        return
    yield _plain(match["name"])
    for _ in range(MOST):
        more = AND.match(text, at)
        if more is None:
            return
        yield _plain(more[1])
        at = more.end()


def _plain(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")

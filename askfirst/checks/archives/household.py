"""Children and pets by name, and passwords that are joked about: what people build passwords from (PRI-4)."""

import re
from collections.abc import Iterator
from itertools import islice

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Post
from askfirst.checks.draft import Draft

__all__ = ["look_for_children", "look_for_passwords", "look_for_pets"]

CHILD = r"(?:son|daughter|stepson|stepdaughter|little (?:boy|girl|one|man|lady)|baby|eldest|youngest|toddler|twins?)"
NAME = r"(?P<name>[A-Z][a-zà-ÿ'’-]{2,20})"
OF_MINE = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")\b")
CHILD_NAMED = re.compile(r"\b(?i:my|our) (?:\w+ ){0,2}?(?i:" + CHILD + r")(?i:,| is called| called| is named|'s name is| named)? " + NAME)
NAMED_CHILD = re.compile(NAME + r", (?:my|our) (?:\w+ ){0,2}?" + CHILD + r"\b")
AGE = re.compile(
    r"\b(?:is|turned|turns|turning|just|now|aged?|be)(?: now| finally)? (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?! (?:times|minutes|hours|days|weeks|points|goals))"
)
SCHOOL = re.compile(r"\b(?P<name>(?:[A-Z][\w'’]+ ){1,3}(?:School|Primary|Academy|Nursery|Infants|Juniors|High|Preschool|Playgroup))\b")
GROWN, MOST = 18, 20

ANIMAL = (
    r"(?:dog|puppy|pup|pooch|cat|kitten|kitty|rabbit|bunny|hamster|guinea pig|horse|pony|tortoise|budgie|parrot|gecko|ferret|goldfish"
    r"|cockapoo|labrador|spaniel|terrier|whippet|greyhound|tabby)"
)
PETS = (
    re.compile(r"\b(?i:my|our|the|this|new) (?:\w+ ){0,2}?(?i:" + ANIMAL + r")(?i:,| is called| called| is named| named|:)? " + NAME),
    re.compile(NAME + r" (?:the|our|my) (?:\w+ )?" + ANIMAL + r"\b"),
    re.compile(NAME + r", (?:the|our|my) (?:\w+ )?" + ANIMAL + r"\b"),
)
NO_NAMES = frozenset(
    "I'm I've I'll I'd It's That's He's She's We're They're You're I’m I’ve I’ll It’s That’s He’s She’s We’re They’re You’re"
    " The This That When What Why How And But For Not Now Just She He They We You Our His Her Its Monday Tuesday Wednesday Thursday Friday"
    " Saturday Sunday January February March April May June July August September October November December Happy Morning Today Good"
    " Thanks Thank Poor Meet Christmas Easter Love Look Please Here There Then Still Even Will Can Has Had Was Were Are Did Does Got Get"
    " Lost Found Mum Dad Nan Grandma Grandad Year English Maths Science Who Which Every Some Any All".split()
)
PASSWORD = re.compile(
    r"\b(?:passwords?|pass ?codes?|pass ?phrase|pin(?: number| code)?"
    r"|security (?:question|answer)s?|memorable (?:word|name)|log ?in)\b"
)


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


def look_for_pets(post: Post, draft: Draft) -> Iterator[Clue]:
    """Names of animals."""
    del post
    for pattern in PETS:
        for match in pattern.finditer(draft.text):
            if match["name"] not in NO_NAMES:
                yield Clue("pet", match["name"].casefold(), match["name"], match.start("name"))


def look_for_passwords(post: Post, draft: Draft) -> Iterator[Clue]:
    """Posts that speak of a password: which names stand in them is asked when all posts are read."""
    del post
    match = PASSWORD.search(draft.text.lower())
    if match:
        yield Clue("password", "", "", match.start())

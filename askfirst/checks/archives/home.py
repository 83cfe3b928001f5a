"""Where somebody lives, works or studies, and when their home stands empty."""

import re
from collections.abc import Iterator

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Kind, Post
from askfirst.checks.catalogue import run
from askfirst.checks.draft import Draft
from askfirst.checks.text.postcode import POSTCODE
from askfirst.checks.text.street_address import STREET_ADDRESS
from askfirst.checks.text.works_here import WORKS_HERE

__all__ = ["HOME_CHECKS", "NIGHT", "SATURDAY", "SPOT", "look_for_away", "look_for_home", "look_for_work"]

HOME_CHECKS = (STREET_ADDRESS, POSTCODE, WORKS_HERE)
NAMED = r"(?P<name>[A-Z][\w'’&-]+(?:[ -](?:of |the |and |upon |on )?[A-Z][\w'’&-]+){0,3})"
AT_HOME = re.compile(
    r"\b(?:home|house|flat|live|lives|living|moved|moving|our place|my place|mine|my door|doorstep|our street|my street|our road|my road"
    r"|neighbours?|deliver|delivery|parcel|come round|pop round|party at|my address|new keys)\b",
    re.IGNORECASE,
)
LIVE = re.compile(
    r"\b(?i:i live|we live|i'm living|we're living|i've moved|we've moved|moved|moving"
    r"|(?:my|our) (?:new )?(?:house|flat|home|street|road)(?: is)?)"
    r" (?i:(?:just |right )?(?:in|on|at|to|into|near|off|opposite|behind|next to|by|round the corner from) (?:the )?)" + NAMED
)
WORK = re.compile(
    r"\b(?i:i|i'm|im|i am|we|i've|i've just|just)\s(?i:(?:also |now |still |really |just )?(?:work(?:ing)?|teach(?:ing)?"
    r"|study(?:ing)?|start(?:ed|ing)? work|start(?:ed|ing)? (?:a|my) (?:new )?job|go to school|am at school|cook(?:ing)?|serve|volunteer))"
    r"(?: [a-z0-9]+){0,4}? (?i:at|for) (?i:the )?" + NAMED
)
EMPTY = re.compile(
    r"\b(?:house|flat|home|place)(?:'s| is| will be| stands)? (?:\w+ )?empty\b"
    r"|\b(?:nobody|no one|noone|no-one)(?:'s| is| will be)? (?:at home|home|in)\b"
    r"(?=\W*$|[.,!]| till| until| all | tonight| today| tomorrow| this week| next week| for )|\bhome alone\b"
)
AWAY = re.compile(
    r"\b(?:off|away|going|gone|heading|headed|jetting off|here we are|currently|still) on (?:our |my |a |family )?"
    r"(?:holidays?|hols|honeymoon|cruise|vacation)\b|\bholiday (?:starts|begins|time|countdown|mode)\b"
    r"|\b(?:am|are|i'm|we're|be|all) away (?:for|until|till|from|all|next|this)\b"
    r"|\b(?:i|we|we're|i'm) (?:fly|flying)(?: out)? (?:to|on|at|in|tomorrow|tonight|home)\b"
    r"|\b(?:a|one|two|three|four|\d{1,2}) (?:whole )?(?:weeks?|nights|days|fortnight) (?:in|away|abroad|off to)\b"
    r"|\b(?:back|home) (?:again )?(?:on|by) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\bat the airport\b|\bboarding now\b|\bout of office\b"
)
NIGHT = frozenset((20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6))
SATURDAY = 5
SPOT = 3  # places after the point of a degree: about a hundred metres
KINDS_OF_SCHOOL = re.compile(r"\b(?:school|academy|primary|secondary|college|the|c of e|infants?|juniors?|high)\b")


def look_for_home(post: Post, draft: Draft) -> Iterator[Clue]:
    """An address counts as home where the same post speaks of a home; elsewhere it may be anybody's."""
    at_home = AT_HOME.search(draft.text) is not None
    for check in (STREET_ADDRESS, POSTCODE):
        for one in run(check, draft):
            if not one.noticed:
                shown = draft.text[one.start : one.end]
                yield Clue("home" if at_home else "address", "" if at_home else shown.casefold(), shown, one.start)
    for match in LIVE.finditer(draft.text):
        yield Clue("home", "", match["name"], match.start())
    if post.kind is Kind.PROFILE and post.place:
        yield Clue("home", "", post.place)
    if post.at is not None and post.on is not None and (post.on.hour in NIGHT or post.on.weekday() >= SATURDAY):
        yield Clue("spot", "%.*f %.*f" % (SPOT, post.at[0], SPOT, post.at[1]), "")


def look_for_work(post: Post, draft: Draft) -> Iterator[Clue]:
    """The Trust's own schools by their names, and other places by how one speaks of them."""
    found = [(one.start, draft.text[one.start : one.end]) for one in run(WORKS_HERE, draft)]
    brands = [brand.term for brand in draft.told.brands]
    for at, words in found:
        brand = max((one for one in brands if one.casefold() in words.casefold()), key=len, default="")
        if brand:
            yield Clue("work", _plain(brand), brand, at)
    if post.work:
        yield Clue("work", _plain(post.work), post.work)
    for match in WORK.finditer(draft.text):
        yield Clue("work", _plain(match["name"]), match["name"], match.start())


def _plain(name: str) -> str:
    """ "Northgate School" and "Northgate" are one place."""
    return " ".join(KINDS_OF_SCHOOL.sub(" ", name.casefold()).split()) or name.casefold()


def look_for_away(post: Post, draft: Draft) -> Iterator[Clue]:
    """Words of being away, or that nobody is at home; each post once. A dream of holidays is none."""
    text = draft.text.lower()
    for pattern in (EMPTY, AWAY):
        match = pattern.search(text)
        if match and "?" not in sentence_at(draft, match.start())[-2:]:
            yield Clue("away", "", "", match.start())
            return

"""Where somebody lives, works or studies."""

import re
from collections.abc import Iterator

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Kind, Post
from askfirst.checks.archives.streets import OWN_HOME
from askfirst.checks.catalogue import run
from askfirst.checks.draft import Draft
from askfirst.checks.text.postcode import POSTCODE
from askfirst.checks.text.street_address import STREET_ADDRESS
from askfirst.checks.text.works_here import WORKS_HERE

__all__ = ["HOME_CHECKS", "NIGHT", "SATURDAY", "SPOT", "look_for_home", "look_for_work"]

HOME_CHECKS = (STREET_ADDRESS, POSTCODE, WORKS_HERE)
NAMED = r"(?P<name>[A-Z][\w'’&-]+(?:[ -](?:of |the |and |upon |on )?[A-Z][\w'’&-]+){0,3})"
AT_HOME = re.compile(
    r"\b(?:home|house|flat|live|lives|living|moved|moving|our place|my place|mine|my door|doorstep|our street|my street|our road|my road"
    r"|neighbours?|deliver|delivery|parcel|come round|pop round|party at|my address|new keys)\b",
    re.IGNORECASE,
)
LIVE = re.compile(
    r"(?:\b|(?<=^)|(?<=[.!?] ))(?i:i live|we live|i'm living|we're living|i've moved|we've moved|i've lived|we've lived"
    r"|(?:since|when|before|after|until) (?:we|i) moved|(?<![a-z] )(?:just |finally |have |i'm |we're )?mov(?:ed|ing)"
    r"|(?:love|loving|enjoying|years? of|months of|weeks of|been|still|now) living|(?:my|our) (?:new )?(?:house|flat|home|street"
    r"|road)(?: is)?)"
    r" (?i:(?:just |right )?(?:in|on|at|to|into|near|off|opposite|behind|next to|by|round the corner from) (?:the )?)" + NAMED
)
SITES = frozenset(
    "Bluesky Mastodon Threads Instagram Insta Facebook Twitter TikTok Snapchat Tumblr Reddit YouTube Discord WhatsApp X".split()
)
DOING_UP = re.compile(r"\b(?i:renovating|doing up|decorating) (?i:our|my|a|an) [^.!?]{3,40}? (?i:in|on) (?i:the )?" + NAMED)
ORGANISATION = (
    r"(?P<name>(?:[A-Z][\w'’&-]+ ){1,4}(?:School|Academy|Primary|Infants|Juniors|College|Nursery|University|Library|Surgery|Hospital"
    r"|Clinic|Practice|Garage|Care|Bakery|Centre|Council|Trust|Hotel|Kitchen|Farm|Church|Salon|Dentist|Museum|Bookshop|Pharmacy))\b"
)
WORKED = (
    re.compile(
        r"(?<!['’]s )\b(?i:(?:first|last|second|final) (?:[a-z]+ )?(?:day|week|month|term|shift)|[a-z]+ (?:years|months)(?: [a-z]+){0,5})"
        r" (?i:at|for|with) (?i:the )?" + ORGANISATION
    ),
    re.compile(r"\b(?i:i'll be|i'm|i am|i was|as|now|got the job as) (?i:an?|the) (?:[a-z-]+ ){1,4}(?i:at|for) (?i:the )?" + ORGANISATION),
)
OF_OTHERS = re.compile(r"\b(?:she|he|they|her|his|their|son|daughter|eldest|youngest|kids|child|children|for [A-Z][a-z]+)\b")
OWN_WORK = re.compile(
    r"#teach\w*|#edu\w*|\bmy (?:new |lovely |old )?(?:class(?:room)?|pupils|tutor group|form|year \d+s?|colleagues|staff ?room|lessons"
    r"|students|headteacher|boss|lanyard|payslip|shift)\b|\binset\b|\bstaff meeting\b|\blanyard\b"
)
WORK_PLACE = re.compile(
    r"\b(?i:(?:back |am |i'm |stuck )?(?:behind|on) (?:the|my) (?:desk|till|counter|ward|reception|front desk)"
    r"|(?:my|on|late|early|night) shift|staff meeting) (?i:at) (?i:the )?" + NAMED
)
WORK = re.compile(
    r"\b(?i:i|i'm|im|i am|we|i've|i've just|just)\s(?i:(?:also |now |still |really |just )?(?:work(?:ing)?|teach(?:ing)?"
    r"|study(?:ing)?|start(?:ed|ing)? work|start(?:ed|ing)? (?:a|my) (?:new )?job|go to school|am at school|cook(?:ing)?|serve|volunteer))"
    r"(?: [a-z0-9]+){0,4}? (?i:at|for) (?i:the )?" + NAMED
)
NIGHT = frozenset((20, 21, 22, 23, 0, 1, 2, 3, 4, 5, 6))
SATURDAY = 5
WHOLE_NAME = 12  # letters of a name that nothing else has
SPOT = 3  # places after the point of a degree: about a hundred metres
KINDS_OF_SCHOOL = re.compile(r"\b(?:school|academy|primary|secondary|college|the|c of e|infants?|juniors?|high)\b")


def look_for_home(post: Post, draft: Draft) -> Iterator[Clue]:
    """An address counts as home where the same post speaks of a home; elsewhere it may be anybody's."""
    at_home = AT_HOME.search(draft.text) is not None or OWN_HOME.search(draft.text.lower()) is not None
    for check in (STREET_ADDRESS, POSTCODE):
        for one in run(check, draft):
            if not one.noticed:
                shown = draft.text[one.start : one.end]
                yield Clue("home" if at_home else "address", "" if at_home else shown.casefold(), shown, one.start)
    for match in (*LIVE.finditer(draft.text), *DOING_UP.finditer(draft.text)):
        if match["name"].partition(" ")[0] not in SITES:
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
    low = draft.text.lower()
    for brand in brands:
        if len(brand) >= WHOLE_NAME and brand.casefold() in low and OWN_WORK.search(low):
            yield Clue("work", _plain(brand), brand, low.index(brand.casefold()))
    for pattern in WORKED:
        for match in pattern.finditer(draft.text):
            if not OF_OTHERS.search(sentence_at(draft, match.start())):
                yield Clue("work", _plain(match["name"]), match["name"], match.start())
    for match in (*WORK.finditer(draft.text), *WORK_PLACE.finditer(draft.text)):
        yield Clue("work", _plain(match["name"]), match["name"], match.start())


def _plain(name: str) -> str:
    """ "Northgate School" and "Northgate" are one place."""
    return " ".join(KINDS_OF_SCHOOL.sub(" ", name.casefold()).split()) or name.casefold()

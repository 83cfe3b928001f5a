"""The street where somebody lives, out of what people say of their street: their door, their bins, their neighbours (SNS-3).

A street beside words that one says of one's own home is home. A street beside words of somebody who is there is a hint, and with a
second day on which it is named it is home too: see `collate`. Each pattern looks at a bounded stretch: linear in the post.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from askfirst.checks.archives.clue import Clue
from askfirst.checks.archives.post import Kind, Post
from askfirst.checks.draft import Draft

__all__ = ["ENOUGH_DAYS", "KINDS", "OWN_HOME", "look_for_streets"]

KINDS = (
    r"(?:Road|Street|Lane|Row|Avenue|Close|Drive|Way|Crescent|Terrace|Grove|Court|Place|Hill|Gardens|Walk|Mews|Square|Green|Rise"
    r"|Cottages|Yard|Bank|Parade|Villas|Fold|Croft|Wharf)"
)
STREET = re.compile(r"\b(?P<name>(?:[A-Z][a-zà-ÿ'’-]+ ){1,3}" + KINDS + r")\b(?! (?:School|Academy|Primary|Infants|Juniors|Church|Park))")
FIRST = re.compile(r"^(?:The|Our|My|Love|Loving|On|In|At|From|Every|Still|Again|Outside|Down|Up|Off|Near|Lights|Power|No|And|But) ")
OWN_HOME = re.compile(
    r"\b(?:my|our) (?:new |own |lovely |little |poor )?(?:front |back |side )?(?:door|doorstep|garden|drive|driveway|patio|kitchen"
    r"|bathroom|bedroom|roof|loft|boiler|landlord|landlady|bins?|balcony|gate|fence|wall|view|house|flat|place|street|road|estate"
    r"|building|block|neighbours?|postman|postie|mortgage)\b"
    r"|\b(?:at|to|from|outside|near|round) (?:ours|mine)\b|\bpower at ours\b|\bat ours\b"
    r"|\bneighbours? (?:above|below|next door|upstairs|downstairs|opposite) (?:to )?(?:us|me)\b|\bnext door to (?:us|me)\b"
    r"|\b(?:best|lovely|worst|noisy|good|great|kind) neighbours?\b|\bneighbours .{0,40}\b(?:us|me|my|our)\b"
    r"|\bhome ?owners?\b|\bkeys in hand\b|\bgot the keys\b|\bnew home\b|\bmoving (?:in|day)\b|\bmoved in\b|\bhouse ?warming\b"
    r"|\b(?:love|loving|loved|enjoy|enjoying|hate) (?:living|it here)\b|\bliving (?:on|in)\b|\bi live\b|\bwe live\b|\bwe've lived\b"
    r"|\b(?:pick ?up|collect|collection|collected) (?:only )?from\b|\bfree to a good home\b|\bbuyer (?:collects|to collect)\b"
    r"|\b(?:post|send|write)(?: it| them| your \w+)?(?: to)? me\b|\bthe house with\b|\bthe one with the \w+ door\b"
    r"|\bcome and get\b|\bhelp yourself\b|\bhouse tour\b|\bselling up\b|\bmoving (?:my|our) bed\b|\b(?:renovating|doing up|decorating)\b"
    r"|\ball (?:fine|well|quiet|calm|good) here\b|\bthat's us\b|\bthats us\b|\bbin day\b|\bmy parcel\b|\bour parcel\b|\bcome (?:round"
    r"|over)\b|\bparty at\b|\bdeliver\w* to\b"
)
SMALL = re.compile(
    r"\b(?:on|in|at|down|from|outside|of|along|up|here on) (?P<name>(?:\d{1,3} )?[a-z'’]{5,20} (?:road|street|lane|row|close|avenue"
    r"|crescent|terrace"
    r"|cottages|gardens|walk|mews|grove))\b"
)
NO_STREET = re.compile(
    r"^(?:\d+ )?(?:other|right|wrong|first|front|second|third|whole|every|bumpy|country|another|quiet|narrow|memory"
    r"|little|garden|behind|really)\b"
)
HINT = re.compile(
    r"\b(?:bins?|bin lorry|bin men|power cut|no power|lights (?:back on|out)|water (?:is )?off|road ?works|fireworks|flood\w*|pot ?holes?"
    r"|street ?lights?|scaffolding|car alarm|foxes|parking|parked|gritted|gritter|snowed in|broadband|parcel|delivery|noise|street party"
    r"|jumble|yard sale|trick or treat\w*|residents?|drilling|next door|anyone else|all fine here|whatsapp|wheelie)\b"
    r"|\b(?:i|i'm|im|my|we|we're|us|our|here)\b"
)
SAYS = re.compile(
    r"\b(?:says|said) the (?:council|news|paper|police|radio|echo)\b|\bthe (?:council|news|paper|police) says?\b"
    r"|\bfor sale:? a house\b"
)
ASKS = re.compile(
    r"\b(?:do|does|did|would|could|has|is) (?:you|he|she|anyone|anybody|someone) (?:\w+ )?(?:live|lives|living|know|been"
    r"|move|near)\b"
)
NEAR, MOST, ENOUGH_DAYS = 160, 10, 2
ELSEWHERE = re.compile(r"\b(?:thoughts|prayers|fire crews?|police|crash|bus|closed|diversion|shop|market|fair|match|gig|class)\b")


def look_for_streets(post: Post, draft: Draft) -> Iterator[Clue]:
    """ "home" with the street's name; "street-near" under it for a hint, "street-said" where it is only named."""
    if post.kind is Kind.PROFILE:
        return
    low = draft.text.lower()
    named = list(islice(STREET.finditer(draft.text), MOST))
    read = {match.end("name") for match in named}  # with capitals it is read already
    small = (one for one in SMALL.finditer(low) if one.end("name") not in read and not NO_STREET.match(one["name"]))
    for match in chain(named, islice(small, MOST)):
        near = low[max(0, match.start() - NEAR) : match.end() + NEAR]
        if SAYS.search(near) or ASKS.search(near):
            continue
        name = _named(match["name"])
        if " " not in name:
            continue
        if OWN_HOME.search(near):
            yield Clue("home", "", name, match.start())
        elif not ELSEWHERE.search(near):
            yield Clue("street-near" if HINT.search(near) else "street-said", name.casefold(), name, match.start())


def _named(name: str) -> str:
    """Without words that have a capital because they begin the sentence."""
    while FIRST.match(name):
        name = name.partition(" ")[2]
    return name

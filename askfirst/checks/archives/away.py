"""When somebody's home stands empty: words of being away, on the way, or of nobody at home (SNS-1). A wish or a memory is none.

Each pattern looks at a bounded stretch: linear in the post.
"""

import re
from collections.abc import Iterator

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NO_NAMES
from askfirst.checks.draft import Draft

__all__ = ["look_for_away"]

MANY = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
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
    r"|\b" + MANY + r" (?:whole )?(?:weeks?|nights|days|fortnight) (?:in|away|abroad|off to)\b"
    r"|\b(?:back|home) (?:again )?(?:on|by) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bback (?:in )?a (?:week|fortnight)\b"
    r"|\bat the airport\b|\bboarding now\b|\bout of office\b"
    r"|\b(?:bags|cases|suitcases?) (?:are )?(?:all )?packed\b|\bpassports? (?:found|packed|ready|in hand)\b"
    r"|\bday \w+ of \w+\b.{0,30}\b(?:pool|beach|sun|sea|hotel|villa|tent|campsite|holiday|slopes)\b"
    r"|\b(?:we're|we are|i'm|i am) (?:at|in|with|staying) [^.!?]{2,40} (?:till|until) \b|\bno parcels\b"
    r"|\b(?:plane|flight|ferry) (?:is |leaves )?(?:at|home|out|back|leaves|tomorrow|tonight)\b|\bgreetings from\b|\bwish you were here\b"
    r"|\b" + MANY + r" more nights\b"
    r"|\b(?:on (?:our|my) way|heading|off) to the (?:airport|ferry|port|eurostar)\b|\b(?:cattery|kennels)\b|\bhotel (?:breakfast|room"
    r"|pool|bar)\b"
    r"|\b(?:the|our|my) (?:hotel|villa|airbnb|campsite|caravan|chalet|holiday (?:let|cottage|home))\b|\bcheck(?:ed|ing) in(?:to"
    r"| to)? (?:the |our )"
    r"|\bski (?:lessons?|slopes?|lift|pass|resort|trip)\b|\bsee (?:ya|you|you later),? (?:england|uk|britain|wales|scotland|rain)\b"
    r"|\bjet ?lag\w*"
    r"|\bno wi-?fi (?:here )?(?:in|at) the (?:cottage|cabin|tent|campsite|hotel)\b|\bhours in the car with\b|\bin departures\b"
    r"|\bduty free\b"
    r"|\boff to [^.!?]{3,60}\bback (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:just )?landed in\b|\bby the pool\b"
    r"|\b(?:and )?(?:we're|we are) off!|\bhalf[- ]term in\b"
    r"|\bwhile (?:we're|we are|i'm|i am) (?:away|abroad|on holiday|gone|off)\b"
)
PLACE = r"(?:the )?(?P<name>[A-Z][a-zà-ÿ'’-]{2,20})"
PLACES = (
    re.compile(PLACE + r",? here (?:we|i) come\b"),
    re.compile(
        r"\b(?i:(?:first|second|third|fourth|fifth|last|final) (?:night|evening|morning)|(?:last|final|second"
        r"|third) day) in " + PLACE
    ),
    re.compile(r"\b(?i:while (?:we're|we are|i'm|i am)) in " + PLACE),
    re.compile(r"\b(?i:half[- ]term|(?:weeks?|nights|fortnight|holiday)) in " + PLACE),
)
NO_PLACES = NO_NAMES | frozenset("Reception Year Nursery School Primary Class Weekend Summer Half Term Bed Work Sixth Form Key".split())
NOT_NOW = re.compile(
    r"\b(?:would|wish|wishing|dream\w*|if only|i want|could do with|fancy|imagine|books?|films?|novel|song|recommend\w*|remember\w*"
    r"|years? ago|last year|this time last|used to|throwback|tbt|countdown to the|give anything|nothing beats|next summer|one day"
    r"|review|recommended|whose|were in)\b|\bin (?:19|20)\d\d\b"
)


def look_for_away(post: Post, draft: Draft) -> Iterator[Clue]:
    """Each post once, with the place where it is named."""
    del post
    text = draft.text.lower()
    places = [one for pattern in PLACES for one in [pattern.search(draft.text)] if one and one["name"] not in NO_PLACES]
    place = places[0]["name"] if places else ""
    found = (EMPTY.search(text), AWAY.search(text), *places)
    for match in found:
        if match is None:
            continue
        near = sentence_at(draft, match.start())
        if not NOT_NOW.search(near.lower()) and ("?" not in near[-2:] or match in places):
            yield Clue("away", "", place, match.start())
            return

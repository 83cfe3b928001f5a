"""The exact place of a home: enough for a stranger to find the door (SNS-3)."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.postcode import postcodes, public_place
from askfirst.checks.text.published import before
from askfirst.words import say

__all__ = ["STREET_ADDRESS"]

# Kinds of street that are hardly ever anything else, and those that are also ordinary words.
STREET = r"road|rd|street|lane|ln|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|cottages?|drive|close|court|square|rise|yard|boulevard|parade|wynd|villas|quay|wharf|crofts?|buildings|mansions|heights|towers?|estate|maisonettes"
LOOSE = r"way|place|pl|hill|bank|view|green|park|row|walk|field|fields|end|gate|chase|vale|side|mount|meadows?|path|cl|ct|st|sq|dr|spinney|copse|orchard|dell|brow|fold|garth|ridge|reach|holt|leas?|bridge|common|paddock|nook|passage|alley|causeway|bypass|circus|hollow|knoll|causey|wood|woods|acre|acres|ford|brook|mill|well|cross|corner"
KIND = r"(?:" + STREET + r"|" + LOOSE + r")"
# Words that cannot stand inside the name of a street: they make "3 cars in the road" no address.
NOT_NAME = (
    r"(?!(?:in|on|at|of|to|from|by|for|with|and|or|but|a|an|my|our|your|his|her|their|its|is|are|was|were|be|been|down|up|along|across|over|under|minutes?|mins?|miles?|metres?|meters|yards|km|hours?|days?|weeks?|months?|years?|people|kids|children|times?"
    r"|cars?|more|per|cent|percent|am|pm|mr|mrs|ms|miss|dr|sir|chapter|team|houses?|shops?|pounds?|quid|who|that|this|these|those|then|than|it|we|i|you|they|he|she|left|right|went|going|walking|pages?|x|v|vs)\b)"
)
WORD = NOT_NAME + r"[^\W\d_][\w'-]{0,24}"
NAME = r"(?:the\s)?(?:" + WORD + r"\s){1,3}?" + KIND + r"\b"
UNIT = r"(?:(?:flat|apartment|apt|unit|studio|room|caravan|plot|annexe)\s?[a-z\d]{1,4},?\s)"
DOOR = r"(?:no\.?\s?|number\s|nr\s|#)?\d{1,4}\s?[a-z]?(?:-\d{1,4})?"
SAID = r"(?:number\s)?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
NUMBERED = re.compile(
    r"(?<![\w£$.:/@#-])(?P<flat>" + UNIT + r")?(?P<door>" + DOOR + r"|" + SAID + r"),?\s(?:(?:on|in|down)\s)?(?P<street>" + NAME + r")"
)
LIVES_AT = re.compile(
    r"\b(?:lives?|living|live|home is|house is|stay(?:s|ing)?|moved (?:in)?to|moving (?:in)?to)\s(?:at\s)?(?P<door>(?:the\s)?"
    + WORD
    + r"(?:\s"
    + WORD
    + r"){0,2},\s(?P<street>"
    + NAME
    + r"))"
)
WORDS_THREE = re.compile(r"///[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20}(?![a-z.])")
FLAT_ONLY = re.compile(
    r"(?<!\w)" + UNIT + r"(?:the\s)?(?:" + WORD + r"\s){1,2}(?:house|court|lodge|tower|heights|point|mansions|building)\b"
)
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|last|end|corner|middle|only|next|1st|2nd|3rd|4th|5th)"
OVER = re.compile(
    r"(?<!\w)"
    + UNIT
    + r"(?:above|below|over|under|behind|next to|opposite)\s(?:the\s)?(?:[\w'-]{1,16}\s){1,3}?(?:on|in|at|off|down)\s(?P<street>"
    + NAME
    + r")"
)
COLOUR = r"(?:red|blue|green|yellow|black|white|pink|purple|orange|grey|gray|brown|gold|silver|turquoise|cream|navy|rusty|broken|big|wooden|little|tall|bright|lilac|teal|mint|rainbow|thatched|crooked)"
HOUSE = r"(?:house|home|flat|cottage|bungalow|door|gate|terrace|semi|caravan|block|farm|farmhouse|houseboat|boat)"
SPELT = re.compile(
    r"(?<![\w-])(?:at|is|in|to|live|lives|living|address)[\s:]{1,2}(?P<door>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)\s(?P<street>"
    + WORD
    + r"\s(?:"
    + WORD
    + r"\s)?(?:"
    + STREET
    + r"|way|place|hill|bank|green|row|walk|view|st))\b"
)
THING = r"(?:door|gate|fence|van|caravan|hedge|wall|shutters?|garage|flag|windows?|roof|tree|lamp|gnomes?|porch|letterbox|trampoline|postbox|path|steps|curtains|bins?|car|phone box|post box|bus shelter|sign|bench|pond|panels|statue|dog|extension|conservatory|lights|chimney|church|chapel|chippy|pub|shop|monkey puzzle|ivy|boat)"
PLACED = re.compile(
    r"(?<!\w)(?:the\s)?(?:(?:very\s)?"
    + ORDINAL
    + r"\s(?:"
    + COLOUR
    + r"\s)?"
    + HOUSE
    + r"(?:\s(?:along|up|down))?(?:\son the (?:left|right))?"
    r"|(?:"
    + COLOUR
    + r"\s)?"
    + HOUSE
    + r"\s(?:with|behind|that has|which has|by|opposite|next to)\s(?:(?:the|a|an|all|two|its)\s)?(?:[\w'-]{1,16}\s){0,3}"
    + THING
    + r"|"
    + COLOUR
    + r"\s(?:front\s)?"
    + HOUSE
    + r"(?:\son the (?:left|right))?|"
    + HOUSE
    + r"\son the corner|"
    + HOUSE
    + r"(?=\s(?:right\s)?(?:at|on)\sthe\s(?:very\s|far\s)?(?:end|bottom|top|corner)\sof))"
    r"(?:,?\s(?:along|up|down|past|back|left|right|as you (?:come|turn|go)))?,?\s?(?:on|in|of|at|down|along|up|off|from|where)\s(?:the (?:very |far )?(?:end|bottom|top|corner|start) of\s)?(?P<street>"
    + NAME
    + r")"
)
BESIDE = re.compile(
    r"(?<!\w)(?:the\s)?(?:(?:"
    + ORDINAL
    + r"|"
    + COLOUR
    + r")\s)?(?:house|flat|cottage|bungalow|door|terrace)\s(?:over|above|below|under|with|before|after|past|behind|beside|opposite|next to|next door to|by)\s(?:[\w'-]{1,16}\s){1,4}?(?:on|in|at|down|along|up|off)\s(?P<street>"
    + NAME
    + r")"
)
DOORS_DOWN = re.compile(
    r"(?<!\w)(?:one|two|three|four|five|six|\d|next|a few|couple of)\sdoors?\s(?:(?:down|up|along|away)\s)?(?:from|past|after|before|to)\s(?:[\w'-]{1,16}\s){1,4}?(?:on|in|at|down|along|off)\s(?P<street>"
    + NAME
    + r")"
    r"|(?<!\w)(?:the\s)?" + COLOUR + r"\s(?:front\s)?(?:door|gate|house|cottage),\s(?P<here>" + NAME + r")"
)
THE_STREET = re.compile(
    r"(?<![\w£$.:/@#-])\d{1,3}[a-z]?,?\s(?P<street>the\s(?:crescent|avenue|close|green|street|drive|grove|mews|paddocks?|ridings|willows|beeches|oaks|limes|poplars|elms|orchards?|meadows?|spinney|cloisters|maltings))\b"
)
CODE_AND_DOOR = re.compile(
    r"(?:,|\s|\sand\s|,\s)(?:(?:it's|its|it is|i'm|im|we're|at|the)\s)?(?:number|no\.?|door|flat|house)\s(?:number\s|no\.?\s)?\d{1,4}[a-z]?\b"
)
THE_ONE = re.compile(
    r"(?<!\w)(?:the\s)?one\s(?:with|behind|opposite|next to|by)\s(?:the|a|an)\s(?:[\w'-]{1,16}\s){0,2}"
    + THING
    + r"\s(?:on|in|of|at|down|along|up|off)\s(?P<street>"
    + NAME
    + r")"
)
STREET_FIRST = re.compile(
    r"(?<!\w)(?P<street>"
    + NAME
    + r")[,:]?\s(?:(?:and|at|it's|its|we're|we are|im|i'm)\s){0,3}(?:the\s)?(?:(?:number|no\.?|nr|#)\s?\d{1,4}[a-z]?\b|(?:"
    + ORDINAL
    + r"|"
    + COLOUR
    + r")\s(?:"
    + COLOUR
    + r"\s)?(?:door|gate|house|cottage|flat)\b(?:\son the (?:left|right))?)"
)
NUMBER_DOOR = re.compile(
    r"(?<!\w)(?:number|no\.?|nr|#)\s?\d{1,4}[a-z]?,?\s(?:(?:with|has|it's|its|got)\s)?(?:(?:the|a)\s)?"
    + COLOUR
    + r"\s(?:front\s)?(?:door|gate|house)\b"
)
HOUSE_NAME = re.compile(
    r"(?<!\w)(?:the\s)?(?:"
    + WORD
    + r"\s){1,2}(?:cottage|farm|farmhouse|lodge|barn|bungalow|villa|vicarage|rectory|house|manor|croft),\s(?:\d{1,4}\s)?(?P<street>"
    + NAME
    + r")"
)
FLAT_PLACE = re.compile(r"(?<!\w)" + UNIT + r"(?:the\s)?" + WORD + r"(?:\s" + WORD + r"){0,2},\s(?P<street>" + NAME + r")")
TOWN = re.compile(r"(?:,\s?|\n)(?:[^\W\d_][\w'-]{1,20})(?:[\s-](?:[^\W\d_][\w'-]{1,20})){0,3}")
HOME = re.compile(
    r"\b(?:live|lives|living|lived|address|home|house|mine|my place|our place|gaff|yard|crib|come (?:to|over|round|for|thru|through|by|in)|party|deliver|post (?:it|them) to|send (?:it|them) to|drop|round|door|knock|bell|pick (?:me|us|it|him|her) up|collect(?:ion)?|buyer collects"
    r"|moved|moving|move|new place|sleepover|bbq|barbecue|meet (?:me|us) (?:at|outside)|find (?:me|us)|i'm at|im at|we're at|stay(?:s|ing)? at|walk in|front room|garage sale|yard sale|open[- ]gardens?|sat ?nav|nan's|nans|mum's|mums|dad's|dads|be there|tonight|saturday|sat|friday|fri|buzz|his|her|their|lessons|bring|rings?|here)\b|[📍🏠🏡🏘]"
)
PASSING = re.compile(r"\b(?:outside|opposite|near|past|behind|next to)\s(?:number\s)?$")
# Houses that everybody knows from books, screens and the news.
FAMOUS = re.compile(
    r"\b(?:downing st|baker st|privet drive|jump street|abbey road|wisteria lane|sesame street|coronation street|albert square|ramsay street|elm street|cherry tree lane|windsor gardens|hill house|wall street|grimmauld place)"
)
# With a postcode behind it any name after a number is a street: "5 The Paddocks, ZZ99 1AB".
BARE = re.compile(r"(?<![\w£$.:/@#-])(?:" + UNIT + r")?\d{1,4}[a-z]?,?\s(?:the\s)?" + WORD + r"(?:\s" + WORD + r"){0,2}(?=[,\s])")
FAR = 90


def _capital(draft: Draft, start: int, end: int) -> bool:
    """Whether the words of a street are written as a name."""
    one, other = draft.folded.span(start, end)
    words = [word for word in draft.text[one:other].split() if word.lower() != "the"]
    return all(word[0].isupper() for word in words)


def _shouted(draft: Draft, end: int) -> bool:
    """Whether the words go on in capitals, so that capitals make no name."""
    place = draft.folded.came_from[end]
    return re.match(r"\W{1,2}[A-Z]{3,}\b", draft.text[place : place + 16]) is not None


def _homely(text: str, start: int, end: int) -> bool:
    return HOME.search(text, max(0, start - FAR), min(len(text), end + 50)) is not None


def _onward(draft: Draft, end: int, codes: dict[int, int]) -> int:
    """Past the town and the postcode that belong to an address."""
    text = draft.folded.text
    near = next((place for place in range(end, min(len(text), end + 48)) if place in codes), None)
    if near is not None and not re.search(r"[.!?]\s|\n\n", text[end:near]) and len(re.findall(r"\w+", text[end:near])) <= 6:
        return codes[near]
    town = TOWN.match(text, end)
    if town is None:
        return end
    stop = end
    for word in re.finditer(r"[^\W_][\w'-]*", town.group()):
        place = draft.folded.came_from[end + word.start()]
        if not draft.text[place].isupper() or re.fullmatch(
            r"(?:i|i'm|i'll|ring|call|come|dogs?|bring|see|no|please|all|we|text|from|it|the|and)", word.group()
        ):
            break
        stop = end + word.end()
    return stop


def _posted(draft: Draft, codes: dict[int, int]) -> Iterator[tuple[int, int]]:
    text, ends = draft.folded.text, set(codes.values())
    for match in BARE.finditer(text):
        if draft.text[draft.folded.came_from[match.end() - 1]].isalpha() and _onward(draft, match.end(), codes) in ends:
            yield match.span()


# No address of ours is without one of these words: most texts end here.
SAYS_PLACE = frozenset(
    form
    for word in (
        STREET + "|" + LOOSE + "|cottage|farm|farmhouse|lodge|barn|bungalow|villa|vicarage|rectory|house|manor|door|tower|point"
    ).split("|")
    for form in ((word[:-2], word[:-2] + word[-2]) if word.endswith("?") else (word,))
)


def _numbered(draft: Draft) -> Iterator[tuple[int, int]]:
    text = draft.folded.text
    for match in NUMBERED.finditer(text):
        start, end = match.span()
        loose = re.search(r"\b(?:" + LOOSE + r")$", match.group("street")) is not None and not re.search(
            r"\s(?:st|cl|ct|sq|dr)$", match.group("street")
        )
        named = _capital(draft, *match.span("street")) and not (loose and _shouted(draft, end))
        bare = match.group("door")[0].isalpha() and not match.group("door").startswith(("n", "#"))  # "One Tree Hill"
        if match.group("door") == "one" and not named:  # "no one even comes close"
            continue
        if (named and not bare) or (
            _homely(text, start, end)
            and (
                not loose
                or match.group("flat")
                or re.search(r"(?:\b(?:live|address|mine|number|house ?party|party (?:is )?at|gaff)\b|📍)", text[max(0, start - 40) : end])
            )
        ):
            yield start, end


def _places(draft: Draft) -> Iterator[tuple[int, int]]:
    if draft.words.isdisjoint(SAYS_PLACE):
        return
    yield from _numbered(draft)
    text = draft.folded.text
    for pattern in (PLACED, STREET_FIRST, HOUSE_NAME, FLAT_PLACE, OVER, SPELT, LIVES_AT, THE_ONE, BESIDE, THE_STREET, DOORS_DOWN):
        for match in pattern.finditer(text):
            if _capital(draft, *match.span(match.lastgroup or 0)) or _homely(text, match.start(), match.end()):
                yield match.start("door" if pattern in (SPELT, LIVES_AT) else 0), match.end()
    for pattern in (NUMBER_DOOR, FLAT_ONLY, WORDS_THREE):
        for match in pattern.finditer(text):
            if _homely(text, *match.span()) or pattern is FLAT_ONLY:
                yield match.span()


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    codes = dict(postcodes(draft))
    free = 0
    coded = ((start, door.end()) for start, end in codes.items() if (door := CODE_AND_DOOR.match(text, end)))
    for start, end in sorted((*_places(draft), *coded, *(_posted(draft, codes) if codes else ())), key=lambda place: (place[0], -place[1])):
        if start < free:
            continue
        words = before(text, start, 110)
        if PASSING.search(text[max(0, start - 16) : start]) and not re.search(r"\b(?:my|our|i live|we live|home)\b", words):
            continue
        if (
            public_place(words)
            or re.search(
                r"\b(?:bus|route|platform|lap|table|page|chapter|song|film|book|sherlock|baker)\s(?:\w+\s)?$",
                text[max(0, start - 24) : start],
            )
            or FAMOUS.search(text, start, min(len(text), end + 1))
        ):
            continue
        free = _onward(draft, end, codes)
        yield Hit(*draft.folded.span(start, free))


STREET_ADDRESS = Check(
    name="street-address",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A home address"),
    why=say("A stranger could find the front door from this."),
    fix=say("message me for the place"),
    doubt=say("If it is a school, club or shop, leave it in."),
    look=look,
    flags=(
        "Come for scones: 14 Tannery Lane, Ridgeway ZZ99 3VZ.",
        "My front room: Flat 3, 9 Orchard Rise, Ridgeway, ZZ99 8QX. Ring first.",
        "second house on Mill Bank",
        "we live in the house with the red gate on Sample Lane",
        "📍31 Cooper's Yard, Ridgeway gaff's open",
        "orchard rise right, then number 22 blue door, just walk in",
    ),
    passes=(
        "im at the bus stop by the big tesco come find me",
        "3 cars in the road again",
        "The library, 14 High Street, is open late",
        "a 5 minute walk down the lane",
        "We won 3 in a row",
    ),
    also=("SNS-1",),
)

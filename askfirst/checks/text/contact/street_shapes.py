"""The shapes of a home's place in words: doors with numbers, with names, with neighbours. Compiled where first needed, each behind words it cannot do without.

Every repeat is bounded, so that a search is linear in the text.
"""

import re
from dataclasses import dataclass
from functools import cache

from askfirst.checks.text.patterns.any_of import any_of

__all__ = [
    "BARE",
    "CODE_AND_DOOR",
    "COUNTS",
    "FLAT_ONLY",
    "LOOSE",
    "NUMBERED",
    "SAYS_PLACE",
    "SHAPES",
    "SURE",
    "WORDS_THREE",
    "Shape",
    "compiled",
]

# Kinds of street that are hardly ever anything else, and those that are also ordinary words.
STREET = r"road|rd|street|lane|ln|avenue|ave|crescent|cres|terrace|gardens|gdns|grove|mews|cottages?|drive|close|court|square|rise|yard|boulevard|parade|wynd|villas|quay|wharf|crofts?|buildings|mansions|heights|towers?|estate|maisonettes"
LOOSE = r"way|place|pl|hill|bank|view|green|park|row|walk|field|fields|end|gate|chase|vale|side|mount|meadows?|path|cl|ct|st|sq|dr|spinney|copse|orchard|dell|brow|fold|garth|ridge|reach|holt|leas?|bridge|common|paddock|nook|passage|alley|causeway|bypass|circus|hollow|knoll|causey|wood|woods|acre|acres|ford|brook|mill|well|cross|corner"


def _forms(written: str) -> list[str]:
    """ "road|crofts?" as road, croft, crofts."""
    return [form for word in written.split("|") for form in ((word[:-2], word[:-1]) if word.endswith("?") else (word,))]


KIND = any_of(_forms(STREET + "|" + LOOSE))
# Words that cannot stand inside the name of a street: they make "3 cars in the road" no address.
NOT_NAMES = (
    r"in|on|at|of|to|from|by|for|with|and|or|but|a|an|my|our|your|his|her|their|its|is|are|was|were|be|been|down|up|along|across|over|under|minutes?|mins?|miles?|metres?|meters|yards|km|hours?|days?|weeks?|months?|years?|people|kids|children|times?"
    r"|cars?|more|per|cent|percent|am|pm|mr|mrs|ms|miss|dr|sir|chapter|team|houses?|shops?|pounds?|quid|who|that|this|these|those|then|than|it|we|i|you|they|he|she|left|right|went|going|walking|pages?|x|v|vs"
)
NOT_NAME = r"(?!" + any_of(_forms(NOT_NAMES)) + r"\b)"
WORD = NOT_NAME + r"[^\W\d_][\w'-]{0,24}"
NAME = r"(?:the\s)?(?:" + WORD + r"\s){1,3}?" + KIND + r"\b"
UNIT = r"(?:(?:flat|apartment|apt|unit|studio|room|caravan|plot|annexe)\s?[a-z\d]{1,4},?\s)"
DOOR = r"(?:no\.?\s?|number\s|nr\s|#)?\d{1,4}\s?[a-z]?(?:-\d{1,4})?"
SAID = r"(?:number\s)?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
NUMBERED = (
    r"(?<![\w£$.:/@#-])(?P<flat>" + UNIT + r")?(?P<door>" + DOOR + r"|" + SAID + r"),?\s(?:(?:on|in|down)\s)?(?P<street>" + NAME + r")"
)
LIVES_AT = (
    r"\b(?:lives?|living|live|home is|house is|stay(?:s|ing)?|moved (?:in)?to|moving (?:in)?to)\s(?:at\s)?(?P<door>(?:the\s)?"
    + WORD
    + r"(?:\s"
    + WORD
    + r"){0,2},\s(?P<street>"
    + NAME
    + r"))"
)
WORDS_THREE = r"///[a-z]{2,20}\.[a-z]{2,20}\.[a-z]{2,20}(?![a-z.])"
FLAT_ONLY = r"(?<!\w)" + UNIT + r"(?:the\s)?(?:" + WORD + r"\s){1,2}(?:house|court|lodge|tower|heights|point|mansions|building)\b"
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|last|end|corner|middle|only|next|1st|2nd|3rd|4th|5th)"
OVER = (
    r"(?<!\w)"
    + UNIT
    + r"(?:above|below|over|under|behind|next to|opposite)\s(?:the\s)?(?:[\w'-]{1,16}\s){1,3}?(?:on|in|at|off|down)\s(?P<street>"
    + NAME
    + r")"
)
COLOUR = r"(?:red|blue|green|yellow|black|white|pink|purple|orange|grey|gray|brown|gold|silver|turquoise|cream|navy|rusty|broken|big|wooden|little|tall|bright|lilac|teal|mint|rainbow|thatched|crooked)"
HOUSE = r"(?:house|home|flat|cottage|bungalow|door|gate|terrace|semi|caravan|block|farm|farmhouse|houseboat|boat)"
SPELT = (
    r"(?<![\w-])(?:at|is|in|to|live|lives|living|address)[\s:]{1,2}(?P<door>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)\s(?P<street>"
    + WORD
    + r"\s(?:"
    + WORD
    + r"\s)?(?:"
    + STREET
    + r"|way|place|hill|bank|green|row|walk|view|st))\b"
)
THING = r"(?:door|gate|fence|van|caravan|windmill|flamingos?|mural|hot tub|hedge|wall|shutters?|garage|flag|windows?|roof|tree|lamp|gnomes?|porch|letterbox|trampoline|postbox|path|steps|curtains|bins?|car|phone box|post box|bus shelter|sign|bench|pond|panels|statue|dog|extension|conservatory|lights|chimney|church|chapel|chippy|pub|shop|monkey puzzle|ivy|boat)"
PLACED = (
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
BESIDE = (
    r"(?<!\w)(?:the\s)?(?:(?:"
    + ORDINAL
    + r"|"
    + COLOUR
    + r")\s)?(?:house|flat|cottage|bungalow|door|terrace)\s(?:over|above|below|under|with|before|after|past|behind|beside|opposite|next to|next door to|by)\s(?:[\w'-]{1,16}\s){1,4}?(?:on|in|at|down|along|up|off)\s(?P<street>"
    + NAME
    + r")"
)
DOORS_DOWN = (
    r"(?<!\w)(?:one|two|three|four|five|six|\d|next|a few|couple of)\sdoors?\s(?:(?:down|up|along|away)\s)?(?:from|past|after|before|to)\s(?:[\w'-]{1,16}\s){1,4}?(?:on|in|at|down|along|off)\s(?P<street>"
    + NAME
    + r")"
    r"|(?<!\w)(?:the\s)?" + COLOUR + r"\s(?:front\s)?(?:door|gate|house|cottage),\s(?P<here>" + NAME + r")"
)
THE_STREET = r"(?<![\w£$.:/@#-])\d{1,3}[a-z]?,?\s(?P<street>the\s(?:crescent|avenue|close|green|street|drive|grove|mews|paddocks?|ridings|willows|beeches|oaks|limes|poplars|elms|orchards?|meadows?|spinney|cloisters|maltings))\b"
CODE_AND_DOOR = r"(?:,|\s|\sand\s|,\s)(?:(?:it's|its|it is|i'm|im|we're|at|the)\s)?(?:number|no\.?|door|flat|house)\s(?:number\s|no\.?\s)?\d{1,4}[a-z]?\b"
THE_ONE = (
    r"(?<!\w)(?:the\s)?one\s(?:with|behind|opposite|next to|by)\s(?:the|a|an)\s(?:[\w'-]{1,16}\s){0,2}"
    + THING
    + r"\s(?:on|in|of|at|down|along|up|off)\s(?P<street>"
    + NAME
    + r")"
)
STREET_FIRST = (
    r"(?<!\w)(?P<street>"
    + NAME
    + r")[,:]?\s(?:(?:and|at|it's|its|we're|we are|im|i'm)\s){0,3}(?:the\s)?(?:(?:number|no\.?|nr|#)\s?\d{1,4}[a-z]?\b|(?:"
    + ORDINAL
    + r"|"
    + COLOUR
    + r")\s(?:"
    + COLOUR
    + r"\s)?(?:door|gate|house|cottage|flat)\b(?:\son the (?:left|right))?|(?:first|second|third|fourth|last)\son the (?:left|right)\b)"
)
NUMBER_DOOR = (
    r"(?<!\w)(?:number|no\.?|nr|#)\s?\d{1,4}[a-z]?,?\s(?:(?:with|has|it's|its|got)\s)?(?:(?:the|a)\s)?"
    + COLOUR
    + r"\s(?:front\s)?(?:door|gate|house)\b"
)
HOUSE_NAME = (
    r"(?<!\w)(?:the\s)?(?:"
    + WORD
    + r"\s){1,2}(?:cottage|farm|farmhouse|lodge|barn|bungalow|villa|vicarage|rectory|house|manor|croft|dairy|forge|smithy|schoolhouse|stables|oast|granary|gatehouse|grange|coach house|mill),\s(?:\d{1,4}\s)?(?P<street>"
    + NAME
    + r")"
)
FLAT_PLACE = r"(?<!\w)" + UNIT + r"(?:the\s)?" + WORD + r"(?:\s" + WORD + r"){0,2},\s(?P<street>" + NAME + r")"

# With a postcode behind it any name after a number is a street: "5 The Paddocks, ZZ99 1AB".
BARE = r"(?<![\w£$.:/@#-])(?:" + UNIT + r"(?:\d{1,4}[a-z]?,?\s)?|\d{1,4}[a-z]?,?\s)(?:the\s)?" + WORD + r"(?:\s" + WORD + r"){0,2}(?=[,\s])"


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Compiled once; a start of the command line that meets no street pays for none."""
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern, one of the words that every match of it holds, and the group that is the place (0: all of it)."""

    source: str
    needs: frozenset[str]
    place: str | int = 0


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


HOUSES = _words("house home flat cottage bungalow door doors gate terrace semi caravan block farm farmhouse houseboat boat")
DOORS = _words("door doors gate house cottage")
NAMED_HOUSES = _words(
    "cottage farm farmhouse lodge barn bungalow villa vicarage rectory house manor croft dairy forge smithy schoolhouse stables oast granary gatehouse grange mill"
)
UNITS = _words("flat apartment apt unit studio room caravan plot annexe")
COUNTS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty thirty forty fifty sixty seventy eighty ninety"
)
# A street named as a name, or homely words near: then these are homes.
SHAPES = (
    Shape(PLACED, HOUSES),
    Shape(STREET_FIRST, HOUSES | {"number", "no", "nr", "left", "right"}),
    Shape(HOUSE_NAME, NAMED_HOUSES),
    Shape(FLAT_PLACE, UNITS),
    Shape(OVER, UNITS),
    Shape(SPELT, COUNTS, "door"),
    Shape(LIVES_AT, _words("live lives living home house stay stays staying moved moving"), "door"),
    Shape(THE_ONE, _words("one")),
    Shape(BESIDE, _words("house flat cottage bungalow door terrace")),
    Shape(
        THE_STREET,
        _words(
            "crescent avenue close green street drive grove mews paddock paddocks ridings willows beeches oaks limes poplars elms orchard orchards meadow meadows spinney cloisters maltings"
        ),
    ),
    Shape(DOORS_DOWN, DOORS),
)
# Without the name of a street: homely words have to be near, or the shape says enough.
SURE = (Shape(NUMBER_DOOR, DOORS), Shape(FLAT_ONLY, UNITS))
# No address of ours is without one of these words: most texts end here.
SAYS_PLACE = frozenset(
    _forms(STREET + "|" + LOOSE + "|cottage|farm|farmhouse|lodge|barn|bungalow|villa|vicarage|rectory|house|manor|door|tower|point")
)

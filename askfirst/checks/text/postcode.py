"""The postcode of a home leads a stranger to a handful of doors (SNS-3)."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import before, last
from askfirst.checks.text.words.spoken_digits import ONES, TENS, figures, written
from askfirst.words import say

__all__ = ["POSTCODE", "postcodes", "postcodes_of"]

AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu"
    " m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze zz".split()
)
PIECE = r"[\s.\-_]{0,2}"
MIDDLE = r"(?:[\s.\-_,]{0,3}|,?\s(?:and\s)?(?:then|space|dash|followed by)\s)"
DIGIT = r"(?:\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](?:one|two|three|four|five|six|seven|eight|nine)(?=[\s,.])|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?=[\s,.]))"
LETTER = r"(?:zed|[a-z])"
SHAPE = late(
    r"(?<![a-z\d@#/_.£])(?P<area>"
    + LETTER
    + r"(?:"
    + PIECE
    + LETTER
    + r")?)"
    + PIECE
    + r"(?:double\s"
    + DIGIT
    + r"|"
    + DIGIT
    + r"(?:"
    + PIECE
    + r"(?:"
    + DIGIT
    + r"|[a-z](?=[\s\d,.-])))?)"
    + MIDDLE
    + DIGIT
    + PIECE
    + r"(?P<unit>"
    + LETTER
    + PIECE
    + LETTER
    + r")(?![a-z\d_@])"
)
# How a postcode ends.
ENDS = late(
    r"(?:\d|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?=[\s,.]))" + PIECE + LETTER + PIECE + LETTER + r"(?![a-z\d_@])"
)
SAID = (*ONES, *TENS, "oh")  # the words of DIGIT
TIGHT = late(r"[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}")
GIRO = late(r"(?<![a-z\d])gir\s?0aa(?![a-z\d])")
# "1st", "5th", "2hr", "7pm" and the like end a count, not a postcode.
NO_UNIT = frozenset(
    {
        "st",
        "nd",
        "rd",
        "th",
        "hr",
        "am",
        "pm",
        "ft",
        "lb",
        "gb",
        "tb",
        "xl",
        "ph",
        "up",
        "by",
        "at",
        "as",
        "an",
        "so",
        "we",
        "he",
        "us",
        "go",
        "or",
        "to",
        "be",
        "ur",
        "yr",
        "xx",
        "pt",
        "pg",
        "gs",
    }
)
NEVER = frozenset("cikmov")  # letters the last two never are
HOME = late(
    r"\b(?:my|mine|our|home|house|live|lives|living|place|gaff|party|come|round|address|post ?code|door|flat|mum|mums|mum's|dad|dads|dad's|nan|nan's|his|her|their|deliver|pick|collect|sat ?nav|knock|bring|sleepover|barbecue|bbq|meet|send|garden|drive)\b|[📍🏠🏡]"
)
PUBLIC = late(
    r"\b(?:school|academy|college|office|trust|council|library|hall|church|chapel|mosque|temple|club|pub|inn|hotel|shop|store|cafe|restaurant|centre|center|theatre|museum|gallery|hospital|clinic|surgery|station|stadium|arena"
    r"|ltd|company|charity|university|studios?(?! ?\d)|gym|park|playing fields?|scout hut|pavilion|primary(?! (?:and|or|address|home|carer|contact|residence))|juniors|infants|sixth form|arms|po box|venue|town hall|car park|garage|ground|market|bakery|salon|farm shop|nursery|open daily|chippy|chip shop|takeaway|barbers?|pizzeria|chemist|pharmacy|dentist|vets|post office|cinema|supermarket|arcade|hostel|showroom|depot|polling station|food ?bank)\b"
)
CODE = late(
    r"\b(?:(?<!zip )(?<!post )(?<!postal )code|voucher|discount|promo|serial|model|order|ref|reference|error|version|flight|room|postcode lottery|wifi|password)\b[^.!?\n]{0,16}$"
)


AFTER = late(r"^[\s,:\-–]{0,3}(?:is|=|for|gets you to|takes you to)\s(?:the\s)?")


def public_place(words: str, more: str = "") -> bool:
    """Whether an address after these words is one that the public is asked to."""
    found = last(PUBLIC, words)
    if found is None:
        return PUBLIC.search(more) is not None
    if re.search(
        r"\b(?:next to|next door to|above|over|opposite|behind|beside|by|near|past|from|after) (?:the|a) $", words[: found.start()]
    ):
        return False
    return not re.search(r"\b(?:my|mine|our house|our place|home|i live|we live|her house|his house|front room)\b", words[found.end() :])


def postcodes(draft: Draft) -> Iterator[tuple[int, int]]:
    """Postcodes of any place, as (start, end) of the folded text."""
    text = draft.folded.text
    for match in GIRO.finditer(text) if "gir" in text else ():
        yield match.span()
    if (draft.once(written) < 2 and not any(word in text for word in SAID)) or ENDS.search(text) is None:
        return
    for match in SHAPE.finditer(text):
        start, end = match.span()
        if CODE.search(text[max(0, start - 60) : start]):
            continue
        unit = re.sub(r"[^a-z]", "", match.group("unit")).replace("zed", "z")
        area = re.sub(r"[^a-z]", "", match.group("area")).replace("zed", "z")
        if area != "zz" and NEVER.intersection(unit):  # ZZ stands in examples, with any letters
            continue
        one, other = draft.folded.span(start, end)
        loud = draft.text[one:other] == draft.text[one:other].upper()
        tight = TIGHT.fullmatch(match.group()) is not None
        if loud and tight and area[0] not in "qvx" and (area in AREAS or area[1:] not in ("i", "j", "z")):
            yield start, end
        elif area in AREAS and (unit not in NO_UNIT or loud):
            near = text[max(0, start - 80) : min(len(text), end + 40)]
            said = "zed" in match.group() or re.search(r"[a-z]{3}", match.group()) is not None  # spelt out: nobody does that by chance
            if (tight and len(area) == 2) or loud or said or HOME.search(near):
                yield start, end


def postcodes_of(draft: Draft) -> tuple[tuple[int, int], ...]:
    """The same, to be asked for through `draft.once`."""
    return tuple(postcodes(draft))


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    for start, end in draft.once(postcodes_of):
        words = before(text, start, 110)
        if not public_place(words, AFTER.sub("", text[end : end + 32]) if AFTER.match(text[end : end + 32]) else "") or re.search(
            r"\b(?:my|home) post ?code\b", words
        ):
            yield Hit(*draft.folded.span(start, end))


POSTCODE = Check(
    name="postcode",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A postcode"),
    why=say("A postcode leads a stranger close to a front door."),
    fix=say("[place removed]"),
    doubt=say("If it is a school, club or shop, leave it in."),
    look=look,
    when=figures,
    flags=(
        "party at mine sat, zz99 4qt, bring crisps",
        "my house is Z Z 9 9 then 6 R T",
        "home is ZZ99 3VZ",
        "my postcode is zed zed nine nine, six R T",
    ),
    passes=("B207 not B702", "yr10 1st place", "Northgate School, High Street, ZZ99 1AA", "we came 2nd in y7 1st leg"),
    also=("SNS-1",),
)

"""A phone number in a post lets a stranger make unwanted contact (SNS-3).

Shapes of numbers are the national plan's own, in two patterns; a phone library would cost 50 ms of every start and reads no spoken digits.
"""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import before, coded, private, public
from askfirst.checks.text.contact.riddle import riddles
from askfirst.checks.text.words.spoken_digits import Run, figures, runs_of, windows, written
from askfirst.words import say

__all__ = ["PHONE"]

# National form. No local number begins with 0 or 1, which is what keeps tickets and scores out. 03, 08 and 09 belong to firms and services.
NATIONAL = late(
    r"07(?:[1-57-9]\d{8}|624\d{6})|02[03489][2-9]\d{7}|01(?:1[3-8]|[2-69]1)[2-9]\d{6}|01[2-9]\d{2}[2-9]\d{4,5}|070\d{8}|01632960\d{3}|0[12]\d{1,2}\d?496\d{4}"
)
ABROAD = late(r"(?<![\w+])\+[1-9]\d{0,2}(?:[\s.()\-]{1,3}\d{1,8}){1,5}(?!\d)|(?<![\w+])\+[1-9]\d{8,13}(?!\d)")
# The same with 00 for the plus: long enough, and only where the words speak of a phone.
ABROAD_00 = late(r"(?<![\w+.,])00\s?[1-9]\d{0,2}(?:[\s.()\-]{1,3}\d{1,8}){1,5}(?!\d)|(?<![\w+.,])00[1-9]\d{9,12}(?!\d)")
CUE = late(
    r"\b(?:ring|call|text|txt|phone|fone|tel|telephone|mobile|mob|cell|number|num|no|digits|whatsapp|wapp|sim|contact|reach|bell|buzz|dial|facetime|message|msg|hmu|dzwon|napisz|numer|appelle|llama|ffonio|rhif|anruf)\b|\b(?:zero|oh|nought|0) (?:in front|first|before (?:it|that)|(?:at|on) the (?:start|front|beginning))\b|\badd (?:a|the) (?:zero|0|nought)\b|[☎📞📱📲]"
)
SIDE = 70
LINKING = late(r"\b(?:then|rest|half|bit|part|other|second|last|end|ends|ending|finish|finishes|followed|next|starts|first|second)\b")
OF_WHERE = r"(?:[a-z]{3,9}(?:ish|ese|ian|ean|ch|an)|us|usa|uk|eu|cn|irish|welsh|swiss|greek|french|dutch|thai|german|czech|polish|danish)"
TOLD = late(
    r"\b(?:(?:ring|call|phone|text|txt|bell|whatsapp|facetime)\s(?:me|us|him|her|them|mum|dad|nan|home)(?:\s(?:at home|now|later|tonight|back|anytime|any time))?\s(?:on|at)"
    r"|(?:you can|please|just|or|better to|try to|can they) (?:call|ring|phone|dial)(?: on| at)?|(?:answer(?:ing)?|reached?|registered|picks up)(?: on| at)?"
    r"|(?:my|her|his|mum's|dad's|our|nan's) (?:"
    + OF_WHERE
    + r" )?(?:new |old |other |home |own |phone |mobile |house |work |international |foreign |second |emergency ){0,2}"
    r"(?:number|num|digits|mobile|mob|cell|landline|home phone)(?:'s| is| still|:)?(?: still| now)?|\b(?:international|mobile|foreign) one is)[\s:(]{1,3}$"
)
STARTS = late(r"\b(?:starts?|begins?|beginning|first|front|before it|in front)\b")
# Lines of firms and services, and numbers a digit short: only where the words say whose they are.
SERVICE = late(r"0[39]\d{9}|0808\d{7}|02[0-9]\d{7}")
OWN = late(
    r"\b(?:my|mine|mobile|mob|her|his|mum's|dad's|home|(?:ring|call|text|phone|reach|contact|message|get) (?:me|us)|(?:messages?|texts?|calls) (?:to|from))\b"
)
LABELLED = late(r"[\s,\-–(]{0,3}(?:mobile|mob|home|office|work|fax|cell|day|evening|daytime)\b")
# A person's card: each number alone with its label, or the next number right behind it.
CARD = late(r"[\s\-–(]{0,2}(?:office|work|fax|day|daytime)\)?(?=\s{0,2}(?:$|[\n\\/|;]|,\s?\+?[(\d]))")
ON_CARD = late(r"(?:^|\n|\d[\s\-–(]{0,2}(?:office|work|fax|home|mobile|mob)\)?[\s,;/|\\]{1,3})[\s>*•\-:+(]{0,3}$")
AREA = late(r"\(0\d{2,4}\)")  # a code of an area in brackets: nothing else is written so
AFTER = late(
    r"[\s,:(\-]{0,4}(?:is |= ?|at |for )?(?:the |our )?(?:\w+ )?(?:office|reception|switchboard|helpline|booking line|box office|council|surgery|clinic|vets?|pharmacy|library|shop|school|club|hospital|police)\b|[^\w\n]{1,3}(?:and )?ask for (?:the )?(?:bookings?|admissions|reception|office|enquiries|finance|attendance|catering)\b"
)
BACKWARDS = late(r"\b(?:backwards?|reversed?|back to front)\b")


def _national(digits: str) -> str | None:
    """The digits as dialled inside the country, or None where no phone has them."""
    for prefix in ("0044", "44"):
        if digits.startswith(prefix):
            rest = digits[len(prefix) :].removeprefix("0")
            return "0" + rest if NATIONAL.fullmatch("0" + rest) else None
    return digits if NATIONAL.fullmatch(digits) else None


def _cued(text: str, start: int, end: int) -> bool:
    return CUE.search(text, max(0, start - SIDE), min(len(text), end + SIDE)) is not None


def _whole(text: str, run: Run) -> Iterator[tuple[int, int, str]]:
    """Numbers inside one run, longest first from each place, as (start, end, national digits)."""
    if len(run.digits) < 10:
        return
    best: dict[int, tuple[int, str]] = {}
    for first, last, digits in windows(run, 10, 14):
        national = _national(digits)
        if (
            national is None
            and len(digits) == 10
            and digits[0] == "7"
            and " and " not in text[run.pieces[first].start : run.pieces[last].end]
            and _cued(text, run.pieces[first].start, run.pieces[last].end)
        ):
            national = _national("0" + digits)
        if national is not None and (first not in best or len(national) > len(best[first][1])):
            best[first] = (last, national)
    free = 0
    for first in sorted(best):
        last, national = best[first]
        if first >= free:
            free = last + 1
            yield run.pieces[first].start, run.pieces[last].end, national


def _halves(text: str, one: Run, other: Run) -> tuple[int, int, str] | None:
    """A mobile number in two halves with other talk between them."""
    if other.start - one.end > 60 or not 3 <= len(one.digits) <= 9:
        return None
    swapped = not one.digits.startswith("0") and other.digits.startswith("07") and STARTS.search(text, one.end, other.start)
    if not swapped and not one.digits.startswith(("07", "447")):
        return None
    national = _national(other.digits + one.digits if swapped else one.digits + other.digits)
    between = text[one.end : other.start]
    if national and (LINKING.search(between) or CUE.search(text, max(0, one.start - SIDE), other.start)):
        return one.start, other.end, national
    return None


def _so_far(text: str, one: Run | None, other: Run) -> Run:
    """The pieces of a mobile number heard till now: a third part may follow the second."""
    if one and one.digits.startswith(("07", "447")) and len(one.digits + other.digits) <= 10 and len(one.pieces) < 10:
        between = text[one.end : other.start]
        if len(between) <= 60 and LINKING.search(between):
            return Run(one.pieces + other.pieces)
    return other


def _backwards(text: str, run: Run) -> tuple[int, int, str] | None:
    national = _national(run.digits[::-1]) if 10 <= len(run.digits) <= 13 else None
    if national and BACKWARDS.search(text, max(0, run.start - SIDE), min(len(text), run.end + SIDE)):
        return run.start, run.end, national
    return None


def _as_told(text: str, run: Run) -> tuple[int, int, str] | None:
    """A local or foreign number right after "ring me on": the words make it a phone, whatever its shape."""
    if not 6 <= len(run.digits) <= 12 or len(run.pieces) > 8 or run.digits.startswith(("07", "447", "08", "03", "116", "18001")):
        return None
    if TOLD.search(text[max(0, run.start - 45) : run.start]) and not re.match(r"\s?(?:times|days|people|%)", text[run.end : run.end + 8]):
        return run.start, run.end, run.digits
    return None


def _of_a_service(text: str, run: Run) -> tuple[int, int, str] | None:
    """A number of a kind that firms have, said to be one person's."""
    abroad = run.digits.startswith("44") and text[run.start - 1 : run.start] == "+"
    digits = "0" + run.digits[2:].removeprefix("0") if run.digits.startswith("44") else run.digits
    own = (
        abroad
        or OWN.search(text, max(0, run.start - 25), run.start)
        or LABELLED.match(text, run.end)
        or (run.start and AREA.match(text, run.start - 1))
    )
    return (run.start, run.end, digits) if SERVICE.fullmatch(digits) and own and not public(before(text, run.start)) else None


def _numbers(draft: Draft) -> Iterator[tuple[int, int, str]]:
    earlier: Run | None = None
    text = draft.folded.text
    runs = draft.once(runs_of)
    for run in runs if sum(len(run.digits) for run in runs) >= 6 else ():
        found = list(_whole(text, run))
        yield from found
        if found:
            earlier = None
            continue
        more = (
            _backwards(text, run) or _as_told(text, run) or _of_a_service(text, run) or (_halves(text, earlier, run) if earlier else None)
        )
        if more:
            yield more
        earlier = None if more else _so_far(text, earlier, run)


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """With the plus, the opening bracket and the keycap that belong to the number."""
    while end < len(text) and text[end] == "\u20e3":
        end += 1
    if text[start - 1 : start] == "(" and ")" in text[start:end]:
        start -= 1
    if text[start - 1 : start] == "+":
        start -= 1
    if text[start - 5 : start] == "plus ":
        start -= 5
    return start, end


def _published(draft: Draft, text: str, start: int, end: int, digits: str) -> bool:
    if digits in draft.told.published_phones:
        return True
    words = before(text, start)
    if coded(words):
        return True
    if EXTENSION.match(text, end):  # a firm's or an office's, where nobody says that it is their own
        return not (private(words) or OWN_AFTER.match(text, end))
    on_card = CARD.match(text, end) is not None and ON_CARD.search(text, max(0, start - 40), start) is not None
    after = None if on_card else AFTER.match(text[end : end + 50])
    if digits.startswith("07"):
        return public(words) and not private(words) and not re.search(r"\b(?:text|whatsapp|school friends?)\b", words[-30:])
    return public(words) or after is not None


def _all(draft: Draft) -> Iterator[tuple[int, int, str]]:
    """Numbers as they stand, and those behind a riddle."""
    text = draft.folded.text
    yield from _numbers(draft)
    for start, end, digits in riddles(text) if draft.once(written) >= 5 else ():
        national = _national(digits)
        if national is not None:
            yield start, end, national


def _with_extension(text: str, end: int) -> int:
    extension = EXTENSION.match(text, end)
    return extension.end() if extension else end


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    for start, end, digits in _all(draft):
        if _touches(text, start, end) or _published(draft, text, start, end, digits):
            continue
        yield Hit(*draft.folded.span(*_edges(text, start, _with_extension(text, end))))
    abroad = [*(ABROAD.finditer(text) if "+" in text else ()), *(ABROAD_00.finditer(text) if "00" in text else ())]
    for match in abroad:
        digits = "".join(c for c in match.group() if c.isdigit())
        plain = match.group()[0] == "+"
        if digits.startswith(("44", "0044")) or not (9 if plain else 12) <= len(digits) <= 15 or public(before(text, match.start())):
            continue
        if plain or _cued(text, *match.span()):
            yield Hit(*draft.folded.span(*match.span()))


HANGS_ON = late(r"[-/_](?!(?:office|fax|home|mobile|mob|work|cell|tel|day|evening)\b)[a-z]{2,}|[/_=](?!0\d{2}|\+)\w|%")
EXTENSION = late(r"[,;\s]{0,2}[(\[]?(?:option|ext\.?|extn?\.?|extension|x)\s?\d{1,6}\b[)\]]?")
OWN_AFTER = late(r"[^.!?\n]{4,30}\b(?:ask for me|for me|is me|that's me|gets me|my desk|is mine)\b")
ONE_OF_TWO = late(r"\d[\d\s]{8,14}/$")
CLOCK = late(r"(?<!\d)\d{1,2}:\d\d(?![\d:])")


def _touches(text: str, start: int, end: int) -> bool:
    """A number that hangs on a decimal point, a currency sign, a link or a longer code is no phone number."""
    if re.match(r"0\.\d{7}", text[start : start + 9]):
        return True
    beside = text[start - 1 : start]
    if CLOCK.search(text, start, end) or beside in {"£", "$", "€", "#", "_", "="}:
        return True
    if beside == "/" and not ONE_OF_TWO.search(text, max(0, start - 18), start):
        return True
    return HANGS_ON.match(text, end) is not None


PHONE = Check(
    name="phone",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A phone number"),
    why=say("Anyone who reads this can ring you or the person it belongs to."),
    fix=say("[number removed]"),
    doubt=say("If this is the school office's published number, leave it in."),
    look=look,
    when=figures,
    flags=(
        "Ring me on 07700 900123!",
        "its oh double seven double oh, nine hundred, four five one",
        "call us on o7seven00 9double0 22 six",
        "hmu O77OO 9OO 911",
        "my number is 07700 then 900 then 500 plus 83",
        "her mum's number is (07700) 900-836",
        "text +44 (0)7700 900123",
        "starts 07700 and the rest is 900 123",
    ),
    passes=(
        "Meet in room 0412",
        "Order 20181101123456789",
        "Childline is on 0800 1111",
        "Ring the school office on 01632 960110",
        "The hall's booking line is 01632 960555",
        "Ticket 01632-9601-22 is still open",
        "sound 0770-0900 (sped up) is stuck in my head",
    ),
    also=("SNS-1",),
)

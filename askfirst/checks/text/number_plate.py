"""A number plate leads to a car and its owner (PRI-4)."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.words.spoken_digits import figures, runs_of, written
from askfirst.words import say

__all__ = ["NUMBER_PLATE"]

THEN = r"(?:,?\s(?:then|dash|space|(?:and )?(?:ends?|finish(?:es)?|then)(?: with| in)?|followed by)\s|[\s.\-]{0,3}(?!(?:and|the|for|was|has|but|now|got|who|our|all|are|out|too|lol|pls)(?![a-z\d])))"
LETTER = r"(?:[a-hj-pr-z])"
# Since 2001: two letters, an age of the car (02-29, 51-79; 99 stands in films and examples), three letters.
TODAY = re.compile(
    r"(?<![a-z\d@#/_.])[a-hj-pr-y][\s.\-]?[a-hj-pr-y](?:[\s.\-]?|,?\s(?:then|dash|space)\s)(?:0[\s.\-]?[1-9]|[12][\s.\-]?\d|[5-7][\s.\-]?\d|9[\s.\-]?9)"
    + THEN
    + LETTER
    + r"[\s.\-]?"
    + LETTER
    + r"[\s.\-]?"
    + LETTER
    + r"(?![a-z\d_@])"
)
# Before: one letter for the year at the front or the end, and Northern Ireland's and bought ones.
EARLIER = re.compile(
    r"(?<![a-z\d@#/_.])(?:[a-hj-npr-tv-y]\d{1,3}[\s\-]?[a-hj-pr-z]{3}|[a-z]{3}[\s\-]?\d{1,3}[\s\-]?[a-hj-npr-tv-y]|[a-z]{3}[\s\-]?\d{1,4}|[a-z]{1,2}[\s\-]?\d{3,4})(?![a-z\d_@])"
)
CAR = Clued(
    r"\b(?:car|cars|van|vans|taxi|cab|uber|plate|plates|number ?plate|reg|registration|vehicle|motor|bike|motorbike|moped|scooter|lorry|minibus|bus|parked|parking|park|bay|bays|driver|drives|drove|driving|drive|lift|boot|headlights"
    r"|lights on|hit and run|dented|scraped|reversed|clamped|mot|audi|bmw|ford|fiesta|focus|corsa|astra|vauxhall|golf|polo|vw|volkswagen|skoda|octavia|fabia|seat|nissan|qashqai|juke|micra|toyota|yaris|honda|civic"
    r"|jazz|kia|hyundai|mini|fiat|peugeot|renault|clio|citroen|mercedes|merc|minor|morris|beetle|escort|cortina|micra|panda|punto|zafira|tiguan|passat|ibiza|kuga|puma|sportage|picanto|aygo|swift|bentley|jag|jaguar|porsche|volvo|tesla|land ?rover|range ?rover|jeep|mazda|suzuki|dacia|duster|transit|hatchback|estate car|suv|saloon|convertible|samochod|voiture|coche)\b|[🚗🚙🚕🚐🏍🛵]"
)
# "PL4TE" on a mug: nobody owns it.
JOKE = re.compile(
    r"\b(?:joke|dream|imaginary|fake|pretend|made[- ]up|fictional|if i (?:had|won|was|were)|i(?:'d| would) (?:get|have|buy|want)|should (?:get|be|say|read)|would (?:be|say|read)|wish|cartoon|film|movie|game|lego|top trumps|toy|monopoly|gta|forza|mario kart)\b"
)
APART = re.compile(r"\b\w \w \w+ (?:\w+ )?\w \w \w\b")  # every letter alone: nobody writes anything else like that
ONE_BY_ONE = re.compile(r"(?:\w[\s.\-]{1,2}){6}\w")
VOWEL = re.compile(r"[aeiouy]")
LEAD = re.compile(r"(?<![a-z\d])[a-hj-pr-y]\s?[a-hj-pr-y][\s,]{0,2}$")
TAIL = re.compile(r"[\s,]{0,2}" + LETTER + r"\s?" + LETTER + r"\s?" + LETTER + r"(?![a-z\d])")
CODE = re.compile(
    r"\b(?:code|codes|discount|voucher|promo|password|wifi|postcode|post code|serial|model|sku|product|room|order|ref|booking|flight|train|isbn|error)\b[^.!?\n]{0,20}$"
)
# Right after these words any old shape is a plate.
PLATED = Clued(
    r"\b(?:plates?|number ?plates?|regi?s?|registration(?: number)?|reg no)\b\.?[\s:=\-]{0,3}(?:is |was |it's |its |says |said |reads )?[\"'(]?$"
)
PLATE = re.compile(r"\b(?:plates?|number ?plates?|regi?s?|registration|reg no)\b")
FAR = 90
ALONE = 4  # code points beside a plate that make no post of their own
LONGEST_OLD = 9  # code points of an older plate


def _near(pattern: re.Pattern[str] | Clued, text: str, start: int, end: int, far: int = FAR) -> bool:
    return pattern.search(text, max(0, start - far), min(len(text), end + far)) is not None


def _written(draft: Draft, start: int, end: int) -> str:
    one, other = draft.folded.span(start, end)
    return draft.text[one:other]


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    figures_here = draft.once(written)
    for match in TODAY.finditer(text) if figures_here >= 2 else ():
        start, end = match.span()
        loud = _written(draft, start, end).upper() == _written(draft, start, end)
        alone = len(text) <= end - start + ALONE  # a post of a plate and nothing else
        silent = alone or VOWEL.search(text, start, end) is None  # "wx 99 rrt" is no words
        likely = (
            ((loud or silent) and end - start <= 9) or ONE_BY_ONE.fullmatch(text, start, end) is not None or _near(CAR, text, start, end)
        )
        if likely and not _near(JOKE, text, start, end, 50) and not CODE.search(text[max(0, start - FAR) : start]):
            yield Hit(*draft.folded.span(start, end))
    for run in draft.once(runs_of):
        if len(run.digits) != 2 or text[run.start].isdigit():
            continue
        lead, tail = LEAD.search(text, max(0, run.start - 5), run.start), TAIL.match(text, run.end)
        if lead and tail and (APART.search(text, lead.start(), tail.end()) or _near(PLATE, text, lead.start(), tail.end(), 40)):
            yield Hit(*draft.folded.span(lead.start(), tail.end()))
    old = figures_here and (len(text) <= ALONE + LONGEST_OLD or draft.once(searched).worth(CAR, PLATED))
    for match in EARLIER.finditer(text) if old else ():
        start, end = match.span()
        loud = _written(draft, start, end).isupper()
        if TODAY.match(text, start) or _near(JOKE, text, start, end, 50) or CODE.search(text[max(0, start - FAR) : start]):
            continue
        styled = re.fullmatch(r"[a-z]\d{1,3}[\s\-]?[a-z]{3}|[a-z]{3}[\s\-]?\d{1,3}[\s\-]?[a-z]", match.group()) is not None
        alone = len(text) <= end - start + ALONE  # a post of a plate and nothing else
        plated = (styled or loud) and PLATED.search(text[max(0, start - 40) : start]) is not None
        if plated or (styled and (alone or (loud and _near(CAR, text, start, end)))):
            yield Hit(*draft.folded.span(start, end))


NUMBER_PLATE = Check(
    name="number-plate",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("A number plate"),
    why=say("This leads to one car and the person who owns it."),
    fix=say("[number plate removed]"),
    doubt=say("If it is a joke plate that nobody owns, leave it in."),
    look=look,
    when=figures,
    flags=(
        "sir's car is BD99 SMR, lights on",
        "taxi was a white skoda wx99 plo",
        "whose van is this, reg K123 ABC",
        "grey Qashqai WX99 KLD",
    ),
    passes=("my dream plate is WX99 KLD", "Meet in room AB12 now", "Year 9 v 10 cup", "use code AB12 CDE for ten percent off"),
    also=("SNS-1",),
)

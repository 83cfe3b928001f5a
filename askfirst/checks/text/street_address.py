"""The exact place of a home: enough for a stranger to find the door (SNS-3)."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import before
from askfirst.checks.text.contact.street_shapes import (
    BARE,
    CODE_AND_DOOR,
    COUNTS,
    FLAT_ONLY,
    LOOSE,
    NUMBERED,
    SAYS_PLACE,
    SHAPES,
    SURE,
    WORDS_THREE,
    Shape,
    compiled,
)
from askfirst.checks.text.postcode import postcodes_of, public_place
from askfirst.checks.text.words.spoken_digits import figures, written
from askfirst.words import say

__all__ = ["STREET_ADDRESS"]

FLAT = late(r",?\s(?:flat|apartment|apt|unit)\s?\d{1,4}[a-z]?\b")
TOWN = late(r"(?:,\s?|\n)(?:[^\W\d_][\w'-]{1,20})(?:[\s-](?:[^\W\d_][\w'-]{1,20})){0,3}")
HOME = late(
    r"\b(?:live|lives|living|lived|address|home|house|mine|my place|our place|gaff|yard|crib|come (?:to|over|round|for|thru|through|by|in)|party|deliver|post (?:it|them) to|send (?:it|them) to|drop|round|door|knock|bell|pick (?:me|us|it|him|her) up|collect(?:ion)?|buyer collects"
    r"|moved|moving|move|new place|sleepover|bbq|barbecue|meet (?:me|us) (?:at|outside)|find (?:me|us)|i'm at|im at|we're at|stay(?:s|ing)? at|walk in|front room|garage sale|yard sale|open[- ]gardens?|sat ?nav|nan's|nans|mum's|mums|dad's|dads|be there|tonight|saturday|sat|friday|fri|buzz|his|her|their|lessons|bring|rings?|here)\b|[📍🏠🏡🏘]"
)
PASSING = late(r"\b(?:outside|opposite|near|past|behind|next to)\s(?:number\s)?$")
# Houses that everybody knows from books, screens and the news.
FAMOUS = late(
    r"\b(?:downing st|baker st|privet drive|jump street|abbey road|wisteria lane|sesame street|coronation street|albert square|ramsay street|elm street|cherry tree lane|windsor gardens|hill house|wall street|grimmauld place)"
)
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
    """Past the flat, the town and the postcode that belong to an address."""
    text = draft.folded.text
    flat = FLAT.match(text, end)
    end = flat.end() if flat else end
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
    a_line = text[end] != "\n" or stop == end or re.match(r"\s*(?:[\n,.;!?)(]|$)", text[stop:]) is not None
    return stop if a_line else end


def _posted(draft: Draft, codes: dict[int, int]) -> Iterator[tuple[int, int]]:
    text, ends = draft.folded.text, set(codes.values())
    for match in compiled(BARE).finditer(text):
        if draft.text[draft.folded.came_from[match.end() - 1]].isalpha() and _onward(draft, match.end(), codes) in ends:
            yield match.span()


def _numbered(draft: Draft) -> Iterator[tuple[int, int]]:
    text = draft.folded.text
    for match in compiled(NUMBERED).finditer(text):
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


def _matches(draft: Draft, shapes: tuple[Shape, ...]) -> Iterator[tuple[Shape, re.Match[str]]]:
    for shape in shapes:
        if not shape.needs.isdisjoint(draft.words):
            for match in compiled(shape.source).finditer(draft.folded.text):
                yield shape, match


def _places(draft: Draft) -> Iterator[tuple[int, int]]:
    text = draft.folded.text
    if "///" in text:
        yield from (match.span() for match in compiled(WORDS_THREE).finditer(text) if _homely(text, *match.span()))
    if draft.words.isdisjoint(SAYS_PLACE):
        return
    if draft.once(written) or not draft.words.isdisjoint(COUNTS):
        yield from _numbered(draft)
    for shape, match in _matches(draft, SHAPES):
        if _capital(draft, *match.span(match.lastgroup or 0)) or _homely(text, *match.span()):
            yield match.start(shape.place), match.end()
    for shape, match in _matches(draft, SURE):
        if shape.source == FLAT_ONLY or _homely(text, *match.span()):
            yield match.span()


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    codes = dict(draft.once(postcodes_of)) if draft.once(figures) else {}
    free = 0
    coded = ((start, door.end()) for start, end in codes.items() if (door := compiled(CODE_AND_DOOR).match(text, end)))
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

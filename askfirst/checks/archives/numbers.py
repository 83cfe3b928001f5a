"""What reaches or names somebody by itself: phone, mail, car, birthday, a name elsewhere. Mostly by the finders of the text checks."""

import re
from collections.abc import Iterator

from askfirst.checks.archives.clue import Clue, sentence_at
from askfirst.checks.archives.post import Post
from askfirst.checks.catalogue import run
from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check
from askfirst.checks.text.date_of_birth import DATE_OF_BIRTH
from askfirst.checks.text.email_address import EMAIL_ADDRESS
from askfirst.checks.text.number_plate import NUMBER_PLATE
from askfirst.checks.text.phone import PHONE
from askfirst.checks.text.words.fold import fold

__all__ = ["NUMBER_CHECKS", "look_for_numbers"]

FOUND_BY: tuple[tuple[Check, str], ...] = ((PHONE, "phone"), (EMAIL_ADDRESS, "email"), (NUMBER_PLATE, "car"))
NUMBER_CHECKS = (PHONE, EMAIL_ADDRESS, NUMBER_PLATE, DATE_OF_BIRTH)
FIGURE = "zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|treble"
SIGNS = re.compile(r"[\d@]|\b(?:" + FIGURE + r")[\s,-]+(?:" + FIGURE + r")\b|\bat\b.{1,40}\bdot\b|\bborn\b|\bbirth")
PLAIN = re.compile(r"[^0-9a-z@.]+")
MINE = re.compile(r"\b(?:i|i'm|i’m|im|my|me|dob|d\.o\.b)\b")
THEIRS = re.compile(r"\b(?:her|his|their|she|he|your|you)\b")
BORN = re.compile(
    r"\bmy (?:\d{1,2}(?:st|nd|rd|th) )?(?:birthday|bday|b-day) (?:is|was|today|tomorrow|on|this|week|weekend|month|meal|drinks|party"
    r"|cake|presents?)\b"
    r"|\b(?:i'm|i am|im|i turn|i've turned|turning) (?:\d\d|thirty|forty|fifty|sixty|twenty[ -]\w+)(?: years old)? (?:today|tomorrow)\b"
    r"|\bthe big (?:\d-0|\d\d|(?:three|four|five|six)[ -](?:o|oh|zero))(?=\W*$|[.!,])|\blevel \d\d unlocked\b|\bi share my birthday\b"
    r"|\bit['’]?s my birthday\b|\b(?:till|until|before|when) i turn \d\d\b"
    r"|(?:^|[.!?] )(?:twenty|thirty|forty|fifty|sixty)(?:-\w{3,5})? today\b"
    r"|\bthanks? (?:you )?(?:all |everyone )?(?:so much )?for (?:all )?(?:the|my|your) (?:lovely )?birthday\b"
)
SITE = (
    r"(?:insta(?:gram)?|ig|tik ?tok|snap(?:chat)?|twitter|x|threads|facebook|fb|bluesky|mastodon|youtube|tumblr|twitch|reddit"
    r"|discord|vinted)"
)
NAMED_ELSEWHERE = (
    re.compile(
        r"\b(?:i'm|i am|im|me|i)\b[^.!?@]{0,30}\bon (?:my )?" + SITE + r"(?: now| too| as well)?,? (?:as |under "
        r"|at )?@(?P<one>[a-z0-9_.]{3,30})"
    ),
    re.compile(r"(?:^|\n)(?:my )?" + SITE + r" ?[:-] ?@?(?P<one>[a-z0-9_.]{4,30})\b"),
    re.compile(r"\bmy (?:user ?)?name (?:on here|on there|here) (?:was|used to be) @?(?P<one>[a-z0-9_.]{4,30})"),
    re.compile(r"\b(?:my|all my) [^.!?@]{2,40} (?:is|are) (?:now )?(?:on|at|over at) @(?P<one>[a-z0-9_.]{3,30})"),
    re.compile(r"\bsame (?:name|handle|username|user name|@) on (?:my )?" + SITE + r"(?: too)?[:,]? @?(?P<one>[a-z0-9_.]{3,30})"),
    re.compile(r"\bused to (?:be|go by) (?:called )?@(?P<one>[a-z0-9_.]{3,30})"),
    re.compile(r"\b(?:used to (?:be|go by)|formerly) (?:called )?(?P<one>[a-z0-9_.]{5,30}) (?:on here|over here|on " + SITE + r")\b"),
    re.compile(r"\b(?:my|a) (?:second|other|new|spare|private|art|old) account\b[^.!?@]{0,40}@(?P<one>[a-z0-9_.]{3,30})"),
    re.compile(r"\bremembers? @?(?P<one>[a-z0-9_.]{6,30})\b[^.!?]{0,50}\b(?:that was|that's|it was) me\b"),
)
NO_ONE_ELSE = re.compile(r"\bhappy\b|\bcongrat\w*|\bto (?:my|our|the)\b")
LIKE_A_HANDLE = re.compile(r"[@_.\d]")
ELSEWHERE = re.compile(
    r"\b(?:follow|find|add|message|dm|catch|i'm|im|i am) (?:me )?(?:over )?(?:on|at) (?:my )?(?:old |new |other |private |spare )?"
    r"(?:[a-z]{2,12}:? ){0,3}@?(?P<one>(?<=@)[a-z0-9_.]{3,30})"
    r"|\bmy (?:old|new|other|private|spare|second) (?:[a-z]{2,12} ){0,2}(?:account|handle|insta|snap|profile)(?: was| is|:)? @?"
    r"(?P<other>[a-z0-9_.]{4,30})"
)


def _figures(draft: Draft) -> Iterator[Clue]:
    for check, what in FOUND_BY:
        for one in run(check, draft):
            if not one.noticed:
                shown = draft.text[one.start : one.end]
                key = PLAIN.sub("", fold(shown).text)
                yield Clue(what, key, key.upper() if what == "car" else shown, one.start)
    for one in run(DATE_OF_BIRTH, draft):
        near = sentence_at(draft, one.start).lower()
        if MINE.search(near) and not THEIRS.search(near):
            yield Clue("birthday", "", draft.text[one.start : one.end], one.start)


def look_for_numbers(post: Post, draft: Draft) -> Iterator[Clue]:
    """Each once for every place it stands in."""
    text = draft.text.lower()
    if SIGNS.search(text):
        yield from _figures(draft)
    for match in BORN.finditer(text):
        if match[0].startswith("the big") and NO_ONE_ELSE.search(sentence_at(draft, match.start()).lower()):
            continue
        day = "" if post.on is None else " ".join((str(post.on.day), post.on.strftime("%B")))
        yield Clue("birthday", "", day or draft.text[match.start() : match.end()], match.start())
    for match in ELSEWHERE.finditer(text):
        name = (match["one"] or match["other"]).strip(".")
        if match["other"] and not LIKE_A_HANDLE.search(match[0][-len(match["other"]) - 1 :]):
            continue
        yield Clue("handle", name, "@" + name, match.start())
    for pattern in NAMED_ELSEWHERE:
        for match in pattern.finditer(text):
            name = match["one"].strip(".")
            yield Clue("handle", name, "@" + name, match.start())

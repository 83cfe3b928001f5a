"""A person's e-mail address in a post, plain, spelt out or disguised, lets a stranger write to them (SNS-3)."""

import re
from collections.abc import Iterator
from string import digits

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.words import say

__all__ = ["EMAIL_ADDRESS"]

FAR = 110  # code points looked at on either side of an "at"
ENDINGS = "com|org|net|example|co\\.uk|org\\.uk|ac\\.uk|sch\\.uk|gov\\.uk|uk|info|io|me|edu|eu|test|invalid|biz|site|online|dev|app|email|mail|wales|cymru|scot|london|ie|fr|de|es|pl|it|pt|in|pk|ro|lt|ru"
PLAIN_LOCAL = late(r"[\w%+~-](?:[\w.%+'/=~-]{0,62}[\w%+'/=~-])?$")
PLAIN_DOMAIN = late(r"[a-z\d](?:[\w-]{0,62})(?:\.[a-z\d](?:[\w-]{0,62})?){0,4}\.(?:xn--[a-z\d]{2,20}|[a-z]{2,12})(?![\w-])")
# Dots and ats as people say, bracket, space or draw them.
SYMBOL = r"[^\w\s.,;:!?'\"()\[\]{}<>/@£$%&*#+=|~^-]{1,3}"
SAID = (
    r"\s{0,2}[(\[{<]\s?(?:dot|d0t|punkt|point|punto|\.)\s?[)\]}>]\s{0,2}|,?\s{1,2}(?:dot|d0t|punkt|punto|full[ -]?stop),?\s{1,2}"
    r"|\s?\*dot\*\s?|-dot-|_dot_"
)
DOT = r"(?:" + SAID + r"|\s{0,2}\.\s{0,2})"
SAID_DOT = late(r"[(\[{<]\s?(?:dot|d0t|punkt|point|punto|\.)\s?[)\]}>]|\b(?:dot|d0t|punkt|punto|full[ -]?stop)\b|\*dot\*")
JOIN = (
    r"(?:"
    + SAID
    + r"|\.|\s{1,2}\.\s{0,2}"  # "all day. zoe at ..." : a dot with a space behind it alone ends a sentence
    + r"|\s{1,2}(?:underscore|dash|hyphen|minus)\s{1,2}|\s{0,2}[(\[{]\s?(?:underscore|dash|hyphen|minus|_|-)\s?[)\]}]\s{0,2}|[_-])"
)
LOCAL = late(r"(?<![\w@])(?:(?:\w\s(?:[._-]\s)?){2,30}\w|[\w+-]{1,40}(?:" + JOIN + r"[\w+-]{1,40}){0,5})[\s,]{0,2}$")
LABEL = r"(?:(?:\w\s){2,20}\w(?=\s{0,2}[.(\[]|\sdot)|\w[\w-]{0,39})"
DOMAIN = late(
    r"(?:,\s|\s{0,2})"
    + LABEL
    + r"(?:"
    + DOT
    + LABEL
    + r"){0,2}?(?:"
    + DOT
    + r")(?:"
    + ENDINGS.replace("\\.", r"\s?(?:\.|dot)\s?")
    + r"|c\so\sm|o\sr\sg|e\sx\sa\sm\sp\sl\se)(?!\w)"
)
DRAWN_DOMAIN = late(r"\s{0,2}[\w-]{1,40}(?:\s?" + SYMBOL + r"\s?|" + DOT + r")(?:" + ENDINGS + r")(?!\w)")
MAILERS = late(r"\s{0,2}(?:gmail|googlemail|hotmail|outlook|icloud|yahoo|protonmail|proton)(?!\w)(?:" + DOT + r"(?:com|co\.uk|me)(?!\w))?")
AT = {
    "sign": Clued(r"@"),
    "bracket": Clued(r"[(\[{<]\s?(?:at|a|malpa|arobase|@)\s?[)\]}>]|\*at\*|_at_|-at-"),
    "word": Clued(r"\b(?:at(?:[ -](?:sign|symbol))?|malpa|arobase|arroba)\b"),
}
DRAWN = late(r"(?<=\s)" + SYMBOL + r"(?=\s)")
AT_OR_DRAWN = late("|".join("(?P<%s>%s)" % (kind, one.source) for kind, one in AT.items()) + "|(?P<drawn>(?<=\\s)" + SYMBOL + r"(?=\s))")
CUE = late(r"\b(?:e-?mails?|mail|mailto|reach|write|contact|address|inbox|send|gmail|enquir\w+)\b|[✉📧📩📨📮]")
ONE_WORD = late(r"\b(?:all |as )?one word\b|\b(?:no|without|take out the) (?:spaces|gaps|dots|capitals)\b|\ball lower ?case\b")
# "Look at example dot com" sends nobody mail.
NO_MAILBOX = frozenset(
    "look looking find see more read me us them him her is was are it this that here there available shop buy sold online page site stuff works work meet live stay stayed book apply register info".split()
)
# Mailboxes of a post or an office, not of a person.
ROLE = frozenset(
    "office info admin enquiries enquiry inquiries hello contact support reception admissions bookings booking press media secretary help helpdesk head headteacher principal governors"
    " governor clerk chair pta friends events tickets boxoffice queries sales recruitment jobs vacancies hr library finance payroll fees feedback team mail noreply webmaster postmaster volunteers"
    " volunteering safeguarding dsl attendance absence exams examinations sixthform sen senco send dpo privacy foi complaints communications comms marketing it itsupport ictsupport lettings"
    " transport catering trips music drama pe sport sports art maths english science mfl geography history careers alumni membership members club shop orders customerservice customerservices"
    " service services news newsletter editor council democracy planning licensing post school trust nursery preschool duty general main site welfare pastoral parents community"
    " charity open openday reading uniforms lunch lunches catering chess matron nurse chaplain counsellor tutors ks1 ks2 ks3 ks4 ks5 accounts bursar estates premises uniform wraparound breakfastclub afterschool swimming tennis cricket football rugby hire donate fundraising hall".split()
)


OFFICE = late(
    r"(?:^|[._\-])(?:office|info|admin|enquir(?:y|ies)|reception|admissions|bookings?|governors|pta|tickets|queries|safeguarding|attendance|absence|no-?reply)(?:$|[._\-\d])|(?:desk|team|office|enquiries|bookings|support|tickets|secretary|property|(?:summer|winter|spring|christmas|book|careers?)fa(?:ir|yre)|fete|club|hire)$"
)
# "ameliaATexampleDOTcom": only the capitals tell where the marks stood.
CAPITALS = late(r"(?<![A-Za-z\d])[a-z\d._-]{2,30}AT[a-z\d-]{2,30}(?:DOT[a-z]{2,10}){1,3}(?![A-Za-z])")


def _role(local: str) -> bool:
    """Whether a mailbox is a post's: named as one, or with an office word in it. "zoe.art" is a person who draws."""
    bare = local.strip().split("+")[0]
    return bare.rstrip(digits) in ROLE or OFFICE.search(bare) is not None


def _published(draft: Draft, local: str, domain: str) -> bool:
    """A role's mailbox is published; so is anything at a council or the police. One named person's is not, at work either."""
    squeezed = re.sub(r"\s", "", domain)
    return (
        _role(local)
        or squeezed.endswith((".gov.uk", ".police.uk", ".nhs.uk"))
        or (squeezed in draft.told.published_domains and len(local) <= 3)
    )


def _around(text: str, kind: str, at: re.Match[str]) -> tuple[int, int] | None:
    """The address around one "at", as (start, end) of the folded text."""
    start, end = at.span()
    left, right = text[max(0, start - FAR) : start], text[end : end + FAR]
    if kind == "sign":
        local, domain = PLAIN_LOCAL.search(left[-64:]), PLAIN_DOMAIN.match(right)
        if local and domain and not left.endswith("/"):
            return start - len(local.group()), end + domain.end()
    domain = (DRAWN_DOMAIN if kind == "drawn" else DOMAIN).match(right) or (MAILERS.match(right) if kind != "drawn" else None)
    local = LOCAL.search(left) if domain else None
    if local is None or domain is None:
        return None
    cued = CUE.search(text, max(0, start - FAR), start) is not None
    if kind == "word":
        cued = cued or CUE.search(text, end + domain.end(), end + domain.end() + 30) is not None
        meant = _said(text, at, local.group(), domain.group(), cued=cued)
    elif kind == "drawn":
        meant = cued or CUE.search(text, end + domain.end(), end + domain.end() + 12) is not None or "." in local.group()
    else:  # "my insta's @kam.in.the.dark" holds no address
        ends = re.match(r"\.?\w", right[domain.end() :]) is None and ". " not in domain.group()
        meant = not left[-1:].isspace() or right[:1].isspace() or ends
    return (start - len(left) + local.start(), end + domain.end()) if meant else None


def _said(text: str, at: re.Match[str], local: str, domain: str, *, cued: bool) -> bool:
    """Whether the word "at" between these two makes an address and no talk of a place."""
    if local.strip() in NO_MAILBOX:
        return False
    if MAILERS.fullmatch(domain) and ONE_WORD.search(text, at.end(), at.end() + FAR):
        return True
    dotted = SAID_DOT.search(domain) is not None
    return (cued or dotted or SAID_DOT.search(local) is not None) and (dotted or re.search(r"[._\d]", local) is not None)


SAYS_AT = frozenset("at malpa arobase arroba symbol".split())


def says_at(draft: Draft) -> bool:
    """Whether an "at" can stand in the draft, as a sign, a word or a drawing."""
    return (
        "@" in draft.folded.text
        or not draft.words.isdisjoint(SAYS_AT)
        or not draft.folded.text.isascii()
        or "AT" in draft.text
        or "(a)" in draft.folded.text
    )


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    for match in CAPITALS.finditer(draft.text) if "AT" in draft.text else ():
        yield Hit(*match.span())
    free = 0
    for kind, at in _every_at(draft):
        found = _around(text, kind, at) if at.start() >= free else None
        if found is None:
            continue
        start, end = max(found[0], free), found[1]
        start = _without_lead(text, start, at.start())
        start += text[start] in "/,;=|"
        if start >= at.start():
            continue
        free = end
        if not _published(draft, text[start : at.start()], text[at.end() : end]):
            yield Hit(*draft.folded.span(start, end))


def _every_at(draft: Draft) -> Iterator[tuple[str, re.Match[str]]]:
    """Each "at" and how it is written, in the order of the text. Few texts hold a sign that may stand for one."""
    text = draft.folded.text
    if text.isascii() or DRAWN.search(text) is None:
        return draft.once(searched).choices(AT)
    return ((match.lastgroup or "", match) for match in AT_OR_DRAWN.finditer(text))


LEAD = late(r"(?:.{0,80}\b(?:e-?mail|mail|me|is|its|it's|at|to|on|address|contact|gmail)[.:]\s+)(?=\S)", re.DOTALL)


def _without_lead(text: str, start: int, at: int) -> int:
    """Past words that only introduce: "my email. g dot fairlie" begins at the g."""
    lead = LEAD.match(text, start, at)
    return lead.end() if lead else start


EMAIL_ADDRESS = Check(
    name="email-address",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("An email address"),
    why=say("Anyone who reads this can write to you or the person it belongs to."),
    fix=say("message me here"),
    doubt=say("If this is a school or club's public address, leave it in."),
    look=look,
    when=says_at,
    flags=(
        "email k.lis17@home.example for the notes",
        "Reach me: g dot fairlie at example dot org.",
        "nailz.by.destiny [at] example (dot) com",
        "📩 d e s t i n y d r a w s @ example . com",
        "✉️ h . price 🐒 example 📍 org",
        "send it to zoe underscore k at example dot com",
    ),
    passes=(
        "Queries to office@eastfield.example please",
        "Meet me at example.org later",
        "amazing shots by @countyathleticsphotos today",
        "Look at the dot on the map",
    ),
    also=("SNS-1",),
)

"""A name or an address of one's own page becomes an answer: whether a school's name is in it, and what that asks of whom.

Pure: no database, no clock, no memory, no page opened. Page, API and command line all call `look_at_name`. A name that is a place too is
asked about before anything is judged (A41); HYB-3 is for staff, so that a student reads of HYB-1 alone (A55).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from askfirst.advice.answer import PURPOSE, TAGS, Finding, Permission, finding_as_json
from askfirst.advice.asked import AUTHORS, BadDraft
from askfirst.advice.cannot_see import OF_A_NAME, cannot_see_as_json
from askfirst.advice.trust import told_by
from askfirst.checks.catalogue import NAME_CHECKS, look_over
from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.finding import Level, NotChecked
from askfirst.checks.names.brand import LONGEST, MAY_BE_TAKEN, RENAME, TAKEN, find, signs_of
from askfirst.checks.names.suggested import suggested
from askfirst.procedure.clause import Edition
from askfirst.procedure.trust import Trust
from askfirst.words import Sentence, say

__all__ = ["AUTHORS", "LONGEST", "MEANINGS", "AboutName", "Means", "asks_about", "look_at_name", "means_from", "name_as_json", "name_from"]

UNREADABLE = re.compile("[\ud800-\udfff\0]")
HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?([^/:?#\s]+)", re.IGNORECASE)


class Means(StrEnum):
    """What somebody says that a word in their name stands for."""

    NOT_SAID = ""
    SCHOOL = "school"
    PLACE = "place"


MEANINGS = (Means.SCHOOL.value, Means.PLACE.value)
ALLOWED = {
    Author.STAFF: (("BLG-7", say("You may run a page of your own, about your subject too, in a name of your own.")), ("INT-7", PURPOSE)),
    Author.STUDENT: (("INT-4", say("You may use social sites and choose your own name.")), ("INT-7", PURPOSE)),
}
RUN_BY_STUDENTS = say("A page that students run is not the school’s. Say so where people see it first.")
A_PLACE = say("Then leave it. If people may still mistake it, say on the page that it is your own.")
OURS = say("This is on a school’s own site. A school’s own page may hold its name.")
NO_PICTURE = NotChecked("picture", say("We did not look at a picture or a logo. We open no page."))


@dataclass(frozen=True, slots=True)
class AboutName:
    """`asks`: the name that may be a place, asked about before anything is judged; then there is no finding yet."""

    allowed: tuple[Permission, ...]
    findings: tuple[Finding, ...]
    noticed: tuple[Finding, ...]
    asks: Finding | None
    notes: tuple[Sentence, ...]
    not_checked: tuple[NotChecked, ...] = (NO_PICTURE,)
    suggested: tuple[str, ...] = ()  # other names that hold no school's; whether they are free nobody looked


def name_from(fields: Mapping[str, object], told: Told) -> Draft:
    """The name under `text` and who is asking under `author`. Raises BadDraft with one sentence: what is wrong, and what to do."""
    text = fields.get("text")
    if text is None or text == "" or (isinstance(text, str) and not text.strip()):
        raise BadDraft("text", say("There is no name yet. Type the name or the address of your page."))
    if not isinstance(text, str):
        raise BadDraft("text", say("The name must be words. Send it as one string."))
    if UNREADABLE.search(text):
        raise BadDraft("text", say("This holds something that is not text. Type the name again."))
    if len(text) > LONGEST:
        length, limit = format(len(text), ","), format(LONGEST, ",")
        raise BadDraft(
            "text",
            say("This is {length} characters long; we take {limit}. Give the name or the address alone.", length=length, limit=limit),
        )
    author = fields.get("author")
    if author is None or author == "":
        raise BadDraft("author", say("Say who is asking: staff or student."))
    if author not in AUTHORS:
        raise BadDraft("author", say("We do not know this choice for author. Choose one of: {known}.", known=", ".join(AUTHORS)))
    return Draft(text, Author(str(author)), told=told)


def means_from(value: object) -> Means:
    """What the word stands for, where they have said so. Raises BadDraft."""
    if value is None or value == "":
        return Means.NOT_SAID
    if value not in MEANINGS:
        raise BadDraft("means", say("We do not know this choice for means. Choose one of: {known}.", known=", ".join(MEANINGS)))
    return Means(str(value))


def asks_about(address: str, trust: Trust) -> bool:
    """Whether an address holds a name of the Trust or a school, or nearly: then somebody is asked what it stands for. Nothing is judged."""
    return len(address) <= LONGEST and find(address, signs_of(told_by(trust))) is not None


def look_at_name(draft: Draft, edition: Edition, *, means: Means = Means.NOT_SAID) -> AboutName:
    """Everything AskFirst says about a name. Linear in its length; nothing of it outlives the answer."""
    allowed = tuple(Permission(clause, TAGS[edition.clause(clause).strength], says) for clause, says in ALLOWED[draft.author])
    host = HOST.match(draft.text.strip())
    if host and any(("." + host[1].lower()).endswith("." + domain) for domain in draft.told.published_domains):
        return AboutName(allowed, (), (), None, (OURS,))
    seen, missed = look_over(draft, checks=NAME_CHECKS)
    said = [Finding(one, TAGS[edition.clause(one.clause).strength], draft.text[one.start : one.end]) for one in seen]
    asks = next((one for one in said if one.seen.about == "asks"), None)
    if asks is not None:
        if means is Means.NOT_SAID:
            return AboutName(allowed, (), (), asks, (), (NO_PICTURE, *missed))
        said = [_meant(asks, means)]
    if draft.author is Author.STUDENT:
        said = [_for_a_student(one, edition) for one in said]
    found = tuple(one for one in said if not one.seen.noticed)
    others = suggested(draft.text, signs_of(draft.told)) if found else ()
    return AboutName(allowed, found, tuple(one for one in said if one.seen.noticed), None, (), (NO_PICTURE, *missed), others)


def _meant(asked: Finding, means: Means) -> Finding:
    if means is Means.PLACE:
        return replace(asked, seen=replace(asked.seen, why=A_PLACE, fix=None, noticed=True, about="place"))
    return replace(asked, seen=replace(asked.seen, level=Level.WORTH, why=TAKEN, fix=RENAME, about="school"))


def _for_a_student(one: Finding, edition: Edition) -> Finding:
    """HYB-3 is for staff: a student is told how not to be mistaken, and nothing is found."""
    why = A_PLACE if one.seen.about == "place" else MAY_BE_TAKEN
    fix = None if one.seen.about == "place" else RUN_BY_STUDENTS
    seen = replace(one.seen, clause="HYB-1", also=(), why=why, fix=fix, noticed=True, level=Level.TIP)
    return Finding(seen, TAGS[edition.clause("HYB-1").strength], one.quote)


def name_as_json(said: AboutName) -> dict[str, object]:
    """The answer as API and command line give it: findings as those of every check; `asks` is null where nothing is asked."""
    return {
        "allowed": [{"clause": one.clause, "strength": one.strength.value, "says": str(one.says)} for one in said.allowed],
        "findings": [_titled(one) for one in said.findings],
        "noticed": [_titled(one) for one in said.noticed],
        "asks": _titled(said.asks) if said.asks else None,
        "suggested": list(said.suggested),
        "notes": [str(one) for one in said.notes],
        "not_checked": [{"check": one.check, "reason": str(one.reason)} for one in said.not_checked],
        **cannot_see_as_json(OF_A_NAME),
    }


def _titled(one: Finding) -> dict[str, object]:
    return {**finding_as_json(one), "title": str(one.seen.title)}

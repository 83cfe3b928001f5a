"""Whom a sentence speaks to, by the words in front of what it asks: staff, students, both, managers, the trust. Pure."""

import re

from askfirst.procedure.clause import Addressee
from askfirst.procedure.importing import strength

__all__ = ["alone", "hear", "of_heading"]

ASKS = re.compile(
    r"\b(?:should|must|shall|may|can|cannot|will|ought|(?<!who )do not|(?:is|are) (?:also )?(?:not )?(?:strongly )?"
    r"(?:advised|expected|asked|required|free|welcome|allowed|permitted|encouraged|recommended|able|forbidden|responsible|to be|not to)|"
    r"needs? to|ha(?:s|ve) to|remains? free|entitled)\b",
    re.IGNORECASE,
)
STAFF = re.compile(r"\b(?:staff|employees?|teachers?|tutors?|colleagues?)\b", re.IGNORECASE)
STUDENTS = re.compile(
    r"(?<!ex-)(?<!former )\b(?:students?|pupils?|learners?|children|young people|sixth[- ]formers?|boarders?)\b", re.IGNORECASE
)
MANAGERS = re.compile(r"\b(?:line )?managers?\b(?! before)", re.IGNORECASE)
TRUST = re.compile(
    r"\b(?:we|the (?:trust|school|academy|college|federation|group|partnership)|(?:the )?governing (?:board|body)|trustees|governors)\b",
    re.IGNORECASE,
)
ALL = re.compile(r"\b(?:everyone|everybody|nobody|no one|anyone|anybody)\b", re.IGNORECASE)
CONDITION = re.compile(r"\W*(?:if|when|where|once|before|after|for example)\b[^,]*,", re.IGNORECASE)
PURPOSE = re.compile(r"(?<!for the )\b(?:intention|purpose|aim) of this (?:policy|procedure|document|guidance)\b", re.IGNORECASE)
AT_WORK = re.compile(r"\b(?:any|every)(?:one|body) who works?\b|\b(?:those|people) who work\b", re.IGNORECASE)
FOR_WHOM = re.compile(r"\bis (?:\w+ ){1,4}for ([^.;]{3,60}?) to\b", re.IGNORECASE)
OF_THEM = re.compile(
    r"\b(?:(?:about|with|from|against|involving|regarding|concerning)|(?:photo(?:graph)?s?|pictures?|images?|videos?|films?|names?|details|"
    r"parents|families|names) of)\s+(?:(?!and\b|or\b)[\w'’-]+\s+){0,2}?(?:staff|colleagues|students?|pupils?|learners?|children)\b",
    re.IGNORECASE,
)
"""What is done about or with people, who are then not who does it."""
HEADS = re.compile(r"\b(?:head ?teachers?|heads? of school|principals?|senior leaders?)\b", re.IGNORECASE)
IS_DONE = re.compile(r"\s+(?:not\s+)?be\s+\w+(?:ed|told|sent|rung)\b", re.IGNORECASE)

GROUPS: dict[Addressee, frozenset[str]] = {
    Addressee.STAFF: frozenset(
        "staff employee employees teacher teachers tutor tutors colleague colleagues adults volunteers workers workforce".split()
    ),
    Addressee.STUDENT: frozenset("student students pupil pupils learner learners child children boarders sixth-formers".split()),
    Addressee.MANAGER: frozenset("manager managers headteacher headteachers head heads principal principals leaders".split()),
    Addressee.BOTH: frozenset("everyone everybody anyone anybody nobody".split()),
    Addressee.TRUST: frozenset("trust federation board governors trustees we partnership".split()),
}
FILLERS = frozenset(
    "all any every each our the other members member of and or only current new both school schools' academy trust line senior young "
    "people your at support teaching sixth form year".split()
)
NUMBERED = re.compile(r"^\W*(?:(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxIVX]{1,4})[.):]?\s+)?")
ENDS_FOR = re.compile(r"\b(?:for|(?:duties|responsibilities|expectations|conduct) of)\s+([^:(]{3,50}?)\W*$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\(([^()]{3,40})\)\W*$")
BEGINS_WITH = re.compile(
    r"(?:(?:what|how|when) )?([\w' ’-]{3,40}?)(?:['’]s?|)\s+(?:who|aged|over|under|must|should|may|can|cannot|need|are|is|at|in|and social|"
    r"conduct|responsibilities|duties|accounts|use|using|own|online)\b",
    re.IGNORECASE,
)


def hear(words: str) -> Addressee | None:
    """By who stands before the first word that asks, else by the whole sentence; None where nobody is named, or only who it is done to."""
    if PURPOSE.search(words):
        return Addressee.TRUST
    asks = ASKS.search(words)
    before = words[: asks.start()] if asks else words
    condition = CONDITION.match(before)
    main = before[condition.end() :] if condition else before
    if AT_WORK.search(words):
        return Addressee.STAFF
    if (for_whom := FOR_WHOM.search(words)) and (found := _named(for_whom[1], asks=True)):
        return found
    if strength.imperative(words):
        return None
    if asks and HEADS.search(main) and not STAFF.search(main) and not IS_DONE.match(words, asks.end()):
        return Addressee.MANAGER
    if asks and OF_THEM.search(main):
        return _named(OF_THEM.sub(" ", main), asks=True)
    return _named(main, asks=asks is not None) or _named(before, asks=asks is not None)


def alone(words: str) -> Addressee | None:
    """Whom a few words name that say nothing else, such as "All staff"; None where they say more."""
    told = re.findall(r"[\w'-]+", words.lower().replace("’", "'"))
    found = {who for one in told for who, names in GROUPS.items() if one in names}
    others = [one for one in told if one not in FILLERS and not any(one in names for names in GROUPS.values())]
    if others or not told:
        return None
    if "young" in told and "people" in told:
        found.add(Addressee.STUDENT)
    if len(found) > 1:
        found -= {Addressee.TRUST}
    if found == {Addressee.STAFF, Addressee.MANAGER}:
        return Addressee.STAFF
    return next(iter(found)) if len(found) == 1 else Addressee.BOTH if found else None


def of_heading(words: str) -> Addressee | None:
    """Whom what stands below a heading is for, where the heading says so: "Pupils", "Rules for staff", "Blogs (staff)"."""
    bare = NUMBERED.sub("", words, count=1)
    if found := alone(bare):
        return found
    signs = (IN_BRACKETS.search(bare), ENDS_FOR.search(bare), BEGINS_WITH.match(bare))
    return next((found for sign in signs if sign and (found := alone(sign[1]))), None)


def _named(before: str, *, asks: bool) -> Addressee | None:
    if MANAGERS.search(before) and not STAFF.search(before):
        return Addressee.MANAGER
    staff, students = STAFF.search(before) is not None, STUDENTS.search(before) is not None
    if (staff and students) or ALL.search(before):
        return Addressee.BOTH
    if staff or students:
        return Addressee.STAFF if staff else Addressee.STUDENT
    return Addressee.TRUST if TRUST.search(before) and asks else None

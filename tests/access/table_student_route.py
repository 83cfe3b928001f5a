"""The rows of concerns about students, sent the student way (workflows.md 3.15 and 3.21, readings A8, A45 to A50). See table.py for how a row reads.

The safeguarding lead sees all of it, alone until she has cleared it; the Head of Year sees until then that it waits, and no word. Then they
and the Headteacher see all. The student finds nothing before the talk, a parent nothing before they are told, and then the words meant for
them; HR, line managers, IT, the other family and whoever told of it nothing at all.
"""

from tests.access.table import ALL, STATUS, TOLD, Row, Then

__all__ = ["STUDENT_ROUTES"]

ABOUT = {"about": "farouk", "hurt": ("kit",), "summary": "A story of zanzibar."}
LEAD, YEAR, HEAD, BOTH = ("whitlam",), ("qureshi",), ("devlin",), ("whitlam", "qureshi")
WHY = {"reason": "For zanzibar."}
WAITS = {"whitlam": ALL, "qureshi": STATUS}
STAFF = dict.fromkeys(("whitlam", "qureshi", "devlin"), ALL)
WRITES = dict.fromkeys(("flag", "other-evidence", "write-summary"), BOTH)
TALKS = {**WRITES, "take-account": BOTH, "own-account": ("farouk",), "has-left": YEAR}
FOLLOWS = dict.fromkeys(("restorative", "policy", "to-head"), YEAR)
NOWHERE = {
    "harrow": "told of it", "farouk": "subject, not told", "wells-p": "parent, not told", "kit": "hurt by it", "okoropenn": "parent of whom it hurt",
    "okoropenn/parent": "parent of whom it hurt", "obuya": "alternate pastoral lead, not asked", "dunmore": "deputy, not asked", "braithwaite": "HR",
    "wieczorek": "none", "blenkinsop-g": "another family", "sethuraman": "none",
}  # fmt: skip
NOT_HOME = {name: why for name, why in NOWHERE.items() if name != "farouk"}


def at(minute, who, step, given=None):
    return Then("2026-11-25 10:%02d" % minute, who, step, given=given or {})


CLEARED = at(10, "whitlam", "let-talk", {"text": "Of zanzibar."})
TALKED = at(15, "qureshi", "record-talk", {"talked_on": "2026-11-25", "notes": "We spoke of zanzibar.", "support": "None."})
SAID = at(20, "qureshi", "take-account", {"text": "It was zanzibar."})
FOUND = at(25, "qureshi", "find", {"outcome": "misconduct", **WHY})
WRITTEN = at(30, "qureshi", "write-summary", {"summary": "Amina posted of zanzibar."})
HOME = at(35, "qureshi", "tell-parent", {"told_on": "2026-11-25", "way": "rang"})
SENT = at(30, "qureshi", "to-head", WHY)
DECIDED = at(40, "devlin", "head-decides", {"outcome": "student-suspension", "decided_on": "2026-11-25", "number": "zanzibar 12"})
MENDED = at(40, "qureshi", "restorative", WHY)
OVER = at(45, "qureshi", "close-record", {"result": "It is mended, zanzibar."})
ASKED_LEAD = at(30, "qureshi", "ask-lead", WHY)
NOT_TOLD = at(35, "whitlam", "not-told", WHY)
HER, FAMILY = {"farouk": TOLD}, {"farouk": TOLD, "wells-p": TOLD}
TOLD_OF, ALL_TOLD = ("qureshi", "whitlam", "farouk"), ("qureshi", "whitlam", "farouk", "wells-p")
ADULT = {"about": "osei", "summary": "A post of zanzibar."}
CARED = {"about": "rusk", "hurt": ("pickersgill",), "summary": "An insult of zanzibar."}  # her Head of Year is whom it hurt (A45)
EAST = dict.fromkeys(("omondi", "barrowman", "abernethy"), ALL)


CARED_SO_FAR = (
    at(10, "omondi", "let-talk"), at(15, "rainsford", "record-talk", TALKED.given), at(20, "rainsford", "take-account", SAID.given),
    at(25, "rainsford", "find", FOUND.given), at(30, "rainsford", "to-head", WHY),
)  # fmt: skip


def route(id, details=ABOUT, by="harrow", told=("qureshi", "whitlam"), **row):
    return Row(id, "student-route", by, details, told=told, **row)


STUDENT_ROUTES = (
    route("a concern about a student waits for the lead", sees=WAITS, does=dict.fromkeys(("let-talk", "pass-outside"), LEAD), waits=LEAD,
          stands={**NOWHERE, "devlin": "Headteacher, not yet"}),
    route("the lead has cleared it", then=(CLEARED,), sees=STAFF, does={"record-talk": YEAR, "has-left": YEAR, **WRITES}, waits=YEAR, stands=NOWHERE),
    route("they have talked with the student", then=(CLEARED, TALKED), sees={**STAFF, "farouk": STATUS}, does=TALKS, waits=YEAR, told=TOLD_OF,
          stands=NOT_HOME),
    route("the student’s own account is there", then=(CLEARED, TALKED, SAID), sees={**STAFF, **HER}, does={**TALKS, "find": YEAR}, waits=YEAR,
          told=TOLD_OF, stands=NOT_HOME),
    route("misconduct was found", then=(CLEARED, TALKED, SAID, FOUND), sees={**STAFF, **HER}, waits=YEAR, told=TOLD_OF, stands=NOT_HOME,
          does={**TALKS, **FOLLOWS, "ask-lead": BOTH}),
    route("a parent was told", then=(CLEARED, TALKED, SAID, FOUND, WRITTEN, HOME), sees={**STAFF, **FAMILY}, waits=YEAR, told=ALL_TOLD,
          does={**TALKS, **FOLLOWS, "ask-lead": BOTH, "tell-parent": BOTH}),
    route("the lead is asked if anybody is told", then=(CLEARED, TALKED, SAID, FOUND, ASKED_LEAD), sees={**STAFF, **HER}, waits=BOTH, told=TOLD_OF,
          does={**TALKS, **FOLLOWS, "ask-lead": BOTH, "not-told": LEAD, "has-left": BOTH}, stands=NOT_HOME),
    route("it is with the Headteacher", then=(CLEARED, TALKED, SAID, FOUND, SENT), sees={**STAFF, **HER}, waits=(*HEAD, *YEAR), told=(*TOLD_OF, "devlin"),
          does={"head-decides": HEAD, "own-account": ("farouk",), "has-left": ("devlin", "qureshi"),
                **dict.fromkeys(("flag", "other-evidence", "write-summary", "take-account", "ask-lead"), (*BOTH, *HEAD))}, stands=NOT_HOME),
    route("the Headteacher has decided", then=(CLEARED, TALKED, SAID, FOUND, SENT, DECIDED), sees={**STAFF, **HER}, waits=YEAR, told=(*TOLD_OF, "devlin"),
          does={"own-account": ("farouk",), "has-left": YEAR,
                **dict.fromkeys(("flag", "other-evidence", "write-summary", "take-account", "ask-lead"), (*BOTH, *HEAD))}, stands=NOT_HOME),
    route("the lead has said why nobody is told", then=(CLEARED, TALKED, SAID, FOUND, ASKED_LEAD, NOT_TOLD, MENDED), sees={**STAFF, **HER}, waits=YEAR,
          told=TOLD_OF, does={**TALKS, "ask-lead": BOTH, "close-record": YEAR}, stands=NOT_HOME),
    route("the student’s record is finished", then=(CLEARED, TALKED, SAID, FOUND, WRITTEN, HOME, MENDED, OVER), sees={**STAFF, **FAMILY}, told=ALL_TOLD),
    route("the record is given to safeguarding", then=(CLEARED, TALKED, SAID, at(30, "qureshi", "flag", WHY)), sees={"whitlam": ALL}, waits=LEAD,
          told=TOLD_OF, does=dict.fromkeys(("let-talk", "pass-outside"), LEAD), stands={**NOWHERE, "qureshi": "shut out", "devlin": "shut out"}),
    route("a student’s, told without a name", {**ABOUT, "alone": True}, then=(CLEARED, TALKED, SAID, FOUND), sees={**STAFF, **HER}, waits=YEAR, told=TOLD_OF,
          does={**TALKS, "restorative": YEAR, "ask-lead": BOTH}, stands=NOT_HOME),
    route("a looked-after student’s", CARED, told=("omondi", "rainsford", "abernethy"), then=CARED_SO_FAR,
          sees=dict.fromkeys(("omondi", "abernethy", "rainsford"), ALL), waits=("abernethy", "rainsford"),
          does={"head-decides": ("abernethy",), "has-left": ("abernethy", "rainsford"), **dict.fromkeys(("tell-social-worker", "tell-carer"), ("rainsford",)),
                **dict.fromkeys(("flag", "other-evidence", "write-summary", "take-account", "ask-lead"), ("omondi", "abernethy", "rainsford"))},
          stands={"barrowman": "another Head of Year"}),
    route("a looked-after student’s reference is set", CARED, told=("omondi", "rainsford", "abernethy"),
          then=(*CARED_SO_FAR, at(40, "abernethy", "head-decides", DECIDED.given)),
          sees=dict.fromkeys(("omondi", "abernethy", "rainsford"), ALL), waits=("rainsford",),
          does={"has-left": ("rainsford",), **dict.fromkeys(("tell-social-worker", "tell-carer", "tell-virtual-school"), ("rainsford",)),
                **dict.fromkeys(("flag", "other-evidence", "write-summary", "take-account", "ask-lead"), ("omondi", "abernethy", "rainsford"))},
          stands={"barrowman": "another Head of Year"}),
    route("an adult student’s", ADULT, told=("omondi", "barrowman", "osei"),
          then=(at(10, "omondi", "let-talk"), at(15, "barrowman", "record-talk", TALKED.given), at(20, "barrowman", "take-account", SAID.given),
                at(25, "barrowman", "find", FOUND.given), at(40, "barrowman", "restorative", WHY)),
          sees={**EAST, "osei": TOLD}, waits=("barrowman",),
          does={"close-record": ("barrowman",), "has-left": ("barrowman",), "own-account": ("osei",),
                **dict.fromkeys(("flag", "other-evidence", "write-summary", "take-account", "ask-lead"), ("omondi", "barrowman"))},
          stands={"lund-a": "parent of an adult", "rainsford": "alternate pastoral lead, not asked"}),
)  # fmt: skip

"""The rows of concerns about staff, sent the staff way (workflows.md 3.14 and 3.21, readings A2, A6, A8, A11). See table.py for how a row reads.

Where it hurt a colleague, nothing ends before support for them is recorded.
HR sees all of it and the safeguarding lead that something is asked; the line manager only of a talk, whoever decides only once let in.
Whoever it is about finds nothing until HR has told them, and then what HR told them. Whoever told of it, and whom it hurt, find nothing here.
"""

from tests.access.table import ALL, TOLD, Row, Then

__all__ = ["STAFF_ROUTES"]

LINES = dict.fromkeys(
    ("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser", "reason"), "It tells of zanzibar."
)
GOES_ON, LAWFUL = {**LINES, "outcome": "go-on", "con_10": True}, {**LINES, "outcome": "protected"}
TELLS = {"summary": "Posts of zanzibar.", "clauses": "CON-10", "next": "HR writes, zanzibar.", "rights": "To speak of zanzibar."}
WHY, PAUSE = {"reason": "For zanzibar."}, {"text": "A student of zanzibar is in it."}
ABOUT = {"about": "holloway", "hurt": ("omondi",), "summary": "Three posts of zanzibar."}
HRS = ("braithwaite", "kerrigan")
HR = dict.fromkeys(HRS, ALL)
PLAIN = {"add-note": HRS, "pause": HRS}
ADDS = {**PLAIN, "support": HRS}  # where it hurt somebody
GOES_WAYS = dict.fromkeys(("hand-off", "check-again"), HRS)
DECIDES = {**GOES_WAYS, "informal": HRS, "no-further": HRS}
APART = {"check-again": HRS, "no-further": HRS}
MANAGERS = ("loxley", "amadi")
NOWHERE = {
    "harrow": "told of it", "omondi": "hurt by it", "holloway": "subject, not told", "loxley": "line manager", "abernethy": "Headteacher", "devlin": "none",
    "wieczorek": "none", "sethuraman": "none",
}  # fmt: skip


def at(minute, who, step, given=None):
    return Then("2026-11-25 10:%02d" % minute, who, step, given=given or {})


CHECKED = at(10, "braithwaite", "check-speech", GOES_ON)
HANDED, TOLD_HIM = at(20, "braithwaite", "hand-off", WHY), at(25, "braithwaite", "tell-subject", TELLS)
INFORMAL = at(20, "braithwaite", "informal", {"note": "A talk of zanzibar."})
PAUSED = at(15, "kerrigan", "pause", PAUSE)
AGENCY = {"about": "farrant", "summary": "A post of zanzibar."}
HEAD, LEAD, CHAIR = ({"about": about, "summary": "A post of zanzibar."} for about in ("abernethy", "achterberg", "vasquez-thorne"))
TELL = {"tell-subject": HRS, "let-decider": HRS, **ADDS}
TELL_PLAIN = {"tell-subject": HRS, "let-decider": HRS, **PLAIN}
HEARD = {"let-decider": HRS, "own-account": ("holloway",)}
STORE = {**HEARD, **ADDS}
STORED = at(40, "braithwaite", "store-outcome", {"outcome": "final-warning", "decided_by": "abernethy", "decided_on": "2026-11-25"})
OFFERED = {"check_in": "done", "cover": "declined", "union": "done", "education_support": "not-needed", "reason": "For zanzibar."}
HELPED, SUPPORTED = at(15, "kerrigan", "support", OFFERED), at(30, "kerrigan", "support", OFFERED)
FILE_GONE, GONE = at(50, "kerrigan", "file-gone", {"gone_on": "2026-11-25"}), {"file-gone": HRS}
TALKED = at(40, "amadi", "talk-held", {"how": "by-message", "note": "Of zanzibar."})


def route(id, details=ABOUT, by="harrow", told=("braithwaite",), **row):
    return Row(id, "staff-route", by, details, told=told, **row)


HIM, BOTH = {"holloway": TOLD}, ("braithwaite", "holloway")
STAFF_ROUTES = (
    route("a concern about a teacher", sees=HR, does={"check-speech": HRS, **ADDS}, waits=HRS, stands=NOWHERE),
    route("the check is recorded", then=(CHECKED,), sees=HR, does={**GOES_WAYS, "let-decider": HRS, **ADDS}, waits=HRS, stands=NOWHERE),
    route("it is lawful speech", then=(at(10, "braithwaite", "check-speech", LAWFUL),), sees=HR, does={"check-again": HRS, **ADDS}, waits=HRS, stands=NOWHERE),
    route("it is handed on", then=(CHECKED, HANDED), sees=HR, does=TELL, waits=HRS, stands=NOWHERE),
    route("the subject is told", then=(CHECKED, HANDED, TOLD_HIM), sees={**HR, **HIM}, does=STORE, waits=HRS, told=BOTH,
          stands={"harrow": "told of it", "omondi": "hurt by it"}),
    route("whoever decides may read it", then=(CHECKED, HANDED, TOLD_HIM, at(30, "braithwaite", "let-decider")), sees={**HR, **HIM, "abernethy": ALL},
          does=STORE, waits=HRS, told=BOTH, stands={"abernethy": "decider"}),
    route("support is recorded before what was decided", then=(CHECKED, HANDED, TOLD_HIM, SUPPORTED), sees={**HR, **HIM},
          does={"store-outcome": HRS, **HEARD, **PLAIN}, waits=HRS, told=BOTH, stands={"omondi": "hurt by it"}),
    route("support is recorded before it ends", then=(CHECKED, HELPED), sees=HR,
          does={**DECIDES, "let-decider": HRS, **PLAIN}, waits=HRS, stands=NOWHERE),
    route("what was decided is stored", then=(CHECKED, HANDED, TOLD_HIM, SUPPORTED, STORED), sees={**HR, **HIM}, does=GONE, told=BOTH, stands={"abernethy": "decided"}),
    route("the staff file is gone", then=(CHECKED, HANDED, TOLD_HIM, SUPPORTED, STORED, FILE_GONE), sees={**HR, **HIM}, does=GONE, told=BOTH, stands={"abernethy": "decided"}),
    route("a talk is asked for", then=(CHECKED, HELPED, INFORMAL), sees=HR, does={"tell-subject": HRS, **PLAIN}, waits=HRS, stands=NOWHERE),
    route("the line manager is to talk", then=(CHECKED, HELPED, INFORMAL, TOLD_HIM), sees={**HR, **HIM, **dict.fromkeys(MANAGERS, ALL)},
          does={"talk-held": MANAGERS, "own-account": ("holloway",), "add-note": (*HRS, *MANAGERS), "pause": (*HRS, *MANAGERS)}, waits=MANAGERS,
          told=(*BOTH, "amadi"), stands={"omondi": "hurt by it"}),
    route("they have talked", then=(CHECKED, HELPED, INFORMAL, TOLD_HIM, TALKED), sees={**HR, **HIM, **dict.fromkeys(MANAGERS, ALL)}, does=GONE,
          told=(*BOTH, "amadi")),
    route("no further step is taken", then=(CHECKED, HELPED, at(20, "braithwaite", "no-further", WHY)), sees=HR, does=GONE, stands=NOWHERE),
    route("safeguarding is asked", {"about": "holloway", "summary": "Three posts of zanzibar."}, then=(PAUSED,), sees={**HR, "omondi": TOLD},
          does={"let-go-on": ("omondi",)}, waits=("omondi",), told=("braithwaite", "omondi"), stands={"holloway": "subject, not told"}),
    route("HR told of it themselves: a supply teacher", AGENCY, by="braithwaite", told=("kerrigan",), then=(at(10, "kerrigan", "check-speech", GOES_ON),),
          sees={"kerrigan": ALL}, waits=("kerrigan",),
          does=dict.fromkeys(("to-agency", "check-again", "no-further", "add-note", "pause"), ("kerrigan",)),
          stands={"braithwaite": "told of it", "farrant": "subject, not told"}),
    route("it is handed to the agency", AGENCY, then=(CHECKED, at(20, "braithwaite", "to-agency", WHY)), sees=HR, does=TELL_PLAIN, waits=HRS,
          stands={"farrant": "subject, not told"}),
    route("a trustee’s", CHAIR, then=(CHECKED,), sees=HR, does={**APART, "to-chair": HRS, **PLAIN}, waits=HRS, stands={"vasquez-thorne": "subject, not told"}),
    route("a trustee’s is handed to the Chair", CHAIR, then=(CHECKED, at(20, "braithwaite", "to-chair", WHY)), sees={**HR, "quarshie": ALL}, does=TELL_PLAIN,
          waits=HRS, told=("braithwaite", "quarshie"), stands={"vasquez-thorne": "subject, not told"}),
    route("a Headteacher’s, sent the staff way", HEAD, then=(CHECKED,), sees={**HR, "achterberg": ALL}, waits=("achterberg",),
          does={**dict.fromkeys(DECIDES, ("achterberg",)), **dict.fromkeys(("let-decider", "add-note", "pause"), (*HRS, "achterberg"))},
          told=("braithwaite", "achterberg"), stands={"abernethy": "subject, not told"}),
    route("the Executive Headteacher’s own, sent the staff way", LEAD, then=(CHECKED,), sees={**HR, "quarshie": ALL}, waits=("quarshie",),
          does={**dict.fromkeys(DECIDES, ("quarshie",)), **dict.fromkeys(("let-decider", "add-note", "pause"), (*HRS, "quarshie"))},
          told=("braithwaite", "quarshie"), stands={"achterberg": "subject, not told"}),
)  # fmt: skip

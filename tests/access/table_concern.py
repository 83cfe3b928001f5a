"""The rows of concerns (workflows.md 3.13 and 3.21, readings A6, A11, A51). See table.py for how a row reads.

The safeguarding lead sees all of it, and alone until she has cleared it or while it is locked; then whoever weighs it, and HR where it is about
staff. Whoever told of it reads their own words and the status, whom it hurt the status; whom it is about finds nothing until told.
"""

from tests.access.cast_roles import NOBODY
from tests.access.table import ALL, STATUS, TOLD, Row, Then

__all__ = ["CONCERNS"]

POST = {
    "danger": "no", "where": "zanzibar.example/1", "when": "zanzibar time", "what": "It jokes of zanzibar.", "about": "staff",
    "name": "Mr Kofi Standish", "hurt": "nobody", "school": "northgate",
}  # fmt: skip
STUDENT = {**POST, "about": "student", "name": "Amina Farouk-Wells", "hurt": "somebody", "hurt_name": "Kit Okoro-Penn"}
INSULT = {**POST, "about": "student", "name": "Amina Farouk-Wells", "hurt": "somebody", "hurt_name": "Ms Mei-Lin Harrow"}
SUPPLY = {**POST, "name": "Mr Ludovic Farrant", "hurt": "somebody", "hurt_name": "Ms Mei-Lin Harrow"}
OFFERED = {"check_in": "done", "cover": "declined", "union": "done", "education_support": "not-needed", "reason": "For zanzibar."}
KIND = {"check_in": "done", "apart": "declined", "adult": "done", "childline": "not-needed", "reason": "For zanzibar."}
LEAD, ME, WEIGHS = ("whitlam",), {"rowbotham": TOLD}, ("obuya",)
HRS = ("braithwaite", "kerrigan")
SCREENS = {**dict.fromkeys(("clear", "hold", "pass-outside", "ask-reporter"), LEAD), **dict.fromkeys(("withdraw", "add"), ("rowbotham",))}
WHY = {"reason": "For zanzibar."}


def at(minute, who, step, given=None):
    return Then("2026-11-25 10:%02d" % minute, who, step, given=given or {})


CLEARED = at(10, "whitlam", "clear", {"triage": "usual"})
WEIGHED = at(20, "obuya", "weigh", {"safeguarding": "no", "lawful": "not-lawful", "pri_2": True, **WHY})
JUDGED = at(20, "braithwaite", "weigh", {"safeguarding": "no", "lawful": "not-lawful", "pri_2": True, **WHY})
ALONG = {"whitlam": ALL, **ME, **dict.fromkeys(HRS, ALL), "obuya": ALL}
FLAGS = {"flag": (*LEAD, *HRS, *WEIGHS)}
ADDS = dict.fromkeys(("withdraw", "add"), ("rowbotham",))
NOT_TOLD = {"standish": "subject, not told", "devlin": "Headteacher, not asked", "pascoe": "line manager", "wieczorek": "none"}


def concern(id, details=POST, by="rowbotham", **row):
    return Row(id, "concern", by, details, **row)


def supply(id, **row):
    return concern(id, SUPPLY, sees={"whitlam": ALL, **ME, **dict.fromkeys(HRS, ALL), "harrow": STATUS}, waits=HRS,
                   told=(*LEAD, "braithwaite", "rowbotham", "harrow"), stands={"farrant": "subject, not told", "harrow": "hurt by it"}, **row)  # fmt: skip


WAYS = ("no-action", "advice", "restorative", "removal", "data-breach", "complaint")
RECORDS = dict.fromkeys(("record-outcome", "record-malicious"), HRS)
TELLS = {"tell-subject": (*WEIGHS, *HRS)}
LATER = {**ADDS, **FLAGS, **RECORDS, **TELLS}
ALONE = tuple(way for way in WAYS if way != "restorative")  # nothing that rests on what nobody put a name to (A51)
UNKNOWN = {**POST, "about": "account", "name": ""}
ENDED = at(25, "obuya", "advice", WHY)
SETTLED = at(25, "braithwaite", "advice", WHY)
TOLD_THEM = at(30, "obuya", "tell-reporter", {"note": "We have looked, zanzibar."})
HEARD = (*LEAD, *WEIGHS, "braithwaite", "rowbotham")
BACK = at(26, "rowbotham", "withdraw")
YEARS = at(20, "qureshi", "weigh", {"safeguarding": "no", "lawful": "not-lawful", "pri_2": True, **WHY})
INSULTED = (CLEARED, YEARS,
            at(25, "qureshi", "to-student-route", {"summary": "A post of zanzibar."}))  # fmt: skip
YEAR, INSULT_SEES = ("qureshi",), {"whitlam": ALL, **ME, "qureshi": ALL, "harrow": STATUS}
KIT_SEES = {"whitlam": ALL, **ME, "qureshi": ALL, "kit": STATUS, "okoropenn/parent": STATUS}
SUBJECT = {"summary": "A post of zanzibar.", "clauses": "PRI-2", "next": "A talk of zanzibar.", "rights": "To speak of zanzibar."}

CONCERNS = (
    concern("somebody tells of a concern", sees={"whitlam": ALL, **ME}, does=SCREENS, waits=LEAD, told=LEAD,
            stands={**NOT_TOLD, "obuya": "not asked yet", "braithwaite": "not asked yet", "dunmore": "deputy, not asked yet"}),
    concern("a child may be hurt", {**POST, "danger": "yes"}, sees={"whitlam": ALL, **ME},
            does={**dict.fromkeys(("clear", "pass-outside", "ask-reporter"), LEAD), **ADDS}, waits=LEAD, told=LEAD, stands=NOT_TOLD),
    concern("safeguarding has cleared it", then=(CLEARED,), sees=ALONG, waits=WEIGHS, told=(*LEAD, *WEIGHS, "braithwaite", "rowbotham"),
            does={**dict.fromkeys(("weigh", "other-evidence", "ask-reporter", "merge"), WEIGHS), **ADDS, **FLAGS}, stands=NOT_TOLD),
    concern("safeguarding keeps it", then=(at(10, "whitlam", "hold", WHY),), sees={"whitlam": ALL, **ME}, waits=LEAD, told=LEAD,
            does={**dict.fromkeys(("clear", "pass-outside", "ask-reporter"), LEAD), **ADDS}, stands=NOT_TOLD),
    concern("a handler gives it to safeguarding", then=(CLEARED, at(15, "obuya", "flag", WHY)), sees={"whitlam": ALL, **ME}, waits=LEAD,
            told=(*LEAD, *WEIGHS, "braithwaite", "rowbotham"),
            does={**dict.fromkeys(("clear", "release", "pass-outside", "ask-reporter"), LEAD), **ADDS},
            stands={**NOT_TOLD, "obuya": "shut out", "braithwaite": "shut out"}),
    concern("a concern is taken back", then=(at(10, "rowbotham", "withdraw"),), sees={"whitlam": ALL, **ME}, does={"reopen": LEAD}, told=LEAD, stands=NOT_TOLD),
    concern("a concern about staff is weighed", then=(CLEARED, WEIGHED), sees=ALONG, waits=WEIGHS, told=HEARD, stands=NOT_TOLD,
            does={**LATER, **dict.fromkeys((*WAYS, "to-staff-route", "other-evidence", "ask-reporter", "merge"), WEIGHS)}),
    concern("whom a concern is about is told", then=(CLEARED, WEIGHED, at(22, "obuya", "tell-subject", SUBJECT)), sees={**ALONG, "standish": TOLD}, waits=WEIGHS,
            told=(*HEARD, "standish"), does={**LATER, **dict.fromkeys((*WAYS, "to-staff-route", "other-evidence", "ask-reporter", "merge"), WEIGHS)}),
    concern("whom a concern is about has left", then=(CLEARED, WEIGHED, Then("2026-11-25 17:00", tie=("left", "standish", "2026-11-25")), Then("2026-11-26 08:05")),
            sees=ALONG, waits=(*WEIGHS, *HRS), told=HEARD, stands={**NOT_TOLD, "standish": "subject, left"}, now="2026-11-26 09:00",
            does={**LATER, **dict.fromkeys(("go-on-leaver", "close-leaver"), HRS),
                  **dict.fromkeys((*WAYS, "to-staff-route"), WEIGHS), **dict.fromkeys(("other-evidence", "ask-reporter", "merge"), (*WEIGHS, *HRS))}),
    concern("a concern is decided", then=(CLEARED, WEIGHED, ENDED), sees=ALONG, waits=WEIGHS, told=HEARD, stands=NOT_TOLD,
            does={**RECORDS, **TELLS, **FLAGS, "tell-reporter": WEIGHS, "add": ("rowbotham",)}),
    concern("whoever told of a concern is told", then=(CLEARED, WEIGHED, ENDED, TOLD_THEM), sees=ALONG, told=HEARD, stands=NOT_TOLD,
            does={**RECORDS, "tell-subject": HRS, **FLAGS, **dict.fromkeys(("add", "ask-again"), ("rowbotham",))}),
    concern("a concern is asked again", then=(CLEARED, WEIGHED, ENDED, TOLD_THEM, at(40, "rowbotham", "ask-again", {"text": "And zanzibar?"})),
            sees={**ALONG, "devlin": ALL}, waits=("devlin",), told=(*HEARD, "devlin"),
            does={"second-look": ("devlin",), "flag": (*LEAD, *HRS, *WEIGHS, "devlin")}, stands={"standish": "subject, not told"}),
    concern("it goes the staff way", then=(CLEARED, WEIGHED, at(25, "obuya", "to-staff-route", {"summary": "A post of zanzibar."})), sees=ALONG, told=HEARD,
            does={**RECORDS, "tell-subject": HRS, **FLAGS, "add": ("rowbotham",)}, stands=NOT_TOLD, led_to=HRS),
    supply("a concern about a supply teacher that hurt a colleague", then=(CLEARED, JUDGED),
           does={**ADDS, **RECORDS, "tell-subject": HRS, "flag": (*LEAD, *HRS), "support": (*LEAD, *HRS),
                 **dict.fromkeys((*WAYS, "hr-and-agency", "other-evidence", "ask-reporter"), HRS)}),
    supply("safeguarding has cleared what hurt a colleague", then=(CLEARED,),
           does={**ADDS, "flag": (*LEAD, *HRS), "support": (*LEAD, *HRS), **dict.fromkeys(("weigh", "other-evidence", "ask-reporter"), HRS)}),
    supply("the colleague was offered support before it goes on", then=(CLEARED, JUDGED, at(24, "kerrigan", "support", OFFERED)),
           does={**ADDS, **RECORDS, "tell-subject": HRS, "flag": (*LEAD, *HRS), "support": (*LEAD, *HRS),
                 **dict.fromkeys((*WAYS, "hr-and-agency", "other-evidence", "ask-reporter", "merge"), HRS)}),
    supply("it is taken back, and nobody has offered the colleague support", then=(CLEARED, JUDGED, BACK),
           does=dict.fromkeys(("support", "reopen"), (*LEAD, *HRS))),
    concern("it is taken back, and the colleague was offered support", SUPPLY, then=(CLEARED, JUDGED, BACK, at(28, "kerrigan", "support", OFFERED)),
            sees={"whitlam": ALL, **ME, **dict.fromkeys(HRS, ALL), "harrow": STATUS}, told=(*LEAD, "braithwaite", "rowbotham", "harrow"),
            does={"reopen": (*LEAD, *HRS)}, stands={"farrant": "subject, not told", "harrow": "hurt by it"}),
    concern("what hurt a colleague is taken back before safeguarding looks", SUPPLY, then=(at(5, "rowbotham", "withdraw"),),
            sees={"whitlam": ALL, **ME}, waits=LEAD, told=LEAD, does=dict.fromkeys(("support", "reopen"), LEAD),
            stands={"farrant": "subject, not told", "harrow": "hurt by it, not told", "braithwaite": "not asked yet"}),
    concern("what a student posted hurt a colleague, and goes the student way", INSULT, then=INSULTED, sees=INSULT_SEES, waits=YEAR,
            told=(*LEAD, *YEAR, "rowbotham", "harrow"), stands={"farouk": "subject, not told", "harrow": "hurt by it", "wells-p": "family, not told"},
            does={**dict.fromkeys(("support", "flag"), (*LEAD, *YEAR)), "tell-subject": YEAR, "add": ("rowbotham",)}, led_to=(*LEAD, *YEAR)),
    concern("the colleague was offered support while it goes the student way", INSULT, then=(*INSULTED, at(28, "qureshi", "support", OFFERED)),
            sees=INSULT_SEES, told=(*LEAD, *YEAR, "rowbotham", "harrow"), stands={"farouk": "subject, not told", "harrow": "hurt by it"},
            does={**dict.fromkeys(("support", "flag"), (*LEAD, *YEAR)), "add": ("rowbotham",)}, led_to=(*LEAD, *YEAR)),
    supply("it is decided, and nobody has offered the colleague support", then=(CLEARED, JUDGED, SETTLED),
           does={**RECORDS, "tell-subject": HRS, "flag": (*LEAD, *HRS), "support": (*LEAD, *HRS), "add": ("rowbotham",)}),
    supply("it is decided, and the colleague was offered support", then=(CLEARED, JUDGED, SETTLED, at(28, "kerrigan", "support", OFFERED)),
           does={**RECORDS, "tell-subject": HRS, "flag": (*LEAD, *HRS), "support": (*LEAD, *HRS), "tell-reporter": HRS, "add": ("rowbotham",)}),
    concern("a concern about a student", STUDENT, then=(CLEARED,), sees={"whitlam": ALL, **ME, "qureshi": ALL, "kit": STATUS, "okoropenn/parent": STATUS},
            waits=("qureshi",), told=(*LEAD, "qureshi", "rowbotham", "kit", "okoropenn"),
            does={**dict.fromkeys(("weigh", "other-evidence", "ask-reporter"), YEAR), **ADDS, **dict.fromkeys(("flag", "support-student"), (*LEAD, *YEAR))},
            stands={"okoropenn": "parent of whom it hurt, as staff", "farouk": "subject, not told", "wells-p": "family, not told"}),
    concern("a concern about a student is weighed", STUDENT, told=(*LEAD, "qureshi", "rowbotham", "kit", "okoropenn"),
            then=(CLEARED, YEARS), sees=KIT_SEES, waits=YEAR,
            does={**ADDS, **dict.fromkeys(("flag", "support-student"), (*LEAD, *YEAR)), "tell-subject": YEAR,
                  **dict.fromkeys((*WAYS, "to-student-route", "other-evidence", "ask-reporter"), YEAR)},
            stands={"farouk": "subject, not told", "wells-p": "family, not told"}),
    concern("the student whom it hurt was offered support before it goes on", STUDENT, told=(*LEAD, "qureshi", "rowbotham", "kit", "okoropenn"),
            then=(CLEARED, YEARS, at(22, "whitlam", "support-student", KIND)), sees=KIT_SEES, waits=YEAR,
            does={**ADDS, **dict.fromkeys(("flag", "support-student"), (*LEAD, *YEAR)), "tell-subject": YEAR,
                  **dict.fromkeys((*WAYS, "to-student-route", "other-evidence", "ask-reporter", "merge"), YEAR)},
            stands={"farouk": "subject, not told", "wells-p": "family, not told"}),
    concern("it is decided, and nobody has offered the student whom it hurt support", STUDENT, then=(CLEARED, YEARS, at(25, "qureshi", "advice", WHY)),
            sees=KIT_SEES, waits=YEAR, told=(*LEAD, "qureshi", "rowbotham", "kit", "okoropenn"),
            does={**dict.fromkeys(("flag", "support-student"), (*LEAD, *YEAR)), "tell-subject": YEAR, "add": ("rowbotham",)},
            stands={"farouk": "subject, not told", "wells-p": "family, not told"}),
    concern("somebody tells without a name of an account nobody knows", UNKNOWN, by=NOBODY, sees={"whitlam": ALL}, waits=LEAD, told=LEAD,
            does=dict.fromkeys(("clear", "hold", "pass-outside", "ask-reporter"), LEAD),
            stands={"kit": "told without a name", "obuya": "not asked yet", "devlin": "Headteacher, not asked"}),
    concern("what was told without a name is weighed", by=NOBODY, then=(CLEARED, WEIGHED), waits=WEIGHS, told=(*LEAD, *WEIGHS, "braithwaite"),
            sees={"whitlam": ALL, **dict.fromkeys(HRS, ALL), "obuya": ALL}, stands={**NOT_TOLD, "kit": "told without a name"},
            does={**FLAGS, **RECORDS, **TELLS, **dict.fromkeys((*ALONE, "other-evidence", "ask-reporter", "merge"), WEIGHS)}),
    concern("what was told without a name was seen by others too", by=NOBODY, waits=WEIGHS, told=(*LEAD, *WEIGHS, "braithwaite"),
            then=(CLEARED, WEIGHED, at(25, "obuya", "other-evidence", {"evidence": "I saw the zanzibar post."})),
            sees={"whitlam": ALL, **dict.fromkeys(HRS, ALL), "obuya": ALL}, stands={**NOT_TOLD, "kit": "told without a name"},
            does={**FLAGS, **RECORDS, **TELLS, **dict.fromkeys((*WAYS, "to-staff-route", "other-evidence", "ask-reporter", "merge"), WEIGHS)}),
)  # fmt: skip

"""The rows of concerns (workflows.md 3.13 and 3.21, readings A6, A11, A51). See table.py for how a row reads.

The safeguarding lead sees all of it, and alone until she has cleared it or while it is locked; then whoever weighs it, and HR where it is about
staff. Whoever told of it reads their own words and the status, whom it hurt the status; whom it is about finds nothing until told.
"""

from tests.access.table import ALL, STATUS, TOLD, Row, Then

__all__ = ["CONCERNS"]

POST = {
    "danger": "no", "where": "zanzibar.example/1", "when": "zanzibar time", "what": "It jokes of zanzibar.", "about": "staff",
    "name": "Mr Kofi Standish", "hurt": "nobody", "school": "northgate",
}  # fmt: skip
STUDENT = {**POST, "about": "student", "name": "Jorah Blenkinsop", "hurt": "somebody", "hurt_name": "Kit Okoro-Penn"}
LEAD, ME, WEIGHS = ("whitlam",), {"rowbotham": TOLD}, ("obuya",)
HRS = ("braithwaite", "kerrigan")
SCREENS = {**dict.fromkeys(("clear", "hold", "pass-outside", "ask-reporter"), LEAD), **dict.fromkeys(("withdraw", "add"), ("rowbotham",))}
WHY = {"reason": "For zanzibar."}


def at(minute, who, step, given=None):
    return Then("2026-11-25 10:%02d" % minute, who, step, given=given or {})


CLEARED = at(10, "whitlam", "clear", {"triage": "usual"})
WEIGHED = at(20, "obuya", "weigh", {"safeguarding": "no", "lawful": "not-lawful", "pri_2": True, **WHY})
ALONG = {"whitlam": ALL, **ME, **dict.fromkeys(HRS, ALL), "obuya": ALL}
FLAGS = {"flag": (*LEAD, *HRS, *WEIGHS)}
ADDS = dict.fromkeys(("withdraw", "add"), ("rowbotham",))
NOT_TOLD = {"standish": "subject, not told", "devlin": "Headteacher, not asked", "pascoe": "line manager", "wieczorek": "none"}


def concern(id, details=POST, by="rowbotham", **row):
    return Row(id, "concern", by, details, **row)


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
    concern("it is taken back", then=(at(10, "rowbotham", "withdraw"),), sees={"whitlam": ALL, **ME}, does={"reopen": LEAD}, told=LEAD, stands=NOT_TOLD),
    concern("a concern about a student", STUDENT, then=(CLEARED,), sees={"whitlam": ALL, **ME, "qureshi": ALL, "kit": STATUS, "okoropenn/parent": STATUS},
            waits=("qureshi",), told=(*LEAD, "qureshi", "rowbotham", "kit", "okoropenn"),
            does={**dict.fromkeys(("weigh", "other-evidence", "ask-reporter", "merge"), ("qureshi",)), **ADDS, "flag": (*LEAD, "qureshi")},
            stands={"okoropenn": "parent of whom it hurt, as staff", "jorah": "subject, not told", "blenkinsop-g": "family, not told"}),
)  # fmt: skip

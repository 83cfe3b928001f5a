"""The rows of requests to take something down (workflows.md 3.8 and 3.21; readings A27 to A30). See table.py for how a row reads.

Whoever posted it, and whoever reminds them, are told what is asked (`TOLD`) and never by whom; the safeguarding lead sees a flag.
That no name stands in what they read is looked at in test_no_names.py.
"""

from tests.access.table import ALL, OWN, STATUS, TOLD, Row, Then

__all__ = ["REMOVALS"]

HERE = {
    "evidence": "no",
    "item": "The zanzibar picture",
    "who": "staff",
    "how": "here",
    "poster": "standish",
    "ask": "down",
    "name": "no",
    "alone": "no",
}
SCHOOL = {**HERE, "how": "school", "alone": "yes"}
COPY = {"evidence": "no", "item": "The zanzibar picture", "who": "staff", "how": "copy", "ask": "down"}
SAID = Then("2026-11-25 10:20", "standish", "say-what", given={"outcome": "part", "reason": "I keep one, zanzibar."})
PASSED = Then("2026-11-25 10:20", "qureshi", "pass-to-them")
WATCH = Then("2026-11-25 10:30", "harrow", "look-again", given={"check_on": "2026-12-10"})
WITH_SCHOOL = {"farouk": OWN, "qureshi": ALL, "whitlam": STATUS}
LISTED = {"reported": True, "numbers": "Zanzibar 4471"}
HARROWS = dict.fromkeys(("ask-school", "mark-link", "look-again", "back-again"), ("harrow",))
FAROUKS = {"withdraw": ("farouk",), "mark-link": ("farouk",)}


def removal(id, by, details, **row):
    return Row(id, "removal", by, details, **row)


REMOVALS = (
    removal(
        "sent from colleague to colleague", "harrow", HERE,
        sees={"harrow": OWN, "standish": TOLD},
        does={"say-what": ("standish",), "withdraw": ("harrow",), "ask-school": ("harrow",), "mark-link": ("harrow",)},
        waits=("standish",), told=("standish",),
        stands={"harrow": "asker", "standish": "posted it", "pascoe": "line manager of both, never told", "braithwaite": "never told", "dunmore": "relative"},
    ),
    removal(
        "part of it came down", "harrow", HERE, then=(SAID,), sees={"harrow": OWN, "standish": TOLD}, does=HARROWS, told=("standish", "harrow"),
    ),
    removal(
        "a colleague never answered", "harrow", HERE, opened="2026-11-23 10:00", now="2026-11-26 18:00", then=(Then("2026-11-26 17:30"),),
        sees={"harrow": OWN, "standish": TOLD}, does=HARROWS, told=("standish", "harrow"), stands={"pascoe": "line manager of both, never told"},
    ),
    removal(
        "the words are sent by oneself", "harrow", COPY, sees={"harrow": OWN},
        does=dict.fromkeys(("what-came", "withdraw", "ask-school", "mark-link"), ("harrow",)), waits=("harrow",), told=("harrow",),
        stands={"standish": "not named"},
    ),
    removal(
        "to be looked at again", "harrow", HERE, then=(SAID, WATCH), sees={"harrow": OWN, "standish": TOLD},
        does=dict.fromkeys(("still-gone", "back-again", "withdraw", "mark-link"), ("harrow",)), waits=("harrow",), told=("standish", "harrow"),
    ),
    removal(
        "looked at again: nothing is back", "harrow", HERE, then=(SAID, WATCH, Then("2026-11-25 10:40", "harrow", "still-gone")),
        sees={"harrow": OWN, "standish": TOLD}, does=dict.fromkeys(("look-again", "back-again", "mark-link"), ("harrow",)), told=("standish", "harrow"),
    ),
    removal(
        "it is back again", "harrow", HERE, then=(SAID, Then("2026-11-25 10:40", "harrow", "back-again", given={"which": "1", "outcome": "here"})),
        sees={"harrow": OWN, "standish": TOLD},
        does={"say-what": ("standish",), "withdraw": ("harrow",), "ask-school": ("harrow",), "mark-link": ("harrow",)},
        waits=("standish",), told=("standish", "harrow"),
    ),
    removal(
        "a colleague asks for help after all", "harrow", HERE, then=(SAID, Then("2026-11-25 10:40", "harrow", "ask-school")),
        sees={"harrow": OWN, "standish": TOLD, "pascoe": ALL},
        does={"pass-to-them": ("pascoe",), "report-back": ("pascoe",), "withdraw": ("harrow",), "mark-link": ("harrow",)},
        waits=("pascoe",), told=("standish", "harrow", "pascoe"), stands={"pascoe": "line manager", "standish": "posted it"},
    ),
    removal(
        "a request taken back", "harrow", HERE, then=(Then("2026-11-25 10:40", "harrow", "withdraw"),),
        sees={"harrow": OWN, "standish": TOLD}, told=("standish",),
    ),
    removal(
        "whoever asked has left", "harrow", HERE, now="2026-11-26 11:00",
        then=(Then("2026-11-25 11:00", tie=("left", "harrow", "2026-11-25")), Then("2026-11-26 09:00")),
        sees={"standish": TOLD}, told=("standish",), stands={"harrow": "left"},
    ),
    removal(
        "a student asks the school about staff", "farouk", SCHOOL, sees=WITH_SCHOOL,
        does={"pass-to-them": ("qureshi",), "report-back": ("qureshi",), **FAROUKS}, waits=("qureshi",), told=("qureshi", "whitlam"),
        stands={"standish": "posted it, and is the tutor; not told yet", "pascoe": "line manager of whoever posted it", "wells-p": "parent",
                "whitlam": "sees a flag", "qureshi": "Head of Year"},
    ),
    removal(
        "the school does not know who posted it", "farouk", {**SCHOOL, "poster": "Zanzibar Smith"}, sees=WITH_SCHOOL,
        does={"report-back": ("qureshi",), **FAROUKS}, waits=("qureshi",), told=("qureshi", "whitlam"),
    ),
    removal(
        "the school has asked", "farouk", SCHOOL, then=(PASSED,), sees={**WITH_SCHOOL, "standish": TOLD},
        does={"say-what": ("standish",), **FAROUKS}, waits=("standish",), told=("qureshi", "whitlam", "standish", "farouk"),
        stands={"standish": "posted it", "pascoe": "line manager of whoever posted it"},
    ),
    removal(
        "one reminder after three school days", "farouk", SCHOOL, opened="2026-11-23 10:00", now="2026-11-26 18:00",
        then=(Then("2026-11-23 12:00", "qureshi", "pass-to-them"), Then("2026-11-26 17:30")),
        sees={**WITH_SCHOOL, "standish": TOLD, "pascoe": TOLD}, does={"say-what": ("standish",), "remind-them": ("pascoe",), **FAROUKS},
        waits=("standish", "pascoe"), told=("qureshi", "whitlam", "standish", "farouk", "pascoe"),
        stands={"standish": "posted it", "pascoe": "line manager of whoever posted it", "devlin": "manager’s manager"},
    ),
    removal(
        "the school has written down that it stays up", "farouk", SCHOOL,
        then=(Then("2026-11-25 10:20", "qureshi", "report-back", given={"outcome": "declined", "note": "It stays, zanzibar."}),), sees=WITH_SCHOOL,
        does={**dict.fromkeys(("ask-school", "mark-link", "look-again", "back-again"), ("farouk",)), "reopen": ("qureshi",)},
        told=("qureshi", "whitlam", "farouk"), stands={"qureshi": "Head of Year", "standish": "posted it; never asked"},
    ),
    removal(
        "staff ask the school about a student", "harrow", {**SCHOOL, "who": "student", "poster": "farouk"}, then=(PASSED,),
        sees={"harrow": OWN, "qureshi": ALL, "whitlam": STATUS, "farouk": TOLD},
        does={"say-what": ("farouk",), "withdraw": ("harrow",), "mark-link": ("harrow",)}, waits=("farouk",),
        told=("qureshi", "whitlam", "farouk", "harrow"), stands={"pascoe": "line manager, never told", "wells-p": "parent", "farouk": "posted it"},
    ),
    removal(
        "a parent asks for a child", "okoropenn/parent", SCHOOL, sees={"okoropenn/parent": OWN, "qureshi": ALL, "whitlam": STATUS},
        does={"pass-to-them": ("qureshi",), "report-back": ("qureshi",), "withdraw": ("okoropenn/parent",), "mark-link": ("okoropenn/parent",)},
        waits=("qureshi",), told=("qureshi", "whitlam"),
        stands={"okoropenn": "self, in another hat", "dunmore": "line manager, never told", "kit": "whose picture it is", "qureshi": "Head of Year"},
    ),
    Row("a list of one’s own", "steps", "farouk", LISTED, sees={"farouk": OWN}, does=dict.fromkeys(("tick", "share", "finish"), ("farouk",)),
        stands={"standish": "tutor, not told", "qureshi": "Head of Year, not told", "wells-p": "parent"}),
    Row("a list shared with the tutor", "steps", "farouk", LISTED, then=(Then("2026-11-25 10:20", "farouk", "share"),),
        sees={"farouk": OWN, "standish": ALL}, does=dict.fromkeys(("tick", "stop-sharing", "finish"), ("farouk",)), told=("standish",)),
    Row("a list shared no more", "steps", "farouk", LISTED,
        then=(Then("2026-11-25 10:20", "farouk", "share"), Then("2026-11-25 10:30", "farouk", "stop-sharing")),
        sees={"farouk": OWN}, does=dict.fromkeys(("tick", "share", "finish"), ("farouk",)), told=("standish",)),
    Row("a list of staff", "steps", "harrow", LISTED, sees={"harrow": OWN}, does=dict.fromkeys(("tick", "finish"), ("harrow",))),
)  # fmt: skip

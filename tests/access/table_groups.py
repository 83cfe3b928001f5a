"""The rows of a group only for learning (workflows.md 3.12, SNS-6, SNS-7, MAN-1; rulings 6 and 7). See table.py for how a row reads.

The staff member, the line manager and the safeguarding lead see it, each from when they are asked; communications see the page alone,
the second adult and every student none of it. `page`: it is part of a page of the same person, made before it, which is official.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["GROUPS"]

TIME = "2026-11-25 10:%02d"
DETAILS = {
    "group": "Zanzibar revision", "service": "Facebook", "purpose": "What zanzibar was like.", "second": "thackray",
    "login": "zanzibar@northgate.example", "ages": "yes", "messages": "off",
}  # fmt: skip
READ = Then(TIME % 5, "harrow", "advice-read", given={"read_on": "2026-11-24", "both": True})
AGREED = Then(TIME % 6, "pascoe", "agree")
NOT_NOW = Then(TIME % 6, "pascoe", "turn-down", given={"reason": "Wait, zanzibar."})
NOTED = Then(TIME % 7, "whitlam", "note", given={"note": "Seen, zanzibar."})
LIVE = Then(TIME % 8, "harrow", "go-live")
ENDED = Then(TIME % 12, "pascoe", "end", given={"reason": "Enough, zanzibar."})
UP = Then(TIME % 13, "harrow", "ask-again")
GONE, TERM = Then("2026-12-19 09:00"), {"second": "lisle"}  # his term ends on 18 December
MANAGER = {"harrow": OWN, "pascoe": ALL}
LEAD = {**MANAGER, "whitlam": ALL}
MENDS = dict.fromkeys(("second", "set-up"), ("harrow",))
HERS = {**MENDS, "second-read": ("harrow",)}
BEFORE = {**HERS, "withdraw": ("harrow",)}
ENDS = {"end": ("pascoe", "whitlam"), "stop": ("harrow",)}
ASKED = ("pascoe", "harrow")


def group(id, *then, details=None, **row):
    held = {name: value for name, value in {**DETAILS, **(details or {})}.items() if value}
    return Row(id, "exemption", "harrow", held, then=then, page=True, **row)


GROUPS = (
    group(
        "group begun", sees={"harrow": OWN}, does={**BEFORE, "advice-read": ("harrow",)},
        stands={"harrow": "asker", "pascoe": "line manager, not asked yet", "whitlam": "safeguarding lead, not asked yet",
                "adelakun": "communications: the page alone", "farouk": "student", "wieczorek": "none", "devlin": "Headteacher"},
    ),
    group(
        "group with little filled in", details={"second": "", "login": "", "ages": "", "messages": ""}, sees={"harrow": OWN},
        does={**MENDS, "withdraw": ("harrow",), "advice-read": ("harrow",)},
    ),
    group("group without a second adult", details={"second": ""}, sees={"harrow": OWN}, does={**MENDS, "withdraw": ("harrow",), "advice-read": ("harrow",)}),
    group(
        "group, advice read", READ, sees=MANAGER, does={**BEFORE, "agree": ("pascoe",), "turn-down": ("pascoe",)}, waits=("pascoe",), told=("pascoe",),
    ),
    group("group not now", READ, NOT_NOW, sees=MANAGER, does={"ask-again": ("harrow",), "reopen": ("pascoe",)}, told=ASKED),
    group(
        "group asked one level up", READ, NOT_NOW, Then(TIME % 9, "harrow", "ask-again"), sees={**MANAGER, "devlin": ALL},
        does={**BEFORE, "agree": ("devlin",), "turn-down": ("devlin",)}, waits=("devlin",), told=(*ASKED, "devlin"),
    ),
    group(
        "group agreed", READ, AGREED, sees=LEAD, does={**BEFORE, "note": ("whitlam",)}, waits=("whitlam",), told=(*ASKED, "whitlam"),
        stands={"dunmore": "deputy safeguarding lead, and married to the asker"},
    ),
    group(
        "group that the line manager runs too", READ, details={"second": "pascoe"}, sees={"harrow": OWN, "devlin": ALL},
        does={**BEFORE, "agree": ("devlin",), "turn-down": ("devlin",)}, waits=("devlin",), told=("devlin",),
        stands={"pascoe": "second adult, and line manager"},
    ),
    group("group noted", READ, AGREED, NOTED, sees=LEAD, does={**BEFORE, "go-live": ("harrow",)}, told=(*ASKED, "whitlam")),
    group(
        "group noted, a gate shut", READ, AGREED, NOTED, details={"ages": "no"}, sees=LEAD, does=BEFORE, told=(*ASKED, "whitlam"),
    ),
    group("group active", READ, AGREED, NOTED, LIVE, sees=LEAD, does={**HERS, **ENDS}, told=(*ASKED, "whitlam")),
    group(
        "group whose second adult has left", READ, AGREED, NOTED, LIVE, GONE, details=TERM, now="2026-12-19 11:00", sees=LEAD, does={**MENDS, **ENDS},
        waits=("harrow",), told=(*ASKED, "whitlam"), stands={"farouk": "student, told nothing"},
    ),
    group(
        "group with another second adult", READ, AGREED, NOTED, LIVE, GONE, Then("2026-12-19 10:00", "harrow", "second", given={"second": "makoni"}),
        Then("2026-12-19 10:01", "harrow", "second-read", given={"read_on": "2026-12-19"}), details=TERM, now="2026-12-19 11:00",
        sees=LEAD, does={**HERS, **ENDS}, told=(*ASKED, "whitlam"),
    ),
    group(
        "group a year on", READ, AGREED, NOTED, LIVE, Then("2027-11-25 18:00"), now="2027-11-26 11:00",
        sees=LEAD, does={**HERS, **ENDS, "go-on": ("pascoe",)}, waits=("pascoe",), told=(*ASKED, "whitlam"),
    ),
    group(
        "group ended by the line manager", READ, AGREED, NOTED, LIVE, ENDED, sees=LEAD,
        does={"ask-again": ("harrow",), "reopen-ended": ("pascoe", "whitlam")}, told=(*ASKED, "whitlam"),
    ),
    group(
        "group ended, asked one level up", READ, AGREED, NOTED, LIVE, ENDED, UP, sees={**LEAD, "devlin": ALL},
        does={**BEFORE, "agree": ("devlin",), "turn-down": ("devlin",)}, waits=("devlin",), told=(*ASKED, "whitlam", "devlin"),
    ),
    group(
        "group ended, agreed to one level up", READ, AGREED, NOTED, LIVE, ENDED, UP, Then(TIME % 14, "devlin", "agree"), sees={**LEAD, "devlin": ALL},
        does={**BEFORE, "note": ("whitlam",)}, waits=("whitlam",), told=(*ASKED, "whitlam", "devlin"),
    ),
    group(
        "group its own owner stopped", READ, AGREED, NOTED, LIVE, Then(TIME % 12, "harrow", "stop"), sees=LEAD,
        does={"reopen-ended": ("pascoe", "whitlam")}, told=(*ASKED, "whitlam"),
    ),
    group("group taken back", READ, Then(TIME % 9, "harrow", "withdraw"), sees=MANAGER, told=("pascoe",)),
)  # fmt: skip

"""The rows of a department's page (workflows.md 3.4, HYB-1 to HYB-4, rulings 3 and 6). See table.py for how a row reads.

A draft is nobody's but its maker's. Then the line manager, communications, data protection where students are shown, and the Headteacher
see all of it, each from when they are asked.
"""

from tests.access.table import ALL, NOT_YET, OWN, Row, Then

__all__ = ["PAGES"]

TIME = "2026-11-25 10:%02d"
DETAILS = {"name": "Zanzibar trips", "purpose": "What our zanzibar trips see."}
TASKS = ("people", "account", "rules")
PEOPLE = Then(TIME % 1, "harrow", "people", given={"second": "Ms Bethan Thackray-Noor", "successor": "thackray"})
ACCOUNT = Then(TIME % 2, "harrow", "account", given={"login": "zanzibar@northgate.example", "recovery": "zanzibar@northgate.example"})
RULES = Then(TIME % 3, "harrow", "rules", given={"photos": "none", "comments": "off", "students": "no"})
STUDENTS = Then(TIME % 3, "harrow", "rules", given={"photos": "none", "comments": "off", "students": "yes"})
FILLED = (PEOPLE, ACCOUNT, RULES)
SENT = Then(TIME % 5, "harrow", "submit")
TALKED = Then(TIME % 6, "pascoe", "talk", given={"how": "by-message"})
AGREED = Then(TIME % 7, "pascoe", "agree")
TURNED_DOWN = Then(TIME % 7, "pascoe", "turn-down", given={"reason": "Wait, zanzibar."})
LOOKED = Then(TIME % 8, "adelakun", "comms-check", given={"note": "Clear, zanzibar."})
OFFICIAL = Then(TIME % 9, "devlin", "make-official", given={"called": "History trips"})
HELD = Then(TIME % 9, "devlin", "hold-back", given={"reason": "Wait, zanzibar."})
MIXED = Then(TIME % 11, "adelakun", "mixed-found", given={"note": "It sells zanzibar."})
PLAN = Then(TIME % 12, "harrow", "plan", given={"outcome": "split"})
MENDED = Then(TIME % 13, "harrow", "mended")
LEAVES = (("left", "harrow", "2027-03-25"),)
KNOWN = Then("2026-11-26 08:00")
NAMED = Then("2026-11-26 08:10", "pascoe", "name-successor", given={"successor": "qureshi"})
TAKEN = Then("2026-11-26 08:20", "qureshi", "take-over")
WITH_MANAGER = {"harrow": OWN, "pascoe": ALL}
WITH_COMMS = {**WITH_MANAGER, "adelakun": ALL}
WITH_HEAD = {**WITH_COMMS, "devlin": ALL}
MINE = {**dict.fromkeys(TASKS, ("harrow",)), "withdraw": ("harrow",)}
MY_TASKS = dict.fromkeys(TASKS, ("harrow",))
ASKED = ("pascoe", "harrow")


def page(id, *then, **row):
    return Row(id, "page", "harrow", DETAILS, then=then, **row)


FOR_HARROW = {
    **DETAILS, "owner": "harrow", "second": "makoni", "successor": "thackray", "login": "zanzibar@northgate.example",
    "recovery": "zanzibar@northgate.example", "photos": "none", "comments": "off", "students": "no",
}  # fmt: skip
PAGES = (
    Row(
        "page begun for her by communications", "page", "adelakun", FOR_HARROW, sees={"harrow": OWN, "adelakun": OWN}, does={**MINE, "submit": ("harrow",)},
        told=("harrow",), stands={"harrow": "asker", "adelakun": "logger", "pascoe": "line manager", "wieczorek": "none"},
    ),
    page(
        "page begun", sees={"harrow": OWN}, does={**MINE, "submit": ("harrow",)},
        stands={"harrow": "asker", "pascoe": "line manager", "devlin": "Headteacher, not asked yet", "adelakun": "not asked yet", "wieczorek": "none"},
    ),
    page("page sent", SENT, sees=WITH_MANAGER, does={**MINE, "talk": ("pascoe",)}, waits=("pascoe",), told=("pascoe",)),
    page(
        "page talked about", SENT, TALKED, sees=WITH_MANAGER,
        does={**MINE, "talk": ("pascoe",), "agree": ("pascoe",), "changes": ("pascoe",), "turn-down": ("pascoe",)}, waits=("pascoe",), told=ASKED,
    ),
    page("page not now", SENT, TALKED, TURNED_DOWN, sees=WITH_MANAGER, does={"submit": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",)}, told=ASKED),
    page(
        "page asked one level up", SENT, TALKED, TURNED_DOWN, Then(TIME % 9, "harrow", "ask-again"),
        sees={**WITH_MANAGER, "devlin": ALL}, does={**MINE, "talk": ("devlin",)}, waits=("devlin",), told=(*ASKED, "devlin"),
    ),
    page(
        "page agreed", *FILLED, SENT, TALKED, AGREED, sees=WITH_COMMS, does={**MINE, "comms-check": ("adelakun",)}, waits=("adelakun",),
        told=(*ASKED, "adelakun"),
    ),
    page(
        "page agreed, with student data", PEOPLE, ACCOUNT, STUDENTS, SENT, TALKED, AGREED, sees={**WITH_COMMS, "sethuraman": ALL},
        does={**MINE, "comms-check": ("adelakun",), "dpo-look": ("sethuraman",)}, waits=("adelakun", "sethuraman"), told=(*ASKED, "adelakun", "sethuraman"),
    ),
    page(
        "page checked", *FILLED, SENT, TALKED, AGREED, LOOKED, sees=WITH_HEAD,
        does={**MINE, "make-official": ("devlin",), "hold-back": ("devlin",)}, waits=("devlin",), told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page checked, a task still open", ACCOUNT, RULES, SENT, TALKED, AGREED, LOOKED, sees=WITH_HEAD, does={**MINE, "hold-back": ("devlin",)},
        waits=("devlin",), told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page held back", *FILLED, SENT, TALKED, AGREED, LOOKED, HELD, sees=WITH_HEAD, does={"ask-above": ("harrow",), "reopen-held": ("devlin",)},
        told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page held back and opened again", *FILLED, SENT, TALKED, AGREED, LOOKED, HELD, Then(TIME % 10, "devlin", "reopen-held", given={"note": "Zanzibar."}),
        sees=WITH_HEAD, does={**MINE, "make-official": ("devlin",), "hold-back": ("devlin",)}, waits=("devlin",), told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page held back by the next level up", *FILLED, SENT, TALKED, AGREED, LOOKED, HELD, Then(TIME % 10, "harrow", "ask-above"),
        Then(TIME % 11, "achterberg", "hold-back", given={"reason": "Not now, zanzibar."}), sees={**WITH_HEAD, "achterberg": ALL},
        does={"ask-above": ("harrow",), "reopen-held": ("achterberg",)}, told=(*ASKED, "adelakun", "devlin", "achterberg"),
        stands={"devlin": "held it back before: one level below"},
    ),
    page(
        "page held back and asked one level up", *FILLED, SENT, TALKED, AGREED, LOOKED, HELD, Then(TIME % 10, "harrow", "ask-above"),
        sees={**WITH_HEAD, "achterberg": ALL}, does={**MINE, "make-official": ("achterberg",), "hold-back": ("achterberg",)}, waits=("achterberg",),
        told=(*ASKED, "adelakun", "devlin", "achterberg"),
    ),
    page(
        "page official", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, sees=WITH_HEAD,
        does={**MY_TASKS, "archive": ("harrow",), "mixed-found": ("adelakun",), "set-address": ("adelakun",)}, told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page a year on", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, Then("2027-11-25 18:00"), now="2027-11-26 11:00", sees=WITH_HEAD,
        does={**MY_TASKS, "archive": ("harrow",), "mixed-found": ("adelakun",), "set-address": ("adelakun",), "in-order": ("adelakun",)}, waits=("adelakun",),
        told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page mixed", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, MIXED, sees=WITH_HEAD, does={"plan": ("harrow",)}, waits=("harrow",),
        told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page being put in order", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, MIXED, PLAN, sees=WITH_HEAD, does={"mended": ("harrow",)},
        waits=("harrow",), told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page put in order", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, MIXED, PLAN, MENDED, sees=WITH_HEAD,
        does={"clean": ("adelakun",), "still-mixed": ("adelakun",)}, waits=("adelakun",), told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page whose keeper leaves", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, KNOWN, before=LEAVES, now="2026-11-26 11:00", sees=WITH_HEAD,
        does={**MY_TASKS, "archive": ("harrow",), "mixed-found": ("adelakun",), "set-address": ("adelakun",), "name-successor": ("pascoe",)}, waits=("pascoe",),
        told=(*ASKED, "adelakun", "devlin"),
    ),
    page(
        "page for which somebody is named", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, KNOWN, NAMED, before=LEAVES, now="2026-11-26 11:00",
        sees={**WITH_HEAD, "qureshi": OWN},
        does={**MY_TASKS, "archive": ("harrow",), "mixed-found": ("adelakun",), "set-address": ("adelakun",), "take-over": ("qureshi",), "not-me": ("qureshi",)}, waits=("qureshi",),
        told=(*ASKED, "adelakun", "devlin", "qureshi"), stands={"qureshi": NOT_YET},
    ),
    page(
        "page taken over", *FILLED, SENT, TALKED, AGREED, LOOKED, OFFICIAL, KNOWN, NAMED, TAKEN, before=LEAVES, now="2026-11-26 11:00",
        sees={**WITH_HEAD, "qureshi": OWN},
        does={**dict.fromkeys((*TASKS, "archive"), ("harrow", "qureshi")), "mixed-found": ("adelakun",), "set-address": ("adelakun",)}, told=(*ASKED, "adelakun", "devlin", "qureshi"),
        stands={"harrow": "kept it, and leaves in March", "qureshi": "keeps it now", "pascoe": "line manager"},
    ),
    page("page taken back", SENT, Then(TIME % 9, "harrow", "withdraw"), sees=WITH_MANAGER, told=("pascoe",)),
)  # fmt: skip

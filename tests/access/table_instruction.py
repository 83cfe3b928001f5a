"""The rows of an instruction about somebody's own blog (workflows.md 3.16, MAN-1 to MAN-4, rulings 2 and 7). See table.py for how a row reads.

The line manager and HR see it from the draft on, whoever it is for from the day it is given; nobody else but the one level above who decides
a challenge, once it has come to them.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["INSTRUCTIONS"]

TIME = "2026-11-25 10:%02d"
DRAFT = {
    "what": "The zanzibar inspection.", "why": "What zanzibar said is not out yet.", "ground": "MAN-2", "confidentiality": True,
    "scope": "The zanzibar visit alone.", "less": "A zanzibar talk, which was not enough.", "starts": "2026-12-20", "ends": "2027-04-30",
    "disclosures": "no", "union": "no",
}  # fmt: skip
SHORT = {"starts": "2026-11-25", "ends": "2026-12-05"}
SENSITIVE = {"ground": "MAN-4", "starts": "2026-11-25"}
ADVISED = Then(TIME % 1, "braithwaite", "look", given={"text": "Shorter, zanzibar."})
CHANGED = Then(TIME % 2, "pascoe", "change", given={**DRAFT, "what": "The zanzibar visit."})
GIVEN = Then(TIME % 3, "pascoe", "issue")
RECEIVED = Then(TIME % 4, "harrow", "receive")
QUERIED = Then(TIME % 5, "harrow", "query", given={"text": "May I write of zanzibar food?"})
EXPLAINED = Then(TIME % 6, "pascoe", "explain", given={"text": "Of food, yes, zanzibar."})
CHALLENGED = Then(TIME % 7, "harrow", "challenge", given={"text": "Zanzibar is known already."})
STANDS = Then(TIME % 8, "devlin", "review", given={"outcome": "stands", "reason": "Not before zanzibar writes."})
LIFTED = Then(TIME % 8, "devlin", "review", given={"outcome": "lifted", "reason": "Zanzibar has written."})
EVENING = Then("2026-11-25 18:00")
RENEWED = Then("2026-11-26 09:10", "pascoe", "renew", given={"reason": "A second zanzibar visit.", "ends": "2027-02-28"})
HR = ("braithwaite", "kerrigan")  # both hold its seat (ruling 7)
BEFORE = {"pascoe": OWN, "braithwaite": ALL, "kerrigan": ALL}
ONCE_GIVEN = {**BEFORE, "harrow": OWN}
ABOVE = {**ONCE_GIVEN, "devlin": ALL}
TELLS = ("braithwaite", "pascoe", "harrow")
DRAFTS = {"change": ("pascoe",), "withdraw": ("pascoe",)}
HERS = {"query": ("harrow",), "challenge": ("harrow",)}
LIFTS = {"lift": ("pascoe",)}
OPEN = {**HERS, **LIFTS, "receive": ("harrow",)}
RUNS = {**HERS, **LIFTS, "receive-later": ("harrow",)}
NEXT = "2026-11-26 11:00"
HIDDEN = {
    "devlin": "Headteacher, and manager's manager", "thackray": "same manager, and union representative", "dunmore": "married to whom it is for",
    "sethuraman": "data protection: the audit alone", "achterberg": "nothing was routed to her", "wieczorek": "none", "farouk": "student",
    "standish": "same manager",
}  # fmt: skip


def instruction(id, *then, details=None, **row):
    return Row(id, "instruction", "pascoe", {"whom": "harrow", **DRAFT, **(details or {})}, then=then, **row)


INSTRUCTIONS = (
    instruction(
        "instruction drafted", sees=BEFORE, does={**DRAFTS, "look": HR}, waits=HR, told=("braithwaite",),
        stands={"harrow": "whom it is for: nothing before it is given", **HIDDEN},
    ),
    instruction(
        "instruction HR has looked at", ADVISED, sees=BEFORE, does={**DRAFTS, "issue": ("pascoe",)}, waits=("pascoe",),
        told=("braithwaite", "pascoe"), stands={"harrow": "whom it is for: nothing before it is given"},
    ),
    instruction(
        "instruction changed after advice", ADVISED, CHANGED, sees=BEFORE, does={**DRAFTS, "look": HR}, waits=HR,
        told=("braithwaite", "pascoe"),
    ),
    instruction("instruction taken back", ADVISED, Then(TIME % 2, "pascoe", "withdraw"), sees=BEFORE, told=("braithwaite", "pascoe")),
    instruction("instruction given", ADVISED, GIVEN, sees=ONCE_GIVEN, does=OPEN, waits=("harrow",), told=TELLS, stands=HIDDEN),
    instruction("sensitive instruction given", ADVISED, GIVEN, details=SENSITIVE, sees=ONCE_GIVEN, does=OPEN, waits=("harrow",), told=TELLS),
    instruction("instruction received", ADVISED, GIVEN, RECEIVED, sees=ONCE_GIVEN, does={**HERS, **LIFTS}, told=TELLS),
    instruction(
        "instruction queried", ADVISED, GIVEN, QUERIED, sees=ONCE_GIVEN, does={"explain": ("pascoe",), "challenge": ("harrow",), **LIFTS},
        waits=("pascoe",), told=TELLS,
    ),
    instruction("instruction explained", ADVISED, GIVEN, QUERIED, EXPLAINED, sees=ONCE_GIVEN, does=OPEN, waits=("harrow",), told=TELLS),
    instruction(
        "instruction challenged", ADVISED, GIVEN, CHALLENGED, sees=ABOVE, does={"review": ("devlin",), **LIFTS}, waits=("devlin",),
        told=(*TELLS, "devlin"), stands={"thackray": "union representative"},
    ),
    instruction(
        "instruction that stands", ADVISED, GIVEN, CHALLENGED, STANDS, sees=ABOVE, does={"query": ("harrow",), "receive": ("harrow",), **LIFTS},
        waits=("harrow",), told=(*TELLS, "devlin"),
    ),
    instruction("instruction the next level ended", ADVISED, GIVEN, CHALLENGED, LIFTED, sees=ABOVE, told=(*TELLS, "devlin")),
    instruction(
        "instruction active without a click", ADVISED, GIVEN, EVENING, details=SENSITIVE, now=NEXT, sees=ONCE_GIVEN, does=RUNS, waits=("harrow",),
        told=TELLS,
    ),
    instruction(
        "instruction that ends soon", ADVISED, GIVEN, EVENING, Then("2026-11-25 18:01"), details=SHORT, now=NEXT, sees=ONCE_GIVEN,
        does={**RUNS, "renew": ("pascoe",)}, waits=("harrow",), told=TELLS,
    ),
    instruction(
        "instruction renewed", ADVISED, GIVEN, EVENING, Then("2026-11-25 18:01"), RENEWED, details=SHORT, now=NEXT, sees=ONCE_GIVEN,
        does={**OPEN, "advise-again": HR}, waits=("harrow", *HR), told=TELLS,
    ),
    instruction(
        "instruction ended early", ADVISED, GIVEN, Then(TIME % 9, "pascoe", "lift", given={"reason": "Zanzibar has written."}), sees=ONCE_GIVEN, told=TELLS,
    ),
    instruction(
        "instruction whose last day has passed", ADVISED, GIVEN, EVENING, Then("2026-11-25 18:01"), Then("2026-12-06 08:05"), details=SHORT,
        now="2026-12-07 11:00", sees=ONCE_GIVEN, told=TELLS,
    ),
)  # fmt: skip

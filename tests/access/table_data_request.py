"""The rows of requests about personal data (workflows.md 3.0 and 3.19, rulings 4 and 7). See table.py for how a row reads.

The Data Protection Officer and the person see one, and nobody else: no manager, no Headteacher, not the child it is about. In the officer's
own matter, in what the officer did, and one level up, it goes to the deputy, then the trustee for data protection, else the Chair.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["ASKED_FOR"]

MINE = {"want": "copy", "which": "E-mails about the zanzibar trip."}
WRONG = {"want": "wrong", "text": "My zanzibar address was in a newsletter."}
READ = Then("2026-11-25 10:20", "sethuraman", "acknowledge")
BACK = Then("2026-11-25 10:30", "sethuraman", "ask-back", given={"what": "which", "text": "Which zanzibar trip?"})
LONGER = Then("2026-11-25 10:30", "sethuraman", "extend", given={"reason": "The zanzibar files are many."})
GIVEN = Then("2026-11-25 10:30", "sethuraman", "give", given={"how": "paper", "note": "Two zanzibar folders."})
PART = Then("2026-11-25 10:30", "sethuraman", "refuse-part", given={"reason": "Somebody else is in the zanzibar file."})
HARROWS = {"harrow": OWN, "sethuraman": ALL}
OFFICER, BOTH = ("sethuraman",), ("harrow", "sethuraman")
ANSWERS = {"give": OFFICER, "refuse-part": OFFICER}
ENDED = {"finish": ("harrow",), "ask-again": ("harrow",)}


def asked(id, by, details, **row):
    return Row(id, "data-request", by, details, **row)


ASKED_FOR = (
    asked(
        "a teacher asks for a copy", "harrow", MINE, sees=HARROWS,
        does={"acknowledge": OFFICER, **ANSWERS, "ask-back": OFFICER, "withdraw": ("harrow",)}, waits=OFFICER, told=OFFICER,
        stands={"harrow": "asker", "pascoe": "line manager, never told", "devlin": "Headteacher, never told", "braithwaite": "HR, never told",
                "wieczorek": "IT manager, never told", "dunmore": "relative"},
    ),
    asked(
        "the work on a copy has begun", "harrow", MINE, then=(READ,), sees=HARROWS,
        does={**ANSWERS, "ask-back": OFFICER, "extend": OFFICER, "withdraw": ("harrow",)}, waits=OFFICER, told=BOTH,
    ),
    asked(
        "something was asked back", "harrow", MINE, then=(READ, BACK), sees=HARROWS,
        does={**ANSWERS, "extend": OFFICER, "tell-us": ("harrow",), "withdraw": ("harrow",)}, waits=BOTH, told=BOTH,
    ),
    asked(
        "a copy takes longer", "harrow", MINE, then=(READ, LONGER), sees=HARROWS,
        does={**ANSWERS, "ask-back": OFFICER, "withdraw": ("harrow",)}, waits=OFFICER, told=BOTH,
    ),
    asked("a copy was given", "harrow", MINE, then=(GIVEN,), sees=HARROWS, does=ENDED, told=BOTH),
    asked("part was held back", "harrow", MINE, then=(READ, PART), sees=HARROWS, does=ENDED, told=BOTH),
    asked(
        "asked again, of the Chair", "harrow", MINE, then=(PART, Then("2026-11-25 10:40", "harrow", "ask-again", given={"text": "And zanzibar?"})),
        sees={**HARROWS, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), "give": ("quarshie",), "refuse-part": ("quarshie",), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie",), told=(*BOTH, "quarshie"), stands={"achterberg": "Executive Headteacher, never told"},
    ),
    asked("a request for a copy is taken back", "harrow", MINE, then=(Then("2026-11-25 10:40", "harrow", "withdraw"),), sees=HARROWS, told=OFFICER),
    asked(
        "a student says what went wrong", "farouk", WRONG, then=(READ,), sees={"farouk": OWN, "sethuraman": ALL},
        does={**ANSWERS, "ask-back": OFFICER, "withdraw": ("farouk",)}, waits=OFFICER, told=("farouk", "sethuraman"),
        stands={"wells-p": "parent, never told", "standish": "tutor, never told", "whitlam": "safeguarding lead, never told"},
    ),
    asked(
        "a parent asks for a copy about a child", "okoropenn/parent", {**MINE, "child": "kit"}, sees={"okoropenn/parent": OWN, "sethuraman": ALL},
        does={"acknowledge": OFFICER, **ANSWERS, "ask-back": OFFICER, "withdraw": ("okoropenn/parent",)}, waits=OFFICER, told=OFFICER,
        stands={"okoropenn": "self, in another hat", "kit": "whom it is about, never told", "dunmore": "line manager, never told"},
    ),
    asked(
        "the Data Protection Officer’s own request", "sethuraman", MINE, sees={"sethuraman": OWN, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), "give": ("quarshie",), "refuse-part": ("quarshie",), "ask-back": ("quarshie",),
              "withdraw": ("sethuraman",)},
        waits=("quarshie",), told=("quarshie",), stands={"achterberg": "line manager, never told", "sethuraman": "conflicted"},
    ),
    asked(
        "what the Data Protection Officer did", "harrow", {**WRONG, "handled": "yes"}, sees={"harrow": OWN, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), "give": ("quarshie",), "refuse-part": ("quarshie",), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie",), told=("quarshie",), stands={"sethuraman": "conflicted", "achterberg": "her line manager, never told"},
    ),
    asked(
        "the Data Protection Officer said she is too close", "harrow", MINE, before=(("conflict", "sethuraman", "harrow"),),
        sees={"harrow": OWN, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), "give": ("quarshie",), "refuse-part": ("quarshie",), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie",), told=("quarshie",), stands={"sethuraman": "conflicted"},
    ),
)  # fmt: skip

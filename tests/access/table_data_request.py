"""The rows of requests about personal data (workflows.md 3.0 and 3.19, rulings 4 and 7). See table.py for how a row reads.

The Data Protection Officer and the person see one, and nobody else: no manager, no Headteacher, not the child it is about. In the officer's
own matter, in what the officer did, and one level up, it goes to the deputy, then the trustee for data protection, else the Chair. Of a copy
the safeguarding lead is asked for their part: whose data it is, and who asks, is all that they read (S51).
"""

from tests.access.table import ALL, OWN, STATUS, Row, Then

__all__ = ["ASKED_FOR"]

MINE = {"want": "copy", "which": "E-mails about the zanzibar trip."}
WRONG = {"want": "wrong", "text": "My zanzibar address was in a newsletter."}
READ = Then("2026-11-25 10:20", "sethuraman", "acknowledge")
BACK = Then("2026-11-25 10:30", "sethuraman", "ask-back", given={"what": "which", "text": "Which zanzibar trip?"})
LONGER = Then("2026-11-25 10:30", "sethuraman", "extend", given={"reason": "The zanzibar files are many."})
GIVEN = Then("2026-11-25 10:30", "sethuraman", "give", given={"how": "paper", "note": "Two zanzibar folders."})
PART = Then("2026-11-25 10:30", "sethuraman", "refuse-part", given={"reason": "Somebody else is in the zanzibar file."})
SEEN_TO = Then("2026-11-25 10:15", "whitlam", "lead-part")
LEFT = Then("2026-11-25 10:25", "sethuraman", "redact", given={"words": "Zanzibar", "why": "somebody-else"})
HARROWS, LEAD = {"harrow": OWN, "sethuraman": ALL, "whitlam": STATUS}, ("whitlam",)
OFFICER, BOTH = ("sethuraman",), ("harrow", "sethuraman")
ANSWERS = {"give": OFFICER, "refuse-part": OFFICER}


def copies(by=OFFICER, lead=LEAD):
    """What is theirs to do while a copy is made and the safeguarding lead has not seen to their part: all but giving it."""
    return {"refuse-part": by, "redact": by, "leave-out": by, "lead-part": lead}


ENDED = {"finish": ("harrow",), "ask-again": ("harrow",), "reopen": ("sethuraman",)}


def asked(id, by, details, **row):
    return Row(id, "data-request", by, details, **row)


ASKED_FOR = (
    asked(
        "a teacher asks for a copy", "harrow", MINE, sees=HARROWS,
        does={"acknowledge": OFFICER, **copies(), "ask-back": OFFICER, "withdraw": ("harrow",)}, waits=(*OFFICER, *LEAD), told=(*OFFICER, *LEAD),
        stands={"harrow": "asker", "pascoe": "line manager, never told", "devlin": "Headteacher, never told", "braithwaite": "HR, never told",
                "wieczorek": "IT manager, never told", "dunmore": "relative", "whitlam": "safeguarding lead, asked for her part"},
    ),
    asked(
        "the work on a copy has begun, and words are left out", "harrow", MINE, then=(READ, LEFT), sees=HARROWS,
        does={**copies(), "ask-back": OFFICER, "extend": OFFICER, "withdraw": ("harrow",)}, waits=(*OFFICER, *LEAD), told=(*BOTH, *LEAD),
    ),
    asked(
        "the safeguarding lead has seen to their part", "harrow", MINE, then=(READ, SEEN_TO), sees=HARROWS,
        does={**copies(lead=()), "give": OFFICER, "ask-back": OFFICER, "extend": OFFICER, "withdraw": ("harrow",)}, waits=OFFICER, told=(*BOTH, *LEAD),
    ),
    asked(
        "something was asked back", "harrow", MINE, then=(READ, BACK), sees=HARROWS,
        does={**copies(), "extend": OFFICER, "tell-us": ("harrow",), "withdraw": ("harrow",)}, waits=(*BOTH, *LEAD), told=(*BOTH, *LEAD),
    ),
    asked(
        "a copy takes longer", "harrow", MINE, then=(READ, LONGER), sees=HARROWS,
        does={**copies(), "ask-back": OFFICER, "withdraw": ("harrow",)}, waits=(*OFFICER, *LEAD), told=(*BOTH, *LEAD),
    ),
    asked("a copy was given", "harrow", MINE, then=(SEEN_TO, GIVEN), sees=HARROWS, does=ENDED, told=(*BOTH, *LEAD)),
    asked("part was held back", "harrow", MINE, then=(READ, PART), sees=HARROWS, does=ENDED, told=(*BOTH, *LEAD)),
    asked(
        "asked again, of the Chair", "harrow", MINE, then=(PART, Then("2026-11-25 10:40", "harrow", "ask-again", given={"text": "And zanzibar?"})),
        sees={**HARROWS, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), **copies(("quarshie",)), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie", *LEAD), told=(*BOTH, "quarshie", *LEAD), stands={"achterberg": "Executive Headteacher, never told"},
    ),
    asked(
        "a request for a copy is taken back", "harrow", MINE, then=(Then("2026-11-25 10:40", "harrow", "withdraw"),), sees=HARROWS,
        told=(*OFFICER, *LEAD),
    ),
    asked(
        "a student says what went wrong", "farouk", WRONG, then=(READ,), sees={"farouk": OWN, "sethuraman": ALL},
        does={**ANSWERS, "ask-back": OFFICER, "withdraw": ("farouk",)}, waits=OFFICER, told=("farouk", "sethuraman"),
        stands={"wells-p": "parent, never told", "standish": "tutor, never told", "whitlam": "safeguarding lead, never told"},
    ),
    asked(
        "a parent asks for a copy about a child", "okoropenn/parent", {**MINE, "child": "kit"},
        sees={"okoropenn/parent": OWN, "sethuraman": ALL, "whitlam": STATUS},
        does={"acknowledge": OFFICER, **copies(), "ask-back": OFFICER, "withdraw": ("okoropenn/parent",)},
        waits=(*OFFICER, *LEAD), told=(*OFFICER, *LEAD),
        stands={"okoropenn": "self, in another hat", "kit": "whom it is about, never told", "dunmore": "line manager, never told"},
    ),
    asked(
        "the Data Protection Officer’s own request", "sethuraman", MINE, sees={"sethuraman": OWN, "quarshie": ALL, "fitzhugh": STATUS},
        does={"acknowledge": ("quarshie",), **copies(("quarshie",), ("fitzhugh",)), "ask-back": ("quarshie",), "withdraw": ("sethuraman",)},
        waits=("quarshie", "fitzhugh"), told=("quarshie", "fitzhugh"), stands={"achterberg": "line manager, never told", "sethuraman": "conflicted"},
    ),
    asked(
        "what the Data Protection Officer did", "harrow", {**WRONG, "handled": "yes"}, sees={"harrow": OWN, "quarshie": ALL},
        does={"acknowledge": ("quarshie",), "give": ("quarshie",), "refuse-part": ("quarshie",), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie",), told=("quarshie",), stands={"sethuraman": "conflicted", "achterberg": "her line manager, never told"},
    ),
    asked(
        "the Data Protection Officer said she is too close", "harrow", MINE, before=(("conflict", "sethuraman", "harrow"),),
        sees={"harrow": OWN, "quarshie": ALL, "whitlam": STATUS},
        does={"acknowledge": ("quarshie",), **copies(("quarshie",)), "ask-back": ("quarshie",), "withdraw": ("harrow",)},
        waits=("quarshie", *LEAD), told=("quarshie", *LEAD), stands={"sethuraman": "conflicted"},
    ),
)  # fmt: skip

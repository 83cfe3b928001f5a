"""The rows of requests not to be in posts (workflows.md 3.10, reading A27, rulings 7 and 10). See table.py for how a row reads.

The requester and the school office see one; a sealed one is seen by the safeguarding lead and the deputy too, and the reason by them alone:
that is looked at in tests/casework/test_do_not_post_stories.py. Whoever it is about sees it only where it is their own.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["ENTRIES"]

ME = {"scope": "topic", "what": "the zanzibar film", "until": "2027-07-21"}
SEALED = {**ME, "whom": "Amina Farouk-Wells", "sealed": "yes", "reason": "An address in zanzibar."}
READ = Then("2026-11-25 10:20", "rowbotham", "acknowledge")
KEPT = {"farouk": OWN, "rowbotham": ALL}


def entry(id, by, details, **row):
    return Row(id, "do-not-post", by, details, **row)


ENTRIES = (
    entry(
        "a student asks not to be in posts", "farouk", ME, sees=KEPT, does={"acknowledge": ("rowbotham",), "withdraw": ("farouk",)},
        waits=("rowbotham",), told=("rowbotham",),
        stands={"farouk": "self", "standish": "tutor, never told", "wells-p": "parent, never told", "qureshi": "Head of Year, never told"},
    ),
    entry(
        "it counts from now", "farouk", ME, then=(READ,), sees=KEPT, does={"withdraw": ("farouk",)}, told=("rowbotham", "farouk"),
        stands={"whitlam": "safeguarding lead, never told", "adelakun": "communications, told by the check alone"},
    ),
    entry(
        "the request is taken back", "farouk", ME, then=(READ, Then("2026-11-25 10:30", "farouk", "withdraw")), sees=KEPT,
        told=("rowbotham", "farouk"),
    ),
    entry(
        "its last day has passed", "farouk", {**ME, "until": "2026-11-25"}, then=(READ, Then("2026-11-25 19:00")), now="2026-11-25 20:00",
        sees=KEPT, told=("rowbotham", "farouk"),
    ),
    entry(
        "whoever it is about has left", "harrow", {**ME, "whom": "Amina Farouk-Wells"}, now="2026-11-26 11:00",
        then=(READ, Then("2026-11-25 11:00", tie=("left", "farouk", "2026-11-25")), Then("2026-11-26 09:00")),
        sees={"harrow": OWN, "rowbotham": ALL}, told=("rowbotham", "harrow"), stands={"farouk": "left, never told", "harrow": "organiser"},
    ),
    entry(
        "a teacher asks for a student", "harrow", {**ME, "whom": "Amina Farouk-Wells"}, sees={"harrow": OWN, "rowbotham": ALL},
        does={"acknowledge": ("rowbotham",), "withdraw": ("harrow",)}, waits=("rowbotham",), told=("rowbotham",),
        stands={"farouk": "whom it is about, never told", "wells-p": "parent, never told", "pascoe": "line manager, never told"},
    ),
    entry(
        "a sealed request", "whitlam", SEALED, sees={"whitlam": OWN, "rowbotham": ALL, "dunmore": ALL},
        does={"acknowledge": ("rowbotham",), "release-reason": ("whitlam", "dunmore"), "withdraw": ("whitlam",)}, waits=("rowbotham",), told=("rowbotham", "dunmore"),
        stands={"farouk": "whom it is about, never told", "devlin": "Headteacher", "wieczorek": "IT manager", "wells-p": "parent, never told"},
    ),
    entry(
        "its reason is released to the IT manager", "whitlam", SEALED,
        then=(Then("2026-11-25 10:20", "dunmore", "release-reason", given={"to": "it"}),),
        sees={"whitlam": OWN, "rowbotham": ALL, "dunmore": ALL, "wieczorek": ALL},
        does={"acknowledge": ("rowbotham",), "release-reason": ("whitlam", "dunmore"), "withdraw": ("whitlam",)}, waits=("rowbotham",),
        told=("rowbotham", "dunmore", "wieczorek"), stands={"devlin": "Headteacher", "adelakun": "communications"},
    ),
    entry(
        "a parent asks for a child not to be in posts", "okoropenn/parent", ME, sees={"okoropenn/parent": OWN, "rowbotham": ALL},
        does={"acknowledge": ("rowbotham",), "withdraw": ("okoropenn/parent",)}, waits=("rowbotham",), told=("rowbotham",),
        stands={"okoropenn": "self, in another hat", "kit": "whom it is about, never told", "dunmore": "line manager, never told"},
    ),
)  # fmt: skip

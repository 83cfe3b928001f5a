"""The rows of pages that may not be ours (workflows.md 3.19, rulings 3 and 4). See table.py for how a row reads.

Whoever told us and communications see one; nobody whose page it pretends to be, no manager and no Headteacher.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["TOLD_OF"]

PAGE = {"address": "https://www.instagram.com/zanzibar_school", "what": "school", "children": "no", "text": "It sells zanzibar trips."}
CONFIRMED = Then(
    "2026-11-25 10:20", "adelakun", "not-ours", given={"reported_on": "2026-11-25", "number": "zanzibar 7", "check_on": "2026-12-02"}
)
DOWN = Then("2026-11-25 10:40", "adelakun", "down")
REFUSED = Then("2026-11-25 10:35", "adelakun", "site-refused", given={"check_on": "2026-12-08", "note": "They see no zanzibar in it."})
BACK = Then(
    "2026-11-25 10:50", "adelakun", "is-back", given={"reported_on": "2026-11-25", "check_on": "2026-12-09", "note": "The same zanzibar."}
)
STILL = Then("2026-11-25 10:30", "adelakun", "still-up", given={"check_on": "2026-12-08", "note": "It has more zanzibar."})
COMMS, KEPT = ("adelakun",), {"farouk": OWN, "adelakun": ALL}
LOOKS = dict.fromkeys(("not-ours", "ours", "not-known"), COMMS)
AGAIN = dict.fromkeys(("down", "still-up", "site-refused", "not-so"), COMMS)


def told(id, by, details, **row):
    return Row(id, "impostor", by, details, **row)


TOLD_OF = (
    told(
        "a student tells of a page", "farouk", PAGE, sees=KEPT, does={**LOOKS, "withdraw": ("farouk",)}, waits=COMMS, told=COMMS,
        stands={"farouk": "self", "devlin": "Headteacher, never told", "whitlam": "safeguarding lead, never told", "wells-p": "parent, never told"},
    ),
    told("a page is not ours", "farouk", PAGE, then=(CONFIRMED,), sees=KEPT, does=AGAIN, waits=COMMS, told=(*COMMS, "farouk")),
    told("a page is still up", "farouk", PAGE, then=(CONFIRMED, STILL), sees=KEPT, does=AGAIN, waits=COMMS, told=(*COMMS, "farouk")),
    told("the site leaves a page up", "farouk", PAGE, then=(CONFIRMED, REFUSED), sees=KEPT, does=AGAIN, waits=COMMS, told=(*COMMS, "farouk")),
    told("a page is down", "farouk", PAGE, then=(CONFIRMED, DOWN), sees=KEPT, does={"is-back": COMMS}, told=(*COMMS, "farouk")),
    told("a page is back again", "farouk", PAGE, then=(CONFIRMED, DOWN, BACK), sees=KEPT, does=AGAIN, waits=COMMS, told=(*COMMS, "farouk")),
    told("a page is ours", "farouk", PAGE, then=(Then("2026-11-25 10:40", "adelakun", "ours", given={"note": "The zanzibar club’s."}),),
         sees=KEPT, does={"reopen": COMMS}, told=(*COMMS, "farouk")),
    told("nobody knows whose page it is", "farouk", PAGE, then=(Then("2026-11-25 10:40", "adelakun", "not-known"),), sees=KEPT,
         does={"reopen": COMMS}, told=(*COMMS, "farouk")),
    told("a report of a page is taken back", "farouk", PAGE, then=(Then("2026-11-25 10:40", "farouk", "withdraw"),), sees=KEPT, told=COMMS),
    told(
        "communications tell of a page themselves", "adelakun", {**PAGE, "what": "trust"}, sees={"adelakun": OWN, "achterberg": ALL},
        does={**dict.fromkeys(("not-ours", "ours", "not-known"), ("achterberg",)), "withdraw": COMMS}, waits=("achterberg",), told=("achterberg",),
        stands={"siddiqui": "line manager, never told"},
    ),
    told(
        "a parent tells of a teacher’s page", "okoropenn/parent", {**PAGE, "what": "staff", "children": "yes"},
        sees={"okoropenn/parent": OWN, "adelakun": ALL}, does={**LOOKS, "withdraw": ("okoropenn/parent",)}, waits=COMMS, told=COMMS,
        stands={"okoropenn": "self, in another hat", "harrow": "same school, never told"},
    ),
)  # fmt: skip

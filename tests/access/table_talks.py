"""The rows of what is settled by a talk (workflows.md 3.2, 3.3, 3.5, 3.6 and 3.21; readings A35 to A38, A43; MAN-3).

HR reads along with staff, the line manager sees all, nobody else sees anything; a trustee's matter goes by governance to the Chair, and
HR has no part in it. See table.py for how a row reads.
"""

from tests.access.table import ALL, OWN, Row, Then

__all__ = ["TALKS"]

FACTORS = {"impartiality": True, "confidentiality": True, "conflict": True, "commercial": True}
SETTLE = {"outcome": "no-conflict", "note": "All is well, zanzibar.", **FACTORS}
STEPS = {"outcome": "managed", "note": "Zanzibar.", "steps": "No zanzibar.", "confirm_by": "2026-12-10", **FACTORS}
DETAILS = {
    "declaration": {"what": "blog", "topic": "Zanzibar", "says": "no"},
    "plan": {"topic": "Zanzibar", "says": "no"},
    "interest": {"text": "My zanzibar blog."},
    "offer": {"payer": "Zanzibar Ltd", "text": "A zanzibar post", "band": "gift", "already": "no", "supplier": "no"},
}
SEEN = {"harrow": OWN, "pascoe": ALL, "braithwaite": ALL, "kerrigan": ALL}
TOLD = ("braithwaite", "pascoe")
TALKED = Then("2026-11-25 10:10", "pascoe", "talk", given={"how": "by-message"})
SETTLED = Then("2026-11-25 10:20", "pascoe", "settle", given=SETTLE)
WITH_STEPS = Then("2026-11-25 10:20", "pascoe", "settle", given=STEPS)
YEARLY, SHOULD = ("declaration", "plan"), {"set-aside": ("pascoe",)}


def row(id, kind, by="harrow", details=None, **more):
    return Row(id, kind, by, {**DETAILS[kind], **(details or {})}, **more)


def of_each(kind):
    """What every one of the four kinds meets."""
    aside = SHOULD if kind in YEARLY else {}
    yield row(
        "%s told" % kind, kind, sees=SEEN, does={"talk": ("pascoe",), "withdraw": ("harrow",), **aside}, waits=("pascoe",), told=TOLD,
        stands={"harrow": "asker", "pascoe": "line manager", "braithwaite": "reads along", "devlin": "manager’s manager", "dunmore": "relative",
                "okoropenn": "same school", "holloway": "other school", "wieczorek": "none", "adelakun": "none"},
    )  # fmt: skip
    yield row(
        "%s talked about" % kind, kind, then=(TALKED,), sees=SEEN,
        does={"talk": ("pascoe",), "settle": ("pascoe",), "withdraw": ("harrow",), "reply": ("harrow",), **aside},
        waits=("pascoe",), told=(*TOLD, "harrow"),
    )  # fmt: skip
    yield row(
        "%s taken back" % kind, kind, then=(Then("2026-11-25 10:30", "harrow", "withdraw"),), sees=SEEN, told=TOLD,
    )  # fmt: skip
    yield row(
        "%s, referred to HR" % kind, kind, then=(TALKED, Then("2026-11-25 10:20", "pascoe", "settle", given={**SETTLE, "outcome": "referred", "refer_to": "hr"})),
        sees=SEEN,
        does={"talk": ("braithwaite", "kerrigan"), "settle": ("braithwaite", "kerrigan"), "withdraw": ("harrow",), "reply": ("harrow",),
              **({"set-aside": ("braithwaite", "kerrigan")} if aside else {})},
        waits=("braithwaite", "kerrigan"), told=(*TOLD, "harrow"), stands={"pascoe": "referred it"},
    )  # fmt: skip
    yield row(
        "%s, asked one level up" % kind, kind, then=(TALKED, SETTLED, Then("2026-11-25 10:30", "harrow", "ask-again", given={"text": "Zanzibar?"})),
        sees={**SEEN, "devlin": ALL},
        does={"talk": ("devlin",), "withdraw": ("harrow",), **({"set-aside": ("devlin",)} if aside else {})},
        waits=("devlin",), told=(*TOLD, "harrow", "devlin"), stands={"devlin": "line manager’s manager"},
    )  # fmt: skip
    yield row(
        "%s opened again" % kind, kind, then=(TALKED, SETTLED, Then("2026-11-25 10:30", "pascoe", "reopen", given={"note": "Zanzibar after all."})),
        sees=SEEN, does={"talk": ("pascoe",), "withdraw": ("harrow",), **aside}, waits=("pascoe",), told=(*TOLD, "harrow"),
        stands={"devlin": "line manager’s manager, never asked"},
    )  # fmt: skip
    yield row(
        "%s of a trustee" % kind, kind, by="vasquez-thorne", sees={"vasquez-thorne": OWN, "pritchard": ALL},
        does={"hand-on": ("pritchard",), "withdraw": ("vasquez-thorne",)}, waits=("pritchard",), told=("pritchard",),
        stands={"pritchard": "hands on, decides nothing", "braithwaite": "no part in it"},
    )  # fmt: skip
    yield row(
        "%s of a trustee, handed on" % kind, kind, by="vasquez-thorne", then=(Then("2026-11-25 10:30", "pritchard", "hand-on"),),
        sees={"vasquez-thorne": OWN, "quarshie": ALL},
        does={"talk": ("quarshie",), "withdraw": ("vasquez-thorne",), **({"set-aside": ("quarshie",)} if aside else {})},
        waits=("quarshie",), told=("pritchard", "vasquez-thorne", "quarshie"), stands={"pritchard": "handed it on"},
    )  # fmt: skip


def of_a_page(kind):
    """A page that is looked at again each year."""
    yield row(
        "%s settled" % kind, kind, then=(TALKED, SETTLED), sees=SEEN,
        does={"reply": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",), "changed": ("harrow",), "ended": ("harrow",)}, told=(*TOLD, "harrow"),
    )  # fmt: skip
    yield row(
        "%s with steps to take" % kind, kind, then=(TALKED, WITH_STEPS), sees=SEEN,
        does={"confirm": ("harrow",), "reply": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",), "ended": ("harrow",)},
        waits=("harrow",), told=(*TOLD, "harrow"),
    )  # fmt: skip
    yield row(
        "%s, a year on" % kind, kind, now="2027-11-26 11:00", then=(TALKED, SETTLED, Then("2027-11-25 18:00")), sees=SEEN,
        does={"still-so": ("harrow",), "changed": ("harrow",), "ended": ("harrow",), "reply": ("harrow",)}, waits=("harrow",), told=(*TOLD, "harrow"),
    )  # fmt: skip
    yield row(
        "%s with the school’s name in its address" % kind, kind, details={"address": "northgate-zanzibar.example", "brand": "school"}, sees=SEEN,
        does={"talk": ("pascoe",), "withdraw": ("harrow",), "renamed": ("harrow",), **SHOULD}, waits=("pascoe", "harrow"), told=(*TOLD, "harrow"),
    )  # fmt: skip
    yield row(
        "%s of somebody who has left" % kind, kind, now="2026-11-27 11:00",
        then=(TALKED, SETTLED, Then("2026-11-25 11:00", tie=("left", "harrow", "2026-11-25")), Then("2026-11-26 09:00")),
        sees={name: seen for name, seen in SEEN.items() if name != "harrow"}, told=(*TOLD, "harrow"), stands={"harrow": "left"},
    )  # fmt: skip


TALKS = (
    *(one for kind in DETAILS for one in of_each(kind)),
    *(one for kind in YEARLY for one in of_a_page(kind)),
    row(
        "a conflict of interest about a colleague", "interest", by="okoropenn", details={"about": "harrow"},
        sees={"okoropenn": OWN, "obuya": ALL, "braithwaite": ALL, "kerrigan": ALL}, does={"talk": ("obuya",), "withdraw": ("okoropenn",)},
        waits=("obuya",), told=("braithwaite", "obuya"),
        stands={"dunmore": "line manager, relative of whom it is about", "harrow": "whose", "okoropenn/parent": "self, in another hat"},
    ),
    row(
        "a conflict of interest settled", "interest", then=(TALKED, SETTLED), sees=SEEN,
        does={"finish": ("harrow",), "reply": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",)}, told=(*TOLD, "harrow"),
    ),
    row(
        "a conflict of interest with steps to take", "interest", then=(TALKED, WITH_STEPS), sees=SEEN,
        does={"confirm": ("harrow",), "reply": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",)}, waits=("harrow",), told=(*TOLD, "harrow"),
    ),
    row(
        "an offer settled: only they say what they did", "offer", then=(TALKED, SETTLED), sees=SEEN,
        does={"accept": ("harrow",), "decline": ("harrow",), "reply": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",)}, waits=("harrow",), told=(*TOLD, "harrow"),
    ),
    row(
        "an offer declined", "offer", then=(TALKED, SETTLED, Then("2026-11-25 10:40", "harrow", "decline")), sees=SEEN,
        does={"reply": ("harrow",), "reopen": ("pascoe",)}, told=(*TOLD, "harrow"),
    ),
    row(
        "an offer about a second post", "offer", by="standish", details={"post": "eastfield"},
        sees={"standish": OWN, "loxley": ALL, "amadi": ALL, "braithwaite": ALL, "kerrigan": ALL},
        does={"talk": ("loxley", "amadi"), "withdraw": ("standish",)}, waits=("loxley", "amadi"), told=("braithwaite", "amadi"),
        stands={"pascoe": "manager of the other post"},
    ),
)  # fmt: skip

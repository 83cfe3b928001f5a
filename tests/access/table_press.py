"""The rows of press enquiries (workflows.md 3.7 and 3.21; A10 to A15; ruling 5). See table.py for how a row reads."""

from tests.access.table import ADVICE, ADVISED, ALL, OWN, OWNERS_ALONE, RESPONDED, STATUS, Then, press

__all__ = ["ENQUIRIES"]

MAY_SAY_WHICH = {"name-school": ("harrow", "adelakun")}
GATE_OPEN = {"respond": ("harrow",), "decline": ("harrow",), "hand-over": ("harrow",)}
NORTHGATE = {"harrow": OWN, "devlin": ALL, "adelakun": ALL}
PENDING = {"consult": ("devlin",), "name-school": ("harrow", "devlin", "adelakun"), **OWNERS_ALONE}

ENQUIRIES = (
    press(
        "one school", "harrow", "northgate", sees=NORTHGATE, does=PENDING, waits=("devlin",), told=("devlin", "adelakun"),
        stands={"harrow": "asker", "pascoe": "line manager", "dunmore": "relative", "abernethy": "other school", "achterberg": "not routed"},
    ),
    press(
        "consulted", "harrow", "northgate", then=(ADVISED,),
        sees=NORTHGATE, does={**GATE_OPEN, **MAY_SAY_WHICH, **OWNERS_ALONE}, told=("devlin", "adelakun", "harrow"),
    ),
    press(
        "responded", "harrow", "northgate", then=(ADVISED, RESPONDED),
        sees=NORTHGATE, does={"finish": ("harrow", "adelakun"), **MAY_SAY_WHICH}, told=("devlin", "adelakun", "harrow"),
    ),
    press(
        "responded and finished", "harrow", "northgate", then=(ADVISED, RESPONDED, Then("2026-11-25 10:40", "harrow", "finish")),
        sees=NORTHGATE, told=("devlin", "adelakun", "harrow"),
    ),
    press(
        "dropped by the journalist", "harrow", "northgate", then=(Then("2026-11-25 10:40", "harrow", "withdraw", given={"note": "Gone, zanzibar."}),),
        sees=NORTHGATE, told=("devlin", "adelakun"),
    ),
    press(
        "a school named after the response", "harrow", "northgate",
        then=(ADVISED, RESPONDED, Then("2026-11-25 10:40", "harrow", "name-school", "eastfield")),
        sees={**NORTHGATE, "abernethy": ALL, "achterberg": ALL},
        does={"consult": ("abernethy",), "name-school": ("harrow", "adelakun", "abernethy"), **OWNERS_ALONE},
        waits=("abernethy",), told=("devlin", "adelakun", "harrow", "abernethy", "achterberg"), stands={"achterberg": "co-ordinates"},
    ),
    press(
        "two schools", "standish", "northgate", "eastfield",
        sees={"standish": OWN, "devlin": ALL, "abernethy": ALL, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("devlin", "abernethy"), "name-school": ("standish", "devlin", "abernethy", "adelakun"), "own-up": ("standish",),
              "withdraw": ("standish",)},
        waits=("devlin", "abernethy"), told=("devlin", "abernethy", "achterberg", "adelakun"),
    ),
    press(
        "two schools, one Headteacher in conflict", "standish", "northgate", "eastfield", before=(("conflict", "devlin", "standish"),),
        sees={"standish": OWN, "abernethy": ALL, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("achterberg", "abernethy"), "name-school": ("standish", "achterberg", "abernethy", "adelakun"), "own-up": ("standish",),
              "withdraw": ("standish",)},
        waits=("achterberg", "abernethy"), told=("abernethy", "achterberg", "adelakun"), stands={"devlin": "conflicted"},
    ),
    press(
        "a tie recorded later", "harrow", "northgate", now="2026-11-26 11:00",
        then=(Then("2026-11-25 12:00", tie=("relative", "devlin", "harrow")), Then("2026-11-26 09:00")),
        sees={"harrow": OWN, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("achterberg",), "name-school": ("harrow", "achterberg", "adelakun"), **OWNERS_ALONE},
        waits=("achterberg",), told=("devlin", "adelakun", "achterberg"), stands={"devlin": "relative, known late"},
    ),
    press(
        "the Executive Headteacher’s own", "achterberg", details={"about_no_school": True},
        sees={"achterberg": OWN, "quarshie": ALL, "adelakun": ALL},
        does={"consult": ("quarshie",), "name-school": ("achterberg", "quarshie", "adelakun"), "own-up": ("achterberg",), "withdraw": ("achterberg",)},
        waits=("quarshie",), told=("quarshie", "adelakun"), stands={"achterberg": "self", "devlin": "line report"},
    ),
    press(
        "about no school", "harrow", details={"about_no_school": True},
        sees={"harrow": OWN, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("achterberg",), "name-school": ("harrow", "achterberg", "adelakun"), **OWNERS_ALONE},
        waits=("achterberg",), told=("achterberg", "adelakun"), stands={"devlin": "not asked"},
    ),
    press(
        "not sure which school", "harrow", details={"unsure_which": True},
        sees={"harrow": OWN, "adelakun": ALL}, does={**MAY_SAY_WHICH, **OWNERS_ALONE}, waits=("adelakun",), told=("adelakun",),
    ),
    press(
        "a student of 18", "osei", "eastfield",
        sees={"osei": OWN, "abernethy": ALL, "barrowman": STATUS, "adelakun": ALL},
        does={"consult": ("abernethy",), "name-school": ("osei", "abernethy", "adelakun"), "own-up": ("osei",), "withdraw": ("osei",)},
        waits=("abernethy",), told=("abernethy", "barrowman", "adelakun"), stands={"lund-a": "parent", "omondi": "safeguarding lead"},
    ),
    press(
        "a student of 16", "wren", "eastfield",
        sees={"wren": OWN, "abernethy": ALL, "barrowman": STATUS, "omondi": STATUS, "adelakun": ALL},
        does={"consult": ("abernethy",), "name-school": ("wren", "abernethy", "adelakun"), "own-up": ("wren",), "withdraw": ("wren",)},
        waits=("abernethy",), told=("abernethy", "barrowman", "omondi", "adelakun"),
    ),
    press(
        "a student of 13", "farouk", "northgate",
        sees={"farouk": OWN, "devlin": ALL, "qureshi": STATUS, "whitlam": STATUS, "adelakun": ALL},
        does={"consult": ("devlin",), "name-school": ("farouk", "devlin", "adelakun"), "own-up": ("farouk",), "withdraw": ("farouk",)},
        waits=("devlin",), told=("devlin", "qureshi", "whitlam", "adelakun"), stands={"standish": "tutor", "wells-p": "parent"},
    ),
    press(
        "about something else: advice only", "osei", details={"about_a_post": False},
        sees={"osei": OWN, "barrowman": STATUS, "adelakun": ALL},
        does={"advise": ("adelakun",), "own-up": ("osei",), "respond": ("osei",), "decline": ("osei",), "hand-over": ("osei",),
              "withdraw": ("osei",)},
        waits=("adelakun",), told=("barrowman", "adelakun"), stands={"abernethy": "not asked"},
    ),
    press(
        "the communications officer’s own", "adelakun", "northgate",
        sees={"adelakun": OWN, "devlin": ALL},
        does={"consult": ("devlin",), "name-school": ("adelakun", "devlin"), "own-up": ("adelakun",), "withdraw": ("adelakun",)},
        waits=("devlin",), told=("devlin",), stands={"adelakun": "self, and the seat"},
    ),
    press(
        "written down for somebody", "rowbotham", "northgate", details={"whose": "harrow"},
        sees={"rowbotham": OWN, "harrow": OWN, "devlin": ALL, "adelakun": ALL},
        does={"consult": ("devlin",), "name-school": ("rowbotham", "harrow", "devlin", "adelakun"), "own-up": ("rowbotham", "harrow"),
              "withdraw": ("rowbotham", "harrow")},
        waits=("devlin",), told=("harrow", "devlin", "adelakun"), stands={"rowbotham": "logger", "harrow": "whose"},
    ),
    press(
        "the Headteacher is away", "harrow", "northgate", opened="2026-12-01 10:00", now="2026-12-01 11:00",
        sees={"harrow": OWN, "devlin": ALL, "obuya": ALL, "adelakun": ALL},
        does={"consult": ("devlin", "obuya"), "name-school": ("harrow", "devlin", "obuya", "adelakun"), **OWNERS_ALONE},
        waits=("devlin", "obuya"), told=("obuya", "adelakun"), stands={"devlin": "absent", "obuya": "delegated"},
    ),
    press(
        "the Headteacher is back", "harrow", "northgate", opened="2026-12-04 10:00", now="2026-12-07 11:00",
        sees=NORTHGATE, does=PENDING, waits=("devlin",), told=("obuya", "adelakun"), stands={"obuya": "delegated, until last week"},
    ),
    press(
        "the absent Headteacher’s own", "devlin", "northgate", opened="2026-12-01 10:00", now="2026-12-01 11:00",
        sees={"devlin": OWN, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("achterberg",), "name-school": ("devlin", "achterberg", "adelakun"), "own-up": ("devlin",), "withdraw": ("devlin",)},
        waits=("achterberg",), told=("achterberg", "adelakun"), stands={"devlin": "self", "obuya": "delegated by the subject"},
    ),
    press(
        "another Headteacher’s, about two schools", "abernethy", "northgate", "eastfield",
        sees={"abernethy": OWN, "devlin": ALL, "achterberg": ALL, "adelakun": ALL},
        does={"consult": ("devlin", "achterberg"), "name-school": ("abernethy", "devlin", "achterberg", "adelakun"), "own-up": ("abernethy",),
              "withdraw": ("abernethy",)},
        waits=("devlin", "achterberg"), told=("devlin", "achterberg", "adelakun"), stands={"abernethy": "self, and the seat"},
    ),
    press(
        "the asker has left", "harrow", "northgate", now="2026-11-26 11:00", then=(Then("2026-11-25 12:00", tie=("left", "harrow", "2026-11-25")),),
        sees={"devlin": ALL, "adelakun": ALL}, does={"consult": ("devlin",), "name-school": ("devlin", "adelakun")},
        waits=("devlin",), told=("devlin", "adelakun"), stands={"harrow": "left"},
    ),
    press(
        "consulted by whoever acts", "harrow", "northgate", opened="2026-12-01 10:00", now="2026-12-01 11:00",
        then=(Then("2026-12-01 10:20", "obuya", "consult", "northgate", ADVICE),),
        sees={"harrow": OWN, "devlin": ALL, "obuya": ALL, "adelakun": ALL}, does={**GATE_OPEN, **MAY_SAY_WHICH, **OWNERS_ALONE},
        told=("obuya", "adelakun", "harrow"),
    ),
)  # fmt: skip

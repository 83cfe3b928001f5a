"""Who sees and does what, by hand from workflows.md 3.0, 3.1, 3.7 and 3.21, readings A10 to A15, A43, A44, and rulings 4, 5, 7, 9 and 17.

Default deny: whoever a row does not name sees nothing of the case on any channel, takes no step, is not told. `sees`: how much.
`does`: who may take each step now; a step that is not named, nobody. `waits`: whose list of things to do holds it. `told`: who gets a notice.
`stands`: what somebody is to the case, for those whose tie to it matters; whoever only `stands` and is not in `sees` is refused all the same.
"""

from dataclasses import dataclass, field

from tests.access.cast_roles import NOBODY

__all__ = ["ALL", "KINDS", "MACHINES", "OWN", "QUESTIONS", "STATUS", "TOLD", "Row", "Then"]

STATUS, OWN, ALL = "status", "own", "all"
TOLD = "told"  # the status, and what is asked: never by whom

# Every step of every kind, by id. A step that is added to a workflow without a line here turns the build red.
KINDS = {
    "question": ("answer", "pass-on", "that-helps", "ask-again", "reopen", "delete-draft", "withdraw"),
    "press": ("consult", "advise", "name-school", "own-up", "respond", "decline", "hand-over", "withdraw", "finish"),
    "declaration": ("settle", "set-aside", "talk", "hand-on", "renamed", "confirm", "reply", "ask-again", "year-on", "still-so", "changed", "ended",
                    "reopen", "left", "withdraw"),
    "plan": ("settle", "set-aside", "talk", "hand-on", "renamed", "confirm", "reply", "ask-again", "year-on", "still-so", "changed", "ended",
             "reopen", "left", "withdraw"),
    "interest": ("settle", "talk", "hand-on", "confirm", "reply", "ask-again", "finish", "reopen", "left", "withdraw"),
    "page": ("submit", "people", "account", "rules", "agree", "changes", "turn-down", "talk", "comms-check", "dpo-look", "make-official",
             "hold-back", "ask-above", "ask-again", "reopen", "reopen-held", "year-on", "in-order", "set-address", "mixed-found", "plan", "mended", "clean", "still-mixed",
              "name-successor", "take-over", "not-me", "owner-leaves", "owner-stays", "next-owner", "new-owner", "wait-for-owner",
              "owner-there", "archive", "withdraw"),
    "offer": ("settle", "talk", "hand-on", "accept", "decline", "reply", "ask-again", "reopen", "left", "withdraw"),
    "exemption": ("advice-read", "go-live", "agree", "turn-down", "note", "second", "second-read", "set-up", "year-on", "lapse", "back-in-order", "go-on",
                  "end", "stop", "ask-again", "reopen", "reopen-ended", "left", "withdraw"),
    "steps": ("tick", "share", "stop-sharing", "finish", "left"),
    "removal": ("say-what", "pass-to-them", "report-back", "remind-them", "what-came", "ask-school", "mark-link", "look-again", "still-gone",
                "back-again", "reopen", "no-answer", "time-to-remind", "watched-out", "left", "withdraw"),
    "do-not-post": ("acknowledge", "release-reason", "withdraw", "expire", "left"),
    "data-request": ("acknowledge", "give", "lead-part", "redact", "leave-out", "refuse-part", "ask-back", "tell-us", "extend", "finish", "ask-again", "reopen",
                     "withdraw"),
    "impostor": ("not-ours", "ours", "not-known", "down", "still-up", "site-refused", "is-back", "not-so", "reopen", "withdraw"),
    "staff-route": ("check-speech", "not-employed", "informal", "hand-off", "to-agency", "to-chair", "check-again", "no-further", "tell-subject",
                    "own-account", "talk-held", "store-outcome", "let-decider", "add-note", "support", "pause", "let-go-on", "file-gone", "again-informal",
                    "again-handed-off", "again-agency", "again-chair"),
    "concern": ("clear", "hold", "release", "pass-outside", "flag", "weigh", "other-evidence", "no-action", "advice", "restorative", "removal",
                "data-breach", "hr-and-agency", "complaint", "to-staff-route", "to-student-route", "go-on-leaver", "close-leaver", "support", "support-student", "merge", "tell-subject",
                "tell-reporter", "ask-reporter", "add", "record-outcome", "record-malicious", "ask-again", "second-look", "withdraw", "reopen", "still-helping", "helped", "dealt-with", "close",
                "back-weighing", "back-weighed", "back-routed", "back-dealt"),
    "student-route": ("let-talk", "pass-outside", "flag", "back-talked", "back-found", "back-with-head", "back-to-finish", "record-talk", "take-account",
                      "own-account", "find", "other-evidence", "write-summary", "tell-parent", "ask-lead", "not-told", "tell-social-worker", "tell-carer",
                      "tell-virtual-school", "restorative", "policy", "to-head", "head-decides", "close-record", "has-left"),
    "event": ("issue-notice", "change-rule", "call-off", "reopen", "hand-event", "new-organiser", "window-over"),
    "instruction": ("look", "issue", "change", "receive", "receive-later", "query", "explain", "challenge", "review", "renew", "advise-again", "lift",
                    "withdraw", "begin", "ending", "over", "lapse", "left"),
}  # fmt: skip
MACHINES = (  # nobody's to take: time brings them
    "owner-leaves", "owner-stays", "next-owner", "new-owner", "wait-for-owner", "owner-there", "new-organiser",
    "lapse", "back-in-order", "year-on", "left", "no-answer", "time-to-remind", "watched-out", "expire", "window-over", "begin", "ending", "over", "not-employed", "again-informal", "again-handed-off", "again-agency", "again-chair", "back-talked", "back-found", "back-with-head", "back-to-finish", "dealt-with", "close", "still-helping", "helped", "back-weighing", "back-weighed", "back-routed", "back-dealt",
)  # fmt: skip


@dataclass(frozen=True)
class Then:
    """What happens next: somebody takes a step, or time passes (`who` is ""), or something is recorded about people (`tie`)."""

    when: str
    who: str = ""
    step: str = ""
    of: str = ""
    given: dict = field(default_factory=dict)
    tie: tuple = ()


NOT_YET = "named to take it over, and has not said yes"


@dataclass(frozen=True, eq=False)
class Row:
    """One case at one moment."""

    id: str
    kind: str
    by: str
    details: dict
    sees: dict
    does: dict = field(default_factory=dict)
    waits: tuple = ()
    told: tuple = ()
    opened: str = "2026-11-25 10:00"
    now: str = "2026-11-25 11:00"
    before: tuple = ()
    then: tuple = ()
    stands: dict = field(default_factory=dict)
    gave: tuple = ()  # who had it until it was passed on: they are told so, and nothing more
    page: bool = False  # made before it, by the same person: a page of a department, official
    led_to: tuple = ()  # who sees the case that this one led to


def question(id, by, to, **row):
    return Row(id, "question", by, {"to": to, **row.pop("details", {})}, **row)


def press(id, by, *schools, **row):
    return Row(id, "press", by, {"schools": list(schools), **row.pop("details", {})}, **row)


ANSWER = {"text": "Yes, zanzibar.", "strength": "You may", "outside": True}
ADVICE = {"advice": "Keep to the zanzibar book club."}
ASKED_HARROW = {"answer": ("pascoe",), "pass-on": ("pascoe",), "delete-draft": ("harrow",), "withdraw": ("harrow",)}
ANSWERED = Then("2026-11-25 10:30", "pascoe", "answer", given=ANSWER)
ADVISED = Then("2026-11-25 10:20", "devlin", "consult", "northgate", ADVICE)
RESPONDED = Then("2026-11-25 10:30", "harrow", "respond", given={"note": "I spoke of the zanzibar club."})
OWNERS_ALONE = {"withdraw": ("harrow",), "own-up": ("harrow",)}

QUESTIONS = (
    question(
        "asked", "harrow", "line-manager",
        sees={"harrow": OWN, "pascoe": ALL}, does=ASKED_HARROW, waits=("pascoe",), told=("pascoe",),
        stands={"harrow": "asker", "pascoe": "line manager", "devlin": "manager’s manager", "dunmore": "relative", "okoropenn": "same school",
                "holloway": "other school", "wieczorek": "none", "sethuraman": "none"},
    ),
    question(
        "asked someone else", "harrow", "someone-else",
        sees={"harrow": OWN, "devlin": ALL},
        does={"answer": ("devlin",), "pass-on": ("devlin",), "delete-draft": ("harrow",), "withdraw": ("harrow",)}, waits=("devlin",), told=("devlin",),
        stands={"pascoe": "passed over", "devlin": "line manager’s manager"},
    ),
    question(
        "answered", "harrow", "line-manager", then=(ANSWERED,),
        sees={"harrow": OWN, "pascoe": ALL}, does={"that-helps": ("harrow",), "ask-again": ("harrow",), "reopen": ("pascoe",), "delete-draft": ("harrow",)},
        told=("pascoe", "harrow"), stands={"pascoe": "answerer"},
    ),
    question(
        "asked again, one level up", "harrow", "line-manager",
        then=(ANSWERED, Then("2026-11-25 10:40", "harrow", "ask-again", given={"text": "And zanzibar?"})),
        sees={"harrow": OWN, "pascoe": ALL, "devlin": ALL},
        does={"answer": ("devlin",), "pass-on": ("devlin",), "delete-draft": ("harrow",), "withdraw": ("harrow",)},
        waits=("devlin",), told=("pascoe", "harrow", "devlin"), stands={"devlin": "line manager’s manager"},
    ),
    question(
        "passed on to the Data Protection Officer", "harrow", "line-manager",
        then=(Then("2026-11-25 10:30", "pascoe", "pass-on", given={"who": "dpo"}),),
        sees={"harrow": OWN, "sethuraman": ALL},
        does={"answer": ("sethuraman",), "pass-on": ("sethuraman",), "delete-draft": ("harrow",), "withdraw": ("harrow",)},
        waits=("sethuraman",), told=("pascoe", "harrow", "sethuraman"), stands={"pascoe": "passed it on"}, gave=("pascoe",),
    ),
    question(
        "taken back", "harrow", "line-manager", then=(Then("2026-11-25 10:30", "harrow", "withdraw"),),
        sees={"harrow": OWN, "pascoe": ALL}, does={"delete-draft": ("harrow",)}, told=("pascoe",),
    ),
    question(
        "finished", "harrow", "line-manager", then=(ANSWERED, Then("2026-11-25 10:40", "harrow", "that-helps")),
        sees={"harrow": OWN, "pascoe": ALL}, does={"delete-draft": ("harrow",), "reopen": ("pascoe",)}, told=("pascoe", "harrow"),
    ),
    question(
        "opened again by whoever answered", "harrow", "line-manager", then=(ANSWERED, Then("2026-11-25 10:40", "pascoe", "reopen", given={"note": "Not so, zanzibar."})),
        sees={"harrow": OWN, "pascoe": ALL}, does=ASKED_HARROW, waits=("pascoe",), told=("pascoe", "harrow"),
    ),
    question(
        "late: the next person may act too", "harrow", "line-manager", opened="2026-11-23 10:00", now="2026-11-26 18:30",
        then=(Then("2026-11-24 18:00"), Then("2026-11-25 18:00"), Then("2026-11-26 18:00")),
        sees={"harrow": OWN, "pascoe": ALL, "devlin": ALL},
        does={"answer": ("pascoe", "devlin"), "pass-on": ("pascoe", "devlin"), "delete-draft": ("harrow",), "withdraw": ("harrow",)},
        waits=("pascoe", "devlin"), told=("pascoe", "devlin"), stands={"devlin": "next person"},
    ),
    question(
        "the line manager has left", "harrow", "line-manager", opened="2026-11-23 10:00", now="2026-11-25 11:00",
        then=(Then("2026-11-23 11:00", tie=("left", "pascoe", "2026-11-24")), Then("2026-11-25 09:00")),
        sees={"harrow": OWN, "devlin": ALL},
        does={"answer": ("devlin",), "pass-on": ("devlin",), "delete-draft": ("harrow",), "withdraw": ("harrow",)},
        waits=("devlin",), told=("pascoe", "devlin"), stands={"pascoe": "left"},
    ),
    question(
        "a Headteacher’s", "devlin", "line-manager",
        sees={"devlin": OWN, "achterberg": ALL},
        does={"answer": ("achterberg",), "pass-on": ("achterberg",), "delete-draft": ("devlin",), "withdraw": ("devlin",)},
        waits=("achterberg",), told=("achterberg",), stands={"obuya": "line report", "achterberg": "line manager"},
    ),
    question(
        "the line manager is away", "holloway", "line-manager",
        sees={"holloway": OWN, "loxley": ALL, "amadi": ALL},
        does={"answer": ("loxley", "amadi"), "pass-on": ("loxley", "amadi"), "delete-draft": ("holloway",), "withdraw": ("holloway",)},
        waits=("loxley", "amadi"), told=("amadi",), stands={"loxley": "absent", "amadi": "delegated"},
    ),
    question(
        "no line manager", "farrant", "line-manager",
        sees={"farrant": OWN, "braithwaite": ALL, "kerrigan": ALL},
        does={"answer": ("braithwaite", "kerrigan"), "pass-on": ("braithwaite", "kerrigan"), "delete-draft": ("farrant",), "withdraw": ("farrant",)},
        waits=("braithwaite", "kerrigan"), told=("braithwaite",), stands={"braithwaite": "HR queue"},
    ),
    question(
        "a Chair’s", "quarshie", "line-manager",
        sees={"quarshie": OWN, "vasquez-thorne": ALL},
        does={"answer": ("vasquez-thorne",), "pass-on": ("vasquez-thorne",), "delete-draft": ("quarshie",), "withdraw": ("quarshie",)},
        waits=("vasquez-thorne",), told=("vasquez-thorne",),
    ),
    question(
        "a second post’s", "standish", "line-manager", details={"post": "eastfield"},
        sees={"standish": OWN, "loxley": ALL, "amadi": ALL},
        does={"answer": ("loxley", "amadi"), "pass-on": ("loxley", "amadi"), "delete-draft": ("standish",), "withdraw": ("standish",)},
        waits=("loxley", "amadi"), told=("amadi",), stands={"pascoe": "manager of the other post"},
    ),
    question(
        "a parent’s, as staff", "okoropenn", "line-manager",
        sees={"okoropenn": OWN, "dunmore": ALL},
        does={"answer": ("dunmore",), "pass-on": ("dunmore",), "delete-draft": ("okoropenn",), "withdraw": ("okoropenn",)},
        waits=("dunmore",), told=("dunmore",), stands={"okoropenn/parent": "self, in another hat", "kit": "relative"},
    ),
    question(
        "a student’s, to the tutor", "farouk", "tutor",
        sees={"farouk": OWN, "standish": ALL},
        does={"answer": ("standish",), "pass-on": ("standish",), "delete-draft": ("farouk",), "withdraw": ("farouk",)},
        waits=("standish",), told=("standish",), stands={"wells-p": "parent", "qureshi": "Head of Year", "whitlam": "safeguarding lead"},
    ),
    question(
        "a student’s, to the Head of Year", "farouk", "head-of-year",
        sees={"farouk": OWN, "qureshi": ALL},
        does={"answer": ("qureshi",), "pass-on": ("qureshi",), "delete-draft": ("farouk",), "withdraw": ("farouk",)},
        waits=("qureshi",), told=("qureshi",), stands={"standish": "tutor"},
    ),
    question(
        "a student’s, to the safeguarding lead", "kit", "safeguarding-lead",
        sees={"kit": OWN, "whitlam": ALL},
        does={"answer": ("whitlam",), "pass-on": ("whitlam",), "delete-draft": ("kit",), "withdraw": ("kit",)},
        waits=("whitlam",), told=("whitlam",), stands={"okoropenn/parent": "parent", "okoropenn": "relative", "dunmore": "deputy"},
    ),
    question(
        "nobody is left to ask: governance only routes", "kit", "safeguarding-lead",
        before=(("left", "whitlam", "2026-11-01"), ("left", "dunmore", "2026-11-01"), ("left", "fitzhugh", "2026-11-01")),
        sees={"kit": OWN, "pritchard": STATUS}, does={"delete-draft": ("kit",), "withdraw": ("kit",)},
        told=("pritchard", NOBODY),  # the Trust's duty contact has no account, and hears that somebody cannot be reached
        stands={"pritchard": "routes, decides nothing", "whitlam": "left", "dunmore": "left"},
    ),
)  # fmt: skip

"""The rows of private events (workflows.md 3.11, reading A31, ruling 7). See table.py for how a row reads.

The case is the organiser's alone: reasons, timeline and steps. What everybody at the school may read of it (name, place, day, rule, notice) is
on the list of events and nowhere else: that is looked at in tests/casework/test_event_stories.py and tests/web/test_events_pages.py.
"""

from tests.access.table import OWN, Row, Then

__all__ = ["EVENTS"]

AWARDS = {
    "called": "The zanzibar awards", "place": "The zanzibar hall", "day": "2026-11-26", "rule": "school", "notice": "Keep zanzibar pictures in the school.",
}  # fmt: skip
NO_RULE = {"called": "The zanzibar quiz night", "place": "The library", "day": "2026-11-26", "rule": "not-recorded"}
MINE = {"harrow": OWN}
ISSUED = Then("2026-11-25 10:20", "harrow", "issue-notice")
CHANGED = {"rule": "none", "notice": "No zanzibar pictures.", "why": "One family of zanzibar asked."}
MAY_CHANGE = dict.fromkeys(("change-rule", "call-off", "hand-event"), ("harrow",))
HANDED = Then("2026-11-25 10:30", "harrow", "hand-event", given={"organiser": "thackray"})


def event(id, by, details, **row):
    return Row(id, "event", by, details, **{"sees": MINE, **row})


EVENTS = (
    event(
        "an event is registered", "harrow", AWARDS, does={"issue-notice": ("harrow",), **MAY_CHANGE},
        stands={"pascoe": "line manager, reads the list alone", "devlin": "Headteacher, reads the list alone", "farouk": "student of the school",
                "wells-p": "parent, never told", "holloway": "other school, never told", "wieczorek": "IT manager", "rowbotham": "office"},
    ),
    event("an event with no rule yet", "harrow", NO_RULE, does=MAY_CHANGE, stands={"okoropenn/parent": "parent, never told"}),
    event("the notice is out", "harrow", AWARDS, then=(ISSUED,), does=MAY_CHANGE, stands={"adelakun": "communications, never told"}),
    event(
        "the rule is another one", "harrow", AWARDS, then=(ISSUED, Then("2026-11-25 10:30", "harrow", "change-rule", given=CHANGED)),
        does={"issue-notice": ("harrow",), **MAY_CHANGE}, stands={"standish": "two posts, reads the list alone"},
    ),
    event(
        "an event is taken off the list", "harrow", AWARDS, then=(Then("2026-11-25 10:30", "harrow", "call-off", given={"why": "No zanzibar."}),),
        does={"reopen": ("harrow",)},
    ),
    event(
        "its organiser has left", "harrow", AWARDS, then=(ISSUED, Then("2026-11-26 08:10")), before=(("left", "harrow", "2026-11-25"),),
        now="2026-11-26 11:00", sees={**MINE, "pascoe": OWN}, does=dict.fromkeys(MAY_CHANGE, ("pascoe",)), told=("pascoe",),
        stands={"pascoe": "line manager, looks after it now", "harrow": "left"},
    ),
    event(
        "its organiser handed it to somebody else", "harrow", AWARDS, then=(ISSUED, HANDED), sees={**MINE, "thackray": OWN},
        does=dict.fromkeys(MAY_CHANGE, ("thackray",)), told=("thackray",),
        stands={"harrow": "had it before, reads it", "thackray": "looks after it now", "pascoe": "line manager, reads the list alone"},
    ),
    event(
        "it was handed on, and fourteen days have passed", "harrow", AWARDS, then=(ISSUED, HANDED, Then("2026-12-10 19:00")),
        now="2026-12-10 20:00", sees={**MINE, "thackray": OWN}, told=("thackray",),
    ),
    event("fourteen days have passed", "harrow", AWARDS, then=(ISSUED, Then("2026-12-10 19:00")), now="2026-12-10 20:00",
          told=("harrow",)),
)  # fmt: skip

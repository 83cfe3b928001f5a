"""What may happen while somebody else is looking, and who may notice it: by hand, from workflows.md 3.21 and rulings 7 and 10.

`notices`: of the people in VIEWERS, those to whom it may show. `knows_of`: those who may see that it happened and how far it has got, never
a word of it. For everybody else the world with it and the world without it are the same, byte for byte. `told_by_a_photo`: staff of the school,
whom the check of a photo that names somebody tells that one of them asked not to be in posts (ruling 10, S30); nothing else may.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from askfirst.people.models import Absence, Conflict, Delegation, Interest, Relative
from tests.access.cast_roles import NOBODY
from tests.access.deeds import (
    RUN_PAGES,
    asks,
    asks_for,
    asks_for_an_emergency,
    asks_for_data,
    checks,
    comes_and_goes,
    drafts_an_edition,
    goes_the_staff_way,
    goes_the_student_way,
    guesses,
    instructs,
    keeps_a_list,
    keeps_out,
    logs,
    looks_through_friends,
    registers,
    runs_a_group,
    tells,
    tells_of_a_concern,
    tells_of_a_page,
    tells_without_a_name,
    tie,
    tries_a_door,
)  # fmt: skip
from tests.access.deeds_of_reading import are_asked_to_read
from tests.cast import MONDAY, who

__all__ = ["HAPPENINGS", "RUN_PAGES", "VIEWERS", "Happening", "checks", "logs"]

VIEWERS = {
    "wieczorek": "IT manager",
    "tolland": "another teacher",
    "nwachukwu": "another Headteacher",
    "sethuraman": "Data Protection Officer",
    "thackray": "union representative",
    "blenkinsop-g": "parent",
    "kit": "student",
    "grange": "former student",
    NOBODY: "signed out",
    "pascoe": "line manager",
    "barrowman": "Head of Sixth Form",
}


@dataclass(frozen=True, eq=False)
class Happening:
    """`do(words, at)` brings it about, and gives the reference of the case it opened, if it opened one."""

    id: str
    do: Callable
    notices: frozenset = field(default_factory=frozenset)
    knows_of: frozenset = field(default_factory=frozenset)
    told_by_a_photo: frozenset = field(default_factory=frozenset)


ANSWER = {"text": ..., "strength": "You may", "outside": True}
AGAIN = ("pascoe", "reopen", {"note": ...})
HERE = {"evidence": "no", "who": "staff", "how": "here", "poster": "standish", "ask": "down", "name": "no", "alone": "no"}
THROUGH = {**HERE, "how": "school"}
KEEPS = {"outcome": "declined", "reason": ...}
TALK = {"how": "by-message"}
BESIDE = {"about": ..., "seen_on": "2026-11-24"}
READING = {"read_on": "2026-11-24", "both": True}
SETTLED = {"outcome": "no-conflict", "note": ..., "impartiality": True, "confidentiality": True, "conflict": True, "commercial": True}
CHECK = {
    **dict.fromkeys(("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser", "reason"), ...),
    "outcome": "go-on", "con_10": True,
}  # fmt: skip
TALKED_WITH = (
    ("whitlam", "let-talk", {}), ("qureshi", "record-talk", {"talked_on": "2026-11-24", "notes": ..., "support": ...}), ("qureshi", "take-account", {"text": ...}),
)  # fmt: skip
ENDED_WITH = (
    ("qureshi", "find", {"outcome": "misconduct", "reason": ...}), ("qureshi", "write-summary", {"summary": ...}),
    ("qureshi", "tell-parent", {"told_on": "2026-11-24", "way": "rang"}), ("qureshi", "restorative", {"reason": ...}), ("qureshi", "close-record", {"result": ...}),
)  # fmt: skip
PARTS = [
    Happening("Ms Harrow asks and is answered", asks("harrow", "line-manager", ("pascoe", "answer", ANSWER), AGAIN), frozenset({"pascoe"})),
    Happening("Ms Harrow asks somebody else", asks("harrow", "someone-else", ("devlin", "reads", {}))),
    Happening("Ms Harrow’s question is passed on", asks("harrow", "line-manager", ("pascoe", "pass-on", {"who": "dpo"})),
              frozenset({"pascoe", "sethuraman"})),
    Happening("Ms Harrow takes a question back", asks("harrow", "someone-else", ("harrow", "withdraw", {}))),
    Happening("Amina asks her tutor", asks("farouk", "tutor", ("standish", "answer", ANSWER))),
    Happening("Kit asks the safeguarding lead", asks("kit", "safeguarding-lead"), frozenset({"kit"})),
    Happening("Mr Tolland asks", asks("tolland", "line-manager", ("finnis", "answer", ANSWER)), frozenset({"tolland"})),
    Happening("the IT manager asks", asks("wieczorek"), frozenset({"wieczorek"})),
    Happening("the Data Protection Officer asks", asks("sethuraman", "line-manager", ("achterberg", "reads", {})), frozenset({"sethuraman"})),
    Happening("the union representative asks", asks("thackray"), frozenset({"thackray", "pascoe"})),
    Happening("Ms Harrow logs an enquiry", logs("harrow", ["northgate"], ("devlin", "consult", {"advice": ...}), ("harrow", "respond", {"note": ...}))),
    Happening("Mr Tolland logs an enquiry", logs("tolland", ["brannocks"], ("nwachukwu", "consult", {"advice": ...})), frozenset({"tolland", "nwachukwu"})),
    Happening("another Headteacher logs an enquiry", logs("nwachukwu", ["brannocks"]), frozenset({"nwachukwu"})),
    Happening("an enquiry about two schools", logs("holloway", ["northgate", "eastfield"], ("abernethy", "reads", {}))),
    Happening("an enquiry about no school", logs("siddiqui", [], about_no_school=True)),
    Happening("Freya logs an enquiry", logs("osei", ["eastfield"], ("abernethy", "consult", {"advice": ...})), knows_of=frozenset({"barrowman"})),
    Happening("Freya asks for advice", logs("osei", [], ("adelakun", "advise", {"advice": ...}), about_a_post=False), knows_of=frozenset({"barrowman"})),
    Happening("Ms Harrow tells of a blog", tells(
        "harrow", "declaration", ("pascoe", "talk", TALK), ("pascoe", "settle", SETTLED), AGAIN, address="https://walks.example/blog"), frozenset({"pascoe"})),
    Happening("the IT manager plans a podcast", tells("wieczorek", "plan"), frozenset({"wieczorek"})),
    Happening("a conflict about Mr Tolland", tells("okoropenn", "interest", ("dunmore", "talk", TALK), about="tolland")),
    Happening("a trustee’s conflict is handed on", tells("vasquez-thorne", "interest", ("pritchard", "hand-on", {}))),
    Happening("Ms Harrow begins a page", tells("harrow", "page", ("harrow", "submit", {}), ("pascoe", "talk", TALK)), frozenset({"pascoe"})),
    Happening("Ms Harrow begins a group", runs_a_group("harrow", ("harrow", "advice-read", READING), ("pascoe", "agree", {}), ("whitlam", "note", {"note": ...}),
                                                       ("harrow", "go-live", {})), frozenset({"pascoe"})),
    Happening("Ms Averill begins a group", runs_a_group("averill", ("averill", "advice-read", READING), ("rainsford", "reads", {}))),
    Happening("Mr Standish is offered money", tells("standish", "offer", ("pascoe", "reads", {})), frozenset({"pascoe"})),
    Happening("Eastfield is asked to read, and two have", are_asked_to_read("eastfield", "holloway", "drinkwater"),
              frozenset({"barrowman", "sethuraman", "thackray", "nwachukwu", "pascoe"})),  # asked too, may count, or manages one with a post there
    Happening("Ms Harrow asks Mr Standish to take it down", asks_for("harrow", HERE, ("standish", "reads", {}), ("standish", "say-what", KEEPS))),
    Happening("Amina has the school ask Mr Standish", asks_for("farouk", THROUGH, ("qureshi", "pass-to-them", {}), ("standish", "say-what", KEEPS))),
    Happening("Kit has the school ask", asks_for("kit", THROUGH, ("qureshi", "report-back", {"outcome": "removed", "note": ...}), ("qureshi", "reopen", {"note": ...})), frozenset({"kit"})),
    Happening("a parent has the school ask", asks_for("blenkinsop-g", {**THROUGH, "child": "jorah"}), frozenset({"blenkinsop-g"})),
    Happening("a colleague is asked by somebody unnamed", asks_for("holloway", {**HERE, "poster": "tolland"}), frozenset({"tolland"})),
    Happening("the words are copied", asks_for("tolland", {**HERE, "how": "copy"}), frozenset({"tolland"})),
    Happening("the IT manager is asked", asks_for("siddiqui", {**HERE, "poster": "wieczorek"}), frozenset({"wieczorek"})),
    Happening("a sealed request not to be in posts", keeps_out(
        "langtree", {"whom": "Elowen Tamblyn", "sealed": "yes", "reason": ...}, ("oldroyd", "acknowledge", {})),
              told_by_a_photo=frozenset({"tolland", "nwachukwu"})),
    Happening("Amina is not to be in posts", keeps_out("farouk", {}, ("rowbotham", "acknowledge", {}), ("farouk", "withdraw", {}))),
    Happening("Mr Tolland is not to be in posts", keeps_out("tolland", {}, ("oldroyd", "reads", {})), frozenset({"tolland"})),
    Happening("Ms Harrow asks for a copy of her data", asks_for_data(
        "harrow", ("sethuraman", "acknowledge", {}), ("sethuraman", "give", {"how": "paper", "note": ...}), ("sethuraman", "reopen", {"note": ...})), frozenset({"sethuraman"})),
    Happening("Amina says what went wrong with her data", asks_for_data("farouk", want="wrong", text=...), frozenset({"sethuraman"})),
    Happening("the Data Protection Officer asks for her own data", asks_for_data("sethuraman", ("quarshie", "reads", {})), frozenset({"sethuraman"})),
    Happening("a parent asks for a copy about a child", asks_for_data("okoropenn/parent", child="kit"), frozenset({"sethuraman"})),
    Happening("Amina tells of a page that is not ours", tells_of_a_page(
        "farouk", ("adelakun", "not-ours", {"reported_on": "2026-11-24", "check_on": "2026-12-08", "note": ...}), ("farouk", "beside", BESIDE))),
    Happening("Kit tells of a page that is ours", tells_of_a_page("kit", ("kit", "beside", BESIDE), ("adelakun", "ours", {"note": ...}), ("adelakun", "reopen", {"note": ...})), frozenset({"kit"})),
    Happening("a concern about Mr Tolland goes the staff way", goes_the_staff_way(
        "harrow", "tolland", ("braithwaite", "check-speech", CHECK), ("braithwaite", "hand-off", {"reason": ...}))),
    Happening("Mr Tolland is told of a concern", goes_the_staff_way(
        "harrow", "tolland", ("kerrigan", "beside", BESIDE), ("kerrigan", "check-speech", CHECK), ("kerrigan", "hand-off", {"reason": ...}),
        ("kerrigan", "tell-subject", {"summary": ..., "clauses": "CON-10", "next": ..., "rights": ...}), ("kerrigan", "take-away", {"reason": ...})),
        frozenset({"tolland"})),
    Happening("a concern about another Headteacher goes the staff way", goes_the_staff_way(
        "langtree", "nwachukwu", ("braithwaite", "check-speech", CHECK), ("achterberg", "reads", {}))),
    Happening("a concern about Kit goes the student way", goes_the_student_way("harrow", "kit", ("whitlam", "let-talk", {"text": ...}))),
    Happening("Kit is talked with", goes_the_student_way("harrow", "kit", *TALKED_WITH), frozenset({"kit"})),
    Happening("Jorah’s father is told", goes_the_student_way(
        "harrow", "jorah", *TALKED_WITH, ("qureshi", "write-summary", {"summary": ...}), ("qureshi", "tell-parent", {"told_on": "2026-11-24", "way": "rang"})),
        frozenset({"blenkinsop-g"})),
    Happening("Jorah’s record is worked to its end", goes_the_student_way(
        "harrow", "jorah", *TALKED_WITH, *ENDED_WITH, hurt=("kit",)), frozenset({"blenkinsop-g"})),
    Happening("Luca’s Head of Sixth Form waits", goes_the_student_way("harrow", "brannigan"), knows_of=frozenset({"barrowman"})),
    Happening("Mrs Rowbotham tells of a concern about Mr Tolland", tells_of_a_concern(
        "rowbotham", {"about": "staff", "name": "Mr Emrys Tolland"}, ("rowbotham", "beside", BESIDE), ("langtree", "clear", {"triage": "usual"}), ("langtree", "beside", BESIDE),
        ("langtree", "take-away", {"reason": ...}))),
    Happening("somebody tells of Mr Tolland without a name", tells_without_a_name(
        ("langtree", "clear", {"triage": "usual"}), ("langtree", "reads", {}), about="staff", name="Mr Emrys Tolland")),
    Happening("somebody tells of another Headteacher without a name", tells_without_a_name(
        ("langtree", "ask-reporter", {"note": ...}), about="staff", name="Mrs Cordelia Nwachukwu")),
    Happening("Kit tells of a concern about nobody known", tells_of_a_concern("kit", {"about": "not-known"}), frozenset({"kit"})),
    Happening("Amina keeps a list of her own", keeps_a_list("farouk", ("farouk", "share", {}), ("standish", "reads", {}))),
    Happening("Kit keeps a list of their own", keeps_a_list("kit"), frozenset({"kit"})),
    Happening("an event is registered elsewhere", registers("abernethy", ("abernethy", "issue-notice", {})), frozenset({"barrowman"})),
    Happening("an event is registered and called off", registers("harrow", ("harrow", "call-off", {"why": ...}))),
    Happening("the rule of an event changes", registers("tolland", ("tolland", "change-rule", {"rule": "public", "notice": ..., "why": "Two asked."})),
              frozenset({"tolland", "nwachukwu"})),
    Happening("an event is handed to somebody else", registers("tolland", ("tolland", "hand-event", {"organiser": "langtree"})),
              frozenset({"tolland", "langtree", "nwachukwu"})),
    Happening("two others are married", tie(lambda words: Relative.objects.get_or_create(
        person_id=who("drinkwater"), other_id=who("averill"), defaults={"how": words[:40], "starts": MONDAY}))),
    Happening("a conflict is declared", tie(lambda words: Conflict.objects.create(person_id=who("amadi"), about_id=who("tarrant"), since=MONDAY))),
    Happening("somebody is ill", tie(lambda words: Absence.objects.create(person_id=who("makoni"), starts=MONDAY, ends=MONDAY, reason_class="sick"))),
    Happening("somebody acts for another", tie(lambda words: Delegation.objects.create(
        person_id=who("omondi"), to_id=who("sallow"), matters="line-manager", starts=MONDAY, ends=MONDAY))),
    Happening("an interest is written down", tie(lambda words: Interest.objects.create(person_id=who("quarshie"), detail=words[:100], starts=MONDAY))),
    Happening("somebody signs in and out", comes_and_goes),
    Happening("somebody guesses at the door", guesses),
    Happening("somebody tries an address", tries_a_door, frozenset({"sethuraman"})),
    Happening("IT asks for emergency access", asks_for_an_emergency, frozenset({"wieczorek", "sethuraman"})),
    Happening("twenty private checks", checks(20)),
    Happening("an instruction is drafted and given", instructs("rainsford", "averill", ("braithwaite", "look", {"text": ...}), ("rainsford", "issue", {}),
                                                               ("averill", "query", {"text": ...}))),
    Happening("Mrs Okoro-Penn marks family", looks_through_friends),
    Happening("the next edition is drafted", drafts_an_edition),
]  # fmt: skip
OPENS_A_CASE = (
    "asks", "asks_for", "asks_for_data", "goes_the_staff_way", "goes_the_student_way", "instructs", "keeps_a_list", "keeps_out", "logs", "registers", "runs_a_group", "tells", "tells_of_a_concern", "tells_of_a_page", "tells_without_a_name",
)  # fmt: skip


def audited(one):
    """The Data Protection Officer knows of every case: that it is there and who opened it, and no word of it (3.21: "audit")."""
    opens = one.do.__qualname__.partition(".")[0] in OPENS_A_CASE
    return replace(one, knows_of=one.knows_of | ({"sethuraman"} - one.notices)) if opens else one


HAPPENINGS = {one.id: audited(one) for one in PARTS}

"""A doubt and a journalist through the API: the same stories as the pages', and everything that could go wrong with what is sent."""

import json
from itertools import pairwise

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator

from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.models import Case
from askfirst.people.models import Person
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.clock import at

__all__ = ["at"]

NEVER_USED = "BBBBBBBB"


def refused(answer):
    """A 409 with its sentences and clauses."""
    said = answer.json()
    assert (answer.status_code, said["status"], answer["Content-Type"]) == (409, 409, "application/problem+json")
    return [(refusal["sentence"], refusal["clause"]) for refusal in said["refusals"]]


def test_s24_two_schools_two_headteachers_one_of_them_away(api_of, at):
    at("2026-12-01 13:30")
    standish = api_of("standish")
    opened = standish.post("/cases", {"kind": "press", "details": {"schools": ["northgate", "eastfield"], "asked": "About the race"}})
    case = opened.json()
    ref = case["ref"]
    assert (opened.status_code, opened["Location"]) == (201, "/api/v1/cases/%s" % ref)
    assert [(one["step"], one["of"]) for one in case["reached"]] == [("consult", "eastfield"), ("consult", "northgate")]
    assert [(one["who"], one["acting_for"]) for one in case["reached"]] == [("Mr Abernethy", None), ("Mr Obuya", "Ms Devlin-Shaw")]
    assert [one["says"] for one in case["timeline"] if one["of"] == "co-ordinate"] == ["Dr Achterberg can see this"]
    assert (case["kind"], case["state"], case["part"], case["clauses"]) == ("press", "pending", "own", ["SNS-12", "WEB-7"])
    assert case["details"]["asked"] == "About the race"

    at("2026-12-01 14:05")
    obuya = api_of("obuya")
    tasks = obuya.get("/me/tasks").json()["tasks"]
    assert [(task["ref"], task["step"], task["of"], task["acting_for"]) for task in tasks] == [
        (ref, "consult", "northgate", "Ms Devlin-Shaw")
    ]
    assert obuya.takes(ref, "consult", advice="Please do not answer.", **{"for": "northgate"}).status_code == 200
    event = obuya.case(ref)["timeline"][-1]
    assert {name: event[name] for name in ("at", "step", "says", "by", "acting_for", "of", "words")} == {
        "at": "2026-12-01T14:05:00+00:00",
        "step": "consult",
        "says": "Consulted",
        "by": "Mr Obuya",
        "acting_for": "Ms Devlin-Shaw",
        "of": "northgate",
        "words": {"advice": "Please do not answer."},
    }

    at("2026-12-01 14:10")
    standish = api_of("standish")  # ten minutes away from a case's page end a session
    still_owed = ("Ask Mr Abernethy, for Eastfield Academy, before any response is given.", "SNS-12")
    assert standish.may(ref, "respond") == [still_owed[0]]
    assert refused(standish.takes(ref, "respond", note="It was fun.")) == [still_owed]
    assert standish.case(ref)["state"] == "pending"

    at("2026-12-01 15:20")
    assert api_of("abernethy").takes(ref, "consult", advice="Say the race was fun.").status_code == 200
    standish = api_of("standish")
    assert standish.may(ref, "respond") == []
    done = standish.takes(ref, "respond", note="I said it was fun.").json()
    assert done["state"] == "responded"
    advice = [event["words"]["advice"] for event in done["timeline"] if event["step"] == "consult"]
    assert advice == ["Please do not answer.", "Say the race was fun."]
    assert standish.sees() == [ref]  # no conduct case came of it


def test_s20_what_a_trustees_matter_does_not_offer_is_refused_in_the_same_words(api_of, at):
    at("2026-11-23 10:00")
    ref = api_of("vasquez-thorne").opens("interest", text="I own a share in Larkmoor Print.")
    assert api_of("pritchard").takes(ref, "hand-on").status_code == 200
    quarshie = api_of("quarshie")
    assert quarshie.takes(ref, "talk", how="by-message").status_code == 200
    (settle,) = [one for one in quarshie.case(ref)["steps"] if one["id"] == "settle"]
    offered = {field["id"]: field["choices"] for field in settle["fields"] if field["choices"]}
    assert offered == {"outcome": ["no-conflict", "managed", "recuse", "instruction"]}
    answer = quarshie.takes(ref, "settle", outcome="referred", refer_to="hr", note="Noted.")
    assert (answer.status_code, quarshie.case(ref)["state"]) == (400, "talked")
    assert "A trustee’s matter stays with the Chair. Choose another outcome." in answer.content.decode()


def test_s12_only_she_and_her_tutor_can_open_the_question(api_of, at):
    at("2026-11-25 16:00")
    amina = api_of("farouk")
    ref = amina.opens("question", text="May I start a Discord server for chess club?", to="tutor")
    standish = api_of("standish")
    case = standish.case(ref)
    assert case["details"]["text"] == "May I start a Discord server for chess club?"
    assert [step["id"] for step in case["steps"] if not step["refusals"]] == ["answer", "pass-on"]
    nowhere = Client(HTTP_HOST="localhost").get("/api/v1/nowhere/at/all")
    for other in ("pascoe", "devlin", "obuya", "dunmore", "whitlam", "achterberg", "sethuraman", "wieczorek", "harrow", "osei"):
        someone = api_of(other)
        hidden, never = someone.get("/cases/%s" % ref), someone.get("/cases/%s" % NEVER_USED)
        assert (hidden.status_code, never.status_code) == (404, 404), other
        assert hidden.content == never.content == nowhere.content
        assert dict(hidden.items()) == dict(never.items())
        assert someone.sees() == []
        assert someone.get("/me/tasks").json() == {"tasks": []}
        step = {"text": "Yes.", "strength": "You may", "outside": True}
        assert someone.takes(ref, "answer", **step).content == someone.takes(NEVER_USED, "answer", **step).content == nowhere.content
    answered = standish.takes(ref, "answer", text="Yes, the same rules hold.", strength="You may", clause="INT-2")
    assert answered.status_code == 200
    words = [event["words"] for event in amina.case(ref)["timeline"] if event["step"] == "answer"]
    assert words == [{"text": "Yes, the same rules hold.", "strength": "You may", "clause": "INT-2"}]
    assert amina.sees() == standish.sees() == [ref]


def test_s11_an_answer_needs_words_a_strength_and_a_clause(api_of, at):
    at("2026-11-25 10:00")
    ref = api_of("harrow").opens("question", text="May I blog about the cuts?", to="someone-else")
    devlin = api_of("devlin")
    assert api_of("pascoe").sees() == []
    for sent, field in (
        ({}, "text"),
        ({"text": "  "}, "text"),
        ({"text": "Best not."}, "strength"),
        ({"text": "Best not.", "strength": "Perhaps", "clause": "BLG-3"}, "strength"),
        ({"text": "Best not.", "strength": "Should not"}, "clause"),
        ({"text": "Best not.", "strength": "Should not", "outside": "perhaps"}, "outside"),
    ):
        answer = devlin.takes(ref, "answer", **sent)
        assert (answer.status_code, answer.json()["field"]) == (400, field)
        assert answer.json()["detail"]
    assert devlin.case(ref)["state"] == "asked"
    assert devlin.takes(ref, "answer", text="Best not.", strength="Should not", outside=True).json()["state"] == "answered"


def test_s56_the_refused_tries_stand_in_the_trail_alike_for_used_and_never_used(api_of, ref_of, at):
    at("2026-11-25 10:00")
    ref = api_of("harrow").opens("press", schools=["northgate"], asked="About her post")
    wieczorek = api_of("wieczorek")
    hidden, never = wieczorek.get("/cases/%s" % ref), wieczorek.get("/cases/%s" % NEVER_USED)
    assert (hidden.status_code, hidden.content) == (404, never.content)
    wieczorek.takes(ref, "respond")
    assert wieczorek.get("/cases", after=ref).content == wieczorek.get("/cases", after=NEVER_USED).content
    tries = [(event.who, event.of) for event in chain.events("tries")]
    assert tries == [(ref_of("wieczorek"), one) for one in (ref, NEVER_USED, ref, ref, NEVER_USED)]
    assert [one["of"] for one in wieczorek.get("/me/record").json()["tries"]] == [NEVER_USED, ref, ref, NEVER_USED, ref]


def test_whoever_sees_the_status_reads_no_word(api_of, at):
    at("2026-11-23 10:00")
    ref = api_of("osei").opens("press", schools=["eastfield"], asked="CANARY about exam stress", reporter={"name": "CANARY Calloway"})
    api_of("abernethy").takes(ref, "consult", advice="CANARY advice")
    seen = api_of("barrowman").get("/cases/%s" % ref)
    assert (seen.json()["part"], seen.json()["details"]) == ("status", {})
    assert "CANARY" not in seen.content.decode()
    assert [event["step"] for event in seen.json()["timeline"] if event["by"]] == ["open", "consult"]
    assert not [event for event in seen.json()["timeline"] if "words" in event]
    assert api_of("adelakun").case(ref)["details"]["reporter"]["name"] == "CANARY Calloway"


def test_a_post_sent_ten_times_is_one_case_and_one_notice(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    body = {"kind": "press", "details": {"schools": ["northgate"], "asked": "About her post"}}
    answers = [harrow.post("/cases", body, key="abc-1") for _ in range(10)]
    assert {(answer.status_code, answer.json()["ref"], answer["Location"]) for answer in answers} == {
        (201, answers[0].json()["ref"], answers[0]["Location"])
    }
    ref = answers[0].json()["ref"]
    assert Case.objects.count() == 1
    told = Notice.objects.filter(case=ref).count()
    devlin = api_of("devlin")
    steps = [devlin.post("/cases/%s/steps/consult" % ref, {"advice": "Fine."}, key="abc-1") for _ in range(10)]
    assert {answer.status_code for answer in steps} == {200}
    assert [event["step"] for event in devlin.case(ref)["timeline"] if event["step"] == "consult"] == ["consult"]
    assert Notice.objects.filter(case=ref).count() == told + 1


def test_a_key_with_another_body_or_at_another_address_changes_nothing(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    first = harrow.post("/cases", {"kind": "question", "details": {"text": "One?", "to": "line-manager"}}, key="k")
    other = harrow.post("/cases", {"kind": "question", "details": {"text": "Two?", "to": "line-manager"}}, key="k")
    elsewhere = harrow.post("/cases/%s/steps/withdraw" % first.json()["ref"], {}, key="k")
    for answer in (other, elsewhere):
        assert answer.status_code == 422
        assert "Send this with a new key." in answer.json()["detail"]
    assert harrow.case(first.json()["ref"])["state"] == "asked"
    assert Case.objects.count() == 1
    someone_else = api_of("pascoe").post("/cases", {"kind": "question", "details": {"text": "One?", "to": "line-manager"}}, key="k")
    assert someone_else.json()["ref"] != first.json()["ref"]


def test_a_stale_version_is_told_what_is_new_and_nothing_is_written(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    ref = harrow.opens("question", text="May I?", to="line-manager")
    read = harrow.case(ref)["version"]
    answered = api_of("pascoe").takes(ref, "answer", text="You may.", strength="You may", outside=True, version=read).json()
    stale = harrow.takes(ref, "withdraw", version=read)
    said = stale.json()
    assert (stale.status_code, said["version"], "refusals" in said) == (409, answered["version"], False)
    assert [(event["step"], event["words"]["text"]) for event in said["timeline"]] == [("answer", "You may.")]
    assert harrow.case(ref)["state"] == "answered"
    assert harrow.takes(ref, "that-helps", version=said["version"]).json()["state"] == "closed"


PASSED_ON = "Somebody passed this on, so it is not yours to answer any more. Nothing was sent."


def test_whoever_passes_a_question_on_has_no_more_of_it(api_of, at):
    at("2026-11-25 10:00")
    ref = api_of("harrow").opens("question", text="May I?", to="line-manager")
    pascoe = api_of("pascoe")
    passed = pascoe.takes(ref, "pass-on", who="comms")
    assert (passed.status_code, passed.json()) == (200, {"ref": ref})
    gone = pascoe.get("/cases/%s" % ref)
    assert (gone.status_code, gone.json()["detail"]) == (404, PASSED_ON)
    late = pascoe.takes(ref, "answer", text="You may.", strength="You may", outside=True)
    assert (late.status_code, late.json()["detail"], refused(late)) == (409, PASSED_ON, [(PASSED_ON, "BLG-8")])
    devlin = api_of("devlin")
    assert devlin.takes(ref, "answer", text="You may.").json() == devlin.takes("BBBBBBBB", "answer", text="You may.").json()
    assert api_of("adelakun").sees() == [ref]


def test_a_school_named_later_shuts_the_gate_again(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    ref = harrow.opens("press", unsure_which=True, asked="About her post")
    assert harrow.may(ref, "respond") == ["Say which school it is about before any response is given, or that it is about none."]
    harrow.takes(ref, "name-school", **{"for": "northgate"})
    api_of("devlin").takes(ref, "consult", advice="Fine.")
    assert harrow.may(ref, "respond") == []
    harrow.takes(ref, "name-school", **{"for": "eastfield"})
    assert refused(harrow.takes(ref, "respond")) == [("Ask Mr Abernethy, for Eastfield Academy, before any response is given.", "SNS-12")]


def test_lists_are_newest_first_and_paged_by_the_last_reference(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    opened: list[str] = []
    for minute in range(30):
        at("2026-11-25 10:%02d" % minute)
        opened.insert(0, harrow.opens("question", text="May I?", to="line-manager"))
    withdrawn = opened[3]
    harrow.takes(withdrawn, "withdraw")
    first = harrow.get("/cases").json()
    assert [line["ref"] for line in first["cases"]] == opened[:25]
    assert first["next"] == opened[24]
    second = harrow.get("/cases", after=first["next"]).json()
    assert ([line["ref"] for line in second["cases"]], second["next"]) == (opened[25:], None)
    assert all(newer["opened_at"] > older["opened_at"] for newer, older in pairwise(first["cases"]))
    assert [line["ref"] for line in harrow.get("/cases", kind="question", state="withdrawn").json()["cases"]] == [withdrawn]
    assert harrow.get("/cases", kind="press").json() == {"cases": [], "next": None}
    assert "May I?" not in harrow.get("/cases").content.decode()


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"kind": "moan"}, "kind"),
        ({"kind": "question", "state": "responded"}, "state"),
        ({"state": "\0"}, "state"),
        ({"school": "northgate"}, "school"),
        ({"after": NEVER_USED}, "after"),
        ({"after": "7"}, "after"),
        ({"kind": "x" * 5000}, "kind"),
    ],
)
def test_a_filter_we_do_not_know_is_told_in_a_sentence(api_of, at, query, field):
    at("2026-11-25 10:00")
    answer = api_of("harrow").get("/cases", **query)
    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert answer.json()["detail"].endswith(".")


SIGNED_OUT = [
    ("get", "/cases"),
    ("post", "/cases"),
    ("get", "/cases/%s" % NEVER_USED),
    ("post", "/cases/%s/steps/respond" % NEVER_USED),
    ("get", "/me"),
    ("get", "/me/tasks"),
    ("get", "/me/record"),
    ("get", "/people/%s/hats" % NEVER_USED),
]


@pytest.mark.parametrize(("method", "path"), SIGNED_OUT)
def test_signed_out_is_one_sentence(client, method, path):
    answer = getattr(client, method)("/api/v1" + path, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"] == "Session"
    assert "Sign in" in answer.json()["detail"]
    assert answer["Cache-Control"] == "no-store"


def test_a_change_without_the_csrf_token_is_not_taken(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    body = {"kind": "question", "details": {"text": "May I?", "to": "line-manager"}}
    answer = harrow.post("/cases", body, token=False)
    assert answer.status_code == 403
    assert "X-CSRFToken" in answer.json()["detail"]
    assert Case.objects.count() == 0
    assert harrow.post("/cases", body).status_code == 201


def test_nothing_of_a_persons_own_is_kept_in_a_cache(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    ref = harrow.opens("question", text="May I?", to="line-manager")
    for path in ("/cases", "/cases/%s" % ref, "/me", "/me/tasks", "/me/record", "/cases/%s" % NEVER_USED):
        answer = harrow.get(path)
        assert answer["Cache-Control"] == "no-store", path
        assert "Cookie" in answer["Vary"], path


def test_me_is_who_i_am_and_for_whom_i_act(api_of, ref_of, at):
    at("2026-12-01 10:00")
    obuya = api_of("obuya")
    me = obuya.get("/me").json()
    assert (me["ref"], me["short"], me["school"], me["capacity"]) == (ref_of("obuya"), "Mr Obuya", "northgate", "staff")
    hats = {hat["seat"]: hat["acting_for"] for hat in me["hats"]}
    assert (hats["head:northgate"], hats["deputy-head:northgate"]) == ("Ms Devlin-Shaw", None)
    assert obuya.get("/people/%s/hats" % ref_of("obuya")).json()["hats"] == me["hats"]
    others = obuya.get("/people/%s/hats" % ref_of("harrow"))
    assert (others.status_code, others.content) == (404, obuya.get("/people/%s/hats" % NEVER_USED).content)
    at("2026-12-05 10:00")
    assert "head:northgate" not in {hat["seat"] for hat in api_of("obuya").get("/me").json()["hats"]}


def test_my_record_holds_my_own_cases_and_not_those_i_was_asked_in(api_of, at):
    at("2026-11-25 10:00")
    asked = api_of("harrow").opens("question", text="May I?", to="line-manager")
    pascoe = api_of("pascoe")
    own = pascoe.opens("question", text="May I too?", to="line-manager")
    record = pascoe.get("/me/record").json()
    assert [line["ref"] for line in record["cases"]] == [own]
    assert pascoe.sees() == [own, asked]
    assert {fact["id"]: fact["value"] for fact in record["facts"]}["short"] == "Dr Pascoe"
    assert "post" in {tie["id"] for tie in record["ties"]}


A_QUESTION = {"text": "May I?", "to": "line-manager"}
A_CALL = {"schools": ["northgate"], "asked": "About her post"}
BAD_OPENINGS = [
    (b"{", "not whole JSON"),
    (b'{"kind": "question", "details": {"text": "cut', "not whole JSON"),
    (b'{"kind": "question", "details": ' + b"[" * 70 + b"]" * 70 + b"}", "nested more than 64"),
    (b"[]", "one JSON object"),
    (b'{"kind": "question", "details": {"text": "half \\ud800 gone", "to": "line-manager"}}', "cannot be kept"),
    (b'{"kind": "question", "details": {"\\ud800": 1}}', "a field here we do not take"),
    (b'{"\\udfff": 1}', "a field we do not take"),
    (b"", "do not know this kind"),
    ({"kind": "moan", "details": {}}, "do not know this kind"),
    ({"kind": ["question"], "details": {}}, "must be text"),
    ({"kind": "question"}, "Write your question first"),
    ({"kind": "question", "details": "text"}, "one JSON object"),
    ({"kind": "question", "details": A_QUESTION, "by": "pascoe"}, "a field we do not take"),
    ({"kind": "question", "details": A_QUESTION | {"text": "a\0b"}}, "cannot be kept"),
    ({"kind": "question", "details": A_QUESTION | {"text": 7}}, "must be text"),
    ({"kind": "question", "details": A_QUESTION | {"text": "x" * 1_000_000}}, "10,000"),
    ({"kind": "question", "details": A_QUESTION | {"to": "pascoe"}}, "Choose who should answer"),
    ({"kind": "question", "details": A_QUESTION | {"clause": "XXX-9"}}, "do not know this clause"),
    ({"kind": "press", "details": A_CALL | {"schools": ["hogwarts"]}}, "do not know one of these schools"),
    ({"kind": "press", "details": A_CALL | {"schools": [["northgate"]]}}, "list of names"),
    ({"kind": "press", "details": A_CALL | {"schools": {"northgate": 1}}}, "list of names"),
    ({"kind": "press", "details": {"asked": "About her post"}}, "which schools"),
    ({"kind": "press", "details": A_CALL | {"about_no_school": True}}, "Choose one of the two"),
    ({"kind": "press", "details": A_CALL | {"deadline": "2020-01-01T10:00:00+00:00"}}, "has passed"),
    ({"kind": "press", "details": A_CALL | {"deadline": "soon"}}, "could not read this time"),
    ({"kind": "press", "details": A_CALL | {"deadline": 1.5}}, "as text"),
    ({"kind": "press", "details": A_CALL | {"answered_already": "perhaps"}}, "yes or no"),
    ({"kind": "press", "details": A_CALL | {"reporter": "Calloway"}}, "a name, an outlet and a contact"),
    ({"kind": "press", "details": A_CALL | {"whose": "nobody"}}, "do not know this person"),
]


def one_sentence(answer, says, status=400):
    said = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json"), said
    assert says in said["detail"]
    assert "\n" not in said["detail"]


@pytest.mark.parametrize(("body", "says"), BAD_OPENINGS)
def test_an_opening_that_cannot_be_used_is_one_sentence_and_no_case(api_of, at, body, says):
    at("2026-11-25 10:00")
    one_sentence(api_of("harrow").post("/cases", body), says)
    assert Case.objects.count() == 0


BAD_STEPS = [
    ("devlin", "consult", {}, 400, "Write your advice first"),
    ("devlin", "consult", {"advice": "x" * 1_000_000}, 400, "10,000"),
    ("devlin", "consult", {"advice": "a\0b"}, 400, "cannot be kept"),
    ("devlin", "consult", b'{"advice": "\\udc00"}', 400, "cannot be kept"),
    ("devlin", "consult", {"advice": ["Fine."]}, 400, "must be text"),
    ("devlin", "consult", {"advice": "Fine.", "by": "abernethy"}, 400, "a field here we do not take"),
    ("devlin", "consult", {"advice": "Fine.", "for": "hogwarts"}, 409, "nobody was asked for it"),
    ("devlin", "consult", b'{"advice": "Fine.", "for": "\\ud800"}', 409, "nobody was asked for it"),
    ("devlin", "consult", {"advice": "Fine.", "for": ["northgate"]}, 400, "must be text"),
    ("devlin", "consult", {"advice": "Fine.", "version": "2"}, 400, "whole number"),
    ("devlin", "consult", {"advice": "Fine.", "version": True}, 400, "whole number"),
    ("devlin", "consult", {"advice": "Fine.", "version": -1}, 400, "whole number"),
    ("devlin", "consult", {"advice": "Fine.", "version": 10**30}, 409, "Somebody changed this"),
    ("devlin", "consult", b'{"advice": "cut', 400, "not whole JSON"),
    ("devlin", "approve", {}, 404, "no such step"),
    ("devlin", "%00", {}, 404, "no such step"),
    ("devlin", "respond", {}, 409, "Only the person whose matter it is can do this."),
    ("harrow", "consult", {"advice": "Fine by me"}, 409, "Only Ms Devlin-Shaw can do this."),
    ("harrow", "finish", {}, 409, "It stands at: consultation pending."),
    ("harrow", "name-school", {}, 400, "Say which school"),
    ("harrow", "name-school", {"for": "hogwarts"}, 400, "do not know this school"),
    ("harrow", "name-school", {"for": "northgate"}, 400, "named already"),
    ("harrow", "withdraw", {"for": "northgate"}, 400, "about the whole case"),
]


@pytest.mark.parametrize(("name", "step", "body", "status", "says"), BAD_STEPS)
def test_a_step_that_cannot_be_taken_is_one_sentence_and_changes_nothing(api_of, at, name, step, body, status, says):
    at("2026-11-25 10:00")
    ref = api_of("harrow").opens("press", **A_CALL)
    before = Case.objects.get().version
    one_sentence(api_of(name).post("/cases/%s/steps/%s" % (ref, step), body), says, status)
    assert Case.objects.get().version == before


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 201, "é"])
def test_a_key_that_is_none_is_one_sentence(api_of, at, key):
    at("2026-11-25 10:00")
    one_sentence(api_of("harrow").post("/cases", {"kind": "question", "details": A_QUESTION}, key=key), "1 to 200")
    assert Case.objects.count() == 0


def test_what_is_no_json_or_too_large_is_told_so(api_of, at):
    at("2026-11-25 10:00")
    harrow = api_of("harrow")
    one_sentence(harrow.post("/cases", "kind=question", content_type="application/x-www-form-urlencoded"), "application/json", 415)
    one_sentence(harrow.post("/cases", b'{"kind": "' + b"x" * 5_000_001 + b'"}'), "5,000,000", 413)
    assert harrow.client.delete("/api/v1/cases", headers={"X-CSRFToken": harrow.token}).status_code == 405


def test_somebody_who_left_yesterday_is_signed_out(api_of, ref_of, at):
    at("2026-11-25 10:00")
    pascoe = api_of("pascoe")
    Person.objects.filter(ref=ref_of("pascoe")).update(left_on="2026-11-24")
    assert pascoe.get("/cases").status_code == 401
    assert pascoe.post("/cases", {"kind": "question", "details": A_QUESTION}).status_code == 401
    assert Case.objects.count() == 0


def test_a_parent_hat_opens_nothing_of_work(api_of, at):
    at("2026-11-25 10:00")
    parent = api_of("tamblyn-h")
    assert parent.get("/me").json()["capacity"] == "parent"
    answer = parent.post("/cases", {"kind": "question", "details": A_QUESTION})
    assert [clause for _, clause in refused(answer)] == ["BLG-8"]


def test_one_set_of_choices_has_one_name_in_the_documents(client):
    said = json.loads(client.get("/api/v1/openapi.json").content)["components"]["schemas"]
    sets = {name: tuple(sorted(schema["enum"])) for name, schema in said.items() if "enum" in schema}
    assert len(sets) > 20
    assert len(set(sets.values())) == len(sets)
    assert [
        name for name in sets if any(letter.isdigit() for letter in name)
    ] == []  # made up by the generator, out of what it cannot tell apart


def test_no_two_shapes_of_the_documents_share_a_name():
    """The generator writes only a warning, and then one of the two takes the other's place."""
    GENERATOR_STATS.reset()
    SchemaGenerator(urlconf="askfirst.config.urls").get_schema(request=None, public=True)
    assert dict(GENERATOR_STATS._warn_cache) == {} == dict(GENERATOR_STATS._error_cache)


def test_the_documents_name_every_field_a_step_may_take(client):
    said = json.loads(client.get("/api/v1/openapi.json").content)
    taken = set(said["components"]["schemas"]["StepAsked"]["properties"])
    fields = {field.id for workflow in WORKFLOWS.values() for step in workflow.steps for field in step.fields}
    assert {"advice", "text", "strength", "clause", "outside", "who", "note", "outcome", "met_on"} <= fields
    assert taken == fields | {"for", "version"}
    page = client.get("/api/v1/docs").content.decode()
    assert "/api/v1/cases/{ref}/steps/{step}" in page
    assert "There are no API tokens yet." in page
    assert "Idempotency-Key" in page

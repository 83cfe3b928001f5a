"""People as pages: who would handle this today, files of people, new contacts; who may, what is shown, and what never is."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.casework.steps import open_case
from askfirst.people import roll
from askfirst.people.hats import Capacity
from askfirst.people.models import Conflict, Guardian, HeldContact, Holding, Person, RollImport
from askfirst.people.standing import capacities, standing
from tests.cast import MONDAY, who
from tests.clock import london
from tests.people.roll_files import as_file, cast_lines, everything, line
from tests.people.test_roll_plan import changed
from tests.readability import grade, sentences, words
from tests.web.pages import ours, page_of, send, token_of

NOW = london("2026-11-25 10:00")
NEW = line(id="s1", name="Ada New", kind="student", school="northgate", year="9")


def upload(browser, lines, **more):
    raw = lines if isinstance(lines, bytes) else as_file(lines)
    token = token_of(page_of(browser.get("/people/import/")))
    return browser.post("/people/import/", {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("people.csv", raw), **more})


def press(browser, path, step, **given):
    page = page_of(browser.get(path))
    digest = page.all(tag="input", name="digest")
    fields = {"digest": digest[0].attrs["value"]} if digest and step == "apply" else {}
    return send(browser, path + step + "/", {**fields, **given}, opened=path)


def said(browser, path):
    return " ".join(ours(page_of(browser.get(path))))


@pytest.fixture
def known(cast):
    """The cast was brought in by a file before: everybody has an id."""
    raw = as_file(cast_lines())
    looked = roll.look(io.BytesIO(raw), full=False, on=MONDAY)
    ref = roll.keep(raw, looked=looked, full=False, by="", at=NOW)
    roll.apply(ref, by=None, digest=looked.plan.digest, at=NOW)


def test_s54_on_the_page(signed_in, known):
    open_case(kind="question", by=standing(who("harrow"), on=NOW.date()), details={"text": "CANARY", "to": "line-manager"}, at=NOW)
    it = signed_in("wieczorek")
    lines = changed(cast_lines(without=("farrant",)), "harrow", line_manager_id="obuya")
    lines.append(
        line(id="e77", name="Mr Kofi Standish", kind="staff", school="eastfield", email="k.standish@eastfield.example", share="0.4")
    )
    lines.append(line(id="c1", name="Mr Owen Rusk", kind="parent", email="o.rusk@mail.example", contact_of="rusk"))
    sent = upload(it, lines, full="yes")
    assert sent.status_code == 303
    path = sent["Location"]
    shown = said(it, path)
    for expected in (
        "Possibly one person They share a name",
        "Mr Kofi Standish, line 60 k.standish@eastfield.example Mr Kofi Standish: standish@northgate.example",
        "Would leave (1) Mr Ludovic Farrant Would leave. Last day: 25 November 2026",
        "New contacts (1) Held for the school’s safeguarding lead. No case can use them until they are accepted. Mr Owen Rusk",
        "Mr Ikenna Obuya Becomes line manager of Ms Mei-Lin Harrow",
        "Open work that changes hands Asked as a line manager: 1",
        "Somebody gains a seat that reads cases, so this takes two people.",
    ):
        assert expected in shown, expected
    assert "CANARY" not in shown
    assert press(it, path, "decide", **{"who-e77": who("standish")}).status_code == 303
    assert press(it, path, "apply").status_code == 303
    assert "Waits for a second person" in said(it, path)
    assert not page_of(it.get(path)).all(tag="button", value="apply") and "I have looked: confirm" not in said(it, path)
    hr = signed_in("braithwaite")
    assert "Waits for a second person" in said(hr, "/people/import/")
    assert "Asked by Mr Wieczorek." in said(hr, path)
    assert press(hr, path, "apply").status_code == 303
    assert "What this file did" in said(hr, path)
    assert not Person.objects.filter(name="Mr Owen Rusk").exists()
    again = upload(it, lines, full="yes")["Location"]
    assert "There is nothing to change." in said(it, again)


def test_s54_the_safeguarding_lead_accepts_and_cases_shut_to_the_new_tie(signed_in, known):
    case = open_case(
        kind="question", by=standing(who("rusk"), on=NOW.date()), details={"text": "May I?", "to": "safeguarding-lead"}, at=NOW
    )
    it = signed_in("wieczorek")
    path = upload(it, [line(id="omondi", name="Ms Beatrix Omondi", kind="staff", contact_of="rusk", school="eastfield", line_manager_id="abernethy",
                            seats="dsl", job_title="DSL", email="omondi@eastfield.example"),
                       line(id="c1", name="Mr Owen Rusk", kind="parent", contact_of="rusk")])["Location"]  # fmt: skip
    press(it, path, "apply")
    assert it.get("/people/contacts/").status_code == 404
    lead = signed_in("omondi")
    shown = said(lead, "/people/contacts/")
    assert "Mr Owen Rusk, for Callie Rusk" in shown and "Ms Beatrix Omondi, for Callie Rusk We know" not in shown
    held = {row.name: row.pk for row in HeldContact.objects.all()}
    assert lead.get("/cases/%s/" % case).status_code == 200
    for name in ("Mr Owen Rusk", "Ms Beatrix Omondi"):
        done = send(lead, "/people/contacts/", {"id": held[name], "choice": "accept", "pr": "yes"}, opened="/people/contacts/")
        assert (done.status_code, done["Location"]) == (303, "/people/contacts/?done=accepted")
    assert "Nobody waits." in said(lead, "/people/contacts/")
    adult = Person.objects.get(name="Mr Owen Rusk")
    assert capacities(adult.ref, on=NOW.date()) == (Capacity.PARENT,)
    assert Guardian.objects.filter(adult=adult, has_pr=True).exists()
    assert lead.get("/cases/%s/" % case).status_code == 404, "she is close to the student from now on"
    again = send(lead, "/people/contacts/", {"id": held["Mr Owen Rusk"], "choice": "refuse"}, opened="/people/")
    assert again.status_code == 409
    for bad in ({"id": "x", "choice": "accept"}, {"id": "9" * 30, "choice": "accept"}, {"id": held["Mr Owen Rusk"], "choice": "both"}, {}):
        assert send(lead, "/people/contacts/", bad, opened="/people/").status_code == 404


def test_who_would_look_at_what_the_data_protection_officer_did(signed_in):
    hr = signed_in("braithwaite")

    def shown():
        answer = send(hr, "/people/", {"kind": "data", "who": "harrow", "school": "", "day": "2026-11-25"})
        assert answer.status_code == 200
        return " ".join(ours(page_of(answer))).partition("If it is about what the Data Protection Officer did ")

    copy, _, own = shown()
    assert "A copy, or something went wrong Ms Sethuraman" in copy
    assert "Ms Sethuraman, Data Protection Officer Skipped: it is about them" in own and "Nobody, Trustee for data protection" in own
    assert "Mr Quarshie Asked as: Chair of Trustees" in own
    Holding.objects.create(person_id=who("vasquez-thorne"), seat="data-trustee", starts=MONDAY)
    assert "Mrs Vasquez-Thorne Asked as: Trustee for data protection" in shown()[2]


def test_the_trustee_for_data_protection_comes_in_by_a_file(known):
    raw = as_file(changed(cast_lines(), "vasquez-thorne", seats="vice-chair; data-trustee"))
    looked = roll.look(io.BytesIO(raw), full=False, on=MONDAY)
    assert looked.plan.needs_second
    ref = roll.keep(raw, looked=looked, full=False, by="", at=NOW)
    for by in (who("wieczorek"), who("braithwaite")):
        roll.apply(ref, by=standing(by, on=MONDAY), digest=looked.plan.digest, at=NOW)
    assert standing(who("vasquez-thorne"), on=NOW.date()).holds("data-trustee")


def test_a_small_change_is_applied_by_one_and_undone(signed_in, known):
    it = signed_in("wieczorek")
    before = everything()
    path = upload(it, [*cast_lines(), NEW])["Location"]
    assert everything() == before, "a look writes nothing to the roll"
    assert "Apply this" in said(it, path)
    assert press(it, path, "apply")["Location"] == path + "?done=applied"
    assert Person.objects.filter(username="s1").exists()
    shown = said(it, path)
    assert "What this file did" in shown and "You can put everything back as it was until Wednesday 2 December 2026, 10:00." in shown
    hr = signed_in("kerrigan")
    assert "Put it back" not in said(hr, path)
    assert press(hr, path, "undo").status_code == 404
    assert press(it, path, "undo").status_code == 303
    assert everything() == before
    assert press(it, path, "undo").status_code == 409


def test_nobody_confirms_their_own_and_a_press_twice_is_once(signed_in, known):
    it = signed_in("wieczorek")
    path = upload(it, changed(cast_lines(), "kerrigan", seats="hr; comms"))["Location"]
    page = page_of(it.get(path))
    digest = page.one(tag="input", name="digest").attrs["value"]
    assert press(it, path, "apply").status_code == 303
    refused = send(it, path + "apply/", {"digest": digest}, opened=path)
    assert refused.status_code == 409
    assert "You asked for this yourself. Another person must confirm it." in " ".join(ours(page_of(refused)))
    gains = signed_in("kerrigan")
    assert "You gain something by this yourself" in said(gains, path)
    assert send(gains, path + "apply/", {"digest": digest}, opened=path).status_code == 409
    assert not standing(who("kerrigan"), on=NOW.date()).holds("comms")
    other = signed_in("pritchard")
    assert send(other, path + "apply/", {"digest": "0" * 64}, opened=path).status_code == 409
    assert press(other, path, "apply").status_code == 303
    assert send(other, path + "apply/", {"digest": digest}, opened=path).status_code in (404, 409)
    assert standing(who("kerrigan"), on=NOW.date()).holds("comms")


def masked(response):
    """A page without what differs from one page to the next: the token of its forms."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


PATHS = ["/people/", "/people/import/", "/people/contacts/", "/people/import/REF/"]


@pytest.mark.parametrize("name", ["harrow", "devlin", "achterberg", "quarshie", "osei", "tamblyn-h", "adelakun"])
def test_for_everybody_else_there_is_no_such_page(signed_in, known, name):
    it = signed_in("wieczorek")
    ref = upload(it, [*cast_lines(), NEW])["Location"].split("/")[3]
    browser = signed_in(name)
    never = browser.get("/no-such-page/")
    for path in PATHS:
        found = browser.get(path.replace("REF", ref))
        assert (found.status_code, masked(found)) == (404, masked(never)), path
    for step in ("apply", "drop", "undo", "decide"):
        assert send(browser, "/people/import/%s/%s/" % (ref, step), {}, opened="/check/").status_code == 404
    assert RollImport.objects.get(pk=ref).state == "looked"


def test_a_change_of_the_roll_asks_again_who_is_there_after_ten_minutes(signed_in, known, at):
    it = signed_in("wieczorek")
    path = upload(it, [*cast_lines(), NEW])["Location"]
    at("2026-11-25 10:11")
    asked = press(it, path, "apply")
    assert asked.status_code == 200 and RollImport.objects.get(pk=path.split("/")[3]).state == "looked"
    digest = page_of(asked).one(tag="input", name="digest").attrs["value"]
    assert send(it, path + "apply/", {"digest": digest, "proof": "yes"}, opened=path).status_code == 303
    assert RollImport.objects.get(pk=path.split("/")[3]).state == "applied"


def test_nobody_signed_in_is_asked_to_sign_in(browser, cast):
    for path in PATHS:
        assert browser.get(path.replace("REF", "BBBBBBBB")).status_code == 302


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "No file came along."),
        (b"\x00\x01\x81\x8d", "Line 1"),
        (b"id,name\nn1,Ada\n", "Line 1, column “kind”: This column is missing, and every person needs it. Add it."),
        (as_file([line(id="n1", name="Ada", kind="staff", born="soon")]), "Line 2, column “born”: This is no day."),
        (as_file([line(id="n%d" % one, name="Ada", kind="robot") for one in range(60)]), "And 10 more."),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_keeps_nothing(signed_in, cast, raw, says):
    it = signed_in("wieczorek")
    before = everything()
    sent = upload(it, raw)
    assert sent.status_code == 400
    assert says in " ".join(ours(page_of(sent)))
    assert (everything(), RollImport.objects.count()) == (before, 0)


def test_what_a_cell_holds_is_shown_as_text(signed_in, known):
    it = signed_in("wieczorek")
    path = upload(
        it,
        [
            line(id="n1", name="<script>alert(1)</script>", kind="student", school="northgate"),
            line(id="n2", name="=HYPERLINK(1)", kind="student", school="northgate"),
        ],
    )["Location"]
    page = it.get(path).content.decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
    assert "A spreadsheet would take this for a formula. We keep it as text." in said(it, path)


def test_steps_that_do_not_exist_and_ways_that_do_not_work(signed_in, known):
    it = signed_in("wieczorek")
    path = upload(it, [*cast_lines(), NEW])["Location"]
    assert press(it, path, "explode").status_code == 404
    assert it.get(path + "apply/").status_code == 302
    assert it.put(path).status_code in (403, 405)
    assert press(it, path, "decide", **{"who-x": "harrow"}).status_code == 409
    assert press(it, path, "drop").status_code == 303
    assert it.get(path).status_code == 404
    for address in ("/people/import/BBBBBBBB/", "/people/import/%00/", "/people/import/" + "x" * 300 + "/"):
        assert it.get(address).status_code == 404


def ask(browser, **given):
    return send(browser, "/people/", {"kind": "question", "who": "harrow", "school": "", "day": "2026-11-25", **given}, opened="/people/")


def walked(response):
    return " ".join(ours(page_of(response).all(cls="af-card")[0]))


def test_who_would_handle_a_question_step_by_step_for_hr(signed_in, cast):
    Conflict.objects.create(person_id=who("pascoe"), about_id=who("harrow"), since=MONDAY)
    hr = signed_in("braithwaite")
    answer = ask(hr)
    assert answer.status_code == 200
    assert "Dr Pascoe, Line manager of Ms Harrow Skipped: they said they should not handle it (conflict)" in walked(answer)
    assert "Ms Devlin-Shaw" in walked(answer)


def test_it_and_governance_see_who_and_never_why(signed_in, cast):
    Conflict.objects.create(person_id=who("pascoe"), about_id=who("harrow"), since=MONDAY)
    for name in ("wieczorek", "pritchard"):
        answer = ask(signed_in(name))
        assert "Ms Devlin-Shaw" in walked(answer)
        assert "Skipped" not in walked(answer) and "Pascoe" not in walked(answer) and "conflict" not in answer.content.decode()


def test_whoever_is_skipped_is_not_told_why_not_even_in_hr(signed_in, cast):
    Conflict.objects.create(person_id=who("braithwaite"), about_id=who("kerrigan"), since=MONDAY)
    hr, dpo = signed_in("braithwaite"), signed_in("sethuraman")
    assert "conflict" in walked(ask(dpo, who="kerrigan"))
    assert "conflict" not in walked(ask(hr, who="kerrigan")) and "Braithwaite" not in walked(ask(hr, who="kerrigan"))


def test_s57_a_delegation_and_a_journalist(signed_in, cast):
    hr = signed_in("kerrigan")
    answer = ask(hr, kind="press", school="northgate", day="2026-12-03")
    assert "Mr Obuya, acting for Ms Devlin-Shaw Asked as: Headteacher, Northgate School" in walked(answer)
    own = ask(hr, kind="press", who="obuya", school="northgate", day="2026-12-03")
    assert "Mr Obuya, Headteacher, Northgate School Skipped: it is their own matter (asker)" in walked(own)
    assert "Dr Achterberg" in walked(own)
    after = ask(hr, kind="press", school="northgate", day="2026-12-05")
    assert "Ms Devlin-Shaw Asked as: Headteacher" in walked(after)
    trust = ask(hr, kind="press", who="achterberg", school="eastfield")
    assert "Mr Quarshie Asked as: Chair of Trustees" in walked(trust)


def test_a_students_three_doors_and_a_second_post(signed_in, cast):
    hr = signed_in("kerrigan")
    answer = walked(ask(hr, who="Amina Farouk-Wells"))
    assert "If they choose their tutor" in answer and "If they choose the safeguarding lead" in answer
    assert "Asked first, for the post at Eastfield Academy Mr Amadi-Cole, acting for Mrs Loxley" in walked(ask(hr, who="standish"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"who": "nobody at all"}, "We know nobody by that name."),
        ({"who": ""}, "We know nobody by that name."),
        ({"who": "blenkinsop"}, "Several people have that in their name."),
        ({"day": "tomorrow"}, "We could not read this day. Write it as in 25/11/2026."),
        ({"kind": "gossip"}, "Choose what it is."),
        ({"kind": "press", "school": "hogwarts"}, "Say which school it is about."),
        ({"who": "har\0row"}, "We know nobody by that name."),
    ],
)
def test_what_cannot_be_looked_up_is_said(signed_in, cast, given, says):
    answer = ask(signed_in("kerrigan"), **given)
    assert answer.status_code == 400
    assert says in " ".join(ours(page_of(answer)))


def test_words_on_these_pages_are_plain(signed_in, known):
    it = signed_in("wieczorek")
    lines = changed(cast_lines(without=("farrant",)), "harrow", line_manager_id="obuya")
    lines.append(line(id="e77", name="Mr Kofi Standish", kind="staff", school="eastfield", email="k.standish@eastfield.example"))
    path = upload(it, lines, full="yes")["Location"]
    texts = [*ours(page_of(it.get(path))), *ours(page_of(it.get("/people/import/"))), *ours(page_of(ask(signed_in("kerrigan"))))]
    long = [one for text in texts for one in sentences(text) if len(words(one)) > 20]
    assert long == []
    assert grade(". ".join(texts)) <= 8

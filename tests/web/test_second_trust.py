"""A second trust from nothing: its people, schools and procedure come in, two people agree, and then every page speaks of it and of no other.

Fellbrook Schools has a document of its own. The shipped words of the demo's trust lie beside the code all the time: no page may show one.
"""

import re
import tomllib
from importlib.resources import files

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from askfirst.adoption.editions import in_force, name_in_force
from askfirst.casework import steps
from askfirst.casework.fields import BadField
from askfirst.people.calendar import london_day
from askfirst.people.models import Person, School
from askfirst.procedure.clause import Strength
from askfirst.procedure.here import SHIPPED
from askfirst.procedure.load import NONE_YET
from askfirst.procedure.trust import LEAD_TITLE
from tests.browser.test_every_page_is_in_reach import addresses
from tests.clock import at, london
from tests.web.fellbrook import CENTRAL, DOCUMENT, SCHOOLS, THERE, fellbrook
from tests.web.pages import cards_of, look_over, page_of, send, token_of
from tests.web.test_bring_pages import fields
from tests.web.walks import Walk

__all__ = ["at", "fellbrook"]
LATER = "2026-12-01 10:00"


def shown(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def ours(fellbrook, name, value, why="So it is here."):
    """Mrs Adeyinka asks on the page, and Dr Larkham agrees where it takes two."""
    clerk = fellbrook.browser("adeyinka")
    path = "/settings/one/%s/" % name
    done = send(clerk, path, {**(value if isinstance(value, dict) else {"value": value}), "starts_on": "", "why": why}, opened=path)
    assert done.status_code == 303, shown(done)
    where = done["Location"].partition("?")[0]
    if "waits" in done["Location"]:
        lead = fellbrook.browser("larkham")
        digest = page_of(lead.get(where)).one(tag="input", name="digest").attrs["value"]
        assert send(lead, where, {"step": "agree", "digest": digest}, opened=where).status_code == 303


def people_of_the_schools(fellbrook):
    """The server's own command asks; two people press."""
    fellbrook.at("2026-11-23 10:00")
    code, said = fellbrook.brings((*CENTRAL, *THERE))
    assert code == 1, said
    for name in ("adeyinka", "fairlie"):
        browser = fellbrook.browser(name)
        ref = re.findall(r"/people/import/([A-Z0-9]{8})/", browser.get("/people/import/").content.decode())[0]
        path = "/people/import/%s/" % ref
        asked = page_of(browser.get(path))
        assert asked.all(tag="input", name="digest"), asked.text
        digest = asked.all(tag="input", name="digest")[0].attrs["value"]
        assert send(browser, path + "apply/", {"digest": digest}, opened=path).status_code == 303


def draft_from_the_document(fellbrook):
    """Mrs Adeyinka brings it, looks each clause over, and keeps it as the trust's first draft; its reference."""
    clerk = fellbrook.browser("adeyinka")
    token = token_of(page_of(clerk.get("/procedure/bring/")))
    sent = {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("procedure.txt", DOCUMENT.encode())}
    one = clerk.post("/procedure/bring/", sent)["Location"].partition("?")[0]
    for id in dict.fromkeys(re.findall(one + r"clauses/([A-Z]{2,6}-[0-9]+)/", clerk.get(one).content.decode())):
        path = "%sclauses/%s/" % (one, id)
        given = fields(page_of(clerk.get(path)))
        given |= PLAIN.get(id, {})
        done = send(clerk, path, {**given, "do": "confirm"}, opened=path)
        assert done.status_code == 303, (id, shown(done))
    kept = send(clerk, one + "steps/draft/", {}, opened=one)
    assert kept.status_code == 303, shown(kept)
    return kept["Location"]


PLAIN = {
    "SNS-6": {"plain": "You should not have pupils as friends online, unless the group is only for learning."},
    "SNS-8": {"student": "You should check that only your friends can see what you post."},
    "DOC-1": {"addressee": "trust", "strength": "Good to know", "plain": "The Chief Executive agreed this on 5 October 2026."},
    "DOC-2": {"addressee": "trust", "strength": "Good to know", "plain": "It is looked at again by 31 October 2029."},
    "PRI-5": {"addressee": "both", "strength": "Must not", "plain": "You must not bully or abuse anybody at our schools online.", "student": "You must not bully anybody at our schools online."},
    "LUN-1": {"addressee": "staff", "strength": "Must", "plain": "If you run a lunch club, you must tell the office which app it uses."},
}  # fmt: skip


def step(browser, ref, id, **given):
    done = send(browser, "%ssteps/%s/" % (ref, id), given, opened=ref)
    assert done.status_code == 303, shown(done)


def in_force_from(fellbrook, ref, day):
    """Looked over, sent, and agreed to by Dr Larkham, who wrote no word of it."""
    clerk, lead = fellbrook.browser("adeyinka"), fellbrook.browser("larkham")
    found = [one.attrs["value"] for one in page_of(clerk.get(ref)).all(tag="input", name="findings")]
    if found:
        step(clerk, ref, "accept", findings=found, why="It is so in our document.")
    step(clerk, ref, "lint")
    step(clerk, ref, "submit")
    refused = send(clerk, ref + "steps/approve/", {"version": "0"}, opened=ref)
    assert refused.status_code in (404, 409)
    version = page_of(lead.get(ref)).all(tag="input", name="version")[0].attrs["value"]
    step(lead, ref, "approve", starts_on=day, version=version)


def from_nothing(fellbrook):
    """Everything up to an edition in force on 30 November."""
    assert fellbrook.brings(CENTRAL) == (0, fellbrook.said)
    ours(fellbrook, "trust.lead_title", "Chief Executive")
    for school in SCHOOLS.values():
        ours(fellbrook, "school.new", school)
    ours(fellbrook, "trust.data_protection_officer", "Ms Perpetua Oduyale")
    ours(fellbrook, "year.terms", "Autumn 2026, 2/9/2026, 18/12/2026, 26/10/2026, 30/10/2026")
    ours(fellbrook, "school.beck-lane.lead", {"name": "Mr Ewan Sedge", "checked_on": "23/11/2026"})
    people_of_the_schools(fellbrook)
    in_force_from(fellbrook, draft_from_the_document(fellbrook), "2026-11-30")


def test_from_an_empty_database_to_a_check_a_question_a_request_and_a_look_up(fellbrook):
    assert (Person.objects.count(), School.objects.count(), name_in_force(on=london_day(london("2026-11-23 09:00")))) == (0, 0, NONE_YET)
    visitor = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    assert "Fellbrook Schools" in shown(visitor.get("/")) and "Our own procedure is not here yet." in shown(visitor.get("/procedure/"))
    assert look_over(visitor, "Ring me on 07700 900455.").status_code == 200, "a check helps before there is a procedure too"
    from_nothing(fellbrook)
    assert "Our own procedure is not here yet." in shown(visitor.get("/procedure/")), "its first day is still to come"
    fellbrook.at(LATER)
    edition = in_force(on=london_day(london(LATER)))
    assert (edition.edition, edition.trust, edition.approved_by, edition.title) == (
        "v1",
        "fellbrook",
        "Chief Executive",
        "Staff and Pupils Online: Our Procedure",
    )
    assert (edition.clause("SNS-6").strength, edition.clause("CON-12").strength) == (Strength.SHOULD_NOT, Strength.MUST_NOT)
    assert "LUN-1" in edition.by_id and "WEB-1" not in edition.by_id
    # A check, by a teacher: the strength is Fellbrook's own.
    teacher = fellbrook.browser("maybury")
    (card, *_) = cards_of(page_of(look_over(teacher, "Ring me on 07700 900455.")))
    assert (card[1], card[2][0]) == ("Advice", "SNS-3")
    named = shown(send(teacher, "/check/name/", {"text": "@beck_lane_primary_art", "author": "staff"}, opened="/check/name/"))
    assert "Beck Lane Primary" in named
    # A question, to her line manager there.
    asked = send(teacher, "/ask/", {"text": "May our lunch club have a group?", "to": "line-manager", "send": "1"}, opened="/ask/")
    assert asked.status_code == 303, shown(asked)
    ref = re.findall(r"/cases/([A-Z0-9]{8})/", asked["Location"])[0]
    head = fellbrook.browser("quillan")
    path = "/cases/%s/steps/answer/" % ref
    form = page_of(head.get("/cases/%s/" % ref))
    version = form.all(tag="input", name="version")[0].attrs["value"]
    answer = {"text": "Yes. Tell Miss Tunnicliff which app.", "strength": "Must", "clause": "LUN-1", "version": version, "once": "0" * 32}
    assert send(head, path, answer, opened="/cases/%s/" % ref).status_code == 303
    assert "LUN-1" in shown(teacher.get("/cases/%s/" % ref))
    # A pupil asks not to be in posts, and her own office reads it.
    nell = fellbrook.browser("nell")
    walk = Walk(nell, "/do-not-post/").press("Continue", scope="photos", until="21/7/2027").press("Send")
    ref = re.findall(r"/cases/([A-Z0-9]{8})/", walk.path)[0]
    assert fellbrook.browser("tunnicliff").get("/cases/%s/" % ref).status_code == 200
    assert "Beck Lane Primary: 01632 960710" in shown(visitor.get("/do-not-post/"))
    # A parent looks a page up.
    page = official(fellbrook)
    found = visitor.get("/api/v1/sites/lookup", {"url": page}).json()
    assert (found["answer"], found["school"]) == ("official", "Beck Lane Primary")


def official(fellbrook):
    """A page of Year 6 that is official; its address."""
    at, by = london(LATER), fellbrook.by
    ref = steps.open_case(kind="page", by=by("maybury"), details={"name": "Year 6", "purpose": "What we make."}, at=at)

    def takes(name, step, **given):
        steps.take(ref=ref, step=step, by=by(name), given=given, at=at)

    takes("maybury", "people", second="Ms Hattie Elwes", successor="Mrs Orla Quillan")
    with pytest.raises(BadField) as elsewhere:
        takes("maybury", "account", login="year6@elsewhere.example", recovery="year6@elsewhere.example")
    assert str(elsewhere.value.sentence) == "Use a school-owned address, such as one that ends in becklane.example."
    takes("maybury", "account", login="year6@becklane.example", recovery="office@becklane.example")
    takes("maybury", "rules", photos="none", comments="off", students="no")
    takes("maybury", "submit")
    takes("quillan", "talk", how="by-message")
    takes("quillan", "agree")
    takes("winstan", "comms-check", note="Clear.")
    takes("larkham", "make-official", called="Year 6 at Beck Lane")
    takes("winstan", "set-address", address="https://www.instagram.com/becklane_year6/")
    return "https://www.instagram.com/becklane_year6/"


# ---------------------------------------------------------------- no word of the first trust on any page of the second


def words_of_the_first():
    """Names, addresses, numbers and people of the trust of the demo, as they lie beside the code."""
    trust = tomllib.loads((SHIPPED / "trust.toml").read_text(encoding="utf-8"))
    cast = tomllib.loads(files("askfirst.people.demo").joinpath("cast.toml").read_text(encoding="utf-8"))
    found = {trust["domain"], trust["duty_phone"], trust["data_protection_officer"], "Ridgeway", LEAD_TITLE}
    for school in trust["schools"]:
        found |= {school[name] for name in ("id", "name", "phone", "domain", "safeguarding_lead")}
    found |= {person["name"] for person in cast["person"] if len(person["name"].split()) > 1}
    return {word.casefold() for word in found}


def sweep(browsers, paths):
    """Each page that shows a word of the first trust, with the word; and how many pages were looked at."""
    words, wrong, seen = re.compile("|".join(map(re.escape, sorted(words_of_the_first())))), [], 0
    for name, browser in browsers.items():
        for path in paths:
            answer = browser.get(path)
            if answer.status_code != 200:
                continue
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            seen += 1
            wrong += ["%s as %s: %s" % (path, name, word) for word in sorted(set(words.findall(body.decode(errors="replace").casefold())))]
    return seen, wrong


MORE = (
    "/?as=student", "/get-help/?as=student", "/procedure/?as=student", "/procedure/?q=photo", "/procedure/topics/friends/", "/guides/instagram/",
    "/do-i-need-to/start-a-blog/", "/do-i-need-to/personal-page/", "/procedure/editions/v1/", "/procedure/editions/v1/as/json/", "/procedure/editions/v1/as/html/",
    "/procedure/changes/?since=0", "/settings/part/trust/", "/settings/part/year/", "/settings/part/reading/", "/settings/part/ruling/", "/settings/part/variation/",
    "/settings/part/school.beck-lane/", "/settings/one/school.new/", "/settings/one/trust.brands/", "/declare/plan/", "/declare/blog/", "/declare/group/",
    "/nothing-here/", "/api/v1/procedure", "/api/v1/procedure/lint", "/api/v1/procedure/facts", "/api/v1/procedure/editions", "/api/v1/openapi.json",
    "/api/v1/guides", "/api/v1/me", "/api/v1/settings",
)  # fmt: skip


def test_no_word_of_the_first_trust_stands_on_any_page_of_the_second(fellbrook):
    from_nothing(fellbrook)
    fellbrook.at(LATER)
    clauses = in_force(on=london_day(london(LATER))).by_id
    paths = (*addresses(), *MORE, *("/procedure/clauses/%s/" % id for id in (*clauses, "WEB-1", "SNS-7", "CON-3")))
    browsers = {name: fellbrook.browser(name) for name in ("adeyinka", "maybury", "quillan", "nell", "oduyale", "fairlie", "morrow")}
    browsers[""] = Client(HTTP_HOST="localhost")
    seen, wrong = sweep(browsers, paths)
    print("%d pages looked at" % seen)
    assert wrong == []
    assert seen > 400


def test_a_word_of_the_first_trust_is_found_wherever_it_is_planted(fellbrook):
    """The sweep can fail: a name, a number and a person of the demo's trust, each in a setting that every page or one page shows."""
    assert fellbrook.brings(CENTRAL) == (0, fellbrook.said)
    visitor = {"": Client(HTTP_HOST="localhost")}
    assert sweep(visitor, ("/", "/accessibility/", "/my-data/"))[1] == []
    clerk, who_agrees = {"clerk": fellbrook.browser("adeyinka")}, "/settings/one/trust.approver_seat/"
    assert sweep(clerk, (who_agrees,))[1] == ["%s as clerk: executive headteacher" % who_agrees]
    ours(fellbrook, "trust.lead_title", "Chief Executive")
    assert sweep(clerk, (who_agrees,))[1] == []
    ours(fellbrook, "trust.name", "Fellbrook and Ridgeway Education Trust")
    assert sweep(visitor, ("/",))[1] == ["/ as : ridgeway"]
    ours(fellbrook, "trust.duty_phone", "01632 960100")
    assert "/accessibility/ as : 01632 960100" in sweep(visitor, ("/accessibility/",))[1]
    ours(fellbrook, "trust.data_protection_officer", "Ms Rukmini Sethuraman")
    assert "/my-data/ as : ms rukmini sethuraman" in sweep(visitor, ("/my-data/",))[1]

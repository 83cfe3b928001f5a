"""What lies beside a case, on its pages: danger first, the list by the names of the page, one sentence for each bad file, bytes no browser runs."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopFutureHandlers
from django.db import transaction
from django.test import Client
from PIL import Image

from askfirst.casework import evidence, steps
from askfirst.casework.models import Case, Evidence
from askfirst.config.uploads import HeldInMemory
from askfirst.guard import child
from askfirst.guard.limits import CHILD
from askfirst.records import erasure
from askfirst.trail import chain
from askfirst.trail.models import Notice
from askfirst.vault.models import Sealed
from tests.casework.test_concern_stories import POST as WORRY
from tests.cast import who
from tests.clock import london
from tests.guard.test_files import REFUSED, bomb, with_place
from tests.onward import sent_on
from tests.web.pages import page_of, token_of
from tests.web.people_at_work import by
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db

WEDNESDAY = "2026-11-25 10:00"
NEVER = "BBBBBBBB"
WORDS = {"link": "https://page.example/prizes", "seen_on": "24/11/2026", "about": "It asks for money, zanzibar."}
SAFE = {**WORDS, "confirmed": "yes"}


def picture(size=(60, 40)):
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return out.getvalue()


def opened(kind, name, details):
    return steps.open_case(kind=kind, by=by(name), details=details, at=london(WEDNESDAY))


@pytest.fixture
def ref(cast):
    return opened("impostor", "farouk", {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"})


@pytest.fixture
def staff_case(cast):
    return sent_on("staff-route", "holloway", by=by("tolland"), at=london(WEDNESDAY), hurt=("omondi",))


def sends(browser, ref, fields=WORDS, *files):
    """The form as a browser sends it; each file as (name, bytes)."""
    where = "/cases/%s/evidence/" % ref
    form = page_of(browser.get(where)).one(tag="form", action=where)
    hidden = {one.attrs["name"]: one.attrs["value"] for one in form.all(tag="input", type="hidden")}
    held = [SimpleUploadedFile(name, data) for name, data in files]
    return browser.post(where, {**hidden, **fields, **({"file": held} if held else {})})


def text_of(browser, path):
    return page_of(browser.get(path)).one(tag="main").text


def errors(answer):
    return page_of(answer).one(cls="govuk-error-summary").one(tag="ul").text


def bare(answer):
    return answer.status_code, answer.content.replace(token_of(page_of(answer)).encode() if b"csrf" in answer.content else b"-", b"")


@pytest.mark.parametrize("name", ["farouk", "adelakun"])
def test_danger_and_help_stand_before_the_file_and_the_page_reads_easily(signed_in, ref, name):
    answer = signed_in(name).get("/cases/%s/evidence/" % ref)
    text = answer.content.decode()
    places = [
        text.index(one)
        for one in ("0800 1111", "Never put in a naked", "sees what you add", 'name="about"', 'name="confirmed"', 'type="file"')
    ]
    assert places == sorted(places)
    assert too_hard(page_of(answer), "staff") == []


def test_a_student_reads_it_easily_and_adds_to_what_they_told(signed_in):
    kit = signed_in("kit")
    told = opened("concern", "kit", WORRY)
    answer = kit.get("/cases/%s/evidence/" % told)
    assert too_hard(page_of(answer), "student") == []
    assert sends(kit, told, SAFE, ("story.png", picture())).status_code == 303
    page = page_of(kit.get("/cases/%s/" % told))
    assert "It asks for money" in page.one(tag="main").text and "You, Today, 10:00" in page.one(tag="main").text
    assert too_hard(page, "student") == []
    assert too_hard(page_of(kit.get("/cases/%s/evidence/1/" % told)), "student") == []
    lead = text_of(signed_in("whitlam"), "/cases/%s/" % told)
    assert "It asks for money" in lead and "Kit Okoro-Penn, Today, 10:00" in lead


def test_words_first_then_a_picture_seen_by_whoever_deals_with_it(signed_in, ref):
    farouk, comms = signed_in("farouk"), signed_in("adelakun")
    sent = sends(farouk, ref)
    assert (sent.status_code, sent["Location"]) == (303, "/cases/%s/evidence/?added=1" % ref)
    assert "It is beside the case now." in text_of(farouk, sent["Location"])
    assert sends(farouk, ref, SAFE, ("C:\\me\\pri\u202eze.png", with_place_png())).status_code == 303
    page = page_of(comms.get("/cases/%s/" % ref))
    main = page.one(tag="main").text
    assert "Beside this case" in main and "https://page.example/prizes" in main and "Seen on Tuesday 24 November" in main
    assert "Words" in main and "PNG picture, 1 kB" in main and "Amina Farouk-Wells, Today, 10:00" in main
    assert page.all(tag="a", href="https://page.example/prizes") == [], "no link of theirs is one press away"
    assert too_hard(page, "staff") == []
    one = page_of(comms.get("/cases/%s/evidence/2/" % ref))
    assert "prize.png" in one.one(tag="main").text and too_hard(one, "staff") == []
    assert one.one(tag="img").attrs["src"] == "/cases/%s/evidence/2/copy/" % ref


def with_place_png():
    out = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "zanzibar"
    Image.new("RGB", (60, 40), "red").save(out, "PNG", exif=exif)
    return out.getvalue()


def test_bytes_are_saved_under_a_name_of_ours_and_run_nowhere(signed_in, ref, caplog):
    farouk, comms, data = signed_in("farouk"), signed_in("adelakun"), with_place()
    sends(farouk, ref, SAFE, ('"evil\r\nSet-Cookie: a=b".jpg', data))
    copy = comms.get("/cases/%s/evidence/1/copy/" % ref)
    original = comms.get("/cases/%s/evidence/1/original/" % ref)
    assert (copy["Content-Type"], original["Content-Type"]) == ("image/jpeg", "application/octet-stream")
    assert (copy["Content-Disposition"], original["Content-Disposition"]) == (
        'attachment; filename="askfirst-%s-1.jpg"' % ref,
        'attachment; filename="askfirst-%s-1-original.jpg"' % ref,
    )
    for answer in (copy, original):
        assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
        assert "no-store" in answer["Cache-Control"]
        assert "evil" not in str(answer.items())
    assert original.content == data and b"zanzibar" in data and b"zanzibar" not in copy.content
    assert "evil" not in caplog.text


def test_each_look_and_each_saving_is_in_who_has_opened_once(signed_in, ref):
    farouk, comms = signed_in("farouk"), signed_in("adelakun")
    sends(farouk, ref, SAFE, ("a.png", picture()))
    farouk.get("/cases/%s/evidence/" % ref)
    for path in ("", "evidence/1/copy/", "evidence/1/original/"):
        assert comms.get("/cases/%s/%s" % (ref, path)).status_code == 200
    rows = [one.text for one in page_of(comms.get("/cases/%s/opened/" % ref)).one(tag="main").one(tag="ul", cls="af-list").all(tag="li")]
    mine = [row.partition("10:00")[2] for row in rows if row.startswith("You")]
    assert mine == ["Saved thing 1 beside it, as it came", "Looked at thing 1 beside it", ""]
    assert "Looked at the list of what lies beside it" in rows[-1], "his own page of what is there"


@pytest.mark.parametrize("case", REFUSED)
def test_each_bad_file_gets_one_sentence_and_the_words_stay(signed_in, ref, case):
    farouk = signed_in("farouk")
    name, data, _ = REFUSED[case]
    answer = sends(farouk, ref, SAFE, (name, data))
    said = errors(answer)
    assert answer.status_code == 400 and said.endswith(".") and len(said.split(". ")) <= 3
    page = page_of(answer)
    assert page.one(tag="textarea", name="about").raw.strip() == WORDS["about"]
    assert page.one(tag="input", name="link").attrs["value"] == WORDS["link"]
    assert "Choose it again" in page.one(id="beside-file-hint").text and too_hard(page, "staff") == []
    assert not Evidence.objects.exists() and not Sealed.objects.filter(name__startswith="evidence").exists()


def test_a_bomb_leaves_nothing_and_the_next_file_is_taken(signed_in, ref, monkeypatch):
    monkeypatch.setattr(child, "CHILD", replace(CHILD, wall=3))
    farouk = signed_in("farouk")
    for page in (b"200 200", b"99999999 99999999"):
        answer = sends(farouk, ref, SAFE, ("a.pdf", bomb(page)))
        assert answer.status_code == 303 or "takes too much" in errors(answer), "drawn in time, or said"
    before = Evidence.objects.count()
    assert sends(farouk, ref, SAFE, ("a.png", picture())).status_code == 303
    assert Evidence.objects.count() == before + 1


@pytest.mark.parametrize(
    ("fields", "files", "said"),
    [
        ({**WORDS, "about": " "}, (), "Say in a few words what it shows."),
        ({**WORDS, "seen_on": "the day before"}, (), "We could not read this day."),
        ({**WORDS, "seen_on": "24/11/2036"}, (), "This day is still to come."),
        ({**WORDS, "link": "javascript:alert(1)"}, (), "."),
        (WORDS, [("a.png", b"x")], "Tick that it is no sexual image of anyone under 18."),
        (SAFE, [("a.png", b"x"), ("b.png", b"y")], "Send one file at a time."),
        ({**WORDS, "about": "caf\ufffd"}, (), "did not arrive as letters"),
        ({**WORDS, "about": "a" * 10_001}, (), "Please shorten it."),
        ({**WORDS, "link": "a" * 201}, (), "Please shorten it."),
        ({**WORDS, "about": "nul \0 here"}, (), "cannot be kept"),
    ],
)
def test_other_bad_input_says_what_to_do_and_keeps_the_words(signed_in, ref, fields, files, said):
    farouk = signed_in("farouk")
    answer = sends(farouk, ref, fields, *files)
    assert answer.status_code == 400 and said in errors(answer)
    assert page_of(answer).one(tag="input", name="seen_on").attrs["value"] == fields["seen_on"]
    assert not Evidence.objects.exists()


def test_sent_twice_it_is_there_once_and_an_ended_case_takes_nothing_more(signed_in, ref):
    farouk, where = signed_in("farouk"), "/cases/%s/evidence/" % ref
    form = page_of(farouk.get(where)).one(tag="form", action=where)
    hidden = {one.attrs["name"]: one.attrs["value"] for one in form.all(tag="input", type="hidden")}
    assert [farouk.post(where, {**hidden, **WORDS}).status_code for _ in range(2)] == [303, 303]
    assert Evidence.objects.count() == 1
    steps.take(ref=ref, step="withdraw", by=by("farouk"), given={}, at=london("2026-11-25 10:00"))
    again = farouk.post(where, {**hidden, "once": "c" * 32, **WORDS})
    assert again.status_code == 409 and "This has ended. Nothing can be added to it." in errors(again)
    assert "It asks for money" in text_of(farouk, where) and not page_of(farouk.get(where)).all(tag="form", action=where)
    assert Evidence.objects.count() == 1


def test_a_form_that_grew_too_old_gives_the_words_back(signed_in, ref, at):
    farouk = signed_in("farouk")
    where = "/cases/%s/evidence/" % ref
    token = token_of(page_of(farouk.get(where)))
    old = farouk.post(where, {"csrfmiddlewaretoken": "x" * 64, **WORDS, "file": SimpleUploadedFile("a.png", picture())})
    assert old.status_code == 403 and WORDS["about"] in old.content.decode()
    at("2026-11-25 10:20")
    away = farouk.post(where, {"csrfmiddlewaretoken": token, **WORDS, "file": SimpleUploadedFile("a.png", picture())})
    assert away.status_code == 403 and WORDS["about"] in away.content.decode()
    assert not Evidence.objects.exists()


def strangers(browser, ref):
    """Every address beside a case, asked by somebody: the same as for a reference that never was."""
    token = token_of(page_of(browser.get("/sign-in/")))
    for path in ("evidence/", "evidence/1/", "evidence/1/copy/", "evidence/1/original/"):
        yield path, browser.get("/cases/%s/%s" % (ref, path)), browser.get("/cases/%s/%s" % (NEVER, path))
        yield path, browser.head("/cases/%s/%s" % (ref, path)), browser.head("/cases/%s/%s" % (NEVER, path))
    form = {"csrfmiddlewaretoken": token, **SAFE}
    held = [browser.post("/cases/%s/evidence/" % one, {**form, "file": SimpleUploadedFile("a.png", picture())}) for one in (ref, NEVER)]
    yield "POST", *held


@pytest.mark.parametrize("name", ["harrow", "devlin", "holloway", "omondi", "tolland", "sethuraman", "wieczorek", "kit"])
def test_nobody_else_can_tell_that_anything_is_there(signed_in, staff_case, name):
    hr = signed_in("braithwaite")
    assert sends(hr, staff_case, SAFE, ("a.png", picture())).status_code == 303
    assert hr.get("/cases/%s/evidence/1/copy/" % staff_case).status_code == 200
    other = signed_in(name)
    for path, theirs, never in strangers(other, staff_case):
        assert theirs.status_code == 404, path
        assert bare(theirs) == bare(never), path
    assert Evidence.objects.count() == 1


def test_signed_out_it_asks_to_sign_in_and_gives_the_words_back(cast, ref):
    browser = Client(HTTP_HOST="localhost")
    for path in ("evidence/", "evidence/1/", "evidence/1/copy/"):
        assert browser.get("/cases/%s/%s" % (ref, path))["Location"].startswith("/sign-in/?next=")
    sent = browser.post("/cases/%s/evidence/" % ref, WORDS)
    assert sent.status_code == 403 and WORDS["about"] in sent.content.decode()


def test_the_one_it_is_about_and_whoever_has_only_the_status_see_none(signed_in, staff_case, monkeypatch):
    sends(signed_in("braithwaite"), staff_case, SAFE, ("a.png", picture()))
    at = london(WEDNESDAY)
    for step, given in (
        (
            "check-speech",
            {
                **dict.fromkeys(
                    ("belief", "union", "whistleblowing", "politics", "audience", "reach", "link", "harm", "lesser", "reason"), "No."
                ),
                "outcome": "go-on",
                "con_10": True,
            },
        ),
        ("hand-off", {"reason": "It went on."}),
        ("tell-subject", {"summary": "Posts.", "clauses": "CON-10", "next": "HR writes.", "rights": "To speak."}),
    ):
        steps.take(ref=staff_case, step=step, by=by("braithwaite"), given=given, at=at)
    him = signed_in("holloway")
    page = him.get("/cases/%s/" % staff_case)
    assert page.status_code == 200 and "Beside this case" not in page.content.decode() and "zanzibar" not in page.content.decode()
    for path in ("evidence/", "evidence/1/", "evidence/1/copy/", "evidence/1/original/"):
        assert him.get("/cases/%s/%s" % (staff_case, path)).status_code == 404
    monkeypatch.setattr(evidence, "may_look", lambda found, by: True)
    assert him.get("/cases/%s/evidence/" % staff_case).status_code == 200, "a door left open is noticed here"


def test_a_damaged_thing_says_so_and_hides_no_other(signed_in, ref):
    farouk = signed_in("farouk")
    sends(farouk, ref, SAFE, ("a.png", picture()))
    sends(farouk, ref)
    for name in ("evidence-1", "evidence-1-copy-0"):
        row = Sealed.objects.get(case=ref, name=name)
        row.box = bytes(row.box[:-1]) + bytes([row.box[-1] ^ 1])
        row.save()
    Sealed.objects.filter(case=ref, name="evidence-1-original-0").delete()
    text = text_of(farouk, "/cases/%s/" % ref)
    assert "This is damaged and does not open." in text and "It asks for money" in text
    assert "damaged" in text_of(farouk, "/cases/%s/evidence/1/" % ref)
    for which in ("copy", "original"):
        answer = farouk.get("/cases/%s/evidence/1/%s/" % (ref, which))
        assert answer.status_code == 409 and "not whole any more" in answer.content.decode()


def test_erased_with_the_case_and_with_what_is_passed_outside(signed_in, ref):
    farouk = signed_in("farouk")
    sends(farouk, ref, SAFE, ("a.png", picture()))
    case = Case.objects.get(ref=ref)
    with transaction.atomic():
        erasure.erase(case, by=who("sethuraman"), at=london(WEDNESDAY))
    assert not Evidence.objects.exists() and not Sealed.objects.filter(case=ref).exists()
    assert farouk.get("/cases/%s/evidence/1/copy/" % ref).status_code == 404
    told = opened("concern", "rowbotham", WORRY)
    sends(signed_in("rowbotham"), told, SAFE, ("a.png", picture()))
    steps.take(ref=told, step="pass-outside", by=by("whitlam"), given={"passed_on": "2026-11-25", "number": "L-17"}, at=london(WEDNESDAY))
    assert not Evidence.objects.exists() and not Sealed.objects.filter(case=told, name__startswith="evidence").exists()
    assert "evidence" in [event.what for event in chain.events(told)] and chain.verify(told) == ()


def test_whoever_is_asked_hears_of_it_and_nobody_else(signed_in, ref):
    before = Notice.objects.filter(case=ref).count()
    sends(signed_in("farouk"), ref)
    (news,) = Notice.objects.filter(case=ref).order_by("id")[before:]
    assert (news.to, news.kind) == (who("adelakun"), "news")


def test_a_file_is_held_to_its_limit_and_one_byte(monkeypatch):
    held = HeldInMemory()
    monkeypatch.setattr(held, "left", 10)
    held.handle_raw_input(BytesIO(), {"PATH_INFO": "/cases/BBBBBBBB/evidence/"}, 0, "")
    with pytest.raises(StopFutureHandlers):
        held.new_file("file", "a.png", "image/png", None)
    assert [held.receive_data_chunk(b"1234567", 0) for _ in range(3)] == [None] * 3
    done = held.file_complete(21)
    assert done is not None and done.read() == b"1234567123"
    other = HeldInMemory()
    other.handle_raw_input(BytesIO(), {"PATH_INFO": "/people/import/"}, 0, "")
    assert (other.receive_data_chunk(b"12", 0), other.file_complete(2)) == (b"12", None)

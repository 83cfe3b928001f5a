"""How many screens each path of domain/people.md is, against what is aimed at there. Counted after sign-in, walked without scripts.

A screen is a page that does not say and ask what the one before did: the same page again, with an answer in it, is one. Where ours are more
than was aimed at, the table says why; a path that grows turns this red, and so does one that shrinks and is not written down.
"""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from askfirst.casework import onward
from askfirst.casework.filed import file_of
from askfirst.casework.models import Case
from askfirst.people.models import Absence, Delegation, Person
from askfirst.people.notify import mail_sent, send_due
from tests.casework.test_staff_route_stories import BLOG
from tests.cast import who
from tests.clock import london
from tests.groups import takes, tells
from tests.people.roll_files import as_file, cast_lines
from tests.web.pages import token_of
from tests.web.walks import Walk, walked

pytestmark = pytest.mark.django_db

AFTER_THE_LINK = "the address and the link stand for signing in; after them there are three, as aimed at: asked, looked at, sent"
PATHS = {
    "P1 a post looked over": (2, 2, ""),
    "P1 may a student be my friend?": (3, 4, "three questions, then the answer"),
    "P1 words for my blog": (1, 1, ""),
    "P2 a quick question": (2, 2, ""),
    "P2 tell of a concern": (3, 2, ""),
    "P3 get something taken down": (3, 4, "is it evidence of something wrong? (A29)"),
    "P4 a caption looked over": (2, 2, ""),
    "P4 a reporter wrote to me": (2, 2, ""),
    "P5 a blog for my department": (5, 5, ""),
    "P6 a line manager settles a case": (3, 3, ""),
    "P7 a Headteacher gives advice": (2, 2, ""),
    "P7 a Headteacher is away": (1, 1, ""),
    "P8 a Head of Year, from the talk to the finish": (4, 7, "an account, a summary and what follows are written down apart (S40)"),
    "P9 is this page official?": (1, 2, "the address, then the answer with a way to look up another"),
    "P9 a parent asks, with no account": (3, 5, AFTER_THE_LINK),
    "P10 plan a campaign": (3, 3, ""),
    "P11 what is due to go": (1, 1, ""),
    "P12 the copy that is handed on": (2, 2, ""),
    "P13 every official page": (1, 1, ""),
    "P14 a file of people": (3, 3, ""),
    "P15 who has left asks, with no account": (3, 5, AFTER_THE_LINK),
    "P15 a copy of my data, with no account": (3, 5, AFTER_THE_LINK),
}
"""By path: the screens aimed at, those there are, and why there are more."""


def held(path, walk):
    aimed, ours, why = PATHS[path]
    assert len(walk.screens) == ours, (path, len(walk.screens), walk.screens)
    assert ours <= aimed or why


def test_every_persona_has_a_path_and_every_path_is_walked():
    assert {path.split()[0] for path in PATHS} == {"P%d" % number for number in range(1, 16)}
    walks = Path(__file__).read_text(encoding="utf-8").partition("def test_p1_a_post")[2]
    assert [path for path in PATHS if walks.count('"%s"' % path) == 0] == []


def test_a_path_that_grew_would_be_noticed(signed_in):
    walk = Walk(signed_in("okoropenn"), "/procedure/")
    walk.open("/procedure/topics/friends/").open("/procedure/clauses/SNS-6/")
    with pytest.raises(AssertionError):
        held("P2 a quick question", walk)


def test_p1_a_post_is_looked_over(signed_in):
    walk = Walk(signed_in("harrow"), "/check/")
    walk.press("Check", text="So proud of my Year 9s today.", author="staff", audience="public")
    held("P1 a post looked over", walk)


def test_p1_a_student_as_a_friend(signed_in):
    walk = Walk(signed_in("harrow"), "/do-i-need-to/student-friend/")
    for answer in ("yes", "no", "no"):
        walk.press("Continue", answer=answer)
    held("P1 may a student be my friend?", walk)


def test_p1_words_for_a_blog(signed_in):
    """The words to put on a page of one's own stand where its rule does."""
    walk = Walk(signed_in("harrow"), "/procedure/clauses/BLG-4/")
    assert "These are my personal views" in walk.text
    held("P1 words for my blog", walk)


def test_p2_a_quick_question(signed_in):
    walk = Walk(signed_in("okoropenn"), "/procedure/")
    walk.open(next(one.attrs["href"] for one in walk.main.all(tag="a") if one.attrs["href"].startswith("/procedure/topics/")))
    held("P2 a quick question", walk)


def test_p2_tell_of_a_concern(signed_in):
    walk = Walk(signed_in("kit"), "/concern/")
    told = {
        "danger": "no",
        "where": "https://x.example/standish/1",
        "when": "Yesterday",
        "what": "It jokes.",
        "about": "not-known",
        "hurt": "nobody",
    }
    walk.press("Send with my name", **told, **({"school": "northgate"} if "school" in walk.asks() else {}))
    assert walk.path.startswith("/cases/")
    held("P2 tell of a concern", walk)


def test_p3_get_something_taken_down(signed_in):
    walk = Walk(signed_in("farouk"), "/remove/")
    for name, answer in (("what", "neither"), ("evidence", "no"), ("poster", "unknown")):
        walk.press("Carry on", **{name: answer})
    held("P3 get something taken down", walk)


def test_p4_a_caption_is_looked_over(signed_in):
    walk = Walk(signed_in("wren"), "/check/")
    walk.press("Check", text="Sixth form common room, day one.", author="student", audience="public")
    held("P4 a caption looked over", walk)


def test_p4_a_reporter_wrote(signed_in):
    walk = Walk(signed_in("wren"), "/press/")
    walk.press("Ask the Headteacher now", answered="no", asked="About my clip of the common room.", schools="eastfield")
    held("P4 a reporter wrote to me", walk)


def test_p5_a_blog_for_a_department(signed_in):
    """Five short tasks in one sitting: begun, who runs it, the account, its rules, and sent to the line manager."""
    walk = walked(Walk(signed_in("pascoe"), "/declare/department/"), {"name": "History blog", "purpose": "What we learn."})
    began = len(walk.screens)
    walk.press("Begin the list of tasks")
    walk.follow("Go to the tasks")
    tasks = {one.attrs["action"].split("/")[4] for one in walk.page.all(tag="form") if "/steps/" in one.attrs.get("action", "")}
    assert began == 4, walk.screens
    assert len(tasks - {"withdraw", "submit"}) + 2 == PATHS["P5 a blog for my department"][1], tasks


def test_p6_a_line_manager(signed_in):
    """From the link in the mail: the case, the talk and the outcome stand on one page, which is shown again."""
    ref = tells("harrow", "declaration", {"what": "blog", "topic": "Trenches", "says": "no"}, "2026-11-24 10:00")
    walk = Walk(signed_in("pascoe"), "/cases/%s/" % ref)
    walk.take("talk", how="by-message")
    factors = {name: "yes" for name in walk.form_of("settle") if name in ("impartiality", "confidentiality", "conflict", "commercial")}
    walk.take("settle", outcome="no-conflict", note="A line at the top.", **factors)
    assert Case.objects.get(ref=ref).state == "settled"
    held("P6 a line manager settles a case", walk)


def test_p7_a_headteacher_gives_advice(signed_in):
    ref = tells("harrow", "press", {"schools": ["northgate"], "asked": "About a post"}, "2026-11-24 10:00")
    walk = Walk(signed_in("devlin"), "/cases/%s/" % ref)
    walk.take("consult", advice="Say it was fun.")
    held("P7 a Headteacher gives advice", walk)


def test_p7_a_headteacher_is_away(signed_in):
    Delegation.objects.all().delete()
    Absence.objects.all().delete()
    walk = Walk(signed_in("devlin"), "/me/away/")
    walk.press("Note it", starts="2026-11-25", ends="2026-11-27", to="obuya")
    held("P7 a Headteacher is away", walk)


def test_p8_a_head_of_year(signed_in):
    """From the link in the mail, all on the page of the record: the talk, what was found, home, and the finish."""
    told = tells("rowbotham", "concern", {"danger": "no", "where": "A story", "when": "Yesterday", "what": "It mocks somebody.",
                 "about": "student", "hurt": "somebody", "name": "Jorah Blenkinsop", "hurt_name": "Kit Okoro-Penn", "school": "northgate"},
                 "2026-11-24 09:00")  # fmt: skip
    takes("whitlam", told, "clear", "2026-11-24 09:10", triage="usual")
    takes("qureshi", told, "weigh", "2026-11-24 09:20", safeguarding="no", lawful="not-lawful", reason="It mocks a student.", pri_2=True)
    takes("qureshi", told, "to-student-route", "2026-11-24 09:30", summary="A story mocks somebody.")
    ref = file_of(Case.objects.get(ref=told)).of(onward.WENT_ON)[-1].of
    takes("whitlam", ref, "let-talk", "2026-11-24 10:00")
    walk = Walk(signed_in("qureshi"), "/cases/%s/" % ref)
    walk.take("record-talk", talked_on="2026-11-25", notes="We looked at it together.", support="None")
    walk.take("take-account", text="It was meant as a joke.")
    walk.take("find", outcome="misconduct", reason="The story is there to see.")
    walk.take("write-summary", summary="Jorah made fun of somebody in a story.")
    walk.take("restorative", reason="He writes to say sorry.")
    walk.take("tell-parent", told_on="2026-11-25", way="rang")
    walk.take("close-record", result="It is mended.")
    assert (Case.objects.get(ref=ref).ended_at is None, len(set(walk.paths))) == (False, 1), "all of it stands on one page"
    walk.screens = walk.taken
    held("P8 a Head of Year, from the talk to the finish", walk)


def test_p9_is_this_page_official(browser):
    walk = Walk(browser, "/is-this-official/")
    walk.press("Look it up", url="https://www.instagram.com/northgate_trips/")
    held("P9 is this page official?", walk)


@pytest.fixture
def by_mail(browser, cast, at, settings):
    """Somebody’s walk from the page of a door to what the link in their mail opens."""
    at("2026-11-25 10:00")
    folder = Path(settings.ASKFIRST.data) / "outbox"
    before = set(folder.glob("*.eml"))

    def come(name, path):
        Person.objects.filter(pk=who(name)).update(email="%s@home.example" % name)
        walk = Walk(browser, path)
        walk.press("Send me a link", email="%s@home.example" % name)
        send_due(at=london("2026-11-25 10:00"))
        (link,) = [found.group() for mail in mail_sent(most=10_000) if mail.to == "%s@home.example" % name
                   and (found := re.search(r"/by-link/[^/\s]+/", mail.body))]  # fmt: skip
        return walk.open(link)

    yield come
    for mail in set(folder.glob("*.eml")) - before:
        mail.unlink()


STILL_THERE = {"evidence": "no", "links": "https://www.northgate.example/sports-day", "who": "staff", "ask": "me-out", "name": "yes"}


@pytest.mark.parametrize(
    ("path", "name"), [("P9 a parent asks, with no account", "tamblyn-h"), ("P15 who has left asks, with no account", "grange")]
)
def test_p9_p15_without_an_account(by_mail, path, name):
    """The address, the link, what it is and what they would like, their answers, sent."""
    walk = walked(by_mail(name, "/remove/ask/").press("Get something taken down"), STILL_THERE)
    walk.press("Ask the school to help")
    held(path, walk)


def test_p15_a_copy_of_ones_data_without_an_account(by_mail):
    walk = walked(by_mail("grange", "/by-link/").press("Ask about your data"), {"want": "copy"})
    walk.press("Send to the Data Protection Officer")
    held("P15 a copy of my data, with no account", walk)


WITHOUT_AN_ACCOUNT = [
    ("Ask not to be in posts", {"scope": "photos", "until": "21/7/2027"}, "Send to"),
    ("Get something taken down", STILL_THERE, "Ask the school to help"),
    ("Ask about your data", {"want": "copy"}, "Send to"),
    ("Tell us of a page that is not ours", {"address": "https://x.example/northgate", "what": "school", "children": "no"}, "Send to"),
]
COUNTED_AFTER_THE_LINK, MOST = 3, 4


@pytest.mark.parametrize("name", ["grange", "tamblyn-h"])
@pytest.mark.parametrize(("door", "given", "sends"), WITHOUT_AN_ACCOUNT, ids=[door for door, _, _ in WITHOUT_AN_ACCOUNT])
def test_no_path_without_an_account_is_longer_than_four_screens_up_to_the_look_at_the_answers(by_mail, door, given, sends, name):
    """The address, the link, one page of questions, the answers. people.md counts after signing in: asked, looked at, sent."""
    walk = by_mail(name, "/by-link/")
    at_the_link = len(walk.screens)
    walked(walk.press(door), given)
    assert walk.heading == "Check your answers"
    assert len(walk.screens) == MOST, walk.screens
    walk.press(sends)
    assert walk.path.startswith("/cases/")
    assert len(walk.screens) - at_the_link == COUNTED_AFTER_THE_LINK, walk.screens


@pytest.mark.parametrize(("door", "given", "sends"), WITHOUT_AN_ACCOUNT, ids=[door for door, _, _ in WITHOUT_AN_ACCOUNT])
def test_who_can_see_it_comes_before_the_first_question_without_an_account(by_mail, door, given, sends):
    shown = by_mail("tamblyn-h", "/by-link/").press(door).answer.content.decode().partition("<main")[2]
    assert 0 < shown.index('class="af-who"') < shown.index('class="govuk-form-group')


def test_danger_comes_first_of_all_where_something_is_to_be_taken_down(by_mail):
    walk = by_mail("grange", "/by-link/").press("Get something taken down")
    text = walk.text
    before = text.index("Is anybody in danger, or is it a sexual picture?")
    assert before < text.index("Is it evidence of something wrong?") < text.index("Where is it?")
    assert "You do not write to them." in text, "whoever is afraid of them never has to"
    answer = walk.press("Continue", **{**STILL_THERE, "evidence": "", "item": "The second picture, zanzibar."})
    assert answer.status == 400
    assert "Choose an answer." in answer.text
    assert "The second picture, zanzibar." in answer.answer.content.decode()


def test_p10_a_campaign(signed_in):
    walk = Walk(signed_in("pritchard"), "/campaigns/")
    walk.open("/campaigns/new/")
    walk.press("Plan it", edition="2018-11", audience=["staff"], schools=["trust"], opens="2026-11-25", closes="2026-12-18")
    held("P10 plan a campaign", walk)


def test_p11_what_is_due_to_go(signed_in):
    held("P11 what is due to go", Walk(signed_in("sethuraman"), "/records/"))


def test_p12_the_copy_that_is_handed_on(signed_in):
    told = tells("tolland", "concern", BLOG, "2026-11-24 09:00")
    takes("sallow", told, "clear", "2026-11-24 09:10", triage="hr")
    takes(
        "braithwaite", told, "weigh", "2026-11-24 09:20", safeguarding="no", lawful="not-lawful", reason="It names a person.", con_10=True
    )
    takes("braithwaite", told, "to-staff-route", "2026-11-24 09:30", summary="Three posts call a colleague a name.")
    ref = file_of(Case.objects.get(ref=told)).of(onward.WENT_ON)[-1].of
    walk = Walk(signed_in("braithwaite"), "/cases/%s/" % ref)
    walk.open("/cases/%s/bundle/" % ref)
    held("P12 the copy that is handed on", walk)


def test_p13_every_official_page(signed_in):
    held("P13 every official page", Walk(signed_in("adelakun"), "/official-pages/"))


def test_p14_a_file_of_people(signed_in):
    it = signed_in("wieczorek")
    walk = Walk(it, "/people/import/")
    sent = {"csrfmiddlewaretoken": token_of(walk.page), "file": SimpleUploadedFile("people.csv", as_file(cast_lines()))}
    walk.open(it.post("/people/import/", sent)["Location"])
    walk.press("Apply")
    held("P14 a file of people", walk)

"""How many screens each path of the everyday duties is, on a phone, against what domain/people.md aims at. Counted after sign-in.

A screen is a page that does not say and ask what the one before did: the same page again, with an answer in it, is one. Where ours are more
than was aimed at, the table says why; a path that grows turns this red.
"""

import pytest

from askfirst.people.demo import load_people
from askfirst.people.models import Absence, Delegation, Person
from tests.browser.test_by_link import ask, the_mail
from tests.browser.test_declare import choose, form_of
from tests.browser.test_take_down import choose as answers
from tests.cast import MONDAY, who
from tests.groups import tells

ONE_A_PAGE = "one question a page, then a look at the answers (the issue, screens.md 5.1)"
PATHS = {
    "P1 a post looked over": (2, 2, ""),
    "P1 may a student be my friend?": (3, 4, "three questions, then the answer"),
    "P2 a quick question": (2, 2, ""),
    "P2 tell of a concern": (3, 2, ""),
    "P3 get something taken down": (3, 4, "is it evidence of something wrong? (A29)"),
    "P4 a reporter wrote to me": (2, 2, ""),
    "P6 a line manager settles a case": (3, 3, ""),
    "P7 a Headteacher gives advice": (2, 2, ""),
    "P7 a Headteacher is away": (1, 1, ""),
    "P9 is this page official?": (1, 2, "the address, then the answer with a way to look up another"),
    "P9 a parent asks, with no account": (3, 11, ONE_A_PAGE),
    "P15 who has left asks, with no account": (3, 11, ONE_A_PAGE),
}
"""By path: the screens aimed at, those there are, and why there are more."""


class Screens:
    """Somebody's way, a line for each screen: its heading, and what is asked first on it."""

    def __init__(self, journey):
        self.journey, self.seen, self.goes = journey, [], journey.go
        journey.go = self.go

    def go(self, what):
        self.goes(what)
        self.look()

    def look(self):
        asked = self.journey.page.locator("main legend:visible, main label:visible")
        texts = [self.journey.page.locator("h1, legend").first.inner_text(), asked.first.inner_text() if asked.count() else ""]
        screen = ": ".join(text.strip() for text in texts)
        if not self.seen or self.seen[-1] != screen:
            self.seen.append(screen)

    def open(self, path):
        self.journey.open(path)
        self.look()
        return self.journey


def held(path, screens):
    aimed, ours, why = PATHS[path]
    assert len(screens.seen) == ours, (path, screens.seen)
    assert ours <= aimed or why


@pytest.fixture
def starts(signed_in):
    def start(name, path):
        screens = Screens(signed_in(name, script=False))
        screens.open(path)
        return screens, screens.journey

    return start


def test_p1_a_post_is_looked_over(starts):
    screens, harrow = starts("harrow", "/check/")
    harrow.page.fill("#text", "So proud of my Year 9s today.")
    choose(harrow, "I work here")
    choose(harrow, "Anyone")
    harrow.press("Check")
    held("P1 a post looked over", screens)


def test_p1_a_student_as_a_friend(starts):
    screens, harrow = starts("harrow", "/do-i-need-to/student-friend/")
    for _ in range(3):
        choose(harrow, "No" if len(screens.seen) > 1 else "Yes")
        harrow.go(harrow.page.locator("main form button.govuk-button").last)
    held("P1 may a student be my friend?", screens)


def test_p2_a_quick_question(starts):
    screens, dilys = starts("okoropenn", "/procedure/")
    dilys.go(dilys.page.locator("main a[href^='/procedure/topics/']").first)
    held("P2 a quick question", screens)


def test_p2_tell_of_a_concern(starts):
    screens, kit = starts("kit", "/concern/")
    kit.page.get_by_label("No", exact=True).first.check(force=True)
    kit.page.locator("[name=where]").fill("https://x.example/standish/1")
    kit.page.locator("[name=when]").fill("Yesterday")
    kit.page.locator("[name=what]").fill("It jokes about our class.")
    for name, value in (("about", "not-known"), ("hurt", "nobody"), ("school", "northgate")):
        field = kit.page.locator("input[name=%s][value=%s]" % (name, value))
        if field.count():
            field.check(force=True)
    kit.go(kit.page.locator("button[name=send][value=named]"))
    held("P2 tell of a concern", screens)


def test_p3_get_something_taken_down(starts):
    screens, amina = starts("farouk", "/remove/")
    answers(amina, "No, neither")
    answers(amina, "No")
    answers(amina, "I don’t know who posted it")
    held("P3 get something taken down", screens)


def test_p4_a_reporter_wrote(starts):
    screens, tobias = starts("wren", "/press/")
    tobias.page.locator("input[name=answered][value=no]").check(force=True)
    tobias.page.locator("[name=asked]").fill("About my clip of the common room.")
    school = tobias.page.locator("input[name=schools][value=eastfield]")
    if school.count():
        school.check(force=True)
    tobias.go(tobias.page.locator("main form button.govuk-button").last)
    held("P4 a reporter wrote to me", screens)


def test_p6_a_line_manager(starts):
    """From the link in the mail: the case, the talk and the outcome stand on one page, which is shown again."""
    ref = tells("harrow", "declaration", {"what": "blog", "topic": "Trenches", "says": "no"}, "2026-11-24 10:00")
    screens, pascoe = starts("pascoe", "/cases/%s/" % ref)
    form_of(pascoe, "talk").get_by_label("By message").check(force=True)
    pascoe.go(form_of(pascoe, "talk").get_by_role("button"))
    form = form_of(pascoe, "settle")
    form.get_by_label("No conflict").check(force=True)
    for tick in form.locator("input[type=checkbox]").all():
        tick.check(force=True)
    form.get_by_label("What you agreed").fill("A line at the top.")
    pascoe.go(form.get_by_role("button"))
    held("P6 a line manager settles a case", screens)


def test_p7_a_headteacher_gives_advice(starts):
    ref = tells("harrow", "press", {"schools": ["northgate"], "asked": "About a post"}, "2026-11-24 10:00")
    screens, devlin = starts("devlin", "/cases/%s/" % ref)
    devlin.page.locator("[name=advice]").first.fill("Say it was fun.")
    devlin.go(form_of(devlin, "consult").get_by_role("button"))
    held("P7 a Headteacher gives advice", screens)


def test_p7_a_headteacher_is_away(starts):
    Delegation.objects.all().delete()
    Absence.objects.all().delete()
    screens, devlin = starts("devlin", "/me/away/")
    devlin.page.get_by_label("First day away").fill("2026-11-25")
    devlin.page.get_by_label("Last day away").fill("2026-11-27")
    devlin.page.get_by_label("Who acts for you?").fill("obuya")
    devlin.press("Note it")
    held("P7 a Headteacher is away", screens)


@pytest.fixture
def people(transactional_db, live_server, at):
    load_people(monday=MONDAY)
    at("2026-11-25 10:00")


def test_p9_is_this_page_official(people, walk):
    screens = Screens(walk(script=False))
    wells = screens.open("/is-this-official/")
    wells.page.fill("#url", "https://www.instagram.com/northgate_trips/")
    wells.press("Look it up")
    held("P9 is this page official?", screens)


@pytest.mark.parametrize(
    ("path", "name"), [("P9 a parent asks, with no account", "tamblyn-h"), ("P15 who has left asks, with no account", "grange")]
)
def test_p9_p15_without_an_account(people, walk, path, name):
    """Their address, the mail, and from there each question a page, until it is sent."""
    Person.objects.filter(pk=who(name)).update(email="%s@home.example" % name)
    screens = Screens(walk(script=False))
    one = screens.open("/remove/ask/")
    ask(one, "%s@home.example" % name)
    screens.open(the_mail())
    one.press("Get something taken down")
    for _ in range(9):
        if one.page.locator("button[name=send]").count():
            break
        fills(one)
        one.press("Continue")
    one.go(one.page.locator("button[name=send]"))
    held(path, screens)


def fills(journey):
    """Whatever a page of questions asks: the first choice of each, a few words where words are wanted."""
    page = journey.page
    wanted = {"evidence": "no", "who": "staff", "how": "school", "ask": "me-out", "name": "yes", "alone": "no"}
    for name, value in wanted.items():
        field = page.locator("input[type=radio][name=%s][value=%s]" % (name, value))
        if field.count():
            field.first.check(force=True)
    for name, words in (("links", "https://www.northgate.example/sports-day"), ("item", "The picture at the gate")):
        field = page.locator("[name=%s]:not([type=hidden])" % name)
        if field.count():
            field.fill(words)

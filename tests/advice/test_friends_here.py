"""S10 at the check's page and API: Mrs Okoro-Penn's list, who else is told of a name, and everybody else, for whom nothing differs (ruling 10)."""

import json
import re
from datetime import date
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.advice.friends_here import table_for
from askfirst.advice.told import reading_only
from askfirst.checks.friends.look import look_through
from askfirst.checks.friends.pasted import Pasted
from askfirst.people.calendar import london_day
from askfirst.people.family import family_of
from askfirst.people.hats import Capacity
from askfirst.people.models import FamilyTie, Person
from askfirst.people.standing import standing
from askfirst.trail.models import Event, Notice
from tests.access.world import FORM, enter
from tests.cast import who
from tests.clock import london

pytestmark = pytest.mark.django_db

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
NOW = "2026-11-23 10:00"
UNLINKED = ["Callie Rusk", "Gareth Blenkinsop", "Verity Calloway", "Neville Strand"]
LIST = "Kit Okoro-Penn\nNoor Haddad-Lyle · 12 mutual friends\nOttilie Grange\nMrs Rowbotham\n" + "\n".join(UNLINKED)
STRICTER = "Your school's staff code of conduct may be stricter"
NOBODY_TOLD = ("nobody", "kit", "osei", "okoropenn/parent", "blenkinsop-g", "wieczorek", "quarshie", "achterberg")
"""A visitor, students, parents (Mrs Okoro-Penn in her other hat too), staff of no school, a trustee."""


@pytest.fixture
def browsers(cast, settings):
    settings.CLOCK = lambda: london(NOW)

    def browser(name):
        return Client(HTTP_HOST="localhost", REMOTE_ADDR="192.0.2.9") if name == "nobody" else enter(name, london(NOW))

    return browser


def page(browser, text=LIST, author="staff", path="/check/friends/", **more):
    answer = browser.post(path, urlencode({"text": text, "author": author, **more}), content_type=FORM)
    assert answer.status_code == 200, answer.content.decode()
    return TOKEN.sub(b"", answer.content).decode()


def data(browser, text=LIST, author="staff"):
    answer = browser.post("/api/v1/checks/friends", {"text": text, "author": author}, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert answer["Cache-Control"] == "no-store"
    return answer.json()


def told(browser, text=LIST):
    """{name: what is said of it}"""
    said = data(browser, text)
    return {one["quote"]: one for one in said["findings"] + said["noticed"]}


def marks_family(browser, name, text=LIST):
    return page(browser, text, path="/check/friends/family/", mark=name)


def listed(shown, name):
    """Whether a page says anything of a name but for the list itself, given back."""
    return name in re.sub(r"<textarea.*?</textarea>", "", shown, flags=re.DOTALL)


def test_s10_no_finding_for_kit_once_the_tie_is_marked_and_it_is_hers_alone(browsers):
    dilys = browsers("okoropenn")
    assert told(dilys)["Kit Okoro-Penn"]["clause"] == "SNS-6"
    shown = marks_family(dilys, "Kit Okoro-Penn")
    assert "Marked as family. Only you can read this." in shown
    assert "Kit Okoro-Penn might be" not in shown
    assert "Kit Okoro-Penn" not in told(dilys)
    assert [tie.name for tie in family_of(who("okoropenn"))] == ["Kit Okoro-Penn"]
    assert told(browsers("harrow"))["Kit Okoro-Penn"]["clause"] == "SNS-6"  # for a colleague nothing has changed


def test_s10_her_line_manager_cannot_see_the_tie(browsers):
    before = {name: seen_by(browsers(name)) for name in ("dunmore", "sethuraman", "wieczorek", "devlin", "kit")}
    marks_family(browsers("okoropenn"), "Kit Okoro-Penn")
    assert {name: seen_by(browsers(name)) for name in before} == before
    assert family_of(who("dunmore")) == ()
    row = FamilyTie.objects.get()
    assert b"Kit" not in bytes(row.box)
    assert who("okoropenn") not in row.owner + row.mark


def seen_by(browser):
    paths = ("/me/", "/me/record/", "/me/record.json", "/api/v1/me/record", "/cases/", "/check/friends/", "/reports/opened/", "/people/")
    answers = [browser.get(path) for path in paths]
    return [(one.status_code, re.sub(rb"\d\d:\d\d|\d+\.\d+\+00:00", b"", TOKEN.sub(b"", one.content))) for one in answers]


def test_s10_she_sees_what_is_held_and_can_undo_it(browsers):
    dilys = browsers("okoropenn")
    marks_family(dilys, "Kit Okoro-Penn")
    says = "You marked Kit Okoro-Penn as family in the friend-list check. Only you can read this, and undo it there"
    record = dilys.get("/me/record/").content.decode()
    assert says in record
    assert "23 November 2026" in record
    assert '<a class="govuk-link" href="/check/friends/">Undo a family mark</a>' in record
    assert {"kind": "family", "what": says, "from": "2026-11-23", "until": None} in dilys.get("/me/record.json").json()["ties"]
    assert says in [tie["says"] for tie in dilys.get("/api/v1/me/record").json()["ties"]]
    (tie,) = family_of(who("okoropenn"))
    assert "Undone. We have forgotten that name." in page(dilys, path="/check/friends/family/", undo=tie.id)
    assert FamilyTie.objects.count() == 0
    assert "Kit" not in json.dumps(dilys.get("/me/record.json").json()["ties"]) + dilys.get("/check/friends/").content.decode()
    assert told(dilys)["Kit Okoro-Penn"]["clause"] == "SNS-6"
    again = page(dilys, path="/check/friends/family/", undo=tie.id)  # pressed twice
    assert "Undone." in again
    assert "Only you can read it. It goes when you undo it, and soon after you leave." in dilys.get("/what-we-keep/").content.decode()


def test_s10_noor_is_a_tip_worded_might_be_a_student_here(browsers):
    dilys = browsers("okoropenn")
    one = told(dilys)["Noor Haddad-Lyle"]
    assert (one["clause"], one["level"], one["strength"], one["kind"], one["check"]) == ("SNS-6", "Tip", "Advice", "friends", "friends")
    assert LIST[one["start"] : one["end"]] == "Noor Haddad-Lyle"
    assert "This might be a student here." in one["why"]
    assert STRICTER in one["why"]
    shown = page(dilys).replace("&#x27;", "'")
    assert "Noor Haddad-Lyle might be a student here" in shown
    assert STRICTER in shown


def test_s10_ottilie_is_the_stronger_tip_with_its_reason(browsers):
    dilys = browsers("okoropenn")
    one = told(dilys)["Ottilie Grange"]
    assert (one["clause"], one["level"]) == ("SNS-11", "Tip")
    assert "under 18 and left less than 12 months ago" in one["why"]
    shown = page(dilys)
    assert "Ottilie Grange might be a former student" in shown
    assert re.search(r"<p><b>[^<]*under 18 and left less than 12 months ago", shown)


def test_s10_mrs_rowbotham_is_good_to_know_and_no_more(browsers):
    dilys = browsers("okoropenn")
    said = data(dilys)
    (one,) = said["noticed"]
    assert (one["quote"], one["clause"], one["also"], one["strength"]) == ("Mrs Rowbotham", "SNS-9", ["SNS-10"], "Good to know")
    assert "a colleague's child may have friends who are students here" in one["why"]
    assert "from friend to friend" in one["why"]
    assert "Mrs Rowbotham" not in [finding["quote"] for finding in said["findings"]]
    shown = page(dilys)
    assert listed(shown, "Mrs Rowbotham")
    assert "Good to know" in shown


def test_s10_the_four_others_are_not_listed(browsers):
    dilys = browsers("okoropenn")
    assert sorted(told(dilys)) == ["Kit Okoro-Penn", "Mrs Rowbotham", "Noor Haddad-Lyle", "Ottilie Grange"]
    shown = page(dilys)
    assert [name for name in UNLINKED if listed(shown, name)] == []


def test_s10_the_list_is_not_stored_and_no_one_is_told(browsers):
    dilys = browsers("okoropenn")
    before = (Notice.objects.count(), Event.objects.count(), FamilyTie.objects.count())
    page(dilys)
    data(dilys)
    assert (Notice.objects.count(), Event.objects.count(), FamilyTie.objects.count()) == before
    marks_family(dilys, "Kit Okoro-Penn")
    assert (Notice.objects.count(), Event.objects.count(), FamilyTie.objects.count()) == (*before[:2], 1)  # that name, and no other


def test_s10_what_the_check_is_told_is_only_read(cast):
    by = as_("okoropenn")
    with reading_only():
        table = table_for(by)
    assert table is not None
    assert [seen.clause for seen in look_through(Pasted(LIST), table)] == ["SNS-6", "SNS-6", "SNS-11", "SNS-9"]


def as_(name, when=NOW):
    name, _, hat = name.partition("/")
    return standing(who(name), on=london_day(london(when)), capacity=Capacity(hat) if hat else None)


# ---------------------------------------------------------------- nobody else is told of a name


@pytest.mark.parametrize("name", NOBODY_TOLD)
def test_everybody_else_gets_general_words_that_depend_on_no_name(browsers, name):
    browser = browsers(name)
    nobody = LIST
    for one, other in (("Kit Okoro-Penn", "Joe Okoro-Penn"), ("Noor", "Nora"), ("Ottilie", "Odile"), ("Mrs Rowbotham", "Mrs Rowbothem")):
        nobody = nobody.replace(one, other)
    assert data(browser) == data(browser, nobody)
    assert data(browser)["findings"] == data(browser)["noticed"] == []
    assert data(browser)["general"] != []
    assert "might be" not in page(browser)
    assert re.sub(r"<textarea.*?</textarea>", "", page(browser), flags=re.DOTALL) == re.sub(
        r"<textarea.*?</textarea>", "", page(browser, nobody), flags=re.DOTALL
    )


def test_the_same_for_two_rolls(browsers):
    """What a visitor gets does not change with who is on the roll."""
    before = page(browsers("nobody")), data(browsers("nobody"))
    Person.objects.filter(kind="student").update(name="Nobody Here", short="Nobody")
    assert (page(browsers("nobody")), data(browsers("nobody"))) == before


def test_another_school_knows_its_own_people_alone(browsers):
    """Mr Holloway-Finch teaches at Eastfield: of this list he is told of Callie, who is a student there, and of nobody else."""
    assert {name: one["clause"] for name, one in told(browsers("holloway")).items()} == {"Callie Rusk": "SNS-6"}
    assert "Callie Rusk" in told(browsers("standish"))  # he works at both
    assert "Noor Haddad-Lyle" in told(browsers("standish"))


@pytest.mark.parametrize("author", ["student", "parent"])
def test_a_member_of_staff_who_says_otherwise_gets_general_words(browsers, author):
    said = data(browsers("okoropenn"), author=author)
    assert said["findings"] == said["noticed"] == []


def test_nobody_is_told_of_themselves(browsers):
    assert told(browsers("rowbotham"), "Mrs Rowbotham\nJacinta Rowbotham") == {}
    assert told(browsers("okoropenn"), "Dilys Okoro-Penn\nMrs Okoro-Penn") == {}
    assert "Dilys Okoro-Penn" in told(browsers("harrow"), "Dilys Okoro-Penn")


def test_two_students_of_one_name_are_one_line(browsers):
    kit = Person.objects.get(username="kit")
    Person.objects.create(username="kit2", name=kit.name, short="Kit", kind="student", school=kit.school, year=7)
    assert list(told(browsers("harrow"), "Kit Okoro-Penn")) == ["Kit Okoro-Penn"]


def test_a_colleague_who_has_left_is_nobody_here_and_the_days_count(browsers):
    Person.objects.filter(username="rowbotham").update(left_on=date(2026, 11, 1))
    assert told(browsers("harrow"), "Mrs Rowbotham") == {}
    whys = {}
    for left, born in (
        ((2025, 11, 24), (2009, 1, 1)),
        ((2025, 11, 23), (2009, 1, 1)),
        ((2026, 7, 17), (2008, 11, 23)),
        ((2020, 7, 1), (2004, 1, 1)),
    ):
        Person.objects.filter(username="grange").update(left_on=date(*left), born=date(*born))
        whys[left, born] = told(browsers("harrow"), "Ottilie Grange")["Ottilie Grange"]["why"]
    assert ["12 months ago" in why for why in whys.values()] == [True, False, True, False]
    assert ["under 18" in why for why in whys.values()] == [True, True, False, False]
    Person.objects.filter(username="grange").update(left_on=None, is_active=False, born=None)
    assert "This might be a former student. Their friends" in told(browsers("harrow"), "Ottilie Grange")["Ottilie Grange"]["why"]


def test_the_cost_in_queries_does_not_follow_the_roll(cast, django_assert_max_num_queries):
    for number in range(50):
        Person.objects.create(username="s%d" % number, name="Ada Number%d" % number, short="Ada", kind="student", school_id="northgate")
    by = as_("okoropenn")
    with django_assert_max_num_queries(6):
        table_for(by)

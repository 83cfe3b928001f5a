"""The friend-list page as people meet it (S10): what is asked, what comes back, and what cannot be a list."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.advice.cannot_see import OF_FRIENDS
from askfirst.advice.throttle import Throttle
from askfirst.people.family import family_of
from askfirst.people.models import FamilyTie
from gates.words import convicting
from tests.cast import who
from tests.groups import EASTFIELD, NORTHGATE, active, proposes, takes
from tests.web.pages import FORM, ours, page_of, send, token_of
from tests.web.test_words_of_pages import too_hard

PATH, FAMILY = "/check/friends/", "/check/friends/family/"
LIST = "Kit Okoro-Penn\nNoor Haddad-Lyle\nOttilie Grange\nMrs Rowbotham\nNeville Strand"


def looks(browser, text=LIST, author="staff", **more):
    return send(browser, PATH, {"text": text, "author": author, **more}, opened=PATH)


def says(response):
    return " ".join(ours(page_of(response), without=()))


def test_the_form_asks_whose_list_it_is_and_says_where_words_go(browser, db):
    page = page_of(browser.get(PATH))
    assert [one.attrs["value"] for one in page.all(tag="input", name="author")] == ["staff", "student", "parent"]
    assert "Your words are looked at once and forgotten. Nobody is told." in page.text
    assert "only for staff who are signed in, and only at their own school" in page.text
    assert browser.get(PATH)["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("name", "author"), [("okoropenn", "staff"), ("kit", "student"), ("blenkinsop-g", "parent"), ("quarshie", None)])
def test_who_is_here_is_chosen_already(signed_in, name, author):
    page = page_of(signed_in(name).get(PATH))
    assert [one.attrs["value"] for one in page.all(tag="input", name="author") if "checked" in one.attrs] == ([author] if author else [])


def test_s10_the_page_in_its_order(signed_in):
    page = page_of(looks(signed_in("okoropenn")))
    assert page.one(tag="h1").text == "3 names to think about. You decide."
    heads = [one.one(tag="h2").text for one in page.all(tag="li", cls="af-finding")]
    assert heads == [
        "1. Kit Okoro-Penn might be a student here",
        "2. Noor Haddad-Lyle might be a student here",
        "3. Ottilie Grange might be a former student",
    ]
    assert "This might be a colleague: Mrs Rowbotham" in page.text
    assert [one.attrs["value"] for one in page.all(tag="button", name="mark")] == ["Kit Okoro-Penn", "Noor Haddad-Lyle", "Ottilie Grange"]
    assert page.one(tag="textarea").raw.strip() == LIST


def test_nobody_to_think_about(signed_in):
    page = page_of(looks(signed_in("okoropenn"), "Neville Strand\nVerity Calloway"))
    assert page.one(tag="h1").text == "Nobody to think about"
    assert page.all(tag="button", name="mark") == []


@pytest.mark.parametrize(
    ("text", "status", "sentence"),
    [
        ("", 400, "There is no list yet."),
        (" \n ", 400, "We found no names here."),
        ("%%%, 1234, !!!", 400, "We found no names here."),
        ("Kit\0Okoro", 400, "This holds something that is not text."),
        ("Kit Okoro-Penn\n" * 70_000, 400, "and we look at 300,000. Check it in parts."),
    ],
    ids=["empty", "spaces", "no names", "nul", "a megabyte"],
)
def test_what_is_no_list_is_one_sentence_and_the_words_stay(signed_in, text, status, sentence):
    response = looks(signed_in("okoropenn"), text)
    assert response.status_code == status
    page = page_of(response)
    assert page.one(cls="govuk-error-summary").text.count(sentence) == 1
    assert page.one(tag="textarea").raw.strip() == text.strip().replace("\0", "\u2400")


def test_broken_bytes_and_five_megabytes_are_one_sentence(signed_in):
    browser = signed_in("okoropenn")
    token = token_of(page_of(browser.get(PATH)))
    raw = browser.post(PATH, b"author=staff&text=%89PNG%FF%D8Kit&csrfmiddlewaretoken=" + token.encode(), content_type=FORM)
    assert raw.status_code == 400
    assert "did not arrive as letters" in says(raw)
    large = browser.post(PATH, urlencode({"csrfmiddlewaretoken": token, "author": "staff", "text": "a" * 5_000_001}), content_type=FORM)
    assert large.status_code == 413


def test_whose_list_it_is_must_be_said(browser, db):
    for author in ("", "governor"):
        response = looks(browser, author=author)
        assert response.status_code == 400
        assert "Say whose list it is" in says(response)
        assert page_of(response).one(tag="textarea").raw.strip() == LIST


def test_too_many_at_once_are_asked_to_wait(signed_in, monkeypatch):
    browser = signed_in("okoropenn")
    monkeypatch.setattr("askfirst.web.checking.CHECKS", Throttle(1))
    monkeypatch.setattr("askfirst.api.friends.CHECKS", Throttle(0))
    assert looks(browser).status_code == 200
    for path in (PATH, FAMILY):
        waits = send(browser, path, {"text": LIST, "author": "staff", "mark": "Kit"}, opened=PATH)
        assert waits.status_code == 429
        assert page_of(waits).one(tag="textarea").raw.strip() == LIST
    assert FamilyTie.objects.count() == 0
    answer = Client(HTTP_HOST="localhost").post(
        "/api/v1/checks/friends", {"text": LIST, "author": "staff"}, content_type="application/json"
    )
    assert answer.status_code == 429


def test_a_form_without_its_token_gives_the_list_back(signed_in):
    browser = signed_in("okoropenn")
    browser.get(PATH)
    for path in (PATH, FAMILY):
        response = browser.post(path, urlencode({"text": LIST, "author": "staff", "mark": "Kit"}), content_type=FORM)
        assert response.status_code == 403
        assert page_of(response).one(tag="textarea").raw.strip() == LIST
    assert FamilyTie.objects.count() == 0


def test_family_is_for_staff_who_are_signed_in(browser, signed_in):
    visitor = send(browser, FAMILY, {"text": LIST, "author": "staff", "mark": "Kit Okoro-Penn"}, opened=PATH)
    assert visitor.status_code == 403
    assert "Noor Haddad-Lyle" in visitor.content.decode()  # the words are given back
    for name in ("kit", "blenkinsop-g", "quarshie"):
        response = send(signed_in(name), FAMILY, {"text": LIST, "author": "staff", "mark": "Kit Okoro-Penn"}, opened=PATH)
        assert response.status_code == 400
        assert "Only staff need to mark family here. Nothing was kept." in says(response)
    assert FamilyTie.objects.count() == 0


def test_s10_undone_from_the_form_with_no_list(signed_in):
    browser = signed_in("okoropenn")
    send(browser, FAMILY, {"text": LIST, "author": "staff", "mark": "Kit Okoro-Penn"}, opened=PATH)
    form = page_of(browser.get(PATH))
    assert "Marked as family Only you can read this." in form.text
    undo = form.one(tag="button", name="undo")
    assert undo.attrs["formaction"] == FAMILY
    response = send(browser, FAMILY, {"text": "", "author": "staff", "undo": undo.attrs["value"]}, opened=PATH)
    assert (response.status_code, "Undone. We have forgotten that name." in says(response)) == (200, True)
    assert family_of(who("okoropenn")) == ()


def test_a_mark_that_is_no_name_is_one_sentence(signed_in):
    browser = signed_in("okoropenn")
    for name in ("", "K" * 300):
        response = send(browser, FAMILY, {"text": LIST, "author": "staff", "mark": name}, opened=PATH)
        assert response.status_code == 400
        assert "That is no name we can mark." in says(response)


def test_production_holds_no_less(signed_in, settings):
    browser = signed_in("okoropenn")
    settings.ASKFIRST = replace(settings.ASKFIRST, mode="production")
    assert "might be a student here" in says(looks(browser))


def test_a_list_in_angle_brackets_is_shown_as_text(signed_in):
    response = looks(signed_in("okoropenn"), "<b>Noor Haddad-Lyle</b>\n<script>alert(1)</script>\nNoor Haddad-Lyle")
    assert b"<script>alert" not in response.content
    assert b"<b>Noor" not in response.content


@pytest.mark.parametrize("author", ["staff", "student", "parent"])
def test_every_answer_reads_easily(browser, db, author):
    page = page_of(looks(browser, author=author))
    assert too_hard(page, "student" if author == "student" else "staff") == []
    assert convicting(" ".join(ours(page))) == []


def test_what_staff_are_told_reads_easily(signed_in):
    page = page_of(looks(signed_in("okoropenn"), "Noor Haddad-Lyle\nOttilie Grange\nMrs Rowbotham"))
    assert too_hard(page, "staff") == []
    assert convicting(" ".join(ours(page))) == []


@pytest.mark.parametrize("path", ["/check/", "/guides/", "/check/?as=student", "/guides/?as=student"])
def test_the_way_there(browser, db, path):
    aimed = PATH + ("?as=student" if "student" in path else "")
    assert page_of(browser.get(path)).one(tag="a", href=aimed).text == "Look through my friends"


# ---------------------------------------------------------------- a group that is only for learning

MEMBERS = "Freya Osei-Lund\nMr Gethin Sallow"


def test_s34_members_of_her_active_group_give_no_finding_and_her_own_friends_still_do(signed_in):
    """S34, lines 5 and 6: the group is one matter, Ms Averill's own list another."""
    ref = active(EASTFIELD)
    averill = signed_in("averill")
    shown = page_of(averill.get(PATH))
    assert [one.attrs["value"] for one in shown.all(tag="input", name="group")] == ["", ref]
    assert "Members of my group only for learning, on Facebook" in shown.text
    of_the_group = page_of(looks(averill, MEMBERS, group=ref))
    assert of_the_group.one(tag="h1").text == "Nobody to think about"
    assert "This might be a colleague: Mr Gethin Sallow" in of_the_group.text
    own = page_of(looks(averill, MEMBERS, group=""))
    assert own.one(tag="h1").text == "1 name to think about. You decide."
    assert "Freya Osei-Lund might be a student here" in own.text
    (card,) = own.all(cls="af-finding")
    assert (card.one(cls="af-level").text, "SNS-6" in card.text) == ("Tip", True)


def test_a_group_that_is_not_mine_or_not_active_is_none(signed_in):
    """The same sentence for a group of somebody else, one that is still proposed, and none; and no choice where there is no group."""
    hers, proposed = active(EASTFIELD), proposes(NORTHGATE)
    harrow = signed_in("harrow")
    assert page_of(harrow.get(PATH)).all(tag="input", name="group") == []
    answers = [looks(harrow, MEMBERS, group=ref) for ref in (hers, proposed, "BCDFGHJK", "no\0thing")]
    assert {answer.status_code for answer in answers} == {400}
    assert len({says(answer).replace(hers, "").replace(proposed, "") for answer in answers}) == 1
    assert "This is no group of yours that is active." in says(answers[0])
    assert page_of(answers[0]).one(tag="textarea").raw.strip() == MEMBERS
    wrong = Client(HTTP_HOST="localhost").post(
        "/api/v1/checks/friends", {"text": MEMBERS, "author": "staff", "group": hers}, "application/json"
    )
    assert (wrong.status_code, wrong.json()["field"]) == (400, "group")


def test_a_group_that_ended_is_no_group_any_more(signed_in, at):
    ref = active(EASTFIELD)
    takes("rainsford", ref, "end", "2026-11-24 10:00", reason="It is not used.")
    assert page_of(signed_in("averill").get(PATH)).all(tag="input", name="group") == []
    assert looks(signed_in("averill"), MEMBERS, group=ref).status_code == 400


def test_what_the_check_cannot_see_stands_by_page_and_api(signed_in, browser):
    wanted = [str(line) for line in OF_FRIENDS]
    here = signed_in("okoropenn")
    for shown in (
        here.get(PATH),
        looks(here),
        looks(here, "Verity Calloway"),
        looks(browser, author="student"),
        looks(browser, author="parent"),
    ):
        assert [line for line in wanted if line not in page_of(shown).text] == []
    data = here.post("/api/v1/checks/friends", {"text": LIST, "author": "staff"}, content_type="application/json").json()
    assert data["cannot_see"] == wanted


def test_what_it_says_that_it_cannot_see_holds(signed_in, browser):
    """Names alone, for staff alone; one line for two of one name, and nobody behind a made-up one."""
    here = signed_in("okoropenn")
    assert "1 name to think about." in says(looks(here, "Kit Okoro-Penn"))
    assert "1 name to think about." in says(looks(here, "Kit Okoro-Penn\nKit Okoro-Penn · lives in Perth"))
    for made_up in ("xX_kitty_Xx", "kit.the.cat", "Captain K"):
        assert "Nobody to think about" in says(looks(here, made_up))
    for other, author in ((browser, "staff"), (here, "student"), (here, "parent")):
        said = says(looks(other, author=author))
        assert ("We did not compare your list" in said, "might be a student here" in said) == (True, False)

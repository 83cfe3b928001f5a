"""Links of the procedure are tried on a press alone, through the one door, and never an address that somebody types (A18)."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from askfirst.adoption.models import LinkTried
from askfirst.guard.addresses import NotOpen
from askfirst.guard.door import NO_HTML, NO_PAGE, Fetched, Shut
from askfirst.words import say
from tests.web.test_drafts_pages import post, shown, work

__all__ = ["work"]

HEPPELL = "http://www.heppell.net/facebook_in_school/"


@pytest.fixture
def door(settings):
    """What a link answers, and what was asked for."""
    asked = []

    def answers(came):
        def fetch(address, **_):
            asked.append(address)
            if isinstance(came, Exception):
                raise came
            return Fetched(address, b"<p>Hello</p>")

        settings.DOOR = fetch
        return asked

    return answers


def test_nothing_is_opened_until_she_presses(work, door):
    asked = door(None)
    clerk = work("pritchard")
    assert HEPPELL in shown(clerk.get("/procedure/links/")) and "Nobody has tried it here yet." in shown(clerk.get("/procedure/links/"))
    clerk.get("/procedure/lint/")
    assert asked == []
    assert post(clerk, "/procedure/links/", {"link": HEPPELL}).status_code == 303
    assert asked == [HEPPELL]
    assert "Tried on 23 November 2026: it opened." in shown(clerk.get("/procedure/links/"))
    assert "Tried on 23 November 2026: it opened." in shown(Client(HTTP_HOST="localhost").get("/procedure/lint/"))


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (Shut(NO_PAGE), "it failed. The site has no such page today."),
        (NotOpen(say("No site of this name was found.")), "it failed. No site"),
        (Shut(NO_HTML), "it opened."),
    ],
)
def test_what_came_of_it_is_said_with_the_day(work, door, came, said):
    door(came)
    clerk = work("pritchard")
    post(clerk, "/procedure/links/", {"link": HEPPELL})
    assert "Tried on 23 November 2026: " + said in shown(clerk.get("/procedure/lint/"))


@pytest.mark.parametrize(
    "link", ["", "http://127.0.0.1/", "https://elsewhere.example/", HEPPELL + "x", "x" * 9000, "\0", "javascript:alert(1)"]
)
def test_an_address_that_the_procedure_does_not_give_is_never_opened(work, door, link):
    asked = door(None)
    answer = post(work("pritchard"), "/procedure/links/", {"link": link})
    assert answer.status_code == 409 and "The procedure gives no such link." in shown(answer)
    assert asked == [] and not LinkTried.objects.exists()


def test_nobody_else_opens_a_link(work, door):
    asked = door(None)
    assert post(work("achterberg"), "/procedure/links/", {"link": HEPPELL}).status_code == 409
    for name in ("harrow", "wieczorek", "maisie"):
        assert post(work(name), "/procedure/links/", {"link": HEPPELL}).status_code == 404
    assert (
        Client(HTTP_HOST="localhost").post("/procedure/links/", urlencode({"link": HEPPELL}), content_type="text/plain").status_code == 403
    )
    assert asked == []

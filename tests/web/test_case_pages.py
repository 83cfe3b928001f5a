"""A case as its page: what each person reads there, does there, and is told when something cannot be done."""

import re

import pytest

from askfirst.casework import steps
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.cast import who
from tests.web.pages import page_of, send


@pytest.fixture
def asks(cast, at):
    """A question that somebody asked at a London time; its reference."""

    def ask(name, text="May I blog about the timetable?", when="2026-11-25 10:00", to="line-manager", **details):
        moment = at(when)
        by = standing(who(name), on=london_day(moment))
        return steps.open_case(kind="question", by=by, details={"text": text, "to": to, **details}, at=moment)

    return ask


def bare(response):
    """The bytes of a page without the token that differs each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


def hidden(page, form, name):
    return page.one(tag="form", id=form).one(tag="input", name=name).attrs["value"]


def take(browser, ref, step, *, form=None, **fields):
    """Send the form of a step as it stands on the page."""
    page = page_of(browser.get("/cases/%s/" % ref))
    here = next(one for one in page.all(tag="form") if one.attrs.get("action") == "/cases/%s/steps/%s/" % (ref, step))
    sent = {one.attrs["name"]: one.attrs.get("value", "") for one in here.all(tag="input", type="hidden")}
    return send(browser, "/cases/%s/steps/%s/" % (ref, step), {**sent, **fields}, opened="/cases/%s/" % ref)


def test_the_page_of_a_case_one_may_not_see_is_the_page_of_an_address_never_used(asks, signed_in):
    ref = asks("harrow")
    other = signed_in("standish")
    assert other.get("/cases/%s/" % ref).status_code == 404
    assert bare(other.get("/cases/%s/" % ref)) == bare(other.get("/cases/BCDFGHJK/")) == bare(other.get("/nowhere/at/all/"))

"""What people of the cast do, for the stories about their own pages: they ask, and they log a journalist's call."""

import re

from askfirst.casework import steps
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of

__all__ = ["WEDNESDAY", "asks", "bare", "by", "logs", "text_of"]

WEDNESDAY = "2026-11-25 10:00"


def by(name, when=WEDNESDAY):
    return standing(who(name), on=london_day(london(when)))


def asks(name, when=WEDNESDAY, text="May I name our trip in a post? Zanzibar-canary", to="line-manager", **details):
    return steps.open_case(kind="question", by=by(name, when), details={"text": text, "to": to, **details}, at=london(when))


def logs(name, *schools, when=WEDNESDAY, **details):
    details = {"asked": "About a post. Zanzibar-canary", "schools": list(schools), **details}
    return steps.open_case(kind="press", by=by(name, when), details=details, at=london(when))


def bare(response):
    """The bytes of a page without the token that differs each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", response.content)


def text_of(browser, path):
    response = browser.get(path)
    assert response.status_code == 200, path
    return page_of(response).one(tag="main").text

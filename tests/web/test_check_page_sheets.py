"""Style sheets of a page that is opened at its address: those of its own site come through the one door, within limits; others never do."""

import pytest

from tests.site import HTML, answers, site
from tests.web.pages import page_of
from tests.web.test_check_page_pages import sends

CSS = ("Content-Type", "text/css")
DRESSED = b"""<!doctype html><html><head><title>Connie paints</title><link rel="stylesheet" href="/look.css"><link rel=stylesheet href="more.css?x=1">
<link rel="stylesheet" href="https://fonts.example/far.css"></head><body><p>I teach art at Eastfield Academy.</p><p class="quiet">%s</p></body></html>"""


def test_style_sheets_of_the_same_site_are_read_and_those_of_others_are_not(signed_in, settings):
    """The note is hidden by a sheet that lies beside the page: a file alone cannot tell, the address can."""
    words = b"These are my own views, and not those of my school or of its Trust."
    given = {"/art/": (HTML, DRESSED % words), "/look.css": (CSS, b".quiet{display:none}"), "/art/more.css?x=1": (CSS, b"p{color:#111}")}

    def page(handler):
        kind, body = given[handler.path]
        answers(headers=(kind,), body=body)(handler)

    with site(page) as (address, door, asked):
        settings.DOOR = door
        browser = signed_in("averill")
        shown = page_of(sends(browser, open="1", mine="yes", address=address + "/art/"))
        assert [path for path, _ in asked] == ["/art/", "/look.css", "/art/more.css?x=1"]
        assert [headers["Accept"] for _, headers in asked] == ["text/html", "text/css", "text/css"]
        assert "Only where a reader will not see it" in shown.text and "We read 2 style sheets of its site too." in shown.text
        assert "Some style sheets lie elsewhere" in shown.text, "that of another site"
        given["/look.css"] = (HTML, b".quiet{display:none}")
        again = page_of(sends(browser, open="1", mine="yes", address=address + "/art/"))
        assert "We read 1 style sheet of its site too." in again.text and "Seen in the page’s text" in again.text
    alone = page_of(sends(browser, DRESSED % words))
    assert (
        "Seen in the page’s text" in alone.text and "Some style sheets lie elsewhere" in alone.text and "of its site too" not in alone.text
    )


@pytest.mark.parametrize(
    "href",
    [
        "http://127.0.0.1:1/x.css",
        "http://169.254.169.254/x.css",
        "//other.example/x.css",
        "file:///etc/passwd",
        "http://[",
        "javascript:1",
        "ftp://a/x.css",
    ],
)
def test_no_sheet_of_another_place_is_asked_for(signed_in, settings, href):
    body = b"<html><head><link rel=stylesheet href='%s'></head><body><p>I teach art at Eastfield Academy.</p></body></html>" % href.encode()
    with site(answers(body=body)) as (address, door, asked):
        settings.DOOR = door
        shown = page_of(sends(signed_in("averill"), open="1", mine="yes", address=address + "/art"))
        assert [path for path, _ in asked] == ["/art"] and "Some style sheets lie elsewhere" in shown.text


def test_a_sheet_that_turns_to_another_site_or_takes_in_another_is_not_read_as_whole(signed_in, settings):
    body = b"<html><head><link rel=stylesheet href='/turn.css'><link rel=stylesheet href='/in.css'></head><body><p>I teach art at Eastfield Academy.</p></body></html>"

    def page(handler):
        turns = answers(302, (("Location", "http://169.254.169.254/x.css"),), b"")
        {"/art": answers(body=body), "/turn.css": turns, "/in.css": answers(headers=(CSS,), body=b"@import 'x.css';")}[handler.path](
            handler
        )

    with site(page) as (address, door, asked):
        settings.DOOR = door
        shown = page_of(sends(signed_in("averill"), open="1", mine="yes", address=address + "/art"))
        assert [path for path, _ in asked] == ["/art", "/turn.css", "/in.css"]
        assert "We read 1 style sheet of its site too." in shown.text and "Some style sheets lie elsewhere" in shown.text


def test_no_more_than_five_sheets_are_asked_for(signed_in, settings):
    body = b"<html><head>%s</head><body><p>I teach art at Eastfield Academy.</p></body></html>" % b"".join(
        b"<link rel=stylesheet href=/%d.css>" % n for n in range(9)
    )
    with site(lambda handler: answers(headers=(CSS if "css" in handler.path else HTML,), body=body)(handler)) as (address, door, asked):
        settings.DOOR = door
        sends(signed_in("averill"), open="1", mine="yes", address=address + "/art")
        assert len(asked) == 6


@pytest.mark.parametrize("turns", [False, True], ids=["asked for there", "turned there"])
def test_a_sheet_of_another_site_that_would_answer_is_not_read(signed_in, settings, turns):
    """The other site stands on the same machine and would answer the door: only its name keeps it out."""
    hidden = (
        b"<html><head><title>Connie paints</title><link rel=stylesheet href='%s'></head><body><p>I teach art at Eastfield Academy.</p>"
        b"<p class=quiet>These are my own views, and not those of my school.</p></body></html>"
    )
    given = {}

    def page(handler):
        host = handler.headers["Host"].partition(":")[0]
        given[(host, handler.path)](handler)

    with site(page) as (address, door, asked):
        other = address.replace("trips.example", "other.example") + "/x.css"
        given["trips.example", "/art"] = answers(body=hidden % (b"/turn.css" if turns else other.encode()))
        given["trips.example", "/turn.css"] = answers(302, (("Location", other),), b"")
        given["other.example", "/x.css"] = answers(headers=(CSS,), body=b".quiet{display:none}")
        settings.DOOR = door
        shown = page_of(sends(signed_in("averill"), open="1", mine="yes", address=address + "/art"))
    assert [path for path, _ in asked] == (["/art", "/turn.css"] if turns else ["/art"])
    assert "Seen in the page’s text" in shown.text and "Some style sheets lie elsewhere" in shown.text

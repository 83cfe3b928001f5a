"""My dates in my own calendar: by a private link that I can end; days and references, no word of a case. Dr Pascoe and Mrs Pritchard-Lowe."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from askfirst.people.calendar_links import forget_left
from askfirst.people.merge import merge
from askfirst.people.models import CalendarLink, Person
from askfirst.trail.models import Event
from askfirst.web.icalendar import Day, icalendar
from gates.words import convicting
from tests.adoption.campaigning import asked
from tests.cast import MONDAY, who
from tests.clock import london
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import asks, logs, text_of
from tests.web.test_words_of_pages import too_hard

PAGE = "/me/calendar/"
STAMP = datetime(2026, 11, 25, 10, tzinfo=UTC)
LINK = re.compile(r"/calendar/[A-Za-z0-9_-]{43}/")


def makes(browser):
    """The path of a new link."""
    page = page_of(send(browser, PAGE, {"what": "make"}, opened=PAGE))
    (path,) = LINK.findall(page.one(id="link").text)
    return path


def opens(path):
    """What a calendar gets, which is signed in nowhere."""
    return Client(HTTP_HOST="localhost").get(path)


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def summaries(response):
    return [line.partition(":")[2] for line in unfolded(response.content.decode()) if line.startswith("SUMMARY:")]


def test_a_question_that_waits_is_a_day_and_a_reference(signed_in):
    ref = asks("harrow")
    his = signed_in("pascoe")
    answer = opens(makes(his))
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/calendar") and answer["Cache-Control"] == "no-store"
    text = answer.content.decode()
    assert summaries(answer) == ["Due in AskFirst: %s" % ref]
    assert "DTSTART;VALUE=DATE:20261130" in text and "/cases/%s/" % ref in text
    for word in ("canary", "Zanzibar", "Harrow", "Northgate", "question", "harrow", "Pascoe"):
        assert word.lower() not in text.lower()


def test_it_is_as_the_day_has_it_and_of_nobody_else(signed_in):
    ref = asks("harrow")
    logs("harrow", "northgate")
    hers, his = signed_in("whitlam"), signed_in("pascoe")
    mine, theirs = makes(hers), makes(his)
    assert summaries(opens(mine)) == [] and ref in opens(theirs).content.decode()
    assert [line for line in unfolded(opens(mine).content.decode()) if line][-1] == "END:VCALENDAR"


def test_reviews_and_campaigns_are_for_governance_and_the_last_day_for_who_reads(signed_in, cast):
    campaign = asked("2018-11", opens=MONDAY, closes=date(2026, 12, 18), at="2026-11-23 09:00")
    clerk, hers = makes(signed_in("pritchard")), makes(signed_in("drinkwater"))
    reading = "Last day to read what you were asked to read"
    governed = ["Review due: edition 2018-11 of the procedure", "A campaign opens: " + campaign]
    assert summaries(opens(clerk)) == [*governed, "A campaign closes: " + campaign, reading]
    assert summaries(opens(hers)) == [reading]
    assert "DTSTART;VALUE=DATE:20211130" in opens(clerk).content.decode()
    assert "DTSTART;VALUE=DATE:20261218" in opens(hers).content.decode()


def test_the_link_is_shown_once_and_kept_nowhere(signed_in):
    his = signed_in("pascoe")
    path = makes(his)
    assert not LINK.search(text_of(his, PAGE)) and "You made a link on 25 November 2026." in text_of(his, PAGE)
    row = CalendarLink.objects.get()
    assert path.split("/")[2] not in repr(list(CalendarLink.objects.values())) + repr(list(Event.objects.values()))
    assert (row.person_id, row.made_on) == (who("pascoe"), date(2026, 11, 25))
    assert "You made a calendar link on25 November 2026" in text_of(his, "/me/record/")


def test_ended_or_made_again_the_old_link_opens_nothing(signed_in):
    his = signed_in("pascoe")
    first = makes(his)
    second = makes(his)
    assert (opens(first).status_code, opens(second).status_code) == (404, 200)
    assert send(his, PAGE, {"what": "end"}, opened=PAGE).status_code == 303
    assert opens(second).status_code == 404 and not CalendarLink.objects.exists()
    assert "You have no link now." in text_of(his, PAGE)
    assert [event.what for event in Event.objects.filter(chain="people", what__startswith="calendar")] == [
        "calendar-link", "calendar-link", "calendar-link-ended",
    ]  # fmt: skip


def test_who_has_left_has_no_calendar(signed_in):
    his = signed_in("pascoe")
    path = makes(his)
    Person.objects.filter(username="pascoe").update(left_on=date(2026, 11, 24))
    assert opens(path).status_code == 404
    assert forget_left(at=london("2026-11-25 11:00")) == 1
    assert not CalendarLink.objects.exists()


@pytest.mark.parametrize("token", ["x", "A" * 43, "A" * 9000, "%00" * 14, "../me", "١" * 43])
def test_what_is_no_link_is_the_missing_page_however_it_is_asked(cast, token):
    browser = Client(HTTP_HOST="localhost")
    never = browser.get("/nothing-here/")
    for method in ("get", "head", "post", "put"):
        assert getattr(browser, method)("/calendar/%s/" % token).status_code == 404
    assert browser.get("/calendar/%s/" % ("A" * 43)).content == never.content


def test_reading_it_writes_nothing(signed_in, django_assert_max_num_queries):
    asks("harrow")
    path = makes(signed_in("pascoe"))
    events = Event.objects.count()
    with django_assert_max_num_queries(40) as asked_for:
        opens(path)
    assert not [one["sql"] for one in asked_for.captured_queries if not one["sql"].startswith("SELECT")]
    assert Event.objects.count() == events


def test_of_two_records_of_one_person_one_link_stays(signed_in):
    paths = [makes(signed_in(name)) for name in ("drinkwater", "holloway")]
    merge(gone=who("drinkwater"), into=who("holloway"), by="", at=london("2026-11-26 09:00"), on=date(2026, 11, 26))
    assert CalendarLink.objects.count() == 1
    assert opens(paths[1]).status_code == 200


@pytest.mark.parametrize(("name", "reader"), [("pascoe", "staff"), ("farouk", "student"), ("blenkinsop-g", "staff")])
def test_the_page_reads_easily(signed_in, name, reader):
    browser = signed_in(name)
    assert page_of(browser.get("/me/")).all(tag="a", href=PAGE)
    for page in (page_of(browser.get(PAGE)), page_of(send(browser, PAGE, {"what": "odd"}, opened=PAGE) and browser.get(PAGE))):
        assert too_hard(page, reader) == []
        assert convicting(" ".join(ours(page))) == []


# ---------------------------------------------------------------- the writer

words = st.text(max_size=200)  # half characters are never among them: hypothesis leaves surrogates out of text by itself


@given(id=words, says=words, day=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_line_is_short_enough_and_gives_its_words_back(id, says, day):
    text = icalendar([Day(id, day, says, "https://ask.trust.example/me/")], name="Mine", host="ask.trust.example", at=STAMP)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = unfolded(text)
    assert whole[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and whole.count("BEGIN:VEVENT") == whole.count("END:VEVENT") == 1
    said = next(line for line in whole if line.startswith("SUMMARY:")).removeprefix("SUMMARY:")
    back = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], said)
    assert back == says.replace("\r", "").replace("\0", "")
    assert "DTSTART;VALUE=DATE:%s" % day.strftime("%Y%m%d") in whole
    assert "DTEND;VALUE=DATE:%s" % (day + timedelta(days=1)).strftime("%Y%m%d") in whole
    assert "DTSTAMP:20261125T100000Z" in whole


def test_a_line_that_would_begin_another_event_stays_text():
    says = "Lunch\r\nEND:VEVENT\r\nBEGIN:VEVENT"
    text = icalendar([Day("a", MONDAY, says, "https://ask.trust.example/")], name="Mine", host="x", at=STAMP)
    assert unfolded(text).count("BEGIN:VEVENT") == 1

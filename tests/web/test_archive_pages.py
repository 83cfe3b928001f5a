"""My data file, on its page and through the API (S08): looked at once, told at once, kept nowhere."""

import base64
import random
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from askfirst.advice.cannot_see import OF_AN_ARCHIVE
from askfirst.advice.throttle import Throttle
from askfirst.checks.archives.services import SERVICES
from askfirst.guard.received import Received
from askfirst.procedure.dated import Section
from askfirst.procedure.guides import guide, service
from gates.words import convicting
from tests.guard import archive_files as files
from tests.guard import archives_of as of
from tests.web.pages import ours, page_of, token_of
from tests.web.test_words_of_pages import too_hard

PATH, API = "/check/archive/", "/api/v1/checks/archive"
FORMATS = "X or Twitter (zip)"


def sends(browser, data, name="twitter-2026-11-24-secret.zip", author="staff", **more):
    """The form as a browser without scripts sends it."""
    form = page_of(browser.get(PATH))
    held = {} if data is None else {"file": SimpleUploadedFile(name, data)}
    return browser.post(PATH, {"csrfmiddlewaretoken": token_of(form), "author": author, "messages": "0", **more} | held)


def by_api(data, **fields):
    held = {} if data is None else {"file": SimpleUploadedFile("a.zip", data)}
    return Client(HTTP_HOST="localhost").post(API, {"author": "staff", **fields} | held)


def about(page):
    """Each card: level, clause, title, what it says, the days under it."""
    found = []
    for card in page.all(cls="af-finding"):
        top = card.one(cls="af-finding__top")
        quotes = card.all(cls="af-quote")
        days = [one.attrs["datetime"] for one in card.all(tag="time")]
        title = card.one(tag="h3").text.partition(". ")[2]
        found.append((top.one(cls="af-level").text, top.one(cls="af-clause").text, title, quotes[0].text if quotes else "", days))
    return found


def report_in(page):
    link = next(one for one in page.all(tag="a") if one.text == "Save the report")
    kind, _, held = link.attrs["href"].partition(",")
    assert kind == "data:text/html;charset=utf-8;base64" and link.attrs["download"] == "what-a-stranger-could-tell.html"
    return base64.b64decode(held).decode()


@pytest.fixture
def looked_at(signed_in):
    """Miss Drinkwater's own archive of 214 posts, looked at on her page."""
    response = sends(signed_in("drinkwater"), files.packed(files.drinkwater()))
    assert response.status_code == 200
    return page_of(response)


# ---------------------------------------------------------------- S08


def test_s08_line_1_three_joined_up_facts_and_the_days_of_their_posts(looked_at):
    assert looked_at.one(tag="h1").text == "3 facts that your posts give away together"
    assert "We read 214 posts of yours on X." in looked_at.text
    (routine, password, car) = about(looked_at)
    assert routine[2:4] == ("Where you are each week, and when", "canal path, Tuesdays, about 6.15")
    assert len(routine[4]) == 12 and routine[4][0] == "2024-11-05" and "There are 28 more between these." in looked_at.text
    assert password[2:] == (
        "A name that may be in your password", "Biscuit",
        ["2024-11-06", "2024-12-16", "2025-01-25", "2025-03-06", "2025-04-15", "2025-05-25", "2025-10-04"],
    )  # fmt: skip
    assert car[2:] == ("Your car’s number plate", "EF21KLM", ["2024-11-08", "2024-12-08", "2025-01-07", "2025-02-06"])


def test_s08_line_2_good_to_know_and_worth_changing_and_nothing_important(looked_at):
    told = [one.text for one in looked_at.all(cls="govuk-inset-text")]
    assert any(one.startswith("Good to know") and one.endswith("SNS-2") for one in told)
    assert {(level, clause) for level, clause, *_ in about(looked_at)} == {("Worth changing", "SNS-1"), ("Worth changing", "PRI-4")}
    assert "Important" not in looked_at.text


def test_s08_line_3_no_message_file_is_opened(looked_at):
    assert "2 message files were not opened." in looked_at.text
    assert "secret" not in looked_at.text and "secret" not in report_in(looked_at)


def test_s08_line_4_a_wrong_file_is_told_what_we_can_read_and_nothing_of_it_is_kept(signed_in):
    browser = signed_in("drinkwater")
    for data in (b"my posts, as I remember them", files.packed({"holiday.txt": "canary-8842"}), b"%PDF-1.7 canary-8842"):
        response = sends(browser, data)
        assert response.status_code == 400 and response["Cache-Control"] == "no-store"
        summary = page_of(response).one(cls="govuk-error-summary").text
        assert FORMATS in summary, summary
        assert "canary-8842" not in response.content.decode()
    assert "canary-8842" not in browser.get(PATH).content.decode()


def test_the_forms_we_can_read_are_said_once_in_an_error_and_once_in_the_list_to_open(browser, db):
    page = page_of(sends(browser, b"my posts, as I remember them"))
    assert page.text.count("Bluesky (CAR)") == 2 and page.one(id="file-error").text.endswith(
        "We could not read this file. Choose another one."
    )
    assert "open" not in next(one for one in page.all(tag="details") if "Which files can you read?" in one.text).attrs


def test_s08_line_5_no_file_name_no_post_and_no_count_is_in_the_records_or_a_log(signed_in, caplog):
    """Mr Wieczorek searches storage and logs. (The disk of a real server: tests/promises.)"""
    browser = signed_in("drinkwater")
    before = everything_held()
    with caplog.at_level(0):
        sends(browser, files.packed(files.drinkwater()))
    held = everything_held()
    for word in ("twitter-2026-11-24-secret", "Biscuit", "EF21", "canal path", "214"):
        assert word not in caplog.text, word
    assert held == before
    search = signed_in("wieczorek")
    for path in ("/people/", "/mail-sent/", "/reports/counts/", "/me/record.json"):
        assert b"twitter-2026" not in search.get(path).content


def everything_held():
    """Every row of every table but the sessions' own moments."""
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if "session" not in name]
        rows = {}
        for name in names:
            cursor.execute('SELECT * FROM "%s"' % name)
            rows[name] = sorted(map(repr, cursor.fetchall()))
    return rows


def test_s08_line_6_the_report_is_in_her_page_alone(looked_at, signed_in):
    report = report_in(looked_at)
    for words in (
        "canal path, Tuesdays, about 6.15",
        "Biscuit",
        "EF21KLM",
        "8 November 2024",
        "When you gave it away",
        "What you can do",
        "2 message files were not opened.",
    ):
        assert words in report, words
    assert not re.search(r"<script|https?://|src=|href=|url\(", report)
    assert "default-src 'none'" in report
    assert not [
        one for one in looked_at.all(tag="a") if "report" in one.attrs["href"] and not one.attrs["href"].startswith(("data:", "/reports/"))
    ]
    for name in ("drinkwater", "wieczorek", "rainsford"):
        assert "Biscuit" not in signed_in(name).get(PATH).content.decode()


# ---------------------------------------------------------------- the page besides


def test_what_the_browser_left_out_is_counted(browser, db):
    page = page_of(sends(browser, files.packed(files.tweets([("2026-11-24 06:31", "Tea")])), messages="7"))
    assert "7 message files were not opened." in page.text


def test_the_service_own_steps_are_a_link_away(looked_at):
    assert looked_at.one(tag="a", href="/guides/x/").text == "How to do it on X"


def test_the_steps_of_the_service_are_there_with_the_day_somebody_looked(looked_at):
    steps = next(one for one in looked_at.all(tag="details") if "What is known of the steps there" in one.text).text
    assert "X: Posts are public unless you protect them." in steps and "Checked on 1 November 2026." in steps
    assert "X: Posts are public unless you protect them." in report_in(looked_at)


def test_every_service_that_can_be_read_has_a_guide_with_steps():
    for one in SERVICES:
        found = guide(service(one.id))
        assert any(fact.source and fact.checked_on for part in (Section.SEE, Section.UNTAG) for fact in found.part(part).facts), one.name


def test_steps_nobody_checked_are_said_to_be_unchecked(browser, db, monkeypatch):
    """A service whose facts are gone: nothing is claimed of it."""
    monkeypatch.setattr("askfirst.advice.archives.AboutArchive.steps", ())
    page = page_of(sends(browser, files.packed(of.reddit())))
    assert "Nobody has checked the steps of Reddit yet. Look in its own settings." in page.text


def test_what_posts_give_away_is_said_plainly_and_drawn(looked_at):
    for words in ("These 40 posts give away where you are each week.", "These 7 posts give away a name that may be in your password."):
        assert words in looked_at.text and words in report_in(looked_at), words
    drawings = [one for one in looked_at.all(tag="svg") if "af-drawn" in one.attrs.get("class", "")]
    assert [one.one(tag="title").text.partition(". ")[0] for one in drawings] == [
        "A line for each fact, with a dot for each day of a post", "Lines from each kind of fact to what a stranger could do with it",
    ]  # fmt: skip
    assert all(one.attrs["role"] == "img" for one in drawings)
    assert [one.one(tag="caption").text for one in looked_at.all(tag="table")] == ["When you gave it away", "What leads to what"]


def test_one_post_that_says_nothing_is_met_with_nothing(browser, db):
    page = page_of(sends(browser, files.packed(files.tweets([("2026-11-24 06:31", "Tea")]))))
    assert page.one(tag="h1").text == "We found no facts that join up" and about(page) == []
    assert "We read 1 post of yours on X." in page.text and "0 message files were not opened." in page.text


@pytest.mark.parametrize("author", ["staff", "student"])
def test_the_answer_reads_easily_and_judges_nobody(browser, db, author):
    told = files.tweets([("2026-11-%02d 20:00" % day, words) for day, words in enumerate(EVERY, 1)] * 2)
    page = page_of(sends(browser, files.packed(told), author=author))
    assert len(about(page)) >= 9
    ours_alone = page_of(sends(browser, files.packed(told), author=author))
    for one in ours_alone.all(cls="af-quote"):
        one.inside.clear()
    for item in ours_alone.all(tag="li"):
        if item.all(tag="time"):
            item.inside.clear()
    assert too_hard(ours_alone, author) == []
    assert convicting(" ".join(ours(page))) == []


EVERY = (
    "We live in Fellbrook Lane", "Off on our holidays at last", "My daughter Elsie is 7", "Ring me on 07700 900123", "Write to paloma@home.example",
    "Car is AB12 CDE", "My dog Biscuit again", "My birthday today", "I work at Eastfield Academy", "Find me on insta @paloma_elsewhere",
    "Gym at 6.30 this Tuesday", "Cinema with my best friend Ella", "My first car was a Fiesta",
)  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "field", "says"),
    [
        ({"data": None}, "file", "There is no file yet. Choose one, then press the button."),
        ({"data": b""}, "file", "This file is empty. Choose another one."),
        ({"data": b"x", "author": ""}, "author", "Say who is writing: staff or student."),
        ({"data": b"x", "author": "head"}, "author", "We do not know this choice for author."),
        ({"data": b"x", "messages": "many"}, "messages", "Say in figures how many message files were left out."),
    ],
)
def test_what_is_wrong_is_said_by_the_page_and_by_the_api(browser, db, sent, field, says):
    response = sends(browser, **sent)
    assert response.status_code == 400
    assert says in page_of(response).one(cls="govuk-error-summary").text
    if sent["data"] != b"":
        answer = by_api(sent["data"], **{name: value for name, value in sent.items() if name != "data" and value})
        assert answer.status_code == 400 and (answer.json()["field"] == field or sent.get("author") == "")


def test_what_the_archive_says_of_who_sees_a_post_is_told_and_what_is_for_oneself_is_left_out(browser, db):
    page = page_of(sends(browser, files.packed(of.tiktok()), author="student"))
    assert "We read 3 posts of yours on TikTok." in page.text
    assert "1 post is for you alone. We left it out." in page.text
    assert "2 messages stand in the same file as your posts. We passed over them." in page.text
    held = files.tweets([("2026-11-24 06:31", "My car is AB12 CDE")]) | of.protected("Protect")
    page = page_of(sends(browser, files.packed(held)))
    (card,) = page.all(cls="af-finding")
    assert "Friends, says the file" in card.text and "The file does not say who can see" not in page.text
    assert about(page)[0][:3] == ("Tip", "PRI-4", "Your car’s number plate")


def test_words_of_somebody_who_may_be_hurt_are_met_first_and_alone(browser, db):
    """Ruling 12. Nobody is told; the rest waits until it is asked for, and the file is chosen again, since nothing keeps it."""
    hard = files.packed(files.tweets([("2026-11-24 06:31", "My car is AB12 CDE"), ("2026-11-20 06:31", "i dont want to be here anymore")]))
    page = page_of(sends(browser, hard, author="student"))
    assert page.one(tag="h1").text == "This sounds hard. You can talk to someone now"
    assert "0800 1111" in page.text and "Nobody has been told." in page.text and "AB12" not in page.text
    rest = page_of(sends(browser, hard, author="student", everything="1"))
    assert "AB12CDE" in rest.text and rest.one(tag="h1").text == "This sounds hard. You can talk to someone now"
    said = by_api(hard).json()
    assert (said["findings"], said["facts"], said["text"], said["waiting"]) == ([], [], "", True) and said["noticed"][0]["kind"] == "help"
    assert len(by_api(hard, all="true").json()["facts"]) == 1
    old = files.packed(files.tweets([("2026-11-24 06:31", "Tea"), ("2019-11-20 06:31", "i dont want to be here anymore")]))
    assert page_of(sends(browser, old)).one(tag="h1").text == "We found no facts that join up"


def together(browser, *given, author="staff"):
    form = page_of(browser.get(PATH))
    held = [SimpleUploadedFile("%d.zip" % number, data) for number, data in enumerate(given)]
    return browser.post(PATH, {"csrfmiddlewaretoken": token_of(form), "author": author, "file": held})


def test_two_files_are_put_together(browser, db):
    """The pet is named on one service, the joke about the password stands on the other."""
    joke = files.packed(files.tweets([("2026-11-24 06:31", "First password I ever had? biscuit1")]))
    pet = files.packed(of.mastodon() | {"outbox.json": of.mastodon()["outbox.json"].replace("Quietly", "My dog Biscuit ate it")})
    page = page_of(together(browser, joke, pet))
    assert "We read 4 posts of yours on X, Mastodon." in page.text
    (card,) = (one for one in page.all(cls="af-finding") if "A name that may be in your password" in one.text)
    assert "7 March 2025, Mastodon" in card.text and "24 November 2026, X" in card.text
    assert {one.text for one in page.all(tag="a") if one.text.startswith("How to do it on")} == {
        "How to do it on X",
        "How to do it on Mastodon",
    }
    said = (
        Client(HTTP_HOST="localhost")
        .post(API, {"author": "staff", "file": [SimpleUploadedFile("a", joke), SimpleUploadedFile("b", pet)]})
        .json()
    )
    assert [one["id"] for one in said["services"]] == ["x", "mastodon"] and "password" in [one["what"] for one in said["facts"]]


def test_one_of_two_that_cannot_be_read_is_refused_with_both(browser, db):
    response = together(browser, files.packed(files.drinkwater()), b"my posts, as I remember them")
    assert response.status_code == 400 and FORMATS in page_of(response).one(cls="govuk-error-summary").text


def test_too_many_files_at_a_time(browser, db):
    response = together(browser, *[b"PK\x05\x06"] * 11)
    assert response.status_code == 400 and "Choose at most 10 files at a time." in response.content.decode()


def test_a_stale_form_asks_for_the_file_again(browser, db):
    response = browser.post(PATH, {"author": "staff", "file": SimpleUploadedFile("a.zip", files.packed(files.drinkwater()))})
    assert response.status_code == 403
    assert "Choose the file again, then press the button." in page_of(response).one(cls="govuk-error-summary").text


def test_an_archive_over_the_limit_is_refused_and_not_held(browser, db, monkeypatch):
    monkeypatch.setattr("askfirst.config.uploads.BY_WIRE", 50_000)
    monkeypatch.setattr("askfirst.advice.archives_asked.LARGEST", 50_000)
    response = sends(browser, files.packed({"data/tweets.js": random.Random(1).randbytes(200_000)}))
    assert response.status_code == 400 and "is larger than" in page_of(response).one(cls="govuk-error-summary").text


def test_too_many_at_once_are_asked_to_wait(browser, db, monkeypatch):
    held = [Received() for _ in range(4)]
    response = sends(browser, files.packed(files.drinkwater()))
    assert response.status_code == 400 and "Wait a minute, then try again." in page_of(response).one(cls="govuk-error-summary").text
    for one in held:
        one.close()
    assert sends(browser, files.packed(files.drinkwater())).status_code == 200


def test_asked_too_often(browser, db, monkeypatch):
    monkeypatch.setattr("askfirst.web.checking.CHECKS", Throttle(0))
    assert sends(browser, b"x").status_code == 429


def test_the_api_says_the_same(db):
    answer = by_api(files.packed(files.drinkwater()))
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    said = answer.json()
    assert (said["service"], said["posts"], said["messages_not_opened"]) == ("x", 214, 2)
    assert [(one["what"], one["says"], one["level"]) for one in said["facts"]] == [
        ("routine", "canal path, Tuesdays, about 6.15", "Worth changing"), ("password", "Biscuit", "Worth changing"), ("car", "EF21KLM", "Worth changing"),
    ]  # fmt: skip
    assert said["facts"][2]["posts"][0] == {
        "on": "2024-11-08",
        "quote": "Washed the car. EF21 KLM looks like new",
        "seen_by": None,
        "service": "x",
    }
    for one in said["findings"]:
        assert one["kind"] == "collation" and one["level"] == "Worth changing"
        assert said["text"][one["start"] : one["end"]] == one["quote"]
    assert [one["clause"] for one in said["good_to_know"]] == ["SNS-2"]


def test_the_api_takes_no_other_field(db):
    answer = by_api(files.packed(files.drinkwater()), roll="a")
    assert answer.status_code == 400 and answer.json()["field"] == "roll"


@pytest.mark.parametrize("path", ["/check/", "/check/?as=student"])
def test_the_way_there(browser, db, path):
    aimed = PATH + ("?as=student" if "student" in path else "")
    assert page_of(browser.get(path)).one(tag="a", href=aimed).text == "My data file"


def test_what_the_check_cannot_see_stands_by_page_report_and_api_and_holds(looked_at, browser, db):
    wanted = [str(line) for line in OF_AN_ARCHIVE]
    before, report = page_of(browser.get(PATH)), report_in(looked_at)
    assert [line for line in wanted if line not in looked_at.text or line not in before.text or line not in report] == []
    data = files.packed(files.drinkwater())
    assert by_api(data).json()["cannot_see"] == wanted
    more = files.packed({**files.drinkwater(), "data/tweets_media/1-07700900123.jpg": b"\xff\xd8 my number is 07700 900123"})
    kept = by_api(more).json()
    assert [fact["what"] for fact in kept["facts"]] == [fact["what"] for fact in by_api(data).json()["facts"]], "no picture was opened"
    assert "900123" not in str(kept)

"""A photo before it is posted, on its page and through the API (S05, S32): told at once, given back clean, kept nowhere."""

import base64
import json
import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from askfirst.advice.cannot_see import OF_A_PHOTO
from askfirst.advice.throttle import Throttle
from askfirst.guard import child
from askfirst.guard.limits import READING
from gates.words import convicting
from tests.guard import photo_files as files
from tests.guard.test_codes import WIFI, photo_with, square
from tests.guard.test_picture_words import drawn
from tests.guard.test_pictures_refused import REFUSED
from tests.web.pages import cards_of, ours, page_of, token_of
from tests.web.test_words_of_pages import too_hard

PATH, API = "/check/photo/", "/api/v1/checks/photo"
GPS = 0x8825
LOOKS = frozenset("body hair skin fat thin pretty ugly handsome young mood sad happy angry girl boy man woman uniform beautiful".split())


def selfie():
    """Tobias's selfie: the file says where it was taken."""
    return files.jpeg(exif=b"Exif\0\0" + files.exif(gps=files.gps_of(files.NORTHGATE, 45)))


def sends(browser, data, name="IMG_20261124_Eastfield.jpg", author="student", **more):
    """The form as a browser sends it."""
    form = page_of(browser.get(PATH))
    fields = {"csrfmiddlewaretoken": token_of(form), "author": author, "audience": "public", **more}
    held = {} if data is None else {"file": SimpleUploadedFile(name, data)}
    return browser.post(PATH, fields | held)


def by_api(data, name="a.jpg", **fields):
    held = {} if data is None else {"file": SimpleUploadedFile(name, data)}
    return Client(HTTP_HOST="localhost").post(API, {"author": "staff", **fields} | held)


def copy_in(page):
    link = page.one(tag="a", download="photo.jpg")
    return base64.b64decode(link.attrs["href"].partition(",")[2])


def says(response):
    return " ".join(ours(page_of(response), without=()))


def about(page, clause):
    return [(level, card) for level, _, clauses, card in cards_of(page) if clause in clauses]


# ---------------------------------------------------------------- before the chooser


@pytest.mark.parametrize("reader", ["student", "staff"])
def test_the_warning_and_help_stand_before_the_file_chooser(browser, db, reader):
    response = browser.get(PATH + ("?as=student" if reader == "student" else ""))
    html = response.content.decode()
    before = html[: html.index('type="file"')]
    assert "Never put in a naked or sexual picture of anyone under 18, even of yourself. We can help without it." in before
    for helper in ("Report Remove", "https://www.childline.org.uk/remove", "0800 1111", "Ms Beatrix Omondi", "Mrs Saoirse Whitlam"):
        assert helper in before, helper
    assert response["Cache-Control"] == "no-store" and 'enctype="multipart/form-data"' in html
    assert "Your photo is opened once and forgotten. Nobody is told." in html


@pytest.mark.parametrize("path", ["/check/", "/check/?as=student"])
def test_the_way_there(browser, db, path):
    aimed = PATH + ("?as=student" if "student" in path else "")
    assert page_of(browser.get(path)).one(tag="a", href=aimed).text == "Check a photo"


# ---------------------------------------------------------------- S05


def test_s05_line_1_a_tip_says_the_file_says_where_and_a_cleaned_copy_is_offered(signed_in):
    page = page_of(sends(signed_in("wren"), selfie()))
    ((level, card),) = about(page, "SNS-3")
    assert (level, "The file says where it was taken" in card.text) == ("Tip", True)
    assert page.one(tag="a", download="photo.jpg").text == "Save the clean copy"


def test_s05_line_2_the_cleaned_copy_has_no_gps(signed_in):
    assert Image.open(BytesIO(selfie())).getexif().get_ifd(GPS)
    copy = copy_in(page_of(sends(signed_in("wren"), selfie())))
    held = Image.open(BytesIO(copy))
    assert not held.getexif() and not held.getexif().get_ifd(GPS)


def test_s05_line_3_a_second_tip_points_at_the_address_on_the_label(signed_in):
    """What can be read in the picture is typed by its owner: nothing here reads it out of the picture, and the page says so."""
    page = page_of(sends(signed_in("wren"), selfie(), words="12 Alder Row, Haddon"))
    tips = about(page, "SNS-3")
    assert [level for level, _ in tips] == ["Tip", "Tip"]
    label = next(card for _, card in tips if "12 Alder Row, Haddon" in card.one(cls="af-quote").text)
    assert "Cover that part in the clean copy, or cut it off." in label.text
    assert "We cannot read words in the picture here." in page.text


def test_s05_line_4_sns_4_asks_its_questions(signed_in):
    page = page_of(sends(signed_in("wren"), selfie()))
    questions = [one.text for one in page.all(tag="li")]
    assert "How would you feel if everyone could see this? SNS-4" in questions
    assert "Does anything in the picture show where you study? SNS-4" in questions


def test_s05_line_5_no_sentence_is_about_looks_body_age_or_mood(signed_in):
    said = " ".join(ours(page_of(sends(signed_in("wren"), files.full_jpeg(tail=files.film())))))
    assert not set(re.findall(r"[a-z]+", said.lower())) & LOOKS
    of_faces = re.findall(r"[^.]*\bfaces?\b[^.]*\.", said)
    assert of_faces and all("no face" in one or "never match a face" in one for one in of_faces)


def test_s05_line_6_nothing_is_kept_from_one_page_to_the_next(signed_in):
    """Clear is a plain link to the empty form; no answer names an address under which a picture could lie. (The disk: tests/promises.)"""
    browser = signed_in("wren")
    page = page_of(sends(browser, selfie(), words="12 Alder Row"))
    clear = next(one for one in page.all(tag="a") if one.text == "Clear")
    assert clear.attrs["href"] == PATH + "?as=student"
    form = page_of(browser.get(clear.attrs["href"]))
    assert "12 Alder Row" not in form.text and form.one(tag="textarea", name="words").raw.strip() == ""
    assert not [one for one in page.all(tag="img") if not one.attrs["src"].startswith(("data:", "/static/"))]


# ---------------------------------------------------------------- what the page shows


def test_everything_hidden_is_told_and_group_by_group_gone(browser, db):
    page = page_of(sends(browser, files.full_jpeg(tail=files.film()), author="staff"))
    heads = {card.one(tag="h3").text.partition(". ")[2] for _, _, _, card in cards_of(page)}
    assert {
        "The file says where it was taken, near a school", "The file names the place", "The file says it was taken in school hours",
        "The file names whoever made it", "The file says which camera or phone it was", "The file names somebody in the photo",
        "Words stand inside the file", "A short video hides in the photo", "The file carries content credentials",
    } <= heads  # fmt: skip
    rows = [[cell.text for cell in row.all() if cell.tag in ("th", "td")] for row in page.one(tag="tbody").all(tag="tr")]
    assert len(rows) == 8 and all(int(before) > 0 and after == "0" for _, before, after in rows)
    assert "Nothing is left in it but the picture." in page.text


def test_the_place_is_drawn_here_and_no_map_is_asked(browser, db):
    response = sends(browser, selfie())
    page = page_of(response)
    svg = page.one(tag="svg", cls="af-plot")
    assert svg.all(cls="af-plot__school") and svg.all(cls="af-plot__facing") and not svg.all(tag="image")
    assert "Northgate School: about 140 m" in page.text
    html = response.content.decode()
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!www\.childline)', html.replace("https://www.childline.org.uk/remove", ""))
    assert response["Content-Security-Policy"].count("data:") == 1 and "img-src 'self' data:;" in response["Content-Security-Policy"]
    assert "data:" not in browser.get(PATH)["Content-Security-Policy"]


def test_what_was_cut_away_is_shown_to_its_owner(browser, db):
    whole = files.scene()
    data = files.full_jpeg(picture=whole.crop((300, 60, 520, 340)), thumb=files.jpeg(whole.resize((160, 107))))
    page = page_of(sends(browser, data))
    assert page.one(tag="img", cls="af-small-picture").attrs["src"].startswith("data:image/png;base64,")
    assert [level for level, card in about(page, "SNS-4") if "A small picture inside shows something else" in card.text] == [
        "Worth changing"
    ]


def test_parts_are_covered_and_cut_in_the_copy(browser, db):
    page = page_of(sends(browser, files.jpeg(Image.new("RGB", (200, 100), "red")), blur="0 0 10 10", crop="0,0,50,100"))
    assert Image.open(BytesIO(copy_in(page))).size == (100, 100)


def test_a_photo_that_says_nothing(browser, db):
    page = page_of(sends(browser, files.jpeg()))
    assert page.one(tag="h1").text == "Nothing to look at in the file"
    assert cards_of(page) == [] and page.one(tag="a", download="photo.jpg")


def test_a_heic_is_told_about_and_the_page_says_there_is_no_copy(browser, db):
    page = page_of(sends(browser, files.full_heic(), name="a.heic"))
    assert about(page, "SNS-3") and not page.all(tag="a", download="photo.jpg")
    assert "We can read this HEIC but not open it." in page.text and "no copy" in page.text


def test_where_words_are_read_the_page_says_so_and_finds_them(browser, db, settings, monkeypatch):
    assert "We cannot read these for you." in page_of(browser.get(PATH)).text
    settings.READS_PICTURES = True
    monkeypatch.setattr(child, "LIMITS", {"letters": replace(READING, wall=200)})
    assert "We try to read these." in page_of(browser.get(PATH)).text
    page = page_of(sends(browser, files.jpeg(drawn("07700 900455"))))
    assert about(page, "SNS-3") and "07700 900455" in page.text


def test_a_code_that_is_still_there_is_said_where_the_copy_is_saved(browser, db):
    data = files.jpeg(photo_with(square(WIFI)))
    card = page_of(sends(browser, data)).one(tag="section", **{"aria-labelledby": "copy"})
    assert "A code can still be read in the clean copy. Cover it, then look again." in card.text
    covered = page_of(sends(browser, data, blur="5,20,25,25")).one(tag="section", **{"aria-labelledby": "copy"})
    assert "still be read" not in covered.text


def test_words_of_being_hurt_are_met_first_and_the_rest_when_asked_for(browser, db):
    browser.get(PATH)
    response = sends(browser, selfie(), words="I want to kill myself")
    page = page_of(response)
    assert page.one(tag="h1").text == "This sounds hard. You can talk to someone now"
    assert cards_of(page) == [] and "0800 1111" in page.text
    rest = page_of(sends(browser, selfie(), words="I want to kill myself", everything="1"))
    assert about(rest, "SNS-3") and rest.one(tag="h1").text == "This sounds hard. You can talk to someone now"


def test_what_stands_in_a_file_is_shown_as_text(browser, db):
    data = files.jpeg(comment=b"<script>alert(1)</script><b>x</b>")
    response = sends(browser, data, words="<img src=x onerror=alert(1)>")
    assert b"<script>alert" not in response.content and b"<b>x" not in response.content and b"<img src=x" not in response.content


# ---------------------------------------------------------------- what is no photo


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_is_one_sentence_and_the_words_stay(browser, db, case):
    name, data, _ = REFUSED[case]
    response = sends(browser, data, name=name, words="12 Alder Row")
    assert response.status_code == 400
    page = page_of(response)
    assert page.one(cls="govuk-error-summary").one(tag="ul").text.endswith(".")
    assert page.one(tag="textarea", name="words").raw.strip() == "12 Alder Row"
    assert by_api(data, name=name).status_code == 400


def test_no_photo_two_photos_and_wrong_areas_are_one_sentence(browser, db):
    assert "There is no photo yet." in says(sends(browser, None))
    token = token_of(page_of(browser.get(PATH)))
    two = [SimpleUploadedFile("a.jpg", files.jpeg()), SimpleUploadedFile("b.jpg", files.jpeg())]
    assert "Choose one photo at a time." in says(browser.post(PATH, {"csrfmiddlewaretoken": token, "author": "staff", "file": two}))
    for fields in ({"blur": "1,2"}, {"crop": "x"}, {"author": ""}, {"photo_taken": "soon"}, {"people": "a\0b"}):
        response = sends(browser, files.jpeg(), **fields)
        assert response.status_code == 400, fields
        assert page_of(response).one(cls="govuk-error-summary"), fields


def test_too_many_at_once_are_asked_to_wait(browser, db, monkeypatch):
    monkeypatch.setattr("askfirst.web.checking.CHECKS", Throttle(0))
    monkeypatch.setattr("askfirst.api.photos.CHECKS", Throttle(0))
    assert sends(browser, files.jpeg()).status_code == 429
    assert by_api(files.jpeg()).status_code == 429


def test_a_form_without_its_token_says_to_choose_again(browser, db):
    response = browser.post(PATH, {"author": "staff", "words": "12 Alder Row", "file": SimpleUploadedFile("a.jpg", selfie())})
    assert response.status_code == 403
    assert "Choose the photo again" in says(response)
    assert page_of(response).one(tag="textarea", name="words").raw.strip() == "12 Alder Row"


# ---------------------------------------------------------------- the API


def test_the_api_says_what_the_page_says(db):
    response = by_api(files.full_jpeg(), author="student", words="12 Alder Row, Haddon", copy="true")
    said = response.json()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert all(said["text"][one["start"] : one["end"]] == one["quote"] for one in said["findings"])
    assert {"SNS-1", "SNS-3"} <= {one["clause"] for one in said["findings"]}
    assert said["copy"]["name"] == "photo.jpg" and set(said["copy"]["left"].values()) == {0}
    assert Image.open(BytesIO(base64.b64decode(said["copy"]["base64"]))).size == (400, 600)
    assert [one["clause"] for one in said["questions"]] == ["SNS-4", "SNS-4", "CON-5"]
    assert by_api(files.jpeg()).json()["copy"] is None


def test_the_api_refuses_in_one_sentence_that_names_the_field(db):
    for response, field in (
        (by_api(None), "file"), (by_api(files.jpeg(), author="head"), "author"), (by_api(files.jpeg(), copy="yes"), "copy"),
        (by_api(files.jpeg(), colour="red"), "colour"), (by_api(files.jpeg(), blur="1"), "blur"),
        (Client(HTTP_HOST="localhost").post(API, json.dumps({"author": "staff"}), content_type="application/json"), "file"),
    ):  # fmt: skip
        assert (response.status_code, response.json()["field"]) == (400, field)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("author", ["staff", "student"])
@pytest.mark.parametrize("kind", ["full", "clean", "help", "heic", "refused"])
def test_every_answer_reads_easily(browser, db, author, kind):
    data = {"full": files.full_jpeg(tail=b"left behind by a crop" * 9), "heic": files.full_heic(), "refused": b""}.get(kind, files.jpeg())
    page = page_of(sends(browser, data, author=author, words="I want to kill myself" if kind == "help" else ""))
    assert too_hard(page, author) == []
    assert convicting(" ".join(ours(page))) == []


def test_what_the_check_cannot_see_stands_by_page_and_api_and_holds_where_words_are_read(browser, db):
    shown = page_of(sends(browser, selfie())).one(tag="main").text
    before = page_of(browser.get(PATH)).one(tag="main").text
    assert [line for line in map(str, OF_A_PHOTO) if line not in shown or line not in before] == []
    assert by_api(selfie()).json()["cannot_see"] == list(map(str, OF_A_PHOTO))
    assert not any("cannot read words" in str(line) for line in OF_A_PHOTO), "words and codes are read where that is installed"

"""Miss Drinkwater looks at her own archive on a phone (S08), with scripts and without: told, saved, and her messages never leave the phone."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.browser.test_every_page_is_in_reach import SMALL
from tests.guard import archive_files as files
from tests.guard import archives_besides as besides
from tests.guard import archives_of as of

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
PATH = "/check/archive/"


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def chooses(journey, data, name="twitter-archive.zip"):
    journey.page.set_input_files("#file", {"name": name, "mimeType": "application/zip", "buffer": data})


HEARD = """(() => {
  const send = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = async function () {
    const held = new Uint8Array(await this.elements.file.files[0].arrayBuffer());
    await window.heard({file: Array.from(held), name: this.elements.file.files[0].name, messages: this.elements.messages.value});
    send.call(this);
  };
})()"""


def sent_by(journey):
    """What the page's own script puts into the form, at the moment in which it is sent: the browser tells no test of a body with a file."""
    forms = []

    def heard(form):
        forms.append(form)

    journey.page.expose_function("heard", heard)
    journey.page.add_init_script(HEARD)
    return forms


def zip_in(form):
    return zipfile.ZipFile(io.BytesIO(bytes(form["file"])))


@BOTH
def test_s08_from_home_to_a_saved_report(signed_in, script):
    paloma = signed_in("drinkwater", script=script)
    paloma.open("/check/")
    paloma.follow("My data file")
    assert ("stay on this device" in says(paloma)) is script
    chooses(paloma, files.packed(files.drinkwater() | {"data/tweets_media/1-a.jpg": b"a picture" * 9_000}))
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert paloma.page.inner_text("h1") == "3 facts that your posts give away together"
    for words in ("canal path, Tuesdays, about 6.15", "Biscuit", "EF21KLM", "8 November 2024", "2 message files were not opened.", "SNS-2"):
        assert words in says(paloma), words
    with paloma.page.expect_download() as coming:
        paloma.page.get_by_role("link", name="Save the report").click()
    assert coming.value.suggested_filename == "what-a-stranger-could-tell.html"
    report = Path(coming.value.path())
    assert "canal path, Tuesdays, about 6.15" in report.read_text()
    if script:
        fine(paloma, "the answer")
    paloma.follow("Clear")
    assert "Biscuit" not in says(paloma)


def test_messages_and_pictures_never_leave_the_device(walk):
    """What is sent is looked at byte by byte: a smaller zip of the posts alone."""
    paloma = walk()
    forms = sent_by(paloma)
    paloma.open(PATH)
    chooses(paloma, files.packed(files.drinkwater() | {"data/tweets_media/1-a.jpg": b"a picture" * 9_000}))
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    (form,) = forms
    assert zip_in(form).namelist() == ["data/tweets.js"] and zip_in(form).testzip() is None
    assert (form["name"], form["messages"]) == ("archive.zip", "2")
    assert b"direct-messages" not in bytes(form["file"])
    assert "2 message files were not opened." in says(paloma)


@pytest.mark.parametrize("made", ["stored", "in a folder", "larger than four fields", "with a note"])
def test_every_form_of_zip_is_picked_from_alike(walk, made):
    given = files.drinkwater()
    data = {
        "stored": lambda: files.packed(given, method=zipfile.ZIP_STORED),
        "in a folder": lambda: files.packed({"twitter-2026/" + name: one for name, one in given.items()}),
        "larger than four fields": lambda: in_large_form(given),
        "with a note": lambda: files.packed(given)[:-2] + b"\x05\x00hello",
    }[made]()
    paloma = walk()
    forms = sent_by(paloma)
    paloma.open(PATH)
    chooses(paloma, data)
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert [one.rpartition("/")[2] for one in zip_in(forms[0]).namelist()] == ["tweets.js"]
    assert paloma.page.inner_text("h1") == "3 facts that your posts give away together"
    assert "2 message files were not opened." in says(paloma)


def in_large_form(given):
    """As archives over 4 GB are written, with the figures of each file in 64 bits."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in given.items():
            with archive.open(name, "w", force_zip64=True) as file:
                file.write(data)
    return held.getvalue()


@pytest.mark.parametrize("alone", [False, True], ids=["in a zip", "alone"])
def test_messages_are_taken_out_of_a_file_that_holds_posts_too(walk, alone):
    held = of.tiktok()
    paloma = walk()
    forms = sent_by(paloma)
    paloma.open(PATH)
    chooses(paloma, held["user_data_tiktok.json"] if alone else files.packed(held))
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    sent = bytes(forms[0]["file"]) if alone else zip_in(forms[0]).read("user_data_tiktok.json")
    assert b"INSET day" in sent and b"a secret" in held["user_data_tiktok.json"]
    assert b"a secret" not in sent and b"Direct Message" not in sent
    assert "We read 3 posts of yours on TikTok." in says(paloma)


@pytest.mark.parametrize("alone", [False, True], ids=["in a zip", "alone"])
def test_messages_are_taken_out_of_a_page_that_holds_pins_too(walk, alone):
    held = besides.pinterest(old=True)
    paloma = walk()
    forms = sent_by(paloma)
    paloma.open(PATH)
    chooses(paloma, held["Pins.html"] if alone else files.packed(held))
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    sent = bytes(forms[0]["file"]) if alone else zip_in(forms[0]).read("Pins.html")
    assert b"Shelf I made myself" in sent and b"Messages" in held["Pins.html"]
    assert b"Messages" not in sent and sent.count(b"a secret") == held["Pins.html"].count(b"a secret") - 1
    assert "We read 3 posts of yours on Pinterest." in says(paloma) and "We may have missed posts." in says(paloma)


def test_archives_of_two_services_are_picked_from_and_put_together(walk):
    joke = files.packed(
        files.tweets([("2026-11-24 06:31", "First password I ever had? biscuit1")]) | {"data/direct-messages.js": b"a secret"}
    )
    pet = files.packed(of.mastodon() | {"outbox.json": of.mastodon()["outbox.json"].replace("Quietly", "My dog Biscuit ate it")})
    paloma = walk(width=320)
    paloma.open(PATH)
    paloma.page.set_input_files(
        "#file", [{"name": name, "mimeType": "application/zip", "buffer": data} for name, data in (("a.zip", joke), ("b.zip", pet))]
    )
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert "We read 4 posts of yours on X, Mastodon." in says(paloma) and "1 message file was not opened." in says(paloma)
    assert "A name that may be in your password" in says(paloma) and "7 March 2025, Mastodon" in says(paloma)
    fine(paloma, "two services")


def test_a_file_that_is_no_zip_is_sent_as_it_is(walk):
    paloma = walk()
    paloma.expected = {400}
    paloma.open(PATH)
    chooses(paloma, b"my posts, as I remember them", name="posts.txt")
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert "We do not know this kind of file. We can read archives from: X or Twitter" in says(paloma)


def test_a_broken_zip_is_told_without_sending_it(walk):
    paloma = walk()
    forms = sent_by(paloma)
    paloma.open(PATH)
    chooses(paloma, b"PK\x03\x04" + b"x" * 500)
    paloma.press("Look at my data file", sends=False)
    paloma.page.get_by_text("Your browser cannot read this file. Choose it again.").wait_for()
    assert forms == []
    fine(paloma, "a broken zip")


@pytest.mark.parametrize("width", [390, 320])
def test_every_state_of_the_page_is_in_reach(walk, width):
    paloma = walk(width=width)
    paloma.expected = {400}
    paloma.open(PATH + "?as=student")
    for one in paloma.page.locator("summary").all():
        one.click()
    fine(paloma, "the form")
    paloma.press("Look at my data file")
    fine(paloma, "no file")
    chooses(paloma, files.packed(besides.tumblr_inside(files.packed)))
    paloma.press("Look at my data file")
    assert "There is another packed file inside. Take that one out, then choose it." in says(paloma)
    chooses(paloma, files.packed({"holiday.txt": "sun"}))
    paloma.press("Look at my data file")
    fine(paloma, "a wrong file")
    chooses(paloma, files.packed(files.tweets([("2026-11-24 06:31", "Tea")])))
    paloma.page.get_by_label("I’m a student", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert paloma.page.inner_text("h1") == "We found no facts that join up"
    fine(paloma, "nothing found")
    paloma.open(PATH + "?as=student")
    hard = files.packed(files.tweets([("2026-11-24 06:31", "My car is AB12 CDE"), ("2026-11-20 06:31", "i dont want to be here anymore")]))
    chooses(paloma, hard)
    paloma.page.get_by_label("I’m a student", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert paloma.page.inner_text("h1") == "This sounds hard. You can talk to someone now"
    fine(paloma, "help")
    chooses(paloma, hard)
    paloma.press("Show the rest of the check")
    assert "AB12CDE" in says(paloma)
    fine(paloma, "help and the rest")
    paloma.open(PATH)
    there = [{"coordinates": {"type": "Point", "coordinates": [-1.5 + number / 50, 53.8]}} for number in range(3)]
    told = [("2026-11-%02d 22:31" % (number + 3), "Home: 12 Alder Row, off on holiday", there[number % 3]) for number in range(9)]
    chooses(paloma, files.packed(files.tweets(told)))
    paloma.page.get_by_label("I work here", exact=True).check(force=True)
    paloma.press("Look at my data file")
    assert "These 9 posts give away your street." in says(paloma) and "Where you posted from" in says(paloma)
    for one in paloma.page.locator("summary").all():
        one.click()
    fine(paloma, "the drawings")
    with paloma.page.expect_download() as coming:
        paloma.page.get_by_role("link", name="Save the report").click()
    paloma.page.goto("about:blank")
    paloma.page.set_content(Path(coming.value.path()).read_text())
    assert "What leads to what" in paloma.page.inner_text("main") and not paloma.wide()

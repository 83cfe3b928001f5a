"""Tobias looks at a photo on a phone (S05), with scripts and without: told, covered by hand, saved clean; every state of the page in reach."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.test_every_page_is_in_reach import SMALL
from tests.guard import photo_files as files

BOTH = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
PATH = "/check/photo/"


def fine(journey, where):
    assert journey.axe() == [], where
    assert not journey.wide(), where
    assert journey.page.evaluate(SMALL) == [], where


def says(journey):
    return journey.page.inner_text("main")


def chooses(journey, data, who="I’m a student", name="selfie.jpg"):
    journey.open(PATH)
    journey.page.set_input_files("#file", {"name": name, "mimeType": "image/jpeg", "buffer": data})
    journey.page.get_by_label(who, exact=True).check(force=True)


def saved(journey):
    with journey.page.expect_download() as coming:
        journey.page.get_by_role("link", name="Save the clean copy").click()
    assert coming.value.suggested_filename == "photo.jpg"
    return Image.open(BytesIO(Path(coming.value.path()).read_bytes()))


def sharpest(picture, box):
    """The largest step from one dot to the next in this part: an edge that is there, or covered."""
    part = picture.convert("L").crop(box)
    rows = [list(part.crop((0, y, part.width, y + 1)).tobytes()) for y in range(part.height)]
    return max(abs(left - right) for row in rows for left, right in pairwise(row))


@BOTH
def test_s05_from_home_to_a_clean_copy(walk, script):
    tobias = walk(script=script)
    tobias.open("/check/?as=student")
    tobias.follow("Check a photo")
    assert "Never put in a naked or sexual picture of anyone under 18, even of yourself." in says(tobias)
    tobias.page.set_input_files("#file", {"name": "selfie.jpg", "mimeType": "image/jpeg", "buffer": files.full_jpeg()})
    tobias.page.fill("#words", "12 Alder Row, Haddon")
    if not script:
        tobias.page.locator("summary", has_text="by numbers").click()
        tobias.page.fill("#blur", "0, 0, 50, 50")
    tobias.press("Look at my photo")
    assert "The file says where it was taken, near a school" in says(tobias)
    assert "Cover that part in the clean copy, or cut it off." in says(tobias)
    assert "How would you feel if everyone could see this?" in says(tobias)
    copy = saved(tobias)
    assert copy.size == (400, 600) and not copy.getexif()
    assert (sharpest(copy, (4, 4, 196, 296)) > 30) is script  # without scripts a quarter was covered by its numbers
    tobias.follow("Clear")
    assert tobias.page.input_value("#words") == ""
    assert tobias.page.evaluate("document.getElementById('file').files.length") == 0 if script else True


def test_a_part_is_drawn_over_by_hand_and_taken_back(walk):
    """The picture is drawn in the browser alone: the first thing sent is the form."""
    tobias = walk()
    chooses(tobias, files.jpeg())
    canvas = tobias.page.locator("#picture")
    canvas.wait_for(state="visible")
    asked = []
    tobias.page.on("request", lambda request: asked.append(request.url))

    def drag(start, end):
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        where = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (start, end)]
        tobias.page.mouse.move(*where[0])
        tobias.page.mouse.down()
        tobias.page.mouse.move(*where[1], steps=4)
        tobias.page.mouse.up()

    drag((0.02, 0.4), (0.3, 0.9))
    left, top, wide, high = (float(one) for one in tobias.page.input_value("#blur").split(","))
    assert abs(left - 2) < 1 and abs(top - 40) < 1 and abs(wide - 28) < 1.5 and abs(high - 50) < 1.5
    dot = "document.getElementById('picture').getContext('2d').getImageData(%d, %d, 1, 1).data.slice(0, 3).join()"
    assert tobias.page.evaluate(dot % (90, 260)) == "85,85,85"
    drag((0.5, 0.1), (0.6, 0.2))
    tobias.press("Take the last one back", sends=False)
    assert len(tobias.page.input_value("#blur").split("\n")) == 1
    tobias.page.get_by_label("Keep only this", exact=True).check(force=True)
    drag((0.0, 0.25), (0.5, 1.0))
    assert asked == []
    tobias.press("Look at my photo")
    copy = saved(tobias)
    assert abs(copy.width - 300) <= 4 and abs(copy.height - 300) <= 4
    ball = (16, 64, 172, 256)
    assert sharpest(files.scene().crop((0, 100, 300, 400)), ball) > 60 > 30 > sharpest(copy, ball), "the ball is covered in the copy"


@pytest.mark.parametrize("width", [390, 320])
def test_every_state_of_the_page_is_in_reach(walk, width):
    tobias = walk(width=width)
    tobias.expected = {400}
    chooses(tobias, files.jpeg())
    tobias.page.locator("#picture").wait_for(state="visible")
    tobias.page.locator("summary", has_text="by numbers").click()
    fine(tobias, "the form, with a photo to draw on")
    whole = files.scene()
    chooses(tobias, files.full_jpeg(picture=whole.crop((300, 60, 520, 340)), thumb=files.jpeg(whole.resize((160, 107))), tail=files.film()))
    tobias.press("Look at my photo")
    assert tobias.page.evaluate("document.querySelector('.af-small-picture').naturalWidth") == 160
    fine(tobias, "everything found")
    chooses(tobias, files.jpeg(), who="I work here")
    tobias.press("Look at my photo")
    assert tobias.page.inner_text("h1") == "Nothing to look at in the file"
    fine(tobias, "nothing found")
    chooses(tobias, b"")
    tobias.press("Look at my photo")
    fine(tobias, "no photo")
    chooses(tobias, files.jpeg())
    tobias.page.fill("#words", "I want to kill myself")
    tobias.press("Look at my photo")
    fine(tobias, "help")

"""Words that stand in a picture: drawn into a scene, read in a child of their own, and told as what somebody typed would be."""

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

from askfirst.advice.photos import about_photo, open_photo, photo_of_file
from askfirst.advice.photos_asked import photo_from
from askfirst.checks.draft import Told
from askfirst.guard import child
from askfirst.guard.limits import READING
from askfirst.guard.picture_words import READS, words_of
from askfirst.procedure.load import the_edition
from tests.guard import photo_files as files

BADGE, NUMBER = "Alder Row Runners", "07700 900455"


def drawn(*lines, size=(2_000, 1_500), ink="black", on="#d8d0c4", letter=80):
    picture = Image.new("RGB", size, on)
    pen = ImageDraw.Draw(picture)
    for place, line in enumerate(lines):
        pen.text((120, 150 + place * 3 * letter), line, fill=ink, font=ImageFont.load_default(letter))
    return picture


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """What is read is looked at here, not how long it took: a busy machine may take its time."""
    monkeypatch.setattr(child, "LIMITS", {"letters": replace(READING, cpu=200, wall=200)})


def test_what_reads_is_installed_where_this_is_built():
    assert READS


def test_lines_are_read_from_top_to_bottom_and_what_is_clear_is_white():
    picture = drawn(BADGE, NUMBER)
    assert words_of(files.jpeg(picture)) == (BADGE, NUMBER)
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    ImageDraw.Draw(clear).text((120, 150), BADGE, fill="black", font=ImageFont.load_default(80))
    assert words_of(files.saved("PNG", clear)) == (BADGE,)


@pytest.mark.parametrize(("line", "letter"), [("Call 07700 900455", 44), ("47", 200)])
def test_what_is_lost_at_full_size_is_found_in_a_smaller_picture(line, letter):
    picture = files.scene((2_400, 1_800)).convert("RGB")
    card = Image.new("RGB", (700, letter * 2), "white")
    ImageDraw.Draw(card).text((30, 30), line, fill="black", font=ImageFont.load_default(letter))
    picture.paste(card, (900, 700))
    assert line in (words_of(files.jpeg(picture)) or ())


def test_a_photo_on_its_side_is_read_upright():
    upright = drawn(BADGE)
    assert words_of(files.jpeg(upright.transpose(Image.Transpose.ROTATE_90), exif=b"Exif\0\0" + files.exif({0x0112: (3, 6)}))) == (BADGE,)


def test_where_nothing_is_written_nothing_is_read():
    assert words_of(files.jpeg(Image.new("RGB", (900, 700), "#88aacc"))) == ()


def test_what_is_no_photo_is_no_words_and_nobody_falls():
    assert words_of(b"larch") is None


def test_a_number_on_a_lanyard_is_found_and_is_to_be_covered():
    data = files.jpeg(drawn(BADGE, NUMBER))
    asked = photo_from({"author": "staff"})
    read, unread = (open_photo("a.jpg", data, asked, copy=False, reads=reads) for reads in (True, False))
    found, missed = (told(one, asked) for one in (read, unread))
    (number,) = [one for one in found.answer.findings if one.quote == NUMBER]
    assert str(number.seen.fix) == "Cover that part in the clean copy, or cut it off." and not missed.answer.findings
    assert "We may misread" in str(found.answer.not_checked) and "We cannot read words in" in str(missed.answer.not_checked)


def told(looked, asked):
    photo, draft = photo_of_file(looked, asked, Told(), ())
    return about_photo(photo, draft, looked, the_edition(readings=False))


def test_a_reader_that_is_stopped_by_its_limits_is_no_words(monkeypatch):
    data = files.jpeg(drawn(BADGE))
    monkeypatch.setattr(child, "LIMITS", {"letters": replace(READING, wall=0)})
    assert words_of(data) is None

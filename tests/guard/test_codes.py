"""Codes in a picture, drawn by segno and zxing-cpp and put into a scene; and a HEIC of a phone, which opens here as the others do."""

from io import BytesIO

import pytest
import segno
import zxingcpp
from PIL import Image

from askfirst.guard.hidden.found import BAR, GROUPS, SQUARE
from askfirst.guard.pictures import Areas, NotTaken, Pictures, _codes, look_at_picture
from tests.guard import photo_files as files
from tests.guard.heic import DRAWING

WIFI = "WIFI:T:WPA;S:Alder Row;P:larch-9;;"


def square(text, scale=4, **more):
    out = BytesIO()
    segno.make(text, **more).save(out, kind="png", scale=scale, border=4)
    return Image.open(BytesIO(out.getvalue())).convert("RGB")


def bars(text, format):
    return Image.fromarray(zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(text, format), scale=3))


def photo_with(*codes, size=(1600, 1200), turned=0):
    picture = files.scene(size)
    for number, code in enumerate(codes):
        picture.paste(code.convert("RGB").rotate(turned, expand=True, fillcolor="white"), (100 + 700 * number, 300))
    return picture


def said(picture, **more):
    one = look_at_picture("a.jpg", files.jpeg(picture), **more)
    return None if one.codes is None else [(code.what, code.text) for code in one.codes]


@pytest.mark.parametrize("turned", [0, 17, 90, 180])
def test_a_square_code_is_read_at_any_angle(turned):
    assert said(photo_with(square(WIFI), turned=turned)) == [(SQUARE, WIFI)]


@pytest.mark.parametrize("format", ["Code128", "Code39", "Codabar", "ITF"])
def test_a_bar_code_is_read(format):
    text = "A20417733A" if format == "Codabar" else "20417733"
    ((what, read),) = said(photo_with(bars(text, getattr(zxingcpp, format))))
    assert what == BAR and "20417733" in read


def test_a_code_of_goods_in_a_shop_is_nobody_s_and_left_out():
    """First one that is somebody's, beside it in the same picture."""
    goods = bars("5012345678900", zxingcpp.EAN13)
    assert said(photo_with(goods, square("Locker 12"))) == [(SQUARE, "Locker 12")]


def test_several_codes_are_each_told_once_and_on_one_line():
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Harrow;Tobias\nTEL:07700 900123\nEND:VCARD"
    found = said(photo_with(square(card), square(card)))
    assert found == [(SQUARE, " ".join(card.split("\n")))]


def test_a_very_large_photo_is_looked_over_at_half_its_size():
    assert said(photo_with(square(WIFI, scale=12), size=(6_000, 4_000)), copy=False) == [(SQUARE, WIFI)]


def test_a_photo_without_one_says_so_and_one_that_nobody_looked_at_does_not():
    assert said(photo_with()) == [] and said(photo_with(square(WIFI)), codes=False) is None


def test_looking_for_codes_leaves_the_copy_as_it_is():
    data = files.full_jpeg()
    with Pictures() as one:
        assert one.look("a.jpg", data).copy == one.look("a.jpg", data, codes=False).copy


def test_a_code_that_was_covered_is_gone_from_the_copy_and_one_that_was_not_is_told():
    data = files.jpeg(photo_with(square(WIFI)))
    with Pictures() as one:
        assert one.look("a.jpg", data).codes_left == 1
        covered = one.look("a.jpg", data, areas=Areas(blur=((5, 20, 25, 25),)))
        assert (len(covered.codes or ()), covered.codes_left) == (1, 0)


def test_a_child_that_was_taken_over_names_no_sort_of_its_own():
    (one,) = _codes([["place", "51.5 -0.1 " * 900]])
    assert (one.what, one.group, len(one.text)) == (BAR, "", 2_000)
    with pytest.raises(TypeError):
        _codes({"square-code": "x"})


# ---------------------------------------------------------------- HEIC


def test_a_heic_is_opened_turned_upright_and_its_copy_carries_nothing():
    one = look_at_picture("IMG_1.HEIC", DRAWING)
    assert (one.kind, one.opens, one.width, one.height, one.copy_kind) == ("heic", True, 64, 96, "jpeg")
    assert one.counts["exif"] and one.left == dict.fromkeys(GROUPS, 0)
    assert {fact.text for fact in one.facts} == {"Tobias Harrow", "Fiction"} and b"Tobias" in DRAWING and b"Tobias" not in one.copy
    copy = Image.open(BytesIO(one.copy)).convert("RGB")
    red, _, blue = copy.resize((1, 3), Image.Resampling.BOX).tobytes()[:3]
    assert copy.size == (64, 96) and red > blue  # the brown side of the drawing is up


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_heic_that_is_cut_short_is_a_sentence(cut):
    with pytest.raises(NotTaken) as problem:
        look_at_picture("a.heic", DRAWING[: int(len(DRAWING) * cut)])
    assert str(problem.value.sentence) == "This picture is cut short or broken. Save it again, then choose it."

"""A photo through the child: what is taken and refused, and a clean copy in which group by group nothing is left."""

import struct
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from askfirst.guard import pictures
from askfirst.guard.hidden.found import GROUPS
from askfirst.guard.pictures import Areas, Pictures, look_at_picture
from tests.guard import photo_files as files

TAIL = b"left behind by a crop " * 9
OPENED = [kind for kind in files.FULL if kind != "heic"]
MADE = {kind: make(tail=TAIL) for kind, make in files.FULL.items()}


def opened(data):
    held = Image.open(BytesIO(data))
    held.load()
    return held


@pytest.fixture(scope="module")
def looked():
    """Every kind of file, all in one child."""
    with Pictures() as one:
        return {kind: one.look("photo", data) for kind, data in MADE.items()}


def test_what_is_to_be_gone_was_there(looked):
    """Over all kinds each group is filled before the copy is made."""
    assert {group for group in GROUPS if any(one.counts[group] for one in looked.values())} == set(GROUPS)
    for data in MADE.values():
        assert files.MARK.encode() in data


@pytest.mark.parametrize("group", GROUPS)
def test_a_clean_copy_leaves_nothing_of_this_group(looked, group):
    assert {kind: looked[kind].left[group] for kind in OPENED} == dict.fromkeys(OPENED, 0)


@pytest.mark.parametrize("kind", OPENED)
def test_a_clean_copy_holds_the_dots_and_no_mark(looked, kind):
    one = looked[kind]
    for needle in (files.MARK, "Exif", "Photoshop", "rdf:", "ICC_PROFILE", "iCCP", "c2pa", "left behind"):
        assert needle.encode() not in one.copy and needle.encode("utf-16-le") not in one.copy, needle
    held = opened(one.copy)
    assert (held.format.lower(), not held.getexif(), getattr(held, "n_frames", 1)) == (one.copy_kind, True, 1)
    assert set(held.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
    assert held.size == (one.width, one.height)


def test_a_plain_save_would_leave_what_a_clean_copy_does_not():
    """The planted flaw: Pillow's own save keeps the comment, and the reader of the copy notices."""
    plain = BytesIO()
    Image.open(BytesIO(files.full_jpeg())).save(plain, "JPEG")
    assert pictures.look_at_picture("x.jpg", plain.getvalue(), copy=False).counts["comments"] == 1


def test_a_copy_is_upright(looked):
    """Orientation 6: what was 600 wide is 400 wide, and the ball on the left is at the top."""
    held = opened(looked["jpeg"].copy)
    assert held.size == (400, 600)
    red, green, blue = held.getpixel((400 - int(400 * 0.65), int(600 * 0.15)))
    assert red > 180 and green < 80 and blue < 80


def test_colours_are_turned_into_srgb():
    """The same numbers under a wider profile are other colours; a profile that swaps red and green shows that it is used."""
    swapped = bytearray(files.profile())
    rows = {swapped[132 + 12 * row : 136 + 12 * row].decode(): 132 + 12 * row for row in range(struct.unpack_from(">L", swapped, 128)[0])}
    red, green = rows["rXYZ"], rows["gXYZ"]
    swapped[red + 4 : red + 12], swapped[green + 4 : green + 12] = swapped[green + 4 : green + 12], swapped[red + 4 : red + 12]
    data = files.saved("PNG", Image.new("RGB", (40, 30), (250, 10, 10)), icc_profile=bytes(swapped))
    shown = opened(look_at_picture("a.png", data).copy).getpixel((5, 5))
    assert shown[1] > 200 > 100 > shown[0]


def test_clear_parts_stay_clear_and_deep_colours_stay():
    clear = opened(look_at_picture("a.png", files.saved("PNG", Image.new("RGBA", (40, 30), (9, 99, 9, 60)))).copy)
    assert (clear.mode, clear.getpixel((5, 5))) == ("RGBA", (9, 99, 9, 60))
    deep = Image.new("I;16", (40, 30), 30_000)
    grey = opened(look_at_picture("a.png", files.saved("PNG", deep)).copy).getpixel((5, 5))
    assert abs(grey[0] - 30_000 // 257) <= 1


@pytest.mark.parametrize("kind", ["gif", "webp", "png"])
def test_of_a_moving_picture_the_first_one(kind):
    frames = [files.scene((90, 60), shift=9 * number) for number in range(3)]
    one = look_at_picture("a." + kind, files.saved(kind.upper(), frames[0], save_all=True, append_images=frames[1:]))
    assert (one.moves, one.left["seconds"], opened(one.copy).size) == (True, 0, (90, 60))


PALETTE = files.scene((60, 40)).quantize(16)
SORTS: dict[str, tuple[str, Image.Image, dict[str, Any]]] = {
    "four inks": ("JPEG", files.scene((60, 40)).convert("CMYK"), {}),
    "grey": ("JPEG", files.scene((60, 40)).convert("L"), {}),
    "in passes": ("JPEG", files.scene((60, 40)), {"progressive": True}),
    "a few colours": ("PNG", PALETTE, {}),
    "a few colours, one clear": ("PNG", PALETTE, {"transparency": 3}),
    "one colour clear": ("PNG", files.scene((60, 40)), {"transparency": (1, 2, 3)}),
    "black and white": ("PNG", files.scene((60, 40)).convert("1"), {}),
    "grey and clear": ("PNG", files.scene((60, 40)).convert("LA"), {}),
    "a clear GIF": ("GIF", PALETTE, {"transparency": 3}),
    "fractions": ("TIFF", Image.new("F", (60, 40), 0.5), {}),
    "large numbers": ("TIFF", Image.new("I", (60, 40), 70_000), {}),
    "squeezed": ("TIFF", files.scene((60, 40)), {"compression": "tiff_lzw"}),
    "ink in a TIFF": ("TIFF", files.scene((60, 40)).convert("CMYK"), {}),
    "two in one": ("MPO", files.scene((60, 40)), {"save_all": True, "append_images": [files.scene((60, 40))]}),
    "one dot wide": ("JPEG", Image.new("RGB", (1, 5_000)), {}),
}


@pytest.fixture(scope="module")
def one_child():
    with Pictures() as pictures:
        yield pictures


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_of_colours_gives_a_copy_of_the_same_size(one_child, sort):
    format, picture, more = SORTS[sort]
    one = one_child.look("a", files.saved(format, picture, **more))
    held = opened(one.copy)
    assert (held.size, held.mode in ("RGB", "RGBA"), set(one.left.values())) == (picture.size, True, {0})


# ---------------------------------------------------------------- covered and cut


def test_an_area_is_covered_and_its_dots_are_really_gone():
    board = Image.new("RGB", (200, 100))
    board.putdata([((x + y) % 2 * 255,) * 3 for y in range(100) for x in range(200)])
    copy = opened(look_at_picture("a.png", files.saved("PNG", board), areas=Areas(blur=((25, 20, 50, 60),))).copy)
    inside = {copy.getpixel((x, y)) for x in range(50, 150) for y in range(20, 80)}
    outside = {copy.getpixel((x, y)) for x in range(200) for y in range(100) if not (50 <= x < 150 and 20 <= y < 80)}
    assert len(inside) <= 12 and all(abs(value - 127) < 12 for dot in inside for value in dot)
    assert outside == {(0, 0, 0), (255, 255, 255)}


def test_a_crop_keeps_what_was_drawn_of_the_upright_picture():
    one = look_at_picture("a.jpg", files.full_jpeg(), areas=Areas(blur=((0, 0, 5, 5),), crop=(10, 20, 50, 25)))
    assert opened(one.copy).size == (200, 150)
    assert one.left == dict.fromkeys(GROUPS, 0)


def test_an_area_outside_the_picture_changes_nothing():
    assert opened(look_at_picture("a.png", files.saved("PNG"), areas=Areas(((200, 0, 5, 5),), (150, 150, 5, 5))).copy).size == (600, 400)


# ---------------------------------------------------------------- the small picture inside


def test_a_small_picture_that_shows_the_whole_scene_is_told_and_shown():
    """The scene was cropped and its EXIF copied: the ball that was cut away is in the small picture still."""
    whole = files.scene()
    cropped = whole.crop((300, 60, 520, 340))
    one = look_at_picture("a.jpg", files.full_jpeg(picture=cropped, thumb=files.jpeg(whole.resize((160, 107))), orientation=1))
    small = opened(one.small)
    assert (small.format, small.size) == ("PNG", (160, 107))
    red = small.getpixel((int(160 * 0.15), int(107 * 0.65)))
    assert red[0] > 180 and red[1] < 80
    assert not small.info and files.MARK.encode() not in one.small


def test_a_crop_of_the_same_shape_is_told_too():
    whole = files.scene()
    one = look_at_picture(
        "a.jpg", files.full_jpeg(picture=whole.crop((270, 90, 570, 290)), thumb=files.jpeg(whole.resize((160, 107)))), copy=False
    )
    assert one.small


@pytest.mark.parametrize("bars", [False, True])
def test_a_small_picture_of_the_same_scene_is_nothing(bars):
    """Cameras put black bars round it to fill four by three."""
    small = files.scene().resize((160, 107))
    if bars:
        framed = Image.new("RGB", (160, 120))
        framed.paste(small, (0, 6))
        small = framed
    assert look_at_picture("a.jpg", files.full_jpeg(thumb=files.jpeg(small)), copy=False).small == b""

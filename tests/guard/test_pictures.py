"""A photo through the child: what is taken and refused, and a clean copy in which group by group nothing is left."""

import json
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from askfirst.guard import child, pictures
from askfirst.guard.hidden.found import GROUPS
from askfirst.guard.limits import COPY_PIXELS, PHOTO, UPLOAD
from askfirst.guard.pictures import Areas, NotTaken, Pictures, look_at_picture
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


# ---------------------------------------------------------------- what cannot be taken


def claims(width, height):
    """A PNG of a few bytes that says it has so many dots."""
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + files.chunk(b"IHDR", head) + files.chunk(b"IDAT", zlib.compress(bytes(99))) + files.chunk(b"IEND", b"")


REFUSED = {
    "0 bytes": ("a.jpg", b"", "empty"),
    "too many bytes": ("a.jpg", b"\xff\xd8\xff" + bytes(UPLOAD), "large"),
    "60 megapixels": ("a.png", files.saved("PNG", Image.new("L", (10_000, 6_000))), "pixels"),
    "10 gigapixels claimed": ("a.png", claims(100_000, 100_000), "pixels"),
    "a JPEG that claims 4 gigapixels": ("a.jpg", files.jpeg().replace(struct.pack(">HH", 400, 600), b"\xff\xff\xff\xff", 1), "pixels"),
    "a zip called a photo": ("holiday.jpg", b"PK\x03\x04" + bytes(99), "packed"),
    "a tar": ("a.tar", bytes(257) + b"ustar\x0000", "packed"),
    "a drawing of XML": ("a.png", b"<svg xmlns='x' onload='a()'/>", "page"),
    "a program called a photo": ("holiday.jpg", b"MZ" + bytes(99), "name"),
    "a document": ("a.pdf", b"%PDF-1.7" + bytes(99), "unknown"),
    "half a JPEG": ("a.jpg", files.full_jpeg()[:-4_000], "broken"),
    "half a PNG": ("a.png", files.full_png()[:-900], "broken"),
    "half a WebP": ("a.webp", files.full_webp()[:-900], "broken"),
    "half a GIF": ("a.gif", files.full_gif()[:-900], "broken"),
    "half a TIFF": ("a.tif", files.full_tiff()[:-900], "broken"),
    "half an AVIF": ("a.avif", files.full_avif()[:-900], "broken"),
    "half a HEIC": ("a.heic", files.full_heic()[:-1_500], "broken"),
    "first bytes and no more": ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "broken"),
    "a bomb of text": (
        "a.png",
        claims(9, 9)[:33] + files.chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(60_000_000))) + claims(9, 9)[33:],
        "broken",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_says_why_and_what_next(case):
    name, data, why = REFUSED[case]
    with pytest.raises(NotTaken) as problem:
        look_at_picture(name, data)
    assert (problem.value.why, str(problem.value.sentence).endswith(".")) == (why, True)


def test_a_heic_is_read_and_its_copy_is_said_to_be_missing():
    """Nothing here opens HEIC: what it says is read from its boxes, and there is no copy."""
    one = look_at_picture("IMG_1.HEIC", files.full_heic())
    assert (one.kind, one.opens, one.copy, bool(one.counts["exif"])) == ("heic", False, b"", True)
    assert "place" in {fact.what for fact in one.facts}


def test_another_kind_than_the_name_says_is_told_and_read():
    one = look_at_picture("a.png", files.jpeg())
    assert (one.misnamed, one.kind, one.copy_kind) == (True, "jpeg", "jpeg")
    assert not look_at_picture("a.JPEG", files.jpeg(), copy=False).misnamed


def test_a_file_that_is_two_things_is_a_picture_and_its_rest_is_told_and_gone():
    one = look_at_picture("a.jpg", files.jpeg() + b"PK\x03\x04" + bytes(40) + b"<script>zanzibar</script>")
    assert one.counts["tail"] > 0 and b"zanzibar" not in one.copy


def test_more_dots_than_a_copy_may_have_are_halved_and_said_to_be():
    one = look_at_picture("a.jpg", files.jpeg(Image.new("RGB", (6_400, 4_200), "red")))
    assert (one.smaller, opened(one.copy).size, (one.width, one.height)) == (True, (3_200, 2_100), (6_400, 4_200))
    assert COPY_PIXELS >= 3_200 * 2_100


LARGE = """
import sys
from askfirst.guard import photos
photos.read(b'{"copy": true}\\n' + sys.stdin.buffer.read())
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")))
"""


@pytest.mark.parametrize("size", [(6_000, 4_000), (8_600, 5_800)])
def test_a_large_photo_turned_upright_keeps_to_300_megabytes(size):
    """trust.md: 300 MB; measured in a process of its own that does what the child does, at its own high-water mark."""
    if not Path("/proc/self/status").exists():
        pytest.skip("This system does not say how much memory a process took.")
    data = files.jpeg(files.scene(size), exif=b"Exif\0\0" + files.exif({0x0112: (3, 6)}))
    done = subprocess.run([sys.executable, "-c", LARGE], input=data, capture_output=True, check=True)
    assert int(done.stdout) * 1_024 < 300_000_000, done.stdout


def test_one_child_takes_many_and_another_takes_over_where_it_was_stopped(monkeypatch):
    with Pictures() as one:
        first = one.look("a.jpg", files.jpeg())
        known = one._kept._child
        assert one.look("b.png", files.saved("PNG")).kind == "png"
        assert known is not None and one._kept._child is known
        child._end(known)
        assert one.look("c.jpg", files.jpeg()).copy == first.copy
        with monkeypatch.context() as shorter:
            shorter.setattr(child, "PHOTO", replace(PHOTO, wall=0))
            with pytest.raises(NotTaken, match="too-much"):
                one.look("d.jpg", files.jpeg())
        assert one.look("e.jpg", files.jpeg()).copy == first.copy


def test_a_child_that_takes_too_long_is_stopped(monkeypatch):
    """The limit by the clock, made so short that no child can keep it."""
    monkeypatch.setattr(child, "PHOTO", replace(PHOTO, wall=0))
    with pytest.raises(NotTaken, match="too-much"):
        look_at_picture("a.jpg", files.jpeg())


@pytest.mark.parametrize(
    "head",
    [
        {"kind": "exe"}, {"facts": [["a", "b"]]}, {"facts": "x"}, {"counts": {}}, {"sizes": [5, 0]}, {"sizes": [-1, 1]}, {"width": "wide"},
        {"copy": {"kind": "exe", "left": {}}}, {"facts": [["a", "b", "c"]] * 999},
    ],
    ids=str,
)  # fmt: skip
def test_a_child_that_was_taken_over_may_say_anything_and_is_held_to_its_form(head):
    good = {
        "kind": "png",
        "width": 1,
        "height": 1,
        "facts": [["exif", "place", "1, 1"]],
        "counts": dict.fromkeys(GROUPS, 0),
        "sizes": [0, 0],
    }
    assert pictures._looked(child.Said(good, b""), misnamed=False).kind == "png"
    with pytest.raises((KeyError, TypeError, ValueError)):
        pictures._looked(child.Said({**good, **json.loads(json.dumps(head))}, b""), misnamed=False)

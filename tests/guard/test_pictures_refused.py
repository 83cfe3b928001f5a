"""Photos that cannot be taken, those that end a child or would, and a child that says what it should not: a sentence each, and the next is taken."""

import json
import random
import struct
import subprocess
import sys
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from askfirst.guard import child, pictures
from askfirst.guard.hidden.found import GROUPS
from askfirst.guard.limits import COPY_PIXELS, PHOTO, UPLOAD
from askfirst.guard.pictures import NotTaken, Pictures, look_at_picture
from tests.guard import photo_files as files
from tests.guard.heic import DRAWING
from tests.guard.test_pictures import MADE, opened
from tests.proved import PROVED


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
    "half a HEIC of a phone": ("a.heic", DRAWING[: len(DRAWING) // 2], "broken"),
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


BEHIND = {
    "a zip": b"PK\x03\x04" + bytes(60) + b"PK\x05\x06" + bytes(18),
    "a page": b"<html><script>alert(1)</script><p>canary-8842</p></html>" * 2,
    "a PDF": b"%PDF-1.7 canary-8842 %%EOF" * 4,
    "a program": b"MZ" + b"canary-8842" * 9,
    "another photo": files.jpeg(),
}


@pytest.mark.parametrize("kind", ["jpeg", "png"])
@pytest.mark.parametrize("what", BEHIND)
def test_a_photo_that_is_another_file_too_is_told_and_its_copy_is_a_photo_alone(kind, what):
    """One file, two readings: what stands behind the picture is never run, is told of, and is not in the copy."""
    one = look_at_picture("a." + kind, MADE[kind] + BEHIND[what])
    assert (
        one.kind == kind
        and (one.counts["seconds"] if what == "another photo" and kind == "jpeg" else one.counts["tail"])
        and not any(one.left.values())
    )
    assert BEHIND[what] not in one.copy and b"canary-8842" not in one.copy and b"PK\x05\x06" not in one.copy


def test_files_with_changed_bytes_end_in_a_sentence_or_in_a_copy_with_nothing_left():
    """No change of bytes stops the child, and none brings a copy in which something is left."""
    draw, ends = random.Random(7), Counter()
    with Pictures() as one_child:
        for _ in range(2_000 if PROVED else 120):
            kind = draw.choice(sorted(MADE))
            held = bytearray(MADE[kind])
            for _ in range(draw.randint(1, 30)):
                held[draw.randrange(12, len(held))] = draw.choice((0, 255, 127, draw.randrange(256)))
            try:
                one = one_child.look("a", bytes(held[: draw.randrange(20, len(held))] if draw.random() < 0.2 else held))
                assert not any(one.left.values()), kind
                ends["copy" if one.copy else "read"] += 1
            except NotTaken as problem:
                ends[problem.why] += 1
    print(dict(ends))
    assert ends["copy"] and ends["broken"] and not ends["too-much"]


def test_a_heic_of_an_unknown_sort_is_read_and_its_copy_is_said_to_be_missing():
    """Nothing here opens its dots: what it says is read from its boxes, and there is no copy."""
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

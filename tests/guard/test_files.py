"""What the guard takes, what it refuses in which sentence, and that a hostile file ends the child and never the server (trust.md, media.md 3.4)."""

import contextlib
import resource
import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from askfirst.guard import child, files
from askfirst.guard.limits import CHILD, UPLOAD, VIEW_PIXELS

GPS = 0x8825
MARK = b"zanzibar"


def made(format="PNG", size=(60, 40), **more):
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, format, **more)
    return out.getvalue()


def with_place():
    exif = Image.Exif()
    exif[0x013B] = "zanzibar"
    exif[0x0112] = 6  # to be turned upright
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return made("JPEG", exif=exif, comment=MARK)


def with_words():
    held = PngImagePlugin.PngInfo()
    held.add_text("Author", "zanzibar")
    return made(pnginfo=held)


def bomb(page):
    """A PDF of one page whose stream opens to 400 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"0 0 m 9 9 l S\n" * 100_000) for _ in range(300)) + packer.flush()
    return _pdf(page, b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed))


def _pdf(page, stream):
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Contents 4 0 R>>endobj\n4 0 obj%s endobj\ntrailer<</Root 1 0 R>>\n"
    ) % (page, stream)


REFUSED = {
    "nothing in it": ("a.png", b"", "empty"),
    "too many bytes": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(UPLOAD), "large"),
    "60 megapixels": ("a.png", made(size=(10_000, 6_000)), "pixels"),
    "cut short": ("a.png", made(size=(900, 900))[:200], "broken"),
    "a picture's first bytes and no more": ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "broken"),
    "zip": ("a.png", b"PK\x03\x04" + bytes(99), "packed"),
    "tar": ("a.tar", bytes(257) + b"ustar\x0000", "packed"),
    "svg": ("a.png", b"\xef\xbb\xbf <svg xmlns='x' onload='a()'/>", "page"),
    "html in two bytes a letter": ("a.png", "\ufeff<html>".encode("utf-16-le"), "page"),
    "a program": ("holiday.png", b"MZ" + bytes(99), "unknown"),
    "a tiff": ("a.png", made("TIFF"), "unknown"),
    "a picture called a PDF": ("a.pdf", made(), "name"),
    "a PDF called a picture": ("a.png", made("PDF"), "name"),
    "a PDF of no pages": ("a.pdf", b"%PDF-1.4\n" + bytes(99), "broken"),
    "51 pages": ("a.pdf", made("PDF", save_all=True, append_images=[Image.new("RGB", (9, 9))] * 50), "pages"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_says_why_and_what_next(case):
    name, data, why = REFUSED[case]
    with pytest.raises(files.Refused) as problem:
        files.look(name, data)
    assert (problem.value.why, str(problem.value.sentence).endswith(".")) == (why, True)


@pytest.mark.parametrize(
    ("data", "kind", "copy_kind"),
    [(with_place(), "jpeg", "jpeg"), (with_words(), "png", "png"), (made("WEBP", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0"), "webp", "jpeg"),
     (made("GIF", comment=MARK), "gif", "png"), (made() + MARK * 999, "png", "png"), (made("JPEG") + b"PK\x03\x04" + MARK, "jpeg", "jpeg"),
     (made("PDF", title="zanzibar", author="zanzibar"), "pdf", "pdf")],
)  # fmt: skip
def test_the_copy_holds_nothing_but_the_picture(data, kind, copy_kind):
    """GPS, names, comments, the tail of a crop and a second file behind the first are gone; none is found where it never was."""
    safe = files.look("x", data)
    assert (safe.kind, safe.copy_kind) == (kind, copy_kind)
    assert MARK not in safe.copy and b"Exif" not in safe.copy and b"PK\x03\x04" not in safe.copy
    if copy_kind != "pdf":
        held = Image.open(BytesIO(safe.copy))
        assert not held.getexif() and not {"comment", "exif", "icc_profile", "xmp", "Author"} & set(held.info)


def test_what_is_to_be_gone_was_there():
    assert Image.open(BytesIO(with_place())).getexif().get_ifd(GPS)
    assert MARK in with_place() and MARK in with_words()


def test_a_photo_is_upright_and_a_large_one_made_smaller():
    assert Image.open(BytesIO(files.look("a.jpg", with_place()).copy)).size == (40, 60)
    wide, high = Image.open(BytesIO(files.look("a.png", made(size=(6_000, 4_000))).copy)).size
    assert wide * high <= VIEW_PIXELS and abs(wide / high - 1.5) < 0.01


def test_a_bomb_ends_the_child_and_not_this_process(monkeypatch):
    monkeypatch.setattr(child, "CHILD", replace(CHILD, wall=3))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for data in (bomb(b"200 200"), bomb(b"99999999 99999999"), _pdf(b"9 9", b"[" * 500_000)):
        with contextlib.suppress(files.Refused):  # what pdfium can draw of it in time is a copy like any other
            files.look("a.pdf", data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000, "kilobytes"
    assert files.look("a.png", made()).kind == "png"


@pytest.mark.parametrize(
    "does",
    ["open('/etc/hosts')", "__import__('socket').socket()", "bytearray(2_000_000_000)", "__import__('os').abort()", "print('no json')"],
)
def test_a_child_that_was_taken_over_opens_nothing_and_is_not_believed(monkeypatch, does):
    monkeypatch.setattr(
        child,
        "START",
        "import sys; sys.path.insert(0, sys.argv[1]); import socket; from askfirst.guard import inside, limits; inside._shut(limits.CHILD); %s"
        % does,
    )
    with pytest.raises(child.Died):
        child.run("image", made())


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("../../etc/a.png", "a.png"), ("C:\\x\\a b.png", "a b.png"), ("a\u202egpj\0.png", "agpj.png"), ("\r\n", "file"), ("..", "file"),
     ("\u00e9t\u00e9.png", "\u00e9t\u00e9.png"), ("a" * 400, "a" * 100), ("<b>.png", "<b>.png")],
)  # fmt: skip
def test_a_name_is_words_and_never_a_path(sent, kept):
    assert files.plain_name(sent) == kept

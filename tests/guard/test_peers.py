"""Clean copies before other eyes: exiftool and mat2 find nothing in them either. They are peers, never shipped; without them this says so."""

import json
import shutil
import subprocess

import pytest

from askfirst.guard.pictures import Pictures
from tests.guard import photo_files as files
from tests.guard.heic import DRAWING

pytestmark = pytest.mark.prove

GIVEN = {kind: make(tail=files.film()) for kind, make in files.FULL.items() if kind != "heic"} | {"heic": DRAWING}
OF_THE_DOTS = {  # what exiftool says of any picture, however bare: how it is written, and nothing of anybody
    "SourceFile", "ExifTool", "File:FileName", "File:Directory", "File:FileSize", "File:FileModifyDate", "File:FileAccessDate",
    "File:FileInodeChangeDate", "File:FilePermissions", "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth",
    "File:ImageHeight", "File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents", "File:YCbCrSubSampling", "JFIF:JFIFVersion",
    "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution", "PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType",
    "PNG:Compression", "PNG:Filter", "PNG:Interlace", "Composite:ImageSize", "Composite:Megapixels", "ExifTool:ExifToolVersion",
}  # fmt: skip


def peer(name):
    path = shutil.which(name)
    if path is None:
        pytest.skip("%s is not installed here: no copy was shown to it." % name)
    return path


@pytest.fixture(scope="module")
def copies():
    with Pictures() as pictures:
        return {kind: pictures.look("a", data) for kind, data in GIVEN.items()}


def read(exiftool, path, groups="-G"):
    done = subprocess.run([exiftool, "-j", groups, "-a", "-u", str(path)], capture_output=True, check=True)
    return set(json.loads(done.stdout)[0])


GROUPS = {  # what exiftool calls each group, and the formats in which it finds it before
    "EXIF": (("IFD0:", "ExifIFD:"), {"jpeg", "png", "webp", "tiff", "avif", "heic"}),
    "the place": (("GPS:",), {"jpeg", "png", "webp", "tiff", "avif"}),
    "XMP": (("XMP-",), {"jpeg", "png", "webp", "gif", "tiff", "avif"}),
    "names of people in XMP": (("XMP-iptcExt:PersonInImage", "XMP-mwg-rs:", "XMP-MP:"), {"jpeg", "png", "webp", "gif", "tiff", "avif"}),
    "IPTC": (("IPTC:",), {"jpeg", "png", "tiff"}),
    "comments": (("File:Comment", "ExifIFD:UserComment", "IFD0:XPComment"), {"jpeg", "png", "webp", "gif", "avif"}),
    "words of a PNG": (("PNG:Author", "PNG:Comment", "PNG:Description", "PNG:Software", "PNG:Title", "PNG:Creation"), {"png"}),
    "profiles": (("ICC",), {"jpeg", "png", "webp", "tiff", "avif"}),
    "a small picture": (("IFD1:",), {"jpeg"}),
    "what stands behind the end": (("ExifTool:Warning", "Trailer:"), {"jpeg", "png", "webp", "avif"}),
}


@pytest.mark.parametrize("group", GROUPS)
def test_exiftool_finds_each_group_before_and_not_after(copies, tmp_path, group):
    exiftool, (marks, where) = peer("exiftool"), GROUPS[group]
    found = set()
    for kind, data in GIVEN.items():
        before, after = tmp_path / ("before." + kind), tmp_path / ("after." + copies[kind].copy_kind)
        before.write_bytes(data)
        after.write_bytes(copies[kind].copy)
        if any(tag.startswith(marks) for tag in read(exiftool, before, "-G1")):
            found.add(kind)
        assert [tag for tag in read(exiftool, after, "-G1") if tag.startswith(marks)] == [], kind
    assert found == where


def test_exiftool_finds_what_is_there_and_nothing_in_the_copy(copies, tmp_path):
    exiftool = peer("exiftool")
    for kind, one in copies.items():
        before, after = tmp_path / ("before." + kind), tmp_path / ("after." + one.copy_kind)
        before.write_bytes(GIVEN[kind])
        after.write_bytes(one.copy)
        assert read(exiftool, before) - OF_THE_DOTS, "the peer sees nothing in a file that is full"
        assert read(exiftool, after) - OF_THE_DOTS == set(), kind


def test_mat2_in_its_full_mode_finds_nothing_in_the_copy(copies, tmp_path):
    mat2 = peer("mat2")
    for kind, one in copies.items():
        path = tmp_path / (kind + "." + {"jpeg": "jpg"}.get(one.copy_kind, one.copy_kind))
        path.write_bytes(one.copy)
        shown = subprocess.run([mat2, "--show", str(path)], capture_output=True, check=False).stdout.decode()
        assert "No metadata found" in shown, (kind, shown)


def test_nothing_is_left_that_mat2_in_its_full_mode_would_have_taken(copies, tmp_path):
    """Both clean the same files, where mat2 takes them; what exiftool then finds in ours, it finds in mat2's too."""
    exiftool, mat2 = peer("exiftool"), peer("mat2")
    taken = set()
    for kind, data in GIVEN.items():
        path = tmp_path / ("a." + {"jpeg": "jpg"}.get(kind, kind))
        path.write_bytes(data)
        subprocess.run([mat2, str(path)], capture_output=True, check=False)
        theirs = path.with_name("a.cleaned" + path.suffix)
        if not theirs.exists():
            continue
        taken.add(kind)
        ours = tmp_path / ("ours." + copies[kind].copy_kind)
        ours.write_bytes(copies[kind].copy)
        left, left_by_them = read(exiftool, ours) - OF_THE_DOTS, read(exiftool, theirs) - OF_THE_DOTS
        assert left <= left_by_them, (kind, left)
    assert {"jpeg", "png"} <= taken

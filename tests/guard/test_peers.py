"""Clean copies before other eyes: exiftool and mat2 find nothing in them either. They are peers, never shipped; without them this says so."""

import json
import shutil
import subprocess

import pytest

from askfirst.guard.pictures import Pictures
from tests.guard import photo_files as files

pytestmark = pytest.mark.prove

OPENED = [kind for kind in files.FULL if kind != "heic"]
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
        return {kind: pictures.look("a", files.FULL[kind](tail=files.film())) for kind in OPENED}


def read(exiftool, path):
    done = subprocess.run([exiftool, "-j", "-G", "-a", "-u", str(path)], capture_output=True, check=True)
    return set(json.loads(done.stdout)[0])


def test_exiftool_finds_what_is_there_and_nothing_in_the_copy(copies, tmp_path):
    exiftool = peer("exiftool")
    for kind, one in copies.items():
        before, after = tmp_path / ("before." + kind), tmp_path / ("after." + one.copy_kind)
        before.write_bytes(files.FULL[kind](tail=files.film()))
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

"""The photo check on the command line (S05): a process, its output, its exit code, and the clean copy that it writes where told to."""

import json
from io import BytesIO

import pytest
from PIL import Image

from tests.cli.test_check_post import one_line, run
from tests.guard import photo_files as files

GPS = 0x8825


@pytest.fixture
def selfie(tmp_path):
    """Tobias's selfie: it says where it was taken, and nothing else."""
    path = tmp_path / "selfie.jpg"
    path.write_bytes(files.jpeg(exif=b"Exif\0\0" + files.exif(gps=files.gps_of(files.NORTHGATE))))
    return path


def test_s05_a_tip_and_a_clean_copy(selfie, tmp_path):
    """S05, lines 1 to 5, by the command line."""
    out = tmp_path / "clean.jpg"
    done = run("check", "photo", "--no-read", str(selfie), "--as", "student", "--words", "12 Alder Row, Haddon", "--out", str(out))
    assert done.returncode == 1, done
    said = done.stdout.decode()
    assert said.startswith("Never put in a naked or sexual picture of anyone under 18, even of yourself. We can help without it.\n")
    assert "The file says where it was taken, near a school · Tip · Advice · SNS-3" in said
    assert "A home address · Tip · Advice · SNS-3" in said and "It says: “12 Alder Row, Haddon”" in said
    assert "SNS-4: How would you feel if everyone could see this?" in said
    assert "SNS-4: Does anything in the picture show where you study?" in said
    assert "About 140 m from Northgate School." in said
    assert "nothing is left in it" in said and "nobody was told" in said
    assert Image.open(selfie).getexif().get_ifd(GPS) and not Image.open(out).getexif().get_ifd(GPS)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["clean.jpg", "selfie.jpg"]


def test_without_out_nothing_is_written(selfie, tmp_path):
    run("check", "photo", "--no-read", str(selfie))
    assert [one.name for one in tmp_path.iterdir()] == ["selfie.jpg"]


def test_a_photo_that_says_nothing_ends_with_0(tmp_path):
    done = run("check", "photo", "--no-read", "-", words=files.jpeg())
    assert (done.returncode, "Nothing to look at." in done.stdout.decode()) == (0, True)
    clean = tmp_path / "again"
    assert run("check", "photo", "--no-read", "-", "--out", str(clean), words=files.full_jpeg()).returncode == 1
    assert run("check", "photo", "--no-read", str(clean) + ".jpg").returncode == 0


def test_json_has_what_the_page_has(selfie):
    done = run("check", "photo", "--no-read", str(selfie), "--json")
    said = json.loads(done.stdout)
    assert [(one["clause"], one["level"], one["quote"]) for one in said["findings"]] == [("SNS-3", "Tip", "50.60120, -3.95080")]
    assert (said["kind"], said["width"], said["height"], said["copy"]) == ("jpeg", 600, 400, None)
    assert said["schools"][0] == {"school": "Northgate School", "metres": 140}
    assert [one["group"] for one in said["inside"]] == ["exif"]
    plain = run("check", "photo", "--no-read", str(selfie)).stdout.decode()
    assert said["cannot_see"] and all("- %s\n" % line in plain for line in said["cannot_see"])


def test_several_photos_in_one_go(selfie, tmp_path):
    other = tmp_path / "b.png"
    other.write_bytes(files.full_png())
    folder = tmp_path / "clean"
    folder.mkdir()
    done = run(
        "check", "photo", "--no-read", str(selfie), str(other), "--json", "--out", str(folder), "--blur", "0,0,10,10", "--crop", "0 0 50 50"
    )
    assert done.returncode == 1
    assert [one["file"] for one in json.loads(done.stdout)] == [str(selfie), str(other)]
    assert sorted(one.name for one in folder.iterdir()) == ["photo-1.jpg", "photo-2.png"]
    assert Image.open(BytesIO((folder / "photo-2.png").read_bytes())).size == (300, 200)


def test_a_file_that_is_there_is_never_written_over(selfie, tmp_path):
    kept = tmp_path / "kept.jpg"
    kept.write_bytes(b"mine")
    assert "cannot be written" in one_line(run("check", "photo", "--no-read", str(selfie), "--out", str(kept)))
    assert kept.read_bytes() == b"mine"
    assert "must be a folder" in one_line(run("check", "photo", "--no-read", str(selfie), str(selfie), "--out", str(kept)))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.jpg", b"", "This file is empty."),
        ("a.jpg", b"MZ" + bytes(99), "Its name says it is a picture, but inside it is not."),
        ("a.zip", b"PK\x03\x04" + bytes(99), "This file is packed."),
        ("a.jpg", files.full_jpeg()[:-4_000], "This picture is cut short or broken."),
        ("a.jpg", b"\xff\xd8\xff" + bytes(20_000_001), "This file is larger than 20 MB."),
    ],
    ids=["empty", "a program", "packed", "half", "large"],
)
def test_what_cannot_be_looked_at_is_one_line_that_names_the_file(tmp_path, name, data, says):
    path = tmp_path / name
    path.write_bytes(data)
    line = one_line(run("check", "photo", "--no-read", str(path)))
    assert says in line and str(path) in line


def test_what_is_asked_wrongly_is_one_line(selfie):
    assert "four numbers" in one_line(run("check", "photo", "--no-read", str(selfie), "--blur", "1,2"))
    assert "cannot be read" in one_line(run("check", "photo", "--no-read", str(selfie) + ".none"))

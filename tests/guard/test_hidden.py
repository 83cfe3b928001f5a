"""What each kind of picture says beside the picture, place by place; and that broken, circular and endless notes end in a moment."""

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as some

from askfirst.guard.hidden.found import GROUPS, MOST, Found
from askfirst.guard.hidden.notes import notes
from askfirst.guard.hidden.tiff import read_tiff
from askfirst.guard.hidden.walk import kind_of, read_hidden
from tests.guard import photo_files as files

MADE = {kind: make() for kind, make in files.FULL.items()}


def facts(data, kind=None):
    return {(one.what, one.text) for one in read_hidden(kind or kind_of(data), data).facts}


def said(data, what):
    return sorted(text for name, text in facts(data) if name == what)


@pytest.mark.parametrize("kind", files.FULL)
def test_a_file_is_known_by_its_bytes(kind):
    assert kind_of(MADE[kind]) == kind


@pytest.mark.parametrize("kind", [kind for kind in files.FULL if kind not in ("gif",)])
def test_place_time_and_number_are_read_in_every_kind(kind):
    data = MADE[kind]
    assert any(text.startswith("50.60") and ", -3.95" in text for text in said(data, "place"))
    assert any("2026:11:24 10:15" in text for text in said(data, "taken"))
    assert "SN-zanzibar" in said(data, "serial")
    assert "zanzibar artist" in said(data, "artist") and "zanzibars-laptop" in said(data, "computer")


@pytest.mark.parametrize("kind", files.FULL)
def test_people_are_read_by_name_in_every_kind(kind):
    data = MADE[kind]
    assert said(data, "person") == ["Elowen zanzibar"]
    assert said(data, "face") == ["Kit zanzibar", "Noor zanzibar"]
    assert "zanzibar town" in said(data, "place-name") and "zanzibar key" in said(data, "keyword")


def test_a_jpeg_place_by_place():
    data = files.full_jpeg(tail=files.film())
    assert said(data, "direction") == ["45"]
    assert said(data, "taken") == ["2026:11:24 10:15:00 +00:00"]
    assert said(data, "owner") == ["zanzibar owner", "zanzibar owns it"]
    assert said(data, "serial") == ["LENS-zanzibar", "SN-zanzibar", "X-zanzibar"]
    assert {"zanzibar artist", "zanzibar author", "zanzibar by-line", "zanzibar maker"} == set(said(data, "artist"))
    assert {"zanzibar " + one for one in ("caption", "caption é", "title", "remark", "subject", "comment", "in a comment", "says")} == set(
        said(data, "comment")
    )
    assert said(data, "device") == ["Fiction Box 3"]
    assert said(data, "maker") == said(data, "film") == said(data, "credentials") == ["yes"]
    assert said(data, "place-name") == ["zanzibar city", "zanzibar town"]


@pytest.mark.parametrize("kind", files.FULL)
def test_every_group_is_counted(kind):
    counts = read_hidden(kind, files.FULL[kind](tail=b"left behind by a crop" * 9)).counts
    there = {
        "jpeg": {"exif", "xmp", "iptc", "comments", "profiles", "tail", "credentials"},
        "png": {"exif", "xmp", "iptc", "png-text", "profiles", "tail", "credentials", "other"},
        "webp": {"exif", "xmp", "profiles", "tail"},
        "gif": {"xmp", "comments", "seconds", "tail"},
        "tiff": {"exif", "xmp", "iptc", "profiles", "tail"},
        "avif": {"exif", "xmp", "profiles", "tail"},
        "heic": {"exif", "xmp", "profiles", "seconds", "credentials", "tail"},
    }[kind]
    assert {group for group in GROUPS if counts[group]} == there


def test_a_second_picture_and_a_film_behind_the_first():
    data = files.jpeg() + files.jpeg()
    assert (read_hidden("jpeg", data).counts["seconds"], said(data, "second"), said(data, "tail")) == (1, ["yes"], [])
    assert said(files.jpeg() + files.film(), "film") == ["yes"]
    assert said(files.full_gif(), "moving") == ["yes"]
    assert said(files.saved("TIFF", save_all=True, append_images=[files.scene((60, 40))]), "pages") == ["2"]


@pytest.mark.parametrize("filler", [b"\0", b"\0" * 4_000, b"\xff\xff\n", b"0123456789abcdef"])
def test_a_few_fillers_after_the_end_are_nothing(filler):
    assert read_hidden("jpeg", files.jpeg() + filler).counts["tail"] == 0


def test_seventeen_bytes_after_the_end_are_told():
    assert said(files.jpeg() + b"0123456789abcdefg", "tail") == ["17"]


@pytest.mark.parametrize("place", [(0.0, 0.0), (95.0, 10.0), (10.0, 181.0)])
def test_what_is_no_place_is_none(place):
    assert said(files.full_jpeg(place=place), "place") == ["50.60120, -3.95080"]  # the one that its XMP tells


def test_a_fraction_without_a_lower_part_is_no_place():
    held = files.gps_of((50.6, -3.9)) | {2: (5, ((50, 0), (0, 0), (0, 0)))}
    found = Found()
    notes("exif", files.exif(gps=held), found)
    assert [one for one in found.facts if one.what == "place"] == []


def test_a_directory_that_points_at_itself_ends():
    loop = (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", 2)
        + struct.pack("<HHLL", 0x8769, 4, 1, 8)
        + struct.pack("<HHLL", 0x8825, 4, 1, 8)
        + struct.pack("<L", 8)
    )
    entries = read_tiff(loop)
    assert (entries.pages, entries.count) == (1, 2)
    ring = b"II*\0\x08\0\0\0" + b"".join(struct.pack("<HL", 0, 14 if at == 8 else 8) for at in (8, 14))
    assert read_tiff(ring).pages == 2


def test_a_document_type_or_an_entity_is_not_read():
    packet = files.xmp().replace(b"<x:xmpmeta", b'<!DOCTYPE x [<!ENTITY a "zanzibar"><!ENTITY b "&a;&a;&a;">]><x:xmpmeta', 1)
    found = Found()
    notes("xmp", packet, found)
    assert found.facts == [] and found.counts["xmp"] == 1


def test_a_thousand_notes_are_cut_and_said_to_be():
    data = files.jpeg()
    many = b"".join(files.segment(0xFE, b"note %d" % number) for number in range(1_000))
    found = read_hidden("jpeg", data[:2] + many + data[2:])
    assert (len(found.facts), found.more, found.counts["comments"]) == (MOST, True, 1_000)


def test_a_long_note_is_cut_and_its_unseen_signs_are_gone():
    data = files.jpeg()
    (one,) = read_hidden("jpeg", data[:2] + files.segment(0xFE, b"a\0\x1b[2Jb" + b"c" * 60_000) + data[2:]).facts
    assert one.text.startswith("a [2Jbccc") and len(one.text) == 2_000


@pytest.mark.parametrize("kind", files.FULL)
def test_a_file_cut_anywhere_is_read_or_said_to_be_cut(kind):
    """No cut brings more than an error that the child knows; every cut in the last part is noticed."""
    data = MADE[kind]
    for cut in range(12, len(data), max(1, len(data) // 41)):
        try:
            found = read_hidden(kind, data[:cut])
        except (IndexError, ValueError, struct.error):
            continue
        assert not found.whole or kind in ("heic", "tiff", "avif"), cut


@given(some.binary(max_size=400), some.sampled_from(["exif", "xmp", "iptc", "photoshop"]))
def test_notes_of_any_bytes_break_nothing(held, kind):
    found = Found()
    notes(kind, {"exif": b"II*\0", "photoshop": b"8BIM"}.get(kind, b"") + held, found)
    assert len(found.facts) <= MOST


@given(some.data())
def test_a_file_with_any_bytes_changed_breaks_nothing(data):
    kind = data.draw(some.sampled_from(sorted(files.FULL)))
    held = bytearray(MADE[kind])
    for _ in range(data.draw(some.integers(1, 20))):
        held[data.draw(some.integers(12, len(held) - 1))] = data.draw(some.integers(0, 255))
    with contextlib.suppress(IndexError, ValueError, struct.error):
        read_hidden(kind, bytes(held))

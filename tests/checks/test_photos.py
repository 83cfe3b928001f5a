"""Each check of a photo against its own examples, what it cites, and what is told together: words inside, names, places, the day of an event."""

import pickle
from dataclasses import replace
from datetime import date, datetime

import pytest

from askfirst.advice.asked import BadDraft
from askfirst.advice.photos import about_photo, copy_of, photo_as_json, photo_of_file
from askfirst.advice.photos_asked import PhotoAsked, photo_from
from askfirst.advice.trust import told_by
from askfirst.checks.draft import AskedNotTo, Audience, Author, EventHere, Told
from askfirst.checks.finding import KINDS
from askfirst.checks.photos.catalogue import PHOTO_CHECKS
from askfirst.checks.photos.distance import near_to, place_of
from askfirst.checks.photos.photo import photo_of
from askfirst.checks.photos.plot import plot_of, rounded
from askfirst.checks.photos.taken import in_school_hours
from askfirst.guard.pictures import GROUPS, Fact, Looked
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from gates.words import convicting
from tests.readability import grade, sentences, words

NOTHING = Told()
ASKED = PhotoAsked(Author.STAFF, Audience.PUBLIC)
BOTH = pytest.mark.parametrize("author", list(Author))


def looked(*facts, **more):
    """A file that says these things, as (group, what, text)."""
    counts = dict.fromkeys(GROUPS, 0)
    return Looked("jpeg", 600, 400, False, True, tuple(Fact(*one) for one in facts), counts, False, False, **more)


def about(file, asked=ASKED, told=NOTHING):
    photo, draft = photo_of_file(file, asked, told, load_trust().schools)
    return about_photo(photo, draft, file, the_edition(readings=False))


def titles(said, noticed=False):
    return [str(one.seen.title) for one in (said.answer.noticed if noticed else said.answer.findings)]


@pytest.mark.parametrize("check", PHOTO_CHECKS, ids=lambda one: one.name)
def test_a_check_marks_its_flags_and_leaves_its_passes(check):
    assert check.flags and check.passes
    for photo in check.flags:
        hits = list(check.look(photo))
        assert hits and all(0 <= hit.start <= hit.end <= len(photo.text) for hit in hits)
    for photo in check.passes:
        assert list(check.look(photo)) == []


@pytest.mark.parametrize("check", PHOTO_CHECKS, ids=lambda one: one.name)
def test_a_check_cites_a_clause_that_stands_in_the_procedure_and_says_when_it_is_wrong(check):
    edition = the_edition(readings=False)
    assert all(edition.clause(id) for id in (check.clause, *check.also))
    assert check.kind in KINDS and str(check.doubt)
    text = "\n".join(str(one) for one in (check.title, check.why, check.fix, check.doubt) if one is not None)
    assert [one for one in sentences(text) if len(words(one)) > 15] == [] and grade(text) <= 6
    assert convicting(text) == []


def test_no_two_checks_have_one_name():
    assert len({one.name for one in PHOTO_CHECKS}) == len(PHOTO_CHECKS)


def test_a_photo_cannot_be_printed_or_stored():
    photo = photo_of([("place", "exif", "50.6, -3.9")])
    assert "50.6" not in "%s %r %s" % (photo, photo, format(photo, ""))
    with pytest.raises(TypeError):
        pickle.dumps(photo)
    assert "50.6" not in repr(looked(("exif", "place", "50.6, -3.9"))) + repr(about(looked(("exif", "place", "50.6, -3.9"))))


def test_every_finding_points_at_its_own_words():
    said = about(looked(("exif", "serial", "SN-1"), ("comments", "comment", "Ring 07700 900455"), ("exif", "place", "50.60120, -3.95080")))
    for one in said.answer.findings:
        assert said.text[one.seen.start : one.seen.end] == one.quote
    assert {one.quote for one in said.answer.findings} == {"SN-1", "Ring 07700 900455", "07700 900455", "50.60120, -3.95080"}


def test_words_that_give_away_come_first_then_the_place_whatever_its_line():
    said = about(
        looked(
            ("exif", "serial", "SN-1"),
            ("comments", "comment", "Ring 07700 900455"),
            ("exif", "place", "51.50000, -0.10000"),
            ("tail", "film", "yes"),
        )
    )
    assert [one.seen.check for one in said.answer.findings] == ["photo-film", "phone", "photo-place", "photo-device", "photo-notes"]


def test_words_inside_go_through_the_checks_of_words_and_not_the_numbers():
    """A phone number in a comment is one; the digits of a camera or a place are none."""
    said = about(looked(("comments", "comment", "call 07700 900455"), ("exif", "serial", "07700900111"), ("exif", "id", "01632960111")))
    contact = [one for one in said.answer.findings if one.seen.kind == "contact"]
    assert [one.quote for one in contact] == ["07700 900455"]
    assert str(contact[0].seen.fix) == "Post the clean copy. It has no words inside."


def test_words_that_can_be_read_in_the_picture_are_to_be_covered():
    said = about(looked(), replace(ASKED, words="12 Alder Row, Haddon"))
    (one,) = said.answer.findings
    assert (one.seen.clause, one.quote, str(one.seen.fix)) == (
        "SNS-3",
        "12 Alder Row, Haddon",
        "Cover that part in the clean copy, or cut it off.",
    )


def test_where_somebody_works_and_a_missing_note_are_no_matter_of_a_photo():
    said = about(looked(("iptc", "comment", "I teach at Eastfield Academy.")), told=told_by(load_trust()))
    assert {one.seen.kind for one in said.answer.findings} == {"photo"}


@BOTH
def test_a_name_in_a_tag_is_a_tip_to_staff_and_only_noticed_for_a_student(author):
    """Ruling 11."""
    said = about(looked(("xmp", "face", "Kit Okoro-Penn"), ("xmp", "person", "kit okoro-penn")), replace(ASKED, author=author))
    found = [one for one in said.answer.findings if one.seen.clause == "CON-7"]
    noticed = [one for one in said.answer.noticed if one.seen.clause == "CON-7"]
    assert (len(found), len(noticed)) == ((1, 0) if author is Author.STAFF else (0, 1))
    assert any("ask the office or the organiser" in str(note) for note in said.answer.notes)


def test_somebody_who_asked_not_to_be_in_posts_is_met_in_a_tag_and_in_what_was_typed():
    told = Told(asked_not_to=(AskedNotTo("Elowen Tamblyn", False),))
    for file, asked in ((looked(("xmp", "face", "Elowen Tamblyn")), ASKED), (looked(), replace(ASKED, people="Elowen"))):
        found = [one for one in about(file, asked, told).answer.findings if one.seen.clause == "CON-5"]
        assert [str(one.seen.title) for one in found] == ["Someone here has asked not to be in posts"]
        assert [one for one in about(file, asked).answer.findings if one.seen.clause == "CON-5"] == []


NATIVITY = EventHere("nativity dress rehearsal", "the hall", date(2026, 12, 8), "none", "REF")
TOLD = Told(events=(NATIVITY,), today=date(2026, 12, 9))


def test_s32_an_event_is_met_by_its_words_and_by_the_day_of_the_photo():
    """S32: words and day together are Worth changing, the day alone a question; another day is nothing."""
    by_words = about(
        looked(("exif", "taken", "2026:12:08 18:00:00"), ("iptc", "comment", "front row for the nativity rehearsal")), told=TOLD
    )
    (one,) = [one for one in by_words.answer.findings if one.seen.clause == "CON-3"]
    assert (one.level.value, "nativity dress rehearsal" in str(one.seen.why), "no photos" in str(one.seen.why)) == (
        "Worth changing",
        True,
        True,
    )
    by_day = about(looked(("exif", "taken", "2026:12:08 18:00:00")), told=TOLD)
    (one,) = [one for one in by_day.answer.findings if one.seen.clause == "CON-3"]
    assert (one.level.value, one.seen.about, str(one.seen.title)) == ("Tip", "REF", "Your school had a private event that day")
    other = about(looked(("exif", "taken", "2026:12:10 18:00:00"), ("iptc", "comment", "our shepherd's pie recipe")), told=TOLD)
    assert [one for one in other.answer.findings if one.seen.clause == "CON-3"] == []
    typed = about(looked(), replace(ASKED, day=date(2026, 12, 8)), TOLD)
    assert [one.level.value for one in typed.answer.findings] == ["Tip"]


def test_con_1_is_good_to_know_and_never_a_finding():
    said = about(looked(("exif", "place", "50.6, -3.95")))
    assert [one.clause for one in said.answer.good_to_know] == ["CON-1"]
    assert "CON-1" not in {one.seen.clause for one in said.answer.findings}


@BOTH
def test_questions_are_asked_and_no_word_judges_anybody(author):
    """S05: SNS-4 asks two questions, in a student's words; nothing is about looks, body, age or mood."""
    said = about(looked(), replace(ASKED, author=author))
    study = "where you study?" if author is Author.STUDENT else "where you work or study?"
    assert [(one.clause, str(one.says)) for one in said.questions] == [
        ("SNS-4", "How would you feel if everyone could see this?"),
        ("SNS-4", "Does anything in the picture show " + study),
        ("CON-5", "Is anyone else in it? Have you asked them?"),
    ]


def test_words_of_being_hurt_are_met_first():
    """Ruling 12, in a photo too."""
    said = about(looked(("comments", "comment", "I want to kill myself"), ("exif", "place", "50.6, -3.95")))
    assert said.answer.help and not said.answer.shows_findings
    assert photo_as_json(said)["findings"] == [] and photo_as_json(said)["waiting"]


def coded(*codes):
    return looked(codes=tuple(Fact("", what, text) for what, text in codes))


def test_a_code_with_a_password_is_worth_covering_and_what_it_says_is_shown():
    said = about(coded(("square-code", "WIFI:T:WPA;S:Alder Row;P:larch-9;;")))
    (found,) = said.answer.findings
    assert (found.seen.check, found.level.name, found.quote) == ("photo-code-wifi", "WORTH", "WIFI:T:WPA;S:Alder Row;P:larch-9;;")
    assert about(looked()).answer.findings == ()


def test_a_number_inside_a_code_is_found_as_in_any_words_and_is_covered_not_left_out():
    said = about(coded(("square-code", "MECARD:N:Harrow;TEL:07700 900123;;")))
    assert titles(said)[-1] == "A code in the picture holds a contact card"
    (number,) = [one for one in said.answer.findings if one.quote == "07700 900123"]
    assert str(number.seen.fix) == "Cover that part in the clean copy, or cut it off."


def test_where_codes_were_looked_for_the_page_says_which_may_be_missed():
    (looked_for,) = [one for one in about(coded()).answer.not_checked if one.check == "codes"]
    (not_looked,) = [one for one in about(looked()).answer.not_checked if one.check == "codes"]
    assert "We may miss" in str(looked_for.reason) and "We did not look" in str(not_looked.reason)


def test_a_code_that_stays_in_the_copy_is_said_beside_it():
    one = replace(coded(("square-code", "Locker 12")), copy=b"x", copy_kind="png", left=dict.fromkeys(GROUPS, 0))
    assert about(one).stays is None
    stays = about(replace(one, codes_left=1))
    assert "still be read" in str(stays.stays) and (copy_of(stays) or {})["codes_left"] == 1


def test_what_cannot_be_seen_is_said():
    kinds = [one.check for one in about(looked(("exif", "maker", "yes"), ("xmp", "broken", "yes"))).answer.not_checked]
    assert kinds == ["words-in-picture", "codes", "face", "maker-notes", "broken-notes"]
    heic = about(replace(looked(), opens=False))
    assert "HEIC" in str(heic.answer.not_checked[-1].reason)


def test_a_copy_with_anything_left_in_it_is_not_called_empty():
    nothing = dict.fromkeys(GROUPS, 0)
    made = replace(looked(), copy=b"x", copy_kind="png", left=nothing)
    assert about(made).empty and about(made).copy_name == "photo.png"
    assert not about(replace(made, left={**nothing, "comments": 1})).empty
    assert not about(looked()).empty and about(looked()).copy_name == ""
    assert [(one.id, one.before, one.after) for one in about(replace(made, left={**nothing, "tail": 9})).groups] == [("tail", 0, 9)]


# ---------------------------------------------------------------- places and times


def test_a_distance_is_a_sum_on_a_ball_in_every_direction():
    east, north, far = near_to((50.0, -4.0), [("north", 51.0, -4.0), ("east", 50.0, -3.9), ("far", -50.0, 176.0)])
    assert (north.school, round(north.metres / 1000), round(east.metres / 1000)) == ("north", 111, 7)
    bearings = {
        one.school: round(one.bearing)
        for one in near_to((50.0, -4.0), [("n", 51.0, -4.0), ("e", 50.0, -3.9), ("s", 49.0, -4.0), ("w", 50.0, -4.1)])
    }
    assert bearings == {"n": 0, "e": 90, "s": 180, "w": 270}
    assert abs(far.metres - 20_015_000) < 5_000


@pytest.mark.parametrize("text", ["", "50.6", "nan, nan", "50.6, inf", "1e9, 1", "a, b", "50.6,-3.9"])
def test_what_is_no_place_is_none(text):
    assert place_of(text) is None


def test_a_place_near_a_school_names_it_and_the_plot_draws_it():
    said = about(looked(("exif", "place", "50.60120, -3.95080"), ("exif", "direction", "45")))
    assert "The spot is close to Northgate School." in str(said.answer.findings[0].seen.why)
    plot = said.plot
    assert (plot.points[0].school, plot.points[0].metres) == ("Northgate School", 140)
    assert [replace(plot.points[0], metres=metres).far for metres in (140, 990, 1000, 3900, 10_000, 390_000)] == [
        "140 m", "990 m", "1.0 km", "3.9 km", "10 km", "390 km",
    ]  # fmt: skip
    assert plot.points[0].at is not None and plot.points[1].at is None and plot.facing is not None
    assert plot.rings[0][1] == 200
    away = about(looked(("exif", "place", "51.50000, -0.10000")))
    assert titles(away) == ["The file says where it was taken"]


def test_no_school_that_says_where_it_stands_and_no_place_draw_nothing():
    assert plot_of(()) is None
    assert about(looked()).plot is None
    assert [rounded(one) for one in (0, 4, 143, 5_678, 123_456)] == [0, 0, 140, 5_700, 120_000]


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        ("2026-11-24 08:29", False),
        ("2026-11-24 08:30", True),
        ("2026-11-24 15:29", True),
        ("2026-11-24 15:30", False),
        ("2026-11-22 10:00", False),
    ],
)
def test_school_hours_are_those_of_a_weekday(at, inside):
    assert in_school_hours(datetime.fromisoformat(at)) is inside


def test_what_is_typed_is_taken_or_refused_in_one_sentence():
    asked = photo_from({"author": "staff", "blur": "10,20,30,40; 1 2 3 4%\n\n5,5,5.5,5", "crop": "0 0 50 50", "photo_taken": "8/12/2026"})
    assert asked.areas.blur == ((10, 20, 30, 40), (1, 2, 3, 4), (5, 5, 5.5, 5)) and asked.areas.crop == (0, 0, 50, 50)
    assert (asked.day, asked.audience) == (date(2026, 12, 8), Audience.PUBLIC)
    assert "12" not in repr(photo_from({"author": "staff", "words": "12 Alder Row"}))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "author"), ({"author": "governor"}, "author"), ({"author": "staff", "audience": "all"}, "audience"),
        ({"author": "staff", "blur": "1,2,3"}, "blur"), ({"author": "staff", "blur": "1,2,3,400"}, "blur"), ({"author": "staff", "crop": "a,b,c,d"}, "crop"),
        ({"author": "staff", "crop": "1,1,0,5"}, "crop"), ({"author": "staff", "crop": "1,1,5,5;2,2,5,5"}, "crop"), ({"author": "staff", "blur": "1 1 1 1;" * 21}, "blur"),
        ({"author": "staff", "words": "a\0b"}, "words"), ({"author": "staff", "people": "a" * 5_001}, "people"), ({"author": "staff", "photo_taken": "soon"}, "photo_taken"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_names_its_field(fields, field):
    with pytest.raises(BadDraft, match=field) as problem:
        photo_from(fields)
    assert (problem.value.field, str(problem.value.sentence).endswith(".")) == (field, True)

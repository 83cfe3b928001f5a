"""A saved page as its readers see it: thirty and more ways to hide a note, as many honest places for one, and files that mean harm."""

import json
import pickle

import pytest

from askfirst.advice.pages import about_page, one_page, page_of_file
from askfirst.advice.pages_asked import page_from
from askfirst.advice.trust import told_by
from askfirst.guard.child import Said
from askfirst.guard.saved import style
from askfirst.guard.saved.decode import read
from askfirst.guard.saved.found import LETTERS
from askfirst.guard.saved.look import SENTENCES, NotRead, look_at_page, saved_page
from askfirst.guard.unfit import Unfit
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from tests.guard.page_files import AVERILL, HONEST, NOTE, TRICKS, WORDS, page, put

TOLD, EDITION = told_by(load_trust()), the_edition(readings=False)


def looks(data, **asked):
    """As `advice` looks, with the reader called here: a child for each of a hundred pages would be slow, and no other."""
    head, body = read(data)
    saved = saved_page(head, json.loads(body))
    read_page, draft = page_of_file(saved, page_from({"author": "staff", **asked}), TOLD)
    return about_page(read_page, draft, EDITION)


def answer(data):
    noted = looks(data).noted
    return noted.note.value, noted.reasons[:1]


# ---------------------------------------------------------------- the note


def test_there_are_thirty_and_more_of_each():
    assert len({name for name, _, _ in TRICKS}) == len(TRICKS) >= 30
    assert len({name for name, _ in HONEST}) == len(HONEST) >= 30


@pytest.mark.parametrize(("name", "data", "why"), TRICKS, ids=[name for name, _, _ in TRICKS])
def test_a_note_that_nobody_sees_is_hidden_with_its_reason(name, data, why):
    assert answer(data) == ("hidden", (why,))
    said = looks(data)
    found = [one for one in said.answer.findings if one.seen.clause == "BLG-4"]
    assert [(one.level.value, one.seen.fix.values["wording"]) for one in found] == [("Worth changing", TOLD.disclaimer)]
    assert not [one for one in said.answer.noticed if one.seen.kind == "disclaimer"]


@pytest.mark.parametrize(("name", "data"), HONEST, ids=[name for name, _ in HONEST])
def test_a_note_in_an_honest_place_is_seen(name, data):
    assert answer(data) == ("seen", ())
    said = looks(data)
    assert said.needs_note
    assert not [one for one in said.answer.findings if one.seen.clause == "BLG-4"]
    assert [one.seen.kind for one in said.answer.noticed].count("disclaimer") == 1


def test_a_reader_that_saw_no_style_would_be_caught(monkeypatch):
    """The planted flaw: styles are not looked at."""
    monkeypatch.setattr("askfirst.guard.saved.walk.looks_of", lambda node, above, *rest, **more: above)
    assert sum(answer(data)[0] == "seen" for _, data, _ in TRICKS) > 20


def test_a_reader_that_hid_too_much_would_be_caught(monkeypatch):
    """The planted flaw: whatever is paler than black on white is taken for hidden."""
    monkeypatch.setattr(style, "SAME", 20.0)
    assert sum(answer(data)[0] == "hidden" for _, data in HONEST) >= 3


def test_no_note_at_all_is_not_found_and_a_page_that_names_no_school_needs_none():
    missing = looks(page("<p>" + WORDS))
    assert (missing.noted.note.value, missing.needs_note) == ("missing", True)
    assert [one.seen.check for one in missing.answer.findings] == ["missing-disclaimer"]
    assert str(missing.answer.findings[0].seen.title) == "No note that these are your own views"
    free = looks(page("<p>" + WORDS, about="<p>I paint at home."))
    assert (free.noted.note.value, free.needs_note, free.answer.findings) == ("missing", False, ())
    assert "WEB-1" in {one.clause for one in free.answer.allowed}
    assert "WEB-1" not in {one.clause for one in missing.answer.allowed}


@pytest.mark.parametrize(
    "about",
    [
        "<p>Art teacher, Eastfield Academy", "<p>Teacher of art @ Eastfield Academy", "<p>My Year 9s at Eastfield Academy painted all day.",
        "<p>By day I am a technician at Northgate School.",
    ],
)  # fmt: skip
def test_where_somebody_works_is_told_in_many_ways(about):
    assert looks(page("", about=about)).needs_note


@pytest.mark.parametrize("about", ["<p>My son is at Eastfield Academy.", "<nav><a>Eastfield Academy</a></nav>", "<p>Eastfield Academy"])
def test_a_schools_name_alone_says_nothing(about):
    assert not looks(page("", about=about)).needs_note


def test_a_student_needs_no_note():
    said = looks(page("<p>" + WORDS), author="student")
    assert (said.needs_note, said.answer.findings) == (False, ())


def test_a_page_of_the_schools_own_needs_none():
    said = looks(page("<p>" + WORDS), whose="school")
    assert (said.needs_note, said.answer.findings, said.signs) == (False, (), ())


# ---------------------------------------------------------------- what is read


def test_the_text_is_what_is_seen_and_spans_stand_in_it():
    said = looks(AVERILL)
    text = said.page.text
    assert text.split("\n")[:4] == ["Connie paints", "I teach art at Eastfield Academy.", "Back at the easel", text.split("\n")[3]]
    assert all(text[one.seen.start : one.seen.end] == one.quote and one.quote for one in said.answer.findings)
    assert said.page.posts[:2] == ("Back at the easel", "Week 1") and len(said.page.posts) == 12


@pytest.mark.parametrize(
    "markup",
    ["<script>Ring 07700 900455</script>", "<style>a{content:'07700 900455'}</style>", "<p hidden>07700 900455", "<!-- 07700 900455 -->"],
)
def test_words_that_nobody_sees_are_not_looked_over(markup):
    assert not [one for one in looks(put(markup + "<p>NOTE</p>")).answer.findings if one.seen.clause == "SNS-3"]
    assert [one for one in looks(put("<p>07700 900455</p><p>NOTE</p>")).answer.findings if one.seen.clause == "SNS-3"]


def test_where_it_was_saved_from_is_read():
    saved = one_page(look_at_page(b"<!-- saved from url=(0032)https://connie-paints.example/ --><html><p>Hello"))
    assert saved.address == "https://connie-paints.example/"
    assert one_page(look_at_page(b"<link rel=canonical href='https://a.example/b'><p>x")).address == "https://a.example/b"


def test_two_signs_of_a_school_are_one_thing_to_look_at():
    crest = "<img src=a.png alt='School crest'>"
    one = looks(page(crest + "<p>NOTE", about=""))
    two = looks(page(crest, about="", title="Eastfield Academy"))
    assert ([seen.seen.clause for seen in one.answer.findings], len(one.signs)) == ([], 1)
    assert ([(seen.seen.clause, seen.level.value) for seen in two.answer.findings], len(two.signs)) == ([("HYB-1", "Worth changing")], 2)
    clear = looks(page(crest + "<p>" + NOTE, about="", title="Eastfield Academy"))
    assert [(seen.seen.clause, seen.level.value) for seen in clear.answer.findings] == [("HYB-1", "Tip")]


def test_a_brand_in_its_address_is_told_and_a_place_is_asked_about():
    said = looks(page(""), address="https://eastfieldacademy-connie.example/art?x=1")
    assert [one.seen.clause for one in said.answer.findings if one.seen.kind == "name"] == ["HYB-3"]
    asked = looks(page(""), address="northgate-walks.example")
    assert not [one for one in asked.answer.findings if one.seen.kind == "name"]
    assert [str(one) for one in asked.answer.notes if "Northgate" in str(one)] != []


def test_need_is_not_put_together_of_two_posts():
    apart = "<p>My neighbour Gary Wickstead is getting divorced and his wife has moved out.</p><p>Text me on 07700 900627 if you want a print.</p>"
    assert looks(page(apart)).answer.help == ()
    assert looks(page(apart + "<p>I want to kill myself.</p>")).answer.help != ()


# ---------------------------------------------------------------- files that mean harm

HOSTILE = (
    ("empty", b"", "empty"), ("only spaces", b" \r\n\t", "empty"), ("ten million bytes", b"<p>" + b"a" * 10_000_000, "large"),
    ("a PDF by another name", b"%PDF-1.7 <html><p>x", "unknown"), ("a picture", b"\x89PNG\r\n\x1a\n<html>", "unknown"),
    ("an archive", b"PK\x03\x04<html>", "packed"), ("a program", b"MZ\x00\x00<html>", "unknown"), ("no mark at all", b"Just some words.", "no-page"),
    ("no words", b"<html><body><div><img src=a></div></body></html>", "no-words"), ("a script alone", b"<html><script>document.write('x')", "no-words"),
    ("half a million elements", b"<p>" * 500_000 + b"x", "too-much"), ("a bomb of entities", None, None), ("deep inside", None, None),
    ("broken letters", None, None), ("one endless tag", b"<a " * 1_000_000, "no-words"), ("one endless comment", b"<p>x</p><!--" * 300_000, None),
    ("endless rules", b"<p>x<style>" + b"a{" * 800_000, None), ("endless quotation", b"<p>x<a title=\"" + b"'>" * 1_000_000, None),
)  # fmt: skip


def hostile(name, data):
    bomb = "<!DOCTYPE lolz [<!ENTITY lol 'lol'>%s]><html><p>&lol9;</p>" % "".join(
        "<!ENTITY lol%d '%s'>" % (n, "&lol;" * 10) for n in range(9)
    )
    made = {
        "a bomb of entities": bomb.encode(),
        "deep inside": b"<div>" * 30_000 + b"deep",
        "broken letters": b"<html><p>a\xff\xfe\x80\xc3(" * 1_000,
    }
    return made.get(name, data)


@pytest.mark.parametrize(("name", "data", "why"), HOSTILE, ids=[name for name, _, _ in HOSTILE])
def test_a_file_that_means_harm_is_read_or_refused_in_one_sentence(name, data, why):
    if why is not None:
        with pytest.raises(NotRead) as raised:
            look_at_page(hostile(name, data))
        assert (raised.value.why, raised.value.sentence) == (why, SENTENCES[why])
    else:
        assert sum(len(one.whole) for one in one_page(look_at_page(hostile(name, data))).blocks) <= LETTERS


def test_every_refusal_of_the_reader_has_a_sentence():
    for data in (b"%PDF-", b"PK\x03\x04", b"x", b"<html>"):
        with pytest.raises(Unfit) as raised:
            read(data)
        assert raised.value.why in SENTENCES


@pytest.mark.parametrize(
    "body", ["[]", "{}", '{"blocks": []}', "x", '{"blocks": [[1]], "links": [], "pictures": [], "posts": [], "title": "", "address": ""}']
)
def test_a_child_that_was_taken_over_is_held_to_its_form(monkeypatch, body):
    said = Said({"kind": "page", "notes": []}, body.encode())
    monkeypatch.setattr("askfirst.guard.child.run", lambda reader, data: said)
    with pytest.raises(NotRead) as raised:
        look_at_page(b"<p>x")
    assert raised.value.why == "broken"


def test_a_page_is_never_pickled_or_printed():
    said = looks(AVERILL)
    for one in (said, said.page, look_at_page(AVERILL)):
        assert "Wickstead" not in repr(one)
    with pytest.raises(TypeError):
        pickle.dumps(said.page)

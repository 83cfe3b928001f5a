"""Bring your own document: what it says becomes proposals, the clauses we know are known again, and no word is lost (DOC-1, DOC-2; 3.17)."""

import csv
import json
import random
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.guard.text.look import Text
from askfirst.guard.text.paragraph import KINDS, NOTES, Paragraph
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.here import SHIPPED
from askfirst.procedure.importing import addressee, reading, signs, strength
from askfirst.procedure.importing.as_json import NotWhole, from_json, imported_json, is_export
from askfirst.procedure.importing.front import front_of, title_of
from askfirst.procedure.importing.proposals import ASKS, bring
from askfirst.procedure.importing.reading import read_in
from askfirst.procedure.importing.sentences import parts, sentences
from askfirst.procedure.load import the_edition
from tests import documents
from tests.readability import grade, longest_sentence

SHARED = Path(__file__).parents[3] / "shared"
DOCUMENT = SHARED / "procedure" / "ridgeway-personal-use-of-internet-2018-11.txt"
EDITION = the_edition(readings=False)
SAID = {
    "must": Strength.MUST, "will": Strength.MUST, "must not": Strength.MUST_NOT, "should": Strength.SHOULD, "expected": Strength.SHOULD,
    "should not": Strength.SHOULD_NOT, "expectation": Strength.SHOULD_NOT, "advised": Strength.ADVICE, "advised not": Strength.ADVICE,
    "may not be appropriate": Strength.ADVICE, "may": Strength.MAY, "free to": Strength.MAY, "fact": Strength.KNOW,
}  # fmt: skip
"""What a clause's own words are called in the reference, and what they are heard as."""


def rows():
    """The reference, by clause; the test is skipped where it is not beside this checkout."""
    if not DOCUMENT.exists():
        pytest.skip("the reference folder is not beside this checkout: %s" % DOCUMENT.name)
    return {row["id"]: row for row in csv.DictReader((SHARED / "domain" / "clauses.csv").read_text(encoding="utf-8").splitlines())}


def lines():
    rows()
    found = []
    headings = {words for line in DOCUMENT.read_text(encoding="utf-8").splitlines() for words in [line.strip()]
                if words and len(words.split()) < 8 and words[-1] not in ".;:" and not words.startswith("-") and not re.search(r"\d{4}", words)}  # fmt: skip
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if line.strip():
            found.append("# " + line.strip() if line.strip() in headings and len(found) > 3 else line.strip())
    return found


def right(imported, expected, *, place=True):
    """The clauses that stand on their line and are of their strength, by their own words and as they are read."""
    return [
        one.id
        for one in imported.proposals
        if one.id in expected
        and (not place or one.line == int(expected[one.id]["line"]))
        and (one.heard or Strength.KNOW) is SAID[expected[one.id]["modality_text"]]
        and one.strength is SAID[expected[one.id]["modality_effective"]]
    ]


def test_the_trusts_own_document_is_known_again_with_nobodys_help():
    expected = rows()
    imported = read_in(DOCUMENT.name, DOCUMENT.read_bytes(), EDITION)
    found = right(imported, expected)
    print("aligned to the right line and strength: %d of %d" % (len(found), len(expected)))
    assert len(found) >= 60
    assert [one.addressee.value for one in imported.proposals if one.id in found] == [expected[id]["addressee"] for id in found]
    text = DOCUMENT.read_text(encoding="utf-8")
    joined = " ".join(text.split())
    assert [one.id for one in imported.proposals if one.exact not in joined or one.lead not in joined] == []


def test_without_key_terms_it_would_not_be(monkeypatch):
    """The test above can fail: plain words alone know too few clauses again."""
    expected = rows()
    monkeypatch.setattr(signs, "_signs", lambda: ({}, {}))
    signs.known_of.cache_clear()
    imported = read_in(DOCUMENT.name, DOCUMENT.read_bytes(), EDITION)
    signs.known_of.cache_clear()
    assert len(right(imported, expected)) < 60


@pytest.mark.parametrize("kind", ["html", "docx", "odt", "pdf"])
def test_it_is_known_again_whatever_it_comes_as(kind):
    written = lines()
    imported = read_in("a." + kind, getattr(documents, kind)(written), EDITION)
    assert len(right(imported, rows(), place=False)) >= 60


def paragraphs_of(written):
    return tuple(
        Paragraph(line.lstrip("#- "), at, None, int(line.startswith("# ")), line.startswith("- ")) for at, line in enumerate(written, 1)
    )


@pytest.mark.parametrize("seed", range(5))
def test_it_is_known_again_with_sentences_gone_and_sections_turned_round(seed):
    chance = random.Random(seed)
    head, *sections = re.split(r"\n(?=# )", "\n".join(lines()))
    chance.shuffle(sections)
    kept = [line for part in [head, *sections] for line in part.split("\n") if line.startswith("# ") or chance.random() > 0.2]
    imported = bring(Text("a.txt", "txt", paragraphs_of(kept), ()), EDITION)
    whole = bring(Text("a.txt", "txt", paragraphs_of(lines()), ()), EDITION)
    truth = {one.exact: {same.id for same in whole.proposals if same.exact == one.exact} for one in whole.proposals}
    told = [one.id in truth[one.exact] for one in imported.proposals]
    assert sum(told) >= 0.9 * len(told) > 20


SALTMARSH = [
    ("DOC-1", "trust", "Good to know", ""), ("DOC-2", "trust", "Should", ""), ("WHY-1", "both", "Good to know", ""), ("WHY-2", "both", "Good to know", ""),
    ("GAM-1", "student", "Must not", ""), ("GAM-2", "staff", "You may", ""), ("GAM-3", "staff", "Should", ""), ("GAM-4", "staff", "Should not", ""),
    ("GAM-5", "staff", "Must", ""), ("GAM-6", "student", "Advice", ""), ("DRO-1", "both", "Must not", ""), ("DRO-2", "both", "Must", "Visitors:"),
    ("DRO-3", "both", "You may", "Visitors:"), ("DRO-4", "both", "Good to know", ""), ("MON-1", "staff", "Should", ""),
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_trusts_own_rules_become_new_proposals(kind):
    imported = read_in("rules." + kind, getattr(documents, kind)(), EDITION)
    assert [(one.id, one.addressee.value, one.strength.value, one.lead) for one in imported.proposals] == SALTMARSH
    assert [one.id for one in imported.proposals if one.known] == ["DOC-1", "DOC-2"]
    assert all(not one.plain and "plain" in one.asks for one in imported.proposals), "the words of another trust's dates are not theirs"
    assert [one.text for one in imported.left] == ["Lunch 12.30"]
    front = imported.front
    assert (front.title, front.trust, front.approved_by) == ("Staying Kind Online", "Saltmarsh Learning Trust", "Board of Trustees")
    assert (front.approved_on, front.review_due) == (date(2025, 3, 3), date(2028, 3, 31))


def test_a_stronger_word_is_heard_and_asked_about():
    """Nobody's reading makes a clause weaker or stronger than the words a trust has now."""
    written = [
        "# Social Networking sites",
        "Staff must not have pupils or students as friends unless the page, profile or group is purely educational.",
    ]
    imported = bring(Text("a.txt", "txt", paragraphs_of(written), ()), EDITION)
    clause = imported.proposal("SNS-6")
    assert clause
    assert (clause.strength, clause.known, clause.asks) == (Strength.MUST_NOT, True, ("differs",))


DESCENDS = [
    "# Seaview Schools Federation", "Signed off by the Board on 2 May 2022. To be read again: May 2025.", "# Mixed pages",
    "3.1 The Federation must avoid endorsing a hybrid page, as it leads to confusion.", "3.2 Employees must not put the brand of an academy into the URL of their personal profile.", "# Friends",
    "4.1 Employees must not have pupils as friends, unless the group or profile is for a purely educational purpose.", "4.2 Many employees have colleagues as friends, and should be aware that those have children here or at other schools.",
    "# Respect for others", "5.1 Offensive comments about colleagues must never be made; they may amount to cyberbullying and could be deemed a disciplinary offence.",
    "5.2 Employees must know their obligations under data protection law and must not share personal information from school systems with anyone outside.",
    "# Boats", "6.1 Boats need a lock. No boat may leave after dark.",
]  # fmt: skip
KNOWN = {
    "DOC-1": "Good to know", "DOC-2": "Should", "HYB-2": "Must", "HYB-3": "Must not", "SNS-6": "Must not", "SNS-9": "Good to know", "SNS-10": "Should",
    "CON-10": "Must not", "CON-11": "You may", "CON-12": "Must not",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_of_the_same_descent_is_known_again_in_other_words_and_another_order(kind):
    """Numbered, its sections moved, "should" made "must", sentences joined; what no known clause says stays new."""
    imported = read_in("a." + kind, getattr(documents, kind)(DESCENDS), EDITION)
    assert {one.id: one.strength.value for one in imported.proposals if one.known} == KNOWN
    assert [one.exact for one in imported.proposals if not one.known] == ["6.1 Boats need a lock.", "No boat may leave after dark."]


def test_parts_of_a_page_and_lettered_parts_of_a_text_are_parted_as_a_reader_parts_them():
    """Two breaks in a row end a paragraph; "a) Boats" above a sentence is a heading; a duty is not taken for what only tells."""
    page = b"<b>Friends</b><br> <br>Staff must not swim alone.<br><br>Staff should ring<br>the office."
    assert [one.exact for one in read_in("a.html", page, EDITION).proposals] == [
        "Staff must not swim alone.",
        "Staff should ring the office.",
    ]
    text = b"OUR RULES\n\na) Boats\n\n(i) Staff must dry a boat.\n(ii) Staff may paint a boat.\n\nb) Oars\n\n(i) Nobody may lend an oar.\n"
    told = read_in("a.txt", text, EDITION)
    assert ([one.heading for one in told.sections], len(told.proposals)) == (["a) Boats", "b) Oars"], 3)
    friends = [
        "# Friends",
        "Staff:",
        "- must check their settings so that only friends have access;",
        "- must not have students as friends, unless it is educational.",
    ]
    assert [one.id for one in bring(Text("a.txt", "txt", paragraphs_of(friends), ()), EDITION).proposals] == ["SNS-8", "SNS-6"]


def test_one_sentence_that_is_somewhat_like_a_clause_makes_no_document_of_the_same_descent():
    """Of ten sentences one speaks of a head of year; with what that clause says it is known all the same."""
    others = ["Boat %s must be dry." % name for name in "ABCDEFGHI"]
    for said, known in (
        ("Heads of year will ring home.", []),
        ("The Head of Year will be contacted to discuss the matter with the students directly.", ["DIS-3"]),
    ):
        imported = bring(Text("a.txt", "txt", paragraphs_of(["# Boats", *others, said]), ()), EDITION)
        assert [one.id for one in imported.proposals if one.known] == known


@pytest.mark.parametrize("begun", ["", "Our rules, from the staff room. "], ids=["at once", "with words"])
def test_a_part_of_a_web_page_is_read_as_one(begun):
    """An editor's box gives no whole page: the lines of a document without its frame."""
    page = documents.html().decode()
    part = begun + page[page.index("<body>") + 6 : page.index("</body>")]
    imported = read_in("part.html", part.encode(), EDITION)
    assert (imported.kind, [one.id for one in imported.proposals][-8:]) == ("html", [id for id, *_ in SALTMARSH][-8:])
    assert read_in("a.txt", b"Pupils must not type <b> or </p> in a form.", EDITION).kind == "txt"


def test_a_short_heading_that_could_be_a_rule_is_a_heading_where_words_stand_below():
    written = [
        "Our Rules",
        "Ask first",
        "Pupils must ask before they film anybody.",
        "Speak up",
        "Staff should tell the office of a lost key.",
    ]
    imported = bring(Text("a.txt", "txt", tuple(Paragraph(one, at) for at, one in enumerate(written, 1)), ()), EDITION)
    assert ([one.heading for one in imported.sections], len(imported.proposals)) == (["Ask first", "Speak up"], 2)


HEARD = [
    ("Pupils must log off.", "Must"), ("Pupils must never share a key.", "Must not"), ("Nobody may film a fire drill.", "Must not"),
    ("Filming is not permitted.", "Must not"), ("You cannot lend a badge.", "Must not"), ("Staff shall sign.", "Must"), ("A form has to be signed.", "Must"),
    ("The office will contact a parent.", "Must"), ("It will normally rain.", None), ("Tides may change.", None), ("Staff may leave at four.", "You may"),
    ("Under no circumstances should a gate be propped open.", "Should not"), ("We should avoid noise.", "Should not"),
    ("Staff should know the code and not write it down.", "Should not"), ("Staff should say pupils and not kids.", "Should"),
    ("Staff should say that a view is their own and not that of the school.", "Should"), ("A page should use first names, and not nicknames.", "Should"),
    ("Pupils should ring the office and never in the evening.", "Should"), ("Staff should write “we” and not “I”.", "Should"),
    ("You should ask a tutor and not only a friend.", "Should"), ("Staff should stay on the path and not leave the group.", "Should not"),
    ("Pupils should use the gate and not climb over the old wall.", "Should not"), ("A form must say who asked and not who was asked.", "Must"),
    ("Staff should say nothing, and never reply to a stranger.", "Should not"), ("Staff should call it a page and should not call it ours.", "Should not"), ("Pupils are expected to be on time.", "Should"), ("Please ask.", "Should"),
    ("It is important that doors are shut.", "Should"), ("Pupils are advised not to eat shells.", "Advice"), ("We recommend a hat.", "Advice"),
    ("It may not be appropriate to sing.", "Advice"), ("Visitors are free to look round.", "You may"), ("Staff are welcome to stay.", "You may"),
    ("Rules may have to be set.", "You may"), ("This could lead to a sanction.", "You may"), ("The sea is cold.", None), ("Do not run.", "Should not"),
    ("Check the tide.", "Should"), ("Staff are free to swim but should tell the office.", "You may"), ('A sign says "you must pay at the gate" in red.', None),
    ("Parents are asked not to film.", "Should not"), ("The governing board will review this.", "Must"), ("Pupils will be taught to swim.", "Must"),
    ("No chair may be moved without a form.", "Must not"), ("There is no doubt that chairs squeak.", None), ("Neither pupils nor visitors should run.", "Should not"),
    ("Bags are to be left in the hall.", "Must"), ("Staff are not to sell cakes.", "Must not"), ("Racing is never acceptable.", "Must not"), ("Our aim is not to spoil fun.", None), ("The school will not lend boats.", "Must not"),
    ("Tutors are responsible for locking up.", "Must"), ("Each boat requires two rowers.", "Must"), ("Parents need to collect a coat.", "Should"), ("Mind the need to rest.", None),
    ("Visitors are requested not to dig.", "Should not"), ("We strongly recommend a hat.", "Advice"), ("It would be wise to wait.", "Advice"), ("Try to walk.", "Advice"),
    ("If a gate is open, tell the office.", "Should"), ("3.2 Be kind to the crabs.", "Should"), ("c) Never feed a gull.", "Should not"), ("Under no circumstances may a gate be left.", "Must not"),
    ("There may be an expectation, for example, that songs of the school will not be recorded.", "Should not"), ("A fine might be dealt with under the disciplinary rules.", "You may"),
    ("Respect for sand.", None), ("A report may be drafted by hand.", "You may"), ("Staff are to read it.", "Must"), ("At no time may a boat follow a seal.", "Must not"), ("Sand is best kept dry.", "Advice"),
    ("It is essential that a rower can swim.", "Must"), ("Where a rope is cut, hide it and ring the office.", "Should"), ("Heads of year will ring home.", "Must"), ("Splashing should be avoided.", "Should not"), ("A badge is required.", "Must"), ("Diving is out of the question.", "Must not"),
    ("A pail will often leak.", None), ("Where it rains, all the tents leak.", None), ("There may be an expectation that songs are not recorded.", "Should not"), ("Sand gets everywhere – check your shoes.", "Advice"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "heard"), HEARD, ids=[words for words, _ in HEARD])
def test_strength_is_heard_in_the_words(words, heard):
    assert strength.hear(words) == (Strength(heard) if heard else None)


SPOKEN_TO = [
    ("Staff must tell pupils the time.", "staff"), ("Pupils should thank staff.", "student"), ("Staff and pupils may sit.", "both"), ("Everyone must wait.", "both"),
    ("If a pupil is late, staff should wait.", "staff"), ("When a pupil or a teacher is rung, the Headteacher must be asked.", "both"),
    ("Line managers should explain it to staff.", "manager"), ("We should avoid noise.", "trust"), ("It should be clear.", None), ("You may go.", None),
    ("Having ex-pupils and ex-students round is fine.", None), ("The purpose of this policy is to help staff.", "trust"), ("Many staff sing.", "staff"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "who"), SPOKEN_TO, ids=[words for words, _ in SPOKEN_TO])
def test_whom_it_speaks_to_is_heard_in_the_words(words, who):
    assert addressee.hear(words) == (Addressee(who) if who else None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask, e.g. Dr. Quill, at 3.15 p.m. on Friday. Then go.", ["Ask, e.g. Dr. Quill, at 3.15 p.m. on Friday.", "Then go."]),
        ("Chat, games etc. All pupils rest.", ["Chat, games etc.", "All pupils rest."]), ("1.2 Go. Stay.", ["1.2 Go.", "Stay."]),
        ("He said “stop.” She did!", ["He said “stop.”", "She did!"]), ("Read it at http://tide.example/a.b/ then", ["Read it at http://tide.example/a.b/ then"]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_are_cut_where_they_end(text, found):
    assert sentences(text) == found


def test_two_things_asked_in_a_sentence_are_two():
    assert parts("Staff should be kind and should not shout.") == ["Staff should be kind", " and should not shout."]
    assert parts("Staff should be kind and quiet.") == ["Staff should be kind and quiet."]


@pytest.mark.parametrize(
    ("line", "by", "on", "due"),
    [
        ("Approved by the Governing Body: 3rd March 2025", "Governing Body", "2025-03-03", None), ("Date approved: 03/04/2024", "", "2024-04-03", None),
        ("Next review: Sept 2027", "", None, "2027-09-30"), ("Reviewed by: Ms Quill, 31 February 2027", "", None, None),
    ],
)  # fmt: skip
def test_who_approved_it_and_when_is_read(line, by, on, due):
    front = front_of([], "", [line])
    day = lambda one: one and one.isoformat()  # noqa: E731
    assert (front.approved_by, day(front.approved_on), day(front.review_due)) == (by, on, due)


def test_the_name_of_a_document_is_told_from_its_owners():
    lines = ["Sandholm Federation of Schools", "Online Conduct Policy", "Policy owner: Ms Quill", "Version 3.1"]
    assert title_of(lines) == "Online Conduct Policy"
    assert front_of([lines[0]], lines[1], []).trust == lines[0]
    assert title_of(["Saltmarsh Trust", "Staying Kind"]) == "Staying Kind"
    assert (title_of(["Saltmarsh Trust"]), title_of(["a" * 201]), title_of([])) == ("Saltmarsh Trust", "", "")


def test_headings_are_known_by_their_looks_where_only_the_title_is_marked():
    written = ["# Staying Kind", "Why we have this", "Staff should be kind.", "Boats", "Staff must oil rafts."]
    imported = bring(Text("a.docx", "docx", paragraphs_of(written), ()), EDITION)
    assert imported.front.title == "Staying Kind"
    assert [(one.id, one.heading) for one in imported.sections] == [("WHY", "Why we have this"), ("BOA", "Boats")]


def test_a_section_takes_a_known_name_only_where_half_of_it_is_known():
    strangers = ["Staff must oil raft %d." % number for number in range(4)]
    written = ["# Boats", *strangers, "Staff are advised not to have pupils or students as friends unless the profile is educational."]
    imported = bring(Text("a.txt", "txt", paragraphs_of(written), ()), EDITION)
    assert [one.id for one in imported.proposals] == ["BOA-1", "BOA-2", "BOA-3", "BOA-4", "SNS-6"]


words = st.sampled_from(
    "staff pupils must should not may be kind the gate a phone post and also Please Friday 3.5 https://a.example/b is; :".split()
)
text = st.lists(words, min_size=1, max_size=25).map(
    lambda found: " ".join(found) + random.Random(len(found)).choice(["", ".", ":", " etc."])
)
paragraph = st.builds(
    Paragraph,
    text=text,
    line=st.integers(1, 999),
    page=st.none() | st.integers(1, 9),
    heading=st.sampled_from([0, 0, 0, 1, 2]),
    item=st.booleans(),
    cell=st.none() | st.none() | st.tuples(st.integers(1, 2), st.integers(1, 4), st.integers(1, 3)),
)
brought = st.builds(
    Text, name=st.just("a.txt"), kind=st.sampled_from(KINDS), paragraphs=st.lists(paragraph, min_size=1, max_size=25).map(tuple),
    notes=st.sets(st.sampled_from(NOTES)).map(lambda keys: tuple(key for key in NOTES if key in keys)),
)  # fmt: skip


@given(brought)
def test_no_word_is_lost_and_every_id_is_one_clauses(text):
    imported = bring(text, EDITION)
    ids = [one.id for one in imported.proposals]
    assert len(set(ids)) == len(ids)
    assert not {one.id for one in imported.proposals if not one.known} & set(EDITION.by_id)
    shown = " ".join([imported.front.title, imported.front.trust, *(one.heading for one in imported.sections), *(one.text for one in imported.left),
                      *(part for one in imported.proposals for part in (one.lead, one.exact))])  # fmt: skip
    for one in text.paragraphs:
        assert [part for part in sentences(one.text) if part not in shown] == []


@given(brought)
def test_import_export_import_is_equal(text):
    imported = bring(text, EDITION)
    exported = json.dumps(imported_json(imported)).encode()
    assert is_export(exported)
    assert from_json(exported) == imported


HOSTILE = {
    "one long run of dots": ["A" + "." * 200_000],
    "quotation marks that never close": ["“" * 100_000],
    "one sentence that asks a thousand things": ["Staff should go " + "and should go " * 10_000],
    "a list under words without end": ["Staff " + "who go " * 10_000 + ":", *["- be kind;"] * 1_000],
    "conditions without end": ["If " * 50_000],
    "an address without end": ["http://" + "a." * 50_000],
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_text_made_to_be_slow_is_read_and_stays_small(case):
    """Each of these took minutes, or gigabytes, before the sentences were bounded."""
    written = HOSTILE[case]
    imported = bring(Text("a.txt", "txt", paragraphs_of(written), ()), EDITION)
    assert imported.proposals or imported.left
    assert len(json.dumps(imported_json(imported))) < 40 * sum(map(len, written)) + 2_000


def test_more_sentences_than_a_procedure_has_are_refused():
    many = "\n\n".join("Staff must sign sheet %d." % number for number in range(reading.MOST + 1))
    with pytest.raises(reading.NotRead) as problem:
        read_in("a.txt", many.encode(), EDITION)
    assert str(problem.value) == "This document has more than 3000 sentences. Send the procedure alone."
    assert read_in("a.txt", many[:-30].encode(), EDITION).proposals


def damaged():
    whole: dict = imported_json(read_in("a.txt", documents.txt(), EDITION))
    clause = whole["clauses"][0]

    def with_clause(**changes):
        return {**whole, "clauses": [{**clause, **changes}, *whole["clauses"][1:]]}

    return {
        "no JSON": b"{", "a list": [], "too deep": b"[" * 90_000, "another format": {**whole, "format": "askfirst-import-0"}, "a field more": {**whole, "more": 1},
        "no title": {key: value for key, value in whole.items() if key != "title"}, "a strength nobody knows": with_clause(strength="Perhaps"),
        "an id that is none": with_clause(id="drop table"), "a section of another": with_clause(section="ABC"), "a line that is no number": with_clause(line=True),
        "empty words": with_clause(exact=" "), "a clause twice": {**whole, "clauses": [clause, clause]}, "a day that is none": {**whole, "approved_on": "soon"},
        "a question nobody asks": with_clause(asks=["why"]),
    }  # fmt: skip


@pytest.mark.parametrize("case", damaged())
def test_an_export_that_is_not_whole_is_refused_in_a_sentence(case):
    broken = damaged()[case]
    with pytest.raises(NotWhole) as problem:
        from_json(broken if isinstance(broken, bytes) else json.dumps(broken).encode())
    assert str(problem.value).endswith("Export it again.")


def test_what_a_person_is_asked_is_short():
    for sentence in ASKS.values():
        assert longest_sentence(str(sentence)) <= 20 and grade(str(sentence)) <= 8


def test_signs_are_terms_and_never_sentences():
    text = (SHIPPED / "signs.toml").read_text(encoding="utf-8")
    terms = re.findall(r'"([^"]+)"', text.partition("[signs]")[2].partition("[heard]")[0])
    assert len(terms) > 200 and max(len(term.split()) for term in terms) <= 4
    assert {at for at, _, _ in signs.known_of(EDITION).terms} == set(range(len(EDITION.clauses)))


def test_a_pack_without_signs_knows_clauses_by_their_plain_words():
    other = replace(EDITION, trust="saltmarsh")
    imported = bring(Text("a.txt", "txt", paragraphs_of(["# Rules", EDITION.clause("CON-5").plain]), ()), other)
    assert [one.id for one in imported.proposals] == ["CON-5"]

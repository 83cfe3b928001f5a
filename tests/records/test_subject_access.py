"""S51: a former student asks for a copy of her data by a link, and the Data Protection Officer makes it, with Amina left out.

Rulings 4 and 7, workflows.md 3.19, reading A32. What the pages show is looked at in tests/web/test_subject_copy_pages.py.
"""

import json
from datetime import date

import pytest

from askfirst.casework import steps
from askfirst.casework.access import Missing
from askfirst.casework.audit import who_opened
from askfirst.casework.deadlines import run_due
from askfirst.casework.fields import BadField
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.gates import Refused
from askfirst.casework.models import CaseCall
from askfirst.casework.reading import open_file
from askfirst.people.calendar import london_day
from askfirst.people.links import by_link
from askfirst.people.who import Named
from askfirst.records.others import Others
from askfirst.records.subject_access import MADE, SEALED, UNLISTED, copy_of, gather_copy
from askfirst.trail import chain
from tests.cast import who
from tests.clock import london
from tests.groups import takes, tells
from tests.web.people_at_work import by

pytestmark = pytest.mark.django_db

JUNE, ASKED, AT_WORK = "2026-06-10 10:00", "2026-12-18 10:00", "2026-12-21 10:00"
CLIP, SPORTS = "https://clips.example/amina_fw/77", "https://www.northgate.example/sports-day"
POST = {
    "danger": "no", "where": CLIP, "when": "On Monday", "about": "student", "name": "Amina Farouk-Wells", "hurt": "somebody",
    "what": "Amina Farouk-Wells posted Ottilie's picture as @amina_fw and called her a name.", "hurt_name": "Ottilie Grange",
    "school": "northgate",
}  # fmt: skip
FIRST = {
    "evidence": "no", "links": CLIP, "who": "student", "how": "here", "poster": "Amina Farouk-Wells", "ask": "down", "name": "yes",
    "why": "Ring me on 07700 900123, or tell me at ottilie@home.example.",
}  # fmt: skip
SECOND = {"evidence": "no", "links": SPORTS, "who": "staff", "how": "school", "ask": "me-out", "name": "yes"}
AMINA = (("Amina Farouk-Wells", "somebody-else"), ("@amina_fw", "their-account"), (CLIP, "their-account"))


def ottilie(when):
    """What a link to her own address lets her be."""
    by = by_link(who("grange"), at=london(when))
    assert by is not None
    return by


def asks_by_link(kind, details, when):
    return steps.open_case(kind=kind, by=ottilie(when), details=details, at=london(when))


def finished_case(**more):
    """Told by a teacher, about Amina, of whom it hurt: looked at, weighed, and closed."""
    told = tells("rowbotham", "concern", {**POST, **more}, JUNE)
    takes("whitlam", told, "clear", JUNE, triage="usual")
    takes("qureshi", told, "weigh", JUNE, safeguarding="no", lawful="not-lawful", reason="She named her.", pri_2=True)
    takes("qureshi", told, "advice", JUNE, reason="Both were talked to.")
    takes("qureshi", told, "support-student", JUNE, check_in="done", apart="done", adult="done", childline="done")
    takes("qureshi", told, "tell-reporter", JUNE, note="We have talked to both.")
    run_due(at=london("2026-10-01 18:00"))
    return told


@pytest.fixture
def told(cast):
    return finished_case()


@pytest.fixture
def request_of(told):
    """Two requests to take something down, one before she left and one after; and her request of the last day of term."""
    tells("grange", "removal", FIRST, JUNE)
    asks_by_link("removal", SECOND, "2026-11-25 10:00")
    return asks_by_link("data-request", {"want": "copy"}, ASKED)


def gathered(ref, name="sethuraman", when=AT_WORK):
    return gather_copy(ref, by=by(name, when), at=london(when))


def made(ref, name="sethuraman", when=AT_WORK):
    return copy_of(ref, by=by(name, when), at=london(when))


def decided(ref, *also):
    """Amina's name and account are left out, and all else that was found may stay."""
    for words, why in (*AMINA, *also):
        takes("sethuraman", ref, "redact", AT_WORK, words=words, why=why)
    for words in gathered(ref).open:
        takes("sethuraman", ref, "redact", AT_WORK, words=words, why="stays")


def parts(copy, kind):
    return [one for one in copy["cases"] if one["kind"] == kind]


# ---------------------------------------------------------------- the lines of S51


def test_s51_she_needs_no_sign_in_but_a_link_to_what_is_on_record(request_of):
    """The door itself, and that an address which is not on record gets no link: tests/web/test_by_link.py."""
    opened = open_file(request_of, by=ottilie(ASKED), at=london(ASKED))
    assert (opened.case.capacity, opened.case.asker_id, opened.words) == ("outside", who("grange"), True)
    assert by("grange", ASKED).seats == {}, "she has no seat of her own here any more"


def test_s51_it_is_due_on_18_january_and_the_holiday_does_not_move_it(request_of):
    call = CaseCall.objects.get(case__ref=request_of, step="give")
    assert london_day(call.due_at) == date(2027, 1, 18)
    assert gathered(request_of).copy["due"] == "2027-01-18"


def test_s51_two_requests_and_her_part_of_the_case_without_amina(request_of, told):
    plain = json.dumps(gathered(request_of).copy, ensure_ascii=False)
    assert plain.count("Amina Farouk-Wells") == 3, "it stands there before it is left out, so that its absence shows something"
    decided(request_of)
    copy = made(request_of)
    first, second = sorted(parts(copy, "A request to take something down"), key=lambda one: one["opened_on"])
    assert (first["opened_on"], second["opened_on"]) == (JUNE, "2026-11-25 10:00")
    assert SPORTS in json.dumps(second)
    (hers,) = parts(copy, "A concern")
    assert (hers["reference"], hers["stands"]) == (told, "dealt with, and closed")
    (said,) = hers["says"]
    assert [one["answer"] for one in said["says"]] == [
        "[left out: it leads to somebody else]",
        "On Monday",
        "[left out: it names somebody else] posted Ottilie's picture as [left out: it leads to somebody else] and called her a name.",
        "A student",
        "[left out: it names somebody else]",
    ]
    text = json.dumps(copy, ensure_ascii=False).lower()
    for word in ("amina", "farouk", "amina_fw", "rowbotham", "qureshi", "whitlam", "both were talked to", "she named her"):
        assert word not in text, word
    assert ("07700 900123" in text, "ottilie@home.example" in text) == (True, True), "what leads to herself may stay"


def test_s51_each_redaction_has_a_reason_is_hers_and_stands_in_the_trail(request_of):
    with pytest.raises(BadField) as refused:
        takes("sethuraman", request_of, "redact", AT_WORK, words="Amina")
    assert refused.value.field == "why"
    decided(request_of)
    made(request_of)
    events = list(chain.events(request_of))
    hidden = [event for event in events if event.what == "redact"]
    assert {event.who for event in hidden} == {who("sethuraman")}
    assert [event.of for event in events if event.what == "left-out"][:3] == [why for _, why in AMINA]
    assert [event.who for event in events if event.what == MADE] == [who("sethuraman")]
    assert "mina" not in repr(events), "no word of it stands in the trail"
    rows = gathered(request_of).decided
    assert {(one.of, one.why, one.who) for one in rows} >= {(words, why, who("sethuraman")) for words, why in AMINA}


def test_s51_each_case_that_was_read_for_it_says_so(request_of, told):
    gathered(request_of)
    found = who_opened(told, by=by("sethuraman", AT_WORK), at=london(AT_WORK))
    assert (found.opened[0].who, found.opened[0].beside) == (who("sethuraman"), "for-a-copy")


def test_s51_private_checks_are_not_kept_and_not_counted(request_of):
    copy = gathered(request_of).copy
    assert copy["private_checks"] == "We do not keep these."
    assert not [key for key in copy if "count" in key or "used" in key]


def test_s51_the_safeguarding_part_is_a_task_for_mrs_whitlam_and_the_copy_needs_nothing_of_it(as_, request_of, cast):
    """A concern that safeguarding keeps: the officer reads no word of it, and is not shown that there is one."""
    sealed = tells("rowbotham", "concern", {**POST, "what": "Zanzibar, of Ottilie."}, "2026-11-24 10:00")
    takes("whitlam", sealed, "hold", "2026-11-24 11:00", reason="I look at it.")
    own = asks_by_link("removal", {**SECOND, "why": "Please."}, "2026-12-01 10:00")
    text = json.dumps(gathered(request_of).copy)
    assert ("Zanzibar" in text, sealed in text, own in text) == (False, False, True)
    assert not [event for event in chain.events(sealed) if event.who == who("sethuraman")]
    whitlam = as_("whitlam", AT_WORK)
    assert (request_of, "lead-part", "") in whitlam.has_to()
    read = whitlam.opens(request_of)
    assert read.found.part.name == "STATUS"
    assert dict(read.papers) == {"details": {"whom": "Ottilie Grange", "asks": "Ottilie Grange"}}
    officer = as_("sethuraman", AT_WORK)
    decided(request_of)
    assert made(request_of)["safeguarding"].startswith("The safeguarding lead was asked for their part.")
    assert officer.may(request_of, "give") == [
        "The safeguarding lead has not seen to their part yet. Wait for it, or hold that part back, with the reason."
    ]
    whitlam.takes(request_of, "lead-part")
    assert made(request_of)["safeguarding"].startswith("The safeguarding lead has seen to their part.")
    officer.takes(request_of, "give", how="mail", note="One file.")
    with pytest.raises(Missing):
        whitlam.opens(sealed) and gather_copy(request_of, by=whitlam.by, at=whitlam.at)


def test_s51_nothing_shows_whether_safeguarding_has_a_record(as_, cast):
    """With a record or without one: the same task, the same words, the same gate."""

    def all_that_is_said(ref):
        officer = as_("sethuraman", AT_WORK)
        return [one.step for one in officer.opens(ref).reached], officer.may(ref, "give"), gathered(ref).copy["safeguarding"]

    before = all_that_is_said(asks_by_link("data-request", {"want": "copy"}, ASKED))
    sealed = tells("rowbotham", "concern", POST, "2026-11-24 10:00")
    takes("whitlam", sealed, "hold", "2026-11-24 11:00", reason="I look at it.")
    assert all_that_is_said(asks_by_link("data-request", {"want": "copy"}, ASKED)) == before


def test_s51_it_says_how_to_make_a_data_protection_complaint(request_of):
    says = " ".join(gathered(request_of).copy["complaints"])
    assert "data protection complaint" in says
    assert "within 30 days" in says
    wrong = asks_by_link("data-request", {"want": "wrong", "text": "A name stands in my copy."}, "2027-01-18 10:00")
    assert london_day(CaseCall.objects.get(case__ref=wrong, step="acknowledge").due_at) == date(2027, 2, 17)


# ---------------------------------------------------------------- who may, and when


@pytest.mark.parametrize("name", ["whitlam", "quarshie", "devlin", "wieczorek", "braithwaite", "harrow", "farouk", "fitzhugh"])
def test_nobody_but_whoever_answers_it_makes_a_copy(request_of, name):
    for call in (gathered, made):
        with pytest.raises(Missing):
            call(request_of, name)
    with pytest.raises(Missing):
        made("BBBBBBBB", name)


def test_she_herself_makes_none_and_reads_no_word_that_was_left_out(request_of):
    decided(request_of)
    hers = ottilie(AT_WORK)
    with pytest.raises(Missing):
        copy_of(request_of, by=hers, at=london(AT_WORK))
    takes("sethuraman", request_of, "acknowledge", AT_WORK)
    takes("sethuraman", request_of, "ask-back", AT_WORK, what="who", text="Who at school knows you?")
    assert "mina" not in repr(open_file(request_of, by=hers, at=london(AT_WORK)).papers)


def test_no_copy_is_made_while_a_name_of_somebody_else_is_undecided(request_of):
    with pytest.raises(Refused) as refused:
        made(request_of)
    assert str(refused.value.refusals[0].sentence) == "6 names or addresses wait. Leave each one out, or say that it may stay."
    assert not [event for event in chain.events(request_of) if event.what == MADE]
    decided(request_of)
    assert made(request_of)["copy_for"] == "Ottilie Grange"


def test_what_was_said_last_of_the_same_words_counts(request_of):
    decided(request_of)
    takes("sethuraman", request_of, "redact", AT_WORK, words="AMINA  farouk-wells", why="stays")
    assert "Amina Farouk-Wells" in json.dumps(made(request_of))
    takes("sethuraman", request_of, "redact", AT_WORK, words="amina farouk-wells", why="harm")
    text = json.dumps(made(request_of))
    assert ("Amina" in text, "[left out: somebody could be hurt by it]" in text) == (False, True)


def test_a_whole_part_is_left_out_with_the_reason_and_is_read_no_more(request_of, told):
    takes("sethuraman", request_of, "leave-out", AT_WORK, part=told.lower(), why="harm")
    before = len(list(chain.events(told)))
    (hers,) = parts(gathered(request_of).copy, "A concern")
    assert (hers["left_out"], hers["says"]) == ("[left out: somebody could be hurt by it]", [])
    assert len(list(chain.events(told))) == before
    takes("sethuraman", request_of, "leave-out", AT_WORK, part=told, why="stays")
    assert parts(gathered(request_of).copy, "A concern")[0]["says"]


def test_each_kind_gives_what_was_written_in_it(as_, cast):
    """A question and an enquiry have no list of fields: their words, and a draft with them, stand in the copy all the same."""
    harrow = as_("harrow", "2026-11-24 10:00")
    harrow.asks("May I post the zanzibar trip?", draft="Off to zanzibar tomorrow")
    harrow.logs("northgate", asked="What of the zanzibar trip?")
    harrow.tells("plan", topic="Daily life in zanzibar", address="zanzibar.example", brand="school", says="no")
    text = json.dumps(gathered(as_("harrow", ASKED).tells("data-request", want="copy")).copy)
    for words in ("May I post the zanzibar trip?", "Off to zanzibar tomorrow", "What of the zanzibar trip?", "Daily life in zanzibar"):
        assert words in text
    assert set(UNLISTED) == {kind for kind, workflow in WORKFLOWS.items() if not workflow.opening}


@pytest.mark.parametrize(
    ("step", "given", "field"),
    [
        ("redact", {"words": "", "why": "harm"}, "words"),
        ("redact", {"words": "a", "why": "harm"}, "words"),
        ("redact", {"words": "x" * 201, "why": "harm"}, "words"),
        ("redact", {"words": "Amina", "why": "because"}, "why"),
        ("leave-out", {"part": "", "why": "harm"}, "part"),
        ("leave-out", {"part": "the concern", "why": "harm"}, "part"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_left_out(request_of, step, given, field):
    with pytest.raises(BadField) as refused:
        takes("sethuraman", request_of, step, AT_WORK, **given)
    assert refused.value.field == field
    assert gathered(request_of).decided == ()


def test_of_what_went_wrong_no_copy_is_made(as_, cast):
    ref = as_("harrow", AT_WORK).tells("data-request", want="wrong", text="A list went to everybody.")
    with pytest.raises(Missing):
        gathered(ref)
    assert as_("sethuraman", AT_WORK).may(ref, "redact") == ["No copy is asked for here, so there is nothing to leave out."]


def test_whom_it_is_about_and_was_not_told_is_not_tipped_off_by_a_copy(as_, cast):
    """Amina asks while a concern about her is weighed: it is not in her copy, and the officer is not shown it."""
    open_concern = tells("rowbotham", "concern", POST, "2026-12-17 10:00")
    takes("whitlam", open_concern, "clear", "2026-12-17 11:00", triage="usual")
    ref = as_("farouk", ASKED).tells("data-request", want="copy")
    assert open_concern not in json.dumps(gathered(ref).copy)


def test_every_state_that_safeguarding_keeps_is_named(cast):
    """By hand, so that a new one is looked at: no copy reads a case in one of these."""
    assert {
        "concern": {"screen", "locked", "passed-outside"},
        "staff-route": {"paused"},
        "student-route": {"waiting-for-lead", "held-by-lead", "passed-on"},
    } == SEALED


# ---------------------------------------------------------------- others in somebody's words, as a table


def named(ref, name, kind="student"):
    return Named(ref, name, name.partition(" ")[0], "", "northgate", ref.lower(), kind)


ME = named("ME", "Ottilie Grange")
ROLL = (ME, named("A", "Amina Farouk-Wells"), named("S", "Mr Kofi Standish", "staff"), named("P", "Mrs Wells", "parent"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Amina Farouk-Wells did it", ("Amina Farouk-Wells",)),
        ("amina farouk-wells did it, and Amina said so", ("amina farouk-wells", "Amina")),
        ("Ottilie Grange did it, and Mr Kofi Standish saw it", ()),
        ("Mrs Wells rang", ("Mrs Wells",)),
        ("It is at https://clips.example/a/1. Look", ("https://clips.example/a/1",)),
        ("by @amina_fw!", ("@amina_fw",)),
        ("write to a.b@home.example", ("a.b@home.example",)),
        ("ring 07700 900456 or +44 7700 900457", ("07700 900456", "+44 7700 900457")),
        ("on 2026-11-23 at 10:00, 24/11/2026, room 12", ()),
        ("me@home.example", ()),
    ],
)
def test_names_and_what_leads_to_somebody_are_found(text, found):
    assert Others(ME, ROLL, {}, frozenset({"me@home.example"})).undecided([text]) == found


@pytest.mark.parametrize(
    ("words", "text", "left"),
    [
        ("amina", "Amina and AMINA, not Aminata", "[left out: somebody could be hurt by it] and [left out: somebody could be hurt by it], not Aminata"),
        ("a.b", "a.b and acb", "[left out: somebody could be hurt by it] and acb"),
        ("two  words", "two\nwords", "[left out: somebody could be hurt by it]"),
        (r"back\1slash", r"a back\1slash", "a [left out: somebody could be hurt by it]"),
    ],
)  # fmt: skip
def test_words_are_left_out_whole_wherever_they_stand(words, text, left):
    assert Others(ME, ROLL, {words: "harm"}, frozenset()).without(text) == left

"""Get something taken down, as a rule: which ways are open to whom. The table is written by hand from workflows.md 3.8 and 3.9."""

from itertools import product

import pytest

from askfirst.procedure.dated import the_contacts
from askfirst.procedure.load import the_edition
from askfirst.procedure.take_down import Asker, BadAsk, Evidence, Picture, Poster, Route, What, asked_from, next_question, routes
from askfirst.procedure.take_down_questions import question
from askfirst.procedure.take_down_steps import way
from gates.words import convicting
from tests.readability import grade, sentences, words

YOUNG = {Asker.STUDENT_UNDER_13, Asker.STUDENT_TEEN, Asker.OTHER_UNDER_18}
STUDENTS = {Asker.STUDENT_UNDER_13, Asker.STUDENT_TEEN, Asker.STUDENT_ADULT}
TO_THEM = {Route.PEER, Route.OWNER}
LINKS = ["", "https://www.instagram.com/p/abc", "Facebook", "the year group's page", "https://www.northgate.example/news"]


def ask(what="neither", asker="staff", evidence="no", poster="unknown", **more):
    return asked_from({"what": what, "asker": asker, "evidence": evidence, "poster": poster, **more})


def every():
    """Every answer there can be, with and without a link."""
    for what, picture, asker, evidence, poster in product(What, Picture, Asker, Evidence, Poster):
        yield asked_from({"what": what, "picture": picture, "asker": asker, "evidence": evidence, "poster": poster})


def ways(**answers):
    return [step.route for step in way(ask(**answers), student=False).steps]


def read(asked, *, student=False):
    """All that the answer says."""
    found = way(asked, student=student)
    lines = [found.title, *found.lead, *found.do_not]
    for step in found.steps:
        lines += [step.title, *step.says, *step.letter]
    return [str(line) for line in lines]


# ---------------------------------------------------------------- who may be written to


@pytest.mark.parametrize(
    ("asker", "poster", "first"),
    [
        ("staff", "staff", Route.PEER),
        ("student-13-to-17", "student", Route.PEER),
        ("student-under-13", "student", Route.PEER),
        ("staff", "student", Route.SCHOOL),
        ("student-13-to-17", "staff", Route.SCHOOL),
        ("student-18-or-over", "staff", Route.SCHOOL),
        ("parent", "student", Route.SCHOOL),
        ("parent", "staff", Route.SCHOOL),
        ("other-18-or-over", "staff", Route.SCHOOL),
        ("other-18-or-over", "school-page", Route.SCHOOL),
        ("other-18-or-over", "someone-else", Route.OWNER),
        ("parent", "someone-else", Route.OWNER),
        ("student-13-to-17", "someone-else", Route.OWNER),
        ("student-13-to-17", "unknown", Route.SITE),
        ("staff", "me", Route.TAKE_IT_DOWN),
        ("staff", "not-safe", Route.POLICE),
        ("student-13-to-17", "not-safe", Route.SAFEGUARDING),
    ],
)
def test_the_way_to_try_first(asker, poster, first):
    assert way(ask(asker=asker, poster=poster), student=asker.startswith("student")).route is first


def test_staff_and_students_are_never_given_words_to_send_each_other():
    """A28, both ways round, and nobody from outside is sent to a student."""
    count = 0
    for asked in every():
        student, staff = asked.asker in STUDENTS, asked.asker is Asker.STAFF
        across = (student and asked.poster is Poster.STAFF) or (staff and asked.poster is Poster.STUDENT)
        outside = not (student or staff) and asked.poster in (Poster.STUDENT, Poster.STAFF)
        if across or outside:
            count += 1
            assert not TO_THEM & set(routes(asked))
    assert count > 100


def test_whoever_does_not_feel_safe_is_given_no_way_to_them_and_no_words_for_them():
    for asked in every():
        if asked.poster is Poster.NOT_SAFE:
            assert not asked.may_write
            assert not TO_THEM & set(routes(asked))
            letters = [step.route for step in way(asked, student=False).steps if step.letter]
            assert set(letters) <= {Route.SITE}


def test_a_sexual_picture_asks_nobody_to_write_to_whoever_shared_it():
    assert not any(TO_THEM & set(routes(asked)) for asked in every() if asked.what is What.SEXUAL)


# ---------------------------------------------------------------- the stop


def test_it_stops_first_where_somebody_is_in_danger_or_the_picture_may_be_of_somebody_under_18():
    stops = 0
    for asked in every():
        expected = asked.what is What.DANGER or (asked.what is What.SEXUAL and asked.picture in (Picture.UNDER_18, Picture.UNSURE))
        assert asked.stops is expected
        if expected:
            stops += 1
            found = way(asked, student=False)
            assert {step.route for step in found.steps} <= {Route.REPORT_REMOVE, Route.SAFEGUARDING, Route.POLICE}
            assert not any(step.letter for step in found.steps)
    assert stops > 100


@pytest.mark.parametrize("student", [True, False])
def test_of_a_picture_of_somebody_under_18_it_says_never_to_upload_or_send(student):
    text = read(asked_from({"what": "sexual", "picture": "under-18"}), student=student)
    assert text[1] == "Do not send it, save it, show it or upload it. Not to us, and not to a teacher."
    assert not any("screenshot" in line or "Words to" in line for line in text)


def test_nobody_is_asked_more_where_help_comes_first():
    assert next_question({"what": "danger"}) is None
    assert next_question({"what": "sexual"}) == "picture"
    assert next_question({"what": "sexual", "picture": "not-sure"}) is None
    assert next_question({"what": "sexual", "picture": "18-or-over"}) == "asker"


def test_three_questions_follow_the_first_one_by_one():
    given = {"what": "neither"}
    seen = []
    while (field := next_question(given)) is not None:
        seen.append(field)
        given[field] = question(field, student=False).choices[0].value
    assert seen == ["asker", "evidence", "poster"]


# ---------------------------------------------------------------- ages


@pytest.mark.parametrize(
    ("route", "never"),
    [
        (Route.POSH, set(Asker) - {Asker.STAFF}),
        (Route.HR, set(Asker) - {Asker.STAFF}),
        (Route.STOPNCII, YOUNG | {Asker.PARENT}),
        (Route.REPORT_REMOVE, set(Asker) - YOUNG - {Asker.PARENT}),
        (Route.HARMFUL, {Asker.STUDENT_UNDER_13}),
    ],
)
def test_each_service_is_for_its_own_band_of_age(route, never):
    offered = {asked.asker for asked in every() if not asked.stops and route in routes(asked)}
    assert offered == set(Asker) - never


def test_a_parent_is_told_that_it_is_for_a_child_under_18():
    assert "This is for a child under 18. From 18 on, they ask for themselves." in read(ask(asker="parent"))
    assert "This post shows or names my child, who is under 18. I did not agree to it." in read(ask(asker="parent"))
    assert not any("child" in line for line in read(ask(asker="other-18-or-over")))


# ---------------------------------------------------------------- evidence first (A29)


@pytest.mark.parametrize("evidence", ["yes", "not-sure"])
def test_what_may_be_evidence_is_noted_before_anything_else(evidence):
    for poster in Poster:
        found = way(ask(evidence=evidence, poster=poster), student=False)
        assert found.steps[0].route is Route.KEEP
        assert found.route is not Route.KEEP
        assert "Do not ask for it to come down before somebody you trust has seen it." in read(found.asked)
    assert Route.KEEP not in ways(evidence="no")


# ---------------------------------------------------------------- what a message says


def test_the_message_holds_what_they_chose_and_blames_nobody():
    for asked in every():
        for line in read(asked):
            assert convicting(line) == []
    letter = [str(line) for line in way(ask(asker="staff", poster="staff", link=LINKS[1]), student=False).steps[0].letter]
    assert letter == [
        "Hi. I am in a post of yours.",
        "It is here: https://www.instagram.com/p/abc",
        "Please could you take it down? I would like not to be in it.",
        "If you would rather keep it up, please tell me why.",
        "Thank you.",
    ]


@pytest.mark.parametrize(
    ("link", "line"),
    [("", None), ("Facebook", "It is on Facebook."), ("the year page", "It is here: the year page"), ("x.com/a", "It is here: x.com/a")],
)
def test_a_message_says_where_in_its_own_line(link, line):
    for poster in ("staff", "someone-else", "unknown", "school-page"):
        letters = [step.letter for step in way(ask(poster=poster, link=link), student=False).steps if step.letter]
        assert letters
        for one in letters:
            told = [str(said) for said in one if str(said).startswith("It is ")]
            assert told == ([line] if line else [])


def test_what_somebody_posted_themselves_is_not_called_somebody_elses():
    text = " ".join(read(ask(poster="me")))
    assert "I posted this myself" in text
    assert "did not agree" not in text


def test_the_schools_own_page_is_known_by_its_address_too():
    assert way(ask(poster="unknown", link=LINKS[4]), student=False).steps[0].title.msgid == "Ask the school to take it off its page"
    assert ways(asker="other-18-or-over", poster="unknown", link=LINKS[4])[0] is Route.SCHOOL


# ---------------------------------------------------------------- nothing missing, nothing hard


@pytest.mark.parametrize("student", [True, False], ids=["student", "staff"])
def test_every_answer_has_steps_words_people_and_reads_easily(student):
    longest, most = (15, 6.0) if student else (20, 8.0)
    contacts, edition = the_contacts(), the_edition()
    read_already = set()
    for asked in every():
        if student != (asked.asker in STUDENTS):
            continue
        found = way(asked, student=student)
        assert found.steps and found.do_not
        assert len({step.route for step in found.steps}) == len(found.steps)
        assert all(step.says and str(step.title) for step in found.steps)
        assert all(id in contacts for step in found.steps for id in step.contacts)
        assert all(edition.clause(id) for id in found.clauses)
        read_already.update(read(asked, student=student))
    assert len(read_already) > 40
    for line in read_already:
        assert max(len(words(one)) for one in sentences(line)) <= longest, line
        assert len(words(line)) < 10 or round(grade(line), 1) <= most, line


@pytest.mark.parametrize("student", [True, False])
def test_every_question_offers_what_the_rule_knows_and_no_more(student):
    offered = {
        field: [one.value for one in question(field, student=student).choices] for field in ("what", "picture", "evidence", "poster")
    }
    assert offered["what"] == list(What)
    assert offered["picture"] == list(Picture)
    assert offered["evidence"] == list(Evidence)
    assert sorted(offered["poster"]) == sorted(Poster)
    both = [one.value for reader in (True, False) for one in question("asker", student=reader).choices]
    assert sorted(both) == sorted(Asker)


# ---------------------------------------------------------------- what is sent


@pytest.mark.parametrize(
    ("fields", "field", "says"),
    [
        ({}, "what", "Choose an answer"),
        ({"what": "boom"}, "what", "Choose one of: danger, sexual, neither, not-sure."),
        ({"what": ["danger"]}, "what", "Choose one of"),
        ({"what": "sexual"}, "picture", "Choose an answer"),
        ({"what": "neither"}, "asker", "Choose an answer"),
        ({"what": "neither", "asker": "staff"}, "evidence", "Choose an answer"),
        ({"what": "neither", "asker": "staff", "evidence": "no"}, "poster", "Choose an answer"),
        ({"what": "danger", "poster": "him"}, "poster", "Choose one of"),
        ({"what": "danger", "link": "javascript:alert(1)"}, "link", "not a link"),
        ({"what": "danger", "link": "a" * 8_192}, "link", "8,192 characters"),
        ({"what": "danger", "link": 7}, "link", "must be text"),
    ],
)
def test_what_is_missing_or_wrong_is_named_with_one_sentence(fields, field, says):
    with pytest.raises(BadAsk) as refused:
        asked_from(fields)
    assert refused.value.field == field
    assert says in str(refused.value)

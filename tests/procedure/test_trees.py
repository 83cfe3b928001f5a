"""Decision trees: every path ends within three answers, keeps no record, and names only clauses that are there (S14, S16, S22)."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.procedure.clause import Strength
from askfirst.procedure.dated import the_contacts
from askfirst.procedure.load import the_edition
from askfirst.procedure.topics import PATHS
from askfirst.procedure.trees import NO, TREES, UNSURE, YES, Answer, BadAnswer, Question, Tree, UnknownTree, Who, tree, trees_for, walk
from askfirst.words import Sentence
from tests.readability import grade, longest_sentence

MOST_ANSWERS = 3
CONVICTING = re.compile(
    r"\b(breach|violat\w+|offen[cd]e\w*|perpetrator|accused|suspension|exclusion|disclosure|complaint)\b", re.IGNORECASE
)


def every_path(tree: Tree) -> list[tuple[tuple[str, ...], Answer]]:
    """Each way through a tree. A tree that loops would not come to an end here, so the length is bounded."""
    paths: list[tuple[tuple[str, ...], Answer]] = []
    open_paths: list[tuple[str, ...]] = [()]
    while open_paths:
        so_far = open_paths.pop()
        here = walk(tree, so_far)
        if isinstance(here, Answer):
            paths.append((so_far, here))
        else:
            assert len(so_far) < MOST_ANSWERS, (tree.id, so_far)
            open_paths.extend((*so_far, choice.value) for choice in here.choices)
    return paths


def says(answer: Answer) -> str:
    return " ".join(str(words) for words in (answer.result, *answer.says))


def words_of(tree: Tree) -> list[Sentence]:
    asked = [words for question in tree.questions for words in (question.ask, question.why, *(choice.label for choice in question.choices))]
    answered = [words for answer in tree.answers for words in (answer.result, *answer.says, answer.button.label)]
    return [tree.title, *asked, *answered]


ALL = pytest.mark.parametrize("one", TREES, ids=lambda tree: "-".join((tree.id, tree.who)))


def test_the_trees_there_are() -> None:
    staff = [one.id for one in trees_for(Who.STAFF)]
    assert staff == [
        "personal-page",
        "start-a-blog",
        "paid-post",
        "student-friend",
        "school-name-in-address",
        "new-service",
    ]
    students = {one.id for one in trees_for(Who.STUDENT)}
    assert students == {"paid-post", "start-a-blog", "student-friend", "school-name-in-address", "new-service"}
    with pytest.raises(UnknownTree):
        tree("personal-page", Who.STUDENT)


@ALL
def test_every_path_ends_in_an_answer_within_three(one: Tree) -> None:
    paths = every_path(one)
    assert all(1 <= len(answers) <= MOST_ANSWERS for answers, _ in paths)
    assert {answer.id for _, answer in paths} == {answer.id for answer in one.answers}, "an answer nobody can reach"


@ALL
def test_every_question_has_a_way_out_for_the_unsure_and_says_why(one: Tree) -> None:
    for question in one.questions:
        assert UNSURE in {choice.value for choice in question.choices}
        assert len(question.choices) == 3
        assert question.clauses and str(question.why)


@ALL
def test_every_answer_has_one_button_and_keeps_nothing(one: Tree) -> None:
    for answer in one.answers:
        assert PATHS.fullmatch(answer.button.path)
        assert str(answer.result).endswith("We kept no record.")
        assert answer.clauses


@ALL
def test_every_clause_contact_and_tree_named_is_there(one: Tree) -> None:
    known = {clause.id for clause in the_edition().clauses}
    nodes: list[Question | Answer] = [*one.questions, *one.answers]
    for node in nodes:
        assert set(node.clauses) <= known, node.id
    for answer in one.answers:
        assert set(answer.contacts) <= set(the_contacts())
        led = re.fullmatch(r"/do-i-need-to/([a-z-]+)/", answer.button.path)
        assert led is None or tree(led[1], one.who)


@ALL
@given(answers=st.lists(st.one_of(st.sampled_from([YES, NO, UNSURE, "school", "place"]), st.text(max_size=8)), max_size=6))
def test_any_answers_give_a_question_an_answer_or_a_sentence(one: Tree, answers: list[str]) -> None:
    refusals = []
    here: Question | Answer | None = None
    try:
        here = walk(one, tuple(answers))
    except BadAnswer as refused:
        refusals.append(str(refused.sentence))
    assert (here is None) == bool(refusals)
    assert all(said.endswith(".") for said in refusals)
    assert here is None or len(answers) <= MOST_ANSWERS


def test_an_answer_that_is_not_offered_says_what_is() -> None:
    with pytest.raises(BadAnswer, match=r"Choose one of these: Yes, No, Not sure\."):
        walk(tree("personal-page", Who.STAFF), ("maybe",))
    with pytest.raises(BadAnswer, match="already answered"):
        walk(tree("personal-page", Who.STAFF), (NO, NO, NO, NO))


def test_s14_the_sourdough_account_needs_nothing() -> None:
    answer = walk(tree("personal-page", Who.STAFF), (NO, NO, NO))
    assert isinstance(answer, Answer)
    assert str(answer.result) == "You do not need to do anything. We kept no record."
    assert answer.clauses[0] == "WEB-1"
    assert [str(words) for words in answer.says] == ["Even a personal page should not attack colleagues or students."]
    assert "WEB-2" in answer.clauses
    assert "disclaimer" not in says(answer) and "address" not in says(answer)


def test_s14_only_three_noes_come_there() -> None:
    own = tree("personal-page", Who.STAFF)
    ends = [answers for answers, answer in every_path(own) if answer.id == "nothing"]
    assert ends == [(NO, NO, NO)]


def test_s16_the_chalk_badger_talks_first_and_looks_at_its_address() -> None:
    """About her own school, which it never names, under a pen name, with a place in its address."""
    answer = walk(tree("start-a-blog", Who.STAFF), (YES, NO, YES))
    assert isinstance(answer, Answer)
    assert "WEB-1" not in answer.clauses
    assert {"BLG-6", "HYB-3", "BLG-4"} <= set(answer.clauses)
    assert "If you will say where you work, add a disclaimer" in says(answer)
    assert answer.button.path == "/do-i-need-to/school-name-in-address/"
    question = walk(tree("school-name-in-address", Who.STAFF), (YES, YES))
    assert isinstance(question, Question) and [choice.value for choice in question.choices] == ["school", "place", UNSURE]
    rename = walk(tree("school-name-in-address", Who.STAFF), (YES, YES, "school"))
    place = walk(tree("school-name-in-address", Who.STAFF), (YES, YES, "place"))
    assert isinstance(rename, Answer) and rename.id == "rename" and "HYB-3" in rename.clauses
    assert isinstance(place, Answer) and place.id == "clear"


def test_s16_the_knitting_journal_needs_nothing() -> None:
    answer = walk(tree("start-a-blog", Who.STAFF), (NO, NO, NO))
    assert isinstance(answer, Answer)
    assert str(answer.result) == "You do not need to do anything. We kept no record."
    assert "manager" not in says(answer)


def test_a_blog_about_school_never_takes_the_personal_way_out() -> None:
    for rest in product((YES, NO, UNSURE), repeat=2):
        answer = walk(tree("start-a-blog", Who.STAFF), (YES, *rest))
        assert isinstance(answer, Answer) and "WEB-1" not in answer.clauses and "BLG-6" in answer.clauses


def test_nobody_approves_a_personal_blog() -> None:
    for one in trees_for(Who.STAFF):
        for answer in one.answers:
            assert not re.search(r"\b(approved|refuse[ds]?|permission)\b", says(answer))


def test_s22_tobias_gets_advice_and_no_duty() -> None:
    paid = tree("paid-post", Who.STUDENT)
    for answers, answer in every_path(paid):
        said = says(answer)
        assert "WEB-6" not in answer.clauses
        assert not any(clause.startswith("WEB-") for question in paid.questions for clause in question.clauses)
        assert "manager" not in said and "must" not in said
        assert not re.search(r"delete|close your account", said)
        if answers[0] != NO:
            assert "Label the post as an ad." in said
            assert re.search(r"[Aa]sk before you film at school|film at school after all, ask first", said)
            assert "Think about the uniform" in said and "SNS-4" in answer.clauses
            assert "We told no one at school and no one at home." in said


def test_staff_must_talk_about_a_paid_post() -> None:
    answer = walk(tree("paid-post", Who.STAFF), (YES, NO))
    assert isinstance(answer, Answer)
    assert answer.clauses[0] == "WEB-6"
    assert the_edition().clause("WEB-6").strength is Strength.MUST
    assert str(answer.title) == "You must talk to your line manager about the offer."


def test_a_student_as_a_friend() -> None:
    friends = tree("student-friend", Who.STAFF)
    tie = walk(friends, (YES, YES))
    assert isinstance(tie, Answer) and "do not need to do anything" in str(tie.title)
    better_not = walk(friends, (YES, NO, NO))
    assert isinstance(better_not, Answer) and "advice" in str(better_not.title) and "must" not in says(better_not)
    for answer in friends.answers:
        assert "Your school's staff code of conduct may be stricter." in says(answer)


def test_a_student_with_private_messages_from_an_adult_finds_help() -> None:
    answer = walk(tree("student-friend", Who.STUDENT), (NO, YES))
    assert isinstance(answer, Answer)
    assert answer.contacts == ("childline", "emergency")
    assert "safeguarding lead" in says(answer)


@pytest.mark.parametrize("one", trees_for(Who.STUDENT), ids=lambda tree: tree.id)
def test_students_are_shown_no_clause_that_is_not_theirs(one: Tree) -> None:
    edition = the_edition()
    nodes: list[Question | Answer] = [*one.questions, *one.answers]
    for node in nodes:
        for id in node.clauses:
            assert edition.clause(id).addressee.reaches_students, (node.id, id)


@ALL
def test_words_are_readable_and_do_not_convict(one: Tree) -> None:
    longest, hardest = (15, 6) if one.who is Who.STUDENT else (20, 8)
    for words in words_of(one):
        said = str(words)
        assert not CONVICTING.search(said), said
        assert longest_sentence(said) <= longest, said
    for answer in one.answers:
        assert grade(says(answer)) <= hardest, (answer.id, grade(says(answer)))
    assert grade(" ".join(str(question.ask) for question in one.questions)) <= hardest


def test_the_reading_check_can_fail() -> None:
    assert longest_sentence("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.") == 16
    assert grade("Organisational responsibilities necessitate comprehensive consideration of contractual obligations.") > 8
    assert CONVICTING.search("This is a breach.")


def test_s12_a_new_service_has_the_same_rules_and_is_never_not_covered() -> None:
    for who in Who:
        one = tree("new-service", who)
        for _, answer in every_path(one):
            assert {"INT-2", "INT-4"} <= set(answer.clauses)
            assert "same rules hold" in says(answer)
            assert "not covered" not in says(answer)
    club = walk(tree("new-service", Who.STUDENT), (YES,))
    assert isinstance(club, Answer)
    assert "INT-5" in club.clauses and the_edition().clause("INT-5").plain_student
    assert "your tutor" in says(club) and "line manager" not in says(club)
    assert "You are not in trouble for having an account." in says(club)

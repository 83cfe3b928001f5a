"""A concern about a student, on the page: to the Head of Year, the student, the parent; and what it says of the law (3.15, S40, S41)."""

import pytest

from askfirst.casework import steps
from askfirst.casework.models import Case
from askfirst.people.models import Guardian, Person
from tests.access.table_student_route import CLEARED, FOUND, HOME, MENDED, OVER, SAID, SENT, TALKED, WRITTEN
from tests.access.world import somebody
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard

pytestmark = pytest.mark.django_db
AT = london("2026-11-20 10:00")


def opened(about, **more):
    return sent_on("student-route", about, by=somebody("harrow", AT), at=AT, words={"summary": "A public story."}, **more)


def carried_on(ref, *thens):
    at = london("2026-11-20 11:00")
    for then in thens:
        given = {**then.given, **{day: "2026-11-20" for day in ("talked_on", "told_on") if day in then.given}}
        steps.take(ref=ref, step=then.step, by=somebody(then.who, at), given=given, at=at)


def main(browser, ref):
    page = page_of(browser.get("/cases/%s/" % ref))
    return page, page.one(tag="main").text


def test_s40_each_record_links_to_the_behaviour_policy_and_each_reads_what_is_theirs(signed_in, cast):
    ref = opened("farouk", hurt=("kit",))
    year = signed_in("qureshi")
    page, text = main(year, ref)
    assert "Waiting for the safeguarding lead" in text and "A public story." not in text and "Amina" not in text
    carried_on(ref, CLEARED, TALKED)
    page, text = main(year, ref)
    assert "https://northgate.example/policies/behaviour" in year.get("/cases/%s/" % ref).content.decode()
    assert "Behaviour policy of Northgate School" in text and "Mr Padraig Wells" in text and too_hard(page, "staff") == []
    her = signed_in("farouk")
    page, text = main(her, ref)
    assert "You can say your side here." in text and too_hard(page, "student") == []
    said = send(her, "/cases/%s/steps/own-account/" % ref, {"text": "I am sorry.", "version": Case.objects.get(ref=ref).version})
    assert said.status_code == 303
    carried_on(ref, SAID, FOUND)
    wrong = send(
        year, "/cases/%s/steps/write-summary/" % ref, {"summary": "Amina laughed at Kit.", "version": Case.objects.get(ref=ref).version}
    )
    assert wrong.status_code == 400 and "Take “Kit” out. A family reads of its own child alone." in page_of(wrong).one(tag="main").text
    assert "Amina laughed at Kit." in wrong.content.decode()  # kept
    carried_on(ref, WRITTEN, HOME, MENDED)
    page, text = main(year, ref)
    assert too_hard(page, "staff") == [] and "By phone" in text
    carried_on(ref, OVER)
    page, text = main(signed_in("wells-p"), ref)
    assert "Amina posted of zanzibar." in text and "It is mended" in text and too_hard(page, "student") == []
    assert not any(word in text for word in ("Kit", "We spoke of", "By phone", "I am sorry"))
    page, text = main(her, ref)
    assert "I am sorry." in text and "It is mended" in text and "Kit" not in text


def test_s41_the_words_are_student_suspension_and_permanent_exclusion(signed_in, cast):
    ref = opened("farouk")
    carried_on(ref, CLEARED, TALKED, SAID, FOUND, SENT)
    page, text = main(signed_in("devlin"), ref)
    assert "Student suspension" in text and "Permanent exclusion" in text and too_hard(page, "staff") == []
    bare = (
        text.replace("Student suspension", "")
        .replace("Permanent exclusion", "")
        .replace("student suspension", "")
        .replace("permanent exclusion", "")
    )
    assert "uspension" not in bare and "xclusion" not in bare
    assert "The notices that the law asks for are sent outside AskFirst." in text


def test_s41_those_who_look_after_her_are_offered_and_nobody_else_is(signed_in, cast):
    ref = opened("rusk")
    at = london("2026-11-20 11:00")
    steps.take(ref=ref, step="let-talk", by=somebody("omondi", at), given={}, at=at)
    _, text = main(signed_in("pickersgill"), ref)
    assert "Mr Neville Strand (social worker)" in text and "Mrs Joyce Attwater (carer)" in text and "vsh@council.example" in text


def test_s42_his_number_and_name_are_not_shown(signed_in, cast):
    ref = opened("haddad", hurt=("makoni",))
    at = london("2026-11-20 11:00")
    steps.take(ref=ref, step="let-talk", by=somebody("whitlam", at), given={}, at=at)
    _, text = main(signed_in("obuya"), ref)
    assert "Nobody is known here who may be told." in text and "Idris" not in text and "07700" not in text and "01632" not in text


def test_each_finds_it_among_their_own_things_and_a_parent_reads_whom_to_ring(signed_in, cast):
    ref = opened("farouk", hurt=("kit",))
    her, father = signed_in("farouk"), signed_in("wells-p")
    assert ref not in her.get("/me/").content.decode()
    carried_on(ref, CLEARED, TALKED)
    page = page_of(her.get("/me/"))
    assert [one.text for one in page.all(tag="a", href="/cases/%s/" % ref)] == ["Something you posted"]
    assert "We talked. Next we say what we found." in page.text and too_hard(page, "student") == []
    assert ref not in father.get("/me/").content.decode()
    carried_on(ref, SAID, FOUND, WRITTEN, HOME)
    page = page_of(father.get("/me/"))
    assert [one.text for one in page.all(tag="a", href="/cases/%s/" % ref)] == ["About your child"]
    _, text = main(father, ref)
    assert "Would you like to talk? Ring Northgate School on 01632 960110." in text


def test_a_student_who_says_their_side_twice_is_read_twice_and_two_parents_told_stand_there_both(signed_in, cast):
    mother = Person.objects.create_person(
        "wells-q", ref="BCDFGHJK", name="Mrs Orla Wells", short="Mrs Wells", kind="parent", school_id="northgate"
    )
    Guardian.objects.create(adult=mother, student_id=who("farouk"), has_pr=True, may_contact=True)
    ref = opened("farouk")
    carried_on(ref, CLEARED, TALKED, SAID, FOUND, WRITTEN)
    for number, words in enumerate(("First I laughed.", "Now I am sorry.")):
        at = london("2026-11-20 11:3%d" % number)
        steps.take(ref=ref, step="own-account", by=somebody("farouk", at), given={"text": words}, at=at)
    for name in ("Mrs Orla Wells", "Mr Padraig Wells"):
        at = london("2026-11-20 12:00")
        steps.take(
            ref=ref, step="tell-parent", by=somebody("qureshi", at), given={**HOME.given, "told_on": "2026-11-20", "who": name}, at=at
        )
    page, text = main(signed_in("qureshi"), ref)
    assert "First I laughed." in text and "Now I am sorry." in text and too_hard(page, "staff") == []
    assert text.count("A parent or carer was toldWhom did you tell?") == 2


def test_what_is_asked_for_now_stands_first_and_open(signed_in, cast):
    ref = opened("farouk")
    year = signed_in("qureshi")

    def first():
        page, _ = main(year, ref)
        return page.one(tag="section", **{"aria-labelledby": "act"}).all(tag="form")[0].attrs["action"].split("/")[-2]

    found = []
    for then in (CLEARED, TALKED, SAID, FOUND, WRITTEN, HOME, MENDED):
        carried_on(ref, then)
        found.append(first())
    assert found == ["record-talk", "take-account", "find", "write-summary", "tell-parent", "restorative", "close-record"]

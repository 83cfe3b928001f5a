"""Two records of one person as pages: choose, look, ask, confirm; who may, what is shown, and what never is."""

import pytest

from askfirst.casework.models import Case
from askfirst.people.models import Person, Proposal, Relative
from tests.cast import who
from tests.readability import grade, sentences, words
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import asks, bare, text_of

FORM = "/people/merge/"


def said(browser, path):
    return " ".join(ours(page_of(browser.get(path))))


def chosen(browser, kept, gone):
    return send(browser, FORM, {"kept": kept, "gone": gone}, opened=FORM)


def press(browser, path, step):
    found = page_of(browser.get(path)).all(tag="input", name="digest")
    return send(browser, path, {"step": step, **({"digest": found[0].attrs["value"]} if found else {})}, opened=path)


def test_the_same_person_twice_becomes_one_by_two_people(signed_in):
    asks("lisle", text="CANARY")
    Person.objects.create(username="p.lisle", name="Dr Anselm Pascoe", short="Dr Pascoe", kind="staff", school_id="northgate")
    it = signed_in("wieczorek")
    assert "Go to two records" in said(it, "/people/")
    both = chosen(it, "Dr Anselm Pascoe", "lisle")
    assert both.status_code == 400
    shown = " ".join(ours(page_of(both)))
    assert "Several records have that name. Use one of these usernames. p.lisle: Dr Anselm Pascoe pascoe: Dr Anselm Pascoe" in shown
    sent = chosen(it, "pascoe", "lisle")
    path = sent["Location"]
    assert (sent.status_code, path) == (303, "/people/merge/%s/%s/" % (who("pascoe"), who("lisle")))
    shown = text_of(it, path)
    for expected in (
        "Is keptDr Anselm Pascoepascoe, Head of History",
        "This cannot be undone. Be sure that both are the same person.",
        "PostsMain post, Northgate School: it ends, for the record that is kept has one",
        "Open cases1",
        "It cannot be undone, so it always takes two. IT, HR or the governance professional can be the second.",
    ):
        assert expected in shown, expected
    assert "CANARY" not in shown and not Proposal.objects.exists()
    assert press(it, path, "ask")["Location"] == FORM + "?done=waits"
    assert "lisle into pascoe Asked by: Mr Wieczorek. Today, 10:00" in said(it, FORM)
    assert "I have looked" not in said(it, path) and "Asked by Mr Wieczorek. Another person must confirm it." in said(it, path)
    hr = signed_in("braithwaite")
    assert "Which record is kept?" not in said(hr, FORM) and "lisle into pascoe" in said(hr, FORM)
    assert press(hr, path, "confirm")["Location"] == FORM + "?done=merged"
    assert "Done. The two records are one." in said(hr, FORM + "?done=merged")
    assert Case.objects.get().asker_id == who("pascoe")
    assert hr.get(path).status_code == 404 and press(it, FORM, "ask").status_code == 400


def test_the_first_page_and_the_second_say_why_not(signed_in):
    it = signed_in("wieczorek")
    Person.objects.filter(username="thackray").update(left_on="2026-11-20")
    for kept, gone, says in (
        ("pascoe", "pascoe", "These are one and the same record. Choose two."),
        ("pascoe", "nobody-here", "We know nobody by that name. Check the spelling, or use their username."),
        ("", "", "We know nobody by that name."),
        ("thackray", "pascoe", "“thackray” has left and “pascoe” is here. Swap the two."),
        ("okoropenn", "osei", "“osei” is the record of a student. Swap the two, so that it is kept."),
    ):
        answer = chosen(it, kept, gone)
        assert answer.status_code == 400
        assert says in " ".join(ours(page_of(answer))), says
    path = chosen(it, "pascoe", "lisle")["Location"]
    assert send(it, path, {"step": "ask", "digest": "0" * 64}, opened=path).status_code == 409
    press(it, path, "ask")
    digest = page_of(signed_in("braithwaite").get(path)).one(tag="input", name="digest").attrs["value"]
    again = send(it, path, {"step": "confirm", "digest": digest}, opened=path)
    assert again.status_code == 409 and "You asked for this yourself. Another person must confirm it." in " ".join(ours(page_of(again)))
    assert press(it, path, "drop")["Location"] == FORM + "?done=dropped"
    assert "There is none." in said(it, FORM)
    assert Person.objects.filter(merged_into__isnull=False).count() == 0
    chosen(it, "pascoe", "lisle")
    press(it, path, "ask")
    press(signed_in("pritchard"), path, "confirm")
    assert "“lisle” was merged already. Use “pascoe” instead." in " ".join(ours(page_of(chosen(it, "harrow", "lisle"))))


def test_whoever_is_one_of_the_two_confirms_nothing_and_a_changed_plan_is_looked_at_again(signed_in):
    it = signed_in("wieczorek")
    path = chosen(it, "braithwaite", "lisle")["Location"]
    press(it, path, "ask")
    hr = signed_in("braithwaite")
    shown = said(hr, path)
    assert "One of these records is yours, so another person must confirm it." in shown and "I have looked" not in shown
    other = signed_in("pritchard")
    digest = page_of(other.get(path)).one(tag="input", name="digest").attrs["value"]
    Relative.objects.create(person_id=who("lisle"), other_id=who("devlin"), how="cousin of")
    answer = send(other, path, {"step": "confirm", "digest": digest}, opened=path)
    assert answer.status_code == 409
    assert "These people have changed since you looked, so nothing was written." in " ".join(ours(page_of(answer)))


def test_it_asks_again_who_is_there_after_ten_minutes(signed_in, at):
    it = signed_in("wieczorek")
    path = chosen(it, "pascoe", "lisle")["Location"]
    at("2026-11-25 10:11")
    asked = press(it, path, "ask")
    assert asked.status_code == 200 and not Proposal.objects.exists()
    carried = {one.attrs["name"]: one.attrs["value"] for one in page_of(asked).all(tag="input", type="hidden") if "value" in one.attrs}
    assert carried["step"] == "ask"
    assert send(it, path, {**carried, "proof": "yes"}, opened=path).status_code == 303
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("name", ["harrow", "devlin", "sethuraman", "whitlam", "achterberg", "osei", "adelakun"])
def test_for_everybody_else_there_is_no_such_page(signed_in, name):
    it = signed_in("wieczorek")
    path = chosen(it, "pascoe", "lisle")["Location"]
    press(it, path, "ask")
    browser = signed_in(name)
    never = browser.get("/no-such-page/")
    for one in (FORM, path):
        assert (browser.get(one).status_code, bare(browser.get(one))) == (404, bare(never))
        assert send(browser, one, {"kept": "pascoe", "gone": "lisle", "step": "confirm"}, opened="/check/").status_code == 404
    assert Person.objects.filter(merged_into__isnull=False).count() == 0


def test_hr_may_confirm_and_neither_ask_nor_take_back(signed_in):
    path = chosen(signed_in("wieczorek"), "pascoe", "lisle")["Location"]
    hr = signed_in("kerrigan")
    for step in ("ask", "drop", "both", ""):
        assert press(hr, path, step).status_code == 404, step
    assert send(hr, FORM, {"kept": "pascoe", "gone": "lisle"}, opened=FORM).status_code == 404


def test_each_page_reads_easily(signed_in):
    it = signed_in("wieczorek")
    path = chosen(it, "pascoe", "thackray")["Location"]
    for one in (FORM, path):
        blocks = ours(page_of(it.get(one)))
        assert [block for block in blocks for sentence in sentences(block) if len(words(sentence)) > 20] == []
        assert grade(" ".join(block + "." if block[-1:].isalnum() else block for block in blocks)) <= 8

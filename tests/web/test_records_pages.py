"""Disposal and holds as pages: S58 by Ms Sethuraman, a hold of Mr Braithwaite-Ogle's, what cannot be done comes back with why."""

import json

import pytest

from askfirst.casework import access, steps
from askfirst.casework.models import Case
from askfirst.cli.main import main
from askfirst.records.models import Hold, Run
from tests.cast import who
from tests.clock import london
from tests.readability import grade, sentences, words
from tests.web.pages import ours, page_of, send
from tests.web.people_at_work import asks, bare, by, text_of
from tests.web.test_words_of_pages import too_hard

LIST, HOLDS = "/records/", "/records/holds/"


def ended(day, text="CANARYASK"):
    ref = asks("harrow", day + " 10:00", text=text)
    steps.take(ref=ref, step="withdraw", by=by("harrow", day + " 11:00"), given={}, at=london(day + " 11:00"))
    return ref


def press(browser):
    found = page_of(browser.get(LIST)).all(tag="input", name="digest")
    return send(browser, LIST, {"digest": found[0].attrs["value"] if found else ""}, opened=LIST)


def test_s58_as_pages(signed_in):
    """S58, lines 1 to 4, 6 and 7."""
    ask, stays = ended("2025-09-24"), ended("2025-10-22")
    dpo = signed_in("sethuraman")
    assert "What is due to go" in text_of(dpo, "/me/") and "Holds" in text_of(dpo, "/me/")
    given = {"case": stays, "owner": who("braithwaite"), "why": "CANARYWHY", "review_on": "1/3/2027"}
    assert send(dpo, HOLDS, given, opened=HOLDS)["Location"] == HOLDS + "?done=held"
    shown = text_of(dpo, LIST)
    for expected in (
        "Due: 1. Held: 1. Not yet due: 0.", "One year after it ends.", "A question, " + ask, "A question, " + stays,
        "Braithwaite-Ogle. Looked at again on: 1 March 2027.", "Private checks are not in this list: none were stored.",
        "Ask IT to keep no copy for longer than 35 days.", "R9: Anything the law says must stay for now",
    ):  # fmt: skip
        assert expected in shown, expected
    assert "CANARY" not in shown and Case.objects.exclude(state="erased").count() == 2 and not Run.objects.exists()
    wrong = send(dpo, LIST, {"digest": "0" * 64}, opened=LIST)
    assert wrong.status_code == 409 and "nothing was removed" in page_of(wrong).text and Case.objects.get(ref=ask).state == "withdrawn"
    assert press(dpo)["Location"] == LIST + "?done=removed"
    shown = text_of(dpo, LIST + "?done=removed")
    assert "Done. What was due is gone for good." in shown and ask not in shown and stays in shown
    gone = shown.partition("What was removed")[2].partition("One line that stays")[0]
    assert gone.replace("\n", " ").strip() == "Wednesday 25 November 2026, 10:00R1: 1"
    assert signed_in("harrow").get("/cases/%s/" % ask).status_code == 404
    assert access.differences() == []


def test_a_hold_is_read_kept_and_lifted(signed_in):
    ref = ended("2025-09-24")
    dpo = signed_in("sethuraman")
    bad = send(dpo, HOLDS, {"case": "nothing", "owner": who("kerrigan"), "why": "CANARY", "review_on": "1/3/2027"}, opened=HOLDS)
    assert bad.status_code == 400 and "There is no such case for you." in page_of(bad).text and "CANARY" in page_of(bad).text
    send(dpo, HOLDS, {"case": ref, "owner": who("kerrigan"), "why": "CANARY\r\nA claim", "review_on": "1/3/2027"}, opened=HOLDS)
    path = HOLDS + Hold.objects.get().ref + "/"
    assert "CANARY" in text_of(dpo, path) and "CANARY" not in text_of(dpo, HOLDS)
    late = send(dpo, path, {"step": "keep", "review_on": "1/9/2027"}, opened=path)
    assert late.status_code == 400 and "by 25/5/2027 at the latest" in page_of(late).text
    assert send(dpo, path, {"step": "keep", "review_on": "1/5/2027"}, opened=path)["Location"] == HOLDS + "?done=kept"
    assert send(dpo, path, {"step": "burn"}, opened=path).status_code == 404
    assert send(dpo, path, {"step": "lift", "why": "Settled."}, opened=path)["Location"] == HOLDS + "?done=lifted"
    assert dpo.get(path).status_code == 404


@pytest.mark.parametrize("name", ["harrow", "devlin", "wieczorek", "farouk", "achterberg"])
def test_to_everybody_else_there_are_no_such_pages(signed_in, name):
    browser = signed_in(name)
    for path in (LIST, HOLDS, HOLDS + "BCDFGHJK/"):
        assert (browser.get(path).status_code, bare(browser.get(path))) == (404, bare(browser.get("/records/never/")))
    assert LIST not in browser.get("/me/").content.decode()


def test_hr_holds_and_sees_no_run(signed_in):
    hr = signed_in("braithwaite")
    assert "Nothing is held." in text_of(hr, HOLDS) and hr.get(LIST).status_code == 404
    assert '"/records/"' not in hr.get("/me/").content.decode()


def test_the_pages_read_plainly_and_what_we_keep_lists_each_class(signed_in, browser):
    ended("2025-09-24")
    dpo = signed_in("sethuraman")
    for path, most, hardest in ((LIST, 20, 8), (HOLDS, 20, 8), ("/what-we-keep/", 15, 6)):
        page = page_of((browser if path == "/what-we-keep/" else dpo).get(path))
        told = [one for text in ours(page) for one in sentences(text)]
        assert max(len(words(one)) for one in told) <= most, max(told, key=lambda one: len(words(one)))
        assert grade(" ".join(told)) <= hardest, path
    for expected in (
        "Never stored.",
        "One year after it ends.",
        "Three years after it ends.",
        "Our copy: the school year in which the student leaves, and the next.",
    ):
        assert expected in page.text


def test_s58_by_command(signed_in, capsys):
    ref = ended("2025-09-24")

    def run(*argv):
        with pytest.raises(SystemExit) as left:
            main(["records", *argv])
        return left.value.code, capsys.readouterr()

    code, said = run("due", "--as", "sethuraman", "--json")
    found = json.loads(said.out)
    assert (code, found["classes"]) == (1, [{"class": "R1", "due": 1, "held": 0, "not_yet": 0}]) and ref not in said.out
    code, said = run("due", "--as", "sethuraman")
    assert code == 1 and "R1: Questions" in said.out and found["digest"] in said.out
    for argv, says in (
        (("due", "--as", "harrow"), "Only the Data Protection Officer"),
        (("purge", "--as", "sethuraman", "--digest", "x"), "changed"),
    ):
        code, said = run(*argv)
        assert (code, said.out, says in said.err, said.err.count("\n")) == (2, "", True, 1)
    code, said = run("purge", "--as", "sethuraman", "--digest", found["digest"])
    assert (code, said.out) == (0, "R1: 1 removed.\n")
    assert run("due", "--as", "sethuraman")[0] == 0


def test_a_student_reads_how_long_we_keep_what_is_theirs_in_their_words(browser):
    page = page_of(browser.get("/what-we-keep/?as=student"))
    assert "A talk about something you posted" in page.text and "Until the end of the school year after you leave." in page.text
    assert "When we talk with you about a post" in page.text and "handed to HR" not in page.text and "R6" not in page.text
    assert too_hard(page, "student") == []

"""Tell us of a page that is not ours, on the page: help first, an address as words, and no page says what another page is (3.19)."""

import pytest

from askfirst.casework.models import Case
from askfirst.people.links import link_for
from askfirst.people.models import Person
from askfirst.procedure.trust import load_trust
from tests.cast import who
from tests.clock import london
from tests.web.pages import page_of, send
from tests.web.test_words_of_pages import too_hard
from tests.web.walks import once_of

pytestmark = pytest.mark.django_db

PAGE = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "yes"}


def main_of(answer):
    return page_of(answer).one(tag="main").text


@pytest.mark.parametrize(("name", "reader"), [("farouk", "student"), ("harrow", "staff"), ("tamblyn-h", "staff"), (None, "staff")])
def test_help_stands_before_the_form(browser, signed_in, name, reader):
    answer = (signed_in(name) if name else browser).get("/not-ours/")
    page, text = page_of(answer), answer.content.decode()
    assert (
        0 < text.index("0800 1111") < text.index("Mrs Saoirse Whitlam") < text.index("<form action=" if name is None else 'name="address"')
    )
    assert "Checked on" in text
    assert too_hard(page, reader) == []


def test_amina_tells_and_reads_the_answer(signed_in):
    amina, comms = signed_in("farouk"), signed_in("adelakun")
    sent = send(amina, "/not-ours/", {**PAGE, "send": "1"})
    page = page_of(amina.get(sent["Location"]))
    assert page.one(tag="h1").text == "Sent to the communications officer"
    assert too_hard(page, "student") == []
    where = sent["Location"].partition("?")[0]
    waiting = amina.get(where)
    assert "Waiting for somebody to look" in main_of(waiting)
    assert too_hard(page_of(waiting), "student") == []
    held = comms.get(where)
    text = held.content.decode()
    assert "https://www.instagram.com/northgate_prizes" in text
    assert 'href="https://www.instagram.com/' not in text
    assert 'href="/guides/instagram/"' in text
    assert "Tell the safeguarding lead of the school today." in text
    given = {"reported_on": "25/11/2026", "number": "4471", "check_on": "2/12/2026", "version": Case.objects.get().version}
    assert send(comms, where + "steps/not-ours/", given).status_code == 303
    answer = amina.get(where)
    text = main_of(answer)
    assert ("Not ours: reported to the app or site" in text, "4471" in text, "2 December 2026" in text) == (True, True, True)
    assert "/guides/instagram/" not in answer.content.decode()
    assert too_hard(page_of(answer), "student") == []


def test_no_page_says_what_a_page_is_before_communications_did(browser, signed_in):
    """Ours and a stranger's are taken alike; signed out nothing that is sent changes the page."""
    amina = signed_in("farouk")
    said = set()
    for address in ("https://northgate.example/news", "https://page.example/news"):
        where = send(amina, "/not-ours/", {**PAGE, "send": "1", "address": address})["Location"]
        ref = where.split("/")[2]
        said |= {main_of(amina.get(one)).replace(address, "").replace(ref, "") for one in (where, where.partition("?")[0])}
    assert len(said) == 2  # sent, and as it stands
    before = main_of(browser.get("/not-ours/"))
    assert [main_of(send(browser, "/not-ours/", {"address": one})) for one in ("https://northgate.example/news", "x")] == [before] * 2


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"address": "javascript:alert(1)"}, "Copy the whole address again. It starts with https:// or http://."),
        ({"address": "https://page.example/" + "a" * 8_000}, "This is 8,021 characters long. We take 2,000 at most."),
        ({"address": "our page"}, "Copy the whole address again. It starts with https:// or http://."),
        ({"address": ""}, "Paste the address of the page."),
        ({"children": ""}, "Choose an answer."),
    ],
)
def test_bad_input_is_one_sentence_and_what_was_written_stands(signed_in, wrong, says):
    answer = send(signed_in("farouk"), "/not-ours/", {**PAGE, "text": "My own words", "send": "1", **wrong})
    text = answer.content.decode()
    assert (answer.status_code, says in text, "My own words" in text) == (400, True, True)
    assert wrong.get("address", "") in text
    assert 'href="javascript' not in text.lower()
    assert not Case.objects.exists()


def test_sent_twice_it_is_one_report(signed_in):
    amina = signed_in("farouk")
    once = once_of(amina, "/not-ours/", PAGE)
    assert len({send(amina, "/not-ours/", {**PAGE, "send": "1", "once": once})["Location"] for _ in range(10)}) == 1


@pytest.mark.parametrize("name", ["tamblyn-h", "strand", "grange"])
def test_a_parent_and_somebody_from_outside_tell_by_a_link_and_read_the_answer_by_the_next(browser, cast, at, name):
    at("2026-11-25 10:00")

    def come(to):
        return send(browser, "/by-link/%s/" % link_for(who(name), at=london("2026-11-25 10:00")), {"to": to})

    assert come("not-ours")["Location"] == "/not-ours/"
    where = send(browser, "/not-ours/", {**PAGE, "send": "1"})["Location"].partition("?")[0]
    browser.cookies.clear()
    assert browser.get(where).status_code == 302
    come("cases")
    assert "Waiting for somebody to look" in main_of(browser.get(where))


def test_s53_the_answer_that_a_parent_and_a_student_read_has_nobody_elses_name_in_it(browser, signed_in):
    """Mr Blenkinsop comes by a link. Ms Adelakun and her colleagues know each other by name, so that the test can fail."""
    comms = signed_in("adelakun")

    def come(to):
        return send(browser, "/by-link/%s/" % link_for(who("blenkinsop-g"), at=london("2026-11-25 10:00")), {"to": to})

    def read(reader, where):
        pages = ("", "?sent=1", "evidence/")
        held = [reader.get(where + end) for end in pages] + [reader.get("/me/"), reader.get("/api/v1" + where.rstrip("/"))]
        return " ".join(one.content.decode() for one in held if one.status_code == 200)

    come("not-ours")
    by_link = send(browser, "/not-ours/", {**PAGE, "send": "1"})["Location"].partition("?")[0]
    amina = signed_in("farouk")
    hers = send(amina, "/not-ours/", {**PAGE, "send": "1", "address": "https://x.com/northgate_prizes"})["Location"].partition("?")[0]
    names = {part for one in Person.objects.exclude(pk__in=[who("blenkinsop-g"), who("farouk")]) for part in (one.name, one.short)}
    names -= {school.safeguarding_lead for school in load_trust().schools}  # whom to ask for help stands by name on every student's page
    for step in (None, {"reported_on": "25/11/2026", "check_on": "2/12/2026", "note": "Thank you. It is not ours."}):
        for where, reader in ((by_link, browser), (hers, amina)):
            if step:
                assert (
                    send(
                        comms, where + "steps/not-ours/", {**step, "version": Case.objects.get(ref=where.split("/")[2]).version}
                    ).status_code
                    == 303
                )
            said = read(reader, where)
            assert [name for name in names if name in said] == []
            assert "ommunications officer" in said
            assert "Ms Adelakun" in read(comms, where)
    assert ("Not ours: reported to the app or site" in said, "Thank you. It is not ours." in said) == (True, True)


def test_staff_who_told_are_told_by_name(signed_in):
    tolland = signed_in("tolland")
    where = send(tolland, "/not-ours/", {**PAGE, "send": "1"})["Location"].partition("?")[0]
    assert "Ms Adelakun" in tolland.get(where).content.decode()

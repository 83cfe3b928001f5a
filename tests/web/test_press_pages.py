"""A journalist asks, as its pages: words first, one form, one page that says whom it waits for. S23, S24, S25 and S57 as they are seen."""

import re

import pytest

from askfirst.casework import access, deadlines, steps
from askfirst.casework.fields import BadField
from askfirst.casework.models import Case
from askfirst.people.calendar import london_day
from askfirst.people.standing import standing
from gates.words import convicting
from tests.cast import who
from tests.clock import london
from tests.web.pages import ours, page_of, send, token_of
from tests.web.test_case_pages import bare, take
from tests.web.test_words_of_pages import too_hard

HOLDING = "I can't talk now. Please give me your name, outlet and number."
NOT_APPROVING = "Being asked is not the same as approving."
REPORTER = {"reporter-name": "Ms Verity Calloway", "reporter-outlet": "The Hexley Courier", "reporter-contact": "07700 900742"}
RACE = {"answered": "no", "about": "post", "asked": "About my post on the race."}


@pytest.fixture
def later(signed_in, at):
    """`later("obuya", "2026-12-01 14:05")`: it is that time in London, and this person has just signed in."""

    def come(name, when):
        at(when)
        return signed_in(name)

    return come


def log(browser, *schools, **fields):
    """Fill in the form and send it; the reference of the (first) case."""
    response = send(browser, "/press/", {**RACE, "schools": list(schools), **fields}, opened="/press/")
    assert response.status_code == 303, page_of(response).one(cls="govuk-error-summary").text
    [ref] = re.findall(r"^/cases/([A-Z0-9]{8})/\?sent=yes$", response["Location"])
    return ref


def case(browser, ref):
    return page_of(browser.get("/cases/%s/" % ref))


def rows(page):
    """Who has been asked: (place, who, advice) for each row."""
    body = page.one(cls="af-consult").one(tag="tbody")
    return [tuple(cell.text for cell in row.all(tag="th") + row.all(tag="td")) for row in body.all(tag="tr")]


def shut(page):
    """What cannot be done yet, and each reason."""
    section = [one for one in page.all(tag="section") if one.attrs.get("aria-labelledby") == "shut"]
    return ([one.text for one in section[0].all(tag="button")], [one.text for one in section[0].all(tag="li")]) if section else ([], [])


def errors(response):
    page = page_of(response)
    assert page.one(tag="title").text.startswith("Error: ")
    return [(one.attrs["href"], one.text) for one in page.one(cls="govuk-error-summary").all(tag="a") if one.attrs["href"].startswith("#")]


def test_the_page_begins_with_not_having_to_answer(signed_in):
    page = page_of(signed_in("standish").get("/press/"))
    said = page.one(cls="af-say")
    assert said.one(tag="h2").text == "You do not have to answer."
    assert said.one(tag="blockquote").text == "“%s”" % HOLDING
    assert said.one(tag="button").attrs["data-copy"] == HOLDING
    assert "This is not an answer. It does not say where you work." in said.text
    main = page.one(tag="main")
    order = main.text.index
    assert order("You do not have to answer.") < order("Who will see this:") < order("Have you answered them already?")
    assert order("Have you answered them already?") < order("What happens next") < order("Ask the Headteacher now")


def test_whoever_would_be_asked_is_named_before_anything_is_sent(later):
    page = page_of(later("standish", "2026-12-01 13:30").get("/press/"))
    ticks = {box.one(tag="input").attrs["value"]: box.text for box in page.all(cls="govuk-checkboxes__item")}
    assert ticks["northgate"] == "Northgate SchoolMr Obuya (acting for Ms Devlin-Shaw)"
    assert ticks["eastfield"] == "Eastfield AcademyMr Abernethy (Headteacher)"
    assert ticks["none"] == "None of them, or the whole TrustDr Achterberg (Executive Headteacher)"
    assert "Ms Adelakun (Communications officer), and you." in page.one(cls="af-who").text


def test_s23_her_own_post_goes_to_the_chair_and_the_page_says_so(later):
    asker = later("achterberg", "2026-11-23 09:30")
    page = page_of(asker.get("/press/"))
    assert "This is your own matter, so Mr Quarshie (Chair of Trustees) is asked." in page.one(cls="af-who").text
    ref = log(asker, "none", asked="My post on pay", **{"deadline-time": "15:00", "deadline-day": "2026-11-23"})
    mine = case(asker, ref)
    assert rows(mine) == [("The whole Trust", "Mr Quarshie", "Not yet")]
    assert not [one for one in mine.all(tag="form") if one.attrs.get("action", "").endswith("/consult/")]
    assert "Consultation pending" in mine.one(cls="af-bar").text
    assert "Answer wanted by 15:00, today" in mine.one(cls="af-bar").text
    assert shut(mine)[1] == ["Ask Mr Quarshie, for the Trust, before any response is given. SNS-12"]
    refused = take_out_of_order(asker, ref, "respond")
    assert refused.status_code == 409
    assert "Ask Mr Quarshie, for the Trust, before any response is given." in page_of(refused).one(cls="govuk-error-summary").text
    take(later("quarshie", "2026-11-23 10:45"), ref, "consult", advice="Wait until tomorrow.")
    asker = later("achterberg", "2026-11-23 10:50")
    open_now = case(asker, ref)
    assert shut(open_now) == ([], [])
    assert {"respond", "decline", "hand-over"} <= {one.attrs.get("id") for one in open_now.all(tag="form")}
    assert case(later("adelakun", "2026-11-23 11:00"), ref).one(tag="h1").text == "A journalist has asked Dr Achterberg about a post"
    it = later("wieczorek", "2026-11-23 11:00")
    assert it.get("/cases/%s/" % ref).status_code == 404
    assert bare(it.get("/cases/%s/" % ref)) == bare(it.get("/cases/BCDFGHJK/"))


def take_out_of_order(browser, ref, step, **fields):
    """Send a step whose form the page does not give."""
    version = Case.objects.get(ref=ref).version
    return send(browser, "/cases/%s/steps/%s/" % (ref, step), {"version": version, **fields}, opened="/cases/%s/" % ref)


def test_s24_two_headteachers_one_acting_and_the_gate_between(later):
    asker = later("standish", "2026-12-01 13:30")
    ref = log(asker, "northgate", "eastfield", **REPORTER)
    mine = case(asker, ref)
    assert rows(mine) == [
        ("Eastfield Academy", "Mr Abernethy", "Not yet"),
        ("Northgate School", "Mr Obuya acting for Ms Devlin-Shaw", "Not yet"),
    ]
    assert "Dr Achterberg, Executive Headteacher: co-ordinating, because there are two schools." in mine.text
    assert NOT_APPROVING in mine.text
    acting = later("obuya", "2026-12-01 14:05")
    his = case(acting, ref)
    assert [one.text for one in his.one(tag="form", id="consult-northgate").all(tag="button")] == ["I’ve been asked: send my advice"]
    assert "About my post on the race." in his.one(tag="details", cls="af-close").text
    assert "07700 900742" in his.one(tag="details", cls="af-close").text
    take(acting, ref, "consult", advice="Please do not answer.")
    asker = later("standish", "2026-12-01 14:10")
    mine = case(asker, ref)
    assert ("Northgate School", "Mr Obuya acting for Ms Devlin-Shaw", "Done 14:05") in rows(mine)
    assert shut(mine) == (
        ["I have responded", "I will not answer", "Hand it to communications"],
        ["Ask Mr Abernethy, for Eastfield Academy, before any response is given. SNS-12"],
    )
    assert all("disabled" in one.attrs for one in mine.all(tag="button", cls="af-later"))
    assert "Please do not answer." in mine.text
    assert "Consulted: Northgate School" in mine.one(cls="af-time").text
    assert take_out_of_order(asker, ref, "respond", note="I said it was fun.").status_code == 409
    take(later("abernethy", "2026-12-01 15:20"), ref, "consult", advice="Say the race was fun.")
    asker = later("standish", "2026-12-01 15:25")
    take(asker, ref, "respond", note="I said it was fun.")
    done = case(asker, ref)
    assert "Responded" in done.one(cls="af-bar").text
    assert "Please do not answer." in done.text
    assert "Say the race was fun." in done.text
    assert [line.ref for line in access.page(standing(who("standish"), on=london_day(Case.objects.get(ref=ref).opened_at)))] == [ref]
    assert NOT_APPROVING in done.text


def test_s25_two_questions_by_one_form_one_gated_and_one_not(later):
    freya = later("osei", "2026-11-23 10:00")
    form = page_of(freya.get("/press/"))
    assert "We tell Ms Barrowman (Head of Sixth Form) that this came." in form.one(cls="af-who").text
    assert "Omondi" not in form.one(cls="af-who").text  # she is 18
    assert not form.all(id="whose")
    ref = log(freya, "eastfield", asked="My post on exam stress", also="What I think of the cinema", **REPORTER)
    blog = case(freya, ref)
    assert rows(blog) == [("Eastfield Academy", "Mr Abernethy", "Not yet")]
    assert "SNS-12" in blog.one(cls="af-clauses").text
    assert not any(clause in blog.text for clause in ("WEB-7", "PRI-", "DIS-"))
    assert "What I think of the cinema" not in blog.text
    [other] = re.findall(r"You sent this at the same time: ([A-Z0-9]{8})", blog.text)
    cinema = case(freya, other)
    assert cinema.one(cls="af-strength--advice").text == "Advice"
    assert not cinema.all(cls="af-strength--must")
    assert rows(cinema) == [("Communications", "Ms Adelakun", "Not yet")]
    assert shut(cinema) == ([], [])
    assert HOLDING in cinema.text
    comms = later("adelakun", "2026-11-23 10:05")
    take(comms, other, "advise", advice="Say what you like.")
    assert "Say what you like." in case(freya, other).text
    sixth = later("barrowman", "2026-11-23 10:05")
    told = sixth.get("/cases/%s/" % ref)
    assert told.status_code == 200
    assert b"exam stress" not in told.content
    assert b"07700 900742" not in told.content
    assert "A journalist has asked Freya Osei-Lund. Ask how they are; they do not have to answer." in page_of(told).text
    assert "parent" not in page_of(told).one(tag="main").text  # she is 18
    assert later("omondi", "2026-11-23 10:05").get("/cases/%s/" % ref).status_code == 404
    assert Case.objects.filter(kind="press").count() == Case.objects.count() == 2


def test_a_student_under_eighteen_is_told_that_the_safeguarding_lead_hears(later):
    page = page_of(later("wren", "2026-11-23 10:00").get("/press/"))
    assert "We tell Ms Omondi (Designated Safeguarding Lead) too. Your words are not shown there." in page.one(cls="af-who").text
    assert not page.all(id="reporter-outlet")


def test_s57_the_delegate_acts_but_not_in_his_own_matter(later):
    hers = log(later("harrow", "2026-12-03 09:00"), "northgate")
    his = log(later("obuya", "2026-12-03 09:00"), "northgate")
    obuya = later("obuya", "2026-12-03 09:30")
    assert rows(case(obuya, hers)) == [("Northgate School", "You, acting for Ms Devlin-Shaw", "Needed now")]
    assert rows(case(obuya, his)) == [("Northgate School", "Dr Achterberg", "Not yet")]
    assert take_out_of_order(obuya, his, "consult", of="northgate", advice="Fine").status_code == 409
    take(obuya, hers, "consult", advice="Fine.")
    third = log(later("harrow", "2026-12-05 11:00"), "northgate")
    assert later("obuya", "2026-12-05 11:05").get("/cases/%s/" % third).status_code == 404
    assert rows(case(later("devlin", "2026-12-05 11:05"), third)) == [("Northgate School", "You", "Needed now")]
    after = rows(case(later("harrow", "2026-12-06 09:00"), hers))
    assert after == [("Northgate School", "Mr Obuya acting for Ms Devlin-Shaw", "Done Thursday 3 December, 09:30")]


def test_a_school_named_late_shuts_the_gate_again(later):
    asker = later("harrow", "2026-12-01 10:00")
    ref = log(asker, "northgate")
    take(later("obuya", "2026-12-01 10:10"), ref, "consult", advice="Fine.")
    asker = later("harrow", "2026-12-01 10:20")
    assert shut(case(asker, ref)) == ([], [])
    choices = [one.attrs["value"] for one in case(asker, ref).one(tag="form", id="name-school").all(tag="input", name="of")]
    assert choices == ["eastfield", "brannocks", "trust"]
    take(asker, ref, "name-school", of="eastfield")
    assert shut(case(asker, ref))[1] == ["Ask Mr Abernethy, for Eastfield Academy, before any response is given. SNS-12"]
    take(asker, ref, "name-school", of="trust")
    assert len(shut(case(asker, ref))[1]) == 2
    assert ("The whole Trust", "Dr Achterberg", "Not yet") in rows(case(asker, ref))


def test_an_hour_later_the_executive_headteacher_is_asked_too_once_for_each_school(later):
    ref = log(later("standish", "2026-12-01 10:00"), "northgate", "eastfield")
    deadlines.run_due(at=london("2026-12-01 11:00"))
    hers = later("achterberg", "2026-12-01 11:05")
    page = case(hers, ref)
    assert rows(page)[0] == ("Eastfield Academy", "You and Mr Abernethy", "Needed now")
    assert [one.text for one in page.all(tag="h2") if one.text.startswith("For ")] == ["For Eastfield Academy", "For Northgate School"]
    sent = {one.attrs["name"]: one.attrs["value"] for one in page.one(tag="form", id="consult-northgate").all(tag="input", type="hidden")}
    assert send(hers, "/cases/%s/steps/consult/" % ref, {**sent, "advice": "Fine."}, opened="/cases/%s/" % ref).status_code == 303
    assert [row[2] for row in rows(case(hers, ref))] == ["Needed now", "Done 11:05"]


def test_nobody_knows_which_school_and_communications_say(later):
    asker = later("harrow", "2026-12-01 10:00")
    ref = log(asker, "unsure")
    assert "Nobody knows yet which school it is about. Asked to find out: Ms Adelakun." in case(asker, ref).text
    assert shut(case(asker, ref))[1] == ["Say which school it is about before any response is given, or that it is about none. SNS-12"]
    comms = later("adelakun", "2026-12-01 10:05")
    nothing = take_out_of_order(comms, ref, "name-school")
    assert nothing.status_code == 400
    assert errors(nothing) == [("#name-school-of", "Say which school.")]
    take(comms, ref, "name-school", of="trust")
    assert rows(case(asker, ref)) == [("The whole Trust", "Dr Achterberg", "Not yet")]


def test_an_answer_already_given_is_written_down_without_a_word_of_blame(later):
    asker = later("standish", "2026-12-01 10:00")
    ref = log(asker, "eastfield", answered="yes")
    page = case(asker, ref)
    assert "An answer has been given already. That is written down, and the advice is still asked for." in page.text
    assert "An answer had been given already" in page.one(cls="af-time").text
    assert shut(page)[1] != []
    assert page.one(tag="form", id="own-up").one(tag="button").text == "I have answered already"
    for reader in (asker, later("abernethy", "2026-12-01 10:05"), later("adelakun", "2026-12-01 10:05")):
        said = " ".join(ours(case(reader, ref)))
        assert convicting(said) == []
        assert not re.search(r"\b(?:fault|wrong|should have|blame|failed|misconduct|warning)\b", said, re.IGNORECASE)


def test_one_may_own_up_while_it_waits_and_the_gate_stays(later):
    asker = later("standish", "2026-12-01 10:00")
    ref = log(asker, "eastfield")
    assert take(asker, ref, "own-up", note="I said yes on the phone.").status_code == 303
    page = case(asker, ref)
    assert shut(page)[1] != []
    assert "An answer had been given already" in page.one(cls="af-time").text


def test_written_down_for_a_student_by_an_adult_they_trust(later):
    adult = later("okoropenn", "2026-12-01 10:00")
    ref = log(adult, "northgate", whose="farouk", asked="Her page about the canteen")
    hers = case(later("farouk", "2026-12-01 10:05"), ref)
    assert hers.one(tag="h1").text == "A journalist has contacted you"
    assert "Mrs Okoro-Penn" in hers.one(cls="af-bar").text
    assert page_of(adult.get("/cases/%s/?sent=yes" % ref)).one(tag="h1").text == "Sent"
    student = later("farouk", "2026-12-01 10:10")
    refused = send(student, "/press/", {**RACE, "schools": "northgate", "whose": "wren"}, opened="/press/")
    assert refused.status_code == 400


def test_law_to_keep_in_mind_has_its_source_and_its_day(later):
    staff = case_of(later, "harrow", "northgate")
    prompts = next(one for one in staff.all(tag="section") if one.attrs.get("aria-labelledby") == "prompts").text
    assert "In England, nobody may then say in public who the teacher is." in prompts
    assert "Education Act 2002 s.141F. Checked on 1 November 2026." in prompts
    assert "Source: legislation.gov.uk" in prompts
    assert "IPSO" not in prompts
    student = case_of(later, "osei", "eastfield")
    assert "IPSO Editors' Code clause 6. Checked on 1 November 2026." in student.text


def case_of(later, name, school):
    browser = later(name, "2026-12-01 10:00")
    return case(browser, log(browser, school))


BAD = [
    ({"answered": ""}, "#press-answered", "Say if you have answered yet."),
    ({"schools": []}, "#schools", "Say which schools it is about, or that it is about none, or that you are not sure."),
    ({"schools": ["northgate", "none"]}, "#schools", "Choose one of the two."),
    ({"schools": ["southmead"]}, "#schools", "We do not know one of these schools."),
    ({"asked": "  "}, "#asked", "Say in a line what they asked."),
    ({"asked": "a" * 1_000_000}, "#asked", "This is 1,000,000 characters long; we take 10,000."),
    ({"also": "a" * 10_001}, "#also", "This is 10,001 characters long"),
    ({"asked": "one\0two"}, "#asked", "There is a character here that cannot be kept."),
    ({"deadline-time": "09:59"}, "#deadline-time", "This time has passed."),
    ({"deadline-time": "15:00", "deadline-day": "2026-11-24"}, "#deadline-time", "This time has passed."),
    ({"deadline-time": "soon"}, "#deadline-time", "We could not read this time."),
    ({"deadline-time": "15:00", "deadline-day": "Friday"}, "#deadline-day", "We could not read this day. Write it as in 25/11/2026."),
    ({"deadline-day": "2026-11-26"}, "#deadline-time", "Give the time too, or set the day back to today."),
    ({"reporter-contact": "0" * 201}, "#reporter-contact", "This is 201 characters long"),
    ({"whose": "nobody-here"}, "#whose", "We do not know this person."),
]


@pytest.mark.parametrize(("fields", "place", "sentence"), BAD, ids=[str(number) for number in range(len(BAD))])
def test_what_cannot_be_taken_is_said_once_and_nothing_is_lost(signed_in, fields, place, sentence):
    browser = signed_in("harrow")
    sent = {**RACE, "schools": ["northgate"], "also": "And the cinema", **REPORTER, **fields}
    response = send(browser, "/press/", sent, opened="/press/")
    assert response.status_code == 400
    [(where, said)] = errors(response)
    assert where == place
    assert sentence in said
    page = page_of(response)
    assert page.one(id=place[1:])
    assert page.one(tag="textarea", id="also").raw == "\n" + sent["also"]
    assert page.one(tag="input", id="reporter-name").attrs["value"] == "Ms Verity Calloway"
    assert Case.objects.count() == 0


def test_times_are_londons(later):
    browser = later("harrow", "2026-07-01 10:00")
    ref = log(browser, "northgate", **{"deadline-time": "15.30", "deadline-day": "2026-07-01"})
    assert Case.objects.get(ref=ref).deadline_at == london("2026-07-01 15:30")
    assert "Answer wanted by 15:30, today" in case(browser, ref).text


def test_the_form_sent_twice_makes_its_two_cases_once(signed_in):
    browser = signed_in("harrow")
    page = page_of(browser.get("/press/"))
    once = page.one(tag="input", name="once").attrs["value"]
    sent = {**RACE, "schools": ["northgate"], "also": "And the cinema", "once": once}
    first = send(browser, "/press/", sent, opened="/press/")
    again = send(browser, "/press/", sent, opened="/press/")
    assert first["Location"] == again["Location"]
    assert Case.objects.count() == 2
    other = send(browser, "/press/", {**sent, "asked": "Something new"}, opened="/press/")
    assert other.status_code == 409
    assert "This form was sent before with other words." in page_of(other).text
    assert Case.objects.count() == 2


def test_a_second_case_that_fails_takes_the_first_with_it(signed_in, at):
    moment = at("2026-11-25 10:00")
    by = standing(who("harrow"), on=london_day(moment))
    good, bad = {"schools": ["northgate"], "asked": "One"}, {"about_a_post": False, "asked": 7}
    with pytest.raises(BadField):
        steps.open_together(kind="press", by=by, several=[good, bad], at=moment, once=steps.Once("k" * 32, b"x"))
    assert Case.objects.count() == 0
    assert len(steps.open_together(kind="press", by=by, several=[good], at=moment, once=steps.Once("k" * 32, b"y"))) == 1


def test_a_parent_is_told_whom_to_turn_to(signed_in):
    browser = signed_in("lund-a")
    page = page_of(browser.get("/press/"))
    assert "You are here as a parent." in page.text
    assert not [one for one in page.all(tag="form") if one.attrs.get("action") == "/press/"]
    sent = send(browser, "/press/", {**RACE, "schools": "northgate"}, opened="/press/")
    assert sent.status_code == 409
    assert Case.objects.count() == 0


def test_signed_out_a_form_that_was_sent_gives_the_words_back(browser, cast):
    back = send(browser, "/press/", {**RACE, "asked": "About the race we ran"})
    assert back.status_code == 403
    assert "About the race we ran" in page_of(back).text


def test_other_methods_are_answered_plainly(signed_in):
    browser = signed_in("harrow")
    token = token_of(page_of(browser.get("/press/")))
    assert browser.put("/press/", HTTP_X_CSRFTOKEN=token).status_code == 405


def test_the_receptionists_page_is_one_screen_of_words_for_anybody(browser, signed_in):
    page = page_of(browser.get("/press/on-the-phone/"))
    assert HOLDING in page.text
    for words in ("Their name, who they work for, their number, and when they want an answer.", "works or studies here", "At the gate"):
        assert words in page.text
    assert not page.one(tag="main").all(tag="form")
    assert page.one(tag="main").one(tag="a", cls="govuk-button").text == "Sign in and write it down"
    signed = page_of(signed_in("rowbotham").get("/press/on-the-phone/"))
    assert signed.one(tag="main").one(tag="a", cls="govuk-button").text == "Write it down now"


@pytest.mark.parametrize(("name", "school", "reader"), [("standish", "eastfield", "staff"), ("osei", "eastfield", "student")])
def test_every_page_and_state_reads_easily(later, name, school, reader):
    browser = later(name, "2026-12-01 10:00")
    ref = log(browser, school, also="The cinema", answered="yes")
    pages = ["/press/", "/cases/%s/" % ref, "/cases/%s/?sent=yes" % ref]
    for path in pages:
        page = page_of(browser.get(path))
        assert too_hard(page, reader) == [], path
        assert convicting(" ".join(ours(page))) == []
    head = page_of(later("abernethy", "2026-12-01 10:05").get("/cases/%s/" % ref))
    assert too_hard(head, "staff") == []
    take(later("abernethy", "2026-12-01 10:06"), ref, "consult", advice="Fine.")
    assert too_hard(case(browser, ref), reader) == []
    for step in ("decline", "finish"):
        take(browser, ref, step)
        assert too_hard(case(browser, ref), reader) == []


def test_no_word_of_it_stands_in_an_address_or_a_title(later):
    browser = later("standish", "2026-12-01 10:00")
    ref = log(browser, "eastfield", asked="About Calloway and the race", **REPORTER)
    page = page_of(browser.get("/cases/%s/" % ref))
    title = page.one(tag="title").text
    assert title == "A journalist’s enquiry %s – AskFirst" % ref
    assert not any("race" in (one.attrs.get("href") or "") for one in page.all(tag="a"))


def test_signed_out_the_words_to_say_come_at_once(browser, cast):
    opened = browser.get("/press/")
    assert opened.status_code == 200
    said = page_of(opened)
    assert HOLDING in said.text and "You do not have to answer." in said.text
    assert [link.attrs["href"] for link in said.all(tag="a", cls="govuk-button")] == ["/sign-in/?next=%2Fpress%2F"]
    assert said.all(tag="textarea") == []


def test_for_a_student_under_eighteen_home_is_told_unless_that_is_not_safe(later):
    sent = send(later("wren", "2026-11-23 10:00"), "/press/", {**RACE, "schools": "eastfield"}, opened="/press/")
    ref = sent["Location"].split("/")[2]
    for name in ("barrowman", "omondi"):
        page = page_of(later(name, "2026-11-23 10:05").get("/cases/%s/" % ref))
        assert "Tell a parent or carer, unless that may not be safe." in page.one(tag="main").text
        assert RACE["asked"] not in page.text

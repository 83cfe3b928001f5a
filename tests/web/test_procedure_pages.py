"""The procedure's pages as the cast reads them. Reading keeps nothing: no cookie, no script, no trace."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps

from askfirst.adoption.exact import exact_words
from askfirst.people.standing import standing
from askfirst.procedure.dated import the_facts
from askfirst.procedure.here import SHIPPED
from askfirst.procedure.lint import notes_of
from askfirst.procedure.load import load, the_edition
from askfirst.procedure.topics import the_topics
from tests.cast import MONDAY, who
from tests.clock import london
from tests.readability import grade
from tests.web.pages import page_of


def read(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_all_65_clauses_stand_on_the_staff_page_each_with_its_strength(browser):
    page = page_of(browser.get("/procedure/"))
    items = [node for node in page.all(tag="li") if re.fullmatch(r"[A-Z]{3}-\d+", node.attrs.get("id") or "")]
    assert [node.attrs["id"] for node in items] == [clause.id for clause in the_edition().clauses]
    assert len(items) == 65
    assert all(len(node.all(cls="af-strength")) == 1 for node in items)


def test_s47_maisie_reads_con_12_with_the_correction_under_it(browser):
    said = words(read(browser, "/procedure/clauses/con-12/?as=student"))
    assert "Data Protection Act 1988" in said
    assert said.index("Correction note:") > said.index("CON-12")
    assert "Data Protection Act 2018 and UK GDPR" in said


EXACT = (
    "Staff should be aware of their obligations under the Data Protection Act 1988 and not share personal information about staff or "
    "students that is stored on school systems with anyone outside the school."
)


def test_s47_con_12_stands_to_the_letter_once_the_document_is_there(signed_in):
    clerk = standing(who("pritchard"), on=MONDAY)
    exact_words(words={"CON-12": EXACT}, by=clerk, at=london("2026-11-25 09:00"))
    said = words(read(signed_in("maisie"), "/procedure/clauses/CON-12/"))
    assert EXACT in said and said.index("Correction note:") > said.index(EXACT)
    assert "The approved text says “Data Protection Act 1988”, and it stays as approved." in said


def test_a_correction_note_goes_with_what_it_corrects():
    clause = the_edition().clause("CON-12")
    (note,) = notes_of(clause, the_facts(), on=MONDAY)
    assert "“Data Protection Act 1988”" in str(note)
    assert notes_of(clause, the_facts(), on=date(1999, 1, 1)) == ()
    assert notes_of(replace(clause, mentions=()), the_facts(), on=MONDAY) == ()


def test_s47_maisie_signed_in_is_sent_to_northgates_guidelines_alone(signed_in):
    links = re.findall(r'href="(https://[a-z]+\.example/[^"]*acceptable-use)"', read(signed_in("maisie"), "/procedure/"))
    assert links == ["https://northgate.example/policies/acceptable-use"]


def test_s47_reading_writes_no_row(signed_in):
    browser = signed_in("maisie")
    read(browser, "/procedure/")  # her session says once a minute that she is there

    def rows():
        return {model.__name__: sorted(map(str, model._base_manager.values_list())) for model in apps.get_models()}

    before = rows()
    for path in (
        "/procedure/",
        "/procedure/clauses/CON-12/",
        "/procedure/editions/",
        "/procedure/changes/",
        "/procedure/editions/2018-11/",
    ):
        read(browser, path)
    assert rows() == before


def test_s47_pri_4_in_student_wording_reads_at_grade_6(browser):
    clause = the_edition().clause("PRI-4")
    assert clause.plain_student
    assert clause.plain_student in words(read(browser, "/procedure/?as=student"))
    assert grade(clause.plain_student) <= 6


def test_s47_a_neutral_line_says_it_is_still_in_force_and_no_banner_is_shown(browser):
    said = words(read(browser, "/procedure/?as=student"))
    assert "It is still in force while it is looked at again." in said
    assert "dated in the procedure" not in said
    assert "dated in the procedure" in words(read(browser, "/procedure/"))


def test_s47_who_approved_it_and_when(browser):
    assert "The Executive Headteacher approved it on 1 November 2018." in words(read(browser, "/procedure/?as=student"))
    assert "Approved by the Executive Headteacher on 1 November 2018." in words(read(browser, "/procedure/"))


@pytest.mark.parametrize(
    "path", ["/procedure/", "/procedure/?as=student&q=photo", "/procedure/lint/", "/procedure/topics/photos/", "/procedure/clauses/PRI-4/"]
)
def test_s47_reading_stores_no_time_and_no_place(browser, path):
    answer = browser.get(path)
    assert not answer.cookies
    assert "<script" not in answer.content.decode()


def test_s47_maisie_opens_northgates_guidelines_and_not_eastfields(browser):
    page = page_of(browser.get("/procedure/?as=student"))
    links = {node.text: node.attrs["href"] for node in page.all(tag="a") if node.text.startswith("Acceptable Use")}
    assert links["Acceptable Use guidelines of Northgate School"] == "https://northgate.example/policies/acceptable-use"
    assert links["Acceptable Use guidelines of Eastfield Academy"] == "https://eastfield.example/policies/acceptable-use"
    assert len(set(links.values())) == len(links) == 3


def test_each_school_opens_its_own_acceptable_use_guidelines(browser):
    links = re.findall(r'href="(https://[a-z]+\.example/[^"]*acceptable-use)"', read(browser, "/procedure/"))
    assert sorted(links) == [
        "https://eastfield.example/policies/acceptable-use",
        "https://northgate.example/policies/acceptable-use",
        "https://stbrannocks.example/policies/acceptable-use",
    ]


def test_students_see_the_rules_that_reach_them_in_their_words(browser):
    html = read(browser, "/procedure/?as=student")
    shown = set(re.findall(r'<li id="([A-Z]{3}-\d+)"', html))
    assert shown == {clause.id for clause in the_edition().clauses if clause.addressee.reaches_students}
    assert 'data-mode="student"' in html
    named = page_of(browser.get("/procedure/?as=student")).one(tag="ul", cls="af-for-staff").all(tag="a")
    assert {node.text for node in named} == {clause.id for clause in the_edition().clauses} - shown
    assert not page_of(browser.get("/procedure/")).all(cls="af-for-staff")


@pytest.mark.parametrize(
    ("query", "clause"), [("friend", "SNS-6"), ("photo", "SNS-4"), ("reporter", "SNS-12"), ("untag", "CON-8"), ("REPORTERS", "WEB-7")]
)
def test_ordinary_words_find_the_clause_what_to_do_and_a_button(browser, query, clause):
    html = read(browser, "/procedure/?q=" + query)
    found = html[html.index('id="found"') : html.index("See every rule")]
    assert "/procedure/clauses/%s/" % clause in found
    assert 'class="govuk-button"' in found


@pytest.mark.parametrize("query", ["", "   ", "zzzz", "%00", "%FF%FE", "<script>alert(1)</script>", "x" * 5000])
def test_a_search_for_nothing_says_so_and_breaks_nothing(browser, query):
    answer = browser.get("/procedure/?q=" + query)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert "What we found" in answer.content.decode()


@pytest.mark.parametrize("student", [False, True])
def test_every_tile_ends_in_what_to_do_the_clauses_and_one_button(browser, student):
    assert len(the_topics()) >= 12
    for topic in the_topics():
        page = page_of(browser.get("/procedure/topics/%s/%s" % (topic.id, "?as=student" if student else "")))
        buttons = page.all(tag="a", cls="govuk-button")
        assert len(buttons) == 1, topic.id
        path = buttons[0].attrs["href"].partition("?")[0]
        assert browser.get(path).status_code == (302 if path == "/ask/" else 200), topic.id  # a question needs somebody to answer to
        assert page.all(cls="af-clause"), topic.id


@pytest.mark.parametrize(
    "path", ["/procedure/clauses/XXX-1/", "/procedure/topics/nothing/", "/procedure/clauses/%00/", "/do-i-need-to/nothing/"]
)
def test_what_is_not_there_is_the_one_missing_page(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "We can’t show you this page" in words(answer.content.decode()).replace("&#x27;", "’").replace("'", "’")


def test_s45_mrs_pritchard_lowe_reads_the_first_lint(browser):
    html = read(browser, "/procedure/lint/?on=2026-11-23")
    said = words(html).replace("&quot;", '"').replace("&#x27;", "'")
    for part in (
        "Data Protection Act 1988 is an Irish Act",
        "The review is overdue",
        "Bebo has closed",
        "Twitter is now X",
        "MySpace is nearly dead",
        "plain http, a third party's page, and not checked (looked at on 23 November 2026)",
        'The bare word "exclusion"',
        "Two rules about the press differ",
        "One act has consequences of different strength",
        "The lists of people who are protected differ",
        "IT Acceptable Use guidelines is named without a link",
        "Disciplinary Procedure for all Employees in Schools is named without a link",
        "It has no version number",
        "One thing is spelt in two ways",
        "The document has 4 names for itself",
    ):
        assert said.count(part) >= 1, part
    assert "Edition 2018-11, in force" in said
    page = page_of(browser.get("/procedure/lint/?on=2026-11-23"))
    cards = page.all(tag="li", cls="af-finding")
    assert page.one(tag="h2", cls="govuk-heading-m").text == "%d things to look at on 23 November 2026" % len(cards)
    assert all("Source:" in card.text and "Propose:" in card.text and "Since" in card.text for card in cards)
    for service in ("Facebook", "Tumblr", "Pinterest"):
        assert not re.search(service + " (has|is)", said)


def test_s45_not_one_character_of_the_edition_changes(browser):
    before = the_edition()
    read(browser, "/procedure/lint/?on=2026-11-23")
    assert load(SHIPPED / "2018-11.toml").clauses == before.clauses


def test_an_earlier_day_gives_an_earlier_answer(browser):
    early = words(read(browser, "/procedure/lint/?on=2018-11-02"))
    assert "Bebo has closed" not in early
    assert "overdue" not in early
    assert "Data Protection Act 1988 is an Irish Act" in early


def test_a_day_is_taken_as_the_page_shows_it(browser):
    assert (
        read(browser, "/procedure/lint/?on=2/11/2018").count("2 November 2018")
        == read(browser, "/procedure/lint/?on=2018-11-02").count("2 November 2018")
        > 0
    )
    assert "None on 2 November 2026." in words(read(browser, "/procedure/facts/?on=2 November 2026"))


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "31/2/2026", "%00x", "9" * 5000])
def test_a_day_that_is_none_keeps_what_was_typed(browser, day):
    answer = browser.get("/procedure/lint/?on=" + day)
    html = answer.content.decode()
    assert answer.status_code == 400
    assert html.count("We cannot read this date. Write it as in 23/11/2026.") == 2
    assert "<title>Error:" in html
    assert 'value="%s"' % day.replace("%00", "") in html

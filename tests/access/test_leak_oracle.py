"""No answer tells of what is not one's own to see: pairs of worlds, every address, byte for byte. First each planted leak turns it red."""

import time
from dataclasses import replace

import pytest
from django.shortcuts import render
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from askfirst.casework import access, reports
from askfirst.casework.filed import WORKFLOWS
from askfirst.casework.kinds.student_route import STUDENT_ROUTE
from askfirst.casework.models import Case, CaseBar
from askfirst.people.holding import todays_trust
from askfirst.people.models import Conflict, FamilyTie
from askfirst.records import break_glass
from askfirst.vault.models import Sealed
from askfirst.web import house as houses
from askfirst.web import lists
from askfirst.web.mine import case_words
from askfirst.words import say
from tests.access.doors import PATHS
from tests.access.happenings import HAPPENINGS, VIEWERS, Happening, checks, logs
from tests.access.oracle import NOW, TURNS, addresses, compared, doormen
from tests.access.world import enter
from tests.cast import MONDAY, who

WORDS = (
    "Short.",
    "May I write of the trip to Zanzibar? " * 3,
    "A much longer story of what happened at the gate. " * 40,
    "<b>marked</b> & “quoted”\n\nin two parts",
)
OTHER = "Quite other words, of another length."
MOST = 4
PARTS = 5  # the five thousand pairs come in so many parts, so that each is told of as it ends
plans = st.lists(
    st.tuples(st.sampled_from(sorted(set(HAPPENINGS) - {"twenty private checks"})), st.sampled_from(WORDS)), min_size=1, max_size=MOST
)


def timed(plan):
    return tuple((id, words, minute) for minute, (id, words) in enumerate(plan))


def walk(pairs, browsers, part=0):
    """At least so many pairs, always the same ones for a part: how many, and the leaks that were found."""
    counted, leaks, known = [], [], {}

    @seed(part)
    @settings(max_examples=-(-pairs // len(browsers)), database=None, deadline=None)
    @given(plan=plans)
    def one(plan):
        made, found = compared(timed(plan), browsers, OTHER, part + len(counted), known)
        counted.append(made)
        leaks.extend("%s: %s" % (plan, leak) for leak in found)
        for leak in found:
            print([(id, len(words)) for id, words in plan], leak, flush=True)  # a proof of an hour says it at once

    one()
    return sum(counted), leaks


def some(browsers, *viewers):
    return {viewer: browsers[viewer] for viewer in viewers}


HIDDEN = timed(
    [("Ms Harrow asks somebody else", WORDS[0]), ("an enquiry about two schools", WORDS[1]), ("Ms Harrow logs an enquiry", WORDS[1])]
)


# ---------------------------------------------------------------- planted leaks


def test_a_count_of_all_cases_in_the_head_of_each_page_is_noticed(people, monkeypatch):
    real = todays_trust
    monkeypatch.setattr(houses, "todays_trust", lambda: replace(real(), name="Ridgeway, %d cases" % Case.objects.count()))
    _, leaks = compared(HIDDEN, some(doormen(), "kit", "nobody"), OTHER, 0, {})
    assert len(leaks) > 12


def test_a_list_without_bars_is_noticed(people, monkeypatch):
    """Mrs Nwachukwu has said that she should not handle what concerns Mr Tolland: his enquiry is not hers to see by her seat."""
    declared = Happening("a conflict with Mr Tolland", declares, frozenset({"nwachukwu"}))
    for one in (declared, Happening("his enquiry", logs("tolland", ["brannocks"]))):
        monkeypatch.setitem(HAPPENINGS, one.id, one)
    plan = timed([(declared.id, WORDS[0]), ("his enquiry", WORDS[0])])
    browser = some(doormen(), "nwachukwu")
    assert compared(plan, browser, OTHER, 0, {})[1] == []
    monkeypatch.setattr(access, "_barred", lambda people: CaseBar.objects.none().values_list("case_id", flat=True))
    leaks = compared(plan, browser, OTHER, 0, {})[1]
    assert {"GET /cases/ tells nwachukwu apart by its body", "GET /cases/{ref}/ tells nwachukwu apart by its status"} <= set(leaks)


def declares(words, at):
    Conflict.objects.create(person_id=who("nwachukwu"), about_id=who("tolland"), since=MONDAY)


def test_a_place_in_the_list_that_is_a_number_is_noticed(people, monkeypatch):
    """A number counts what others opened before."""
    real = lists.Filters.query
    monkeypatch.setattr(lists, "AT_ONCE", 1)

    def numbered(self, **other):
        if after := other.get("after"):
            other["after"] = str(Case.objects.get(ref=after).id)
        return real(self, **other)

    own = ("another Headteacher logs an enquiry", WORDS[0])
    plan = timed([("Ms Harrow asks somebody else", WORDS[0]), own, own])
    browser = some(doormen(), "nwachukwu")
    assert compared(plan, browser, OTHER, 0, {})[1] == []
    monkeypatch.setattr(lists.Filters, "query", numbered)
    assert "GET /cases/ tells nwachukwu apart by its body" in compared(plan, browser, OTHER, 0, {})[1]


def test_a_status_that_shows_how_much_was_written_is_noticed(people, monkeypatch):
    """Ms Barrowman may know that Freya’s enquiry is there, and not a word of it."""
    freya = timed([("Freya logs an enquiry", WORDS[2])])
    browser = some(doormen(), "barrowman")
    assert compared(freya, browser, OTHER, 0, {})[1] == []
    real = case_words

    def told(kind, state):
        says, stands = real(kind, state)
        return say("{says} ({size})", says=says, size=sum(len(bytes(row.box)) for row in Sealed.objects.all())), stands

    monkeypatch.setattr(lists, "case_words", told)
    assert "GET /cases/ tells barrowman apart by its body" in compared(freya, browser, OTHER, 0, {})[1]


def test_a_step_that_knows_the_case_before_it_asks_whose_it_is_is_noticed(people, monkeypatch):
    """A page for somebody else's case that differs in a header alone."""
    real = access.find

    def find(ref, by):
        if Case.objects.filter(ref=ref).exists():
            return real(ref, by)
        raise access.Missing from KeyError()

    browser = some(doormen(), "kit")
    monkeypatch.setattr(access, "find", find)
    assert compared(HIDDEN, browser, OTHER, 0, {})[1] == []  # the answer is the same: no leak, and the oracle says so
    monkeypatch.setattr("askfirst.web.cases.missing", tagged)
    assert "GET /cases/{ref}/ tells kit apart by its headers" in compared(HIDDEN, browser, OTHER, 0, {})[1]


def test_a_report_that_shows_a_small_number_is_noticed(people, monkeypatch):
    """The union representative at Northgate reads numbers of small-number reports; of one case she learns nothing."""
    plan = timed([("a conflict about Mr Tolland", WORDS[0])])
    browser = some(doormen(), "thackray")
    assert compared(plan, browser, OTHER, 0, {})[1] == []
    monkeypatch.setattr(reports, "LEAST", 1)
    leaks = compared(plan, browser, OTHER, 0, {})[1]
    assert {"GET %s tells thackray apart by its body" % path for path in ("/reports/counts/", "/api/v1/reports/counts")} <= set(leaks)


def tagged(request, exception=None):
    response = render(request, "web/pages/missing.html", status=404)
    response["ETag"] = '"%d"' % Case.objects.filter(ref=request.path.split("/")[2]).count()
    return response


# ---------------------------------------------------------------- the oracle


def test_every_route_is_asked_for():
    asked = {(method, path, body) for turn in range(TURNS) for method, path, body, _ in addresses(turn)}
    assert {("GET", "/" + address, "") for _, _, address in PATHS.values()} <= asked
    print("%d addresses, filters and forms; %d in each pair" % (len(asked), len(list(addresses(0)))))


def test_a_sample_of_pairs_is_told_apart_by_nobody(people):
    began = time.monotonic()
    pairs, leaks = walk(40, doormen())
    print("%d pairs, %d leaks, %.0f s" % (pairs, len(leaks), time.monotonic() - began))
    assert leaks == []
    assert pairs >= 40


def test_twenty_private_checks_are_told_apart_by_nobody(people):
    pairs, leaks = compared(timed([("twenty private checks", WORDS[1])]), doormen(), OTHER, 0, {})
    print("%d pairs, %d leaks" % (pairs, len(leaks)))
    assert leaks == []
    assert pairs == len(VIEWERS)


def test_s44_an_instruction_and_s56_an_emergency_are_told_apart_by_nobody_else(people):
    """Each alone, in every turn of addresses that shows instructions, counts and requests."""
    for turn, id in enumerate(("an instruction is drafted and given", "IT asks for emergency access")):
        made, leaks = compared(timed([(id, WORDS[1])]), doormen(), OTHER, turn, {})
        assert made > 5 and leaks == [], id


def test_s56_a_page_that_lists_every_request_to_everybody_is_noticed(people, monkeypatch):
    monkeypatch.setattr(break_glass, "may_come", lambda by: True)
    monkeypatch.setattr(break_glass, "_is_theirs", lambda row, by: True)
    plan = timed([("IT asks for emergency access", WORDS[1])])
    assert "GET /break-glass/ tells thackray apart by its body" in compared(plan, some(doormen(), "thackray"), OTHER, 0, {})[1]


def test_s10_a_friend_list_and_a_mark_of_family_are_told_apart_by_nobody(people):
    """Her line manager, who is no common viewer, looks too; first a page that counts the marks is noticed."""
    browsers = {**some(doormen(), "sethuraman"), "dunmore": enter("dunmore", NOW)}
    plan = timed([("Mrs Okoro-Penn marks family", WORDS[1])])
    leaks = [leak for turn in range(TURNS) for leak in compared(plan, browsers, OTHER, turn, {})[1]]
    print("%d viewers, %d leaks" % (len(browsers), len(leaks)))
    assert leaks == []


def test_s10_a_page_that_counts_marks_of_family_is_noticed(people, monkeypatch):
    real = todays_trust
    monkeypatch.setattr(houses, "todays_trust", lambda: replace(real(), name="Ridgeway, %d marks" % FamilyTie.objects.count()))
    plan = timed([("Mrs Okoro-Penn marks family", WORDS[1])])
    assert compared(plan, some(doormen(), "pascoe"), OTHER, 0, {})[1] != []


# Who is close to a student's record and may know nothing of it: brother and sister, whom it hurt and their family, whoever told of it.
CLOSE_BY = {"Kit is talked with": ("okoropenn", "okoropenn/parent", "jorah", "harrow", "makoni"),
            "Jorah’s record is worked to its end": ("kit", "okoropenn", "okoropenn/parent", "maisie", "harrow", "makoni"),
            "a concern about Kit goes the student way": ("kit", "okoropenn/parent", "jorah")}  # fmt: skip


@pytest.mark.parametrize("id", CLOSE_BY)
def test_s40_whoever_is_close_by_learns_nothing_of_a_students_record(people, id):
    browsers = {viewer: enter(viewer, NOW) for viewer in CLOSE_BY[id]}
    plan = timed([(id, WORDS[2])])
    leaks = [leak for turn in (0, TURNS // 2) for leak in compared(plan, browsers, OTHER, turn, {})[1]]
    print("%d viewers, %d leaks" % (len(browsers), len(leaks)))
    assert leaks == []


def test_s40_a_student_who_hears_of_it_before_the_talk_is_noticed(people, monkeypatch):
    early = replace(
        STUDENT_ROUTE, follows=lambda file, taken: STUDENT_ROUTE.follows(file, replace(taken, step=EARLY.get(taken.step, taken.step)))
    )
    monkeypatch.setitem(WORKFLOWS, "student-route", early)
    plan = timed([("a concern about Kit goes the student way", WORDS[0])])
    assert compared(plan, {"kit": enter("kit", NOW)}, OTHER, 0, {})[1] != []


EARLY = {"let-talk": "record-talk"}


@pytest.mark.prove
def test_a_thousand_private_checks_are_told_apart_by_nobody(people, monkeypatch):
    monkeypatch.setitem(HAPPENINGS, "a thousand private checks", Happening("a thousand private checks", checks(1000)))
    pairs, leaks = compared(
        timed([("Ms Harrow asks somebody else", WORDS[0]), ("a thousand private checks", WORDS[1])]), doormen(), OTHER, 0, {}
    )
    print("%d pairs, %d leaks" % (pairs, len(leaks)))
    assert leaks == []


@pytest.mark.prove
@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_five_thousand_pairs_are_told_apart_by_nobody(people, part):
    pairs, leaks = walk(5_000 // PARTS, doormen(), part)
    print("%d pairs, %d leaks" % (pairs, len(leaks)))
    assert leaks == []
    assert pairs >= 5_000 // PARTS

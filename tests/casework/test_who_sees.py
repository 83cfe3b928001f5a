"""Who sees what (workflows.md 3.21 and ruling 7), written by hand and held against the running code; and listed equals allowed."""

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst.casework import access, bars, steps, who_looked
from askfirst.casework.access import Missing
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, CaseAccess
from askfirst.casework.workflow import Part
from askfirst.people.models import Person, Relative
from askfirst.people.standing import standing
from tests.cast import MONDAY, who
from tests.clock import london

EVERYBODY = (
    "achterberg", "quarshie", "vasquez-thorne", "sethuraman", "braithwaite", "kerrigan", "adelakun", "pritchard", "siddiqui", "wieczorek", "fitzhugh",
    "devlin", "obuya", "whitlam", "dunmore", "qureshi", "makoni", "pascoe", "harrow", "okoropenn", "rowbotham", "standish", "farrant",
    "thackray", "abernethy", "rainsford", "omondi", "barrowman", "loxley", "amadi", "holloway", "nwachukwu", "kit", "farouk", "wren", "osei",
    "blenkinsop-g", "lund-a", "grange", "calloway",
)  # fmt: skip
OWN, ALL, STATUS = Part.OWN, Part.ALL, Part.STATUS

# Each row: who opens what on Monday 23 November 2026 at 10:00, and everybody who then sees it. Whoever is not named sees nothing.
MATRIX = [
    ("harrow", "question", {"to": "line-manager"}, {"harrow": OWN, "pascoe": ALL}),
    ("harrow", "question", {"to": "someone-else"}, {"harrow": OWN, "devlin": ALL}),
    ("devlin", "question", {"to": "line-manager"}, {"devlin": OWN, "achterberg": ALL}),
    ("holloway", "question", {"to": "line-manager"}, {"holloway": OWN, "loxley": ALL, "amadi": ALL}),
    ("farrant", "question", {"to": "line-manager"}, {"farrant": OWN, "braithwaite": ALL, "kerrigan": ALL}),
    ("quarshie", "question", {"to": "line-manager"}, {"quarshie": OWN, "vasquez-thorne": ALL}),
    ("farouk", "question", {"to": "tutor"}, {"farouk": OWN, "standish": ALL}),
    ("farouk", "question", {"to": "head-of-year"}, {"farouk": OWN, "qureshi": ALL}),
    ("kit", "question", {"to": "safeguarding-lead"}, {"kit": OWN, "whitlam": ALL}),
    ("harrow", "press", {"schools": ["northgate"]}, {"harrow": OWN, "devlin": ALL, "adelakun": ALL}),
    ("devlin", "press", {"schools": ["northgate"]}, {"devlin": OWN, "achterberg": ALL, "adelakun": ALL}),
    ("achterberg", "press", {"about_no_school": True}, {"achterberg": OWN, "quarshie": ALL, "adelakun": ALL}),
    ("achterberg", "press", {"schools": ["northgate", "eastfield"]}, {"achterberg": OWN, "quarshie": ALL, "adelakun": ALL}),
    ("harrow", "press", {"about_no_school": True}, {"harrow": OWN, "achterberg": ALL, "adelakun": ALL}),
    ("harrow", "press", {"unsure_which": True}, {"harrow": OWN, "adelakun": ALL}),
    (
        "standish", "press", {"schools": ["northgate", "eastfield"]},
        {"standish": OWN, "devlin": ALL, "abernethy": ALL, "achterberg": ALL, "adelakun": ALL},
    ),
    ("osei", "press", {"schools": ["eastfield"]}, {"osei": OWN, "abernethy": ALL, "barrowman": STATUS, "adelakun": ALL}),
    ("wren", "press", {"schools": ["eastfield"]}, {"wren": OWN, "abernethy": ALL, "barrowman": STATUS, "omondi": STATUS, "adelakun": ALL}),
    ("osei", "press", {"about_a_post": False}, {"osei": OWN, "barrowman": STATUS, "adelakun": ALL}),
    ("adelakun", "press", {"schools": ["northgate"]}, {"adelakun": OWN, "devlin": ALL}),
    ("rowbotham", "press", {"schools": ["northgate"], "whose": "harrow"}, {"rowbotham": OWN, "harrow": OWN, "devlin": ALL, "adelakun": ALL}),
]  # fmt: skip


def seen_by(ref, when="2026-11-23"):
    """Everybody who can find the case, and how much of it; listed, counted and found must say the same."""
    seen = {}
    for name in EVERYBODY:
        by = standing(who(name), on=london(when + " 10:30").date())
        listed = {line.ref: line.part for line in access.page(by)}
        assert access.count(by) == len(listed)
        try:
            found = access.find(ref, by).part
        except Missing:
            assert ref not in listed
            continue
        assert listed[ref] is found
        seen[name] = found
    return seen


@pytest.mark.parametrize(("asker", "kind", "details", "expected"), MATRIX)
def test_who_sees_a_new_case(as_, asker, kind, details, expected):
    someone = as_(asker, "2026-11-23 10:00")
    words = {"text": "Is this OK?"} if kind == "question" else {"asked": "About a post"}
    ref = steps.open_case(kind=kind, by=someone.by, details={**words, **details}, at=someone.at)
    assert seen_by(ref) == expected
    assert access.differences() == []


def test_a_row_too_many_is_noticed(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    CaseAccess.objects.create(scope="it", case=Case.objects.get(ref=ref), part=3, kind="question", state="asked", open=True)
    assert "wieczorek" in seen_by(ref)
    assert access.differences() != []


def test_a_tie_recorded_later_shuts_the_doors_of_seats(as_):
    ref = as_("harrow", "2026-11-23 10:00").logs("northgate", asked="About a post")
    Relative.objects.create(person_id=who("devlin"), other_id=who("harrow"), how="cousin of", starts=MONDAY)
    assert bars.bar_again({who("devlin"), who("harrow")}, on=MONDAY) == 1
    assert "devlin" not in seen_by(ref)
    assert seen_by(ref)["harrow"] is OWN


def test_whoever_left_yesterday_sees_and_does_nothing(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks()
    Person.objects.filter(username="pascoe").update(left_on="2026-11-23")
    gone = as_("pascoe", "2026-11-24 09:00")
    assert (gone.sees(), gone.has_to()) == ([], [])
    with pytest.raises(Missing):
        gone.takes(ref, "answer", text="Yes.", strength="You may", outside=True)
    with pytest.raises(Refused):
        gone.asks()


def test_the_list_is_paged_by_the_last_rows_reference(as_):
    asker = as_("harrow", "2026-11-23 10:00")
    refs = [asker.asks("Question %d" % number) for number in range(7)]
    manager = as_("pascoe", "2026-11-23 11:00")
    pages, after = [], ""
    while rows := access.page(manager.by, limit=3, after=after):
        pages.append([row.ref for row in rows])
        after = pages[-1][-1]
    assert [ref for page in pages for ref in page] == refs[::-1]
    assert [len(page) for page in pages] == [3, 3, 1]
    with pytest.raises(Missing):
        access.page(as_("devlin", "2026-11-23 11:00").by, after=refs[0])


NAMES = ("harrow", "pascoe", "devlin", "obuya", "standish", "osei", "achterberg", "adelakun", "farouk", "quarshie", "dunmore", "abernethy")
openings = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["line-manager", "someone-else", "tutor", "northgate", "eastfield", "brannocks", "unsure", "none"]),
    st.integers(0, 20),
)


def slowly(by):
    """The obviously right way: every case, its rows, its bars, one at a time."""
    seen = {}
    for case in Case.objects.order_by("-id"):
        barred = set(case.bars.values_list("person_id", flat=True))
        parts = []
        for row in case.access.all():
            if row.scope not in by.seats:
                continue
            by_name = row.scope.startswith(("person:", "parent:", "outside:"))
            if by_name or not barred & {by.person, by.seats[row.scope]}:
                parts.append(row.part)
        if parts:
            seen[case.ref] = max(parts)
    return list(seen.items())


def test_listed_equals_allowed_equals_the_slow_way(cast):
    walked = []

    @settings(max_examples=15)
    @given(plan=st.lists(openings, min_size=1, max_size=12))
    def walk(plan):
        with transaction.atomic():
            for name, what, day in plan:
                at = london("2026-11-%02d 10:00" % (10 + day % 20))
                by = standing(who(name), on=at.date())
                schools = {"unsure": {"unsure_which": True}, "none": {"about_no_school": True}}.get(what, {"schools": [what]})
                question = what in ("line-manager", "someone-else", "tutor")
                details = {"text": "?", "to": what} if question else {"asked": "?", **schools}
                try:
                    steps.open_case(kind="question" if question else "press", by=by, details=details, at=at)
                except ValueError:
                    continue  # a student has no line manager to ask, nor staff a tutor
            for name in EVERYBODY:
                for day in (MONDAY, london("2026-12-01 10:00").date()):
                    by = standing(who(name), on=day)
                    assert [(line.ref, int(line.part)) for line in access.page(by, limit=1000)] == slowly(by)
            assert access.differences() == []
            walked.append(Case.objects.count())
            transaction.set_rollback(True)

    walk()
    print("%d histories, %d cases" % (len(walked), sum(walked)))
    assert sum(walked) > 20


def test_reading_goes_through_one_door(as_):
    ref = as_("harrow", "2026-11-23 10:00").asks("A secret question")
    opened = as_("pascoe", "2026-11-23 10:05").opens(ref)
    assert opened.papers["details"]["text"] == "A secret question"
    looks = [(look.who, look.acting_for) for look in who_looked.looked_at(opened)]
    assert looks == [(who("pascoe"), "")]

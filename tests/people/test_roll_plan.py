"""A file of people against the cast: what the plan says, before anything is written."""

import io
from datetime import date

import pytest

from askfirst.people.models import Person, RollId
from askfirst.people.roll import look
from tests.cast import who
from tests.people.roll_files import as_file, cast_lines, line

DAY = date(2026, 11, 25)


@pytest.fixture
def ids(cast):
    """A file of the cast was applied before: everybody is known by id."""
    RollId.objects.bulk_create(RollId(id=person.username, person=person) for person in Person.objects.all())


def plan(lines, *, full=False, **decided):
    return look(io.BytesIO(as_file(lines)), full=full, on=DAY, decided=decided).plan


def told(changes):
    return [(change.name, str(change.says)) for change in changes]


def test_the_cast_as_its_own_roll_brings_nothing_but_ids(cast):
    found = plan(cast_lines(), full=True)
    assert [str(place.whole) for place in found.problems] == []
    assert {op.table for op in found.ops} == {"roll"}
    assert (found.counts(), found.touched, found.needs_second) == (dict.fromkeys(found.counts(), 0), 0, False)
    assert len(found.ops) > 50


def test_s54_one_person_twice_a_leaver_and_a_new_contact(cast):
    lines = cast_lines(without=("farrant", "standish"))
    standish = {"name": "Mr Kofi Standish", "kind": "staff"}
    lines += [
        line(
            id="standish",
            school="northgate",
            email="k.standish@northgate.example",
            line_manager_id="pascoe",
            share="0.6",
            tutor_of="9S",
            **standish,
        ),
        line(id="e77", school="eastfield", email="k.standish@eastfield.example", line_manager_id="loxley", share="0.4", **standish),
        line(id="c1", name="Mr Owen Rusk", kind="parent", email="o.rusk@mail.example", contact_of="rusk"),
    ]
    found = plan(lines, full=True)
    assert [(pair.id, pair.other, pair.email, pair.decided) for pair in found.pairs] == [
        ("e77", who("standish"), "k.standish@eastfield.example", "")
    ]
    assert told(found.leavers) == [("Mr Ludovic Farrant", "Would leave. Last day: 25 November 2026")]
    assert told(found.held) == [("Mr Owen Rusk", "New contact of Callie Rusk")]
    assert not any(who("standish") in (op.key, (op.after or {}).get("person")) for op in found.ops), (
        "nothing of his changes till it is said who he is"
    )
    same = plan(lines, full=True, e77=who("standish"))
    assert (same.undecided, told(same.moves), told(same.gains)) == ([], [], [])
    assert {op.key for op in same.ops if op.after == {"person": who("standish")}} == {"standish", "e77"}
    other = plan(lines, full=True, e77="another")
    assert ("Mr Kofi Standish", "staff, Eastfield Academy") in told(other.joiners)


def changed(lines, id, **cells):
    """The line of this id with other cells."""
    at = next(number for number, one in enumerate(lines) if one[0] == id)
    fresh = line(**cells)
    return [*lines[:at], [new or old for new, old in zip(fresh, lines[at], strict=True)], *lines[at + 1 :]]


def test_who_joins_moves_gains_and_loses(cast):
    lines = changed(cast_lines(without=("omondi",)), "jorah", year="9", **{"class": "9S"})
    lines = changed(lines, "harrow", line_manager_id="obuya", seats="dsl")
    lines = changed(lines, "sallow", line_manager_id="abernethy")
    lines.append(
        line(id="n1", name="Ms Ada New", kind="staff", school="brannocks", job_title="Teacher", line_manager_id="finnis", tutor_of="3A")
    )
    found = plan(lines)
    assert told(found.joiners) == [("Ms Ada New", "Teacher, St Brannock's Primary")]
    assert told(found.moves) == [("Jorah Blenkinsop", "To Northgate School, year 9, class 9S")]
    assert told(found.leavers) == [], "the file does not say that it is full"
    assert told(found.gains) == [
        ("Mr Ikenna Obuya", "Becomes line manager of Ms Mei-Lin Harrow"),
        ("Ms Mei-Lin Harrow", "Safeguarding lead, Northgate School"),
        ("Mr Stellan Abernethy", "Becomes line manager of Mr Gethin Sallow"),
        ("Ms Ada New", "Tutor of 3A, St Brannock's Primary"),
    ]
    assert [str(change.says) for change in found.losses] == [
        "Is no more line manager of Ms Mei-Lin Harrow",
        "Is no more line manager of Mr Gethin Sallow",
    ]
    assert found.needs_second and len(found.opens_cases) == 4


def test_a_union_seat_opens_no_case_and_five_in_a_hundred_are_many(cast):
    assert not plan(changed(cast_lines(), "harrow", seats="union")).needs_second
    new = [line(id="s%d" % one, name="Ada Number%d" % one, kind="student", school="northgate") for one in range(6)]
    of = plan(cast_lines()).of
    assert 20 * 3 <= of < 20 * 6, of
    assert not plan([*cast_lines(), *new[:3]]).needs_second
    many = plan([*cast_lines(), *new])
    assert (many.large, many.needs_second, many.opens_cases) == (True, True, [])


def test_a_file_about_students_lets_no_member_of_staff_leave(cast):
    students = [one for one in cast_lines(without=("wren",)) if one[4] == "student"]
    assert [name for name, _ in told(plan(students, full=True).leavers)] == ["Tobias Wren-Kapoor"]


def test_whoever_left_comes_back_and_a_day_that_is_over_adds_nobody(cast):
    lines = [line(id="grange", name="Ottilie Grange", kind="student", school="northgate", year="12")]
    assert told(plan(lines).joiners) == [("Ottilie Grange", "Comes back")]
    past = plan([line(id="x1", name="Ada Past", kind="staff", ends="2026-11-24")])
    assert (past.ops, [str(note.whole) for note in past.notes]) == (
        (),
        ["Line 2, column “ends”: The last day is over, so this person is not added."],
    )


def test_a_column_that_is_not_there_changes_nothing(cast):
    text = "id,name,kind\r\nharrow,Ms Mei-Lin Harrow,staff\r\nqureshi,Ms Farah Qureshi-Dale,staff\r\n"
    found = look(io.BytesIO(text.encode()), full=False, on=DAY).plan
    assert {op.table for op in found.ops} == {"roll"}
    emptied = look(io.BytesIO(b"id,name,kind,seats\r\nqureshi,Ms Farah Qureshi-Dale,staff,\r\n"), full=False, on=DAY).plan
    assert [str(change.says) for change in emptied.losses] == ["Leads Year 8, Northgate School", "Leads Year 9, Northgate School"]


def test_a_contact_that_is_known_changes_nothing_not_even_a_name(ids):
    found = plan([line(id="haddad-i", name="Idris Haddad", kind="parent", contact_of="haddad", email="new@mail.example")])
    assert (found.ops, found.held, found.contacts_differ) == ((), [], 1)


def test_one_plan_has_one_digest(cast):
    lines = [*cast_lines(), line(id="n1", name="Ms Ada New", kind="staff", school="brannocks")]
    assert plan(lines).digest == plan(lines).digest
    assert plan(lines).digest != plan(cast_lines()).digest


REFUSED = [
    ({"school": "hogwarts"}, "Line 2, column “school”: There is no school “hogwarts”. Ours are: eastfield, northgate, brannocks."),
    ({"seats": "head:hogwarts"}, "Line 2, column “seats”: There is no school “hogwarts”. Mend the seat."),
    ({"line_manager_id": "nobody"}, "Line 2, column “line manager id”: Nobody has the id “nobody”, in this file or before. Mend it."),
    ({"contact_of": "harrow"}, "Line 2, column “contact of”: No student has the id “harrow”, in this file or before. Mend it."),
]


@pytest.mark.parametrize(("cells", "says"), REFUSED)
def test_what_is_not_there_is_named(cast, cells, says):
    found = plan([line(**{"id": "n1", "name": "Ms Ada New", "kind": "staff", "school": "northgate", **cells}), *cast_lines()])
    assert ([str(place.whole) for place in found.problems], found.ops) == ([says], ())


RING = "These people manage each other in a ring: Ms Bronagh Devlin-Shaw, Dr Anselm Pascoe. Break it at one."


def test_a_ring_of_managers_is_named_also_where_half_of_it_is_known(ids):
    found = plan([line(id="devlin", name="Ms Bronagh Devlin-Shaw", kind="staff", school="northgate", line_manager_id="pascoe")])
    assert [str(place.whole) for place in found.problems] == ["Line 2, column “line manager id”: " + RING]


def test_a_long_ring_in_the_file_is_named_once_and_short(cast):
    lines = [
        line(id="n%d" % one, name="Ada Number%d" % one, kind="staff", school="northgate", line_manager_id="n%d" % ((one + 1) % 400))
        for one in range(400)
    ]
    found = plan(lines)
    assert len(found.problems) == 1
    assert str(found.problems[0].says).endswith("Ada Number3, Ada Number4 and others. Break it at one.")


def test_an_id_names_the_same_person_whatever_their_name_and_mail_become(ids):
    found = plan(
        [
            line(
                id="harrow",
                name="Ms Mei-Lin Pascoe",
                kind="staff",
                school="northgate",
                line_manager_id="pascoe",
                email="m.pascoe@northgate.example",
            )
        ]
    )
    assert told(found.details) == [("Ms Mei-Lin Pascoe", "Changes: mail, name, job title")]
    taken = plan([line(id="z9", username="harrow", name="Mr Other Harrow", kind="staff", school="northgate")])
    assert [str(place.whole) for place in taken.problems] == [
        "Line 2, column “username”: “harrow” signs in somebody with another id already. Give one of them another username."
    ]

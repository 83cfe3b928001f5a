"""Settings of the Trust: Mrs Pritchard-Lowe asks, a second person agrees to what has weight, it holds from its day on, and it can be undone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.adoption import settings_all
from askfirst.adoption.readings import readings_on
from askfirst.people.holding import trust_on, values_on, what_holds
from askfirst.people.models import Absence, Person, School, SettingChange
from askfirst.people.second import NotSecond
from askfirst.people.settings import changes as made
from askfirst.people.settings.changes import NotNow, agree, take_back
from askfirst.people.settings.held import held_by, shown
from askfirst.people.settings.history import NoSetting, change, changes, may_see, waiting
from askfirst.people.settings.known import of_the_school, of_the_trust, of_the_year, read
from askfirst.people.settings.values import BadSetting, Blank, Kind, read_value
from askfirst.people.who import duty_contact, names, schools, the_calendar
from askfirst.procedure.trust import load_trust
from askfirst.trail import chain
from askfirst.trail.models import Notice
from askfirst.words import say
from tests.adoption.conftest import by
from tests.cast import MONDAY, cast, who
from tests.clock import at, london

__all__ = ["at", "cast"]

NOW = london("2026-11-23 09:00")
PHONE, NAME = "trust.duty_phone", "trust.name"
WHY = "The number has changed."


@pytest.fixture(autouse=True)
def monday(cast, at):
    at("2026-11-23 09:00")


def asks(name, value, *, starts_on="", why=WHY, who_asks="pritchard", when=NOW):
    given = value if isinstance(value, dict) else {"value": value}
    return settings_all.ask(name, given, starts_on=starts_on, why=why, by=by(who_asks), at=when)


def agrees(ref, name="achterberg", when=NOW):
    agree(ref, digest=change(ref, by=by("pritchard"), at=when).digest, by=by(name), at=when)


def trail():
    return [(one.what, one.who, one.of, one.after) for one in chain.events("settings")]


def told(kind="to-do"):
    return sorted(names([one.to])[one.to].username for one in Notice.objects.filter(kind=kind, key__startswith="setting:"))


def check_who_hears():
    ref = asks(NAME, "Moor Edge Trust")
    assert told() == ["achterberg", "quarshie", "sethuraman"], "the lead, the Chair and data protection; not whoever asked"
    assert not any("Moor" in "".join((one.key, one.kind, one.case, one.address)) for one in Notice.objects.all())
    asks(NAME, "Moor Edge Trust")
    assert (len(told()), told("news")) == (3, []), "a form that was sent twice tells nobody twice"
    agrees(ref)
    assert told("news") == ["pritchard"], "and whoever asked hears that it was agreed to"


def test_whoever_may_agree_hears_that_a_change_waits_and_whoever_asked_that_it_was_agreed_to():
    check_who_hears()


@pytest.mark.parametrize("flaw", ["tell_seconds", "tell_asker"])
def test_and_a_change_that_tells_nobody_would_be_seen(monkeypatch, flaw):
    monkeypatch.setattr(made, flaw, lambda ref, **told: 0)
    with pytest.raises(AssertionError):
        check_who_hears()


def test_whoever_is_away_is_told_where_nobody_else_can_agree():
    for name in ("sethuraman", "quarshie"):
        Absence.objects.create(person_id=who(name), starts=MONDAY, ends=MONDAY)
    ref = asks(NAME, "Moor Edge Trust")
    assert told() == ["achterberg"]
    take_back(ref, by=by("pritchard"), at=NOW)
    Absence.objects.create(person_id=who("achterberg"), starts=MONDAY, ends=MONDAY)
    asks(NAME, "Fell Edge Trust")
    assert sorted(set(told())) == ["achterberg", "quarshie", "sethuraman"]


def test_what_one_person_changes_alone_tells_nobody():
    asks(PHONE, "01632 960199")
    assert told() == told("news") == []


def test_a_telephone_number_takes_one_person_and_holds_from_its_day_on():
    ref = asks(PHONE, "01632 960199", starts_on="25/11/2026")
    assert change(ref, by=by("pritchard"), at=NOW).state == "agreed"
    assert [trust_on(MONDAY + timedelta(days=days)).duty_phone for days in (0, 1, 2, 300)] == ["01632 960100"] * 2 + ["01632 960199"] * 2
    assert trail() == [("setting-asked", who("pritchard"), ref, PHONE), ("setting-agreed", who("pritchard"), ref, PHONE)]


def test_what_has_weight_is_nothing_until_a_second_person_agrees_to_exactly_it(at):
    ref = asks(NAME, "Moor Edge Trust")
    assert (change(ref, by=by("pritchard"), at=NOW).state, trust_on(MONDAY).name) == ("waits", "Ridgeway Education Trust")
    with pytest.raises(NotSecond, match="You asked for this yourself"):
        agrees(ref, "pritchard")
    with pytest.raises(NoSetting):
        agrees(ref, "harrow")
    with pytest.raises(NotNow, match="not what you looked at"):
        agree(ref, digest="0" * 64, by=by("achterberg"), at=NOW)
    assert trust_on(MONDAY).name == "Ridgeway Education Trust"
    agrees(ref)
    assert trust_on(MONDAY).name == "Moor Edge Trust"
    assert [what for what, *_ in trail()] == ["setting-asked", "second-wanted", "second-given", "setting-agreed"]
    assert change(ref, by=by("pritchard"), at=NOW).agreed_by == who("achterberg")
    with pytest.raises(NotNow):
        agrees(ref, "sethuraman")


def test_a_change_that_waited_past_its_day_never_reaches_back():
    ref = asks(NAME, "Moor Edge Trust", starts_on="23/11/2026")
    agrees(ref, when=london("2026-11-25 09:00"))
    assert [trust_on(day).name for day in (date(2026, 11, 24), date(2026, 11, 25))] == ["Ridgeway Education Trust", "Moor Edge Trust"]


def test_after_three_days_nobody_can_agree_any_more_and_asking_again_is_a_new_change():
    ref = asks(NAME, "Moor Edge Trust")
    later = london("2026-11-26 09:01")
    assert change(ref, by=by("pritchard"), at=later).state == "lapsed"
    with pytest.raises(NotSecond):
        agrees(ref, when=later)
    again = asks(NAME, "Moor Edge Trust", when=later)
    assert [one.ref for one in waiting(by=by("achterberg"), at=later)] == [again]
    assert change(ref, by=by("pritchard"), at=later).state == "dropped"


def test_it_is_taken_back_and_it_is_undone_before_and_after_its_first_day():
    waits = asks(NAME, "Moor Edge Trust")
    take_back(waits, by=by("pritchard"), at=NOW)
    assert waiting(by=by("pritchard"), at=NOW) == []
    soon = asks(PHONE, "01632 960198", starts_on="1/12/2026")
    settings_all.undo(soon, why="A slip.", by=by("pritchard"), at=NOW)
    assert (change(soon, by=by("pritchard"), at=NOW).state, trust_on(date(2026, 12, 1)).duty_phone) == ("undone", "01632 960100")
    one, two = asks(PHONE, "01632 960197"), asks(PHONE, "01632 960196", when=london("2026-11-24 09:00"))
    with pytest.raises(NotNow, match="changed again since"):
        settings_all.undo(one, why="A slip.", by=by("pritchard"), at=london("2026-11-24 10:00"))
    settings_all.undo(two, why="A slip.", by=by("pritchard"), at=london("2026-11-25 09:00"))
    days = [MONDAY + timedelta(days=days) for days in range(3)]
    assert [trust_on(day).duty_phone for day in days] == ["01632 960197", "01632 960196", "01632 960197"]
    assert SettingChange.objects.filter(name=PHONE, state="agreed").count() == 3


def test_going_back_from_what_has_weight_takes_two_as_well_and_ends_at_the_pack():
    agrees(asks(NAME, "Moor Edge Trust"))
    (ref,) = [one.ref for one in changes(by=by("pritchard"), at=NOW, name=NAME)]
    back = settings_all.undo(ref, why="It was too soon.", by=by("pritchard"), at=NOW)
    assert (change(back, by=by("pritchard"), at=NOW).state, trust_on(MONDAY).name) == ("waits", "Moor Edge Trust")
    agrees(back)
    assert trust_on(MONDAY).name == "Ridgeway Education Trust" and NAME not in values_on(MONDAY)


@pytest.mark.parametrize("name", ["harrow", "whitlam", "osei/parent", "braithwaite", "drinkwater"])
def test_they_are_no_business_of_anybody_else(name):
    assert not may_see(by(name))
    with pytest.raises(NoSetting):
        asks(PHONE, "01632 960199", who_asks=name)
    with pytest.raises(NoSetting):
        changes(by=by(name), at=NOW)


def test_the_second_of_two_reads_them_and_asks_for_nothing():
    assert may_see(by("achterberg")) and may_see(by("sethuraman"))
    with pytest.raises(NoSetting):
        asks(PHONE, "01632 960199", who_asks="achterberg")


def test_a_new_school_comes_with_its_row_and_goes_while_nothing_hangs_on_it():
    new = {
        "id": "moor-end", "name": "Moor End Primary", "phase": "primary", "phone": "01632 960140", "domain": "moorend.example",
        "student_word": "pupil", "pastoral_lead_title": "Phase leader",
    }  # fmt: skip
    agrees(asks("school.new", new))
    assert "Moor End Primary" in [one.name for one in schools()]
    with pytest.raises(BadSetting, match="This id is taken"):
        asks("school.new", new)
    asks("school.moor-end.phone", "01632 960141")
    assert next(one.phone for one in schools() if one.id == "moor-end") == "01632 960141"
    (ref,) = [one.ref for one in changes(by=by("pritchard"), at=NOW, name="school.moor-end")]
    agrees(settings_all.undo(ref, why="It never opened.", by=by("pritchard"), at=NOW))
    assert not School.objects.filter(id="moor-end").exists() and trust_on(MONDAY).school("moor-end") is None


def test_a_school_on_which_somebody_hangs_stays():
    new = {
        "id": "moor-end", "name": "Moor End Primary", "phase": "primary", "phone": "01632 960140", "domain": "moorend.example",
        "student_word": "pupil", "pastoral_lead_title": "Phase leader",
    }  # fmt: skip
    agrees(asks("school.new", new))
    Person.objects.filter(ref=who("harrow")).update(school_id="moor-end")
    (ref,) = [one.ref for one in changes(by=by("pritchard"), at=NOW, name="school.moor-end")]
    back = settings_all.undo(ref, why="It never opened.", by=by("pritchard"), at=NOW)
    with pytest.raises(NotNow, match="hangs on this school"):
        agrees(back)
    assert School.objects.filter(id="moor-end").exists() and trust_on(MONDAY).school("moor-end") is not None


def test_the_calendar_the_schools_and_the_duty_contact_follow():
    agrees(asks("year.inset", "27/11/2026\n30/11/2026"))
    agrees(asks("year.holidays", "24/11/2026"))
    counted = the_calendar()
    assert [counted.is_school_day(date(2026, 11, day)) for day in (24, 25, 27, 30)] == [False, True, False, False]
    agrees(asks("school.northgate.name", "Northgate High"))
    assert "Northgate High" in [one.name for one in schools()]
    asks("trust.duty_label", "The duty desk")
    contact = duty_contact()
    assert contact is not None and contact.label == "The duty desk"


def test_a_reading_is_adopted_by_one_person_and_changed_by_two():
    read_as = {one.id: one for one in readings_on(MONDAY)}
    asks("reading.A5", {"status": "adopted", "reading": "whatever stood there", "student": ""})
    assert {one.id: one.status for one in readings_on(MONDAY)}["A5"] == "adopted"
    assert {one.id: one.reading for one in readings_on(MONDAY)}["A5"] == read_as["A5"].reading
    ref = asks("reading.A26", {"status": "changed", "reading": "It is a tip for two years.", "student": "", "months": "24"})
    assert {one.id: one.status for one in readings_on(MONDAY)}["A26"] == "default"
    agrees(ref)
    ours = {one.id: one for one in readings_on(MONDAY)}["A26"]
    assert (ours.status, ours.reading, ours.clauses) == ("changed", "It is a tip for two years.", read_as["A26"].clauses)


BAD = {
    "empty": (NAME, "  ", "This is empty. Fill it in: The Trust’s name"),
    "too long": (NAME, "x" * 201, "This is 201 characters long. Write 200 at most."),
    "a mark nobody sees": (NAME, "Moor\u202eEdge", "This holds marks that cannot be seen. Type it again."),
    "a NUL": (NAME, "Moor\0Edge", "This holds marks that cannot be seen. Type it again."),
    "half a character": (NAME, "Moor\ud800", "This holds marks that cannot be seen. Type it again."),
    "two lines": (NAME, "Moor\nEdge", "This holds marks that cannot be seen. Type it again."),
    "no text": (NAME, {"value": 7}, "Give this as text."),
    "no phone": (PHONE, "ring me", "This is no telephone number. Write it in figures, such as 01632 960100."),
    "no mail": ("trust.duty_email", "duty@", "This is no mail address. Write it like office@trust.example."),
    "no domain": ("trust.domain", "https://ret.example/", "This is no domain. Write it without https://, such as trust.example."),
    "no link": ("trust.policies", "javascript:alert(1)", "This is not a link to a page. Paste one that starts with https://, or type the app’s name."),
    "a name of an app": ("trust.policies", "Instagram", "This is no address of a page. Write one that starts with https://."),
    "no choice": ("trust.approver_seat", "dpo", "That is not one of the choices. Choose one of: trust-lead, chair."),
    "a brand twice": ("trust.brands", "Moor\nEdge, ordinary word too\nmoor", "The name on line 3 stands twice. Take one of the two out."),
    "a mark we do not know": ("trust.brands", "Moor, perhaps", "We cannot read line 1. Write a name, and after a comma “ordinary word too” or “motto”."),
    "no term": ("year.terms", "Autumn, 1/9/2026, 18/12/2026", "We cannot read line 1. Write the name and four days, with commas between them."),
    "days out of order": ("year.terms", "Autumn, 1/9/2026, 18/12/2026, 26/10/2027, 30/10/2027", "The days on line 1 are not in order. Half-term lies inside its term."),
    "terms that overlap": (
        "year.terms", "A, 1/9/2026, 18/12/2026, 26/10/2026, 30/10/2026\nB, 18/12/2026, 1/3/2027, 1/2/2027, 5/2/2027", "A and B overlap. Look at their days again.",
    ),
    "no day": ("year.inset", "27/11/2026\n31/2/2027", "We cannot read line 2. Write each day as in 23/11/2026."),
    "a day to come": ("school.northgate.lead", {"name": "Mrs Whitlam", "checked_on": "24/11/2026"}, "This day is still to come. Give the day on which somebody looked."),
    "months": ("reading.A26", {"status": "changed", "reading": "Ours.", "months": "61"}, "Give a whole number from 1 to 60."),
    "a part we do not know": (NAME, {"value": "Moor Edge", "more": "x"}, "There is a part here we do not know. We know: value."),
    "nothing new": ("reading.A26", {"status": "perhaps", "reading": "Ours.", "months": "6"}, "That is not one of the choices. Choose one of: adopted, changed."),
}  # fmt: skip


@pytest.mark.parametrize(("name", "value", "says"), BAD.values(), ids=BAD)
def test_bad_input_gets_one_sentence_and_nothing_is_kept(name, value, says):
    with pytest.raises(BadSetting) as problem:
        asks(name, value)
    assert str(problem.value) == says
    assert not SettingChange.objects.exists() and trail() == []


@pytest.mark.parametrize(
    ("starts_on", "why", "says"),
    [
        ("22/11/2026", WHY, "The first day cannot lie in the past. Choose today or a later day."),
        ("soon", WHY, "We cannot read this date. Write it as in 23/11/2026."),
        ("1/1/2099", WHY, "This day is years away. Look at the year again."),
        ("", " ", "This is empty. Fill it in: Why is it changed?"),
    ],
)
def test_a_day_and_a_reason_that_cannot_be(starts_on, why, says):
    with pytest.raises(BadSetting) as problem:
        asks(PHONE, "01632 960199", starts_on=starts_on, why=why)
    assert str(problem.value) == says


def test_what_holds_already_is_no_change():
    asks(PHONE, "01632 960199")
    with pytest.raises(BadSetting, match="This holds already"):
        asks(PHONE, "01632 960199", why="For another reason.")


@pytest.mark.parametrize(
    "name",
    [
        "trust.motto",
        "school.nowhere.phone",
        "school.northgate.colour",
        "reading.A99",
        "variation.northgate.CON-99",
        "variation.nowhere.CON-3",
        "",
        "year",
        ".",
    ],
)
def test_there_is_no_such_setting(name):
    with pytest.raises(NoSetting):
        asks(name, "x")


EVERY = (*of_the_trust(load_trust().lead_title), *of_the_year, *of_the_school(load_trust().schools[0]))


@pytest.mark.parametrize("setting", EVERY, ids=lambda one: one.name)
def test_what_a_form_shows_of_a_pack_can_be_sent_again(setting, monday):
    """The law of every setting: shown, sent, laid over the pack, it holds what it held."""
    held = what_holds(MONDAY)
    typed = shown(setting, held)
    blank = {blank.id for blank in setting.blanks if blank.needed and not typed[blank.id]}
    if blank:
        typed |= dict.fromkeys(blank, "1/11/2026")
    again = read(setting, typed, on=MONDAY)
    laid = held_by(load_trust(), held.terms, held.inset, {setting.name: again})
    assert shown(setting, laid) == typed


@given(text=st.text(max_size=60), kind=st.sampled_from(Kind))
def test_whatever_is_typed_is_read_or_refused_and_what_is_read_reads_the_same_again(text, kind):
    blank = Blank("value", say("Anything"), kind, choices=(("a", say("A")),), needed=False)
    try:
        once = read_value(blank, text)
    except BadSetting:
        return
    assert read_value(blank, once) == once

"""Once a term, "Have a look at your settings": whom the worker reminds, once each, what it forgets, and that nothing else comes of it. S50."""

from dataclasses import replace
from datetime import date

import pytest

from askfirst.people.merge import merge
from askfirst.people.models import Absence, Person, SettingsCheck, SettingsRound
from askfirst.people.notify import mail_sent, send_due
from askfirst.people.settings_check import checked, checked_on, is_due, remind_due
from askfirst.trail.models import Notice
from tests.cast import MONDAY, who
from tests.clock import london

AUTUMN, SPRING = date(2026, 9, 3), date(2027, 1, 5)
BEFORE = "2026-08-24 09:00"


def round_at(when):
    return remind_due(at=london(when))


def reminded():
    people = dict(Person.objects.values_list("ref", "username"))
    return sorted(people[ref] for ref in Notice.objects.values_list("to", flat=True))


@pytest.fixture
def at_work(cast):
    """The worker has run since before the term."""
    assert round_at(BEFORE) == 0


def test_s50_nothing_is_due_between_terms_and_until_eight(at_work):
    assert round_at("2026-09-02 12:00") == 0
    assert round_at("2026-09-03 07:59") == 0
    assert not is_due(who("drinkwater"), on=date(2026, 9, 2))
    assert is_due(who("drinkwater"), on=AUTUMN)
    assert round_at("2026-09-03 08:00") > 20


def test_s50_everybody_who_works_here_is_reminded_once_a_term(at_work):
    first = round_at("2026-09-03 08:00")
    names = reminded()
    assert first == len(names) == len(set(names))
    assert {"drinkwater", "holloway", "okoropenn", "standish", "farrant"} <= set(names)
    assert not {"farouk", "osei", "kit", "blenkinsop-g", "grange", "quarshie"} & set(names), (
        "students see it in the app; SNS-8 is for staff"
    )
    assert not {"tarrant"} & set(names), "nobody is reminded of work while they are away"
    for when in ("2026-09-03 08:02", "2026-09-04 09:00", "2026-11-23 09:00", "2026-12-18 12:00", "2026-12-23 09:00"):
        assert round_at(when) == 0
    assert reminded() == names


def test_s50_downtime_is_caught_up_once_and_a_term_gone_by_is_not(at_work):
    assert round_at("2026-11-23 09:00") > 20
    assert round_at("2026-11-24 09:00") == 0
    SettingsRound.objects.update(on=date(2026, 12, 22))
    Notice.objects.all().delete()
    assert round_at("2027-04-12 09:00") > 20, "spring went by while nobody worked; only the term that runs is told of"
    assert {key.split(":")[1] for key in Notice.objects.values_list("key", flat=True)} == {"2027-04-12"}


def test_a_round_that_was_cut_short_or_a_clock_that_went_back_tells_nobody_twice(at_work):
    told = round_at("2026-09-03 08:00")
    SettingsRound.objects.update(on=date(2026, 8, 24))  # it was killed before it had said how far it was
    assert round_at("2026-09-03 08:05") == 0
    assert round_at("2031-09-03 09:00") == 0
    assert round_at("2026-09-04 09:00") == 0
    assert Notice.objects.count() == told


def test_a_server_that_was_set_up_in_the_middle_of_a_term_writes_no_letters_of_it(cast):
    assert round_at("2026-11-25 10:00") == 0
    assert Notice.objects.count() == 0
    assert is_due(who("drinkwater"), on=MONDAY), "the page says it all the same"
    assert round_at("2027-01-05 08:00") > 20


def test_s50_doing_nothing_leads_to_a_reminder_next_term_and_to_nothing_else(at_work):
    round_at("2026-09-03 08:00")
    checked(who("drinkwater"), on=MONDAY)
    assert round_at("2027-01-05 08:00") > 20
    term = {key.split(":")[1] for key in Notice.objects.filter(to=who("holloway")).values_list("key", flat=True)}
    assert term == {"2026-09-03", "2027-01-05"}
    assert set(Notice.objects.values_list("kind", "case", "address")) == {("reminder", "", "")}
    assert all(notice.to in notice.key for notice in Notice.objects.all()), "each is to the person alone: nobody is told of another"


def test_s50_the_mail_says_only_that_there_is_something_to_do(at_work, settings, tmp_path):
    settings.ASKFIRST = replace(settings.ASKFIRST, data=tmp_path)
    round_at("2026-11-23 09:00")
    send_due(at=london("2026-11-23 09:00"))
    mails = mail_sent(most=500)
    assert {mail.subject for mail in mails} == {"You have something to do in AskFirst"}
    assert all("/me/" in mail.body and "settings" not in mail.body for mail in mails)


def test_whoever_looked_this_term_is_not_reminded_of_it(at_work):
    checked(who("drinkwater"), on=date(2026, 9, 3))
    round_at("2026-09-07 09:00")
    assert "drinkwater" not in reminded()
    assert "holloway" in reminded()


def test_only_the_latest_day_is_kept(cast):
    for day in (date(2026, 3, 2), date(2026, 9, 4), MONDAY):
        checked(who("drinkwater"), on=day)
    assert list(SettingsCheck.objects.values_list("person_id", "on")) == [(who("drinkwater"), MONDAY)]
    assert [field.name for field in SettingsCheck._meta.get_fields()] == ["person", "on"], "there is no room for anything else"
    assert checked_on(who("holloway")) is None


def test_the_day_goes_when_the_person_leaves(at_work):
    """Ms Averill resigned and leaves at the end of spring term."""
    for name in ("averill", "drinkwater"):
        checked(who(name), on=MONDAY)
    round_at("2027-03-25 09:00")
    assert checked_on(who("averill")) == MONDAY, "her last day"
    round_at("2027-03-26 09:00")
    assert checked_on(who("averill")) is None
    assert checked_on(who("drinkwater")) == MONDAY


def test_of_two_records_of_one_person_one_day_stays(cast):
    for gone, into in (("drinkwater", "holloway"), ("amadi", "loxley")):
        checked(who(gone), on=MONDAY)
        if gone == "amadi":
            checked(who(into), on=date(2026, 11, 24))
        merge(gone=who(gone), into=Person.objects.get(username=into).ref, by="", at=london("2026-11-25 09:00"), on=date(2026, 11, 25))
    assert checked_on(Person.objects.get(username="holloway").ref) == MONDAY
    assert checked_on(Person.objects.get(username="loxley").ref) == date(2026, 11, 24)
    assert SettingsCheck.objects.count() == 2


def test_somebody_back_from_leave_sees_it_on_their_page(at_work):
    Absence.objects.create(person_id=who("drinkwater"), starts=date(2026, 9, 1), ends=date(2026, 9, 30))
    round_at("2026-09-03 08:00")
    assert "drinkwater" not in reminded()
    assert is_due(who("drinkwater"), on=date(2026, 10, 1))

"""Whose page is it? What the register answers as cases go their way: S17, S18, S35, S52, S53, told by the cast (HYB-1, ruling 3)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askfirst.casework import page_listing
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case
from askfirst.people.models import Person
from askfirst.records.erasure import erase
from askfirst.sites import register
from askfirst.sites.models import Listing, PublicName
from askfirst.sites.register import Answer, look_up
from tests.cast import who
from tests.clock import london

pytestmark = pytest.mark.django_db

MONDAY = "2026-11-23 10:00"
SCIENCE = "https://www.instagram.com/eastfield_science/"
MADE_UP = "https://www.instagram.com/eastfield_baking/"
TRIPS = "https://www.instagram.com/northgate_trips"
BLOG = "https://holloway-finch.blogspot.com/"
IMPOSTOR = "https://www.instagram.com/northgate_confessions"
REPORTED = {"reported_on": "2026-11-25", "check_on": "2026-12-02"}
UNKNOWN = register.NOT_KNOWN


def official(as_, address=SCIENCE, when="2026-11-03 10:00", **looked):
    """The page of Eastfield's science department, kept by Mr Holloway-Finch."""
    mine, manager = as_("holloway", when), as_("loxley", when)
    ref = mine.tells("page", name="Eastfield science", purpose="What we find out.", **({"address": address} if address else {}))
    mine.takes(ref, "people", second="sallow", successor="averill")
    mine.takes(ref, "account", login="science@eastfield.example", recovery="office@eastfield.example")
    mine.takes(ref, "rules", photos="none", comments="off", students="no")
    mine.takes(ref, "submit")
    manager.takes(ref, "talk", how="by-message")
    manager.takes(ref, "agree")
    as_("adelakun", when).takes(ref, "comms-check", note="Clear whose it is.", **looked)
    assert look_up(address or looked.get("address") or SCIENCE) == UNKNOWN  # not before the Headteacher has said so
    as_("abernethy", when).takes(ref, "make-official", called="Eastfield science")
    return ref


def declares(as_):
    return as_("holloway", MONDAY).tells("declaration", what="blog", topic="Walks on the moor", address=BLOG, says="no")


def impostor(as_, address=IMPOSTOR, name="tolland"):
    return as_(name, "2026-11-25 10:00").tells("impostor", address=address, what="school", children="no")


def test_s52_the_same_questions_are_asked_of_the_database_whatever_the_answer_is(as_, django_assert_num_queries):
    """So that the time it takes tells nobody that a page is known; `bench/lookup.py` shows both times."""
    official(as_)
    declares(as_)
    ref = impostor(as_)
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    answers, asked = [], set()
    for page in (SCIENCE, BLOG, MADE_UP, IMPOSTOR):
        with django_assert_num_queries(2) as queries:
            answers.append(look_up(page).answer)
        asked.add(tuple(re.sub(r"'[0-9a-f]{32,}'", "?", query["sql"]) for query in queries))
    assert answers == [Answer.OFFICIAL, Answer.UNKNOWN, Answer.UNKNOWN, Answer.NOT_OURS] and len(asked) == 1


def test_s52_official_then_a_declared_blog_exactly_like_a_made_up_address(as_):
    official(as_)
    declares(as_)
    said = look_up("@eastfield_science on Instagram")
    title = Person.objects.get(pk=who("holloway")).title
    assert (said.answer, said.school, said.role, said.checked_on) == (Answer.OFFICIAL, "Eastfield Academy", title, date(2026, 11, 3))
    assert str(said.answer.says) == "Official"
    assert look_up(BLOG) == look_up(MADE_UP) == UNKNOWN
    assert register.answer_json(look_up(BLOG)) == register.answer_json(look_up(MADE_UP))
    assert "Holloway" not in str(register.answer_json(said))


def test_only_pages_of_departments_and_impostors_ever_stand_in_the_register(as_):
    """Planted first: a row for a declaration would be seen here, and by `mend`."""
    ref = declares(as_)
    assert not Listing.objects.exists()
    Listing.objects.create(case=ref, page=register.mark_of(BLOG), answer="official")
    assert look_up(BLOG) != UNKNOWN
    assert [str(one.says) for one in page_listing.misfits()] == ["%s is in the register, and is no case." % ref]


def test_a_look_up_is_one_query_beside_what_the_trust_has_set_and_writes_nothing_whatever_the_answer(as_):
    official(as_)
    ref = impostor(as_)
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    for address in (SCIENCE, IMPOSTOR, BLOG, MADE_UP):
        with CaptureQueriesContext(connection) as asked:
            look_up(address)
        told = [query["sql"] for query in asked]
        looked = [sql for sql in told if 'FROM "people_settingchange"' not in sql]  # which names and domains are the Trust's own
        assert [sql.split()[0] for sql in looked] == ["SELECT"]
        assert len(told) <= 2


def test_no_address_stands_in_the_clear(as_):
    official(as_)
    impostor(as_)
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names():
            cursor.execute('SELECT * FROM "%s"' % table)
            found += [table for row in cursor.fetchall() if "eastfield_science" in repr(row) or "confessions" in repr(row)]
    assert found == []


def test_s18_a_mixed_page_is_official_no_more_at_once_and_again_when_it_is_in_order(as_):
    ref = official(as_)
    comms, mine = as_("adelakun", "2026-11-24 10:00"), as_("holloway", "2026-11-24 11:00")
    comms.takes(ref, "mixed-found", note="It sells commissions.")
    assert look_up(SCIENCE) == look_up(MADE_UP) == UNKNOWN
    mine.takes(ref, "plan", outcome="split")
    mine.takes(ref, "mended")
    assert look_up(SCIENCE) == UNKNOWN
    comms.takes(ref, "clean")
    assert (look_up(SCIENCE).answer, look_up(SCIENCE).checked_on) == (Answer.OFFICIAL, date(2026, 11, 24))


@pytest.mark.parametrize("outcome", ["rename", "close"])
def test_s18_a_page_that_may_be_somebodys_own_now_is_not_known(as_, outcome):
    ref = official(as_)
    as_("adelakun", "2026-11-24 10:00").takes(ref, "mixed-found", note="It sells commissions.")
    as_("holloway", "2026-11-24 11:00").takes(ref, "plan", outcome=outcome)
    assert look_up(SCIENCE) == UNKNOWN


def test_a_page_no_longer_in_use_says_so_and_since_when(as_):
    ref = official(as_)
    as_("holloway", "2026-11-25 10:00").takes(ref, "archive")
    said = look_up(SCIENCE)
    assert (said.answer, said.school, said.role, said.ended_on) == (Answer.PAST, "Eastfield Academy", "", date(2026, 11, 25))


def test_s17_last_checked_is_the_yearly_look_and_official_holds_while_it_is_due(as_, time_comes):
    ref = official(as_)
    time_comes("2027-11-03 18:00")
    assert (Case.objects.get(ref=ref).state, look_up(SCIENCE).answer) == ("review-due", Answer.OFFICIAL)
    as_("adelakun", "2027-11-04 09:00").takes(ref, "in-order")
    assert look_up(SCIENCE).checked_on == date(2027, 11, 4)


def trips(as_, **called):
    """Dr Pascoe's page of history trips: his own line manager is the Headteacher, so it is made official one level up."""
    mine = as_("pascoe", MONDAY)
    ref = mine.tells("page", name="Dr Pascoe's trips", purpose="What our trips see.", address=TRIPS)
    mine.takes(ref, "people", second="harrow", successor="harrow")
    mine.takes(ref, "account", login="trips@northgate.example", recovery="office@northgate.example")
    mine.takes(ref, "rules", photos="agreed", comments="first", students="yes")
    mine.takes(ref, "submit")
    as_("devlin", MONDAY).takes(ref, "talk", how="by-message")
    as_("devlin", MONDAY).takes(ref, "agree")
    as_("adelakun", MONDAY).takes(ref, "comms-check", note="Clear whose it is.")
    as_("sethuraman", MONDAY).takes(ref, "dpo-look", note="Agreements are kept.")
    as_("achterberg", MONDAY).takes(ref, "make-official", **(called or {"called": "Northgate history trips"}))
    return ref


def test_s17_once_official_the_entry_shows_name_address_role_status_and_day_and_not_who(as_):
    trips(as_)
    assert register.answer_json(look_up(TRIPS)) == {
        "answer": "official", "says": "Official", "page": "instagram.com/northgate_trips", "name": "Northgate history trips",
        "school": "Northgate School", "role": "Head of History", "last_checked": "2026-11-23", "ended_on": None, "note": None,
    }  # fmt: skip
    pascoe = Person.objects.get(pk=who("pascoe"))
    assert [part for part in (pascoe.name, pascoe.short, pascoe.name.split()[-1]) if part in str(look_up(TRIPS))] == []


@pytest.mark.parametrize("called", ["Dr Pascoe’s trips", "Trips (PASCOE)", "Trips with pascoe", "Trips\u202e", ""])
def test_s17_the_name_everybody_reads_holds_nobody_and_no_mark_that_is_not_seen(as_, called):
    """Planted first: without that look Dr Pascoe's own name for it would stand in the answer."""
    with pytest.raises(BadField) as wrong:
        trips(as_, called=called)
    assert (wrong.value.field, str(wrong.value.sentence).endswith("."), look_up(TRIPS), PublicName.objects.count()) == (
        "called", True, UNKNOWN, 0,
    )  # fmt: skip


def test_s17_a_review_is_due_twelve_months_after_it_goes_live(as_, time_comes):
    ref = trips(as_)
    time_comes("2027-11-22 18:00")
    assert as_("adelakun", "2027-11-22 18:00").has_to() == []
    time_comes("2027-11-23 18:00")
    assert [task[:2] for task in as_("adelakun", "2027-11-23 18:05").has_to()] == [(ref, "review")]
    assert look_up(TRIPS).name == "Northgate history trips"


def test_the_name_of_a_mixed_page_waits_and_no_answer_shows_it(as_):
    ref = official(as_)
    assert look_up(SCIENCE).name == "Eastfield science"
    comms = as_("adelakun", "2026-11-24 10:00")
    comms.takes(ref, "mixed-found", note="It sells commissions.")
    assert (look_up(SCIENCE), page_listing.misfits()) == (UNKNOWN, [])
    as_("holloway", "2026-11-24 11:00").takes(ref, "plan", outcome="split")
    as_("holloway", "2026-11-24 11:00").takes(ref, "mended")
    comms.takes(ref, "clean")
    comms.takes(ref, "set-address", address=SCIENCE, called="  Eastfield   science club ")
    assert (look_up(SCIENCE).name, page_listing.misfits()) == ("Eastfield science club", [])
    comms.takes(ref, "set-address", address=SCIENCE)
    as_("holloway", "2026-11-25 10:00").takes(ref, "archive")
    assert (look_up(SCIENCE).answer, look_up(SCIENCE).name) == (Answer.PAST, "Eastfield science club")


def test_mend_sees_a_name_that_was_changed_behind_its_back(as_):
    ref = official(as_)
    PublicName.objects.filter(case=ref).update(name="Free phones")
    Listing.objects.filter(case=ref).update(name="Free phones")
    assert [str(one.says) for one in page_listing.misfits()] == ["%s is shown under another name than was given." % ref]


def test_what_a_page_was_told_of_by_is_public_nowhere_before_it_is_official(as_):
    as_("holloway", MONDAY).tells("page", name="Rainbows of Eastfield", purpose="Light.", address=SCIENCE)
    assert not PublicName.objects.exists()


def test_communications_say_where_it_is_and_where_it_has_moved(as_):
    """A page begun without an address cannot be looked up until they give one; a new one takes the old one's place."""
    ref = official(as_, address="")
    assert look_up(SCIENCE) == UNKNOWN
    comms = as_("adelakun", "2026-11-24 10:00")
    with pytest.raises(BadField) as wrong:
        comms.takes(ref, "set-address", address="javascript:alert(1)")
    assert wrong.value.field == "address"
    comms.takes(ref, "set-address", address="@eastfield_science on Instagram")
    assert look_up(SCIENCE).answer is Answer.OFFICIAL
    comms.takes(ref, "set-address", address="x.com/eastfieldscience")
    assert (look_up(SCIENCE), look_up("twitter.com/EastfieldScience").answer) == (UNKNOWN, Answer.OFFICIAL)
    with pytest.raises(Refused):
        as_("holloway", "2026-11-24 10:00").takes(ref, "set-address", address="x.com/another")  # not by whoever keeps it


def test_what_was_told_in_words_is_told_and_cannot_be_looked_up(as_):
    opened = as_("holloway", MONDAY).tells("page", name="Rainbows", purpose="Light.", address="our page with the rainbow")
    assert not Case.objects.get(ref=opened).steps.filter(step=page_listing.AT).exists()


def test_s53_not_ours_once_communications_have_said_so_and_not_before(as_):
    ref = impostor(as_)
    assert look_up(IMPOSTOR) == UNKNOWN
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    assert look_up("@Northgate_Confessions on Instagram").answer is Answer.NOT_OURS
    as_("adelakun", "2026-12-02 11:00").takes(ref, "down")
    assert look_up(IMPOSTOR).answer is Answer.NOT_OURS  # an old link to it is still not ours
    assert "HYB-3" not in Case.objects.get(ref=ref).clauses


@pytest.mark.parametrize("step", ["ours", "not-known"])
def test_s53_no_other_answer_lists_it(as_, step):
    ref = impostor(as_)
    as_("adelakun", "2026-11-25 11:00").takes(ref, step)
    assert look_up(IMPOSTOR) == UNKNOWN


def test_communications_may_list_another_address_than_they_were_told(as_):
    ref = impostor(as_, address="https://www.instagram.com/p/C99/")
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", address=IMPOSTOR, **REPORTED)
    assert (look_up(IMPOSTOR).answer, look_up("https://www.instagram.com/p/C99/")) == (Answer.NOT_OURS, UNKNOWN)


def test_one_address_is_never_both(as_):
    official(as_)
    ref = impostor(as_, address=SCIENCE)
    with pytest.raises(BadField) as wrong:
        as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    assert ("on our own list" in str(wrong.value.sentence), look_up(SCIENCE).answer) == (True, Answer.OFFICIAL)
    assert Case.objects.get(ref=ref).state == "told"
    other = impostor(as_)
    as_("adelakun", "2026-11-25 11:00").takes(other, "not-ours", **REPORTED)
    page = Case.objects.get(kind="page").ref
    with pytest.raises(BadField):
        as_("adelakun", "2026-11-25 11:00").takes(page, "set-address", address=IMPOSTOR)
    assert look_up(IMPOSTOR).answer is Answer.NOT_OURS


def test_s35_the_look_up_says_nothing_of_a_group_that_stands_on_the_page(as_):
    ref = official(as_)
    before = register.answer_json(look_up(SCIENCE))
    as_("holloway", MONDAY).tells(
        "exemption", about_page=ref, group="Science club", service="Facebook", purpose="Questions.", second="sallow",
        login="science@eastfield.example", ages="yes", messages="off",
    )  # fmt: skip
    assert register.answer_json(look_up(SCIENCE)) == before


def test_a_change_that_fails_leaves_the_register_as_it_was_and_what_is_erased_is_forgotten(as_):
    ref = official(as_)
    as_("holloway", "2026-11-25 10:00").takes(ref, "archive")
    assert (page_listing.misfits(), look_up(SCIENCE).answer) == ([], Answer.PAST)
    erase(Case.objects.get(ref=ref), by=who("sethuraman"), at=london("2028-12-01 10:00"))
    assert (look_up(SCIENCE), page_listing.misfits(), Listing.objects.count()) == (UNKNOWN, [], 0)
    assert not PublicName.objects.exists()


def test_mend_sees_a_row_too_many_one_too_few_and_one_that_is_wrong(as_):
    ref = official(as_)
    row = Listing.objects.get(case=ref)
    assert page_listing.misfits() == []
    Listing.objects.filter(case=ref).update(answer="past")
    assert [str(one.says) for one in page_listing.misfits()] == ["%s stands in the register otherwise than it should." % ref]
    Listing.objects.all().delete()
    assert [str(one.says) for one in page_listing.misfits()] == ["%s should be in the register, and is not." % ref]
    row.save(force_insert=True)
    Case.objects.filter(ref=ref).update(state="mixed")
    assert [str(one.says) for one in page_listing.misfits()] == ["%s is in the register, and should not be." % ref]


def test_communications_were_wrong_and_the_look_up_says_so_no_more(as_):
    """What everybody can read must be put right at once; whoever told hears of it."""
    ref = impostor(as_)
    as_("adelakun", "2026-11-25 11:00").takes(ref, "not-ours", **REPORTED)
    as_("adelakun", "2026-11-25 12:00").takes(ref, "not-so", note="It is a club of parents.")
    assert (look_up(IMPOSTOR), Case.objects.get(ref=ref).state, page_listing.misfits()) == (UNKNOWN, "not-known", [])
    assert "It is a club of parents." in str(as_("tolland", "2026-11-25 13:00").opens(ref).papers)

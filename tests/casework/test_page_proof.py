"""Who runs a page: a word on it, links both ways, and what is said where one is missing (HYB-1, ruling 16), told by the cast."""

import pytest

from askfirst.casework import page_proof
from askfirst.casework.access import Missing
from askfirst.casework.fields import BadField
from askfirst.casework.models import Case
from askfirst.casework.page_proof import Came
from askfirst.casework.steps import UnknownStep
from askfirst.guard.door import Shut
from askfirst.sites.register import word_of
from askfirst.words import say
from tests.cast import who
from tests.groups import NORTHGATE, official_page, takes
from tests.site import held_by

MONDAY = "2026-11-23 10:00"
TRIPS, SCHOOL = "https://trips.example/northgate", "https://www.northgate.example/our-pages/"
META = '<html><head><meta name="askfirst" content="%s"></head><body>Trips</body></html>'
WORD, LINKS = {"way": "word", "ours": "yes"}, {"way": "links", "school_page": SCHOOL, "ours": "yes"}


@pytest.fixture
def trips(as_):
    return as_("harrow", MONDAY).tells("page", name="Northgate history trips", purpose="What our trips see.", address=TRIPS)


def proves(person, ref, given, pages, ask=None):
    """What came of it, and what was opened."""
    with held_by(pages) as (fetch, asked):
        return page_proof.prove(ref, by=person.by, at=person.at, given=given, fetch=fetch, ask=ask or never), asked


def never(name):
    raise AssertionError("nobody asked for a record of %s" % name)


def marks(ref):
    return list(Case.objects.get(ref=ref).steps.filter(step__startswith="control").order_by("sequence").values_list("step", "of"))


def test_a_word_in_the_pages_own_description_shows_it_and_one_in_a_comment_does_not(as_, trips):
    harrow = as_("harrow", MONDAY)
    comment = "<html><head><title>Trips</title></head><body><p>%s</p></body></html>" % word_of(trips)
    proof, asked = proves(harrow, trips, WORD, {"trips.example/northgate": comment})
    assert (proof.came, asked, marks(trips)) == (Came.NO_WORD, ["trips.example/northgate"], [("control-missing", "word:no-word")])
    assert "not in a post or a comment" in str(proof.came.says)
    proof, _ = proves(harrow, trips, WORD, {"trips.example/northgate": META % word_of(trips)})
    assert (proof.came, marks(trips)[-1]) == (Came.SHOWN, ("control-shown", "word:shown"))
    other = harrow.tells("page", name="Another", purpose="Mine.", address=TRIPS)
    assert word_of(other) != word_of(trips)  # the word of one case is nothing on the page of another


def test_links_both_ways_and_the_link_back_is_missing(as_, trips):
    harrow = as_("harrow", MONDAY)
    pages = {"northgate.example/our-pages": "<a href='https://trips.example/about'>Trips</a>", "trips.example/northgate": "<p>Trips</p>"}
    assert proves(harrow, trips, LINKS, pages)[0].came is Came.NO_LINK
    pages["northgate.example/our-pages"] = "<a href='https://www.trips.example/northgate/?utm_source=school'>Trips</a>"
    proof, asked = proves(harrow, trips, LINKS, pages)
    assert (proof.came, asked) == (Came.NO_LINK_BACK, ["northgate.example/our-pages", "trips.example/northgate"])
    assert str(proof.came.says).startswith("The link back is missing. The school’s page links to it, but it has no link back")
    pages["trips.example/northgate"] = "<a href='https://northgate.example/our-pages'>our school</a>"
    assert proves(harrow, trips, LINKS, pages)[0].came is Came.NO_LINK_BACK  # a link that does not say "me"
    pages["trips.example/northgate"] = "<a rel='me noopener' href='https://northgate.example/our-pages'>our school</a>"
    assert proves(harrow, trips, LINKS, pages)[0].came is Came.SHOWN
    assert marks(trips) == [
        ("control-missing", "links:no-link"), ("control-missing", "links:no-link-back"), ("control-missing", "links:no-link-back"),
        ("control-shown", "links:shown"),
    ]  # fmt: skip


def test_a_record_under_the_sites_name_shows_it(as_, trips):
    harrow, names = as_("harrow", MONDAY), {}
    asked = []

    def ask(name):
        asked.append(name)
        return names.get(name, ())

    record = {"way": "record", "ours": "yes"}
    proof, opened = proves(harrow, trips, record, {}, ask)
    assert (proof.came, opened, asked) == (Came.NO_RECORD, [], ["_askfirst.trips.example"])
    names["_askfirst.trips.example"] = ("v=spf1 -all", "%s and more" % word_of(trips))
    assert proves(harrow, trips, record, {}, ask)[0].came is Came.NO_RECORD, "the word alone is the record"
    names["_askfirst.trips.example"] = ("v=spf1 -all", word_of(trips))
    assert proves(harrow, trips, record, {}, ask)[0].came is Came.SHOWN
    assert marks(trips)[-1] == ("control-shown", "record:shown")

    def shut(name):
        raise Shut(say("The name system did not answer. Try again later."))

    proof, _ = proves(harrow, trips, record, {}, shut)
    assert (proof.came, str(proof.why)) == (Came.NOT_READ, "The name system did not answer. Try again later.")


def a_year_on(as_, time_comes):
    """Official pages whose year is over: one was looked at once, one never, and one has no address to look at. What waits for whom, and after it."""
    ref, never, nowhere = official_page(NORTHGATE), official_page(NORTHGATE), official_page(NORTHGATE)
    takes("adelakun", ref, "set-address", address=TRIPS)
    takes("adelakun", never, "set-address", address="https://plays.example/northgate")
    pages = {"trips.example/northgate": META % word_of(ref)}
    proves(as_("harrow", "2026-12-01 10:00"), ref, WORD, pages)
    before = to_show(as_("harrow", "2026-12-01 10:00"))
    time_comes("2027-12-06 09:00")
    harrow = as_("harrow", "2027-12-06 10:00")
    owed, others = to_show(harrow), to_show(as_("pascoe", "2027-12-06 10:00")) + to_show(as_("adelakun", "2027-12-06 10:00"))
    pages["trips.example/northgate"] = "<p>gone</p>"
    assert proves(harrow, ref, WORD, pages)[0].came is Came.NO_WORD
    assert nowhere not in owed
    after = to_show(harrow)
    proves(harrow, never, WORD, {"plays.example/northgate": META % word_of(never)})
    return before, sorted(owed) == sorted([ref, never]), others, after == [never], to_show(harrow)


def to_show(person):
    return [ref for ref, step, *_ in person.has_to() if step == "prove"]


def test_a_year_on_it_is_a_task_of_whoever_keeps_it_to_show_it_again(as_, time_comes):
    assert a_year_on(as_, time_comes) == ([], True, [], True, []), (
        "nobody else is asked, and once they looked it is done, whatever came of it"
    )


def test_and_a_year_that_asks_nobody_would_be_seen(as_, time_comes, monkeypatch):
    monkeypatch.setattr("askfirst.casework.kinds.page._shows_again", lambda file: False)
    assert a_year_on(as_, time_comes)[1] is False


def test_it_is_looked_at_again_and_the_last_look_counts(as_, trips):
    harrow, later = as_("harrow", MONDAY), as_("harrow", "2027-11-23 10:00")
    pages = {"trips.example/northgate": META % word_of(trips)}
    proves(harrow, trips, WORD, pages)
    proves(later, trips, WORD, {"trips.example/northgate": META % "gone"})
    assert page_proof.last_proof(later.opens(trips)) == (Came.NO_WORD, later.at)


def test_a_page_that_cannot_be_read_says_why_and_nothing_of_who_runs_it(as_, trips):
    proof, _ = proves(as_("harrow", MONDAY), trips, WORD, {})
    assert (proof.came, str(proof.why)) == (Came.NOT_READ, "The site has no such page today.")
    assert marks(trips) == [("control-missing", "word:not-read")]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "way"), ({"way": "word"}, "ours"), ({"way": "guess", "ours": "yes"}, "way"), ({"way": "links", "ours": "yes"}, "school_page"),
        ({**LINKS, "school_page": "https://northgate.example.evil.example/"}, "school_page"), ({**LINKS, "school_page": "javascript:alert(1)"}, "school_page"),
        ({**LINKS, "school_page": "https://evil.example/northgate.example"}, "school_page"), ({**LINKS, "school_page": "https://evilnorthgate.example/"}, "school_page"),
    ],
)  # fmt: skip
def test_nothing_is_opened_before_all_is_said(as_, trips, given, field):
    with held_by({}) as (fetch, asked):
        with pytest.raises(BadField) as wrong:
            page_proof.prove(trips, by=as_("harrow", MONDAY).by, at=as_("harrow", MONDAY).at, given=given, fetch=fetch, ask=never)
        assert (wrong.value.field, asked, marks(trips)) == (field, [], [])


def test_a_page_without_an_address_is_not_opened(as_):
    harrow = as_("harrow", MONDAY)
    ref = harrow.tells("page", name="Trips", purpose="Ours.", address="our page with the rainbow")
    with held_by({}) as (fetch, asked):
        with pytest.raises(BadField) as wrong:
            page_proof.prove(ref, by=harrow.by, at=harrow.at, given=WORD, fetch=fetch, ask=never)
        assert ("no address that we can open" in str(wrong.value.sentence), asked) == (True, [])


@pytest.mark.parametrize("name", ["pascoe", "devlin", "sethuraman", "kit", "okoropenn", "adelakun"])
def test_nobody_else_has_a_page_opened(as_, trips, name):
    """It is still a draft: communications do not see it either."""
    somebody = as_(name, MONDAY)
    with held_by({}) as (fetch, asked):
        with pytest.raises(Missing):
            page_proof.prove(trips, by=somebody.by, at=somebody.at, given=WORD, fetch=fetch, ask=never)
        assert asked == []


def test_no_step_of_anybody_writes_the_mark(as_, trips):
    """Planted: a form that says “shown” is turned back; only a look at the page says so."""
    harrow = as_("harrow", MONDAY)
    with pytest.raises(UnknownStep):
        harrow.takes(trips, "control-shown")
    assert marks(trips) == []


def test_communications_have_an_official_page_opened_and_its_keeper_reads_what_came_of_it(as_):
    ref = official_page(NORTHGATE)
    takes("adelakun", ref, "set-address", address=TRIPS)
    comms = as_("adelakun", "2026-11-24 10:00")
    proof, _ = proves(comms, ref, WORD, {"trips.example/northgate": META % word_of(ref)})
    assert proof.came is Came.SHOWN
    assert page_proof.last_proof(as_("harrow", "2026-11-25 10:00").opens(ref)) == (Came.SHOWN, comms.at)
    assert who("harrow") == Case.objects.get(ref=ref).asker_id

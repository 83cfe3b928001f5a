"""Our table of spellings changes: pages that were marked by the old one are found again, once, by the machine alone (HYB-1, ruling 3)."""

from datetime import date

import pytest

from askfirst.casework import page_listing
from askfirst.casework.kinds.page import AT
from askfirst.casework.models import Case, CaseStep
from askfirst.casework.page_marks import Again, mark_again, mark_again_if_due, outdated
from askfirst.records.erasure import erase
from askfirst.sites import register
from askfirst.sites.addresses import BadAddress, one_spelling
from askfirst.sites.models import Spelled
from askfirst.sites.register import Answer, look_up
from askfirst.trail import chain
from askfirst.trail.models import Notice
from tests.casework.test_register_stories import REPORTED, impostor, official
from tests.cast import who
from tests.clock import london

pytestmark = pytest.mark.django_db

INVITE = "https://discord.gg/AbCdEf"
GROUP = "https://www.instagram.com/northgate_group"
LATER = london("2027-01-11 08:00")


@pytest.fixture
def as_of_old(monkeypatch):
    """As our table once was: letters of an invite counted for nothing, and an old host was another page."""

    def old(text):
        return one_spelling(text).lower().replace("discord.com/invite/", "discord.gg/")

    monkeypatch.setattr(register, "one_spelling", old)
    yield
    monkeypatch.undo()


@pytest.fixture
def pages(as_, as_of_old, monkeypatch):
    """An official page and one that is not ours, each marked by the old table; then the table of today."""
    ours = official(as_, address=INVITE)
    other = impostor(as_, address="https://discord.gg/NotOurs")
    as_("adelakun", "2026-11-25 11:00").takes(other, "not-ours", **REPORTED)
    same = impostor(as_, address=GROUP)
    as_("adelakun", "2026-11-25 11:00").takes(same, "not-ours", **REPORTED)
    monkeypatch.undo()
    return ours, other, same


def answers():
    return [look_up(one).answer for one in (INVITE, "https://discord.com/invite/NotOurs", GROUP)]


def test_pages_that_were_lost_by_a_new_table_are_found_again(pages):
    ours, other, _ = pages
    assert answers() == [Answer.UNKNOWN, Answer.UNKNOWN, Answer.NOT_OURS]  # the flaw: it was official yesterday
    assert sorted(outdated()) == sorted([ours, other])
    noticed = Notice.objects.count()
    assert mark_again(at=LATER) == Again(marked=2, unread=0)
    assert answers() == [Answer.OFFICIAL, Answer.NOT_OURS, Answer.NOT_OURS]
    assert look_up(INVITE).checked_on == date(2026, 11, 3)  # nobody has looked at it again
    assert look_up(INVITE.lower()).answer is Answer.UNKNOWN  # another group of the same letters
    assert (list(outdated()), page_listing.misfits(), Notice.objects.count()) == ([], [], noticed)


def test_it_is_an_entry_of_the_case_by_nobody_and_no_reading_of_it(pages):
    ours, _, same = pages
    before = {ref: [event.what for event in chain.events(ref)] for ref in (ours, same)}
    mark_again(at=LATER)
    added = list(chain.events(ours))[len(before[ours]) :]
    assert [(one.what, one.who) for one in added] == [(AT, "")]
    assert [event.what for event in chain.events(same)] == before[same]  # its spelling is what it was
    assert chain.verify() == ()
    assert "AbCdEf" not in str([vars(one) for one in added])


def test_done_once_and_again_where_the_table_is_another(pages, monkeypatch):
    assert mark_again_if_due(at=LATER) == Again(marked=2, unread=0)
    assert register.marked_by() == register.spelling()
    steps = CaseStep.objects.count()
    assert mark_again_if_due(at=LATER) is None
    Spelled.objects.update(table="another")
    assert mark_again_if_due(at=LATER) == Again(marked=0, unread=0)
    assert (CaseStep.objects.count(), Spelled.objects.count()) == (steps, 1)


def test_the_digest_is_another_wherever_the_table_or_its_rules_are(monkeypatch, tmp_path):
    known = register.spelling()
    for changed in register.SPELLS:
        (tmp_path / changed.name).write_bytes(changed.read_bytes() + b"\n# one row more")
        monkeypatch.setattr(register, "SPELLS", tuple(tmp_path / one.name if one == changed else one for one in register.SPELLS))
        register.spelling.cache_clear()
        assert register.spelling() != known
        monkeypatch.undo()
        register.spelling.cache_clear()
    assert register.spelling() == known


def test_an_address_that_is_none_any_more_keeps_its_mark_and_what_is_erased_is_left_alone(pages, as_, monkeypatch):
    ours, other, _ = pages

    def strict(text):
        if "NotOurs" in text:
            raise BadAddress(register.SAYS[Answer.UNKNOWN])
        return one_spelling(text)

    as_("holloway", "2026-11-25 10:00").takes(ours, "archive")
    erase(Case.objects.get(ref=ours), by=who("sethuraman"), at=london("2028-12-01 10:00"))
    stood = Case.objects.get(ref=other).steps.filter(step=AT).count()
    monkeypatch.setattr(register, "one_spelling", strict)
    assert mark_again(at=london("2028-12-02 10:00")) == Again(marked=0, unread=1)
    assert Case.objects.get(ref=other).steps.filter(step=AT).count() == stood


def test_the_address_that_was_changed_last_is_the_one(as_, as_of_old, monkeypatch):
    """“Not ours” without another address, after one, leaves the first to stand."""
    ref = official(as_, address="https://www.instagram.com/northgate_first")
    as_("adelakun", "2026-11-26 10:00").takes(ref, "set-address", address=INVITE)
    monkeypatch.undo()
    assert mark_again(at=LATER).marked == 1 and look_up(INVITE).answer is Answer.OFFICIAL
    assert mark_again(at=LATER).marked == 0 and look_up("https://www.instagram.com/northgate_first").answer is Answer.UNKNOWN

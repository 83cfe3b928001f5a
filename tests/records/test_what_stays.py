"""R4: of a concern about staff that was false, one line stays after the run: a code and a day, and nobody's name (S60, workflows.md 3.20)."""

from datetime import date

import pytest

from askfirst.casework import access
from askfirst.casework.access import Missing
from askfirst.casework.models import CaseStep
from askfirst.people.models import Conflict, Holding
from askfirst.records.bundle import bundle_of
from askfirst.records.outcome_lines import outcome_lines
from askfirst.trail import chain
from askfirst.vault.models import CaseKey
from tests.access.world import command, enter
from tests.casework.test_concern_stories import POST, WEIGHED
from tests.cast import who
from tests.clock import london
from tests.records.test_disposal_stories import TODAY, dpo, everything, looked, run
from tests.web.pages import page_of
from tests.web.test_words_of_pages import too_hard

__all__ = ["dpo"]


@pytest.fixture
def lied(as_):
    """S60: a concern about Ms Harrow that was found false, first called unfounded; told, ended, and looked at again a year ago and more."""

    def end(word="false", about="Ms Mei-Lin Harrow"):
        day = "2025-10-01"
        ref = as_("brannigan", day + " 09:00").tells("concern", **{**POST, "what": "CANARYFALSE", "name": about})
        as_("whitlam", day + " 10:00").takes(ref, "clear", triage="usual")
        obuya, hr = as_("obuya", day + " 11:00"), as_("braithwaite", day + " 11:10")
        obuya.takes(ref, "weigh", **WEIGHED)
        hr.takes(ref, "record-outcome", outcome="unfounded", reason="CANARYWHY")
        if word == "malicious":
            hr.takes(ref, "record-malicious", evidence="CANARYDECEIT", reason="CANARYWHY")
        else:
            hr.takes(ref, "record-outcome", outcome=word, reason="CANARYWHY")
        obuya.takes(ref, "no-action", reason="It was made up.")
        obuya.takes(ref, "tell-reporter", note="It was looked into.")
        as_("brannigan", day + " 12:00").takes(ref, "ask-again", text="Is that all?")
        as_("devlin", day + " 13:00").takes(ref, "second-look", outcome="stands", note="It is.")
        return ref

    return end


@pytest.mark.parametrize(
    ("word", "says"), [("false", "False: it was shown not to be so"), ("malicious", "Malicious: somebody meant to deceive")]
)
def test_s60_of_what_was_false_one_line_stays_a_code_and_a_day_and_nobodys_name(lied, dpo, as_, word, says):
    """R4. After a year the run leaves what was found last, and when; no word, no name, nothing on anybody's record and in no bundle."""
    ref = lied(word)
    assert [(line.ref, line.cls.id) for line in looked(dpo).due] == [(ref, "R4")]
    assert outcome_lines(by=dpo.by) == []
    run(dpo)
    [line] = outcome_lines(by=dpo.by)
    assert (line.ref, line.word, str(line.says), line.on) == (ref, word, says, date(2025, 10, 1))
    kept = CaseStep.objects.filter(case__ref=ref)
    assert [(one.step, one.of, one.seat) for one in kept.exclude(of="")] == [("came-of-it", word, "dpo")]
    assert not kept.exclude(seat="").exclude(of=word).exists() and not kept.exclude(by=None, acting_for=None).exists()
    assert not CaseKey.objects.filter(case=ref).exists() and "CANARY" not in str(everything())
    people = {who(name) for name in ("harrow", "brannigan", "braithwaite", "obuya", "whitlam", "devlin")}
    assert not [one for event in chain.events(ref) for one in people if one in str(event)]
    for name in ("harrow", "brannigan", "braithwaite", "kerrigan", "obuya", "devlin"):
        assert ref not in as_(name, TODAY).sees()
        with pytest.raises(Missing):
            as_(name, TODAY).opens(ref)
        with pytest.raises(Missing):
            outcome_lines(by=as_(name, TODAY).by)
    hr = as_("kerrigan", TODAY)
    with pytest.raises(Missing):
        bundle_of(ref, copy="hand-off", by=hr.by, at=hr.at)
    assert (looked(dpo).counted, access.differences(), chain.verify()) == ((), [], ())


def test_what_was_found_to_be_so_leaves_no_line(lied, dpo):
    ref = lied("substantiated")
    assert [line.cls.id for line in looked(dpo).due] == ["R3"]
    run(dpo)
    assert outcome_lines(by=dpo.by) == [] and not CaseStep.objects.filter(case__ref=ref).exclude(of="").exists()


def test_a_line_of_what_the_officer_is_too_close_to_is_the_deputys(lied, dpo, as_):
    Holding.objects.create(person_id=who("siddiqui"), seat="deputy-dpo", order=1, starts=date(2025, 1, 1))
    Conflict.objects.create(person_id=who("sethuraman"), about_id=who("harrow"), since=date(2025, 1, 1))
    ref, deputy = lied(), as_("siddiqui", TODAY)
    run(deputy)
    assert ([line.ref for line in outcome_lines(by=deputy.by)], outcome_lines(by=dpo.by)) == ([ref], [])


def test_the_page_and_the_command_line_show_the_line_and_the_staff_file_holds_none(lied, dpo, settings):
    ref = lied()
    run(dpo)
    page = page_of(enter("sethuraman", london(TODAY)).get("/records/"))
    text = page.one(tag="main").text
    assert "False: it was shown not to be so" in text and ref in text and "1 October 2025" in text and too_hard(page, "staff") == []
    told = command("records", "due", "--as", "sethuraman", "--json")
    assert told[0] == 0 and '"word": "false"' in told[1] and ref in told[1]
    assert ref in command("records", "due", "--as", "sethuraman")[1]
    for path in ("/me/record/", "/me/record.json", "/me/", "/cases/"):
        assert ref not in enter("harrow", london(TODAY)).get(path).content.decode(), path

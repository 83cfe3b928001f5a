"""A concern that is looked at again: where it stands once safeguarding opens it, and that looking into it after all begins anew."""

import pytest

from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import CaseCall
from tests.casework.test_concern_stories import WEIGHED, state, tells, weighed

pytestmark = pytest.mark.django_db


def told_and_asked_again(as_):
    """Mr Obuya gave advice and told Mrs Rowbotham so; she asked for somebody else to look, which is Ms Devlin-Shaw."""
    told = tells(as_("rowbotham", "2026-11-25 10:00"))
    weighed(as_, told, "obuya")
    obuya = as_("obuya", "2026-11-25 13:00")
    obuya.takes(told, "advice", reason="He takes it down.")
    obuya.takes(told, "tell-reporter", note="We have looked into it.")
    as_("rowbotham", "2026-11-25 13:30").takes(told, "ask-again", text="It is still there.")
    return told


def test_weighed_again_and_kept_by_safeguarding_it_comes_back_to_be_decided(as_):
    told = told_and_asked_again(as_)
    as_("devlin", "2026-11-25 14:00").takes(told, "second-look", outcome="open", note="We weigh it again.")
    assert state(told) == "weighed"
    as_("devlin", "2026-11-25 14:10").takes(told, "flag", reason="A child may be at risk.")
    as_("whitlam", "2026-11-25 15:00").takes(told, "release", outcome="handlers")
    assert (state(told), as_("devlin", "2026-11-25 15:10").has_to()[0][:2]) == ("weighed", (told, "decide"))


def test_looked_into_after_all_it_begins_with_safeguarding_and_whoever_she_chooses_decides(as_):
    told = told_and_asked_again(as_)
    as_("devlin", "2026-11-25 14:00").takes(told, "second-look", outcome="stands", note="It is down now.")
    as_("devlin", "2026-11-25 14:10").takes(told, "reopen", note="It is up again.")
    lead, hr = as_("whitlam", "2026-11-25 15:00"), as_("braithwaite", "2026-11-25 16:00")
    lead.takes(told, "hold", reason="A name is in it.")
    with pytest.raises(Refused):
        lead.takes(told, "release", outcome="handlers")
    lead.takes(told, "clear", triage="hr")
    hr.takes(told, "weigh", **WEIGHED)
    open_calls = CaseCall.objects.filter(case__ref=told, ended_at=None)
    assert list(open_calls.values_list("step", "seat")) == [("decide", "hr")]


def test_merged_only_with_an_open_concern_that_whoever_weighs_it_may_read(as_):
    """Told twice of one post: Mr Obuya chooses the other. What he may not read is answered as what was never there."""
    first, second = (tells(as_("rowbotham", "2026-11-25 10:0%d" % minute)) for minute in (0, 1))
    not_cleared = tells(as_("harrow", "2026-11-25 10:02"))
    for one in (first, second):
        as_("whitlam", "2026-11-25 11:00").takes(one, "clear", triage="usual")
    obuya = as_("obuya", "2026-11-25 12:00")
    for wrong in (not_cleared, "BBBBBBBB", second, "the same as before", ""):
        with pytest.raises(BadField) as said:
            obuya.takes(second, "merge", case=wrong)
        assert (said.value.field, str(said.value.sentence).count(".")) == ("case", 1)
    assert state(second) == "triage"
    obuya.takes(second, "merge", case=first)
    assert (state(second), state(first)) == ("merged", "triage")
    third = tells(as_("harrow", "2026-11-25 13:00"))
    as_("whitlam", "2026-11-25 13:10").takes(third, "clear", triage="usual")
    with pytest.raises(BadField):
        obuya.takes(third, "merge", case=second)  # over
    obuya.takes(third, "merge", case="elsewhere")
    assert state(third) == "merged"

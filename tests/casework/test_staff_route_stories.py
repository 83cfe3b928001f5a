"""A concern about a member of staff: S38, S39, S56 and S59, as far as the staff route answers for them."""

import hashlib
import re
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from askfirst.casework import access
from askfirst.casework.access import Missing
from askfirst.casework.as_json import case_json
from askfirst.casework.evidence import add_evidence
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.kinds.staff_route import STAFF_ROUTE
from askfirst.casework.models import Case, CaseBar
from askfirst.people.calendar import london_day
from askfirst.records.bundle import bundle_of, made_before
from askfirst.records.bundle_pdf import as_pdf
from askfirst.records.dates import day_said
from askfirst.records.without_names import WithoutNames
from askfirst.trail import chain
from askfirst.vault import seal
from askfirst.vault.models import Sealed
from tests.cast import who
from tests.clock import london
from tests.onward import sent_on

SHEET = {
    "belief": "Does not come in.",
    "union": "Does not come in.",
    "whistleblowing": "Does not come in.",
    "politics": "Does not come in.",
    "audience": "Anybody.",
    "reach": "Three posts, read by parents.",
    "link": "It names the school.",
    "harm": "She was asked about it at work.",
    "lesser": "A talk has not helped before.",
    "outcome": "go-on",
    "reason": "It is abuse of a person, and not a view.",
}
TOLD = {
    "summary": "Three posts on your blog about a colleague.",
    "clauses": "CON-10",
    "next": "It will be considered under the Disciplinary Procedure.",
    "rights": "You may give your own account.",
}
OUTCOME = {"outcome": "final-warning", "decided_by": "Mr Stellan Abernethy", "decided_on": "2026-11-30"}


@pytest.fixture
def sent(as_):
    """Somebody's concern about somebody, sent the staff way; the reference of the new case."""
    return lambda about, by="tolland", hurt=(): sent_on(
        "staff-route", about, by=as_(by, "2026-11-25 10:00").by, at=london("2026-11-25 10:01"), hurt=hurt
    )


@pytest.fixture
def posts(sent):
    """S38: Mr Holloway-Finch's blog about Ms Omondi."""
    return sent("holloway", hurt=("omondi",))


HELPED = {"check_in": "done", "cover": "declined", "union": "done", "education_support": "done"}


def state(ref):
    return Case.objects.get(ref=ref).state


def checks(as_, ref, when="2026-11-25 11:00", **given):
    as_("braithwaite", when).takes(ref, "check-speech", **{**SHEET, "con_10": True, **given})


def hands_off(as_, ref):
    checks(as_, ref)
    as_("braithwaite", "2026-11-25 12:00").takes(ref, "hand-off", reason="It went on after a talk.")


def test_s38_nothing_moves_until_hr_records_the_lawful_speech_check_with_its_reason(as_, posts):
    hr = as_("braithwaite", "2026-11-25 11:00")
    assert hr.has_to() == [(posts, "check-speech", ""), (posts, "support", "")]
    for step, given in (
        ("informal", {"note": "A talk."}),
        ("hand-off", {"reason": "So."}),
        ("no-further", {"reason": "So."}),
        ("tell-subject", TOLD),
    ):
        with pytest.raises(Refused):
            hr.takes(posts, step, **given)
    with pytest.raises(BadField) as wrong:
        hr.takes(posts, "check-speech", **{**SHEET, "reason": "", "con_10": True})
    assert (wrong.value.field, state(posts)) == ("reason", "checking")
    hr.takes(posts, "check-speech", **{**SHEET, "con_10": True})
    assert state(posts) == "weighed"


def test_s38_only_hr_stores_an_outcome_with_who_decided_and_the_day(as_, posts):
    checks(as_, posts)
    as_("braithwaite", "2026-11-25 11:30").takes(posts, "let-decider")
    head = as_("abernethy", "2026-11-25 11:40")
    assert posts in head.sees()
    for when in ("2026-11-25 11:40", "2026-12-01 10:00"):
        with pytest.raises(Refused) as refused:
            as_("abernethy", when).takes(posts, "store-outcome", **OUTCOME)
        first = refused.value.refusals[0]
        assert (first.clause, str(first.sentence)[:9]) == (
            "DIS-2",
            "Only HR s" if when < "2026-11-26" else "Only Mr B",
        )
        if when < "2026-11-26":
            as_("kerrigan", "2026-11-25 11:50").takes(posts, "support", **HELPED)
            as_("braithwaite", "2026-11-25 12:00").takes(posts, "hand-off", reason="It went on after a talk.")
            as_("braithwaite", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
    hr = as_("braithwaite", "2026-12-01 11:00")
    for field, instead in (
        ("decided_by", ""),
        ("decided_by", "holloway"),
        ("decided_by", "Nobody Here"),
        ("decided_on", ""),
        ("outcome", ""),
    ):
        with pytest.raises(BadField) as wrong:
            hr.takes(posts, "store-outcome", **{**OUTCOME, field: instead})
        assert wrong.value.field == field
    hr.takes(posts, "store-outcome", **OUTCOME)
    assert state(posts) == "recorded"


BLOG = {
    "danger": "no", "where": "https://blog.example/1", "when": "Last week", "what": "Three posts call her a two-faced parasite.", "about": "staff",
    "name": "Mr Jarek Holloway-Finch", "hurt": "somebody", "hurt_name": "Ms Beatrix Omondi", "school": "eastfield",
}  # fmt: skip


def told_and_worked(as_, outcome):
    """S38 from its beginning: told, cleared by the deputy (she is hurt by it), weighed by HR, sent on, and worked to the end. Both references."""
    told = as_("tolland", "2026-11-25 09:00").tells("concern", **BLOG)
    as_("sallow", "2026-11-25 09:10").takes(told, "clear", triage="hr")
    hr = as_("braithwaite", "2026-11-25 09:20")
    hr.takes(told, "weigh", safeguarding="no", lawful="not-lawful", reason="It names a person.", con_10=True)
    hr.takes(told, "to-staff-route", summary="Three posts call a colleague a name.")
    ref = Case.objects.get(kind="staff-route").ref
    hands_off(as_, ref)
    as_("braithwaite", "2026-11-25 12:10").takes(ref, "tell-subject", **TOLD)
    as_("kerrigan", "2026-11-25 12:20").takes(ref, "support", **HELPED)
    as_("braithwaite", "2026-12-01 11:00").takes(ref, "store-outcome", **{**OUTCOME, "outcome": outcome})
    as_("braithwaite", "2026-12-01 11:10").takes(told, "tell-reporter", note="We have looked at it.")
    return told, ref


def read_by(as_, name, told, when="2026-12-01 12:00"):
    """Everything a reader has of it, as data."""
    return case_json(as_(name, when).opens(told))


@pytest.mark.parametrize("outcome", ["final-warning", "no-case", "dismissal"])
def test_s38_whom_it_hurt_sees_dealt_with_at_the_end_and_no_outcome(as_, outcome):
    told, ref = told_and_worked(as_, outcome)
    seen = read_by(as_, "omondi", told)
    assert (seen["says"], seen["part"], seen["details"], seen["timeline"], seen["reached"]) == ("dealt with", "status", {}, [], [])
    assert as_("omondi", "2026-12-01 12:00").sees() == [told]
    for name in ("omondi", "tolland"):
        with pytest.raises(Missing):
            as_(name, "2026-12-01 12:00").opens(ref)
    everything = str({name: read_by(as_, name, told) for name in ("omondi", "tolland")})
    assert not [word for word in (outcome, "warning", "Dismissal", "No case", "check_in", "Education") if word in everything]
    assert outcome in str(as_("braithwaite", "2026-12-01 12:00").opens(ref).papers), "and HR has it: the words could have leaked"


def test_whom_it_hurt_is_offered_support_with_a_day_and_may_say_no(as_, posts):
    hr = as_("kerrigan", "2026-11-25 10:30")
    (call,) = Case.objects.get(ref=posts).calls.filter(step="support")
    assert (posts, "support", "") in hr.has_to() and london_day(call.due_at).isoformat() == "2026-12-03"
    with pytest.raises(BadField):
        hr.takes(posts, "support", **{**HELPED, "cover": ""})
    checks(as_, posts)
    as_("kerrigan", "2026-11-25 11:50").takes(posts, "support", **HELPED)
    as_("braithwaite", "2026-11-25 12:00").takes(posts, "informal", note="A talk.")
    as_("braithwaite", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
    assert [one.step for one in Case.objects.get(ref=posts).calls.filter(ended_at=None)] == ["talk"]
    assert HELPED in as_("braithwaite", "2026-11-25 12:30").opens(posts).papers.values()
    for name in ("amadi", "holloway"):
        assert HELPED not in as_(name, "2026-11-25 12:30").opens(posts).papers.values(), (
            "the one it is about, and their manager, read none of it"
        )
    said = " ".join(leaves(copied(as_, posts, "subject")))
    assert "Support" not in said and "Education" not in " ".join(leaves(copied(as_, posts, "hand-off")))


def test_after_a_pause_hr_is_asked_for_the_support_again_and_nobody_above(as_, posts):
    as_("kerrigan", "2026-11-25 10:30").takes(posts, "pause", text="A student is in one of the pictures.")
    assert not Case.objects.get(ref=posts).calls.filter(ended_at=None, step="support").exists()
    as_("sallow", "2026-11-25 11:00").takes(posts, "let-go-on")
    (call,) = Case.objects.get(ref=posts).calls.filter(ended_at=None, step="support")
    assert (call.seat, call.rank) == ("hr", 0)


@pytest.mark.parametrize("hurt", [(), ("kit",)], ids=["nobody", "a student"])
def test_where_no_colleague_was_hurt_no_support_is_wanted(as_, sent, hurt):
    ref = sent("holloway", hurt=hurt)
    assert not Case.objects.get(ref=ref).calls.filter(step="support").exists()
    checks(as_, ref)
    assert as_("braithwaite", "2026-11-25 11:10").may(ref, "no-further") == []


ENDS = {
    "no-further": {"reason": "So."},
    "informal": {"note": "A talk."},
    "store-outcome": {**OUTCOME, "decided_on": "2026-11-25"},
}


@pytest.mark.parametrize("way", ENDS)
def test_nothing_ends_before_support_was_offered_or_somebody_says_why_not(as_, posts, way):
    checks(as_, posts)
    hr = as_("kerrigan", "2026-11-25 14:00")
    if way == "store-outcome":
        as_("braithwaite", "2026-11-25 12:00").takes(posts, "hand-off", reason="So.")
        as_("braithwaite", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
        assert hr.has_to() == [(posts, "support", "")]
    with pytest.raises(Refused) as refused:
        hr.takes(posts, way, **ENDS[way])
    assert [(one.clause, str(one.sentence)) for one in refused.value.refusals] == [
        ("CON-10", "First the support for whom it hurt is recorded. They may say no to it."),
    ]
    nothing = dict.fromkeys(HELPED, "not-needed")
    for given in (nothing, {**HELPED, "cover": "not-needed"}):
        with pytest.raises(BadField) as wrong:
            hr.takes(posts, "support", **given)
        assert (wrong.value.field, str(wrong.value.sentence)) == ("reason", "Say why something does not come in.")
    hr.takes(posts, "support", **nothing, reason="She has left, and asked not to be written to.")
    as_("kerrigan", "2026-11-25 14:20").takes(posts, way, **ENDS[way])


def test_s38_con_11_is_hrs_to_pick_and_never_set(as_, posts):
    hr = as_("braithwaite", "2026-11-25 11:00")
    check = next(offer.step for offer in hr.opens(posts).offers if offer.step.id == "check-speech")
    picks = {field.id: field for field in check.fields if field.lines == 0}
    assert {"con_10", "con_11"} <= set(picks) and not any(field.needed for field in picks.values())
    assert "CON-11" not in Case.objects.get(ref=posts).clauses
    checks(as_, posts)
    assert "con_11" not in as_("braithwaite", "2026-11-25 11:10").opens(posts).papers["step-%d" % last(posts, "check-speech")]
    again = as_("braithwaite", "2026-11-25 11:20")
    again.takes(posts, "check-again", reason="A clause was missing.")
    with pytest.raises(BadField, match="con_10"):
        again.takes(posts, "check-speech", **SHEET)


def last(ref, step):
    return Case.objects.get(ref=ref).steps.filter(step=step).latest("sequence").sequence


def test_s38_he_first_hears_of_it_from_hr_and_ms_omondi_sees_nothing_of_it(as_, posts, told):
    him = as_("holloway", "2026-11-25 10:30")
    assert him.sees() == [] and him.has_to() == []
    with pytest.raises(Missing):
        him.opens(posts)
    hands_off(as_, posts)
    assert as_("holloway", "2026-11-25 12:05").sees() == [] and "holloway" not in dict(told(posts))
    as_("braithwaite", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
    him = as_("holloway", "2026-11-25 12:20")
    opened = him.opens(posts)
    assert him.sees() == [posts] and ("holloway", "news") in told(posts)
    assert set(opened.papers) == {"step-%d" % last(posts, "tell-subject")}
    assert [offer.step.id for offer in opened.offers] == ["own-account"]
    him.takes(posts, "own-account", text="I was angry. I have taken them down.")
    assert len(as_("holloway", "2026-11-25 12:30").opens(posts).papers) == 2
    assert "taken them down" in str(as_("braithwaite", "2026-11-25 12:40").opens(posts).papers)
    for name in ("omondi", "tolland", "rainsford"):
        assert posts not in as_(name, "2026-11-25 13:00").sees()


def test_s38_the_record_ends_with_the_hand_off_and_the_code_and_no_hearing_file(as_, posts):
    hands_off(as_, posts)
    as_("braithwaite", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
    as_("kerrigan", "2026-11-25 12:20").takes(posts, "support", **HELPED)
    as_("braithwaite", "2026-12-01 11:00").takes(posts, "store-outcome", **OUTCOME)
    people = [one.step for one in Case.objects.get(ref=posts).steps.exclude(by=None).order_by("sequence")]
    assert people == ["check-speech", "hand-off", "tell-subject", "support", "store-outcome"]
    assert [field.id for row in STAFF_ROUTE.steps if row.id == "store-outcome" for field in row.fields] == [
        "outcome",
        "decided_by",
        "decided_on",
    ]
    assert STAFF_ROUTE.retention == "R5" and Case.objects.get(ref=posts).ended_at


def test_a_talk_is_the_line_managers_once_hr_has_told_the_person(as_, posts):
    checks(as_, posts)
    as_("kerrigan", "2026-11-25 11:50").takes(posts, "support", **HELPED)
    as_("braithwaite", "2026-11-25 12:00").takes(posts, "informal", note="Talk about the blog. No sanction.")
    assert as_("amadi", "2026-11-25 12:05").sees() == []
    as_("kerrigan", "2026-11-25 12:10").takes(posts, "tell-subject", **TOLD)
    assert as_("amadi", "2026-11-25 12:15").has_to() == [(posts, "talk", who("loxley"))]  # she is away, and he acts for her
    as_("amadi", "2026-11-25 14:00").takes(posts, "talk-held", how="met", met_on="2026-11-25", note="The posts are down.")
    assert state(posts) == "talked"


def test_lawful_speech_goes_no_further(as_, posts):
    checks(as_, posts, outcome="protected")
    hr = as_("braithwaite", "2026-11-25 12:00")
    with pytest.raises(Refused):
        hr.takes(posts, "hand-off", reason="All the same.")
    hr.takes(posts, "support", **HELPED)
    hr.takes(posts, "no-further", reason="It is a view on pay.")
    assert state(posts) == "no-further-step"
    assert as_("holloway", "2026-11-25 13:00").sees() == []


def test_a_safeguarding_question_pauses_it_and_only_the_lead_lets_it_go_on(as_, sent):
    ref = sent("holloway")
    hands_off(as_, ref)
    as_("kerrigan", "2026-11-25 12:20").takes(ref, "pause", text="A student is in one of the pictures.")
    assert state(ref) == "paused"
    for name in ("braithwaite", "kerrigan"):
        with pytest.raises(Refused):
            as_(name, "2026-11-25 12:30").takes(ref, "tell-subject", **TOLD)
        with pytest.raises(Refused):
            as_(name, "2026-11-25 12:30").takes(ref, "let-go-on")
    lead = as_("omondi", "2026-11-25 13:00")
    seen = lead.opens(ref)
    assert [offer.step.id for offer in seen.offers] == ["let-go-on"]
    assert list(seen.papers.values()) == [{"text": "A student is in one of the pictures."}]
    lead.takes(ref, "let-go-on", text="Looked at: the pictures are of a play.")
    assert state(ref) == "handed-off"
    read = str(as_("braithwaite", "2026-11-25 14:00").opens(ref).papers)
    assert "pictures" not in read
    assert "pictures are of a play" in str(as_("omondi", "2026-11-25 14:00").opens(ref).papers)


def test_s39_hr_as_reporter_is_skipped_and_the_reason_is_kept_and_hidden(as_, sent):
    ref = sent("farrant", by="braithwaite")
    assert as_("kerrigan", "2026-11-25 10:30").has_to() == [(ref, "check-speech", "")]
    reporter = as_("braithwaite", "2026-11-25 10:30")
    assert ref not in reporter.sees() and (ref, "check-speech", "") not in reporter.has_to()
    with pytest.raises(Missing):
        reporter.opens(ref)
    assert CaseBar.objects.get(case__ref=ref, person=who("braithwaite")).reason == "requester"
    passed = as_("kerrigan", "2026-11-25 10:40").opens(ref).passed_over
    assert [(one.person, one.reason) for one in passed] == [(who("braithwaite"), "requester")]


def test_s39_hr_and_agency_is_offered_and_the_hand_off_is_not(as_, sent):
    ref = sent("farrant", by="braithwaite")
    hr = as_("kerrigan", "2026-11-25 11:00")
    hr.takes(ref, "check-speech", **{**SHEET, "con_10": True})
    later = as_("kerrigan", "2026-11-25 11:10")
    offered = {offer.step.id for offer in later.opens(ref).offers if not offer.refusals}
    assert {"to-agency", "no-further"} <= offered and not {"hand-off", "informal", "to-chair"} & offered
    with pytest.raises(Refused):
        later.takes(ref, "hand-off", reason="So.")
    later.takes(ref, "to-agency", reason="They are his employer.")
    assert str(STAFF_ROUTE.states[state(ref)]) == "HR and agency"


def test_a_trustees_goes_to_the_chair(as_, sent):
    ref = sent("vasquez-thorne")
    checks(as_, ref)
    with pytest.raises(Refused):
        as_("braithwaite", "2026-11-25 12:00").takes(ref, "to-agency", reason="So.")
    as_("braithwaite", "2026-11-25 12:00").takes(ref, "to-chair", reason="A trustee’s matter.")
    assert ref in as_("quarshie", "2026-11-25 12:10").sees()


def test_s56_a_headteachers_matter_is_with_the_executive_headteacher(as_, sent):
    ref = sent("abernethy", by="tolland")
    above = as_("achterberg", "2026-11-25 10:30")
    assert ref in above.sees()
    checks(as_, ref)
    assert (ref, "decide", "") in as_("achterberg", "2026-11-25 11:10").has_to()
    with pytest.raises(Refused):
        as_("braithwaite", "2026-11-25 11:20").takes(ref, "hand-off", reason="So.")
    as_("achterberg", "2026-11-25 11:30").takes(ref, "hand-off", reason="It went on after a talk.")
    assert as_("abernethy", "2026-11-25 11:40").sees() == []
    as_("braithwaite", "2026-11-25 12:10").takes(ref, "tell-subject", **TOLD)
    seen = as_("abernethy", "2026-11-25 12:20").opens(ref)
    assert seen.papers["step-%d" % last(ref, "tell-subject")] == TOLD
    everything = str(seen.papers) + str([(one.by, one.seat) for one in seen.file.taken]) + seen.file.asker + str(seen.reached)
    assert who("tolland") not in everything and "Tolland" not in everything


def test_the_executive_headteachers_own_is_with_the_chair(as_, sent):
    ref = sent("achterberg")
    assert ref in as_("quarshie", "2026-11-25 10:30").sees()
    checks(as_, ref)
    assert (ref, "decide", "") in as_("quarshie", "2026-11-25 11:10").has_to()


def test_nobody_opens_one_by_hand_and_no_word_stands_in_the_trail(as_, posts):
    with pytest.raises(Refused):
        as_("braithwaite", "2026-11-25 10:00").tells("staff-route", summary="So.")
    hands_off(as_, posts)
    said = [value for event in chain.events(posts) for value in vars(event).values() if isinstance(value, str)]
    assert not [value for value in said if "a talk" in value]
    assert posts not in [wrong.ref for wrong in access.differences()]


# ---------------------------------------------------------------- S59: the copies


@pytest.fixture
def noted(as_, sent):
    """A case with a note that names Jorah, a remark, and a safeguarding note."""
    ref = sent("holloway", by="tolland", hurt=("omondi",))
    hands_off(as_, ref)
    hr = as_("braithwaite", "2026-11-25 12:30")
    hr.takes(ref, "add-note", sort="fact", text="Jorah Blenkinsop’s mother saw it. Jorah had shown her, said Mr Emrys Tolland.")
    hr.takes(ref, "add-note", sort="remark", text="I never liked him.")
    hr.takes(ref, "pause", text="A student is in one of the pictures.")
    as_("sallow", "2026-11-25 13:00").takes(ref, "let-go-on", text="Looked at: see our own note 77.")
    as_("braithwaite", "2026-11-25 13:10").takes(ref, "tell-subject", **{**TOLD, "summary": "Mr Tolland and Jorah saw three posts. 東京"})
    return ref


def leaves(held):
    if isinstance(held, str):
        return [held]
    inside = held.values() if isinstance(held, dict) else held if isinstance(held, list) else ()
    return [leaf for one in inside for leaf in leaves(one)]


def copied(as_, ref, copy, when="2026-11-25 15:00", name="kerrigan", **more):
    someone = as_(name, when)
    return bundle_of(ref, copy=copy, by=someone.by, at=someone.at, **more)


def test_s59_facts_dates_who_acted_clauses_with_edition_and_the_check_as_pdf_and_json_alike(as_, noted):
    made = copied(as_, noted, "hand-off")
    assert [(one["id"], one["edition"]) for one in made["clauses"]] == [("CON-10", "2018-11")]
    assert made["lawful_speech_check"]["by"] == "Mr Callum Braithwaite-Ogle"
    assert SHEET["reason"] in leaves(made["lawful_speech_check"]) and SHEET["harm"] in leaves(made["lawful_speech_check"])
    assert {"Lawful-speech check recorded", "Handed to the Disciplinary Procedure"} <= {one["what"] for one in made["who_acted"]}
    assert "2026-11-25 12:00" in [one["on"] for one in made["facts"]]
    assert "will be considered under" in made["considered_under"] and "eastfield.example" in made["considered_under"]
    page = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(as_pdf(made)))
    there = "".join(page.split()).replace("\ufffe", "").replace("-", "")
    for leaf in leaves(made):
        printed = day_said(leaf).encode("cp1252", "replace").decode("cp1252")
        assert "".join(printed.split()).replace("-", "") in there, leaf
    assert "Wednesday25November2026,15:00" in there and as_pdf(made) == as_pdf(made)


SHOT = {"seen_on": "2026-11-24", "confirmed": True}


@pytest.fixture
def with_things(as_, noted):
    """S59: two screenshots and a blog address beside the case, put there by HR."""
    hr, shots = as_("kerrigan", "2026-11-25 13:20"), {}
    for name, colour in (("one.png", "red"), ("Jorah.png", "blue")):
        out = BytesIO()
        Image.new("RGB", (60, 40), colour).save(out, "PNG")
        shots[name] = out.getvalue()
        add_evidence(noted, by=hr.by, at=hr.at, given={**SHOT, "about": "The post, as Jorah showed it."}, name=name, data=shots[name])
    add_evidence(noted, by=hr.by, at=hr.at, given={"link": "https://blog.example/1", "about": "His blog."})
    return noted, shots


def test_s59_each_file_by_its_hash_and_a_changed_one_is_said_and_not_included(as_, with_things):
    ref, shots = with_things
    made = copied(as_, ref, "hand-off")
    assert [one["checked"] for one in made["beside"]] == ["The same as when it came."] * 3
    assert [one["file"] and one["file"]["sha256"] for one in made["beside"]] == [
        *(hashlib.sha256(data).hexdigest() for data in shots.values()), None,
    ]  # fmt: skip
    text = " ".join(leaves(made["beside"]))
    assert "https://blog.example/1" in text and "2026-11-24" in text and "Ms Odette Kerrigan" in text
    assert "Jorah" not in text and "as Student A showed it" in text
    pages = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(as_pdf(made)))
    there = "".join(pages.split()).replace("\ufffe", "")
    assert all(hashlib.sha256(data).hexdigest() in there for data in shots.values())
    Sealed.objects.filter(case=ref, name="evidence-2-original-0").delete()
    seal.seal(case=ref, name="evidence-2-original-0", words={"data": "AAAA"}, at=london("2026-11-25 14:00"))
    whole, changed, _ = copied(as_, ref, "hand-off", when="2026-11-25 16:00")["beside"]
    assert whole["checked"] == "The same as when it came."
    assert (changed["checked"], changed["name"]) == ("Changed since it came. It is not in this copy.", "Student A.png")
    assert set(changed) == {"on", "who", "acting_for", "checked", "name"}


def test_s59_the_copy_for_the_subject_holds_nothing_from_beside_the_case_and_says_so(as_, with_things):
    ref, _ = with_things
    made = copied(as_, ref, "subject")
    assert made["beside"] == [] and "What lies beside the case was left out." in made["left_out"]
    assert "blog.example" not in " ".join(leaves(made))


def test_s59_jorah_is_student_a_throughout_and_the_remark_and_the_sealed_note_are_not_there(as_, noted):
    made = copied(as_, noted, "hand-off")
    text = " ".join(leaves(made))
    assert not {"Jorah", "Blenkinsop"} & set(re.findall(r"\w+", text))
    assert "Student A’s mother saw it. Student A had shown her, said Mr Emrys Tolland." in text
    assert (
        "never liked" not in text and "A remark was left out. Mr Callum Braithwaite-Ogle wrote it on 2026-11-25 12:30." in made["left_out"]
    )
    assert "note 77" not in text and "pictures" not in text and made["safeguarding"] == "A safeguarding reference exists."


def test_s59_the_copy_for_the_subject_shows_nothing_of_who_reported(as_, noted):
    made = copied(as_, noted, "subject")
    text = " ".join(leaves(made))
    assert not {"Tolland", "Emrys", "Jorah", "mother"} & set(re.findall(r"\w+", text))
    assert "Somebody and Student A saw three posts." in text
    first = Case.objects.exclude(ref=noted).latest("id").ref
    assert first not in text and "A note was left out." in text


def test_s59_each_making_is_an_event_with_a_name_and_a_time_and_nobody_but_hr_makes_one(as_, noted):
    copied(as_, noted, "hand-off", name="braithwaite", when="2026-11-25 15:00")
    copied(as_, noted, "subject", name="kerrigan", when="2026-11-25 16:00")
    hr = as_("kerrigan", "2026-11-25 17:00")
    made = made_before(noted, by=hr.by, at=hr.at)
    assert [(one.what, one.who, one.at) for one in made] == [
        ("subject-copy", who("kerrigan"), london("2026-11-25 16:00")),
        ("bundle", who("braithwaite"), london("2026-11-25 15:00")),
    ]
    for name in ("abernethy", "holloway", "omondi", "tolland", "sethuraman", "wieczorek", "sallow"):
        with pytest.raises(Missing):
            copied(as_, noted, "hand-off", name=name)
    assert len(made_before(noted, by=hr.by, at=hr.at)) == 2


NAMED = {
    "A": "Jorah Blenkinsop",
    "B": "Maisie Blenkinsop",
    "C": "Kit Okoro-Penn",
    "D": "Will Ray",
    "E": "Kit Marsh",
    "F": "Ann Lee",
    "G": "Ann-Marie Lee",
}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("JORAH BLENKINSOP, jorah blenkinsop", "Student A, Student A"),
        ("Kit Okoro-Penn and Mrs Okoro-Penn", "Student A and Mrs Okoro-Penn"),
        ("Kit ran", "a student ran"),
        ("Kit Marsh ran. Kit fell.", "Student A ran. Student A fell."),
        ("They will look. Will they?", "They will look. Will they?"),
        ("Will Ray came, and Will left", "Student A came, and Student A left"),
        ("Maisie, then Jorah, then Maisie", "Student A, then Student B, then Student A"),
        ("Ann-Marie Lee met Ann Lee", "Student A met Student B"),
        ("Jorahs Blenkinsopland", "Jorahs Blenkinsopland"),
        ("Jorah’s and Jorah's", "Student A’s and Student A's"),
        ("", ""),
    ],
)
def test_a_students_name_goes_and_no_other_word(said, shown):
    swap = WithoutNames(NAMED, kept=["Mrs Okoro-Penn", "Mrs Dilys Okoro-Penn"])
    swap.read([said])
    assert swap.swap(said) == shown

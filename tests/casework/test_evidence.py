"""Things put beside a case (workflows.md 3.0 "Minimum evidence", S59): who may, what is kept, who looked, what changed, what is erased."""

from io import BytesIO

import pytest
from PIL import Image

from askfirst.casework import evidence
from askfirst.casework.access import Missing
from askfirst.casework.evidence import add_evidence, evidence_of, open_evidence
from askfirst.casework.evidence_whole import verify_evidence
from askfirst.casework.fields import BadField
from askfirst.casework.gates import Refused
from askfirst.casework.models import Case, Evidence
from askfirst.casework.steps import Once
from askfirst.trail import chain
from askfirst.vault import seal
from askfirst.vault.models import Sealed
from tests.casework.test_concern_stories import POST
from tests.cast import who

pytestmark = pytest.mark.django_db

PAGE = {"address": "https://www.instagram.com/northgate_prizes", "what": "school", "children": "no"}
ABOUT = {"link": "https://page.example/prizes", "seen_on": "2026-11-24", "about": "It asks for money."}
SAFE = {**ABOUT, "confirmed": True}


def picture():
    out = BytesIO()
    Image.effect_noise((900, 900), 90).convert("RGB").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def told_by_amina(as_):
    return as_("farouk", "2026-11-25 10:00").tells("impostor", **PAGE)


@pytest.fixture
def with_picture(as_, told_by_amina):
    data = picture()
    amina = as_("farouk", "2026-11-25 10:10")
    assert add_evidence(told_by_amina, by=amina.by, at=amina.at, given=SAFE, name="C:\\pics\\prize \u202egnp.png", data=data) == 1
    return told_by_amina, data


def test_words_first_and_a_file_sealed_with_its_digest(as_, with_picture):
    ref, data = with_picture
    comms = as_("adelakun", "2026-11-25 10:20")
    (thing,) = evidence_of(ref, by=comms.by, at=comms.at)
    assert (thing.by, thing.kind, thing.words["about"], thing.words["name"]) == (
        who("farouk"),
        "png",
        "It asks for money.",
        "prize gnp.png",
    )
    assert open_evidence(ref, 1, "original", by=comms.by, at=comms.at).data == data
    copy = open_evidence(ref, 1, "copy", by=comms.by, at=comms.at)
    assert (copy.kind, copy.data != data, copy.name) == ("png", True, "askfirst-%s-1.png" % ref)
    assert Evidence.objects.get().boxes > 1, "the file lies in more boxes than one"
    added, *reads = [(event.what, event.of, event.who) for event in chain.events(ref) if "evidence" in event.of]
    assert added == ("evidence", "evidence-1", who("farouk"))
    me = who("adelakun")
    assert reads == [("read", "evidence", me), ("read", "evidence-1-original", me), ("read", "evidence-1-copy", me)]
    assert verify_evidence(ref) == ()
    assert chain.verify(ref) == ()
    assert "money" not in repr(list(chain.events(ref)))


def test_whoever_sees_all_and_whoever_added_it_and_nobody_else(as_, with_picture):
    ref, _ = with_picture
    comms, amina = as_("adelakun", "2026-11-25 10:20"), as_("farouk", "2026-11-25 10:30")
    add_evidence(ref, by=comms.by, at=comms.at, given={"about": "The same picture as last year."})
    assert [one.number for one in evidence_of(ref, by=amina.by, at=amina.at)] == [1], "her own, and not what others put there"
    assert [one.number for one in evidence_of(ref, by=comms.by, at=comms.at)] == [1, 2]
    for number, which in ((2, "original"), (1, "raw"), (3, "copy")):
        with pytest.raises(Missing):
            open_evidence(ref, number, which, by=amina.by, at=amina.at)
    for name in ("devlin", "whitlam", "wells-p", "sethuraman", "wieczorek", "achterberg", "kit"):
        other = as_(name, "2026-11-25 10:40")
        with pytest.raises(Missing):
            evidence_of(ref, by=other.by, at=other.at)
        with pytest.raises(Missing):
            add_evidence(ref, by=other.by, at=other.at, given=ABOUT)


def test_whoever_posted_it_never_sees_what_was_put_beside_a_request(as_):
    details = {
        "evidence": "no",
        "item": "A picture",
        "who": "staff",
        "how": "here",
        "poster": "standish",
        "ask": "down",
        "name": "no",
        "alone": "no",
    }
    harrow, standish = as_("harrow", "2026-11-25 10:00"), as_("standish", "2026-11-25 10:10")
    ref = harrow.tells("removal", **details)
    add_evidence(ref, by=harrow.by, at=harrow.at, given=ABOUT)
    assert standish.opens(ref).case.ref == ref
    with pytest.raises(Missing):
        evidence_of(ref, by=standish.by, at=standish.at)
    with pytest.raises(Missing):
        add_evidence(ref, by=standish.by, at=standish.at, given=ABOUT)


def test_a_kind_that_takes_none_answers_as_if_it_were_not_there(as_):
    harrow = as_("harrow", "2026-11-25 10:00")
    ref = harrow.asks()
    with pytest.raises(Missing):
        add_evidence(ref, by=harrow.by, at=harrow.at, given=ABOUT)


def test_a_file_stands_behind_the_statement_and_is_refused_whole(as_, told_by_amina):
    amina = as_("farouk", "2026-11-25 10:10")
    for given, data, field in ((ABOUT, picture(), "confirmed"), (SAFE, b"<svg/>", "file"), ({"confirmed": True}, None, "about")):
        with pytest.raises(BadField) as wrong:
            add_evidence(told_by_amina, by=amina.by, at=amina.at, given=given, name="a.png", data=data)
        assert wrong.value.field == field
    assert not Evidence.objects.exists()
    assert not Sealed.objects.filter(name__startswith="evidence").exists()


def test_sent_twice_it_is_there_once_and_there_is_an_end(as_, told_by_amina, monkeypatch):
    amina, once = as_("farouk", "2026-11-25 10:10"), Once("a" * 32, b"")
    assert {add_evidence(told_by_amina, by=amina.by, at=amina.at, given=ABOUT, once=once) for _ in range(3)} == {1}
    monkeypatch.setattr(evidence, "MOST", 1)
    with pytest.raises(Refused):
        add_evidence(told_by_amina, by=amina.by, at=amina.at, given=ABOUT)
    assert Evidence.objects.count() == 1


def _swapped(ref):
    """Somebody with the case's key puts another picture in its place."""
    Sealed.objects.filter(case=ref, name="evidence-1-original-0").delete()
    seal.seal(case=ref, name="evidence-1-original-0", words={"data": "AAAA"}, at=Case.objects.get(ref=ref).opened_at)


def _bit_turned(ref):
    row = Sealed.objects.get(case=ref, name="evidence-1-original-1")
    row.box = bytes(row.box[:-1]) + bytes([row.box[-1] ^ 1])
    row.save()


def _words_swapped(ref):
    Sealed.objects.filter(case=ref, name="evidence-1").delete()
    seal.seal(case=ref, name="evidence-1", words={"name": "prize gnp.png", "sha256": "0" * 64}, at=Case.objects.get(ref=ref).opened_at)


def _box_lost(ref):
    Sealed.objects.filter(case=ref, name="evidence-1-original-1").delete()


@pytest.mark.parametrize("change", [_swapped, _bit_turned, _words_swapped, _box_lost])
def test_s59_a_changed_file_is_named(with_picture, change):
    ref, _ = with_picture
    assert verify_evidence(ref) == ()
    change(ref)
    (found,) = verify_evidence(ref)
    assert (found.number, found.name, "not as it was sent" in str(found.says)) == (1, "prize gnp.png", True)


def test_the_key_takes_the_file_and_its_copy_with_it(as_, with_picture):
    ref, _ = with_picture
    seal.destroy(ref)
    assert not Sealed.objects.filter(case=ref).exists()
    comms = as_("adelakun", "2026-11-25 10:20")
    with pytest.raises(seal.Gone):
        open_evidence(ref, 1, "original", by=comms.by, at=comms.at)


def test_what_lies_beside_a_concern_is_locked_with_it_and_whoever_told_sees_their_own(as_):
    rowbotham = as_("rowbotham", "2026-11-25 10:00")
    ref = rowbotham.tells("concern", **POST)
    add_evidence(ref, by=rowbotham.by, at=rowbotham.at, given=ABOUT)
    lead = as_("whitlam", "2026-11-25 10:10")
    assert [one.number for one in evidence_of(ref, by=lead.by, at=lead.at)] == [1]
    for name in ("braithwaite", "obuya", "standish"):
        other = as_(name, "2026-11-25 10:15")
        with pytest.raises(Missing):
            evidence_of(ref, by=other.by, at=other.at)
    lead.takes(ref, "clear", triage="usual")
    obuya = as_("obuya", "2026-11-25 10:20")
    add_evidence(ref, by=obuya.by, at=obuya.at, given={"about": "I saw the post myself."})
    hr = as_("braithwaite", "2026-11-25 10:25")
    assert [one.number for one in evidence_of(ref, by=hr.by, at=hr.at)] == [1, 2]
    assert [one.number for one in evidence_of(ref, by=rowbotham.by, at=rowbotham.at)] == [1]
    obuya.takes(ref, "flag", reason="A child may be hurt.")
    for name in ("braithwaite", "obuya", "standish"):
        other = as_(name, "2026-11-25 10:30")
        with pytest.raises(Missing):
            evidence_of(ref, by=other.by, at=other.at)
        with pytest.raises(Missing):
            add_evidence(ref, by=other.by, at=other.at, given=ABOUT)
    assert [one.number for one in evidence_of(ref, by=lead.by, at=lead.at)] == [1, 2]

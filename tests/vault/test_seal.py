"""Sealed words: they come back whole under their own case and name, and under no other."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askfirst.vault.keys import unwrap, wrap
from askfirst.vault.models import CaseKey, Sealed
from askfirst.vault.seal import Damaged, Gone, NotWords, destroy, digest, erase, new_case, seal, unseal

MONDAY = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
WORDS = {"question": "May I post the choir’s photo?", "clauses": ["BLG-3"], "schools": None, "times": 2, "urgent": False}
pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    new_case("CASE2345", at=MONDAY)
    return "CASE2345"


def sealed(case, words=None, name="step-1"):
    seal(case=case, name=name, words=WORDS if words is None else words, at=MONDAY)


def replace(box, *, name="step-1", case="CASE2345"):
    Sealed.objects.filter(case=case, name=name).update(box=box)


def test_what_was_sealed_comes_back_equal(case):
    sealed(case)
    sealed(case, {"answer": "Ask the choir first."}, "step-2")
    assert unseal(case=case, names=["step-1", "step-2", "step-9"]) == {"step-1": WORDS, "step-2": {"answer": "Ask the choir first."}}
    assert unseal(case=case, names=[]) == {}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), JSON, max_size=4))
def test_any_words_come_back_equal_and_lengths_are_coarse(words):
    with transaction.atomic():
        new_case("CASE2345", at=MONDAY)
        sealed("CASE2345", words)
        assert unseal(case="CASE2345", names=["step-1"]) == {"step-1": words}
        assert (len(bytes(Sealed.objects.get().box)) - 1 - 12 - 16) % 256 == 0
        transaction.set_rollback(True)


def test_yes_and_no_are_as_long_as_each_other(case):
    for number, answer in enumerate(("yes", "no", "Ask your Headteacher before you post anything about the trip.")):
        sealed(case, {"answer": answer}, "step-%d" % number)
    assert len({len(bytes(box)) for box in Sealed.objects.values_list("box", flat=True)}) == 1


def test_the_same_words_never_give_the_same_box(case):
    for number in range(50):
        sealed(case, name="step-%d" % number)
    boxes = [bytes(box) for box in Sealed.objects.values_list("box", flat=True)]
    assert len({box[1:13] for box in boxes}) == 50
    assert len(set(boxes)) == 50


def test_every_flipped_byte_is_found(case):
    sealed(case, {"question": "Zebedee?"})
    whole = bytes(Sealed.objects.get().box)
    for at in range(len(whole)):
        replace(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(Damaged) as damaged:
            unseal(case=case, names=["step-1"])
    assert len(whole) == 285
    assert str(damaged.value.sentence) == "A paper of CASE2345 is damaged and does not open. Put it back from a backup."
    assert damaged.value.__cause__ is None
    replace(whole)
    assert unseal(case=case, names=["step-1"]) == {"step-1": {"question": "Zebedee?"}}


@pytest.mark.parametrize("box", [b"", b"\x01", b"\x01" + bytes(12), b"\x01" + bytes(27), b"\x02" + bytes(300)])
def test_a_box_that_is_none_is_damaged_and_nothing_else(case, box):
    sealed(case)
    replace(box)
    with pytest.raises(Damaged):
        unseal(case=case, names=["step-1"])


def test_a_box_opens_for_no_other_case_and_no_other_name(case):
    new_case("CASE6789", at=MONDAY)
    sealed(case)
    sealed(case, name="step-2")
    sealed("CASE6789")
    replace(bytes(Sealed.objects.get(case=case, name="step-1").box), name="step-2")
    with pytest.raises(Damaged):
        unseal(case=case, names=["step-2"])
    replace(bytes(Sealed.objects.get(case=case, name="step-1").box), case="CASE6789")
    with pytest.raises(Damaged):
        unseal(case="CASE6789", names=["step-1"])


def test_a_box_carried_over_with_its_key_opens_neither(case):
    """The key itself is bound to its case, and so is the box."""
    new_case("CASE6789", at=MONDAY)
    sealed(case)
    sealed("CASE6789")
    CaseKey.objects.filter(case="CASE6789").update(wrapped=bytes(CaseKey.objects.get(case=case).wrapped))
    replace(bytes(Sealed.objects.get(case=case, name="step-1").box), case="CASE6789")
    with pytest.raises(Damaged, match="The key of CASE6789 is damaged"):
        unseal(case="CASE6789", names=["step-1"])


def test_even_under_one_key_a_box_is_bound_to_its_case(case):
    wrapped, by = wrap("CASE6789", unwrap(case, bytes(CaseKey.objects.get().wrapped), CaseKey.objects.get().wrapped_by))
    CaseKey.objects.create(case="CASE6789", wrapped=wrapped, wrapped_by=by, made_at=MONDAY)
    sealed(case)
    sealed("CASE6789")
    assert unseal(case="CASE6789", names=["step-1"]) == {"step-1": WORDS}
    replace(bytes(Sealed.objects.get(case=case, name="step-1").box), case="CASE6789")
    with pytest.raises(Damaged, match="A paper of CASE6789"):
        unseal(case="CASE6789", names=["step-1"])


def test_a_name_is_sealed_once_and_a_case_has_one_key(case):
    sealed(case)
    with pytest.raises(IntegrityError), transaction.atomic():
        sealed(case, {"answer": "another"})
    with pytest.raises(IntegrityError), transaction.atomic():
        new_case(case, at=MONDAY)
    assert unseal(case=case, names=["step-1"]) == {"step-1": WORDS}


def test_one_paper_erased_leaves_the_others(case):
    sealed(case)
    sealed(case, name="draft")
    assert erase(case=case, name="draft") is True
    assert erase(case=case, name="draft") is False
    assert unseal(case=case, names=["step-1", "draft"]) == {"step-1": WORDS}


def test_a_case_destroyed_is_gone_even_with_its_boxes_put_back(case):
    new_case("CASE6789", at=MONDAY)
    sealed(case)
    sealed("CASE6789")
    kept = bytes(Sealed.objects.get(case=case).box)
    destroy(case)
    assert not Sealed.objects.filter(case=case).exists()
    for again in (lambda: unseal(case=case, names=["step-1"]), lambda: digest(case, WORDS), lambda: sealed(case)):
        with pytest.raises(Gone, match="The words of CASE2345 were erased"):
            again()
    new_case(case, at=MONDAY)
    Sealed.objects.create(case=case, name="step-1", box=kept, made_at=MONDAY)
    with pytest.raises(Damaged):
        unseal(case=case, names=["step-1"])
    assert unseal(case="CASE6789", names=["step-1"]) == {"step-1": WORDS}


def test_a_digest_tells_words_apart_and_says_nothing_without_the_key(case):
    new_case("CASE6789", at=MONDAY)
    told = digest(case, WORDS)
    assert len(told) == 64
    assert digest(case, dict(reversed(WORDS.items()))) == told
    assert len({told, digest(case, {**WORDS, "times": 3}), digest("CASE6789", WORDS)}) == 3
    destroy(case)
    new_case(case, at=MONDAY)
    assert digest(case, WORDS) != told


@pytest.mark.parametrize("words", [{"x": float("nan")}, {"x": MONDAY}, {"x": "\ud800"}, {"x": b"bytes"}])
def test_what_is_no_json_is_refused_without_repeating_it(case, words):
    with pytest.raises(NotWords) as refused:
        sealed(case, words)
    assert "x" not in str(refused.value).split()
    assert refused.value.__cause__ is None
    assert not Sealed.objects.exists()

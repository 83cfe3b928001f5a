"""A school's name in a name (HYB-3, A41, S16): what holds it, what looks similar, what is asked first, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.advice.names import asks_about
from askfirst.advice.trust import told_by
from askfirst.checks.catalogue import NAME_CHECKS, look_over
from askfirst.checks.draft import Author, Brand, Draft, Told
from askfirst.checks.names.brand import How, find, signs_of
from askfirst.checks.names.near import near_places
from askfirst.checks.names.sounds import sounded
from askfirst.checks.names.spelled import Spelled
from askfirst.procedure.trust import load_trust

TRUST = signs_of(told_by(load_trust()))
INITIALS = signs_of(Told(brands=(Brand("NGA"), Brand("Northgate Academy"), Brand("Northgate", ambiguous=True)), mottos=("Aim High",)))


def met(text, signs=TRUST):
    """(name, how it is met, whether it is asked about), or None."""
    found = find(text, signs)
    return found and (found.sign.term, found.how.name.lower(), found.sign.ambiguous)


SURE, PLACE = False, True


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("northgateschool", ("Northgate School", "holds", SURE)),
        ("Northgate.School_PE", ("Northgate School", "holds", SURE)),
        ("https://www.instagram.com/NorthgateSchool/?hl=en", ("Northgate School", "holds", SURE)),
        ("the_official_stbrannocks", ("St Brannock's", "holds", SURE)),
        ("ridgeway-education-trust.example", ("Ridgeway Education Trust", "holds", SURE)),
        # confusables, leetspeak, separators, dropped vowels, word order, joined words
        ("nоrthgаtesсhооl", ("Northgate School", "similar", SURE)),
        ("ｎｏｒｔｈｇａｔｅ ｓｃｈｏｏｌ", ("Northgate School", "similar", SURE)),
        ("🅽🅾🆁🆃🅷🅶🅰🆃🅴 school", ("Northgate School", "similar", SURE)),
        ("n0rthg4te_5ch00l", ("Northgate School", "similar", SURE)),
        ("e.a.s.t.f.i.e.l.d.a.c.a.d.e.m.y", ("Eastfield Academy", "holds", SURE)),
        ("nrthgt_schl", ("Northgate School", "similar", SURE)),
        ("school_of_northgate", ("Northgate School", "similar", SURE)),
        ("academy.eastfield", ("Eastfield Academy", "similar", SURE)),
        ("northgatesch_memes", ("Northgate School", "similar", SURE)),
        ("brannocks_parents", ("St Brannock's", "similar", SURE)),
        ("eastfeildacademy", ("Eastfield Academy", "similar", SURE)),
        # a place is asked about, as it is and nearly
        ("chalkbadger-northgate.example", ("Northgate", "holds", PLACE)),
        ("northgate_street_cafe", ("Northgate", "holds", PLACE)),
        ("morthgate", ("Northgate", "similar", PLACE)),
        ("ridgewayrunners", ("Ridgeway", "holds", PLACE)),
        ("RET_2026", ("RET", "holds", PLACE)),
        # left alone
        ("chalkbadger.example", None), ("westfield_shopping", None), ("eastgate_school", None), ("southgateschool", None), ("retro_games", None),
        ("r3t", None), ("secret_garden", None), ("school", None), ("academy_trust_news", None), ("", None), ("@@@", None),
    ],
)  # fmt: skip
def test_what_a_name_holds(text, wanted):
    assert met(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("nga_hockey", ("NGA", "holds", SURE)), ("PEatNGA", ("NGA", "holds", SURE)), ("@NGA2026", ("NGA", "holds", SURE)), ("nga", ("NGA", "holds", SURE)),
        ("ng4mer", None), ("bangalore", None), ("ngaio_bakes", None), ("n.g.a", None), ("ng4", None),
        ("aim_high_pe", ("Aim High", "holds", PLACE)), ("a1mh1gh", ("Aim High", "similar", PLACE)),
    ],
)  # fmt: skip
def test_initials_match_whole_words_as_they_are_and_a_motto_is_asked_about(text, wanted):
    assert met(text, INITIALS) == wanted


LONG_NAMES = signs_of(
    Told(brands=(Brand("Saint Petroc's Catholic Primary School"), Brand("Copper Beech Infants School"), Brand("The Lowmoor Federation")))
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("copperbeechinfants", ("Copper Beech Infants School", "similar", SURE)), ("c0pperb33ch1nfants", ("Copper Beech Infants School", "similar", SURE)),
        ("infants.copperbeech.school", ("Copper Beech Infants School", "similar", SURE)), ("copper_beech_pta", ("Copper Beech Infants School", "similar", PLACE)),
        ("petrocscatholicprimary", ("Saint Petroc's Catholic Primary School", "similar", SURE)), ("saint_petrox_year4", ("Saint Petroc's Catholic Primary School", "similar", SURE)),
        ("thelowmoorfed", ("The Lowmoor Federation", "similar", SURE)), ("lowm8rfederation", None), ("beech_copper_jam", None), ("copper_kettle", None), ("petal_catholic", None),
        ("infants_sleep", None), ("max8", None), ("exmoor_ponies", None),
    ],
)  # fmt: skip
def test_a_long_name_is_met_without_its_last_words_and_its_own_words_in_a_row_are_asked_about(text, wanted):
    assert met(text, LONG_NAMES) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("northg8_school", "Northgate School"), ("stbrannox", "St Brannock's"), ("north_g8", "Northgate"), ("norths_gate_pub", None)],
)
def test_a_letter_or_figure_is_heard_for_its_sound_and_a_slip_lies_in_one_part(text, wanted):
    found = find(text, TRUST)
    assert (found and (found.sign.term, found.how)) == (wanted and (wanted, How.SIMILAR))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("northgait", "Northgate"), ("norfgate", "Northgate"), ("nawthgate_school", "Northgate School"), ("norvgayt.pe", "Northgate"),
        ("eestfeildacademy", "Eastfield Academy"), ("eastfealed", None), ("rijway", "Ridgeway"), ("ridgeweigh", "Ridgeway"), ("st-branox", "St Brannock's"),
        ("norgate", None), ("southgait", None), ("wrigleyway", None), ("rich_way", None), ("norf_gait", None), ("norfgaiters", None), ("beast_feeld", None),
    ],
)  # fmt: skip
def test_a_name_as_it_is_heard_looks_similar_where_it_stands_alone(text, wanted):
    found = find(text, TRUST)
    assert (found and (found.sign.term, found.how)) == (wanted and (wanted, How.SIMILAR))


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14))
def test_what_sounds_alike_has_one_outline(text):
    """By the outline most names are told from a school's before they are sounded out: none that sounds like it may be lost so."""
    spelled = [
        text.replace(old, new)
        for old, new in (("th", "f"), ("ate", "ait"), ("or", "aw"), ("ea", "ee"), ("ay", "eigh"), ("ck", "k"), ("x", "ks"))
    ]
    same = [one for one in spelled if sounded(one) == sounded(text)]
    assert {Spelled(one).outline for one in same} <= {Spelled(text).outline}


@pytest.mark.parametrize("text", ["northgateschool", "northgate", "morthgateschool", "nga"])
def test_what_was_not_told_is_not_found(text):
    """Planted: with the Trust's own names each but the last is met."""
    assert met(text, signs_of(Told())) is None
    assert (met(text) is None) is (text == "nga")


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz0123456789._-аоеＮ\u200b", min_size=1, max_size=30)


@given(front=LETTERS, end=LETTERS)
def test_a_name_as_it_is_written_is_met_among_any_others(front, end):
    found = find("_".join((front, "northgateschool", end)), TRUST)
    assert found is not None
    assert (found.how, found.sign.ambiguous) == (How.HOLDS, False)


@given(at=st.integers(0, 14), new=st.sampled_from("xqzk"))
def test_a_near_miss_looks_similar_and_never_is(at, new):
    """One letter of the whole name changed for one that it has nowhere: what stands there is not the name."""
    slipped = "northgateschool"[:at] + new + "northgateschool"[at + 1 :]
    found = find(slipped, TRUST)
    assert found is not None
    title = str(look_over(Draft(slipped, Author.STAFF, told=told_by(load_trust())), checks=NAME_CHECKS)[0][0].title)
    assert (found.how is How.HOLDS) is title.startswith("It holds")
    assert found.how is How.SIMILAR or found.sign.term == "Northgate"


@given(st.text(max_size=60))
def test_any_text_is_a_name_that_is_looked_at(text):
    seen, missed = look_over(Draft(text, Author.STUDENT, told=told_by(load_trust())), checks=NAME_CHECKS)
    assert missed == []
    assert all(0 <= one.start < one.end <= len(text) for one in seen)


@given(wanted=st.text("abc", min_size=6, max_size=9), at=st.integers(0, 8), new=st.sampled_from(["", "z"]), turn=st.booleans())
def test_one_slip_is_always_met_wherever_it_is(wanted, at, new, turn):
    at %= len(wanted)
    slipped = wanted[:at] + new + wanted[at + 1 :]
    if turn and at + 1 < len(wanted):
        slipped = wanted[:at] + wanted[at + 1] + wanted[at] + wanted[at + 2 :]
    assert (2, 2 + len(slipped)) in set(near_places(wanted, "zz" + slipped + "zz"))


def test_two_slips_are_none():
    assert set(near_places("northgate", "nxrthgxte")) == set()


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("chalkbadger-northgate.example", True), ("n0rthgate-badger.example", True), ("https://nrthgt.example/", True), ("ret.example/badger", True),
        ("chalkbadger.example", False), ("southgate-badger.example", False), ("", False), ("northgate" + "a" * 2_000, False),
    ],
)  # fmt: skip
def test_s16_telling_of_a_page_asks_what_the_word_stands_for_in_near_misses_too(address, asked):
    assert asks_about(address, load_trust()) is asked

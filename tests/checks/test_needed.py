"""Rules that are woken by words: what the table says could stand is what comparing every set would say."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.text.need import help_tables
from askfirst.checks.text.patterns.needed import Needed

WORDS = st.sampled_from("he she hits beats me her badly".split())
SETS = st.frozensets(WORDS, min_size=1, max_size=3)
RULES = st.lists(st.lists(SETS, min_size=1, max_size=4), max_size=8)
SIGNS = help_tables.signs()
OF_SIGNS = sorted(frozenset().union(*(words for sign in SIGNS for words in sign.needs)))


def compared(rules, bag):
    return {number for number, sets in enumerate(rules) if all(words & bag for words in sets)}


@given(RULES, st.frozensets(WORDS))
def test_a_rule_could_stand_exactly_where_the_bag_holds_a_word_of_each_of_its_sets(rules, bag):
    assert set(Needed(enumerate(rules)).stand(bag)) == compared(rules, bag)


def test_a_rule_of_one_set_and_one_whose_sets_are_alike():
    hits, me = frozenset({"hits"}), frozenset({"me"})
    rules = [[hits], [hits, hits], [hits, me], [me, hits, me]]
    assert set(Needed(enumerate(rules)).stand(hits)) == {0, 1}
    assert set(Needed(enumerate(rules)).stand(hits | me)) == {0, 1, 2, 3}
    assert set(Needed(enumerate(rules)).stand(frozenset({"who"}))) == set()


EVERY_SIGN = Needed((number, sign.needs) for number, sign in enumerate(SIGNS))


@given(st.frozensets(st.sampled_from(OF_SIGNS), max_size=30), st.sampled_from(SIGNS))
def test_no_sign_of_need_is_lost(others, sign):
    bag = others | {min(words) for words in sign.needs}
    stands = set(EVERY_SIGN.stand(bag))
    assert SIGNS.index(sign) in stands
    assert stands == compared([one.needs for one in SIGNS], bag)

"""A person's own words, cut into runs and put together again: nothing lost, nothing doubled, whatever overlaps."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.advice.answer import Finding
from askfirst.advice.items import Item
from askfirst.checks.finding import Level, Seen
from askfirst.procedure.clause import Tag
from askfirst.web.cards import pieces, reworded
from askfirst.web.marks import runs
from askfirst.words import say

TEXT = "Jorah B in 8Q got 14% again.\r\nRing me on 07700 900455 today. \U0001f600 End"


def finding(start, end, *, fix=None, kind="contact", text=TEXT):
    seen = Seen("c", kind, "SNS-3", (), Level.TIP, start, end, None, say("t"), say("w"), fix and say(fix), say("d"), False)
    return Finding(seen, Tag.ADVICE, text[start:end])


def item(number, *findings):
    return Item(number, findings[0], findings[1:])


def around(place):
    """The two sentences of TEXT."""
    middle = TEXT.index("\r\n")
    return (0, middle) if place < middle else (middle, len(TEXT))


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)).map(lambda one: (one[0], min(len(TEXT), one[0] + one[1])))


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3, unique=True), max_size=8))
def test_the_runs_are_the_text_and_every_card_can_be_reached_from_it(groups):
    things = [item(number, *(finding(start, end) for start, end in spans)) for number, spans in enumerate(groups, 1)]
    made = runs(TEXT, things)
    assert "".join(run.text for run in made) == TEXT
    assert [run.start for run in made] == [sum(len(before.text) for before in made[:at]) for at in range(len(made))]
    numbered = {run.item.number for run in made if run.item and run.ends} | {other.number for run in made for other in run.others}
    assert numbered == {one.number for one in things}
    for run in made:
        inside = {one.number for one in things if any(start <= run.start < end for start, end in one.spans)}
        assert (run.item.number if run.item else None) == (min(inside) if inside else None)


def test_a_wording_takes_the_place_of_its_words():
    at = TEXT.index("07700")
    made = pieces(TEXT, item(1, finding(at, at + 12, fix="[number removed]")), around)
    assert reworded(TEXT, made) == TEXT.replace("07700 900455", "[number removed]")


def test_a_sentence_takes_the_place_of_the_sentence_and_what_was_inside_goes_with_it():
    mark = finding(14, 21, fix="A student did well.")
    name = finding(0, 7, fix="someone I know")
    made = pieces(TEXT, item(1, mark, name), around)
    assert reworded(TEXT, made) == TEXT.replace("Jorah B in 8Q got 14% again.", "A student did well.")


def test_two_wordings_beside_each_other_both_stand():
    made = pieces(TEXT, item(1, finding(14, 21, fix="did it"), finding(0, 7, fix="someone")), around)
    assert reworded(TEXT, made) == TEXT.replace("got 14%", "did it").replace("Jorah B", "someone")


def test_a_line_to_add_goes_to_the_end_with_the_line_breaks_of_the_text():
    line = "These are my personal views."
    made = pieces(TEXT, item(1, finding(0, 7, fix=line, kind="works-here")), around)
    assert reworded(TEXT, made) == TEXT + "\r\n\r\n" + line


def test_no_wording_changes_nothing():
    assert pieces(TEXT, item(1, finding(0, 7)), around) == ()
    assert reworded(TEXT, ()) == TEXT

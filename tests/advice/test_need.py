"""The prompt to give a case to safeguarding: how much it meets and how often in vain, over sentences of staff, students and parents (3.0).

Four sets of our own: one to write the signs by, two that they were mended for, and one held out, for which no sign is ever changed.
"""

from pathlib import Path

import pytest

from askfirst.advice import need
from askfirst.advice.need import may_need_help
from askfirst.checks.text.need import need_signs
from askfirst.checks.text.need.need_signs import needs, read_for_signs, sorts

SETS = {"need": (0.97, 0.97), "need_again": (0.95, 0.93), "need_third": (0.95, 0.95), "need_held": (0.70, 0.95)}
"""By file: the least of those who may be hurt that are met, and the least of what is met that is about them."""
NAMED = ("I will stab him", "She cuts herself", "he said he wants to end it", "my uncle touches me")
TALK = ("I could kill for a coffee", "this homework is killing me", "mum will kill me when she sees my shoes", "we got battered 6-0")


def rows(name):
    lines = Path(__file__).with_name(name + ".txt").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("|", 2)) for line in lines if line and not line.startswith("#")]


def measured(name, met=may_need_help):
    """Of those who may be hurt, the share that is met; of what is met, the share that is about them."""
    held = rows(name)
    right = [one for one in held if one[1] == "h" and met([one[2]])]
    wrong = [one for one in held if one[1] == "-" and met([one[2]])]
    return len(right) / sum(one[1] == "h" for one in held), len(right) / max(1, len(right) + len(wrong))


@pytest.mark.parametrize("name", SETS)
def test_most_need_is_met_and_hardly_an_idiom(name):
    recall, precision = measured(name)
    print("%s: %d sentences, recall %.3f, precision %.3f" % (name, len(rows(name)), recall, precision))
    assert (recall >= SETS[name][0], precision >= SETS[name][1]) == (True, True), (recall, precision)


def test_the_sets_are_many_in_the_words_of_each_and_no_sentence_stands_twice():
    every = [one for name in SETS for one in rows(name)]
    assert len({text for _, _, text in every}) == len(every)
    for mark in ("h", "-"):
        who = [author for author, kind, _ in every if kind == mark]
        assert len(who) >= 390 and {author: who.count(author) > 60 for author in set(who)} == dict.fromkeys(
            ("staff", "student", "parent"), True
        )


def test_without_its_own_signs_too_little_is_met(monkeypatch):
    monkeypatch.setattr(need, "needs", lambda text: False)
    for name in SETS:
        assert measured(name)[0] < SETS[name][0], "the planted flaw: only what a draft is asked for is met"


def test_a_prompt_at_every_word_is_noticed():
    assert all(measured(name, met=lambda texts: True)[1] < SETS[name][1] for name in SETS)


@pytest.mark.parametrize("text", NAMED)
def test_what_was_missed_once_is_met(text):
    assert may_need_help([text]) and may_need_help(["It was raining. " + text + ". The bus was late."])


@pytest.mark.parametrize("text", TALK)
def test_a_manner_of_speaking_is_left_alone(text):
    assert not may_need_help([text])


def test_every_sort_of_the_workflow_has_its_signs():
    """Under-18 sexual image, self-harm, threat, grooming, adult and student in private; and being hurt."""
    assert {one.name for one in sorts()} == {"self-harm", "threat", "hurt", "image", "contact"}
    for text in (
        "There is a naked picture of a Year 9 girl.",
        "He self-harms.",
        "He will shoot her.",
        "He was groomed.",
        "Her dad hits her.",
    ):
        assert needs(text), text


def test_one_endless_sentence_is_read_to_its_end():
    """A student writes without a full stop: the sign may stand anywhere."""
    for before in (0, 30, 59, 60, 200):
        assert needs("and then we went home " * (before // 5) + "and she cuts herself")
    assert needs("and then we went home " * 60 + "her dad hits her " + "and then we went home " * 60)


def test_it_reads_a_stretch_at_a_time_so_that_no_sentence_makes_it_slow(monkeypatch):
    """Nobody reads more than sixty words at once; and a jest far off in the same breath takes no sign away."""
    seen = []

    def read(words):
        seen.append(list(words))
        return read_for_signs(seen[-1])

    monkeypatch.setattr(need_signs, "read_for_signs", read)
    assert not needs("and then we went home " * 200)
    assert {len(words) for words in seen} <= set(range(61)) and len(seen) > 20
    monkeypatch.undo()
    assert needs("she cuts herself " + "and then we went home " * 40 + "lol")

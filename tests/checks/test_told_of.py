"""Whose words they are: what others said, wrote or taught, and what the author makes of it. Written from the rules."""

import pytest

from askfirst.checks.catalogue import run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.abuse import ABUSE
from askfirst.checks.text.derogatory import DEROGATORY


def found(text):
    return [one for check in (ABUSE, DEROGATORY) for one in run(check, Draft(text, Author.STUDENT))]


@pytest.mark.parametrize(
    "text",
    [
        "the post claiming that gays are vermin is gone now",
        "he was sacked for tweeting that refugees are rats",
        "to say that Muslims are savages is to spit on your neighbours",
        "they sprayed that gays should burn on our door",
        "nobody is born believing that immigrants are scum",
        "don't let anyone tell you that girls are stupid",
        "if your argument is that disabled people are useless you have none",
        "No, Muslims are not vermin",
        "we laughed at nothing in her jokes about Poles being thieves",
        "haters want us to believe that women are stupid",
        "acting as if women were stupid is no way to lead",
        "hating gypsies because of who they are is wrong",
    ],
)
def test_the_words_of_others_are_theirs(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "they say Muslims are savages, and they are right",
        "you can't say it any more, but women are stupid",
        "people forget that gypsies are thieves",
        "my boss said that women are stupid and I totally agree",
        "it's not hate to say that immigrants are vermin",
        "I keep saying that immigrants are vermin",
        "how can anyone deny that immigrants are vermin",
        "you call it racism, I call it the truth: black people are savages",
        "No Muslim is decent",
        "where is the harm in saying that Muslims are savages",
        "Muslims are savages, prove me wrong",
        "I don't see any difference between a dead rat and a dead immigrant",
    ],
)
def test_who_agrees_or_says_so_as_well_says_it(text):
    assert found(text) != []

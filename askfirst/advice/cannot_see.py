"""What the check of a post cannot see, and how often it was wrong by dialect: counts that bench/fairness.py measured."""

from collections.abc import Iterator

from askfirst.advice.answer import Answer, as_json
from askfirst.checks.lists import entries
from askfirst.words import Sentence, say

__all__ = ["CANNOT_SEE", "by_dialect", "post_as_json"]

CANNOT_SEE = (
    say("It looks at these words and nothing else."),
    say("It does not see your other posts, your photos or your settings."),
    say("It cannot tell a joke from an insult, or how your friends will take it."),
    say("It may miss things, and it may mark things that are fine."),
)
OLD = say("Those posts are old and from the USA. Nobody has counted posts from schools here.")
NAMES = {
    "African-American English": say("in African-American English"),
    "the rest": say("in other English"),
    "London (MLE)": say("London (MLE)"),
    "Scots": say("Scots"),
    "Scouse": say("Scouse"),
    "Welsh English": say("Welsh English"),
    "English as a new language": say("English as a new language"),
}


def _rows(table: str) -> Iterator[tuple[Sentence, str, str]]:
    """What a row is about, how often it was wrong, of how many. Raises KeyError where a dialect has no name here."""
    for line in entries("dialects", table):
        name, wrong, of = line.split("|")
        yield NAMES[name], wrong, of


def by_dialect() -> tuple[Sentence, ...]:
    """Error rates by dialect as counts, one sentence each, those of fine posts first."""
    marked = [
        say("Fine posts {which} that it marked: {wrong} of {of}.", which=name, wrong=wrong, of=of) for name, wrong, of in _rows("marked")
    ]
    read = [
        say("The same thing in {which} got another answer: {wrong} of {of}.", which=name, wrong=wrong, of=of)
        for name, wrong, of in _rows("read")
    ]
    return (*marked, OLD, *read)


def post_as_json(said: Answer, *, everything: bool = False) -> dict[str, object]:
    """The answer to a post as API and command line give it, with what the check cannot see."""
    return as_json(said, everything=everything) | {"cannot_see": [str(one) for one in (*CANNOT_SEE, *by_dialect())]}

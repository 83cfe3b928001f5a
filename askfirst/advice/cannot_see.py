"""What each check cannot see; of posts, how often they were wrong by dialect: counts of bench/fairness.py."""

from collections.abc import Iterable, Iterator

from askfirst.advice.answer import Answer, as_json
from askfirst.checks.lists import entries
from askfirst.words import Sentence, say

__all__ = [
    "OF_AN_ARCHIVE",
    "OF_A_BLOG",
    "OF_A_NAME",
    "OF_A_PAGE",
    "OF_A_PHOTO",
    "OF_A_POST",
    "OF_FRIENDS",
    "by_dialect",
    "cannot_see_as_json",
    "post_as_json",
]

MAY_BE_WRONG = say("It may miss things, and it may mark things that are fine.")
OF_A_POST = (
    say("It looks at these words and nothing else."),
    say("It does not see your other posts, your photos or your settings."),
    say("It cannot tell a joke from an insult, or how your friends will take it."),
    MAY_BE_WRONG,
)
OF_A_PHOTO = (
    say("It reads what the file says. Words and codes in the picture it may misread or miss."),
    say("It looks at no face. It does not know who is in it."),
    say("It does not know what else the picture shows."),
    say("A date that is part of the picture stays in it."),
    MAY_BE_WRONG,
)
OF_A_PAGE = (
    say("It reads the page’s code. At most it sees your note drawn, and the answer says so."),
    say("It runs no script."),
    say("From a file it reads no style sheet that lies elsewhere. From an address it reads those of that site."),
    say("It reads no words in pictures and no video."),
    say("It sees this page alone, not the rest of the site."),
    MAY_BE_WRONG,
)
OF_A_BLOG = (
    say("It reads the words of the posts and nothing else."),
    say("It reads no words in pictures and no video."),
    say("It does not see what others wrote below a post."),
    MAY_BE_WRONG,
)
OF_A_NAME = (
    say("It looks at the letters of the name and nothing else."),
    say("It opens no page. It sees no picture and no logo."),
    say("It knows the names of this Trust and its schools, and of no other school."),
    say("It does not know who else has the name, or whether it is free."),
    MAY_BE_WRONG,
)
OF_FRIENDS = (
    say("It looks at the names you paste. It opens no profile and sees no picture."),
    say("For staff alone it compares names: with people where they work, or their own list."),
    say("It cannot tell two people of one name apart."),
    say("It does not know made-up names, or who your friends’ friends are."),
    MAY_BE_WRONG,
)
OF_AN_ARCHIVE = (
    say("It reads your own posts: their words, days and places."),
    say("It opens no picture, no film and no message. They may show more."),
    say("It does not see what others post about you, or your other accounts."),
    say("It does not know what you have posted or taken down since."),
    MAY_BE_WRONG,
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
    return as_json(said, everything=everything) | cannot_see_as_json((*OF_A_POST, *by_dialect()))


def cannot_see_as_json(lines: Iterable[Sentence]) -> dict[str, object]:
    """What a check cannot see, as API and command line give it."""
    return {"cannot_see": [str(one) for one in lines]}

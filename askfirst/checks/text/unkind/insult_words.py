"""Which words insult, how hard, and in two words too: "attention seeker", "cold hearted". The words stand in lists/insults.toml."""

from collections.abc import Iterator, Sequence
from functools import cache

from askfirst.checks.lists import listed
from askfirst.checks.text.words.token import Token
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["insult_at", "insult_places", "waking_words", "word_sorts"]

NAMES = ("slurs", "hard", "soft", "adjectives", "mild", "spice", "emoji_hard")
LONG = 8  # letters: longer ones take "most" instead
CALM = frozenset("old little cold sad mad weak bitter".split())
ENDS = ("a", "i", "o", "est", "er", "ing", "ed", "ss", "ous", "ent", "ic", "id", "um", "ers")
PARTICLES = frozenset("up off out on in it all over nothing".split())  # "show off" is something one does


def _sort_of(word: str) -> str:
    """Which list a word is on: hard, soft, adjective, mild or nothing. Plurals count."""
    for plain in (word, word[:-1] if word.endswith("s") else "", word[:-2] if word.endswith("es") else ""):
        if plain and len(plain) > 1:
            slur = plain in listed("insults", "slurs") and plain not in listed("insults", "adjectives") | listed("insults", "reclaimed")
            if slur or plain in listed("insults", "hard"):
                return "hard"
            if plain in listed("insults", "soft"):
                return "soft"
    if word in listed("insults", "adjectives"):
        return "adjective"
    if word in listed("insults", "mild") or word in listed("insults", "spice"):
        return "mild"
    return "soft" if word in listed("insults", "emoji_hard") else ""


def _most(word: str) -> Iterator[str]:
    """ "rudest", "dirtiest", "fattest". Not of words that are long, end like another form, or are of another language."""
    if len(word) < LONG and word.isalpha() and not word.endswith(ENDS):
        doubled = word[-1] in "dgtnmb" and word[-2] in "aeiou" and word[-3] not in "aeiou"
        yield word[:-1] + "iest" if word[-1] == "y" else word.removesuffix("e") + (word[-1] if doubled else "") + "est"


@cache
def word_sorts() -> dict[str, str]:
    """Every word that is on such a list, plurals too, and which list that is."""
    words = frozenset().union(*(listed("insults", name) for name in NAMES))
    found = {each: sort for word in words for each in (word, word + "s", word + "es") if (sort := _sort_of(each))}
    describing = (listed("insults", "adjectives") | listed("insults", "mild")) - CALM
    return {most: found[word] for word in describing if word in found for most in _most(word)} | found


@cache
def _seconds() -> dict[str, dict[str, str]]:
    """Words with a hyphen as they stand without it: by the second word, the first and which list that is."""
    found: dict[str, dict[str, str]] = {}
    for word, sort in word_sorts().items():
        first, _, second = word.partition("-")
        if second.isalpha() and (second not in PARTICLES or sort in ("adjective", "mild")) and word not in listed("insults", "slurs"):
            found.setdefault(second, {})[first] = sort
    return found


@cache
def waking_words() -> frozenset[str]:
    """A text without any of these holds no insult of a list."""
    everyday = listed("whole", "common") | listed("people", "stop")
    return (frozenset(word_sorts()) - listed("insults", "spice")) | {
        word for word in _seconds() if word not in everyday and word.removesuffix("s") not in everyday
    }


def insult_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Which list the words from this token on are of, and the last token of them."""
    if at + 1 < len(tokens) and tokens[at + 1].gap == " ":
        sort = _seconds().get(tokens[at + 1].word, {}).get(tokens[at].word)
        if sort:
            return sort, at + 1
    return word_sorts().get(tokens[at].word, ""), at


def insult_places(tokens: Tokens) -> list[int]:
    """Every token at which such a word may begin, in order."""
    seconds = (at - 1 for at in tokens.places_of(_seconds().keys()) if at)
    return sorted({*tokens.places_of(word_sorts().keys()), *seconds})

"""Disguised words undone: figures and signs for letters (w4nker), stars (w*nker), l o n g gaps, dragged letters (uglyyy), a letter lost or
swapped (wnaker).

Undone only where what comes out is a word of a list, and never where what stands there is itself a word of every day.
"""

from collections.abc import Iterator
from functools import cache

from askfirst.checks.late import late
from askfirst.checks.lists import entries, listed, text_of

__all__ = [
    "DIALECT",
    "DRAGGED",
    "EMOJI",
    "LONE",
    "SIGNS",
    "near_keys",
    "near_words",
    "pierced",
    "signed",
    "spaced",
    "undone",
    "worth_undoing",
]

EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"
KEYCAP = "\u20e3"
PIERCED = late(r"[^\W_]{1,12}(?:[" + EMOJI + KEYCAP + r"][^\W_]{1,12}){1,3}")
PIERCES = late(r"[" + EMOJI + KEYCAP + r"](?<=[^\W_].)[^\W_]")  # a sign between two letters: without one no word is pierced
SPACED = late(r"(?<![^\W_'])(?:[^\W_][ .\-_*/]{1,2}){2,40}[^\W_](?![^\W_])")
LONE = late(r"[ .\-_*/][^\W_][ .\-_*/]{1,2}[^\W_][ .\-_*/]")  # two letters alone: without them none are spaced
SIGNED = late(r"(?<![\w@/.#])[a-z]{1,6}(?:[#_~^%&+.=]{1,4}[a-z]{1,8}){1,2}(?![\w@/.#])")
MARKS = late(r"[#_~^%&+.=]")
MARKED = late(r"[#_~^%&+.=](?<=[a-z].)[#_~^%&+.=]{0,3}[a-z]")  # without one of these no mark stands between two letters
SHORT = frozenset("gay jew fag gays jews fags".split())  # words of three letters that are read letter by letter
LEET = (str.maketrans("4301578@$!|\u20ac9", "aeoistbasiieg"), str.maketrans("4301578@$!|\u20ac9", "aeolstbasllei"))
DRAGGED = late(r"(.)\1{2,}")
SIGNS = frozenset("4301578@$!|\u20ac9*")  # without these and without dragged letters nothing is disguised
LONGEST_WORD = 16
SAID_OF_GROUPS = ("owed", "lacks", "ruins", "sickens", "sickened", "modal", "heads", "places")
SLIPS = {"gy": "gay", "gya": "gay", "agy": "gay", "jwes": "jews", "wmen": "women", "womn": "woman"}
PLAIN_WORD = late(r"[a-z]{3,}")
NEAR = ("many", "one", "describing", "hates", "attacks", "bad", "wished")  # sections whose words are met with a letter lost or two swapped

# Scots, Scouse, Multicultural London English, patois: the same word said elsewhere. Only words that mean nothing else in a draft.
DIALECT = dict(
    pair.split(":")
    for pair in (
        "dat:that dem:them dey:they dis:this dese:these di:the da:the ere:here yous:you youse:you ye:you ya:you yer:your yir:your oor:our wis:was"
        " wisnae:wasnt aw:all awbody:everybody hale:whole thae:those thon:that fae:from frae:from tae:to shouldnae:shouldnt dinnae:dont didnae:didnt"
        " cannae:cant wouldnae:wouldnt isnae:isnt arenae:arent hasnae:hasnt werenae:werent willnae:wont wullnae:wont couldnae:couldnt hae:have"
        " naebody:nobody onybody:anybody awthing:everything naething:nothing ayeways:always lassie:girl lassies:girls gyal:girl gyaldem:girls"
        " mandem:boys brudda:brother stupit:stupid eejit:idiot eejits:idiots folk:people auld:old disgustin:disgusting mingin:minging lyin:lying heid:head droon:drown efter:after"
        " ah:i prood:proud feart:scared steamin:drunk bevvied:drunk hame:home glesses:glasses ither:other mither:mother faither:father wimmin:women"
    ).split()
)


@cache
def worth_undoing() -> frozenset[str]:
    """Words worth undoing a disguise for, with their plain plurals."""
    words: set[str] = set()
    for section in ("hard", "soft", "adjectives", "mild", "slurs", "swearing"):
        words |= listed("insults", section)
    words |= listed("help", "disguised")
    for section in ("many", "one", "describing", "hates", "attacks", "bad", "wished", "sickened"):
        words |= {word for word in listed("whole", section) if len(word) > 2}
    return frozenset(words | {word + "s" for word in words})


@cache
def _every_word() -> frozenset[str]:
    """Every word that stands in a list of ours: none is a slip of another."""
    return frozenset(
        word for name in ("insults", "people", "putdowns", "whole", "group_lines") for word in PLAIN_WORD.findall(text_of(name))
    )


@cache
def _around_groups() -> frozenset[str]:
    """Words of five letters or more that are said of groups, hard or not: "deserve", "country"."""
    words = frozenset(PLAIN_WORD.findall(text_of("group_lines"))).union(*(listed("whole", section) for section in SAID_OF_GROUPS))
    words |= {word for line in entries("whole", "hates_after") for word in PLAIN_WORD.findall(line)}
    return frozenset(word for word in words if len(word) > 4 and word.isalpha())


@cache
def near_words() -> dict[str, str]:
    """Hard words and names of groups with one letter lost or two swapped, and the word meant; words of every day are left out."""
    meant = frozenset().union(*(listed("whole", section) for section in NEAR), listed("insults", "slurs"), listed("insults", "swearing"))
    real = listed("whole", "real_words") | worth_undoing() | listed("whole", "small") | (listed("whole", "common") - meant)
    found: dict[str, str] = {}
    for word in sorted(word for word in meant if word.isalpha()):
        for at in range(1, len(word)):
            if at < len(word) - 1 or len(word) > 4:
                found.setdefault(word[:at] + word[at + 1 :], word) if len(word) > 4 else None
            if at < len(word) - 1 and len(word) > 3:
                found.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
    for word in sorted(_around_groups() - meant):
        for at in range(1, len(word) - 1):
            found.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
            if len(word) > 5:
                found.setdefault(word[:at] + word[at + 1 :], word)
    for word in sorted(meant | listed("whole", "describing")):
        bare = "".join(letter for at, letter in enumerate(word) if not at or letter not in "aeiou")
        if word.isalpha() and len(bare) > 3:
            found.setdefault(bare, word)  # its vowels left out
    real |= _every_word() | {word + "s" for word in listed("whole", "common")}
    return {near: word for near, word in found.items() if near not in real and near not in meant} | SLIPS


@cache
def near_keys() -> frozenset[str]:
    return frozenset(near_words())


@cache
def behind_disguises() -> frozenset[str]:
    """Words that may stand behind figures, stars or gaps: the hard ones and those that are said of people with them."""
    return worth_undoing() | _around_groups()


@cache
def _by_shape() -> dict[tuple[int, str], tuple[str, ...]]:
    shapes: dict[tuple[int, str], list[str]] = {}
    for word in (*sorted(worth_undoing()), *sorted(behind_disguises() - worth_undoing())):  # hard words first
        shapes.setdefault((len(word), word[0]), []).append(word)
    return {shape: tuple(words) for shape, words in shapes.items()}


def undone(word: str) -> str:
    """The word behind a disguise, or the word itself."""
    if len(word) > 2 * LONGEST_WORD or word.isdigit() or word in behind_disguises():
        return word
    if SIGNS.isdisjoint(word) and DRAGGED.search(word) is None:
        return word
    if "*" in word and len(word) - word.count("*") >= 2:
        for known in _by_shape().get((len(word), word[0]), ()):
            if all(a in ("*", b) for a, b in zip(word, known, strict=True)):
                return known
    tries = [word]
    if not word.isalpha() and any(c.isalpha() for c in word):
        tries += [word.translate(table) for table in LEET]
    for one in tries:
        dragged = DRAGGED.search(one) is not None
        for plain in (one, DRAGGED.sub(r"\1", one), DRAGGED.sub(r"\1\1", one)) if dragged else (one,):
            if plain in behind_disguises() and len(plain) > 2:
                return plain
    return word


def spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Words written letter by letter: places and the word."""
    for match in SPACED.finditer(text):
        places = [at for at in range(match.start(), match.end()) if text[at].isalnum()]
        letters = "".join(text[at] for at in places)
        at = 0
        while at < len(letters) - 2:
            for size in range(min(LONGEST_WORD, len(letters) - at), 2, -1):
                word = undone(letters[at : at + size])
                if word in behind_disguises() and (size > 3 or (word in SHORT and size == len(letters))):
                    yield places[at], places[at + size - 1] + 1, word
                    at += size - 1
                    break
            at += 1


def signed(text: str) -> Iterator[tuple[int, int, str]]:
    """Words in which marks stand for letters (f#ck, sh.t, w__ker), where what comes out is a word of a list: places and the word."""
    for match in SIGNED.finditer(text) if MARKED.search(text) else ():
        written = MARKS.sub("*", match.group())
        word = undone(written)
        if word != written:
            yield *match.span(), word


def pierced(text: str) -> Iterator[tuple[int, int, str]]:
    """Words in which a sign stands for a letter, where what comes out is a word of a list: places and the word."""
    for match in PIERCED.finditer(text) if PIERCES.search(text) else ():
        written = "".join("*" if one > "\u2000" and one != KEYCAP else one for one in match.group() if one != KEYCAP)
        word = undone(written)
        if word != written or word in behind_disguises():
            yield *match.span(), word
